//! The words of a paragraph of Word: runs, links, fields, notes, pictures, boxes to tick. Knows nothing of paragraphs.

use std::borrow::Cow;
use std::sync::Arc;

use roxmltree::Node;

use super::styles::{Raised, WordLooks};
use super::{WantedNote, WordReader, WordSpace, is_on, tag, value};
use crate::convert::clean;
use crate::convert::left::{CHANGES, COMMENTS};
use crate::convert::model::{NamedPicture, RunStyle, TextPiece, TextRun};
use crate::convert::parts::{attribute, child, elements, inside};
use crate::message;

/// Fields that may stand in each other.
const DEEPEST_FIELD: usize = 32;

/// Notes of a text.
const MOST_NOTES: usize = 5_000;

/// What holds for the runs below a node.
#[derive(Clone, Default)]
pub(super) struct RunContext {
    /// The looks of the paragraph.
    pub(super) looks: WordLooks,
    pub(super) link: Option<Arc<str>>,
}

/// Something that Word works out: a link, a number of a page.
#[derive(Debug, Default)]
pub(super) struct WordField {
    instruction: String,
    /// Whether what follows is what was worked out.
    result: bool,
    link: Option<Arc<str>>,
    /// Whether what was worked out means nothing on a page.
    dropped: bool,
}

impl WordField {
    pub(super) fn has_result(&self) -> bool {
        self.result
    }
}

impl<'a, 'input> WordReader<'a, 'input> {
    /// Reads the runs below a node.
    pub(super) fn inline(&mut self, parent: Node<'a, 'input>, context: &RunContext) {
        if tag(parent).0 == WordSpace::Formula {
            return self.formula(parent, context);
        }
        for node in elements(parent) {
            match tag(node) {
                (WordSpace::Word, "r") => self.run(node, context),
                (WordSpace::Word, "hyperlink") => {
                    let link = self.target(node).or_else(|| context.link.clone());
                    self.inline(node, &RunContext { looks: context.looks, link });
                }
                (WordSpace::Word, "ins" | "moveTo") => {
                    self.left.add(CHANGES);
                    self.inline(node, context);
                }
                (WordSpace::Word, "del" | "moveFrom") => self.left.add(CHANGES),
                (WordSpace::Word, "fldSimple") => {
                    let mut field = WordField {
                        instruction: attribute(node, "instr").unwrap_or_default().to_owned(),
                        result: true,
                        ..WordField::default()
                    };
                    self.understand(&mut field);
                    self.fields.push(field);
                    let depth = self.fields.len();
                    self.inline(node, context);
                    self.fields.truncate(depth - 1);
                }
                (WordSpace::Word, "sdt") => self.inline_control(node, context),
                (WordSpace::Word, "smartTag" | "customXml" | "dir" | "bdo" | "sdtContent") => {
                    self.inline(node, context);
                }
                (WordSpace::Word, "bookmarkStart") => self.anchors.extend(attribute(node, "name").map(str::to_owned)),
                (WordSpace::Compatibility, "AlternateContent") => {
                    if let Some(choice) = elements(node).next() {
                        self.inline(choice, context);
                    }
                }
                (WordSpace::Formula, _) => self.formula(node, context),
                _ => {}
            }
        }
    }

    fn run(&mut self, node: Node<'a, 'input>, context: &RunContext) {
        let properties = child(node, "rPr");
        let style = properties.and_then(|properties| value(properties, "rStyle"));
        let named = style.map(|style| self.styles.resolve(Some(style)).looks).unwrap_or_default();
        let looks = WordLooks::read(properties).or(named).or(context.looks);
        if looks.hidden == Some(true) {
            if elements(node).any(|node| node.tag_name().name() == "t") {
                self.left.add(message!("left-hidden-words"));
            }
            return;
        }
        self.run_parts(node, &RunContext { looks, link: context.link.clone() });
    }

