//! Changes to YAML texts in place: what is not changed stays byte for byte, with its comments, order and quotes. Every
//! change is read again and compared with the tree that was meant, so a text is changed as asked or not at all.
//! Knows nothing of what the keys mean.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::cuts::{CutFrom, Cuts, by_parent};
use super::layout::{self, Layout, LayoutItem, LayoutStyle, line_end, line_start};
use super::{Node, Value, YamlKey};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::message;

/// A step from a value to one in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum YamlStep {
    /// The value under a key of a map.
    Key(String),
    /// An item of a list, from 0.
    Item(usize),
}

impl From<&str> for YamlStep {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

impl From<usize> for YamlStep {
    fn from(index: usize) -> Self {
        Self::Item(index)
    }
}

/// A value that is to be written.
#[derive(Clone, Debug, PartialEq)]
pub enum YamlValue {
    /// Text, in quotes only where it would be read as something else.
    Text(String),
    /// Text in double quotes.
    Quoted(String),
    /// A number, a day or `true`, as it is written.
    Plain(String),
    /// A list, in brackets.
    List(Vec<YamlValue>),
    /// A map, in braces.
    Map(Vec<(String, YamlValue)>),
}

/// A text of YAML, or the part of a file that is one, while it is changed.
#[derive(Clone, Debug)]
pub struct YamlText {
    before: String,
    text: String,
    after: String,
    file: Arc<str>,
    root: Node,
}

impl YamlText {
    /// Reads a whole file.
    ///
    /// # Errors
    /// What cannot be read.
    pub fn read(text: &str, file: &Arc<str>) -> Result<Self, Box<Diagnostic>> {
        let start = text.len() - text.trim_start_matches('\u{feff}').len();
        Self::part(text, start..text.len(), file)
    }

    /// Reads a part of a file, such as its front matter.
    ///
    /// # Errors
    /// What cannot be read.
    pub fn part(text: &str, range: Range<usize>, file: &Arc<str>) -> Result<Self, Box<Diagnostic>> {
        let (before, after) = (text[..range.start].to_owned(), text[range.end..].to_owned());
        // A place in a message is one in the whole file; those of the tree here are in the part.
        let typed = super::complete(&text[range.clone()], file, range.start)?;
        // What YAML does not accept is written so that it does: changes are made to forms that are known.
        let part = typed.mended.unwrap_or_else(|| text[range].to_owned());
        let root = super::parse(&part, file, 0)?;
        Ok(Self { before, text: part, after, file: Arc::clone(file), root })
    }

    /// The tree as it is now.
    #[must_use]
    pub fn root(&self) -> &Node {
        &self.root
    }

    /// The value at a path.
    #[must_use]
    pub fn get(&self, path: &[YamlStep]) -> Option<&Node> {
        path.iter().try_fold(&self.root, |node, step| child(node, index(node, step)?))
    }

    /// The whole file.
    #[must_use]
    pub fn into_text(self) -> String {
        format!("{}{}{}", self.before, self.text, self.after)
    }

    /// Takes keys and items away, each with its value. A list or map that is emptied stays, as `[]` or `{}`. Comments above
    /// what goes stay; the one behind it goes.
    ///
    /// # Errors
    /// A diagnostic for a path that leads nowhere, or a form of YAML that cannot be changed here.
    pub fn remove(&mut self, paths: &[Vec<YamlStep>]) -> Result<(), Box<Diagnostic>> {
        let gone: Option<BTreeSet<Vec<usize>>> = paths.iter().map(|path| self.indexes(path)).collect();
        let gone = gone.filter(|gone| !gone.contains(&Vec::new())).ok_or_else(|| self.refused(None))?;
        let layout = self.layout()?;
        let mut cuts = Cuts { text: &self.text, changes: Vec::new() };
        let mut wanted = self.root.clone();
        cuts.remove(&CutFrom { layout: &layout, behind: None }, &mut wanted, &by_parent(&gone), &mut Vec::new());
        let changes = cuts.changes;
        self.change(changes, &wanted)
    }

    /// Sets the value of a key: in the place of an old one, in its quotes, else behind the last key of its map.
    ///
    /// # Errors
    /// A diagnostic for a path that leads to no map, or a form of YAML that cannot be changed here.
    pub fn set(&mut self, path: &[YamlStep], value: &YamlValue) -> Result<(), Box<Diagnostic>> {
        if let Some(indexes) = self.indexes(path).filter(|indexes| !indexes.is_empty()) {
            return self.replace(&indexes, value);
        }
        match path.split_last() {
            Some((YamlStep::Key(key), parent)) => {
                let last = self.get(parent).and_then(Node::map).map_or(0, <[_]>::len);
                self.insert(parent, last, NewYamlItem { key: Some(key), value })
            }
            _ => Err(self.refused(None)),
        }
    }

