//! The mark of an outcome, `{.action #a1 owner=x}`: where one stands in a line of text, and what is in it. Knows nothing
//! of kinds of outcomes and of where marks may stand.

use std::ops::Range;

/// Bytes of the longest mark: a brace that is never closed costs no more than that.
const LONGEST: usize = 2_000;

/// What stands in a mark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::document) struct Attributes<'t> {
    pub(in crate::document) classes: Vec<(&'t str, Range<usize>)>,
    pub(in crate::document) id: Option<(&'t str, Range<usize>)>,
    pub(in crate::document) pairs: Vec<(&'t str, String, Range<usize>)>,
    pub(in crate::document) wrong: Vec<(&'t str, Range<usize>)>,
    pub(in crate::document) more_ids: Vec<(&'t str, Range<usize>)>,
}

impl Attributes<'_> {
    /// Whether it names a class and nothing else: such a mark may say what a list or table is.
    pub(super) fn is_class_alone(&self) -> bool {
        !self.classes.is_empty() && self.id.is_none() && self.pairs.is_empty() && self.wrong.is_empty()
    }
}

/// Reads `{.action #a1 owner=x due=2023-03-01 note="two words"}`; `at` is where the block starts.
pub(in crate::document) fn attributes(block: &str, at: usize) -> Attributes<'_> {
    let mut read = Attributes::default();
    let inner = block.trim_start_matches('{').trim_end_matches('}');
    let mut from = block.len() - block.trim_start_matches('{').len();
    let mut rest = inner;
    loop {
        let trimmed = rest.trim_start();
        from += rest.len() - trimmed.len();
        if trimmed.is_empty() {
            return read;
        }
        let end = token_end(trimmed);
        let token = &trimmed[..end];
        let range = at + from..at + from + end;
        if let Some(id) = token.strip_prefix('#') {
            match read.id {
                None => read.id = Some((id, range)),
                Some(_) => read.more_ids.push((id, range)),
            }
        } else if let Some(class) = token.strip_prefix('.').filter(|class| !class.contains('=')) {
            read.classes.push((class, range));
        } else if let Some((key, value)) = token.split_once('=') {
            read.pairs.push((key, value.trim_matches('"').to_owned(), range));
        } else if token.trim_start_matches('>').is_empty() && rest.starts_with('\n') {
            // The sign of a quotation, where the mark goes on in the next line.
        } else {
            read.wrong.push((token, range));
        }
        from += end;
        rest = &trimmed[end..];
    }
}

/// Where a token ends: at white space outside quotes.
fn token_end(text: &str) -> usize {
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            c if c.is_whitespace() && !quoted => return at,
            _ => {}
        }
    }
    text.len()
}

/// What starts with a brace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Braces {
    /// A mark, up to where it ends.
    Mark(usize),
    /// A mark that does not end.
    Open,
    /// Other text, up to where it ends.
    Text(usize),
}

/// What the brace at the start of `text` is. A mark starts with an id, a class or a fact.
pub(super) fn braces(text: &str) -> Braces {
    let inner = &text[1..];
    let long = |at: &usize| *at < LONGEST;
    let end = inner.find(['{', '}']).filter(long);
    let closed = end.filter(|end| inner[*end..].starts_with('}'));
    let content = inner[..closed.or(end).unwrap_or(0)].trim_start();
    let start = if closed.is_some() { content } else { inner.trim_start() };
    let behind = |sign: char| start.strip_prefix(sign).and_then(|rest| rest.chars().next());
    let named = start.split_once('=').is_some_and(|(key, _)| !key.is_empty() && key.chars().all(is_key));
    let is_id = start == "#" || behind('#').is_some_and(|next| !next.is_whitespace() && next != '}');
    let is_mark = is_id || behind('.').is_some_and(char::is_alphabetic);
    match closed {
        Some(end) if is_mark || named => Braces::Mark(end + 2),
        Some(end) => Braces::Text(end + 2),
        None if is_mark => Braces::Open,
        None => Braces::Text(1),
    }
}

fn is_key(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_starts_with_an_id_a_class_or_a_fact() {
        for mark in ["{#a1}", "{ #a1 x=y}", "{.action}", "{.besluiten #b1}", "{owner=x #a1}", "{#ا1}", "{#}"] {
            assert_eq!(braces(mark), Braces::Mark(mark.len()), "{mark}");
        }
        for text in ["{}", "{x}", "{# comment #}", "{.5}", "{a b=c}", "{=}"] {
            assert_eq!(braces(text), Braces::Text(text.len()), "{text}");
        }
        assert_eq!(braces("{#a1 owner=x"), Braces::Open);
        assert_eq!(braces("{x {#a1}"), Braces::Text(1));
    }

    #[test]
    fn what_is_in_a_mark_has_its_place() {
        let read = attributes("{.action #a1 owner=\"a b\" x #a2}", 10);
        assert_eq!(read.classes, [("action", 11..18)]);
        assert_eq!(read.id, Some(("a1", 19..22)));
        assert_eq!(read.pairs, [("owner", "a b".to_owned(), 23..34)]);
        assert_eq!((read.wrong, read.more_ids), (vec![("x", 35..36)], vec![("a2", 37..40)]));
    }
}
