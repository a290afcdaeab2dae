//! Which outcomes a command line asks for, and in which order they stand. Knows nothing of how they are written.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use serde_json::{Map, Value};

use super::OutcomesFlags;
use crate::diagnostic::{Code, Diagnostic};
use crate::feed::outcome_table;
use crate::lang::{self, Lang};
use crate::message;
use crate::schema::{Field, OutcomeKind, PartyRules, Type};
use crate::site::parties::Party;
use crate::site::register::RecordId;
use crate::site::{EntryId, Site};

/// What is asked of an outcome.
pub(super) struct Selection<'a> {
    flags: &'a OutcomesFlags,
    site: &'a Site,
    kinds: Vec<Arc<OutcomeKind>>,
    /// Names of attributes, and what may stand there.
    facts: Vec<AskedFact>,
    /// Only of these entries.
    entries: Option<BTreeSet<EntryId>>,
}

/// A fact that is asked for: any of some values.
struct AskedFact {
    role: AskedRole,
    values: Vec<AskedValue>,
}

/// A value as it is asked for.
struct AskedValue {
    text: String,
    /// What it may stand as in data, folded: itself first, then the ids of all that it names in whatever language.
    spellings: Vec<String>,
}

/// Which attribute is meant.
#[derive(Clone)]
enum AskedRole {
    /// That of who does it, whatever its name.
    Owner,
    /// One by its name.
    Named(String),
}

impl<'a> Selection<'a> {
    /// Reads the flags.
    ///
    /// # Errors
    /// A diagnostic for a kind, an attribute or a value that no outcome of the site has.
    pub(super) fn new(flags: &'a OutcomesFlags, site: &'a Site) -> Result<Self, Box<Diagnostic>> {
        let kinds = flags.kind.iter().map(|name| kind(site, name)).collect::<Result<_, _>>()?;
        let owner = (!flags.owner.is_empty()).then_some((AskedRole::Owner, flags.owner.as_slice()));
        let named = [("topic", &flags.topic), ("city", &flags.city)];
        let named = named.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?)));
        let pairs = flags.facts.iter().map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        let named: Vec<_> =
            named.chain(pairs).map(|(name, value)| (AskedRole::Named(name.to_owned()), [value.to_owned()])).collect();
        let asked = owner.into_iter().chain(named.iter().map(|(role, value)| (role.clone(), value.as_slice())));
        let facts = asked.map(|(role, values)| asked_fact(site, role, values)).collect();
        let selection = Self { flags, site, kinds, facts, entries: None };
        selection.facts.iter().try_for_each(|fact| selection.check(fact))?;
        Ok(selection)
    }

    /// The same, of some entries only, and only of what is not finished.
    pub(super) fn of_entries(self, entries: BTreeSet<EntryId>) -> Self {
        Self { entries: Some(entries), ..self }
    }

    /// The records that are asked for: the first that is due first, then those without a day, the newest first.
    pub(super) fn records(&self, lang: &Lang) -> Vec<RecordId> {
        let candidates: Vec<RecordId> = self.all().filter(|id| self.fits(*id)).collect();
        let visible = candidates.into_iter().filter(|id| self.site.public_record(*id, lang).is_some());
        let visible: Vec<RecordId> = visible.collect();
        let mut found = if self.facts.is_empty() { visible } else { self.with_facts(&visible, lang) };
        // Stable: what is due on one day stays in the order of the registers.
        found.sort_by_key(|id| self.due(*id).map_or((true, Date::MIN), |day| (false, day)));
        found
    }

    fn all(&self) -> impl Iterator<Item = RecordId> + use<> {
        (0..self.site.registers.records.len()).filter_map(|number| u32::try_from(number).ok()).map(RecordId)
    }

    fn due(&self, id: RecordId) -> Option<Date> {
        self.site.due_day(self.site.record_entry(id), self.site.outcome(id))
    }

    /// Whether an outcome is what is asked for, its facts left out.
    fn fits(&self, id: RecordId) -> bool {
        let (site, flags) = (self.site, self.flags);
        let (entry, outcome) = (site.record_entry(id), site.outcome(id));
        let superseded = site.registers.record(id).superseded;
        let only_open = flags.open || flags.agenda.is_some();
        self.entries.as_ref().is_none_or(|entries| entries.contains(&entry.id))
            && (self.kinds.is_empty() || self.kinds.contains(&outcome.kind))
            && (!only_open || site.is_open(id))
            && (!flags.overdue || site.is_overdue(entry, outcome, superseded))
            && flags.since.is_none_or(|day| site.date(entry).is_some_and(|date| date >= day))
            && flags.due_before.is_none_or(|day| self.due(id).is_some_and(|due| due < day))
    }

    /// Those whose facts are asked for.
    fn with_facts(&self, ids: &[RecordId], lang: &Lang) -> Vec<RecordId> {
        let table = outcome_table(self.site, ids, lang);
        let rows = ids.iter().zip(table.rows());
        let fits = rows.filter(|(id, row)| self.facts.iter().all(|fact| self.has(**id, row, fact)));
        fits.map(|(id, _)| *id).collect()
    }

    fn has(&self, id: RecordId, row: &Map<String, Value>, fact: &AskedFact) -> bool {
        let names = names(self.value(id, row, &fact.role));
        fact.values.iter().flat_map(|wanted| &wanted.spellings).any(|wanted| names.contains(wanted))
    }

    fn value<'r>(&self, id: RecordId, row: &'r Map<String, Value>, role: &AskedRole) -> Option<&'r Value> {
        row.get(&*field(&self.site.record_entry(id).type_, role)?.name)
    }

    /// A name that no outcome knows is a slip, and an empty list would hide it.
    fn check(&self, fact: &AskedFact) -> Result<(), Box<Diagnostic>> {
        let types = self.site.types.iter().filter(|type_| type_.outcomes.is_some());
        if let AskedRole::Named(name) = &fact.role {
            let known: BTreeSet<&str> =
                types.flat_map(|type_| type_.outcomes.iter().flatten()).map(|field| &*field.name).collect();
            if !known.contains(name.as_str()) {
                let message = message!("attribute-unknown", name = name);
                return Err(Box::new(Diagnostic::error(Code::OutcomeInvalid, message).suggest(name, known)));
            }
        }
        // Who is named and owns nothing has an empty list.
        let mut unknown = fact.values.iter().filter(|wanted| wanted.spellings.len() == 1).peekable();
        if unknown.peek().is_none() {
            return Ok(());
        }
        let ids: Vec<RecordId> = self.all().collect();
        let lang = &self.site.config.default_language;
        let table = outcome_table(self.site, &ids, lang);
        let known: BTreeSet<String> = ids
            .iter()
            .filter(|id| self.site.public_record(**id, lang).is_some())
            .zip(table.rows())
            .flat_map(|(id, row)| names(self.value(*id, row, &fact.role)))
            .collect();
        match unknown.find(|wanted| !wanted.spellings.iter().any(|one| known.contains(one))) {
            None => Ok(()),
            Some(AskedValue { text, .. }) => {
                let diagnostic = Diagnostic::error(Code::ReferenceUnknown, message!("fact-of-none", value = text));
                Err(Box::new(diagnostic.suggest(text, known.iter().map(String::as_str))))
            }
        }
    }
}

