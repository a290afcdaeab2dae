//! A job to the bytes of its output. Knows nothing of disks.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::config::Special;
use crate::diagnostic::Diagnostic;
use crate::document::Body;
use crate::document::tree::Component;
use crate::feed;
use crate::headers;
use crate::image::PictureVariant;
use crate::lang::Lang;
use crate::pdf::PdfTexts;
use crate::plan::{Job, Plan};
use crate::schema;
use crate::search::{self, Bodies};
use crate::site::register::RecordId;
use crate::site::{Entry, EntryId, PrintFile, Route, Site, Subject};
use crate::source::{Digest, Hash, Sources};
use crate::structured_data::citation;
use crate::theme::view::{self, Components, PrintData, PrintName, Prints, TemplateValues, Views};
use crate::theme::{PrintFiles, Renderer, Theme};

/// What stands at an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Bytes that were made.
    Bytes(Arc<[u8]>),
    /// A file of the sources as it is.
    File(Arc<str>),
    /// A picture of the sources in one of its sizes, or a drawing.
    Picture(Arc<str>, Option<PictureVariant>),
}

/// The texts that pages and the search index are made of.
#[derive(Debug, Default)]
pub struct SiteTexts {
    /// Of documents, by their files.
    pub bodies: Bodies,
    /// Of PDF files.
    pub pdf_texts: PdfTexts,
}

/// Everything that jobs are done with. Shared by all threads.
#[derive(Debug)]
pub struct Rendering {
    /// The site.
    pub site: Arc<Site>,
    /// All jobs.
    pub plan: Arc<Plan>,
    /// The theme.
    pub theme: Arc<Theme>,
    texts: SiteTexts,
    /// Made when the first job of a language is done.
    by_lang: BTreeMap<Lang, OnceLock<(Arc<Views>, Renderer)>>,
    /// The text of pages that have none.
    empty: Body,
    /// Made when they are asked for.
    indexes: BTreeMap<Lang, search::LazyIndex>,
    /// What was printed so far. Pages tell of what is in it when they are made.
    pub prints: Prints,
}

impl Components for Renderer {
    fn component(&self, component: &Component, body: &str) -> Result<String, Box<Diagnostic>> {
        Renderer::component(self, component, body)
    }

    fn outcome(&self, values: TemplateValues) -> Result<String, Box<Diagnostic>> {
        Renderer::outcome(self, values)
    }
}

impl Rendering {
    /// Gets ready to render.
    #[must_use]
    pub fn new(site: Arc<Site>, plan: Arc<Plan>, theme: Arc<Theme>, texts: SiteTexts) -> Self {
        let indexes = site.config.tags().into_iter().map(|lang| (lang, search::LazyIndex::default())).collect();
        let by_lang = site.config.languages.iter().map(|language| (language.lang.clone(), OnceLock::new())).collect();
        Self { site, plan, theme, texts, by_lang, empty: Body::default(), indexes, prints: Prints::default() }
    }

