//! `audit-leftover`: marks of templates, of `:::` blocks and of outcomes that nobody replaced. Knows nothing of templates.

use super::super::finding::Findings;
use super::super::reader::{StartTag, shorten};
use super::super::values::{OutputValue, ValueRole};
use super::{AuditContext, AuditRule, PageFacts};
use crate::diagnostic::{Code, Message};
use crate::message;

const LEFTOVER: Code = Code::AuditLeftover;

const HELP: Message = message!("leftover-help");

/// Elements that show marks as marks, or whose text is not shown.
const QUOTING: &[&str] = &["code", "pre", "kbd", "samp", "textarea", "script", "style"];

/// Where in the page the text is that comes next.
pub(super) struct LeftoverRule {
    /// Elements that show marks and are open.
    quoting: usize,
    line_start: bool,
    /// Marks that a page shows as marks.
    quoted: Vec<Box<str>>,
    /// Marks in data, which may be those that a page shows.
    marks: Vec<Box<str>>,
}

impl Default for LeftoverRule {
    /// The start of a page is the start of a line.
    fn default() -> Self {
        Self { quoting: 0, line_start: true, quoted: Vec::new(), marks: Vec::new() }
    }
}

impl AuditRule for LeftoverRule {
    fn start(&mut self, tag: StartTag<'_>, _: AuditContext<'_>, found: &mut Findings) {
        for (name, value) in tag.attributes() {
            attribute(name, value, found);
        }
        self.line_start = true;
        self.quoting += usize::from(QUOTING.contains(&tag.name()));
    }

    fn end(&mut self, name: &str, _: AuditContext<'_>, _: &mut Findings) {
        if QUOTING.contains(&name) {
            self.quoting = self.quoting.saturating_sub(1);
        }
    }

    fn text(&mut self, text: &str, _: AuditContext<'_>, found: &mut Findings) {
        if self.quoting > 0 {
            if has_marks(text) || text.contains(":::") {
                self.quoted.push(without_spaces(text).into());
            }
            return;
        }
        if has_marks(text) {
            found.warning(LEFTOVER, message!("leftover-template", text = around(text)), HELP);
        }
        for (index, line) in text.split('\n').enumerate() {
            let line = line.trim_start();
            if line.starts_with(":::") && (index > 0 || self.line_start) {
                found.warning(LEFTOVER, message!("leftover-block", line = shorten(line)), HELP);
            }
            self.line_start = (index > 0 || self.line_start) && line.is_empty();
        }
        self.line_start |= text.ends_with('\n');
    }

    /// Data are plain texts, made of texts that may show code: what is found is judged when all pages are known.
    fn value(&mut self, value: OutputValue<'_>, _: AuditContext<'_>, _: &mut Findings) {
        if value.role != ValueRole::Text {
            return;
        }
        if let Some(at) = first_mark(value.text) {
            self.marks.push(snippet(&value.text[at..]));
        }
        let blocks = value.text.lines().map(str::trim_start).filter(|line| line.starts_with(":::"));
        self.marks.extend(blocks.map(snippet));
    }

    fn finish(&mut self, _: AuditContext<'_>, facts: &mut PageFacts) {
        facts.quoted = std::mem::take(&mut self.quoted).into();
        facts.marks = std::mem::take(&mut self.marks).into();
    }
}

/// Reports marks in data that no page shows as marks. `quoted` is what pages quote.
pub(in crate::check) fn across(page: &PageFacts, quoted: &[&str], found: &mut Findings) {
    for mark in &page.marks {
        if !quoted.iter().any(|text| text.contains(&**mark)) {
            found.warning(LEFTOVER, message!("leftover-marks", mark = &**mark), HELP);
        }
    }
}

/// Characters of a mark by which it is known again: few enough to stand on one line of a block of code.
const SNIPPET: usize = 10;

