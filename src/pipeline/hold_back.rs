//! A site of which some entries have errors: these are made once more from the texts that were kept when they were published
//! last, and all others from the texts of today. What was never published stays out; what somebody hid goes. What nobody can
//! decide for one entry alone stops all, as without this. Knows nothing of how pages are made.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::SystemTime;

use super::build::{BuildFailure, Publication, PublishedSite, published_site};
use super::incremental::{LastLoad, LoadCache};
use super::load::{LoadResult, Loaded, load_again};
use super::prints::{self, Keep};
use super::published::grants;
use super::removals::{LESS, Stopped};
use super::verdict::{Today, Verdict, is_known};
use super::{Run, RunFailure};
use crate::cache::{Published, PublishedEntry};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, Severity, Span};
use crate::document::place::{self, CONTENT, DocumentPlace, DocumentRole, EntryPath};
use crate::message;
use crate::site::Site;
use crate::source::{Hash, Sources};

/// Times that the site is read with more of it held back: what is wrong in a print shows only where all texts can be read.
const ROUNDS: usize = 5;

/// Entries that are named one by one; of more there is a number.
const MOST: usize = 20;

/// A site that was published, made of texts of today and of texts that were published last.
pub(super) struct HeldSite {
    pub sources: Sources,
    /// All that was found, the errors of what is held back among it.
    pub found: Diagnostics,
    pub site: PublishedSite,
}

/// The texts of today of what is held back.
struct HeldTexts<'a> {
    texts: Vec<Arc<str>>,
    places: Vec<&'a DocumentPlace>,
}

/// How an attempt to make the site ended.
enum Attempt {
    Published(Box<HeldPublication>),
    /// What is wrong still.
    Stopped(Vec<Diagnostic>),
}

/// A site that was made and published.
struct HeldPublication {
    loaded: Loaded,
    publication: Publication,
    found: Diagnostics,
}

/// What becomes of an entry that has an error.
#[derive(Clone, Debug, PartialEq, Eq)]
enum HeldEntry {
    /// It is as it was published last.
    AsPublished,
    /// The same, without these of its texts.
    Less(BTreeSet<String>),
    /// It leaves the site, for that reason.
    Goes(Message),
    /// It never was published, and stays out.
    Out,
    /// It is hidden, and its texts are not shown, so it does not matter what is wrong in them.
    Hidden,
}

/// Publishes what can be although a build stopped; `memory` holds what that build has read.
///
/// # Errors
/// What stops all.
pub(super) fn publish(stopped: &Stopped<'_>, memory: LoadCache, started: SystemTime) -> Result<HeldSite, BuildFailure> {
    let strict = stopped.run.request.strict;
    let stopping: Vec<&Diagnostic> = stopped.found.items().iter().filter(|found| found.stops(strict)).collect();
    let Some(site) = stopped.site.as_deref() else {
        return Err(of_content(
            stopping.first().map(|first| refused(first, message!("held-back-site"))).into_iter().collect(),
        ));
    };
    let Some(published) = stopped.published else { return Err(of_content(vec![unknown()])) };
    let mut holding = Holding {
        stopped,
        published,
        site,
        today: Today::new(stopped),
        places: places(stopped, site),
        entries: BTreeMap::new(),
        places_told: BTreeMap::new(),
        renamed: BTreeSet::new(),
        gone: BTreeSet::new(),
        restored: BTreeMap::new(),
        found: stopped.found.clone(),
    };
    for found in &stopping {
        holding.find_renamed(found);
    }
    holding.add_all(&stopping, Holding::add).map_err(of_content)?;
    holding.run(memory, started)
}

/// How an error is taken.
type AddHeld<T> = fn(&mut T, &Diagnostic) -> Result<(), Vec<Diagnostic>>;

/// Whether something is wrong in no text of an entry, and may follow from one all the same.
fn is_elsewhere(found: &Diagnostic) -> bool {
    found.code.holds_back() && !found.at.as_ref().is_some_and(|at| at.file.starts_with(CONTENT))
}

/// What is wrong with the site, as a failure of the build.
fn of_content(found: Vec<Diagnostic>) -> BuildFailure {
    (RunFailure::Content, found)
}

fn unknown() -> Diagnostic {
    Diagnostic::error(Code::HeldBack, message!("held-back-unknown")).help(message!("held-back-unknown-help"))
}

