//! Texts that are read, with their languages, to entries of this site with their names. Knows nothing of what texts say.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::fields::{self, Visibility};
use super::finding::{FindingKind, ImportFinding, ImportFindings};
use super::foreign::{AddressFacts, ForeignSite, ForeignText, join, language, name, parent, stem};
use super::front::{self, Front};
use super::{ImportFault, ImportRules, ImportTarget, ImportTree, LARGEST_TEXT, MOST_BYTES, address, headings, refused};
use crate::diagnostic::Message;
use crate::lang::{self, Lang};
use crate::message;
use crate::schema::Type;

/// Letters of the longest name: an address has room for a few of them.
const LONGEST_NAME: usize = 80;

/// A text that comes along.
#[derive(Debug)]
pub(super) struct ReadText {
    pub(super) place: ForeignText,
    pub(super) lang: Lang,
    pub(super) front: Front,
    pub(super) title: String,
    pub(super) day: Option<Date>,
    /// The address that it had.
    pub(super) address: Option<String>,
    pub(super) visibility: Visibility,
}

/// An entry that is made.
#[derive(Debug)]
pub(super) struct ImportEntry {
    /// Its path below `content/`.
    pub(super) target: String,
    pub(super) type_: Arc<Type>,
    /// Whether it is the page of a folder.
    pub(super) section: bool,
    /// One for each language; the source is the first.
    pub(super) texts: Vec<ReadText>,
}

/// Reads all texts. What cannot be read, and what is in a language that nobody asked for, is told and left out.
pub(super) fn read(
    tree: &ImportTree<'_>,
    site: &ForeignSite,
    rules: &ImportRules<'_>,
    findings: &mut ImportFindings,
) -> Result<Vec<ReadText>, ImportFault> {
    let bytes: u64 =
        site.texts.iter().filter_map(|text| tree.files.get(&text.path)).filter(|size| **size <= LARGEST_TEXT).sum();
    if bytes > MOST_BYTES {
        let message = message!("import-texts-size", size = bytes >> 20, most = MOST_BYTES >> 20);
        return Err(refused(message, message!("import-one-by-one-help")));
    }
    let mut texts = Vec::new();
    for place in &site.texts {
        let text = match utf8(tree, &place.path)
            .and_then(|text| front::read(&text).map_err(|fault| UnreadText { line: fault.line, reason: fault.message }))
        {
            Ok(front) => read_text(place, front, site, rules),
            Err(unread) => {
                findings.add(ImportFinding::new(FindingKind::NotTaken, &place.path, unread.line, unread.reason));
                continue;
            }
        };
        match text {
            Ok(text) => texts.push(text),
            Err(message) => findings.add(ImportFinding::new(FindingKind::Language, &place.path, 1, message)),
        }
    }
    cascade(&mut texts);
    Ok(texts)
}

/// Why a text is not read.
struct UnreadText {
    line: usize,
    reason: Message,
}

fn unread(line: usize, reason: Message) -> UnreadText {
    UnreadText { line, reason }
}

