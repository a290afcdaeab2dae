//! What can be found by searching in a language, and the files that the index of it is kept in: what stands there in the
//! language itself and is public. Knows nothing of the texts in which words are looked for.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::facets::FacetFilter;
use super::{Entry, EntryId, MergedOutcome, Site};
use crate::lang::Lang;

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Findable {
    /// The page of an entry.
    Page(EntryId),
    /// An outcome of an entry, by its id, and the name of its kind.
    Outcome(EntryId, Arc<str>, Arc<str>),
    /// A file beside an entry, by its path in the sources.
    File(EntryId, Arc<str>),
    /// A term of a taxonomy that has pages.
    Term(Arc<str>, Arc<str>),
    /// A register of a type, or a part of it: the n-th of all lists of outcomes, by type, name and part.
    Register(usize, Arc<str>, Arc<str>, Option<FacetFilter>),
}

/// A file of the index of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IndexFile {
    /// How the index is parted, and of which kind everything is.
    Head,
    /// By what results can be chosen: topics, cities, organisations, years.
    Parts,
    /// Words with where they stand: the n-th file.
    Words(usize),
    /// The n-th file of what is shown of results.
    Results(usize),
}

/// Things that one file of words is made for, about.
const THINGS: usize = 16;

/// Files of words that an index has at most.
const MOST: usize = 256;

/// Results in one file.
pub const RESULTS: usize = 8;

/// Endings of pictures, which nobody looks for by their names.
const PICTURES: &[&str] = &["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"];

impl IndexFile {
    /// All files of an index of so many things.
    #[must_use]
    pub fn all(count: usize) -> Vec<Self> {
        let words = (0..Self::shelves(count)).map(Self::Words);
        let results = (0..count.div_ceil(RESULTS)).map(Self::Results);
        [Self::Head, Self::Parts].into_iter().chain(words).chain(results).collect()
    }

    /// How many files the words of so many things are parted over.
    #[must_use]
    pub fn shelves(count: usize) -> usize {
        count.div_ceil(THINGS).next_power_of_two().min(MOST)
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Head => "index.json".to_owned(),
            Self::Parts => "parts.json".to_owned(),
            Self::Words(number) => format!("words-{number}.json"),
            Self::Results(number) => format!("results-{number}.json"),
        }
    }
}

impl Site {
    /// All that can be found in a language: pages, outcomes and terms with a text of their own in it, and files. Drafts and
    /// pages with `noindex` are not among them; of what stays inside of a meeting there is nothing.
    #[must_use]
    pub fn findable(&self, lang: &Lang) -> Vec<Findable> {
        let mut files: BTreeMap<EntryId, Vec<&Arc<str>>> = BTreeMap::new();
        for (path, asset) in self.assets.iter().filter(|(path, _)| !is_picture(path)) {
            files.entry(asset.owner).or_default().push(path);
        }
        let mut found = Vec::new();
        for entry in self.entries.iter().filter(|entry| has_own_text(entry, lang)) {
            found.push(Findable::Page(entry.id));
            if self.withheld(entry) {
                continue;
            }
            let own = |outcome: &MergedOutcome<'_>| outcome.lang == lang;
            for outcome in self.public_outcomes(entry, lang).into_iter().filter(own) {
                found.push(Findable::Outcome(
                    entry.id,
                    Arc::clone(&outcome.source.id),
                    Arc::clone(&outcome.source.kind.name),
                ));
            }
            let beside = files.get(&entry.id).into_iter().flatten();
            found.extend(beside.map(|path| Findable::File(entry.id, Arc::clone(path))));
        }
        for (taxonomy, id, term) in self
            .data
            .taxonomies
            .iter()
            .flat_map(|(taxonomy, it)| it.terms.iter().map(move |(id, term)| (taxonomy, id, term)))
        {
            let has_page = self.term_route(taxonomy, id, lang).is_some() && term.label.exact(lang).is_some();
            let users = self.terms.get(&(Arc::clone(taxonomy), Arc::clone(id)));
            if has_page && users.is_some_and(|ids| ids.iter().any(|id| self.listed(self.entry(*id), lang))) {
                found.push(Findable::Term(Arc::clone(taxonomy), Arc::clone(id)));
            }
        }
        for (number, list) in self.findable_lists(lang) {
            let type_ = Arc::clone(&list.type_.name);
            found.push(Findable::Register(number, type_, list.register.name(), list.part.cloned()));
        }
        found
    }
}

fn is_picture(path: &str) -> bool {
    path.rsplit('.').next().is_some_and(|ending| PICTURES.contains(&&*ending.to_ascii_lowercase()))
}

fn has_own_text(entry: &Entry, lang: &Lang) -> bool {
    let flagged = |flag: &&str| entry.docs.get(lang).is_some_and(|doc| doc.meta.flag(flag));
    entry.docs.contains_key(lang) && !["draft", "noindex"].iter().any(flagged)
}