/// The attribute that is meant.
fn field<'t>(type_: &'t Type, role: &AskedRole) -> Option<&'t Field> {
    match role {
        AskedRole::Owner => type_.owner_field(),
        AskedRole::Named(name) => type_.outcomes.iter().flatten().find(|field| *field.name == **name),
    }
}

/// Reads the values of a fact once: an outcome is compared with all of them.
fn asked_fact(site: &Site, role: AskedRole, values: &[String]) -> AskedFact {
    let fields: Vec<&Field> = site.types.iter().filter_map(|type_| field(type_, &role)).collect();
    let spelled = |text: &String| AskedValue { text: text.clone(), spellings: spellings(site, &fields, text) };
    AskedFact { values: values.iter().map(spelled).collect(), role }
}

/// A value, and what it names in whatever language, as it stands in data.
fn spellings(site: &Site, fields: &[&Field], text: &str) -> Vec<String> {
    let wanted = lang::fold(text.trim());
    let is_wanted = |name: &str| lang::fold(name) == wanted;
    let mut found = BTreeSet::new();
    let named = site
        .entries
        .iter()
        .filter(|entry| is_wanted(entry.path.as_str()) || entry.docs.values().any(|doc| is_wanted(doc.meta.title())));
    found.extend(named.map(|entry| lang::fold(entry.path.as_str())));
    for field in fields {
        found.extend(field.party().into_iter().flat_map(|rules| party_ids(site, rules, text)));
        let taxonomy = field.taxonomy().and_then(|name| site.data.taxonomies.get(name));
        let terms = taxonomy.iter().flat_map(|taxonomy| taxonomy.terms.values());
        let named = terms.filter(|term| {
            let synonyms = term.synonyms.values().flatten();
            term.label.iter().map(|(_, label)| label).chain(synonyms).chain([&term.id]).any(|name| is_wanted(name))
        });
        found.extend(named.map(|term| lang::fold(&term.id)));
    }
    std::iter::once(wanted).chain(found).collect()
}

/// Ids of the organisations and roles that a text names, as an editor may name them in an outcome.
fn party_ids(site: &Site, rules: &PartyRules, text: &str) -> Vec<String> {
    let parties = site.parties(rules, text.trim(), &site.config.default_language);
    let ids = parties.into_iter().flat_map(|party| match party.who {
        Party::Entry(entry) => vec![entry.path.to_string()],
        Party::Role(_, term) => vec![term.id.to_string()],
        Party::Ambiguous(ids) => ids,
        Party::Text | Party::Hidden(_) | Party::Refused(_) => Vec::new(),
    });
    ids.map(|id| lang::fold(id.strip_prefix("role:").unwrap_or(&id))).collect()
}

fn kind(site: &Site, name: &str) -> Result<Arc<OutcomeKind>, Box<Diagnostic>> {
    let kinds = site.types.outcome_kinds();
    kinds.iter().find(|kind| kind.has_class(name)).map(Arc::clone).ok_or_else(|| {
        let message = message!("kind-unknown", name = name);
        let known = kinds.iter().map(|kind| &*kind.name);
        Box::new(Diagnostic::error(Code::OutcomeInvalid, message).suggest(name, known))
    })
}

/// All names of a value, folded: ids, their last parts, labels and titles.
fn names(value: Option<&Value>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut waiting: Vec<&Value> = value.into_iter().collect();
    while let Some(value) = waiting.pop() {
        match value {
            Value::String(text) => {
                let text = lang::fold(text);
                found.extend(text.rsplit_once('/').map(|(_, name)| name.to_owned()));
                found.insert(text);
            }
            Value::Array(items) => waiting.extend(items),
            // An address names nothing.
            Value::Object(parts) => waiting.extend(parts.iter().filter(|(key, _)| *key != "url").map(|(_, part)| part)),
            Value::Number(number) => drop(found.insert(number.to_string())),
            Value::Null | Value::Bool(_) => {}
        }
    }
    found
}