fn utf8(tree: &ImportTree<'_>, path: &str) -> Result<String, UnreadText> {
    let size = tree.files.get(path).copied().unwrap_or_default();
    if size > LARGEST_TEXT {
        return Err(unread(1, message!("import-text-size")));
    }
    let bytes = (tree.read)(path, LARGEST_TEXT).ok_or_else(|| unread(1, message!("import-file-unreadable")))?;
    if bytes.contains(&0) {
        return Err(unread(1, message!("import-is-no-text")));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = good.split(|byte| *byte == b'\n').count();
        unread(line, message!("import-not-utf8"))
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

fn read_text(
    place: &ForeignText,
    front: Front,
    site: &ForeignSite,
    rules: &ImportRules<'_>,
) -> Result<ReadText, Message> {
    let own = ["lang", "language", "locale"].iter().find_map(|key| front.text(key));
    let own = own.filter(|tag| language(tag).is_some());
    let tag = own.or_else(|| place.tag.clone());
    let default = site.default_tag.as_deref().and_then(language);
    let lang = match &tag {
        Some(tag) => language(tag).ok_or_else(|| message!("import-no-language", tag = tag))?,
        None => default
            .filter(|lang| rules.config.tags().contains(lang))
            .unwrap_or_else(|| rules.config.default_language.clone()),
    };
    if !rules.languages.contains(&lang) {
        return Err(message!("import-language-left", lang = &lang));
    }
    let own_title = ["title", "Title", "linkTitle", "sidebar_label"].iter().find_map(|key| front.text(key));
    let title = own_title.or_else(|| headings::leading_title(&front.body)).unwrap_or_else(|| title_of_name(place));
    let day = fields::day(&front).or(place.day);
    let facts = AddressFacts { text: place, front: &front, title: &title, day };
    let address = address::of(rules.generator, &facts, site, tag.as_deref());
    let visibility = fields::visibility(place, &front, day, site, rules);
    Ok(ReadText { place: place.clone(), lang, title, day, address, visibility, front })
}

/// Words made of a name.
fn title_of_name(place: &ForeignText) -> String {
    let name = if place.key.is_empty() { stem(&place.path) } else { name(&place.key) };
    let words = name.replace(['-', '_'], " ");
    let mut chars = words.trim().chars();
    chars.next().map_or_else(|| "…".to_owned(), |first| first.to_uppercase().chain(chars).collect())
}

/// What the page of a folder says for all below it (`cascade`).
fn cascade(texts: &mut [ReadText]) {
    let above: Vec<CascadedFolder> = texts
        .iter()
        .filter(|text| text.place.section)
        .filter_map(|text| {
            let reason = fields::cascaded(&text.front)?;
            Some(CascadedFolder { key: text.place.key.clone(), lang: text.lang.clone(), reason })
        })
        .collect();
    for text in texts {
        if let Some(folder) = above.iter().find(|folder| folder.lang == text.lang && folder.holds(&text.place.key)) {
            text.visibility.private.get_or_insert_with(|| folder.reason.clone());
        }
    }
}

/// A folder whose page says that those below it are not public.
struct CascadedFolder {
    key: String,
    lang: Lang,
    reason: Message,
}

impl CascadedFolder {
    fn holds(&self, key: &str) -> bool {
        let below = |rest: &str| rest.is_empty() || rest.starts_with('/');
        self.key.is_empty() || key.strip_prefix(self.key.as_str()).is_some_and(below)
    }
}

/// Where a text belongs before its name is made fit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct EntryKey {
    /// Pages of folders come first: what lies in the folders hangs on their names.
    is_page: bool,
    key: String,
    /// Counts texts of one language that want to be the same.
    copy: usize,
}

/// Makes entries of texts.
pub(super) fn entries(
    mut texts: Vec<ReadText>,
    site: &ForeignSite,
    rules: &ImportRules<'_>,
    findings: &mut ImportFindings,
) -> Result<Vec<ImportEntry>, ImportFault> {
    pair(&mut texts, rules);
    let mut groups: BTreeMap<EntryKey, Vec<ReadText>> = BTreeMap::new();
    let mut copies: BTreeMap<String, usize> = BTreeMap::new();
    for text in texts {
        let (is_page, key) = (!text.place.section, text.place.key.clone());
        let count = copies.entry(format!("{is_page}/{}/{key}", text.lang)).or_default();
        groups.entry(EntryKey { is_page, key, copy: *count }).or_default().push(text);
        *count += 1;
    }
    let mut taken = FreeNames::default();
    let mut there = Vec::new();
    let mut entries = Vec::new();
    for (key, mut texts) in groups {
        order(&mut texts, site, rules);
        let Some(place) = EntryPlace::of(&key, rules) else {
            let message = message!("import-type-unknown");
            texts.iter().for_each(|text| {
                findings.add(ImportFinding::new(FindingKind::NotTaken, &text.place.path, 1, message.clone()));
            });
            continue;
        };
        if place.is_root && (rules.exists)(&join(&place.target, "_index")) {
            let message = message!("import-folder-page-there", folder = &place.target);
            texts.iter().for_each(|text| {
                findings.add(ImportFinding::new(FindingKind::NotTaken, &text.place.path, 1, message.clone()));
            });
            continue;
        }
        let target = taken.free(&place.target);
        if target != place.target && !place.is_root {
            let message = message!("import-two-texts", wanted = &place.target, target = &target);
            texts.iter().for_each(|text| {
                findings.add(ImportFinding::new(FindingKind::Renamed, &text.place.path, 1, message.clone()));
            });
        }
        if (rules.exists)(&target) && !place.is_root {
            there.push(target.clone());
        }
        entries.push(ImportEntry { target, type_: place.type_, section: place.section, texts });
    }
    if let Some(first) = there.first() {
        let message = match there.len() {
            1 => message!("import-there", first = first),
            count => message!("import-there-more", first = first, count = count - 1),
        };
        let help = message!("import-into-help");
        return Err(refused(message, help));
    }
    entries.sort_by(|a, b| a.target.cmp(&b.target));
    Ok(entries)
}

/// Where an entry goes.
struct EntryPlace {
    target: String,
    type_: Arc<Type>,
    section: bool,
    /// Whether it is the page of the folder of a type.
    is_root: bool,
}

impl EntryPlace {
    fn of(key: &EntryKey, rules: &ImportRules<'_>) -> Option<Self> {
        let mapped = rules.mapping.folders.iter().filter_map(|(folder, target)| {
            let rest = key.key.strip_prefix(folder.as_str()).filter(|rest| rest.is_empty() || rest.starts_with('/'))?;
            Some(MappedFolder { length: folder.len(), target, rest: rest.trim_start_matches('/') })
        });
        let mapped = mapped.max_by_key(|mapped| mapped.length);
        let (target, rest): (&ImportTarget, &str) =
            mapped.map_or((&rules.into, &key.key), |mapped| (mapped.target, mapped.rest));
        let type_ = Arc::clone(rules.types.get(&target.type_)?);
        let folder = join(&type_.folder, &target.folder);
        let parts: Vec<String> = rest.split('/').filter(|part| !part.is_empty()).map(fitting).collect();
        let mut section = !key.is_page;
        let mut path = join(&folder, &parts.join("/"));
        let mut is_root = section && parts.is_empty();
        // The first page of the old site is no page of the folder of a type.
        if parts.is_empty() && (key.is_page || target.folder.is_empty() && key.key.is_empty()) {
            path = join(&folder, "home");
            (section, is_root) = (false, false);
        }
        if key.copy > 0 {
            (section, is_root) = (false, false);
        }
        Some(Self { target: path, type_, section, is_root })
    }
}

/// A folder of the mapping, and what is left of a key below it.
struct MappedFolder<'a> {
    length: usize,
    target: &'a ImportTarget,
    rest: &'a str,
}

