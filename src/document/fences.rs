//! The lines around the front matter: where it starts and ends, as people and word processors write them.
//! Knows nothing of what stands between.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Fix, Message, Span};
use crate::message;

/// Letters of a first line that a message shows.
const SHOWN: usize = 30;

/// The bytes of the YAML and of the body.
///
/// # Errors
/// A diagnostic when there is no front matter or it is not closed.
pub fn split(text: &str, file: &Arc<str>) -> Result<(Range<usize>, Range<usize>), Box<Diagnostic>> {
    let opening = opening(text);
    if opening.is_empty() {
        return Err(Box::new(not_opened(text, file)));
    }
    let start = text[opening.end..].find('\n').map_or(text.len(), |end| opening.end + end + 1);
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        // A line that is indented belongs to a value of several lines.
        if !line.starts_with([' ', '\t']) && is_fence(line.trim_matches(is_blank)) {
            return Ok((start..at, at + line.len()..text.len()));
        }
        at += line.len();
    }
    Err(Box::new(not_closed(text, file, opening, start)))
}

/// The line that opens the front matter; the start of a text without one.
pub(super) fn opening(text: &str) -> Range<usize> {
    first_line(text).filter(|line| is_fence(&text[line.clone()])).unwrap_or(0..0)
}

fn not_closed(text: &str, file: &Arc<str>, opening: Range<usize>, start: usize) -> Diagnostic {
    let end = start + settings_end(&text[start..]);
    let written = if text[..end].ends_with('\n') { "---\n" } else { "\n---\n" };
    Diagnostic::error(Code::FrontMatter, message!("front-not-closed"))
        .at(Span::new(file, opening))
        .label(message!("front-starts-label"))
        .help(message!("front-not-closed-help"))
        .fix(Fix::new(message!("yaml-write", text = "---"), Span::new(file, end..end), written))
}

/// White space, and signs without width that programs put at the start of files and lines.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// The first line that is not blank, without blanks around.
fn first_line(text: &str) -> Option<Range<usize>> {
    let start = text.len() - text.trim_start_matches(is_blank).len();
    let line = text[start..].lines().next()?.trim_end_matches(is_blank);
    Some(start..start + line.len())
}

/// Whether a line is of hyphens alone, some of which a word processor may have made dashes of.
fn is_fence(line: &str) -> bool {
    let (mut hyphens, mut dashes) = (0, 0);
    for c in line.chars() {
        match c {
            '-' => hyphens += 1,
            '\u{2010}'..='\u{2015}'
            | '\u{2212}'
            | '\u{2500}'
            | '\u{2E3A}'
            | '\u{2E3B}'
            | '\u{FE58}'
            | '\u{FE63}'
            | '\u{FF0D}' => dashes += 1,
            c if is_blank(c) => {}
            _ => return false,
        }
    }
    dashes > 0 || hyphens > 1
}

/// Where the lines end that look like settings.
fn settings_end(text: &str) -> usize {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let word = line.split(':').next().unwrap_or_default();
        let is_key = line.contains(':') && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
        let is_part = line.starts_with([' ', '\t', '#']) || line.starts_with("- ");
        if line.trim().is_empty() || !(is_key || is_part) {
            break;
        }
        at += line.len();
    }
    at
}

/// Why no front matter is found, as near as can be told.
fn not_opened(text: &str, file: &Arc<str>) -> Diagnostic {
    let first = first_line(text).unwrap_or(0..0);
    let line = &text[first.clone()];
    let wrong = |message: Message| Diagnostic::error(Code::FrontMatter, message).at(Span::new(file, first.clone()));
    let mut fences = text.lines().enumerate().filter(|(_, line)| is_fence(line.trim_matches(is_blank)));
    let (opened, closed) = (fences.next(), fences.next());
    let missing = wrong(message!("front-missing"));
    let shown = crate::lang::truncate(line, SHOWN);
    if !line.is_empty() && !line.contains(char::is_alphanumeric) || line.starts_with("```") {
        let fix = Fix::new(message!("yaml-write", text = "---"), Span::new(file, first.clone()), "---");
        return missing.help(message!("front-other-line-help", line = shown)).fix(fix);
    }
    let is_key = line
        .split_once(':')
        .is_some_and(|(key, _)| !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_'));
    match (opened, closed) {
        (Some(_), _) if is_key => {
            let start = Span::new(file, first.start..first.start);
            missing.help(message!("front-first-line-help")).fix(Fix::new(
                message!("yaml-write", text = "---"),
                start,
                "---\n",
            ))
        }
        (Some((above, _)), Some(_)) => missing.help(message!("front-above-help", line = above + 1)),
        _ => missing.help(message!("front-missing-help")),
    }
}