/// The documents of today.
fn places(stopped: &Stopped<'_>, site: &Site) -> BTreeMap<Arc<str>, DocumentPlace> {
    let texts = stopped.run.sources.under("content").filter(|source| place::is_document(&source.path));
    let places = texts.filter_map(|source| DocumentPlace::parse(&source.path, &site.config).ok());
    places.map(|place| (Arc::clone(&place.file), place)).collect()
}

/// Entries while they are held back.
struct Holding<'a> {
    stopped: &'a Stopped<'a>,
    published: &'a Published,
    /// The site that the texts of today would make.
    site: &'a Site,
    today: Today<'a>,
    places: BTreeMap<Arc<str>, DocumentPlace>,
    entries: BTreeMap<EntryPath, HeldEntry>,
    /// Where the first error of each stands, and how many it has.
    places_told: BTreeMap<EntryPath, (Span, usize)>,
    /// Entries whose texts lie under names that nobody can read.
    renamed: BTreeSet<String>,
    /// Files that are left out.
    gone: BTreeSet<Arc<str>>,
    /// Files as they were published.
    restored: BTreeMap<Arc<str>, Arc<[u8]>>,
    found: Diagnostics,
}

impl Holding<'_> {
    /// Makes the site without what is wrong, until nothing is.
    fn run(mut self, mut memory: LoadCache, started: SystemTime) -> Result<HeldSite, BuildFailure> {
        for _ in 0..ROUNDS {
            let (sources, down) = self.sources().map_err(of_content)?;
            // Documents are known by the hashes of their texts; the site was put together from others.
            memory = LoadCache { last: LastLoad::default(), taken_down: Arc::new(down), ..memory };
            let run = Run { sources: &sources, ..*self.stopped.run };
            let stopping = match self.attempt(&run, &mut memory, started)? {
                Attempt::Published(done) => return Ok(self.finish(sources, *done)),
                Attempt::Stopped(stopping) => stopping,
            };
            let all: Vec<&Diagnostic> = stopping.iter().collect();
            self.add_all(&all, Self::add_later).map_err(of_content)?;
            self.found.extend(stopping);
        }
        Err(of_content(vec![Diagnostic::error(Code::HeldBack, message!("held-back-rounds"))]))
    }

    /// Makes the site once.
    fn attempt(&self, run: &Run<'_>, memory: &mut LoadCache, started: SystemTime) -> Result<Attempt, BuildFailure> {
        let LoadResult { loaded, levels, mut diagnostics } = load_again(run.sources, run.request, memory);
        diagnostics.finish(&levels);
        let mut stopping = self.stopping(diagnostics.items());
        let Some(loaded) = loaded.filter(|_| stopping.is_empty()) else { return Ok(Attempt::Stopped(stopping)) };
        diagnostics.extend(prints::make(&loaded, run.sources, Keep::Finished, &Diagnostics::default()));
        diagnostics.finish(&levels);
        stopping = self.stopping(diagnostics.items());
        if !stopping.is_empty() {
            return Ok(Attempt::Stopped(stopping));
        }
        self.compare(&loaded).map_err(|told| of_content(vec![*told]))?;
        match published_site(self.stopped, run, &loaded, Hash::default(), started) {
            Ok(publication) => {
                Ok(Attempt::Published(Box::new(HeldPublication { loaded, publication, found: diagnostics })))
            }
            Err((RunFailure::Content, found)) => Ok(Attempt::Stopped(found)),
            Err(failure) => Err(failure),
        }
    }

    /// What still stops publication.
    fn stopping(&self, found: &[Diagnostic]) -> Vec<Diagnostic> {
        found.iter().filter(|one| self.still_stops(one)).cloned().collect()
    }

    fn still_stops(&self, found: &Diagnostic) -> bool {
        match self.state_of(found) {
            Some(HeldEntry::Hidden) => false,
            // It was published with its warnings.
            Some(_) => found.severity == Severity::Error,
            None => found.stops(self.stopped.run.request.strict),
        }
    }

    /// What becomes of the entry that something was found in.
    fn state_of(&self, found: &Diagnostic) -> Option<&HeldEntry> {
        let file = &found.at.as_ref()?.file;
        let entry = match self.places.get(file) {
            Some(place) => place.entry.clone(),
            None => DocumentPlace::parse(file, &self.site.config).ok()?.entry,
        };
        self.entries.get(&entry)
    }

    /// Holds back all that has an error. What is wrong elsewhere may follow from a text that waits now, as a print of a list
    /// from a title in it; it counts where nothing else is wrong.
    fn add_all(&mut self, stopping: &[&Diagnostic], add: AddHeld<Self>) -> Result<(), Vec<Diagnostic>> {
        let (elsewhere, own): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
            stopping.iter().copied().partition(|one| is_elsewhere(one));
        own.iter().try_for_each(|found| add(self, found))?;
        match elsewhere.first() {
            Some(first) if own.is_empty() => Err(vec![(*first).clone(), refused(first, message!("held-back-site"))]),
            _ => Ok(()),
        }
    }

    /// Holds back what has an error in the site of today.
    fn add(&mut self, found: &Diagnostic) -> Result<(), Vec<Diagnostic>> {
        if found.code.is_about_safety() {
            return Err(vec![refused(found, message!("held-back-safety"))]);
        }
        if !found.code.holds_back() {
            return Err(vec![refused(found, message!("held-back-site"))]);
        }
        let Some(at) = found.at.as_ref().filter(|at| at.file.starts_with(CONTENT)) else {
            return Err(vec![refused(found, message!("held-back-site"))]);
        };
        let mut spans = vec![at];
        // Of two that want the same, nobody knows which is meant.
        spans.extend(found.also.iter().map(|(span, _)| span).filter(|span| span.file.starts_with(CONTENT)));
        let mut entries: BTreeMap<EntryPath, &Span> = BTreeMap::new();
        for span in spans {
            if self.is_about_hiding(span) {
                return Err(vec![refused(found, message!("held-back-hiding"))]);
            }
            let here = match self.places.get(&span.file) {
                Some(place) => BTreeSet::from([place.entry.clone()]),
                None => self.add_file(found, &span.file)?,
            };
            for entry in here {
                entries.entry(entry).or_insert(span);
            }
        }
        // What is as it was published is not at fault where something else has changed.
        if entries.keys().any(|entry| self.has_changed(entry)) {
            entries.retain(|entry, _| self.has_changed(entry));
        }
        for (entry, span) in entries {
            self.places_told.entry(entry.clone()).or_insert_with(|| (span.clone(), 0)).1 += 1;
            if !self.entries.contains_key(&entry) {
                let state = self.state(&entry, found)?;
                self.entries.insert(entry, state);
            }
        }
        Ok(())
    }

    /// Whether the texts of an entry are others than those that were published last.
    fn has_changed(&self, path: &EntryPath) -> bool {
        let Some(entry) = self.published.entries.get(path.as_str()) else { return true };
        let sources = &self.stopped.run.sources;
        let hash = |file: &str| sources.get(file).map(|source| source.hash.to_string());
        let is_same = |file: &str| hash(file).is_some() && hash(file).as_deref() == self.kept_hash(file);
        let texts = self.places.values().filter(|place| place.entry == *path).map(|place| &*place.file);
        !texts.chain(entry.sources.iter().map(String::as_str)).all(is_same)
    }

    /// Holds back what has an error once others are held back.
    fn add_later(&mut self, found: &Diagnostic) -> Result<(), Vec<Diagnostic>> {
        if self.state_of(found).is_some() {
            // Its place is one in a text that is not there any more.
            let at = found.at.as_ref().map(|at| Span::start_of(&at.file));
            let here = Diagnostic { at, also: Vec::new(), fixes: Vec::new(), ..found.clone() };
            return Err(vec![refused(&here, message!("held-back-old-text", said = found.message.clone()))]);
        }
        if found.code.names_another() {
            return Err(vec![found.clone(), refused(found, message!("held-back-dead-link"))]);
        }
        self.add(found).map_err(|why| [vec![found.clone()], why].concat())
    }

    /// Leaves out a file that is no text of the site or has no name of one, and gives the entries that it is part of.
    fn add_file(&mut self, found: &Diagnostic, file: &Arc<str>) -> Result<BTreeSet<EntryPath>, Vec<Diagnostic>> {
        match self.published.files.get(&**file) {
            None => drop(self.gone.insert(Arc::clone(file))),
            Some(hash) => {
                let output = format!("files/{}", file.strip_prefix(CONTENT).unwrap_or(file));
                let bytes = self.stopped.folder.read(&output).filter(|bytes| Hash::of(bytes).to_string() == *hash);
                // Of a picture only other sizes were published.
                let Some(bytes) = bytes else { return Err(vec![refused(found, message!("held-back-file"))]) };
                self.restored.insert(Arc::clone(file), Arc::from(bytes));
            }
        }
        let mut entries = self.naming(file);
        entries.extend(self.renamed_from(file).map(|path| EntryPath(Arc::from(path.as_str()))));
        if entries.is_empty() {
            let name = EntryPath::of_file(file);
            self.places_told.entry(name).or_insert_with(|| (Span::start_of(file), 0)).1 += 1;
        }
        Ok(entries)
    }

    /// Entries whose texts name a file, or in whose folder it lies.
    fn naming(&self, file: &str) -> BTreeSet<EntryPath> {
        let name = file.rsplit('/').next().unwrap_or(file);
        let sources = &self.stopped.run.sources;
        let names = |place: &DocumentPlace| sources.shown(&place.file).is_some_and(|text| text.contains(name));
        let places = self.places.values().filter(|place| is_below(file, place) || names(place));
        places.map(|place| place.entry.clone()).collect()
    }

    /// Looks for an entry whose text has got a name that nobody can read.
    fn find_renamed(&mut self, found: &Diagnostic) {
        let Some(file) = found.at.as_ref().map(|at| &at.file).filter(|file| !self.places.contains_key(*file)) else {
            return;
        };
        let renamed: Vec<String> = self.renamed_from(file).cloned().collect();
        self.renamed.extend(renamed);
    }

    /// Entries of which a text is missing that may be this file: it holds the same, or starts with the same name.
    fn renamed_from<'s>(&'s self, file: &'s Arc<str>) -> impl Iterator<Item = &'s String> {
        let hash = self.stopped.run.sources.get(file).map(|source| source.hash.to_string());
        let is_held = move |old: &str| hash.is_some() && self.kept_hash(old) == hash.as_deref();
        let is_same = move |old: &String| is_held(old) || stem(old) == stem(file);
        let is_missing = |old: &&String| self.stopped.run.sources.get(old).is_none();
        let entries = self.published.entries.iter();
        let renamed = entries.filter(move |(_, entry)| entry.sources.iter().filter(is_missing).any(&is_same));
        renamed.map(|(path, _)| path)
    }

    /// The hash of a text that was published.
    fn kept_hash(&self, file: &str) -> Option<&str> {
        self.published.texts.get(file).and_then(|name| name.split('.').next())
    }

    /// Whether a line that has an error decides how much is public, or may have been meant to.
    fn is_about_hiding(&self, at: &Span) -> bool {
        let Some(text) = self.stopped.run.sources.shown(&at.file) else { return true };
        let start = text.floor_char_boundary((at.range.start as usize).min(text.len()));
        let line_start = text[..start].rfind('\n').map_or(0, |end| end + 1);
        let head_end = text.get(3..).and_then(|rest| rest.find("\n---")).map_or(text.len(), |end| end + 3);
        let line = text[line_start..].lines().next().unwrap_or_default();
        line_start < head_end && self.today.is_about_hiding(line)
    }

    /// What becomes of an entry.
    fn state(&self, path: &EntryPath, found: &Diagnostic) -> Result<HeldEntry, Vec<Diagnostic>> {
        let texts: Vec<&DocumentPlace> = self.places.values().filter(|place| place.entry == *path).collect();
        // Where the lines cannot be read, nobody can know whether somebody meant to hide it.
        if let Some(place) = texts.iter().find(|place| self.today.is_unclear(&place.file)) {
            let at = Span::start_of(&place.file);
            return Err(vec![refused(&Diagnostic { at: Some(at), ..found.clone() }, message!("held-back-unclear"))]);
        }
        let Some(entry) = self.published.entries.get(path.as_str()) else { return self.state_of_new(path, found) };
        let is_renamed = self.renamed.contains(path.as_str());
        if is_renamed && texts.iter().all(|place| self.today.says_nothing_on_hiding(&place.file)) {
            return Ok(HeldEntry::AsPublished);
        }
        Ok(match self.today.verdict(path.as_str(), entry, self.published) {
            Verdict::Stays => HeldEntry::AsPublished,
            // The texts of today would have to be shown, and one has an error.
            Verdict::Less(texts) if texts.is_empty() => HeldEntry::Goes(LESS),
            Verdict::Less(texts) => HeldEntry::Less(texts),
            Verdict::Goes(why) => HeldEntry::Goes(why),
        })
    }

    /// What becomes of an entry that was never published.
    fn state_of_new(&self, path: &EntryPath, found: &Diagnostic) -> Result<HeldEntry, Vec<Diagnostic>> {
        if self.site.entries.why_unpublished(path.as_str()).is_some_and(is_known)
            || self.today.doubted.contains_key(path)
        {
            return Ok(HeldEntry::Hidden);
        }
        let below = format!("{path}/");
        let is_around = self.places.values().any(|place| place.entry == *path && place.role != DocumentRole::Section);
        if is_around && self.published.entries.keys().any(|other| other.starts_with(&below)) {
            return Err(vec![refused(found, message!("held-back-around"))]);
        }
        Ok(HeldEntry::Out)
    }

    /// The files of the site without what is wrong, and what is hidden in them whatever it says.
    fn sources(&self) -> Result<(Sources, BTreeSet<EntryPath>), Vec<Diagnostic>> {
        let entry = |path: &EntryPath| self.published.entries.get(path.as_str());
        let is_old = |state: &HeldEntry| !matches!(state, HeldEntry::Out | HeldEntry::Hidden);
        let old = self.entries.iter().filter(|(_, state)| is_old(state)).filter_map(|(path, _)| entry(path));
        let wanted: BTreeSet<&str> = old.flat_map(|entry| &entry.sources).map(String::as_str).collect();
        let Some(mut texts) = self.stopped.texts(self.published, |path| wanted.contains(path)) else {
            return Err(vec![unknown()]);
        };
        texts.extend(self.restored.iter().map(|(file, bytes)| (Arc::clone(file), Arc::clone(bytes))));
        let gone = self.files_left_out();
        let sources = self.stopped.run.sources.with_replaced(texts, |path| !gone.contains(path));
        let mut down = BTreeSet::new();
        for (path, state) in &self.entries {
            match state {
                HeldEntry::Goes(_) | HeldEntry::Hidden => drop(down.insert(path.clone())),
                HeldEntry::AsPublished => down.extend(entry(path).into_iter().flat_map(unseen)),
                HeldEntry::Less(texts) => {
                    down.extend(entry(path).into_iter().flat_map(unseen));
                    down.extend(texts.iter().map(|file| EntryPath::of_file(file)));
                }
                HeldEntry::Out => {}
            }
        }
        Ok((sources, down))
    }

    /// Files of today that are not part of the site: texts in the place of which others stand, and whatever is new beside
    /// them. Without the text that names it, a new file would be one of the folder around it.
    fn files_left_out(&self) -> BTreeSet<Arc<str>> {
        let held: Vec<&DocumentPlace> =
            self.places.values().filter(|place| self.entries.contains_key(&place.entry)).collect();
        let shown = held.iter().filter_map(|place| self.stopped.run.sources.shown(&place.file));
        let held = HeldTexts { texts: shown.collect(), places: held };
        let files = self.stopped.run.sources.under("content").map(|source| &source.path);
        files.filter(|file| self.is_left_out(file, &held)).cloned().collect()
    }

    fn is_left_out(&self, file: &Arc<str>, held: &HeldTexts<'_>) -> bool {
        let state = |place: &DocumentPlace| self.entries.get(&place.entry);
        let mut around = held.places.iter().filter(|held| is_below(file, held));
        if let Some(place) = self.places.get(file) {
            return state(place).is_some_and(|state| *state != HeldEntry::Hidden)
                || around.any(|held| state(held) == Some(&HeldEntry::Out));
        }
        let name = file.rsplit('/').next().unwrap_or(file);
        let is_new = !self.published.files.contains_key(&**file) && !self.published.texts.contains_key(&**file);
        let is_named = || held.texts.iter().any(|text| text.contains(name));
        self.gone.contains(file) || is_new && (around.next().is_some() || is_named())
    }

    /// Whether a site shows nothing of what is held back but what was published of it.
    fn compare(&self, loaded: &Loaded) -> Result<(), Box<Diagnostic>> {
        let site = &loaded.rendering.site;
        for (path, state) in &self.entries {
            let now = site.find(path.as_str());
            let before = self.published.entries.get(path.as_str());
            let is_right = match state {
                HeldEntry::AsPublished | HeldEntry::Less(_) => {
                    now.zip(before).is_none_or(|(now, before)| grants(site, now).is_subset(&before.grants))
                }
                // The page of a folder stands there also without a text.
                HeldEntry::Goes(_) | HeldEntry::Out | HeldEntry::Hidden => {
                    now.is_none_or(|now| now.section && now.source.file.is_empty())
                }
            };
            if !is_right {
                let message = message!("held-back-shown", entry = name(path));
                return Err(Box::new(Diagnostic::error(Code::HeldBack, message)));
            }
        }
        Ok(())
    }

    /// Tells all that was found, and what became of each entry.
    fn finish(mut self, sources: Sources, done: HeldPublication) -> HeldSite {
        let HeldPublication { loaded, publication, found: last } = done;
        let is_of_today = |one: &&Diagnostic| self.state_of(one).is_none();
        let last: Vec<Diagnostic> = last.items().iter().filter(is_of_today).cloned().collect();
        self.found.extend(last);
        let told = self.told();
        self.found.extend(told);
        let goes = self.entries.iter().filter_map(|(path, state)| match state {
            HeldEntry::Goes(why) => Some((path.as_str().to_owned(), why.clone())),
            _ => None,
        });
        let left_for = goes.collect();
        let held_back = self.places_told.keys().map(|path| name(path).to_owned()).collect();
        let site = PublishedSite { loaded, publication, left_for, held_back };
        HeldSite { sources, found: self.found, site }
    }

    /// Says of each entry what became of it.
    fn told(&self) -> Vec<Diagnostic> {
        let mut told = Vec::new();
        for (path, (at, count)) in self.places_told.iter().take(MOST) {
            let entry = name(path);
            let said = match self.entries.get(path) {
                Some(HeldEntry::AsPublished | HeldEntry::Less(_)) => message!("held-back-as-published", entry = entry),
                Some(HeldEntry::Goes(_)) => message!("held-back-gone", entry = entry),
                Some(HeldEntry::Hidden) => message!("held-back-hidden", entry = entry),
                Some(HeldEntry::Out) | None => message!("held-back-out", entry = entry),
            };
            let help = message!("held-back-help", count = *count);
            told.push(Diagnostic::warning(Code::HeldBack, said).at(Span::start_of(&at.file)).help(help));
        }
        let more = self.places_told.len().saturating_sub(MOST);
        if more > 0 {
            told.push(Diagnostic::warning(Code::HeldBack, message!("held-back-more", count = more)));
        }
        told
    }
}

