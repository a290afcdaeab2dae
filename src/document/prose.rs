//! What a reader reads in a piece of HTML, block by block, and where in the HTML it stands: for whoever puts links into
//! it. Knows nothing of what is looked for.

use std::ops::Range;

use super::html::{Hole, Html, HtmlPart};

/// Elements within a line of text; all others end it.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp",
    "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
];

/// Elements whose text may not become a link: links, headings and code.
const SHUT: &[&str] = &["a", "code", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "pre", "samp", "var"];

/// References to characters that the program writes, and those of the sanitiser.
const REFERENCES: &[(&str, &str)] = &[
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&#x27;", "'"),
    ("&nbsp;", "\u{a0}"),
];

/// The text of a block, without markup.
#[derive(Debug, Default)]
pub struct Passage {
    /// What a reader reads.
    pub text: String,
    pieces: Vec<PassagePiece>,
}

/// A piece of a passage that stands in the HTML as it is, or a reference to a character.
#[derive(Debug)]
struct PassagePiece {
    /// Where it starts in the passage.
    at: usize,
    /// Where it stands in the HTML, which is counted with the bodies of components in it.
    html: Range<usize>,
    /// The stretch without tags that it is a part of; `None` where no link may stand.
    run: Option<usize>,
}

impl Passage {
    /// Where a part of the text stands in the HTML, counted with the bodies of components in it. `None` where there is
    /// markup inside, or where no link may stand.
    #[must_use]
    pub fn place(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let inside = |at: usize| self.pieces.partition_point(|piece| piece.at <= at).checked_sub(1);
        let (first, last) = (inside(range.start)?, inside(range.end.checked_sub(1)?)?);
        let run = self.pieces[first].run?;
        if self.pieces[first..=last].iter().any(|piece| piece.run != Some(run)) {
            return None;
        }
        let ends_piece = self.pieces.get(last + 1).map_or(self.text.len(), |next| next.at) == range.end;
        let (first, last) = (&self.pieces[first], &self.pieces[last]);
        let end = if ends_piece { last.html.end } else { last.html.start + range.end - last.at };
        Some(first.html.start + range.start - first.at..end)
    }
}

/// All text of a piece of HTML. Bodies of components are read, their arguments are not.
#[must_use]
pub fn passages(html: &Html) -> Vec<Passage> {
    let mut walk = PassageWalk { at: 0, run: 0, shut: 0, spot: WalkState::Text, passages: vec![Passage::default()] };
    walk.html(html);
    walk.passages.retain(|passage| !passage.text.is_empty());
    walk.passages
}

/// Where the walk stands.
#[derive(Clone, Copy, PartialEq)]
enum WalkState {
    Text,
    Tag,
    /// In a value of a tag, with the quote that ends it.
    Value(u8),
}

struct PassageWalk {
    /// Bytes of HTML that were read.
    at: usize,
    run: usize,
    /// Open elements that no link may stand in.
    shut: usize,
    spot: WalkState,
    passages: Vec<Passage>,
}

impl PassageWalk {
    fn html(&mut self, html: &Html) {
        for part in html.parts() {
            match part {
                HtmlPart::Text(text) => self.part(text),
                HtmlPart::Hole(Hole::Component(component)) => {
                    self.end_passage();
                    self.html(&component.body);
                    self.end_passage();
                }
                HtmlPart::Hole(_) if self.spot == WalkState::Text => self.end_passage(),
                HtmlPart::Hole(_) => {}
            }
        }
    }

    fn part(&mut self, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            let length = match self.spot {
                WalkState::Text if rest.starts_with('<') => self.open_tag(rest),
                WalkState::Text => self.words(rest),
                WalkState::Tag | WalkState::Value(_) => self.in_tag(rest),
            };
            self.at += length;
            rest = &rest[length..];
        }
    }

    /// Reads to the end of a tag, over quoted values.
    fn in_tag(&mut self, text: &str) -> usize {
        for (at, byte) in text.bytes().enumerate() {
            self.spot = match (self.spot, byte) {
                (WalkState::Tag, b'>') => {
                    self.spot = WalkState::Text;
                    return at + 1;
                }
                (WalkState::Tag, b'"' | b'\'') => WalkState::Value(byte),
                (WalkState::Value(quote), byte) if quote == byte => WalkState::Tag,
                (spot, _) => spot,
            };
        }
        text.len()
    }

    /// Reads the name of a tag.
    fn open_tag(&mut self, text: &str) -> usize {
        let closes = text[1..].starts_with('/');
        let start = 1 + usize::from(closes);
        let length = text[start..].bytes().take_while(u8::is_ascii_alphanumeric).count();
        let name = &text[start..start + length];
        self.spot = WalkState::Tag;
        self.run += 1;
        if !INLINE.contains(&name) {
            self.end_passage();
        }
        if SHUT.contains(&name) {
            self.shut = if closes { self.shut.saturating_sub(1) } else { self.shut + 1 };
        }
        start + length
    }

    /// Reads text to the next tag or reference, or one reference.
    fn words(&mut self, text: &str) -> usize {
        let reference = REFERENCES.iter().find(|(reference, _)| text.starts_with(reference));
        let (shown, length) = match reference {
            Some((reference, character)) => (*character, reference.len()),
            None => {
                let next = text.bytes().skip(1).position(|byte| matches!(byte, b'<' | b'&'));
                let end = next.map_or(text.len(), |at| at + 1);
                (&text[..end], end)
            }
        };
        let run = (self.shut == 0).then_some(self.run);
        let html = self.at..self.at + length;
        if let Some(passage) = self.passages.last_mut() {
            passage.pieces.push(PassagePiece { at: passage.text.len(), html, run });
            passage.text.push_str(shown);
        }
        length
    }

    fn end_passage(&mut self) {
        self.run += 1;
        self.passages.push(Passage::default());
    }
}
