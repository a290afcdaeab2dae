//! A rule on sources: no text of a site holds characters that nobody sees, as they are or as escapes of its format. Knows
//! nothing of what the texts mean; values of YAML and of Markdown are looked at where they are read.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Edit, Fix, Span};
use crate::lang::{self, EscapeSyntax, Hidden};
use crate::message;

/// Places that are told in one file; one more message counts the rest.
const MOST: usize = 5;

/// Files that people write: texts, settings, templates, strings, styles, scripts, layouts, drawings and subtitles.
const TEXTS: &[&str] =
    &[".md", ".yaml", ".yml", ".html", ".xml", ".ftl", ".css", ".js", ".typ", ".svg", ".vtt", ".srt"];

/// Whether people write a file.
#[must_use]
pub fn is_text(path: &str) -> bool {
    TEXTS.iter().any(|ending| path.ends_with(ending))
}

/// The hidden characters of a text.
#[must_use]
pub fn lint(file: &Arc<str>, text: &str) -> Vec<Diagnostic> {
    let draws = [".css", ".js", ".html", ".svg", ".typ"].iter().any(|ending| file.ends_with(ending));
    // Fonts of themes have signs of their own.
    let counts = |hidden: Hidden| !(draws && hidden == Hidden::Unknown);
    let mut found: Vec<Diagnostic> = Vec::new();
    for (place, hidden) in lang::hidden(text) {
        let character = text[place.clone()].chars().next().filter(|_| counts(hidden));
        found.extend(character.map(|c| with_fix(hidden, c, text, Span::new(file, place))));
    }
    let (read, escapes) = syntax(file).and_then(|syntax| lang::unescaped(text, syntax)).unwrap_or_default();
    for (place, hidden) in if escapes.is_empty() { Vec::new() } else { lang::hidden(&read) } {
        let Ok(index) = escapes.binary_search_by_key(&place.start, |(at, _)| *at) else { continue };
        let escape = &escapes[index].1;
        if counts(hidden) {
            let diagnostic = hidden.diagnostic(escape.character).at(Span::new(file, escape.place.clone()));
            found.push(
                diagnostic.label(message!("escape-becomes", code = format!("{:04X}", u32::from(escape.character)))),
            );
        }
    }
    shortened(found)
}

/// How a format writes characters by their numbers. What a script makes while it runs is known to nobody.
fn syntax(file: &str) -> Option<EscapeSyntax> {
    let (_, ending) = file.rsplit_once('.')?;
    match ending {
        "html" | "xml" | "svg" | "vtt" => Some(EscapeSyntax::Entity),
        "css" => Some(EscapeSyntax::Style),
        "ftl" => Some(EscapeSyntax::Fluent),
        "typ" => Some(EscapeSyntax::Typst),
        _ => None,
    }
}

fn with_fix(hidden: Hidden, c: char, text: &str, span: Span) -> Diagnostic {
    let mended = hidden.mended(text, span.range.range());
    let fix = mended.map(|mended| {
        let code = format!("U+{:04X}", u32::from(c));
        let title = match &*mended {
            "" | " " => message!("fix-hidden", code = code),
            _ => message!("fix-letter", code = code, text = &*mended),
        };
        Fix::new(title, span.clone(), mended)
    });
    let diagnostic = hidden.diagnostic(c).at(span);
    fix.into_iter().fold(diagnostic, Diagnostic::fix)
}

/// The first of many, and how many more there are.
fn shortened(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let more = found.len().saturating_sub(MOST);
    if more > 0 {
        // The last message stands for all that are not told, and mends those that can be.
        let edits: Vec<Edit> =
            found[MOST..].iter().flat_map(|one| &one.fixes).flat_map(|fix| fix.edits.clone()).collect();
        found.truncate(MOST + 1);
        found[MOST].fixes = match edits.len() {
            0 => Vec::new(),
            count => vec![Fix { title: message!("fix-hidden-all", count = count), edits }],
        };
        found[MOST].message = message!("more-of-this-kind", count = more);
    }
    found
}
