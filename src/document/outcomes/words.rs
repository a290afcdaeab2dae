//! Words that open an outcome, such as `ACTION:` or `**Actiepunt** 3:`. They are declared, per language. Knows nothing of
//! blocks.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::lang;
use crate::schema::OutcomeKind;

/// Words of the longest phrase.
const MOST_WORDS: usize = 5;

/// Bytes of a line that are looked at.
const LONGEST: usize = 160;

/// Words that open an outcome, in a line.
pub(super) struct Opening<'a> {
    pub(super) kind: &'a Arc<OutcomeKind>,
    /// The byte of the line at which they end.
    pub(super) end: usize,
}

/// The words of a language, as they are compared.
#[derive(Clone, Debug, Default)]
pub(super) struct Openers {
    phrases: BTreeMap<String, Arc<OutcomeKind>>,
}

impl Openers {
    pub(super) fn add(&mut self, word: &str, kind: &Arc<OutcomeKind>) {
        let folded = folded(word);
        if !folded.is_empty() {
            self.phrases.entry(folded).or_insert_with(|| Arc::clone(kind));
        }
    }

    /// The kind of the outcome that a line opens. A word in running text opens none: a colon or a dash follows it, or it
    /// stands in bold by itself; a number or initials may come between.
    pub(super) fn opened(&self, line: &str) -> Option<&Arc<OutcomeKind>> {
        self.opening(line).map(|opening| opening.kind)
    }

    /// What a line opens, and where the words that do so end.
    pub(super) fn opening(&self, line: &str) -> Option<Opening<'_>> {
        if self.phrases.is_empty() {
            return None;
        }
        let end = line.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|end| *end <= LONGEST).last()?;
        let line = &line[..end];
        let words = line.trim_start_matches(is_markup);
        let bold = line.starts_with("**") || line.starts_with("__");
        phrase_ends(words).rev().find_map(|end| {
            let kind = self.phrases.get(&folded(&words[..end]))?;
            let end_in_line = line.len() - words.len() + end;
            is_opening(&words[end..], bold).then_some(Opening { kind, end: end_in_line })
        })
    }

    /// The kind whose words these are, and nothing else, such as those of a heading.
    pub(super) fn named(&self, words: &str) -> Option<&Arc<OutcomeKind>> {
        self.phrases.get(&folded(words))
    }
}

/// A text as words are compared: without case, accents, markup and signs at its edges.
pub(super) fn folded(text: &str) -> String {
    let edges = |c: char| !c.is_alphanumeric();
    lang::fold(text).trim_matches(edges).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_markup(c: char) -> bool {
    matches!(c, '*' | '_')
}

/// Where the first words of a line end, the first word first.
fn phrase_ends(line: &str) -> impl DoubleEndedIterator<Item = usize> {
    let mut ends = Vec::new();
    let mut inside = false;
    for (at, c) in line.char_indices() {
        let is_word = c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '\u{200c}');
        if inside && !is_word {
            ends.push(at);
            if ends.len() == MOST_WORDS || c != ' ' {
                return ends.into_iter();
            }
        }
        inside = is_word;
    }
    if inside {
        ends.push(line.len());
    }
    ends.into_iter()
}

/// Whether what follows a word says that it opens something. `bold` tells that the line starts in bold.
fn is_opening(behind: &str, bold: bool) -> bool {
    if bold && (behind.starts_with("**") || behind.starts_with("__")) {
        return true;
    }
    let numbered = behind.trim_start_matches([' ', '#']);
    let named = numbered.len() < behind.len();
    let rest =
        numbered.trim_start_matches(|c: char| c.is_numeric() || c.is_uppercase() || matches!(c, '.' | '/' | '-'));
    let length = numbered.len() - rest.len();
    let has_number = named && (1..=12).contains(&length) && numbered.chars().any(char::is_alphanumeric);
    is_sign(behind) || has_number && (is_sign(rest) || bold && rest.starts_with("**")) || is_given(behind)
}

/// Words between the one that opens and its colon, which say whose it is.
const MOST_GIVEN: usize = 4;

/// Whether somebody is named before a colon, as in `Action for X. Y.: …`: the last of a few words is a name.
fn is_given(behind: &str) -> bool {
    let Some((words, _)) = behind.split_once(": ") else { return false };
    let mut names = words.split(' ').filter(|word| !word.is_empty());
    words.starts_with(' ')
        && (2..=MOST_GIVEN).contains(&names.clone().count())
        && names.next_back().is_some_and(|word| word.starts_with(|c: char| c == '@' || c.is_uppercase()))
}

/// Whether a colon or a dash comes next, behind the end of bold at most.
fn is_sign(text: &str) -> bool {
    let text = text.trim_start_matches(is_markup);
    let spaced = text.trim_start_matches(' ');
    let dash = spaced.len() < text.len() && spaced.starts_with(['–', '—', '-']) && !spaced.starts_with("--");
    spaced.starts_with([':', '：', '︰']) || dash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_a_number_or_bold_makes_a_word_an_opening_one() {
        for (behind, bold) in [
            (": x", false),
            (" : x", false),
            ("**: x", true),
            ("** x", true),
            (" 3: x", false),
            (" XY: x", false),
            (" – x", false),
            (" 12 - x", false),
            (":** x", true),
            (" for X. Y.: x", false),
            (" for @x: x", false),
        ] {
            assert!(is_opening(behind, bold), "{behind}");
        }
        for (behind, bold) in [
            (" is x", false),
            ("", false),
            (" 3 dagen: x", false),
            ("en: x", false),
            ("-x", false),
            (" wij: x", false),
            (" is needed: x", false),
            (" one two three four Five: x", false),
        ] {
            assert!(!is_opening(behind, bold), "{behind}");
        }
    }

    #[test]
    fn the_first_words_of_a_line_are_tried_as_a_phrase() {
        assert_eq!(phrase_ends("action item: x").collect::<Vec<_>>(), [6, 11]);
        assert_eq!(phrase_ends("AP3").collect::<Vec<_>>(), [3]);
        assert_eq!(folded("**Actie-punt**:"), folded("actie-punt"));
    }
}
