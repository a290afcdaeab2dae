//! Outcomes over all entries: one list of each kind, parted by their attributes, and the chains in which later ones
//! follow earlier ones. Knows nothing of languages and pages.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::facets::{self, FacetFilter, FacetIndex, FacetValue};
use super::{Entries, Entry, EntryId, Site, WhyHidden};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message};
use crate::document::outcomes::Outcome;
use crate::message;
use crate::schema::deadline::Deadline;
use crate::schema::{Chain, Field, FieldValue, Kind, OutcomeState, Type};
use crate::settings::Located;

/// Names an outcome of one [`Site`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(pub u32);

/// An outcome and what it belongs to.
#[derive(Clone, Debug)]
pub struct OutcomeRecord {
    /// The meeting.
    pub entry: EntryId,
    /// Its place among the outcomes of the source.
    pub index: usize,
    /// Earlier and later outcomes, by the name of the attribute or of its inverse.
    pub chains: BTreeMap<Arc<str>, Vec<RecordId>>,
    /// Whether another one stands in its place.
    pub superseded: bool,
}

/// All outcomes of a site.
#[derive(Clone, Debug, Default)]
pub struct Registers {
    /// By [`RecordId`]: the newest meeting first, within it in the order of its notes.
    pub records: Vec<OutcomeRecord>,
    /// Records of each type and kind, by their names, in the order in which pages show them.
    lists: BTreeMap<(Arc<str>, Arc<str>), Vec<RecordId>>,
    /// The parts of each list.
    parts: BTreeMap<(Arc<str>, Arc<str>), FacetIndex<RecordId>>,
    /// Records by meeting and id.
    by_id: BTreeMap<(EntryId, Arc<str>), RecordId>,
}

/// How far an outcome is.
#[derive(Clone, Copy, Debug)]
pub struct OutcomeProgress<'a> {
    /// The state.
    pub state: OutcomeState,
    /// The choice of its type that says so, where there is one.
    pub choice: Option<&'a str>,
}

impl OutcomeProgress<'_> {
    /// The choice, else the word of the state.
    #[must_use]
    pub fn id(&self) -> &str {
        self.choice.unwrap_or(self.state.word())
    }
}

impl Registers {
    /// Gathers the outcomes of all entries whose text is public.
    pub(super) fn collect(entries: &Entries, diagnostics: &mut Diagnostics) -> Self {
        let mut registers = Self::default();
        let mut public: Vec<&Entry> = entries.iter().filter(|entry| !entries.withheld(entry)).collect();
        public.sort_by_key(|entry| (std::cmp::Reverse(entries.date(entry)), &entry.path));
        for entry in public {
            for (index, outcome) in entry.source.meta.source_outcomes().iter().enumerate() {
                // The source may be a draft, and no translation may have this one yet.
                if entries.public_outcome(entry, outcome, &entry.source_lang).is_none() {
                    continue;
                }
                let Ok(number) = u32::try_from(registers.records.len()) else { break };
                let record = OutcomeRecord { entry: entry.id, index, chains: BTreeMap::new(), superseded: false };
                registers.by_id.insert((entry.id, Arc::clone(&outcome.id)), RecordId(number));
                registers.records.push(record);
            }
        }
        OutcomeRelations { entries, registers: &mut registers, diagnostics }.link();
        registers.tell_same_numbers(entries, diagnostics);
        part(entries, &mut registers);
        registers
    }

    /// Tells numbers that two outcomes of a type have: whoever looks for one would find the wrong one.
    fn tell_same_numbers(&self, entries: &Entries, diagnostics: &mut Diagnostics) {
        let mut taken: BTreeMap<(&Arc<str>, String), &Located<Arc<str>>> = BTreeMap::new();
        for record in &self.records {
            let entry = entries.entry(record.entry);
            let outcome = &entry.source.meta.source_outcomes()[record.index];
            let Some(number) = outcome.source_number() else { continue };
            let key = (&entry.type_.name, number.value.to_lowercase());
            if let Some(other) = taken.get(&key) {
                let message = message!("outcome-number-taken", number = &*number.value);
                let diagnostic = Diagnostic::warning(Code::OutcomeNumber, message).at(number.span.clone());
                diagnostics.push(diagnostic.also(other.span.clone(), message!("the-other-one")));
            } else {
                taken.insert(key, number);
            }
        }
    }

    /// All records, the newest meeting first.
    pub fn ids(&self) -> impl Iterator<Item = RecordId> {
        (0..self.records.len()).filter_map(|number| u32::try_from(number).ok()).map(RecordId)
    }

    /// A record.
    #[must_use]
    pub fn record(&self, id: RecordId) -> &OutcomeRecord {
        &self.records[id.0 as usize]
    }

