//! What is known of an outcome, as data for the layouts of prints: a list of labels and values. Made from resolved
//! values, as its page is. Knows nothing of layouts.

#![deny(clippy::wildcard_enum_match_arm)]

use super::outcome::DeclaredChain;
use super::print_body::{PrintElement, PrintNode};
use super::{Views, fields, layout, outcome};
use crate::document::element::Element;
use crate::document::outcomes::NUMBER_KEY;
use crate::lang::DateStyle;
use crate::site::register::{self, OutcomeRecord, RecordId};
use crate::site::value::Resolved;
use crate::site::{Entry, MergedOutcome, PublicField};

/// The facts of an outcome and what came before and after it; nothing where nothing is known.
pub(super) fn of_outcome(views: &Views, entry: &Entry, known: &MergedOutcome<'_>) -> Option<PrintNode> {
    let site = &*views.site;
    let record = site.registers.find(entry.id, &known.source.id).map(|id| site.registers.record(id));
    let attributes = site.public_attributes(entry, known.source, &views.lang);
    // The state is told in words below, also where it is known by the box alone.
    let state_field = entry.type_.state_field().map(|field| &field.name);
    let own = attributes.iter().filter(|public| state_field != Some(&public.field.name));
    // The columns of its table show these, and the facts of the entry those that it inherits.
    let own = own.filter(|public| !public.inherited && !known.text.shown.contains(&public.field.name));
    let in_table = known.text.shown.iter().any(|name| **name == *NUMBER_KEY);
    let number = site.public_number(known.source).filter(|_| !in_table);
    let ballot = [
        ("outcome-number", number.map(ToString::to_string)),
        ("outcome-vote", site.public_vote(known.source).map(|vote| outcome::vote_words(views, vote))),
    ];
    let ballot = ballot.into_iter().filter_map(|(label, words)| Some((label, words?)));
    let mut rows: Vec<PrintNode> =
        ballot.map(|(label, words)| row(&views.text(label), [PrintNode::Text(words)])).collect();
    rows.extend(own.filter_map(|public| fact(views, public)));
    let state = state_today(views, entry, known, record);
    rows.extend(state.map(|words| row(&views.text("outcome-state"), [PrintNode::Text(words)])));
    let mut parts = Vec::new();
    if !rows.is_empty() {
        parts.push(PrintElement::of(Element::Dl).around(rows));
    }
    parts.extend(record.into_iter().flat_map(|record| chains(views, entry, record)));
    (!parts.is_empty()).then(|| PrintElement::of(Element::Div).with("class", "outcome-facts").around(parts))
}

fn row(label: &str, value: impl IntoIterator<Item = PrintNode>) -> PrintNode {
    let label = PrintElement::of(Element::Dt).around([PrintNode::Text(label.to_owned())]);
    PrintElement::of(Element::Div).around([label, PrintElement::of(Element::Dd).around(value)])
}

fn fact(views: &Views, public: &PublicField<'_>) -> Option<PrintNode> {
    let value = value(views, &public.value);
    (!value.is_empty()).then(|| row(&fields::label(views, public.field), value))
}

/// A value: entries and terms with links to their pages, all else in words.
fn value(views: &Views, value: &Resolved<'_>) -> Vec<PrintNode> {
    match value {
        Resolved::Entry(entry) => vec![entry_link(views, entry)],
        Resolved::Entries(entries) => values(entries.iter().map(|entry| vec![entry_link(views, entry)]).collect()),
        Resolved::Term(known) => {
            let words = PrintNode::Text(layout::label_or(views, known.label, &known.term.id));
            let route = views.site.term_route(known.taxonomy, &known.term.id, &views.lang);
            match route {
                Some(route) => vec![PrintElement::of(Element::A).with("href", &views.url(&route)).around([words])],
                None => vec![words],
            }
        }
        Resolved::List(items) => {
            let items = items.iter().map(|item| self::value(views, item));
            values(items.filter(|nodes| !nodes.is_empty()).collect())
        }
        // They run in their own direction, whatever stands around them.
        Resolved::Text(_) | Resolved::Url(_) | Resolved::Email(_) | Resolved::Phone(_) | Resolved::Integer(_) => {
            layout::words(views, value)
                .map(|words| PrintElement::of(Element::Bdi).around([PrintNode::Text(words)]))
                .into_iter()
                .collect()
        }
        Resolved::Bool(yes) => vec![PrintNode::Text(views.text(if *yes { "yes" } else { "no" }))],
        Resolved::Money(_)
        | Resolved::Date(_)
        | Resolved::DateTime(_)
        | Resolved::Deadline(_)
        | Resolved::Choice(_)
        | Resolved::Language(_)
        | Resolved::Licence(_)
        | Resolved::File(_)
        | Resolved::Picture(_)
        | Resolved::Group(_) => layout::words(views, value).map(PrintNode::Text).into_iter().collect(),
        // Texts with markup have no place in a line of facts; chains stand below them.
        Resolved::Rich(_) | Resolved::Outcomes(_) | Resolved::Confidentiality(_) => Vec::new(),
    }
}

