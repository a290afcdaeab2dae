//! A YAML value to a typed value by the kind of its field. What people write in other ways than files have it is read where
//! it can mean one thing only, and told with the change that writes it so. Knows nothing of what references lead to.

use std::fmt::Display;
use std::sync::Arc;

use jiff::civil::{Date, DateTime};

use super::candidates::{KnownName, known_names, propose, write};
use super::deadline::{DeadlineAdvice, DeadlineRules};
use super::times::MomentFault;
use super::{CONFIDENTIALITIES, Consent, Currency, Field, FieldValue, Kind, Money, ValueContext, common};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, Span};
use crate::lang::{self, Lang, fold};
use crate::message;
use crate::settings::{LICENCES, LocalizedText, Located};
use crate::yaml::{Node, Value, YamlKey};

/// The typed value of a field; what is wrong goes to `diagnostics`.
pub fn read_value(
    field: &Field,
    node: &Node,
    context: &ValueContext<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<FieldValue> {
    ValueReader { field, context, diagnostics }.value(node)
}

/// An attribute of an outcome as a value of YAML: commas and semicolons make a list where the field takes many. `span` is
/// where the text stands, with or without quotes around it.
#[must_use]
pub fn split_attribute(field: &Field, text: &str, span: &Span) -> Node {
    let whole = Node { value: Value::Text(text.trim().to_owned()), span: span.clone() };
    if !matches!(field.kind, Kind::Refs(_) | Kind::List(_) | Kind::Outcome(_)) {
        return whole;
    }
    let is_one = !text.contains([',', ';']);
    let range = span.range.range();
    let mut at = match range.len().checked_sub(text.len()) {
        Some(quotes @ (0 | 2)) => Some(range.start + quotes / 2),
        _ => None,
    };
    let mut items = Vec::new();
    for part in text.split([',', ';']).filter(|_| !is_one) {
        let start = at.map(|at| at + part.len() - part.trim_start().len());
        // Where the place of a part is not known, the start of all is shown, and nothing changes there.
        let place = start.map_or(range.start..range.start, |start| start..start + part.trim().len());
        items.push(Node { value: Value::Text(part.trim().to_owned()), span: Span::new(&span.file, place) });
        at = at.map(|at| at + part.len() + 1);
    }
    let items = if is_one { vec![whole] } else { items };
    Node { value: Value::List(items), span: span.clone() }
}

/// The values that a field may have, as help for whoever has to write one; `None` where they are no list.
#[must_use]
pub fn known_values(field: &Field, lang: &Lang) -> Option<Message> {
    match &field.kind {
        Kind::Choice(choices) => known_names(&choice_names(choices, lang)),
        Kind::Bool => Some(message!("known-with-labels", names = "`true`, `false`")),
        Kind::List(item) => known_values(item, lang),
        _ => None,
    }
}

struct ValueReader<'a> {
    field: &'a Field,
    context: &'a ValueContext<'a>,
    diagnostics: &'a mut Diagnostics,
}