    /// The record of an outcome of a meeting.
    #[must_use]
    pub fn find(&self, entry: EntryId, id: &str) -> Option<RecordId> {
        self.by_id.get(&(entry, Arc::from(id))).copied()
    }

    /// All records of a kind: the most urgent first where it can be late, else the newest.
    #[must_use]
    pub fn list(&self, type_: &Arc<str>, kind: &Arc<str>) -> &[RecordId] {
        self.lists.get(&(Arc::clone(type_), Arc::clone(kind))).map_or(&[], Vec::as_slice)
    }

    /// The parts of that list.
    #[must_use]
    pub fn parts(&self, type_: &Arc<str>, kind: &Arc<str>) -> Option<&FacetIndex<RecordId>> {
        self.parts.get(&(Arc::clone(type_), Arc::clone(kind)))
    }

    /// The parts of a list with a value, by the attributes that may hold it and in the order of their declaration.
    pub fn parts_with<'a>(
        &'a self,
        type_: &'a Type,
        kind: &Arc<str>,
        value: &'a FacetValue,
        may_hold: &'a dyn Fn(&Field) -> bool,
    ) -> impl Iterator<Item = (FacetFilter, &'a [RecordId])> {
        let fields = type_.outcomes.iter().flatten().filter(|field| may_hold(field));
        let parts = fields.map(|field| (Arc::clone(&field.name), value.clone()));
        let index = self.parts(&type_.name, kind);
        parts.map(move |part| (index.map_or(&[][..], |index| index.of(&part)), part)).map(|(ids, part)| (part, ids))
    }
}

impl Site {
    /// The entry that a record is of.
    #[must_use]
    pub fn record_entry(&self, id: RecordId) -> &Entry {
        self.entry(self.registers.record(id).entry)
    }

    /// The outcome behind a record, as its source has it.
    #[must_use]
    pub fn outcome(&self, id: RecordId) -> &Outcome {
        &self.record_entry(id).source.meta.source_outcomes()[self.registers.record(id).index]
    }
}

impl Entries {
    /// Whether something should have been done before today.
    #[must_use]
    pub fn is_overdue(&self, entry: &Entry, outcome: &Outcome, superseded: bool) -> bool {
        let open = progress(&entry.type_, outcome, superseded).is_some_and(|progress| !progress.state.is_closed());
        open && outcome.kind.can_be_overdue && self.due_day(entry, outcome).is_some_and(|day| day < self.clock)
    }

    /// The last day on which an outcome is not late: of the period that it names, or of the next meeting.
    #[must_use]
    pub fn due_day(&self, entry: &Entry, outcome: &Outcome) -> Option<Date> {
        let deadline = outcome.source_attribute(&entry.type_.due_field()?.name)?.as_deadline()?;
        match deadline {
            Deadline::NextMeeting => self.date(self.next_meeting(entry)?),
            Deadline::Period(_) | Deadline::Ongoing | Deadline::Unknown => deadline.last(),
        }
    }
}

/// How far an outcome is: what it says itself, else what stands in its place, else its box, else that it is due.
#[must_use]
pub fn progress<'a>(type_: &'a Type, outcome: &'a Outcome, superseded: bool) -> Option<OutcomeProgress<'a>> {
    let field = type_.state_field();
    let states = field.map_or(&[][..], Field::states);
    if let Some(FieldValue::Choice(id)) = field.and_then(|field| outcome.source_attribute(&field.name)) {
        let state = states.iter().find(|(choice, _)| choice == id).map(|(_, state)| *state);
        return state.map(|state| OutcomeProgress { state, choice: Some(id) });
    }
    let state = match outcome.done {
        _ if superseded => OutcomeState::Superseded,
        Some(true) => OutcomeState::Done,
        Some(false) => OutcomeState::Open,
        // What has a day by which it should be done is still to be done, where nothing says else.
        None if outcome.kind.can_be_overdue && has_due(type_, outcome) => OutcomeState::Open,
        None => return None,
    };
    let choice = states.iter().find(|(_, known)| *known == state).map(|(choice, _)| &**choice);
    Some(OutcomeProgress { state, choice })
}

fn has_due(type_: &Type, outcome: &Outcome) -> bool {
    type_.due_field().is_some_and(|field| outcome.source_attribute(&field.name).is_some())
}

/// Where a record stands in the lists of its kind: what is to be done by a day comes first, by that day, then what is
/// open without one, then what is closed. Of a kind that is never late, and of two that are alike, the newest comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Urgency {
    Due(Date),
    Open,
    Closed,
    Never,
}

