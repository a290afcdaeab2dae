//! The order of lists, and neighbours in them. Knows nothing of addresses.

#![deny(clippy::wildcard_enum_match_arm)]

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::DateTime;

use super::value::Resolved;
use super::{Entries, Entry, EntryId, Site};
use crate::lang::{Lang, Locale};
use crate::schema::{Money, OrderKey};

/// The list of every section in every language.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    by_section: BTreeMap<(EntryId, Lang), Vec<EntryId>>,
}

impl Lists {
    /// Gathers the entries of every section that show in a language, and sorts them.
    pub(super) fn sort(entries: &Entries) -> Self {
        let mut members: BTreeMap<EntryId, Vec<EntryId>> = BTreeMap::new();
        for entry in entries.iter().filter(|entry| !entry.section) {
            if let Some(parent) = entry.parent {
                members.entry(parent).or_default().push(entry.id);
            }
        }
        let mut by_section = BTreeMap::new();
        for (section, ids) in &members {
            for language in &entries.config.languages {
                let listed = |id: &EntryId| entries.listed(entries.entry(*id), &language.lang);
                let mut ids: Vec<EntryId> = ids.iter().copied().filter(listed).collect();
                sort(entries, &mut ids, &language.lang);
                by_section.insert((*section, language.lang.clone()), ids);
            }
        }
        Self { by_section }
    }

    /// The entries of a section that show in a language, in order.
    pub(super) fn get(&self, section: EntryId, lang: &Lang) -> &[EntryId] {
        self.by_section.get(&(section, lang.clone())).map_or(&[], Vec::as_slice)
    }
}

/// Sorts entries of one type by the order it declares: by weight, then the newest first, then title, where it
/// declares none.
pub fn sort(entries: &Entries, ids: &mut [EntryId], lang: &Lang) {
    let Some(first) = ids.first() else { return };
    let declared = &entries.entry(*first).type_.order;
    if declared.is_empty() {
        let date = entries.entry(*first).type_.date_field.clone();
        let key = |field: &str| OrderKey { field: Arc::from(field), descending: false };
        let mut order = vec![key("weight")];
        order.extend(date.map(|field| OrderKey { field, descending: true }));
        order.push(key("title"));
        sort_by(entries, ids, lang, &order);
    } else {
        sort_by(entries, ids, lang, declared);
    }
}

/// Sorts entries of any types: the newest first, then by title.
pub fn sort_mixed(entries: &Entries, ids: &mut [EntryId], lang: &Lang) {
    let mut keyed: Vec<(Option<jiff::civil::Date>, &str, EntryId)> = ids
        .iter()
        .map(|id| {
            let entry = entries.entry(*id);
            (entries.date(entry), entries.localized_doc(entry, lang).doc.meta.title(), *id)
        })
        .collect();
    let locale = entries.locale(lang);
    keyed.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| locale.compare(a.1, b.1)).then(a.2.cmp(&b.2)));
    for (slot, (.., id)) in ids.iter_mut().zip(keyed) {
        *slot = id;
    }
}

/// What is compared. What is missing comes last in either direction.
enum SortKey<'a> {
    Missing,
    Number(i64),
    Money(Money),
    Time(DateTime),
    Text(&'a str),
}

impl SortKey<'_> {
    fn compare(&self, other: &Self, descending: bool, locale: &Locale) -> Ordering {
        let found = match (self, other) {
            (SortKey::Missing, SortKey::Missing) => return Ordering::Equal,
            (SortKey::Missing, _) => return Ordering::Greater,
            (_, SortKey::Missing) => return Ordering::Less,
            (SortKey::Number(a), SortKey::Number(b)) => a.cmp(b),
            (SortKey::Money(a), SortKey::Money(b)) => a.cmp(b),
            (SortKey::Time(a), SortKey::Time(b)) => a.cmp(b),
            (SortKey::Text(a), SortKey::Text(b)) => locale.compare(a, b),
            // Keys of one field have one kind where a list holds entries of one type.
            (SortKey::Number(_) | SortKey::Money(_) | SortKey::Time(_) | SortKey::Text(_), _) => Ordering::Equal,
        };
        if descending { found.reverse() } else { found }
    }
}

fn sort_by(entries: &Entries, ids: &mut [EntryId], lang: &Lang, order: &[OrderKey]) {
    let mut keyed: Vec<(Vec<SortKey<'_>>, EntryId)> = ids
        .iter()
        .map(|id| (order.iter().map(|one| key(entries, entries.entry(*id), lang, &one.field)).collect(), *id))
        .collect();
    let locale = entries.locale(lang);
    keyed.sort_by(|a, b| compare(&a.0, &b.0, order, locale).then(a.1.cmp(&b.1)));
    for (slot, (_, id)) in ids.iter_mut().zip(keyed) {
        *slot = id;
    }
}

/// Compares what the fields of an order give, the first field first.
fn compare(a: &[SortKey<'_>], b: &[SortKey<'_>], order: &[OrderKey], locale: &Locale) -> Ordering {
    let pairs = a.iter().zip(b).zip(order);
    pairs.fold(Ordering::Equal, |so_far, ((a, b), key)| so_far.then_with(|| a.compare(b, key.descending, locale)))
}

fn key<'a>(entries: &'a Entries, entry: &'a Entry, lang: &'a Lang, field: &str) -> SortKey<'a> {
    if field == "id" {
        return SortKey::Text(entry.path.name());
    }
    entries.list_value(entry, lang, field).map_or(SortKey::Missing, |value| sort_key(&value))
}

/// What a value is compared by. A choice has the order of its ids, which is the same in all languages.
fn sort_key<'a>(value: &Resolved<'a>) -> SortKey<'a> {
    match value {
        Resolved::Integer(number) => SortKey::Number(*number),
        Resolved::Money(money) => SortKey::Money(*money),
        Resolved::Bool(flag) => SortKey::Number(i64::from(!*flag)),
        Resolved::Date(date) => SortKey::Time(date.to_datetime(jiff::civil::Time::midnight())),
        Resolved::DateTime(time) => SortKey::Time(*time),
        Resolved::Deadline(value) => {
            value.day.map_or(SortKey::Missing, |day| SortKey::Time(day.to_datetime(jiff::civil::Time::midnight())))
        }
        Resolved::Text(text) | Resolved::Url(text) | Resolved::Email(text) | Resolved::Phone(text) => {
            SortKey::Text(text)
        }
        Resolved::Choice(choice) => SortKey::Text(choice.id),
        Resolved::Rich(_)
        | Resolved::Term(_)
        | Resolved::Language(_)
        | Resolved::Licence(_)
        | Resolved::Entry(_)
        | Resolved::Entries(_)
        | Resolved::Outcomes(_)
        | Resolved::File(_)
        | Resolved::Picture(_)
        | Resolved::Confidentiality(_)
        | Resolved::List(_)
        | Resolved::Group(_) => SortKey::Missing,
    }
}

/// Entries before and after one in the list of its section.
#[must_use]
pub fn neighbours(site: &Site, entry: &Entry, lang: &Lang) -> (Option<EntryId>, Option<EntryId>) {
    let Some(parent) = entry.parent else { return (None, None) };
    let list = site.list(parent, lang);
    let Some(at) = list.iter().position(|id| *id == entry.id) else { return (None, None) };
    (at.checked_sub(1).map(|before| list[before]), list.get(at + 1).copied())
}