/// A part of a path that fits into addresses.
fn fitting(part: &str) -> String {
    let slug = lang::slug(part);
    let short: String = slug.chars().take(LONGEST_NAME).collect();
    match short.trim_end_matches('-') {
        "" => "text".to_owned(),
        "index" => "index-page".to_owned(),
        short => short.to_owned(),
    }
}

/// Names that are taken, and the last number that each got.
#[derive(Default)]
struct FreeNames {
    taken: BTreeSet<String>,
    numbers: BTreeMap<String, usize>,
}

impl FreeNames {
    /// The target, or one with a number that nothing has yet.
    fn free(&mut self, target: &str) -> String {
        if self.taken.insert(target.to_owned()) {
            return target.to_owned();
        }
        let number = self.numbers.entry(target.to_owned()).or_insert(1);
        loop {
            *number += 1;
            let found = format!("{target}-{number}");
            if self.taken.insert(found.clone()) {
                return found;
            }
        }
    }
}

/// What a text says that its translations say too.
fn said(text: &ReadText) -> Option<String> {
    const KEYS: &[&str] = &["translationKey", "translation_key", "page_id", "ref"];
    let found = KEYS.iter().find_map(|key| text.front.text(key))?;
    Some(format!("{}/{found}", if text.place.section { "section" } else { "page" }))
}

/// Gives texts that say that they translate each other one key.
fn pair(texts: &mut [ReadText], rules: &ImportRules<'_>) {
    let mut keys: BTreeMap<String, String> = BTreeMap::new();
    for is_default in [true, false] {
        for text in texts.iter().filter(|text| (text.lang == rules.config.default_language) == is_default) {
            if let Some(said) = said(text) {
                keys.entry(said).or_insert_with(|| text.place.key.clone());
            }
        }
    }
    for text in texts {
        if let Some(key) = said(text).and_then(|said| keys.get(&said)) {
            text.place.key.clone_from(key);
        }
    }
}

/// The source first: the default language of the old site, else that of this one, else the first language.
fn order(texts: &mut [ReadText], site: &ForeignSite, rules: &ImportRules<'_>) {
    let old = site.default_tag.as_deref().and_then(language);
    let tags = rules.config.tags();
    texts.sort_by_key(|text| {
        let is_default = text.lang == rules.config.default_language;
        let is_old = Some(&text.lang) == old.as_ref();
        (!is_old, !is_default, tags.iter().position(|tag| *tag == text.lang))
    });
}

/// The folder of an entry below `content/`.
pub(super) fn folder_of(entry: &ImportEntry) -> &str {
    if entry.section { &entry.target } else { parent(&entry.target) }
}