    fn run_parts(&mut self, parent: Node<'a, 'input>, context: &RunContext) {
        for node in elements(parent) {
            match tag(node) {
                (WordSpace::Word, "t") => self.words(node.text().unwrap_or_default(), context),
                (WordSpace::Word, "instrText") => {
                    if let Some(field) = self.fields.last_mut().filter(|field| !field.result) {
                        field.instruction.push_str(node.text().unwrap_or_default());
                    }
                }
                (WordSpace::Word, "fldChar") => self.field_mark(node, context),
                (WordSpace::Word, "br" | "cr")
                    if self.shows() && attribute(node, "type").is_none_or(|kind| kind == "textWrapping") =>
                {
                    self.pieces.push(TextPiece::Break);
                }
                // A new page or column parts words as a space does.
                (WordSpace::Word, "tab" | "ptab" | "br") => self.words(" ", context),
                (WordSpace::Word, "noBreakHyphen") => self.words("-", context),
                (WordSpace::Word, "sym") => self.symbol(node, context),
                (WordSpace::Word, "footnoteReference") => self.note_mark(node, false),
                (WordSpace::Word, "endnoteReference") => self.note_mark(node, true),
                (WordSpace::Word, "commentReference") => self.left.add(COMMENTS),
                (WordSpace::Word, "drawing") => self.drawing(node),
                (WordSpace::Word, "pict") => self.old_drawing(node),
                (WordSpace::Word, "object") => {
                    self.left.add(message!("left-embedded"));
                }
                (WordSpace::Word, "ruby") => {
                    if let Some(base) = child(node, "rubyBase") {
                        self.inline(base, context);
                    }
                }
                (WordSpace::Compatibility, "AlternateContent") => {
                    if let Some(choice) = elements(node).next() {
                        self.run_parts(choice, context);
                    }
                }
                _ => {}
            }
        }
    }

    /// Whether what is read now is shown: it is no instruction of a field, and no number of a page.
    fn shows(&self) -> bool {
        self.fields.iter().all(|field| field.result && !field.dropped)
    }

    fn words(&mut self, raw: &str, context: &RunContext) {
        if !self.shows() {
            return;
        }
        let text = clean::text(raw);
        let looks = context.looks;
        let text = match looks.raised {
            Some(Raised::Above) => clean::raised(&text),
            Some(Raised::Below) => clean::lowered(&text),
            Some(Raised::No) | None => Cow::Borrowed(&*text),
        };
        let style = RunStyle {
            bold: looks.bold == Some(true),
            italic: looks.italic == Some(true),
            strike: looks.strike == Some(true),
            code: false,
        };
        let field = self.fields.iter().rev().find_map(|field| field.link.clone());
        let link = context.link.clone().or(field);
        self.pieces.push(TextPiece::Run(TextRun { text: text.into_owned(), style, link }));
    }

    /// Where a link leads.
    fn target(&mut self, node: Node<'_, '_>) -> Option<Arc<str>> {
        let relation = attribute(node, "id").and_then(|id| self.relations.get(id));
        let place = attribute(node, "anchor");
        let address = match (relation, place) {
            (Some(relation), Some(place)) if relation.external && !relation.target.contains('#') => {
                format!("{}#{place}", relation.target)
            }
            (Some(relation), _) => relation.target.clone(),
            (None, Some(place)) => format!("#{place}"),
            (None, None) => return None,
        };
        self.link(&address)
    }

    fn link(&mut self, address: &str) -> Option<Arc<str>> {
        clean::address(address).map_err(|why| self.left.add(why)).ok()
    }

