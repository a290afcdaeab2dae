//! An alarm clock that rings when files may have changed. The only user of the watcher of the system. It tells nobody
//! what has changed: that is found by looking.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::source::FOLDERS;

/// How long files must be at rest. An editor that writes beside and renames needs a few milliseconds.
const DEBOUNCE: Duration = Duration::from_millis(20);

/// How long a storm of changes is waited out.
const MAX_DEBOUNCE: Duration = Duration::from_millis(400);

/// How often is looked without a watcher.
const POLL: Duration = Duration::from_millis(500);

/// How soon all files are looked at after a look at a few: when the page that somebody waits for has been made.
const RESCAN_DELAY: Duration = Duration::from_millis(150);

/// How often is looked all the same, should the watcher have missed something, and for a new day.
const FULL_RESCAN: Duration = Duration::from_secs(30);

/// How soon a wish to stop is noticed.
const STOP_POLL: Duration = Duration::from_millis(100);

/// What a ring says. It is a hint where to look first, and never believed.
struct ChangeHint {
    /// Whether a folder of the root may be another one now.
    top: bool,
    files: Vec<String>,
}

/// The watcher, or nothing but the time.
pub(super) struct FileWatcher {
    root: PathBuf,
    watcher: Option<RecommendedWatcher>,
    rings: Receiver<ChangeHint>,
}

impl FileWatcher {
    /// Starts to watch. Without a watcher, or where the system has none to give, it rings by the clock; then the second
    /// part says why.
    pub(super) fn new(root: &Path, poll: bool) -> (Self, Option<String>) {
        let (bell, rings) = mpsc::channel();
        // The watcher names files by their real paths.
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let at = root.clone();
        let ring = move |event: notify::Result<Event>| {
            let ring = match event {
                // Reading is no change; our own looking would ring for ever.
                Ok(Event { kind: EventKind::Access(kind), .. }) if kind != AccessKind::Close(AccessMode::Write) => {
                    return;
                }
                Ok(event) => ChangeHint {
                    top: event.need_rescan() || event.paths.iter().any(|path| path.parent().is_none_or(|up| up == at)),
                    files: event.paths.iter().filter_map(|path| site_path(&at, path)).collect(),
                },
                Err(_) => ChangeHint { top: true, files: Vec::new() },
            };
            // Nobody listens any more when the program ends.
            let _ = bell.send(ring);
        };
        let mut alarm = Self { root, watcher: None, rings };
        if poll {
            return (alarm, None);
        }
        let started = notify::recommended_watcher(ring).and_then(|mut watcher| {
            watcher.watch(&alarm.root, RecursiveMode::NonRecursive)?;
            alarm.watcher = Some(watcher);
            alarm.watch_folders()
        });
        let why = started.err().map(|error| {
            alarm.watcher = None;
            error.to_string()
        });
        (alarm, why)
    }

    /// Watches the folders that are there; one that was deleted and came back is another one for the system.
    fn watch_folders(&mut self) -> notify::Result<()> {
        let Some(watcher) = &mut self.watcher else { return Ok(()) };
        for folder in FOLDERS.iter().map(|folder| self.root.join(folder)).filter(|folder| folder.is_dir()) {
            watcher.watch(&folder, RecursiveMode::Recursive)?;
        }
        Ok(())
    }

    /// Waits until files may have changed and are at rest again, and gives those of which something was heard. `None`
    /// when `stop` says so. With `soon` it rings soon, whatever happens.
    pub(super) fn wait(&mut self, stop: &dyn Fn() -> bool, soon: bool) -> Option<BTreeSet<String>> {
        let most = match &self.watcher {
            _ if soon => RESCAN_DELAY,
            Some(_) => FULL_RESCAN,
            None => POLL,
        };
        let started = Instant::now();
        let mut heard = BTreeSet::new();
        let first = loop {
            if stop() {
                return None;
            }
            let left = most.saturating_sub(started.elapsed());
            if left.is_zero() {
                return Some(heard);
            }
            match self.rings.recv_timeout(STOP_POLL.min(left)) {
                Ok(ring) => break ring,
                Err(RecvTimeoutError::Timeout) => {}
                // Without a watcher nobody holds the other end.
                Err(RecvTimeoutError::Disconnected) => std::thread::sleep(STOP_POLL),
            }
        };
        let mut top = first.top;
        heard.extend(first.files);
        let began = Instant::now();
        while began.elapsed() < MAX_DEBOUNCE
            && let Ok(more) = self.rings.recv_timeout(DEBOUNCE)
        {
            top |= more.top;
            heard.extend(more.files);
        }
        if top && self.watch_folders().is_err() {
            // The system has no more watches to give; from now on the time rings.
            self.watcher = None;
        }
        Some(heard)
    }
}

/// The path of a file from the root of the site, with `/`.
fn site_path(root: &Path, path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.strip_prefix(root).ok()?.iter().map(std::ffi::OsStr::to_str).collect();
    Some(parts?.join("/"))
}