/// A mark and what follows it, without spaces, which outputs set differently.
fn snippet(text: &str) -> Box<str> {
    let clean = text.chars().filter(|c| !c.is_whitespace() && *c != '`').take(SNIPPET);
    clean.collect::<String>().into()
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Reports marks in an attribute. Descriptions for search engines are plain text made from texts that may show code.
fn attribute(name: &str, value: &str, found: &mut Findings) {
    if name != "content" && has_marks(value) {
        found.warning(LEFTOVER, message!("leftover-attribute", name = name, value = around(value)), HELP);
    }
}

fn has_marks(text: &str) -> bool {
    first_mark(text).is_some()
}

fn first_mark(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let template = bytes.windows(2).position(|pair| matches!(pair, b"{{" | b"{%" | b"%}"));
    let outcome = text.match_indices('{').map(|(at, _)| at).find(|at| is_outcome_mark(&text[*at..]));
    template.into_iter().chain(outcome).chain(box_in(text)).min()
}

/// Bytes of the longest mark of an outcome that is looked for.
const LONGEST: usize = 300;

/// Whether the mark of an outcome starts there: `{#a1 …}`, `{.actions}`, or `{: .actions}` as others write it.
fn is_outcome_mark(text: &str) -> bool {
    let inner = text[1..].trim_start_matches(' ');
    let (sign, rest) = (inner.chars().next(), inner.get(1..).unwrap_or_default());
    let next = rest.chars().next();
    let starts = match sign {
        Some('#') => next.is_some_and(char::is_alphanumeric),
        Some('.') => next.is_some_and(char::is_alphabetic),
        Some(':') => rest.trim_start().starts_with(['.', '#']),
        _ => false,
    };
    starts && inner.find(['{', '}', '\n']).is_some_and(|end| end < LONGEST && inner[end..].starts_with('}'))
}

/// Where a line starts with a box that nobody drew.
fn box_in(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split('\n') {
        let words = line.trim_start();
        if ["[ ] ", "[x] ", "[X] "].iter().any(|sign| words.starts_with(sign)) {
            return Some(at + line.len() - words.len());
        }
        at += line.len() + 1;
    }
    None
}

/// The text from a few characters before the mark on.
fn around(text: &str) -> String {
    let wanted = first_mark(text).unwrap_or_default().saturating_sub(20);
    let start = (0..=wanted).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    shorten(&text[start..])
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{NOTHING, audit, audit_all, body, codes, sound};
    use crate::diagnostic::Severity;

    #[test]
    fn marks_that_nobody_replaced_are_seen() {
        for leftover in [
            "<p>{{ page.title }}</p>",
            "<p>{% if x %}</p>",
            "<p>::: note</p>",
            "text\n  :::\n",
            "<p title=\"{{ x }}\">x</p>",
            "<p>Eén {#a1 owner=x}</p>",
            "<p>{.actions}</p>",
            "<p>{: .actions}</p>",
            "<p>{#ا1}</p>",
            "<ul><li>[ ] Eén</li></ul>",
        ] {
            let found = audit("nl/a/", &sound(leftover));
            assert_eq!(codes(&found), ["audit-leftover"], "{leftover}");
            assert_eq!(found[0].severity, Severity::Warning);
        }
        for fine in [
            "<p>{ a } 5 % } a:::b</p>",
            "<p>{} {#} {.5} {# x #} a[ ] [ ]</p>",
            "<code>{#a1}</code>",
            "<code>{{ x }}</code>",
            "<pre>\n::: note\n<b>{% x %}</b></pre>",
            "<p>a <b>b</b>: ::</p>",
        ] {
            assert_eq!(body(fine), NOTHING, "{fine}");
        }
    }

    #[test]
    fn marks_in_data_are_seen_unless_a_page_shows_them_as_code() {
        let found = |page: &str, path: &str, text: &str| codes(&audit_all(&[("nl/a/", &sound(page)), (path, text)]));
        let json = "{\"description\": \"Schrijf {{ page.title }}\"}";
        assert_eq!(found("", "nl/data.json", json), ["audit-leftover"]);
        assert_eq!(found("<pre>{{ page.title }}</pre>", "nl/data.json", json), NOTHING);
        assert_eq!(found("", "nl/data.csv", "a\r\n::: note\r\n"), ["audit-leftover"]);
        assert_eq!(found("<code>::: note</code>", "nl/data.csv", "a\r\n::: note\r\n"), NOTHING);
        assert_eq!(found("", "nl/feed.xml", "<feed><summary>{% if a %}</summary></feed>"), ["audit-leftover"]);
        assert_eq!(found("", "nl/acties.json", "{\"text\": \"Eén {#a1}\"}"), ["audit-leftover"]);
        assert_eq!(found("", "nl/acties.csv", "id,text\r\na1,[ ] Eén\r\n"), ["audit-leftover"]);
        assert_eq!(found("", "nl/cite.bib", "@misc{a, title = {{A}}}\n"), NOTHING);
    }
}
