//! Everything that will exist: one job for every address. Collisions and addresses that are spelled out are checked
//! here, before a template runs. Knows nothing of how a job is done.

mod job;
mod prints;

use std::collections::BTreeMap;
use std::sync::Arc;

use percent_encoding::percent_decode_str;

use crate::config::Special;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::document::links::LinkTarget;
use crate::document::place::hidden_in_name;
use crate::lang::Lang;
use crate::message;
use crate::schema::Type;
use crate::site::facets::FacetIndex;
use crate::site::findable::IndexFile;
use crate::site::route::{self, Route};
use crate::site::{self, Entry, EntryId, FeedFormat, LinkTo, Pagination, Scope, Site};
use crate::structured_data::citation;

pub use job::{DataFormat, Dataset, IndexFormat, Job};

/// A job and where it comes from.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The job.
    pub job: Job,
    /// The file that causes it, if one does.
    pub from: Option<Span>,
}

/// All jobs, by address.
#[derive(Debug, Default)]
pub struct Plan {
    /// In the order of addresses.
    pub jobs: BTreeMap<Route, Planned>,
}

impl Plan {
    /// Plans a site. `files` are those of the theme and the static folders, with their addresses.
    pub fn new(site: &Site, files: Vec<(Route, Job, Span)>, diagnostics: &mut Diagnostics) -> Self {
        let mut planning = Planning { site, plan: Self::default(), diagnostics };
        for language in &site.config.languages {
            planning.language(&language.lang);
        }
        planning.root();
        planning.print_bundles();
        for path in site.assets.keys() {
            let from = Span::start_of(path);
            planning.file(path, &from);
        }
        for (route, job, from) in files {
            planning.add(route, job, Some(from));
        }
        planning.aliases();
        planning.nested();
        planning.spelled_out();
        planning.plan
    }

    /// What stands at an address.
    #[must_use]
    pub fn job(&self, route: &Route) -> Option<&Job> {
        self.jobs.get(route).map(|planned| &planned.job)
    }
}

struct Planning<'a, 'd> {
    site: &'a Site,
    plan: Plan,
    diagnostics: &'d mut Diagnostics,
}

impl Planning<'_, '_> {
    fn language(&mut self, lang: &Lang) {
        let site = self.site;
        let home = route::home(lang, &site.config);
        for entry in &site.entries {
            self.card(entry, lang);
            if entry.section {
                self.section(entry, lang);
            } else if site.localized_doc(entry, lang).page == lang {
                let from = entry_span(site, entry, lang, "slug");
                self.add(site.route_in(entry, lang), Job::Entry(entry.id, lang.clone()), Some(from));
                self.citations(entry, lang);
                self.prints(entry, lang);
            }
        }
        for (id, taxonomy) in &site.data.taxonomies {
            let Some(route) = site.taxonomy_route(id, lang) else { continue };
            self.add(route, Job::Taxonomy(Arc::clone(id), lang.clone()), Some(taxonomy.span.clone()));
            for term in taxonomy.terms.values() {
                self.term(id, term, lang);
            }
        }
        for type_ in site.types.iter() {
            self.registers(type_, lang);
            self.follow(type_, lang);
            self.register_prints(type_, lang);
            self.parts(type_, lang);
        }
        self.data(lang);
        for (special, path) in &site.config.special {
            let Some(route) = site.special_route(*special, lang) else { continue };
            if *special == Special::Data {
                for (format, file) in IndexFormat::FILES {
                    self.add(route.file(file), Job::DataIndex(lang.clone(), format), Some(path.span.clone()));
                }
            }
            if *special == Special::Search {
                for file in IndexFile::all(site.findable(lang).len()) {
                    let place = route::search().below(lang.as_str()).file(&file.name());
                    self.add(place, Job::Index(lang.clone(), file), Some(path.span.clone()));
                }
            }
            self.add(route, Job::Special(*special, lang.clone()), Some(path.span.clone()));
        }
        self.feeds(&home, lang, &Scope::Site, None);
        if !home.0.is_empty() {
            self.add(home.file("404.html"), Job::NotFound(lang.clone()), None);
        }
        self.add(Route(Arc::from(format!("sitemap-{lang}.xml"))), Job::Sitemap(lang.clone()), None);
    }

    /// The files below a page by which it is cited.
    fn citations(&mut self, entry: &Entry, lang: &Lang) {
        for format in citation::FORMATS.iter().filter(|_| citation::is_cited(self.site, entry, lang)) {
            let route = self.site.route_in(entry, lang).file(format.file());
            let from = entry_span(self.site, entry, lang, "slug");
            self.add(route, Job::Citation { entry: entry.id, lang: lang.clone(), format: *format }, Some(from));
        }
    }

