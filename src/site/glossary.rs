//! Where texts use the words of a glossary for the first time, and who uses which. The only part of the site that reads
//! bodies: what it keeps are places. Knows nothing of how a link is written.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::links::ResolvedLinks;
use super::{Doc, Entries, Entry, EntryId, LinkTo, Site, order, relations};
use crate::diagnostic::Range32;
use crate::document::tree::Tree;
use crate::document::{Document, plain};
use crate::lang::{Lang, Phrases};
use crate::schema::FieldValue;

/// The first use of a word of the glossary in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The entry that explains it.
    pub term: EntryId,
    /// Where it stands in the text of the body's tree.
    pub at: Range32,
}

/// The words of the glossary, and which texts use them.
#[derive(Clone, Debug, Default)]
pub(super) struct Glossary {
    /// The words of each language.
    phrases: Arc<BTreeMap<Lang, Phrases>>,
    /// First uses in each text, by its file and in the order of the text.
    mentions: BTreeMap<Arc<str>, Vec<Mention>>,
    /// Entries with a text, in any language, that uses a word; by the entry that explains the word.
    users: BTreeMap<EntryId, BTreeSet<EntryId>>,
}

impl Site {
    /// First uses of words of the glossary in the body of a document, in the order of the text.
    #[must_use]
    pub fn mentions(&self, doc: &Doc) -> &[Mention] {
        self.glossary.mentions(doc)
    }

    /// Entries whose text, as a reader of `lang` sees it, uses the word that an entry explains: the newest first, those
    /// left out that link to it themselves.
    #[must_use]
    pub fn used_in(&self, term: &Entry, lang: &Lang) -> Vec<EntryId> {
        let linking = self.backlinks(term);
        let uses = |id: &EntryId| linking.binary_search(id).is_err() && self.uses(self.entry(*id), term, lang);
        let known = self.glossary.users.get(&term.id);
        let mut found: Vec<EntryId> = known.into_iter().flatten().copied().filter(uses).collect();
        order::sort_mixed(self, &mut found, lang);
        found
    }

    /// Whether the text of an entry, as a reader of `lang` sees it, uses the word that another one explains.
    fn uses(&self, entry: &Entry, term: &Entry, lang: &Lang) -> bool {
        let mut mentions = self.mentions(self.localized_doc(entry, lang).doc).iter();
        self.listed(entry, lang) && mentions.any(|mention| mention.term == term.id)
    }
}

impl Glossary {
    /// Finds the words of the glossary in all texts.
    pub(super) fn find(entries: &Entries, links: &ResolvedLinks, documents: &[Arc<Document>]) -> Self {
        let phrases = phrases(entries);
        if phrases.is_empty() {
            return Self::default();
        }
        let bodies: BTreeMap<&str, &Tree> =
            documents.iter().map(|document| (&*document.place.file, &document.body.tree)).collect();
        let search = GlossarySearch { entries, links, phrases: &phrases };
        let found: Vec<Vec<(Arc<str>, Vec<Mention>)>> =
            entries.all.par_iter().map(|entry| search.entry(entry, &bodies)).collect();
        let mut mentions = BTreeMap::new();
        let mut users: BTreeMap<EntryId, BTreeSet<EntryId>> = BTreeMap::new();
        for (entry, found) in entries.iter().zip(found) {
            for mention in found.iter().flat_map(|(_, mentions)| mentions) {
                users.entry(mention.term).or_default().insert(entry.id);
            }
            mentions.extend(found);
        }
        Self { phrases: Arc::new(phrases), mentions, users }
    }

    /// The same glossary, with the words found again in documents that have changed.
    pub(super) fn with_updated_docs(
        &self,
        entries: &Entries,
        links: &ResolvedLinks,
        documents: &[Arc<Document>],
    ) -> Self {
        let mut glossary = self.clone();
        let search = GlossarySearch { entries, links, phrases: &self.phrases };
        for document in documents {
            if let Some(entry) = entries.find(document.place.entry.as_str())
                && let Some(doc) = entry.docs.get(&document.place.lang).filter(|doc| doc.file == document.place.file)
            {
                let found = search.text(entry, &document.place.lang, doc, &document.body.tree);
                glossary.replace(entry, doc, found);
            }
        }
        glossary
    }

