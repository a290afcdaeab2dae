//! Marks for what somebody still has to fill in: `[[fill-in address: street and place]]`. The words after the colon say
//! what is meant; the name before it lets a program fill in what it knows. Knows nothing of where a text stands.

use std::ops::Range;

/// How a mark starts, after its brackets.
const WORD: &str = "fill-in";

/// Bytes of the longest mark; what is not closed by then ends with its line.
const LONGEST: usize = 400;

/// A mark in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FillIn {
    /// Its bytes in the text, with the brackets.
    pub range: Range<usize>,
    /// What stands before the colon, such as `address`; may be empty.
    pub name: String,
    /// What is to be filled in, in the words of the mark; may be empty.
    pub words: String,
}

impl FillIn {
    /// What is to be filled in, in the best words that the mark has; empty where it has none.
    #[must_use]
    pub fn what(&self) -> &str {
        if self.words.is_empty() { &self.name } else { &self.words }
    }
}

/// The marks of a text in their order. One that is not closed ends with its line, so that half a mark is told too.
#[must_use]
pub fn fill_ins(text: &str) -> Vec<FillIn> {
    let mut found: Vec<FillIn> = Vec::new();
    for (at, _) in text.match_indices("[[") {
        let done = found.last().map_or(0, |last| last.range.end);
        if let Some(mark) = mark(text, at).filter(|_| at >= done) {
            found.push(mark);
        }
    }
    found
}

/// The mark that starts at a byte.
fn mark(text: &str, at: usize) -> Option<FillIn> {
    let inner = text[at..].trim_start_matches('[').trim_start_matches([' ', '\u{a0}']);
    // Whoever copies the mark by hand may write it in other letters.
    let rest =
        inner.get(WORD.len()..).filter(|_| inner[..WORD.len()].replace([' ', '_'], "-").eq_ignore_ascii_case(WORD))?;
    if rest.starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    let start = text.len() - rest.len();
    let limit = rest.char_indices().map(|(at, _)| at).find(|at| *at >= LONGEST).unwrap_or(rest.len());
    let closed = rest[..limit].find("]]");
    let end = closed.or_else(|| rest.find('\n')).unwrap_or(rest.len());
    let (name, words) = rest[..end].split_once(':').unwrap_or((&rest[..end], ""));
    Some(FillIn {
        range: at..start + end + if closed.is_some() { 2 } else { 0 },
        name: name.trim().to_lowercase(),
        words: words.split_whitespace().collect::<Vec<_>>().join(" "),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_with_their_name_and_words() {
        let text = "Write to [[fill-in email: e-mail\n address]], or [[fill-in]].";
        let found: Vec<_> =
            fill_ins(text).into_iter().map(|mark| (text[mark.range].to_owned(), mark.name, mark.words)).collect();
        assert_eq!(found[0], ("[[fill-in email: e-mail\n address]]".into(), "email".into(), "e-mail address".into()));
        assert_eq!(found[1], ("[[fill-in]]".into(), String::new(), String::new()));
    }

    #[test]
    fn marks_that_are_half_or_written_otherwise_are_marks() {
        for (text, mark) in [
            ("a [[fill-in name: x\nb", "[[fill-in name: x"),
            ("[[ Fill-in Name : x ]] b", "[[ Fill-in Name : x ]]"),
            ("[[fill in x]]", "[[fill in x]]"),
            ("[[[fill-in x]]]", "[[[fill-in x]]"),
        ] {
            let found = fill_ins(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(&text[found[0].range.clone()], mark);
        }
        for words in ["[[filling]]", "[[fill-ins]]", "[fill-in](x.md)", "[[x]]", "[[é]]", "[[fill-i", "[["] {
            assert!(fill_ins(words).is_empty(), "{words}");
        }
    }
}
