//! What stands at a place, in words, and where it is declared. Knows nothing of what may be written there.

use std::ops::Range;
use std::sync::Arc;

use lsp_types::{Definition, DefinitionResponse, DocumentLink, Hover, Location, MarkupContent, MarkupKind, Uri};

use super::asked::AskedText;
use super::cursor::{self, Spot};
use super::subject::{NamedThing, TextSubjects};
use crate::document::Document;
use crate::document::links::destinations;
use crate::schema::Field;

/// What is said of the word at a byte of a text.
pub(super) fn hover(asked: &AskedText<'_>, at: usize) -> Option<Hover> {
    let spot = cursor::spot(asked.open.lines.text(), at)?;
    let subjects = TextSubjects::new(asked)?;
    let parts = subjects.said(subjects.at(&spot)?);
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() {
        return None;
    }
    let content = MarkupContent { kind: MarkupKind::Markdown, value: parts.join("\n\n") };
    Some(Hover { contents: content.into(), range: Some(asked.open.lines.range(spot.word)) })
}

/// Where the word at a byte of a text is declared.
pub(super) fn definition(asked: &AskedText<'_>, at: usize) -> Option<DefinitionResponse> {
    let spot = cursor::spot(asked.open.lines.text(), at)?;
    let subjects = TextSubjects::new(asked)?;
    let place = match subjects.at(&spot)? {
        NamedThing::Entry(documents) => {
            let document = subjects.nearest(&documents)?;
            asked.location(&document.meta.span("title", &document.place.file))
        }
        NamedThing::Outcome(_, outcome) => asked.location(&outcome.span),
        NamedThing::Term(_, term) => asked.location(&term.span),
        NamedThing::Kind(kind) => asked.location(&kind.span),
        NamedThing::File(path) => {
            let file = asked.analysis.sources.get(&path).filter(|file| !file.is_carried())?;
            Some(Location { uri: Uri(asked.root.uri_of(&file.path)), range: lsp_types::Range::default() })
        }
        NamedThing::Field(_) | NamedThing::Choice(..) => asked.location(&subjects.type_.span),
    }?;
    Some(DefinitionResponse::Definition(Definition::Location(place)))
}

/// Links of one text that an editor is given: each is looked up among all texts of the site.
const MOST_LINKS: usize = 500;

/// The links of a text to other texts and files of the site.
pub(super) fn links(asked: &AskedText<'_>) -> Vec<DocumentLink> {
    let Some(subjects) = TextSubjects::new(asked) else { return Vec::new() };
    let text = asked.open.lines.text();
    let start = cursor::body_start(text);
    let found = destinations(&text[start..]).into_iter().take(MOST_LINKS);
    found.filter_map(|link| subjects.opened(link.start + start..link.end + start)).collect()
}

/// The entry that is named at a byte of a text, and the word that names it. At the title of an entry, that entry.
pub(super) fn named_entry(asked: &AskedText<'_>, at: usize) -> Option<(Spot, String)> {
    let spot = cursor::spot(asked.open.lines.text(), at)?;
    let subjects = TextSubjects::new(asked)?;
    match subjects.at(&spot)? {
        NamedThing::Entry(documents) => Some(documents.first()?.place.entry.to_string()),
        NamedThing::Field(field) if &*field.name == "title" => Some(subjects.place.entry.to_string()),
        _ => None,
    }
    .map(|entry| (spot, entry))
}

impl TextSubjects<'_> {
    /// A link as an editor opens it; none where it leads out of the site or nowhere.
    fn opened(&self, word: Range<usize>) -> Option<DocumentLink> {
        let lines = &self.asked.open.lines;
        let file = match self.link(lines.text().get(word.clone())?)? {
            NamedThing::Entry(documents) => Arc::clone(&self.nearest(&documents)?.place.file),
            NamedThing::File(path) => path,
            _ => return None,
        };
        let file = self.asked.analysis.sources.get(&file).filter(|file| !file.is_carried())?;
        let target = Some(Uri(self.asked.root.uri_of(&file.path)));
        Some(DocumentLink { range: lines.range(word), target, tooltip: None, data: None })
    }

    /// A title in bold, and what is said under it.
    fn said(&self, subject: NamedThing<'_>) -> Vec<String> {
        match subject {
            NamedThing::Field(field) => self.said_of_field(field),
            NamedThing::Choice(field, id) => {
                let label = field.choice(&id).map(|label| self.words(label)).unwrap_or_default();
                vec![bold(if label.is_empty() { &id } else { &label })]
            }
            NamedThing::Entry(documents) => {
                let Some(document) = self.nearest(&documents) else { return Vec::new() };
                let path = format!("`{}`", document.place.entry);
                vec![bold(document.meta.title()), description(document), path]
            }
            NamedThing::Outcome(document, outcome) => {
                vec![bold(&outcome.text), plain(document.meta.title())]
            }
            NamedThing::Term(taxonomy, term) => {
                let name = format!("`{}` · {}", term.id, plain(&self.words(&taxonomy.label)));
                vec![bold(&self.words(&term.label)), plain(&self.words(&term.description)), name]
            }
            NamedThing::Kind(kind) => {
                let label = self.words(&kind.label);
                vec![bold(if label.is_empty() { &kind.name } else { &label })]
            }
            NamedThing::File(path) => vec![format!("`{path}`")],
        }
    }

    fn said_of_field(&self, field: &Field) -> Vec<String> {
        let label = self.words(&field.label);
        let title = if label.is_empty() { field.name.to_string() } else { label };
        let title = self.titled(field, title);
        vec![bold(&title), plain(&self.words(&field.help)), format!("`{}`", field.kind.name().word())]
    }
}

/// The description of a document, else how its text begins.
fn description(document: &Document) -> String {
    let own = document.meta.text("description").map(|text| plain(text));
    own.unwrap_or_else(|| plain(&document.meta.summary))
}

fn bold(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("**{}**", plain(text)) }
}

/// Words of a site as they are, whatever Markdown would make of their signs.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_punctuation()
            && !matches!(c, '.' | ',' | ':' | ';' | '(' | ')' | '-' | '\'' | '"' | '/' | '?' | '%')
        {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}
