//! Front matter of other generators, in YAML, TOML or JSON, to one tree; each key knows its line. Knows nothing of what keys
//! mean. The only user of the TOML library.

use std::sync::Arc;

use crate::diagnostic::Message;
use crate::message;
use crate::yaml::{self, Node, Value};

/// Bytes of the longest front matter: settings of one page, not its text.
const LONGEST: usize = 256 << 10;

/// A value of a front matter.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum FrontValue {
    Null,
    Bool(bool),
    /// As spelled.
    Number(String),
    Text(String),
    List(Vec<FrontValue>),
    Map(Vec<(String, FrontValue)>),
}

impl FrontValue {
    /// A text, a number as spelled, or a word for yes or no.
    pub(super) fn text(&self) -> Option<String> {
        match self {
            Self::Text(text) | Self::Number(text) => Some(text.clone()),
            Self::Bool(value) => Some(value.to_string()),
            Self::Null | Self::List(_) | Self::Map(_) => None,
        }
    }

    /// The texts of a list; one text alone counts as a list of one.
    pub(super) fn texts(&self) -> Vec<String> {
        match self {
            Self::List(items) => items.iter().filter_map(Self::text).collect(),
            one => one.text().into_iter().collect(),
        }
    }

    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Map(entries) => entries.iter().find(|(known, _)| known == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Whether it says yes; programs differ in how that is written.
    pub(super) fn is_yes(&self) -> bool {
        self.text().is_some_and(|text| matches!(text.to_lowercase().as_str(), "true" | "yes" | "on" | "1"))
    }

    /// Whether it says no.
    pub(super) fn is_no(&self) -> bool {
        self.text().is_some_and(|text| matches!(text.to_lowercase().as_str(), "false" | "no" | "off" | "0"))
    }

    /// Whether nothing stands there.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::List(items) => items.is_empty(),
            Self::Map(entries) => entries.is_empty(),
            Self::Bool(_) | Self::Number(_) => false,
        }
    }
}

/// A line of a front matter.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct FrontEntry {
    pub(super) key: String,
    pub(super) value: FrontValue,
    /// Its line in the file, from 1.
    pub(super) line: usize,
}

/// A front matter and the text below it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Front {
    pub(super) entries: Vec<FrontEntry>,
    /// Whether there was one.
    pub(super) is_there: bool,
    pub(super) body: String,
    /// The line of the file that the body starts on, from 1.
    pub(super) body_line: usize,
}

impl Front {
    pub(super) fn get(&self, key: &str) -> Option<&FrontValue> {
        self.entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    pub(super) fn text(&self, key: &str) -> Option<String> {
        self.get(key)?.text().filter(|text| !text.trim().is_empty())
    }
}

/// Why a front matter is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FrontFault {
    pub(super) line: usize,
    pub(super) message: Message,
}

fn fault(line: usize, message: Message) -> FrontFault {
    FrontFault { line, message }
}

/// How a front matter is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FrontForm {
    Yaml,
    Toml,
    Json,
}

/// Reads a text; its line ends are `\n`.
pub(super) fn read(text: &str) -> Result<Front, FrontFault> {
    let first = text.lines().next().unwrap_or_default().trim_end();
    let (form, inner, at) = match first {
        "---" => match fenced(text, &["---", "..."])? {
            Some(found) => (FrontForm::Yaml, found.inner, found.end),
            None => return Ok(bare(text)),
        },
        "+++" => {
            let found = fenced(text, &["+++"])?.ok_or_else(|| fault(1, message!("front-toml-open")))?;
            (FrontForm::Toml, found.inner, found.end)
        }
        _ if first == "{" || first.starts_with("{ \"") || first.starts_with("{\"") => match json_end(text) {
            Some(end) => (FrontForm::Json, &text[..end], end),
            None => return Err(fault(1, message!("front-json-open"))),
        },
        _ => return Ok(bare(text)),
    };
    if inner.len() > LONGEST {
        return Err(fault(1, message!("front-large")));
    }
    let start = if form == FrontForm::Json { 1 } else { 2 };
    let entries = match form {
        FrontForm::Yaml => yaml(inner)?,
        FrontForm::Toml => toml(inner, start)?,
        FrontForm::Json => json(inner)?,
    };
    let body = text[at..].to_owned();
    let body_line = text[..at].matches('\n').count() + 1;
    Ok(Front { entries, is_there: true, body, body_line })
}

fn bare(text: &str) -> Front {
    Front { body: text.to_owned(), body_line: 1, ..Front::default() }
}

/// What stands between two fences, and where the text below starts.
struct Fenced<'t> {
    inner: &'t str,
    end: usize,
}

fn fenced<'t>(text: &'t str, closing: &[&str]) -> Result<Option<Fenced<'t>>, FrontFault> {
    let start = text.find('\n').map_or(text.len(), |at| at + 1);
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if closing.contains(&line.trim_end()) {
            return Ok(Some(Fenced { inner: &text[start..at], end: at + line.len() }));
        }
        at += line.len();
    }
    // A line across the page may open a text; a key below it is a setting, and one of those may say who may read it.
    let key = text[start..].lines().next().and_then(|line| line.split_once(':'));
    let is_key = key.is_some_and(|(key, _)| !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_'));
    if is_key { Err(fault(1, message!("front-open"))) } else { Ok(None) }
}

/// A settings file in YAML; none where it cannot be read.
pub(super) fn yaml_settings(text: &str) -> Option<FrontValue> {
    let node = yaml::parse(text, &Arc::from("settings"), 0).ok()?;
    Some(of_node(&node))
}

