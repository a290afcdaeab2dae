//! What was found, as an editor shows it: every file that has some, and each that has none any more. Knows nothing of how it
//! was found.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use lsp_server::{Message, Notification};
use lsp_types::{
    Diagnostic as EditorDiagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, Notification as _,
    PublishDiagnosticsNotification, PublishDiagnosticsParams, Uri,
};

use super::inbox::UnsavedTexts;
use super::positions::{ColumnUnit, EditorLines};
use super::uris::SiteRoot;
use crate::diagnostic::{Catalog, Diagnostic, Severity, Span};
use crate::source::Sources;

/// Messages of one file that an editor is given: nobody reads more, and each is drawn while somebody types.
const MOST_OF_A_FILE: usize = 1_000;

/// What this program is called beside a message.
const SOURCE: &str = "samen";

/// Sends something to the editor; one that is gone is told nothing.
pub(super) type Outgoing = Arc<dyn Fn(Message) + Send + Sync>;

/// Tells an editor what was found.
pub(super) struct Publisher {
    /// The language of the editor.
    pub(super) catalog: Catalog,
    /// What its columns count.
    pub(super) unit: ColumnUnit,
    pub(super) root: SiteRoot,
    pub(super) send: Outgoing,
    /// What the editor has, by the names of its files.
    sent: BTreeMap<String, SentFile>,
}

/// What was told of a file last.
#[derive(Debug, Default, PartialEq)]
struct SentFile {
    version: Option<i32>,
    items: Vec<EditorDiagnostic>,
}

impl Publisher {
    /// Nothing was told yet.
    pub(super) fn new(catalog: Catalog, unit: ColumnUnit, root: SiteRoot, send: Outgoing) -> Self {
        Self { catalog, unit, root, send, sent: BTreeMap::new() }
    }

    /// Tells what was found, as far as it differs from what was told before.
    pub(super) fn publish(
        &mut self,
        found: &BTreeMap<Arc<str>, Vec<Diagnostic>>,
        texts: &UnsavedTexts,
        sources: &Sources,
    ) {
        let mut lines = FileLines { sources, unit: self.unit, known: BTreeMap::new() };
        let mut now = BTreeMap::new();
        // An open text is told of with its version though nothing is wrong with it: its editor waits for that.
        let files: BTreeSet<&Arc<str>> = found.keys().chain(texts.keys()).collect();
        for file in files {
            let open = texts.get(file);
            let uri = open.map_or_else(|| self.root.uri_of(file), |open| open.uri.clone());
            let items = found.get(file).map_or(&[][..], Vec::as_slice).iter().take(MOST_OF_A_FILE);
            let items = items.map(|item| self.shown(item, file, texts, &mut lines)).collect();
            now.insert(uri, SentFile { version: open.map(|open| open.version), items });
        }
        for (uri, file) in &now {
            if self.sent.get(uri) != Some(file) {
                self.tell(uri, file);
            }
        }
        let nothing = SentFile::default();
        let mended = self.sent.iter().filter(|(uri, file)| !now.contains_key(*uri) && !file.items.is_empty());
        mended.for_each(|(uri, _)| self.tell(uri, &nothing));
        self.sent = now;
    }

    fn tell(&self, uri: &str, file: &SentFile) {
        let uri = Uri(uri.to_owned());
        let params = PublishDiagnosticsParams { uri, version: file.version, diagnostics: file.items.clone() };
        let method = PublishDiagnosticsNotification::METHOD.as_str().to_owned();
        (self.send)(Notification::new(method, params).into());
    }

    fn shown(
        &self,
        item: &Diagnostic,
        file: &Arc<str>,
        texts: &UnsavedTexts,
        lines: &mut FileLines<'_>,
    ) -> EditorDiagnostic {
        let own = item.at.as_ref().filter(|at| at.file == *file);
        let range = own.map(|at| lines.range(at)).unwrap_or_default();
        let severity = match item.severity {
            Severity::Error => DiagnosticSeverity::Error,
            Severity::Warning => DiagnosticSeverity::Warning,
        };
        let also: Vec<DiagnosticRelatedInformation> = item
            .also
            .iter()
            .map(|(span, words)| {
                let open = texts.get(&span.file);
                let uri = open.map_or_else(|| self.root.uri_of(&span.file), |open| open.uri.clone());
                let location = Location { uri: Uri(uri), range: lines.range(span) };
                DiagnosticRelatedInformation { location, message: words.text(&self.catalog) }
            })
            .collect();
        let mut shown = EditorDiagnostic::new(
            range,
            Some(severity),
            Some(item.code.to_string().into()),
            None,
            Some(SOURCE.to_owned()),
            words(item, &self.catalog).into(),
            None,
            None,
            None,
        );
        shown.related_information = (!also.is_empty()).then_some(also);
        shown
    }
}

/// What a message says, in lines: what happened, the words beside the place, and what to do.
pub(super) fn words(item: &Diagnostic, catalog: &Catalog) -> String {
    let parts = [Some(&item.message), item.label.as_ref(), item.help.as_ref()];
    parts.into_iter().flatten().map(|part| part.text(catalog)).collect::<Vec<_>>().join("\n")
}

/// The lines of files, read once for all their messages.
struct FileLines<'s> {
    sources: &'s Sources,
    unit: ColumnUnit,
    known: BTreeMap<Arc<str>, EditorLines>,
}

impl FileLines<'_> {
    fn range(&mut self, span: &Span) -> lsp_types::Range {
        let (sources, unit) = (self.sources, self.unit);
        let lines = self.known.entry(Arc::clone(&span.file)).or_insert_with(|| {
            // What cannot be read has no lines: its message stands at its start.
            EditorLines::new(&sources.text(&span.file).unwrap_or_else(|_| Arc::from("")), unit)
        });
        lines.range(span.range.range())
    }
}
