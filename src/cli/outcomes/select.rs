//! Which outcomes a command line asks for, and in which order they stand. Knows nothing of how they are written.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use serde_json::{Map, Value};

use super::OutcomesFlags;
use crate::diagnostic::{Code, Diagnostic};
use crate::feed::outcome_table;
use crate::lang::Lang;
use crate::schema::{OutcomeKind, Type};
use crate::site::register::{self, RecordId};
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
    values: Vec<String>,
}

/// Which attribute is meant.
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
        let mut facts = Vec::new();
        if !flags.owner.is_empty() {
            facts.push(AskedFact { role: AskedRole::Owner, values: flags.owner.clone() });
        }
        let named = [("topic", &flags.topic), ("city", &flags.city)];
        let named = named.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value.clone()?)));
        let pairs = flags.facts.iter().map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (name.to_owned(), value.to_owned())
        });
        facts.extend(
            named.chain(pairs).map(|(name, value)| AskedFact { role: AskedRole::Named(name), values: vec![value] }),
        );
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
        let progress = register::progress(&entry.type_, outcome, superseded);
        let is_open = progress.is_some_and(|progress| !progress.state.is_closed());
        let only_open = flags.open || flags.agenda.is_some();
        self.entries.as_ref().is_none_or(|entries| entries.contains(&entry.id))
            && (self.kinds.is_empty() || self.kinds.contains(&outcome.kind))
            && (!only_open || is_open)
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
        fact.values.iter().any(|wanted| self.spellings(wanted).iter().any(|wanted| names.contains(wanted)))
    }

    fn value<'r>(&self, id: RecordId, row: &'r Map<String, Value>, role: &AskedRole) -> Option<&'r Value> {
        row.get(&*attribute(&self.site.record_entry(id).type_, role)?)
    }

    /// A value, and the entry that it names in whatever language, as it stands in data.
    fn spellings(&self, wanted: &str) -> Vec<String> {
        let wanted = wanted.trim().to_lowercase();
        let named = self.site.entries.iter().filter(|entry| {
            let id = entry.path.as_str().to_lowercase();
            let title = |title: &str| title.to_lowercase() == wanted;
            id == wanted || entry.docs.values().any(|doc| title(doc.meta.title()))
        });
        let named: Vec<String> = named.map(|entry| entry.path.as_str().to_lowercase()).collect();
        std::iter::once(wanted.clone()).chain(named).collect()
    }

    /// A name that no outcome knows is a slip, and an empty list would hide it.
    fn check(&self, fact: &AskedFact) -> Result<(), Box<Diagnostic>> {
        let types = self.site.types.iter().filter(|type_| type_.outcomes.is_some());
        if let AskedRole::Named(name) = &fact.role {
            let known: BTreeSet<&str> =
                types.flat_map(|type_| type_.outcomes.iter().flatten()).map(|field| &*field.name).collect();
            if !known.contains(name.as_str()) {
                let message = format!("an outcome has no attribute `{name}`");
                return Err(Box::new(Diagnostic::error(Code::OutcomeInvalid, message).suggest(name, known)));
            }
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
        for wanted in &fact.values {
            let spellings = self.spellings(wanted);
            // An entry that owns nothing has an empty list.
            let is_known = spellings.len() > 1 || spellings.iter().any(|one| known.contains(one));
            if !is_known {
                let message = format!("no outcome has `{wanted}` there");
                let diagnostic = Diagnostic::error(Code::ReferenceUnknown, message);
                return Err(Box::new(diagnostic.suggest(wanted, known.iter().map(String::as_str))));
            }
        }
        Ok(())
    }
}

/// The name of the attribute that is meant.
fn attribute(type_: &Type, role: &AskedRole) -> Option<Arc<str>> {
    match role {
        AskedRole::Owner => Some(Arc::clone(&type_.owner_field()?.name)),
        AskedRole::Named(name) => Some(Arc::from(name.as_str())),
    }
}

fn kind(site: &Site, name: &str) -> Result<Arc<OutcomeKind>, Box<Diagnostic>> {
    let kinds = site.types.outcome_kinds();
    kinds.iter().find(|kind| kind.has_class(name)).map(Arc::clone).ok_or_else(|| {
        let message = format!("there is no kind of outcome `{name}`");
        let known = kinds.iter().map(|kind| &*kind.name);
        Box::new(Diagnostic::error(Code::OutcomeInvalid, message).suggest(name, known))
    })
}

/// All names of a value, in small letters: ids, their last parts, labels and titles.
fn names(value: Option<&Value>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut waiting: Vec<&Value> = value.into_iter().collect();
    while let Some(value) = waiting.pop() {
        match value {
            Value::String(text) => {
                let text = text.to_lowercase();
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
