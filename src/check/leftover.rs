//! `audit-leftover`: marks of templates and of `:::` blocks that nobody replaced. Knows nothing of templates.

use super::finding::Findings;
use super::reader::shorten;
use crate::diagnostic::Code;

const LEFTOVER: Code = Code::AuditLeftover;

const HELP: &str = "something was meant to be filled in here; write it as code if readers should see it so";

/// Elements that show marks as marks, or whose text is not shown.
const QUOTING: &[&str] = &["code", "pre", "kbd", "samp", "textarea", "script", "style"];

/// Where in the page the text is that comes next.
pub(super) struct TextPlace {
    /// Elements that show marks and are open.
    quoting: usize,
    line_start: bool,
}

impl TextPlace {
    /// The start of a page.
    pub(super) const fn new() -> Self {
        Self { quoting: 0, line_start: true }
    }

    /// A start tag.
    pub(super) fn start(&mut self, name: &str) {
        self.line_start = true;
        if QUOTING.contains(&name) {
            self.quoting += 1;
        }
    }

    /// An end tag.
    pub(super) fn end(&mut self, name: &str) {
        if QUOTING.contains(&name) {
            self.quoting = self.quoting.saturating_sub(1);
        }
    }

    /// A piece of text.
    pub(super) fn text(&mut self, text: &str, found: &mut Findings) {
        if self.quoting > 0 {
            return;
        }
        if has_marks(text) {
            found.warning(LEFTOVER, format!("the text shows marks of a template: `{}`", around(text)), HELP);
        }
        for (index, line) in text.split('\n').enumerate() {
            let line = line.trim_start();
            if line.starts_with(":::") && (index > 0 || self.line_start) {
                found.warning(LEFTOVER, format!("the text shows the mark of a block: `{}`", shorten(line)), HELP);
            }
            self.line_start = (index > 0 || self.line_start) && line.is_empty();
        }
        self.line_start |= text.ends_with('\n');
    }
}

/// Reports marks in an attribute. Descriptions for search engines are plain text made from texts that may show code.
pub(super) fn attribute(name: &str, value: &str, found: &mut Findings) {
    if name != "content" && has_marks(value) {
        found.warning(LEFTOVER, format!("the attribute `{name}` holds marks of a template: `{}`", around(value)), HELP);
    }
}

fn has_marks(text: &str) -> bool {
    first_mark(text).is_some()
}

fn first_mark(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    bytes.windows(2).position(|pair| matches!(pair, b"{{" | b"{%" | b"%}"))
}

/// The text from a few characters before the mark on.
fn around(text: &str) -> String {
    let wanted = first_mark(text).unwrap_or_default().saturating_sub(20);
    let start = (0..=wanted).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    shorten(&text[start..])
}
