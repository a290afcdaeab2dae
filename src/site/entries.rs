//! Documents to entries: grouped, those to publish chosen, numbered and put below their sections. The first step of a
//! site; all others stand on it. Knows nothing of links, relations and lists.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::hidden::{HiddenEntry, HiddenFolders, HiddenToo, is_draft, says_draft};
use super::names::Names;
use super::next_meeting::Followers;
use super::parties::PartyNames;
use super::{
    Doc, Entry, EntryId, Options, SiteParts, WhyHidden, consent, next_meeting, parties, sections, translations,
};
use crate::config::Config;
use crate::data::Data;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::document::place::{DocumentPlace, DocumentRole, EntryPath};
use crate::document::{Document, Meta};
use crate::image::Pictures;
use crate::lang::{self, Lang, Locale};
use crate::message;
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
    pub(super) unpublished: Arc<BTreeMap<EntryPath, HiddenEntry>>,
    /// Entries that follow others, by those.
    pub(super) followers: Arc<Followers>,
    /// What owners may be called by.
    pub(super) party_names: Arc<PartyNames>,
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
        let mut grouping = Grouping::new(parts, options);
        for (path, group) in by_entry(documents) {
            match parts.unread.get(path) {
                Some(role) => grouping.add_unread(path, *role, &group),
                None => grouping.add(path, &group, diagnostics),
            }
        }
        let Grouping { mut found, hidden: unpublished, .. } = grouping.with_inherited(diagnostics);
        found.extend(virtual_sections(&found, parts));
        found.sort_by(|a, b| a.path.cmp(&b.path));
        let has_home = found.iter().any(|entry| entry.path.as_str().is_empty());
        if !has_home && unpublished.get(&EntryPath::default()).is_none_or(|hidden| hidden.why != WhyHidden::Unread) {
            diagnostics.push(no_home(&parts.config, documents.is_empty()));
        }
        let by_path = ids(&found);
        let entries = Self {
            config: Arc::clone(&parts.config),
            types: Arc::clone(&parts.types),
            data: Arc::clone(&parts.data),
            clock: options.clock,
            locales: Arc::clone(&parts.locales),
            pictures: Arc::clone(&parts.pictures),
            all: numbered(found, &by_path),
            by_path: Arc::new(by_path),
            unpublished: Arc::new(unpublished),
            followers: Arc::default(),
            party_names: Arc::default(),
        };
        let ids: Vec<EntryId> = entries.iter().map(|entry| entry.id).collect();
        let entries = entries.with_ids(&ids, diagnostics);
        let followers = next_meeting::followers(&entries);
        let party_names = parties::names(&entries);
        Self { followers: Arc::new(followers), party_names: Arc::new(party_names), ..entries }
    }

    /// The same entries, with documents in the place of those of the same file.
    pub(super) fn with_updated_docs(&self, documents: &[Arc<Document>]) -> Self {
        let mut all = self.all.to_vec();
        let mut updated = Vec::new();
        for document in documents {
            if let Some(id) = self.by_path.get(&document.place.entry) {
                let entry = &mut all[id.0 as usize];
                *entry = with_updated_doc(entry, document);
                updated.push(*id);
            }
        }
        let told_when_assembled = &mut Diagnostics::default();
        Self { all: Arc::from(all), ..self.clone() }.with_ids(&updated, told_when_assembled)
    }

    /// The same entries, of which some have ids in the place of other names.
    fn with_ids(self, of: &[EntryId], diagnostics: &mut Diagnostics) -> Self {
        let names = Names::new(&self);
        let entries = of.iter().map(|id| self.entry(*id));
        let settled: Vec<Entry> = entries.filter_map(|entry| names.settled(entry, diagnostics)).collect();
        if settled.is_empty() {
            return self;
        }
        let mut all = self.all.to_vec();
        for entry in settled {
            let at = entry.id.0 as usize;
            all[at] = entry;
        }
        Self { all: Arc::from(all), ..self }
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
    pending: Option<WhyHidden>,
}

/// Entries while they are chosen.
struct Grouping<'a> {
    rules: EntryRules<'a>,
    found: Vec<NewEntry>,
    hidden: BTreeMap<EntryPath, HiddenEntry>,
    /// What lines of entries hide beside themselves, to be told once.
    too: BTreeMap<EntryPath, HiddenToo>,
}

