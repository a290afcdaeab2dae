//! Which outcomes the lists of a language show, counted once for all pages that ask. Knows nothing of pages.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::facets::{FacetFilter, FacetIndex};
use super::register::RecordId;
use super::{Entries, Site};
use crate::lang::Lang;
use crate::schema::Type;

/// The lists of registers in every language of the settings. Each is made by the first that asks for it, on whatever
/// thread: it depends on the site alone, so it does not matter who was first, and a check that asks for none pays nothing.
#[derive(Clone, Debug)]
pub(super) struct ShownLists(BTreeMap<Lang, ShownCells>);

#[derive(Clone, Debug, Default)]
struct ShownCells {
    lists: OnceLock<ListsOfLanguage>,
    /// Whether feeds tell a record, by its number.
    told: OnceLock<Vec<bool>>,
}

/// What one language shows.
#[derive(Clone, Debug, Default)]
struct ListsOfLanguage(BTreeMap<(Arc<str>, Arc<str>), ListOfKind>);

/// The outcomes of one kind.
#[derive(Clone, Debug, Default)]
struct ListOfKind {
    all: Vec<RecordId>,
    parts: FacetIndex<RecordId>,
}

impl ShownLists {
    /// Lists that nobody has asked for yet.
    pub(super) fn new(entries: &Entries) -> Self {
        let languages = entries.config.languages.iter();
        Self(languages.map(|language| (language.lang.clone(), ShownCells::default())).collect())
    }
}

impl ListsOfLanguage {
    fn new(site: &Site, lang: &Lang) -> Self {
        let shown: Vec<bool> =
            site.registers.records.iter().map(|record| site.listed(site.entry(record.entry), lang)).collect();
        let is_shown = |id: &RecordId| shown[id.0 as usize];
        let mut lists = BTreeMap::new();
        for type_ in site.types.iter() {
            for register in &type_.registers {
                let (type_, kind) = (&type_.name, &register.kind.name);
                let all = site.registers.list(type_, kind).iter().copied().filter(is_shown).collect();
                let parts = site.registers.parts(type_, kind).map(|parts| parts.only(&is_shown)).unwrap_or_default();
                lists.insert((Arc::clone(type_), Arc::clone(kind)), ListOfKind { all, parts });
            }
        }
        Self(lists)
    }
}

impl Site {
    /// The records of a register, or of a part of it, that show in a language, in the order of pages.
    #[must_use]
    pub fn register_list(&self, type_: &Type, kind: &Arc<str>, part: Option<&FacetFilter>, lang: &Lang) -> &[RecordId] {
        let Some(cells) = self.shown.0.get(lang) else { return &[] };
        let lists = cells.lists.get_or_init(|| ListsOfLanguage::new(self, lang));
        let Some(list) = lists.0.get(&(Arc::clone(&type_.name), Arc::clone(kind))) else { return &[] };
        part.map_or(&list.all, |part| list.parts.of(part))
    }

    /// Whether feeds of a language tell a record.
    pub(super) fn is_told(&self, id: RecordId, lang: &Lang) -> bool {
        let Some(cells) = self.shown.0.get(lang) else { return false };
        let make = || self.registers.ids().map(|id| self.tells(id, lang)).collect::<Vec<_>>();
        cells.told.get_or_init(make).get(id.0 as usize) == Some(&true)
    }
}
