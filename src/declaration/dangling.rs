//! What a theme says of parts that a site does not have, taken out of a declaration: the facet of a field that was dropped,
//! the property of a choice that was replaced. What the site says itself stays, and is told where it is wrong. Knows
//! nothing of why a part is not there.

use std::collections::BTreeSet;

use super::is_of_theme;
use crate::yaml::{Node, Value};

/// Takes out of `declaration` what the theme says of parts of `base` that are not in it.
pub(super) fn take_out(declaration: &mut Node, base: &Node) {
    let gone = gone(base, declaration, "fields");
    let mut changed = gone.clone();
    changed.extend(of_another_kind(base, declaration));
    keep_items(declaration, "order", &|name| !gone.contains(name.trim_start_matches('-')));
    keep_items(declaration, "facets", &|name| !changed.contains(name));
    take_if(declaration, "date", &|name| changed.contains(name));
    calendar(declaration, &changed);
    for key in ["schema_org", "cite"] {
        by_field(declaration, key, &changed);
    }
    if let Some(pdf) = declaration.get_mut("pdf") {
        take_if(pdf, "field", &|name| changed.contains(name));
    }
    let has_outcomes = declaration.get("outcomes").is_some();
    outcomes(declaration, base, &changed);
    for container in ["fields", "outcomes"] {
        for (_, field) in declaration.get_mut(container).and_then(Node::map_mut).into_iter().flatten() {
            take_if(field, "not_before", &|name| changed.contains(name));
            take_if(field, "follows", &|name| changed.contains(name));
            take_if(field, "inherit", &|name| changed.contains(name));
            choices(field);
        }
    }
    if !has_outcomes && base.get("outcomes").is_some() {
        for key in ["outcome_kinds", "outcome_text", "outcome_words", "registers"] {
            take_of_theme(declaration, key);
        }
    }
}

/// Keys of a map of `base` that `declaration` does not have there.
fn gone(base: &Node, declaration: &Node, container: &str) -> BTreeSet<String> {
    let left = declaration.get(container);
    let keys = base.get(container).and_then(Node::map).unwrap_or_default().iter();
    keys.map(|(key, _)| key.name.clone()).filter(|name| left.is_none_or(|left| left.get(name).is_none())).collect()
}

/// Fields that are there, and of another kind.
fn of_another_kind(base: &Node, declaration: &Node) -> Vec<String> {
    let fields = base.get("fields").and_then(Node::map).unwrap_or_default().iter().map(|(key, _)| &key.name);
    let changed =
        |name: &&String| matches!((kind_of(base, name), kind_of(declaration, name)), (Some(a), Some(b)) if a != b);
    fields.filter(changed).cloned().collect()
}

fn kind_of<'n>(declaration: &'n Node, field: &str) -> Option<&'n str> {
    declaration.get("fields")?.get(field)?.get("kind")?.text()
}

/// Takes a value out that the theme wrote, if it is one of those.
fn take_if(node: &mut Node, key: &str, is_wrong: &dyn Fn(&str) -> bool) {
    let wrong = |value: &Node| is_of_theme(&value.span) && value.text().is_some_and(is_wrong);
    if node.get(key).is_some_and(wrong) {
        node.take(key);
    }
}

fn take_of_theme(node: &mut Node, key: &str) {
    if node.get(key).is_some_and(|value| is_of_theme(&value.span)) {
        node.take(key);
    }
}

/// Keeps those items of a list of the theme; without any, the list goes.
fn keep_items(node: &mut Node, key: &str, is_kept: &dyn Fn(&str) -> bool) {
    let Some(list) = node.get_mut(key) else { return };
    let keeps = |item: &&Node| !is_of_theme(&item.span) || item.text().is_none_or(is_kept);
    let kept: Vec<Node> = list.items().iter().filter(keeps).cloned().collect();
    if kept.len() == list.items().len() {
        return;
    }
    if kept.is_empty() {
        node.take(key);
    } else {
        list.value = Value::List(kept);
    }
}

/// Keeps those entries of a map that the theme wrote.
fn keep_entries(node: &mut Node, key: &str, is_kept: &dyn Fn(&str) -> bool) {
    if let Some(entries) = node.get_mut(key).and_then(Node::map_mut) {
        entries.retain(|(key, _)| !is_of_theme(&key.span) || is_kept(&key.name));
    }
}

