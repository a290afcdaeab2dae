//! Waits until files may have changed. The only user of the watcher of the system. What it hears is a hint: what has
//! changed is found by looking at the files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::source::FOLDERS;

/// How long files must be at rest. An editor that writes beside and renames needs a few milliseconds.
const DEBOUNCE: Duration = Duration::from_millis(20);

/// How long a storm of changes is waited out, such as a checkout of Git. After that the site is read, though files still
/// change, so that a program that writes without end cannot keep the site old.
const MAX_DEBOUNCE: Duration = Duration::from_millis(400);

/// How often the files are looked at where there is no watcher: often enough for a person who waits, and seldom enough for
/// a network disk.
const POLL: Duration = Duration::from_millis(500);

/// How soon all files are looked at after a look at a few. The page that somebody waits for has been made by then, so the
/// longer look delays nobody.
const RESCAN_DELAY: Duration = Duration::from_millis(150);

/// How often all files are looked at although nothing was heard: the watcher may have missed a change, and a new day
/// publishes what waited for it.
const FULL_RESCAN: Duration = Duration::from_secs(30);

/// How soon a wish to stop is noticed. The channel of the watcher cannot be woken from outside, so the wait is cut in
/// pieces of this length.
const STOP_POLL: Duration = Duration::from_millis(100);

/// What the watcher heard: where to look first. It is never believed, because watchers miss and invent changes.
struct ChangeHint {
    /// Whether a folder of the root may be another one now.
    top: bool,
    files: Vec<String>,
}

/// The watcher of the system, or a clock where there is none.
pub(super) struct FileWatcher {
    root: PathBuf,
    watcher: Option<RecommendedWatcher>,
    hints: Receiver<ChangeHint>,
}

impl FileWatcher {
    /// Starts to watch. With `poll`, or where the system has no watcher to give, [`FileWatcher::wait`] ends by the clock;
    /// in the second case the text says why.
    pub(super) fn new(root: &Path, poll: bool) -> (Self, Option<String>) {
        let (sender, hints) = mpsc::channel();
        // The watcher names files by their real paths.
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let mut this = Self { root, watcher: None, hints };
        if poll {
            return (this, None);
        }
        let why = this.start(sender).err().map(|error| {
            this.watcher = None;
            error.to_string()
        });
        (this, why)
    }

    fn start(&mut self, sender: Sender<ChangeHint>) -> notify::Result<()> {
        let root = self.root.clone();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // The other end is gone when the program ends.
            let _ = change_hint(&root, event).map(|hint| sender.send(hint));
        })?;
        watcher.watch(&self.root, RecursiveMode::NonRecursive)?;
        self.watcher = Some(watcher);
        self.watch_folders()
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
    /// when `stop` says so. With `soon` it ends soon, whatever happens.
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
            match self.hints.recv_timeout(STOP_POLL.min(left)) {
                Ok(hint) => break hint,
                Err(RecvTimeoutError::Timeout) => {}
                // Without a watcher nobody holds the other end.
                Err(RecvTimeoutError::Disconnected) => std::thread::sleep(STOP_POLL),
            }
        };
        let mut top = first.top;
        heard.extend(first.files);
        let began = Instant::now();
        while began.elapsed() < MAX_DEBOUNCE
            && let Ok(more) = self.hints.recv_timeout(DEBOUNCE)
        {
            top |= more.top;
            heard.extend(more.files);
        }
        if top && self.watch_folders().is_err() {
            // The system has no more watches to give; from now on the files are looked at by the clock.
            self.watcher = None;
        }
        Some(heard)
    }
}

/// What an event says; `None` for one that is no change. An error may hide any change, so it counts as one of the root.
fn change_hint(root: &Path, event: notify::Result<Event>) -> Option<ChangeHint> {
    match event {
        // Reading is no change; our own looking would be heard for ever.
        Ok(Event { kind: EventKind::Access(kind), .. }) if kind != AccessKind::Close(AccessMode::Write) => None,
        Ok(event) => Some(ChangeHint {
            top: event.need_rescan() || event.paths.iter().any(|path| path.parent().is_none_or(|up| up == root)),
            files: event.paths.iter().filter_map(|path| site_path(root, path)).collect(),
        }),
        Err(_) => Some(ChangeHint { top: true, files: Vec::new() }),
    }
}

/// The path of a file from the root of the site, with `/`.
fn site_path(root: &Path, path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.strip_prefix(root).ok()?.iter().map(std::ffi::OsStr::to_str).collect();
    Some(parts?.join("/"))
}