    /// Does a job. The HTML is not minified yet.
    ///
    /// # Errors
    /// What is wrong with a template, or with the components of a text.
    pub fn render(&self, route: &Route, job: &Job) -> Result<Content, Vec<Diagnostic>> {
        let site = &*self.site;
        match job {
            Job::Entry(id, lang) => {
                let entry = site.entry(*id);
                let (views, renderer) = self.of(lang);
                let mut values = view::entry_values(views, entry, self.body(entry, lang), renderer)?;
                values.push(("print", view::print_value(views, entry, &self.prints)));
                page(renderer, &entry.type_.template, values, route)
            }
            Job::Section { entry, lang, page } => self.section(site.entry(*entry), lang, *page, route),
            Job::Taxonomy(id, lang) => {
                let taxonomy = site.data.taxonomies.get(id);
                self.list(lang, "taxonomy.html", route, |views| view::taxonomy_values(views, taxonomy?))
            }
            Job::Term { taxonomy, term, lang, page } => {
                let taxonomy = site.data.taxonomies.get(taxonomy);
                self.list(lang, "term.html", route, |views| {
                    let taxonomy = taxonomy?;
                    view::term_values(views, taxonomy, taxonomy.terms.get(term)?, *page)
                })
            }
            Job::Register { type_, kind, part, lang, page } => self.list(lang, "register.html", route, |views| {
                let mut values = view::register_values(views, site.types.get(type_)?, kind, part.as_ref(), *page)?;
                values.push(("print", view::register_print_value(views, type_, kind, &self.prints)));
                Some(values)
            }),
            Job::Part { type_, part, lang, page } => {
                let template = site.types.get(type_).map_or("section.html", |type_| &type_.list_template);
                self.list(lang, template, route, |views| view::part_values(views, site.types.get(type_)?, part, *page))
            }
            Job::Data { dataset, lang, format } => {
                Ok(Content::Bytes(Arc::from(feed::data(site, dataset, lang, *format))))
            }
            Job::DataIndex(lang, format) => Ok(text(feed::data_index(site, lang, *format))),
            Job::Special(special, lang) => {
                self.list(lang, special.template(), route, |views| view::special_values(views, *special))
            }
            Job::NotFound(lang) => self.list(lang, "404.html", route, |views| Some(view::not_found_values(views))),
            Job::NotFoundRoot => self.root("404_root.html", route, view::not_found_root_values),
            Job::Chooser => self.root("chooser.html", route, view::chooser_values),
            Job::Redirect(target, lang) => {
                self.list(lang, "redirect.html", route, |views| Some(view::redirect_values(views, route, target)))
            }
            Job::Feed { scope, lang, format } => {
                let context = feed::FeedContext { site, strings: &self.theme.strings, lang };
                Ok(text(feed::feed(context, scope, *format, route)))
            }
            Job::Sitemap(lang) => Ok(text(feed::sitemap(site, &self.plan, lang))),
            Job::SitemapIndex => Ok(text(feed::sitemap_index(site, &self.plan))),
            Job::Robots => Ok(text(feed::robots(site))),
            Job::SecurityTxt => Ok(text(feed::security_txt(site))),
            Job::Copy(file) => Ok(Content::File(Arc::clone(file))),
            Job::Asset(path) => Ok(match self.theme.assets.get(path) {
                Some(asset) => match &asset.content {
                    Some(content) => Content::Bytes(Arc::clone(content)),
                    None => Content::File(Arc::clone(&asset.file)),
                },
                None => Content::Bytes(Arc::from([])),
            }),
            Job::Picture(path, variant) => Ok(Content::Picture(Arc::clone(path), Some(*variant))),
            Job::Headers(server) => Ok(text(headers::rules(&site.config, &self.theme.look.csp, *server))),
            Job::Drawing(path) => Ok(Content::Picture(Arc::clone(path), None)),
            Job::Citation { entry: id, lang, format } => {
                let citation = citation::of(site, site.entry(*id), lang);
                Ok(text(citation.map(|citation| citation.write(*format)).unwrap_or_default()))
            }
            Job::Index(lang, file) => {
                let index = self.indexes.get(lang);
                Ok(text(index.map(|index| index.file(site, lang, self.read(), *file)).unwrap_or_default()))
            }
            Job::Print { subject, lang, file } => Ok(Content::Bytes(self.print(subject, lang, *file))),
            Job::Prints(id, bundle) => Ok(Content::Bytes(feed::prints(site, &self.prints, *id, *bundle))),
        }
    }

    /// The hash of what a job depends on beside what every page may show. Each arm names what the arm of [`Self::render`]
    /// for the same job reads; no arm stands for "all others", so that whoever adds a job says it too.
    #[must_use]
    pub fn inputs(&self, job: &Job, sources: &Sources) -> Hash {
        let site = &*self.site;
        let digest = Digest::new("job");
        match job {
            Job::Entry(id, lang) | Job::Section { entry: id, lang, .. } => {
                self.text_inputs(digest, site.entry(*id), lang)
            }
            Job::Special(special, lang) => self.special_inputs(digest, *special, lang),
            // The register tells of its print.
            Job::Register { type_, kind, .. } => {
                self.printed_inputs(digest, &Subject::Register(Arc::clone(type_), Arc::clone(kind)))
            }
            Job::Index(lang, _) => digest.add(&self.indexes.get(lang).map(|index| index.key(site, lang, self.read()))),
            Job::Print { subject, .. } => self.printed_inputs(digest, subject),
            Job::Prints(id, _) => self.printed_inputs(digest, &Subject::Entry(*id)),
            // The bytes of a file; that it exists is known to all.
            Job::Copy(path) | Job::Picture(path, _) | Job::Drawing(path) => {
                digest.add(&sources.get(path).map(|source| source.hash))
            }
            // Nothing but what every page may show: metas, settings, types, data, the theme.
            Job::Taxonomy(..)
            | Job::Term { .. }
            | Job::Part { .. }
            | Job::Data { .. }
            | Job::DataIndex(..)
            | Job::Feed { .. }
            | Job::Sitemap(..)
            | Job::SitemapIndex
            | Job::Robots
            | Job::SecurityTxt
            | Job::NotFound(..)
            | Job::NotFoundRoot
            | Job::Chooser
            | Job::Redirect(..)
            | Job::Asset(..)
            | Job::Citation { .. }
            | Job::Headers(..) => digest,
        }
        .finish()
    }