impl ValueReader<'_> {
    fn value(&mut self, node: &Node) -> Option<FieldValue> {
        let field = self.field;
        match &field.kind {
            Kind::Money => self.money(node),
            Kind::Bool => self.answer(node).map(FieldValue::Bool),
            Kind::Integer => self.integer(node),
            Kind::List(item) => self.list(item, node),
            Kind::Group(fields) => self.group(fields, node).map(FieldValue::Group),
            Kind::Consent => self.consent(node),
            Kind::Refs(_) | Kind::Outcome(_) => {
                let items = node.items();
                let ids: Option<Vec<_>> = items.iter().map(|item| self.located(item)).collect();
                self.in_range(node, items.len());
                ids.map(FieldValue::Refs)
            }
            Kind::Party(_) => {
                let texts: Option<Vec<_>> = node.items().iter().map(|item| self.located(item)).collect();
                texts.map(FieldValue::Parties)
            }
            Kind::Ref(_) => self.located(node).map(FieldValue::Ref),
            Kind::Term(_) => self.located(node).map(FieldValue::Term),
            Kind::Image | Kind::File => self.file(node),
            Kind::Markdown => self.located(node).map(FieldValue::Markdown),
            _ => {
                let text = self.text(node)?;
                self.scalar(&text, node)
            }
        }
    }

    /// Kinds that are one word or phrase.
    fn scalar(&mut self, text: &Arc<str>, node: &Node) -> Option<FieldValue> {
        let field = self.field;
        match &field.kind {
            Kind::Date => self.day(text, node).map(FieldValue::Date),
            Kind::DateTime => self.moment(text, node).map(FieldValue::DateTime),
            Kind::Deadline(rules) => self.deadline(rules, text, node),
            Kind::Choice(choices) => self.choice(choices, text, node),
            Kind::Confidentiality => {
                let id = self.word(text, node, CONFIDENTIALITIES.iter().map(|(word, _)| *word))?;
                let found = CONFIDENTIALITIES.iter().find(|(word, _)| *word == id);
                found.map(|(_, level)| FieldValue::Confidentiality(*level))
            }
            Kind::Licence => self.word(text, node, LICENCES.iter().map(|(word, ..)| *word)).map(FieldValue::Licence),
            Kind::Language => match Lang::parse(text) {
                Some(lang) => Some(FieldValue::Language(lang)),
                None => {
                    self.wrong(node, message!("language-tag-invalid", text = &**text), message!("language-tag-form"))
                }
            },
            Kind::Url if !is_url(text) => self.no_url(text, node),
            Kind::Email if !is_email(text) => self.no_email(text, node),
            Kind::Phone if !is_phone(text) => {
                self.wrong(node, message!("phone-invalid", text = &**text), message!("phone-form"))
            }
            _ => Some(FieldValue::Text(Arc::clone(text))),
        }
    }

    /// Yes or no, in the words of YAML, of the language of the text, or in English.
    fn answer(&mut self, node: &Node) -> Option<bool> {
        if let Value::Bool(value) = node.value {
            return Some(value);
        }
        match node.text().and_then(|text| self.context.words.answer(text, self.context.lang)) {
            Some(answer) => Some(self.read_as(node, answer)),
            None => self.expected(node, message!("true-or-false")),
        }
    }

    fn day(&mut self, text: &str, node: &Node) -> Option<Date> {
        if let Some(day) = iso_date(text) {
            return Some(day);
        }
        let (words, lang) = (self.context.words, self.context.lang);
        // Whoever writes that a page ends today means from now on, on whatever day it is read: no day is earlier.
        if &*self.field.name == EXPIRES && words.is_today(text, lang) {
            return Some(Date::MIN);
        }
        match words.day(text, lang) {
            Ok(day) => Some(self.read_as(node, day)),
            Err(fault) => {
                let with_time = iso_date_time(text).or_else(|| words.moment(text, lang).ok());
                if let Some(moment) = with_time {
                    let message = message!("date-with-time", text = text, name = &*self.field.name);
                    let day = moment.date().to_string();
                    self.error(node, message, message!("write-it", text = &*day), vec![day]);
                    return None;
                }
                self.advise(node, fault.explain_day(text))
            }
        }
    }

    fn moment(&mut self, text: &str, node: &Node) -> Option<DateTime> {
        if let Some(moment) = iso_date_time(text) {
            return Some(moment);
        }
        let fault = match self.context.words.moment(text, self.context.lang) {
            Ok(moment) => {
                self.read_as(node, moment.strftime("%Y-%m-%dT%H:%M"));
                return Some(moment);
            }
            Err(fault) => fault,
        };
        match fault {
            MomentFault::Unreadable => {
                self.wrong(node, message!("moment-unreadable", text = text), message!("moment-form"))
            }
            MomentFault::WithoutTime(day) => {
                let help = message!("moment-without-time-help", day = day.to_string());
                self.wrong(node, message!("moment-without-time", text = text), help)
            }
            MomentFault::NoSuchTime(time) => {
                self.wrong(node, message!("time-unreal", time = time), message!("time-unreal-help"))
            }
            MomentFault::Day(fault) => {
                let advice = fault.explain_day(text);
                self.advise(node, DeadlineAdvice { days: Vec::new(), ..advice })
            }
        }
    }

    fn deadline(&mut self, rules: &DeadlineRules, text: &str, node: &Node) -> Option<FieldValue> {
        match rules.read(text, self.context.lang, self.context.day) {
            Ok(deadline) => Some(FieldValue::Deadline(deadline)),
            Err(fault) => self.advise(node, fault.explain(text)),
        }
    }

    /// A choice by its id, or by its label in any language.
    fn choice(&mut self, choices: &[(Arc<str>, LocalizedText)], text: &Arc<str>, node: &Node) -> Option<FieldValue> {
        match named_choices(choices, text)[..] {
            [id] if id == text => Some(FieldValue::Choice(Arc::clone(id))),
            [id] => {
                self.read_as(node, id);
                Some(FieldValue::Choice(Arc::clone(id)))
            }
            _ => self.unknown(node, text, choice_names(choices, self.context.lang)),
        }
    }

    /// One of some words, whatever its capitals.
    fn word(
        &mut self,
        text: &str,
        node: &Node,
        known: impl Iterator<Item = &'static str> + Clone,
    ) -> Option<&'static str> {
        if let Some(word) = known.clone().find(|word| *word == text) {
            return Some(word);
        }
        if let Some(word) = known.clone().find(|word| word.eq_ignore_ascii_case(text)) {
            self.read_as(node, word);
            return Some(word);
        }
        let candidate = |word: &str| KnownName { id: word.to_owned(), label: None, names: Vec::new() };
        self.unknown(node, text, known.map(candidate).collect())
    }

    fn text(&mut self, node: &Node) -> Option<Arc<str>> {
        let text = node.text().map(str::trim);
        if let Some(text) = text.filter(|text| !lang::is_blank(text)) {
            return Some(Arc::from(text));
        }
        let name = &*self.field.name;
        match node.value {
            Value::Bool(_) => self.wrong(node, message!("text-expected", name = name), message!("put-in-quotes")),
            Value::Text(_) => self.wrong(node, message!("value-empty", name = name), message!("value-empty-help")),
            _ => self.expected(node, message!("a-text")),
        }
    }

    fn located(&mut self, node: &Node) -> Option<Located<Arc<str>>> {
        let value = self.text(node)?;
        Some(Located { value, span: node.span.clone() })
    }

    fn file(&mut self, node: &Node) -> Option<FieldValue> {
        let path = self.located(node)?;
        let escapes = path.value.starts_with('/')
            || path.value.contains(['\\', '\0', ':'])
            || path.value.split('/').any(|part| part == "..");
        if escapes {
            let message = message!("file-outside", path = &*path.value);
            return self.wrong(node, message, message!("file-outside-help"));
        }
        Some(FieldValue::File(path))
    }

    fn integer(&mut self, node: &Node) -> Option<FieldValue> {
        let number: Option<i64> = match &node.value {
            // Attributes of outcomes are text.
            Value::Number(text) | Value::Text(text) => text.trim().parse().ok(),
            _ => None,
        };
        let other_digits = || other_digits(node.text()?);
        let number = match number.map_or_else(other_digits, |_| None) {
            Some(read) => Some(self.read_as(node, read)),
            None => number,
        };
        let Some(number) = number else { return self.expected(node, message!("a-whole-number")) };
        let below = self.field.min.is_some_and(|min| number < min);
        let above = self.field.max.is_some_and(|max| number > max);
        if below || above {
            let help = message!("number-out-of-range-help", range = self.range_words());
            return self.wrong(node, message!("number-out-of-range", number = number.to_string()), help);
        }
        Some(FieldValue::Integer(number))
    }

    /// `EUR 1250.50`, or `{amount: 1250.50, currency: EUR}`.
    fn money(&mut self, node: &Node) -> Option<FieldValue> {
        let (amount, code) = match node.map() {
            Some(entries) => self.money_parts(entries, node)?,
            None => {
                let text = self.text(node)?;
                let Some((one, other)) = text.split_once(char::is_whitespace) else {
                    return self.wrong(node, message!("money-invalid", text = &*text), message!("money-form"));
                };
                let (one, other) = (one.to_owned(), other.trim().to_owned());
                if one.starts_with(|c: char| c.is_ascii_digit() || c == '-') { (one, other) } else { (other, one) }
            }
        };
        let Some(currency) = Currency::parse(&code) else {
            let at = node.span.clone();
            let diagnostic = Diagnostic::error(Code::FieldInvalid, message!("currency-unknown", code = &*code)).at(at);
            let known = Currency::all().map(Currency::code);
            self.diagnostics.push(diagnostic.suggest(&code.to_uppercase(), known));
            return None;
        };
        let money = Money::parse(&amount, currency).map(FieldValue::Money);
        let message = || message!("amount-invalid", amount = amount, code = code);
        money.or_else(|| self.wrong(node, message(), message!("money-form")))
    }

    fn money_parts(&mut self, entries: &[(YamlKey, Node)], node: &Node) -> Option<(String, String)> {
        let known = ["amount", "currency"];
        for (key, _) in entries.iter().filter(|(key, _)| !known.contains(&key.name.as_str())) {
            self.unknown_part(key, known.iter().copied());
        }
        let part = |name: &str| node.get(name).and_then(Node::text).map(ToOwned::to_owned);
        let parts = part(known[0]).zip(part(known[1]));
        let message = message!("money-incomplete", name = &*self.field.name);
        parts.or_else(|| self.wrong(node, message, message!("money-form")))
    }

    fn list(&mut self, item: &Field, node: &Node) -> Option<FieldValue> {
        let item = Field { name: Arc::clone(&self.field.name), ..item.clone() };
        let parted = self.parted(&item, node);
        let items = parted.as_deref().unwrap_or(node.items());
        self.in_range(node, items.len());
        let mut values = Vec::with_capacity(items.len());
        for one in items {
            values.push(read_value(&item, one, self.context, self.diagnostics)?);
        }
        Some(FieldValue::List(values))
    }

    /// The items of a list that is written as one text, `a; b` or `a, b`, where each of them is a value that can stand
    /// there. What only a site knows, such as terms, is parted there.
    fn parted(&mut self, item: &Field, node: &Node) -> Option<Vec<Node>> {
        let text = node.text()?;
        let Kind::Choice(choices) = &item.kind else { return None };
        if !named_choices(choices, text).is_empty() {
            return None;
        }
        let parts = split_list(text)?;
        let ids: Option<Vec<&str>> = parts.iter().map(|part| one_choice(choices, part)).collect();
        let ids = ids?;
        self.read_as(node, format!("[{}]", ids.join(", ")));
        let scalar = |id: &&str| Node { value: Value::Text((*id).to_owned()), span: node.span.clone() };
        Some(ids.iter().map(scalar).collect())
    }

    fn consent(&mut self, node: &Node) -> Option<FieldValue> {
        let parts = self.group(&common::consent(), node)?;
        let day = |name: &str| parts.iter().find(|(part, _)| **part == *name)?.1.as_date();
        let value = Consent { expires: day("expires"), withdrawn: day("withdrawn") };
        Some(FieldValue::Consent(Located { value, span: node.span.clone() }))
    }

    fn group(&mut self, fields: &[Field], node: &Node) -> Option<Vec<(Arc<str>, FieldValue)>> {
        let Some(entries) = node.map() else { return self.expected(node, message!("keys-and-values")) };
        let mut values = Vec::new();
        for (key, value) in entries {
            let Some(field) = fields.iter().find(|field| *field.name == *key.name) else {
                self.unknown_part(key, fields.iter().map(|field| &*field.name));
                continue;
            };
            if !value.is_null() {
                values.push((Arc::clone(&field.name), read_value(field, value, self.context, self.diagnostics)?));
            }
        }
        for field in fields.iter().filter(|field| field.required) {
            if !values.iter().any(|(name, _)| *name == field.name) {
                let message = message!("part-missing", name = &*field.name, of = &*self.field.name);
                let missing = Diagnostic::error(Code::FieldMissing, message).at(node.span.clone());
                self.diagnostics.push(missing.help(message!("part-missing-help", name = &*field.name)));
            }
        }
        let span = |name: &str| entries.iter().find(|(key, _)| key.name == name).map(|(key, _)| key.span.clone());
        let value = |name: &str| values.iter().find(|(part, _)| **part == *name).map(|(_, value)| value);
        let part = |name: &str| Some((value(name)?, span(name)?));
        super::reversed(fields, part, self.diagnostics);
        Some(values)
    }

    fn unknown_part<'k>(&mut self, key: &YamlKey, known: impl Iterator<Item = &'k str>) {
        let message = message!("part-unknown", name = &*key.name, of = &*self.field.name);
        let diagnostic = Diagnostic::error(Code::UnknownField, message).at(key.span.clone());
        self.diagnostics.push(diagnostic.suggest(&key.name, known));
    }

    fn in_range(&mut self, node: &Node, count: usize) {
        let items = i64::try_from(count).unwrap_or(i64::MAX);
        if self.field.min.is_some_and(|min| items < min) || self.field.max.is_some_and(|max| items > max) {
            let message = message!("items-out-of-range", name = &*self.field.name, count = count);
            let help = message!("items-out-of-range-help", range = self.range_words());
            let _: Option<FieldValue> = self.wrong(node, message, help);
        }
    }

    fn range_words(&self) -> Message {
        match (self.field.min, self.field.max) {
            (Some(min), Some(max)) => message!("range-from-to", min = min.to_string(), max = max.to_string()),
            (Some(min), None) => message!("range-from", min = min.to_string()),
            (None, Some(max)) => message!("range-to", max = max.to_string()),
            (None, None) => message!("range-any"),
        }
    }

    fn no_url<T>(&mut self, text: &str, node: &Node) -> Option<T> {
        let with_scheme = format!("https://{}", text.trim_start_matches('/'));
        let host = text.split(['/', '?', '#']).next().unwrap_or_default();
        let meant = host.contains('.') && !text.contains(':') && is_url(&with_scheme);
        let fixes = if meant { vec![with_scheme] } else { Vec::new() };
        self.error(node, message!("url-invalid", text = text), message!("url-form"), fixes);
        None
    }

    fn no_email<T>(&mut self, text: &str, node: &Node) -> Option<T> {
        let bare = text.strip_prefix("mailto:").map(str::trim).filter(|bare| is_email(bare));
        let fixes = bare.map(ToOwned::to_owned).into_iter().collect();
        self.error(node, message!("email-invalid", text = text), message!("email-form"), fixes);
        None
    }

    /// Tells, beside the value, how it is read, with the change that writes it so.
    fn read_as<T: Display>(&mut self, node: &Node, value: T) -> T {
        let written = node.text().unwrap_or_default().trim();
        self.diagnostics.push(read_as(written, &value.to_string(), &node.span));
        value
    }

    fn advise<T>(&mut self, node: &Node, advice: DeadlineAdvice) -> Option<T> {
        let days = advice.days.iter().map(ToString::to_string).collect();
        self.error(node, advice.message, advice.help, days);
        None
    }

    fn expected<T>(&mut self, node: &Node, what: Message) -> Option<T> {
        let found = super::found_kind(node);
        let message = message!("value-of-other-kind", name = &*self.field.name, what = what, found = found);
        let diagnostic = Diagnostic::error(Code::FieldInvalid, message).at(node.span.clone());
        let known = known_values(self.field, self.context.lang);
        self.diagnostics.push(match known {
            Some(known) => diagnostic.help(known),
            None => diagnostic,
        });
        None
    }

    fn wrong<T>(&mut self, node: &Node, message: Message, help: Message) -> Option<T> {
        self.error(node, message, help, Vec::new());
        None
    }

    /// Tells an error with what may be written in the place of the value.
    fn error(&mut self, node: &Node, message: Message, help: Message, texts: Vec<String>) {
        let diagnostic = Diagnostic::error(Code::FieldInvalid, message).at(node.span.clone()).help(help);
        let fixes = texts.into_iter().map(|text| write(&node.span, text));
        self.diagnostics.push(fixes.fold(diagnostic, Diagnostic::fix));
    }

    fn unknown<T>(&mut self, node: &Node, text: &str, known: Vec<KnownName>) -> Option<T> {
        let message = message!("choice-unknown", text = text, name = &*self.field.name);
        let diagnostic = Diagnostic::error(Code::FieldInvalid, message).at(node.span.clone());
        self.diagnostics.push(propose(diagnostic, text, &node.span, known));
        None
    }
}

