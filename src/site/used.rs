//! Which terms and registers have pages: those that something public uses. A page of what nobody has is of no use to readers,
//! and stays in search engines for years. Knows nothing of routes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::facets::FacetValue;
use super::register::Registers;
use super::terms::Terms;
use super::{Entries, Site};
use crate::data::Taxonomy;
use crate::schema::Register;

/// Terms and registers that have pages.
#[derive(Clone, Debug, Default)]
pub(super) struct UsedParts {
    /// Terms by taxonomy; a taxonomy of which no term is used is not among them.
    terms: BTreeMap<Arc<str>, BTreeSet<Arc<str>>>,
    /// Names of registers.
    registers: BTreeSet<Arc<str>>,
}

impl UsedParts {
    /// Finds them: terms of entries and of outcomes, those above them, and registers of types that have entries.
    pub(super) fn find(entries: &Entries, terms: &Terms, registers: &Registers) -> Self {
        let mut used = Self::default();
        for (taxonomy, term) in terms.keys() {
            used.add(entries, taxonomy, term);
        }
        for type_ in entries.types.iter() {
            let with_outcomes = type_.registers.iter().filter_map(|it| registers.parts(&type_.name, &it.kind.name));
            for ((field, value), _) in with_outcomes.flat_map(|parts| parts.iter()) {
                let taxonomy =
                    type_.outcomes.iter().flatten().find(|it| it.name == *field).and_then(|it| it.taxonomy());
                if let (Some(taxonomy), FacetValue::Term(term)) = (taxonomy, value) {
                    used.add(entries, taxonomy, term);
                }
            }
        }
        for (id, taxonomy) in entries.data.taxonomies.iter().filter(|(_, taxonomy)| taxonomy.all_terms) {
            used.terms.insert(Arc::clone(id), taxonomy.terms.keys().cloned().collect());
        }
        used.registers = registers_of(entries).map(Register::name).collect();
        used
    }

    /// A term and those above it. That none stands above itself was checked; what was found before ends the way too.
    fn add(&mut self, entries: &Entries, taxonomy: &str, term: &str) {
        let Some((id, declared)) = entries.data.taxonomies.get_key_value(taxonomy) else { return };
        let found = self.terms.entry(Arc::clone(id)).or_default();
        let mut next = declared.terms.get(term);
        while let Some(term) = next.filter(|term| found.insert(Arc::clone(&term.id))) {
            next = term.broader.as_ref().and_then(|broader| declared.terms.get(&broader.value));
        }
    }
}

/// Registers of types that have entries, and those that the navigation names.
fn registers_of(entries: &Entries) -> impl Iterator<Item = &Register> {
    let filled: BTreeSet<&Arc<str>> =
        entries.iter().filter(|entry| !entry.section).map(|entry| &entry.type_.name).collect();
    let all = entries.types.iter().flat_map(|type_| type_.registers.iter().map(move |register| (type_, register)));
    all.filter(move |(type_, register)| filled.contains(&type_.name) || is_named(entries, register)).map(|(_, it)| it)
}

/// Whether the navigation names a register.
fn is_named(entries: &Entries, register: &Register) -> bool {
    let name = format!("register:{}", register.name());
    entries.config.menu.iter().chain(&entries.config.footer).any(|item| *item.value == *name)
}

impl Site {
    /// Whether a term has a page, where its taxonomy has pages.
    #[must_use]
    pub fn is_used(&self, taxonomy: &str, term: &str) -> bool {
        self.used.terms.get(taxonomy).is_some_and(|terms| terms.contains(term))
    }

    /// Whether a taxonomy has a page, where it has a path.
    pub(super) fn has_used_terms(&self, taxonomy: &Taxonomy) -> bool {
        self.used.terms.contains_key(&taxonomy.id)
    }

    /// Whether a register has pages.
    pub(super) fn has_pages(&self, register: &Register) -> bool {
        self.used.registers.contains(&register.name())
    }
}
