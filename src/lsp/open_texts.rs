//! The texts that an editor has open, as it last told them. Knows nothing of what they mean.

use std::collections::BTreeMap;
use std::sync::Arc;

use lsp_types::TextDocumentContentChangeEvent;

use super::positions::{ColumnUnit, EditorLines};

/// A text that is open in an editor.
#[derive(Clone, Debug)]
pub(super) struct OpenText {
    /// How the editor calls it, which is not always how this program would.
    pub(super) uri: String,
    /// Its path in the site; `None` where it is no file of the site.
    pub(super) path: Option<Arc<str>>,
    /// Counted by the editor.
    pub(super) version: i32,
    /// What it holds now.
    pub(super) lines: EditorLines,
}

/// All of them.
#[derive(Debug, Default)]
pub(super) struct OpenTexts {
    by_uri: BTreeMap<String, OpenText>,
}

impl OpenTexts {
    /// Takes a text that was opened; one of that name that was open is replaced.
    pub(super) fn open(&mut self, text: OpenText) {
        self.by_uri.insert(text.uri.clone(), text);
    }

    /// The text of that name.
    pub(super) fn get(&self, uri: &str) -> Option<&OpenText> {
        self.by_uri.get(uri)
    }

    /// Forgets a text, and gives it.
    pub(super) fn close(&mut self, uri: &str) -> Option<OpenText> {
        self.by_uri.remove(uri)
    }

    /// Makes changes in their order. `None` for a text that is not open.
    pub(super) fn change(
        &mut self,
        uri: &str,
        version: i32,
        changes: Vec<TextDocumentContentChangeEvent>,
        unit: ColumnUnit,
    ) -> Option<&OpenText> {
        let text = self.by_uri.get_mut(uri)?;
        for change in changes {
            text.lines = match change {
                TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
                    text.lines.with_change(part.range, &part.text)
                }
                TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => {
                    EditorLines::new(&whole.text, unit)
                }
            };
        }
        text.version = version;
        Some(text)
    }
}
