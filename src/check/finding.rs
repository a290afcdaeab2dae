//! What is wrong on one output, said so that the same fault of a template reads the same on every page.
//! Knows nothing of the rules.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Message, Severity};

/// Findings of one rule on one page that are told apart; further ones are counted, so that a broken template cannot
/// fill the memory.
const MOST: usize = 20;

/// A code, and whether it is an error or a warning.
pub(super) type Rule = (Code, Severity);

/// One thing that is wrong on a page. It does not name the page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Finding {
    /// A code of the list, and how bad it is.
    pub(super) rule: Rule,
    /// What is wrong, with the thing in backticks.
    pub(super) detail: Message,
    /// How to mend it.
    pub(super) help: Message,
}

/// All that is wrong on one page, each thing once.
#[derive(Debug, Default)]
pub(super) struct Findings {
    items: Vec<Finding>,
    /// Findings that are only counted.
    left_out: BTreeMap<Rule, usize>,
}

impl Findings {
    /// Adds an error.
    pub(super) fn error(&mut self, code: Code, detail: Message, help: Message) {
        self.push(Finding { rule: (code, Severity::Error), detail, help });
    }

    /// Adds a warning.
    pub(super) fn warning(&mut self, code: Code, detail: Message, help: Message) {
        self.push(Finding { rule: (code, Severity::Warning), detail, help });
    }

    /// Whether nothing is wrong.
    pub(super) fn is_empty(&self) -> bool {
        self.items.is_empty() && self.left_out.is_empty()
    }

    /// Adds those of the same page.
    pub(super) fn append(&mut self, other: Self) {
        for item in other.items {
            self.push(item);
        }
        for (rule, count) in other.left_out {
            *self.left_out.entry(rule).or_default() += count;
        }
    }

    /// Each thing, and the counts of what is not told apart.
    pub(super) fn into_parts(self) -> (Vec<Finding>, BTreeMap<Rule, usize>) {
        (self.items, self.left_out)
    }

    fn push(&mut self, finding: Finding) {
        if self.items.contains(&finding) {
            return;
        }
        if self.items.iter().filter(|item| item.rule == finding.rule).count() < MOST {
            self.items.push(finding);
        } else {
            *self.left_out.entry(finding.rule).or_default() += 1;
        }
    }
}