fn urgency(entries: &Entries, record: &OutcomeRecord) -> Urgency {
    let entry = entries.entry(record.entry);
    let outcome = &entry.source.meta.source_outcomes()[record.index];
    let progress = progress(&entry.type_, outcome, record.superseded);
    match progress {
        _ if !outcome.kind.can_be_overdue => Urgency::Never,
        Some(progress) if progress.state.is_closed() => Urgency::Closed,
        _ => entries.due_day(entry, outcome).map_or(Urgency::Open, Urgency::Due),
    }
}

/// Puts every record into its list and into the parts of that, the most urgent first.
fn part(entries: &Entries, registers: &mut Registers) {
    let all = (0_u32..).zip(&registers.records);
    let mut order: Vec<(Urgency, RecordId)> =
        all.map(|(number, record)| (urgency(entries, record), RecordId(number))).collect();
    order.sort_unstable();
    for (_, id) in order {
        let record = &registers.records[id.0 as usize];
        let entry = entries.entry(record.entry);
        let outcome = &entry.source.meta.source_outcomes()[record.index];
        let key = (Arc::clone(&entry.type_.name), Arc::clone(&outcome.kind.name));
        let parts = registers.parts.entry(key.clone()).or_default();
        for part in parts_of(entries, entry, outcome, record.superseded) {
            parts.put(part, id);
        }
        registers.lists.entry(key).or_default().push(id);
    }
}

fn parts_of(entries: &Entries, entry: &Entry, outcome: &Outcome, superseded: bool) -> Vec<FacetFilter> {
    let mut parts = Vec::new();
    let fields = entry.type_.outcomes.as_deref().unwrap_or_default();
    for field in fields.iter().filter(|field| field.is_facet() && field.states().is_empty()) {
        let value = entries.attribute_value(entry, outcome, field);
        let facets = value.map(|value| facets::facet_values(&value)).unwrap_or_default();
        parts.extend(facets.into_iter().map(|facet| (Arc::clone(&field.name), facet)));
    }
    let choice = progress(&entry.type_, outcome, superseded).and_then(|progress| progress.choice);
    if let Some((field, choice)) = entry.type_.state_field().zip(choice) {
        parts.push((Arc::clone(&field.name), FacetValue::Choice(Arc::from(choice))));
    }
    if let (Some(date), Some(field)) = (entries.date(entry), &entry.type_.date_field) {
        parts.push((Arc::clone(field), FacetValue::Year(date.year())));
    }
    let due = entry.type_.due_field();
    if let Some(field) = due.filter(|_| entries.is_overdue(entry, outcome, superseded)) {
        let late: Vec<FacetFilter> = parts.iter().map(overdue_of).collect();
        parts.extend(late);
        parts.push((Arc::clone(&field.name), FacetValue::Overdue));
    }
    parts
}

/// What is overdue of a part.
#[must_use]
pub fn overdue_of(part: &FacetFilter) -> FacetFilter {
    (Arc::clone(&part.0), FacetValue::OverdueOf(Box::new(part.1.whole().clone())))
}

struct OutcomeRelations<'a, 'd> {
    entries: &'a Entries,
    registers: &'a mut Registers,
    diagnostics: &'d mut Diagnostics,
}

/// One link of a chain: the attribute, its place and what it names.
type ChainLink<'a> = (&'a Field, RecordId, &'a Located<Arc<str>>);

/// From where to where, and the place that says so.
type Edge<'a> = (RecordId, RecordId, &'a Located<Arc<str>>);

impl OutcomeRelations<'_, '_> {
    /// Resolves every attribute of kind `outcome`, in both directions.
    fn link(&mut self) {
        let entries = self.entries;
        let mut links: Vec<ChainLink<'_>> = Vec::new();
        for (&(entry, _), &id) in &self.registers.by_id {
            let fields = entries.entry(entry).type_.outcomes.as_deref().unwrap_or_default();
            for (name, value) in
                entries.entry(entry).source.meta.source_outcomes()[self.registers.record(id).index].source_attributes()
            {
                let Some(field) = fields.iter().find(|field| field.name == *name) else { continue };
                if let (Kind::Outcome(_), FieldValue::Refs(names)) = (&field.kind, &value.value) {
                    links.extend(names.iter().map(|name| (field, id, name)));
                }
            }
        }
        links.sort_by_key(|(field, id, _)| (*id, &field.name));
        let mut found: BTreeMap<Arc<str>, Vec<Edge<'_>>> = BTreeMap::new();
        for (field, from, name) in links {
            let Some(to) = self.target(field, from, name) else { continue };
            self.join(field, from, to);
            found.entry(Arc::clone(&field.name)).or_default().push((from, to, name));
        }
        for (name, edges) in &found {
            self.circles(name, edges);
        }
    }

    fn join(&mut self, field: &Field, from: RecordId, to: RecordId) {
        self.add(from, &field.name, to);
        if let Some(inverse) = &field.inverse {
            self.add(to, inverse, from);
        }
        if field.kind.is_replaced() {
            self.registers.records[from.0 as usize].superseded = true;
        }
    }

