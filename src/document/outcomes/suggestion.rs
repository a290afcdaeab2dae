//! What may be meant for an outcome and has no mark, for editors and for the program that writes marks. Knows nothing of
//! how it is found.

use std::sync::Arc;

use crate::diagnostic::{Message, Span};
use crate::message;

/// A place where an outcome may be meant, or where one lacks its id. It is for editors only and reaches no output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeSuggestion {
    /// The name of its kind.
    pub kind: Arc<str>,
    /// Its first line.
    pub span: Span,
    /// Where its mark goes.
    pub insert: OutcomeInsertion,
    /// Why it looks like one.
    pub reason: SuggestionReason,
    /// Its first words, without markup of its own.
    pub text: Arc<str>,
    /// The byte of the file at which the words that open it end, where such words do.
    pub opening: Option<usize>,
    /// Where it is a row of a table, the fields that have a column there: the cells say them, be they empty.
    pub columns: Vec<Arc<str>>,
}

/// Where the mark of an outcome goes, and what is missing in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeInsertion {
    /// The byte of the file before which a new mark goes, with a space before it.
    pub at: usize,
    /// The mark that stands there already and only lacks something; `at` is where it starts.
    pub block: Option<Span>,
    /// Whether it has to name its kind.
    pub lacks_class: bool,
    /// Whether it has to have an id.
    pub lacks_id: bool,
}

/// Why something looks like an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuggestionReason {
    /// It is one, by its mark or by the heading above it, and has no id.
    MissingId,
    /// It starts with a word that opens one.
    Word,
    /// It is an item below a heading or bold line that is called as outcomes are.
    Item,
    /// It is a row of a table whose columns are those of outcomes.
    Row,
}

impl SuggestionReason {
    /// What to tell editors.
    #[must_use]
    pub fn told(self) -> Message {
        match self {
            Self::MissingId => message!("suggestion-no-id"),
            Self::Word => message!("suggestion-word"),
            Self::Item => message!("suggestion-item"),
            Self::Row => message!("suggestion-row"),
        }
    }
}
