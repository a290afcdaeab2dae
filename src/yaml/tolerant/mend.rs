//! One entry of settings as people type it to one that can be read: blanks of any kind become spaces, and a value that
//! cannot be read as it stands becomes a text in quotes. Knows nothing of other entries, and reads nothing itself but
//! single values.

use std::ops::Range;

use super::Expects;
use super::edits::Edits;
use super::line::{
    behind_bracket, behind_quote, blanks, comment_start, is_blank, is_block_head, is_plain_word, is_unseen, key_at,
    unquoted,
};
use crate::yaml::edit::quoted;

/// How much of an entry is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MendLevel {
    /// The blanks.
    Blanks,
    /// And values that cannot be read, each on its own line.
    Values,
    /// And all lines of the value become one text.
    Whole,
}

/// An entry that is mended.
pub(super) struct TypedEntry<'t> {
    /// Its lines.
    pub(super) text: &'t str,
    pub(super) expects: Expects,
    /// Where its key stands.
    pub(super) column: usize,
    /// Lines that do not belong to it, from 0.
    pub(super) stray: &'t [usize],
}

/// Columns that blanks take.
pub(super) fn width(blanks: &str) -> usize {
    blanks.chars().map(columns).sum()
}

fn columns(blank: char) -> usize {
    match blank {
        '\t' => 2,
        blank if is_unseen(blank) => 0,
        _ => 1,
    }
}

/// A line without its end, and the place of its value behind indentation, dashes and key.
struct MendedLine<'t> {
    text: &'t str,
    /// Where it starts in the entry.
    start: usize,
    column: usize,
    /// Behind the colon or the dash.
    behind: usize,
    value: usize,
}

