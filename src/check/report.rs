//! Findings of all pages as diagnostics: the same fault on many pages is one diagnostic, and a rule that fails in a
//! thousand ways shows some of them. Knows nothing of the rules.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Message, MessageArgument, Severity, Span};
use crate::message;
use crate::site::Route;

use super::finding::{Finding, Findings, Rule};

/// Addresses that a diagnostic names.
const NAMED: usize = 3;

/// Diagnostics of one rule; the rest is counted.
const MOST: usize = 25;

/// All diagnostics. `place` gives the source of a page.
pub(super) fn diagnostics(found: BTreeMap<Route, Findings>, place: impl Fn(&Route) -> Option<Span>) -> Vec<Diagnostic> {
    let mut groups: BTreeMap<Finding, Vec<Route>> = BTreeMap::new();
    let mut left_out: BTreeMap<Rule, usize> = BTreeMap::new();
    for (route, findings) in found {
        let (items, counts) = findings.into_parts();
        for item in items {
            groups.entry(item).or_default().push(route.clone());
        }
        for (rule, count) in counts {
            *left_out.entry(rule).or_default() += count;
        }
    }
    let mut by_rule: BTreeMap<Rule, Vec<(Finding, Vec<Route>)>> = BTreeMap::new();
    for (finding, routes) in groups {
        by_rule.entry(finding.rule).or_default().push((finding, routes));
    }
    let mut diagnostics = Vec::new();
    for (rule, mut groups) in by_rule {
        // What is wrong on most pages is most likely the template's, and mends most.
        groups.sort_by_key(|(_, routes)| Reverse(routes.len()));
        let rest = groups.len().saturating_sub(MOST) + left_out.get(&rule).copied().unwrap_or_default();
        groups.truncate(MOST);
        diagnostics.extend(groups.iter().map(|(finding, routes)| diagnostic(finding, routes, &place)));
        diagnostics.extend((rest > 0).then(|| summary(rule, rest)));
    }
    diagnostics
}

fn diagnostic(finding: &Finding, routes: &[Route], place: &dyn Fn(&Route) -> Option<Span>) -> Diagnostic {
    let message = message!("at-addresses", pages = addresses(routes), what = finding.detail.clone());
    let diagnostic = of_rule(finding.rule, message).help(finding.help.clone());
    let mut places: Vec<Span> = Vec::new();
    for span in routes.iter().filter_map(place) {
        if !places.contains(&span) {
            places.push(span);
        }
        // More sources than pages are named: it is not the sources' fault, and pointing at three would mislead.
        if places.len() > NAMED {
            return diagnostic;
        }
    }
    let mut places = places.into_iter();
    match places.next() {
        Some(first) => {
            places.fold(diagnostic.at(first), |diagnostic, span| diagnostic.also(span, message!("and-here")))
        }
        None => diagnostic,
    }
}

fn addresses(routes: &[Route]) -> MessageArgument {
    let named: Vec<String> = routes.iter().take(NAMED).map(ToString::to_string).collect();
    let more = routes.len() - named.len();
    match more {
        0 => named.into(),
        1 => message!("pages-and-one-more", pages = named).into(),
        _ => message!("pages-and-more", pages = named, more = more).into(),
    }
}

fn summary(rule: Rule, rest: usize) -> Diagnostic {
    of_rule(rule, message!("findings-more", count = rest)).help(message!("findings-help"))
}

fn of_rule((code, severity): Rule, message: Message) -> Diagnostic {
    match severity {
        Severity::Error => Diagnostic::error(code, message),
        Severity::Warning => Diagnostic::warning(code, message),
    }
}
