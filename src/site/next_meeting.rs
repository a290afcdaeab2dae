//! Which entry comes after another: the meeting at which something is due that was put off to the next one. Knows nothing
//! of what is due.

use std::collections::{BTreeMap, BTreeSet};

use super::{Entries, Entry, EntryId};
use crate::schema::EventStatus;

/// The entries that follow others, by those.
pub(super) type Followers = BTreeMap<EntryId, Vec<EntryId>>;

/// Finds the entries that name an earlier one of their type, by the field that its type has for that.
pub(super) fn followers(entries: &Entries) -> Followers {
    let mut found = Followers::new();
    for entry in entries.iter().filter(|entry| !entry.section) {
        for before in entries.entries_before(entry).filter(|before| before.id != entry.id) {
            found.entry(before.id).or_default().push(entry.id);
        }
    }
    found
}

impl Entries {
    /// Whether a meeting is neither cancelled nor postponed.
    fn takes_place(&self, entry: &Entry) -> bool {
        !self.event_status(entry).is_some_and(EventStatus::is_off)
    }

    /// The meeting that follows an entry: the first in time, and where that does not take place, the one after it.
    #[must_use]
    pub fn next_meeting(&self, entry: &Entry) -> Option<&Entry> {
        let mut seen = BTreeSet::from([entry.id]);
        let mut at = vec![entry.id];
        let mut next: Vec<&Entry> = Vec::new();
        // What was seen is not followed again, so a circle ends.
        while let Some(id) = at.pop() {
            for follower in self.followers.get(&id).into_iter().flatten().filter(|id| seen.insert(**id)) {
                let follower = self.entry(*follower);
                if self.takes_place(follower) { next.push(follower) } else { at.push(follower.id) }
            }
        }
        next.into_iter().min_by_key(|follower| (self.date(follower).is_none(), self.date(follower), follower.id))
    }
}
