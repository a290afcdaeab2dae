//! Links and pictures that were meant and that the Markdown library takes for words, and bare addresses: told where they
//! stand, with what to write. Knows nothing of where links lead.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Placing;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message};
use crate::document::links;
use crate::message;

/// Slips told of one text: nobody mends more before looking again.
const MOST_TOLD: usize = 100;

/// Bytes of a block of words that is looked at: a slip in a longer one is told by its first part.
const LONGEST_BLOCK: usize = 100_000;

/// Bytes of the longest address or words of a link.
const LONGEST: usize = 2_000;

/// Endings of pictures, by which a name in brackets is one.
const PICTURES: &[&str] = &[".jpg", ".jpeg", ".png", ".webp", ".svg", ".gif", ".avif"];

/// Tells the slips of a text.
pub(super) fn tell(
    events: &[(Event<'_>, Range<usize>)],
    text: &str,
    place: &Placing<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<SpacedLink> {
    let mut found = Vec::new();
    let mut words: Vec<Range<usize>> = Vec::new();
    let (mut in_code, mut in_link) = (false, 0_usize);
    for (event, range) in events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => in_link += 1,
            Event::End(TagEnd::Link | TagEnd::Image) => in_link = in_link.saturating_sub(1),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript)
            | Event::End(
                TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript,
            ) => {}
            Event::Start(_) | Event::End(_) => block(text, &std::mem::take(&mut words), &mut found),
            Event::Text(_) if !in_code && in_link == 0 => words.push(range.clone()),
            _ => {}
        }
    }
    block(text, &words, &mut found);
    empty_links(events, &mut found);
    let mut spaced = Vec::new();
    for slip in found {
        let Said::Words(message, help) = slip.said else {
            let range = slip.range;
            spaced.extend(slip.edits.into_iter().map(|destination| SpacedLink { range: range.clone(), destination }));
            continue;
        };
        let told = Diagnostic::of(slip.code, message).at(place.span(slip.range));
        let title = help.clone();
        diagnostics.push(place.fixed(told.help(help), title, slip.edits));
    }
    spaced
}

/// A link with a space in its destination, which is a page or file of this site if it is anything: the site looks for what
/// was meant.
pub(super) struct SpacedLink {
    /// The link as it is written.
    pub(super) range: Range<usize>,
    /// Where its destination stands, and what it is.
    pub(super) destination: (Range<usize>, String),
}

