//! The site that is served: read again when something changed, swapped as a whole, the last good one kept while there
//! are errors. Knows nothing of networks.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::{Duration, Instant, SystemTime};

use tokio::sync::watch;

use super::ServeSettings;
use super::mending::{self, MendToken};
use crate::cache::is_stable;
use crate::diagnostic::{Catalog, Code, Diagnostic, Diagnostics, Message};
use crate::message;
use crate::pipeline::{self, LoadCache, LoadResult, LoadStats, Loaded, Request};
use crate::source::{Known, Sources};

/// A site that pages can be made of.
#[derive(Debug)]
pub(super) struct LiveSite {
    /// The site.
    pub(super) loaded: Loaded,
    /// Its files.
    pub(super) sources: Arc<Sources>,
    /// Whether it has no errors.
    pub(super) good: bool,
}

/// What there is to see at a moment.
#[derive(Debug)]
pub(super) struct Snapshot {
    /// Counts the changes, from 1.
    pub(super) version: u64,
    /// The last good site; one with errors only while there was never a good one.
    pub(super) live: Option<Arc<LiveSite>>,
    /// All that was found the last time.
    pub(super) diagnostics: Diagnostics,
    /// What changed last.
    pub(super) change: Change,
    /// How an editor is opened.
    pub(super) editor: Option<Arc<str>>,
    /// Where the site lies.
    pub(super) root: PathBuf,
    /// The files as they were looked at last, in which all that was found stands.
    pub(super) sources: Option<Arc<Sources>>,
    /// What lets a page change files; none where others may ask for it.
    pub(super) token: Option<Arc<MendToken>>,
    /// The words of messages.
    pub(super) catalog: Catalog,
}

impl Snapshot {
    /// A message in the language of the editors.
    pub(super) fn text(&self, message: &Message) -> String {
        message.text(&self.catalog)
    }
}

/// What changed, and what it took.
#[derive(Debug, Default)]
pub(super) struct Change {
    /// Files that are new, different or gone.
    pub(super) files: Vec<Arc<str>>,
    /// How long it took to look, read and put together.
    pub(super) took: Duration,
    /// What had to be read.
    pub(super) work: LoadStats,
}

/// The site, and what is remembered of it.
pub(super) struct DevServer {
    root: PathBuf,
    request: Box<dyn Fn() -> Request + Send + Sync>,
    /// One look at the files at a time: two would each swap in a site of their own.
    state: Mutex<WatcherState>,
    /// Apart from the state, so that pages are answered while the site is read.
    snapshot: RwLock<Arc<Snapshot>>,
    version: watch::Sender<u64>,
}

/// What only the one sees who reads.
#[derive(Default)]
struct WatcherState {
    sources: Option<Arc<Sources>>,
    /// What was wrong with the files themselves.
    diagnostics: Vec<Diagnostic>,
    /// The day for which the site was made.
    request: Option<Request>,
    /// When the files were listed.
    listed: Option<SystemTime>,
    cache: LoadCache,
}

impl DevServer {
    /// Nothing is read yet.
    pub(super) fn new(settings: &ServeSettings, token: Option<MendToken>) -> Self {
        let snapshot = Snapshot {
            version: 0,
            live: None,
            diagnostics: Diagnostics::default(),
            change: Change::default(),
            editor: None,
            root: settings.root.clone(),
            sources: None,
            token: token.map(Arc::new),
            catalog: settings.catalog.clone(),
        };
        Self {
            root: settings.root.clone(),
            request: Box::new({
                let (request, today) = (settings.request.clone(), Arc::clone(&settings.today));
                move || Request { clock: today(), ..request.clone() }
            }),
            state: Mutex::default(),
            snapshot: RwLock::new(Arc::new(snapshot)),
            version: watch::Sender::new(0),
        }
    }

    /// What there is to see now.
    pub(super) fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.snapshot.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Makes a fix of what was found last; see [`mending::mend`].
    pub(super) fn mend(&self, name: &str) -> (u16, String) {
        mending::mend(name, &self.snapshot(), &(self.request)())
    }

    /// Tells when there is something new to see.
    pub(super) fn changes(&self) -> watch::Receiver<u64> {
        self.version.subscribe()
    }

    /// Looks at some files that are known, before all are looked at, and reads the site again if any of them differs.
    pub(super) fn rescan_paths(&self, paths: &BTreeSet<String>) -> Option<Arc<Snapshot>> {
        let started = Instant::now();
        let mut state = lock(&self.state);
        let before = Arc::clone(state.sources.as_ref()?);
        let (sources, files) = before.rescan_paths(paths)?;
        let scan = Scan {
            sources: Arc::new(sources),
            request: (self.request)(),
            diagnostics: state.diagnostics.clone(),
            files,
            started,
        };
        state.sources = Some(Arc::clone(&scan.sources));
        state.request = Some(scan.request.clone());
        Some(self.show(&mut state, scan))
    }

