//! The marks of a text for what is still to be filled in, except those that stand in code or in a comment.
//! Knows nothing of whether the text is published.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Placing;
use crate::diagnostic::Diagnostic;
use crate::lang;

/// Marks told of one text: nobody fills in more before looking again.
const MOST_TOLD: usize = 50;

/// Tells each mark at its place.
pub(super) fn tell(events: &[(Event<'_>, Range<usize>)], text: &str, place: &Placing<'_>) -> Vec<Diagnostic> {
    let marks = lang::fill_ins(text);
    if marks.is_empty() {
        return Vec::new();
    }
    let words = words(events);
    let shown = |at: usize| words.iter().any(|range| range.contains(&at));
    let told = marks.into_iter().filter(|mark| shown(mark.range.start)).take(MOST_TOLD);
    told.map(|mark| Diagnostic::to_fill_in(mark.what()).at(place.span(mark.range))).collect()
}

/// Where words stand that are published: as text, or in an address or attribute.
fn words(events: &[(Event<'_>, Range<usize>)]) -> Vec<Range<usize>> {
    let mut in_code = false;
    let mut words = Vec::new();
    for (event, range) in events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(_) if !in_code => words.push(range.clone()),
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => words.push(range.clone()),
            Event::Html(html) | Event::InlineHtml(html) if !html.starts_with("<!--") => words.push(range.clone()),
            _ => {}
        }
    }
    words
}