impl<'a> Grouping<'a> {
    fn new(parts: &'a SiteParts, options: &'a Options) -> Self {
        let unread = parts.unread.iter();
        let unread = unread.map(|(path, role)| (path.clone(), hidden(WhyHidden::Unread, *role)));
        let files =
            options.taken_down.iter().map(|path| (path.clone(), hidden(WhyHidden::TakenDown, DocumentRole::File)));
        let hidden = unread.chain(files).collect();
        Self { rules: EntryRules { parts, options }, found: Vec::new(), hidden, too: BTreeMap::new() }
    }

    /// Adds the documents of one path.
    fn add(&mut self, path: &EntryPath, group: &[&Document], diagnostics: &mut Diagnostics) {
        let group = without_duplicates(group, diagnostics);
        let role = group.first().map_or(DocumentRole::File, |document| document.place.role);
        if self.rules.options.taken_down.contains(path) {
            self.hidden.insert(path.clone(), hidden(WhyHidden::TakenDown, role));
            return;
        }
        let Some(source) = translations::source(&group, &self.rules.parts.config, diagnostics) else {
            self.hidden.insert(path.clone(), hidden(WhyHidden::Unread, role));
            return;
        };
        self.too.extend(hidden_too(source, &group, self.rules.options).map(|too| (path.clone(), too)));
        match choose(source, &group, &self.rules, diagnostics) {
            Ok(entry) => self.found.push(entry),
            Err(why) => drop(self.hidden.insert(path.clone(), hidden(why, role))),
        }
    }

    /// Looks why an entry of which a document could not be read is hidden in any case, by those that could.
    fn add_unread(&mut self, path: &EntryPath, role: DocumentRole, group: &[&Document]) {
        let Options { clock, drafts, taken_down } = self.rules.options;
        let told_when_all_is_read = &mut Diagnostics::default();
        let sources = group.iter().map(|document| &document.meta).filter(|meta| meta.translation.is_none());
        let says = sources.filter_map(|meta| {
            let withheld = (confidentiality(meta) == Confidentiality::Summary).then_some(WhyHidden::Withheld);
            why_hidden(meta, *clock, told_when_all_is_read).max(withheld)
        });
        let ended = consent::has_ended(group, *clock).then_some(WhyHidden::ConsentEnded);
        let why = says.max().max(ended).filter(|why| !drafts || !why.shows_with_drafts());
        if let Some(why) = why.filter(|_| !taken_down.contains(path)) {
            self.hidden.insert(path.clone(), hidden(why, role));
        }
    }

    /// Hides what lies below entries that are hidden or whose text stays inside, at any depth, and tells of it.
    fn with_inherited(mut self, diagnostics: &mut Diagnostics) -> Self {
        let mut folders = HiddenFolders::default();
        for (path, hidden) in self.hidden.iter().filter(|(_, hidden)| !hidden.alone) {
            folders.add(path, hidden.why);
        }
        for entry in self.found.iter().filter(|entry| !entry.section) {
            let withheld = (entry.confidentiality == Confidentiality::Summary).then_some(WhyHidden::Withheld);
            if let Some(why) = withheld.or(entry.pending) {
                folders.add(&entry.path, why);
            }
        }
        // In the order of paths: what lies deeper takes the reason of what lies above, which may have taken it itself.
        for (path, hidden) in self.hidden.iter_mut().filter(|(_, hidden)| hidden.why == WhyHidden::Unread) {
            let shows = |why: WhyHidden| self.rules.options.drafts && why.shows_with_drafts();
            if let Some((_, why)) = folders.above(path).filter(|(_, why)| *why != WhyHidden::Unread && !shows(*why)) {
                *hidden = HiddenEntry { why, alone: false };
                folders.add(path, why);
            }
        }
        for mut entry in std::mem::take(&mut self.found) {
            match folders.above(&entry.path) {
                Some((_, why)) if self.rules.options.drafts && why.shows_with_drafts() => {
                    entry.wait_for(why);
                    self.found.push(entry);
                }
                Some((nearest, why)) => {
                    if let Some(too) = self.too.get_mut(nearest) {
                        too.below.push(entry.path.clone());
                    }
                    self.hidden.insert(entry.path, HiddenEntry { why, alone: false });
                }
                None => self.found.push(entry),
            }
        }
        self.too.values().for_each(|too| too.tell(diagnostics));
        self
    }
}

