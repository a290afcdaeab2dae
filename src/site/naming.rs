//! Which texts name which files, published and hidden ones: a file that only hidden texts name belongs to them. Knows
//! nothing of whose folder a file lies in.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Entries, Entry};
use crate::document::Document;
use crate::document::links::LinkTarget;
use crate::document::place::{self, CONTENT, EntryPath};
use crate::schema::FieldValue;

/// Where files below `content/` stand on the site when an address is spelled out.
pub(super) const FILES: &str = "/files/";

/// The texts that name files, by their paths in the sources.
#[derive(Default)]
pub(super) struct Naming {
    /// Entries of which readers see a text that names it.
    public: BTreeMap<String, BTreeSet<EntryPath>>,
    /// Entries of which a text names it that readers do not see.
    hidden: BTreeMap<String, BTreeSet<EntryPath>>,
}

impl Naming {
    /// Reads links and fields of all documents. `in_fields` are the files that public fields name.
    pub(super) fn collect(documents: &[Arc<Document>], entries: &Entries, in_fields: &BTreeSet<String>) -> Self {
        let mut naming = Self::default();
        for document in documents {
            let path = &document.place.entry;
            let published = published(document, entries);
            let seen = published.is_some_and(|entry| !entries.withheld(entry));
            for file in links(document) {
                naming.side(seen).entry(file).or_default().insert(path.clone());
            }
            for file in fields(document) {
                let seen = published.is_some() && in_fields.contains(&file);
                // What stands in a field for editors only is told as that.
                if seen || published.is_none() {
                    naming.side(seen).entry(file).or_default().insert(path.clone());
                }
            }
        }
        // A source that is hidden shares its fields with the translations that are not.
        for file in in_fields {
            naming.public.entry(file.clone()).or_default();
        }
        naming
    }

    fn side(&mut self, seen: bool) -> &mut BTreeMap<String, BTreeSet<EntryPath>> {
        if seen { &mut self.public } else { &mut self.hidden }
    }

    /// Whether only hidden texts name a file of that owner. What lies in the folder of a published entry is published
    /// with it, whatever drafts of others say.
    pub(super) fn only_hidden(&self, file: &str, owner: &Entry) -> bool {
        let hidden = self.hidden.get(file).filter(|_| !self.public.contains_key(file));
        hidden.is_some_and(|naming| owner.section || naming.contains(&owner.path))
    }

    /// Whether a text that readers see names a file, of an entry below that folder.
    pub(super) fn is_named_below(&self, file: &str, folder: &EntryPath) -> bool {
        let naming = self.public.get(file).into_iter().flatten();
        naming.flat_map(|path| std::iter::successors(path.parent(), EntryPath::parent)).any(|above| above == *folder)
    }
}

/// The entry of a document that is published.
fn published<'e>(document: &Document, entries: &'e Entries) -> Option<&'e Entry> {
    let entry = entries.find(document.place.entry.as_str())?;
    let doc = entry.docs.get(&document.place.lang)?;
    (doc.file == document.place.file).then_some(entry)
}

/// The files that links and pictures of a text lead to.
pub(super) fn links(document: &Document) -> impl Iterator<Item = String> {
    document.meta.links.iter().filter_map(|link| match &link.target {
        LinkTarget::Path(path, _) => Some(format!("{CONTENT}{path}")),
        LinkTarget::Address(address, _) => Some(format!("{CONTENT}{}", address.strip_prefix(FILES)?)),
        LinkTarget::Anchor(_) => None,
    })
}

/// The files that fields of a document name, at any depth.
pub(super) fn fields(document: &Document) -> Vec<String> {
    let meta = &document.meta;
    let facts = meta.source_outcomes().iter().flat_map(|outcome| outcome.source_attributes());
    let values = meta.source_fields().values().chain(facts.map(|(_, value)| value));
    let mut found = Vec::new();
    for value in values {
        files(&value.value, document, &mut found);
    }
    found
}

fn files(value: &FieldValue, document: &Document, found: &mut Vec<String>) {
    match value {
        FieldValue::File(path) => found.push(place::beside(&document.place.file, &path.value)),
        FieldValue::List(values) => values.iter().for_each(|value| files(value, document, found)),
        FieldValue::Group(parts) => parts.iter().for_each(|(_, value)| files(value, document, found)),
        _ => {}
    }
}
