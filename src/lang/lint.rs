//! What is wrong with the strings of a language although each can be read: plurals without a form that the language
//! needs, arguments that nobody gives, texts that only other languages have. Knows nothing of who asks for a text.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use icu::plurals::{PluralCategory, PluralRules};

use super::Lang;
use super::strings::{StringFile, refuse};
use crate::diagnostic::{Code, Diagnostic, Message, Span};
use crate::message;

/// Whole numbers on which a language is tried. Forms for millions and for decimals are not demanded: texts of an
/// interface count pages.
const TRIED: Range<u64> = 0..1001;

/// A message as it is written.
#[derive(Debug)]
pub struct MessageShape {
    /// Where its key stands.
    pub span: Span,
    /// The variables it uses, each with its place.
    arguments: BTreeMap<String, Span>,
    /// Messages and terms it is made of; a term has its `-`.
    pub refers: BTreeSet<String>,
    /// The places where a plural is chosen, with the forms that stand there.
    plurals: Vec<BTreeSet<String>>,
}

/// The messages of a language, by key; a term has its `-`. Later files win.
pub type Messages = BTreeMap<String, MessageShape>;

/// Reads the messages of files of one language; what cannot be read was reported before.
pub fn messages<'f>(files: impl IntoIterator<Item = &'f StringFile>) -> Messages {
    let mut messages = Messages::new();
    for file in files.into_iter().filter(|file| refuse(&file.text).is_none()) {
        let resource = match fluent_syntax::parser::parse(&*file.text) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        for entry in &resource.body {
            let (key, patterns) = match entry {
                Entry::Message(message) => {
                    let attributes = message.attributes.iter().map(|attribute| &attribute.value);
                    (message.id.name.to_owned(), message.value.iter().chain(attributes).collect::<Vec<_>>())
                }
                Entry::Term(term) => {
                    let attributes = term.attributes.iter().map(|attribute| &attribute.value);
                    (format!("-{}", term.id.name), std::iter::once(&term.value).chain(attributes).collect())
                }
                _ => continue,
            };
            let id = key.trim_start_matches('-').len();
            let name = match entry {
                Entry::Message(message) => message.id.name,
                Entry::Term(term) => term.id.name,
                _ => continue,
            };
            let start = offset(&file.text, name);
            let mut reading = MessageReader {
                file: &file.path,
                text: &file.text,
                message: MessageShape {
                    span: Span::new(&file.path, start..start + id),
                    arguments: BTreeMap::new(),
                    refers: BTreeSet::new(),
                    plurals: Vec::new(),
                },
            };
            for pattern in patterns {
                reading.pattern(pattern);
            }
            messages.insert(key, reading.message);
        }
    }
    messages
}

/// Where a part of a text stands in it.
fn offset(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

struct MessageReader<'f> {
    file: &'f Arc<str>,
    text: &'f str,
    message: MessageShape,
}

impl<'f> MessageReader<'f> {
    fn pattern(&mut self, pattern: &Pattern<&'f str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&'f str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                let mut forms = BTreeSet::new();
                let mut plural = false;
                for variant in variants {
                    match &variant.key {
                        VariantKey::Identifier { name } => {
                            plural |= category(name).is_some_and(|category| category != PluralCategory::Other);
                            forms.insert((*name).to_owned());
                        }
                        VariantKey::NumberLiteral { .. } => plural = true,
                    }
                    self.pattern(&variant.value);
                }
                plural |= forms.len() == 1 && forms.contains("other");
                if plural {
                    self.message.plurals.push(forms);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&'f str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                let start = offset(self.text, id.name);
                let span = Span::new(self.file, start..start + id.name.len());
                self.message.arguments.entry(id.name.to_owned()).or_insert(span);
            }
            InlineExpression::MessageReference { id, .. } => {
                self.message.refers.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, .. } => {
                self.message.refers.insert(format!("-{}", id.name));
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| self.inline(argument));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }
}

/// Categories by their names in CLDR.
const CATEGORIES: [(&str, PluralCategory); 6] = [
    ("zero", PluralCategory::Zero),
    ("one", PluralCategory::One),
    ("two", PluralCategory::Two),
    ("few", PluralCategory::Few),
    ("many", PluralCategory::Many),
    ("other", PluralCategory::Other),
];

pub(super) fn category(name: &str) -> Option<PluralCategory> {
    CATEGORIES.iter().find(|(known, _)| *known == name).map(|(_, category)| *category)
}