/// Without a field that says when, a type has no calendar.
fn calendar(declaration: &mut Node, changed: &BTreeSet<String>) {
    let has_date = declaration.get("date").is_some();
    let Some(calendar) = declaration.get_mut("calendar") else { return };
    for key in ["start", "end", "place", "history", "planned"] {
        take_if(calendar, key, &|name| changed.contains(name));
    }
    if calendar.get("status").and_then(Node::text).is_some_and(|name| changed.contains(name)) {
        take_of_theme(calendar, "status");
        take_of_theme(calendar, "states");
    }
    if !has_date && calendar.get("start").is_none() {
        take_of_theme(declaration, "calendar");
    }
}

/// A type of a vocabulary that a field decides: without the field, or for choices that are not there, nothing does.
fn by_field(declaration: &mut Node, key: &str, changed: &BTreeSet<String>) {
    let Some(by) = declaration.get(key).and_then(|node| node.get("by")) else { return };
    let Some(name) = by.text().map(ToOwned::to_owned) else { return };
    let ids = declaration.get("fields").and_then(|fields| fields.get(&name)).and_then(choice_ids);
    let Some(node) = declaration.get_mut(key) else { return };
    if changed.contains(&name) {
        take_if(node, "by", &|_| true);
        if node.get("by").is_none() {
            take_of_theme(node, "types");
        }
    } else if let Some(ids) = ids {
        keep_entries(node, "types", &|id| ids.contains(id));
    }
}

fn choice_ids(field: &Node) -> Option<BTreeSet<String>> {
    let choices = field.get("choices")?;
    Some(match choices.map() {
        Some(entries) => entries.iter().map(|(key, _)| key.name.clone()).collect(),
        None => choices.items().iter().filter_map(|item| Some(item.text()?.to_owned())).collect(),
    })
}

/// What is said of choices that a field does not have.
fn choices(field: &mut Node) {
    let Some(ids) = choice_ids(field) else { return };
    if let Some(states) = field.get_mut("states") {
        let words: Vec<String> = states.map().unwrap_or_default().iter().map(|(key, _)| key.name.clone()).collect();
        for word in words {
            keep_items(states, &word, &|id| ids.contains(id));
        }
    }
    let properties: Vec<String> =
        field.get("property").and_then(Node::map).unwrap_or_default().iter().map(|(key, _)| key.name.clone()).collect();
    for property in properties {
        if let Some(properties) = field.get_mut("property") {
            keep_entries(properties, &property, &|id| ids.contains(id));
        }
    }
}

/// What is said of attributes and kinds of outcomes that are not there.
fn outcomes(declaration: &mut Node, base: &Node, changed: &BTreeSet<String>) {
    let has_due = with_role(declaration, "due").is_some();
    let state = with_role(declaration, "state");
    let (has_state, ids) = (state.is_some(), state.and_then(choice_ids).unwrap_or_default());
    for (_, kind) in declaration.get_mut("outcome_kinds").and_then(Node::map_mut).into_iter().flatten() {
        if let Some(vote) = kind.get_mut("vote") {
            let present = vote.get("present").filter(|node| is_of_theme(&node.span)).and_then(Node::text);
            if present.is_some_and(|name| changed.contains(name)) {
                vote.value = Value::Bool(true);
            }
        }
        if !has_due {
            take_of_theme(kind, "overdue");
        }
        if has_state {
            keep_items(kind, "states", &|id| ids.contains(id));
        } else {
            take_of_theme(kind, "states");
        }
    }
    let lost: BTreeSet<String> = classes(base).difference(&classes(declaration)).cloned().collect();
    keep_entries(declaration, "registers", &|class| !lost.contains(class));
    for (_, register) in declaration.get_mut("registers").and_then(Node::map_mut).into_iter().flatten() {
        if !has_due {
            take_of_theme(register, "overdue");
        }
    }
}

/// The classes of all kinds of outcomes, which name their registers.
fn classes(declaration: &Node) -> BTreeSet<String> {
    let kinds = declaration.get("outcome_kinds").and_then(Node::map).unwrap_or_default();
    let class = |name: &str, kind: &Node| kind.get("class").and_then(Node::text).unwrap_or(name).to_owned();
    kinds.iter().map(|(key, kind)| class(&key.name, kind)).collect()
}

/// The attribute of outcomes that has a role.
fn with_role<'n>(declaration: &'n Node, role: &str) -> Option<&'n Node> {
    let attributes = declaration.get("outcomes").and_then(Node::map)?;
    attributes.iter().map(|(_, field)| field).find(|field| field.get("role").and_then(Node::text) == Some(role))
}
