//! What an editor meant for the mark, the box or the item of an outcome, and what the Markdown library takes for words.
//! Knows nothing of which blocks are outcomes.

use std::ops::Range;

use super::find::{MarkedLeaf, OutcomeFinder};
use super::leaf::{Leaf, LeafKind, LeafMark, is_escaped};
use super::mark::{self, Attributes, Braces};
use super::misplaced::{Mend, Misplaced};
use crate::diagnostic::Code;
use crate::message;

/// Signs of lists that word processors write, and that start nothing else.
const BULLETS: &[char] = &['•', '●', '○', '▪', '▫', '■', '□', '‣', '◦', '⁃', '\u{f0b7}', '\u{f0a7}', '\u{f0d8}'];

/// Signs that start a line of a list for some, and of something else for others.
const DASHES: &[char] = &['·', '–', '—', '−', '‐', '‑', '→', '➢', '➤', '►', '▶', '➔'];

/// What stands around a mark, in the place of `{` and `}`.
const OPENING: &[char] = &['{', '(', '[', '<', '｛', '（', '［'];
const CLOSING: &[char] = &['}', ')', ']', '>', '｝', '）', '］'];

/// Characters of the longest word that may be a class without its sign.
const LONGEST: usize = 60;

/// The marks in a part of the text, whatever stands around them.
pub(super) fn marks_in(text: &str, range: Range<usize>) -> Vec<(Attributes<'_>, Range<usize>)> {
    let part = &text[range.clone()];
    let open = part.match_indices('{').map(|(at, _)| at);
    let marks = open.filter_map(|at| match mark::braces(&text[range.start + at..]) {
        Braces::Mark(length) => Some(range.start + at..range.start + at + length),
        Braces::Open | Braces::Text(_) => None,
    });
    marks.map(|place| (mark::attributes(&text[place.clone()], place.start), place)).collect()
}

/// Tells what stands in a block and is nothing. `in_section` says whether outcomes are written here, `marked` whether the
/// block has marks. Whether something was told that explains why the block is no outcome.
pub(super) fn look(finder: &mut OutcomeFinder<'_, '_>, leaf: &Leaf, in_section: bool, marked: bool) -> bool {
    classes(finder, leaf);
    if in_section && !marked && leaf.kind != LeafKind::Heading {
        ids(finder, leaf);
    }
    let expected = in_section || marked;
    let spaced = spaces(finder, leaf, expected && leaf.kind == LeafKind::Paragraph);
    leaf.kind == LeafKind::Paragraph && (lines(finder, leaf, expected) || spaced) && expected
}

/// `{decisions}`, `(.decisions)`, `{: .decisions}`: a class that lacks its sign or its braces. In a heading, what is meant
/// counts for what stands below.
fn classes(finder: &mut OutcomeFinder<'_, '_>, leaf: &Leaf) {
    let text = finder.text;
    let block = &text[leaf.range.clone()];
    for (at, sign) in block.char_indices().filter(|(_, c)| OPENING.contains(c)) {
        let at = leaf.range.start + at;
        if is_escaped(text, at) || !leaf.is_text(at) {
            continue;
        }
        let inner = &text[at + sign.len_utf8()..leaf.range.end];
        let limit = inner.char_indices().nth(LONGEST).map_or(inner.len(), |(at, _)| at);
        let Some(end) = inner[..limit].find(CLOSING) else { continue };
        let close = inner[end..].chars().next().map_or(0, char::len_utf8);
        let word = inner[..end].trim();
        let bare = word.trim_start_matches(':').trim();
        let class = bare.strip_prefix(['.', '#']).unwrap_or(bare);
        let dotted = word.len() > class.len();
        if class.is_empty() || !class.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ')) {
            continue;
        }
        let is_mark =
            sign == '{' && bare.starts_with(['.', '#']) && !word.starts_with(':') && &inner[end..end + close] == "}";
        let wanted = dotted || matches!(sign, '{' | '｛');
        let Some(meant) = finder.rules.meant(class).filter(|_| wanted && !is_mark) else { continue };
        let range = at..at + sign.len_utf8() + end + close;
        finder.class_meant(range, &meant.class);
        if leaf.kind == LeafKind::Heading {
            finder.meant_section(meant.kind, &leaf.range);
        }
    }
    if leaf.kind == LeafKind::Heading {
        bare_class(finder, leaf);
    }
}

/// `.decisions` as the last word of a heading, without braces.
fn bare_class(finder: &mut OutcomeFinder<'_, '_>, leaf: &Leaf) {
    let text = finder.text;
    let words = text[leaf.range.clone()].trim_end();
    let start = words.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let word = words.get(start..).unwrap_or_default();
    let at = leaf.range.start + start;
    if start == 0 || !word.starts_with('.') || !leaf.is_text(at) {
        return;
    }
    if let Some(meant) = finder.rules.meant(word) {
        finder.class_meant(at..at + word.len(), &meant.class);
        finder.meant_section(meant.kind, &leaf.range);
    }
}

