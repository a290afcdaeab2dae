//! A YAML value to a typed value by the kind of its field. Knows nothing of what references lead to.

use std::sync::Arc;

use jiff::civil::{Date, DateTime};

use super::deadline::{Deadline, DeadlineRules};
use super::{CONFIDENTIALITIES, Confidentiality, Currency, Field, Kind, Money, common};
use crate::declaration::AbsentField;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::lang::{self, Lang};
use crate::settings::{LICENCES, Located};
use crate::source::digestible;
use crate::yaml::{Node, Value, YamlKey};

/// A checked value of a field. References, terms and files are names still; `site` finds what they mean.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldValue {
    /// Plain text, an address, an e-mail address or a telephone number.
    Text(Arc<str>),
    /// Markdown, with the place where it starts in the file.
    Markdown(Located<Arc<str>>),
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// An amount in a currency.
    Money(Money),
    /// A day.
    Date(Date),
    /// A day and time.
    DateTime(DateTime),
    /// By when something should be done.
    Deadline(Deadline),
    /// Texts that name organisations, roles or others; a site knows whom.
    Parties(Vec<Located<Arc<str>>>),
    /// The id of a choice.
    Choice(Arc<str>),
    /// Many values.
    List(Vec<FieldValue>),
    /// Named parts.
    Group(Vec<(Arc<str>, FieldValue)>),
    /// The id of an entry.
    Ref(Located<Arc<str>>),
    /// Ids of entries.
    Refs(Vec<Located<Arc<str>>>),
    /// The id of a term.
    Term(Located<Arc<str>>),
    /// A language.
    Language(Lang),
    /// A path beside the entry.
    File(Located<Arc<str>>),
    /// An identifier of [`LICENCES`].
    Licence(&'static str),
    /// A confidentiality.
    Confidentiality(Confidentiality),
    /// A consent, and where it stands.
    Consent(Located<Consent>),
}

/// What is kept of a consent: the days that end it. Its other parts are checked and forgotten, so that nothing can show
/// them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Consent {
    /// The day on which it ends.
    pub expires: Option<Date>,
    /// The day on which it was withdrawn.
    pub withdrawn: Option<Date>,
}

impl Consent {
    /// Whether it has ended or was withdrawn. A day of withdrawal to come counts too: nobody waits with that.
    #[must_use]
    pub fn has_ended(self, today: Date) -> bool {
        self.withdrawn.is_some() || self.expires.is_some_and(|day| day <= today)
    }
}

impl FieldValue {
    /// The consents that a value holds itself: those in its groups are given for these groups.
    #[must_use]
    pub fn own_consents(&self) -> Vec<&Located<Consent>> {
        match self {
            Self::Consent(consent) => vec![consent],
            Self::List(values) => values.iter().flat_map(Self::own_consents).collect(),
            _ => Vec::new(),
        }
    }

    /// The consents of a value at any depth.
    #[must_use]
    pub fn all_consents(&self) -> Vec<&Located<Consent>> {
        match self {
            Self::List(values) => values.iter().flat_map(Self::all_consents).collect(),
            Self::Group(parts) => parts.iter().flat_map(|(_, value)| value.all_consents()).collect(),
            other => other.own_consents(),
        }
    }

    /// Whether a consent at any depth has ended.
    #[must_use]
    pub fn holds_ended_consent(&self, today: Date) -> bool {
        self.all_consents().iter().any(|consent| consent.value.has_ended(today))
    }

    /// Whether a group may not be shown any more, because a consent in it has ended.
    #[must_use]
    pub fn is_without_consent(&self, today: Date) -> bool {
        let Self::Group(parts) = self else { return false };
        parts.iter().flat_map(|(_, value)| value.own_consents()).any(|consent| consent.value.has_ended(today))
    }

    /// A value without anything but the consents in it; `None` where it holds none.
    #[must_use]
    pub fn without_all_but_consents(&self) -> Option<Self> {
        match self {
            Self::Consent(_) => Some(self.clone()),
            Self::List(values) => {
                let values: Vec<Self> = values.iter().filter_map(Self::without_all_but_consents).collect();
                (!values.is_empty()).then_some(Self::List(values))
            }
            Self::Group(parts) => {
                let kept =
                    |(name, value): &(Arc<str>, Self)| Some((Arc::clone(name), value.without_all_but_consents()?));
                let parts: Vec<_> = parts.iter().filter_map(kept).collect();
                (!parts.is_empty()).then_some(Self::Group(parts))
            }
            _ => None,
        }
    }

