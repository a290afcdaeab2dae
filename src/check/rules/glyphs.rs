//! `glyph-missing`: every character of a page is in a font of the theme, so that no reader gets an empty box or letters
//! of two fonts in one word. Knows nothing of fonts.

use std::collections::BTreeSet;

use super::super::finding::Findings;
use super::super::reader::StartTag;
use super::{AuditContext, AuditRule, PageFacts};
use crate::diagnostic::{Code, Message};
use crate::message;

const HELP: Message = message!("glyph-help");

/// The characters of a page that no font has.
#[derive(Default)]
pub(super) struct GlyphRule {
    language: String,
    found: BTreeSet<char>,
    /// The element that is open whose text is not drawn on the page.
    unseen: bool,
}

impl AuditRule for GlyphRule {
    fn start(&mut self, tag: StartTag<'_>, _: AuditContext<'_>, _: &mut Findings) {
        self.unseen |= is_unseen(tag.name());
        if tag.name() == "html" {
            tag.get("lang").unwrap_or("und").clone_into(&mut self.language);
        }
    }

    fn end(&mut self, name: &str, _: AuditContext<'_>, _: &mut Findings) {
        self.unseen &= !is_unseen(name);
    }

    fn text(&mut self, text: &str, context: AuditContext<'_>, _: &mut Findings) {
        if let Some(glyphs) = context.audit.glyphs.as_ref().filter(|_| !self.unseen) {
            self.found.extend(text.chars().filter(|c| glyphs.lacks(*c)));
        }
    }

    fn finish(&mut self, _: AuditContext<'_>, facts: &mut PageFacts) {
        for c in &self.found {
            let detail =
                message!("glyph-in-no-font", sign = c, code = format!("{:04X}", u32::from(*c)), lang = &self.language);
            facts.found.warning(Code::GlyphMissing, detail, HELP);
        }
    }
}

/// What browsers show elsewhere with fonts of their own, or not at all.
fn is_unseen(name: &str) -> bool {
    matches!(name, "title" | "script" | "style" | "template")
}
