//! What became of the actions of last time: those of the entry that another one follows, and what is still open of the
//! ones before. Knows nothing of how it is shown.

use std::collections::BTreeSet;

use super::register::{self, RecordId};
use super::{Entries, Entry, EntryId, Site};
use crate::document::outcomes::Outcome;
use crate::schema::{EventStatus, FieldValue};

/// Entries that are looked at in a chain: what is open for longer stands in the register.
const CHAIN: usize = 12;

/// Outcomes that are listed at most.
const MOST: usize = 50;

/// The outcomes of earlier entries that somebody still looks at.
#[derive(Debug, Default)]
pub struct FollowUp {
    /// Those of last time first, in the order of the notes; then what is still open of the times before, the newest first.
    pub records: Vec<RecordId>,
    /// How many there are with those that are not listed.
    pub total: usize,
}

/// The chain of entries that one follows.
#[derive(Default)]
struct EarlierEntries {
    /// Those of last time: what did not take place leads on to the one before.
    last: BTreeSet<EntryId>,
    /// Those before.
    earlier: BTreeSet<EntryId>,
}

impl Site {
    /// The outcomes with a box or a day of what an entry follows; nothing for one that will not take place.
    #[must_use]
    pub fn follow_up(&self, entry: &Entry) -> FollowUp {
        if entry.section || self.event_status(entry) == Some(EventStatus::Cancelled) {
            return FollowUp::default();
        }
        let chain = self.chain(entry, CHAIN);
        let last = chain.last.iter().flat_map(|id| self.tasks(*id));
        let open = chain.earlier.iter().flat_map(|id| self.tasks(*id)).filter(|id| self.is_open(*id));
        let (mut records, mut open): (Vec<RecordId>, Vec<RecordId>) = (last.collect(), open.collect());
        // Records are numbered from the newest entry on.
        records.sort_unstable();
        open.sort_unstable();
        records.append(&mut open);
        let total = records.len();
        records.truncate(MOST);
        FollowUp { records, total }
    }

    /// The outcomes of an entry that somebody has to do something about.
    fn tasks(&self, id: EntryId) -> impl Iterator<Item = RecordId> {
        let entry = self.entry(id);
        let outcomes = entry.source.meta.source_outcomes().iter();
        outcomes
            .filter(|outcome| is_task(entry, outcome))
            .filter_map(move |outcome| self.registers.find(id, &outcome.id))
    }

    /// Whether something is still to be done. A task of which nothing says how far it is, is not done.
    #[must_use]
    pub fn is_open(&self, id: RecordId) -> bool {
        let (entry, outcome) = (self.record_entry(id), self.outcome(id));
        let progress = register::progress(&entry.type_, outcome, self.registers.record(id).superseded);
        progress.map_or_else(|| is_task(entry, outcome), |progress| !progress.state.is_closed())
    }
}

impl Entries {
    /// All entries before an entry that took place, near and far.
    #[must_use]
    pub fn earlier_entries(&self, entry: &Entry) -> BTreeSet<EntryId> {
        let chain = self.chain(entry, usize::MAX);
        &chain.last | &chain.earlier
    }

    /// What an entry follows, near and far, up to so many entries; one that was seen is not followed again, so a circle
    /// ends.
    fn chain(&self, entry: &Entry, most: usize) -> EarlierEntries {
        let mut chain = EarlierEntries::default();
        let mut seen = BTreeSet::from([entry.id]);
        let mut waiting: Vec<ChainStep<'_>> = vec![ChainStep { entry, far: false }];
        let mut at = 0;
        while let Some(step) = waiting.get(at).copied().filter(|_| seen.len() <= most) {
            at += 1;
            for before in self.entries_before(step.entry) {
                if !seen.insert(before.id) {
                    continue;
                }
                let off = self.event_status(before).is_some_and(EventStatus::is_off);
                match (off, step.far) {
                    (true, _) => {}
                    (false, false) => _ = chain.last.insert(before.id),
                    (false, true) => _ = chain.earlier.insert(before.id),
                }
                waiting.push(ChainStep { entry: before, far: step.far || !off });
            }
        }
        chain
    }

    /// The entries that an entry names as those before it.
    pub(super) fn entries_before<'a>(&'a self, entry: &'a Entry) -> impl Iterator<Item = &'a Entry> {
        let field = entry.type_.follows_field().filter(|field| field.is_public(entry.confidentiality));
        let value = field.and_then(|field| Some((field, entry.source.meta.source_field(&field.name)?)));
        let names = match value {
            Some((_, FieldValue::Ref(name))) => std::slice::from_ref(name),
            Some((_, FieldValue::Refs(names))) => names.as_slice(),
            _ => &[],
        };
        let targets = std::slice::from_ref(&entry.type_.name);
        names.iter().filter_map(move |name| self.refer(&name.value, targets))
    }
}

/// Whether an outcome is of a kind with a box, or has a box or a day.
fn is_task(entry: &Entry, outcome: &Outcome) -> bool {
    let due = entry.type_.due_field().and_then(|field| outcome.source_attribute(&field.name));
    outcome.kind.has_box || outcome.done.is_some() || due.is_some()
}

/// An entry of the chain, and whether something took place between it and the first.
#[derive(Clone, Copy)]
struct ChainStep<'a> {
    entry: &'a Entry,
    far: bool,
}
