//! Changes to the front matter of a file that leave every other byte as it is: comments, order and quotes are the
//! editor's. Knows nothing of what the values mean.

use std::ops::Range;
use std::sync::Arc;

use super::front_matter;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::yaml::{self, Node, YamlKey};

/// Sets values of the map `translation`, each with the way it is written when it is new: a hash has quotes, since it
/// may consist of digits.
///
/// # Errors
/// A diagnostic when the front matter cannot be read or has no such map.
pub fn set_translation(text: &str, file: &Arc<str>, values: &[(&str, String)]) -> Result<String, Box<Diagnostic>> {
    let (yaml, _) = front_matter::split(text, file)?;
    let node = yaml::parse(&text[yaml.clone()], file, yaml.start)?;
    let entries = node.get("translation").and_then(Node::map).unwrap_or_default();
    let Some((last_key, last)) = entries.last() else {
        let message = "this file has no `translation`: it is the source of its entry";
        return Err(Box::new(Diagnostic::error(Code::TranslationInvalid, message).at(Span::start_of(file))));
    };
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut added = String::new();
    for (name, value) in values {
        match entries.iter().find(|(key, _)| key.name == *name) {
            Some((key, old)) => edits.push(replacement(text, key, old, value)),
            None => added.push_str(&line(text, last_key, name, value)),
        }
    }
    // Two changes at one place would be made in the wrong order: what is new follows the last value, old or changed.
    if !added.is_empty() {
        let end = value_end(text, last_key, last);
        match edits.iter_mut().find(|(range, _)| range.end == end) {
            Some((_, changed)) => changed.push_str(&added),
            None => edits.push((end..end, added)),
        }
    }
    edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut changed = text.to_owned();
    for (range, value) in edits {
        changed.replace_range(range, &value);
    }
    Ok(changed)
}

/// A value in the place of another, in the quotes that stand there.
fn replacement(text: &str, key: &YamlKey, old: &Node, value: &str) -> (Range<usize>, String) {
    let bare = value.trim_matches('"');
    if old.is_null() {
        // Behind `key:`, over a `null` or `~` that may be written out.
        let start = after_colon(text, key);
        let end = value_end(text, key, old);
        return (start..end.max(start), format!(" {value}"));
    }
    let range = old.range();
    let written = &text[range.clone()];
    let value = match written.chars().next() {
        Some('\'') => format!("'{}'", bare.replace('\'', "''")),
        Some('"') => format!("\"{bare}\""),
        _ => value.to_owned(),
    };
    (range, value)
}

/// A new key behind another one: in braces after a comma, else on a line of its own with the same indent.
fn line(text: &str, beside: &YamlKey, name: &str, value: &str) -> String {
    let before = text[..beside.range().start].trim_end_matches([' ', '\n', '\r']);
    if before.ends_with(['{', ',']) {
        return format!(", {name}: {value}");
    }
    let start = text[..beside.range().start].rfind('\n').map_or(0, |at| at + 1);
    let indent = &text[start..beside.range().start];
    let newline = if text[..start].ends_with("\r\n") { "\r\n" } else { "\n" };
    format!("{newline}{indent}{name}: {value}")
}

fn after_colon(text: &str, key: &YamlKey) -> usize {
    let end = key.range().end;
    text[end..].find(':').map_or(end, |at| end + at + 1)
}

fn value_end(text: &str, key: &YamlKey, value: &Node) -> usize {
    if !value.is_null() {
        return value.range().end;
    }
    let start = after_colon(text, key);
    let rest = &text[start..];
    let blank = rest.len() - rest.trim_start_matches(' ').len();
    let word = ["null", "~"].into_iter().find(|word| rest[blank..].starts_with(word));
    word.map_or(start, |word| start + blank + word.len())
}