/// Tells how a value is read that is written in another way than files have it.
#[must_use]
pub fn read_as(written: &str, meant: &str, span: &Span) -> Diagnostic {
    let message = message!("value-read-as", written = written, meant = meant);
    let told = Diagnostic::of(Code::ValueSpelling, message).at(span.clone());
    // Where the place of the value is not known, there is nothing to change.
    if span.range.range().is_empty() { told } else { told.fix(write(span, meant)) }
}

/// The parts of a text with semicolons or commas; `None` where it has none.
#[must_use]
pub fn split_list(text: &str) -> Option<Vec<&str>> {
    let signs: &[char] = if text.contains([';', '؛']) { &[';', '؛'] } else { &[',', '،'] };
    let parts: Vec<&str> = text.split(signs).map(str::trim).filter(|part| !part.is_empty()).collect();
    (text.contains(signs) && !parts.is_empty()).then_some(parts)
}

/// The ids of the choices that have that id or label in any language: an id goes before a label.
fn named_choices<'c>(choices: &'c [(Arc<str>, LocalizedText)], text: &str) -> Vec<&'c Arc<str>> {
    let text = text.trim();
    if let Some((id, _)) = choices.iter().find(|(id, _)| **id == *text) {
        return vec![id];
    }
    let folded = fold(text);
    if let Some((id, _)) = choices.iter().find(|(id, _)| fold(id) == folded) {
        return vec![id];
    }
    let has_label = |label: &LocalizedText| label.iter().any(|(_, label)| fold(label.trim()) == folded);
    choices.iter().filter(|(_, label)| has_label(label)).map(|(id, _)| id).collect()
}

