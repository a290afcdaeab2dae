//! Who has which term. Knows nothing of pages.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Entries, EntryId};
use crate::schema::{Field, FieldValue, Kind};

/// A taxonomy, one of its terms, and the entries that have it, in the order of their paths.
pub(super) type Terms = BTreeMap<(Arc<str>, Arc<str>), Vec<EntryId>>;

type Users = BTreeMap<(Arc<str>, Arc<str>), BTreeSet<EntryId>>;

/// Gathers the entries of every term that exists.
pub(super) fn collect(entries: &Entries) -> Terms {
    let mut users: Users = BTreeMap::new();
    for entry in entries.iter().filter(|entry| !entry.section) {
        let docs = std::iter::once(&*entry.source).chain(entry.docs.values());
        for (name, value) in docs.flat_map(|doc| doc.meta.source_fields()) {
            if let Some(field) = entry.type_.field(name) {
                // Who has a term is shown on its page.
                if field.is_public(entry.confidentiality) {
                    gather(field, &value.value, entry.id, &mut users);
                }
            }
        }
    }
    let known = users.into_iter().filter(|((taxonomy, term), _)| entries.data.term(taxonomy, term).is_some());
    known.map(|(key, ids)| (key, ids.into_iter().collect())).collect()
}

fn gather(field: &Field, value: &FieldValue, entry: EntryId, users: &mut Users) {
    match (&field.kind, value) {
        (Kind::Term(taxonomy), FieldValue::Term(id)) => {
            users.entry((Arc::clone(taxonomy), Arc::clone(&id.value))).or_default().insert(entry);
        }
        (Kind::List(item), FieldValue::List(values)) => {
            values.iter().for_each(|value| gather(item, value, entry, users));
        }
        (Kind::Group(fields), FieldValue::Group(parts)) => {
            for (name, value) in parts {
                if let Some(field) = fields.iter().find(|field| field.name == *name && field.is_shown()) {
                    gather(field, value, entry, users);
                }
            }
        }
        _ => {}
    }
}
