//! Outcomes in notes: which blocks are decisions, actions or others, and their attributes.
//! Knows nothing of other documents; merging translations with their source is the work of `site`.

mod find;
mod leaf;
mod mark;
mod misplaced;
mod rules;
mod sections;
mod spaced;
mod stray;
mod suggest;
mod suggestion;
mod tables;
mod vote;
mod words;

use std::ops::Range;
use std::sync::Arc;

use super::tree::Tree;
use crate::declaration::WhyAbsent;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Fix, Message, Span};
use crate::message;
use crate::schema::{Field, FieldValue, Kind, OutcomeKind, ValueContext, read_value, reversed, split_attribute};
use crate::settings::{LocalizedText, Located};
use crate::source::digestible;

pub(super) use find::{Cut, Found, OutcomeMark, find};
pub(super) use mark::{Attributes, Slip, SlipKind, attributes};
pub(super) use misplaced::Misplaced;

pub(super) use rules::OutcomeRules;
pub(super) use suggest::FoundSuggestion;
pub use suggestion::{OutcomeInsertion, OutcomeSuggestion, SuggestionReason};
pub use vote::{NUMBER_KEY, Vote, VoteCounts};
pub(super) use vote::{check_attendance, is_number};

use vote::{BallotReader, VOTE_KEYS};

/// Things that are told of a text and its marks: more help nobody.
const MOST_TOLD: usize = 500;

/// One outcome of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Unique in the document, and its anchor.
    pub id: Arc<str>,
    /// What it is.
    pub kind: Arc<OutcomeKind>,
    /// The task box, if it has one.
    pub done: Option<bool>,
    /// Facts; a translation has none of its own.
    pub(super) attributes: Vec<(Arc<str>, Located<FieldValue>)>,
    /// How it was decided; a translation says nothing of that.
    pub(super) vote: Option<Located<Vote>>,
    /// Its number beside the id, such as `324/01`; that of the source counts.
    pub(super) number: Option<Located<Arc<str>>>,
    /// Its first paragraph, which registers show.
    pub tree: Tree,
    /// The same without markup.
    pub text: Arc<str>,
    /// The first line of the block.
    pub span: Span,
    /// Its mark.
    pub(super) mark: Option<Span>,
    /// Fields whose values stand in the columns of a table, so that they are not shown behind the row again.
    pub shown: Vec<Arc<str>>,
}

digestible!(struct Outcome { id, kind, done, attributes, vote, number, tree, text, shown } without { span, mark });

impl Outcome {
    /// The facts as the file has them, with what is for editors only.
    #[must_use]
    pub fn source_attributes(&self) -> &[(Arc<str>, Located<FieldValue>)] {
        &self.attributes
    }

    /// How it was decided, as the file has it.
    #[must_use]
    pub fn source_vote(&self) -> Option<&Located<Vote>> {
        self.vote.as_ref()
    }

    /// Its number, as the file has it.
    #[must_use]
    pub fn source_number(&self) -> Option<&Located<Arc<str>>> {
        self.number.as_ref()
    }

    /// Its facts alone.
    pub(super) fn without_words(self) -> Self {
        Self { tree: Tree::default(), text: Arc::default(), ..self }
    }

    /// A fact as the file has it, be it for editors only.
    #[must_use]
    pub fn source_attribute(&self, name: &str) -> Option<&FieldValue> {
        self.attributes.iter().find(|(known, _)| **known == *name).map(|(_, value)| &value.value)
    }
}

/// The message on an attribute of the base type that the type of the site lacks.
fn not_there(name: &str, why: &WhyAbsent) -> Diagnostic {
    let message = message!("attribute-not-here", name = name, reason = why.reason());
    Diagnostic::error(Code::OutcomeInvalid, message).help(why.remedy())
}

