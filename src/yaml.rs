//! YAML text to a tree in which every key and value knows its place, the only user of the YAML library.
//! Knows nothing of what the keys mean; anchors are refused, which also bounds time and memory.

mod cuts;
pub mod edit;
mod explain;
mod layout;
mod tolerant;

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::{Budget, Error, Location, Options, Spanned};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Edit, Fix, Message, Span};
use crate::lang::{self, Hidden, SourceCharacters, TextKind};
use crate::message;

use explain::Explained;
use tolerant::Edits;

pub use tolerant::{CutText, Expects, TolerantRead, cut_by_comment, read_tolerant};

/// A value with the place where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What stands there.
    pub value: Value,
    /// Where it stands. Nodes of one tree may come from several files.
    pub span: Span,
}

/// A value as written: numbers keep their spelling, so that `1.10` stays a version.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing, `null` or `~`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as spelled.
    Number(String),
    /// Text, quoted or not.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A map in the order of the file.
    Map(Vec<(YamlKey, Node)>),
}

/// The key of a map.
#[derive(Clone, Debug, PartialEq)]
pub struct YamlKey {
    /// As written, without quotes.
    pub name: String,
    /// Where it stands.
    pub span: Span,
}

impl YamlKey {
    /// Its bytes in the whole file.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.span.range.range()
    }
}

impl Node {
    /// Its bytes in the whole file.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.span.range.range()
    }

    /// The text of a scalar: text, or a number as spelled.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) | Value::Number(text) => Some(text),
            _ => None,
        }
    }

    /// The entries of a map.
    #[must_use]
    pub fn map(&self) -> Option<&[(YamlKey, Node)]> {
        match &self.value {
            Value::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The value under a key of a map.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.map()?.iter().find(|(k, _)| k.name == key).map(|(_, node)| node)
    }

    /// The entries of a map, to change them.
    pub fn map_mut(&mut self) -> Option<&mut Vec<(YamlKey, Node)>> {
        match &mut self.value {
            Value::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The value under a key of a map, to change it.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Node> {
        self.map_mut()?.iter_mut().find(|(k, _)| k.name == key).map(|(_, node)| node)
    }

    /// Takes a key out of a map.
    pub fn take(&mut self, key: &str) -> Option<(YamlKey, Node)> {
        let entries = self.map_mut()?;
        let at = entries.iter().position(|(k, _)| k.name == key)?;
        Some(entries.remove(at))
    }

    /// The items of a list; one value alone counts as a list of one.
    #[must_use]
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => std::slice::from_ref(self),
        }
    }

    /// Whether nothing stands there.
    #[must_use]
    pub fn is_null(&self) -> bool {
        self.value == Value::Null
    }

    /// What it is, in words for messages.
    #[must_use]
    pub fn kind(&self) -> Message {
        match self.value {
            Value::Null => message!("kind-nothing"),
            Value::Bool(_) => message!("kind-bool"),
            Value::Number(_) => message!("kind-number"),
            Value::Text(_) => message!("kind-text"),
            Value::List(_) => message!("kind-list"),
            Value::Map(_) => message!("kind-map"),
        }
    }
}

/// Reads one YAML document, be it typed with mistakes that can mean one thing only. `offset` is where `text` starts in the
/// whole file.
///
/// # Errors
/// One diagnostic with the place of the first thing that cannot be read.
pub fn parse(text: &str, file: &Arc<str>, offset: usize) -> Result<Node, Box<Diagnostic>> {
    complete(text, file, offset).map(|read| read.node)
}

/// Reads one YAML document that is one without any mistake.
///
/// # Errors
/// One diagnostic with the place of the first thing that YAML does not accept.
pub fn parse_strict(text: &str, file: &Arc<str>, offset: usize) -> Result<Node, Box<Diagnostic>> {
    read(text, &Edits::default(), file, offset).map_err(|explained| explained.diagnostic)
}

/// Reads one YAML document to the last of its entries.
fn complete(text: &str, file: &Arc<str>, offset: usize) -> Result<TolerantRead, Box<Diagnostic>> {
    let mut found = Diagnostics::default();
    let read = read_tolerant(text, file, offset, &|_| Expects::Unknown, &mut found)?;
    match found.into_vec().into_iter().next() {
        Some(first) => Err(Box::new(first)),
        None => Ok(read),
    }
}

/// Reads a text with its changes; the places in the tree are those of the text as it is.
fn read(text: &str, edits: &Edits, file: &Arc<str>, offset: usize) -> Result<Node, Explained> {
    let text = edits.apply(text);
    let parsed = ParsedText { text: &text, edits, file, offset };
    if let Some((tab, is_first)) = leading_tab(&text) {
        return Err(explain::tab(parsed.span(tab..tab + 1), is_first));
    }
    let raw: Result<Spanned<Raw>, Error> = serde_yaml::from_str_with_options(&text, options());
    match raw {
        Ok(raw) => Ok(parsed.node(raw)),
        Err(error) => Err(explain::explain(&error, &text, &|range| parsed.span(range))),
    }
}

