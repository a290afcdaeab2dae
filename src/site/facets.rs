//! Values that part a list: topics, cities, organisations, kinds, years. Each part is a page that needs no script.
//! Knows nothing of what is listed.

#![deny(clippy::wildcard_enum_match_arm)]

use std::collections::BTreeMap;
use std::sync::Arc;

use super::route::{self, Route};
use super::value::Resolved;
use super::{Entries, Entry, EntryId, Site, order};
use crate::lang::{self, Lang};
use crate::schema::{Field, Register, Type};

/// A value by which a list is parted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FacetValue {
    /// A term of the taxonomy that the field names.
    Term(Arc<str>),
    /// An entry that the field refers to.
    Entry(EntryId),
    /// One of the choices of the field.
    Choice(Arc<str>),
    /// A language.
    Language(Lang),
    /// A licence.
    Licence(&'static str),
    /// A whole number, such as a year.
    Number(i64),
    /// A year, of the date of an entry.
    Year(i16),
    /// What should have been done by now.
    Overdue,
    /// The same of another part.
    OverdueOf(Box<FacetValue>),
}

impl FacetValue {
    /// Whether it holds only what should have been done by now.
    #[must_use]
    pub fn is_overdue(&self) -> bool {
        matches!(self, Self::Overdue | Self::OverdueOf(_))
    }

    /// The value, be its part narrowed to what is overdue or not.
    #[must_use]
    pub fn whole(&self) -> &Self {
        if let Self::OverdueOf(whole) = self { whole } else { self }
    }
}

/// A part of a list: the field and one of its values.
pub type FacetFilter = (Arc<str>, FacetValue);

/// The members of every part, each once and in the order in which they were put in.
#[derive(Clone, Debug)]
pub struct FacetIndex<T>(BTreeMap<FacetFilter, Vec<T>>);

impl<T> Default for FacetIndex<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T: Copy + PartialEq> FacetIndex<T> {
    /// Puts a member into a part.
    pub(super) fn put(&mut self, part: FacetFilter, member: T) {
        let members = self.0.entry(part).or_default();
        if members.last() != Some(&member) {
            members.push(member);
        }
    }

    /// The same parts with some of their members.
    pub(super) fn only(&self, fits: &dyn Fn(&T) -> bool) -> Self {
        Self(self.0.iter().map(|(part, members)| (part.clone(), kept(members, fits))).collect())
    }

    /// The members of a part.
    #[must_use]
    pub fn of(&self, part: &FacetFilter) -> &[T] {
        self.0.get(part).map_or(&[], Vec::as_slice)
    }

    /// All parts with their members.
    pub fn iter(&self) -> impl Iterator<Item = (&FacetFilter, &[T])> {
        self.0.iter().map(|(part, members)| (part, members.as_slice()))
    }
}

fn kept<T: Copy>(members: &[T], fits: &dyn Fn(&T) -> bool) -> Vec<T> {
    members.iter().copied().filter(fits).collect()
}

/// The facets in a value.
#[must_use]
pub fn facet_values(value: &Resolved<'_>) -> Vec<FacetValue> {
    match value {
        Resolved::List(items) => items.iter().flat_map(facet_values).collect(),
        Resolved::Term(value) => vec![FacetValue::Term(Arc::clone(&value.term.id))],
        Resolved::Entry(entry) => vec![FacetValue::Entry(entry.id)],
        Resolved::Entries(entries) => entries.iter().map(|entry| FacetValue::Entry(entry.id)).collect(),
        Resolved::Choice(choice) => vec![FacetValue::Choice(Arc::clone(choice.id))],
        Resolved::Language(lang) => vec![FacetValue::Language((*lang).clone())],
        Resolved::Licence(licence) => vec![FacetValue::Licence(licence.id)],
        Resolved::Integer(number) => vec![FacetValue::Number(*number)],
        Resolved::Deadline(value) => {
            value.day.map(|day| FacetValue::Number(i64::from(day.year()))).into_iter().collect()
        }
        Resolved::Text(_)
        | Resolved::Url(_)
        | Resolved::Email(_)
        | Resolved::Phone(_)
        | Resolved::Rich(_)
        | Resolved::Bool(_)
        | Resolved::Money(_)
        | Resolved::Date(_)
        | Resolved::DateTime(_)
        | Resolved::Outcomes(_)
        | Resolved::File(_)
        | Resolved::Picture(_)
        | Resolved::Confidentiality(_)
        | Resolved::Group(_) => Vec::new(),
    }
}

/// The facets of an entry by a field: those of its source, for all languages stand in the same parts.
#[must_use]
pub fn facets_of(entries: &Entries, entry: &Entry, field: &str) -> Vec<FacetValue> {
    entries.list_value(entry, &entry.source_lang, field).map(|value| facet_values(&value)).unwrap_or_default()
}

