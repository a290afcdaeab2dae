//! Texts of a site that are changed: read as they are on disk, tried before they are written, and replaced whole. Knows
//! nothing of what is changed in them, nor of who is told.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use similar::TextDiff;

use crate::cache::PublishedStore;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::document::ids::UsedIds;
use crate::document::place::EntryPath;
use crate::history;
use crate::pipeline::{self, Loaded, Request};
use crate::source::Sources;

/// Texts by the paths of their files, as they are on disk.
pub type RawTexts = BTreeMap<Arc<str>, String>;

/// A site of which a command changes texts.
pub struct EditedSite<'a> {
    root: &'a Path,
    /// How it was read.
    pub request: Request,
    /// Its files.
    pub sources: Sources,
    /// What they make.
    pub loaded: Loaded,
    /// What is wrong already.
    found: Diagnostics,
}

impl<'a> EditedSite<'a> {
    /// A site that was read, its drafts among it, and what is wrong with it already.
    #[must_use]
    pub fn new(root: &'a Path, request: Request, sources: Sources, loaded: Loaded, found: Diagnostics) -> Self {
        Self { root, request, sources, loaded, found }
    }

    /// A text as it is on disk, with its line ends and its byte order mark.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn raw(&self, file: &Arc<str>) -> Result<String, Box<Diagnostic>> {
        // Refuses what is no UTF-8.
        self.sources.text(file)?;
        Ok(String::from_utf8_lossy(&self.sources.bytes(file)?).into_owned())
    }

    /// The site with changed texts.
    ///
    /// # Errors
    /// The errors that would be new, and the sources that show their lines.
    pub fn tried(&self, texts: &RawTexts) -> Result<Loaded, Box<RefusedEdit>> {
        let bytes = texts.iter().map(|(file, text)| (Arc::clone(file), Arc::from(text.as_bytes()))).collect();
        let mut sources = self.sources.with_replaced(bytes, |_| true);
        for file in texts.keys() {
            if let Ok(text) = sources.text(file) {
                sources.show_aside(file, &text);
            }
        }
        let (loaded, found) = pipeline::load(&sources, &self.request).finish(Diagnostics::default());
        let new = found.into_vec().into_iter().filter(|item| item.severity == Severity::Error && !self.has_found(item));
        let mut errors = Diagnostics::default();
        errors.extend(new);
        match loaded {
            Some(loaded) if errors.items().is_empty() => Ok(loaded),
            _ => Err(Box::new(RefusedEdit { errors, sources })),
        }
    }

    /// The settings file.
    pub fn settings(&self) -> Arc<str> {
        Arc::from(self.request.config.as_str())
    }

    /// The site with other files and without those that are `gone`. What names these is no error of the change.
    ///
    /// # Errors
    /// The errors that would be new.
    pub fn tried_without(
        &self,
        files: BTreeMap<Arc<str>, Arc<[u8]>>,
        gone: &BTreeSet<Arc<str>>,
    ) -> Result<(), Box<RefusedEdit>> {
        let Err(mut refusal) = self.tried_moved(files, gone, &str::to_owned) else { return Ok(()) };
        let found = std::mem::take(&mut refusal.errors).into_vec();
        refusal.errors.extend(found.into_iter().filter(|item| item.severity == Severity::Error));
        if refusal.errors.items().is_empty() { Ok(()) } else { Err(refusal) }
    }

    /// The site with other files and without those that are `gone`. `as_before` gives the old words of a message.
    ///
    /// # Errors
    /// What would be wrong that is not wrong now.
    pub fn tried_moved(
        &self,
        files: BTreeMap<Arc<str>, Arc<[u8]>>,
        gone: &BTreeSet<Arc<str>>,
        as_before: &dyn Fn(&str) -> String,
    ) -> Result<(), Box<RefusedEdit>> {
        let sources = self.sources.with_replaced(files, |path| !gone.contains(path));
        let (_, found) = pipeline::load(&sources, &self.request).finish(Diagnostics::default());
        let mut known: Vec<(Code, String)> =
            self.found.items().iter().map(|old| (old.code, as_before(&old.message.to_string()))).collect();
        let mut errors = Diagnostics::default();
        for item in found.into_vec() {
            let words = (item.code, as_before(&item.message.to_string()));
            match known.iter().position(|old| *old == words) {
                Some(at) => drop(known.swap_remove(at)),
                None => errors.push(item),
            }
        }
        if errors.items().is_empty() { Ok(()) } else { Err(Box::new(RefusedEdit { errors, sources })) }
    }

    /// What readers see of the site with other files and without those that are `gone`; none where that makes no site.
    pub fn without_drafts(&self, files: BTreeMap<Arc<str>, Arc<[u8]>>, gone: &BTreeSet<Arc<str>>) -> Option<Loaded> {
        let sources = self.sources.with_replaced(files, |path| !gone.contains(path));
        let request = Request { drafts: false, ..self.request.clone() };
        pipeline::load(&sources, &request).finish(Diagnostics::default()).0
    }

    /// A change that is not made for one reason.
    pub fn refusal(&self, diagnostic: Diagnostic) -> Box<RefusedEdit> {
        let mut errors = Diagnostics::default();
        errors.push(diagnostic);
        Box::new(RefusedEdit { errors, sources: self.sources.with_replaced(BTreeMap::new(), |_| true) })
    }

    /// Whether that was wrong before anything was changed.
    pub fn has_found(&self, item: &Diagnostic) -> bool {
        self.found.items().iter().any(|old| old.code == item.code && old.message == item.message)
    }

    /// The site with files that are not written yet; none where it cannot be read with them.
    pub fn with(&self, files: BTreeMap<Arc<str>, Arc<[u8]>>) -> Option<Self> {
        let sources = self.sources.with_replaced(files, |_| true);
        let (loaded, found) = pipeline::load(&sources, &self.request).finish(Diagnostics::default());
        Some(Self { root: self.root, request: self.request.clone(), sources, loaded: loaded?, found })
    }

    /// What is wrong in files that would come to the site, with sources that show their lines.
    pub fn what_is_new(&self, files: BTreeMap<Arc<str>, Arc<[u8]>>) -> RefusedEdit {
        let names: Vec<Arc<str>> = files.keys().cloned().collect();
        let mut sources = self.sources.with_replaced(files, |_| true);
        for file in names.iter().filter(|file| file.ends_with(".md")) {
            if let Ok(text) = sources.text(file) {
                sources.show_aside(file, &text);
            }
        }
        let (_, found) = pipeline::load(&sources, &self.request).finish(Diagnostics::default());
        let mut errors = Diagnostics::default();
        let new = |item: &Diagnostic| item.at.as_ref().is_some_and(|at| names.contains(&at.file));
        errors.extend(found.into_vec().into_iter().filter(new));
        RefusedEdit { errors, sources }
    }

    /// Writes texts, each whole or not at all.
    ///
    /// # Errors
    /// Why one could not be written; those before it are.
    pub fn write(&self, texts: &RawTexts) -> Result<(), Box<Diagnostic>> {
        texts.iter().try_for_each(|(file, text)| self.sources.replace(file, text))
    }

    /// What would change, as a unified diff.
    ///
    /// # Errors
    /// Why a text cannot be read.
    pub fn diff(&self, texts: &RawTexts) -> Result<String, Box<Diagnostic>> {
        let mut out = String::new();
        for (file, text) in texts {
            let now = self.raw(file)?;
            let after = format!("{file} (after)");
            out.push_str(
                &TextDiff::from_lines(&now, text).unified_diff().context_radius(2).header(file, &after).to_string(),
            );
        }
        Ok(out)
    }

    /// All ids that an entry has or once had in any language: in its texts, in Git, and in what was published last. Where
    /// there is no Git or no build, the rest counts.
    pub fn used_ids(&self, entry: &EntryPath) -> UsedIds {
        let mut used = UsedIds::default();
        let documents = self.loaded.documents().iter().filter(|document| document.place.entry == *entry);
        let mut files = Vec::new();
        for document in documents {
            let (meta, file) = (&document.meta, &document.place.file);
            meta.headings.iter().for_each(|heading| used.add(&heading.id));
            meta.notes.iter().for_each(|note| used.add(note));
            // Those of a table may stand in a column, without braces.
            meta.source_outcomes().iter().for_each(|outcome| used.add(&outcome.id));
            if let Ok(text) = self.sources.text(file) {
                used.add_text(&text);
            }
            if let Ok(changes) = history::changes(self.root, file) {
                used.add_text(&changes);
            }
            files.push(&**file);
        }
        self.published(&files).iter().for_each(|text| used.add_text(&String::from_utf8_lossy(text)));
        used
    }

    /// Texts as they were published last.
    fn published(&self, files: &[&str]) -> Vec<Arc<[u8]>> {
        let store = PublishedStore::open(self.root, &self.root.join("public"));
        let record = store.read().unwrap_or_default();
        let names = files.iter().filter_map(|file| record.texts.get(*file)).map(String::as_str).collect();
        store.texts(&names).into_values().collect()
    }
}

/// A change that was not made.
pub struct RefusedEdit {
    /// Why.
    pub errors: Diagnostics,
    /// What shows their lines.
    pub sources: Sources,
}
