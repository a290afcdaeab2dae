//! What the thread that reads the site has to do: the newest state of the open texts, not each step to it. Knows nothing of
//! the protocol.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use super::rename::RenameOrder;

/// Renames that wait. Each takes as long as three loads of the site; nobody asks for more at a time.
const MOST_RENAMES: usize = 4;

/// A text of the site that is open, saved or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct UnsavedText {
    /// How the editor calls it.
    pub(super) uri: String,
    /// Counted by the editor.
    pub(super) version: i32,
    /// What it holds.
    pub(super) text: Arc<str>,
}

/// Open texts by their paths in the site.
pub(super) type UnsavedTexts = BTreeMap<Arc<str>, UnsavedText>;

/// Which files on disk are looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum DiskLook {
    /// None: only open texts have changed.
    #[default]
    Nothing,
    /// These.
    Files(BTreeSet<String>),
    /// All.
    Everything,
}

impl DiskLook {
    fn and(self, more: Self) -> Self {
        match (self, more) {
            (Self::Everything, _) | (_, Self::Everything) => Self::Everything,
            (Self::Nothing, other) | (other, Self::Nothing) => other,
            (Self::Files(mut files), Self::Files(more)) => {
                files.extend(more);
                Self::Files(files)
            }
        }
    }
}

/// What is to be done next.
#[derive(Debug)]
pub(super) enum AnalystTask {
    /// Read the site with these texts.
    Read(UnsavedTexts, DiskLook),
    /// Work out a rename.
    Rename(RenameOrder),
}

#[derive(Debug, Default)]
struct InboxState {
    texts: UnsavedTexts,
    /// Whether anything is to be read.
    due: bool,
    look: DiskLook,
    renames: VecDeque<RenameOrder>,
    ended: bool,
}

/// The inbox: written by the thread that talks to the editor, emptied by the one that reads the site.
#[derive(Debug, Default)]
pub(super) struct Inbox {
    state: Mutex<InboxState>,
    filled: Condvar,
}

impl Inbox {
    /// Takes the newest state of a text.
    pub(super) fn text(&self, path: &Arc<str>, text: UnsavedText) {
        let mut state = self.lock();
        state.texts.insert(Arc::clone(path), text);
        state.due = true;
        self.filled.notify_one();
    }

    /// Forgets a text that was closed: what is on disk counts again.
    pub(super) fn closed(&self, path: &Arc<str>) {
        let mut state = self.lock();
        state.texts.remove(path);
        state.due = true;
        self.filled.notify_one();
    }

    /// Asks for a look at files on disk.
    pub(super) fn look(&self, look: DiskLook) {
        let mut state = self.lock();
        state.look = std::mem::take(&mut state.look).and(look);
        state.due = true;
        self.filled.notify_one();
    }

    /// Asks for a rename; gives it back where too many wait.
    pub(super) fn rename(&self, order: RenameOrder) -> Result<(), RenameOrder> {
        let mut state = self.lock();
        if state.renames.len() >= MOST_RENAMES {
            return Err(order);
        }
        state.renames.push_back(order);
        self.filled.notify_one();
        Ok(())
    }

    /// Nothing more will come.
    pub(super) fn end(&self) {
        self.lock().ended = true;
        self.filled.notify_one();
    }

    /// Waits for the next task; `None` at the end. What changed is read before a rename is worked out.
    pub(super) fn next(&self) -> Option<AnalystTask> {
        let mut state = self.lock();
        loop {
            if state.ended {
                return None;
            }
            if std::mem::take(&mut state.due) {
                let look = std::mem::take(&mut state.look);
                return Some(AnalystTask::Read(state.texts.clone(), look));
            }
            if let Some(order) = state.renames.pop_front() {
                return Some(AnalystTask::Rename(order));
            }
            state = self.filled.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Held for a few assignments only, so neither thread waits for the work of the other.
    fn lock(&self) -> MutexGuard<'_, InboxState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
