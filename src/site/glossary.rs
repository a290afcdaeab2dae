//! Where texts use the words of a glossary for the first time, and who uses which. The only part of the site that reads
//! bodies: what it keeps are places. Knows nothing of how a link is written.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::{Doc, Entry, EntryId, LinkTo, Site, order, relations};
use crate::diagnostic::Range32;
use crate::document::html::Html;
use crate::document::{Document, prose};
use crate::lang::{Lang, Phrases};
use crate::schema::FieldValue;

/// The first use of a word of the glossary in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The entry that explains it.
    pub term: EntryId,
    /// Where it stands in the HTML of the body, which is counted with the bodies of components in it.
    pub at: Range32,
}

impl Site {
    /// Entries whose text, as a reader of `lang` sees it, uses the word that an entry explains: the newest first, those
    /// left out that link to it themselves.
    #[must_use]
    pub fn used_in(&self, term: &Entry, lang: &Lang) -> Vec<EntryId> {
        let uses = |id: &EntryId| {
            let entry = self.entry(*id);
            let mut mentions = self.localized_doc(entry, lang).doc.mentions.iter();
            self.listed(entry, lang)
                && term.backlinks.binary_search(id).is_err()
                && mentions.any(|mention| mention.term == term.id)
        };
        let mut found: Vec<EntryId> = term.used_in.iter().copied().filter(uses).collect();
        order::sort_mixed(self, &mut found, lang);
        found
    }
}

/// Finds the words of the glossary in all texts.
pub(super) fn find(site: &mut Site, documents: &[Arc<Document>]) {
    site.phrases = Arc::new(phrases(site));
    let phrases = Arc::clone(&site.phrases);
    if phrases.is_empty() {
        return;
    }
    let bodies: BTreeMap<&str, &Html> =
        documents.iter().map(|document| (&*document.place.file, &document.body.html)).collect();
    let this = &*site;
    let of = |entry: &Entry| -> Vec<Vec<Mention>> {
        let one = |(lang, doc): (&Lang, &Doc)| {
            let (Some(phrases), Some(html)) = (phrases.get(lang), bodies.get(&*doc.file)) else { return Vec::new() };
            mentions(this, entry, doc, (phrases, html))
        };
        entry.docs.iter().map(one).collect()
    };
    let found: Vec<Vec<Vec<Mention>>> = this.entries.par_iter().map(of).collect();
    let mut users: Vec<BTreeSet<EntryId>> = vec![BTreeSet::new(); site.entries.len()];
    for (entry, found) in site.entries.iter_mut().zip(found) {
        for (doc, mentions) in Arc::make_mut(&mut entry.docs).values_mut().zip(found) {
            for mention in &mentions {
                users[mention.term.0 as usize].insert(entry.id);
            }
            doc.mentions = mentions;
        }
    }
    for (entry, users) in site.entries.iter_mut().zip(users) {
        entry.used_in = users.into_iter().collect();
    }
}

/// Finds the words of the glossary in a text of an entry that has changed.
pub(super) fn find_again(site: &mut Site, id: EntryId, document: &Document) {
    let lang = &document.place.lang;
    let entry = site.entry(id);
    let Some((doc, phrases)) = entry.docs.get(lang).zip(site.phrases.get(lang)) else { return };
    let found = mentions(site, entry, doc, (phrases, &document.body.html));
    let terms: BTreeSet<EntryId> = found.iter().chain(&doc.mentions).map(|mention| mention.term).collect();
    if let Some(doc) = Arc::make_mut(&mut site.entries[id.0 as usize].docs).get_mut(lang) {
        doc.mentions = found;
    }
    for term in terms {
        let has = |doc: &Doc| doc.mentions.iter().any(|mention| mention.term == term);
        let still = site.entry(id).docs.values().any(has);
        let users = &mut site.entries[term.0 as usize].used_in;
        match users.binary_search(&id) {
            Err(at) if still => users.insert(at, id),
            Ok(at) if !still => drop(users.remove(at)),
            _ => {}
        }
    }
}

/// The words of the glossary in each language: all titles, then the other words.
fn phrases(site: &Site) -> BTreeMap<Lang, Phrases> {
    let terms: Vec<&Entry> = site.entries.iter().filter(|entry| !entry.section && entry.type_.link_first_use).collect();
    let of = |lang: &Lang| {
        let docs = || terms.iter().filter_map(|entry| Some((*entry, entry.docs.get(lang)?)));
        let titles = docs().map(|(entry, doc)| (doc.meta.title(), entry.id.0));
        let also = docs().flat_map(|(entry, doc)| also(entry, doc).into_iter().map(|text| (text, entry.id.0)));
        Phrases::new(titles.chain(also))
    };
    site.config.tags().into_iter().filter_map(|lang| of(&lang).map(|phrases| (lang, phrases))).collect()
}

fn also<'a>(entry: &Entry, doc: &'a Doc) -> Vec<&'a str> {
    let value = entry.type_.also().and_then(|field| doc.meta.field(&field.name));
    let Some(FieldValue::List(items)) = value else { return Vec::new() };
    let text = |item: &'a FieldValue| match item {
        FieldValue::Text(text) => Some(&**text),
        _ => None,
    };
    items.iter().filter_map(text).collect()
}

/// The first uses in a text that may become links: none to the page itself, and none to where its text or fields lead
/// already. A text that stays inside is not read.
fn mentions(site: &Site, entry: &Entry, doc: &Doc, (phrases, html): (&Phrases, &Html)) -> Vec<Mention> {
    if site.withheld(entry) || doc.meta.field("glossary") == Some(&FieldValue::Bool(false)) {
        return Vec::new();
    }
    let mut done = relations::references(site, entry);
    done.insert(entry.id);
    done.extend(doc.links.iter().filter_map(|link| match link {
        LinkTo::Entry(id, _) => Some(*id),
        _ => None,
    }));
    let mut found = Vec::new();
    for passage in prose::passages(html) {
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
