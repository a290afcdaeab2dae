//! Data files: taxonomies with their terms, and places. Knows nothing of who uses a term.

mod places;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::Outline;
use crate::declaration::{self, Declaration};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::lang::Lang;
use crate::message;
use crate::schema::{PLACES, words_by_language};
use crate::settings::{LocalizedText, Located, Settings};
use crate::yaml::{Node, Value, YamlKey};

pub use places::MapBounds;

/// All taxonomies, by id. Places are the taxonomy [`PLACES`].
#[derive(Clone, Debug, Default)]
pub struct Data {
    /// By id.
    pub taxonomies: BTreeMap<Arc<str>, Taxonomy>,
}

/// A set of terms.
#[derive(Clone, Debug)]
pub struct Taxonomy {
    /// File name of its declaration.
    pub id: Arc<str>,
    /// What it is called.
    pub label: LocalizedText,
    /// Path of its pages in addresses; empty when it has no pages.
    pub path: LocalizedText,
    /// Entries on a page of a term; 0 for all.
    pub per_page: usize,
    /// By id.
    pub terms: BTreeMap<Arc<str>, Term>,
    /// Lines around the land, for maps: its own, or those of the area of the site.
    pub outlines: Vec<Outline>,
    /// The declaration.
    pub span: Span,
    /// Whether each term has a feed.
    pub feed: bool,
    /// Whether terms that nobody has get a page too.
    pub all_terms: bool,
}

/// One term.
#[derive(Clone, Debug)]
pub struct Term {
    /// Stable in all languages.
    pub id: Arc<str>,
    /// What it is called.
    pub label: LocalizedText,
    /// Last part of its address; the id where a language has none.
    pub slug: LocalizedText,
    /// One sentence.
    pub description: LocalizedText,
    /// Other names by which texts call it, per language; readers do not see them.
    pub synonyms: BTreeMap<Lang, Vec<Arc<str>>>,
    /// The term above it.
    pub broader: Option<Located<Arc<str>>>,
    /// Latitude and longitude in degrees (WGS 84), for places.
    pub at: Option<(f64, f64)>,
    /// The declaration.
    pub span: Span,
}

impl Data {
    /// Reads taxonomies as they are declared, those of places among them.
    pub fn parse(declarations: &[Declaration], languages: &[Lang], diagnostics: &mut Diagnostics) -> Self {
        let mut data = Self::default();
        for declaration in declarations {
            let mut found = Diagnostics::default();
            let taxonomy = parse_taxonomy(&declaration.name, &declaration.node, languages, &mut found);
            diagnostics.append(declaration.relocate(found));
            data.taxonomies.insert(Arc::clone(&declaration.name), taxonomy);
        }
        data
    }

    /// Declares a taxonomy whose file cannot be read, so that nobody is told that it does not exist.
    pub fn add_unread(&mut self, file: &Arc<str>) {
        let id = declaration::name_of(file);
        let bare = Taxonomy::bare(&id, file);
        self.taxonomies.entry(id).or_insert(bare);
    }

    /// Ids of all taxonomies, those of places among them even when there is no file.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let places = (!self.taxonomies.contains_key(PLACES)).then_some(PLACES);
        self.taxonomies.keys().map(|id| &**id).chain(places).collect()
    }

    /// Ids of the terms of a taxonomy; none where it does not exist.
    #[must_use]
    pub fn ids(&self, taxonomy: &str) -> Vec<Arc<str>> {
        self.taxonomies.get(taxonomy).map_or_else(Vec::new, |taxonomy| taxonomy.terms.keys().cloned().collect())
    }

    /// A term of a taxonomy.
    #[must_use]
    pub fn term(&self, taxonomy: &str, id: &str) -> Option<&Term> {
        self.taxonomies.get(taxonomy)?.terms.get(id)
    }
}

impl Taxonomy {
    fn bare(id: &Arc<str>, file: &Arc<str>) -> Self {
        Self {
            id: Arc::clone(id),
            label: LocalizedText::plain(id),
            path: LocalizedText::default(),
            per_page: 0,
            terms: BTreeMap::new(),
            outlines: Vec::new(),
            span: Span::start_of(file),
            feed: false,
            all_terms: false,
        }
    }
}

