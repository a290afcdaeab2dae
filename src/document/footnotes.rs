//! Footnotes, numbered by their first reference, with links back. Knows nothing of the walk.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::html::{Hole, Html};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};

/// The notes of one document.
#[derive(Default)]
pub(super) struct Footnotes {
    /// Names in the order of their first reference.
    order: Vec<String>,
    by_name: BTreeMap<String, Note>,
}

#[derive(Default)]
struct Note {
    number: usize,
    references: usize,
    first: Option<Span>,
    defined: Option<Span>,
    body: Html,
}

impl Footnotes {
    /// The mark in the text.
    pub(super) fn reference(&mut self, name: &str, place: Span) -> String {
        let note = self.by_name.entry(name.to_owned()).or_default();
        if note.references == 0 {
            self.order.push(name.to_owned());
            note.number = self.order.len();
            note.first = Some(place);
        }
        note.references += 1;
        let (number, id) = (note.number, back_id(note.number, note.references));
        format!(
            "<sup class=\"footnote-ref\"><a id=\"{id}\" href=\"#fn-{number}\" role=\"doc-noteref\">{number}</a></sup>"
        )
    }

    pub(super) fn define(&mut self, name: &str, place: Span) {
        self.by_name.entry(name.to_owned()).or_default().defined = Some(place);
    }

    pub(super) fn body(&mut self, name: &str, body: Html) {
        self.by_name.entry(name.to_owned()).or_default().body = body;
    }

    /// The list of notes and all anchors; reports marks without a note and notes without a mark.
    pub(super) fn finish(&mut self, diagnostics: &mut Diagnostics) -> (Html, Vec<Arc<str>>) {
        for (name, note) in &self.by_name {
            let diagnostic = match (&note.first, &note.defined) {
                (Some(place), None) => unknown(name, place.clone()),
                (None, Some(place)) => {
                    Diagnostic::warning(Code::FootnoteUnknown, format!("nothing refers to the footnote `[^{name}]`"))
                        .at(place.clone())
                        .help(format!("put `[^{name}]` where it belongs in the text, or remove the note"))
                }
                _ => continue,
            };
            diagnostics.push(diagnostic);
        }
        let (mut html, mut anchors) = (Html::default(), Vec::new());
        if self.order.is_empty() {
            return (html, anchors);
        }
        html.push("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"");
        html.hole(Hole::Label("footnotes"));
        html.push("\">\n<ol>\n");
        for name in &self.order {
            let Some(note) = self.by_name.get_mut(name) else { continue };
            html.push(&format!("<li id=\"fn-{}\">", note.number));
            anchors.push(Arc::from(format!("fn-{}", note.number)));
            anchors.extend((1..=note.references).map(|reference| Arc::from(back_id(note.number, reference))));
            html.append(std::mem::take(&mut note.body));
            html.push("<p class=\"footnote-back\">");
            for reference in 1..=note.references {
                html.push(&format!(
                    "<a href=\"#{}\" role=\"doc-backlink\" aria-label=\"",
                    back_id(note.number, reference)
                ));
                html.hole(Hole::Label("footnote-back"));
                html.push("\">↩</a> ");
            }
            html.push("</p></li>\n");
        }
        html.push("</ol>\n</section>\n");
        (html, anchors)
    }
}

/// A mark whose note is not written.
pub(super) fn unknown(name: &str, place: Span) -> Diagnostic {
    Diagnostic::error(Code::FootnoteUnknown, format!("there is no footnote `[^{name}]`"))
        .at(place)
        .help(format!("add a line `[^{name}]: …`"))
}

fn back_id(number: usize, reference: usize) -> String {
    if reference == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{reference}") }
}
