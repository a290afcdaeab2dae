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
    pub(in crate::document) slips: Vec<Slip>,
}

impl Attributes<'_> {
    /// Whether it names a class and nothing else: such a mark may say what a list or table is.
    pub(super) fn is_class_alone(&self) -> bool {
        !self.classes.is_empty() && self.id.is_none() && self.pairs.is_empty() && self.wrong.is_empty()
    }
}

/// Something in a mark that is not written as it should be, and is clear all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::document) struct Slip {
    pub(in crate::document) what: SlipKind,
    pub(in crate::document) range: Range<usize>,
    /// What stands there.
    pub(in crate::document) shown: String,
    /// What to write there.
    pub(in crate::document) written: String,
}

/// What a slip is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::document) enum SlipKind {
    /// An id with a space in it, or without its `#`.
    Id,
    /// A key and a value without `=` between them.
    Pair,
    /// A comma or another sign between two attributes.
    Sign,
}

/// A part of a mark between white space.
struct MarkToken<'t> {
    text: &'t str,
    range: Range<usize>,
    /// Whether it starts a line.
    first_of_line: bool,
}

impl MarkToken<'_> {
    /// Whether it is a word that can be a part of a value: no key, id or class.
    fn is_bare(&self) -> bool {
        let sign = self.text.starts_with(['#', '＃', '.', '@', '=']);
        !sign && !self.text.contains('=') && colon_key(self.text).is_none() && !self.is_quotation()
    }

    /// Whether it is the sign of a quotation, where the mark goes on in the next line.
    fn is_quotation(&self) -> bool {
        self.first_of_line && self.text.trim_start_matches('>').is_empty()
    }
}

/// The key of `key:` and `key:value`, and the value.
fn colon_key(token: &str) -> Option<(&str, &str)> {
    let (key, value) = token.split_once(':')?;
    let named = key.starts_with(|c: char| c.is_ascii_alphabetic()) && key.chars().all(is_key);
    (named && !value.starts_with("//")).then_some((key, value))
}

/// Reads `{.action #a1 owner=x due=2023-03-01 note="two words"}`; `at` is where the block starts. What is clear though it
/// is written otherwise is read too, and named as a slip: it is one mistake, and no second follows from it.
pub(in crate::document) fn attributes(block: &str, at: usize) -> Attributes<'_> {
    let mut reader = MarkReader { tokens: tokens(block, at), next: 0, read: Attributes::default() };
    while reader.next < reader.tokens.len() {
        reader.token();
    }
    reader.read
}

fn tokens(block: &str, at: usize) -> Vec<MarkToken<'_>> {
    let inner = block.trim_start_matches('{').trim_end_matches('}');
    let mut from = at + block.len() - block.trim_start_matches('{').len();
    let (mut rest, mut tokens) = (inner, Vec::new());
    loop {
        let trimmed = rest.trim_start();
        let first_of_line = rest[..rest.len() - trimmed.len()].contains('\n');
        from += rest.len() - trimmed.len();
        if trimmed.is_empty() {
            return tokens;
        }
        let end = token_end(trimmed);
        tokens.push(MarkToken { text: &trimmed[..end], range: from..from + end, first_of_line });
        from += end;
        rest = &trimmed[end..];
    }
}

struct MarkReader<'t> {
    tokens: Vec<MarkToken<'t>>,
    next: usize,
    read: Attributes<'t>,
}

impl<'t> MarkReader<'t> {
    fn token(&mut self) {
        let MarkToken { text, ref range, .. } = self.tokens[self.next];
        let range = range.clone();
        let quotation = self.tokens[self.next].is_quotation();
        self.next += 1;
        if quotation {
            return;
        }
        let text = self.without_sign(text, &range);
        let range = range.start..range.start + text.len();
        if let Some(id) = text.strip_prefix(['#', '＃']) {
            self.id(id, range);
        } else if let Some(class) = text.strip_prefix('.').filter(|class| !class.contains('=')) {
            self.read.classes.push((class, range));
        } else if let Some((key, value)) = text.split_once('=') {
            self.pair(key, value, range);
        } else if self.tokens.get(self.next).is_some_and(|next| next.text.starts_with('=')) && text.chars().all(is_key)
        {
            let mut value = self.tokens[self.next].text.trim_start_matches('=');
            self.next += 1;
            if value.is_empty() && self.tokens.get(self.next).is_some_and(MarkToken::is_bare) {
                value = self.tokens[self.next].text;
                self.next += 1;
            }
            self.slipped(text, value, range.start);
        } else if let Some((key, value)) = colon_key(text) {
            self.slipped(key, value, range.start);
        } else if !text.is_empty() {
            self.read.wrong.push((text, range));
        }
    }

    /// A token without the comma behind it.
    fn without_sign(&mut self, text: &'t str, range: &Range<usize>) -> &'t str {
        let clean = text.trim_end_matches([',', ';']);
        if clean.len() < text.len() {
            let place = range.start + clean.len()..range.end;
            let shown = text[clean.len()..].to_owned();
            self.read.slips.push(Slip { what: SlipKind::Sign, range: place, shown, written: String::new() });
        }
        clean
    }

    /// The words of a value or id that follow.
    fn words(&mut self, fits: impl Fn(&str) -> bool) -> Vec<&'t str> {
        let mut words = Vec::new();
        while let Some(token) = self.tokens.get(self.next) {
            let key = self.tokens.get(self.next + 1).is_some_and(|next| next.text.starts_with('='));
            if !token.is_bare() || key || !fits(token.text) {
                break;
            }
            let (text, range) = (token.text, token.range.clone());
            self.next += 1;
            words.push(self.without_sign(text, &range));
        }
        words
    }

