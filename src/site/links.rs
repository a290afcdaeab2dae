//! Where the links of documents lead, and who links to whom. Knows nothing of addresses that are spelled out; `plan`
//! checks those, because only it knows all that will exist.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::{Assets, Doc, Entries, Entry, EntryId, Site, WhyHidden};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Fix, Range32, Span};
use crate::document::links::{self, DocumentLink, LinkTarget};
use crate::image::PictureFormat;
use crate::lang::{self, Lang};
use crate::message;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTo {
    /// An entry, in the language of the reader, and an anchor there.
    Entry(EntryId, Option<Arc<str>>),
    /// A file beside an entry.
    Asset(Arc<str>),
    /// An anchor of the same page.
    Anchor(Arc<str>),
    /// An address of the site, spelled out.
    Address(Arc<str>, Option<Arc<str>>),
    /// Nowhere; reported already.
    Nowhere,
}

impl LinkTo {
    /// The entry that it leads to.
    #[must_use]
    pub fn entry(&self) -> Option<EntryId> {
        match self {
            Self::Entry(id, _) => Some(*id),
            Self::Asset(_) | Self::Anchor(_) | Self::Address(..) | Self::Nowhere => None,
        }
    }
}

/// Entries that are proposed for a broken link: those in the same folder, and those of the same name.
const PROPOSED_AMONG: usize = 400;

/// Where the links of all texts lead.
#[derive(Clone, Debug, Default)]
pub(super) struct ResolvedLinks {
    /// By the file of the text; those of a text in their order.
    by_file: BTreeMap<Arc<str>, Vec<LinkTo>>,
    /// Entries whose texts link to an entry, by the [`EntryId`] of that.
    backlinks: Vec<Vec<EntryId>>,
}

impl Site {
    /// Where the links of a document lead, by index.
    #[must_use]
    pub fn links(&self, doc: &Doc) -> &[LinkTo] {
        self.links.of(doc)
    }

    /// Entries whose texts link to an entry.
    #[must_use]
    pub fn backlinks(&self, entry: &Entry) -> &[EntryId] {
        self.links.backlinks(entry)
    }
}

impl ResolvedLinks {
    /// Finds where every link leads, and from that the backlinks.
    pub(super) fn resolve(entries: &Entries, assets: &Assets, diagnostics: &mut Diagnostics) -> Self {
        let names = LinkNames::default();
        let resolved: Vec<EntryLinks> =
            entries.all.par_iter().map(|entry| resolve_entry(entries, assets, &names, entry)).collect();
        let mut by_file = BTreeMap::new();
        let mut backlinks: Vec<Vec<EntryId>> = vec![Vec::new(); entries.len()];
        for (entry, resolved) in entries.iter().zip(resolved) {
            diagnostics.extend(resolved.diagnostics);
            by_file.extend(resolved.by_file.into_iter().filter(|(_, links)| !links.is_empty()));
            resolved.targets.into_iter().for_each(|target| backlinks[target.0 as usize].push(entry.id));
        }
        Self { by_file, backlinks }
    }

    /// Where the links of a document lead, by index.
    pub(super) fn of(&self, doc: &Doc) -> &[LinkTo] {
        self.by_file.get(&doc.file).map_or(&[], Vec::as_slice)
    }

    /// Entries whose texts link to an entry, in the order of their paths.
    pub(super) fn backlinks(&self, entry: &Entry) -> &[EntryId] {
        &self.backlinks[entry.id.0 as usize]
    }
}

/// Where the texts of one entry lead.
#[derive(Default)]
struct EntryLinks {
    by_file: Vec<(Arc<str>, Vec<LinkTo>)>,
    /// Other entries that its public texts link to.
    targets: BTreeSet<EntryId>,
    diagnostics: Vec<Diagnostic>,
}

