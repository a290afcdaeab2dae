//! Values that call an entry or a term by another name than its id: its title, short name, label or synonym in any
//! language. Turned into ids once, before anything reads the values; told with the change that writes the id. Knows nothing
//! of parties, which are prose and stay as they are.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::parties::{self, key};
use super::{Doc, Entries, Entry, EntryId};
use crate::diagnostic::Diagnostics;
use crate::lang::{self, Lang};
use crate::schema::{Field, FieldValue, Kind, KnownName, Type, read_as, split_list};
use crate::settings::Located;

/// Entries of which names are gathered for one message: a site may have a hundred thousand.
const MOST_PROPOSED: usize = 5000;

/// Entries by all that they are called, folded.
type EntryNames = BTreeMap<String, BTreeSet<EntryId>>;

/// What values call entries and terms.
pub(super) struct Names<'e> {
    entries: &'e Entries,
    /// Made when a value first names nothing by its id: most sites need it for few values.
    known: OnceCell<EntryNames>,
}

/// What a name means.
enum NameMeaning {
    /// It is an id, or names something that is told elsewhere.
    Itself,
    /// One thing, by its id.
    Id(Arc<str>),
    /// A list of things, by their ids.
    Ids(Vec<Arc<str>>),
}

impl<'e> Names<'e> {
    pub(super) fn new(entries: &'e Entries) -> Self {
        Self { entries, known: OnceCell::new() }
    }

    /// The entry with ids in the place of other names; `None` where it has no other names.
    pub(super) fn settled(&self, entry: &Entry, diagnostics: &mut Diagnostics) -> Option<Entry> {
        let type_ = if entry.section { self.entries.types.section() } else { Arc::clone(&entry.type_) };
        let mut settled = entry.clone();
        let mut changed = false;
        for (lang, doc) in entry.docs.iter() {
            let Some(new) = self.settled_doc(&type_, doc, diagnostics) else { continue };
            changed = true;
            if entry.source.file == doc.file {
                settled.source = Arc::new(new.clone());
            }
            Arc::make_mut(&mut settled.docs).insert(lang.clone(), new);
        }
        // Of a source that is not published the facts are read all the same.
        if !entry.docs.values().any(|doc| doc.file == entry.source.file)
            && let Some(new) = self.settled_doc(&type_, &entry.source, diagnostics)
        {
            changed = true;
            settled.source = Arc::new(new);
        }
        changed.then_some(settled)
    }

    fn settled_doc(&self, type_: &Type, doc: &Doc, diagnostics: &mut Diagnostics) -> Option<Doc> {
        let mut change = |field: &Field, value: &FieldValue, in_cell| self.changed(field, value, in_cell, diagnostics);
        let meta = doc.meta.with_values(type_, &mut change)?;
        Some(Doc { meta: Arc::new(meta), ..doc.clone() })
    }

    fn changed(
        &self,
        field: &Field,
        value: &FieldValue,
        in_cell: bool,
        diagnostics: &mut Diagnostics,
    ) -> Option<FieldValue> {
        let mut told = Diagnostics::default();
        let new = self.value(&field.kind, value, &mut told);
        // What stands in a cell is read by people: an id would say less.
        if !in_cell {
            diagnostics.append(told);
        }
        new
    }

    /// The value with ids; `None` where it stays as it is.
    fn value(&self, kind: &Kind, value: &FieldValue, told: &mut Diagnostics) -> Option<FieldValue> {
        match (kind, value) {
            (Kind::Ref(targets), FieldValue::Ref(name)) => match self.entry(name, targets) {
                NameMeaning::Id(id) => Some(FieldValue::Ref(renamed(name, id, told))),
                NameMeaning::Itself | NameMeaning::Ids(_) => None,
            },
            (Kind::Refs(targets), FieldValue::Refs(names)) => {
                settled_list(names, &|name| self.entry(name, targets), told).map(FieldValue::Refs)
            }
            (Kind::Term(taxonomy), FieldValue::Term(name)) => match self.term(name, taxonomy) {
                NameMeaning::Id(id) => Some(FieldValue::Term(renamed(name, id, told))),
                NameMeaning::Itself | NameMeaning::Ids(_) => None,
            },
            (Kind::List(item), FieldValue::List(values)) => self.list(&item.kind, values, told),
            (Kind::Group(fields), FieldValue::Group(parts)) => {
                let mut changed = false;
                let mut new = parts.clone();
                for (name, value) in &mut new {
                    let field = fields.iter().find(|field| field.name == *name);
                    if let Some(other) = field.and_then(|field| self.value(&field.kind, value, told)) {
                        (*value, changed) = (other, true);
                    }
                }
                changed.then_some(FieldValue::Group(new))
            }
            _ => None,
        }
    }

