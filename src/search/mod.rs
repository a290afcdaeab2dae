//! The search index of a language: words with where they stand, and what is shown of each result, as JSON for the
//! script of the theme. It is our own: words are compared as they are typed, in every script alike, and the page that
//! searches needs no other rights than to read files of its own site. Knows nothing of templates.

mod parts;
mod pdf_files;
mod texts;
mod write;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::{Arc, OnceLock};

use crate::document::Body;
use crate::lang::{Lang, other_form, tokens};
use crate::pdf::PdfTexts;
use crate::site::Site;
use crate::site::findable::{Findable, IndexFile};
use crate::source::{Digest, Hash};

use parts::SharedTrait;
use texts::EntryTexts;

pub use pdf_files::{broken_pdf, pdf_files};

/// The most that a word can weigh in one place.
const HEAVIEST: u32 = 99;

/// What other forms of a word weigh, in hundredths.
const FORM: u32 = 60;

/// What the last part of a compound weighs, in hundredths.
const PART: u32 = 40;

/// Letters that the last part of a compound has at least, and what stands before it.
const PARTS: (usize, usize) = (5, 4);

/// The bodies of documents by their files.
pub type Bodies = BTreeMap<Arc<str>, Arc<Body>>;

/// What was read of documents, and of PDF files beside them.
#[derive(Clone, Copy, Debug)]
pub struct ReadTexts<'a> {
    /// Of documents.
    pub bodies: &'a Bodies,
    /// Of PDF files.
    pub pdf_texts: &'a PdfTexts,
}

/// The index of one language.
#[derive(Debug)]
pub struct Index {
    records: Vec<IndexRecord>,
    /// Every word with the records that have it and what it weighs there, by the file that it is in.
    shelves: Vec<Vec<(String, Postings)>>,
    /// What groups of parts are called.
    groups: BTreeMap<String, String>,
}

/// Records by number, in order, with what a word weighs in them.
type Postings = Vec<(u32, u32)>;

/// What is shown of a result.
#[derive(Debug)]
struct IndexRecord {
    /// The same for an entry in all languages.
    thing: usize,
    kind: String,
    url: String,
    title: String,
    date: Option<String>,
    /// The page that it is a part of.
    within: Option<String>,
    illustrative: bool,
    /// What the site calls it that an event does not take place as told.
    off: Option<String>,
    text: String,
    /// Anchors of its headings with their words.
    headings: Vec<(Arc<str>, Arc<str>)>,
    /// By what it can be chosen.
    parts: BTreeSet<SharedTrait>,
    /// The same text as a PDF file.
    print: Option<String>,
}

/// An index that is made when it is first asked for.
#[derive(Debug, Default)]
pub struct LazyIndex {
    index: OnceLock<Index>,
    key: OnceLock<Hash>,
}

impl LazyIndex {
    /// A file of the index.
    #[must_use]
    pub fn file(&self, site: &Site, lang: &Lang, read: ReadTexts<'_>, file: IndexFile) -> String {
        // No other thread may be waited for in here: it could be waiting for this one.
        self.index.get_or_init(|| Index::new(site, lang, read)).write(lang, file)
    }

    /// The hash of all texts that the index is made of; what else it shows, other pages may show too.
    #[must_use]
    pub fn key(&self, site: &Site, lang: &Lang, read: ReadTexts<'_>) -> Hash {
        *self.key.get_or_init(|| {
            let docs = site.entries.iter().filter_map(|entry| entry.docs.get(lang));
            let bodies = docs.filter_map(|doc| read.bodies.get(&doc.file)).map(|body| body.hash);
            let own = |path: &Arc<str>| {
                site.assets.get(path).is_some_and(|file| site.entry(file.owner).docs.contains_key(lang))
            };
            let pdf_texts =
                read.pdf_texts.iter().filter(|(path, _)| own(path)).map(|(path, paper)| (path, paper.text()));
            Digest::new("search index").list(bodies).list(pdf_texts).finish()
        })
    }
}

impl Index {
    /// Makes the index of a language.
    #[must_use]
    pub fn new(site: &Site, lang: &Lang, read: ReadTexts<'_>) -> Self {
        let texts = EntryTexts { site, lang, read };
        let mut records = Vec::new();
        let mut words = Words::default();
        for (findable, number) in site.findable(lang).iter().zip(0_u32..) {
            let (record, weighed) = texts.of(findable);
            records.push(record);
            words.add(number, &weighed);
        }
        words.part_compounds();
        let groups: BTreeSet<&String> =
            records.iter().flat_map(|it: &IndexRecord| &it.parts).map(|part| &part.group).collect();
        let groups = groups.into_iter().filter_map(|group| Some((group.clone(), texts.group(group)?))).collect();
        Self { shelves: words.shelves(IndexFile::shelves(records.len())), records, groups }
    }

