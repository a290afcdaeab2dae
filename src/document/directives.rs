//! `:::` blocks: finding their lines, and reading the first one. Knows nothing of which components exist.

use std::borrow::Cow;
use std::ops::Range;

use super::tree::Argument;
use crate::diagnostic::Message;
use crate::message;

/// The first byte of a `:::` line while it is walked: a line that starts with `:` could be a definition.
pub(super) const GUARD: char = '\u{1A}';

/// The text with a blank line around every `:::` line, so that each is a paragraph of its own, and the bytes that were
/// put in. The first colon of such a line becomes [`GUARD`].
pub(super) fn isolate(text: &str) -> (Cow<'_, str>, Vec<usize>) {
    if !has_fence(text) {
        return (Cow::Borrowed(text), Vec::new());
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut inserted = Vec::new();
    for (line, directive) in lines(text) {
        if !directive {
            out.push_str(line);
            continue;
        }
        inserted.push(out.len());
        out.push('\n');
        out.push_str(&line.replacen(':', &GUARD.to_string(), 1));
        if line.ends_with('\n') {
            inserted.push(out.len());
            out.push('\n');
        }
    }
    (Cow::Owned(out), inserted)
}

/// The lines of a text, and whether they are `:::` lines.
fn lines(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut fence: Option<String> = None;
    text.split_inclusive('\n').map(move |line| {
        let bare = line.trim_start();
        // Code may start behind the mark of a list item or quote.
        let inner = line.trim_start_matches(|c: char| c.is_ascii_digit() || " \t>-*+.)".contains(c));
        let directive = fence.is_none() && bare.starts_with(":::") && line.len() - bare.len() < 4;
        fence = next_fence(fence.take(), if line.starts_with("    ") { "" } else { inner });
        (line, directive)
    })
}

/// Arguments that hold words for readers.
pub(super) const WORDS: &[&str] = &["title", "label", "caption", "alt", "summary", "text"];

/// The text with spaces in the place of `:::` lines, and where words stand in those.
pub(super) fn blank(text: &str) -> (Cow<'_, str>, Vec<Range<usize>>) {
    if !has_fence(text) {
        return (Cow::Borrowed(text), Vec::new());
    }
    let mut out = String::with_capacity(text.len());
    let mut words = Vec::new();
    for (line, directive) in lines(text) {
        if !directive {
            out.push_str(line);
            continue;
        }
        for name in WORDS {
            let quoted = format!(" {name}=\"");
            let starts = line.match_indices(&quoted).map(|(at, found)| at + found.len());
            let ends = starts.filter_map(|start| line[start..].find('"').map(|length| start..start + length));
            words.extend(ends.map(|at| out.len() + at.start..out.len() + at.end));
        }
        out.extend(line.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
    }
    (Cow::Owned(out), words)
}

/// Whether a line opens or closes fenced code; the marks that close it.
fn next_fence(fence: Option<String>, line: &str) -> Option<String> {
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'));
    let length = mark.map_or(0, |mark| line.chars().take_while(|c| *c == mark).count());
    match (fence, mark) {
        // What stands behind backticks on their line holds none (CommonMark, section 4.5).
        (None, Some(mark)) if length >= 3 && !(mark == '`' && line[length..].contains('`')) => {
            Some(mark.to_string().repeat(length))
        }
        (Some(open), Some(mark))
            if open.starts_with(mark) && length >= open.len() && line[length..].trim().is_empty() =>
        {
            None
        }
        (fence, _) => fence,
    }
}

/// A `:::` line.
#[derive(Debug, PartialEq)]
pub(super) enum Line {
    /// `::: name key=value`
    Open(String, Vec<(String, Argument)>),
    /// `:::`
    Close,
    /// What is wrong with it.
    Wrong(Message),
}

/// Whether a paragraph is a line that [`isolate`] has set apart.
pub(super) fn is_line(paragraph: &str) -> bool {
    paragraph.trim_start_matches(' ').starts_with(GUARD) && !paragraph.trim().contains('\n')
}

/// Reads a line that [`is_line`] has recognised.
pub(super) fn read(line: &str) -> Line {
    let rest = line.trim_matches(' ').trim_start_matches(GUARD).trim_start_matches(':').trim();
    if rest.is_empty() {
        return Line::Close;
    }
    let (name, mut rest) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    if !name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_')) {
        return Line::Wrong(message!("block-form"));
    }
    let mut arguments = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return Line::Open(name.to_owned(), arguments);
        }
        let Some((key, after)) = rest.split_once('=') else {
            return Line::Wrong(message!("block-argument"));
        };
        let (value, quoted, after) = match after.strip_prefix('"') {
            Some(after) => match after.split_once('"') {
                Some((value, after)) => (value, true, after),
                None => return Line::Wrong(message!("block-quote")),
            },
            None => {
                let (value, after) = after.split_once(char::is_whitespace).unwrap_or((after, ""));
                (value, false, after)
            }
        };
        arguments.push((key.trim().to_owned(), argument(value, quoted)));
        rest = after;
    }
}

fn argument(value: &str, quoted: bool) -> Argument {
    match value {
        "true" if !quoted => Argument::Bool(true),
        "false" if !quoted => Argument::Bool(false),
        _ => match value.parse() {
            Ok(number) if !quoted => Argument::Integer(number),
            _ => Argument::Text(value.to_owned()),
        },
    }
}

/// Whether a text may hold a directive: most hold none, and this is read faster than lines are.
fn has_fence(text: &str) -> bool {
    text.match_indices(':').any(|(at, _)| text[at..].starts_with(":::"))
}
