//! The audit of what came out: promises are proved on every published byte, output by output, so that it can run in
//! parallel; what concerns several outputs is settled at the end from small facts.
//! Knows nothing of templates, and of sources only which words of them are not public, and `unicode_lint`, the rule on
//! what people write.

mod address;
mod css;
mod finding;
mod read;
mod reader;
mod report;
mod rules;
#[cfg(test)]
mod tests;
pub mod unicode_lint;
mod values;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::config::BaseUrl;
use crate::diagnostic::{Diagnostic, Span};
use crate::image::PictureFormat;
use crate::lang::{Direction, Lang};
use crate::plan::{Job, Plan};
use crate::site::{Route, Site};
use crate::source::Sources;
use crate::theme::Glyphs;

use finding::Findings;
use rules::alternates::AlternateLink;
use rules::leak::Secrets;
use rules::{alternates, leftover, links, metadata};

/// Everything that an output is judged by. Shared by all threads.
#[derive(Debug)]
pub struct Audit {
    base: BaseUrl,
    languages: Vec<(Lang, Direction)>,
    outputs: HashMap<Arc<str>, Output>,
    /// The characters that the theme can draw, where it has fonts of its own.
    glyphs: Option<Glyphs>,
    /// The words of what is not public, where something is not.
    secrets: Option<Secrets>,
}

/// What is remembered of an output when its bytes are gone.
#[derive(Debug)]
pub struct PageFacts {
    route: Route,
    found: Findings,
    /// Ids between spaces; `None` when it is not known what the output holds.
    ids: Option<Box<str>>,
    /// Fragments of other pages that links lead to.
    fragments: Box<[(Route, Box<str>)]>,
    alternates: Box<[AlternateLink]>,
    /// Marks of templates and blocks that a page shows as marks.
    quoted: Box<[Box<str>]>,
    /// Marks in data, which may be those that a page quotes.
    marks: Box<[Box<str>]>,
}

/// Something that will stand at an address.
#[derive(Debug)]
struct Output {
    route: Route,
    /// The language that the page is made for, if it is made for one.
    lang: Option<Lang>,
    /// The source that causes it.
    from: Option<Span>,
    /// Whether it is a file as somebody else made it.
    copied: bool,
}

/// What stands at a path.
enum RouteLookup<'a> {
    Output(&'a Output),
    /// A page stands there under the same path with `/` at its end.
    Slash,
    Nothing,
}

/// An output while it is looked at: where it stands, and what it is judged by.
#[derive(Clone, Copy)]
struct AuditContext<'a> {
    audit: &'a Audit,
    route: &'a Route,
}

/// How an output is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OutputFormat {
    Page,
    Style,
    Script,
    Drawing,
    /// Feeds and sitemaps, as XML.
    Feed,
    /// Data, feeds, the search index, as JSON.
    Json,
    Table,
    Calendar,
    /// Plain text for people or machines: robots.txt, citations, subtitles, rules for servers.
    Text,
    /// PDF.
    Print,
    Archive,
    /// Pictures made of pixels.
    Picture,
    /// Fonts, sound, films: nothing that a rule could read.
    Other,
}

/// The format of an output by the end of its name.
const FORMATS: &[(&[&str], OutputFormat)] = &[
    (&[".html", ".htm"], OutputFormat::Page),
    (&[".css"], OutputFormat::Style),
    (&[".js", ".mjs"], OutputFormat::Script),
    (&[".svg"], OutputFormat::Drawing),
    (&[".xml", ".atom", ".rss"], OutputFormat::Feed),
    (&[".json", ".jsonld", ".webmanifest", ".geojson"], OutputFormat::Json),
    (&[".csv"], OutputFormat::Table),
    (&[".ics"], OutputFormat::Calendar),
    (&[".txt", ".vtt", ".srt", ".bib", ".ris", ".md", ".conf"], OutputFormat::Text),
    (&["/_headers", "/_redirects", "/.htaccess", "/Caddyfile"], OutputFormat::Text),
    (&[".pdf"], OutputFormat::Print),
    (&[".zip"], OutputFormat::Archive),
];

impl OutputFormat {
    fn of(route: &Route) -> Self {
        if route.is_page() {
            return Self::Page;
        }
        // A slash in front, so that whole names are found at the root too.
        let path = format!("/{}", route.0);
        let known = FORMATS.iter().find(|(ends, _)| ends.iter().any(|end| path.ends_with(end)));
        match known {
            Some((_, format)) => *format,
            None if PictureFormat::named(&route.0).is_some() => Self::Picture,
            None => Self::Other,
        }
    }
}

