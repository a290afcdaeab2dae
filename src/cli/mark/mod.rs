//! `samen mark`: writes the marks and ids that outcomes lack into notes, and changes nothing else of them.

mod facts;
mod source;
mod translation;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, IsTerminal};
use std::sync::Arc;

use clap::Args;

use super::edits::{self, refused};
use super::report::Reporter;
use super::{EXIT_CONTENT, EXIT_OK, EXIT_USAGE, Project};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message};
use crate::document::Document;
use crate::edits::{EditedSite, RawTexts};
use crate::message;
use crate::pipeline::Loaded;
use source::SourceMarks;
use translation::TranslationMarks;

#[derive(Debug, Default, Args)]
pub(super) struct MarkFlags {
    /// Entries, folders of entries below `content/`, or files of sources
    #[arg(value_name = "ENTRY", required_unless_present = "all", conflicts_with = "all")]
    names: Vec<String>,
    /// All entries that can have outcomes
    #[arg(long)]
    all: bool,
    /// Only outcomes of this kind, such as `action`; may be repeated
    #[arg(long, value_name = "KIND")]
    kind: Vec<String>,
    /// Only the one on this line of the file that is named
    #[arg(long, value_name = "LINE", conflicts_with = "all")]
    line: Option<usize>,
    /// Write the ids into the translations too, where the same block stands at the same place
    #[arg(long)]
    translations: bool,
    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// Write without asking
    #[arg(short, long, conflicts_with = "dry_run")]
    yes: bool,
}

pub(super) fn run(flags: &MarkFlags, project: &Project, reporter: &Reporter) -> u8 {
    let site = match edits::open(project, reporter) {
        Ok(site) => site,
        Err(code) => return code,
    };
    let documents = match chosen(flags, &site) {
        Ok(documents) => documents,
        Err(diagnostic) => {
            reporter.alone(*diagnostic);
            return EXIT_USAGE;
        }
    };
    let marking = Marking { flags, site: &site, reporter };
    let mut skipped = SkippedFiles::default();
    for file in unread(flags, &site) {
        reporter.tell(&message!("mark-unread", file = file));
        skipped.code = Some(EXIT_CONTENT);
    }
    let code = match marking.texts(&documents, &mut skipped) {
        Ok(texts) if !texts.is_empty() => marking.offer(&texts),
        Ok(_) if skipped.code.is_none() => {
            reporter.tell(&message!("mark-nothing-missing"));
            EXIT_OK
        }
        Ok(_) => EXIT_OK,
        Err(code) => code,
    };
    skipped.code.filter(|_| code == EXIT_OK).unwrap_or(code)
}

/// The texts among files that are not written yet which lack marks, with these.
///
/// # Errors
/// Why a text cannot be read.
pub(super) fn marked(site: &EditedSite<'_>, files: BTreeMap<Arc<str>, Arc<[u8]>>) -> Result<RawTexts, Box<Diagnostic>> {
    let names: Vec<Arc<str>> = files.keys().cloned().collect();
    let mut texts = RawTexts::new();
    let Some(site) = site.with(files) else { return Ok(texts) };
    let flags = MarkFlags::default();
    for document in site.loaded.documents() {
        let file = &document.place.file;
        if names.contains(file) && document.type_.outcomes.is_some() {
            let marks = SourceMarks { flags: &flags, site: &site, document };
            texts.extend(marks.text()?.map(|text| (Arc::clone(file), text)));
        }
    }
    Ok(texts)
}

/// Gives messages on outcomes without an id the fix that writes one, as this command would.
pub(super) fn with_id_fixes(site: &EditedSite<'_>, found: &mut [Diagnostic]) {
    let flags = MarkFlags::default();
    for document in site.loaded.documents() {
        let lacks_id = |one: &&mut Diagnostic| one.code == Code::OutcomeMissingId && is_in(one, &document.place.file);
        let mut lacking: Vec<&mut Diagnostic> = found.iter_mut().filter(lacks_id).collect();
        if lacking.is_empty() {
            continue;
        }
        for (line, fix) in (SourceMarks { flags: &flags, site, document }).id_fixes() {
            let at = line.range.range().start;
            let holds = |one: &&mut Diagnostic| one.at.as_ref().is_some_and(|span| span.range.range().contains(&at));
            lacking
                .iter_mut()
                .map(|one| &mut **one)
                .find(holds)
                .into_iter()
                .for_each(|one| one.fixes = vec![fix.clone()]);
        }
    }
}