/// `(#d1 topic=x)`, `{# d1}`, `{d1}`, `#d1`: an id that lacks its sign or its braces, where outcomes are written.
fn ids(finder: &mut OutcomeFinder<'_, '_>, leaf: &Leaf) {
    let text = finder.text;
    let block = text[leaf.range.clone()].trim_end().trim_end_matches(['.', ',', ';']);
    let open = block.char_indices().rev().find(|(at, c)| OPENING.contains(c) && leaf.is_text(leaf.range.start + at));
    let closed = block.ends_with(CLOSING);
    let (start, inner) = match open.filter(|_| closed) {
        Some((at, sign)) => (at, &block[at + sign.len_utf8()..]),
        None => {
            let at = block.rfind(char::is_whitespace).map_or(0, |at| at + 1);
            let Some(word) = block.get(at..).filter(|word| word.starts_with('#')) else { return };
            (at, word)
        }
    };
    let braces = block[start..].starts_with(['{', '｛']);
    let inner = inner.trim_end_matches(CLOSING).trim();
    let signed = inner.strip_prefix(['#', '＃']);
    let mut tokens = signed.unwrap_or(inner).split_whitespace();
    let id = tokens.next().unwrap_or_default().trim_end_matches([',', ';']);
    let facts: Vec<&str> = tokens.collect();
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    let named = id.starts_with(char::is_alphabetic) && id.chars().all(fits);
    let short = id.len() <= 12 && id.ends_with(|c: char| c.is_ascii_digit());
    let counts = signed.is_some() && (closed || short) || braces && short;
    let escaped = is_escaped(text, leaf.range.start + start);
    if !named || !counts || escaped || !facts.iter().all(|fact| fact.contains(['=', ':'])) {
        return;
    }
    let written = std::iter::once(format!("#{id}")).chain(facts.iter().map(|fact| (*fact).to_owned()));
    let written = format!("{{{}}}", written.collect::<Vec<_>>().join(" "));
    let range = leaf.range.start + start..leaf.range.start + block.len();
    let message = message!("mark-none", mark = &text[range.clone()]);
    let help = message!("write-braces", text = &*written);
    finder.misplace_with(range.clone(), message, help, vec![Mend { range, text: written }]);
}

/// Lines that look like items of a list and are none, once for a paragraph.
fn lines(finder: &mut OutcomeFinder<'_, '_>, leaf: &Leaf, expected: bool) -> bool {
    let (text, mut at) = (finder.text, leaf.range.start);
    let mut first: Option<(Range<usize>, MeantItem)> = None;
    let (mut mend, mut sure) = (Vec::new(), expected);
    for line in text[leaf.range.clone()].split_inclusive('\n') {
        let start = at + line.len() - line.trim_start_matches([' ', '\t', '>']).len();
        let words = line.trim_start_matches([' ', '\t', '>']).trim_end();
        at += line.len();
        let Some(item) = item(words, expected).filter(|_| leaf.is_text(start)) else { continue };
        sure |= item.sure || !mend.is_empty();
        mend.push(Mend { range: start..start + item.length, text: item.right.clone() });
        first.get_or_insert((start..start + words.len(), item));
    }
    let Some((range, item)) = first.filter(|_| sure && finder.found.misplaced.len() < super::MOST_TOLD) else {
        return false;
    };
    finder.found.misplaced.push(Misplaced {
        code: if expected { Code::OutcomeUnread } else { Code::MarkupShown },
        range,
        message: message!("line-no-item", sign = item.wrong),
        help: message!("line-no-item-help", sign = item.right),
        mend,
    });
    true
}

/// Lines of a list whose first spaces are none for Markdown, such as those that keep words together (U+00A0).
fn spaces(finder: &mut OutcomeFinder<'_, '_>, leaf: &Leaf, expected: bool) -> bool {
    let (text, mut at) = (finder.text, leaf.range.start);
    let (mut mend, mut first) = (Vec::new(), None);
    for line in text[leaf.range.clone()].split_inclusive('\n') {
        let words = line.trim_start_matches(|c: char| c.is_whitespace() && c != '\n');
        let range = at..at + line.len() - words.len();
        at += line.len();
        let run = &text[range.clone()];
        if run.is_ascii() || !starts_item(words) || !leaf.is_text(range.end) {
            continue;
        }
        let spaces = run.chars().count().max(2);
        first.get_or_insert(range.start..range.end + words.trim_end().len());
        mend.push(Mend { range, text: " ".repeat(spaces) });
    }
    let Some(range) = first.filter(|_| finder.found.misplaced.len() < super::MOST_TOLD) else { return false };
    let (message, help) = (message!("spaces-unknown"), message!("spaces-unknown-help"));
    let code = if expected { Code::OutcomeUnread } else { Code::MarkupShown };
    finder.found.misplaced.push(Misplaced { code, range, message, help, mend });
    true
}

