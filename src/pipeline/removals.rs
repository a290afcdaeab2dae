//! Takes away what must not be public any more, when the sources of today make no site: the site that was published last
//! is made once more from the texts that were kept of it, without what has to go. So nothing that is left shows it.
//! Knows nothing of how pages are made.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use super::addresses;
use super::build::{Building, Publication};
use super::incremental::LoadCache;
use super::load::{self, Loaded, load_again};
use super::prints::Keep;
use super::published::{self, documents};
use super::verdict::{Today, Verdict, is_known, words};
use super::{Request, Run, RunFailure, erase};
use crate::cache::{Cache, Published, PublishedStore};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Levels, Message, Severity};
use crate::document::place::{self, CONTENT, DocumentPlace, EntryPath};
use crate::message;
use crate::output::OutputDir;
use crate::site::{Site, WhyHidden};
use crate::source::{Hash, Sources};

/// Entries that are named one by one; of more there is a number.
const MOST: usize = 20;

/// Why an entry is told of that is still there.
pub(super) const LESS: Message = message!("less-public");

/// A build that stopped, and what is left of it.
pub(super) struct Stopped<'a> {
    /// The run over the sources of today.
    pub run: &'a Run<'a>,
    pub root: &'a Path,
    pub folder: &'a OutputDir,
    pub store: &'a PublishedStore,
    /// What the folder holds; none where that is not known any more.
    pub published: Option<&'a Published>,
    pub cache: &'a Cache,
    /// The site that the sources of today would make, as far as they can be read.
    pub site: Option<Arc<Site>>,
    /// What was found.
    pub found: Diagnostics,
}

/// What must not be public any more.
#[derive(Debug, Default)]
pub(super) struct Removals {
    /// Entries that go, with the reason.
    pub entries: BTreeMap<String, Message>,
    /// Entries of which less is public than before, with the texts that go where the others cannot be read anew.
    pub reduced: BTreeMap<String, BTreeSet<String>>,
    /// Files that go: attachments and pictures.
    pub files: BTreeSet<String>,
}

impl Removals {
    fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.reduced.is_empty() && self.files.is_empty()
    }

    /// All entries, where nothing of those can stay either of which less is public.
    fn all_entries(&self) -> BTreeSet<&String> {
        self.entries.keys().chain(self.reduced.keys()).collect()
    }

    /// Entries that can be made anew from the texts that they have today.
    fn renewed(&self) -> BTreeSet<&String> {
        self.reduced.iter().filter(|(_, texts)| texts.is_empty()).map(|(path, _)| path).collect()
    }
}

/// How far something was taken away.
enum TakenAway {
    /// From all that is left.
    Whole,
    /// Files were deleted, and pages with them that would show it.
    Deleted(usize),
    /// Not at all: the folder cannot be written to.
    Nothing,
}