    /// The text of an entry, the source by which its translation is known to be outdated, who uses the word that it
    /// explains, and its prints: an edit of them changes no other output.
    fn text_inputs(&self, digest: Digest, entry: &Entry, lang: &Lang) -> Digest {
        let site = &*self.site;
        let translation = site.localized_doc(entry, lang).doc.meta.translation.as_ref();
        let source = translation.and_then(|it| it.hash.as_ref()).map(|_| entry.source.meta.source_hash);
        let users = site.used_in(entry, lang).into_iter().map(|id| id.0);
        let digest = digest.add(&self.body(entry, lang).hash).add(&source).list(users);
        self.printed_inputs(digest, &Subject::Entry(entry.id))
    }

    fn special_inputs(&self, digest: Digest, special: Special, lang: &Lang) -> Digest {
        let site = &*self.site;
        match special {
            // Whether a translation is outdated depends on the text of its source, which no other list shows.
            Special::Coverage => digest.list(site.entries.iter().map(|entry| self.status_words(entry))),
            // What is new depends on the day.
            Special::News => {
                digest.list(site.news(lang).into_iter().map(|news| (news.entry.0, news.day, news.updated)))
            }
            Special::Types | Special::Data | Special::Search => digest,
        }
    }

    /// How far each language is with an entry.
    fn status_words(&self, entry: &Entry) -> Vec<&'static str> {
        let languages = self.site.config.languages.iter();
        languages.map(|language| self.site.translation_status(entry, &language.lang).word()).collect()
    }

    /// What was printed of something.
    fn printed_inputs(&self, digest: Digest, subject: &Subject) -> Digest {
        digest.list(self.prints.of(subject).into_iter().map(|(.., made)| made.sha256.clone()))
    }

    /// The prints that a job shows or tells of.
    #[must_use]
    pub fn prints_of(&self, job: &Job) -> Vec<PrintName> {
        let site = &*self.site;
        match job {
            Job::Entry(id, lang) => view::told_of(site, site.entry(*id), lang),
            Job::Register { type_, kind, lang, .. } => {
                let register = site.register(type_, kind);
                let printed = register.and_then(|(type_, it)| site.register_print_route(type_, it, lang));
                let name =
                    (Subject::Register(Arc::clone(type_), Arc::clone(kind)), lang.clone(), schema::PrintVariant::Plain);
                printed.map(|_| name).into_iter().collect()
            }
            Job::Print { subject, lang, file } => vec![(subject.clone(), lang.clone(), file.variant())],
            Job::Prints(id, _) => {
                site.printed_in(*id).into_iter().flat_map(|lang| entry_prints(site, *id, &lang)).collect()
            }
            Job::Section { .. }
            | Job::Taxonomy(..)
            | Job::Term { .. }
            | Job::Special(..)
            | Job::Part { .. }
            | Job::Data { .. }
            | Job::DataIndex(..)
            | Job::Feed { .. }
            | Job::Sitemap(_)
            | Job::SitemapIndex
            | Job::Robots
            | Job::SecurityTxt
            | Job::NotFound(_)
            | Job::NotFoundRoot
            | Job::Chooser
            | Job::Redirect(..)
            | Job::Copy(_)
            | Job::Asset(_)
            | Job::Citation { .. }
            | Job::Picture(..)
            | Job::Drawing(_)
            | Job::Headers(_)
            | Job::Index(..) => Vec::new(),
        }
    }

    /// What there is to read in PDF files.
    #[must_use]
    pub fn pdf_texts(&self) -> &PdfTexts {
        &self.texts.pdf_texts
    }

    /// The files for prints of the theme.
    #[must_use]
    pub fn print_files(&self) -> &PrintFiles {
        &self.theme.prints
    }

    /// What a print is made from; nothing where it is of nothing that there is.
    #[must_use]
    pub fn print_data(&self, (subject, lang, variant): &PrintName) -> Option<PrintData> {
        let (views, _) = self.of(lang);
        match subject {
            Subject::Register(type_, kind) => view::register_data(views, type_, kind),
            Subject::Entry(id) if *variant == schema::PrintVariant::Card => {
                Some(view::card_data(views, self.site.entry(*id)))
            }
            Subject::Entry(id) => {
                let entry = self.site.entry(*id);
                Some(view::print_data(views, entry, self.body(entry, lang), *variant))
            }
        }
    }

    /// A file of a print; empty where it could not be made, which stops publication.
    fn print(&self, subject: &Subject, lang: &Lang, file: PrintFile) -> Arc<[u8]> {
        let bytes = self.prints.get(subject, lang, file.variant()).and_then(|made| match file {
            PrintFile::Pdf(_) => Some(Arc::clone(&made.print.pdf)),
            PrintFile::Preview | PrintFile::Card => {
                made.print.picture.as_ref().map(|picture| Arc::clone(&picture.bytes))
            }
        });
        bytes.unwrap_or_else(|| Arc::from([]))
    }

    fn section(&self, entry: &Entry, lang: &Lang, number: usize, route: &Route) -> Result<Content, Vec<Diagnostic>> {
        let (views, renderer) = self.of(lang);
        let body = self.body(entry, lang);
        if entry.path.as_str().is_empty() {
            let values = view::home_values(views, entry, body, renderer)?;
            return page(renderer, "home.html", values, route);
        }
        let values = view::section_values(views, entry, body, number, renderer)?;
        page(renderer, &entry.type_.list_template, values, route)
    }

    fn list(
        &self,
        lang: &Lang,
        template: &str,
        route: &Route,
        values: impl FnOnce(&Views) -> Option<TemplateValues>,
    ) -> Result<Content, Vec<Diagnostic>> {
        let (views, renderer) = self.of(lang);
        page(renderer, template, values(views).unwrap_or_default(), route)
    }

    /// Pages outside all languages are made in the default language.
    fn root(
        &self,
        template: &str,
        route: &Route,
        values: fn(&Views) -> TemplateValues,
    ) -> Result<Content, Vec<Diagnostic>> {
        self.list(&self.site.config.default_language, template, route, |views| Some(values(views)))
    }

    /// An outcome in words of a language of the site; none for what a reader may not see.
    #[must_use]
    pub fn outcome_line(&self, id: RecordId, lang: &Lang) -> Option<view::OutcomeLine> {
        view::outcome_line(self.of(lang).0, id)
    }

    /// A text of the interface in a language of the site; none where the theme has none.
    #[must_use]
    pub fn interface_text(&self, key: &str, lang: &Lang) -> Option<String> {
        Some(self.of(lang).0.text(key)).filter(|text| text != key)
    }

    fn of(&self, lang: &Lang) -> (&Views, &Renderer) {
        let made = self.by_lang.get(lang).expect("jobs are planned for the languages of the settings only");
        let (views, renderer) = made.get_or_init(|| {
            let views = Arc::new(Views::new(&self.site, &self.theme.strings, &self.theme.look, lang));
            let renderer = self.theme.renderer(&views);
            (views, renderer)
        });
        (views, renderer)
    }

    fn read(&self) -> search::ReadTexts<'_> {
        search::ReadTexts { bodies: &self.texts.bodies, pdf_texts: &self.texts.pdf_texts }
    }

    fn body(&self, entry: &Entry, lang: &Lang) -> &Body {
        let file = &self.site.localized_doc(entry, lang).doc.file;
        self.texts.bodies.get(file).map_or(&self.empty, |body| body)
    }
}

fn page(
    renderer: &Renderer,
    template: &str,
    values: TemplateValues,
    route: &Route,
) -> Result<Content, Vec<Diagnostic>> {
    match renderer.page(template, values, &route.to_string()) {
        Ok(html) => Ok(Content::Bytes(Arc::from(html))),
        Err(diagnostic) => Err(vec![*diagnostic]),
    }
}

fn text(text: String) -> Content {
    Content::Bytes(Arc::from(text.into_bytes()))
}

/// The prints of an entry in a language, in all forms.
fn entry_prints(site: &Site, id: EntryId, lang: &Lang) -> Vec<PrintName> {
    let variants = site.printed(site.entry(id), lang).map(schema::PrintSettings::all).into_iter().flatten();
    variants.map(|variant| (Subject::Entry(id), lang.clone(), variant)).collect()
}
