//! What would mend a message, as edits that an editor offers. Knows nothing of how messages come to be.

use std::collections::HashMap;
use std::ops::Range;

use lsp_types::{
    Code as EditorCode, CodeAction, CodeActionContext, CodeActionKind, CodeActionResponse,
    Diagnostic as EditorDiagnostic, TextEdit, Uri, WorkspaceEdit,
};

use super::asked::AskedText;
use crate::diagnostic::{Diagnostic, Fix};

/// The fixes of messages that stand in a range of a text. One that is alone is the right one; several are choices.
pub(super) fn actions(
    asked: &AskedText<'_>,
    range: lsp_types::Range,
    context: &CodeActionContext,
) -> Vec<CodeActionResponse> {
    let is_wanted = |kind: &CodeActionKind| matches!(kind, CodeActionKind::QuickFix | CodeActionKind::Empty);
    if context.only.as_ref().is_some_and(|only| !only.iter().any(is_wanted)) {
        return Vec::new();
    }
    let Some(path) = &asked.open.path else { return Vec::new() };
    // Places are bytes of the text that was read: in a newer one they may be others. The editor asks again.
    if asked.analysis.texts.get(path).is_none_or(|read| read.version != asked.open.version) {
        return Vec::new();
    }
    let bytes = asked.open.lines.bytes(range);
    let items = asked.analysis.found.get(path).into_iter().flatten().filter(|item| touches(item, path, &bytes));
    let mut found = Vec::new();
    for item in items {
        let shown = shown_as(asked, item, &context.diagnostics);
        let actions = item.fixes.iter().filter_map(|fix| action(asked, fix, item.fixes.len() == 1));
        found.extend(actions.map(|one| CodeAction { diagnostics: shown.clone(), ..one }.into()));
    }
    found
}

/// The message as the editor has it, so that it can show what mends it beside it.
fn shown_as(asked: &AskedText<'_>, item: &Diagnostic, told: &[EditorDiagnostic]) -> Option<Vec<EditorDiagnostic>> {
    let range = asked.open.lines.range(item.at.as_ref()?.range.range());
    let code = EditorCode::from(item.code.to_string());
    let found = told.iter().find(|told| told.range == range && told.code.as_ref() == Some(&code));
    found.map(|found| vec![found.clone()])
}

/// Whether a message stands in a part of a text, or beside it.
fn touches(item: &Diagnostic, path: &str, bytes: &Range<usize>) -> bool {
    let at = item.at.as_ref().filter(|at| *at.file == *path).map(|at| at.range.range());
    at.is_some_and(|at| at.start <= bytes.end && bytes.start <= at.end)
}

/// A fix as an action; none where it changes a file that cannot be read.
fn action(asked: &AskedText<'_>, fix: &Fix, alone: bool) -> Option<CodeAction> {
    let mut changes: HashMap<Uri, Vec<TextEdit>> = HashMap::new();
    for edit in &fix.edits {
        let (uri, range) = asked.place(&edit.span)?;
        changes.entry(Uri(uri)).or_default().push(TextEdit { range, new_text: edit.text.clone() });
    }
    let edit = WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() };
    Some(CodeAction {
        title: fix.title.text(asked.catalog),
        kind: Some(CodeActionKind::QuickFix),
        is_preferred: alone.then_some(true),
        edit: Some(edit),
        ..CodeAction::default()
    })
}