/// A settings file in TOML; none where it cannot be read.
pub(super) fn toml_settings(text: &str) -> Option<FrontValue> {
    Some(of_toml(toml::Value::Table(text.parse().ok()?)))
}

/// A settings file in JSON; none where it cannot be read.
pub(super) fn json_settings(text: &str) -> Option<FrontValue> {
    Some(of_json(serde_json::from_str(text).ok()?))
}

fn yaml(inner: &str) -> Result<Vec<FrontEntry>, FrontFault> {
    let line_at = |at: usize| inner[..inner.floor_char_boundary(at)].matches('\n').count() + 2;
    let node = yaml::parse(inner, &Arc::from("front matter"), 0).map_err(|diagnostic| {
        let line = diagnostic.at.as_ref().map_or(1, |at| line_at(at.range.range().start));
        fault(line, message!("front-unreadable", said = &diagnostic.message))
    })?;
    if node.is_null() {
        return Ok(Vec::new());
    }
    let entries = node.map().ok_or_else(|| fault(2, message!("front-no-keys")))?;
    let line = |key: &yaml::YamlKey| line_at(key.range().start);
    let read =
        entries.iter().map(|(key, value)| FrontEntry { key: key.name.clone(), value: of_node(value), line: line(key) });
    Ok(read.collect())
}

fn of_node(node: &Node) -> FrontValue {
    match &node.value {
        Value::Null => FrontValue::Null,
        Value::Bool(value) => FrontValue::Bool(*value),
        Value::Number(spelled) => FrontValue::Number(spelled.clone()),
        Value::Text(text) => FrontValue::Text(text.clone()),
        Value::List(items) => FrontValue::List(items.iter().map(of_node).collect()),
        Value::Map(entries) => {
            FrontValue::Map(entries.iter().map(|(key, value)| (key.name.clone(), of_node(value))).collect())
        }
    }
}

/// Keys in the order of their lines: the library sorts them by name.
fn toml(inner: &str, start: usize) -> Result<Vec<FrontEntry>, FrontFault> {
    let table: toml::Table = inner.parse().map_err(|error: toml::de::Error| {
        let at = error.span().map_or(0, |span| inner.floor_char_boundary(span.start));
        let line = inner[..at].matches('\n').count() + start;
        fault(line, message!("front-toml-unreadable"))
    })?;
    let line = |key: &str| line_of_key(inner, key, start);
    let read = table.into_iter().map(|(key, value)| FrontEntry { line: line(&key), key, value: of_toml(value) });
    let mut entries: Vec<FrontEntry> = read.collect();
    entries.sort_by_key(|entry| entry.line);
    Ok(entries)
}

/// The line of a key at the top level of TOML or JSON; the first line where it is not found.
fn line_of_key(inner: &str, key: &str, start: usize) -> usize {
    inner.lines().position(|line| sets(line, key)).map_or(start, |line| line + start)
}

/// Whether a line of TOML or JSON sets a key.
fn sets(line: &str, key: &str) -> bool {
    let line = line.trim_start().trim_start_matches(['[', '"', '\'', '{', ' ']);
    line.strip_prefix(key).is_some_and(|rest| rest.starts_with(['=', ' ', ':', '"', '\'', ']', '.']))
}

fn of_toml(value: toml::Value) -> FrontValue {
    match value {
        toml::Value::String(text) => FrontValue::Text(text),
        toml::Value::Integer(number) => FrontValue::Number(number.to_string()),
        toml::Value::Float(number) => FrontValue::Number(number.to_string()),
        toml::Value::Boolean(value) => FrontValue::Bool(value),
        toml::Value::Datetime(time) => FrontValue::Text(time.to_string()),
        toml::Value::Array(items) => FrontValue::List(items.into_iter().map(of_toml).collect()),
        toml::Value::Table(table) => {
            FrontValue::Map(table.into_iter().map(|(key, value)| (key, of_toml(value))).collect())
        }
    }
}

/// Where the object that a text starts with ends.
fn json_end(text: &str) -> Option<usize> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<serde_json::Value>();
    values.next()?.ok()?;
    let at = values.byte_offset();
    let rest = &text[at..];
    // What stands behind the object on its line is no front matter of anybody.
    let line = rest.find('\n').map_or(rest.len(), |at| at + 1);
    rest[..line].trim().is_empty().then_some(at + line)
}

fn json(inner: &str) -> Result<Vec<FrontEntry>, FrontFault> {
    let value: serde_json::Value =
        serde_json::from_str(inner).map_err(|error| fault(error.line(), message!("front-json-unreadable")))?;
    let serde_json::Value::Object(map) = value else {
        return Err(fault(1, message!("front-no-keys")));
    };
    let line = |key: &str| line_of_key(inner, key, 1);
    Ok(map.into_iter().map(|(key, value)| FrontEntry { line: line(&key), key, value: of_json(value) }).collect())
}

fn of_json(value: serde_json::Value) -> FrontValue {
    match value {
        serde_json::Value::Null => FrontValue::Null,
        serde_json::Value::Bool(value) => FrontValue::Bool(value),
        serde_json::Value::Number(number) => FrontValue::Number(number.to_string()),
        serde_json::Value::String(text) => FrontValue::Text(text),
        serde_json::Value::Array(items) => FrontValue::List(items.into_iter().map(of_json).collect()),
        serde_json::Value::Object(map) => {
            FrontValue::Map(map.into_iter().map(|(key, value)| (key, of_json(value))).collect())
        }
    }
}
