//! Who is meant by the name of an owner: an entry by its id, title or short name in any language, a role by its id or label,
//! or plain text. Case and accents make no difference. Knows nothing of how a field is shown and what is told of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Entries, Entry, EntryId, WhyHidden};
use crate::data::Term;
use crate::lang::{self, Lang};
use crate::schema::{Field, FieldValue, KnownName, LONGEST_PARTIES, PartyRules, TextFault, split_parties};

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PartyName {
    /// An entry.
    Entry(EntryId),
    /// A term of a taxonomy, by the ids of both.
    Role(Arc<str>, Arc<str>),
}

/// All names of entries and roles that owners may be called by, folded.
pub(super) type PartyNames = BTreeMap<String, BTreeSet<PartyName>>;

/// One party of a value.
#[derive(Clone, Debug)]
pub struct NamedParty<'a> {
    /// As it is written.
    pub text: &'a str,
    /// Who it is.
    pub who: Party<'a>,
}

/// Who is meant.
#[derive(Clone, Debug)]
pub enum Party<'a> {
    /// An entry.
    Entry(&'a Entry),
    /// A role: a term of that taxonomy.
    Role(&'a Arc<str>, &'a Term),
    /// Plain text.
    Text,
    /// Several have that name: what to write for each.
    Ambiguous(Vec<String>),
    /// An entry that readers may not see.
    Hidden(WhyHidden),
    /// Nobody, or somebody who may not be named.
    Refused(TextFault),
}

/// Gathers the names that the fields of kind `party` of all types may use.
pub(super) fn names(entries: &Entries) -> PartyNames {
    let mut names = PartyNames::new();
    let types = entries.types.iter();
    let fields = types.flat_map(|type_| type_.fields.iter().chain(type_.outcomes.iter().flatten()));
    let rules: Vec<&PartyRules> = fields.filter_map(|field| field.party()).collect();
    for rules in &rules {
        let taxonomy = rules.roles.as_ref().and_then(|roles| entries.data.taxonomies.get(roles));
        for term in taxonomy.iter().flat_map(|taxonomy| taxonomy.terms.values()) {
            let role = PartyName::Role(Arc::clone(&taxonomy.expect("it has terms").id), Arc::clone(&term.id));
            add(&mut names, &term.id, role.clone());
            term.label.iter().for_each(|(_, label)| add(&mut names, label, role.clone()));
            term.synonyms.values().flatten().for_each(|name| add(&mut names, name, role.clone()));
        }
    }
    for entry in entries.iter().filter(|entry| !entry.section) {
        let fits = |rules: &&&PartyRules| rules.organisations && rules.may_name(entry);
        let fields: BTreeSet<&Arc<str>> = rules.iter().filter(fits).flat_map(|rules| &rules.names).collect();
        if !rules.iter().any(|rules| fits(&rules)) {
            continue;
        }
        for doc in entry.docs.values() {
            add(&mut names, doc.meta.title(), PartyName::Entry(entry.id));
            for name in &fields {
                let public = entry.type_.field(name).is_some_and(|field| field.is_public(entry.confidentiality));
                for text in doc.meta.source_field(name).filter(|_| public).iter().flat_map(|value| texts(value)) {
                    add(&mut names, text, PartyName::Entry(entry.id));
                }
            }
        }
    }
    names
}

/// Fields that hold further names of the entries of a type, such as a short one, by the type.
pub(super) fn short_names(entries: &Entries) -> BTreeMap<Arc<str>, BTreeSet<Arc<str>>> {
    let mut short: BTreeMap<Arc<str>, BTreeSet<Arc<str>>> = BTreeMap::new();
    for type_ in entries.types.iter() {
        for rules in type_.fields.iter().chain(type_.outcomes.iter().flatten()).filter_map(Field::party) {
            for to in &rules.to {
                short.entry(Arc::clone(to)).or_default().extend(rules.names.iter().cloned());
            }
        }
    }
    short
}

/// The texts of a value.
pub(super) fn texts(value: &FieldValue) -> Vec<&Arc<str>> {
    match value {
        FieldValue::List(items) => items.iter().filter_map(FieldValue::as_text).collect(),
        other => other.as_text().into_iter().collect(),
    }
}

fn add(names: &mut PartyNames, name: &str, who: PartyName) {
    let key = key(name);
    if !key.is_empty() {
        names.entry(key).or_default().insert(who);
    }
}