fn is_in(diagnostic: &Diagnostic, file: &str) -> bool {
    diagnostic.at.as_ref().is_some_and(|at| *at.file == *file)
}

/// The sources that are named, in the order of their files.
fn chosen<'s>(flags: &MarkFlags, site: &'s EditedSite<'_>) -> Result<Vec<&'s Document>, Box<Diagnostic>> {
    let mut found: BTreeMap<&str, &Document> = BTreeMap::new();
    let with_outcomes = |document: &&&Arc<Document>| document.type_.outcomes.is_some();
    let all: Vec<&Arc<Document>> = site.loaded.documents().iter().filter(|it| with_outcomes(&it)).collect();
    let sources = || all.iter().filter(|document| document.meta.translation.is_none());
    for name in &flags.names {
        let path = name.trim_end_matches('/');
        let path = path.strip_prefix("content/").filter(|_| !name.ends_with(".md")).unwrap_or(path);
        let meant: Vec<&Document> = sources().filter(|it| is_named(it, path)).map(|document| &***document).collect();
        if meant.is_empty() {
            return Err(Box::new(nobody(name, path, &all, site)));
        }
        found.extend(meant.into_iter().map(|document| (&*document.place.file, document)));
    }
    if flags.all {
        found.extend(sources().map(|document| (&*document.place.file, &***document)));
    }
    if flags.line.is_some() && found.len() != 1 {
        let message = message!("line-of-many", count = found.len());
        let diagnostic = Diagnostic::error(Code::ReferenceUnknown, message);
        return Err(Box::new(diagnostic.help(message!("line-of-many-help"))));
    }
    Ok(found.into_values().collect())
}

/// Texts among those that are meant which are no documents, because they cannot be read.
fn unread<'s>(flags: &'s MarkFlags, site: &'s EditedSite<'_>) -> impl Iterator<Item = &'s str> {
    let types = &site.loaded.rendering.site.types;
    site.sources.under("content").map(|source| &*source.path).filter(move |file| {
        let path = file.trim_start_matches("content/");
        let kind = types.iter().find(|one| is_below(path, &one.folder) && one.outcomes.is_some());
        path.ends_with(".md") && kind.is_some() && is_meant(flags, path) && site.loaded.document(file).is_none()
    })
}

/// Whether somebody asks for the text of a path below `content/`.
fn is_meant(flags: &MarkFlags, path: &str) -> bool {
    let named = |name: &String| is_below(path, name.trim_end_matches('/').trim_start_matches("content/"));
    flags.all || flags.names.iter().any(named)
}

/// Whether a path is in a folder, or that of a text of the entry.
fn is_below(path: &str, of: &str) -> bool {
    path.strip_prefix(of).is_some_and(|rest| rest.starts_with(['/', '.']))
}

/// Whether a path is that of a document, of its entry or of a folder around it.
fn is_named(document: &Document, path: &str) -> bool {
    let entry = document.place.entry.as_str();
    let below = entry.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    *document.place.file == *path || below
}

/// Why nothing of that name can be marked.
fn nobody(name: &str, path: &str, all: &[&Arc<Document>], site: &EditedSite<'_>) -> Diagnostic {
    let error = |message: Message| Diagnostic::error(Code::ReferenceUnknown, message);
    if all.iter().any(|document| *document.place.file == *path) {
        return error(message!("mark-translation", name = name)).help(message!("mark-translation-help"));
    }
    if site.sources.get(path).is_some() {
        return error(message!("mark-no-outcomes", name = name)).help(message!("check-says-help"));
    }
    let known = all.iter().map(|document| document.place.entry.as_str());
    error(message!("mark-entry-unknown", name = name)).suggest(path, known)
}

/// Whether a file was left as it is because of what is wrong with it. The others are marked: one file in a folder stops
/// none of them.
#[derive(Default)]
struct SkippedFiles {
    /// The exit code that says so.
    code: Option<u8>,
}

struct Marking<'a> {
    flags: &'a MarkFlags,
    site: &'a EditedSite<'a>,
    reporter: &'a Reporter,
}

