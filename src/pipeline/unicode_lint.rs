//! Every text of a site is searched for characters that nobody sees; documents where they are read. Knows nothing of what
//! the texts mean.

use std::sync::Arc;

use super::memory::FileMemo;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::place;
use crate::lang::{self, Hidden};
use crate::source::{Hash, Source, Sources};

/// Places that are told in one file; one more message counts the rest.
const MOST: usize = 5;

/// The files that people write: texts, settings, templates, strings, styles and scripts.
fn is_text(path: &str) -> bool {
    [".md", ".yaml", ".yml", ".html", ".xml", ".ftl", ".css", ".js"].iter().any(|ending| path.ends_with(ending))
}

/// What is hidden in the files of a site that are no documents, in the order of their paths.
pub(super) fn find(sources: &Sources, known: &mut FileMemo<Vec<Diagnostic>>) -> Vec<Diagnostic> {
    let document = |source: &Source| source.path.starts_with("content/") && place::is_document(&source.path);
    let files: Vec<&Source> = sources.files().filter(|source| is_text(&source.path) && !document(source)).collect();
    known.renew(&files, |file| read(sources, file));
    known.keep(&files);
    known.iter().flat_map(|(_, found)| found.iter().cloned()).collect()
}

fn read(sources: &Sources, file: &Source) -> (Hash, Vec<Diagnostic>) {
    let (hash, text) = sources.text_and_hash(&file.path);
    // A file that is no text is told by whoever needs it.
    (hash, text.map_or_else(|_| Vec::new(), |text| of_file(&file.path, &text)))
}

/// What is hidden in a text.
pub(super) fn of_file(file: &Arc<str>, text: &str) -> Vec<Diagnostic> {
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
