//! What stands at a place of a text, as far as its line and the lines around it tell: a text is half written most of the time,
//! and no reader of whole texts could say. Knows nothing of what names mean.

mod body;
mod front;
#[cfg(test)]
mod tests;

use std::ops::Range;

/// What stands at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// The word there, which an answer takes the place of; empty where none is written yet.
    pub(super) word: Range<usize>,
    /// What may stand there.
    pub(super) kind: SpotKind,
}

/// What may stand at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SpotKind {
    /// The key of a setting in the front matter, below some keys and beside others.
    Key {
        /// The keys above it, the outermost first.
        above: Vec<String>,
        /// The other keys of its map.
        beside: Vec<String>,
    },
    /// A value in the front matter.
    Value {
        /// Its keys, the outermost first.
        keys: Vec<String>,
    },
    /// In the front matter, where a line may become a key or a value: the field above it tells which.
    KeyOrValue {
        /// The keys above it, the outermost first.
        above: Vec<String>,
        /// The other keys of its map, if it is one.
        beside: Vec<String>,
    },
    /// A class in braces, behind its dot.
    Class,
    /// The key of an attribute in braces.
    Attribute,
    /// The value of an attribute in braces.
    AttributeValue {
        /// Its key.
        key: String,
    },
    /// Where a link leads.
    Link {
        /// Whether a picture is shown.
        picture: bool,
    },
    /// The name of a component behind `:::`.
    Component,
}

/// What stands at a byte of a text; `None` where nothing is known to fit.
pub(super) fn spot(text: &str, at: usize) -> Option<Spot> {
    let at = boundary(text, at);
    match front::lines(text) {
        Some(front) if front.contains(&at) || at == front.end => front::spot(text, &front, at),
        Some(front) if at < front.start => None,
        _ => body::spot(text, at),
    }
}

/// Where the text below the front matter starts.
pub(super) fn body_start(text: &str) -> usize {
    front::lines(text).map_or(0, |front| front.end)
}

/// The bytes of the line that holds a byte, without its end.
fn line_at(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    start..end
}

/// The nearest character boundary at or before a byte.
fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A range without the white space at its ends; one of nothing else is empty at `at`.
fn trimmed(text: &str, range: Range<usize>, at: usize) -> Range<usize> {
    let part = &text[range.clone()];
    let inner = part.trim();
    if inner.is_empty() {
        return at..at;
    }
    let start = range.start + part.len() - part.trim_start().len();
    start..start + inner.len()
}