fn resolve_entry(entries: &Entries, assets: &Assets, names: &LinkNames, entry: &Entry) -> EntryLinks {
    let mut found = EntryLinks::default();
    let withheld = entries.withheld(entry);
    for (lang, doc) in &*entry.docs {
        let links = Finder { entries, assets, names, lang, doc, withheld }.find_all(&mut found.diagnostics);
        // A text that stays inside tells nobody whom it links to.
        if !withheld {
            found.targets.extend(links.iter().filter_map(LinkTo::entry).filter(|target| *target != entry.id));
        }
        found.by_file.push((Arc::clone(&doc.file), links));
    }
    // A source that is not published shares its fields with the other languages, and their links.
    if !entry.docs.contains_key(&entry.source_lang) {
        let finder = Finder { entries, assets, names, lang: &entry.source_lang, doc: &entry.source, withheld };
        let links = finder.find_all(&mut found.diagnostics);
        found.by_file.push((Arc::clone(&entry.source.file), links));
    }
    found
}

struct Finder<'a> {
    entries: &'a Entries,
    assets: &'a Assets,
    names: &'a LinkNames,
    lang: &'a Lang,
    doc: &'a Doc,
    /// Whether the text stays inside, and with it the files that it names.
    withheld: bool,
}

impl Finder<'_> {
    fn find_all(&self, diagnostics: &mut Vec<Diagnostic>) -> Vec<LinkTo> {
        self.doc.meta.links.iter().map(|link| self.find(link, diagnostics)).collect()
    }

    fn find(&self, link: &DocumentLink, diagnostics: &mut Vec<Diagnostic>) -> LinkTo {
        let span = Span { file: Arc::clone(&self.doc.file), range: link.range };
        match &link.target {
            LinkTarget::Anchor(id) => {
                if !self.doc.meta.has_anchor(id) {
                    diagnostics.push(no_anchor(id, self.doc, link, &self.doc.file).at(span));
                }
                LinkTo::Anchor(Arc::clone(id))
            }
            LinkTarget::Address(path, fragment) => LinkTo::Address(Arc::clone(path), fragment.clone()),
            LinkTarget::Path(path, fragment) => self.path(path, fragment.as_ref(), link, &mut |diagnostic| {
                diagnostics.push(diagnostic.at(span.clone()));
            }),
        }
    }

    fn path(
        &self,
        path: &Arc<str>,
        fragment: Option<&Arc<str>>,
        link: &DocumentLink,
        say: &mut dyn FnMut(Diagnostic),
    ) -> LinkTo {
        let image = link.image;
        if !image && let Some(entry) = self.entries.find(path) {
            let target = self.entries.localized_doc(entry, self.lang).doc;
            if let Some(id) = fragment
                && (self.entries.withheld(entry) || !target.meta.has_anchor(id))
            {
                say(no_anchor(id, target, link, &self.doc.file));
            }
            return LinkTo::Entry(entry.id, fragment.cloned());
        }
        let file: Arc<str> = Arc::from(format!("content/{path}"));
        if self.assets.contains_key(&file) {
            return LinkTo::Asset(file);
        }
        if let Some(why) = self.assets.why_unpublished(path, self.entries) {
            if why == WhyHidden::Unread || (self.withheld && matches!(why, WhyHidden::Withheld | WhyHidden::OnlyHidden))
            {
                return LinkTo::Nowhere;
            }
            let message = message!("link-unpublished", path = path, why = why.message());
            say(Diagnostic::warning(Code::UnpublishedTarget, message).help(message!("link-unpublished-help")));
            return LinkTo::Nowhere;
        }
        say(if image { self.no_picture(path, link) } else { self.no_page(path, link) });
        LinkTo::Nowhere
    }

    /// A link to what is not there, with what may be meant.
    fn no_page(&self, path: &str, link: &DocumentLink) -> Diagnostic {
        if let Some(meant) = links::meant_address(&link.written) {
            let message = message!("link-without-scheme", written = &*link.written);
            return self.written(Diagnostic::error(Code::BrokenLink, message), link, &meant);
        }
        if link.written.contains('\\') {
            let told = Diagnostic::error(Code::LinkUnsafe, message!("link-own-computer"));
            return told.help(message!("link-own-computer-help"));
        }
        let told = Diagnostic::error(Code::BrokenLink, message!("page-unknown", path = path));
        let (sure, near) = (self.names.called(self.entries, path, &link.written), self.near(path));
        let found: Vec<String> = if sure.is_empty() { near } else { sure.clone() };
        match (&sure[..], &found[..]) {
            ([only], _) => {
                let fragment = link.written.split_once('#').map(|(_, fragment)| format!("#{fragment}"));
                self.written(told, link, &format!("@/{only}{}", fragment.unwrap_or_default()))
            }
            (_, []) => told.help(message!("page-unknown-help")),
            (_, [only]) => told.help(message!("did-you-mean", name = format!("@/{only}"))),
            (_, several) => {
                let names: Vec<String> = several.iter().map(|name| format!("@/{name}")).collect();
                told.help(message!("one-of", names = names))
            }
        }
    }

    /// A picture that is not there, with those of nearly that name in the folder of the page.
    fn no_picture(&self, path: &str, link: &DocumentLink) -> Diagnostic {
        if !is_picture(path) && path.rsplit('/').next().is_some_and(|name| name.contains('.')) {
            let message = message!("picture-kind", path = path);
            return Diagnostic::error(Code::BrokenLink, message).help(message!("picture-kind-help"));
        }
        let told = Diagnostic::error(Code::BrokenLink, message!("picture-unknown", path = path));
        let folder = self.doc.file.rsplit_once('/').map_or("", |(folder, _)| folder);
        let start = format!("{folder}/");
        let wanted = lang::slug(stem(path));
        let beside: Vec<&str> = self
            .assets
            .keys()
            .filter_map(|file| file.strip_prefix(&*start))
            .filter(|name| !name.contains('/') && is_picture(name))
            .collect();
        let same: Vec<&str> = beside.iter().copied().filter(|name| lang::slug(stem(name)) == wanted).collect();
        if let [only] = same[..] {
            return self.written(told, link, only);
        }
        let mut near: Vec<(usize, &str)> =
            beside.iter().map(|name| (strsim::damerau_levenshtein(&lang::slug(stem(name)), &wanted), *name)).collect();
        near.retain(|(distance, _)| *distance <= (wanted.chars().count() / 3).max(1));
        near.sort_unstable();
        let names: Vec<&str> = near.into_iter().map(|(_, name)| name).take(MOST_NAMED).collect();
        let is_folder = self.doc.file.rsplit('/').next().is_some_and(|name| name.starts_with("index."));
        match names[..] {
            [] if is_folder => told.help(message!("picture-unknown-help", folder = folder)),
            [] => told.help(message!("picture-unknown-folder-help")),
            [only] => told.help(message!("did-you-mean", name = only)),
            _ => told.help(message!("one-of", names = &names[..])),
        }
    }

    /// Says what to write as the destination of a link.
    fn written(&self, told: Diagnostic, link: &DocumentLink, right: &str) -> Diagnostic {
        write_destination(told, link, &self.doc.file, right)
    }

    /// Paths that may have been meant, nearest first.
    fn near(&self, path: &str) -> Vec<String> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let entries = self.entries.iter().map(|entry| entry.path.as_str());
        let among = entries.filter(|candidate| {
            let (other, last) = candidate.rsplit_once('/').unwrap_or(("", candidate));
            other == folder || last == name
        });
        let far = |candidate: &str| strsim::damerau_levenshtein(path, candidate);
        let mut near: Vec<(usize, &str)> = among.take(PROPOSED_AMONG).map(|one| (far(one), one)).collect();
        let most = (path.chars().count() / 3).clamp(2, 12);
        near.retain(|(distance, one)| *distance <= most || one.rsplit('/').next() == Some(name));
        near.sort_unstable();
        near.into_iter().map(|(_, one)| one.to_owned()).take(MOST_NAMED).collect()
    }
}

