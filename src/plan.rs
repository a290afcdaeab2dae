//! Everything that will exist: one job for every address. Collisions and addresses that are spelled out are checked
//! here, before a template runs. Knows nothing of how a job is done.

mod prints;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::{Special, WebServer};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::document::links::LinkTarget;
use crate::image::PictureVariant;
use crate::lang::Lang;
use crate::schema::{OutcomeKind, Type};
use crate::site::facets::{FacetFilter, FacetIndex};
use crate::site::findable::IndexFile;
use crate::site::route::{self, Route};
use crate::site::{Entry, EntryId, FeedFormat, LinkTo, PrintBundle, PrintFile, Scope, Site, Subject, order};
use crate::structured_data::citation;

/// What is made for an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job {
    /// The page of an entry.
    Entry(EntryId, Lang),
    /// The n-th page of a section, from 1.
    Section(EntryId, Lang, usize),
    /// All terms of a taxonomy.
    Taxonomy(Arc<str>, Lang),
    /// The n-th page of a term, from 1.
    Term(Arc<str>, Arc<str>, Lang, usize),
    /// A page that the program makes by itself.
    Special(Special, Lang),
    /// The n-th page of a register, or of a part of it, from 1.
    Register(Arc<str>, OutcomeKind, Option<FacetFilter>, Lang, usize),
    /// The n-th page of a part of the list of a type, from 1.
    Part(Arc<str>, FacetFilter, Lang, usize),
    /// Data of a register or type, as a table or as JSON.
    Data(Dataset, Lang, DataFormat),
    /// The list of all data, for programs.
    DataIndex(Lang, IndexFormat),
    /// Entries for other programs: the newest, or those of a calendar.
    Feed(Lang, Scope, FeedFormat),
    /// All pages of a language, for search engines.
    Sitemap(Lang),
    /// The sitemaps.
    SitemapIndex,
    /// What search engines may read.
    Robots,
    /// Page not found, in one language.
    NotFound(Lang),
    /// Page not found, in all languages.
    NotFoundRoot,
    /// The choice of language at the root.
    Chooser,
    /// From an old address to a new one.
    Redirect(Route, Lang),
    /// A file as it is.
    Copy(Arc<str>),
    /// A file that the theme has processed.
    Asset(Arc<str>),
    /// How an entry is cited, for programs that keep references.
    Citation(EntryId, Lang, citation::CitationFormat),
    /// One of the files of a picture.
    Picture(Arc<str>, PictureVariant),
    /// A drawing, with what draws and nothing else.
    Drawing(Arc<str>),
    /// Rules on headers for a server.
    Headers(WebServer),
    /// A file of the search index of a language.
    Index(Lang, IndexFile),
    /// A file of a print.
    Print(Subject, Lang, PrintFile),
    /// A file about the prints of an entry in all languages.
    Prints(EntryId, PrintBundle),
}

/// What is given away as data.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dataset {
    /// The outcomes of a kind.
    Register(Arc<str>, OutcomeKind),
    /// The entries of a type.
    Entries(Arc<str>),
}

/// How data are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DataFormat {
    /// Comma-separated values (RFC 4180).
    Csv,
    /// JSON (RFC 8259).
    Json,
}

/// How the list of all data is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IndexFormat {
    /// Plain JSON.
    Json,
    /// A catalogue in the words of DCAT (W3C, version 3), as JSON-LD.
    Dcat,
}

