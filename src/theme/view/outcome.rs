//! Outcomes as templates see them: on the page of their meeting, in registers and in chains. Knows nothing of pages.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;
use tera::Value;

use super::{Views, fields, fill};
use crate::document::outcomes::{NUMBER_KEY, Vote, VoteCounts};
use crate::schema::{Field, OutcomeKind, Type};
use crate::site::facets::FacetValue;
use crate::site::register::{self, OutcomeProgress, OutcomeRecord, RecordId};
use crate::site::{Entry, MergedOutcome, PublicField};

#[derive(Serialize)]
struct OutcomeView<'a> {
    id: &'a str,
    kind: &'a str,
    kind_label: Option<Cow<'a, str>>,
    url: String,
    html: Value,
    text: &'a str,
    number: Option<&'a str>,
    vote: Option<VoteView>,
    state: Option<&'static str>,
    state_label: Option<String>,
    owner: Option<Value>,
    due: Option<Value>,
    done: Option<bool>,
    due_day: Option<String>,
    overdue: bool,
    attributes: Value,
    lang: &'a str,
    dir: &'static str,
    chains: Vec<ChainView>,
    entry: Value,
    date: Option<String>,
    illustrative: bool,
}

/// How an outcome was decided.
#[derive(Serialize)]
struct VoteView {
    consensus: bool,
    /// What was counted, in order; empty where nothing was.
    counts: Vec<VoteCountView>,
}

/// Votes of one sort.
#[derive(Serialize)]
struct VoteCountView {
    what: &'static str,
    count: u32,
}

impl VoteView {
    fn new(vote: &Vote) -> Self {
        let counts = counted(vote).map(|(what, count)| VoteCountView { what, count }).collect();
        Self { consensus: *vote == Vote::Consensus, counts }
    }
}

/// The votes that were counted, by their sort.
fn counted(vote: &Vote) -> impl Iterator<Item = (&'static str, u32)> {
    let parts = match vote {
        Vote::Counted(counts) => counts.parts(),
        Vote::Consensus => VoteCounts::default().parts(),
    };
    parts.into_iter().filter_map(|(what, count)| Some((what, count?)))
}

/// A vote in words: `for 12, against 3`.
pub(super) fn vote_words(views: &Views, vote: &Vote) -> String {
    let locale = views.site.locale(&views.lang);
    let word =
        |what: &str, count: u32| format!("{} {}", views.text(&format!("vote-{what}")), locale.number(count.into()));
    match vote {
        Vote::Consensus => views.text("vote-consensus"),
        Vote::Counted(_) => counted(vote).map(|(what, count)| word(what, count)).collect::<Vec<_>>().join(" · "),
    }
}

/// Earlier or later outcomes.
#[derive(Serialize)]
struct ChainView {
    name: String,
    label: String,
    items: Vec<Value>,
}

/// What a chain shows of another outcome.
#[derive(Serialize)]
struct StepView<'a> {
    id: &'a str,
    kind: &'a str,
    url: String,
    number: Option<&'a str>,
    text: &'a str,
    state: Option<&'static str>,
    state_label: Option<String>,
    lang: &'a str,
    dir: &'static str,
    entry: Value,
    date: Option<String>,
}

/// Outcomes of one kind that belong to an entry or a term.
#[derive(Serialize)]
pub(super) struct OutcomeGroup {
    kind: String,
    label: String,
    total: usize,
    url: Option<String>,
    items: Vec<Value>,
}

/// Outcomes of one kind of an entry.
#[derive(Serialize)]
pub(super) struct KindGroup {
    kind: String,
    pub(super) class: String,
    label: Option<String>,
    pub(super) items: Vec<Value>,
}

/// Rows of a group on the page of somebody else; the register has all.
const ROWS: usize = 10;

/// An outcome of an entry, for a reader.
pub(super) fn value(views: &Views, entry: &Entry, outcome: &MergedOutcome<'_>) -> Value {
    value_without(views, entry, outcome, None)
}

/// An outcome within the notes: what the columns of its table show is not said behind the row again, nor what the notes
/// say of all their outcomes.
pub(super) fn value_in_notes(views: &Views, entry: &Entry, outcome: &MergedOutcome<'_>) -> Value {
    value_without(views, entry, outcome, Some(&outcome.text.shown))
}