/// The forms that counting in a language needs, each with the smallest number that takes it; `other` always.
fn forms(lang: &Lang) -> Vec<(&'static str, Option<u64>)> {
    let rules = lang.icu().and_then(|icu| PluralRules::try_new_cardinal((&icu).into()).ok());
    let first = |category| rules.as_ref().and_then(|rules| TRIED.clone().find(|n| rules.category_for(*n) == category));
    let all = CATEGORIES.iter().map(|(name, category)| (*name, first(*category)));
    all.filter(|(name, first)| first.is_some() || *name == "other").collect()
}

/// A form that counting in a language needs.
#[derive(Clone, Copy, Debug)]
pub(super) struct NeededForm {
    /// Its name in CLDR.
    pub(super) name: &'static str,
    /// Whether one number alone takes it, so that its words may say the number.
    pub(super) is_single: bool,
}

/// The forms that counting in a language needs.
pub(super) fn needed_forms(lang: &Lang) -> Vec<NeededForm> {
    let rules = lang.icu().and_then(|icu| PluralRules::try_new_cardinal((&icu).into()).ok());
    let is_single = |name: &str| rules.as_ref().is_some_and(|rules| is_single(rules, name));
    forms(lang).into_iter().map(|(name, _)| NeededForm { name, is_single: is_single(name) }).collect()
}

fn is_single(rules: &PluralRules, name: &str) -> bool {
    let wanted = category(name);
    TRIED.filter(|n| Some(rules.category_for(*n)) == wanted).take(2).count() == 1
}

/// Plurals that lack a form of the language, or have one that it does not know.
#[must_use]
pub fn plurals(lang: &Lang, messages: &Messages) -> Vec<Diagnostic> {
    let needed = forms(lang);
    let mut found = Vec::new();
    for (key, message) in messages {
        for forms in &message.plurals {
            let missing: Vec<_> = needed.iter().filter(|(name, _)| !forms.contains(*name)).collect();
            if !missing.is_empty() {
                let names: Vec<&str> = missing.iter().map(|(name, _)| *name).collect();
                let text = message!("plural-lacks", key = key, forms = names.as_slice());
                let lines = missing.iter().map(|(name, number)| line(name, *number));
                let lines = lines.reduce(|first, second| message!("list-and", first = first, second = second));
                let lacks = Diagnostic::error(Code::StringInvalid, text).at(message.span.clone());
                found.push(match lines {
                    Some(lines) => lacks.help(message!("plural-lacks-help", lines = lines)),
                    None => lacks,
                });
            }
            for form in forms.iter().filter(|form| is_idle(lang, form)) {
                let text = message!("plural-idle", tag = lang.as_str(), form = form, key = key);
                found.push(Diagnostic::warning(Code::StringInvalid, text).at(message.span.clone()));
            }
        }
    }
    found
}

/// What to write for a form, with a number to think of.
fn line(form: &str, number: Option<u64>) -> Message {
    match number {
        Some(number) if form != "other" => message!("plural-line", form = form, number = number.to_string()),
        _ => message!("plural-line-other"),
    }
}

/// Whether no number takes a form, large and broken ones among them. Of a language that ICU does not know, nobody can
/// say so.
fn is_idle(lang: &Lang, form: &str) -> bool {
    let rules = lang.icu().and_then(|icu| PluralRules::try_new_cardinal((&icu).into()).ok());
    let (Some(rules), Some(form)) = (rules, category(form)) else { return false };
    let known: Vec<PluralCategory> = rules.categories().collect();
    known.len() > 1 && !known.contains(&form)
}

/// Arguments that differ from those of the same message in the language of reference.
#[must_use]
pub fn arguments(messages: &Messages, reference: &Messages, of: &Lang) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (key, message) in messages {
        let Some(original) = reference.get(key).filter(|original| original.span != message.span) else { continue };
        for (name, span) in &message.arguments {
            if !original.arguments.contains_key(name) {
                let text = message!("string-not-given", key = key, name = name, of = of.as_str());
                let known = original.arguments.keys().map(String::as_str);
                found.push(Diagnostic::error(Code::StringInvalid, text).at(span.clone()).suggest(name, known));
            }
        }
        let lost: Vec<&str> = original
            .arguments
            .keys()
            .filter(|name| !message.arguments.contains_key(*name))
            .map(String::as_str)
            .collect();
        if !lost.is_empty() {
            let text = message!("string-leaves-out", key = key, names = lost.as_slice(), of = of.as_str());
            found.push(Diagnostic::warning(Code::StringInvalid, text).at(message.span.clone()));
        }
    }
    found
}