    /// The pages of a section, and the feed and calendar of its type.
    fn section(&mut self, entry: &Entry, lang: &Lang) {
        let site = self.site;
        let first = site.route_in(entry, lang);
        let pages = Pagination::new(entry.type_.per_page).pages(site.list(entry.id, lang).len());
        let from = entry_span(site, entry, lang, "slug");
        for page in 1..=pages {
            let job = Job::Section { entry: entry.id, lang: lang.clone(), page };
            self.add(route::list_page(&first, page), job, Some(from.clone()));
        }
        let scope = Scope::Type(Arc::clone(&entry.type_.name));
        if *entry.path.0 != *entry.type_.folder {
            return;
        }
        if entry.type_.feed {
            self.feeds(&first, lang, &scope, Some(&from));
        }
        if entry.type_.calendar.is_some() {
            let route = first.file(FeedFormat::Calendar.file());
            self.add(route, Job::Feed { scope, lang: lang.clone(), format: FeedFormat::Calendar }, Some(from));
        }
    }

    /// A file below `content/`: as it is, or in the sizes of a picture.
    fn file(&mut self, path: &Arc<str>, from: &Span) {
        let Some(picture) = self.site.pictures.get(path) else {
            return self.add(route::asset(path), Job::Copy(Arc::clone(path)), Some(from.clone()));
        };
        if picture.fallback.is_none() {
            self.add(route::asset(path), Job::Drawing(Arc::clone(path)), Some(from.clone()));
        }
        for variant in picture.variants() {
            let route = route::picture(path, &picture.digest, variant);
            self.add(route, Job::Picture(Arc::clone(path), variant), Some(from.clone()));
        }
    }

    /// A feed in all its forms, beside the page that it belongs to.
    fn feeds(&mut self, page: &Route, lang: &Lang, scope: &Scope, from: Option<&Span>) {
        for format in FeedFormat::FEEDS {
            self.add(
                page.file(format.file()),
                Job::Feed { scope: scope.clone(), lang: lang.clone(), format },
                from.cloned(),
            );
        }
    }

    fn term(&mut self, taxonomy: &Arc<str>, term: &crate::data::Term, lang: &Lang) {
        let site = self.site;
        let Some(first) = site.term_route(taxonomy, &term.id, lang) else { return };
        let listed = |id: &&EntryId| site.listed(site.entry(**id), lang);
        let count = site
            .terms
            .get(&(Arc::clone(taxonomy), Arc::clone(&term.id)))
            .map_or(0, |ids| ids.iter().filter(listed).count());
        let (per_page, feed) = site.data.taxonomies.get(taxonomy).map_or((0, false), |it| (it.per_page, it.feed));
        for page in 1..=Pagination::new(per_page).pages(count) {
            let job =
                Job::Term { taxonomy: Arc::clone(taxonomy), term: Arc::clone(&term.id), lang: lang.clone(), page };
            self.add(route::list_page(&first, page), job, Some(term.span.clone()));
        }
        if feed {
            let scope = Scope::Term(Arc::clone(taxonomy), Arc::clone(&term.id));
            self.feeds(&first, lang, &scope, Some(&term.span));
        }
    }

    /// The registers of a type, their parts and their data.
    fn registers(&mut self, type_: &Type, lang: &Lang) {
        let site = self.site;
        for register in &type_.registers {
            let Some(first) = site.register_route(register, lang) else { continue };
            let kind = &register.kind.name;
            let mut lists = vec![(None, first)];
            for (part, _) in site.registers.parts(&type_.name, kind).into_iter().flat_map(FacetIndex::iter) {
                let route = site.register_part_route(type_, register, part, lang);
                lists.extend(route.map(|route| (Some(part.clone()), route)));
            }
            for (part, first) in lists {
                let count = site.register_list(type_, kind, part.as_ref(), lang).len();
                if part.is_some() && count == 0 {
                    continue;
                }
                for page in 1..=Pagination::new(register.per_page).pages(count) {
                    let job = Job::Register {
                        type_: Arc::clone(&type_.name),
                        kind: Arc::clone(kind),
                        part: part.clone(),
                        lang: lang.clone(),
                        page,
                    };
                    self.add(route::list_page(&first, page), job, Some(register.span.clone()));
                }
            }
        }
    }

