//! Takes away what must not be public any more, when the sources of today make no site: the site that was published last
//! is made once more from the texts that were kept of it, without what has to go. So nothing that is left shows it.
//! Knows nothing of how pages are made.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use super::build::{Building, Publication};
use super::incremental::LoadCache;
use super::load::{self, Loaded, load_again};
use super::prints::Keep;
use super::published::{self, documents, grants};
use super::{Request, Run, RunFailure, erase, raw};
use crate::cache::{Cache, Published, PublishedStore};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Levels, Severity};
use crate::document::place::{CONTENT, EntryPath};
use crate::output::OutputDir;
use crate::site::{Site, WhyHidden};
use crate::source::{Hash, Sources};

/// Entries that are named one by one; of more there is a number.
const MOST: usize = 20;

/// Why an entry is told of that is still there.
const LESS: &str = "less of it is public than before";

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
    pub entries: BTreeMap<String, String>,
    /// Entries of which less is public than before.
    pub reduced: BTreeSet<String>,
    /// Files that go: attachments and pictures.
    pub files: BTreeSet<String>,
}

impl Removals {
    fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.reduced.is_empty() && self.files.is_empty()
    }

    /// All entries, where nothing of those can stay either of which less is public.
    fn all_entries(&self) -> BTreeSet<&String> {
        self.entries.keys().chain(&self.reduced).collect()
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
        (failure, diagnostics)
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
    fn texts(&self, published: &Published, wanted: impl Fn(&str) -> bool) -> Option<BTreeMap<Arc<str>, Arc<[u8]>>> {
        let wanted = published.texts.iter().filter(|(path, _)| wanted(path));
        wanted.map(|(path, name)| Some((Arc::from(path.as_str()), self.store.text(name)?))).collect()
    }

    /// What was public, and is not by the texts and the day of today.
    fn removals(&self, published: &Published) -> Removals {
        let mut removals = Removals::default();
        let sources = self.run.sources;
        let hashes: BTreeSet<String> = sources.under("content").map(|source| source.hash.to_string()).collect();
        for (path, entry) in &published.entries {
            let raw = entry.sources.iter().find_map(|file| self.raw_reason(file));
            if let Some(why) = raw.or_else(|| self.why_hidden(path)) {
                removals.entries.insert(path.clone(), why);
                continue;
            }
            if let Some(now) = self.site.as_ref().and_then(|site| Some((site, site.find(path)?))) {
                let (site, now) = now;
                if !entry.grants.is_subset(&grants(site, now)) || site.ended_consents(now) > entry.ended {
                    removals.reduced.insert(path.clone());
                }
                continue;
            }
            let hash = |file: &String| published.texts.get(file).and_then(|name| name.split('.').next());
            let is_gone = |file: &String| self.is_gone(file, hash(file), &hashes);
            // A section without a text of its own goes with what lies in it.
            if !entry.sources.is_empty() && entry.sources.iter().all(is_gone) {
                removals.entries.insert(path.clone(), "deleted".to_owned());
            }
        }
        for (file, hash) in &published.files {
            let inside = file.strip_prefix(CONTENT);
            let why = inside.and_then(|inside| self.site.as_ref()?.why_unpublished(inside));
            let is_gone = self.is_gone(file, Some(hash), &hashes);
            if is_gone || why.is_some_and(|why| why != WhyHidden::Unread) {
                removals.files.insert(file.clone());
            }
        }
        removals
    }

    /// Whether a file that was published is not there any more, also not under another name.
    fn is_gone(&self, file: &str, hash: Option<&str>, hashes: &BTreeSet<String>) -> bool {
        let is_moved = hash.is_some_and(|hash| hashes.contains(hash));
        self.run.sources.get(file).is_none() && !is_moved && !self.is_unreadable(file)
    }

    /// Whether a file may be there all the same: it, or a folder above it, could not be read.
    fn is_unreadable(&self, file: &str) -> bool {
        let unreadable = self.found.items().iter().filter(|found| found.code == Code::FileUnreadable);
        unreadable.map(|found| &found.at).any(|at| at.as_ref().is_none_or(|span| file.starts_with(&*span.file)))
    }

    fn why_hidden(&self, path: &str) -> Option<String> {
        let why = self.site.as_ref()?.entries.why_unpublished(path)?;
        (why != WhyHidden::Unread).then(|| why.to_string())
    }

    /// What the lines of a text say that has an error, or cannot be read at all.
    fn raw_reason(&self, file: &str) -> Option<String> {
        let mut errors = self.found.items().iter().filter(|found| found.severity == Severity::Error);
        if !errors.any(|found| found.at.as_ref().is_some_and(|span| *span.file == *file)) {
            return None;
        }
        let text = self.run.sources.shown(file)?;
        raw::why_hidden(&text, self.run.request.clock).map(str::to_owned)
    }

    /// Where nobody remembers what was published: entries that are hidden, and of which the folder has a file of their
    /// name all the same.
    fn removals_unknown(&self) -> Removals {
        let mut removals = Removals::default();
        let Some(site) = &self.site else { return removals };
        for (path, why) in site.all_unpublished() {
            if why != WhyHidden::Unread && !erase::named_outputs(self.folder, path).is_empty() {
                removals.entries.insert(path.to_owned(), why.to_string());
            }
        }
        removals
    }

    /// Makes what was published once more without what has to go. None where that makes no site.
    fn without(&self, published: &Published, removals: &Removals) -> Option<TakenAway> {
        let attempts =
            [(&removals.reduced, removals.entries.keys().collect()), (&BTreeSet::new(), removals.all_entries())];
        for (renewed, hidden) in attempts {
            let fresh = self.documents_of(renewed);
            let old: BTreeSet<&String> =
                renewed.iter().filter_map(|path| published.entries.get(path)).flat_map(|it| &it.sources).collect();
            let texts = self.texts(published, |path| !old.iter().any(|file| **file == *path))?;
            let kept = |path: &str| published.files.contains_key(path) || fresh.contains(path);
            let sources = self.run.sources.with_replaced(texts, kept);
            let files = removals.files.iter().filter_map(|file| file.strip_prefix(CONTENT));
            let down = hidden.iter().map(|path| path.as_str()).chain(files);
            let down = down.map(|path| EntryPath(Arc::from(path))).collect();
            if let Some(taken) = self.publish(&sources, down, published) {
                return Some(taken);
            }
        }
        None
    }

    /// The files of the documents that entries have today.
    fn documents_of(&self, paths: &BTreeSet<String>) -> BTreeSet<String> {
        let Some(site) = &self.site else { return BTreeSet::new() };
        let entries = paths.iter().filter_map(|path| site.find(path));
        entries.flat_map(documents).map(str::to_owned).collect()
    }

    /// Makes the site of today without the entries that have errors. None where that makes no site.
    fn without_faults(&self) -> Option<TakenAway> {
        let errors = self.found.items().iter().filter(|found| found.severity == Severity::Error);
        let faulty: BTreeSet<&str> = errors.filter_map(|found| Some(&*found.at.as_ref()?.file)).collect();
        let site = self.site.as_ref()?;
        let config = &site.config;
        let places = faulty.iter().filter_map(|file| {
            crate::document::place::DocumentPlace::parse(&Arc::from(*file), config).ok().map(|place| place.entry)
        });
        let sources = self.run.sources.with_replaced(BTreeMap::new(), |path| !faulty.contains(path));
        self.publish(&sources, places.collect(), &Published::default())
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
                keep(self.store, sources, &now, Some(before));
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
                    keep(self.store, self.run.sources, &now, self.published);
                }
                TakenAway::Deleted(count)
            }
            Err(_) => TakenAway::Nothing,
        }
    }
}

