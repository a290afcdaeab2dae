//! Outcomes in notes: which list items are decisions, actions, recommendations or questions, and their attributes.
//! Knows nothing of other documents; merging translations with their source is the work of `site`.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Tag};

use super::tree::Tree;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::schema::{Field, FieldValue, OutcomeKind, read_value, reversed, split_attribute};
use crate::settings::Located;
use crate::source::digestible;

/// One outcome of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Unique in the document, and its anchor.
    pub id: Arc<str>,
    /// What it is.
    pub kind: OutcomeKind,
    /// The task box, if it has one.
    pub done: Option<bool>,
    /// Facts; a translation has none of its own.
    pub(super) attributes: Vec<(Arc<str>, Located<FieldValue>)>,
    /// The text of the item.
    pub tree: Tree,
    /// The same without markup.
    pub text: Arc<str>,
    /// The item.
    pub span: Span,
}

digestible!(struct Outcome { id, kind, done, attributes, tree, text } without { span });

impl Outcome {
    /// The facts as the file has them, with what is for editors only.
    #[must_use]
    pub fn source_attributes(&self) -> &[(Arc<str>, Located<FieldValue>)] {
        &self.attributes
    }

    /// Its facts alone.
    pub(super) fn without_words(self) -> Self {
        Self { tree: Tree::default(), text: Arc::default(), ..self }
    }

    /// A fact as the file has it, be it for editors only.
    #[must_use]
    pub fn source_attribute(&self, name: &str) -> Option<&FieldValue> {
        self.attributes.iter().find(|(known, _)| **known == *name).map(|(_, value)| &value.value)
    }
}

/// A list item that is an outcome, before its text is written.
#[derive(Clone, Debug)]
pub(super) struct OutcomeMark {
    pub(super) kind: OutcomeKind,
    /// The `{…}` at its end, in the text that was parsed.
    pub(super) block: Option<Range<usize>>,
}