    fn field_mark(&mut self, node: Node<'a, 'input>, context: &RunContext) {
        match attribute(node, "fldCharType") {
            Some("begin") if self.fields.len() < DEEPEST_FIELD => {
                if let Some(ticked) = child(node, "ffData").and_then(|data| child(data, "checkBox")) {
                    let state = child(ticked, "checked").or_else(|| child(ticked, "default"));
                    self.words(if state.is_some_and(is_on) { "☒ " } else { "☐ " }, context);
                }
                self.fields.push(WordField::default());
            }
            Some("separate") => {
                if let Some(mut field) = self.fields.pop() {
                    self.understand(&mut field);
                    field.result = true;
                    self.fields.push(field);
                }
            }
            Some("end") => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    /// Reads what a field is to work out.
    fn understand(&mut self, field: &mut WordField) {
        let mut words = field.instruction.split_whitespace();
        match words.next().map(str::to_ascii_uppercase).as_deref() {
            Some("HYPERLINK") => {
                let quoted: Vec<&str> = field.instruction.split('"').skip(1).step_by(2).collect();
                let inner = field.instruction.contains("\\l");
                let bare = words.next().filter(|word| !word.starts_with(['\\', '"']));
                let address = match (quoted.first().copied().or(bare), inner) {
                    (Some(place), true) if quoted.len() < 2 => format!("#{place}"),
                    (Some(address), _) => address.to_owned(),
                    (None, _) => return,
                };
                field.link = self.link(&address);
            }
            Some("TOC" | "PAGE" | "NUMPAGES" | "SECTIONPAGES" | "PAGEREF" | "INDEX" | "TOA" | "RD" | "TC" | "XE") => {
                field.dropped = true;
            }
            _ => {}
        }
    }

    /// A control for content among words; a box to tick is one.
    fn inline_control(&mut self, node: Node<'a, 'input>, context: &RunContext) {
        let properties = child(node, "sdtPr");
        if let Some(ticked) = properties.and_then(|properties| child(properties, "checkbox")) {
            let on = child(ticked, "checked").is_some_and(is_on);
            self.words(if on { "☒ " } else { "☐ " }, context);
            return;
        }
        if properties.is_some_and(|properties| child(properties, "showingPlcHdr").is_some()) {
            return;
        }
        if let Some(content) = child(node, "sdtContent") {
            self.inline(content, context);
        }
    }

    /// A sign of a font of symbols; the private places that such fonts have say nothing without them.
    fn symbol(&mut self, node: Node<'_, '_>, context: &RunContext) {
        let code = attribute(node, "char").and_then(|code| u32::from_str_radix(code, 16).ok()).unwrap_or(0);
        let code = if (0xf000..0xf100).contains(&code) { code - 0xf000 } else { code };
        let wing = attribute(node, "font").is_some_and(|font| font.starts_with("Wingdings"));
        let sign = match (code, wing) {
            (0xa8 | 0x6f | 0x71 | 0x72, true) => "☐",
            (0xfe, true) => "☑",
            (0xfd | 0x78, true) => "☒",
            (0xfc, true) => "✓",
            (0xfb, true) => "✗",
            (0xe0, true) | (0xae, false) => "→",
            (0xdf, true) => "←",
            (0x4a, true) => "🙂",
            (0xb7, false) => "•",
            _ => "",
        };
        if sign.is_empty() {
            self.left.add(message!("left-symbols"));
        } else {
            self.words(sign, context);
        }
    }

    fn note_mark(&mut self, node: Node<'_, '_>, end: bool) {
        let Some(id) = attribute(node, "id").filter(|_| self.shows()) else { return };
        if self.in_note || self.notes.len() >= MOST_NOTES {
            self.left.add(message!("left-notes"));
            return;
        }
        let next = self.notes.len();
        let index = *self.note_indexes.entry((end, id.to_owned())).or_insert(next);
        if index == next {
            self.notes.push(WantedNote { id: id.to_owned(), end });
        }
        self.pieces.push(TextPiece::Note(index));
    }

    fn formula(&mut self, node: Node<'a, 'input>, context: &RunContext) {
        self.left.add(message!("left-equations"));
        let signs: String =
            node.descendants().filter(|it| tag(*it) == (WordSpace::Formula, "t")).filter_map(|it| it.text()).collect();
        self.words(&signs, context);
    }

    /// A picture, a text box, or something that is drawn.
    fn drawing(&mut self, node: Node<'a, 'input>) {
        let mut found = false;
        for part in node.descendants().filter(Node::is_element) {
            match part.tag_name().name() {
                "blip" if !in_box(part, node) => {
                    found = true;
                    self.picture(part, node);
                }
                "txbxContent" if !in_box(part, node) => {
                    found = true;
                    self.boxes.push(part);
                }
                _ => {}
            }
        }
        if !found {
            self.left.add(message!("left-charts"));
        }
    }

    fn picture(&mut self, blip: Node<'_, '_>, drawing: Node<'_, '_>) {
        let about = inside(drawing, "docPr");
        let said = about.and_then(|about| {
            attribute(about, "descr").filter(|it| !it.trim().is_empty()).or_else(|| attribute(about, "title"))
        });
        let decorative = inside(drawing, "decorative").is_some_and(is_on);
        self.take_picture(attribute(blip, "embed"), said, decorative);
    }

    fn old_drawing(&mut self, node: Node<'a, 'input>) {
        for part in node.descendants().filter(Node::is_element) {
            match tag(part) {
                (WordSpace::OldDrawing, "imagedata") => {
                    let shape = part.parent().and_then(|shape| attribute(shape, "alt"));
                    self.take_picture(attribute(part, "id"), shape, false);
                }
                (WordSpace::Word, "txbxContent") if !in_box(part, node) => self.boxes.push(part),
                _ => {}
            }
        }
    }

    fn take_picture(&mut self, id: Option<&str>, alt: Option<&str>, decorative: bool) {
        let relation = id.and_then(|id| self.relations.get(id));
        match relation {
            Some(relation) if !relation.external && self.shows() => {
                let alt = clean::text(alt.unwrap_or_default()).trim().to_owned();
                let picture = NamedPicture { part: relation.target.clone(), alt, decorative, file: None };
                let piece = self.document.picture(picture);
                self.pieces.push(piece);
            }
            _ => self.left.add(message!("left-picture-outside")),
        }
    }
}

/// Whether a part of a drawing stands in a text box of it, which is read later.
fn in_box(part: Node<'_, '_>, drawing: Node<'_, '_>) -> bool {
    let above = part.ancestors().skip(1).take_while(|node| *node != drawing);
    above.filter(Node::is_element).any(|node| node.tag_name().name() == "txbxContent")
}
