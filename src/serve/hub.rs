//! The site that is served: read again when something changed, swapped as a whole, the last good one kept while there
//! are errors. Knows nothing of networks.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::{Duration, Instant, SystemTime};

use tokio::sync::watch;

use super::ServeSettings;
use crate::cache;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::pipeline::{self, LoadCache, LoadStats, Loaded, Request};
use crate::source::Sources;

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
    reading: Mutex<WatcherState>,
    shown: RwLock<Arc<Snapshot>>,
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
    memory: LoadCache,
}

impl DevServer {
    /// Nothing is read yet.
    pub(super) fn new(settings: &ServeSettings) -> Self {
        let shown = Snapshot {
            version: 0,
            live: None,
            diagnostics: Diagnostics::default(),
            change: Change::default(),
            editor: None,
            root: settings.root.clone(),
        };
        Self {
            root: settings.root.clone(),
            request: Box::new({
                let (request, today) = (settings.request.clone(), Arc::clone(&settings.today));
                move || Request { clock: today(), ..request.clone() }
            }),
            reading: Mutex::default(),
            shown: RwLock::new(Arc::new(shown)),
            version: watch::Sender::new(0),
        }
    }

    /// What there is to see now.
    pub(super) fn shown(&self) -> Arc<Snapshot> {
        Arc::clone(&self.shown.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Tells when there is something new to see.
    pub(super) fn changes(&self) -> watch::Receiver<u64> {
        self.version.subscribe()
    }

    /// Looks at some files that are known, before all are looked at, and reads the site again if any of them differs.
    pub(super) fn rescan_paths(&self, paths: &BTreeSet<String>) -> Option<Arc<Snapshot>> {
        let started = Instant::now();
        let mut reading = lock(&self.reading);
        let before = Arc::clone(reading.sources.as_ref()?);
        let (sources, files) = before.rescan_paths(paths)?;
        let sources = Arc::new(sources);
        let (request, found) = ((self.request)(), reading.diagnostics.clone());
        reading.sources = Some(Arc::clone(&sources));
        reading.request = Some(request.clone());
        Some(self.show(&mut reading, (sources, request, found), (files, started)))
    }

    /// Looks at all files, and reads the site again if any of them differs by its hash. `None` when nothing does.
    pub(super) fn refresh(&self) -> Option<Arc<Snapshot>> {
        let started = Instant::now();
        let mut reading = lock(&self.reading);
        let request = (self.request)();
        let (sources, found) = self.list(&mut reading, &request);
        let before = reading.sources.replace(Arc::clone(&sources));
        let files = before.as_ref().map_or_else(Vec::new, |before| changed(before, &sources));
        let same_day = reading.request.as_ref().is_some_and(|before| before.clock == request.clock);
        let same = before.is_some() && files.is_empty() && reading.diagnostics == found && same_day;
        reading.diagnostics.clone_from(&found);
        reading.request = Some(request.clone());
        (!same).then(|| self.show(&mut reading, (sources, request, found), (files, started)))
    }

    /// Reads what changed, and swaps the site.
    fn show(
        &self,
        reading: &mut WatcherState,
        (sources, request, found): (Arc<Sources>, Request, Vec<Diagnostic>),
        (files, started): (Vec<Arc<str>>, Instant),
    ) -> Arc<Snapshot> {
        let mut diagnostics = Diagnostics::default();
        diagnostics.extend(found);
        let loaded = load(&sources, (&request, &files), &mut reading.memory, &mut diagnostics);
        let work = reading.memory.work;
        let before = self.shown();
        let good = !diagnostics.has_errors();
        let editor = loaded.as_ref().map(|loaded| loaded.rendering.site.config.editor.clone());
        let new = loaded.map(|loaded| Arc::new(LiveSite { loaded, sources, good }));
        let live = match &before.live {
            Some(old) if old.good && !good => Some(Arc::clone(old)),
            old => new.or_else(|| old.clone()),
        };
        let shown = Arc::new(Snapshot {
            version: before.version + 1,
            live,
            diagnostics,
            change: Change { files, took: started.elapsed(), work },
            editor: editor.unwrap_or_else(|| before.editor.clone()),
            root: self.root.clone(),
        });
        *self.shown.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&shown);
        self.version.send_replace(shown.version);
        shown
    }

    /// All files, read only where their stamp differs or is too young to be trusted.
    fn list(&self, reading: &mut WatcherState, request: &Request) -> (Arc<Sources>, Vec<Diagnostic>) {
        let mut found = Diagnostics::default();
        let now = SystemTime::now();
        let before = reading.listed.replace(now);
        let sources = match (&reading.sources, before) {
            (Some(sources), Some(then)) => {
                let settled = |stamp| cache::is_stable(stamp, then);
                sources.rescan(&self.root, &request.config, &settled, &mut found)
            }
            _ => Sources::disk(&self.root, &request.config, &crate::source::Known::new(), &mut found),
        };
        (Arc::new(sources), found.items().to_vec())
    }
}

/// Reads the site. A mistake of the program itself is told like any other, and what is remembered is then forgotten.
fn load(
    sources: &Sources,
    changed: (&Request, &[Arc<str>]),
    memory: &mut LoadCache,
    diagnostics: &mut Diagnostics,
) -> Option<Loaded> {
    let result = catch_unwind(AssertUnwindSafe(|| pipeline::load_changed(sources, changed, memory, diagnostics)));
    let (loaded, levels) = result.unwrap_or_else(|_| {
        *memory = LoadCache::default();
        let message = "samen itself has failed on this site; the last good one is still shown";
        let help = "please report it, with the files that you changed; everything is read anew after the next change";
        diagnostics.push(Diagnostic::error(Code::InternalError, message).help(help));
        (None, std::collections::BTreeMap::new())
    });
    diagnostics.finish(&levels);
    loaded
}

/// Files that are new, different or gone, in the order of their paths.
fn changed(before: &Sources, now: &Sources) -> Vec<Arc<str>> {
    let mut found: BTreeSet<Arc<str>> = BTreeSet::new();
    // Two lists in the same order; nearly always they name the same files.
    if before.files().map(|file| (&file.path, file.hash)).eq(now.files().map(|file| (&file.path, file.hash))) {
        return Vec::new();
    }
    for file in now.files() {
        if before.get(&file.path).is_none_or(|old| old.hash != file.hash) {
            found.insert(Arc::clone(&file.path));
        }
    }
    for file in before.files().filter(|file| now.get(&file.path).is_none()) {
        found.insert(Arc::clone(&file.path));
    }
    found.into_iter().collect()
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