/// A name as it is compared.
pub(super) fn key(name: &str) -> String {
    lang::fold(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

impl PartyRules {
    fn may_name(&self, entry: &Entry) -> bool {
        self.to.is_empty() || self.to.contains(&entry.type_.name)
    }
}

impl Entries {
    /// The parties in a text of a language, in their order, each once.
    #[must_use]
    pub fn parties<'a>(&'a self, rules: &'a PartyRules, text: &'a str, lang: &Lang) -> Vec<NamedParty<'a>> {
        if text.len() > LONGEST_PARTIES {
            return vec![NamedParty { text, who: Party::Refused(TextFault::Long) }];
        }
        let pair = self.locales.get(lang).map(|locale| locale.list(&["0".to_owned(), "1".to_owned()]));
        let and = pair.as_deref().and_then(|pair| pair.strip_prefix('0')?.strip_suffix('1')).unwrap_or_default();
        let is_known = |name: &str| self.known_party(rules, name).is_some();
        let ranges = split_parties(text, and, &is_known);
        let mut found: Vec<NamedParty<'a>> = Vec::new();
        for text in ranges.into_iter().map(|range| &text[range]) {
            let who = self.known_party(rules, text).unwrap_or_else(|| self.other_party(rules, text));
            if !found.iter().any(|other| other.who.is(&who)) {
                found.push(NamedParty { text, who });
            }
        }
        found
    }

    /// What has that name; none where nothing has. An id goes before a title.
    fn known_party<'a>(&'a self, rules: &'a PartyRules, name: &str) -> Option<Party<'a>> {
        if let Some(id) = name.strip_prefix("role:") {
            return self.role(rules, id.trim());
        }
        if let Some(entry) = self.refer(name, &rules.to).filter(|entry| rules.organisations && !entry.section) {
            return Some(Party::Entry(entry));
        }
        if let Some(known) = self.role(rules, name) {
            return Some(known);
        }
        let mut fitting = self.party_names.get(&key(name))?.iter().filter_map(|known| match known {
            PartyName::Entry(id) => {
                let entry = self.entry(*id);
                (rules.organisations && rules.may_name(entry)).then_some(Party::Entry(entry))
            }
            PartyName::Role(taxonomy, id) => self.role(rules, id).filter(|_| rules.roles.as_ref() == Some(taxonomy)),
        });
        let first = fitting.next()?;
        let others: Vec<Party<'a>> = fitting.collect();
        if others.is_empty() {
            return Some(first);
        }
        let all = std::iter::once(&first).chain(&others).filter_map(Party::id);
        Some(Party::Ambiguous(all.collect()))
    }

    /// The id of the one entry or role that has a name, as an editor writes it; none where nothing or more has.
    #[must_use]
    pub fn party_id(&self, rules: &PartyRules, name: &str) -> Option<String> {
        self.known_party(rules, name)?.id()
    }

    fn role<'a>(&'a self, rules: &'a PartyRules, id: &str) -> Option<Party<'a>> {
        let taxonomy = rules.roles.as_ref()?;
        self.data.term(taxonomy, id).map(|term| Party::Role(taxonomy, term))
    }

    /// A text that nothing is called by.
    fn other_party<'a>(&'a self, rules: &'a PartyRules, text: &str) -> Party<'a> {
        // A title of an entry that readers may not see is known to nobody; its address is made of it, most often.
        let folders = rules.to.iter().filter_map(|to| self.types.get(to)).map(|type_| &type_.folder);
        let slug = lang::slug(text);
        let mut paths = folders.flat_map(|folder| [format!("{folder}/{text}"), format!("{folder}/{slug}")]);
        let hidden = self.why_unpublished(text).or_else(|| paths.find_map(|path| self.why_unpublished(&path)));
        match hidden {
            Some(why) => Party::Hidden(why),
            None => rules.allows(text).map_or_else(Party::Refused, |()| Party::Text),
        }
    }

    /// What may be written for a party of a field, for proposals to a reader of a language.
    pub(super) fn party_proposals(&self, rules: &PartyRules, lang: &Lang) -> Vec<KnownName> {
        let mut known = if rules.organisations { self.known_names(&rules.to, lang) } else { Vec::new() };
        for term in rules.roles.iter().flat_map(|roles| self.known_terms(roles, lang)) {
            let names = std::iter::once(term.id.clone()).chain(term.names).collect();
            known.push(KnownName { id: format!("role:{}", term.id), label: term.label, names });
        }
        known
    }
}

impl Party<'_> {
    /// Whether two are the same party.
    fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Entry(one), Self::Entry(other)) => one.id == other.id,
            (Self::Role(_, one), Self::Role(_, other)) => one.id == other.id,
            _ => false,
        }
    }

    /// What names it and nothing else; none for what is no entry and no role.
    #[must_use]
    pub fn id(&self) -> Option<String> {
        match self {
            Self::Entry(entry) => Some(entry.path.name().to_owned()),
            Self::Role(_, term) => Some(format!("role:{}", term.id)),
            Self::Text | Self::Ambiguous(_) | Self::Hidden(_) | Self::Refused(_) => None,
        }
    }
}