    fn list(&self, kind: &Kind, values: &[FieldValue], told: &mut Diagnostics) -> Option<FieldValue> {
        if let Kind::Term(taxonomy) = kind {
            let term = |value: &FieldValue| if let FieldValue::Term(id) = value { Some(id.clone()) } else { None };
            let names: Vec<Located<Arc<str>>> = values.iter().filter_map(term).collect();
            let ids = settled_list(&names, &|name| self.term(name, taxonomy), told)?;
            return Some(FieldValue::List(ids.into_iter().map(FieldValue::Term).collect()));
        }
        let mut changed = false;
        let mut new = values.to_vec();
        for value in &mut new {
            if let Some(other) = self.value(kind, value, told) {
                (*value, changed) = (other, true);
            }
        }
        changed.then_some(FieldValue::List(new))
    }

    /// What a name of an entry means.
    fn entry(&self, name: &Located<Arc<str>>, targets: &[Arc<str>]) -> NameMeaning {
        if self.entries.refer(&name.value, targets).is_some() || self.entries.why_hidden(&name.value, targets).is_some()
        {
            return NameMeaning::Itself;
        }
        meaning(&name.value, &|name| self.id_of_entry(name, targets))
    }

    /// The id of the one entry that has a name, as the field writes it.
    fn id_of_entry(&self, name: &str, targets: &[Arc<str>]) -> Option<Arc<str>> {
        if let Some(entry) = self.entries.refer(name, targets) {
            return Some(self.entries.id_for(entry, targets));
        }
        let named = self.named(name, targets);
        let entry = match named[..] {
            [one] => one,
            [] => self.entries.refer(&lang::slug(name), targets).filter(|entry| !entry.section)?,
            _ => return None,
        };
        Some(self.entries.id_for(entry, targets))
    }

    /// The entries that have a name.
    fn named(&self, name: &str, targets: &[Arc<str>]) -> Vec<&'e Entry> {
        let known = self.known.get_or_init(|| names_of_entries(self.entries));
        let ids = known.get(&key(name)).into_iter().flatten();
        let entries = ids.map(|id| self.entries.entry(*id));
        entries.filter(|entry| targets.is_empty() || targets.contains(&entry.type_.name)).collect()
    }

    /// What a name of a term means.
    fn term(&self, name: &Located<Arc<str>>, taxonomy: &str) -> NameMeaning {
        if self.entries.data.term(taxonomy, &name.value).is_some() {
            return NameMeaning::Itself;
        }
        meaning(&name.value, &|name| self.entries.id_of_term(name, taxonomy))
    }
}

/// What a name means that is no id: one thing, or a list of which each part is known.
fn meaning(name: &str, id_of: &dyn Fn(&str) -> Option<Arc<str>>) -> NameMeaning {
    if let Some(id) = id_of(name) {
        return NameMeaning::Id(id);
    }
    let ids = split_list(name).and_then(|parts| parts.into_iter().map(id_of).collect::<Option<Vec<_>>>());
    ids.map_or(NameMeaning::Itself, NameMeaning::Ids)
}

/// Names with ids in their place; `None` where all of them stay as they are.
fn settled_list(
    names: &[Located<Arc<str>>],
    meaning: &dyn Fn(&Located<Arc<str>>) -> NameMeaning,
    told: &mut Diagnostics,
) -> Option<Vec<Located<Arc<str>>>> {
    let mut new = Vec::with_capacity(names.len());
    let mut changed = false;
    for name in names {
        match meaning(name) {
            NameMeaning::Itself => new.push(name.clone()),
            NameMeaning::Id(id) => {
                changed = true;
                new.push(renamed(name, id, told));
            }
            NameMeaning::Ids(ids) => {
                changed = true;
                let written = ids.iter().map(|id| &**id).collect::<Vec<_>>().join(", ");
                // In a list each part is an item of its own; one text alone becomes a list.
                let list = if names.len() == 1 { format!("[{written}]") } else { written };
                told.push(read_as(&name.value, &list, &name.span));
                new.extend(ids.into_iter().map(|value| Located { value, span: name.span.clone() }));
            }
        }
    }
    changed.then_some(new)
}

/// The id in the place of a name; told.
fn renamed(name: &Located<Arc<str>>, id: Arc<str>, told: &mut Diagnostics) -> Located<Arc<str>> {
    told.push(read_as(&name.value, &id, &name.span));
    Located { value: id, span: name.span.clone() }
}

