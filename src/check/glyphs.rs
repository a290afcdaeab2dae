//! `glyph-missing`: every character of a page is in a font of the theme, so that no reader gets an empty box or letters
//! of two fonts in one word. Knows nothing of fonts.

use std::collections::BTreeSet;

use super::finding::Findings;
use crate::diagnostic::Code;
use crate::theme::Glyphs;

const HELP: &str = "use another character, give the theme a font that has it, or name it in `system_glyphs` of \
                    `theme.yaml` if the fonts of the device may draw it";

/// The characters of a page that no font has.
#[derive(Default)]
pub(super) struct MissingGlyphs {
    language: String,
    found: BTreeSet<char>,
    /// The element that is open whose text is not drawn on the page.
    unseen: bool,
}

impl MissingGlyphs {
    /// Takes the language of the page.
    pub(super) fn language(&mut self, tag: Option<&str>) {
        tag.unwrap_or("no language").clone_into(&mut self.language);
    }

    pub(super) fn start(&mut self, name: &str) {
        self.unseen |= is_unseen(name);
    }

    pub(super) fn end(&mut self, name: &str) {
        self.unseen &= !is_unseen(name);
    }

    pub(super) fn text(&mut self, text: &str, glyphs: Option<&Glyphs>) {
        if let Some(glyphs) = glyphs.filter(|_| !self.unseen) {
            self.found.extend(text.chars().filter(|c| glyphs.lacks(*c)));
        }
    }

    pub(super) fn finish(&self, found: &mut Findings) {
        for c in &self.found {
            let detail =
                format!("no font of the theme has `{c}` (U+{:04X}), on pages in `{}`", u32::from(*c), self.language);
            found.warning(Code::GlyphMissing, detail, HELP);
        }
    }
}

/// What browsers show elsewhere with fonts of their own, or not at all.
fn is_unseen(name: &str) -> bool {
    matches!(name, "title" | "script" | "style" | "template")
}