impl Stopped<'_> {
    /// Does what there is to do after a build that failed in this way, and adds that to what was found.
    pub(super) fn end(
        mut self,
        failure: RunFailure,
        mut diagnostics: Diagnostics,
        levels: &Levels,
    ) -> (RunFailure, Diagnostics) {
        self.found = diagnostics.clone();
        diagnostics.extend(match failure {
            RunFailure::Content => self.take_down(),
            RunFailure::Environment | RunFailure::Unfinished => self.still_public(),
            RunFailure::Interrupted => Vec::new(),
        });
        diagnostics.finish(levels);
        // What is taken down was decided by each of them.
        (failure, place::one_for_each_folder(diagnostics))
    }

    /// Takes away what must not be public any more and says so. Whatever cannot be taken away is named.
    fn take_down(mut self) -> Vec<Diagnostic> {
        self.site = self.site.take().or_else(|| self.site_by_old_rules());
        let nothing = Published::default();
        let known = self.published.is_some();
        let published = self.published.unwrap_or(&nothing);
        let removals = if known { self.removals(published) } else { self.removals_unknown() };
        if removals.is_empty() {
            return Vec::new();
        }
        let taken = if known { self.without(published, &removals) } else { self.without_faults() };
        let taken = taken.unwrap_or_else(|| self.erase(published, &removals));
        told(published, &removals, &taken)
    }

    /// Names what must not be public any more and could not be taken away, because the folder cannot be written to.
    fn still_public(mut self) -> Vec<Diagnostic> {
        self.site = self.site.take().or_else(|| self.site_by_old_rules());
        let Some(published) = self.published else { return Vec::new() };
        let removals = self.removals(published);
        if removals.is_empty() { Vec::new() } else { told(published, &removals, &TakenAway::Nothing) }
    }

    /// With broken settings nobody knows what the texts of today mean: then those hold by which the site was published.
    fn site_by_old_rules(&self) -> Option<Arc<Site>> {
        let published = self.published?;
        let texts = self.texts(published, |path| !path.starts_with(CONTENT))?;
        let sources = self.run.sources.with_replaced(texts, |path| path.starts_with(CONTENT));
        let mut cache = LoadCache::default();
        load_again(&sources, self.run.request, &mut cache);
        cache.last.site().map(|last| Arc::clone(&last.site))
    }

    /// The texts that were kept of what is published; none where one is missing.
    pub(super) fn texts(
        &self,
        published: &Published,
        wanted: impl Fn(&str) -> bool,
    ) -> Option<BTreeMap<Arc<str>, Arc<[u8]>>> {
        let wanted: Vec<(&String, &String)> = published.texts.iter().filter(|(path, _)| wanted(path)).collect();
        let texts = self.store.texts(&wanted.iter().map(|(_, name)| name.as_str()).collect());
        let text = |name: &String| texts.get(name).map(Arc::clone);
        wanted.into_iter().map(|(path, name)| Some((Arc::from(path.as_str()), text(name)?))).collect()
    }

    /// What was public, and is not by the texts and the day of today.
    fn removals(&self, published: &Published) -> Removals {
        let mut removals = Removals::default();
        let today = Today::new(self);
        for (path, entry) in &published.entries {
            match today.verdict(path, entry, published) {
                Verdict::Stays => {}
                Verdict::Less(texts) => drop(removals.reduced.insert(path.clone(), texts)),
                Verdict::Goes(why) => drop(removals.entries.insert(path.clone(), why)),
            }
        }
        for (file, hash) in &published.files {
            let inside = file.strip_prefix(CONTENT);
            let is_hidden = inside.is_some_and(|inside| {
                today.why_above(inside, published).is_some()
                    || self.site.as_ref().and_then(|site| site.why_unpublished(inside)).is_some_and(is_known)
            });
            if is_hidden || today.is_gone(file, Some(hash)) {
                removals.files.insert(file.clone());
            }
        }
        removals
    }

    /// Whether a file has an error.
    pub(super) fn has_error(&self, file: &str) -> bool {
        self.faulty().any(|faulty| **faulty == *file)
    }

    /// The files that have errors, one for each error.
    pub(super) fn faulty(&self) -> impl Iterator<Item = &Arc<str>> {
        let errors = self.found.items().iter().filter(|found| found.severity == Severity::Error);
        errors.filter_map(|found| Some(&found.at.as_ref()?.file))
    }

    /// Whether a file may be there all the same: it, or a folder above it, could not be read.
    pub(super) fn is_unreadable(&self, file: &str) -> bool {
        let unreadable = self.found.items().iter().filter(|found| found.code == Code::FileUnreadable);
        unreadable.map(|found| &found.at).any(|at| at.as_ref().is_none_or(|span| file.starts_with(&*span.file)))
    }

    /// Why an entry is not published today.
    pub(super) fn why_hidden(&self, path: &str) -> Option<WhyHidden> {
        self.site.as_ref()?.entries.why_unpublished(path)
    }

    /// Where nobody remembers what was published: entries that are hidden, and of which the folder has a file of their
    /// name all the same.
    fn removals_unknown(&self) -> Removals {
        let mut removals = Removals::default();
        let Some(site) = &self.site else { return removals };
        let doubted = Today::new(self).doubted;
        let hidden = site.all_unpublished().into_iter().filter(|(_, why)| is_known(*why));
        for (path, why) in doubted.iter().map(|(path, doubt)| (path.as_str(), doubt.why)).chain(hidden) {
            if !erase::named_outputs(self.folder, path).is_empty() {
                removals.entries.insert(path.to_owned(), words(why));
            }
        }
        removals
    }

    /// Makes what was published once more without what has to go. None where that makes no site.
    fn without(&self, published: &Published, removals: &Removals) -> Option<TakenAway> {
        let nothing = BTreeSet::new();
        let attempts = [(removals.renewed(), removals.entries.keys().collect()), (nothing, removals.all_entries())];
        for (renewed, hidden) in attempts {
            let fresh = self.documents_of(&renewed);
            let old: BTreeSet<&String> =
                renewed.iter().filter_map(|path| published.entries.get(*path)).flat_map(|it| &it.sources).collect();
            let texts = self.texts(published, |path| !old.iter().any(|file| **file == *path))?;
            // A file that has become one that may not be published would stop all.
            let is_same = |path: &str| published.files.contains_key(path) && !self.has_error(path);
            let sources = self.run.sources.with_replaced(texts, |path| fresh.contains(path) || is_same(path));
            let unseen = published.entries.values().flat_map(|entry| entry.sources.difference(&entry.public));
            let texts = removals.reduced.values().flatten().chain(unseen.filter(|file| !old.contains(file)));
            let files = removals.files.iter().chain(texts).filter_map(|file| file.strip_prefix(CONTENT));
            let down = hidden.iter().map(|path| path.as_str()).chain(files);
            let down = down.map(|path| EntryPath(Arc::from(path))).collect();
            if let Some(taken) = self.publish(&sources, down, published) {
                return Some(taken);
            }
        }
        None
    }

    /// The files of the documents that entries have today.
    fn documents_of(&self, paths: &BTreeSet<&String>) -> BTreeSet<String> {
        let Some(site) = &self.site else { return BTreeSet::new() };
        let entries = paths.iter().filter_map(|path| site.find(path));
        entries.flat_map(documents).map(str::to_owned).collect()
    }

    /// Makes the site of today without the entries that have errors. None where that makes no site.
    fn without_faults(&self) -> Option<TakenAway> {
        let faulty: BTreeSet<&str> = self.faulty().map(|file| &**file).collect();
        let site = self.site.as_ref()?;
        let places = self.faulty().filter_map(|file| Some(DocumentPlace::parse(file, &site.config).ok()?.entry));
        let texts: Vec<Arc<str>> = faulty.iter().filter_map(|file| self.run.sources.shown(file)).collect();
        // With the text that named it, a file beside a flat page would become one of the folder's.
        let named = site.assets.iter().filter(|(path, asset)| {
            let name = path.rsplit('/').next().unwrap_or(path);
            site.entry(asset.owner).section && texts.iter().any(|text| text.contains(name))
        });
        let down = places.chain(named.map(|(path, _)| EntryPath::of_file(path))).collect();
        let sources = self.run.sources.with_replaced(BTreeMap::new(), |path| !faulty.contains(path));
        self.publish(&sources, down, &Published::default())
    }

    /// Makes a site and puts it into the folder. None where it has errors that matter.
    fn publish(&self, sources: &Sources, down: BTreeSet<EntryPath>, before: &Published) -> Option<TakenAway> {
        let request = Request { strict: false, ..self.run.request.clone() };
        let run = Run { sources, request: &request, control: self.run.control, keep: Keep::Nothing };
        let mut memory = LoadCache { taken_down: Arc::new(down), ..LoadCache::default() };
        let result = run.prepare_with(&mut memory, Diagnostics::default());
        let mut diagnostics = result.diagnostics;
        diagnostics.finish(&result.levels);
        let loaded = result.loaded.filter(|_| diagnostics.items().iter().all(is_harmless))?;
        let site_key = load::site_key(sources, &loaded);
        let (folder, root) = (self.folder, self.root);
        let building = Building { run: &run, loaded: &loaded, site_key, folder, before: self.cache };
        match building.publish(Hash::default(), SystemTime::now()) {
            Ok(Publication { cache, touched, .. }) => {
                // Without it the next build makes everything anew.
                let _ = cache.write(&crate::cache::file(root, folder.path()));
                let now = published::with_retracted(published::record(&loaded, sources), before, &touched);
                keep(self.store, sources, &now);
                Some(TakenAway::Whole)
            }
            Err((RunFailure::Content, _)) => None,
            Err(_) => Some(TakenAway::Nothing),
        }
    }

    fn erase(&self, published: &Published, removals: &Removals) -> TakenAway {
        let entries = removals.all_entries();
        match erase::erase(self.folder, self.store, published, &entries, &removals.files) {
            Ok(count) => {
                let mut now = published.clone();
                now.entries.retain(|path, _| !entries.contains(path));
                now.files.retain(|path, _| !removals.files.contains(path));
                let now = published::with_retracted(now, published, &BTreeSet::new());
                // A record that knows of nothing would say that there is nothing.
                if self.published.is_some() {
                    keep(self.store, self.run.sources, &now);
                }
                TakenAway::Deleted(count)
            }
            Err(_) => TakenAway::Nothing,
        }
    }
}

