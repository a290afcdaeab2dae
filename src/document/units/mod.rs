//! What a translator translates in a text: its fields and blocks, each with the parts that must stay as they are.
//! Knows nothing of exchange formats and of the site.

mod blocks;
mod write;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::{front_matter, stub};
use crate::diagnostic::Diagnostic;
use crate::schema::{Field, Kind, Type};
use crate::source::Hash;
use crate::yaml::{Node, Value};

pub use write::normal;

/// Letters of an id: enough that two texts of a site never share one.
const ID: usize = 16;

/// A piece of text that is translated as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Made from what it says, so that it stays when texts are moved and changes when the text does.
    pub id: String,
    /// The field it stands in, or what it is in the body.
    pub name: String,
    /// How it is written.
    pub form: UnitForm,
    /// What it says.
    pub tokens: Vec<UnitToken>,
    /// What must stay as it is.
    pub held: Vec<Placeholder>,
}

/// How a unit is written in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitForm {
    /// Text of a field.
    Plain,
    /// An argument of a `:::` line, in quotes.
    Argument,
    /// Markdown.
    Markdown,
    /// Markdown in a table.
    Cell,
}

/// A part of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnitToken {
    /// Text without markup.
    Text(String),
    /// A thing that stands alone, such as code.
    Placeholder(usize),
    /// The start of what something is put around, such as a link.
    Open(usize),
    /// Its end.
    Close(usize),
}

/// What must stay as it is, by its index in the unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placeholder {
    /// As written; of a pair the start.
    pub open: String,
    /// The end of a pair, else empty.
    pub close: String,
    /// What it is.
    pub what: PlaceholderKind,
}

/// What is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceholderKind {
    /// `**strong**`; a language may do without.
    Bold,
    /// `*emphasis*`; a language may do without.
    Italic,
    /// `~~deleted~~`
    Struck,
    /// A link around its words.
    Link,
    /// An image around its description.
    Image,
    /// The id of an outcome, which stands last.
    Id,
    /// A number that the words may say themselves, as "one item" does.
    Count,
    /// Code, a mark of a note, raw HTML, the end of a line.
    Other,
}

impl PlaceholderKind {
    /// Whether a translation may leave it out.
    #[must_use]
    pub fn optional(self) -> bool {
        matches!(self, Self::Bold | Self::Italic | Self::Count)
    }
}

impl Unit {
    /// Whether there is something to translate: a number or an address alone is the same in every language.
    #[must_use]
    pub fn has_words(&self) -> bool {
        self.tokens.iter().any(|token| matches!(token, UnitToken::Text(text) if text.chars().any(char::is_alphabetic)))
    }

    /// What tokens say with the things they hold written out, to compare texts by.
    #[must_use]
    pub fn plain(&self, tokens: &[UnitToken]) -> String {
        tokens.iter().map(|token| self.plain_token(token)).collect()
    }

    fn plain_token(&self, token: &UnitToken) -> String {
        match token {
            UnitToken::Text(text) => text.clone(),
            UnitToken::Placeholder(index) | UnitToken::Open(index) => format!("\u{1}{}", self.held[*index].open),
            UnitToken::Close(index) => format!("\u{2}{}", self.held[*index].close),
        }
    }
}

/// The units of a document of that type, in the order of its text. The text of a translation is that of its stub.
///
/// # Errors
/// A diagnostic when the front matter cannot be read.
pub fn units(text: &str, file: &Arc<str>, type_: &Type) -> Result<Vec<Unit>, Box<Diagnostic>> {
    let mut found = Vec::new();
    rewrite(text, file, type_, &mut |unit| {
        found.push(unit.clone());
        None
    })?;
    Ok(found)
}

/// The text with every unit written anew for which `visit` has other tokens; all else stays byte for byte.
///
/// # Errors
/// A diagnostic when the front matter cannot be read.
pub fn rewrite(
    text: &str,
    file: &Arc<str>,
    type_: &Type,
    visit: &mut dyn FnMut(&Unit) -> Option<Vec<UnitToken>>,
) -> Result<String, Box<Diagnostic>> {
    let (front, body) = front_matter::split(text, file)?;
    let node = front_matter::tree(text, front.clone(), file, type_)?;
    let mut walk = UnitWalk { seen: BTreeMap::new(), visit };
    let mut out = text[..front.start].to_owned();
    let mut done = front.start;
    for (name, range) in stub::fields(&node, &front) {
        // What is for editors only is no translator's business.
        let goes_out = |field: &&Field| field.translated && field.is_shown() && !stub::is_own(name, type_);
        let Some(field) = type_.field(name).filter(goes_out) else { continue };
        let Some(value) = node.get(name).and_then(|value| walk.field(name, field, value)) else { continue };
        let blank = &text[range.clone()][text[range.clone()].trim_end().len()..];
        out.push_str(&text[done..range.start]);
        out.push_str(&format!("{name}: {value}{blank}"));
        done = range.end;
    }
    out.push_str(&text[done..body.start]);
    out.push_str(&walk.markdown("body", &text[body.clone()]).unwrap_or_else(|| text[body].to_owned()));
    Ok(out)
}

