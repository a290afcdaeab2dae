//! All steps from documents to a site. Each takes what earlier ones made and returns a value of its own, so the compiler
//! knows their order.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::glossary::Glossary;
use super::links::ResolvedLinks;
use super::order::Lists;
use super::register::Registers;
use super::related::Related;
use super::relations::Relations;
use super::sections::Routes;
use super::shown::ShownLists;
use super::used::UsedParts;
use super::{Assets, Entries, Options, Site, deadlines, event, facets, route, terms};
use crate::config::{self, Config};
use crate::data::Data;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::document::Document;
use crate::document::place::{DocumentRole, EntryPath};
use crate::image::Pictures;
use crate::lang::{Lang, Locale};
use crate::message;
use crate::schema::{FieldValue, Types};
use crate::settings::LocalizedText;

/// What a site is made of beside its documents.
#[derive(Clone, Debug)]
pub struct SiteParts {
    /// The settings.
    pub config: Arc<Config>,
    /// The content types.
    pub types: Arc<Types>,
    /// Taxonomies and places.
    pub data: Arc<Data>,
    /// Formats of every language of the settings.
    pub locales: Arc<BTreeMap<Lang, Locale>>,
    /// Entries with a document that could not be read. That was reported; what refers to them is not reported again.
    pub unread: BTreeMap<EntryPath, DocumentRole>,
    /// Files below `content/` of a kind that may not be published, and what to say of them where they are not hidden with an
    /// entry.
    pub unlisted: BTreeMap<Arc<str>, Diagnostic>,
    /// Files below `content/` that may not be published for another reason. That was reported, too.
    pub refused: BTreeSet<Arc<str>>,
    /// The pictures among the files below `content/`.
    pub pictures: Arc<Pictures>,
}

/// Makes the site. `assets` are the files below `content/` that are not documents.
pub fn assemble(
    documents: &[Arc<Document>],
    assets: &[(Arc<str>, u64)],
    parts: &SiteParts,
    options: &Options,
    diagnostics: &mut Diagnostics,
) -> Site {
    let entries = Entries::group(documents, parts, options, diagnostics);
    let assets = Assets::assign(assets, documents, &entries)
        .without(&parts.refused)
        .without_unlisted(&parts.unlisted, diagnostics);
    check_slugs(&entries, diagnostics);
    check_time_zone(&entries, diagnostics);
    event::check(&entries, diagnostics);
    if let Some(security) = &entries.config.security {
        diagnostics.extend(config::expiry(security.expires.value, entries.clock, &security.expires.span));
    }
    let routes = Routes::new(&entries);
    let links = ResolvedLinks::resolve(&entries, &assets, diagnostics);
    let relations = Relations::resolve(&entries, &assets, diagnostics);
    let terms = terms::collect(&entries);
    let lists = Lists::sort(&entries);
    let registers = Registers::collect(&entries, diagnostics);
    let used = UsedParts::find(&entries, &terms, &registers);
    deadlines::check(&entries, &registers, diagnostics);
    let filters = facets::of_entries(&entries);
    let glossary = Glossary::find(&entries, &links, documents);
    let related = Related::rank(&entries, &links, &relations, &terms);
    let shown = ShownLists::new(&entries);
    Site {
        entries,
        assets: Arc::new(assets),
        routes: Arc::new(routes),
        links: Arc::new(links),
        relations: Arc::new(relations),
        terms: Arc::new(terms),
        used: Arc::new(used),
        lists: Arc::new(lists),
        registers: Arc::new(registers),
        shown: Arc::new(shown),
        parts: Arc::new(filters),
        glossary: Arc::new(glossary),
        related: Arc::new(related),
    }
}

/// A time that calendars tell other programs needs a zone. Told once, at the first: one line mends them all.
fn check_time_zone(entries: &Entries, diagnostics: &mut Diagnostics) {
    if entries.config.time_zone.is_some() {
        return;
    }
    let timed = entries.iter().find_map(|entry| {
        let start = entry.type_.calendar.as_ref()?.start.as_ref()?;
        entry.source.meta.source_fields().get(start).filter(|value| matches!(value.value, FieldValue::DateTime(_)))
    });
    if let Some(time) = timed {
        let (message, help) = (message!("time-zone-missing"), message!("time-zone-missing-help"));
        diagnostics.push(Diagnostic::warning(Code::TimeZoneMissing, message).at(time.span.clone()).help(help));
    }
}

/// Slugs must be parts of addresses as they are.
fn check_slugs(entries: &Entries, diagnostics: &mut Diagnostics) {
    for entry in entries {
        for doc in entry.docs.values() {
            if let Some(slug) = doc.meta.text("slug")
                && let Err(diagnostic) = route::check_part(slug, message!("part-slug"))
            {
                diagnostics.push(diagnostic.at(doc.meta.span("slug", &doc.file)));
            }
        }
    }
    for path in entries.config.special.values() {
        check_path(&path.value, &path.span, diagnostics);
    }
    for type_ in entries.types.iter() {
        check_path(&type_.path, &type_.span, diagnostics);
    }
    for taxonomy in entries.data.taxonomies.values() {
        check_path(&taxonomy.path, &taxonomy.span, diagnostics);
        for term in taxonomy.terms.values() {
            let ids = std::iter::once(&term.id).filter(|_| term.slug.is_empty());
            for slug in term.slug.iter().map(|(_, slug)| slug).chain(ids) {
                if let Err(diagnostic) = route::check_part(slug, message!("part-slug-of-term")) {
                    diagnostics.push(diagnostic.at(term.span.clone()));
                }
            }
        }
    }
}

fn check_path(path: &LocalizedText, span: &Span, diagnostics: &mut Diagnostics) {
    for (_, path) in path.iter() {
        for part in path.split('/').filter(|part| !part.is_empty()) {
            if let Err(diagnostic) = route::check_part(part, message!("part-path")) {
                diagnostics.push(diagnostic.at(span.clone()));
            }
        }
    }
}
