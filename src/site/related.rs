//! Which entries share most with an entry: terms, what their fields refer to, links. Reckoned once for all languages.
//! Knows nothing of what a page shows beside.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::civil::Date;
use rayon::prelude::*;

use super::links::ResolvedLinks;
use super::relations::{self, Relations};
use super::terms::Terms;
use super::{Entries, Entry, EntryId, LinkTo, Site};
use crate::lang::Lang;

/// Entries that a page names.
const NAMED: usize = 5;

/// A thing that more entries than these share is ignored: it says little of any of them, and comparing all of them would
/// take long.
const COMMON: usize = 500;

/// Candidates that are put in order at first; more only where a language lists too few of them.
const AT_FIRST: usize = 64;

/// What a link counts: as much as a thing that only these two share.
const LINK: u64 = 707;

/// The entries that share most with each entry.
#[derive(Clone, Debug, Default)]
pub(super) struct Related {
    /// By [`EntryId`]; enough of them for every language.
    nearest: Vec<Vec<EntryId>>,
}

impl Site {
    /// The entries that share most with an entry, of those that show in a language, the nearest first.
    #[must_use]
    pub fn related(&self, entry: &Entry, lang: &Lang) -> Vec<EntryId> {
        let nearest = self.related.nearest[entry.id.0 as usize].iter().copied();
        nearest.filter(|id| self.listed(self.entry(*id), lang)).take(NAMED).collect()
    }
}

impl Related {
    /// Finds the nearest of every entry.
    pub(super) fn rank(entries: &Entries, links: &ResolvedLinks, relations: &Relations, terms: &Terms) -> Self {
        let refers: Vec<BTreeSet<EntryId>> =
            entries.all.par_iter().map(|entry| relations::references(entries, entry)).collect();
        let things = Things::new(entries, terms, &refers);
        let dates: Vec<Option<Date>> = entries.iter().map(|entry| entries.date(entry)).collect();
        let nearest = Nearest { entries, links, relations, things: &things, refers: &refers, dates: &dates };
        let scores = || vec![0; entries.len()];
        let found = entries.all.par_iter().map_init(scores, |scores, entry| nearest.of(entry, scores));
        Self { nearest: found.collect() }
    }
}

/// What entries can share, with those that do.
struct Things {
    users: Vec<Vec<EntryId>>,
    /// The things of every entry.
    of: Vec<Vec<usize>>,
}

impl Things {
    fn new(entries: &Entries, terms: &Terms, refers: &[BTreeSet<EntryId>]) -> Self {
        let mut by_target: Vec<Vec<EntryId>> = vec![Vec::new(); entries.len()];
        for entry in entries.iter().filter(|entry| !entry.section) {
            for target in &refers[entry.id.0 as usize] {
                by_target[target.0 as usize].push(entry.id);
            }
        }
        let shared = |users: &Vec<EntryId>| (2..=COMMON).contains(&users.len());
        let users: Vec<Vec<EntryId>> = terms.values().cloned().chain(by_target).filter(shared).collect();
        let mut of = vec![Vec::new(); entries.len()];
        for (thing, users) in users.iter().enumerate() {
            users.iter().for_each(|user| of[user.0 as usize].push(thing));
        }
        Self { users, of }
    }
}

/// Entries that share something with one, and how much.
struct Met<'a> {
    /// By [`EntryId`].
    scores: &'a mut [u64],
    /// Those that have a score.
    ids: Vec<EntryId>,
}

impl Met<'_> {
    fn add(&mut self, id: EntryId, weight: u64) {
        let score = &mut self.scores[id.0 as usize];
        if *score == 0 {
            self.ids.push(id);
        }
        *score += weight;
    }
}

struct Nearest<'a> {
    entries: &'a Entries,
    links: &'a ResolvedLinks,
    relations: &'a Relations,
    things: &'a Things,
    refers: &'a [BTreeSet<EntryId>],
    dates: &'a [Option<Date>],
}

impl Nearest<'_> {
    /// `scores` has a zero for every entry, and has them again afterwards.
    fn of(&self, entry: &Entry, scores: &mut [u64]) -> Vec<EntryId> {
        if entry.section {
            return Vec::new();
        }
        let mut met = Met { scores, ids: Vec::new() };
        for users in self.things.of[entry.id.0 as usize].iter().map(|thing| &self.things.users[*thing]) {
            let weight = weight(users.len());
            users.iter().for_each(|user| met.add(*user, weight));
        }
        self.linked(entry).into_iter().for_each(|id| met.add(id, LINK));
        let Met { scores, ids: met } = met;
        let named = self.named(entry);
        let candidates = met.iter().filter(|id| !named.contains(id) && !self.entries.entry(**id).section);
        let candidates = candidates.map(|id| (Reverse(scores[id.0 as usize]), self.age(*id), *id)).collect();
        met.iter().for_each(|id| scores[id.0 as usize] = 0);
        self.enough(candidates)
    }

    /// Entries that the text links to; a text that stays inside tells nobody of them.
    fn linked(&self, entry: &Entry) -> BTreeSet<EntryId> {
        if self.entries.withheld(entry) {
            return BTreeSet::new();
        }
        entry.docs.values().flat_map(|doc| self.links.of(doc)).filter_map(LinkTo::entry).collect()
    }

    /// The entry itself, and those that its page names in its fields, relations and backlinks.
    fn named(&self, entry: &Entry) -> BTreeSet<EntryId> {
        let relations = self.relations.inverse(entry).iter().flat_map(|inverse| &inverse.entries);
        let others = relations.chain(self.links.backlinks(entry)).copied();
        self.refers[entry.id.0 as usize].iter().copied().chain(others).chain([entry.id]).collect()
    }

    /// Sorts the newest first, and what has no date last.
    fn age(&self, id: EntryId) -> Reverse<Option<Date>> {
        Reverse(self.dates[id.0 as usize])
    }

    /// The nearest, as many as every language needs.
    fn enough(&self, mut candidates: Vec<Candidate>) -> Vec<EntryId> {
        if candidates.len() > AT_FIRST {
            let mut first = candidates.clone();
            first.select_nth_unstable(AT_FIRST);
            first.truncate(AT_FIRST);
            let (near, complete) = self.for_all(first);
            if complete {
                return near;
            }
        }
        candidates.sort_unstable();
        self.for_all(candidates).0
    }

    /// Those that some language names, and whether every language has as many as it can name.
    fn for_all(&self, mut candidates: Vec<Candidate>) -> (Vec<EntryId>, bool) {
        candidates.sort_unstable();
        let mut lacks: Vec<(&Lang, usize)> =
            self.entries.config.languages.iter().map(|language| (&language.lang, NAMED)).collect();
        let mut near = Vec::new();
        for (.., id) in candidates {
            let entry = self.entries.entry(id);
            let mut named = false;
            for (_, lacks) in lacks.iter_mut().filter(|(lang, lacks)| *lacks > 0 && self.entries.listed(entry, lang)) {
                *lacks -= 1;
                named = true;
            }
            if named {
                near.push(id);
            }
        }
        (near, lacks.iter().all(|(_, lacks)| *lacks == 0))
    }
}

/// The nearest, then the newest, then by path: smaller comes first.
type Candidate = (Reverse<u64>, Reverse<Option<Date>>, EntryId);

/// What a thing counts that so many share: the rarer, the more.
fn weight(users: usize) -> u64 {
    (1_000_000 / users as u64).isqrt()
}