    /// The kinds of things in the index, in order.
    fn kinds(&self) -> Vec<&str> {
        let kinds: BTreeSet<&str> = self.records.iter().map(|record| record.kind.as_str()).collect();
        kinds.into_iter().collect()
    }
}

/// The words of a language while its texts are read.
#[derive(Default)]
struct Words(BTreeMap<String, Postings>);

impl Words {
    /// Adds the words of a record; the last one that was added had a smaller number.
    fn add(&mut self, record: u32, texts: &[WeightedText]) {
        for (word, weight) in weigh(texts) {
            if let Some(other) = other_form(&word) {
                self.put(other, record, weight * FORM / 100);
            }
            self.put(word, record, weight);
        }
    }

    fn put(&mut self, word: String, record: u32, weight: u32) {
        let weight = weight.clamp(1, HEAVIEST);
        let postings = self.0.entry(word).or_default();
        match postings.last_mut().filter(|(last, _)| *last == record) {
            Some((_, known)) => *known = weight.max(*known),
            None => postings.push((record, weight)),
        }
    }

    /// A compound is found by its last part too, where that is a word of this site by itself; its first part is found
    /// as the start of a word.
    fn part_compounds(&mut self) {
        let (last, first) = PARTS;
        let mut found = Vec::new();
        for (word, postings) in &self.0 {
            let starts: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
            let Some(end) = starts.len().checked_sub(last) else { continue };
            let mut parts = starts.iter().take(end + 1).skip(first).map(|at| &word[*at..]);
            if let Some(part) = parts.find(|part| self.0.contains_key(*part)) {
                let weighed = postings.iter().map(|(record, weight)| (*record, (weight * PART / 100).max(1)));
                found.push((part.to_owned(), weighed.collect::<Postings>()));
            }
        }
        for (part, more) in found {
            let postings = self.0.entry(part).or_default();
            postings.extend(more);
            // Of each record the heaviest comes first and stays.
            postings.sort_unstable_by_key(|(record, weight)| (*record, Reverse(*weight)));
            postings.dedup_by_key(|(record, _)| *record);
        }
    }

    /// The words by the file that they are in, each file in order.
    fn shelves(self, count: usize) -> Vec<Vec<(String, Postings)>> {
        let mut shelves = vec![Vec::new(); count];
        for (word, postings) in self.0 {
            shelves[write::shelf(&word, count)].push((word, postings));
        }
        shelves
    }
}

/// A text and what a word of it weighs.
struct WeightedText {
    text: String,
    place: TextRole,
}

/// Where a text stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum TextRole {
    /// The name of a thing. In a short one each word says more.
    Title,
    /// The word that a glossary explains.
    Term,
    /// The name of a file or of a list: what it leads to says more.
    Name,
    Heading,
    Description,
    /// A value of a field.
    Fact,
    /// The text itself, in which repetition counts.
    Body,
}

/// What each word of some texts weighs together.
fn weigh(texts: &[WeightedText]) -> BTreeMap<String, u32> {
    let mut weights: BTreeMap<String, u32> = BTreeMap::new();
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for weighed in texts {
        let words = tokens(&weighed.text);
        let shortness = 12_u32.saturating_sub(u32::try_from(words.len()).unwrap_or(u32::MAX).saturating_mul(2));
        let weight = match weighed.place {
            TextRole::Title => 18 + 2 * shortness,
            TextRole::Term => 30 + 2 * shortness,
            TextRole::Name => 18 + shortness,
            TextRole::Heading => 8,
            TextRole::Description => 6,
            TextRole::Fact => 4,
            TextRole::Body => {
                words.into_iter().for_each(|word| *counts.entry(word).or_default() += 1);
                continue;
            }
        };
        for word in BTreeSet::from_iter(words) {
            *weights.entry(word).or_default() += weight;
        }
    }
    for (word, count) in counts {
        *weights.entry(word).or_default() += 2 + count.ilog2().min(6);
    }
    weights
}

/// The name of a kind of things: two families of them may share a name.
fn kind_of(findable: &Findable, site: &Site) -> String {
    let mut kind = String::new();
    let _ = match findable {
        Findable::Page(id) if site.entry(*id).section => write!(kind, "section"),
        // It is an overview, too.
        Findable::Register(..) => write!(kind, "section"),
        Findable::Page(id) => write!(kind, "type:{}", site.entry(*id).type_.name),
        Findable::Outcome(_, _, outcome) => write!(kind, "outcome:{outcome}"),
        Findable::File(..) => write!(kind, "file"),
        Findable::Term(taxonomy, _) => write!(kind, "terms:{taxonomy}"),
    };
    kind
}