/// One value as it is, several as a list.
fn values(mut all: Vec<Vec<PrintNode>>) -> Vec<PrintNode> {
    if all.len() == 1 {
        return all.pop().unwrap_or_default();
    }
    let items = all.into_iter().map(|nodes| PrintElement::of(Element::Li).around(nodes));
    vec![PrintElement::of(Element::Ul).with("class", "values").around(items)]
}

fn entry_link(views: &Views, entry: &Entry) -> PrintNode {
    let shown = views.site.localized_doc(entry, &views.lang);
    let url = views.url(&views.site.route_in(entry, shown.page));
    PrintElement::of(Element::A).with("href", &url).around([PrintNode::Text(views.title(shown).into_owned())])
}

/// How far an outcome is, in words.
fn state(views: &Views, entry: &Entry, known: &MergedOutcome<'_>, record: Option<&OutcomeRecord>) -> Option<String> {
    let superseded = record.is_some_and(|record| record.superseded);
    let progress = register::progress(&entry.type_, known.source, superseded)?;
    let label = outcome::state_label(views, &entry.type_, progress);
    Some(label.unwrap_or_else(|| views.text(&format!("state-{}", progress.state.word()))))
}

/// How far an outcome is, and whether its day has passed.
pub(super) fn state_today(
    views: &Views,
    entry: &Entry,
    known: &MergedOutcome<'_>,
    record: Option<&OutcomeRecord>,
) -> Option<String> {
    let state = state(views, entry, known, record)?;
    let superseded = record.is_some_and(|record| record.superseded);
    if views.site.is_overdue(entry, known.source, superseded) {
        return Some(format!("{state} · {}", views.text("outcome-overdue")));
    }
    Some(state)
}

/// What came before and after an outcome, by what links them.
fn chains(views: &Views, entry: &Entry, record: &OutcomeRecord) -> Vec<PrintNode> {
    outcome::declared_chains(views, entry, record).into_iter().map(|declared| chain(views, declared)).collect()
}

fn chain(views: &Views, declared: DeclaredChain<'_>) -> PrintNode {
    let label = PrintElement::of(Element::Dt).around([PrintNode::Text(declared.label)]);
    let steps = declared.steps.iter().filter_map(|id| step(views, *id));
    PrintElement::of(Element::Dl).with("class", "chain").around(std::iter::once(label).chain(steps))
}

fn step(views: &Views, id: RecordId) -> Option<PrintNode> {
    let site = &*views.site;
    let (entry, known) = site.public_record(id, &views.lang)?;
    let url = outcome::url(views, entry, &known);
    let link = PrintElement::of(Element::A).with("href", &url).around([PrintNode::Text(known.text.text.to_string())]);
    let mut parts = vec![link];
    if let Some(day) = site.date(entry) {
        let day = site.locale(&views.lang).date(day, DateStyle::Medium);
        parts.extend([PrintNode::Text(" ".to_owned()), PrintElement::of(Element::Time).around([PrintNode::Text(day)])]);
    }
    if let Some(state) = state(views, entry, &known, Some(site.registers.record(id))) {
        parts.push(PrintNode::Text(format!(" {state}")));
    }
    Some(PrintElement::of(Element::Dd).around(parts))
}
