//! XLIFF that came back, to texts with their places. Knows nothing of which texts there should be.

use std::collections::BTreeSet;
use std::sync::Arc;

use roxmltree::{Document, Error, Node, ParsingOptions};

use super::{OURS, Received, ReceivedPart, ReceivedUnit, Segment, XLIFF};
use crate::diagnostic::{Code, Diagnostic, Lines, Message, Span};
use crate::document::units::{Placeholder, PlaceholderKind, Unit, UnitToken, normal};
use crate::message;
use crate::settings::Located;
use crate::xml;

/// Elements of the largest packet: hundreds of pages. A packet comes from outside, so its cost is bounded.
const MOST: u32 = 2_000_000;

/// Marks that may stand in each other: more than any text has, and few enough for the stack.
const DEEPEST: usize = 40;

/// Reads a packet. All that is wrong with its form is told at once.
///
/// # Errors
/// Diagnostics of code `exchange-invalid`.
pub fn read(text: &Arc<str>, file: &Arc<str>) -> Result<Received, Vec<Diagnostic>> {
    // Before the parser, whose cost grows faster than the file.
    xml::bounds(text, MOST as usize).map_err(|excess| {
        let at = Span::new(file, excess.at..excess.at + 1);
        vec![invalid(message!("packet-not-one", why = &excess.message)).at(at).help(message!("export-again-help"))]
    })?;
    let options = ParsingOptions { nodes_limit: MOST, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| vec![unreadable(&error, text, file)])?;
    let mut reading = XliffReader { file, wrong: Vec::new() };
    let received = reading.packet(document.root_element());
    match received.filter(|_| reading.wrong.is_empty()) {
        Some(received) => Ok(received),
        None => Err(reading.wrong),
    }
}

fn unreadable(error: &Error, text: &Arc<str>, file: &Arc<str>) -> Diagnostic {
    if matches!(error, Error::DtdDetected) {
        let at = text.find("<!DOCTYPE").unwrap_or(0);
        return invalid(message!("packet-doctype"))
            .at(Span::new(file, at..at + 9))
            .help(message!("packet-doctype-help"));
    }
    let place = error.pos();
    let at = Lines::new(Arc::clone(text)).offset(place.row as usize, place.col as usize);
    invalid(message!("packet-not-xml")).at(Span::new(file, at..at + 1)).help(message!("packet-not-xml-help"))
}

fn invalid(message: Message) -> Diagnostic {
    Diagnostic::error(Code::ExchangeInvalid, message)
}

struct XliffReader<'f> {
    file: &'f Arc<str>,
    wrong: Vec<Diagnostic>,
}