impl Audit {
    /// Gets ready to audit the outputs of a plan. `glyphs` are the characters that the theme can draw.
    #[must_use]
    pub fn new(site: &Site, plan: &Plan, glyphs: Option<Glyphs>) -> Self {
        let outputs = plan.jobs.iter().map(|(route, planned)| Output {
            route: route.clone(),
            lang: lang_of(&planned.job, site),
            from: planned.from.clone(),
            copied: matches!(planned.job, Job::Copy(_)),
        });
        let languages = site.config.languages.iter().map(|language| (language.lang.clone(), language.direction));
        Self { glyphs, ..Self::of(site.config.base_url.clone(), languages.collect(), outputs) }
    }

    fn of(base: BaseUrl, languages: Vec<(Lang, Direction)>, outputs: impl IntoIterator<Item = Output>) -> Self {
        let outputs = outputs.into_iter().map(|output| (Arc::clone(&output.route.0), output)).collect();
        Self { base, languages, outputs, glyphs: None, secrets: None }
    }

    /// The same audit, which also knows what the sources say and the site keeps back.
    #[must_use]
    pub fn guarding(self, site: &Site, sources: &Sources) -> Self {
        Self { secrets: Secrets::of(site, sources), ..self }
    }

    /// Whether there is anything to read in a file that is published as it is. Films and sound are left on the disk, and
    /// so are the PDF files of others: whether they can be read is known from the index of searches.
    #[must_use]
    pub fn reads(route: &Route) -> bool {
        !matches!(OutputFormat::of(route), OutputFormat::Other | OutputFormat::Print)
    }

    /// Audits one output.
    #[must_use]
    pub fn page(&self, route: &Route, bytes: &[u8]) -> PageFacts {
        let context = AuditContext { audit: self, route };
        match OutputFormat::of(route) {
            OutputFormat::Other => PageFacts::plain(route, Findings::default()),
            OutputFormat::Picture => PageFacts::plain(route, metadata::read(bytes)),
            OutputFormat::Print => read::print(bytes, context),
            OutputFormat::Archive => read::archive(bytes, context),
            format => read::text(bytes, format, context),
        }
    }

    /// Settles what concerns several pages, and says everything that was found: what is wrong on many pages in the
    /// same way, once.
    #[must_use]
    pub fn finish(&self, mut facts: Vec<PageFacts>) -> Vec<Diagnostic> {
        let mut found: BTreeMap<Route, Findings> = BTreeMap::new();
        for page in &mut facts {
            found.entry(page.route.clone()).or_default().append(std::mem::take(&mut page.found));
        }
        let pages: BTreeMap<&Route, &PageFacts> = facts.iter().map(|page| (&page.route, page)).collect();
        let quoted: Vec<&str> = facts.iter().flat_map(|page| &page.quoted).map(|text| &**text).collect();
        for page in &facts {
            let here = found.entry(page.route.clone()).or_default();
            links::across(page, &pages, here);
            leftover::across(page, &quoted, here);
            alternates::across(page, &pages, here);
        }
        report::diagnostics(found, |route| self.outputs.get(&route.0).and_then(|output| output.from.clone()))
    }

    /// The language of the site that a tag names.
    fn language(&self, tag: &str) -> Option<&Lang> {
        self.languages.iter().map(|(lang, _)| lang).find(|lang| lang.as_str().eq_ignore_ascii_case(tag))
    }

    /// Whether an output is a file as somebody else made it.
    fn is_copied(&self, route: &Route) -> bool {
        self.outputs.get(&route.0).is_some_and(|output| output.copied)
    }

    fn standing(&self, path: &str) -> RouteLookup<'_> {
        let page = path.strip_suffix("index.html").filter(|page| page.is_empty() || page.ends_with('/'));
        let found = self.outputs.get(path).or_else(|| self.outputs.get(page?));
        match found {
            Some(output) => RouteLookup::Output(output),
            None if self.outputs.contains_key(format!("{path}/").as_str()) => RouteLookup::Slash,
            None => RouteLookup::Nothing,
        }
    }
}

impl PageFacts {
    /// Facts of an output that no page refers into.
    fn plain(route: &Route, found: Findings) -> Self {
        Self {
            route: route.clone(),
            found,
            ids: None,
            fragments: Box::default(),
            alternates: Box::default(),
            quoted: Box::default(),
            marks: Box::default(),
        }
    }
}

/// The language that a page is made for. Pages outside all languages are made in the default language.
fn lang_of(job: &Job, site: &Site) -> Option<Lang> {
    let outside = matches!(job, Job::NotFoundRoot | Job::Chooser);
    job.page_lang().or_else(|| outside.then_some(&site.config.default_language)).cloned()
}
