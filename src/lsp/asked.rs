//! A question of an editor about a place in a text, with all that answers are made from. Knows no answer.

use lsp_types::{Location, Uri};

use super::analyst::Analysis;
use super::open_texts::OpenText;
use super::positions::{ColumnUnit, EditorLines};
use super::uris::SiteRoot;
use crate::diagnostic::{Catalog, Span};
use crate::lang::Lang;

/// A text that somebody asks about.
#[derive(Clone, Copy)]
pub(super) struct AskedText<'a> {
    /// The text as it is now.
    pub(super) open: &'a OpenText,
    /// The site as it was read last, perhaps with an older state of the text.
    pub(super) analysis: &'a Analysis,
    pub(super) catalog: &'a Catalog,
    pub(super) root: &'a SiteRoot,
    pub(super) unit: ColumnUnit,
}

impl AskedText<'_> {
    /// The language of the editor.
    pub(super) fn lang(&self) -> Option<Lang> {
        Lang::parse(self.catalog.tag())
    }

    /// Where a span is for the editor; none in a file that cannot be read, or that is not on disk.
    pub(super) fn place(&self, span: &Span) -> Option<(String, lsp_types::Range)> {
        let file = self.analysis.sources.get(&span.file).filter(|file| !file.is_carried())?;
        let lines = EditorLines::new(&self.analysis.sources.text(&file.path).ok()?, self.unit);
        let open = self.analysis.texts.get(&span.file);
        let uri = open.map_or_else(|| self.root.uri_of(&span.file), |open| open.uri.clone());
        Some((uri, lines.range(span.range.range())))
    }

    /// The same as a location of the protocol.
    pub(super) fn location(&self, span: &Span) -> Option<Location> {
        let (uri, range) = self.place(span)?;
        Some(Location { uri: Uri(uri), range })
    }
}
