//! Registers, which gather the outcomes of a kind over all meetings. Knows nothing of notes.

use std::sync::Arc;

use super::{OutcomeKind, printed};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::lang::Lang;
use crate::message;
use crate::settings::{LocalizedText, Located, Settings};

/// All outcomes of one kind, as a list of its own.
#[derive(Clone, Debug)]
pub struct Register {
    /// What it holds.
    pub kind: Arc<OutcomeKind>,
    /// Path in addresses, per language.
    pub path: LocalizedText,
    /// What it is called.
    pub label: LocalizedText,
    /// One sentence.
    pub description: LocalizedText,
    /// What the part of it is called that should have been done by now; empty where there is no such page.
    pub overdue: LocalizedText,
    /// Rows on a page; 0 for all.
    pub per_page: usize,
    /// Whether it and its parts can be followed: as feeds, and as calendars of what is to be done.
    pub follow: bool,
    /// The declaration.
    pub span: Span,
    /// The layout in which it is printed; `None` where there is no PDF of it.
    pub layout: Option<Located<Arc<str>>>,
}

/// Rows on a page of a register that says nothing else.
const ROWS: usize = 50;

/// Reads the registers of a type: `registers: {decisions: {path: …, label: …}}`.
pub(super) fn registers(settings: &mut Settings<'_>, kinds: &[Arc<OutcomeKind>], languages: &[Lang]) -> Vec<Register> {
    let mut registers = Vec::new();
    for (key, node) in settings.entries("registers") {
        let span = key.span.clone();
        let Some(kind) = kinds.iter().find(|kind| *kind.class == *key.name) else {
            let known = kinds.iter().map(|kind| &*kind.class);
            settings.diagnostics().push(
                Diagnostic::error(Code::SchemaInvalid, message!("outcome-kind-unknown", name = &*key.name))
                    .at(span)
                    .suggest(&key.name, known),
            );
            continue;
        };
        let mut one = Settings::new(node, Code::SchemaInvalid, settings.diagnostics());
        let register = Register {
            kind: Arc::clone(kind),
            path: one.addresses("path", languages),
            label: one.texts("label", languages),
            description: one.texts("description", languages),
            overdue: one.texts("overdue", languages),
            per_page: one.count("per_page").unwrap_or(ROWS),
            follow: one.bool("follow", false),
            span,
            layout: printed::read_register(&mut one),
        };
        for (name, texts) in [("path", &register.path), ("label", &register.label)] {
            if texts.is_empty() {
                one.wrong(&register.span, message!("register-lacks", name = name));
            }
        }
        one.finish();
        registers.push(register);
    }
    registers
}

impl Register {
    /// The class of its headings, which names its files too.
    #[must_use]
    pub fn name(&self) -> Arc<str> {
        Arc::clone(&self.kind.class)
    }
}