    /// Puts an outcome into a chain of another, once.
    fn add(&mut self, at: RecordId, name: &Arc<str>, other: RecordId) {
        let chain = self.registers.records[at.0 as usize].chains.entry(Arc::clone(name)).or_default();
        if !chain.contains(&other) {
            chain.push(other);
        }
    }

    fn target(&mut self, field: &Field, from: RecordId, name: &Located<Arc<str>>) -> Option<RecordId> {
        let own = self.entries.entry(self.registers.record(from).entry);
        let error = |message: Message| Diagnostic::error(Code::OutcomeChain, message).at(name.span.clone());
        let Some((path, id)) = name.value.split_once('#') else {
            let message = message!("no-outcome-named", text = &*name.value);
            let help = message!("no-outcome-named-help", type_name = &*own.type_.name);
            self.diagnostics.push(error(message).help(help));
            return None;
        };
        let entry = if path.is_empty() { Some(own) } else { self.entries.refer(path, &[Arc::clone(&own.type_.name)]) };
        let Some(entry) = entry else {
            self.unknown(own, path, name);
            return None;
        };
        if self.entries.withheld(entry) {
            let message = message!("outcomes-not-public", entry = entry.path.as_str());
            self.diagnostics.push(Diagnostic::warning(Code::UnpublishedTarget, message).at(name.span.clone()));
            return None;
        }
        let Some(to) = self.registers.find(entry.id, id) else {
            let known = entry.source.meta.source_outcomes().iter().map(|outcome| &*outcome.id);
            self.diagnostics
                .push(error(message!("outcome-unknown", entry = entry.path.as_str(), id = id)).suggest(id, known));
            return None;
        };
        let (before, after) = if field.kind.is_replaced() { (own, entry) } else { (entry, own) };
        let days = self.entries.date(before).zip(self.entries.date(after));
        if to == from || days.is_some_and(|(before, after)| before > after) {
            let (name, type_name) = (&*field.name, &*entry.type_.name);
            let message = match field.kind {
                _ if to == from => message!("chain-to-itself", name = name),
                Kind::Outcome(Chain::After) => message!("chain-to-earlier", name = name, type_name = type_name),
                _ => message!("chain-to-later", name = name, type_name = type_name),
            };
            let help = message!("chain-help");
            self.diagnostics.push(
                error(message)
                    .also(
                        entry.source.meta.source_outcomes()[self.registers.record(to).index].span.clone(),
                        message!("the-other-one"),
                    )
                    .help(help),
            );
            return None;
        }
        Some(to)
    }

    fn unknown(&mut self, own: &Entry, path: &str, name: &Located<Arc<str>>) {
        let inside = format!("{}/{path}", own.type_.folder);
        match self.entries.why_unpublished(&inside).or_else(|| self.entries.why_unpublished(path)) {
            Some(WhyHidden::Unread) => {}
            Some(why) => {
                let message = message!("target-unpublished", name = path, why = why.message());
                self.diagnostics.push(Diagnostic::warning(Code::UnpublishedTarget, message).at(name.span.clone()));
            }
            None => {
                let of_type = |entry: &&Entry| !entry.section && entry.type_.name == own.type_.name;
                let known = self.entries.iter().filter(of_type).map(|entry| entry.path.name()).take(2000);
                let message = message!("entry-of-type-unknown", type_name = &*own.type_.name, id = path);
                let diagnostic = Diagnostic::error(Code::OutcomeChain, message).at(name.span.clone());
                self.diagnostics.push(diagnostic.suggest(path, known));
            }
        }
    }

    /// Reports chains of one attribute that lead back to where they start, each once.
    fn circles(&mut self, name: &str, edges: &[Edge<'_>]) {
        let mut next: BTreeMap<RecordId, Vec<&Edge<'_>>> = BTreeMap::new();
        for edge in edges {
            next.entry(edge.0).or_default().push(edge);
        }
        let mut done: BTreeSet<RecordId> = BTreeSet::new();
        for start in next.keys() {
            let mut seen = BTreeSet::new();
            let mut ways = vec![*start];
            while let Some(at) = ways.pop() {
                for (_, to, place) in next.get(&at).into_iter().flatten() {
                    if to == start && !done.contains(start) {
                        let message = message!("chain-in-circle", name = name);
                        let diagnostic = Diagnostic::error(Code::OutcomeChain, message).at(place.span.clone());
                        self.diagnostics.push(diagnostic.help(message!("chain-in-circle-help")));
                        done.extend(&seen);
                        done.insert(*start);
                    }
                    if seen.insert(*to) {
                        ways.push(*to);
                    }
                }
            }
        }
    }
}
