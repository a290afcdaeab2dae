//! The words of a text as an index keeps them and as a reader types them, in any script. A script in the browser cuts
//! what was typed in the same way (`search.js` of the theme). Knows of no particular language.

use super::text::{fold, is_word};

/// Letters that a word keeps at least when its article goes.
const STEM: usize = 3;

/// The Arabic article, alone and with what is written as one word with it, folded.
const ARTICLES: [&str; 6] = ["وال", "بال", "كال", "فال", "ال", "لل"];

/// The words of a text, folded, in their order.
#[must_use]
pub fn tokens(text: &str) -> Vec<String> {
    fold(text).split(|c| !is_word(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Another form under which a folded word is found too: an Ethiopic word by its consonants, since its endings change
/// the vowels of the letters; an Arabic word without its article.
#[must_use]
pub fn other_form(word: &str) -> Option<String> {
    let other = match word.chars().next()? {
        '\u{1200}'..='\u{135A}' => word.chars().map(consonant).collect(),
        '\u{0620}'..='\u{064A}' => {
            let stem = ARTICLES.iter().find_map(|article| word.strip_prefix(article))?;
            stem.chars().nth(STEM - 1)?;
            stem.to_owned()
        }
        _ => return None,
    };
    (other != word).then_some(other)
}

/// The first letter of the row of an Ethiopic letter: a row has eight letters, one for each vowel.
fn consonant(c: char) -> char {
    match c {
        '\u{1200}'..='\u{135A}' => char::from_u32(u32::from(c) & !7).unwrap_or(c),
        c => c,
    }
}
