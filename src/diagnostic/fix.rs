//! What would mend a diagnostic, as changes of files. Knows nothing of who applies them.

use super::{Message, Span};

/// One way to mend what is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as a command: "write `title`".
    pub title: Message,
    /// The changes, all or none of them; they do not overlap.
    pub edits: Vec<Edit>,
}

/// A change of a file: other bytes in the place of some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; an empty range is a place to insert at.
    pub span: Span,
    /// What stands there then.
    pub text: String,
}

impl Fix {
    /// A fix that changes one place.
    #[must_use]
    pub fn new(title: Message, span: Span, text: impl Into<String>) -> Self {
        Self { title, edits: vec![Edit { span, text: text.into() }] }
    }
}