impl XliffReader<'_> {
    fn say(&mut self, node: Node<'_, '_>, message: Message, help: Message) {
        let span = self.tag(node);
        self.wrong.push(invalid(message).at(span).help(help));
    }

    /// The place of the name of an element.
    fn tag(&self, node: Node<'_, '_>) -> Span {
        let start = node.range().start;
        Span::new(self.file, start..start + 1 + node.tag_name().name().len())
    }

    fn attribute(&self, node: Node<'_, '_>, namespace: Option<&str>, name: &str) -> Option<Located<Arc<str>>> {
        let found = match namespace {
            Some(namespace) => node.attribute_node((namespace, name)),
            None => node.attribute_node(name),
        }?;
        Some(Located { value: Arc::from(found.value()), span: Span::new(self.file, found.range_value()) })
    }

    fn needed(&mut self, node: Node<'_, '_>, name: &str) -> Option<Located<Arc<str>>> {
        let found = self.attribute(node, None, name);
        if found.is_none() {
            let element = node.tag_name().name();
            self.say(
                node,
                message!("packet-lacks-attribute", element = element, name = name),
                message!("export-again-help"),
            );
        }
        found
    }

    fn packet(&mut self, root: Node<'_, '_>) -> Option<Received> {
        let name = root.tag_name();
        if (name.namespace(), name.name()) != (Some(XLIFF), "xliff") {
            let older = name.name() == "xliff";
            let message = if older { message!("packet-xliff-1") } else { message!("packet-no-xliff") };
            self.say(root, message, message!("packet-no-xliff-help"));
            return None;
        }
        let target = self.needed(root, "trgLang");
        let files = root.children().filter(|node| node.has_tag_name((XLIFF, "file")));
        let parts: Vec<ReceivedPart> = files.filter_map(|node| self.part(node)).collect();
        if parts.is_empty() && self.wrong.is_empty() {
            self.say(root, message!("packet-empty"), message!("export-again-help"));
        }
        let source = self.attribute(root, None, "srcLang");
        Some(Received { source, target: target?, parts })
    }

    fn part(&mut self, node: Node<'_, '_>) -> Option<ReceivedPart> {
        let original = self.needed(node, "original");
        let mut units = Vec::new();
        let mut seen = BTreeSet::new();
        for node in node.descendants().filter(|node| node.has_tag_name((XLIFF, "unit"))) {
            let Some(id) = self.needed(node, "id") else { continue };
            if !seen.insert(Arc::clone(&id.value)) {
                let message = message!("packet-text-twice-in-file", id = &id.value);
                self.wrong.push(invalid(message).at(id.span.clone()).help(message!("keep-right-one-help")));
            }
            let target = self.target(node);
            units.push(ReceivedUnit { id, target });
        }
        Some(ReceivedPart {
            original: original?,
            hash: self.attribute(node, Some(OURS), "hash"),
            replaces: self.attribute(node, Some(OURS), "replaces"),
            units,
        })
    }

    /// The translation of a unit: that of its segments, with what stands between them.
    fn target(&mut self, unit: Node<'_, '_>) -> Option<Located<Vec<Segment>>> {
        let mut pieces = Vec::new();
        let mut place = None;
        for part in unit.children().filter(Node::is_element) {
            let between = part.has_tag_name((XLIFF, "ignorable"));
            if !between && !part.has_tag_name((XLIFF, "segment")) {
                continue;
            }
            let child = |name| part.children().find(|node| node.has_tag_name((XLIFF, name)));
            let target = child("target").filter(|target| !is_empty(*target));
            match target.or_else(|| child("source").filter(|_| between)) {
                Some(node) => {
                    if !between {
                        place.get_or_insert_with(|| self.tag(node));
                    }
                    self.inline(node, &mut pieces, 0);
                }
                // A part without a translation: the whole has none.
                None if !between => return None,
                None => {}
            }
        }
        place.map(|span| Located { value: pieces, span })
    }

    fn inline(&mut self, node: Node<'_, '_>, pieces: &mut Vec<Segment>, depth: usize) {
        if depth > DEEPEST {
            self.say(node, message!("packet-marks-deep"), message!("export-again-help"));
            return;
        }
        for child in node.children() {
            if let Some(text) = child.text().filter(|_| child.is_text()) {
                pieces.push(Segment::Text(text.to_owned()));
            }
            if !child.is_element() {
                continue;
            }
            match child.tag_name().name() {
                "ph" => pieces.extend(self.needed(child, "id").map(Segment::Held)),
                "pc" => {
                    let id = self.needed(child, "id");
                    pieces.extend(id.clone().map(Segment::Open));
                    self.inline(child, pieces, depth + 1);
                    pieces.extend(id.map(Segment::Close));
                }
                // A pair that a program has split.
                "sc" => pieces.extend(self.needed(child, "id").map(Segment::Open)),
                "ec" => {
                    let id = self.attribute(child, None, "startRef").or_else(|| self.needed(child, "id"));
                    pieces.extend(id.map(Segment::Close));
                }
                "cp" => pieces.extend(self.character(child).map(|c| Segment::Text(c.to_string()))),
                // Remarks of a translator.
                "mrk" => self.inline(child, pieces, depth + 1),
                "sm" | "em" => {}
                other => {
                    let message = message!("packet-no-part", element = other);
                    self.say(child, message, message!("packet-no-part-help"));
                }
            }
        }
    }

    fn character(&mut self, node: Node<'_, '_>) -> Option<char> {
        let hex = self.needed(node, "hex")?;
        let found = u32::from_str_radix(&hex.value, 16).ok().and_then(char::from_u32);
        if found.is_none() {
            let message = message!("packet-no-character", value = &hex.value);
            self.wrong.push(invalid(message).at(hex.span).help(message!("packet-no-character-help")));
        }
        found
    }
}