    /// Puts an item into a list, before the one of that index, or behind the last one.
    ///
    /// # Errors
    /// A diagnostic for a path that leads to no list, or a form of YAML that cannot be changed here.
    pub fn insert_item(&mut self, path: &[YamlStep], at: usize, value: &YamlValue) -> Result<(), Box<Diagnostic>> {
        self.insert(path, at, NewYamlItem { key: None, value })
    }

    /// Gives a key another name.
    ///
    /// # Errors
    /// A diagnostic for a path that leads to no key.
    pub fn rename(&mut self, path: &[YamlStep], name: &str) -> Result<(), Box<Diagnostic>> {
        let Some(indexes) = self.indexes(path) else { return Err(self.refused(None)) };
        let mut wanted = self.root.clone();
        let Some((last, parent)) = indexes.split_last() else { return Err(self.refused(None)) };
        let Some(Value::Map(entries)) = at_mut(&mut wanted, parent).map(|node| &mut node.value) else {
            return Err(self.refused(None));
        };
        let key = entries[*last].0.clone();
        name.clone_into(&mut entries[*last].0.name);
        let is_quoted = self.text[key.range()].starts_with(['"', '\'']);
        let written = if is_quoted { json(name) } else { key_text(name) };
        self.change(vec![(key.range(), written)], &wanted)
    }

    fn indexes(&self, path: &[YamlStep]) -> Option<Vec<usize>> {
        let mut node = &self.root;
        let mut indexes = Vec::with_capacity(path.len());
        for step in path {
            let at = index(node, step)?;
            node = child(node, at)?;
            indexes.push(at);
        }
        Some(indexes)
    }

    fn layout(&self) -> Result<Layout, Box<Diagnostic>> {
        layout::of(&self.text, &self.root).ok_or_else(|| self.refused(None))
    }

    fn replace(&mut self, indexes: &[usize], value: &YamlValue) -> Result<(), Box<Diagnostic>> {
        let layout = self.layout()?;
        let Some((item, style)) = item_at(&layout, indexes) else { return Err(self.refused(None)) };
        let in_flow = style == LayoutStyle::Flow;
        let old = &self.text[item.value.range.clone()];
        let mut written = match (value, old.chars().next()) {
            (YamlValue::Text(new) | YamlValue::Quoted(new), Some('\'')) if !new.contains('\n') => {
                format!("'{}'", new.replace('\'', "''"))
            }
            (YamlValue::Text(new) | YamlValue::Quoted(new), Some('"')) => json(new),
            _ => rendered(value),
        };
        let mut range = item.value.range.clone();
        let behind_key = range.start == item.value_start && !in_flow || range.is_empty();
        if item.value.style == LayoutStyle::Block {
            // Behind the key, where a block stood on the lines below it.
            range.start = item.value_start;
            written.insert(0, ' ');
        } else if behind_key && !self.text[..range.start].ends_with([' ', '[', ',']) {
            written.insert(0, ' ');
        }
        let mut wanted = self.root.clone();
        let new = self.parsed(&rendered(value))?;
        let Some(node) = at_mut(&mut wanted, indexes) else { return Err(self.refused(None)) };
        *node = new;
        self.change(vec![(range, written)], &wanted)
    }

    fn insert(&mut self, path: &[YamlStep], at: usize, item: NewYamlItem<'_>) -> Result<(), Box<Diagnostic>> {
        let Some(indexes) = self.indexes(path) else { return Err(self.refused(None)) };
        let layout = self.layout_of_parent(&indexes)?;
        let new = self.parsed(&rendered(item.value))?;
        let mut wanted = self.root.clone();
        let Some(parent) = at_mut(&mut wanted, &indexes) else { return Err(self.refused(None)) };
        let is_empty = parent.is_null();
        match (&mut parent.value, item.key) {
            (Value::Map(entries), Some(key)) => entries.insert(at.min(entries.len()), (named(key), new)),
            (Value::List(items), None) => items.insert(at.min(items.len()), new),
            (value @ Value::Null, Some(key)) => *value = Value::Map(vec![(named(key), new)]),
            (value @ Value::Null, None) => *value = Value::List(vec![new]),
            _ => return Err(self.refused(None)),
        }
        let change = match layout {
            Some(layout) => self.inserted(find(&self.text, &layout, &indexes), at, &item, is_empty),
            None => Some((self.text.len()..self.text.len(), self.first_line(&item))),
        };
        match change {
            Some(change) => self.change(vec![change], &wanted),
            None => Err(self.refused(None)),
        }
    }

    /// The layout; none of a text that holds nothing.
    fn layout_of_parent(&self, indexes: &[usize]) -> Result<Option<Layout>, Box<Diagnostic>> {
        if indexes.is_empty() && self.root.is_null() { Ok(None) } else { self.layout().map(Some) }
    }