    /// The feeds of the registers of a type, and the calendars of what is to be done.
    fn follow(&mut self, type_: &Type, lang: &Lang) {
        let site = self.site;
        for register in &type_.registers {
            for list in site.followed_lists(type_, register, lang) {
                let Some(page) = site.followed_route(list, lang) else { continue };
                let scope = Scope::Register(Arc::clone(&type_.name), register.name(), list.part.cloned());
                self.feeds(&page, lang, &scope, Some(&register.span));
                if site.has_due(list, lang) {
                    let job = Job::Feed { scope, lang: lang.clone(), format: FeedFormat::Calendar };
                    self.add(page.file(FeedFormat::Calendar.file()), job, Some(register.span.clone()));
                }
            }
        }
    }

    /// The parts of the list of a type.
    fn parts(&mut self, type_: &Type, lang: &Lang) {
        let site = self.site;
        for (part, _) in site.parts.get(&type_.name).into_iter().flat_map(FacetIndex::iter) {
            let count = site.list_part(type_, part, lang).len();
            let Some(first) = site.list_part_route(type_, part, lang).filter(|_| count > 0) else { continue };
            for page in 1..=Pagination::new(type_.per_page).pages(count) {
                let job = Job::Part { type_: Arc::clone(&type_.name), part: part.clone(), lang: lang.clone(), page };
                self.add(route::list_page(&first, page), job, Some(type_.span.clone()));
            }
        }
    }

    /// The data of all lists, in every format.
    fn data(&mut self, lang: &Lang) {
        for (dataset, list) in datasets(self.site, lang) {
            for format in [DataFormat::Csv, DataFormat::Json] {
                let route = data_route(self.site, &list, &dataset, format);
                self.add(route, Job::Data { dataset: dataset.clone(), lang: lang.clone(), format }, None);
            }
        }
    }

    fn root(&mut self) {
        if self.site.config.prefix_default {
            self.add(Route::default(), Job::Chooser, None);
        }
        let file = |name: &str| Route(Arc::from(name));
        self.add(file("404.html"), Job::NotFoundRoot, None);
        self.add(file("robots.txt"), Job::Robots, None);
        self.add(file("sitemap.xml"), Job::SitemapIndex, None);
        if let Some(security) = self.site.security_txt() {
            self.add(route::security_txt(), Job::SecurityTxt, Some(security.expires.span.clone()));
        }
        for server in &self.site.config.headers {
            self.add(route::headers(*server), Job::Headers(*server), None);
        }
    }

    fn aliases(&mut self) {
        let site = self.site;
        for entry in &site.entries {
            for (lang, doc) in &*entry.docs {
                let span = doc.meta.span("aliases", &doc.file);
                for address in doc.meta.aliases() {
                    if let Some(hidden) = hidden_in_name(&percent_decode_str(address).decode_utf8_lossy()) {
                        let message = message!(
                            "alias-hidden-sign",
                            address = address,
                            code = format!("{:04X}", u32::from(hidden))
                        );
                        let help = message!("alias-hidden-sign-help");
                        let diagnostic = Diagnostic::error(Code::AliasInvalid, message).at(span.clone()).help(help);
                        self.diagnostics.push(diagnostic);
                        continue;
                    }
                    match Route::of_address(address) {
                        Some(route) if route.0.ends_with(".pdf") => self.old_print(entry, lang, route, &span),
                        Some(route) => {
                            let reader = reader_of(site, &route, entry).unwrap_or(lang);
                            let job = Job::Redirect(site.route_in(entry, reader), reader.clone());
                            self.add(route, job, Some(span.clone()));
                        }
                        None => self.diagnostics.push(
                            Diagnostic::error(Code::AliasInvalid, message!("alias-no-address", address = address))
                                .at(span.clone())
                                .help(message!("alias-no-address-help")),
                        ),
                    }
                }
            }
        }
    }

    fn add(&mut self, route: Route, job: Job, from: Option<Span>) {
        if let Some(problem) = route.problem() {
            let diagnostic = Diagnostic::error(Code::RouteInvalid, problem).help(message!("route-shorter-help"));
            self.diagnostics.push(match from.clone() {
                Some(span) => diagnostic.at(span),
                None => diagnostic,
            });
            return;
        }
        let Some(other) = self.plan.jobs.get(&route) else {
            self.plan.jobs.insert(route, Planned { job, from });
            return;
        };
        let message = message!("route-twice", route = &route, one = job.describe(), other = other.job.describe());
        let mut diagnostic = Diagnostic::error(Code::DuplicateRoute, message).help(message!("route-twice-help"));
        let places = [from, other.from.clone()];
        let mut places = places.into_iter().flatten();
        if let Some(span) = places.next() {
            diagnostic = diagnostic.at(span);
        }
        if let Some(span) = places.next() {
            diagnostic = diagnostic.also(span, message!("the-other-one"));
        }
        self.diagnostics.push(diagnostic);
    }