fn value_without(views: &Views, entry: &Entry, outcome: &MergedOutcome<'_>, shown: Option<&[Arc<str>]>) -> Value {
    let (source, text) = (outcome.source, outcome.text);
    let registers = &views.site.registers;
    let record = registers.find(entry.id, &source.id).map(|id| registers.record(id));
    let superseded = record.is_some_and(|record| record.superseded);
    let type_ = &entry.type_;
    let progress = register::progress(type_, source, superseded);
    let attributes = views.site.public_attributes(entry, source, &views.lang);
    let in_table = shown.is_some_and(|shown| shown.iter().any(|name| **name == *NUMBER_KEY));
    let number = views.site.public_number(source).filter(|_| !in_table);
    Value::from_serializable(&OutcomeView {
        id: &source.id,
        kind: &source.kind.name,
        kind_label: kind_label(views, &source.kind),
        url: url(views, entry, outcome),
        html: Value::safe_string(&fill::outcome(views, &text.tree, outcome.doc, entry)),
        text: &text.text,
        number: number.map(|number| &**number),
        vote: views.site.public_vote(source).map(VoteView::new),
        state: progress.map(|progress| progress.state.word()),
        state_label: progress.and_then(|progress| state_label(views, type_, progress)),
        owner: type_.owner_field().and_then(|field| fields::of_attribute(views, &attributes, field)),
        due: type_.due_field().and_then(|field| fields::of_attribute(views, &attributes, field)),
        due_day: views.site.due_day(entry, source).map(|day| day.to_string()),
        done: source.done,
        overdue: views.site.is_overdue(entry, source, superseded),
        attributes: fields::of_attributes(views, &without(attributes, shown)),
        lang: outcome.lang.as_str(),
        dir: outcome.lang.direction().as_str(),
        chains: record.map_or_else(Vec::new, |record| chains(views, entry, record)),
        entry: views.link(entry.id),
        date: views.site.date(entry).map(|date| date.to_string()),
        illustrative: entry.source.meta.flag("illustrative"),
    })
}

/// What one of a kind is called, where the type says it; the theme has words for the usual kinds.
pub(super) fn kind_label<'a>(views: &'a Views, kind: &'a OutcomeKind) -> Option<Cow<'a, str>> {
    views.localized(&kind.label)
}

/// What many of a kind are called: as its register says, else as the kind does.
pub(super) fn plural<'a>(views: &'a Views, type_: &'a Type, kind: &'a OutcomeKind) -> Option<Cow<'a, str>> {
    let register = type_.registers.iter().find(|register| *register.kind == *kind).map(|register| &register.label);
    let texts = [Some(&kind.plural), register, Some(&kind.label)];
    texts.into_iter().flatten().find_map(|texts| views.localized(texts))
}

/// The outcomes of an entry for a reader by their kinds, in the order in which those are declared.
pub(super) fn of_entry(views: &Views, entry: &Entry) -> Vec<KindGroup> {
    let all = views.site.public_outcomes(entry, &views.lang);
    let mut groups = Vec::new();
    for kind in &entry.type_.outcome_kinds {
        let own = all.iter().filter(|outcome| outcome.source.kind == *kind);
        let items: Vec<Value> = own.map(|outcome| value(views, entry, outcome)).collect();
        if !items.is_empty() {
            let label = plural(views, &entry.type_, kind).map(Cow::into_owned);
            groups.push(KindGroup { kind: kind.name.to_string(), class: kind.class.to_string(), label, items });
        }
    }
    groups
}

/// What a site calls a state.
pub(super) fn state_label(views: &Views, type_: &Type, progress: OutcomeProgress<'_>) -> Option<String> {
    views.localized(type_.state_field()?.choice(progress.choice?)?).map(Cow::into_owned)
}

/// A record, for a reader.
pub(super) fn record(views: &Views, id: RecordId) -> Option<Value> {
    let (entry, outcome) = views.site.public_record(id, &views.lang)?;
    Some(value(views, entry, &outcome))
}

/// The newest records that show in the language.
pub(super) fn newest(views: &Views, limit: usize) -> Vec<Value> {
    let site = &*views.site;
    let listed = |id: &RecordId| site.listed(site.record_entry(*id), &views.lang);
    site.registers.ids().filter(listed).take(limit).filter_map(|id| record(views, id)).collect()
}

/// Its place in the notes. One that is not translated yet stands on the page of the source.
pub(super) fn url(views: &Views, entry: &Entry, outcome: &MergedOutcome<'_>) -> String {
    let shown = views.site.localized_doc(entry, &views.lang).lang;
    let here = outcome.lang == shown || !entry.docs.contains_key(outcome.lang);
    let route = if here { views.site.route(entry, &views.lang) } else { views.site.route_in(entry, outcome.lang) };
    format!("{}#{}", views.url(&route), outcome.source.id)
}