/// The outcomes among the events of a document, by the index of their item.
pub(super) fn find(events: &[(Event<'_>, Range<usize>)], text: &str) -> BTreeMap<usize, OutcomeMark> {
    let mut found = BTreeMap::new();
    let mut section = None;
    let mut depth = 0_usize;
    for (index, (event, _)) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::Heading { level, classes, .. }) if depth == 0 => {
                match OutcomeKind::of_classes(classes.iter().map(AsRef::as_ref)) {
                    Some(kind) => section = Some((kind, *level)),
                    None if section.is_some_and(|(_, open)| *level <= open) => section = None,
                    None => {}
                }
                depth += 1;
            }
            Event::Start(Tag::Item) => {
                if let (1, Some((kind, _))) = (depth, section) {
                    found.insert(index, OutcomeMark { kind, block: attribute_block(&events[index + 1..], text) });
                }
                depth += 1;
            }
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    found
}

/// The `{…}` that ends the first paragraph of an item. `events` start behind the start of the item.
fn attribute_block(events: &[(Event<'_>, Range<usize>)], text: &str) -> Option<Range<usize>> {
    let mut lines: Option<Range<usize>> = None;
    let mut depth = 0_usize;
    for (event, range) in events {
        match event {
            Event::Start(Tag::Paragraph) if depth == 0 => {}
            Event::Start(
                Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Superscript
                | Tag::Subscript
                | Tag::Link { .. }
                | Tag::Image { .. },
            ) => depth += 1,
            Event::Start(_) => break,
            Event::End(_) if depth == 0 => break,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        let inside = lines.get_or_insert(range.clone());
        inside.end = inside.end.max(range.end);
    }
    let lines = lines?;
    let raw = text[lines.clone()].trim_end();
    if !raw.ends_with('}') {
        return None;
    }
    let open = raw.rfind('{')?;
    let inner = raw[open + 1..raw.len() - 1].trim_start();
    let named = inner.split_once('=').is_some_and(|(key, _)| !key.is_empty() && key.chars().all(is_key));
    (inner.starts_with('#') || named).then(|| lines.start + open..lines.start + raw.len())
}

fn is_key(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-')
}

/// The id and the other attributes of a block.
pub(super) struct Attributes<'t> {
    pub(super) id: Option<(&'t str, Range<usize>)>,
    pub(super) pairs: Vec<(&'t str, String, Range<usize>)>,
    pub(super) wrong: Vec<(&'t str, Range<usize>)>,
    pub(super) more_ids: Vec<(&'t str, Range<usize>)>,
}

/// Reads `{#a1 owner=x due=2023-03-01 note="two words"}`; `at` is where the block starts.
pub(super) fn attributes(block: &str, at: usize) -> Attributes<'_> {
    let mut read = Attributes { id: None, pairs: Vec::new(), wrong: Vec::new(), more_ids: Vec::new() };
    let inner = block.trim_start_matches('{').trim_end_matches('}');
    let mut from = block.len() - block.trim_start_matches('{').len();
    let mut rest = inner;
    loop {
        let trimmed = rest.trim_start();
        from += rest.len() - trimmed.len();
        if trimmed.is_empty() {
            return read;
        }
        let end = token_end(trimmed);
        let token = &trimmed[..end];
        let range = at + from..at + from + end;
        if let Some(id) = token.strip_prefix('#') {
            match read.id {
                None => read.id = Some((id, range)),
                Some(_) => read.more_ids.push((id, range)),
            }
        } else if let Some((key, value)) = token.split_once('=') {
            read.pairs.push((key, value.trim_matches('"').to_owned(), range));
        } else {
            read.wrong.push((token, range));
        }
        from += end;
        rest = &trimmed[end..];
    }
}

/// Where a token ends: at white space outside quotes.
fn token_end(text: &str) -> usize {
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            c if c.is_whitespace() && !quoted => return at,
            _ => {}
        }
    }
    text.len()
}

/// Attributes by the fields that the type declares for outcomes. `span` places a range of the block in the file.
pub(super) fn typed(
    read: &Attributes<'_>,
    fields: &[Field],
    span: &dyn Fn(Range<usize>) -> Span,
    diagnostics: &mut Diagnostics,
) -> Vec<(Arc<str>, Located<FieldValue>)> {
    let mut values: Vec<(Arc<str>, Located<FieldValue>)> = Vec::new();
    let mut found = Diagnostics::default();
    let known = || fields.iter().map(|field| &*field.name);
    for (token, range) in &read.wrong {
        let message = format!("`{token}` is not an attribute");
        let help = "write attributes as `key=value`, with quotes around several words";
        diagnostics.push(Diagnostic::error(Code::OutcomeInvalid, message).at(span(range.clone())).help(help));
    }
    for (key, value, range) in &read.pairs {
        let at = span(range.clone());
        let Some(field) = fields.iter().find(|field| *field.name == **key) else {
            let message = format!("an outcome has no attribute `{key}`");
            diagnostics.push(Diagnostic::error(Code::OutcomeInvalid, message).at(at).suggest(key, known()));
            continue;
        };
        if values.iter().any(|(name, _)| *name == field.name) {
            let message = format!("the attribute `{key}` stands twice");
            diagnostics.push(Diagnostic::error(Code::OutcomeInvalid, message).at(at));
            continue;
        }
        let node = split_attribute(field, value, at.range.range());
        if let Some(read) = read_value(field, &node, &at.file, &mut found) {
            values.push((Arc::clone(&field.name), Located { value: read, span: at }));
        }
    }
    let value = |name: &str| values.iter().find(|(known, _)| **known == *name).map(|(_, value)| value);
    reversed(fields, |name| value(name).map(|value| (&value.value, value.span.clone())), &mut found);
    diagnostics.extend(found.items().iter().cloned().map(|d| Diagnostic { code: Code::OutcomeInvalid, ..d }));
    values
}
