//! Numbers that a line from right to left would turn. Knows nothing of files and of what a text means.

use std::borrow::Cow;
use std::ops::Range;

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
