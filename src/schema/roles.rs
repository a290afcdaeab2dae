//! What the fields of an outcome are for: which one says by when, who, and how far it is. Knows nothing of notes.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Field, Kind, Type};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::message;
use crate::settings::{Located, Settings};

/// What a field of an outcome is for.
#[derive(Clone, Debug, PartialEq)]
pub enum OutcomeRole {
    /// The day by which something should be done.
    Due,
    /// Who does it.
    Owner,
    /// How far it is: what each of the choices says, those that a box stands for first.
    State(Vec<(Arc<str>, OutcomeState)>),
}

/// How far an outcome is, whatever a site calls that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutcomeState {
    /// Nothing was done yet.
    Open,
    /// Somebody is at it.
    InProgress,
    /// It is done.
    Done,
    /// Nobody will do it any more.
    Dropped,
    /// Another outcome stands in its place.
    Superseded,
}

impl OutcomeState {
    /// All states with their words in declarations, templates and strings.
    const ALL: &'static [(Self, &'static str)] = &[
        (Self::Open, "open"),
        (Self::InProgress, "in-progress"),
        (Self::Done, "done"),
        (Self::Dropped, "dropped"),
        (Self::Superseded, "superseded"),
    ];

    /// Its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(state, _)| *state == self).map_or("", |(_, word)| word)
    }

    /// Whether nothing is left to do.
    #[must_use]
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Done | Self::Dropped | Self::Superseded)
    }
}

impl OutcomeRole {
    const WORDS: &'static [&'static str] = &["due", "owner", "state"];

    /// Its word in declarations and templates.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Owner => "owner",
            Self::State(_) => "state",
        }
    }
}

impl Type {
    /// The attribute that says by which day an outcome should be done.
    #[must_use]
    pub fn due_field(&self) -> Option<&Field> {
        self.outcome_field(|role| *role == OutcomeRole::Due)
    }

    /// The attribute that says whose an outcome is.
    #[must_use]
    pub fn owner_field(&self) -> Option<&Field> {
        self.outcome_field(|role| *role == OutcomeRole::Owner)
    }

    /// The attribute that says how far an outcome is.
    #[must_use]
    pub fn state_field(&self) -> Option<&Field> {
        self.outcome_field(|role| matches!(role, OutcomeRole::State(_)))
    }

    fn outcome_field(&self, has: impl Fn(&OutcomeRole) -> bool) -> Option<&Field> {
        // What is for editors only plays no part in what readers see.
        let mut shown = self.outcomes.iter().flatten().filter(|field| field.is_shown());
        shown.find(|field| field.role.as_ref().is_some_and(|role| has(&role.value)))
    }
}

impl Field {
    /// The choices of the attribute that says how far an outcome is, with what each says; empty for all other fields.
    #[must_use]
    pub fn states(&self) -> &[(Arc<str>, OutcomeState)] {
        match self.role.as_ref().map(|role| &role.value) {
            Some(OutcomeRole::State(states)) => states,
            _ => &[],
        }
    }
}

/// Reads `role: due`, `role: owner` or `role: state` of a field under `outcomes`.
pub(super) fn read(field: &Field, settings: &mut Settings<'_>) -> Option<Located<OutcomeRole>> {
    let role = settings.string("role")?;
    let (fits, kinds) = match &*role.value {
        "due" => (matches!(field.kind, Kind::Date | Kind::Deadline(_)), "`deadline` or `date`"),
        "owner" => (is_owner(&field.kind), "`party`, `ref`, `refs` or `text`"),
        "state" => (matches!(field.kind, Kind::Choice(_)), "`choice`"),
        other => {
            let message = message!("role-unknown", role = other);
            let diagnostic = Diagnostic::error(Code::SchemaInvalid, message).at(role.span.clone());
            settings.diagnostics().push(diagnostic.suggest(other, OutcomeRole::WORDS.iter().copied()));
            return None;
        }
    };
    if !fits {
        let message = message!("role-of-other-kind", role = &*role.value, kinds = kinds);
        settings.wrong(&role.span, message);
        return None;
    }
    let value = match &*role.value {
        "due" => OutcomeRole::Due,
        "owner" => OutcomeRole::Owner,
        _ => OutcomeRole::State(read_states(field, &role.span, settings)),
    };
    Some(Located { value, span: role.span })
}

/// Reads `states: {open: [new, open], done: paid}`: what each of the choices says.
fn read_states(field: &Field, role: &Span, settings: &mut Settings<'_>) -> Vec<(Arc<str>, OutcomeState)> {
    let Kind::Choice(choices) = &field.kind else { return Vec::new() };
    let mut states: Vec<(Arc<str>, OutcomeState)> = Vec::new();
    if let Some(node) = settings.node("states") {
        let mut part = Settings::new(node, Code::SchemaInvalid, settings.diagnostics());
        for (state, word) in OutcomeState::ALL {
            for choice in part.strings(word) {
                if field.choice(&choice.value).is_none() {
                    let message = message!("not-one-of-choices", id = &*choice.value);
                    let known = choices.iter().map(|(id, _)| &**id);
                    let diagnostic = Diagnostic::error(Code::SchemaInvalid, message).at(choice.span);
                    part.diagnostics().push(diagnostic.suggest(&choice.value, known));
                } else if states.iter().any(|(known, _)| *known == choice.value) {
                    part.wrong(&choice.span, message!("choice-says-two-states", id = &*choice.value));
                } else {
                    states.push((choice.value, *state));
                }
            }
        }
        part.finish();
    }
    let silent = choices.iter().map(|(id, _)| &**id).filter(|id| !states.iter().any(|(known, _)| **known == **id));
    let silent: Vec<&str> = silent.collect();
    if let Some(first) = silent.first() {
        let message = message!("state-choices-silent", choices = silent.as_slice());
        let help = message!("choices-under-states-open", first = *first);
        settings.diagnostics().push(Diagnostic::error(Code::SchemaInvalid, message).at(role.clone()).help(help));
    }
    states
}

/// Reports roles that two fields have.
pub(super) fn check(fields: &[Field], diagnostics: &mut Diagnostics) {
    let mut taken: BTreeMap<&str, (&Field, &Span)> = BTreeMap::new();
    for field in fields {
        let Some(role) = &field.role else { continue };
        let word = role.value.word();
        if let Some((other, span)) = taken.get(word) {
            let message = message!("role-taken", name = &*other.name, role = word);
            let diagnostic = Diagnostic::error(Code::SchemaInvalid, message).at(role.span.clone());
            diagnostics.push(diagnostic.also((*span).clone(), message!("also-here")));
        } else {
            taken.insert(word, (field, &role.span));
        }
    }
}

fn is_owner(kind: &Kind) -> bool {
    matches!(kind, Kind::Party(_) | Kind::Ref(_) | Kind::Refs(_) | Kind::Text)
}

/// Reports registers with a page of what is overdue where nothing says by when.
pub(super) fn check_overdue(type_: &Type, settings: &mut Settings<'_>) {
    for register in type_.registers.iter().filter(|register| !register.overdue.is_empty()) {
        if type_.due_field().is_none() {
            settings.wrong(&register.span, message!("nothing-overdue"));
        }
    }
}
