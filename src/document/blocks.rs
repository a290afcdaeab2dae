//! Small pieces of HTML for tables, alerts, code and headings. Knows nothing of the walk.

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, HeadingLevel};

use super::html::escape;

/// A table while it is written.
pub(super) struct TableState {
    alignments: Vec<Alignment>,
    cell: usize,
    head: bool,
}

impl TableState {
    pub(super) fn new(alignments: Vec<Alignment>) -> Self {
        Self { alignments, cell: 0, head: true }
    }

    /// The start of the next cell. Alignment is a class, because inline styles are refused and sides mirror.
    pub(super) fn cell(&mut self) -> String {
        let class = match self.alignments.get(self.cell) {
            Some(Alignment::Left) => " class=\"align-start\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            Some(Alignment::Right) => " class=\"align-end\"",
            _ => "",
        };
        self.cell += 1;
        if self.head { format!("<th scope=\"col\"{class}>") } else { format!("<td{class}>") }
    }

    pub(super) fn cell_end(&self) -> &'static str {
        if self.head { "</th>" } else { "</td>" }
    }

    pub(super) fn end_head(&mut self) {
        self.head = false;
        self.cell = 0;
    }

    pub(super) fn end_row(&mut self) {
        self.cell = 0;
    }
}

/// The kind of `callout` that an alert of GitHub's Markdown is.
pub(super) fn alert_kind(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "note",
        BlockQuoteKind::Tip => "tip",
        BlockQuoteKind::Important => "important",
        BlockQuoteKind::Warning => "warning",
        BlockQuoteKind::Caution => "caution",
    }
}

/// Code is written from left to right in every language.
pub(super) fn code_start(kind: &CodeBlockKind<'_>) -> String {
    let mut html = String::from("<pre dir=\"ltr\"><code");
    if let CodeBlockKind::Fenced(info) = kind
        && let Some(language) = info.split_whitespace().next()
    {
        html.push_str(" class=\"language-");
        escape(language, &mut html);
        html.push('"');
    }
    html.push('>');
    html
}

pub(super) fn heading_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