    /// A file cannot stand where a folder of other outputs is.
    fn nested(&mut self) {
        let mut clashes = Vec::new();
        for (route, planned) in self.plan.jobs.iter().filter(|(route, _)| !route.is_page()) {
            let folder = Route(Arc::from(format!("{}/", route.0)));
            let inside = self.plan.jobs.range(folder.clone()..).next();
            if let Some((other, _)) = inside.filter(|(other, _)| other.0.starts_with(&*folder.0)) {
                let message = message!("route-file-and-folder", route = route, other = other);
                let diagnostic = Diagnostic::error(Code::DuplicateRoute, message);
                clashes.push(match &planned.from {
                    Some(span) => diagnostic.at(span.clone()),
                    None => diagnostic,
                });
            }
        }
        self.diagnostics.extend(clashes);
    }

    /// Links that spell out an address lead to something that will exist.
    fn spelled_out(&mut self) {
        for entry in &self.site.entries {
            for doc in entry.docs.values() {
                for (link, to) in doc.meta.links.iter().zip(self.site.links(doc)) {
                    let (LinkTarget::Address(path, fragment), LinkTo::Address(..)) = (&link.target, to) else {
                        continue;
                    };
                    let span = Span { file: Arc::clone(&doc.file), range: link.range };
                    let job = Route::of_address(path).and_then(|route| self.plan.jobs.get(&route));
                    match job.map(|planned| &planned.job) {
                        None => {
                            let told = Diagnostic::error(Code::BrokenLink, message!("nothing-will-stand", path = path));
                            self.diagnostics.push(told.at(span).help(message!("name-page-instead-help")));
                        }
                        Some(Job::Entry(id, _) | Job::Section { entry: id, .. }) => {
                            let fragment = fragment.as_ref().map(|id| format!("#{id}")).unwrap_or_default();
                            let name = format!("@/{}{fragment}", self.site.entry(*id).path);
                            let message = message!("address-one-language", path = &*link.written);
                            let told = Diagnostic::warning(Code::LinkHardCoded, message).at(span);
                            let told = site::write_destination(told, link, &doc.file, &name);
                            let name = name.trim_start_matches("@/");
                            self.diagnostics.push(told.help(message!("address-one-language-help", name = name)));
                        }
                        Some(_) => {}
                    }
                }
            }
        }
    }
}

/// Everything that is given away as data in a language, with the page of its list.
#[must_use]
pub fn datasets(site: &Site, lang: &Lang) -> Vec<(Dataset, Route)> {
    let mut found = Vec::new();
    for type_ in site.types.iter() {
        for register in &type_.registers {
            let route = site.register_route(register, lang);
            let dataset = || Dataset::Register(Arc::clone(&type_.name), Arc::clone(&register.kind.name));
            found.extend(route.map(|route| (dataset(), route)));
        }
        let section = site.find(&type_.folder).filter(|section| section.section && type_.data);
        let route = section.map(|section| site.route_in(section, lang));
        found.extend(route.map(|route| (Dataset::Entries(Arc::clone(&type_.name)), route)));
    }
    found
}

/// The file of a dataset beside its list.
#[must_use]
pub fn data_route(site: &Site, list: &Route, dataset: &Dataset, format: DataFormat) -> Route {
    let name = match dataset {
        Dataset::Register(type_, kind) => {
            site.types.get(type_).and_then(|type_| type_.outcome_kind(kind)).map_or(kind, |kind| &kind.class)
        }
        Dataset::Entries(type_) => type_,
    };
    list.file(&format!("{name}.{}", if format == DataFormat::Csv { "csv" } else { "json" }))
}

/// The place that decides the address of an entry in a language.
fn entry_span(site: &Site, entry: &Entry, lang: &Lang, field: &str) -> Span {
    let doc = site.localized_doc(entry, lang).doc;
    if doc.file.is_empty() { entry.type_.span.clone() } else { doc.meta.span(field, &doc.file) }
}

/// The language in whose part of the site an old address lies, where the entry has a page for its readers: it may have the
/// words of another language, in whose document the alias stands.
fn reader_of<'s>(site: &'s Site, route: &Route, entry: &Entry) -> Option<&'s Lang> {
    let is_inside = |home: Route| !home.0.is_empty() && route.0.starts_with(&*home.0);
    let has_page = |lang: &Lang| site.localized_doc(entry, lang).page == lang;
    let mut langs = site.config.languages.iter().map(|language| &language.lang);
    langs.find(|lang| is_inside(route::home(lang, &site.config)) && has_page(lang))
}
