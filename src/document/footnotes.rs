//! Footnotes, numbered by their first reference, with links back. Knows nothing of the walk.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::element::{AttributeName, Element};
use super::tree::{ElementRole, ThemeLabel, Tree};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::message;

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
    body: Tree,
}

impl Footnotes {
    /// Puts the mark into the text.
    pub(super) fn reference(&mut self, name: &str, place: Span, tree: &mut Tree) {
        let note = self.by_name.entry(name.to_owned()).or_default();
        if note.references == 0 {
            self.order.push(name.to_owned());
            note.number = self.order.len();
            note.first = Some(place);
        }
        note.references += 1;
        tree.open_as(Element::Sup, ElementRole::NoteMark);
        tree.attribute(AttributeName::Class, "footnote-ref");
        tree.open_as(Element::A, ElementRole::NoteMark);
        tree.attribute(AttributeName::Id, &back_id(note.number, note.references));
        tree.attribute(AttributeName::Href, &format!("#fn-{}", note.number));
        tree.attribute(AttributeName::Role, "doc-noteref");
        tree.text(&note.number.to_string());
        tree.close_as(Element::A, ElementRole::NoteMark);
        tree.close_as(Element::Sup, ElementRole::NoteMark);
    }

    pub(super) fn define(&mut self, name: &str, place: Span) {
        self.by_name.entry(name.to_owned()).or_default().defined = Some(place);
    }

    pub(super) fn body(&mut self, name: &str, body: Tree) {
        self.by_name.entry(name.to_owned()).or_default().body = body;
    }

    /// The list of notes and all anchors; reports marks without a note and notes without a mark.
    pub(super) fn finish(&mut self, diagnostics: &mut Diagnostics) -> (Tree, Vec<Arc<str>>) {
        for (name, note) in &self.by_name {
            let diagnostic = match (&note.first, &note.defined) {
                (Some(place), None) => unknown(name, place.clone()),
                (None, Some(place)) => {
                    Diagnostic::warning(Code::FootnoteUnknown, message!("footnote-unused", name = &**name))
                        .at(place.clone())
                        .help(message!("footnote-unused-help", name = &**name))
                }
                _ => continue,
            };
            diagnostics.push(diagnostic);
        }
        let (mut tree, mut anchors) = (Tree::default(), Vec::new());
        if self.order.is_empty() {
            return (tree, anchors);
        }
        tree.open(Element::Section);
        tree.attribute(AttributeName::Class, "footnotes");
        tree.attribute(AttributeName::Role, "doc-endnotes");
        tree.label(AttributeName::AriaLabel, ThemeLabel::Footnotes);
        tree.open(Element::Ol);
        for name in &self.order {
            let Some(note) = self.by_name.get_mut(name) else { continue };
            anchors.push(Arc::from(format!("fn-{}", note.number)));
            anchors.extend((1..=note.references).map(|reference| Arc::from(back_id(note.number, reference))));
            note.write(&mut tree);
        }
        tree.close(Element::Ol);
        tree.close(Element::Section);
        (tree, anchors)
    }
}

impl Note {
    /// Moves the note to the list, with a way back to each of its marks.
    fn write(&mut self, tree: &mut Tree) {
        tree.open(Element::Li);
        tree.attribute(AttributeName::Id, &format!("fn-{}", self.number));
        tree.append(std::mem::take(&mut self.body));
        tree.open_as(Element::P, ElementRole::NoteMark);
        tree.attribute(AttributeName::Class, "footnote-back");
        for reference in 1..=self.references {
            tree.open_as(Element::A, ElementRole::NoteMark);
            tree.attribute(AttributeName::Href, &format!("#{}", back_id(self.number, reference)));
            tree.attribute(AttributeName::Role, "doc-backlink");
            tree.label(AttributeName::AriaLabel, ThemeLabel::FootnoteBack);
            tree.text("↩");
            tree.close_as(Element::A, ElementRole::NoteMark);
            tree.text(" ");
        }
        tree.close_as(Element::P, ElementRole::NoteMark);
        tree.close(Element::Li);
    }
}

/// A mark whose note is not written.
pub(super) fn unknown(name: &str, place: Span) -> Diagnostic {
    Diagnostic::error(Code::FootnoteUnknown, message!("footnote-unknown", name = name))
        .at(place)
        .help(message!("footnote-unknown-help", name = name))
}

fn back_id(number: usize, reference: usize) -> String {
    if reference == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{reference}") }
}
