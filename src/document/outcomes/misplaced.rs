//! What an editor meant for an outcome and that is none, and what would mend it. Knows nothing of how it is found.

use std::ops::Range;

use super::find::OutcomeFinder;
use crate::diagnostic::{Code, Message};

/// Something that an editor meant for an outcome and that is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::document) struct Misplaced {
    pub(in crate::document) code: Code,
    pub(in crate::document) range: Range<usize>,
    pub(in crate::document) message: Message,
    pub(in crate::document) help: Message,
    /// The changes that would mend it, together.
    pub(in crate::document) mend: Vec<Mend>,
}

/// Other words in the place of a part of the text that was parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::document) struct Mend {
    pub(in crate::document) range: Range<usize>,
    pub(in crate::document) text: String,
}

impl OutcomeFinder<'_, '_> {
    /// Tells a mark that nothing reads.
    pub(super) fn misplace(&mut self, range: Range<usize>, message: Message, help: Message) {
        self.misplace_with(range, message, help, Vec::new());
    }

    /// The same, with the changes that would mend it.
    pub(super) fn misplace_with(&mut self, range: Range<usize>, message: Message, help: Message, mend: Vec<Mend>) {
        // One that is told stops the build; ten thousand help nobody.
        if self.found.misplaced.len() >= super::MOST_TOLD {
            return;
        }
        // What stands in something that was told has the same cause.
        if self.found.misplaced.iter().rev().take(3).any(|told| told.range.contains(&range.start)) {
            return;
        }
        self.found.misplaced.push(Misplaced { code: Code::OutcomeUnread, range, message, help, mend });
    }
}