/// The entries of every type that has facets, by the values of those.
pub(super) fn of_entries(entries: &Entries) -> BTreeMap<Arc<str>, FacetIndex<EntryId>> {
    let mut all: BTreeMap<Arc<str>, FacetIndex<EntryId>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| !entry.section && !entry.type_.facets.is_empty()) {
        let parts = all.entry(Arc::clone(&entry.type_.name)).or_default();
        for name in &entry.type_.facets {
            for facet in facets_of(entries, entry, &name.value) {
                parts.put((Arc::clone(&name.value), facet), entry.id);
            }
        }
    }
    all
}

impl Site {
    /// The page of a register.
    #[must_use]
    pub fn register_route(&self, register: &Register, lang: &Lang) -> Option<Route> {
        if !self.has_pages(register) {
            return None;
        }
        let parts = route::parts(&register.path, lang, &self.config.chain(lang));
        let home = route::home(lang, &self.config);
        (!parts.is_empty()).then(|| parts.iter().fold(home, |route, part| route.below(part)))
    }

    /// The page of a part of a register.
    #[must_use]
    pub fn register_part_route(
        &self,
        type_: &Type,
        register: &Register,
        part: &FacetFilter,
        lang: &Lang,
    ) -> Option<Route> {
        let list = self.register_route(register, lang)?;
        let attribute = || type_.outcomes.as_deref().unwrap_or_default().iter().find(|field| field.name == part.0);
        match &part.1 {
            FacetValue::Year(_) => Some(self.part_route(&list, type_.field(&part.0)?, &part.1, lang)),
            FacetValue::Overdue => Some(list.below(&self.overdue_slug(register, lang)?)),
            FacetValue::OverdueOf(whole) => {
                let whole = (Arc::clone(&part.0), (**whole).clone());
                let slug = self.overdue_slug(register, lang)?;
                Some(self.register_part_route(type_, register, &whole, lang)?.below(&slug))
            }
            FacetValue::Term(_)
            | FacetValue::Entry(_)
            | FacetValue::Choice(_)
            | FacetValue::Language(_)
            | FacetValue::Licence(_)
            | FacetValue::Number(_) => Some(self.part_route(&list, attribute()?, &part.1, lang)),
        }
    }

    /// The last part of the address of what is overdue; none where a register has no such pages.
    fn overdue_slug(&self, register: &Register, lang: &Lang) -> Option<String> {
        let slug = lang::slug(register.overdue.get(lang, &self.config.chain(lang))?);
        Some(if slug.is_empty() { "overdue".to_owned() } else { slug })
    }

    /// The page of a part of the list of a type.
    #[must_use]
    pub fn list_part_route(&self, type_: &Type, part: &FacetFilter, lang: &Lang) -> Option<Route> {
        let section = self.find(&type_.folder).filter(|section| section.section)?;
        Some(self.part_route(&self.route_in(section, lang), type_.field(&part.0)?, &part.1, lang))
    }

    /// The page of a part below the page of its list: by what the field is called, then by the value.
    fn part_route(&self, list: &Route, field: &Field, facet: &FacetValue, lang: &Lang) -> Route {
        let chain = self.config.chain(lang);
        let kind = field.label.get(lang, &chain).map(|label| lang::slug(label)).filter(|slug| !slug.is_empty());
        list.below(&kind.unwrap_or_else(|| lang::slug(&field.name))).below(&self.facet_slug(field, facet, lang))
    }

    /// The last part of the address of a facet.
    fn facet_slug(&self, field: &Field, facet: &FacetValue, lang: &Lang) -> String {
        match facet {
            FacetValue::Term(id) => {
                let term = field.taxonomy().and_then(|taxonomy| self.data.term(taxonomy, id));
                term.and_then(|term| term.slug.exact(lang)).unwrap_or(id).to_string()
            }
            FacetValue::Entry(id) => {
                let entry = self.entry(*id);
                let slug = entry.docs.get(lang).and_then(|doc| doc.meta.text("slug"));
                slug.map_or_else(|| lang::slug(entry.path.name()), ToString::to_string)
            }
            FacetValue::Choice(id) => {
                let label = field.choice(id).and_then(|label| label.get(lang, &self.config.chain(lang)));
                let slug = label.map(|label| lang::slug(label)).unwrap_or_default();
                if slug.is_empty() { lang::slug(id) } else { slug }
            }
            FacetValue::Language(tag) => tag.as_str().to_lowercase(),
            FacetValue::Licence(id) => lang::slug(id),
            FacetValue::Number(number) => number.to_string(),
            FacetValue::Year(year) => year.to_string(),
            FacetValue::Overdue | FacetValue::OverdueOf(_) => String::new(),
        }
    }

    /// The entries of a part of the list of a type that show in a language, in the order of the list.
    #[must_use]
    pub fn list_part(&self, type_: &Type, part: &FacetFilter, lang: &Lang) -> Vec<EntryId> {
        let members = self.parts.get(&type_.name).map_or(&[][..], |parts| parts.of(part));
        let mut ids: Vec<EntryId> = members.iter().copied().filter(|id| self.listed(self.entry(*id), lang)).collect();
        order::sort(self, &mut ids, lang);
        ids
    }
}
