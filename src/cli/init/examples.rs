//! `samen init --clean-examples`: takes out the examples that came with a site, where nobody changed them and nothing names
//! them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::edits::{self, refused};
use super::super::report::Reporter;
use super::super::{EXIT_CONTENT, EXIT_OK, Project};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::document::place::EntryPath;
use crate::edits::EditedSite;
use crate::message;
use crate::pipeline;
use crate::source::take_away;
use crate::starter;

/// The files of an example entry.
#[derive(Default)]
struct ExampleFiles {
    all: Vec<Arc<str>>,
    changed: Vec<Arc<str>>,
    /// Whether one of them says that it is an example.
    is_example: bool,
}

pub(super) fn run(project: &Project, dry_run: bool, reporter: &Reporter) -> Result<u8, u8> {
    let site = edits::open(project, reporter)?;
    let mut entries: BTreeMap<EntryPath, ExampleFiles> = BTreeMap::new();
    for document in site.loaded.documents() {
        let file = &document.place.file;
        let Ok(text) = site.sources.text(file) else { continue };
        let example = starter::example(&text);
        let entry = entries.entry(document.place.entry.clone()).or_default();
        entry.all.push(Arc::clone(file));
        entry.is_example |= example.is_some();
        if example.is_none_or(|example| !example.unchanged) {
            entry.changed.push(Arc::clone(file));
        }
    }
    entries.retain(|_, entry| entry.is_example);
    let mut gone: Vec<Arc<str>> = Vec::new();
    for entry in entries.values() {
        if entry.changed.is_empty() {
            gone.extend(entry.all.iter().cloned());
        } else {
            entry.changed.iter().for_each(|file| reporter.tell(&message!("example-changed", file = &**file)));
        }
    }
    if gone.is_empty() {
        reporter.tell(&message!("examples-none"));
        return Ok(EXIT_OK);
    }
    let named = would_break(&site, &gone);
    if !named.items().is_empty() {
        reporter.diagnostics_aside(&named, Some(&site.sources));
        reporter.tell(&message!("examples-named"));
        return Ok(EXIT_CONTENT);
    }
    if !dry_run && let Err(diagnostic) = take_away(&project.root, &gone) {
        return Ok(refused(*diagnostic, &site.sources, reporter));
    }
    gone.iter().for_each(|file| reporter.data(&format!("{file}\n")));
    let files = message!("count-files", count = gone.len());
    reporter.tell(&if dry_run {
        message!("files-would-go", files = files)
    } else {
        message!("files-were-removed", files = files)
    });
    Ok(EXIT_OK)
}

/// Errors that the site would have without those files and does not have with them.
fn would_break(site: &EditedSite<'_>, gone: &[Arc<str>]) -> Diagnostics {
    let sources = site.sources.with_replaced(BTreeMap::new(), |path| !gone.iter().any(|file| **file == *path));
    let (_, found) = pipeline::load(&sources, &site.request).finish(Diagnostics::default());
    let is_new = |item: &Diagnostic| item.severity == Severity::Error && !site.has_found(item);
    let mut new = Diagnostics::default();
    new.extend(found.into_vec().into_iter().filter(is_new));
    new
}