impl TypedEntry<'_> {
    /// The changes. `None` where the entry has no form in which these could be made.
    pub(super) fn mended(&self, level: MendLevel) -> Option<Edits> {
        let mut edits = Edits::default();
        let (mut start, mut block, mut is_flow) = (0, None, false);
        let mut lines = Vec::new();
        for (index, whole) in self.text.split_inclusive('\n').enumerate() {
            let text = whole.trim_end_matches('\n');
            if self.stray.contains(&index) {
                edits.replace(start..start + whole.len(), "");
            } else if !text.trim().is_empty() {
                let indent = &text[..blanks(text)];
                block = block.filter(|column| width(indent) > *column);
                let has_keys = block.is_none() && !is_flow;
                let line =
                    self.line(MendedLine { text, start, column: 0, behind: 0, value: 0 }, index, has_keys, &mut edits);
                if has_keys {
                    Self::end(&line, &mut edits);
                    let value = line.text[line.value..].trim_matches(is_blank);
                    block = is_block_head(value).then_some(line.column);
                    is_flow = value.starts_with(['[', '{']) && behind_bracket(value).is_none();
                    if level == MendLevel::Values && !is_flow && block.is_none() {
                        self.value(&line, &mut edits);
                    }
                }
                lines.push(line);
            }
            start += whole.len();
        }
        if level == MendLevel::Whole {
            self.whole(&lines, &mut edits)?;
        }
        Some(edits)
    }

    /// Makes the blanks of a line plain up to its value.
    fn line<'t>(&self, mut line: MendedLine<'t>, index: usize, has_keys: bool, edits: &mut Edits) -> MendedLine<'t> {
        let indent = blanks(line.text);
        line.column = if index == 0 { 0 } else { width(&line.text[..indent]) };
        Self::blanks(&line, 0..indent, line.column, edits);
        line.value = indent;
        line.behind = indent;
        if !has_keys || line.text[indent..].starts_with('#') {
            return line;
        }
        let takes_items = matches!(self.expects, Expects::Words | Expects::Texts | Expects::Maps);
        let mut is_item = false;
        while let Some(behind) = Self::dash(&line, takes_items && index > 0 && !is_item, edits) {
            line.value = behind;
            line.behind = behind;
            is_item = true;
        }
        if is_item && self.expects == Expects::Texts {
            return line;
        }
        let rest = &line.text[line.value..];
        let inside = matches!(self.expects, Expects::Map | Expects::Maps);
        let Some(key) = key_at(rest).filter(|key| {
            index == 0 || !key.is_tight || (inside && rest[..key.range.end].is_ascii() && is_plain_word(key, rest))
        }) else {
            return line;
        };
        let at = line.value;
        let is_quoted = rest.starts_with(['"', '\'']);
        if !is_quoted && rest[key.range.clone()] != *key.name {
            edits.replace(line.start + at..line.start + at + key.range.end, key.name.as_str());
        }
        Self::blanks(&line, at + key.range.end..at + key.colon.start, 0, edits);
        if rest[key.colon.clone()] != *":" {
            edits.replace(line.start + at + key.colon.start..line.start + at + key.colon.end, ":");
        }
        let behind = at + key.colon.end;
        let value = behind + blanks(&line.text[behind..]);
        line.behind = behind;
        if value < line.text.len() {
            Self::blanks(&line, behind..value, 1, edits);
            line.behind = value;
        }
        line.value = value;
        line
    }

    /// Behind the dash of an item, if one stands there. Where a list is meant, a sign for a point is a dash, and its blank
    /// may be missing.
    fn dash(line: &MendedLine<'_>, takes_items: bool, edits: &mut Edits) -> Option<usize> {
        let rest = &line.text[line.value..];
        let sign = rest.chars().next()?;
        let is_dash = sign == '-' || (takes_items && super::POINTS.contains(&sign));
        let behind = &rest[sign.len_utf8()..];
        let blank = blanks(behind);
        let is_tight = blank == 0 && !behind.is_empty();
        if !is_dash || (is_tight && !(takes_items && behind.starts_with(|c: char| c.is_alphanumeric() || c == '"'))) {
            return None;
        }
        let at = line.start + line.value;
        if sign != '-' {
            edits.replace(at..at + sign.len_utf8(), "-");
        }
        let start = line.value + sign.len_utf8();
        if !behind.is_empty() {
            Self::blanks(line, start..start + blank, 1, edits);
        }
        Some(start + blank)
    }

    /// Replaces blanks that are not at least so many spaces, and nothing else, by these.
    fn blanks(line: &MendedLine<'_>, range: Range<usize>, spaces: usize, edits: &mut Edits) {
        let written = &line.text[range.clone()];
        let is_plain = written.bytes().all(|byte| byte == b' ');
        let fits = if range.start == 0 {
            written.len() == spaces
        } else {
            written.len() >= spaces && (spaces > 0 || written.is_empty())
        };
        if !is_plain || !fits {
            edits.replace(line.start + range.start..line.start + range.end, " ".repeat(spaces));
        }
    }

    /// Takes blanks at the end of a line away that are no spaces.
    fn end(line: &MendedLine<'_>, edits: &mut Edits) {
        let end = line.text.trim_end_matches(is_blank).len().max(line.behind);
        if line.text[end..].contains(|c: char| !matches!(c, ' ' | '\t')) {
            edits.replace(line.start + end..line.start + line.text.len(), "");
        }
    }

    /// Puts a value in quotes that cannot be read as it stands and can only be meant as text.
    fn value(&self, line: &MendedLine<'_>, edits: &mut Edits) {
        let value = line.text[line.value..].trim_end_matches(is_blank);
        if value.is_empty() || value.starts_with('#') || reads(value) {
            return;
        }
        let Some((text, len)) = self.as_text(value) else { return };
        let start = line.start + line.value;
        edits.replace_all_in(start..start + len, quoted(text));
    }

    /// What a value says as a text, and how many bytes of it are that text; the rest is a comment.
    fn as_text<'v>(&self, value: &'v str) -> Option<(&'v str, usize)> {
        let text = comment_start(value).map_or(value, |at| &value[..at]).trim_end_matches(is_blank);
        if let Some(inner) = unquoted(text) {
            return Some((inner, text.len()));
        }
        let is_text = matches!(self.expects, Expects::Text | Expects::Texts);
        let fits = match text.chars().next()? {
            '"' => behind_quote(text).is_some(),
            // Without a second one it is an apostrophe.
            '[' | '{' => is_text || behind_bracket(text).is_some_and(|end| text[end..].starts_with(is_blank)),
            '&' | '*' | '!' => is_text,
            '|' | '>' => !is_block_head(text),
            _ => true,
        };
        fits.then_some((text, text.len()))
    }

    /// Makes one text of all lines of the value, folded as YAML does.
    fn whole(&self, lines: &[MendedLine<'_>], edits: &mut Edits) -> Option<()> {
        let (first, rest) = lines.split_first()?;
        let value = first.text[first.value..].trim_matches(is_blank);
        let is_stray = |line: &MendedLine<'_>| line.column <= self.column;
        if value.is_empty() || is_block_head(value) || value.starts_with('#') || rest.iter().any(is_stray) {
            return None;
        }
        let mut text = value.to_owned();
        let mut end = first.start + first.text.trim_end_matches(is_blank).len();
        for line in rest {
            let words = line.text.trim_matches(is_blank);
            let blank_lines = self.text[end..line.start].matches('\n').count().saturating_sub(1);
            text.push_str(if blank_lines == 0 { " " } else { "\n" });
            text.push_str(words);
            end = line.start + line.text.trim_end_matches(is_blank).len();
        }
        let (text, len) = self.as_text(&text).filter(|(_, len)| *len == text.len() || rest.is_empty())?;
        let start = first.start + first.value;
        let end = if rest.is_empty() { start + len } else { end };
        edits.replace_all_in(start..end, quoted(text));
        Some(())
    }
}

/// Whether a value can be read as it stands, with all that it says.
fn reads(value: &str) -> bool {
    let drops_tag = value.starts_with('!') && !value.starts_with("!!");
    !drops_tag && crate::yaml::reads(&format!("k: {value}\n"))
}

/// The first thing in an entry that is opened and not closed: its place, and what is missing.
pub(super) fn unclosed(text: &str) -> Option<(usize, char)> {
    let mut start = 0;
    for whole in text.split_inclusive('\n') {
        let indent = blanks(whole);
        let mut at = indent;
        while whole[at..].starts_with("- ") {
            at += 2 + blanks(&whole[at + 2..]);
        }
        if let Some(key) = key_at(&whole[at..]) {
            at += key.colon.end;
            at += blanks(&whole[at..]);
        }
        let value = &text[(start + at).min(text.len())..];
        match value.chars().next() {
            Some(quote @ ('"' | '\'')) if behind_quote(value).is_none() => return Some((start + at, quote)),
            Some('[') if behind_bracket(value).is_none() => return Some((start + at, ']')),
            Some('{') if behind_bracket(value).is_none() => return Some((start + at, '}')),
            _ => {}
        }
        start += whole.len();
    }
    None
}

/// Where a text without quotes is cut by `#`: the place of the sign, counted from the start of `rest`, what stands behind
/// the text on its line.
pub(super) fn cut(rest: &str) -> Option<usize> {
    let blank = blanks(rest);
    (blank > 0 && rest[blank..].starts_with('#')).then_some(blank)
}