impl NewEntry {
    /// Marks an entry that shows only because somebody asks for drafts, by an entry above it.
    fn wait_for(&mut self, why: WhyHidden) {
        self.pending = self.pending.max(Some(why));
        if why == WhyHidden::Draft {
            self.docs.values_mut().for_each(|doc| doc.draft = true);
        }
    }
}

/// The page of a folder hides nothing but itself.
fn hidden(why: WhyHidden, role: DocumentRole) -> HiddenEntry {
    HiddenEntry { why, alone: role == DocumentRole::Section }
}

/// What a source hides beside itself, by a line that does not say so by its name.
fn hidden_too(source: &Document, group: &[&Document], options: &Options) -> Option<HiddenToo> {
    let (meta, file) = (&source.meta, &source.place.file);
    let too = |why, at| HiddenToo { at, why, languages: Vec::new(), below: Vec::new() };
    if says_draft(source, options) && !options.drafts {
        let hidden =
            group.iter().filter(|document| !says_draft(document, options) && is_draft(document, source, options));
        let languages = hidden.map(|document| document.place.lang.clone()).collect();
        return Some(HiddenToo { languages, ..too(WhyHidden::Draft, meta.span("draft", file)) });
    }
    let (_, at) = confidentiality_field(meta).filter(|(level, _)| *level == Confidentiality::Summary)?;
    Some(too(WhyHidden::Withheld, at.clone()))
}

fn by_entry(documents: &[Arc<Document>]) -> BTreeMap<&EntryPath, Vec<&Document>> {
    let mut groups: BTreeMap<&EntryPath, Vec<&Document>> = BTreeMap::new();
    for document in documents {
        groups.entry(&document.place.entry).or_default().push(document);
    }
    groups
}

/// The entry that documents of one path make, or why it is not published.
fn choose(
    source: &Document,
    group: &[&Document],
    rules: &EntryRules<'_>,
    diagnostics: &mut Diagnostics,
) -> Result<NewEntry, WhyHidden> {
    translations::check(source, group, diagnostics);
    if let Some(diagnostic) = unnamed(&source.place.entry, group) {
        diagnostics.push(diagnostic);
        return Err(WhyHidden::Unread);
    }
    if source.meta.undecided {
        return Err(WhyHidden::Unread);
    }
    let drafts = rules.options.drafts;
    let waits = why_hidden(&source.meta, rules.options.clock, diagnostics);
    if let Some(why) = waits.filter(|why| !drafts || !why.shows_with_drafts()) {
        return Err(why);
    }
    let today = rules.options.clock;
    consent::tell(group, today, diagnostics);
    if consent::has_ended(group, today) {
        return Err(WhyHidden::ConsentEnded);
    }
    consent::tell_expiry(source, today, diagnostics);
    let docs: BTreeMap<Lang, Doc> = group
        .iter()
        .map(|document| (document.place.lang.clone(), doc(document, is_draft(document, source, rules.options))))
        .filter(|(_, doc)| drafts || !doc.draft)
        .collect();
    if docs.is_empty() {
        return Err(WhyHidden::Draft);
    }
    let all_drafts = docs.values().all(|doc| doc.draft).then_some(WhyHidden::Draft);
    let section = source.place.role == DocumentRole::Section;
    let type_ = rules.parts.types.of_path(source.place.entry.as_str()).filter(|_| section).unwrap_or(&source.type_);
    Ok(NewEntry {
        path: source.place.entry.clone(),
        type_: Arc::clone(type_),
        section,
        source: docs.get(&source.place.lang).cloned().unwrap_or_else(|| facts(source)),
        docs,
        source_lang: source.place.lang.clone(),
        confidentiality: confidentiality(&source.meta),
        pending: waits.max(all_drafts),
    })
}

/// An entry whose name gives no address, and that has no slug instead.
fn unnamed(path: &EntryPath, group: &[&Document]) -> Option<Diagnostic> {
    if path.as_str().is_empty() || !lang::slug(path.name()).is_empty() {
        return None;
    }
    let document = group.iter().find(|document| document.meta.text("slug").is_none())?;
    let message = message!("name-without-address", name = path.name());
    let help = message!("name-without-address-help");
    Some(Diagnostic::error(Code::RouteInvalid, message).at(Span::start_of(&document.place.file)).help(help))
}