/// Attributes by the fields that the type declares for outcomes. `span` places a range of the block in the file.
pub(super) fn typed(
    read: &Attributes<'_>,
    fields: &[Field],
    context: &ValueContext<'_>,
    span: &dyn Fn(Range<usize>) -> Span,
    diagnostics: &mut Diagnostics,
) -> Vec<(Arc<str>, Located<FieldValue>)> {
    let mut values: Vec<(Arc<str>, Located<FieldValue>)> = Vec::new();
    let mut found = Diagnostics::default();
    let known = || fields.iter().map(|field| &*field.name);
    let told = spaced::tell(read, fields, span, diagnostics);
    for (token, range) in read.wrong.iter().filter(|(_, range)| !told.contains(&range.start)) {
        let message = message!("attribute-none", token = *token);
        let diagnostic = Diagnostic::error(Code::OutcomeInvalid, message).at(span(range.clone()));
        diagnostics.push(diagnostic.help(message!("attribute-none-help")));
    }
    let own = |key: &str| fields.iter().any(|field| *field.name == *key);
    // Votes and numbers are read apart, but where the type has fields of those names.
    let ballot = |key: &str| (VOTE_KEYS.contains(&key) || key == NUMBER_KEY) && !own(key);
    let pairs = read.pairs.iter().filter(|(_, _, range)| !told.contains(&range.start));
    for (key, value, range) in pairs.filter(|(key, ..)| !ballot(key)) {
        let at = span(range.clone());
        let Some(field) = fields.iter().find(|field| *field.name == **key) else {
            let absent = context.absent.iter().find(|field| field.of_outcomes && *field.name == **key);
            let wrong = absent.map(|field| not_there(key, &field.why));
            let message = message!("attribute-unknown", name = *key);
            let wrong = wrong.unwrap_or_else(|| match called(fields, key) {
                Some(field) => {
                    let help = message!("did-you-mean", name = &*field.name);
                    let key_at = span(range.start..range.start + key.len());
                    let fix = Fix::new(message!("write", text = &*field.name), key_at, field.name.to_string());
                    Diagnostic::error(Code::OutcomeInvalid, message).help(help).fix(fix)
                }
                None => Diagnostic::error(Code::OutcomeInvalid, message).suggest(key, known()),
            });
            diagnostics.push(wrong.at(at));
            continue;
        };
        if values.iter().any(|(name, _)| *name == field.name) {
            let message = message!("attribute-twice", key = *key);
            diagnostics.push(Diagnostic::error(Code::OutcomeInvalid, message).at(at).help(message!("keep-one")));
            continue;
        }
        // `city=""` says that it has none, where it would inherit one.
        if value.trim().is_empty() && field.inherited().is_some() {
            values.push((Arc::clone(&field.name), Located { value: FieldValue::List(Vec::new()), span: at }));
            continue;
        }
        // What is empty is shown by its key.
        let of_value = span(range.start + key.len() + 1..range.end);
        let of_value = if value.is_empty() { at.clone() } else { of_value };
        let node = split_attribute(field, value, &of_value);
        if let Some(read) = read_value(field, &node, context, &mut found) {
            values.push((Arc::clone(&field.name), Located { value: read, span: at }));
        }
    }
    let value = |name: &str| values.iter().find(|(known, _)| **known == *name).map(|(_, value)| value);
    reversed(fields, |name| value(name).map(|value| (&value.value, value.span.clone())), &mut found);
    diagnostics.extend(found.items().iter().cloned().map(|d| Diagnostic { code: Code::OutcomeInvalid, ..d }));
    values
}

/// Tells a state that outcomes of a kind do not know, at its value.
pub(super) fn known_state(
    kind: &OutcomeKind,
    fields: &[Field],
    values: &[(Arc<str>, Located<FieldValue>)],
    diagnostics: &mut Diagnostics,
) {
    let Some(field) = fields.iter().find(|field| !field.states().is_empty()) else { return };
    let said = values.iter().find(|(name, _)| *name == field.name).map(|(_, value)| value);
    let Some((FieldValue::Choice(choice), at)) = said.map(|said| (&said.value, &said.span)) else { return };
    if kind.may_be(choice) {
        return;
    }
    let known: Vec<&str> = kind.states.iter().map(|state| &**state).collect();
    let message = message!("state-unknown", state = &**choice, kind = &*kind.name);
    let help = message!("state-unknown-help", states = known.as_slice());
    diagnostics.push(Diagnostic::error(Code::OutcomeInvalid, message).at(at.clone()).help(help));
}

