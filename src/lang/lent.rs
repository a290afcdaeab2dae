//! Marks around words that are lent from another language, so that whoever writes them out says which: words go through
//! templates, which join and cut them, and no template can forget it. Knows nothing of how an output says it.

use std::borrow::Cow;

use super::Lang;

/// Around lent words: three of Unicode's code points for internal use, which no source may hold.
const START: char = '\u{fdd2}';
const WORDS: char = '\u{fdd3}';
const END: char = '\u{fdd4}';

/// Marks are not looked for deeper in each other: words hold a title, which holds no more.
const DEEPEST: usize = 8;

/// A piece of a text with marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LentPiece<'a> {
    /// As it is.
    Plain(&'a str),
    /// Lent words begin.
    Start(Lang),
    /// Lent words end.
    End,
}

impl Lang {
    /// Whether its readers need to be told that words are in `other`: not where a tag says only more of the same language.
    #[must_use]
    pub fn borrows(&self, other: &Self) -> bool {
        self != other && !self.parents().contains(other)
    }
}

/// `text`, which is in `lang`, for a reader of `reader`: with marks where that is another language.
#[must_use]
pub fn lent<'a>(text: &'a str, lang: &Lang, reader: &Lang) -> Cow<'a, str> {
    if lang == reader || !text.chars().any(char::is_alphabetic) || !reader.borrows(lang) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(format!("{START}{lang}{WORDS}{text}{END}"))
}

/// Whether a text has marks, or pieces of them.
#[must_use]
pub fn has_marks(text: &str) -> bool {
    text.contains(is_mark)
}

/// The text without marks, for outputs that cannot say a language.
#[must_use]
pub fn without_marks(text: &str) -> Cow<'_, str> {
    if !has_marks(text) {
        return Cow::Borrowed(text);
    }
    let plain = pieces(text).into_iter().filter_map(|piece| match piece {
        LentPiece::Plain(text) => Some(text),
        LentPiece::Start(_) | LentPiece::End => None,
    });
    Cow::Owned(plain.collect())
}

/// The text with marks that say the direction too (`en:ltr`), for layouts of prints, which look nothing up. Words in words
/// are not marked again.
#[must_use]
pub fn marked_for_layouts(text: &str) -> Cow<'_, str> {
    if !has_marks(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut open = 0_usize;
    for piece in pieces(text) {
        match piece {
            LentPiece::Plain(text) => out.push_str(text),
            LentPiece::Start(lang) => {
                open += 1;
                if open == 1 {
                    out.push_str(&format!("{START}{}:{}{WORDS}", lang.language(), lang.direction().as_str()));
                }
            }
            LentPiece::End => {
                open -= 1;
                out.extend((open == 0).then_some(END));
            }
        }
    }
    Cow::Owned(out)
}

/// The pieces of a text. What a template has cut in two loses its mark; ends that have no start are dropped, and what is
/// open at the end is ended there.
#[must_use]
pub fn pieces(text: &str) -> Vec<LentPiece<'_>> {
    let mut found = Vec::new();
    let mut open = 0;
    let mut rest = text;
    while let Some(at) = rest.find(is_mark) {
        if at > 0 {
            found.push(LentPiece::Plain(&rest[..at]));
        }
        let mark = rest[at..].chars().next().unwrap_or(END);
        rest = &rest[at + mark.len_utf8()..];
        if mark == START {
            let Some((tag, behind)) = rest.split_once(WORDS).filter(|(tag, _)| !tag.contains(is_mark)) else {
                continue;
            };
            rest = behind;
            if let Some(lang) = Lang::parse(tag).filter(|_| open < DEEPEST) {
                found.push(LentPiece::Start(lang));
                open += 1;
            }
        } else if mark == END && open > 0 {
            found.push(LentPiece::End);
            open -= 1;
        }
    }
    if !rest.is_empty() {
        found.push(LentPiece::Plain(rest));
    }
    found.extend(std::iter::repeat_n(LentPiece::End, open));
    found
}

fn is_mark(c: char) -> bool {
    matches!(c, START | WORDS | END)
}