    /// Looks at all files, and reads the site again if any of them differs by its hash. `None` when nothing does.
    pub(super) fn rescan(&self) -> Option<Arc<Snapshot>> {
        let started = Instant::now();
        let mut state = lock(&self.state);
        let request = (self.request)();
        let (sources, diagnostics) = self.list(&mut state, &request);
        let before = state.sources.replace(Arc::clone(&sources));
        let files = before.as_ref().map_or_else(Vec::new, |before| sources.changed_since(before));
        let same_day = state.request.as_ref().is_some_and(|before| before.clock == request.clock);
        // A file that changed while it was read may be as it was before by now, and the message must go all the same.
        let torn = self.snapshot().diagnostics.items().iter().any(|item| item.code == Code::FileChanged);
        let same = !torn && before.is_some() && files.is_empty() && state.diagnostics == diagnostics && same_day;
        state.diagnostics.clone_from(&diagnostics);
        state.request = Some(request.clone());
        let scan = Scan { sources, request, diagnostics, files, started };
        (!same).then(|| self.show(&mut state, scan))
    }

    /// Reads what changed, and swaps the site.
    fn show(&self, state: &mut WatcherState, scan: Scan) -> Arc<Snapshot> {
        let mut found = Diagnostics::default();
        found.extend(scan.diagnostics.iter().cloned());
        let (loaded, diagnostics) = load(&scan, &mut state.cache).finish(found);
        let work = state.cache.work;
        let before = self.snapshot();
        let good = !diagnostics.has_errors();
        let editor = loaded.as_ref().map(|loaded| loaded.rendering.site.config.editor.clone());
        let sources = Some(Arc::clone(&scan.sources));
        let new = loaded.map(|loaded| Arc::new(LiveSite { loaded, sources: scan.sources, good }));
        // A site with errors never replaces a good one: readers keep what they can read.
        let live = match &before.live {
            Some(old) if old.good && !good => Some(Arc::clone(old)),
            old => new.or_else(|| old.clone()),
        };
        let snapshot = Arc::new(Snapshot {
            version: before.version + 1,
            live,
            diagnostics,
            change: Change { files: scan.files, took: scan.started.elapsed(), work },
            editor: editor.unwrap_or_else(|| before.editor.clone()),
            root: self.root.clone(),
            sources,
            token: before.token.clone(),
            catalog: before.catalog.clone(),
        });
        // Held for the swap alone, so that no page waits while a site is read. A thread that panicked with the lock left
        // a whole snapshot behind: the old one or the new one.
        *self.snapshot.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&snapshot);
        self.version.send_replace(snapshot.version);
        snapshot
    }

    /// All files, read only where their stamp differs or is too young to be trusted.
    fn list(&self, state: &mut WatcherState, request: &Request) -> (Arc<Sources>, Vec<Diagnostic>) {
        let mut diagnostics = Diagnostics::default();
        let now = SystemTime::now();
        let before = state.listed.replace(now);
        let sources = match (&state.sources, before) {
            (Some(sources), Some(then)) => {
                let stable = |stamp| is_stable(stamp, then);
                sources.rescan(&self.root, &request.config, &stable, &mut diagnostics)
            }
            _ => Sources::disk(&self.root, &request.config, &Known::new(), &mut diagnostics),
        };
        (Arc::new(sources), diagnostics.items().to_vec())
    }
}

/// What a look at the files found.
struct Scan {
    sources: Arc<Sources>,
    /// What the site is made with now.
    request: Request,
    /// What is wrong with the files themselves.
    diagnostics: Vec<Diagnostic>,
    /// Files that are new, different or gone.
    files: Vec<Arc<str>>,
    started: Instant,
}

/// Reads the site. A mistake of the program itself is told like any other, and what is remembered is then forgotten.
fn load(scan: &Scan, cache: &mut LoadCache) -> LoadResult {
    // What a panic leaves in the cache is thrown away below, so nothing half made is ever seen.
    let result =
        catch_unwind(AssertUnwindSafe(|| pipeline::load_changed(&scan.sources, &scan.request, &scan.files, cache)));
    result.unwrap_or_else(|_| {
        *cache = LoadCache::default();
        let mut result = LoadResult::default();
        result
            .diagnostics
            .push(Diagnostic::error(Code::InternalError, message!("samen-failed")).help(message!("samen-failed-help")));
        result
    })
}

/// Takes a lock. What a panic left behind it is whole, or [`load`] has thrown it away.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