/// Writes the record of what is published. Without one, the next failing build takes less away: that is all it costs.
fn keep(store: &PublishedStore, sources: &Sources, now: &Published) {
    let text = |path: &str| published::kept_text(sources, path, now.texts.get(path)?);
    let _ = store.write(now, text);
}

/// What a build knows of the one before.
pub(super) struct BuildMemory<'a> {
    pub store: &'a PublishedStore,
    /// What was published; none where that is not known.
    pub before: Option<&'a Published>,
    /// Why entries leave that the site itself says nothing of.
    pub left_for: &'a BTreeMap<String, Message>,
}

/// Writes down what a build published, and tells what left the site since the one before.
pub(super) fn remember(
    loaded: &Loaded,
    sources: &Sources,
    memory: &BuildMemory<'_>,
    touched: &BTreeSet<String>,
) -> Vec<Diagnostic> {
    let nothing = Published::default();
    let BuildMemory { store, before, left_for } = *memory;
    let old = before.unwrap_or(&nothing);
    let now = published::with_retracted(published::record(loaded, sources), old, touched);
    keep(store, sources, &now);
    let site = &loaded.rendering.site;
    let mut gone = BTreeMap::new();
    let mut told = addresses::removed(loaded, old, &now);
    let mut deleted = Vec::new();
    for (path, entry) in &old.entries {
        let files = entry.outputs.iter().filter(|file| touched.contains(*file)).count();
        if !now.entries.contains_key(path) && site.entries.why_unpublished(path).is_none() {
            // What was moved is answered by aliases; a page that never had an address of its own is told as the rest is.
            let lost = addresses::lost(entry, loaded);
            let had_page = entry.outputs.iter().any(|file| file.ends_with(".html"));
            if !lost.is_empty() {
                deleted.push((path, files, lost));
            }
            if had_page {
                continue;
            }
        }
        let why_hidden = || site.entries.why_unpublished(path).map(WhyHidden::message);
        let why = || left_for.get(path).cloned().or_else(why_hidden).unwrap_or_else(|| message!("deleted"));
        match now.entries.get(path) {
            None => drop(gone.insert(path.clone(), (why(), files))),
            Some(now) if !entry.grants.is_subset(&now.grants) => {
                gone.insert(path.clone(), (LESS, files));
            }
            Some(_) => {}
        }
    }
    let more = deleted.len().saturating_sub(MOST);
    told.extend(deleted.iter().take(MOST).map(|(path, files, lost)| addresses::deleted(path, *files, lost)));
    if more > 0 {
        told.push(Diagnostic::warning(Code::AddressRemoved, message!("more-left-site", count = more)));
    }
    told.extend(told_removals(&gone, false));
    told
}