/// Whether a line starts with the sign of a list and a space.
fn starts_item(line: &str) -> bool {
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = match line.strip_prefix(['-', '*', '+', '•']) {
        Some(behind) => Some(behind),
        None if digits.len() < line.len() => digits.strip_prefix(['.', ')']),
        None => None,
    };
    behind.is_some_and(|behind| behind.starts_with(char::is_whitespace))
}

/// How a line starts that was meant for an item.
struct MeantItem {
    wrong: String,
    /// Bytes of what stands there in the place of the sign of a list.
    length: usize,
    /// What to start it with.
    right: String,
    /// Whether one such line says enough.
    sure: bool,
}

impl MeantItem {
    fn new(line: &str, wrong: &str, length: usize, right: &str) -> Self {
        let spaces = line[length..].len() - line[length..].trim_start().len();
        Self { wrong: wrong.to_owned(), length: length + spaces, right: right.to_owned(), sure: false }
    }

    fn sure(self, sure: bool) -> Self {
        Self { sure, ..self }
    }
}

fn item(line: &str, expected: bool) -> Option<MeantItem> {
    let meant = |wrong: &str, length, right: &str, sure| Some(MeantItem::new(line, wrong, length, right).sure(sure));
    let mut letters = line.chars();
    let (first, second) = (letters.next()?, letters.next()?);
    let length = first.len_utf8();
    let sign = &line[..length];
    match first {
        _ if BULLETS.contains(&first) && (second.is_whitespace() || second.is_alphanumeric()) => {
            return meant(sign, length, "- ", true);
        }
        _ if DASHES.contains(&first) && second.is_whitespace() => return meant(sign, length, "- ", false),
        '-' | '*' | '+' if second == '[' => return meant(&line[..2], 1, "- ", expected),
        '-' | '*' | '+' if second.is_alphabetic() => return meant(&line[..=second.len_utf8()], 1, "- ", false),
        '-' | '*' | '+' if second.is_whitespace() && !second.is_ascii() => return meant(sign, 1, "- ", true),
        'o' if second == '\t' => return meant("o", 1, "- ", true),
        'o' if second == ' ' && expected && letters.next().is_some_and(char::is_uppercase) => {
            return meant("o", 1, "- ", false);
        }
        'a'..='z' if expected && matches!(second, '.' | ')') && line[2..].starts_with(char::is_whitespace) => {
            return meant(&line[..2], 2, "- ", false);
        }
        _ => {}
    }
    let round = line.strip_prefix('(').unwrap_or(line);
    let rest = round.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = &round[..round.len() - rest.len()];
    let behind = if round.len() < line.len() { rest.strip_prefix(')')? } else { rest.strip_prefix([')', '.'])? };
    let length = line.len() - behind.len();
    let next = behind.chars().next()?;
    let follows = if round.len() < line.len() { next.is_whitespace() } else { next.is_alphabetic() };
    ((1..4).contains(&number.len()) && follows).then_some(())?;
    meant(&line[..length], length, &format!("{number}. "), false)
}

/// The change that mends a mark that nothing reads, where it is sure.
pub(super) fn mend_of(text: &str, leaf: &Leaf, mark: &LeafMark) -> Vec<Mend> {
    let Range { start, end } = mark.range;
    let own = &text[start..end];
    let (before, behind) = (&text[leaf.range.start..start], &text[end..leaf.range.end.max(end)]);
    if !mark.closed {
        let words = own.trim_end().trim_end_matches([')', ']', '>']);
        let read = mark::attributes(words, start);
        let sure = behind.trim().is_empty() && read.wrong.is_empty() && !words.contains('\n');
        return if sure {
            vec![Mend { range: start..start + own.trim_end().len(), text: format!("{words}}}") }]
        } else {
            Vec::new()
        };
    }
    if leaf.kind != LeafKind::Heading || mark.in_link {
        return Vec::new();
    }
    if before.ends_with('{') && behind.starts_with('}') {
        return vec![Mend { range: start - 1..end + 1, text: own.to_owned() }];
    }
    let blank = before.len() - before.trim_end().len();
    let words = text[leaf.range.start..leaf.range.end.max(end)].trim_end();
    let last = leaf.range.start + words.len();
    vec![Mend { range: start - blank..end, text: String::new() }, Mend { range: last..last, text: format!(" {own}") }]
}

