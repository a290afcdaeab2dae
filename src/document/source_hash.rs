//! The hash that a translation records of its source. It stands in the files of editors, so its form never changes: what
//! it is made of is written here as it was from the beginning. Knows nothing of other hashes.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use super::{outcomes, stub};
use crate::schema::{Confidentiality, FieldValue, Type};
use crate::settings::Located;
use crate::source::Hash;

/// The hash of the fields and words that a translator translates: re-wrapping a line does not change it.
pub(super) fn source_hash(fields: &BTreeMap<Arc<str>, Located<FieldValue>>, type_: &Type, body: &str) -> Hash {
    let mut normal = String::with_capacity(body.len() + 256);
    for (name, field) in fields {
        let translated = type_.field(name).is_some_and(|field| field.translated);
        let own = stub::is_own(name, type_) || matches!(&**name, "slug" | "toc" | "glossary");
        if translated && !own {
            let _ = write!(normal, "{name}: ");
            write_value(&field.value, &mut normal);
            normal.push('\n');
        }
    }
    // An empty line ends a paragraph, and so does the end of the text.
    for line in body.split('\n').chain([""]) {
        for word in line.split_whitespace() {
            normal.push_str(word);
            normal.push(' ');
        }
        if line.is_empty() && !normal.ends_with('\n') {
            normal.push('\n');
        }
    }
    Hash::of(normal.as_bytes())
}

/// A text with all its boxes open: whoever ticks one changes no words, so no translation is outdated by it.
pub(super) fn unticked(body: &str) -> String {
    let mut out = String::with_capacity(body.len());
    for line in body.split_inclusive('\n') {
        let words = line.trim_start_matches([' ', '\t', '>']);
        let digits = words.trim_start_matches(|c: char| c.is_ascii_digit());
        let sign = digits.strip_prefix(['-', '*', '+', '.', ')']).filter(|rest| rest.starts_with(' '));
        let words = sign.map_or(words, str::trim_start);
        match outcomes::box_length(words) {
            Some(length) => {
                out.push_str(&line[..line.len() - words.len()]);
                out.push_str("[ ]");
                out.push_str(&words[length..]);
            }
            None => out.push_str(line),
        }
    }
    out
}

/// A value in the form that was recorded first: the name of its kind, and what it holds.
fn write_value(value: &FieldValue, out: &mut String) {
    match value {
        FieldValue::Text(text) => write_text("Text", text, out),
        FieldValue::Markdown(text) => write_text("Markdown", &text.value, out),
        FieldValue::Choice(id) => write_text("Choice", id, out),
        FieldValue::Ref(id) => write_text("Ref", &id.value, out),
        FieldValue::Term(id) => write_text("Term", &id.value, out),
        FieldValue::File(path) => write_text("File", &path.value, out),
        FieldValue::Licence(id) => write_text("Licence", id, out),
        FieldValue::Bool(yes) => write_plain("Bool", yes, out),
        FieldValue::Integer(number) => write_plain("Integer", number, out),
        FieldValue::Money(money) => write_plain("Money", money, out),
        FieldValue::Date(day) => write_plain("Date", day, out),
        FieldValue::DateTime(time) => write_plain("DateTime", time, out),
        FieldValue::Deadline(deadline) => write_plain("Deadline", deadline, out),
        FieldValue::Confidentiality(level) => write_plain("Confidentiality", &confidentiality(*level), out),
        FieldValue::Language(lang) => {
            out.push_str("Language(");
            write_text("Lang", lang.as_str(), out);
            out.push(')');
        }
        FieldValue::Refs(ids) => write_items("Refs", ids, out, |id, out| quote(&id.value, out)),
        FieldValue::Parties(texts) => write_items("Parties", texts, out, |text, out| quote(&text.value, out)),
        // Nobody translates a consent, so a change of it makes no translation outdated.
        FieldValue::Consent(_) => {}
        FieldValue::List(items) => write_items("List", items, out, write_value),
        FieldValue::Group(parts) => write_items("Group", parts, out, |(name, value), out| {
            out.push('(');
            quote(name, out);
            out.push_str(", ");
            write_value(value, out);
            out.push(')');
        }),
    }
}

fn write_text(kind: &str, text: &str, out: &mut String) {
    out.push_str(kind);
    out.push('(');
    quote(text, out);
    out.push(')');
}

fn write_plain(kind: &str, value: &impl std::fmt::Display, out: &mut String) {
    let _ = write!(out, "{kind}({value})");
}

fn write_items<T>(kind: &str, items: &[T], out: &mut String, write: impl Fn(&T, &mut String)) {
    out.push_str(kind);
    out.push_str("([");
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        write(item, out);
    }
    out.push_str("])");
}

/// A text in quotes. What does not print, quotes, backslashes and marks that join a letter are escaped.
fn quote(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '\'' => out.push('\''),
            other => out.extend(other.escape_debug()),
        }
    }
    out.push('"');
}

fn confidentiality(level: Confidentiality) -> &'static str {
    match level {
        Confidentiality::Public => "Public",
        Confidentiality::Chatham => "Chatham",
        Confidentiality::Summary => "Summary",
        Confidentiality::Closed => "Closed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Span;

    fn written(value: &FieldValue) -> String {
        let mut out = String::new();
        write_value(value, &mut out);
        out
    }

    fn text(text: &str) -> FieldValue {
        FieldValue::Text(Arc::from(text))
    }

    #[test]
    fn a_box_that_is_ticked_is_no_other_text() {
        let open = "- [ ] Eén\n  1. [ ] Twee\n\n> [ ] Drie\n[x](y) [x] vier\n";
        let done = "- [x] Eén\n  1. [v] Twee\n\n> ☑ Drie\n[x](y) [x] vier\n";
        assert_eq!(unticked(open), open);
        assert_eq!(unticked(done), open);
    }

    #[test]
    fn values_are_written_as_they_were_first_recorded() {
        let located = |value: &str| Located { value: Arc::from(value), span: Span::start_of(&Arc::from("a.md")) };
        assert_eq!(written(&text("It's \"q\" \\ e\u{301}\n")), r#"Text("It's \"q\" \\ e\u{301}\n")"#);
        assert_eq!(written(&FieldValue::Markdown(located("*a*"))), r#"Markdown("*a*")"#);
        assert_eq!(written(&FieldValue::Refs(vec![located("a"), located("b")])), r#"Refs(["a", "b"])"#);
        let group = FieldValue::Group(vec![
            (Arc::from("when"), FieldValue::Date("2023-01-24".parse().expect("a day"))),
            (Arc::from("note"), text("x")),
        ]);
        let list = FieldValue::List(vec![group, FieldValue::Bool(true), FieldValue::Integer(-3)]);
        let expected = r#"List([Group([("when", Date(2023-01-24)), ("note", Text("x"))]), Bool(true), Integer(-3)])"#;
        assert_eq!(written(&list), expected);
        let time = FieldValue::DateTime("2023-01-24T10:30:00".parse().expect("a time"));
        assert_eq!(written(&time), "DateTime(2023-01-24T10:30:00)");
        let lang = FieldValue::Language(crate::lang::Lang::parse("nl").expect("a language"));
        assert_eq!(written(&lang), r#"Language(Lang("nl"))"#);
        assert_eq!(written(&FieldValue::Confidentiality(Confidentiality::Closed)), "Confidentiality(Closed)");
    }
}
