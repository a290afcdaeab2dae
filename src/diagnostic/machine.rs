//! Diagnostics for machines: JSON, and the annotations of GitHub's workflow commands.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};

use super::visible::visible;
use super::{Catalog, Diagnostic, Edit, Fix, Lines, Message, Severity, Span};

type TextOf<'a> = &'a dyn Fn(&str) -> Option<Arc<str>>;

/// One JSON object: `{"diagnostics": […], "errors": n, "warnings": n}`. Lines and columns count from 1, columns in
/// characters; offsets count from 0, in bytes of the text without byte order mark and with `\n` at the end of lines.
#[must_use]
pub fn json(items: &[Diagnostic], text: TextOf<'_>) -> Value {
    let mut places = LinePlaces::new(text);
    let list: Vec<Value> = items
        .iter()
        .map(|d| {
            let related: Vec<Value> = d
                .also
                .iter()
                .map(|(span, label)| {
                    let mut place = places.object(span);
                    place["message"] = json!(label.to_string());
                    place
                })
                .collect();
            let mut object = json!({
                "code": d.code.as_str(), "severity": word(d.severity), "message": d.message.to_string(),
                "label": d.label.as_ref().map(Message::to_string), "help": d.help.as_ref().map(Message::to_string),
                "related": related,
                "fixes": d.fixes.iter().map(|fix| places.fix(fix)).collect::<Vec<Value>>(),
            });
            if let Some(span) = &d.at {
                object["at"] = places.object(span);
            }
            object
        })
        .collect();
    let errors = items.iter().filter(|d| d.severity == Severity::Error).count();
    json!({ "diagnostics": list, "errors": errors, "warnings": items.len() - errors })
}

/// One workflow command a line: `::error file=…,line=…,col=…,title=code::message`.
#[must_use]
pub fn github(items: &[Diagnostic], text: TextOf<'_>, catalog: &Catalog) -> String {
    let mut places = LinePlaces::new(text);
    let mut out = String::new();
    for d in items {
        let place = d.at.as_ref().map_or_else(String::new, |span| {
            let (line, column) = places.of(span);
            format!("file={},line={line},col={column},", escape_property(&visible(&span.file)))
        });
        let help = d.help.as_ref().map_or_else(String::new, |help| format!(" ({})", help.text(catalog)));
        let message = escape_data(&visible(&format!("{}{help}", d.message.text(catalog))));
        out.push_str(&format!("::{} {place}title={}::{message}\n", word(d.severity), d.code));
    }
    out
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn escape_data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn escape_property(text: &str) -> String {
    escape_data(text).replace(':', "%3A").replace(',', "%2C")
}

/// Offsets to lines and columns, each text read once.
struct LinePlaces<'a> {
    text: TextOf<'a>,
    lines: BTreeMap<Arc<str>, Lines>,
}

impl<'a> LinePlaces<'a> {
    fn new(text: TextOf<'a>) -> Self {
        Self { text, lines: BTreeMap::new() }
    }

    fn object(&mut self, span: &Span) -> Value {
        let (line, column) = self.of(span);
        let end =
            Span { file: Arc::clone(&span.file), range: (span.range.end as usize..span.range.end as usize).into() };
        let (end_line, end_column) = self.of(&end);
        json!({ "file": &*span.file, "line": line, "column": column, "end_line": end_line, "end_column": end_column })
    }

    fn fix(&mut self, fix: &Fix) -> Value {
        let edits: Vec<Value> = fix.edits.iter().map(|edit| self.edit(edit)).collect();
        json!({ "title": fix.title.to_string(), "edits": edits })
    }

    fn edit(&mut self, edit: &Edit) -> Value {
        let mut object = self.object(&edit.span);
        (object["start"], object["end"]) = (json!(edit.span.range.start), json!(edit.span.range.end));
        object["text"] = json!(edit.text);
        object
    }

    fn of(&mut self, span: &Span) -> (usize, usize) {
        let text = self.text;
        self.lines
            .entry(Arc::clone(&span.file))
            .or_insert_with(|| Lines::new(text(&span.file).unwrap_or_else(|| Arc::from(""))))
            .place(span.range.start as usize)
    }
}