    /// The first line of a text that holds nothing but comments.
    fn first_line(&self, item: &NewYamlItem<'_>) -> String {
        let newline = self.newline();
        let start = if self.text.is_empty() || self.text.ends_with('\n') { "" } else { newline };
        format!("{start}{}{newline}", item.in_block())
    }

    fn inserted(
        &self,
        place: Option<InsertPlace<'_>>,
        at: usize,
        item: &NewYamlItem<'_>,
        is_empty: bool,
    ) -> Option<(Range<usize>, String)> {
        let InsertPlace { layout, value_start, column } = place?;
        let (text, newline) = (&self.text, self.newline());
        if is_empty {
            // Below the key, with the comment that may stand behind it.
            let behind = text[..line_end(text, value_start)].trim_end_matches(['\n', '\r']).len();
            let indent = " ".repeat(column.map_or(0, |column| column + 2));
            let range = if layout.range.is_empty() { behind..behind } else { layout.range.clone() };
            return Some((range, format!("{newline}{indent}{}", item.in_block())));
        }
        let items = &layout.items;
        match (layout.style, items.get(at), items.last()) {
            (LayoutStyle::Flow, _, None) => {
                let inside = layout.range.start + 1;
                Some((inside..layout.range.end - 1, item.in_flow()))
            }
            (LayoutStyle::Flow, Some(next), _) => {
                let start = next.range.start;
                Some((start..start, format!("{},{}", item.in_flow(), separator(text, start, newline))))
            }
            (LayoutStyle::Flow, None, Some(last)) => {
                let between = separator(text, last.range.start, newline);
                Some((last.range.end..last.range.end, format!(",{between}{}", item.in_flow())))
            }
            (LayoutStyle::Block, Some(next), _) => {
                let start = next.range.start;
                let indent = " ".repeat(start - line_start(text, start));
                Some((start..start, format!("{}{newline}{indent}", item.in_block())))
            }
            (LayoutStyle::Block, None, Some(last)) => {
                let indent = " ".repeat(last.range.start - line_start(text, last.range.start));
                let end = text[..line_end(text, last.range.end)].trim_end_matches(['\n', '\r']).len();
                let end = end.max(last.range.end);
                Some((end..end, format!("{newline}{indent}{}", item.in_block())))
            }
            _ => None,
        }
    }

    fn newline(&self) -> &'static str {
        if self.text.contains("\r\n") || self.before.contains("\r\n") { "\r\n" } else { "\n" }
    }

    fn parsed(&self, written: &str) -> Result<Node, Box<Diagnostic>> {
        super::parse(written, &self.file, 0)
    }

    /// Makes changes that do not overlap, if they lead to the tree that is wanted.
    fn change(&mut self, mut changes: Vec<(Range<usize>, String)>, wanted: &Node) -> Result<(), Box<Diagnostic>> {
        changes.sort_by_key(|(range, _)| (range.start, range.end));
        let mut text = String::with_capacity(self.text.len() + 64);
        let mut done = 0;
        for (range, written) in &changes {
            let Some(kept) = self.text.get(done..range.start) else { return Err(self.refused(Some(range.start))) };
            text.push_str(kept);
            text.push_str(written);
            done = range.end;
        }
        text.push_str(self.text.get(done..).unwrap_or_default());
        let first = changes.first().map(|(range, _)| range.start);
        let root = super::parse(&text, &self.file, 0).map_err(|_| self.refused(first))?;
        if !is_same(&root, wanted) {
            return Err(self.refused(first));
        }
        (self.text, self.root) = (text, root);
        Ok(())
    }

    fn refused(&self, at: Option<usize>) -> Box<Diagnostic> {
        let at = at.unwrap_or_default().min(self.text.len());
        let at = self.before.len() + self.text.floor_char_boundary(at);
        let message = message!("yaml-form-unknown", file = &*self.file);
        let help = message!("yaml-form-unknown-help");
        let span = Span::new(&self.file, at..at);
        Box::new(Diagnostic::error(Code::YamlInvalid, message).at(span).help(help))
    }
}

/// An item that is to be written.
#[derive(Clone, Copy)]
struct NewYamlItem<'a> {
    /// Of a map.
    key: Option<&'a str>,
    value: &'a YamlValue,
}

impl NewYamlItem<'_> {
    fn in_flow(&self) -> String {
        match self.key {
            Some(key) => format!("{}: {}", key_text(key), rendered(self.value)),
            None => rendered(self.value),
        }
    }

    fn in_block(&self) -> String {
        if self.key.is_some() { self.in_flow() } else { format!("- {}", self.in_flow()) }
    }
}

/// Where something is to be inserted.
struct InsertPlace<'l> {
    layout: &'l Layout,
    /// Behind the key or dash of the collection.
    value_start: usize,
    /// Column of that key or dash; none at the root.
    column: Option<usize>,
}