fn parse_taxonomy(id: &Arc<str>, node: &Node, languages: &[Lang], diagnostics: &mut Diagnostics) -> Taxonomy {
    let mut settings = Settings::new(node, Code::SchemaInvalid, diagnostics);
    let label = settings.texts("label", languages);
    if label.is_empty() {
        let at = settings.span();
        settings.wrong(&at, message!("terms-label"));
    }
    let path = settings.addresses("path", languages);
    let per_page = settings.count("per_page").unwrap_or(20);
    let feed = settings.bool("feed", false);
    let all_terms = settings.bool("all_terms", false);
    let mut terms = BTreeMap::new();
    let mut unplaced = Vec::new();
    for (key, node) in settings.entries("terms") {
        unplaced.extend(node.get("at").is_none().then(|| key.name.clone()));
        let term = parse_term(key, node, languages, settings.diagnostics());
        terms.insert(Arc::clone(&term.id), term);
    }
    let outlines = outline(&mut settings).into_iter().collect();
    let span = settings.span();
    settings.finish();
    report_unplaced(&terms, &unplaced, diagnostics);
    for term in terms.values() {
        if let Some(broader) = &term.broader
            && !terms.contains_key(&broader.value)
        {
            diagnostics.push(
                Diagnostic::error(
                    Code::ReferenceUnknown,
                    message!("broader-unknown", term = &*broader.value, taxonomy = &**id),
                )
                .at(broader.span.clone())
                .suggest(&broader.value, terms.keys().map(|id| &**id)),
            );
        }
    }
    if let Some(term) = terms.values().find(|term| stands_above_itself(term, &terms)) {
        let message = message!("term-circle", term = &*term.id);
        let help = message!("term-circle-help");
        diagnostics.push(Diagnostic::error(Code::SchemaInvalid, message).at(term.span.clone()).help(help));
    }
    Taxonomy { id: Arc::clone(id), label, path, per_page, terms, outlines, span, feed, all_terms }
}

/// A line of a map; `None` where there is none.
fn outline(settings: &mut Settings<'_>) -> Option<Outline> {
    let node = settings.node("outline")?;
    match &node.value {
        Value::List(points) => {
            let line: Outline = points.iter().filter_map(|point| coordinates(point, settings)).collect();
            (!line.is_empty()).then_some(line)
        }
        _ => {
            settings.wrong(&node.span, message!("outline-form"));
            None
        }
    }
}

/// Where some terms have a place on the map, all should.
fn report_unplaced(terms: &BTreeMap<Arc<str>, Term>, unplaced: &[String], diagnostics: &mut Diagnostics) {
    if terms.values().all(|term| term.at.is_none()) {
        return;
    }
    for term in terms.values().filter(|term| unplaced.iter().any(|id| **id == *term.id)) {
        let message = message!("place-unplaced", place = &*term.id);
        let help = message!("place-unplaced-help");
        diagnostics.push(Diagnostic::warning(Code::PlaceUnplaced, message).at(term.span.clone()).help(help));
    }
}

/// Whether the terms above a term lead back to it.
fn stands_above_itself(term: &Term, terms: &BTreeMap<Arc<str>, Term>) -> bool {
    let above = |term: &Term| terms.get(&term.broader.as_ref()?.value);
    let mut next = above(term);
    for _ in 0..terms.len() {
        match next {
            Some(wider) if wider.id == term.id => return true,
            Some(wider) => next = above(wider),
            None => return false,
        }
    }
    false
}

fn parse_term(key: &YamlKey, node: &Node, languages: &[Lang], diagnostics: &mut Diagnostics) -> Term {
    let span = key.span.clone();
    let id: Arc<str> = Arc::from(key.name.as_str());
    let bare = Term {
        id,
        label: LocalizedText::plain(&key.name),
        slug: LocalizedText::default(),
        description: LocalizedText::default(),
        synonyms: BTreeMap::new(),
        broader: None,
        at: None,
        span,
    };
    match &node.value {
        Value::Null => bare,
        Value::Text(label) => Term { label: LocalizedText::plain(label), ..bare },
        _ => {
            let mut settings = Settings::new(node, Code::SchemaInvalid, diagnostics);
            let label = settings.texts("label", languages);
            let term = Term {
                label: if label.is_empty() { bare.label.clone() } else { label },
                slug: settings.addresses("slug", languages),
                description: settings.texts("description", languages),
                synonyms: words_by_language(&mut settings, "synonyms", languages),
                broader: settings.string("broader"),
                at: settings.node("at").and_then(|at| coordinates(at, &mut settings)),
                ..bare
            };
            settings.finish();
            term
        }
    }
}

fn coordinates(node: &Node, settings: &mut Settings<'_>) -> Option<(f64, f64)> {
    let numbers: Vec<f64> = match &node.value {
        Value::List(items) => items.iter().filter_map(|item| item.text()?.parse().ok()).collect(),
        _ => Vec::new(),
    };
    match numbers[..] {
        [lat, lon] if lat.abs() <= 90.0 && lon.abs() <= 180.0 => Some((lat, lon)),
        _ => {
            settings.wrong(&node.span, message!("place-form"));
            None
        }
    }
}