/// Whether a file is a picture by its name.
fn is_picture(path: &str) -> bool {
    PictureFormat::named(path).is_some() || path.to_ascii_lowercase().ends_with(".svg")
}

/// Names that a hint gives, nearest first.
const MOST_NAMED: usize = 5;

/// A name without its ending.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// By what entries are called: the last part of their paths and old addresses, and their titles in all languages. Made when
/// the first link leads nowhere.
#[derive(Default)]
struct LinkNames {
    by_name: OnceLock<BTreeMap<String, BTreeSet<EntryId>>>,
}

impl LinkNames {
    /// The paths of the entries that a destination names by something else than their paths, at most five.
    fn called(&self, entries: &Entries, path: &str, written: &str) -> Vec<String> {
        let spelled = written.split(['#', '?']).next().unwrap_or_default();
        let spelled = spelled.trim_start_matches(['@', '/', '.']).trim_end_matches('/');
        let bare = spelled.strip_suffix(".md").unwrap_or(spelled);
        if let Some(entry) = entries.find(bare).or_else(|| entries.find(&bare.to_lowercase())) {
            return vec![entry.path.as_str().to_owned()];
        }
        let names = self.by_name.get_or_init(|| by_name(entries));
        let last = path.rsplit('/').next().unwrap_or(path);
        let last = last.strip_suffix(".md").unwrap_or(last);
        // A name may end with a language that it does not have.
        let short = last.rsplit_once('.').map_or(last, |(name, _)| name);
        let found = [last, short].into_iter().find_map(|name| names.get(&lang::slug(name)));
        let found = found.into_iter().flatten().map(|id| entries.all[id.0 as usize].path.as_str().to_owned());
        found.take(MOST_NAMED).collect()
    }
}

