//! The words of a paragraph in `OpenDocument`: spans, links, notes, pictures, boxes to tick. Knows nothing of paragraphs.

use std::borrow::Cow;
use std::sync::Arc;

use roxmltree::Node;

use super::styles::SpanLooks;
use super::{OpenReader, name};
use crate::convert::clean;
use crate::convert::flow::Flow;
use crate::convert::left::COMMENTS;
use crate::convert::model::{NamedPicture, RunStyle, TextPiece, TextRun};
use crate::convert::parts::{attribute, child, number};
use crate::message;

/// Spaces that an element may stand for; all of them become one.
const MOST_SPACES: u64 = 8;

/// Notes of a text.
const MOST_NOTES: usize = 5_000;

/// What holds for the words below a node.
#[derive(Clone, Default)]
pub(super) struct SpanContext {
    pub(super) looks: SpanLooks,
    pub(super) link: Option<Arc<str>>,
}

impl<'a, 'input> OpenReader<'a, 'input> {
    /// Reads the words below a node.
    pub(super) fn inline(&mut self, parent: Node<'a, 'input>, context: &SpanContext) {
        if matches!(name(parent), "frame" | "custom-shape" | "g" | "rect") {
            return self.drawing(parent);
        }
        for node in parent.children() {
            if let Some(text) = node.text().filter(|_| node.is_text()) {
                self.words(text, context);
            } else if node.is_element() {
                self.element(node, context);
            }
        }
    }

    fn element(&mut self, node: Node<'a, 'input>, context: &SpanContext) {
        match name(node) {
            "span" => {
                let looks = self.styles.span(attribute(node, "style-name")).or(context.looks);
                if looks.hidden == Some(true) {
                    self.left.add(message!("left-hidden-words"));
                    return;
                }
                self.inline(node, &SpanContext { looks, link: context.link.clone() });
            }
            "a" => {
                let address = attribute(node, "href").unwrap_or_default();
                // The program puts a word behind places that it made itself.
                let address =
                    address.split_once('|').filter(|_| address.starts_with('#')).map_or(address, |(it, _)| it);
                let link = clean::address(address).map_err(|why| self.left.add(why)).ok();
                self.inline(node, &SpanContext { looks: context.looks, link: link.or_else(|| context.link.clone()) });
            }
            "s" => {
                let count = number(attribute(node, "c")).unwrap_or(1).min(MOST_SPACES);
                (0..count).for_each(|_| self.words(" ", context));
            }
            "tab" => self.words(" ", context),
            "line-break" => self.pieces.push(TextPiece::Break),
            "note" => self.note(node),
            "annotation" => self.left.add(COMMENTS),
            "change-start" | "change" => self.change(node),
            "bookmark" | "bookmark-start" => self.anchors.extend(attribute(node, "name").map(str::to_owned)),
            "hidden-text" | "hidden-paragraph" => self.left.add(message!("left-hidden-words")),
            "ruby" => {
                if let Some(base) = child(node, "ruby-base") {
                    self.inline(base, context);
                }
            }
            "content-control" => {
                if attribute(node, "checkbox") == Some("true") {
                    let on = attribute(node, "checked") == Some("true");
                    self.words(if on { "☒ " } else { "☐ " }, context);
                } else if attribute(node, "showing-place-holder") != Some("true") {
                    self.inline(node, context);
                }
            }
            "frame" | "custom-shape" | "g" | "rect" => self.drawing(node),
            // Numbers of pages mean nothing on a page of the web; ends of places and remarks show nothing.
            "page-number" | "page-count" | "soft-page-break" | "annotation-end" | "change-end" | "bookmark-end" => {}
            _ => self.inline(node, context),
        }
    }

    fn words(&mut self, raw: &str, context: &SpanContext) {
        let text = clean::text(raw);
        let looks = context.looks;
        let text = match (looks.above, looks.below) {
            (Some(true), _) => clean::raised(&text),
            (_, Some(true)) => clean::lowered(&text),
            _ => Cow::Borrowed(&*text),
        };
        let style = RunStyle {
            bold: looks.bold == Some(true),
            italic: looks.italic == Some(true),
            strike: looks.strike == Some(true),
            code: false,
        };
        self.pieces.push(TextPiece::Run(TextRun { text: text.into_owned(), style, link: context.link.clone() }));
    }

    /// A note; its own words stand where its mark does.
    fn note(&mut self, node: Node<'a, 'input>) {
        if self.in_note || self.document.notes.len() >= MOST_NOTES {
            self.left.add(message!("left-notes"));
            return;
        }
        let index = self.document.notes.len();
        self.pieces.push(TextPiece::Note(index));
        self.document.notes.push(Vec::new());
        let Some(body) = child(node, "note-body") else { return };
        let outer =
            (std::mem::take(&mut self.flow), std::mem::take(&mut self.pieces), std::mem::take(&mut self.anchors));
        let boxes = std::mem::take(&mut self.boxes);
        self.flow = Flow::default();
        self.in_note = true;
        self.blocks(body, None);
        self.in_note = false;
        self.document.notes[index] = std::mem::take(&mut self.flow).finish();
        (self.flow, self.pieces, self.anchors) = outer;
        self.boxes = boxes;
    }

    /// A picture, a text box, or something that is drawn.
    fn drawing(&mut self, node: Node<'a, 'input>) {
        if child(node, "object").or_else(|| child(node, "object-ole")).is_some() {
            self.left.add(message!("left-embedded-equations"));
            return;
        }
        if let Some(inner) = child(node, "text-box") {
            self.boxes.push(inner);
            return;
        }
        if let Some(image) = child(node, "image") {
            return self.picture(image, node);
        }
        let parts: Vec<Node<'a, 'input>> = node.children().filter(Node::is_element).collect();
        if parts.iter().any(|part| name(*part) == "p") {
            self.boxes.push(node);
            return;
        }
        let inner: Vec<Node<'a, 'input>> =
            parts.into_iter().filter(|part| matches!(name(*part), "frame" | "custom-shape" | "g")).collect();
        if inner.is_empty() {
            self.left.add(message!("left-charts"));
        }
        inner.into_iter().for_each(|part| self.drawing(part));
    }

    fn picture(&mut self, image: Node<'_, '_>, frame: Node<'_, '_>) {
        let said = |key| child(frame, key).and_then(|it| it.text()).filter(|it| !it.trim().is_empty());
        let alt = clean::text(said("desc").or_else(|| said("title")).unwrap_or_default()).trim().to_owned();
        let decorative = attribute(frame, "decorative") == Some("true");
        let href = attribute(image, "href").unwrap_or_default();
        let part = href.strip_prefix("./").unwrap_or(href).to_owned();
        if part.is_empty() || part.contains("://") || part.starts_with(['/', '.']) {
            self.left.add(message!("left-picture-outside"));
            return;
        }
        let piece = self.document.picture(NamedPicture { part, alt, decorative, file: None });
        self.pieces.push(piece);
    }
}
