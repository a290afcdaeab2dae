//! Plain text in any script: addresses, word counts, shortening, normal forms.
//! Knows of no particular language: what comes out depends on the characters alone.

use std::borrow::Cow;

use icu::casemap::CaseMapper;
use icu::normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use icu::properties::props::{DefaultIgnorableCodePoint, GeneralCategory, GeneralCategoryGroup};
use icu::properties::{CodePointMapData, CodePointSetData};
use icu::segmenter::GraphemeClusterSegmenter;

/// Makes the part of an address or the id of a heading: lower case, letters, marks and digits of every script kept,
/// everything else one `-`. May be empty, when the text has no letter or digit at all.
#[must_use]
pub fn slug(text: &str) -> String {
    let lower = lower(text);
    let mut out = String::with_capacity(lower.len());
    // Whether the last character written can carry a mark; one on a `-` would be seen on the `-`.
    let mut in_word = false;
    for c in nfc(&lower).chars() {
        match SlugRole::of(c) {
            SlugRole::Mark if !in_word => {}
            SlugRole::Letter | SlugRole::Mark => {
                if !in_word && !out.is_empty() {
                    out.push('-');
                }
                out.push(c);
                in_word = true;
            }
            SlugRole::Invisible => {}
            SlugRole::Other => in_word = false,
        }
    }
    out
}

/// Counts words: runs between white space (or the Ethiopic wordspace) that hold a letter or digit.
#[must_use]
pub fn words(text: &str) -> usize {
    text.split(is_space).filter(|run| run.chars().any(is_letter_or_digit)).count()
}

/// Whether a character is a letter, a mark that belongs to one, or a digit. The table of the library is read in one step;
/// those of the standard library are searched.
fn is_letter_or_digit(c: char) -> bool {
    const PARTS: [GeneralCategoryGroup; 3] =
        [GeneralCategoryGroup::Letter, GeneralCategoryGroup::Mark, GeneralCategoryGroup::Number];
    let is = |category| PARTS.iter().any(|part| part.contains(category));
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { is(CodePointMapData::<GeneralCategory>::new().get(c)) }
}

/// Shortens to at most `chars` characters, the `…` among them: after a whole word, or where that would cost more than
/// two thirds, between two characters as a reader sees them. A text that fits is left as it is.
#[must_use]
pub fn truncate(text: &str, chars: usize) -> String {
    if text.char_indices().nth(chars).is_none() {
        return text.to_owned();
    }
    let Some((end, next)) = chars.checked_sub(1).and_then(|last| text.char_indices().nth(last)) else {
        return String::new();
    };
    let word = if is_space(next) { Some(end) } else { text[..end].rfind(is_space) };
    let cut = word.filter(|at| at * 3 >= end).unwrap_or_else(|| grapheme_before(text, end));
    let head = text[..cut].trim_end_matches(|c| is_space(c) || TRAILING.contains(&c));
    format!("{head}…")
}

/// Normalisation form C, the form of everything that is compared or published.
#[must_use]
pub fn nfc(text: &str) -> Cow<'_, str> {
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

/// Puts a text between marks that keep it from changing the order of what stands around it, for plain texts and
/// attributes, where no element can do it (Unicode UAX 9, FSI and PDI).
#[must_use]
pub fn isolate(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

/// What two spellings of a word have in common, for finding what people typed; not for showing. Case and width go
/// (NFKD, full case folding), and so do vowel signs and accents of Arabic and Latin letters, stretched letters and
/// joiners; the dotted and the dotless i are one, letters that Arabic and Persian write differently are one, digits
/// are those of ASCII, the Ethiopic wordspace is a space. Marks of other scripts stay: there they make another letter.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd();
    let folded = CaseMapper::new().fold_string(&decomposed.normalize(text)).into_owned();
    let mut out = String::with_capacity(folded.len());
    let mut strips = false;
    for c in decomposed.normalize(&folded).chars() {
        let role = SlugRole::of(c);
        let mark = matches!(role, SlugRole::Mark);
        if matches!(role, SlugRole::Letter | SlugRole::Other) {
            strips = c.is_ascii_alphabetic() || matches!(c, '\u{0620}'..='\u{06FF}' | 'ı');
        }
        match c {
            'ı' => out.push('i'),
            '\u{0640}' => {}
            'ى' | 'ی' => out.push('ي'),
            'ک' => out.push('ك'),
            'ة' | 'ہ' => out.push('ه'),
            '\u{0660}'..='\u{0669}' => out.extend(digit(c, 0x0660)),
            '\u{06F0}'..='\u{06F9}' => out.extend(digit(c, 0x06F0)),
            '\u{1361}' => out.push(' '),
            _ if mark && strips => {}
            _ if matches!(role, SlugRole::Invisible) => {}
            c => out.push(c),
        }
    }
    nfc(&out).into_owned()
}

/// Whether a character is a part of a word.
#[must_use]
pub fn is_word(c: char) -> bool {
    matches!(SlugRole::of(c), SlugRole::Letter | SlugRole::Mark)
}

/// The value of a decimal digit of any script.
#[must_use]
pub fn digit_value(c: char) -> Option<u8> {
    let zero = DIGIT_ZEROS.iter().copied().find(|zero| (*zero..=*zero + 9).contains(&u32::from(c)))?;
    u8::try_from(u32::from(c) - zero).ok()
}

/// The zeros of the scripts that write numbers by place, each with its nine other digits behind it (Unicode, `Nd`).
const DIGIT_ZEROS: [u32; 19] = [
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0xF20,
    0x1040, 0x17E0, 0xFF10,
];

fn digit(c: char, zero: u32) -> Option<char> {
    char::from_digit(u32::from(c) - zero, 10)
}

/// What a `…` should not stand behind.
const TRAILING: [char; 17] = [',', ';', ':', '.', '-', '–', '—', '(', '[', '“', '«', '،', '؛', '፣', '፤', '፥', '፦'];

/// What a character does in an address.
enum SlugRole {
    Letter,
    Mark,
    Invisible,
    Other,
}

impl SlugRole {
    fn of(c: char) -> Self {
        if c.is_ascii() {
            return if c.is_ascii_alphanumeric() { Self::Letter } else { Self::Other };
        }
        let category = CodePointMapData::<GeneralCategory>::new().get(c);
        // Joiners, bidi marks, soft hyphens, variation selectors: they part no words and nobody can type them.
        if category == GeneralCategory::Format || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c) {
            return Self::Invisible;
        }
        match category {
            category if GeneralCategoryGroup::Mark.contains(category) => Self::Mark,
            category if GeneralCategoryGroup::Letter.contains(category) => Self::Letter,
            category if GeneralCategoryGroup::Number.contains(category) => Self::Letter,
            _ => Self::Other,
        }
    }
}

/// Lower case without a trace of any language: `I` is `i` and so is `İ`, which would else leave a loose dot.
fn lower(text: &str) -> String {
    nfc(text).replace('İ', "i").to_lowercase()
}

/// White space, and the Ethiopic punctuation that stands between words without any.
fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1361}'..='\u{1368}').contains(&c)
}

/// The last place at or before `end` where a reader sees two characters, not one.
fn grapheme_before(text: &str, end: usize) -> usize {
    GraphemeClusterSegmenter::new().segment_str(text).take_while(|at| *at <= end).last().unwrap_or(0)
}
