//! A job to the bytes of its output; the only user of the HTML minifier. Knows nothing of disks.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::config::Special;
use crate::diagnostic::Diagnostic;
use crate::document::Body;
use crate::document::html::Component;
use crate::feed;
use crate::headers;
use crate::image::Variant;
use crate::lang::Lang;
use crate::linked::citation;
use crate::pdf::Papers;
use crate::plan::{Job, Plan};
use crate::schema;
use crate::search::{self, Bodies};
use crate::site::{Entry, EntryId, PrintFile, Route, Site};
use crate::source::Hash;
use crate::theme::view::{self, Components, PrintData, Prints, Values, Views};
use crate::theme::{PrintFiles, Renderer, Theme};

/// What stands at an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Bytes that were made.
    Bytes(Arc<[u8]>),
    /// A file of the sources as it is.
    File(Arc<str>),
    /// A picture of the sources in one of its sizes, or a drawing.
    Picture(Arc<str>, Option<Variant>),
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
    bodies: Bodies,
    papers: Papers,
    /// Made when the first job of a language is done.
    by_lang: BTreeMap<Lang, OnceLock<(Arc<Views>, Renderer)>>,
    /// The text of pages that have none.
    empty: Body,
    /// Made when they are asked for.
    indexes: BTreeMap<Lang, search::Shelf>,
    /// What was printed; nothing before [`Rendering::take_prints`].
    prints: Prints,
}

impl Components for Renderer {
    fn component(&self, component: &Component, body: &str) -> Result<String, Box<Diagnostic>> {
        Renderer::component(self, component, body)
    }

    fn outcome(&self, values: Values) -> Result<String, Box<Diagnostic>> {
        Renderer::outcome(self, values)
    }
}

