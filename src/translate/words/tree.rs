//! Words in trees of YAML: all texts and lists of texts by their paths, and a tree of them written anew. Knows nothing of
//! what the keys mean.

use std::fmt::Write as _;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::lang::{FormPiece, slug};
use crate::yaml::edit::{self, YamlStep, YamlText, YamlValue};
use crate::yaml::{Node, Value};

/// What stands between the words of a list: a comma stands in some of them.
const BETWEEN: &str = "; ";

/// The same sign in other scripts.
const BETWEEN_ANY: [char; 5] = [';', '；', '؛', '\u{37e}', '፤'];

/// Maps in maps that are looked at: a declaration has a dozen.
pub(super) const DEEPEST: usize = 32;

/// Keys whose words are parts of addresses.
const ADDRESSES: &[&str] = &["path", "slug"];

/// The key of names of classes.
const CLASSES: &str = "classes";

/// What a unit says besides its name where it is a list.
pub(super) const LIST_HINT: &str = " (words with `;` between them)";

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TreeWordKind {
    /// One text.
    Text,
    /// Texts in a list.
    List,
    /// A part of an address.
    Address,
    /// Names of classes in texts, in a list.
    Classes,
}

/// A word of a tree.
#[derive(Clone, Debug)]
pub(super) struct TreeWord {
    pub(super) path: Vec<String>,
    pub(super) kind: TreeWordKind,
    pub(super) text: String,
}

impl TreeWord {
    /// The word at a path; `None` where there is something else.
    pub(super) fn of(node: &Node, path: &[String]) -> Option<Self> {
        let is_page = path.first().is_some_and(|first| first == "pages");
        let is_address = is_page || path.last().is_some_and(|last| ADDRESSES.contains(&last.as_str()));
        let (kind, text) = match &node.value {
            Value::List(items) => {
                let texts: Option<Vec<&str>> = items.iter().map(Node::text).collect();
                let are_classes = path.last().is_some_and(|last| last == CLASSES);
                (if are_classes { TreeWordKind::Classes } else { TreeWordKind::List }, texts?.join(BETWEEN))
            }
            _ => (if is_address { TreeWordKind::Address } else { TreeWordKind::Text }, node.text()?.to_owned()),
        };
        Some(Self { path: path.to_vec(), kind, text })
    }

    pub(super) fn pieces(&self) -> Vec<FormPiece> {
        vec![FormPiece::Text(self.text.clone())]
    }

    pub(super) fn hint(&self) -> &'static str {
        if matches!(self.kind, TreeWordKind::List | TreeWordKind::Classes) { LIST_HINT } else { "" }
    }
}

impl TreeWordKind {
    /// A translation as a value. `None` where nothing is left of it.
    pub(super) fn value(self, text: &str) -> Option<YamlValue> {
        match self {
            Self::Text => Some(YamlValue::Text(text.to_owned())),
            Self::List => Some(list(text, &str::to_owned)),
            // As they are written in `{.class}`.
            Self::Classes => Some(list(text, &slug)),
            Self::Address => {
                let parts: Vec<String> = text.split('/').map(slug).filter(|part| !part.is_empty()).collect();
                (!parts.is_empty()).then(|| YamlValue::Text(parts.join("/")))
            }
        }
    }
}

fn list(text: &str, written: &dyn Fn(&str) -> String) -> YamlValue {
    let words = text.split(BETWEEN_ANY).map(|word| written(word.trim())).filter(|word| !word.is_empty());
    YamlValue::List(words.map(YamlValue::Text).collect())
}

/// All words of a tree.
pub(super) fn leaves(node: &Node, path: &mut Vec<String>, found: &mut Vec<TreeWord>) {
    if path.len() > DEEPEST {
        return;
    }
    let Some(entries) = node.map() else {
        found.extend(TreeWord::of(node, path));
        return;
    };
    for (key, value) in entries {
        path.push(key.name.clone());
        leaves(value, path, found);
        path.pop();
    }
}

/// The node at a path.
pub(super) fn at<'n>(node: &'n Node, path: &[String]) -> Option<&'n Node> {
    path.iter().try_fold(node, |node, key| node.get(key))
}

/// Words that are to be written, by their keys.
#[derive(Debug, Default)]
pub(super) struct NewWords {
    entries: Vec<(String, NewWord)>,
}

#[derive(Debug)]
enum NewWord {
    Value(YamlValue),
    Map(NewWords),
}

impl NewWords {
    pub(super) fn insert(&mut self, path: &[String], value: YamlValue) {
        let Some((first, rest)) = path.split_first() else { return };
        let at = self.entries.iter().position(|(key, _)| key == first);
        match (rest.is_empty(), at) {
            (true, None) => self.entries.push((first.clone(), NewWord::Value(value))),
            (true, Some(at)) => self.entries[at].1 = NewWord::Value(value),
            (false, at) => {
                let at = at.unwrap_or_else(|| {
                    self.entries.push((first.clone(), NewWord::Map(Self::default())));
                    self.entries.len() - 1
                });
                if let NewWord::Map(inner) = &mut self.entries[at].1 {
                    inner.insert(rest, value);
                }
            }
        }
    }

    /// A text with these words: each in its place, and what has no place yet behind the rest.
    pub(super) fn put_into(self, text: &str, file: &Arc<str>) -> Result<String, Box<Diagnostic>> {
        let mut yaml = YamlText::read(text, file)?;
        let mut new = Self::default();
        for (key, word) in self.entries {
            let is_there = yaml.root().get(&key).is_some_and(|node| !node.is_null());
            if is_there { word.set(&mut yaml, &mut vec![YamlStep::Key(key)])? } else { new.entries.push((key, word)) }
        }
        let mut text = yaml.into_text();
        if !new.entries.is_empty() {
            let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
            if !text.is_empty() && !text.ends_with('\n') {
                text.push_str(line_end);
            }
            let mut lines = String::new();
            new.write(0, &mut lines);
            text.push_str(&lines.replace('\n', line_end));
            // What stands behind the end of a document would be another one.
            YamlText::read(&text, file)?;
        }
        Ok(text)
    }

    fn write(&self, indent: usize, out: &mut String) {
        for (key, word) in &self.entries {
            let key = edit::text(key);
            let blank = " ".repeat(indent);
            match word {
                NewWord::Value(value) => {
                    let _ = writeln!(out, "{blank}{key}: {}", edit::rendered(value));
                }
                NewWord::Map(inner) => {
                    let _ = writeln!(out, "{blank}{key}:");
                    inner.write(indent + 2, out);
                }
            }
        }
    }

    fn value(self) -> YamlValue {
        YamlValue::Map(self.entries.into_iter().map(|(key, word)| (key, word.value())).collect())
    }
}

impl NewWord {
    fn set(self, yaml: &mut YamlText, path: &mut Vec<YamlStep>) -> Result<(), Box<Diagnostic>> {
        match self {
            Self::Map(inner) if yaml.get(path).is_some_and(|node| node.map().is_some()) => {
                for (key, word) in inner.entries {
                    path.push(YamlStep::Key(key));
                    word.set(yaml, path)?;
                    path.pop();
                }
                Ok(())
            }
            word => yaml.set(path, &word.value()),
        }
    }

    fn value(self) -> YamlValue {
        match self {
            Self::Value(value) => value,
            Self::Map(inner) => inner.value(),
        }
    }
}
