//! Characters that nobody sees and that make a text look like another one: controls of direction (Unicode UTS 55,
//! "Trojan Source"), letters that were pasted from a page, and numbers that a line from right to left would turn.
//! Knows nothing of files and of what a text means.

use std::borrow::Cow;
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

/// Numbers of several parts, such as `0800-0188`, `+31 6 1234 5678` or `2022–2024`, in a text that runs from right to
/// left. Behind Arabic letters their parts would change places (UAX 9, rules W2 to W7: a hyphen or a space joins no
/// Arabic numbers), and a reader would call another number. Parts with only spaces between them count as one number
/// when it starts like a telephone number.
#[must_use]
pub fn numbers(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let starts =
            bytes[at].is_ascii_digit() || (bytes[at] == b'+' && bytes.get(at + 1).is_some_and(u8::is_ascii_digit));
        let inside =
            at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || matches!(bytes[at - 1], b'-' | b'_' | b'.' | b'/'));
        if !starts || inside {
            at += 1;
            continue;
        }
        let (end, joined) = number(text, at);
        if (joined || bytes[at] == b'+') && !text[end..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            found.push(at..end);
        }
        at = end.max(at + 1);
    }
    found
}

/// The end of the number that starts here, and whether something joins its parts.
fn number(text: &str, start: usize) -> (usize, bool) {
    let telephone = text[start..].starts_with(['0', '+']);
    let (mut end, mut joined) = (start, false);
    let mut rest = text[start..].char_indices().peekable();
    let mut since = false;
    while let Some((at, c)) = rest.next() {
        match c {
            '0'..='9' => {
                end = start + at + 1;
                joined |= since;
                since = false;
            }
            '+' if at == 0 => {}
            '.' | ',' | ':' | '/' if rest.peek().is_some_and(|(_, c)| c.is_ascii_digit()) => {}
            '-' | '–' | '\u{2011}' if rest.peek().is_some_and(|(_, c)| c.is_ascii_digit()) => since = true,
            ' ' | '\u{a0}' | '(' | ')' if telephone => since = true,
            _ => break,
        }
    }
    (end, joined)
}

/// A plain text with its numbers isolated by LRI and PDI, for titles, attributes and feeds.
#[must_use]
pub fn isolate_numbers(text: &str) -> Cow<'_, str> {
    let numbers = numbers(text);
    if numbers.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + numbers.len() * 6);
    let mut done = 0;
    for number in numbers {
        out.push_str(&text[done..number.start]);
        out.push('\u{2066}');
        out.push_str(&text[number.clone()]);
        out.push('\u{2069}');
        done = number.end;
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

/// A plain text without isolates, for machines: it was written without them, or [`isolate_numbers`] set them.
#[must_use]
pub fn without_isolates(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect()
}
