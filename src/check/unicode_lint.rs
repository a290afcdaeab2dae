//! A rule on sources: no text of a site holds characters that nobody sees. Knows nothing of what the texts mean.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::lang::{self, Hidden};

/// Places that are told in one file; one more message counts the rest.
const MOST: usize = 5;

/// Whether people write a file: texts, settings, templates, strings, styles and scripts.
#[must_use]
pub fn is_text(path: &str) -> bool {
    [".md", ".yaml", ".yml", ".html", ".xml", ".ftl", ".css", ".js"].iter().any(|ending| path.ends_with(ending))
}

/// The hidden characters of a text.
#[must_use]
pub fn lint(file: &Arc<str>, text: &str) -> Vec<Diagnostic> {
    let found = lang::hidden(text);
    let mut told: Vec<Diagnostic> = found
        .iter()
        .take(MOST)
        .map(|(place, hidden)| diagnostic(*hidden, &text[place.clone()]).at(Span::new(file, place.clone())))
        .collect();
    if let Some((place, hidden)) = found.get(MOST) {
        let message = format!("and {} more of this kind in this file", found.len() - MOST);
        told.push(
            Diagnostic { message, ..diagnostic(*hidden, &text[place.clone()]) }.at(Span::new(file, place.clone())),
        );
    }
    told
}

fn diagnostic(hidden: Hidden, character: &str) -> Diagnostic {
    let code = character.chars().next().map_or(0, u32::from);
    let error = |does: &str, help: &str| {
        Diagnostic::error(Code::BidiHidden, format!("the character U+{code:04X} {does}")).help(help)
    };
    match hidden {
        Hidden::Turns => error(
            "turns the order of what follows, so that this text looks like another one",
            "remove it; browsers show words of the other direction rightly by themselves",
        ),
        Hidden::Unbalanced => error(
            "isolates a part of this line and has no counterpart on it",
            "put U+2069 at the end of the part, or remove the mark",
        ),
        Hidden::Invisible => error("shows nothing and hides in a text", "remove it"),
        Hidden::Presentation => {
            let message = format!("`{character}` (U+{code:04X}) is the form of a letter on a drawn page");
            let help = "it was probably pasted from a PDF; type the word again, else nobody can find it";
            Diagnostic::warning(Code::PresentationForms, message).help(help)
        }
    }
}
