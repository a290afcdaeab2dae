//! From places in a text to places in its file, for what is told of them. Knows nothing of what the text says.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Edit, Fix, Message, Span};
use crate::document::outcomes::Misplaced;

/// Where the text stands in its file.
pub(in crate::document) enum Origin {
    /// It starts at this byte.
    At(usize),
    /// It is the value of a setting; everything is told at the setting.
    Field(Range<usize>),
}

/// From bytes of the walked text to a place in the file.
pub(in crate::document) struct Placing<'a> {
    pub(super) file: &'a Arc<str>,
    pub(super) origin: Origin,
    /// Bytes of the walked text that are not in the file.
    pub(super) inserted: Vec<usize>,
}

impl Placing<'_> {
    /// What an editor meant for an outcome, as a diagnostic.
    pub(super) fn misplaced(&self, wrong: &Misplaced) -> Diagnostic {
        let told = Diagnostic::of(wrong.code, wrong.message.clone()).at(self.span(wrong.range.clone()));
        let told = told.help(wrong.help.clone());
        let edits = wrong.mend.iter().map(|mend| (mend.range.clone(), mend.text.clone()));
        self.fixed(told, wrong.help.clone(), edits.collect())
    }

    /// Adds the changes that would mend what is told. The value of a setting is written in YAML, where they fit no place.
    pub(super) fn fixed(&self, told: Diagnostic, title: Message, edits: Vec<(Range<usize>, String)>) -> Diagnostic {
        if edits.is_empty() || matches!(self.origin, Origin::Field(_)) {
            return told;
        }
        let edits = edits.into_iter().map(|(range, text)| Edit { span: self.span(range), text }).collect();
        told.fix(Fix { title, edits })
    }

    /// The very place of a part of the text, which a fix may change. `None` in a field, whose text is not written as it is read.
    pub(in crate::document) fn exact(&self, range: Range<usize>) -> Option<Span> {
        matches!(self.origin, Origin::At(_)).then(|| self.span(range))
    }

    /// The place of a part of the text; in a field, that of the whole field.
    pub(in crate::document) fn span(&self, range: Range<usize>) -> Span {
        match &self.origin {
            Origin::Field(range) => Span::new(self.file, range.clone()),
            Origin::At(start) => {
                let back = |at: usize| start + at - self.inserted.partition_point(|inserted| *inserted < at);
                Span::new(self.file, back(range.start)..back(range.end))
            }
        }
    }
}
