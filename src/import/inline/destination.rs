//! Where links stand in a text, and what their destinations lead to; a destination may hold marks of a template.

use std::collections::BTreeSet;

use super::super::blocks::short;
use super::super::lines::BodyLine;
use super::super::links::LinkEnd;
use super::super::shortcode;
use super::InlineContext;
use crate::message;

/// Bytes in which a sign that closes something is looked for: without a bound, a text of open signs would be read once for
/// each of them.
const LONGEST: usize = 4_000;

/// The next bytes of a text.
pub(super) fn near(text: &str) -> &str {
    &text[..text.floor_char_boundary(LONGEST.min(text.len()))]
}

/// A line such as `[label]: destination`.
pub(super) struct LinkDefinition<'l> {
    pub(super) label: &'l str,
    pub(super) rest: &'l str,
}

pub(super) fn definition(line: &str) -> Option<LinkDefinition<'_>> {
    let bare = line.trim_start_matches(' ');
    let inner = bare.strip_prefix('[').filter(|inner| line.len() - bare.len() < 4 && !inner.starts_with('^'))?;
    let (label, rest) = inner.split_once("]:")?;
    let fits = !label.trim().is_empty() && !label.contains(['[', ']']) && !rest.trim().is_empty();
    fits.then_some(LinkDefinition { label, rest: rest.trim() })
}

pub(super) fn dead_labels(lines: &[BodyLine], context: &InlineContext<'_, '_>) -> BTreeSet<String> {
    let found = lines.iter().filter(|line| !line.is_code).filter_map(|line| definition(&line.text));
    found
        .filter(|found| matches!(end_of(destination(found.rest), context), LinkEnd::Nothing(_)))
        .map(|found| found.label.to_lowercase())
        .collect()
}

/// The destination that a text starts with, without `<>` and what stands behind it.
pub(super) fn destination(rest: &str) -> &str {
    match rest.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
        Some((inner, _)) => inner,
        None => rest.split_whitespace().next().unwrap_or_default(),
    }
}

/// What a destination leads to; it may hold marks of a template.
pub(super) fn end_of(destination: &str, context: &InlineContext<'_, '_>) -> LinkEnd {
    let destination = destination.trim();
    let Some(at) = destination.find("{{").or_else(|| destination.find("{%")) else {
        return context.index.end(destination, context.text);
    };
    let Some(mark) = shortcode::read(&destination[at..]) else {
        return LinkEnd::Nothing(message!("in-backticks", name = short(destination)));
    };
    let (before, after) = (&destination[..at], &destination[at + mark.raw.len()..]);
    let first = mark.nth(0).or_else(|| mark.named(&["path", "url"])).unwrap_or_default();
    match mark.name {
        "ref" | "relref" | "link" | "post_url" if before.is_empty() => {
            context.index.named(&format!("{first}{after}"), context.text)
        }
        // `{{ site.baseurl }}/path` and `{{ "/path" | relative_url }}`.
        name if mark.is_value && name.starts_with("site.") && before.is_empty() && !after.is_empty() => {
            end_of(after, context)
        }
        name if mark.is_value && name.starts_with(['"', '\'']) => {
            let path = name.trim_matches(['"', '\'']);
            context.index.end(&format!("{before}{path}{after}"), context.text)
        }
        _ => LinkEnd::Nothing(message!("in-backticks", name = short(destination))),
    }
}

/// What stands behind `](`.
pub(super) struct LinkTail<'t> {
    pub(super) destination: &'t str,
    /// The title, with its quotes.
    pub(super) title: &'t str,
    /// Bytes of all, the bracket at the end among them.
    pub(super) length: usize,
}

/// Reads a destination and its title up to the bracket that closes them (`CommonMark`, section 6.3).
pub(super) fn link_tail(text: &str) -> Option<LinkTail<'_>> {
    let start = text.len() - text.trim_start().len();
    let mut at = start;
    if text[at..].starts_with('<') {
        let end = near(&text[at..]).find('>')? + at;
        if text[at..end].contains('\n') {
            return None;
        }
        return title_and_end(text, &text[at + 1..end], end + 1);
    }
    let mut depth = 0_usize;
    while at < text.len() {
        if at - start > LONGEST {
            return None;
        }
        let rest = &text[at..];
        if rest.starts_with("{{") || rest.starts_with("{%") {
            at += shortcode::read(rest)?.raw.len();
            continue;
        }
        let c = rest.chars().next()?;
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => break,
            ')' => depth -= 1,
            '\\' => at += rest[1..].chars().next().map_or(0, char::len_utf8),
            c if c.is_whitespace() || c.is_control() => break,
            _ => {}
        }
        at += c.len_utf8();
    }
    title_and_end(text, text.get(start..at)?, at)
}

fn title_and_end<'t>(text: &'t str, destination: &'t str, at: usize) -> Option<LinkTail<'t>> {
    let rest = text.get(at..)?;
    let inner = rest.trim_start();
    let skipped = at + rest.len() - inner.len();
    if inner.starts_with(')') {
        return Some(LinkTail { destination, title: "", length: skipped + 1 });
    }
    let open = inner.chars().next().filter(|c| matches!(c, '"' | '\'' | '('))?;
    let close = if open == '(' { ')' } else { open };
    let end = near(&inner[1..]).find(close)? + 2;
    let after = inner[end..].trim_start();
    let length = skipped + inner.len() - after.len() + 1;
    (after.starts_with(')') && !inner[..end].contains("\n\n")).then(|| LinkTail {
        destination,
        title: &inner[..end],
        length,
    })
}
