//! Documents to a site: grouped to entries, those to publish chosen, related and put in order.
//! Each step is a function over what the earlier ones made; nothing is changed once the site is handed out.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{
    AssetFile, Doc, Entry, EntryId, Options, Site, UNREAD, facets, glossary, links, order, register, related,
    relations, route, sections, terms, translations,
};
use crate::config::Config;
use crate::data::Data;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::document::place::{DocumentRole, EntryPath};
use crate::document::{Document, Meta};
use crate::image::Pictures;
use crate::lang::{self, Lang, Locale};
use crate::schema::{Confidentiality, FieldValue, Types};

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
    pub unread: BTreeSet<EntryPath>,
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
    let mut site = Site {
        config: Arc::clone(&parts.config),
        types: Arc::clone(&parts.types),
        data: Arc::clone(&parts.data),
        clock: options.clock,
        locales: Arc::clone(&parts.locales),
        entries: Vec::new(),
        by_path: BTreeMap::new(),
        unpublished: BTreeMap::new(),
        assets: BTreeMap::new(),
        terms: BTreeMap::new(),
        routes: BTreeMap::new(),
        lists: BTreeMap::new(),
        registers: register::Registers::default(),
        parts: BTreeMap::new(),
        pictures: Arc::clone(&parts.pictures),
        phrases: Arc::default(),
    };
    gather(&mut site, documents, (options, &parts.unread), diagnostics);
    add_virtual_sections(&mut site);
    require_home(&site, documents.is_empty(), diagnostics);
    number(&mut site);
    own_assets(&mut site, assets);
    check_slugs(&site, diagnostics);
    site.routes = sections::routes(&site);
    links::resolve(&mut site, diagnostics);
    relations::relate(&mut site, diagnostics);
    terms::collect(&mut site);
    order::lists(&mut site);
    site.registers = register::collect(&site, diagnostics);
    site.parts = facets::of_entries(&site);
    glossary::find(&mut site, documents);
    related::relate(&mut site);
    site
}

/// Groups documents to entries and leaves out what is not to be published.
fn gather(
    site: &mut Site,
    documents: &[Arc<Document>],
    (options, unread): (&Options, &BTreeSet<EntryPath>),
    diagnostics: &mut Diagnostics,
) {
    for path in unread {
        site.unpublished.insert(path.clone(), UNREAD);
    }
    let mut groups: BTreeMap<&EntryPath, Vec<&Document>> = BTreeMap::new();
    for document in documents {
        groups.entry(&document.place.entry).or_default().push(document);
    }
    for (path, group) in groups.into_iter().filter(|(path, _)| !unread.contains(path)) {
        let group = without_duplicates(group, diagnostics);
        let Some(source) = translations::source(&group, &site.config, diagnostics) else { continue };
        translations::check(source, &group, diagnostics);
        if let Some(diagnostic) = unnamed(path, &group) {
            diagnostics.push(diagnostic);
            site.unpublished.insert(path.clone(), UNREAD);
            continue;
        }
        let reason = why_hidden(&source.meta, options, diagnostics);
        let docs: BTreeMap<Lang, Doc> = group
            .iter()
            .filter(|document| options.drafts || !document.meta.flag("draft"))
            .map(|document| (document.place.lang.clone(), doc(document)))
            .collect();
        if let Some(reason) = reason.or_else(|| docs.is_empty().then_some("a draft")) {
            site.unpublished.insert(path.clone(), reason);
            continue;
        }
        let section = source.place.role == DocumentRole::Section;
        let type_ = site.types.of_path(path.as_str()).filter(|_| section).unwrap_or(&source.type_);
        site.entries.push(Entry {
            id: EntryId(0),
            path: path.clone(),
            type_: Arc::clone(type_),
            section,
            docs: Arc::new(docs),
            source: Arc::new(doc(source)),
            source_lang: source.place.lang.clone(),
            parent: None,
            confidentiality: confidentiality(&source.meta),
            inverse: Vec::new(),
            backlinks: Vec::new(),
            used_in: Vec::new(),
            near: Vec::new(),
        });
    }
}

