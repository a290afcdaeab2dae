//! A rename of an entry as an edit that the editor makes: the same changes as those of `samen move`, on the texts as they are
//! open. Knows nothing of how files are written.

use std::collections::BTreeMap;
use std::sync::Arc;

use lsp_server::{ErrorCode, RequestId, Response};
use lsp_types::{
    DocumentChange, Edit, OptionalVersionedTextDocumentIdentifier, RenameFile, TextDocumentEdit,
    TextDocumentIdentifier, TextEdit, Uri, WorkspaceEdit,
};
use similar::TextDiff;

use super::analyst::Analysis;
use super::positions::EditorLines;
use super::publisher::{Publisher, words};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::edits::EditedSite;
use crate::message;
use crate::pipeline::{self, Request};
use crate::relocate::{self, MovePlan, NamedMove};
use crate::source::normal;

/// Reasons that are told of a rename that is not made.
const MOST_REASONS: usize = 3;

/// What an editor asked for.
#[derive(Debug)]
pub(super) struct RenameOrder {
    pub(super) id: RequestId,
    /// The path of the entry.
    pub(super) entry: String,
    /// Its new path or name, as somebody typed it.
    pub(super) name: String,
    /// Whether the editor renames files.
    pub(super) renames_files: bool,
}

/// The answer to an order.
pub(super) fn response(order: &RenameOrder, made: Result<WorkspaceEdit, String>) -> Response {
    let id = order.id.clone();
    match made {
        Ok(edit) => Response::new_ok(id, edit),
        Err(why) => Response::new_err(id, ErrorCode::RequestFailed as i32, why),
    }
}

/// Works out the edit, or says why there is none.
pub(super) fn edit(
    order: &RenameOrder,
    analysis: Option<&Analysis>,
    context: &Publisher,
    request: &Request,
) -> Result<WorkspaceEdit, String> {
    let catalog = &context.catalog;
    if !order.renames_files {
        let words = message!("editor-renames-no-files", entry = &order.entry, name = &order.name);
        return Err(words.text(catalog));
    }
    let Some(analysis) = analysis else { return Err(message!("editor-no-site").text(catalog)) };
    let told = |diagnostic: Box<Diagnostic>| words(&diagnostic, catalog);
    // As `samen move` reads the site: what is not published yet is renamed too.
    let request = Request { drafts: true, ..request.clone() };
    let sources = analysis.sources.with_replaced(BTreeMap::new(), |_| true);
    let (loaded, found) = pipeline::load(&sources, &request).finish(Diagnostics::default());
    let Some(loaded) = loaded else { return Err(message!("editor-no-site").text(catalog)) };
    let site = EditedSite::new(context.root.folder(), request, sources, loaded, found);
    if let Some(unread) = relocate::unread(&site) {
        return Err(told(unread));
    }
    let named = NamedMove::read(&order.entry, &order.name, &site).map_err(told)?;
    let plan = MovePlan::new(&site, &named.old, &named.new).map_err(told)?;
    let plan = plan.finished(&site).map_err(|refusal| {
        let reasons = refusal.errors.items().iter().take(MOST_REASONS).map(|item| words(item, catalog));
        reasons.collect::<Vec<_>>().join("\n")
    })?;
    let mut changes = Vec::new();
    for (file, text) in &plan.texts {
        let before = site.raw(file).map_err(told)?;
        changes.push(DocumentChange::TextDocumentEdit(text_edit(file, [&before, text], analysis, context)));
    }
    for step in &plan.moves {
        let [from, to] = [&step.from, &step.to].map(|path| Uri(context.root.uri_of(path)));
        let rename = RenameFile { old_uri: from, new_uri: to, options: None, annotation_id: None };
        changes.push(DocumentChange::RenameFile(rename));
    }
    Ok(WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() })
}

/// What changes in a text, line by line.
fn text_edit(
    file: &Arc<str>,
    [before, after]: [&str; 2],
    analysis: &Analysis,
    context: &Publisher,
) -> TextDocumentEdit {
    let open = analysis.texts.get(file);
    let uri = open.map_or_else(|| context.root.uri_of(file), |open| open.uri.clone());
    let document = OptionalVersionedTextDocumentIdentifier {
        version: open.map(|open| open.version),
        text_document_identifier: TextDocumentIdentifier { uri: Uri(uri) },
    };
    let lines = EditorLines::new(before, context.unit);
    let after = normal(after);
    let (old, new): (Vec<&str>, Vec<&str>) =
        (lines.text().split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let length = |lines: &[&str]| lines.iter().map(|line| line.len()).sum::<usize>();
    let diff = TextDiff::from_slices(&old, &new);
    let changed = diff.ops().iter().filter(|step| step.tag() != similar::DiffTag::Equal);
    let edits = changed.map(|step| {
        let (from, to) = (step.old_range(), step.new_range());
        let start = length(&old[..from.start]);
        let range = lines.range(start..start + length(&old[from]));
        Edit::TextEdit(TextEdit { range, new_text: new[to].concat() })
    });
    TextDocumentEdit { text_document: document, edits: edits.collect() }
}