impl IndexFormat {
    /// Both, with the file beside the page on data.
    pub const FILES: [(Self, &'static str); 2] = [(Self::Json, "index.json"), (Self::Dcat, "catalog.jsonld")];
}

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
            self.add(route, Job::Citation(entry.id, lang.clone(), *format), Some(from));
        }
    }

    /// The pages of a section, and the feed and calendar of its type.
    fn section(&mut self, entry: &Entry, lang: &Lang) {
        let site = self.site;
        let first = site.route_in(entry, lang);
        let pages = order::pages(site.list(entry.id, lang), entry.type_.per_page).len();
        let from = entry_span(site, entry, lang, "slug");
        for number in 1..=pages {
            let job = Job::Section(entry.id, lang.clone(), number);
            self.add(route::list_page(&first, number), job, Some(from.clone()));
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
            self.add(route, Job::Feed(lang.clone(), scope, FeedFormat::Calendar), Some(from));
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
            self.add(page.file(format.file()), Job::Feed(lang.clone(), scope.clone(), format), from.cloned());
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
        for number in 1..=pages(count, per_page) {
            let job = Job::Term(Arc::clone(taxonomy), Arc::clone(&term.id), lang.clone(), number);
            self.add(route::list_page(&first, number), job, Some(term.span.clone()));
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
            let kind = register.kind;
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
                for number in 1..=pages(count, register.per_page) {
                    let job = Job::Register(Arc::clone(&type_.name), kind, part.clone(), lang.clone(), number);
                    self.add(route::list_page(&first, number), job, Some(register.span.clone()));
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
            for number in 1..=pages(count, type_.per_page) {
                let job = Job::Part(Arc::clone(&type_.name), part.clone(), lang.clone(), number);
                self.add(route::list_page(&first, number), job, Some(type_.span.clone()));
            }
        }
    }

    /// The data of all lists, in every format.
    fn data(&mut self, lang: &Lang) {
        for (dataset, list) in datasets(self.site, lang) {
            for format in [DataFormat::Csv, DataFormat::Json] {
                let route = data_route(&list, &dataset, format);
                self.add(route, Job::Data(dataset.clone(), lang.clone(), format), None);
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
                    match Route::of_address(address) {
                        Some(route) if route.0.ends_with(".pdf") => self.old_print(entry, lang, route, &span),
                        Some(route) => {
                            let job = Job::Redirect(site.route_in(entry, lang), lang.clone());
                            self.add(route, job, Some(span.clone()));
                        }
                        None => self.diagnostics.push(
                            Diagnostic::error(
                                Code::AliasInvalid,
                                format!("`{address}` is not an address of this site"),
                            )
                            .at(span.clone())
                            .help("start it with `/`, without `..`: `/nl/oud-adres/`"),
                        ),
                    }
                }
            }
        }
    }

    fn add(&mut self, route: Route, job: Job, from: Option<Span>) {
        if let Some(problem) = route.problem() {
            let diagnostic = Diagnostic::error(Code::RouteInvalid, problem).help("use a shorter name or `slug`");
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
        let message = format!("two things want the address `{route}`: {} and {}", describe(&job), describe(&other.job));
        let mut diagnostic = Diagnostic::error(Code::DuplicateRoute, message)
            .help("give one of them another `slug`, or remove the alias");
        let places = [from, other.from.clone()];
        let mut places = places.into_iter().flatten();
        if let Some(span) = places.next() {
            diagnostic = diagnostic.at(span);
        }
        if let Some(span) = places.next() {
            diagnostic = diagnostic.also(span, "the other one");
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
                let message = format!("`{route}` is a file, and `{other}` needs a folder of that name");
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
                    let (LinkTarget::Address(path, _), LinkTo::Address(..)) = (&link.target, to) else { continue };
                    let span = Span { file: Arc::clone(&doc.file), range: link.range };
                    let job = Route::of_address(path).and_then(|route| self.plan.jobs.get(&route));
                    match job.map(|planned| &planned.job) {
                        None => self.diagnostics.push(
                            Diagnostic::error(Code::BrokenLink, format!("nothing will stand at `{path}`"))
                                .at(span)
                                .help("name the page instead: `@/folder/name`"),
                        ),
                        Some(Job::Entry(id, _) | Job::Section(id, ..)) => {
                            let name = &self.site.entry(*id).path;
                            self.diagnostics.push(
                                Diagnostic::warning(
                                    Code::LinkHardCoded,
                                    format!("`{path}` is an address in one language"),
                                )
                                .at(span)
                                .help(format!("write `@/{name}`, which leads every reader to their own language")),
                            );
                        }
                        Some(_) => {}
                    }
                }
            }
        }
    }
}

/// Pages of a list; an empty one has a page that says so.
fn pages(count: usize, per_page: usize) -> usize {
    if per_page == 0 { 1 } else { count.div_ceil(per_page).max(1) }
}

/// Everything that is given away as data in a language, with the page of its list.
#[must_use]
pub fn datasets(site: &Site, lang: &Lang) -> Vec<(Dataset, Route)> {
    let mut found = Vec::new();
    for type_ in site.types.iter() {
        for register in &type_.registers {
            let route = site.register_route(register, lang);
            found.extend(route.map(|route| (Dataset::Register(Arc::clone(&type_.name), register.kind), route)));
        }
        let section = site.find(&type_.folder).filter(|section| section.section && type_.data);
        let route = section.map(|section| site.route_in(section, lang));
        found.extend(route.map(|route| (Dataset::Entries(Arc::clone(&type_.name)), route)));
    }
    found
}

/// The file of a dataset beside its list.
#[must_use]
pub fn data_route(list: &Route, dataset: &Dataset, format: DataFormat) -> Route {
    let name = match dataset {
        Dataset::Register(_, kind) => kind.class(),
        Dataset::Entries(type_) => type_,
    };
    list.file(&format!("{name}.{}", if format == DataFormat::Csv { "csv" } else { "json" }))
}

/// The place that decides the address of an entry in a language.
fn entry_span(site: &Site, entry: &Entry, lang: &Lang, field: &str) -> Span {
    let doc = site.localized_doc(entry, lang).doc;
    if doc.file.is_empty() { entry.type_.span.clone() } else { doc.meta.span(field, &doc.file) }
}

fn describe(job: &Job) -> &'static str {
    match job {
        Job::Entry(..) => "a page",
        Job::Section(..) => "a section",
        Job::Taxonomy(..) => "a list of terms",
        Job::Term(..) => "a term",
        Job::Special(special, _) => special.describe(),
        Job::Register(..) => "a register",
        Job::Part(..) => "a part of a list",
        Job::Data(..) | Job::DataIndex(..) => "a file of data",
        Job::Feed(_, _, FeedFormat::Calendar) => "a calendar",
        Job::Feed(..) => "a feed",
        Job::Sitemap(_) | Job::SitemapIndex => "a sitemap",
        Job::Robots => "robots.txt",
        Job::NotFound(_) | Job::NotFoundRoot => "a page for what is not found",
        Job::Chooser => "the choice of language",
        Job::Redirect(..) => "an alias",
        Job::Copy(_) | Job::Asset(_) => "a file",
        Job::Citation(..) => "a citation",
        Job::Picture(..) | Job::Drawing(_) => "a picture",
        Job::Headers(_) => "rules for a server",
        Job::Index(..) => "a file of the search index",
        Job::Print(..) | Job::Prints(..) => "a print",
    }
}