/// One document per language; two files for the same one are an error that names both.
fn without_duplicates<'d>(group: &[&'d Document], diagnostics: &mut Diagnostics) -> Vec<&'d Document> {
    let mut kept: Vec<&Document> = Vec::new();
    for document in group {
        match kept.iter().find(|other| are_the_same(other, document)) {
            None => kept.push(document),
            Some(other) => diagnostics.push(
                Diagnostic::error(Code::DuplicateEntry, message!("two-files", entry = document.place.entry.as_str()))
                    .at(Span::start_of(&document.place.file))
                    .also(Span::start_of(&other.place.file), message!("the-other-file"))
                    .help(message!("two-files-help")),
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

/// Why an entry is kept back as a whole, by what its source says for all languages.
fn why_hidden(meta: &Meta, today: Date, diagnostics: &mut Diagnostics) -> Option<WhyHidden> {
    if confidentiality(meta) == Confidentiality::Closed {
        return Some(WhyHidden::Closed);
    }
    let (publish, expires) = (meta.day("publish"), meta.day("expires"));
    if let (Some(publish), Some(expires)) = (publish, expires)
        && expires <= publish
        && expires != Date::MIN
        && let Some(field) = meta.source_fields().get("expires")
    {
        let message = message!("expires-before-published");
        diagnostics.push(Diagnostic::error(Code::FieldInvalid, message).at(field.span.clone()));
    }
    if expires.is_some_and(|day| day <= today) {
        return Some(WhyHidden::Expired);
    }
    publish.is_some_and(|day| day > today).then_some(WhyHidden::NotYet)
}

fn confidentiality(meta: &Meta) -> Confidentiality {
    confidentiality_field(meta).map(|(level, _)| level).unwrap_or_default()
}

/// How much may be public, and the line that says so.
fn confidentiality_field(meta: &Meta) -> Option<(Confidentiality, &Span)> {
    meta.source_fields().values().find_map(|field| match field.value {
        FieldValue::Confidentiality(confidentiality) => Some((confidentiality, &field.span)),
        _ => None,
    })
}

/// Types whose folder has no `_index` get a section all the same, so that their entries can be reached. Without entries there
/// is one only where the navigation leads to it.
fn virtual_sections(entries: &[NewEntry], parts: &SiteParts) -> Vec<NewEntry> {
    let config = &parts.config;
    let named: BTreeSet<&str> = config.menu.iter().chain(&config.footer).map(|item| &*item.value).collect();
    let has_entries = |type_: &Type| entries.iter().any(|entry| !entry.section && entry.type_.name == type_.name);
    let has_section = |type_: &Type| entries.iter().any(|entry| *entry.path.0 == *type_.folder);
    let missing = parts
        .types
        .iter()
        .filter(|type_| !has_section(type_) && (has_entries(type_) || named.contains(&*type_.folder)));
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
        pending: None,
    })
}

fn no_home(config: &Config, no_documents: bool) -> Diagnostic {
    let name = format!("content/_index.{}.md", config.default_language);
    let diagnostic = if no_documents {
        Diagnostic::error(Code::EmptySite, message!("site-empty"))
    } else {
        Diagnostic::error(Code::EmptySite, message!("home-missing"))
    };
    diagnostic.help(message!("home-missing-help", name = name))
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
            pending: entry.pending,
        })
        .collect()
}

fn doc(document: &Document, draft: bool) -> Doc {
    Doc { file: Arc::clone(&document.place.file), meta: Arc::clone(&document.meta), draft, title_lang: None }
}

/// A source that is not published: what it says for all languages, and none of its words.
fn facts(source: &Document) -> Doc {
    Doc { meta: Arc::new(source.meta.facts(&source.type_)), ..doc(source, true) }
}

/// The same entry, with a document in the place of that of its file; documents that are not published stay out.
fn with_updated_doc(entry: &Entry, document: &Document) -> Entry {
    let DocumentPlace { file, lang, .. } = &document.place;
    let mut updated = entry.clone();
    // What hides a document is a part of what sites are assembled from, so that it has not changed.
    let published = entry.docs.get(lang).filter(|doc| doc.file == *file);
    if let Some(old) = published {
        Arc::make_mut(&mut updated.docs).insert(lang.clone(), doc(document, old.draft));
    }
    if entry.source.file == *file {
        updated.source = Arc::new(published.map_or_else(|| facts(document), |old| doc(document, old.draft)));
    }
    updated
}
