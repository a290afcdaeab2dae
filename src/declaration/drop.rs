//! What a site takes away from a base: `drop: [attendance, outcomes.project, registers.questions]`. Knows nothing of what
//! may be left without it; see `dangling`.

use super::absent::{AbsentField, WhyAbsent};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::message;
use crate::yaml::Node;
use std::sync::Arc;

/// Maps whose keys can be dropped.
const PARTED: &[&str] = &["choices", "fields", "outcome_kinds", "outcomes", "registers", "terms"];

/// Maps that need not be named: `attendance` is `fields.attendance`, `mode.hybrid` is `fields.mode.choices.hybrid`.
const UNNAMED: &[&str] = &["fields", "terms", "of", "choices"];

/// Settings of a type or taxonomy itself that can be dropped.
const SETTINGS: &[&str] = &[
    "calendar",
    "card",
    "cite",
    "data",
    "date",
    "facets",
    "feed",
    "link_first_use",
    "order",
    "outcome_kinds",
    "outcomes",
    "pdf",
    "per_page",
    "registers",
    "schema_org",
];

/// Parts of a path, more than any declaration is deep.
const DEEPEST: usize = 12;

/// Takes out of `base` what `drop` names, and says which fields those were. What is not there is told.
pub(super) fn apply(base: &mut Node, drop: &Node, diagnostics: &mut Diagnostics) -> Vec<AbsentField> {
    let mut dropped = Vec::new();
    let whole = base.clone();
    for item in drop.items() {
        let Some(name) = item.text() else {
            let message = message!("drop-no-list", found = item.kind());
            diagnostics.push(Diagnostic::error(Code::SchemaInvalid, message).at(item.span.clone()));
            continue;
        };
        let parts: Vec<&str> = name.split('.').map(str::trim).collect();
        let path = if parts.len() > DEEPEST { None } else { find(&whole, &parts, 0) };
        let Some(path) = path.filter(|path| is_droppable(path)) else {
            let known = names(&whole);
            let message = message!("drop-unknown", name = name);
            let wrong = Diagnostic::error(Code::SchemaInvalid, message).at(item.span.clone());
            diagnostics.push(wrong.suggest(name, known.iter().map(String::as_str)));
            continue;
        };
        take(base, &path);
        if let [container @ ("fields" | "outcomes"), field] = &path[..] {
            let why = WhyAbsent::Dropped(item.span.clone());
            dropped.push(AbsentField { name: Arc::from(*field), of_outcomes: *container == "outcomes", why });
        }
    }
    dropped
}

/// The whole path of what a name means, if it is there. Fields come before the settings of the type.
fn find<'a>(node: &Node, parts: &[&'a str], depth: usize) -> Option<Vec<&'a str>> {
    let (first, rest) = parts.split_first()?;
    for through in UNNAMED.iter().filter(|_| depth < DEEPEST && !UNNAMED.contains(first)) {
        if let Some(inner) = node.get(through).and_then(|inner| find(inner, parts, depth + 1)) {
            return Some([&[*through], &inner[..]].concat());
        }
    }
    let value = node.get(first)?;
    if rest.is_empty() {
        return Some(vec![first]);
    }
    Some([&[*first], &find(value, rest, depth + 1)?[..]].concat())
}

fn is_droppable(path: &[&str]) -> bool {
    match path {
        [setting] => SETTINGS.contains(setting),
        [.., container, _] => PARTED.contains(container),
        [] => false,
    }
}

fn take(node: &mut Node, path: &[&str]) {
    match path {
        [] => {}
        [last] => drop(node.take(last)),
        [first, rest @ ..] => {
            if let Some(inner) = node.get_mut(first) {
                take(inner, rest);
            }
        }
    }
}

/// What can be dropped, for a suggestion.
fn names(base: &Node) -> Vec<String> {
    let mut names = Vec::new();
    for container in PARTED {
        for (key, _) in base.get(container).and_then(Node::map).unwrap_or_default() {
            let unnamed = UNNAMED.contains(container);
            names.push(if unnamed { key.name.clone() } else { format!("{container}.{}", key.name) });
        }
    }
    names
}
