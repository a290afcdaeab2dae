//! What an editor meant for the mark, the box or the item of an outcome, and what the Markdown library takes for words.
//! Knows nothing of which blocks are outcomes.

use std::ops::Range;

use super::find::{Misplaced, OutcomeFinder};
use super::leaf::{Leaf, LeafKind, is_escaped};
use super::mark::{self, Attributes, Braces};
use crate::diagnostic::Code;

/// What to do with a second mark.
pub(super) const SECOND: &str =
    "put all that it says into the first `{…}`; a second outcome is an item, paragraph or row of its own";

/// Signs of lists that word processors write.
const BULLETS: &[char] = &['•', '●', '○', '▪', '▫', '■', '□', '‣', '◦', '·', '–', '—', '\u{f0b7}', '\u{f0a7}'];

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

/// Tells what stands in a block and is nothing. `expected` says whether outcomes are written here. Whether something was
/// told that explains why the marks of the block are in vain.
pub(super) fn look(finder: &mut OutcomeFinder<'_, '_>, leaf: &Leaf, expected: bool) -> bool {
    classes(finder, leaf);
    expected && leaf.kind == LeafKind::Paragraph && lines(finder, leaf)
}

/// `{decisions}`, `(.decisions)`, `{: .decisions}`: a class that lacks its sign or its braces.
fn classes(finder: &mut OutcomeFinder<'_, '_>, leaf: &Leaf) {
    let text = finder.text;
    let block = &text[leaf.range.clone()];
    for (at, sign) in block.match_indices(['{', '(', '[']) {
        let at = leaf.range.start + at;
        if is_escaped(text, at) || !leaf.is_text(at) {
            continue;
        }
        let inner = &text[at + 1..leaf.range.end];
        let close = match sign {
            "{" => '}',
            "(" => ')',
            _ => ']',
        };
        let limit = inner.char_indices().nth(LONGEST).map_or(inner.len(), |(at, _)| at);
        let Some(end) = inner[..limit].find(close) else { continue };
        let word = inner[..end].trim();
        let bare = word.trim_start_matches(':').trim();
        let class = bare.strip_prefix(['.', '#']).unwrap_or(bare);
        let dotted = bare.len() > class.len();
        if class.is_empty() || !class.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ')) {
            continue;
        }
        let meant = match (sign, dotted || word.len() > bare.len()) {
            ("{", true) if word.starts_with(':') => finder.rules.near(class).or_else(|| finder.rules.exact(class)),
            ("{", false) => finder.rules.exact(class).or_else(|| finder.rules.near(class)),
            ("(" | "[", true) => finder.rules.exact(class).or_else(|| finder.rules.near(class)),
            _ => None,
        };
        if let Some(meant) = meant {
            let range = at..at + 1 + end + 1;
            let message = format!("`{}` is no mark of an outcome", &text[range.clone()]);
            finder.misplace(range, &message, format!("did you mean `{{.{meant}}}`?"));
        }
    }
}

/// Lines that look like items of a list and are none.
fn lines(finder: &mut OutcomeFinder<'_, '_>, leaf: &Leaf) -> bool {
    let (text, mut at, mut told) = (finder.text, leaf.range.start, false);
    for line in text[leaf.range.clone()].split_inclusive('\n') {
        let start = at + line.len() - line.trim_start_matches([' ', '\t', '>']).len();
        let words = line.trim_start_matches([' ', '\t', '>']).trim_end();
        at += line.len();
        let Some(item) = item(words).filter(|_| leaf.is_text(start)) else { continue };
        let shown = words.chars().take(LONGEST).collect::<String>();
        finder.found.misplaced.push(Misplaced {
            code: Code::OutcomeUnread,
            range: start..start + words.len(),
            message: format!("this line is no item of a list: it starts with `{}`", item.wrong),
            help: match item.right {
                "" => format!("write `- {}`", shown.trim_start_matches(BULLETS).trim_start()),
                right => format!("start it with `{right}`"),
            },
        });
        told = true;
        if finder.found.misplaced.len() > super::MOST_TOLD {
            return told;
        }
    }
    told
}

/// How a line starts that was meant for an item.
struct MeantItem {
    wrong: String,
    /// What to start it with; empty for the sign of a list before the words.
    right: &'static str,
}

fn item(line: &str) -> Option<MeantItem> {
    let mut letters = line.chars();
    let first = letters.next()?;
    let second = letters.next()?;
    if BULLETS.contains(&first) && second.is_whitespace() {
        return Some(MeantItem { wrong: first.to_string(), right: "" });
    }
    if matches!(first, '-' | '*' | '+') && second == '[' {
        return Some(MeantItem { wrong: format!("{first}["), right: "- [ ] " });
    }
    if matches!(first, '-' | '*' | '+') && second.is_alphabetic() {
        return Some(MeantItem { wrong: format!("{first}{second}"), right: "- " });
    }
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = digits.strip_prefix([')', '.'])?;
    let number = line.len() - digits.len();
    (1..4).contains(&number).then_some(())?;
    behind.chars().next().filter(|next| next.is_alphabetic())?;
    Some(MeantItem { wrong: line[..number + 2].chars().take(number + 1).collect(), right: "1. " })
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
            assert!(item(line).is_some(), "{line}");
        }
        for line in ["x", "-", "--- x", "1.5 x", "2027", "a–b", "**x**", "1) x"] {
            assert!(item(line).is_none(), "{line}");
        }
    }
}
