//! Places in the text below the front matter: braces, destinations of links, and `:::` lines.

use std::ops::Range;

use super::{Spot, SpotKind, line_at};

/// Bytes of a line before a place that are looked at: no link or mark is longer, and a line of megabytes costs no more.
const NEAR: usize = 2_000;

/// What stands at a byte.
pub(super) fn spot(text: &str, at: usize) -> Option<Spot> {
    let line = line_at(text, at);
    let start = super::boundary(text, line.start.max(at.saturating_sub(NEAR)));
    component(text, &line, at).or_else(|| braces(text, start..line.end, at)).or_else(|| link(text, start..line.end, at))
}

/// The name behind `:::`.
fn component(text: &str, line: &Range<usize>, at: usize) -> Option<Spot> {
    let words = &text[line.clone()];
    let rest = words.trim_start().strip_prefix(":::")?.trim_start_matches(':').trim_start();
    let start = line.end - rest.len();
    let end = start + rest.find(char::is_whitespace).unwrap_or(rest.len());
    (at >= start && at <= end).then_some(Spot { word: start..end, kind: SpotKind::Component })
}

/// A place in the braces of an outcome or heading.
fn braces(text: &str, line: Range<usize>, at: usize) -> Option<Spot> {
    let before = &text[line.start..at];
    let open = line.start + before.rfind('{')? + 1;
    if text[open..at].contains('}') {
        return None;
    }
    let end = text[at..line.end].find(['}', '{']).map_or(line.end, |length| at + length);
    let is_open = |c: &char| *c == '"';
    // In quotes white space parts nothing.
    let mut start = open;
    let mut quotes = 0;
    for (offset, c) in text[open..at].char_indices() {
        quotes += usize::from(is_open(&c));
        if c.is_whitespace() && quotes % 2 == 0 {
            start = open + offset + c.len_utf8();
        }
    }
    let mut end_of_token = end;
    for (offset, c) in text[start..end].char_indices() {
        if start + offset >= at && c.is_whitespace() && quotes % 2 == 0 {
            end_of_token = start + offset;
            break;
        }
    }
    token(text, start..end_of_token, at)
}

/// A place in one word of the braces.
fn token(text: &str, token: Range<usize>, at: usize) -> Option<Spot> {
    let words = &text[token.clone()];
    if words.starts_with('.') {
        return (at > token.start).then_some(Spot { word: token.start + 1..token.end, kind: SpotKind::Class });
    }
    if words.starts_with('#') {
        return None;
    }
    let Some(sign) = words.find('=') else { return Some(Spot { word: token, kind: SpotKind::Attribute }) };
    let key = words[..sign].to_owned();
    if at <= token.start + sign {
        return Some(Spot { word: token.start..token.start + sign, kind: SpotKind::Attribute });
    }
    // Several values are parted by commas or semicolons.
    let value = token.start + sign + 1..token.end;
    let sep = |c: char| matches!(c, ',' | ';' | '"');
    let start = text[value.start..at].rfind(sep).map_or(value.start, |found| value.start + found + 1);
    let start = at - text[start..at].trim_start().len();
    let end = text[at..value.end].find(sep).map_or(value.end, |length| at + length);
    Some(Spot { word: start..end, kind: SpotKind::AttributeValue { key } })
}

/// Where a link leads, in brackets behind its words or behind the name of a definition.
fn link(text: &str, line: Range<usize>, at: usize) -> Option<Spot> {
    let before = &text[line.start..at];
    let (open, picture) = match before.rfind("](") {
        Some(found) => (line.start + found + 2, is_picture(&before[..found])),
        None => {
            let found = before.find("]: ").filter(|_| before.starts_with('[') && !before.starts_with("[^"))?;
            (line.start + found + 3, false)
        }
    };
    let open = if text[open..].starts_with('<') { open + 1 } else { open };
    if at < open || text[open..at].contains([')', '>', ' ']) {
        return None;
    }
    let end = text[at..line.end].find([')', '>', ' ', '"']).map_or(line.end, |length| at + length);
    Some(Spot { word: open..end, kind: SpotKind::Link { picture } })
}

/// Whether the bracket that closes behind some words was opened by `![`.
fn is_picture(words: &str) -> bool {
    let mut depth = 0_usize;
    for (at, c) in words.char_indices().rev() {
        match c {
            ']' => depth += 1,
            '[' if depth == 0 => return words[..at].ends_with('!'),
            '[' => depth -= 1,
            _ => {}
        }
    }
    false
}
