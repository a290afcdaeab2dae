//! What an import made and what a person has to look at, as a text and for machines. Knows nothing of how it was found.

use std::fmt::Write as _;

use serde_json::json;

use super::{FindingKind, Generator, ImportFinding, Imported};

/// Places that are named for one message.
const PLACES: usize = 3;

/// Messages of each kind for machines, and in the file.
const MOST: usize = 1_000;

/// The report on an import.
#[derive(Debug)]
pub struct ImportReport<'a> {
    /// What made the texts.
    pub generator: Generator,
    /// The folder as somebody named it.
    pub from: &'a str,
    /// What was made.
    pub imported: &'a Imported,
    /// Whether what was public is no draft.
    pub publish: bool,
}

/// What was found with the same words.
struct SameFindings<'a> {
    message: &'a str,
    places: Vec<&'a ImportFinding>,
}

/// All of one kind.
struct KindFindings<'a> {
    kind: FindingKind,
    messages: Vec<SameFindings<'a>>,
    count: usize,
}

/// The line on which a byte of a text stands, from 1.
#[must_use]
pub fn line_of(text: &[u8], at: usize) -> usize {
    text[..at.min(text.len())].split(|byte| *byte == b'\n').count()
}

impl ImportReport<'_> {
    fn grouped(&self) -> Vec<KindFindings<'_>> {
        let mut kinds: Vec<KindFindings<'_>> = Vec::new();
        for finding in &self.imported.findings {
            if kinds.last().is_none_or(|last| last.kind != finding.kind) {
                kinds.push(KindFindings { kind: finding.kind, messages: Vec::new(), count: 0 });
            }
            let Some(last) = kinds.last_mut() else { continue };
            last.count += 1;
            match last.messages.last_mut() {
                Some(same) if same.message == finding.message => same.places.push(finding),
                _ => last.messages.push(SameFindings { message: &finding.message, places: vec![finding] }),
            }
        }
        kinds
    }

    fn summary(&self) -> String {
        let (made, from) = (self.imported, self.from);
        let files = made.files.len() - made.texts;
        let drafts = if self.publish { made.texts - made.public } else { made.texts };
        format!(
            "{} texts and {files} pictures and files from `{from}` ({}); {drafts} are drafts",
            made.texts,
            self.generator.word()
        )
    }

    /// The report for people, with up to so many messages of each kind.
    #[must_use]
    pub fn text(&self, most: usize) -> String {
        let mut out = format!("{}.\n", self.summary());
        for kind in self.grouped() {
            let _ = writeln!(out, "\n## {} ({})\n\n{}\n", kind.kind.heading(), kind.count, kind.kind.advice());
            for same in kind.messages.iter().take(most) {
                let count = if same.places.len() > 1 { format!("{} × ", same.places.len()) } else { String::new() };
                let places: Vec<String> = same.places.iter().take(PLACES).map(|finding| place(finding)).collect();
                let more = if same.places.len() > PLACES { ", …" } else { "" };
                let _ = writeln!(out, "- {count}{} ({}{more})", same.message, places.join(", "));
            }
            if kind.messages.len() > most {
                let _ = writeln!(out, "- … and {} more", kind.messages.len() - most);
            }
        }
        out
    }

    /// The report as a file: all that is told, and what became of each text.
    #[must_use]
    pub fn file(&self) -> String {
        let mut out = format!("# Import\n\n{}\n## What became of what\n\n", self.text(MOST));
        for file in &self.imported.files {
            let _ = writeln!(out, "- `{}` is `{}`", file.source, file.path);
        }
        out
    }

    /// The report for machines.
    #[must_use]
    pub fn json(&self, written: bool) -> String {
        let files: Vec<_> =
            self.imported.files.iter().map(|file| json!({"source": file.source, "target": file.path})).collect();
        let one = |finding: &&ImportFinding| json!({"message": finding.message, "source": finding.source, "line": finding.line, "target": finding.target});
        let kinds: serde_json::Map<String, serde_json::Value> = self
            .grouped()
            .iter()
            .map(|kind| {
                let items: Vec<_> = kind.messages.iter().flat_map(|same| &same.places).take(MOST).map(one).collect();
                (kind.kind.word().to_owned(), json!({"count": kind.count, "items": items}))
            })
            .collect();
        let made = self.imported;
        let report = json!({
            "generator": self.generator.word(), "from": self.from, "written": written, "texts": made.texts,
            "public": made.public, "files": files, "findings": kinds,
        });
        format!("{report:#}\n")
    }
}

fn place(finding: &ImportFinding) -> String {
    let target = finding.target.as_ref().filter(|target| **target != finding.source);
    let target = target.map(|target| format!(" → `{target}`")).unwrap_or_default();
    format!("`{}:{}`{target}", finding.source, finding.line)
}
