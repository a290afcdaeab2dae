//! Diagnostics as Markdown, for the summary of a pipeline: a table for each file. Whatever a file says stays text: it makes no
//! link, no markup and no mention of a person.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::places::{LinePlaces, TextOf};
use super::{Catalog, Diagnostic, Message, Severity, visible};
use crate::message;

/// Most messages of one file, and in all: forges cut longer summaries off (GitHub at a megabyte).
const PER_FILE: usize = 50;
const IN_ALL: usize = 500;

/// Characters of one cell.
const LONGEST: usize = 1_000;

/// Writes the diagnostics as tables, with their numbers above.
#[must_use]
pub fn markdown(items: &[Diagnostic], text: TextOf<'_>, catalog: &Catalog) -> String {
    let mut places = LinePlaces::new(text);
    let mut files: BTreeMap<Option<&Arc<str>>, Vec<&Diagnostic>> = BTreeMap::new();
    for item in items {
        files.entry(item.at.as_ref().map(|at| &at.file)).or_default().push(item);
    }
    let said = |message: Message| inline(&message.text(catalog));
    let errors = items.iter().filter(|item| item.severity == Severity::Error).count();
    let mut out = format!("## samen: {}\n", said(counts(errors, items.len() - errors)));
    let mut shown = 0;
    for (file, found) in files {
        let room = PER_FILE.min(IN_ALL - shown).min(found.len());
        if room == 0 {
            break;
        }
        shown += room;
        let heading = file.map_or_else(|| said(message!("summary-no-file")), |file| code(file));
        let heads = [message!("summary-line"), message!("summary-check"), message!("summary-message")].map(said);
        out.push_str(&format!("\n### {heading}\n\n| {} |\n|---:|---|---|\n", heads.join(" | ")));
        for item in &found[..room] {
            out.push_str(&row(item, &mut places, catalog));
        }
    }
    if items.len() > shown {
        out.push_str(&format!("\n{}\n", said(message!("messages-shown", shown = shown, all = items.len()))));
    }
    out
}

/// "1 error, 2 warnings"; "nothing wrong" where there is nothing.
#[must_use]
pub fn counts(errors: usize, warnings: usize) -> Message {
    match (errors, warnings) {
        (0, 0) => message!("nothing-wrong"),
        (errors, 0) => message!("count-errors", count = errors),
        (0, warnings) => message!("count-warnings", count = warnings),
        (errors, warnings) => {
            message!(
                "counts",
                errors = message!("count-errors", count = errors),
                warnings = message!("count-warnings", count = warnings),
            )
        }
    }
}

fn row(item: &Diagnostic, places: &mut LinePlaces<'_>, catalog: &Catalog) -> String {
    let line = item.at.as_ref().map_or_else(String::new, |span| places.region(span).line.to_string());
    let level = match item.severity {
        Severity::Error => message!("error"),
        Severity::Warning => message!("warning"),
    };
    let help = item.help.as_ref().map_or_else(String::new, |help| format!("<br>{}", inline(&help.text(catalog))));
    let said = inline(&item.message.text(catalog));
    format!("| {line} | {} {} | {said}{help} |\n", inline(&level.text(catalog)), code(item.code.as_str()))
}

/// A message as inline Markdown: names in backticks become code, all else is text.
fn inline(text: &str) -> String {
    let text = shortened(text);
    let parts: Vec<&str> = text.split('`').collect();
    // A name with a backtick in it leaves nobody to say where code ends.
    if parts.len().is_multiple_of(2) {
        return plain(&text);
    }
    parts.iter().enumerate().map(|(at, part)| if at % 2 == 1 { code(part) } else { plain(part) }).collect()
}

/// A name as code. Marks of Markdown have no fence that text cannot end, a tag has: what is in it is escaped.
fn code(text: &str) -> String {
    format!("<code>{}</code>", plain(&shortened(text)))
}

/// Text as it is. Signs of Markdown and HTML are written by their numbers. Forges look for mentions and numbers of issues after
/// that, in the text as it is read: these are kept apart from what follows by a space without width.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' | ',' | ';' | '(' | ')' | '/' | '=' | '?' | '\'' => out.push(c),
            c if !c.is_ascii_punctuation() => out.push(c),
            '@' | '#' | '!' | '~' | '%' | '$' | '&' | '^' => out.push_str(&format!("&#{};&#8203;", u32::from(c))),
            c => out.push_str(&format!("&#{};", u32::from(c))),
        }
    }
    out
}

/// On one line, without what misleads, and not too long.
fn shortened(text: &str) -> String {
    let text = visible(text).split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}