/// Texts of an entry that readers do not see.
fn unseen(entry: &PublishedEntry) -> impl Iterator<Item = EntryPath> {
    entry.sources.difference(&entry.public).map(|file| EntryPath::of_file(file))
}

/// Whether a file lies in the folder of a document that has one.
fn is_below(file: &str, place: &DocumentPlace) -> bool {
    place.role != DocumentRole::Section && file.starts_with(&format!("{CONTENT}{}/", place.entry))
}

/// The folder of a file and the first word of its name: `a` of `a.nl.md` and `a.nl - kopie.txt`.
fn stem(file: &str) -> (&str, String) {
    let (folder, name) = file.rsplit_once('/').unwrap_or(("", file));
    let word: String = name.chars().take_while(|c| *c != '.' && !c.is_whitespace()).collect();
    (folder, word.to_lowercase())
}

/// What an entry is called in a message.
fn name(path: &EntryPath) -> &str {
    if path.as_str().is_empty() { "_index" } else { path.as_str() }
}

/// Says why all stops, at what stops it.
fn refused(found: &Diagnostic, why: Message) -> Diagnostic {
    let told = Diagnostic::error(Code::HeldBack, why).help(message!("held-back-refused-help"));
    match &found.at {
        Some(at) => told.at(at.clone()),
        None => told,
    }
}
