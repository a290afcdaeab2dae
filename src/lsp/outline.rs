//! The headings of a text, as an outline. Reads nothing but the text.

use lsp_types::{DocumentSymbol, SymbolKind};

use super::cursor;
use super::positions::EditorLines;

/// Headings of one text that an editor is given.
const MOST_HEADINGS: usize = 2_000;

/// The headings of a text, one below the other.
pub(super) fn outline(lines: &EditorLines) -> Vec<DocumentSymbol> {
    let mut at = cursor::body_start(lines.text());
    let mut fence: Option<&str> = None;
    let mut found = Vec::new();
    for line in lines.text()[at..].split_inclusive('\n') {
        let words = line.trim();
        let mark = ["```", "~~~"].into_iter().find(|mark| words.starts_with(mark));
        fence = match (fence, mark) {
            (None, mark) => mark,
            (Some(open), Some(mark)) if open == mark => None,
            (open, _) => open,
        };
        let level = words.len() - words.trim_start_matches('#').len();
        let title = words[level..].split(" {").next().unwrap_or_default().trim();
        if fence.is_none() && (1..=6).contains(&level) && words[level..].starts_with(' ') && !title.is_empty() {
            let range = lines.range(at..at + line.trim_end().len());
            found.push(DocumentSymbol {
                name: title.to_owned(),
                detail: None,
                kind: SymbolKind::String,
                tags: None,
                #[allow(deprecated, reason = "the library asks for every field")]
                deprecated: None,
                range,
                selection_range: range,
                children: None,
            });
        }
        at += line.len();
    }
    found.truncate(MOST_HEADINGS);
    found
}
