//! The filters of the search beside kind and language: the year, terms, and the entries that a result names.
//! Knows nothing of texts.

use std::collections::BTreeSet;

use super::texts::EntryTexts;
use crate::document::outcomes::Outcome;
use crate::schema::Field;
use crate::site::facets::{self, FacetValue};
use crate::site::{Entry, PublicField, Site};

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
    pub(super) fn parts(&self, entry: &Entry, outcome: Option<&Outcome>) -> BTreeSet<SharedTrait> {
        let values: Vec<PublicField<'_>> = match outcome {
            Some(outcome) => self.site.public_attributes(entry, outcome, self.lang),
            None => self.own_fields(entry).collect(),
        };
        let mut parts = BTreeSet::new();
        for public in &values {
            let found = facets::facet_values(&public.value);
            parts.extend(found.iter().filter_map(|facet| self.part(public.field, facet)));
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
                let taxonomy = field.taxonomy()?;
                site.taxonomy_route(taxonomy, self.lang)?;
                let label = site.data.term(taxonomy, id)?.label.exact(self.lang)?.to_string();
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