/// Words as the start of a block in Markdown that shows them as they are.
pub(super) fn escaped(words: &str) -> String {
    write::escaped(words)
}

struct UnitWalk<'v> {
    /// How often a text was there already.
    seen: BTreeMap<String, usize>,
    visit: &'v mut dyn FnMut(&Unit) -> Option<Vec<UnitToken>>,
}

impl UnitWalk<'_> {
    fn unit(&mut self, group: &str, mut unit: Unit) -> Option<String> {
        let hash = Hash::of(format!("{group}\u{0}{}", unit.plain(&unit.tokens)).as_bytes()).to_string();
        let id = &hash[..ID.min(hash.len())];
        let count = self.seen.entry(id.to_owned()).or_default();
        *count += 1;
        unit.id = if *count == 1 { format!("u{id}") } else { format!("u{id}-{count}") };
        let tokens = (self.visit)(&unit)?;
        Some(write::text(&unit, &tokens))
    }

    /// The value of a field in YAML on one line, when a text of it was replaced.
    fn field(&mut self, name: &str, field: &Field, node: &Node) -> Option<String> {
        let mut touched = false;
        let value = self.value(name, &field.kind, node, &mut touched);
        touched.then_some(value)
    }

    fn value(&mut self, name: &str, kind: &Kind, node: &Node, touched: &mut bool) -> String {
        match (kind, &node.value) {
            (Kind::Text, Value::Text(text) | Value::Number(text)) => {
                let tokens = vec![UnitToken::Text(text.split_whitespace().collect::<Vec<_>>().join(" "))];
                let unit =
                    Unit { id: String::new(), name: name.to_owned(), form: UnitForm::Plain, tokens, held: Vec::new() };
                let replaced = self.unit(name, unit);
                *touched |= replaced.is_some();
                scalar(&replaced.unwrap_or_else(|| text.clone()))
            }
            (Kind::Markdown, Value::Text(text)) => {
                let replaced = self.markdown(name, text);
                *touched |= replaced.is_some();
                scalar(&replaced.unwrap_or_else(|| text.clone()))
            }
            (Kind::List(item), Value::List(items)) => {
                let items: Vec<String> = items.iter().map(|node| self.value(name, &item.kind, node, touched)).collect();
                format!("[{}]", items.join(", "))
            }
            (Kind::List(item), _) => self.value(name, &item.kind, node, touched),
            (Kind::Group(fields), Value::Map(entries)) => {
                let parts: Vec<String> = entries
                    .iter()
                    .map(|(key, node)| {
                        let field = fields.iter().find(|field| *field.name == *key.name && field.is_shown());
                        let value = field.map_or_else(
                            || verbatim(node),
                            |field| self.value(&format!("{name}.{}", key.name), &field.kind, node, touched),
                        );
                        format!("{}: {value}", scalar(&key.name))
                    })
                    .collect();
                format!("{{{}}}", parts.join(", "))
            }
            _ => verbatim(node),
        }
    }

    /// Markdown, when a text of it was replaced.
    fn markdown(&mut self, group: &str, text: &str) -> Option<String> {
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        for spot in blocks::spots(text) {
            let Range { start, end } = spot.at;
            let name = if group == "body" { spot.name } else { group };
            let unit = Unit {
                id: String::new(),
                name: name.to_owned(),
                form: spot.form,
                tokens: spot.tokens,
                held: spot.held,
            };
            if let Some(written) = self.unit(group, unit) {
                out.push_str(&text[done..start]);
                out.push_str(&written);
                done = end;
            }
        }
        if done == 0 {
            return None;
        }
        out.push_str(&text[done..]);
        Some(out)
    }
}

/// A value that is not translated, on one line.
fn verbatim(node: &Node) -> String {
    match &node.value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(spelled) => spelled.clone(),
        Value::Text(text) => scalar(text),
        Value::List(items) => format!("[{}]", items.iter().map(verbatim).collect::<Vec<_>>().join(", ")),
        Value::Map(entries) => {
            let parts = entries.iter().map(|(key, node)| format!("{}: {}", scalar(&key.name), verbatim(node)));
            format!("{{{}}}", parts.collect::<Vec<_>>().join(", "))
        }
    }
}

/// Text in YAML on one line: as it is where nothing could read it as something else, else in quotes, which are those
/// of JSON (YAML 1.2, section 1.3).
fn scalar(text: &str) -> String {
    let plain = |c: char| c.is_alphabetic() || c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '_' | '(' | ')');
    let word = text.chars().next().is_some_and(char::is_alphabetic) && text.chars().all(plain);
    let meant =
        !matches!(text.to_lowercase().as_str(), "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "y" | "n");
    if word && meant && !text.ends_with(' ') {
        return text.to_owned();
    }
    serde_json::to_string(text).unwrap_or_default()
}