fn is_empty(target: Node<'_, '_>) -> bool {
    target.children().all(|node| node.is_comment() || node.text().is_some_and(|text| text.trim().is_empty()))
}

/// A translation as tokens of its unit, after the check that everything that must stay is there once and that pairs
/// are closed in order.
///
/// # Errors
/// A diagnostic at the mark that is wrong, or at the translation that lacks one.
pub fn tokens(unit: &Unit, target: &Located<Vec<Segment>>) -> Result<Vec<UnitToken>, Box<Diagnostic>> {
    let mut tokens = Vec::with_capacity(target.value.len());
    let mut open: Vec<usize> = Vec::new();
    let mut used = BTreeSet::new();
    for piece in &target.value {
        match piece {
            Segment::Text(text) => tokens.push(UnitToken::Text(text.clone())),
            Segment::Held(id) => {
                let index = held(unit, id, false)?;
                once(&mut used, index, unit, id)?;
                tokens.push(UnitToken::Placeholder(index));
            }
            Segment::Open(id) => {
                let index = held(unit, id, true)?;
                once(&mut used, index, unit, id)?;
                open.push(index);
                tokens.push(UnitToken::Open(index));
            }
            Segment::Close(id) => {
                let index = held(unit, id, true)?;
                if open.pop() != Some(index) {
                    let message = message!("packet-mark-ends-early", id = &id.value);
                    return Err(broken(message, id.span.clone(), message!("packet-mark-ends-early-help")));
                }
                tokens.push(UnitToken::Close(index));
            }
        }
    }
    if let Some(index) = open.pop() {
        let message = message!("packet-mark-open", id = index + 1);
        return Err(broken(message, target.span.clone(), message!("packet-mark-open-help")));
    }
    let missing = |(index, held): &(usize, &Placeholder)| !held.what.optional() && !used.contains(index);
    if let Some((index, held)) = unit.held.iter().enumerate().find(missing) {
        let message = message!("packet-mark-missing", id = index + 1, mark = shown(held));
        return Err(broken(message, target.span.clone(), message!("packet-mark-missing-help")));
    }
    let tokens = normal(unit, tokens);
    let is_id = |token: &UnitToken| matches!(token, UnitToken::Placeholder(index) if unit.held[*index].what == PlaceholderKind::Id);
    if tokens.iter().rev().skip(1).any(is_id) {
        let message = message!("packet-behind-id");
        return Err(broken(message, target.span.clone(), message!("packet-behind-id-help")));
    }
    Ok(tokens)
}

fn broken(message: Message, at: Span, help: Message) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(Code::ExchangePlaceholder, message).at(at).help(help))
}

/// The index of what a mark stands for.
fn held(unit: &Unit, id: &Located<Arc<str>>, pair: bool) -> Result<usize, Box<Diagnostic>> {
    let index = id.value.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let fits = |index: &usize| {
        unit.held.get(*index).is_some_and(|held| (pair && !held.close.is_empty()) || (!pair && held.close.is_empty()))
    };
    index.filter(fits).ok_or_else(|| {
        let marks: Vec<String> =
            unit.held.iter().enumerate().map(|(index, held)| format!("`{}` {}", index + 1, shown(held))).collect();
        let help = match marks.as_slice() {
            [] => message!("packet-no-marks-help"),
            marks => message!("packet-marks-help", marks = marks.join(", ")),
        };
        broken(message!("packet-mark-unknown", id = &id.value), id.span.clone(), help)
    })
}

fn once(used: &mut BTreeSet<usize>, index: usize, unit: &Unit, id: &Located<Arc<str>>) -> Result<(), Box<Diagnostic>> {
    if used.insert(index) {
        return Ok(());
    }
    let message = message!("packet-mark-twice", id = &id.value, mark = shown(&unit.held[index]));
    Err(broken(message, id.span.clone(), message!("keep-once-help")))
}

fn shown(held: &Placeholder) -> String {
    let text = if held.close.is_empty() { held.open.clone() } else { format!("{}…{}", held.open, held.close) };
    format!("`{text}`")
}