/// Tells links without words, which nobody can see or hear.
fn empty_links(events: &[(Event<'_>, Range<usize>)], found: &mut Vec<TextSlip>) {
    for pair in events.windows(2) {
        if let [(Event::Start(Tag::Link { .. }), range), (Event::End(TagEnd::Link), _)] = pair {
            let said = Said::Words(message!("link-without-words"), message!("link-without-words-help"));
            found.push(TextSlip { code: Code::BrokenLink, range: range.clone(), said, edits: Vec::new() });
        }
    }
}

/// What is said of a slip.
enum Said {
    Words(Message, Message),
    /// Nothing here: the site knows more.
    Later,
}

/// Something that readers see as it is written.
struct TextSlip {
    code: Code,
    range: Range<usize>,
    said: Said,
    edits: Vec<(Range<usize>, String)>,
}

/// A block of words while it is looked at.
struct SlipFinder<'a> {
    text: &'a str,
    words: &'a [Range<usize>],
    end: usize,
    found: &'a mut Vec<TextSlip>,
    /// Up to where everything was told.
    done: usize,
}

fn block(text: &str, words: &[Range<usize>], found: &mut Vec<TextSlip>) {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
    let end = last.end.min(first.start + LONGEST_BLOCK);
    let end = (first.start..=end).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(first.start);
    let start = first.start;
    let mut finder = SlipFinder { text, words, end, found, done: start };
    let signs =
        text[start..end].char_indices().filter(|(_, c)| matches!(c, ']' | ')' | '}' | '@' | 'h' | 'w' | '!' | '<'));
    for (at, sign) in signs {
        let at = start + at;
        if at < finder.done || finder.found.len() >= MOST_TOLD || !finder.is_words(at) {
            continue;
        }
        match sign {
            ']' => finder.behind_words(at),
            ')' => finder.reversed(at),
            '}' => finder.braces(at),
            '@' => finder.entry(at),
            '!' => finder.picture(at),
            '<' | 'h' | 'w' => finder.bare(at),
            _ => {}
        }
    }
}

impl<'a> SlipFinder<'a> {
    fn is_words(&self, at: usize) -> bool {
        let after = self.words.partition_point(|part| part.start <= at);
        after > 0 && self.words[after - 1].contains(&at) && !self.text[..at].ends_with('\\')
    }

    fn rest(&self, at: usize) -> &'a str {
        &self.text[at.min(self.end)..self.end]
    }

    fn add(&mut self, range: Range<usize>, message: Message, help: Message, edits: Vec<(Range<usize>, String)>) {
        self.done = range.end;
        self.found.push(TextSlip { code: Code::BrokenLink, range, said: Said::Words(message, help), edits });
    }

    /// Where the bracket opens that closes there.
    fn opening(&self, sign: char, close: usize) -> Option<usize> {
        let from = self.words.first()?.start.max(self.done);
        let open = from + self.text.get(from..close)?.rfind(sign)?;
        (close - open < LONGEST && self.is_words(open) && open + 1 < close).then_some(open)
    }

    /// What stands behind `]`, where the library saw no link.
    fn behind_words(&mut self, close: usize) {
        let Some(open) = self.opening('[', close) else { return };
        let start = if self.text[..open].ends_with('!') { open - 1 } else { open };
        let behind = self.rest(close + 1);
        let words = &self.text[open..=close];
        let closer = behind.trim_start_matches(' ');
        let spaces = behind.len() - closer.len();
        if let Some(inner) = closer.strip_prefix('(').filter(|_| spaces > 0) {
            let Some(end) = inner.find(')').filter(|end| is_address(&inner[..*end])) else { return };
            let range = start..close + 1 + spaces + 1 + end + 1;
            let gap = close + 1..close + 1 + spaces;
            return self.add(range, message!("link-gap"), message!("link-gap-help"), vec![(gap, String::new())]);
        }
        if let Some(inner) = behind.strip_prefix('(') {
            return self.unread(start, close + 2, inner);
        }
        let Some(inner) = behind.strip_prefix('[') else { return };
        let Some(end) = inner.find(']').filter(|end| is_address(&inner[..*end])) else { return };
        let right = format!("{words}({})", &inner[..end]);
        let range = open..close + 2 + end + 1;
        let help = message!("write", text = &*right);
        self.add(range.clone(), message!("link-brackets"), help, vec![(range, right)]);
    }

    /// `[words](…` that is no link: its address has a space, or its bracket does not close.
    fn unread(&mut self, start: usize, at: usize, inner: &str) {
        let line = inner.split('\n').next().unwrap_or_default();
        let Some(end) = line.find(')') else {
            let address = line.split_whitespace().next().unwrap_or_default().trim_end_matches(['.', ',', ';']);
            if is_address(address) {
                let end = at + address.len();
                let edits = vec![(end..end, ")".to_owned())];
                self.add(start..end, message!("link-unclosed"), message!("link-unclosed-help"), edits);
            }
            return;
        };
        let address = line[..end].trim();
        let range = start..at + end + 1;
        let place = at..at + end;
        if let Some(inside) = address.strip_prefix('<').filter(|inside| !inside.contains('>')) {
            let help = message!("write", text = inside);
            return self.add(range, message!("link-unclosed-angle"), help, vec![(place, inside.to_owned())]);
        }
        if address.matches('"').count() % 2 == 1 {
            return self.add(range, message!("link-title-unclosed"), message!("link-title-unclosed-help"), Vec::new());
        }
        if !address.contains(' ') {
            return;
        }
        let Some(right) = spaceless(address) else {
            self.done = range.end;
            let edits = vec![(place, address.to_owned())];
            self.found.push(TextSlip { code: Code::BrokenLink, range, said: Said::Later, edits });
            return;
        };
        let help = message!("write", text = &*right);
        self.add(range, message!("link-with-space"), help, vec![(place, right)]);
    }

    /// `(words)[address]`.
    fn reversed(&mut self, close: usize) {
        let Some(inner) = self.rest(close + 1).strip_prefix('[') else { return };
        let Some(end) = inner.find(']').filter(|end| is_address(&inner[..*end])) else { return };
        let Some(open) = self.opening('(', close) else { return };
        let right = format!("[{}]({})", &self.text[open + 1..close], &inner[..end]);
        let range = open..close + 2 + end + 1;
        let help = message!("write", text = &*right);
        self.add(range.clone(), message!("link-reversed"), help, vec![(range, right)]);
    }

    /// `{words}(address)`.
    fn braces(&mut self, close: usize) {
        let Some(inner) = self.rest(close + 1).strip_prefix('(') else { return };
        let Some(end) = inner.find(')').filter(|end| is_address(&inner[..*end])) else { return };
        let Some(open) = self.opening('{', close) else { return };
        let right = format!("[{}]({})", &self.text[open + 1..close], &inner[..end]);
        let range = open..close + 2 + end + 1;
        let help = message!("write", text = &*right);
        self.add(range.clone(), message!("link-brackets"), help, vec![(range, right)]);
    }

    /// `@/folder/name` among words.
    fn entry(&mut self, at: usize) {
        let rest = self.rest(at);
        let before = self.text[..at].chars().next_back();
        if !rest.starts_with("@/") || before.is_some_and(char::is_alphanumeric) {
            return;
        }
        let name = word(rest);
        if name.len() > 2 {
            let range = at..at + name.len();
            let help = message!("entry-shown-help", name = name);
            self.add(range, message!("entry-shown", name = name), help, Vec::new());
        }
    }

    /// `!(picture.jpg)` and `![picture.jpg]`.
    fn picture(&mut self, at: usize) {
        let rest = self.rest(at + 1);
        let inner = rest.strip_prefix("[[").or_else(|| rest.strip_prefix(['(', '[']));
        let Some(inner) = inner else { return };
        let Some(end) = inner.find([')', ']']) else { return };
        let name = inner[..end].trim();
        let lower = name.to_lowercase();
        let behind = &inner[end + 1..];
        if name.contains(' ') || behind.starts_with('(') || !PICTURES.iter().any(|ending| lower.ends_with(ending)) {
            return;
        }
        let close = if behind.starts_with(']') { 2 } else { 1 };
        let range = at..self.end - behind.len() + close - 1;
        self.add(range, message!("picture-form"), message!("picture-form-help", name = name), Vec::new());
    }

    /// An address among words, which is no link.
    fn bare(&mut self, at: usize) {
        let angle = self.text[at..].starts_with('<');
        let start = at + usize::from(angle);
        let rest = self.rest(start);
        let scheme = ["https://", "http://"].iter().find(|scheme| rest.starts_with(**scheme));
        let before = self.text[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '.' | '@' | '-' | '=' | '"')) {
            return;
        }
        let address = word(rest);
        let named = address.len() > scheme.map_or(4, |scheme| scheme.len());
        if !named || scheme.is_none() && !rest.starts_with("www.") {
            return;
        }
        let full = if scheme.is_some() { address.to_owned() } else { format!("https://{address}") };
        let end = start + address.len();
        let close = usize::from(angle && self.rest(end).starts_with('>'));
        let right = format!("<{full}>");
        let range = at..end + close;
        let help = message!("address-bare-help", link = &*right);
        self.done = range.end;
        let message = message!("address-bare", address = address);
        let said = Said::Words(message, help);
        self.found.push(TextSlip { code: Code::MarkupShown, range: range.clone(), said, edits: vec![(range, right)] });
    }
}

