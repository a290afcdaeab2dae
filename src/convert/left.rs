//! What a document has and a text does not get: gathered with where it stood, each kind once. Knows nothing of formats.

use crate::diagnostic::Message;
use crate::lang;
use crate::message;

/// Kinds that are told; a document with more of them is a hostile one.
const MOST_KINDS: usize = 60;

/// Places that are named of each kind.
const MOST_PLACES: usize = 5;

/// Characters of the words that name a place.
const PLACE: usize = 50;

/// Words that were taken out or put in while the changes were tracked.
pub(super) const CHANGES: Message = message!("left-changes");
/// Remarks in the margin.
pub(super) const COMMENTS: Message = message!("left-comments");

/// What was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// In words: "equations (their words are kept)".
    pub what: Message,
    /// How many.
    pub count: usize,
    /// Where the first of them stood: the heading above and the first words of the paragraph.
    pub places: Vec<Message>,
}

/// All that is left out, while a document is read.
#[derive(Debug, Default)]
pub(super) struct LeftOuts {
    found: Vec<LeftOut>,
    /// What stands in a paragraph that is being read.
    pending: Vec<Message>,
    heading: String,
}

impl LeftOuts {
    /// Something in the paragraph that is being read.
    pub(super) fn add(&mut self, what: Message) {
        // A paragraph that holds thousands of them is told as one place all the same.
        self.pending.push(what);
    }

    /// Something of the document as a whole.
    pub(super) fn add_whole(&mut self, what: Message) {
        self.count(what, None);
    }

    /// A paragraph ends, with these words.
    pub(super) fn settle(&mut self, words: &str) {
        if self.pending.is_empty() {
            return;
        }
        let words = lang::truncate(words.trim(), PLACE);
        let place = match (self.heading.as_str(), words.as_str()) {
            ("", "") => message!("at-the-start"),
            ("", words) => message!("place-words", words = words),
            (heading, "") => message!("place-below", heading = heading),
            (heading, words) => message!("place-below-words", heading = heading, words = words),
        };
        for what in std::mem::take(&mut self.pending) {
            self.count(what, Some(&place));
        }
    }

    /// What follows stands below this heading.
    pub(super) fn below(&mut self, heading: &str) {
        self.heading = lang::truncate(heading.trim(), PLACE);
    }

    fn count(&mut self, what: Message, place: Option<&Message>) {
        let known = self.found.iter().position(|known| known.what == what);
        if known.is_none() && self.found.len() >= MOST_KINDS {
            return;
        }
        let at = known.unwrap_or(self.found.len());
        if known.is_none() {
            self.found.push(LeftOut { what, count: 0, places: Vec::new() });
        }
        let found = &mut self.found[at];
        found.count += 1;
        if let Some(place) = place
            && found.places.len() < MOST_PLACES
            && found.places.last().is_none_or(|last| last != place)
        {
            found.places.push(place.clone());
        }
    }

    /// Whatever was found of a kind, which is then no longer among the rest.
    pub(super) fn take(&mut self, what: &Message) -> Option<LeftOut> {
        self.settle("");
        let at = self.found.iter().position(|known| known.what == *what)?;
        Some(self.found.remove(at))
    }

    /// All, in the order in which they were met.
    pub(super) fn finish(mut self) -> Vec<LeftOut> {
        self.settle("");
        self.found
    }
}
