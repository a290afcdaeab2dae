//! Phrases found in running text: whole words by the boundaries of Unicode (UAX 29), in whatever case and spelling.
//! Knows nothing of what a phrase stands for. The only user of the search for many words at once.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

use aho_corasick::AhoCorasick;
use icu::segmenter::options::WordBreakInvariantOptions;
use icu::segmenter::{WordSegmenter, WordSegmenterBorrowed};

use super::fold;

/// Phrases to look for, built once and used from every thread.
pub struct Phrases {
    segmenter: WordSegmenterBorrowed<'static>,
    /// The first words of all phrases: a text without any of them need not be cut into words.
    starts: AhoCorasick,
    /// By their first word, the longest first.
    by_start: HashMap<String, Vec<Phrase>>,
}

impl fmt::Debug for Phrases {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Phrases").field("starts", &self.by_start.len()).finish_non_exhaustive()
    }
}

struct Phrase {
    words: Vec<String>,
    letters: usize,
    id: u32,
}

/// A word or what stands between two, folded, and its place.
type PhraseToken = (Range<usize>, String);

impl Phrases {
    /// Phrases with what each is known by. Of two that read the same the first counts; one without a letter or digit is
    /// left out. `None` when there is nothing to look for.
    #[must_use]
    pub fn new<'a>(phrases: impl IntoIterator<Item = (&'a str, u32)>) -> Option<Self> {
        let segmenter = WordSegmenter::new_auto(WordBreakInvariantOptions::default());
        let mut by_start: HashMap<String, Vec<Phrase>> = HashMap::new();
        let mut starts = Vec::new();
        for (text, id) in phrases {
            let words: Vec<String> = tokens(segmenter, text.trim()).into_iter().map(|(_, word)| word).collect();
            let letters = words.iter().map(|word| word.chars().count()).sum();
            let Some(first) = words.first().filter(|_| text.chars().any(char::is_alphanumeric)) else { continue };
            let same = by_start.entry(first.clone()).or_default();
            if same.is_empty() {
                starts.push(first.clone());
            }
            if !same.iter().any(|other| other.words == words) {
                same.push(Phrase { words, letters, id });
            }
        }
        let starts = AhoCorasick::new(&starts).ok().filter(|_| !starts.is_empty())?;
        Some(Self { segmenter, starts, by_start })
    }

    /// Where phrases stand in a text, in its order. Where two overlap, the longest counts, then the first.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<(Range<usize>, u32)> {
        if !self.starts.is_match(&fold(text)) {
            return Vec::new();
        }
        let tokens = tokens(self.segmenter, text);
        let mut found: Vec<(Reverse<usize>, Range<usize>, u32)> = Vec::new();
        for (at, (_, word)) in tokens.iter().enumerate() {
            for phrase in self.by_start.get(word).into_iter().flatten() {
                let here = tokens[at..].iter().map(|(_, word)| word);
                if tokens.len() - at >= phrase.words.len() && phrase.words.iter().eq(here.take(phrase.words.len())) {
                    found.push((Reverse(phrase.letters), at..at + phrase.words.len(), phrase.id));
                }
            }
        }
        found.sort_by_key(|(letters, at, _)| (*letters, at.start));
        let mut taken = vec![false; tokens.len()];
        found.retain(|(_, at, _)| {
            let free = !taken[at.clone()].contains(&true);
            if free {
                taken[at.clone()].fill(true);
            }
            free
        });
        found.sort_by_key(|(_, at, _)| at.start);
        let place = |at: Range<usize>| tokens[at.start].0.start..tokens[at.end - 1].0.end;
        found.into_iter().map(|(_, at, id)| (place(at), id)).collect()
    }
}

/// A text as words and what stands between them, folded. White space of any length is one space; what nobody sees is
/// left out.
fn tokens(segmenter: WordSegmenterBorrowed<'_>, text: &str) -> Vec<PhraseToken> {
    let ends: Vec<usize> = segmenter.segment_str(text).collect();
    let mut tokens: Vec<PhraseToken> = Vec::with_capacity(ends.len());
    for at in ends.windows(2).map(|ends| ends[0]..ends[1]) {
        let word = fold(&text[at.clone()]);
        let blank = word.chars().all(char::is_whitespace);
        match tokens.last_mut() {
            _ if word.is_empty() => {}
            Some((before, last)) if blank && last == " " => before.end = at.end,
            _ if blank => tokens.push((at, " ".to_owned())),
            _ => tokens.push((at, word)),
        }
    }
    tokens
}
