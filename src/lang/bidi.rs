//! Characters that nobody sees and that make a text look like another one: controls of direction (Unicode UTS 55,
//! "Trojan Source"), and letters that were pasted from a page. Knows nothing of files and of what a text means.

use std::ops::Range;

/// What is wrong with a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// It turns the order of what follows, over the end of what it belongs to.
    Turns,
    /// It isolates a text and is not closed on its line, or closes nothing.
    Unbalanced,
    /// It shows nothing at all, and is no part of how a language is written.
    Invisible,
    /// A letter in one of the forms that only a drawn page has (Arabic presentation forms).
    Presentation,
}

/// Every such character with its place. Marks of direction (U+200E, U+200F, U+061C) and the joiners that Persian and
/// others are written with are fine.
#[must_use]
pub fn hidden(text: &str) -> Vec<(Range<usize>, Hidden)> {
    // Nearly every text has none of the bytes that these characters start with.
    if !text.bytes().any(|byte| matches!(byte, 0xE2 | 0xEF | 0xF3)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut open: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| *c == '\n' || !c.is_ascii()) {
        let place = at..at + c.len_utf8();
        match c {
            '\n' => found.extend(open.drain(..).map(|place| (place, Hidden::Unbalanced))),
            '\u{202A}'..='\u{202E}' => found.push((place, Hidden::Turns)),
            '\u{2066}'..='\u{2068}' => open.push(place),
            '\u{2069}' if open.pop().is_none() => found.push((place, Hidden::Unbalanced)),
            '\u{2028}' | '\u{2029}' | '\u{E0000}'..='\u{E007F}' => found.push((place, Hidden::Invisible)),
            '\u{FEFF}' if at > 0 => found.push((place, Hidden::Invisible)),
            c if is_presentation(c) => found.push((place, Hidden::Presentation)),
            _ => {}
        }
    }
    found.extend(open.into_iter().map(|place| (place, Hidden::Unbalanced)));
    found.sort_by_key(|(place, _)| place.start);
    found
}

/// Forms of Arabic letters by their place in a word; ornaments and whole phrases in the same blocks are used in texts.
pub(super) fn is_presentation(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FD3D}' | '\u{FD50}'..='\u{FDF1}' | '\u{FE70}'..='\u{FEFC}')
}