impl Marking<'_> {
    /// The texts with what they lack.
    fn texts(&self, documents: &[&Document], skipped: &mut SkippedFiles) -> Result<RawTexts, u8> {
        let fail = |diagnostic: Box<Diagnostic>| refused(*diagnostic, &self.site.sources, self.reporter);
        let mut texts = RawTexts::new();
        for document in documents {
            let marks = SourceMarks { flags: self.flags, site: self.site, document };
            match marks.text() {
                Ok(text) => texts.extend(text.map(|text| (Arc::clone(&document.place.file), text))),
                Err(diagnostic) => skipped.code = Some(fail(diagnostic)),
            }
        }
        if self.flags.line.is_some() && texts.is_empty() && skipped.code.is_none() {
            let diagnostic = Diagnostic::error(Code::OutcomeMissingId, message!("mark-line-complete"));
            return Err(fail(Box::new(diagnostic.help(message!("mark-line-complete-help")))));
        }
        let after = self.without_refused(&mut texts, skipped)?;
        let mut open = Diagnostics::default();
        let mut others = RawTexts::new();
        for document in documents {
            let Some(marked) = after.document(&document.place.file) else { continue };
            let now = texts.get(&document.place.file);
            let marks = TranslationMarks { site: self.site, source: marked, raw: now.map(String::as_str) };
            match marks.texts(&mut open) {
                Ok(translations) => others.extend(translations),
                Err(diagnostic) => skipped.code = Some(fail(diagnostic)),
            }
        }
        if self.flags.translations {
            self.reporter.diagnostics_aside(&open, Some(&self.site.sources));
            texts.extend(others);
            self.without_refused(&mut texts, skipped)?;
        } else if !others.is_empty() {
            self.reporter.tell(&message!("mark-translations-lack", count = others.len()));
        }
        Ok(texts)
    }

    /// The site with the texts that are as sound as they were; the others are told and left out. Each round leaves out
    /// one file at least, and all that are known to be wrong.
    fn without_refused(&self, texts: &mut RawTexts, skipped: &mut SkippedFiles) -> Result<Loaded, u8> {
        loop {
            let refusal = match self.site.tried(texts) {
                Ok(loaded) => return Ok(loaded),
                Err(refusal) => refusal,
            };
            let places = refusal.errors.items().iter().filter_map(|error| error.at.as_ref());
            let wrong: BTreeSet<Arc<str>> = places.map(|at| Arc::clone(&at.file)).collect();
            let (kept, all) = (texts.keys().filter(|file| !wrong.contains(*file)).count(), texts.len());
            if kept == 0 || kept == all {
                return Err(edits::unwritten(&refusal, self.reporter));
            }
            self.reporter.diagnostics_aside(&refusal.errors, Some(&refusal.sources));
            for file in texts.keys().filter(|file| wrong.contains(*file)) {
                self.reporter.tell(&message!("mark-file-left", file = &**file));
            }
            texts.retain(|file, _| !wrong.contains(file));
            skipped.code = Some(EXIT_CONTENT);
        }
    }

    /// Shows the changes and writes them where that is wanted.
    fn offer(&self, texts: &RawTexts) -> u8 {
        if !self.flags.yes {
            match self.site.diff(texts) {
                Ok(diff) => self.reporter.data(&diff),
                Err(diagnostic) => return refused(*diagnostic, &self.site.sources, self.reporter),
            }
            if self.flags.dry_run {
                return EXIT_OK;
            }
            let asks = io::stdin().is_terminal() && io::stderr().is_terminal();
            if !asks {
                self.reporter.tell(&message!("mark-add-yes"));
                return EXIT_USAGE;
            }
            let files = message!("count-files", count = texts.len());
            self.reporter.tell(&message!("ask-write-into", files = files));
            if !self.reporter.hears_yes() {
                self.reporter.tell(&message!("nothing-written"));
                return EXIT_CONTENT;
            }
        }
        if let Err(diagnostic) = self.site.write(texts) {
            return refused(*diagnostic, &self.site.sources, self.reporter);
        }
        if self.flags.yes {
            texts.keys().for_each(|file| self.reporter.data(&format!("{file}\n")));
        }
        EXIT_OK
    }
}