impl Rendering {
    /// Gets ready to render: with the texts of documents by their files, and what there is to read in PDF files.
    #[must_use]
    pub fn new(site: Arc<Site>, plan: Arc<Plan>, theme: Arc<Theme>, (bodies, papers): (Bodies, Papers)) -> Self {
        let indexes = site.config.tags().into_iter().map(|lang| (lang, search::Shelf::default())).collect();
        let by_lang = site.config.languages.iter().map(|language| (language.lang.clone(), OnceLock::new())).collect();
        Self { site, plan, theme, bodies, papers, by_lang, empty: Body::default(), indexes, prints: Prints::default() }
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
            Job::Section(id, lang, number) => self.section(site.entry(*id), lang, *number, route),
            Job::Taxonomy(id, lang) => {
                let taxonomy = site.data.taxonomies.get(id);
                self.list(lang, "taxonomy.html", route, |views| view::taxonomy_values(views, taxonomy?))
            }
            Job::Term(taxonomy, term, lang, number) => {
                let taxonomy = site.data.taxonomies.get(taxonomy);
                self.list(lang, "term.html", route, |views| {
                    let taxonomy = taxonomy?;
                    view::term_values(views, taxonomy, taxonomy.terms.get(term)?, *number)
                })
            }
            Job::Register(type_, kind, part, lang, number) => self.list(lang, "register.html", route, |views| {
                view::register_values(views, site.types.get(type_)?, *kind, part.as_ref(), *number)
            }),
            Job::Part(type_, part, lang, number) => {
                let template = site.types.get(type_).map_or("section.html", |type_| &type_.list_template);
                self.list(lang, template, route, |views| {
                    view::part_values(views, site.types.get(type_)?, part, *number)
                })
            }
            Job::Data(dataset, lang, format) => Ok(Content::Bytes(Arc::from(feed::data(site, dataset, lang, *format)))),
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
            Job::Feed(lang, scope, format) => {
                let context = feed::Context { site, strings: &self.theme.strings, lang };
                Ok(text(feed::feed(context, scope, *format, route)))
            }
            Job::Sitemap(lang) => Ok(text(feed::sitemap(site, &self.plan, lang))),
            Job::SitemapIndex => Ok(text(feed::sitemap_index(site, &self.plan))),
            Job::Robots => Ok(text(feed::robots(site))),
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
            Job::Citation(id, lang, format) => {
                let citation = citation::of(site, site.entry(*id), lang);
                Ok(text(citation.map(|citation| citation.write(*format)).unwrap_or_default()))
            }
            Job::Index(lang, file) => {
                let index = self.indexes.get(lang);
                Ok(text(index.map(|index| index.file((site, lang), self.read(), *file)).unwrap_or_default()))
            }
            Job::Print(id, lang, file) => Ok(Content::Bytes(self.print(*id, lang, *file))),
            Job::Prints(id, bundle) => Ok(Content::Bytes(feed::prints(site, &self.prints, *id, *bundle))),
        }
    }

    /// Takes what was printed, so that pages can tell of it.
    pub fn take_prints(&mut self, prints: Prints) {
        self.prints = prints;
    }

    /// What there is to read in PDF files.
    #[must_use]
    pub fn papers(&self) -> &Papers {
        &self.papers
    }

    /// The files for prints of the theme.
    #[must_use]
    pub fn print_files(&self) -> &PrintFiles {
        &self.theme.prints
    }

    /// What a print is made from.
    ///
    /// # Errors
    /// What is wrong with the components of its text.
    pub fn print_data(
        &self,
        entry: &Entry,
        lang: &Lang,
        variant: schema::Variant,
    ) -> Result<PrintData, Vec<Diagnostic>> {
        let (views, renderer) = self.of(lang);
        view::print_data(views, entry, (self.body(entry, lang), variant), renderer)
    }

    /// A file of a print; empty where it could not be made, which stops publication.
    fn print(&self, id: EntryId, lang: &Lang, file: PrintFile) -> Arc<[u8]> {
        let bytes = match file {
            PrintFile::Pdf(variant) => self.prints.get(id, lang, variant).map(|made| &made.print.pdf),
            PrintFile::Preview => {
                let made = self.prints.get(id, lang, schema::Variant::Plain);
                made.and_then(|made| made.print.preview.as_ref()).map(|picture| &picture.webp)
            }
        };
        bytes.map_or_else(|| Arc::from([]), Arc::clone)
    }

    /// The hash of what was printed of an entry.
    fn printed(&self, entry: &Entry) -> Option<Hash> {
        entry.type_.printed.as_ref()?;
        let own = self.prints.made.iter().filter(|((id, ..), _)| *id == entry.id);
        Some(Hash::of(own.map(|(_, made)| made.sha256.as_str()).collect::<String>().as_bytes()))
    }

    /// The hash of what a job shows beside what the whole site knows: its text, the source by which a translation is known
    /// to be outdated, who uses the word that it explains. An edit of them changes no other output.
    #[must_use]
    pub fn hash_of(&self, job: &Job) -> Option<Hash> {
        let site = &*self.site;
        let all = match job {
            Job::Entry(id, lang) | Job::Section(id, lang, _) => {
                let entry = site.entry(*id);
                let translation = site.shown(entry, lang).doc.meta.translation.as_ref();
                let source = translation.and_then(|t| t.hash.as_ref()).map(|_| entry.source.meta.source_hash);
                let printed = self.printed(entry);
                format!("{:?}{source:?}{:?}{printed:?}", self.body(entry, lang).hash, site.used_in(entry, lang))
            }
            Job::Print(id, ..) | Job::Prints(id, _) => format!("{:?}", self.printed(site.entry(*id))),
            Job::Special(Special::Coverage, _) => {
                // Whether a translation is outdated depends on the text of its source, which no other list shows.
                let tag = |entry: &Entry, lang: &Lang| site.progress(entry, lang).word();
                let languages = &site.config.languages;
                let of =
                    |entry: &Entry| languages.iter().map(|language| tag(entry, &language.lang)).collect::<String>();
                site.entries.iter().map(of).collect::<String>()
            }
            // What is new depends on the day.
            Job::Special(Special::News, lang) => format!("{:?}", site.news(lang)),
            Job::Index(lang, _) => format!("{:?}", self.indexes.get(lang)?.key((site, lang), self.read())),
            _ => return None,
        };
        Some(Hash::of(all.as_bytes()))
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
        values: impl FnOnce(&Views) -> Option<Values>,
    ) -> Result<Content, Vec<Diagnostic>> {
        let (views, renderer) = self.of(lang);
        page(renderer, template, values(views).unwrap_or_default(), route)
    }

    /// Pages outside all languages are made in the default language.
    fn root(&self, template: &str, route: &Route, values: fn(&Views) -> Values) -> Result<Content, Vec<Diagnostic>> {
        self.list(&self.site.config.default_language, template, route, |views| Some(values(views)))
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

    fn read(&self) -> search::Read<'_> {
        search::Read { bodies: &self.bodies, papers: &self.papers }
    }

    fn body(&self, entry: &Entry, lang: &Lang) -> &Body {
        let file = &self.site.shown(entry, lang).doc.file;
        self.bodies.get(file).map_or(&self.empty, |body| body)
    }
}

fn page(renderer: &Renderer, template: &str, values: Values, route: &Route) -> Result<Content, Vec<Diagnostic>> {
    match renderer.page(template, values, &route.to_string()) {
        Ok(html) => Ok(Content::Bytes(Arc::from(html))),
        Err(diagnostic) => Err(vec![*diagnostic]),
    }
}

fn text(text: String) -> Content {
    Content::Bytes(Arc::from(text.into_bytes()))
}

/// A page without what browsers do not need. Closing tags stay: readers of the source and simple tools want them.
#[cfg(feature = "minify")]
#[must_use]
pub fn minify(html: &[u8]) -> Vec<u8> {
    let mut options = minify_html::Cfg::new();
    options.keep_closing_tags = true;
    options.keep_html_and_head_opening_tags = true;
    options.keep_input_type_text_attr = true;
    minify_html::minify(html, &options)
}

/// Without the minifier a page stays as the template wrote it.
#[cfg(not(feature = "minify"))]
#[must_use]
pub fn minify(html: &[u8]) -> Vec<u8> {
    html.to_vec()
}