/// Tells a sign behind a mark, where one stands before it already: readers see both.
pub(super) fn behind_mark(finder: &mut OutcomeFinder<'_, '_>, leaf: &MarkedLeaf, mark: &Range<usize>) {
    let text = finder.text;
    let signs = ['.', ',', ';', ':', '!', '?'];
    let behind = text[mark.end..leaf.range.end.max(mark.end)].trim_end();
    let before = text[leaf.range.start.min(mark.start)..mark.start].trim_end();
    if behind.is_empty() || !before.ends_with(signs) || !behind.chars().all(|c| signs.contains(&c)) {
        return;
    }
    let range = mark.end..mark.end + behind.len();
    finder.found.misplaced.push(Misplaced {
        code: Code::MarkupShown,
        range: range.clone(),
        message: message!("behind-mark", sign = behind),
        help: message!("behind-mark-help"),
        mend: vec![Mend { range, text: String::new() }],
    });
}

/// Tells marks in a block of code that is one by its first spaces alone, where outcomes are written.
pub(super) fn indented(finder: &mut OutcomeFinder<'_, '_>, range: &Range<usize>) {
    let expected = finder.open.iter().any(|container| container.section.is_some());
    if let Some((_, place)) = marks_in(finder.text, range.clone()).into_iter().next().filter(|_| expected) {
        finder.misplace(place, message!("mark-in-indented"), message!("mark-in-indented-help"));
    }
}

impl OutcomeFinder<'_, '_> {
    /// Tells words that were meant to name a class.
    fn class_meant(&mut self, range: Range<usize>, class: &str) {
        let message = message!("mark-none", mark = &self.text[range.clone()]);
        let mend = vec![Mend { range: range.clone(), text: format!("{{.{class}}}") }];
        self.misplace_with(range, message, message!("kind-did-you-mean", class = class), mend);
    }
}

/// A box at the start of an outcome: where it ends, and whether it is done; nothing where its sign says neither.
pub(super) struct BoxSign {
    pub(super) length: usize,
    pub(super) done: Option<bool>,
}

/// The box that a text starts with, where the library sees none.
pub(super) fn box_sign(text: &str) -> Option<BoxSign> {
    let first = text.chars().next()?;
    let sign = match first {
        '☐' => Some(false),
        '☑' | '☒' | '✓' | '✔' | '✅' => Some(true),
        '✗' | '✘' | '❌' => None,
        '[' => return brackets(text),
        _ => return None,
    };
    // A sign may be followed by one that chooses between a picture and a letter (Unicode TR 51).
    let rest = text[first.len_utf8()..].trim_start_matches(['\u{fe0e}', '\u{fe0f}']);
    Some(BoxSign { length: text.len() - rest.len(), done: sign })
}

fn brackets(text: &str) -> Option<BoxSign> {
    let end = text.find(']').filter(|end| *end < 8)?;
    let behind = &text[end + 1..];
    if behind.starts_with(['(', '[', ':']) {
        return None;
    }
    let inner = text[1..end].trim();
    let done = match inner {
        "" => Some(false),
        "x" | "X" | "v" | "V" | "✓" | "✔" | "☑" | "✔\u{fe0f}" => Some(true),
        "-" | "~" | "/" | "?" | "!" | "." | "*" | "o" | "O" | "+" | ">" | "<" | "✗" | "✘" | "0" | "_" | "…" => {
            None
        }
        _ => return None,
    };
    Some(BoxSign { length: end + 1, done })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_are_read_however_they_are_written() {
        let read = |text: &str| box_sign(text).map(|sign| (sign.length, sign.done));
        for open in ["[] x", "[ ]x", "[  ] x"] {
            assert_eq!(read(open), Some((open.find(']').map_or(0, |at| at + 1), Some(false))), "{open}");
        }
        for done in ["[v] x", "[V] x", "[✓] x", "[X]x"] {
            assert_eq!(read(done), Some((done.find(']').map_or(0, |at| at + 1), Some(true))), "{done}");
        }
        assert_eq!(read("☐ x"), Some((3, Some(false))));
        assert_eq!(read("✔️ x"), Some((6, Some(true))));
        assert_eq!(read("[-] x"), Some((3, None)));
        for words in ["[1] x", "[x](y)", "[naam] x", "x", ""] {
            assert_eq!(read(words), None, "{words}");
        }
    }

    #[test]
    fn lines_that_were_meant_for_items_are_known() {
        for line in ["• x", "•\tx", "– x", "-[ ] x", "-x", "*x", "1)x", "12.x"] {
            assert!(item(line, true).is_some(), "{line}");
        }
        for line in ["x", "-", "--- x", "1.5 x", "2027", "a–b", "**x**", "1) x"] {
            assert!(item(line, true).is_none(), "{line}");
        }
    }
}