/// What stands between items in brackets: a blank, or the line break and indentation of items on lines of their own.
fn separator(text: &str, item: usize, newline: &str) -> String {
    let start = line_start(text, item);
    let indent = &text[start..item];
    if start > 0 && indent.trim().is_empty() { format!("{newline}{indent}") } else { " ".to_owned() }
}

fn find<'l>(text: &str, layout: &'l Layout, indexes: &[usize]) -> Option<InsertPlace<'l>> {
    let mut place = InsertPlace { layout, value_start: 0, column: None };
    for index in indexes {
        let item = place.layout.items.get(*index)?;
        // Below a key in braces nothing can stand on lines of its own.
        if place.layout.style == LayoutStyle::Flow && item.value.style == LayoutStyle::Scalar {
            return None;
        }
        let column = item.range.start - line_start(text, item.range.start);
        place = InsertPlace { layout: &item.value, value_start: item.value_start, column: Some(column) };
    }
    Some(place)
}

fn item_at<'l>(layout: &'l Layout, indexes: &[usize]) -> Option<(&'l LayoutItem, LayoutStyle)> {
    let (last, parents) = indexes.split_last()?;
    let parent = parents.iter().try_fold(layout, |layout, index| Some(&layout.items.get(*index)?.value))?;
    Some((parent.items.get(*last)?, parent.style))
}

fn index(node: &Node, step: &YamlStep) -> Option<usize> {
    match (&node.value, step) {
        (Value::Map(entries), YamlStep::Key(name)) => entries.iter().position(|(key, _)| key.name == *name),
        (Value::List(items), YamlStep::Item(index)) => (*index < items.len()).then_some(*index),
        _ => None,
    }
}

fn child(node: &Node, index: usize) -> Option<&Node> {
    match &node.value {
        Value::Map(entries) => entries.get(index).map(|(_, value)| value),
        Value::List(items) => items.get(index),
        _ => None,
    }
}

fn at_mut<'n>(node: &'n mut Node, indexes: &[usize]) -> Option<&'n mut Node> {
    indexes.iter().try_fold(node, |node, index| match &mut node.value {
        Value::Map(entries) => entries.get_mut(*index).map(|(_, value)| value),
        Value::List(items) => items.get_mut(*index),
        _ => None,
    })
}

fn named(key: &str) -> YamlKey {
    YamlKey { name: key.to_owned(), span: Span::start_of(&Arc::from("")) }
}

/// Whether two trees hold the same, wherever it stands.
fn is_same(a: &Node, b: &Node) -> bool {
    match (&a.value, &b.value) {
        (Value::List(a), Value::List(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(a, b)),
        (Value::Map(a), Value::Map(b)) => {
            let same = |((ka, a), (kb, b)): (&(YamlKey, Node), &(YamlKey, Node))| ka.name == kb.name && is_same(a, b);
            a.len() == b.len() && a.iter().zip(b).all(same)
        }
        (a, b) => a == b,
    }
}

/// A value on one line, as it may stand anywhere.
#[must_use]
pub fn rendered(value: &YamlValue) -> String {
    match value {
        YamlValue::Text(value) => text(value),
        YamlValue::Quoted(value) => json(value),
        YamlValue::Plain(value) => value.clone(),
        YamlValue::List(items) => {
            let items: Vec<String> = items.iter().map(rendered).collect();
            format!("[{}]", items.join(", "))
        }
        YamlValue::Map(entries) => {
            let entries: Vec<String> =
                entries.iter().map(|(key, value)| format!("{}: {}", key_text(key), rendered(value))).collect();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

/// Signs that mean something in one form of YAML or another.
const SIGNS: &[char] =
    &['#', ':', ',', '[', ']', '{', '}', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`', '\\', '\n', '\r', '\t'];

/// Words that programs have read as yes, no or nothing.
const WORDS: &[&str] = &["yes", "no", "on", "off", "y", "n", "true", "false", "null", "nan", "inf"];

/// Text as a value: in quotes where a program may read it as something else.
#[must_use]
pub fn text(text: &str) -> String {
    if WORDS.contains(&text.to_lowercase().as_str()) { json(text) } else { key_text(text) }
}

/// Text as a key: what means yes or nothing as a value is a word here, as `no` for Norwegian.
fn key_text(text: &str) -> String {
    let has_plain_ends = text.trim() == text && text.chars().next().is_some_and(char::is_alphabetic);
    if has_plain_ends && !text.contains(SIGNS) && !text.chars().any(char::is_control) {
        text.to_owned()
    } else {
        json(text)
    }
}

/// Text in double quotes.
#[must_use]
pub fn quoted(text: &str) -> String {
    json(text)
}

/// Text in double quotes; what YAML escapes is escaped as JSON does.
fn json(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