/// Bytes of the box that a text starts with, however it is written, where it says how far something is.
pub(super) fn box_length(text: &str) -> Option<usize> {
    stray::box_sign(text).filter(|sign| sign.done.is_some()).map(|sign| sign.length)
}

/// The vote on an outcome and its number.
#[derive(Default)]
pub(super) struct Ballot {
    pub(super) vote: Option<Located<Vote>>,
    pub(super) number: Option<Located<Arc<str>>>,
}

/// Reads the vote and the number of an outcome of that kind.
pub(super) fn ballot(
    read: &Attributes<'_>,
    kind: &OutcomeKind,
    fields: &[Field],
    span: &dyn Fn(Range<usize>) -> Span,
    diagnostics: &mut Diagnostics,
) -> Ballot {
    let own = |key: &str| fields.iter().any(|field| *field.name == *key);
    let mut reader = BallotReader { kind, span, told: diagnostics };
    let vote = if VOTE_KEYS.iter().any(|key| own(key)) { None } else { reader.vote(read) };
    let number = if own(NUMBER_KEY) { None } else { reader.number(read) };
    Ballot { vote, number }
}

/// What is wrong with an id, and what to do.
pub(super) struct WrongId {
    pub(super) message: Message,
    pub(super) help: Message,
    /// The id to write, where that is sure.
    pub(super) right: Option<String>,
}

/// Ids become addresses: letters of any script, digits, `-`, `.` and `_`.
pub(super) fn wrong_id(id: &str) -> Option<WrongId> {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '_');
    if id.chars().all(fits) && id.chars().any(char::is_alphanumeric) {
        return None;
    }
    let clean: String = id.chars().map(|c| if fits(c) { c } else { '-' }).collect();
    let proposal = match clean.trim_matches('-') {
        "" => "a1",
        clean => clean,
    };
    let write = message!("write", text = format!("#{proposal}"));
    let is_number = id.contains('/');
    let help = if is_number { message!("both", first = write, second = message!("id-number", id = id)) } else { write };
    let right = (!is_number).then(|| proposal.to_owned());
    Some(WrongId { message: message!("id-invalid", id = id), help, right })
}

/// The value of a field that a cell says, where it says one. What it says else is told as a warning: the row stays an
/// outcome without it.
pub(super) fn cell_value(
    field: &Field,
    words: &str,
    at: &Span,
    context: &ValueContext<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<FieldValue> {
    if !words.chars().any(|c| c.is_alphanumeric() || c == '?') {
        return None;
    }
    let words = match &field.kind {
        Kind::Choice(choices) => choice_of(choices, words),
        Kind::Refs(_) | Kind::List(_) => words.replace(" / ", ", ").replace(';', ","),
        _ => words.to_owned(),
    };
    let mut found = Diagnostics::default();
    let node = split_attribute(field, &words, at);
    let value = read_value(field, &node, context, &mut found);
    for wrong in found.items().iter().cloned() {
        let help = wrong.help.clone().unwrap_or_else(|| message!("cell-help"));
        diagnostics.push(Diagnostic::warning(Code::OutcomeCell, wrong.message).at(at.clone()).help(help));
    }
    value.filter(|_| found.items().is_empty())
}

/// The field that is called so in any language.
fn called<'f>(fields: &'f [Field], word: &str) -> Option<&'f Field> {
    let folded = words::folded(word);
    let labels = |field: &Field| field.label.iter().any(|(_, label)| words::folded(label) == folded);
    let synonyms = |field: &Field| field.synonyms.values().flatten().any(|word| words::folded(word) == folded);
    fields.iter().find(|field| words::folded(&field.name) == folded || labels(field) || synonyms(field))
}

/// The choice that a cell names by its label in any language, or by a box.
fn choice_of(choices: &[(Arc<str>, LocalizedText)], words: &str) -> String {
    let folded = words::folded(words);
    let labels = |label: &LocalizedText| label.iter().any(|(_, label)| words::folded(label) == folded);
    let found = choices.iter().find(|(id, label)| words::folded(id) == folded || labels(label));
    found.map_or_else(|| words.to_owned(), |(id, _)| id.to_string())
}
