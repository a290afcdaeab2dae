//! Messages of Fluent as texts for translators, and back: each choice becomes one text for every answer, and a plural one
//! for every form that counting in the language needs. Knows nothing of exchange formats and of where a text is kept.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, Identifier, InlineExpression, Message, Pattern, PatternElement, Resource,
    Variant, VariantKey,
};
use fluent_syntax::serializer::serialize;
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::Lang;
use super::lint::{NeededForm, category, needed_forms};
use super::strings::{StringFile, refuse};

/// Choices in choices: more than any text has.
const DEEPEST: usize = 4;

/// Texts of one message: every form of a plural for some answers. A message with more is left to people.
const MOST: usize = 60;

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormPiece {
    /// Words.
    Text(String),
    /// What is filled in, as it is written: `{ $name }`.
    Argument {
        /// With its braces.
        written: String,
        /// Whether the words may say it themselves, as "one item" does.
        optional: bool,
    },
}

/// A text of a message.
#[derive(Clone, Debug)]
pub struct MessageForm {
    /// What it is called: its key, that of an attribute, and what it is chosen by, such as `count` and `few`.
    pub name: String,
    /// Its parts.
    pub pieces: Vec<FormPiece>,
    /// Whether the message has a text for this form; else it is that of another one.
    pub is_own: bool,
}

/// A message in the forms of a language.
#[derive(Clone, Debug)]
pub struct MessageForms {
    /// All texts, in order.
    pub forms: Vec<MessageForm>,
    value: Option<FormTree>,
    attributes: Vec<(String, FormTree)>,
}

#[derive(Clone, Debug)]
enum FormTree {
    /// A text, by its index.
    Text(usize),
    Choice {
        selector: String,
        variants: Vec<FormVariant>,
    },
}

#[derive(Clone, Debug)]
struct FormVariant {
    key: String,
    is_default: bool,
    tree: FormTree,
}

/// The messages of files of one language by their keys (a term has its `-`), in the forms that `lang` needs. Later files
/// win. What cannot be read was reported before.
pub fn message_forms<'f>(
    files: impl IntoIterator<Item = &'f StringFile>,
    lang: &Lang,
) -> BTreeMap<String, MessageForms> {
    let needed = needed_forms(lang);
    let mut found = BTreeMap::new();
    for file in files.into_iter().filter(|file| refuse(&file.text).is_none()) {
        let text = file.text.trim_start_matches('\u{feff}');
        let resource = match fluent_syntax::parser::parse(text) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        for entry in resource.body {
            let (key, value, attributes) = match entry {
                Entry::Message(message) => (message.id.name.to_owned(), message.value, message.attributes),
                Entry::Term(term) => (format!("-{}", term.id.name), Some(term.value), term.attributes),
                _ => continue,
            };
            let mut reading = FormReader { needed: &needed, forms: Vec::new() };
            let value = value.map(|value| reading.tree(&value.elements, &FormPlace::at(&key)));
            let attributes: Vec<_> = attributes
                .into_iter()
                .map(|attribute| {
                    let place = FormPlace::at(&format!("{key}.{}", attribute.id.name));
                    (attribute.id.name.to_owned(), reading.tree(&attribute.value.elements, &place))
                })
                .collect();
            let forms = MessageForms { forms: reading.forms, value, attributes };
            if forms.forms.len() <= MOST {
                found.insert(key, forms);
            }
        }
    }
    found
}

/// Where a text is being read.
#[derive(Clone)]
struct FormPlace {
    name: String,
    is_own: bool,
    depth: usize,
    /// What the words may say themselves here.
    said: Vec<String>,
}

impl FormPlace {
    fn at(name: &str) -> Self {
        Self { name: name.to_owned(), is_own: true, depth: 0, said: Vec::new() }
    }
}

struct FormReader<'n> {
    needed: &'n [NeededForm],
    forms: Vec<MessageForm>,
}

/// A variant that a text is to have.
struct WantedVariant<'f> {
    key: String,
    from: Variant<&'f str>,
    is_default: bool,
    is_own: bool,
    /// Whether one number alone takes it.
    is_single: bool,
}