/// Whether a text can be read as YAML.
fn reads(text: &str) -> bool {
    serde_yaml::from_str_with_options::<Spanned<Raw>>(text, options()).is_ok()
}

/// Tells the hidden characters of all keys and texts below `node`. `text` is that of the file: an escape such as `"\u202E"`
/// is nowhere to be seen in it. A short text is a name that people search for.
pub fn check_characters(node: &Node, text: &str, diagnostics: &mut Diagnostics) {
    check_node(node, &YamlSource { characters: SourceCharacters::of(text) }, diagnostics);
}

fn check_node(node: &Node, source: &YamlSource<'_>, diagnostics: &mut Diagnostics) {
    match &node.value {
        Value::Text(value) => check_value(value, &node.span, source, diagnostics),
        Value::List(items) => items.iter().for_each(|item| check_node(item, source, diagnostics)),
        Value::Map(entries) => {
            for (key, value) in entries {
                check_value(&key.name, &key.span, source, diagnostics);
                check_node(value, source, diagnostics);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Bytes of a text of several lines from which on it is no title or label.
const LONGEST_NAME: usize = 300;

/// The whole text of a file.
struct YamlSource<'a> {
    characters: SourceCharacters<'a>,
}

fn check_value(value: &str, span: &Span, source: &YamlSource<'_>, diagnostics: &mut Diagnostics) {
    let long = value.len() > LONGEST_NAME && value.trim_end().contains('\n');
    let kind = if long { TextKind::Body } else { TextKind::Name };
    for found in lang::hidden_in_value(value, kind, &source.characters) {
        let range = span.range.range();
        let written = source.characters.text().get(range.clone()).and_then(|part| part.find(found.character));
        let at = written.map_or(range.clone(), |at| range.start + at..range.start + at + found.character.len_utf8());
        let fix = without(found.character, kind, span, source.characters.text());
        diagnostics.push(fix.into_iter().fold(found.diagnostic.at(Span::new(&span.file, at)), Diagnostic::fix));
    }
}

/// Takes a character out of a value wherever it stands in it and shows nothing; none where it is written as an escape.
fn without(character: char, kind: TextKind, span: &Span, text: &str) -> Option<Fix> {
    let range = span.range.range();
    let part = text.get(range.clone())?;
    let hides = |place: &Range<usize>| part[place.clone()].starts_with(character);
    let places =
        lang::hidden_in(part, kind).into_iter().filter(|(place, hidden)| *hidden == Hidden::InName && hides(place));
    let edits: Vec<Edit> = places
        .map(|(place, _)| Span::new(&span.file, range.start + place.start..range.start + place.end))
        .map(|span| Edit { span, text: String::new() })
        .collect();
    let title = message!("fix-hidden", code = format!("U+{:04X}", u32::from(character)));
    (!edits.is_empty()).then_some(Fix { title, edits })
}

/// Tells what is still to be filled in below `node`: marks such as `[[fill-in name: …]]` in its texts. `text` is that of
/// the file.
pub fn check_fill_ins(node: &Node, text: &str, diagnostics: &mut Diagnostics) {
    match &node.value {
        Value::Text(value) => {
            for mark in lang::fill_ins(value) {
                let range = node.span.range.range();
                let written = text.get(range.clone()).and_then(|part| {
                    let found = lang::fill_ins(part).into_iter().find(|other| other.name == mark.name)?;
                    Some(range.start + found.range.start..range.start + found.range.end)
                });
                let at = written.map_or(node.span.clone(), |place| Span::new(&node.span.file, place));
                diagnostics.push(Diagnostic::to_fill_in(mark.what()).at(at));
            }
        }
        Value::List(items) => items.iter().for_each(|item| check_fill_ins(item, text, diagnostics)),
        Value::Map(entries) => entries.iter().for_each(|(_, value)| check_fill_ins(value, text, diagnostics)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Reads a settings file that must be a map. `None`, and all that is wrong with it, when it cannot be read.
pub fn parse_map(text: &str, file: &Arc<str>, diagnostics: &mut Diagnostics) -> Option<Node> {
    let mut found = Diagnostics::default();
    let read = read_tolerant(text, file, 0, &|_| Expects::Unknown, &mut found);
    match read {
        Ok(read) if !found.items().is_empty() => {
            // What is missing in it would be told too, for nothing.
            drop(read);
            diagnostics.append(found);
            None
        }
        Ok(read) if read.node.map().is_some() => {
            check_characters(&read.node, text, diagnostics);
            check_fill_ins(&read.node, text, diagnostics);
            Some(read.node)
        }
        Ok(read) if read.node.is_null() => Some(Node { value: Value::Map(Vec::new()), span: Span::start_of(file) }),
        Ok(read) => {
            let message = message!("yaml-no-map", found = read.node.kind());
            diagnostics.push(Diagnostic::error(Code::YamlInvalid, message).at(read.node.span));
            None
        }
        Err(diagnostic) => {
            diagnostics.push(*diagnostic);
            None
        }
    }
}

fn options() -> Options {
    let mut budget = Budget::default();
    // An alias repeats what its anchor holds, so a small file could grow without bounds.
    budget.max_anchors = 0;
    budget.max_aliases = 0;
    // Deeper than any file of a site, and few enough for the stack.
    budget.max_depth = 64;
    serde_yaml::options! {
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        with_snippet: false,
        budget: Some(budget)
    }
}

/// The first tab in the indentation of a line, and whether the line starts with it.
fn leading_tab(text: &str) -> Option<(usize, bool)> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let indentation = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(at) = line[..indentation].find('\t').filter(|_| !line.trim().is_empty()) {
            return Some((start + at, at == 0));
        }
        start += line.len();
    }
    None
}

/// The tree as the library gives it, before spans are ours.
enum Raw {
    Null,
    Bool(bool),
    Number,
    Text(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<String>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML value")
    }
    fn visit_bool<E>(self, value: bool) -> Result<Raw, E> {
        Ok(Raw::Bool(value))
    }
    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }
    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }
    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Number)
    }
    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Number)
    }
    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }
    fn visit_str<E>(self, value: &str) -> Result<Raw, E> {
        Ok(Raw::Text(value.to_owned()))
    }
    fn visit_string<E>(self, value: String) -> Result<Raw, E> {
        Ok(Raw::Text(value))
    }
    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }
    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        Raw::deserialize(deserializer)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Raw::List(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = access.next_entry()? {
            entries.push(entry);
        }
        Ok(Raw::Map(entries))
    }
}