    /// A plain text, an address, an e-mail address or a telephone number.
    #[must_use]
    pub fn as_text(&self) -> Option<&Arc<str>> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// Yes or no.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self { Some(*value) } else { None }
    }

    /// A whole number.
    #[must_use]
    pub fn as_integer(&self) -> Option<i64> {
        if let Self::Integer(value) = self { Some(*value) } else { None }
    }

    /// An amount in a currency.
    #[must_use]
    pub fn as_money(&self) -> Option<Money> {
        if let Self::Money(value) = self { Some(*value) } else { None }
    }

    /// A day.
    #[must_use]
    pub fn as_date(&self) -> Option<Date> {
        if let Self::Date(value) = self { Some(*value) } else { None }
    }

    /// A day and time.
    #[must_use]
    pub fn as_date_time(&self) -> Option<DateTime> {
        if let Self::DateTime(value) = self { Some(*value) } else { None }
    }

    /// By when something should be done; a day alone is a deadline too.
    #[must_use]
    pub fn as_deadline(&self) -> Option<Deadline> {
        match self {
            Self::Deadline(value) => Some(*value),
            Self::Date(day) => Some(Deadline::from(*day)),
            _ => None,
        }
    }

    /// A language.
    #[must_use]
    pub fn as_language(&self) -> Option<&Lang> {
        if let Self::Language(value) = self { Some(value) } else { None }
    }

    /// The identifier of a licence.
    #[must_use]
    pub fn as_licence(&self) -> Option<&'static str> {
        if let Self::Licence(value) = self { Some(value) } else { None }
    }
}

digestible!(
    enum FieldValue {
        Text(text),
        Markdown(text),
        Bool(yes),
        Integer(number),
        Money(money),
        Date(day),
        DateTime(time),
        Deadline(deadline),
        Choice(id),
        List(items),
        Group(parts),
        Ref(id),
        Refs(ids),
        Parties(texts),
        Term(id),
        Language(lang),
        File(path),
        Licence(id),
        Confidentiality(level),
        Consent(consent),
    }
);

digestible!(struct Consent { expires, withdrawn });

/// Where a value stands: what its words mean depends on it.
#[derive(Clone, Copy, Debug)]
pub struct ValueContext<'a> {
    /// The file.
    pub file: &'a Arc<str>,
    /// The language of the document.
    pub lang: &'a Lang,
    /// The day of the meeting, from which days without a year are counted.
    pub day: Option<Date>,
    /// Fields of the base type that the type does not have: whoever uses one is told why.
    pub absent: &'a [AbsentField],
}

