//! What an import made and what a person has to look at, as a text and for machines. Knows nothing of how it was found.

use std::fmt::Write as _;

use serde_json::json;

use crate::diagnostic::Catalog;

use super::{FindingKind, Generator, ImportFinding, Imported};
use crate::diagnostic::Message;
use crate::message;

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
    message: &'a Message,
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
                Some(same) if *same.message == finding.message => same.places.push(finding),
                _ => last.messages.push(SameFindings { message: &finding.message, places: vec![finding] }),
            }
        }
        kinds
    }

    fn summary(&self) -> Message {
        let (made, from) = (self.imported, self.from);
        let files = made.files.len() - made.texts;
        let drafts = if self.publish { made.texts - made.public } else { made.texts };
        message!(
            "import-summary",
            texts = made.texts,
            files = files,
            from = from,
            generator = self.generator.word(),
            drafts = drafts
        )
    }

    /// The report for people, with up to so many messages of each kind.
    #[must_use]
    pub fn text(&self, most: usize, catalog: &Catalog) -> String {
        let mut out = format!("{}.\n", self.summary().text(catalog));
        for kind in self.grouped() {
            let _ = writeln!(
                out,
                "\n## {} ({})\n\n{}\n",
                kind.kind.heading().text(catalog),
                kind.count,
                kind.kind.advice().text(catalog)
            );
            for same in kind.messages.iter().take(most) {
                let count = if same.places.len() > 1 { format!("{} × ", same.places.len()) } else { String::new() };
                let places: Vec<String> = same.places.iter().take(PLACES).map(|finding| place(finding)).collect();
                let more = if same.places.len() > PLACES { ", …" } else { "" };
                let _ = writeln!(out, "- {count}{} ({}{more})", same.message.text(catalog), places.join(", "));
            }
            if kind.messages.len() > most {
                let more = message!("import-more", count = kind.messages.len() - most);
                let _ = writeln!(out, "- {}", more.text(catalog));
            }
        }
        out
    }

    /// The report as a file: all that is told, and what became of each text.
    #[must_use]
    pub fn file(&self, catalog: &Catalog) -> String {
        let became = message!("import-what-became").text(catalog);
        let mut out = format!("# Import\n\n{}\n## {became}\n\n", self.text(MOST, catalog));
        for file in &self.imported.files {
            let _ = writeln!(
                out,
                "- {}",
                message!("import-became", source = &file.source, path = &file.path).text(catalog)
            );
        }
        out
    }

    /// The report for machines.
    #[must_use]
    pub fn json(&self, written: bool) -> String {
        let files: Vec<_> =
            self.imported.files.iter().map(|file| json!({"source": file.source, "target": file.path})).collect();
        let one = |finding: &&ImportFinding| json!({"message": finding.message.to_string(), "source": finding.source, "line": finding.line, "target": finding.target});
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