    /// Puts what was found in a text in the place of what was found there before.
    fn replace(&mut self, entry: &Entry, doc: &Doc, found: Vec<Mention>) {
        let before = self.mentions.remove(&doc.file).unwrap_or_default();
        let terms: BTreeSet<EntryId> = found.iter().chain(&before).map(|mention| mention.term).collect();
        if !found.is_empty() {
            self.mentions.insert(Arc::clone(&doc.file), found);
        }
        for term in terms {
            let uses = |doc: &Doc| self.mentions(doc).iter().any(|mention| mention.term == term);
            if entry.docs.values().any(uses) {
                self.users.entry(term).or_default().insert(entry.id);
            } else if let Some(users) = self.users.get_mut(&term) {
                users.remove(&entry.id);
            }
        }
    }

    fn mentions(&self, doc: &Doc) -> &[Mention] {
        self.mentions.get(&doc.file).map_or(&[], Vec::as_slice)
    }
}

/// The words of the glossary in each language that has some.
fn phrases(entries: &Entries) -> BTreeMap<Lang, Phrases> {
    let terms: Vec<&Entry> = entries.iter().filter(|entry| !entry.section && entry.type_.link_first_use).collect();
    let languages = entries.config.tags().into_iter();
    languages.filter_map(|lang| phrases_in(&lang, &terms).map(|phrases| (lang, phrases))).collect()
}

/// All titles, then the other words: where two entries explain the same word, the one with that title does.
fn phrases_in(lang: &Lang, terms: &[&Entry]) -> Option<Phrases> {
    let docs = || terms.iter().filter_map(|entry| Some((*entry, entry.docs.get(lang)?)));
    let titles = docs().map(|(entry, doc)| (doc.meta.title(), entry.id.0));
    let also = docs().flat_map(|(entry, doc)| also(entry, doc).into_iter().map(|text| (text, entry.id.0)));
    Phrases::new(titles.chain(also))
}

fn also<'a>(entry: &Entry, doc: &'a Doc) -> Vec<&'a str> {
    let words = entry.type_.also().filter(|field| field.is_public(entry.confidentiality));
    let value = words.and_then(|field| doc.meta.source_field(&field.name));
    let Some(FieldValue::List(items)) = value else { return Vec::new() };
    items.iter().filter_map(|item| if let FieldValue::Text(text) = item { Some(&**text) } else { None }).collect()
}

/// What is needed to find the words of the glossary in a text.
struct GlossarySearch<'a> {
    entries: &'a Entries,
    links: &'a ResolvedLinks,
    phrases: &'a BTreeMap<Lang, Phrases>,
}

impl GlossarySearch<'_> {
    /// The texts of an entry that use words of the glossary, by their files.
    fn entry(&self, entry: &Entry, bodies: &BTreeMap<&str, &Tree>) -> Vec<(Arc<str>, Vec<Mention>)> {
        let texts = entry.docs.iter().filter_map(|(lang, doc)| Some((lang, doc, bodies.get(&*doc.file)?)));
        let found = texts.map(|(lang, doc, tree)| (Arc::clone(&doc.file), self.text(entry, lang, doc, tree)));
        found.filter(|(_, mentions)| !mentions.is_empty()).collect()
    }

    /// The first uses in a text that may become links: none to the page itself, and none to where its text or fields lead
    /// already. A text that stays inside is not read.
    fn text(&self, entry: &Entry, lang: &Lang, doc: &Doc, tree: &Tree) -> Vec<Mention> {
        let Some(phrases) = self.phrases.get(lang) else { return Vec::new() };
        if self.entries.withheld(entry) || doc.meta.is_off("glossary") {
            return Vec::new();
        }
        let mut done = relations::references(self.entries, entry);
        done.insert(entry.id);
        done.extend(self.links.of(doc).iter().filter_map(LinkTo::entry));
        let mut found = Vec::new();
        for passage in plain::passages(tree) {
            for (range, id) in phrases.find(&passage.text) {
                let term = EntryId(id);
                if !done.contains(&term)
                    && let Some(place) = passage.place(&range)
                {
                    done.insert(term);
                    found.push(Mention { term, at: place.into() });
                }
            }
        }
        found
    }
}