fn by_name(entries: &Entries) -> BTreeMap<String, BTreeSet<EntryId>> {
    let mut names: BTreeMap<String, BTreeSet<EntryId>> = BTreeMap::new();
    for entry in entries {
        let mut called = vec![lang::slug(entry.path.name())];
        for doc in entry.docs.values() {
            called.push(lang::slug(doc.meta.title()));
            let aliases = doc.meta.aliases().filter_map(|alias| alias.trim_end_matches('/').rsplit('/').next());
            called.extend(aliases.map(lang::slug));
        }
        for name in called.into_iter().filter(|name| !name.is_empty()) {
            names.entry(name).or_default().insert(entry.id);
        }
    }
    names
}

/// Says what to write as the destination of a link, and carries the change.
pub(crate) fn write_destination(told: Diagnostic, link: &DocumentLink, file: &Arc<str>, right: &str) -> Diagnostic {
    let help = message!("write", text = right);
    let told = told.help(help.clone());
    if link.at == Range32::default() {
        return told;
    }
    told.fix(Fix::new(help, Span { file: Arc::clone(file), range: link.at }, right))
}

fn no_anchor(id: &str, target: &Doc, link: &DocumentLink, file: &Arc<str>) -> Diagnostic {
    let told = Diagnostic::error(Code::BrokenAnchor, message!("anchor-unknown", file = &*target.file, id = id));
    let headings = target.meta.headings.iter().map(|heading| (&*heading.id, &*heading.title));
    let outcomes = target.meta.source_outcomes().iter().map(|outcome| (&*outcome.id, &*outcome.text));
    let wanted = lang::slug(id);
    let known: Vec<(&str, String)> = headings.chain(outcomes).map(|(id, words)| (id, lang::slug(words))).collect();
    let same: BTreeSet<&str> =
        known.iter().filter(|(id, words)| lang::slug(id) == wanted || *words == wanted).map(|(id, _)| *id).collect();
    if let Some(only) = same.first().filter(|_| same.len() == 1) {
        let before = link.written.split('#').next().unwrap_or_default();
        return write_destination(told, link, file, &format!("{before}#{only}"));
    }
    let mut near: Vec<(usize, &str)> =
        known.iter().take(PROPOSED_AMONG).map(|(id, words)| (distance(&wanted, id, words), *id)).collect();
    near.sort_unstable();
    near.dedup();
    let most = (wanted.chars().count() / 3).clamp(1, 4);
    let close: Vec<String> = near
        .iter()
        .filter(|(distance, _)| *distance <= most)
        .map(|(_, id)| format!("#{id}"))
        .take(MOST_NAMED)
        .collect();
    let names =
        if close.is_empty() { near.iter().map(|(_, id)| format!("#{id}")).take(MOST_NAMED).collect() } else { close };
    match &names[..] {
        [] => told.help(message!("anchor-none-help")),
        [only] => told.help(message!("did-you-mean", name = only)),
        _ => told.help(message!("one-of", names = names)),
    }
}

/// How far a word is from an id, or from the words that it stands for.
fn distance(wanted: &str, id: &str, words: &str) -> usize {
    let own = strsim::damerau_levenshtein(wanted, &lang::slug(id));
    own.min(strsim::damerau_levenshtein(wanted, words))
}