/// The typed value of a field; what is wrong goes to `diagnostics`.
pub fn read_value(
    field: &Field,
    node: &Node,
    context: &ValueContext<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<FieldValue> {
    ValueReader { field, context, diagnostics }.value(node)
}

/// An attribute of an outcome as a value of YAML: commas make a list where the field takes many.
#[must_use]
pub fn split_attribute(field: &Field, text: &str, span: &Span) -> Node {
    let scalar = |text: &str| Node { value: Value::Text(text.trim().to_owned()), span: span.clone() };
    match field.kind {
        Kind::Refs(_) | Kind::List(_) | Kind::Outcome(_) => {
            Node { value: Value::List(text.split(',').map(scalar).collect()), span: span.clone() }
        }
        Kind::Bool => Node { value: Value::Bool(text == "true"), span: span.clone() },
        _ => scalar(text),
    }
}

/// How an amount of money is written.
const MONEY: &str = "write it as `EUR 1250.50`, with a point and no more digits behind it than the currency has";

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
            Kind::Bool => match node.value {
                Value::Bool(value) => Some(FieldValue::Bool(value)),
                _ => self.expected(node, "`true` or `false`"),
            },
            Kind::Integer => self.integer(node),
            Kind::List(item) => self.list(item, node),
            Kind::Group(fields) => self.group(fields, node).map(FieldValue::Group),
            Kind::Consent => self.consent(node),
            Kind::Refs(_) | Kind::Outcome(_) => {
                let items = items(node);
                let ids: Option<Vec<_>> = items.iter().map(|item| self.located(item)).collect();
                self.in_range(node, items.len());
                ids.map(FieldValue::Refs)
            }
            Kind::Party(_) => {
                let texts: Option<Vec<_>> = items(node).iter().map(|item| self.located(item)).collect();
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
            Kind::Date => match iso_date(text) {
                Some(date) => Some(FieldValue::Date(date)),
                None => self.wrong(node, format!("`{text}` is not a date"), "write year-month-day: `2023-01-24`"),
            },
            Kind::DateTime => match iso_date_time(text) {
                Some(time) => Some(FieldValue::DateTime(time)),
                None => self.wrong(node, format!("`{text}` is not a date and time"), "write it as `2023-01-24T10:00`"),
            },
            Kind::Deadline(rules) => self.deadline(rules, text, node),
            Kind::Choice(choices) => {
                let found = choices.iter().find(|(id, _)| id == text).map(|(id, _)| Arc::clone(id));
                found.map(FieldValue::Choice).or_else(|| self.unknown(node, text, choices.iter().map(|(id, _)| &**id)))
            }
            Kind::Confidentiality => {
                let found = CONFIDENTIALITIES.iter().find(|(name, _)| *name == &**text);
                let known = CONFIDENTIALITIES.iter().map(|(name, _)| *name);
                found.map(|(_, c)| FieldValue::Confidentiality(*c)).or_else(|| self.unknown(node, text, known))
            }
            Kind::Licence => {
                let found = LICENCES.iter().find(|(id, ..)| *id == &**text);
                let known = LICENCES.iter().map(|(id, ..)| *id);
                found.map(|(id, ..)| FieldValue::Licence(id)).or_else(|| self.unknown(node, text, known))
            }
            Kind::Language => match Lang::parse(text) {
                Some(lang) => Some(FieldValue::Language(lang)),
                None => self.wrong(
                    node,
                    format!("`{text}` is not a language tag"),
                    "use a BCP 47 tag: `pt`, `fa-AF`, `zh-Hant`",
                ),
            },
            Kind::Url if !is_url(text) => {
                self.wrong(node, format!("`{text}` is not a web address"), "start it with `https://`")
            }
            Kind::Email if !is_email(text) => {
                self.wrong(node, format!("`{text}` is not an e-mail address"), "write it as `info@club.example`")
            }
            Kind::Phone if !is_phone(text) => self.wrong(
                node,
                format!("`{text}` is not a telephone number"),
                "use digits, spaces, `-` and a leading `+`: `0800-0188`",
            ),
            _ => Some(FieldValue::Text(Arc::clone(text))),
        }
    }

    fn deadline(&mut self, rules: &DeadlineRules, text: &str, node: &Node) -> Option<FieldValue> {
        match rules.read(text, self.context.lang, self.context.day) {
            Ok(deadline) => Some(FieldValue::Deadline(deadline)),
            Err(fault) => {
                let advice = fault.explain(text);
                self.wrong(node, advice.message, &advice.help)
            }
        }
    }

    fn text(&mut self, node: &Node) -> Option<Arc<str>> {
        let text = node.text().map(str::trim);
        if let Some(text) = text.filter(|text| !lang::is_blank(text)) {
            return Some(Arc::from(text));
        }
        match node.value {
            Value::Bool(_) => {
                self.wrong(node, format!("`{}` must be text, found true or false", self.field.name), "put it in quotes")
            }
            Value::Text(_) => {
                self.wrong(node, format!("`{}` is empty", self.field.name), "write a value, or remove the line")
            }
            _ => self.expected(node, "text"),
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
            return self.wrong(
                node,
                format!("`{}` leads out of the folder of this entry", path.value),
                "name a file that lies beside the text",
            );
        }
        Some(FieldValue::File(path))
    }

    fn integer(&mut self, node: &Node) -> Option<FieldValue> {
        let number: Option<i64> = match &node.value {
            // Attributes of outcomes are text.
            Value::Number(text) | Value::Text(text) => text.parse().ok(),
            _ => None,
        };
        let Some(number) = number else { return self.expected(node, "a whole number") };
        let below = self.field.min.is_some_and(|min| number < min);
        let above = self.field.max.is_some_and(|max| number > max);
        if below || above {
            let range = self.range_words();
            return self.wrong(node, format!("{number} is out of range"), &format!("it must be {range}"));
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
                    return self.wrong(node, format!("`{text}` is not an amount with its currency"), MONEY);
                };
                let (one, other) = (one.to_owned(), other.trim().to_owned());
                if one.starts_with(|c: char| c.is_ascii_digit() || c == '-') { (one, other) } else { (other, one) }
            }
        };
        let Some(currency) = Currency::parse(&code) else {
            let message = format!("`{code}` is not a currency of ISO 4217");
            let at = node.span.clone();
            let diagnostic = Diagnostic::error(Code::FieldInvalid, message).at(at);
            let known = Currency::all().map(Currency::code);
            self.diagnostics.push(diagnostic.suggest(&code.to_uppercase(), known));
            return None;
        };
        let money = Money::parse(&amount, currency).map(FieldValue::Money);
        money.or_else(|| self.wrong(node, format!("`{amount}` is not an amount in {code}"), MONEY))
    }

    fn money_parts(&mut self, entries: &[(YamlKey, Node)], node: &Node) -> Option<(String, String)> {
        let known = ["amount", "currency"];
        for (key, _) in entries.iter().filter(|(key, _)| !known.contains(&key.name.as_str())) {
            let message = format!("there is no `{}` in `{}`", key.name, self.field.name);
            let diagnostic = Diagnostic::error(Code::UnknownField, message).at(key.span.clone());
            self.diagnostics.push(diagnostic.suggest(&key.name, known.iter().copied()));
        }
        let part = |name: &str| node.get(name).and_then(Node::text).map(ToOwned::to_owned);
        let parts = part(known[0]).zip(part(known[1]));
        parts.or_else(|| self.wrong(node, format!("`{}` needs an amount and a currency", self.field.name), MONEY))
    }

    fn list(&mut self, item: &Field, node: &Node) -> Option<FieldValue> {
        let items = items(node);
        self.in_range(node, items.len());
        let mut values = Vec::with_capacity(items.len());
        for one in items {
            values.push(read_value(
                &Field { name: Arc::clone(&self.field.name), ..item.clone() },
                one,
                self.context,
                self.diagnostics,
            )?);
        }
        Some(FieldValue::List(values))
    }

    fn consent(&mut self, node: &Node) -> Option<FieldValue> {
        let parts = self.group(&common::consent(), node)?;
        let day = |name: &str| parts.iter().find(|(part, _)| **part == *name)?.1.as_date();
        let value = Consent { expires: day("expires"), withdrawn: day("withdrawn") };
        Some(FieldValue::Consent(Located { value, span: node.span.clone() }))
    }

    fn group(&mut self, fields: &[Field], node: &Node) -> Option<Vec<(Arc<str>, FieldValue)>> {
        let Some(entries) = node.map() else { return self.expected(node, "keys and values") };
        let mut values = Vec::new();
        for (key, value) in entries {
            let Some(field) = fields.iter().find(|field| *field.name == *key.name) else {
                self.diagnostics.push(
                    Diagnostic::error(
                        Code::UnknownField,
                        format!("there is no `{}` in `{}`", key.name, self.field.name),
                    )
                    .at(key.span.clone())
                    .suggest(&key.name, fields.iter().map(|field| &*field.name)),
                );
                continue;
            };
            if !value.is_null() {
                values.push((Arc::clone(&field.name), read_value(field, value, self.context, self.diagnostics)?));
            }
        }
        for field in fields.iter().filter(|field| field.required) {
            if !values.iter().any(|(name, _)| *name == field.name) {
                let message = format!("`{}` is missing in `{}`", field.name, self.field.name);
                self.diagnostics.push(Diagnostic::error(Code::FieldMissing, message).at(node.span.clone()));
            }
        }
        let span = |name: &str| entries.iter().find(|(key, _)| key.name == name).map(|(key, _)| key.span.clone());
        let value = |name: &str| values.iter().find(|(part, _)| **part == *name).map(|(_, value)| value);
        let part = |name: &str| Some((value(name)?, span(name)?));
        super::reversed(fields, part, self.diagnostics);
        Some(values)
    }

    fn in_range(&mut self, node: &Node, count: usize) {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        if self.field.min.is_some_and(|min| count < min) || self.field.max.is_some_and(|max| count > max) {
            let message = format!("`{}` has {count} items", self.field.name);
            let help = format!("the number of items must be {}", self.range_words());
            let _: Option<FieldValue> = self.wrong(node, message, &help);
        }
    }

    fn range_words(&self) -> String {
        match (self.field.min, self.field.max) {
            (Some(min), Some(max)) => format!("from {min} to {max}"),
            (Some(min), None) => format!("at least {min}"),
            (None, Some(max)) => format!("at most {max}"),
            (None, None) => "any".to_owned(),
        }
    }

    fn expected<T>(&mut self, node: &Node, what: &str) -> Option<T> {
        let message = format!("`{}` must be {what}, found {}", self.field.name, node.kind());
        self.diagnostics.push(Diagnostic::error(Code::FieldInvalid, message).at(node.span.clone()));
        None
    }

    fn wrong<T>(&mut self, node: &Node, message: String, help: &str) -> Option<T> {
        let at = node.span.clone();
        self.diagnostics.push(Diagnostic::error(Code::FieldInvalid, message).at(at).help(help));
        None
    }

    fn unknown<'k, T>(&mut self, node: &Node, text: &str, known: impl Iterator<Item = &'k str>) -> Option<T> {
        let message = format!("`{text}` is not a value of `{}`", self.field.name);
        let at = node.span.clone();
        self.diagnostics.push(Diagnostic::error(Code::FieldInvalid, message).at(at).suggest(text, known));
        None
    }
}

/// The items of a list; one value alone counts as a list of one.
fn items(node: &Node) -> &[Node] {
    match &node.value {
        Value::List(items) => items,
        _ => std::slice::from_ref(node),
    }
}

/// `2023-01-24` and nothing else that ISO 8601 would allow.
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
