//! The audit of what came out: promises about pages are proved on the pages themselves, output by output, so that it
//! can run in parallel; what concerns several pages is settled at the end from small facts.
//! Knows nothing of templates, and of sources only `unicode_lint`, the rule on what people write.

mod address;
mod alternates;
mod finding;
mod glyphs;
mod ids;
mod inline;
mod language;
mod leftover;
mod links;
mod other;
mod outline;
mod page;
mod picture;
mod reader;
mod report;
mod script;
mod style;
#[cfg(test)]
mod tests;
pub mod unicode_lint;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::config::BaseUrl;
use crate::diagnostic::{Diagnostic, Span};
use crate::image::PictureFormat;
use crate::lang::{Direction, Lang};
use crate::plan::{Job, Plan};
use crate::site::{Route, Site};
use crate::theme::Glyphs;

use alternates::AlternateLink;
use finding::Findings;

/// Everything that an output is judged by. Shared by all threads.
#[derive(Debug)]
pub struct Audit {
    base: BaseUrl,
    languages: Vec<(Lang, Direction)>,
    outputs: HashMap<Arc<str>, Output>,
    /// The characters that the theme can draw, where it has fonts of its own.
    glyphs: Option<Glyphs>,
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
}

/// Something that will stand at an address.
#[derive(Debug)]
struct Output {
    route: Route,
    /// The language that the page is made for, if it is made for one.
    lang: Option<Lang>,
    /// The source that causes it.
    from: Option<Span>,
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
#[derive(Clone, Copy, PartialEq, Eq)]
enum OutputFormat {
    Page,
    Style,
    Script,
    Drawing,
    /// Feeds and sitemaps.
    Feed,
    /// Pictures made of pixels.
    Picture,
    Other,
}

impl OutputFormat {
    fn of(route: &Route) -> Self {
        let ends = |endings: &[&str]| endings.iter().any(|ending| route.0.ends_with(ending));
        match route {
            _ if route.is_page() || ends(&[".html", ".htm"]) => Self::Page,
            _ if ends(&[".css"]) => Self::Style,
            _ if ends(&[".js", ".mjs"]) => Self::Script,
            _ if ends(&[".svg"]) => Self::Drawing,
            _ if ends(&[".xml"]) => Self::Feed,
            _ if PictureFormat::named(&route.0).is_some() => Self::Picture,
            _ => Self::Other,
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
        });
        let languages = site.config.languages.iter().map(|language| (language.lang.clone(), language.direction));
        Self { glyphs, ..Self::of(site.config.base_url.clone(), languages.collect(), outputs) }
    }

    fn of(base: BaseUrl, languages: Vec<(Lang, Direction)>, outputs: impl IntoIterator<Item = Output>) -> Self {
        let outputs = outputs.into_iter().map(|output| (Arc::clone(&output.route.0), output)).collect();
        Self { base, languages, outputs, glyphs: None }
    }

    /// Whether a file that is published as it is should be audited too: what browsers run or draw, and not what they
    /// only save.
    #[must_use]
    pub fn reads(route: &Route) -> bool {
        matches!(
            OutputFormat::of(route),
            OutputFormat::Page
                | OutputFormat::Style
                | OutputFormat::Script
                | OutputFormat::Drawing
                | OutputFormat::Picture
        )
    }

    /// Audits one output.
    #[must_use]
    pub fn page(&self, route: &Route, bytes: &[u8]) -> PageFacts {
        let spot = AuditContext { audit: self, route };
        if OutputFormat::of(route) == OutputFormat::Picture {
            return PageFacts::plain(route, picture::read(bytes));
        }
        // What is UTF-8, and all output should be, is not read twice.
        let text = str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed);
        match OutputFormat::of(route) {
            OutputFormat::Page => page::read(&text, spot),
            OutputFormat::Style => PageFacts::plain(route, style::read(&text, spot)),
            OutputFormat::Script => PageFacts::plain(route, script::read(&text)),
            OutputFormat::Drawing => PageFacts::plain(route, other::drawing(&text, spot)),
            OutputFormat::Feed => PageFacts::plain(route, other::feed(&text, spot)),
            OutputFormat::Picture | OutputFormat::Other => PageFacts::plain(route, Findings::default()),
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
        for page in &facts {
            let here = found.entry(page.route.clone()).or_default();
            links::across(page, &pages, here);
            alternates::across(page, &pages, here);
        }
        report::diagnostics(found, |route| self.outputs.get(&route.0).and_then(|output| output.from.clone()))
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
        Self { route: route.clone(), found, ids: None, fragments: Box::default(), alternates: Box::default() }
    }
}

/// The language that a page is made for. Pages outside all languages are made in the default language.
fn lang_of(job: &Job, site: &Site) -> Option<Lang> {
    let outside = matches!(job, Job::NotFoundRoot | Job::Chooser);
    job.page_lang().or_else(|| outside.then_some(&site.config.default_language)).cloned()
}