impl FormReader<'_> {
    fn tree(&mut self, elements: &[PatternElement<&str>], place: &FormPlace) -> FormTree {
        let choice = elements.iter().enumerate().find_map(|(at, element)| match element {
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                Some((at, selector.clone(), variants.clone()))
            }
            _ => None,
        });
        let Some((at, selector, variants)) = choice.filter(|_| place.depth < DEEPEST && self.forms.len() <= MOST)
        else {
            let pieces = elements.iter().map(|element| piece(element, &place.said)).collect();
            self.forms.push(MessageForm { name: place.name.clone(), pieces, is_own: place.is_own });
            return FormTree::Text(self.forms.len() - 1);
        };
        let counted = variable(&selector);
        let variants = self.wanted(&variants, counted);
        let trees = variants.into_iter().map(|wanted| {
            let mut around = elements[..at].to_vec();
            around.extend(wanted.from.value.elements);
            around.extend_from_slice(&elements[at + 1..]);
            let mut inner = FormPlace {
                name: format!("{}:{}", place.name, wanted.key),
                is_own: place.is_own && wanted.is_own,
                depth: place.depth + 1,
                said: place.said.clone(),
            };
            inner.said.extend(counted.filter(|_| wanted.is_single).map(str::to_owned));
            let tree = self.tree(&around, &inner);
            FormVariant { key: wanted.key, is_default: wanted.is_default, tree }
        });
        let variants = trees.collect();
        let selector = placeable(Expression::Inline(selector));
        FormTree::Choice { selector: selector.trim_matches(['{', '}', ' ']).to_owned(), variants }
    }

    /// The variants that the language needs of those that are there: of a plural, its own forms and single numbers.
    fn wanted<'f>(&self, variants: &[Variant<&'f str>], counted: Option<&str>) -> Vec<WantedVariant<'f>> {
        let is_plural = variants.iter().any(|variant| is_plural(variant)) || {
            let alone = variants.iter().all(|variant| name(variant) == "other");
            alone && counted.is_some()
        };
        if !is_plural {
            return variants.iter().map(as_it_is).collect();
        }
        let Some(default) = variants.iter().find(|variant| variant.default) else { return Vec::new() };
        let numbers = variants.iter().filter(|variant| matches!(variant.key, VariantKey::NumberLiteral { .. }));
        let mut wanted: Vec<WantedVariant<'f>> = numbers.map(as_it_is).collect();
        for form in self.needed {
            let own = variants.iter().find(|variant| name(variant) == form.name);
            // "1 page" is no model for a form that stands for 1, 21 and 31.
            let fits = |variant: &&Variant<&'f str>| form.is_single || mentions(&variant.value, counted);
            wanted.push(WantedVariant {
                key: form.name.to_owned(),
                from: own.filter(fits).unwrap_or(default).clone(),
                is_default: form.name == "other",
                is_own: own.is_some(),
                is_single: form.is_single,
            });
        }
        wanted
    }
}

/// A variant that every language has.
fn as_it_is<'f>(variant: &Variant<&'f str>) -> WantedVariant<'f> {
    WantedVariant {
        key: name(variant).to_owned(),
        from: variant.clone(),
        is_default: variant.default,
        is_own: true,
        is_single: matches!(variant.key, VariantKey::NumberLiteral { .. }),
    }
}

fn is_plural(variant: &Variant<&str>) -> bool {
    match variant.key {
        VariantKey::Identifier { name } => category(name).is_some() && name != "other",
        VariantKey::NumberLiteral { .. } => true,
    }
}

fn name<'f>(variant: &Variant<&'f str>) -> &'f str {
    match variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

/// The variable that something is chosen by, with a function around it or without.
fn variable<'f>(selector: &InlineExpression<&'f str>) -> Option<&'f str> {
    match selector {
        InlineExpression::VariableReference { id } => Some(id.name),
        InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
            positional.iter().find_map(|argument| variable(argument))
        }
        _ => None,
    }
}

fn mentions(pattern: &Pattern<&str>, wanted: Option<&str>) -> bool {
    pattern.elements.iter().any(|element| match element {
        PatternElement::Placeable { expression: Expression::Inline(inline) } => variable(inline) == wanted,
        _ => false,
    })
}

fn piece(element: &PatternElement<&str>, said: &[String]) -> FormPiece {
    match element {
        PatternElement::TextElement { value } => FormPiece::Text((*value).to_owned()),
        PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
            FormPiece::Text(unescape_unicode_to_string(value).into_owned())
        }
        PatternElement::Placeable { expression } => {
            let named = if let Expression::Inline(inline) = expression { variable(inline) } else { None };
            let optional = named.is_some_and(|named| said.iter().any(|known| known == named));
            FormPiece::Argument { written: placeable(expression.clone()), optional }
        }
    }
}

/// A placeable as Fluent writes it.
fn placeable(expression: Expression<&str>) -> String {
    let pattern = Pattern { elements: vec![PatternElement::Placeable { expression }] };
    let message = Message { id: Identifier { name: "x" }, value: Some(pattern), attributes: Vec::new(), comment: None };
    let written = serialize(&Resource { body: vec![Entry::Message(message)] });
    written.split_once('=').map_or("", |(_, value)| value).trim().to_owned()
}

impl MessageForms {
    /// The message with other texts for its forms, in Fluent's syntax with the key `key`. `texts` are in the order of the
    /// forms; each is on one line.
    #[must_use]
    pub fn written(&self, key: &str, texts: &[Vec<FormPiece>]) -> String {
        let mut out = format!("{key} =");
        if let Some(value) = &self.value {
            out.push(' ');
            write_tree(value, texts, 0, &mut out);
        }
        for (name, value) in &self.attributes {
            let _ = write!(out, "\n    .{name} = ");
            write_tree(value, texts, 4, &mut out);
        }
        out.push('\n');
        out
    }
}

fn write_tree(tree: &FormTree, texts: &[Vec<FormPiece>], indent: usize, out: &mut String) {
    match tree {
        FormTree::Text(index) => {
            for piece in texts.get(*index).into_iter().flatten() {
                match piece {
                    FormPiece::Text(text) => write_text(text, out),
                    FormPiece::Argument { written, .. } => out.push_str(written),
                }
            }
        }
        FormTree::Choice { selector, variants } => {
            let _ = writeln!(out, "{{ {selector} ->");
            for variant in variants {
                let mark = if variant.is_default { "   *" } else { "    " };
                let _ = write!(out, "{}{mark}[{}] ", " ".repeat(indent), variant.key);
                write_tree(&variant.tree, texts, indent + 4, out);
                out.push('\n');
            }
            let _ = write!(out, "{}}}", " ".repeat(indent));
        }
    }
}

/// Words as Fluent reads them: a brace stands in quotes, and a line break is a space.
fn write_text(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '{' => out.push_str("{\"{\"}"),
            '}' => out.push_str("{\"}\"}"),
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
}
