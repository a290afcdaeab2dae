//! Diagnostics for machines: JSON, and the annotations of GitHub's workflow commands.

use serde_json::{Value, json};

use super::places::{LinePlaces, Region, TextOf};
use super::visible::visible;
use super::{Catalog, Diagnostic, Edit, Fix, Message, Severity, Span};

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
                    let mut related = place(span, &mut places);
                    related["message"] = json!(label.to_string());
                    related
                })
                .collect();
            let mut object = json!({
                "code": d.code.as_str(), "severity": word(d.severity), "message": d.message.to_string(),
                "label": d.label.as_ref().map(Message::to_string), "help": d.help.as_ref().map(Message::to_string),
                "related": related,
                "fixes": d.fixes.iter().map(|one| fix(one, &mut places)).collect::<Vec<Value>>(),
            });
            if let Some(span) = &d.at {
                object["at"] = place(span, &mut places);
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
        let at = d.at.as_ref().map_or_else(String::new, |span| {
            let Region { line, column, .. } = places.region(span);
            format!("file={},line={line},col={column},", escape_property(&visible(&span.file)))
        });
        let help = d.help.as_ref().map_or_else(String::new, |help| format!(" ({})", help.text(catalog)));
        let message = escape_data(&visible(&format!("{}{help}", d.message.text(catalog))));
        out.push_str(&format!("::{} {at}title={}::{message}\n", word(d.severity), d.code));
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

fn place(span: &Span, places: &mut LinePlaces<'_>) -> Value {
    let at = places.region(span);
    json!({
        "file": &*span.file, "line": at.line, "column": at.column, "end_line": at.end_line, "end_column": at.end_column,
    })
}

fn fix(fix: &Fix, places: &mut LinePlaces<'_>) -> Value {
    let edits: Vec<Value> = fix.edits.iter().map(|one| edit(one, places)).collect();
    json!({ "title": fix.title.to_string(), "edits": edits })
}

fn edit(edit: &Edit, places: &mut LinePlaces<'_>) -> Value {
    let mut object = place(&edit.span, places);
    (object["start"], object["end"]) = (json!(edit.span.range.start), json!(edit.span.range.end));
    object["text"] = json!(edit.text);
    object
}
