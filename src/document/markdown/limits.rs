//! How much a text may hold. Knows nothing of what it says.

use super::Writer;
use crate::diagnostic::{Code, Message};
use crate::message;

/// How deep blocks may stand in each other: seven lists. A print is laid out by a program that gives up at a little more.
const DEEPEST: usize = 16;

/// Parts of a text: paragraphs, headings, items, cells, links and others. Each costs a print some 17 kB of memory while
/// it is made; the longest reports have half as many.
const MOST_PARTS: usize = 25_000;

/// Outcomes of a text. Each stands in several pages, registers and prints of every language.
const MOST_OUTCOMES: usize = 500;

impl Writer<'_, '_> {
    /// What is too much here: the rest of the text is not read.
    pub(super) fn excess(&self, parts: usize, outcomes: usize) -> Option<(Code, Message)> {
        if self.depth + self.frames.len() > DEEPEST {
            return Some((Code::TextTooDeep, message!("text-too-deep", most = DEEPEST)));
        }
        let large = |message: Message| Some((Code::TextTooLarge, message));
        match () {
            () if parts > MOST_PARTS => large(message!("text-too-many-parts", most = MOST_PARTS)),
            () if outcomes > MOST_OUTCOMES => large(message!("text-too-many-outcomes", most = MOST_OUTCOMES)),
            () => None,
        }
    }
}