    /// Where the last token that was read ends.
    fn end(&self) -> usize {
        let token = &self.tokens[self.next - 1];
        token.range.start + token.text.trim_end_matches([',', ';']).len()
    }

    fn id(&mut self, id: &'t str, range: Range<usize>) {
        let numbered = id.ends_with(|c: char| c.is_numeric());
        let empty = id.is_empty();
        let more = self.words(|word| !numbered || word.chars().all(char::is_numeric));
        if more.is_empty() || self.read.id.is_some() {
            match self.read.id {
                None => self.read.id = Some((id, range)),
                Some(_) => self.read.more_ids.push((id, range)),
            }
            return;
        }
        let words: Vec<&str> = Some(id).filter(|_| !empty).into_iter().chain(more).collect();
        self.meant_id(&words.join("-"), range.start);
    }

    /// An id that was written otherwise: nobody can refer to it yet.
    fn meant_id(&mut self, id: &str, start: usize) {
        let range = start..self.end();
        self.read.slips.push(Slip { what: SlipKind::Id, range, shown: id.to_owned(), written: format!("#{id}") });
    }

    fn pair(&mut self, key: &'t str, value: &'t str, range: Range<usize>) {
        if key == "id" && self.read.id.is_none() && !value.is_empty() {
            return self.meant_id(unquoted(value), range.start);
        }
        let more = if value.is_empty() { self.words(|_| true) } else { Vec::new() };
        if value.is_empty() && !more.is_empty() {
            let value = more.join(" ");
            return self.slip(key, &value, range.start);
        }
        self.read.pairs.push((key, unquoted(value).to_owned(), range));
    }

    /// A key and a value without `=` between them; the value may go on.
    fn slipped(&mut self, key: &'t str, value: &'t str, start: usize) {
        let more = self.words(|_| true);
        let words: Vec<&str> =
            Some(unquoted(value)).filter(|value| !value.is_empty()).into_iter().chain(more).collect();
        self.slip(key, &words.join(" "), start);
    }

    fn slip(&mut self, key: &'t str, value: &str, start: usize) {
        let range = start..self.end();
        let value = unquoted(value).to_owned();
        let spelled = if value.contains(char::is_whitespace) { format!("\"{value}\"") } else { value.clone() };
        let written = format!("{key}={spelled}");
        self.read.slips.push(Slip { what: SlipKind::Pair, range: range.clone(), shown: key.to_owned(), written });
        self.read.pairs.push((key, value, range));
    }
}

/// A value without the quotes around it, which a word processor may have turned into others.
fn unquoted(value: &str) -> &str {
    let inner = value.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\''));
    inner.unwrap_or(value).trim_matches(['"', '“', '”', '„', '‘', '’', '‚', '«', '»'])
}

/// Where a token ends: at white space outside quotes.
fn token_end(text: &str) -> usize {
    let mut closing: Option<&[char]> = None;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let opens = matches!(before, '=' | ':');
        match (closing, c) {
            (Some(signs), _) if signs.contains(&c) => closing = None,
            (None, '"') => closing = Some(&['"']),
            (None, '“' | '„') if opens => closing = Some(&['”', '“']),
            (None, '‘' | '‚') if opens => closing = Some(&['’', '‘']),
            (None, '«') if opens => closing = Some(&['»']),
            (None, '\'') if opens => closing = Some(&['\'']),
            (None, c) if c.is_whitespace() => return at,
            (Some(_) | None, _) => {}
        }
        before = c;
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

    #[test]
    fn what_is_clear_is_read_however_it_is_written() {
        for (mark, id, pairs, right) in [
            ("{#actie 1 owner=x}", None, vec!["owner=x"], vec!["#actie-1"]),
            ("{#d 1}", None, vec![], vec!["#d-1"]),
            ("{#besluit één}", None, vec![], vec!["#besluit-één"]),
            ("{id=d1 owner=x}", None, vec!["owner=x"], vec!["#d1"]),
            ("{#a1 owner: x}", Some("a1"), vec!["owner=x"], vec!["owner=x"]),
            (
                "{#a1 owner:x due:2027-02-01}",
                Some("a1"),
                vec!["owner=x", "due=2027-02-01"],
                vec!["owner=x", "due=2027-02-01"],
            ),
            ("{#a1 owner = x due =y}", Some("a1"), vec!["owner=x", "due=y"], vec!["owner=x", "due=y"]),
            ("{#a1 owner= x y}", Some("a1"), vec!["owner=x y"], vec!["owner=\"x y\""]),
            ("{#a1 due: 1 mei 2027}", Some("a1"), vec!["due=1 mei 2027"], vec!["due=\"1 mei 2027\""]),
            ("{#a1, owner=x, due=y}", Some("a1"), vec!["owner=x", "due=y"], vec!["", ""]),
            ("{#a1 owner=“a b”}", Some("a1"), vec!["owner=a b"], vec![]),
            ("{#a1 owner='a b' due=‘y’}", Some("a1"), vec!["owner=a b", "due=y"], vec![]),
        ] {
            let read = attributes(mark, 0);
            assert_eq!(read.id.as_ref().map(|(id, _)| *id), id, "{mark}");
            let found: Vec<String> = read.pairs.iter().map(|(key, value, _)| format!("{key}={value}")).collect();
            assert_eq!(found, pairs, "{mark}");
            let written: Vec<&str> = read.slips.iter().map(|slip| slip.written.as_str()).collect();
            assert_eq!((written, read.wrong), (right, vec![]), "{mark}");
        }
    }
}
