//! How much a text may hold. Knows nothing of what it says.

use super::Writer;
use crate::diagnostic::Code;

/// How deep blocks may stand in each other: seven lists. A print is laid out by a program that gives up at a little more.
const DEEPEST: usize = 16;

/// Parts of a text: paragraphs, headings, items, cells, links and others. Each costs a print some 17 kB of memory while
/// it is made; the longest reports have half as many.
const MOST_PARTS: usize = 25_000;

/// Outcomes of a text. Each stands in several pages, registers and prints of every language.
const MOST_OUTCOMES: usize = 500;

impl Writer<'_, '_> {
    /// What is too much here: the rest of the text is not read.
    pub(super) fn excess(&self, parts: usize, outcomes: usize) -> Option<(Code, String)> {
        if self.depth + self.frames.len() > DEEPEST {
            return Some((Code::TextTooDeep, format!("blocks stand more than {DEEPEST} deep in each other")));
        }
        let large = |what: &str| Some((Code::TextTooLarge, format!("from here on this text has more than {what}")));
        match () {
            () if parts > MOST_PARTS => large("25,000 paragraphs, items, cells, links and other parts"),
            () if outcomes > MOST_OUTCOMES => large("500 outcomes"),
            () => None,
        }
    }
}