/// Writes the record of what is published. Without one, the next failing build takes less away: that is all it costs.
fn keep(store: &PublishedStore, sources: &Sources, now: &Published, before: Option<&Published>) {
    let known = before.map(|before| before.texts.values().collect()).unwrap_or_default();
    let text = |path: &str| published::kept_text(sources, path, now.texts.get(path)?);
    let _ = store.write(now, &known, text);
}

/// Writes down what a build published, and tells what left the site since the one before.
pub(super) fn remember(
    loaded: &Loaded,
    sources: &Sources,
    store: &PublishedStore,
    before: Option<&Published>,
    touched: &BTreeSet<String>,
) -> Vec<Diagnostic> {
    let nothing = Published::default();
    let old = before.unwrap_or(&nothing);
    let now = published::with_retracted(published::record(loaded, sources), old, touched);
    keep(store, sources, &now, before);
    let site = &loaded.rendering.site;
    let mut gone = BTreeMap::new();
    for (path, entry) in &old.entries {
        let files = entry.outputs.iter().filter(|file| touched.contains(*file)).count();
        let why = || site.entries.why_unpublished(path).map_or_else(|| "deleted".to_owned(), |why| why.to_string());
        match now.entries.get(path) {
            None => drop(gone.insert(path.clone(), (why(), files))),
            Some(now) if !entry.grants.is_subset(&now.grants) => {
                gone.insert(path.clone(), (LESS.to_owned(), files));
            }
            Some(_) => {}
        }
    }
    told_removals(&gone, false)
}

