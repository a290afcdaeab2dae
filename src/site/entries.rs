//! Documents to entries: grouped, those to publish chosen, numbered and put below their sections. The first step of a
//! site; all others stand on it. Knows nothing of links, relations and lists.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Doc, Entry, EntryId, Options, SiteParts, WhyHidden, consent, sections, translations};
use crate::config::Config;
use crate::data::Data;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::document::place::{DocumentPlace, DocumentRole, EntryPath};
use crate::document::{Document, Meta};
use crate::image::Pictures;
use crate::lang::{self, Lang, Locale};
use crate::schema::{Confidentiality, FieldValue, Type, Types};

/// All published entries, and what they are read by.
#[derive(Clone, Debug)]
pub struct Entries {
    /// The settings.
    pub config: Arc<Config>,
    /// The content types.
    pub types: Arc<Types>,
    /// Taxonomies and places.
    pub data: Arc<Data>,
    /// Today.
    pub clock: Date,
    /// Formats of each language.
    pub locales: Arc<BTreeMap<Lang, Locale>>,
    /// The pictures among the files below `content/`.
    pub pictures: Arc<Pictures>,
    /// By [`EntryId`], in the order of their paths.
    pub(super) all: Arc<[Entry]>,
    pub(super) by_path: Arc<BTreeMap<EntryPath, EntryId>>,
    /// Entries that exist and are not published, with the reason.
    pub(super) unpublished: Arc<BTreeMap<EntryPath, WhyHidden>>,
}

impl<'a> IntoIterator for &'a Entries {
    type Item = &'a Entry;
    type IntoIter = std::slice::Iter<'a, Entry>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Entries {
    /// Groups documents to entries and leaves out what is not to be published.
    pub(super) fn group(
        documents: &[Arc<Document>],
        parts: &SiteParts,
        options: &Options,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let mut unpublished: BTreeMap<EntryPath, WhyHidden> =
            parts.unread.iter().map(|path| (path.clone(), WhyHidden::Unread)).collect();
        let mut found = Vec::new();
        for (path, group) in by_entry(documents).into_iter().filter(|(path, _)| !parts.unread.contains(*path)) {
            match choose(&group, &EntryRules { parts, options }, diagnostics) {
                Some(Ok(entry)) => found.push(entry),
                Some(Err(why)) => drop(unpublished.insert(path.clone(), why)),
                None => {}
            }
        }
        found.extend(virtual_sections(&found, parts));
        found.sort_by(|a, b| a.path.cmp(&b.path));
        let has_home = found.iter().any(|entry| entry.path.as_str().is_empty());
        if !has_home && unpublished.get(&EntryPath::default()) != Some(&WhyHidden::Unread) {
            diagnostics.push(no_home(&parts.config, documents.is_empty()));
        }
        let by_path = ids(&found);
        Self {
            config: Arc::clone(&parts.config),
            types: Arc::clone(&parts.types),
            data: Arc::clone(&parts.data),
            clock: options.clock,
            locales: Arc::clone(&parts.locales),
            pictures: Arc::clone(&parts.pictures),
            all: numbered(found, &by_path),
            by_path: Arc::new(by_path),
            unpublished: Arc::new(unpublished),
        }
    }

    /// The same entries, with documents in the place of those of the same file.
    pub(super) fn with_updated_docs(&self, documents: &[Arc<Document>]) -> Self {
        let mut all = self.all.to_vec();
        for document in documents {
            if let Some(id) = self.by_path.get(&document.place.entry) {
                let entry = &mut all[id.0 as usize];
                *entry = with_updated_doc(entry, document);
            }
        }
        Self { all: Arc::from(all), ..self.clone() }
    }

    /// The entries, in the order of their paths.
    pub fn iter(&self) -> std::slice::Iter<'_, Entry> {
        self.all.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

/// By what is decided which documents make an entry.
struct EntryRules<'a> {
    parts: &'a SiteParts,
    options: &'a Options,
}

/// An entry that is not numbered yet.
struct NewEntry {
    path: EntryPath,
    type_: Arc<Type>,
    section: bool,
    docs: BTreeMap<Lang, Doc>,
    source: Doc,
    source_lang: Lang,
    confidentiality: Confidentiality,
}

fn by_entry(documents: &[Arc<Document>]) -> BTreeMap<&EntryPath, Vec<&Document>> {
    let mut groups: BTreeMap<&EntryPath, Vec<&Document>> = BTreeMap::new();
    for document in documents {
        groups.entry(&document.place.entry).or_default().push(document);
    }
    groups
}