/// An entry whose name gives no address, and that has no slug instead.
fn unnamed(path: &EntryPath, group: &[&Document]) -> Option<Diagnostic> {
    if path.as_str().is_empty() || !lang::slug(path.name()).is_empty() {
        return None;
    }
    let document = group.iter().find(|document| document.meta.text("slug").is_none())?;
    let message = format!("no address can be made from the name `{}`", path.name());
    let help = "rename it with letters or digits, or set `slug`";
    Some(Diagnostic::error(Code::RouteInvalid, message).at(Span::start_of(&document.place.file)).help(help))
}

fn doc(document: &Document) -> Doc {
    Doc { file: Arc::clone(&document.place.file), meta: Arc::clone(&document.meta), ..Doc::default() }
}

/// One document per language; two files for the same one are an error that names both.
fn without_duplicates<'d>(group: Vec<&'d Document>, diagnostics: &mut Diagnostics) -> Vec<&'d Document> {
    let mut kept: Vec<&Document> = Vec::new();
    for document in group {
        let same = |other: &&&Document| {
            other.place.lang == document.place.lang
                || (other.place.role == DocumentRole::Section) != (document.place.role == DocumentRole::Section)
        };
        match kept.iter().find(same) {
            None => kept.push(document),
            Some(other) => diagnostics.push(
                Diagnostic::error(Code::DuplicateEntry, format!("two files are `{}`", document.place.entry))
                    .at(Span::start_of(&document.place.file))
                    .also(Span::start_of(&other.place.file), "the other file")
                    .help("rename or remove one of them"),
            ),
        }
    }
    kept
}

/// Why an entry is kept back as a whole.
fn why_hidden(meta: &Meta, options: &Options, diagnostics: &mut Diagnostics) -> Option<&'static str> {
    if confidentiality(meta) == Confidentiality::Closed {
        return Some("closed");
    }
    let day = |name: &str| match meta.field(name) {
        Some(FieldValue::Date(date)) => Some(*date),
        _ => None,
    };
    let (publish, expires) = (day("publish"), day("expires"));
    if let (Some(publish), Some(expires)) = (publish, expires)
        && expires <= publish
        && let Some(field) = meta.fields.get("expires")
    {
        let message = "this entry expires before it is published";
        diagnostics.push(Diagnostic::error(Code::FieldInvalid, message).at(field.span.clone()));
    }
    if expires.is_some_and(|day| day <= options.clock) {
        return Some("expired");
    }
    (publish.is_some_and(|day| day > options.clock) && !options.drafts).then_some("not published yet")
}

fn confidentiality(meta: &Meta) -> Confidentiality {
    meta.fields
        .values()
        .find_map(|field| match field.value {
            FieldValue::Confidentiality(confidentiality) => Some(confidentiality),
            _ => None,
        })
        .unwrap_or_default()
}

/// Types whose folder has no `_index` get a section all the same, so that their entries can be reached.
fn add_virtual_sections(site: &mut Site) {
    let missing: Vec<_> = site
        .types
        .iter()
        .filter(|type_| !site.entries.iter().any(|entry| *entry.path.0 == *type_.folder))
        .filter(|type_| site.entries.iter().any(|entry| !entry.section && entry.type_.name == type_.name))
        .map(Arc::clone)
        .collect();
    for type_ in missing {
        let docs = sections::virtual_docs(&type_, &site.config);
        let Some((lang, source)) = docs.first_key_value().map(|(lang, doc)| (lang.clone(), doc.clone())) else {
            continue;
        };
        site.entries.push(Entry {
            id: EntryId(0),
            path: EntryPath(Arc::clone(&type_.folder)),
            type_,
            section: true,
            docs: Arc::new(docs),
            source: Arc::new(source),
            source_lang: lang,
            parent: None,
            confidentiality: Confidentiality::Public,
            inverse: Vec::new(),
            backlinks: Vec::new(),
            used_in: Vec::new(),
            near: Vec::new(),
        });
    }
}

