//! By what results can be narrowed beside their kind and language: the year, terms, and the entries that they name.
//! Knows nothing of texts.

use std::collections::BTreeSet;

use super::texts::EntryTexts;
use crate::schema::{Field, FieldValue, Kind};
use crate::site::facets::{self, FacetValue};
use crate::site::{Entry, Site};

/// The group of the years; the theme names it.
const YEAR: &str = "year";

/// Something that results have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SharedTrait {
    /// A taxonomy, or the type of an entry.
    pub(super) group: String,
    pub(super) id: String,
    pub(super) label: String,
}

impl EntryTexts<'_> {
    /// The parts that an entry is in, or one of its outcomes: by its own values, and the year of the entry.
    pub(super) fn parts(&self, entry: &Entry, outcome: Option<usize>) -> BTreeSet<SharedTrait> {
        let mut parts = BTreeSet::new();
        let mut put = |field: &Field, value: &FieldValue| {
            let found = facets::values(self.site, field, value);
            parts.extend(found.iter().filter_map(|facet| self.part(field, facet)));
        };
        if let Some(index) = outcome {
            let outcome = &entry.source.meta.outcomes[index];
            for field in entry.type_.outcomes.iter().flatten().filter(|field| !field.private) {
                let own = outcome.attributes.iter().find(|(name, _)| *name == field.name);
                own.into_iter().for_each(|(_, value)| put(field, &value.value));
            }
        } else {
            for field in entry.type_.fields.iter().filter(|field| !field.private && !field.common) {
                entry.source.meta.field(&field.name).into_iter().for_each(|value| put(field, value));
            }
        }
        parts.extend(self.site.date(entry).map(|date| {
            let year = date.year().to_string();
            SharedTrait { group: YEAR.to_owned(), id: year.clone(), label: year }
        }));
        parts
    }

    fn part(&self, field: &Field, facet: &FacetValue) -> Option<SharedTrait> {
        let site = self.site;
        match facet {
            FacetValue::Term(id) => {
                let taxonomy = taxonomy(field)?;
                site.taxonomy_route(taxonomy, self.lang)?;
                let label = site.data.term(taxonomy, id)?.label.own(self.lang)?.to_string();
                Some(SharedTrait { group: taxonomy.to_owned(), id: id.to_string(), label })
            }
            FacetValue::Entry(id) => {
                let entry = site.entry(*id);
                let label = site.localized_doc(entry, self.lang).doc.meta.title().to_owned();
                Some(SharedTrait { group: entry.type_.name.to_string(), id: entry.path.to_string(), label })
            }
            _ => None,
        }
    }

    /// What a group is called; nothing where the theme names it.
    pub(super) fn group(&self, group: &str) -> Option<String> {
        let site: &Site = self.site;
        let taxonomy = site.data.taxonomies.get(group).map(|taxonomy| &taxonomy.label);
        let label = taxonomy.or_else(|| site.types.get(group).map(|type_| &type_.plural))?;
        label.get(self.lang, &site.config.chain(self.lang)).map(ToString::to_string)
    }
}

/// The taxonomy that the terms of a field are of.
fn taxonomy(field: &Field) -> Option<&str> {
    match &field.kind {
        Kind::Term(taxonomy) => Some(taxonomy),
        Kind::List(item) => taxonomy(item),
        _ => None,
    }
}