/// All names of entries: ids, titles, parts of addresses and short names, in all languages.
fn names_of_entries(entries: &Entries) -> EntryNames {
    let short = parties::short_names(entries);
    let mut names = EntryNames::new();
    for entry in entries.iter().filter(|entry| !entry.section) {
        let mut add = |name: &str| {
            names.entry(key(name)).or_default().insert(entry.id);
        };
        add(entry.path.name());
        add(entry.path.as_str());
        each_name(entry, short.get(&entry.type_.name), &mut add);
    }
    names
}

/// Gives what an entry is called beside its id, in all languages.
fn each_name(entry: &Entry, short: Option<&BTreeSet<Arc<str>>>, give: &mut dyn FnMut(&str)) {
    for doc in entry.docs.values() {
        give(doc.meta.title());
        doc.meta.text("slug").into_iter().for_each(|slug| give(slug));
        for field in short.into_iter().flatten() {
            let public = entry.type_.field(field).is_some_and(|field| field.is_public(entry.confidentiality));
            let value = doc.meta.source_field(field).filter(|_| public);
            value.map(parties::texts).unwrap_or_default().into_iter().for_each(|text| give(text));
        }
    }
}

impl Entries {
    /// The id of an entry as a field of these types writes it: its name alone where the types are known.
    fn id_for(&self, entry: &Entry, targets: &[Arc<str>]) -> Arc<str> {
        let name = entry.path.name();
        let short = !targets.is_empty() && self.refer(name, targets).is_some_and(|found| found.id == entry.id);
        Arc::from(if short { name } else { entry.path.as_str() })
    }

    /// The id of the one term that has a name; an id goes before a label.
    fn id_of_term(&self, name: &str, taxonomy: &str) -> Option<Arc<str>> {
        let terms = &self.data.taxonomies.get(taxonomy)?.terms;
        let wanted = key(name);
        if let Some(id) = terms.keys().find(|id| key(id) == wanted || ***id == *lang::slug(name)) {
            return Some(Arc::clone(id));
        }
        let mut named = terms.values().filter(|term| {
            let synonyms = term.synonyms.values().flatten();
            term.label.iter().map(|(_, label)| label).chain(synonyms).any(|name| key(name) == wanted)
        });
        let first = named.next()?;
        named.next().is_none().then(|| Arc::clone(&first.id))
    }

    /// Entries of these types with all their names, for proposals to a reader of a language. Old addresses are among them.
    pub(super) fn known_names(&self, targets: &[Arc<str>], lang: &Lang) -> Vec<KnownName> {
        let short = parties::short_names(self);
        let fits = |entry: &&Entry| targets.is_empty() || targets.contains(&entry.type_.name);
        let mut known = Vec::new();
        for entry in self.iter().filter(|entry| !entry.section).filter(fits).take(MOST_PROPOSED) {
            let mut names = vec![entry.path.name().to_owned()];
            each_name(entry, short.get(&entry.type_.name), &mut |name| names.push(name.to_owned()));
            let aliases = entry.docs.values().flat_map(|doc| doc.meta.aliases());
            names.extend(aliases.filter_map(|alias| alias.trim_matches('/').rsplit('/').next()).map(ToOwned::to_owned));
            let label = Some(self.localized_doc(entry, lang).doc.meta.title().to_owned());
            known.push(KnownName { id: self.id_for(entry, targets).to_string(), label, names });
        }
        known
    }

    /// Terms of a taxonomy with all their names, for proposals to a reader of a language.
    pub(super) fn known_terms(&self, taxonomy: &str, lang: &Lang) -> Vec<KnownName> {
        let mut known = Vec::new();
        for term in self.data.taxonomies.get(taxonomy).into_iter().flat_map(|taxonomy| taxonomy.terms.values()) {
            let labels = term.label.iter().map(|(_, label)| label).chain(term.synonyms.values().flatten());
            known.push(KnownName {
                id: term.id.to_string(),
                label: self.label(&term.label, lang).map(|label| label.text.to_owned()),
                names: labels.map(ToString::to_string).collect(),
            });
        }
        known
    }

    /// The ids of all that have a name that several have; none where fewer than two have it.
    pub(super) fn namesakes(&self, name: &str, targets: &[Arc<str>]) -> Vec<String> {
        let called = Names::new(self).named(name, targets);
        let ids = called.iter().map(|entry| self.id_for(entry, targets).to_string());
        if called.len() > 1 { ids.collect() } else { Vec::new() }
    }
}
