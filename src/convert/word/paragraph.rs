//! Paragraphs of a document of Word: what each is by its style and its list. Knows nothing of the words in it.

use roxmltree::Node;

use super::numbering::NumberedPoint;
use super::runs::RunContext;
use super::styles::{ListPlace, ResolvedStyle, StyleRole, WordLooks};
use super::{WordReader, value};
use crate::convert::clean;
use crate::convert::flow::{FlowItem, FlowKind, FlowParagraph};
use crate::convert::left::CHANGES;
use crate::convert::parts::{attribute, child, number};
use crate::message;

/// Signs of points that are boxes, and whether they are ticked; those of the font of symbols among them.
const BOXES: &[(&str, bool)] = &[
    ("☐", false),
    ("□", false),
    ("\u{f0a8}", false),
    ("\u{f06f}", false),
    ("\u{f071}", false),
    ("\u{f072}", false),
    ("☑", true),
    ("☒", true),
    ("\u{f0fe}", true),
    ("\u{f0fd}", true),
    ("\u{f053}", true),
];

impl<'a, 'input> WordReader<'a, 'input> {
    pub(super) fn paragraph(&mut self, node: Node<'a, 'input>) {
        let properties = child(node, "pPr");
        let style = self.styles.resolve(properties.and_then(|properties| value(properties, "pStyle")));
        let kind = self.kind(properties, &style);
        if matches!(kind, FlowKind::Heading(_) | FlowKind::Title) {
            // No field goes on over a heading: one that was not closed would swallow the rest.
            self.fields.clear();
        }
        let looks = match kind {
            // What a heading or a quotation looks like is its own affair.
            FlowKind::Heading(_) | FlowKind::Title | FlowKind::Quote => {
                WordLooks { bold: None, italic: None, ..style.looks }
            }
            _ => style.looks,
        };
        self.inline(node, &RunContext { looks, link: None });
        self.fields.retain(|field| field.has_result());
        if marked(properties, &["ins", "moveTo"]) {
            self.left.add(CHANGES);
        }
        if marked(properties, &["del", "moveFrom"]) {
            // With the changes accepted this paragraph and the next are one.
            self.left.add(CHANGES);
            return;
        }
        let content = std::mem::take(&mut self.pieces);
        let anchors = std::mem::take(&mut self.anchors);
        let contents = style.role == StyleRole::Contents;
        if contents {
            self.left.settle("");
        } else {
            self.flow.paragraph(FlowParagraph { kind, content, anchors }, self.left);
        }
        for text_box in std::mem::take(&mut self.boxes) {
            self.left.add(message!("left-text-boxes"));
            self.blocks(text_box);
        }
    }

    fn kind(&mut self, properties: Option<Node<'a, 'input>>, style: &ResolvedStyle) -> FlowKind {
        let own = ListPlace::read(properties);
        let outline = properties.and_then(|properties| number(value(properties, "outlineLvl")));
        let role = match (style.role, outline) {
            (StyleRole::Body | StyleRole::ListText, Some(level @ 0..9)) => {
                StyleRole::Heading(u8::try_from(level + 1).unwrap_or(9))
            }
            (StyleRole::Heading(_), Some(9)) => StyleRole::Body,
            (role, _) => role,
        };
        let list =
            own.and_then(|own| own.list).or_else(|| style.list.and_then(|style| style.list)).filter(|list| *list > 0);
        let level = own.and_then(|own| own.level).or_else(|| style.list.and_then(|style| style.level)).unwrap_or(0);
        // Word has a place in the text for the number of a paragraph that is taken out with its changes, too.
        let point = list.and_then(|list| self.numbering.next(list, level));
        match (role, point) {
            (StyleRole::Title, _) => FlowKind::Title,
            (StyleRole::Heading(level), point) => {
                self.number_of_heading(point.as_ref());
                FlowKind::Heading(level)
            }
            (_, Some(point)) if !point.bare => self.point(&point, level),
            (StyleRole::Quote, _) => FlowKind::Quote,
            (StyleRole::ListText, _) => FlowKind::Continued,
            _ if own.is_some() || is_indented(properties) => FlowKind::Continued,
            _ => FlowKind::Body,
        }
    }

    /// The number that Word shows before a heading, which people refer to.
    fn number_of_heading(&mut self, point: Option<&NumberedPoint>) {
        let label = point.filter(|point| point.number.is_some()).map(|point| clean::text(&point.label));
        if let Some(label) = label.filter(|label| !label.trim().is_empty()) {
            self.pieces.push(clean::words(&format!("{label} ")));
        }
    }

    fn point(&mut self, point: &NumberedPoint, level: usize) -> FlowKind {
        if point.other_form {
            self.left.add(message!("left-list-letters"));
        }
        let label = point.label.trim();
        let done = BOXES.iter().find(|(sign, _)| *sign == label).map(|(_, done)| *done);
        FlowKind::Item(FlowItem { level, number: point.number, done })
    }
}

/// Whether the end of a paragraph was put in or taken out while the changes were tracked.
fn marked(properties: Option<Node<'_, '_>>, names: &[&str]) -> bool {
    let mark = properties.and_then(|properties| child(properties, "rPr"));
    mark.is_some_and(|mark| names.iter().any(|name| child(mark, name).is_some()))
}

/// Whether a paragraph stands further in, as the second paragraph of a point does.
fn is_indented(properties: Option<Node<'_, '_>>) -> bool {
    let indent = properties.and_then(|properties| child(properties, "ind"));
    let left = indent.and_then(|indent| attribute(indent, "left").or_else(|| attribute(indent, "start")));
    number(left).is_some_and(|left| left > 0)
}