/// The text that a tree was read from.
struct ParsedText<'a> {
    text: &'a str,
    /// What was changed in it before it was read.
    edits: &'a Edits,
    file: &'a Arc<str>,
    /// Where it starts in the whole file.
    offset: usize,
}

impl ParsedText<'_> {
    fn node(&self, raw: Spanned<Raw>) -> Node {
        let range = bytes(raw.referenced, self.text);
        let spelled = || self.text.get(range.clone()).unwrap_or_default().trim().to_owned();
        let value = match raw.value {
            Raw::Null => Value::Null,
            Raw::Bool(value) => Value::Bool(value),
            Raw::Number => Value::Number(spelled()),
            Raw::Text(value) => Value::Text(value),
            Raw::List(items) => Value::List(items.into_iter().map(|item| self.node(item)).collect()),
            Raw::Map(entries) => Value::Map(entries.into_iter().map(|(k, v)| self.entry(k, v)).collect()),
        };
        // A collection is pointed at by its first byte only, a block scalar by its first line.
        let end = self.text[range.clone()].find('\n').map_or(range.end, |at| range.start + at);
        Node { value, span: self.span(range.start..end.max(range.start)) }
    }

    fn entry(&self, key: Spanned<String>, value: Spanned<Raw>) -> (YamlKey, Node) {
        let span = self.span(bytes(key.referenced, self.text));
        let mut node = self.node(value);
        if node.range().is_empty() {
            // An empty value or a block collection has no bytes of its own: its key shows where it is.
            node.span = span.clone();
        }
        (YamlKey { name: key.value, span }, node)
    }

    fn span(&self, range: Range<usize>) -> Span {
        let typed = self.edits.back(range);
        Span::new(self.file, self.offset + typed.start..self.offset + typed.end)
    }
}

/// The bytes of a location, on character boundaries; scanner errors give characters only.
fn bytes(location: Location, text: &str) -> Range<usize> {
    let span = location.span();
    let byte_of = |chars: usize| text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at);
    let (start, end) = match (span.byte_offset(), span.byte_len()) {
        (Some(start), Some(len)) => (to_usize(start), to_usize(start) + to_usize(len)),
        _ => {
            let start = to_usize(span.offset());
            (byte_of(start), byte_of(start + 1))
        }
    };
    let start = text.floor_char_boundary(start.min(text.len()));
    start..text.floor_char_boundary(end.min(text.len())).max(start)
}

fn to_usize(n: impl TryInto<usize>) -> usize {
    n.try_into().unwrap_or(usize::MAX / 2)
}