fn require_home(site: &Site, no_documents: bool, diagnostics: &mut Diagnostics) {
    let unread = site.unpublished.get(&EntryPath::default()) == Some(&UNREAD);
    if unread || site.entries.iter().any(|entry| entry.path.as_str().is_empty()) {
        return;
    }
    let name = format!("content/_index.{}.md", site.config.default_language);
    let diagnostic = if no_documents {
        Diagnostic::error(Code::EmptySite, "there is nothing to publish: `content/` holds no documents")
    } else {
        Diagnostic::error(Code::EmptySite, "the site has no home page")
    };
    diagnostics.push(diagnostic.help(format!("write `{name}`: three lines `---`, `title: …`, `---`, and a text")));
}

/// Gives ids in the order of paths, and every entry its section: the nearest folder above that has a page.
fn number(site: &mut Site) {
    site.entries.sort_by(|a, b| a.path.cmp(&b.path));
    for (index, entry) in site.entries.iter_mut().enumerate() {
        entry.id = EntryId(u32::try_from(index).expect("a site has fewer than 2^32 entries: each is a file"));
        site.by_path.insert(entry.path.clone(), entry.id);
    }
    let sections: Vec<bool> = site.entries.iter().map(|entry| entry.section).collect();
    for entry in &mut site.entries {
        let mut above = entry.path.parent();
        while let Some(path) = above {
            if let Some(id) = site.by_path.get(&path)
                && sections[id.0 as usize]
            {
                entry.parent = Some(*id);
                break;
            }
            above = path.parent();
        }
    }
}

/// Files beside published entries and sections are published; those of hidden entries are not.
fn own_assets(site: &mut Site, assets: &[(Arc<str>, u64)]) {
    for (asset, bytes) in assets {
        let inner = asset.strip_prefix("content/").unwrap_or(asset);
        let mut folder = EntryPath(Arc::from(inner)).parent();
        while let Some(path) = folder {
            if let Some(id) = site.by_path.get(&path) {
                if site.entry(*id).confidentiality == Confidentiality::Summary {
                    site.unpublished.insert(EntryPath(Arc::from(inner)), "withheld with the text");
                    break;
                }
                site.assets.insert(Arc::clone(asset), AssetFile { owner: *id, bytes: *bytes });
                break;
            }
            if let Some(why) = site.unpublished.get(&path).copied() {
                site.unpublished.insert(EntryPath(Arc::from(inner)), why);
                break;
            }
            folder = path.parent();
        }
    }
}

/// Slugs must be parts of addresses as they are.
fn check_slugs(site: &Site, diagnostics: &mut Diagnostics) {
    for entry in &site.entries {
        for doc in entry.docs.values() {
            if let Some(slug) = doc.meta.text("slug")
                && let Err(diagnostic) = route::check_part(slug, "slug")
            {
                diagnostics.push(diagnostic.at(doc.meta.span("slug", &doc.file)));
            }
        }
    }
    for path in site.config.special.values() {
        check_path(&path.value, &path.span, diagnostics);
    }
    for type_ in site.types.iter() {
        check_path(&type_.path, &type_.span, diagnostics);
    }
    for taxonomy in site.data.taxonomies.values() {
        check_path(&taxonomy.path, &taxonomy.span, diagnostics);
        for term in taxonomy.terms.values() {
            let ids = std::iter::once(&term.id).filter(|_| term.slug.is_empty());
            for slug in term.slug.iter().map(|(_, slug)| slug).chain(ids) {
                if let Err(diagnostic) = route::check_part(slug, "slug of a term") {
                    diagnostics.push(diagnostic.at(term.span.clone()));
                }
            }
        }
    }
}

fn check_path(path: &crate::settings::LocalizedText, span: &Span, diagnostics: &mut Diagnostics) {
    for (_, path) in path.iter() {
        for part in path.split('/').filter(|part| !part.is_empty()) {
            if let Err(diagnostic) = route::check_part(part, "path") {
                diagnostics.push(diagnostic.at(span.clone()));
            }
        }
    }
}