/// The id of the one choice that a text names.
fn one_choice<'c>(choices: &'c [(Arc<str>, LocalizedText)], text: &str) -> Option<&'c str> {
    let [id] = named_choices(choices, text)[..] else { return None };
    Some(id)
}

fn choice_names(choices: &[(Arc<str>, LocalizedText)], lang: &Lang) -> Vec<KnownName> {
    let mut names = Vec::with_capacity(choices.len());
    for (id, label) in choices {
        names.push(KnownName {
            id: id.to_string(),
            label: label.get(lang, &[Lang::last()]).map(ToString::to_string),
            names: label.iter().map(|(_, label)| label.to_string()).collect(),
        });
    }
    names
}

/// A whole number in the digits of any script.
fn other_digits(text: &str) -> Option<i64> {
    let digit = |c: char| lang::digit_value(c).map(|digit| char::from(b'0' + digit));
    text.trim().chars().map(digit).collect::<Option<String>>()?.parse().ok()
}

/// `2023-01-24` and nothing else that ISO 8601 would allow.
/// The field that says from which day on something is gone.
const EXPIRES: &str = "expires";

fn iso_date(text: &str) -> Option<Date> {
    let digits = text.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    if text.len() == 10 && digits { text.parse().ok() } else { None }
}

fn iso_date_time(text: &str) -> Option<DateTime> {
    let (date, time) = text.split_once(['T', ' '])?;
    iso_date(date)?;
    let clock = time.bytes().all(|b| b.is_ascii_digit() || b == b':') && matches!(time.len(), 5 | 8);
    if clock { format!("{date}T{time}").parse().ok() } else { None }
}

fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        // What stands before `@` is the name of a user, which looks like the site that is meant.
        !host.is_empty()
            && !host.contains('@')
            && !text.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\'))
    })
}

fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let plain = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
    !local.is_empty()
        && local.chars().all(plain)
        && domain.contains('.')
        && !domain.contains("..")
        && !domain.starts_with(['.', '-'])
        && !domain.ends_with('.')
        && domain.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
}

fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let body = text.strip_prefix('+').unwrap_or(text);
    (3..=15).contains(&digits) && body.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '.'))
}
