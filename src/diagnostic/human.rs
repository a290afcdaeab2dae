//! Diagnostics for people: the line of the source with a caret, in the manner of rustc.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::visible::visible;
use super::{Catalog, Diagnostic, Lines, Message, Severity, Span};
use crate::message;

/// Most messages shown for one file.
const PER_FILE: usize = 20;
/// Most messages shown in one run.
const IN_ALL: usize = 200;

/// How the text looks.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// ANSI colours.
    pub color: bool,
    /// Columns of the terminal.
    pub width: usize,
}

/// Writes the diagnostics in the words of a language for a terminal, capped per file and in all; says how many are left out.
/// `text` gives the text of a file as it was parsed.
#[must_use]
pub fn human(items: &[Diagnostic], text: &dyn Fn(&str) -> Option<Arc<str>>, style: Style, catalog: &Catalog) -> String {
    let mut out = String::new();
    let mut texts: BTreeMap<Arc<str>, Option<Lines>> = BTreeMap::new();
    let mut shown_in: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    let mut shown = 0;
    for diagnostic in items {
        let in_file = shown_in.entry(diagnostic.at.as_ref().map(|span| &*span.file)).or_default();
        *in_file += 1;
        if *in_file > PER_FILE || shown == IN_ALL {
            continue;
        }
        shown += 1;
        for span in spans(diagnostic) {
            texts.entry(Arc::clone(&span.file)).or_insert_with(|| text(&span.file).map(Lines::new));
        }
        out.push_str(&one(diagnostic, &texts, style, catalog));
        out.push_str("\n\n");
    }
    // With mistakes in very many files the total below says enough.
    for (file, count) in shown_in.iter().filter(|(_, count)| **count > PER_FILE).take(10) {
        let more = count - PER_FILE;
        let line = match file {
            Some(file) => message!("more-in-file", count = more, file = visible(file)),
            None => message!("more-in-run", count = more),
        };
        let _ = writeln!(out, "{}", line.text(catalog));
    }
    if items.len() > shown {
        let line = message!("messages-shown", shown = shown, all = items.len());
        let _ = writeln!(out, "{}", line.text(catalog));
    }
    out
}

fn spans(diagnostic: &Diagnostic) -> impl Iterator<Item = &Span> {
    diagnostic.at.iter().chain(diagnostic.also.iter().map(|(span, _)| span))
}

fn one(diagnostic: &Diagnostic, texts: &BTreeMap<Arc<str>, Option<Lines>>, style: Style, catalog: &Catalog) -> String {
    let said = |message: &Message| visible(&message.text(catalog));
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR.with_name(message!("error").text(catalog)),
        Severity::Warning => Level::WARNING.with_name(message!("warning").text(catalog)),
    };
    let message = said(&diagnostic.message);
    let mut group = level
        .primary_title(message)
        .id(diagnostic.code.as_str())
        .elements(std::iter::empty::<annotate_snippets::Element<'_>>());
    if let Some(span) = &diagnostic.at {
        group = place(group, span, diagnostic.label.as_ref().map(said), AnnotationKind::Primary, texts);
    }
    for (span, label) in &diagnostic.also {
        group = place(group, span, Some(said(label)), AnnotationKind::Context, texts);
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.with_name(message!("help").text(catalog)).message(said(help)));
    }
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let report = [group];
    renderer.term_width(style.width.max(60)).decor_style(DecorStyle::Ascii).render(&report)
}

fn place<'a>(
    group: Group<'a>,
    span: &'a Span,
    label: Option<String>,
    kind: AnnotationKind,
    texts: &'a BTreeMap<Arc<str>, Option<Lines>>,
) -> Group<'a> {
    let Some(Some(lines)) = texts.get(&span.file) else {
        return group.element(annotate_snippets::Origin::path(visible(&span.file)));
    };
    let (line, excerpt, range) = lines.excerpt(span.range.range());
    let (before, marked) = (visible(&excerpt[..range.start]), visible(&excerpt[range.clone()]));
    let shown = before.len()..before.len() + marked.len();
    let excerpt = format!("{before}{marked}{}", visible(&excerpt[range.end..]));
    let annotation = kind.span(shown).label(label);
    group
        .element(Snippet::source(excerpt).line_start(line).path(visible(&span.file)).fold(false).annotation(annotation))
}
