//! Diagnostics for the checks of forges: the Code Quality report of GitLab and SARIF 2.1.0. What people read is in the language of
//! the editors; what programs compare (codes, fingerprints, places) is the same in all.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::places::{LinePlaces, TextOf};
use super::{Catalog, Code, Diagnostic, Fix, Message, Severity, Span, visible};

/// The file that stands for a mistake that is in no file: both formats show nothing without one.
const SETTINGS: &str = "samen.yaml";

/// What stays as it is in the address of a file (RFC 3986, `pchar`, without what GitHub's reader decodes twice).
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A list of issues in the format of GitLab's Code Quality report
/// (<https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>).
#[must_use]
pub fn gitlab(items: &[Diagnostic], text: TextOf<'_>, catalog: &Catalog) -> Value {
    let mut places = LinePlaces::new(text);
    let mut prints = Fingerprints::default();
    let issues = items.iter().map(|item| {
        let fingerprint = prints.of(item, &mut places);
        let (path, line) = match &item.at {
            Some(span) => (&*span.file, places.region(span).line),
            None => (SETTINGS, 1),
        };
        json!({
            "description": with_help(item, catalog),
            "check_name": item.code.as_str(),
            "fingerprint": fingerprint,
            "severity": match item.severity { Severity::Error => "major", Severity::Warning => "minor" },
            "location": { "path": path, "lines": { "begin": line } },
        })
    });
    issues.collect()
}

/// A log of one run (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/>).
#[must_use]
pub fn sarif(items: &[Diagnostic], text: TextOf<'_>, catalog: &Catalog) -> Value {
    let codes: BTreeSet<Code> = items.iter().map(|item| item.code).collect();
    let codes: Vec<Code> = codes.into_iter().collect();
    let mut places = LinePlaces::new(text);
    let mut prints = Fingerprints::default();
    let results: Vec<Value> = items
        .iter()
        .map(|item| {
            let fingerprint = prints.of(item, &mut places);
            let rule = codes.binary_search(&item.code).unwrap_or_default();
            let mut result = result(item, &mut places, catalog);
            result["ruleIndex"] = json!(rule);
            // The name that GitHub compares alerts by.
            result["partialFingerprints"] = json!({ "primaryLocationLineHash": fingerprint });
            result
        })
        .collect();
    let rules: Vec<Value> = codes.iter().map(|code| rule(*code, catalog)).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "samen", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "language": catalog.tag(),
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn rule(code: Code, catalog: &Catalog) -> Value {
    json!({
        "id": code.as_str(),
        "shortDescription": { "text": said(&code.describe(), catalog) },
        "help": { "text": said(&code.remedy(), catalog) },
        "defaultConfiguration": { "level": level(code.severity()) },
    })
}

fn result(item: &Diagnostic, places: &mut LinePlaces<'_>, catalog: &Catalog) -> Value {
    let place = match &item.at {
        Some(span) => location(span, item.label.as_ref(), places, catalog),
        None => json!({ "physicalLocation": { "artifactLocation": artifact(SETTINGS) } }),
    };
    let mut result = json!({
        "ruleId": item.code.as_str(),
        "level": level(item.severity),
        "message": { "text": with_help(item, catalog) },
        "locations": [place],
    });
    if !item.also.is_empty() {
        let related = item.also.iter().map(|(span, label)| location(span, Some(label), places, catalog));
        result["relatedLocations"] = related.collect();
    }
    if !item.fixes.is_empty() {
        result["fixes"] = item.fixes.iter().map(|one| fix(one, places, catalog)).collect();
    }
    result
}

fn location(span: &Span, label: Option<&Message>, places: &mut LinePlaces<'_>, catalog: &Catalog) -> Value {
    let mut location =
        json!({ "physicalLocation": { "artifactLocation": artifact(&span.file), "region": region(span, places) } });
    if let Some(label) = label {
        location["message"] = json!({ "text": said(label, catalog) });
    }
    location
}

/// The changes of a fix, file by file.
fn fix(fix: &Fix, places: &mut LinePlaces<'_>, catalog: &Catalog) -> Value {
    let mut files: BTreeMap<&Arc<str>, Vec<Value>> = BTreeMap::new();
    for edit in &fix.edits {
        let replacement =
            json!({ "deletedRegion": region(&edit.span, places), "insertedContent": { "text": edit.text } });
        files.entry(&edit.span.file).or_default().push(replacement);
    }
    let changes = files
        .iter()
        .map(|(file, replacements)| json!({ "artifactLocation": artifact(file), "replacements": replacements }));
    json!({ "description": { "text": said(&fix.title, catalog) }, "artifactChanges": changes.collect::<Value>() })
}

fn artifact(path: &str) -> Value {
    json!({ "uri": utf8_percent_encode(path, PATH).to_string(), "uriBaseId": "%SRCROOT%" })
}

fn region(span: &Span, places: &mut LinePlaces<'_>) -> Value {
    let at = places.region(span);
    json!({ "startLine": at.line, "startColumn": at.column, "endLine": at.end_line, "endColumn": at.end_column })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// What is wrong and what to do: neither format has a place for help.
fn with_help(item: &Diagnostic, catalog: &Catalog) -> String {
    let message = said(&item.message, catalog);
    match &item.help {
        Some(help) => format!("{message}\n{}", said(help, catalog)),
        None => message,
    }
}

fn said(message: &Message, catalog: &Catalog) -> String {
    visible(&message.text(catalog))
}

/// What tells one mistake from all others, and stays the same when lines move, and in all languages: the code, the file, and
/// the words of the file that it is about. The second of two that are alike counts on.
#[derive(Default)]
struct Fingerprints {
    seen: BTreeMap<String, usize>,
}

impl Fingerprints {
    fn of(&mut self, item: &Diagnostic, places: &mut LinePlaces<'_>) -> String {
        let (file, words) = match &item.at {
            Some(span) => (&*span.file, places.words(span).to_owned()),
            // Nothing in a file: its name and its arguments in the one language that logs have.
            None => (SETTINGS, item.message.to_string()),
        };
        let mistake = [item.code.as_str(), file, &words].join("\n");
        let count = self.seen.entry(mistake.clone()).or_default();
        *count += 1;
        let hash = blake3::hash(format!("{mistake}\n{count}").as_bytes()).to_hex();
        hash.as_str()[..32].to_owned()
    }
}