/// The entry that documents of one path make, or why it is not published. `None` without a source, which is reported.
fn choose(
    group: &[&Document],
    rules: &EntryRules<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Result<NewEntry, WhyHidden>> {
    let group = without_duplicates(group, diagnostics);
    let source = translations::source(&group, &rules.parts.config, diagnostics)?;
    translations::check(source, &group, diagnostics);
    if let Some(diagnostic) = unnamed(&source.place.entry, &group) {
        diagnostics.push(diagnostic);
        return Some(Err(WhyHidden::Unread));
    }
    if let Some(reason) = why_hidden(&source.meta, rules.options, diagnostics) {
        return Some(Err(reason));
    }
    let today = rules.options.clock;
    consent::tell(&group, today, diagnostics);
    if consent::has_ended(&group, today) {
        return Some(Err(WhyHidden::ConsentEnded));
    }
    consent::tell_expiry(source, today, diagnostics);
    let docs: BTreeMap<Lang, Doc> = group
        .iter()
        .filter(|document| rules.options.drafts || !document.meta.flag("draft"))
        .map(|document| (document.place.lang.clone(), doc(document)))
        .collect();
    if docs.is_empty() {
        return Some(Err(WhyHidden::Draft));
    }
    let section = source.place.role == DocumentRole::Section;
    let type_ = rules.parts.types.of_path(source.place.entry.as_str()).filter(|_| section).unwrap_or(&source.type_);
    Some(Ok(NewEntry {
        path: source.place.entry.clone(),
        type_: Arc::clone(type_),
        section,
        docs,
        source: doc(source),
        source_lang: source.place.lang.clone(),
        confidentiality: confidentiality(&source.meta),
    }))
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

/// One document per language; two files for the same one are an error that names both.
fn without_duplicates<'d>(group: &[&'d Document], diagnostics: &mut Diagnostics) -> Vec<&'d Document> {
    let mut kept: Vec<&Document> = Vec::new();
    for document in group {
        match kept.iter().find(|other| are_the_same(other, document)) {
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

/// Whether two documents of one path say that they are the same: in one language, or one as a section and one not.
fn are_the_same(one: &Document, other: &Document) -> bool {
    let is_section = |document: &Document| document.place.role == DocumentRole::Section;
    one.place.lang == other.place.lang || is_section(one) != is_section(other)
}

/// Why an entry is kept back as a whole.
fn why_hidden(meta: &Meta, options: &Options, diagnostics: &mut Diagnostics) -> Option<WhyHidden> {
    if confidentiality(meta) == Confidentiality::Closed {
        return Some(WhyHidden::Closed);
    }
    let (publish, expires) = (meta.day("publish"), meta.day("expires"));
    if let (Some(publish), Some(expires)) = (publish, expires)
        && expires <= publish
        && let Some(field) = meta.source_fields().get("expires")
    {
        let message = "this entry expires before it is published";
        diagnostics.push(Diagnostic::error(Code::FieldInvalid, message).at(field.span.clone()));
    }
    if expires.is_some_and(|day| day <= options.clock) {
        return Some(WhyHidden::Expired);
    }
    (publish.is_some_and(|day| day > options.clock) && !options.drafts).then_some(WhyHidden::NotYet)
}

fn confidentiality(meta: &Meta) -> Confidentiality {
    meta.source_fields()
        .values()
        .find_map(|field| match field.value {
            FieldValue::Confidentiality(confidentiality) => Some(confidentiality),
            _ => None,
        })
        .unwrap_or_default()
}

/// Types whose folder has no `_index` get a section all the same, so that their entries can be reached.
fn virtual_sections(entries: &[NewEntry], parts: &SiteParts) -> Vec<NewEntry> {
    let has_entries = |type_: &Type| entries.iter().any(|entry| !entry.section && entry.type_.name == type_.name);
    let has_section = |type_: &Type| entries.iter().any(|entry| *entry.path.0 == *type_.folder);
    let missing = parts.types.iter().filter(|type_| !has_section(type_) && has_entries(type_));
    missing.filter_map(|type_| virtual_section(type_, &parts.config)).collect()
}

fn virtual_section(type_: &Arc<Type>, config: &Config) -> Option<NewEntry> {
    let docs = sections::virtual_docs(type_, config);
    let (lang, source) = docs.first_key_value()?;
    Some(NewEntry {
        path: EntryPath(Arc::clone(&type_.folder)),
        type_: Arc::clone(type_),
        section: true,
        source: source.clone(),
        source_lang: lang.clone(),
        docs,
        confidentiality: Confidentiality::Public,
    })
}

fn no_home(config: &Config, no_documents: bool) -> Diagnostic {
    let name = format!("content/_index.{}.md", config.default_language);
    let diagnostic = if no_documents {
        Diagnostic::error(Code::EmptySite, "there is nothing to publish: `content/` holds no documents")
    } else {
        Diagnostic::error(Code::EmptySite, "the site has no home page")
    };
    diagnostic.help(format!("write `{name}`: three lines `---`, `title: …`, `---`, and a text"))
}

/// Ids in the order of paths.
fn ids(entries: &[NewEntry]) -> BTreeMap<EntryPath, EntryId> {
    let number = |index| EntryId(u32::try_from(index).expect("a site has fewer than 2^32 entries: each is a file"));
    entries.iter().enumerate().map(|(index, entry)| (entry.path.clone(), number(index))).collect()
}

/// Gives every entry its id, and its section: the nearest folder above that has a page.
fn numbered(entries: Vec<NewEntry>, ids: &BTreeMap<EntryPath, EntryId>) -> Arc<[Entry]> {
    let sections: Vec<bool> = entries.iter().map(|entry| entry.section).collect();
    let section = |path: &EntryPath| ids.get(path).copied().filter(|id| sections[id.0 as usize]);
    entries
        .into_iter()
        .map(|entry| Entry {
            id: ids[&entry.path],
            parent: std::iter::successors(entry.path.parent(), EntryPath::parent).find_map(|path| section(&path)),
            path: entry.path,
            type_: entry.type_,
            section: entry.section,
            docs: Arc::new(entry.docs),
            source: Arc::new(entry.source),
            source_lang: entry.source_lang,
            confidentiality: entry.confidentiality,
        })
        .collect()
}

fn doc(document: &Document) -> Doc {
    Doc { file: Arc::clone(&document.place.file), meta: Arc::clone(&document.meta) }
}

/// The same entry, with a document in the place of that of its file; documents that are not published stay out.
fn with_updated_doc(entry: &Entry, document: &Document) -> Entry {
    let DocumentPlace { file, lang, .. } = &document.place;
    let mut updated = entry.clone();
    if entry.docs.get(lang).is_some_and(|doc| doc.file == *file) {
        Arc::make_mut(&mut updated.docs).insert(lang.clone(), doc(document));
    }
    if entry.source.file == *file {
        updated.source = Arc::new(doc(document));
    }
    updated
}