/// Says of each entry or file why it left the site, or that it did not.
fn told_removals(all: &BTreeMap<String, (String, usize)>, is_still_there: bool) -> Vec<Diagnostic> {
    let mut told: Vec<Diagnostic> =
        all.iter().take(MOST).map(|(path, (why, files))| told_removal(path, why, *files, is_still_there)).collect();
    let more = all.len().saturating_sub(MOST);
    if more > 0 && is_still_there {
        let message = format!("still public, although they should not be: {more} more");
        told.push(Diagnostic::error(Code::StillPublic, message));
    } else if more > 0 {
        told.push(Diagnostic::warning(Code::TakenDown, format!("{more} more left the site")));
    }
    told
}

fn told_removal(path: &str, why: &str, files: usize, is_still_there: bool) -> Diagnostic {
    let name = if path.is_empty() { "the home page" } else { path };
    if is_still_there {
        let message = format!("still public, although it should not be: `{name}` ({why})");
        let help = "make the output folder writable and build again, or delete its files on the server by hand";
        return Diagnostic::error(Code::StillPublic, message).help(help);
    }
    let files = if files == 1 { "1 file".to_owned() } else { format!("{files} files") };
    let message = format!("`{name}` left the site: {why} ({files})");
    let help = match path.strip_prefix(CONTENT) {
        Some(_) => "copies elsewhere stay: in caches, in search engines, with those who have it".to_owned(),
        None => format!("copies elsewhere stay: `samen build --retract {path}` lists the addresses"),
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
    let mut all: BTreeMap<String, (String, usize)> = BTreeMap::new();
    let files = |path: &String| published.entries.get(path).map_or(0, |entry| entry.outputs.len());
    all.extend(removals.entries.iter().map(|(path, why)| (path.clone(), (why.clone(), files(path)))));
    all.extend(removals.reduced.iter().map(|path| (path.clone(), (LESS.to_owned(), files(path)))));
    let alone: Vec<&String> = removals.files.iter().filter(|file| !is_below(file, all.keys())).collect();
    all.extend(alone.into_iter().map(|file| (file.clone(), ("no file of the site any more".to_owned(), 1))));
    let mut told = told_removals(&all, matches!(taken, TakenAway::Nothing));
    if let TakenAway::Deleted(count) = taken {
        let message = format!("{count} files were deleted, and pages with them that named what had to go");
        let help = "mend the errors and build again: that brings the other pages back";
        told.push(Diagnostic::warning(Code::TakenDown, message).help(help));
    }
    told
}