/// The chains of a record by their names, each with its label and its steps, in the order in which its attributes are
/// declared.
pub(super) fn declared_chains<'a>(
    views: &Views,
    entry: &'a Entry,
    record: &'a OutcomeRecord,
) -> Vec<DeclaredChain<'a>> {
    let fields = entry.type_.outcomes.as_deref().unwrap_or_default();
    let mut chains = Vec::new();
    for field in fields.iter().filter(|field| field.is_public(entry.confidentiality)) {
        let names = [(Some(&field.name), &field.label), (field.inverse.as_ref(), &field.inverse_label)];
        for (name, label) in names {
            let Some((name, steps)) = name.and_then(|name| record.chains.get_key_value(name)) else { continue };
            let label = views.localized(label).map_or_else(|| name.replace('_', " "), Cow::into_owned);
            chains.push(DeclaredChain { name, label, steps });
        }
    }
    chains
}

fn without<'a>(attributes: Vec<PublicField<'a>>, shown: Option<&[Arc<str>]>) -> Vec<PublicField<'a>> {
    let Some(shown) = shown else { return attributes };
    attributes.into_iter().filter(|public| !public.inherited && !shown.contains(&public.field.name)).collect()
}

/// Earlier or later outcomes of a record.
pub(super) struct DeclaredChain<'a> {
    name: &'a str,
    pub(super) label: String,
    pub(super) steps: &'a [RecordId],
}

/// The chains of a record for templates.
fn chains(views: &Views, entry: &Entry, record: &OutcomeRecord) -> Vec<ChainView> {
    declared_chains(views, entry, record).into_iter().map(|chain| chain_view(views, chain)).collect()
}

fn chain_view(views: &Views, chain: DeclaredChain<'_>) -> ChainView {
    ChainView {
        name: chain.name.to_owned(),
        label: chain.label,
        items: chain.steps.iter().filter_map(|id| step(views, *id)).collect(),
    }
}

fn step(views: &Views, id: RecordId) -> Option<Value> {
    let superseded = views.site.registers.record(id).superseded;
    let (entry, outcome) = views.site.public_record(id, &views.lang)?;
    let progress = register::progress(&entry.type_, outcome.source, superseded);
    Some(Value::from_serializable(&StepView {
        id: &outcome.source.id,
        kind: &outcome.source.kind.name,
        url: url(views, entry, &outcome),
        number: views.site.public_number(outcome.source).map(|number| &**number),
        text: &outcome.text.text,
        state: progress.map(|progress| progress.state.word()),
        state_label: progress.and_then(|progress| state_label(views, &entry.type_, progress)),
        lang: outcome.lang.as_str(),
        dir: outcome.lang.direction().as_str(),
        entry: views.link(entry.id),
        date: views.site.date(entry).map(|date| date.to_string()),
    }))
}

/// The outcomes that have a facet, the newest of each kind, with the way to the others.
pub(super) fn groups(views: &Views, value: &FacetValue, may_hold: &dyn Fn(&Field) -> bool) -> Vec<OutcomeGroup> {
    let site = &*views.site;
    let mut groups = Vec::new();
    let listed = |id: &RecordId| site.listed(site.record_entry(*id), &views.lang);
    for type_ in site.types.iter() {
        for kind in &type_.outcome_kinds {
            let parts = || site.registers.parts_with(type_, &kind.name, value, may_hold);
            // Two attributes may hold it.
            let mine: BTreeSet<RecordId> = parts().flat_map(|(_, ids)| ids).copied().filter(listed).collect();
            if mine.is_empty() {
                continue;
            }
            let part = parts().find(|(_, ids)| !ids.is_empty()).map(|(part, _)| part);
            let register = type_.registers.iter().find(|register| register.kind == *kind);
            let route = register.and_then(|register| site.register_part_route(type_, register, &part?, &views.lang));
            groups.push(OutcomeGroup {
                kind: kind.name.to_string(),
                label: plural(views, type_, kind).map_or_else(|| kind.class.to_string(), Cow::into_owned),
                total: mine.len(),
                url: route.map(|route| views.url(&route)),
                items: mine.iter().take(ROWS).filter_map(|id| record(views, *id)).collect(),
            });
        }
    }
    groups
}