/// Says of each entry or file why it left the site, or that it did not.
fn told_removals(all: &BTreeMap<String, (Message, usize)>, is_still_there: bool) -> Vec<Diagnostic> {
    let mut told: Vec<Diagnostic> =
        all.iter().take(MOST).map(|(path, (why, files))| told_removal(path, why, *files, is_still_there)).collect();
    let more = all.len().saturating_sub(MOST);
    if more > 0 && is_still_there {
        let message = message!("more-still-public", count = more);
        told.push(Diagnostic::error(Code::StillPublic, message));
    } else if more > 0 {
        told.push(Diagnostic::warning(Code::TakenDown, message!("more-left-site", count = more)));
    }
    told
}

fn told_removal(path: &str, why: &Message, files: usize, is_still_there: bool) -> Diagnostic {
    let name = addresses::named(path);
    if is_still_there {
        let message = message!("still-public", name = name, why = why);
        let help = message!("still-public-help");
        return Diagnostic::error(Code::StillPublic, message).help(help);
    }
    let files = message!("so-many-files", count = files);
    let message = message!("left-site", name = name, why = why, files = files);
    let help = match path.strip_prefix(CONTENT) {
        Some(_) => message!("copies-stay-help"),
        None => message!("copies-stay-retract-help", path = path),
    };
    Diagnostic::warning(Code::TakenDown, message).help(help)
}

/// Whether an error only says that something is named which is not there any more: the link is left out.
fn is_harmless(found: &Diagnostic) -> bool {
    found.severity != Severity::Error
        || matches!(
            found.code,
            Code::BrokenLink
                | Code::BrokenAnchor
                | Code::ReferenceUnknown
                | Code::UnpublishedTarget
                | Code::ConsentEnded
        )
}

/// Whether a file lies in the folder of one of some entries.
fn is_below<'a>(file: &str, mut entries: impl Iterator<Item = &'a String>) -> bool {
    let inside = file.strip_prefix(CONTENT).unwrap_or(file);
    entries.any(|path| !path.is_empty() && inside.starts_with(&format!("{path}/")))
}

fn told(published: &Published, removals: &Removals, taken: &TakenAway) -> Vec<Diagnostic> {
    let mut all: BTreeMap<String, (Message, usize)> = BTreeMap::new();
    let files = |path: &String| published.entries.get(path).map_or(0, |entry| entry.outputs.len());
    all.extend(removals.entries.iter().map(|(path, why)| (path.clone(), (why.clone(), files(path)))));
    all.extend(removals.reduced.keys().map(|path| (path.clone(), (LESS, files(path)))));
    let alone: Vec<&String> = removals.files.iter().filter(|file| !is_below(file, all.keys())).collect();
    all.extend(alone.into_iter().map(|file| (file.clone(), (message!("no-file-any-more"), 1))));
    let mut told = told_removals(&all, matches!(taken, TakenAway::Nothing));
    if let TakenAway::Deleted(count) = taken {
        let message = message!("files-deleted", count = *count);
        let help = message!("files-deleted-help");
        told.push(Diagnostic::warning(Code::TakenDown, message).help(help));
    }
    told
}