/// The address that words start with, without the signs of the sentence behind it.
fn word(rest: &str) -> &str {
    let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '”' | '“' | '»' | '|' | '`' | '{' | ']');
    let whole = &rest[..rest.find(ends).unwrap_or(rest.len()).min(LONGEST.min(rest.len()))];
    let mut word = whole.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_']);
    while word.ends_with(')') && word.matches(')').count() > word.matches('(').count() {
        word = word[..word.len() - 1].trim_end_matches(['.', ',', ';', ':', '!', '?']);
    }
    word
}

/// Whether something in brackets can only be meant for an address.
fn is_address(words: &str) -> bool {
    const STARTS: &[&str] = &["@/", "/", "./", "../", "http://", "https://", "www.", "mailto:", "tel:"];
    let words = words.trim();
    if words.is_empty() || words.len() > LONGEST || words.contains(char::is_whitespace) {
        return false;
    }
    let ending = words.rsplit_once('.').map(|(_, ending)| ending.split('#').next().unwrap_or_default());
    let file = ending
        .is_some_and(|ending| (2..=4).contains(&ending.len()) && ending.chars().all(|c| c.is_ascii_alphanumeric()))
        && words.starts_with(char::is_alphabetic)
        && words.chars().any(char::is_alphabetic);
    let anchor = words.strip_prefix('#').is_some_and(|id| id.starts_with(char::is_alphabetic));
    STARTS.iter().any(|start| words.starts_with(start) && words.len() > start.len())
        || anchor
        || file
        || links::meant_address(words).is_some()
}

/// An address without spaces, where it is sure what was meant.
fn spaceless(address: &str) -> Option<String> {
    if address.starts_with("mailto:") || address.starts_with("tel:") {
        return Some(address.split_whitespace().collect());
    }
    if let Some(number) = address.strip_prefix("tel ") {
        return links::meant_address(number.trim());
    }
    let full = address.starts_with("http://") || address.starts_with("https://");
    (full && !address.contains('"')).then(|| address.split_whitespace().collect::<Vec<_>>().join("%20"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_known_by_its_form() {
        for address in ["@/a/b", "../b.md", "https://a.example", "www.a.example", "#besluiten", "foto.png", "b.md#x"] {
            assert!(is_address(address), "{address}");
        }
        for words in ["", "1", "zie noot", "bijlage", "3.5", "e.g", "@/"] {
            assert!(!is_address(words), "{words}");
        }
    }

    #[test]
    fn the_signs_of_a_sentence_are_no_part_of_an_address() {
        for (rest, address) in [
            ("https://a.example/b. Meer", "https://a.example/b"),
            ("https://a.example/b_(c)).", "https://a.example/b_(c)"),
            ("www.a.example, en", "www.a.example"),
            ("https://a.example/?x=1&y=2>", "https://a.example/?x=1&y=2"),
        ] {
            assert_eq!(word(rest), address);
        }
    }
}
