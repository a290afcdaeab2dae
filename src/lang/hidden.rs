//! Characters that nobody sees, that make a text look like another one, or that are none: controls of direction
//! (Unicode UTS 55, "Trojan Source"), format characters away from the scripts that need them, signs of damage.
//! Knows nothing of files and of what a text means.

use std::cell::{LazyCell, OnceCell};
use std::collections::BTreeSet;
use std::ops::Range;

use icu::properties::props::{
    BidiClass, DefaultIgnorableCodePoint, ExtendedPictographic, GeneralCategory, GeneralCategoryGroup, LineBreak,
    Script,
};
use icu::properties::{CodePointMapData, CodePointSetData};

use icu::normalizer::ComposingNormalizerBorrowed;

use super::text::truncate;
use crate::diagnostic::{Code, Diagnostic, Message};
use crate::message;

/// What is wrong with a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// It turns the order of what follows, over the end of what it belongs to.
    Turns,
    /// It isolates a text and is not closed on its line, or closes nothing.
    Unbalanced,
    /// It shows nothing at all, and is no part of how a language is written.
    Invisible,
    /// A control character, or a place of Unicode that is no character.
    NoText,
    /// A letter in one of the forms that only a drawn page has (Arabic presentation forms).
    Presentation,
    /// It stands for a character that was lost, or for one that only some fonts know.
    Unknown,
    /// It shows nothing, which is right in a long text and wrong in a name: nobody who types the name finds it.
    InName,
}

/// What a text is, for the question which characters may stand in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// A file or a long text.
    Body,
    /// What people search for and type: titles, labels, names, addresses.
    Name,
}

/// Every such character of a long text with its place. Joiners, marks of direction and places to break are fine.
#[must_use]
pub fn hidden(text: &str) -> Vec<(Range<usize>, Hidden)> {
    hidden_in(text, TextKind::Body)
}

/// Every such character of a text with its place.
#[must_use]
pub fn hidden_in(text: &str, kind: TextKind) -> Vec<(Range<usize>, Hidden)> {
    // Most texts have none of them.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\t' | b'\n' | b'\r')) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut open: Vec<Range<usize>> = Vec::new();
    let mut before = None;
    let mut flag_ends = 0;
    let categories = CodePointMapData::<GeneralCategory>::new();
    // Asked for marks of direction only, and once: it reads the whole text.
    let right_to_left = LazyCell::new(|| runs_right_to_left(text));
    for (at, c) in text.char_indices() {
        let place = at..at + c.len_utf8();
        match c {
            '\n' => found.extend(open.drain(..).map(|place| (place, Hidden::Unbalanced))),
            '\u{2066}'..='\u{2068}' => open.push(place),
            '\u{2069}' if open.pop().is_none() => found.push((place, Hidden::Unbalanced)),
            '\u{FEFF}' if at == 0 && kind == TextKind::Body => {}
            FLAG => flag_ends = place.end + flag_tags(&text[place.end..]),
            ' '..='~' | '\t' | '\r' | '\u{2069}' => {}
            _ if at < flag_ends => {}
            // Most characters are letters, and these ask one table.
            c if shows(categories.get(c)) && !is_filler(c) && !is_presentation(c) => {}
            c => {
                let around = Neighbours { before, after: text[place.end..].chars().next() };
                let hidden = around.judge(c).filter(|hidden| {
                    *hidden != Hidden::InName || (kind == TextKind::Name && !(is_mark(c) && *right_to_left))
                });
                found.extend(hidden.map(|hidden| (place, hidden)));
            }
        }
        before = Some(c);
    }
    found.extend(open.into_iter().map(|place| (place, Hidden::Unbalanced)));
    found.sort_by_key(|(place, _)| place.start);
    found
}

/// A hidden character of a value, which may stand in its file as an escape or entity.
#[derive(Debug)]
pub struct HiddenInValue {
    /// The character.
    pub character: char,
    /// What to tell, without its place.
    pub diagnostic: Diagnostic,
}

/// Which characters stand in a text as they are, and not only as escapes. They are gathered when somebody asks.
#[derive(Debug)]
pub struct SourceCharacters<'a> {
    text: &'a str,
    gathered: OnceCell<BTreeSet<char>>,
}

impl<'a> SourceCharacters<'a> {
    /// Those of a text.
    #[must_use]
    pub const fn of(text: &'a str) -> Self {
        Self { text, gathered: OnceCell::new() }
    }

    /// The text.
    #[must_use]
    pub const fn text(&self) -> &'a str {
        self.text
    }

    fn contains(&self, character: char) -> bool {
        let gather = || self.text.chars().filter(|c| !matches!(c, ' '..='~')).collect();
        self.gathered.get_or_init(gather).contains(&character)
    }
}

/// The hidden characters of a value, each once. What stands in `source` as it is, is told by the rule on sources, at its
/// very place; what counts in names only, that rule cannot know.
#[must_use]
pub fn hidden_in_value(value: &str, kind: TextKind, source: &SourceCharacters<'_>) -> Vec<HiddenInValue> {
    let found = hidden_in(value, kind);
    let (mut told, mut seen) = (Vec::new(), BTreeSet::new());
    for (place, hidden) in &found {
        let Some(character) = value[place.clone()].chars().next() else { continue };
        if seen.contains(&character) {
            continue;
        }
        let raw = source.contains(character);
        if raw && *hidden != Hidden::InName {
            continue;
        }
        seen.insert(character);
        let mut diagnostic = hidden.diagnostic(character);
        if *hidden == Hidden::InName {
            let clean = without(value, found.iter().filter(|(_, hidden)| *hidden == Hidden::InName));
            diagnostic = diagnostic.help(message!("name-hidden-write", text = truncate(&clean, SHOWN)));
        }
        if !raw {
            diagnostic = diagnostic.label(message!("becomes-label", code = code(character)));
        }
        told.push(HiddenInValue { character, diagnostic });
    }
    told
}

/// Characters of a value that a help line shows.
const SHOWN: usize = 80;

fn without<'f>(text: &str, places: impl Iterator<Item = &'f (Range<usize>, Hidden)>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (place, _) in places {
        out.push_str(&text[done..place.start]);
        done = place.end;
    }
    out.push_str(&text[done..]);
    out
}

/// Whether a text has nothing that anybody could see.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c == BLANK || c.is_control() || is_ignorable(c))
}

/// Forms of Arabic letters by their place in a word; ornaments and whole phrases in the same blocks are used in texts.
pub(super) fn is_presentation(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FD3D}' | '\u{FD50}'..='\u{FDF1}' | '\u{FE70}'..='\u{FEFC}')
}

/// The flag that tags make the flag of a region of.
const FLAG: char = '\u{1F3F4}';

/// The pattern of Braille without a dot.
const BLANK: char = '\u{2800}';

/// The length of the tags that make a flag of what stands before them (Unicode UTS 51, emoji tag sequences): three to six
/// letters or digits and an end. More would be a text that nobody sees.
fn flag_tags(rest: &str) -> usize {
    let letters =
        rest.chars().take_while(|c| matches!(c, '\u{E0030}'..='\u{E0039}' | '\u{E0061}'..='\u{E007A}')).count();
    let ends = rest.chars().nth(letters) == Some('\u{E007F}');
    // A tag has four bytes.
    if ends && (3..=6).contains(&letters) { (letters + 1) * 4 } else { 0 }
}

/// Letters and digits have a form of their own.
fn shows(category: GeneralCategory) -> bool {
    GeneralCategoryGroup::Letter.union(GeneralCategoryGroup::Number).contains(category)
}

/// Letters of Hangul that show nothing: they hold the place of one.
fn is_filler(c: char) -> bool {
    matches!(c, '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}')
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}')
}

fn is_ignorable(c: char) -> bool {
    CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c)
}

fn script(c: char) -> Script {
    CodePointMapData::<Script>::new().get(c)
}

fn runs_right_to_left(text: &str) -> bool {
    let class = CodePointMapData::<BidiClass>::new();
    text.chars().any(|c| {
        !c.is_ascii() && !is_mark(c) && matches!(class.get(c), BidiClass::RightToLeft | BidiClass::ArabicLetter)
    })
}

/// The characters beside one that is judged.
#[derive(Clone, Copy)]
struct Neighbours {
    before: Option<char>,
    after: Option<char>,
}

impl Neighbours {
    fn judge(self, c: char) -> Option<Hidden> {
        let unless = |fine: bool, hidden: Hidden| (!fine).then_some(hidden);
        match c {
            '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => Some(Hidden::NoText),
            // A place to break a word, or none.
            '\u{AD}' | '\u{034F}' | '\u{2060}' => Some(Hidden::InName),
            '\u{A0}'..='\u{2FF}' => None,
            '\u{202A}'..='\u{202E}' => Some(Hidden::Turns),
            '\u{200B}' => unless(self.any(is_unspaced), Hidden::InName),
            '\u{200C}' | '\u{200D}' => unless(self.any(may_join), Hidden::InName),
            c if is_mark(c) => Some(Hidden::InName),
            BLANK => unless(self.any(|c| script(c) == Script::Braille), Hidden::InName),
            '\u{FE00}'..='\u{FE0F}' => unless(self.before.is_some_and(may_vary), Hidden::Invisible),
            '\u{E0100}'..='\u{E01EF}' => unless(self.before_is(Script::Han), Hidden::Invisible),
            '\u{180B}'..='\u{180F}' => unless(self.any(|c| script(c) == Script::Mongolian), Hidden::Invisible),
            '\u{115F}' | '\u{1160}' => unless(self.any(is_jamo), Hidden::Invisible),
            '\u{17B4}' | '\u{17B5}' => unless(self.before_is(Script::Khmer), Hidden::Invisible),
            '\u{2028}' | '\u{2029}' => Some(Hidden::Invisible),
            '\u{FFF9}'..='\u{FFFC}' => Some(Hidden::NoText),
            '\u{FFFD}' => Some(Hidden::Unknown),
            c if is_presentation(c) => Some(Hidden::Presentation),
            c => by_properties(c),
        }
    }

    fn any(self, fits: impl Fn(char) -> bool) -> bool {
        self.before.into_iter().chain(self.after).any(fits)
    }

    fn before_is(self, wanted: Script) -> bool {
        self.before.is_some_and(|before| script(before) == wanted)
    }
}

fn by_properties(c: char) -> Option<Hidden> {
    if u32::from(c) & 0xFFFE == 0xFFFE || matches!(c, '\u{FDD0}'..='\u{FDEF}') {
        return Some(Hidden::NoText);
    }
    if is_ignorable(c) {
        return Some(Hidden::Invisible);
    }
    let category = CodePointMapData::<GeneralCategory>::new().get(c);
    matches!(category, GeneralCategory::PrivateUse | GeneralCategory::Unassigned).then_some(Hidden::Unknown)
}

/// Whether a letter is of a script without spaces, in which a zero-width space parts words.
fn is_unspaced(c: char) -> bool {
    CodePointMapData::<LineBreak>::new().get(c) == LineBreak::ComplexContext
}

/// Whether joiners change how a letter or sign looks, so that languages are written with them.
fn may_join(c: char) -> bool {
    if c.is_ascii() {
        return false;
    }
    let plain = [Script::Latin, Script::Greek, Script::Cyrillic, Script::Common, Script::Inherited];
    CodePointSetData::new::<ExtendedPictographic>().contains(c)
        || matches!(c, '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}')
        || !plain.contains(&script(c))
}

/// Whether a variation selector may stand behind a character: each selects for one base.
fn may_vary(c: char) -> bool {
    matches!(c, '0'..='9' | '#' | '*') || !(c.is_ascii() || is_ignorable(c))
}

fn is_jamo(c: char) -> bool {
    script(c) == Script::Hangul && !matches!(c, '\u{115F}' | '\u{1160}')
}

impl Hidden {
    /// What stands in the place of such a character of a text once it is mended. `None` where a person has to say what was
    /// meant.
    #[must_use]
    pub fn mended(self, text: &str, place: Range<usize>) -> Option<String> {
        let c = text.get(place.clone())?.chars().next()?;
        match self {
            // Word processors end lines with these: words on both sides stay apart.
            Self::Turns | Self::Invisible | Self::NoText | Self::InName if c.is_whitespace() || c == '\u{B}' => {
                let beside = [text[..place.start].chars().next_back(), text[place.end..].chars().next()];
                let apart = beside.iter().all(|c| c.is_some_and(|c| !c.is_whitespace()));
                Some(if apart { " ".to_owned() } else { String::new() })
            }
            Self::Turns | Self::Invisible | Self::NoText | Self::InName => Some(String::new()),
            // The letter that the form is of (Unicode, compatibility mapping); signs that stand for whole phrases are no letters.
            Self::Presentation => {
                let letters =
                    ComposingNormalizerBorrowed::new_nfkc().normalize(c.encode_utf8(&mut [0; 4])).into_owned();
                let plain =
                    letters.chars().count() <= 4 && letters.chars().all(|c| c.is_alphabetic() && !is_presentation(c));
                plain.then_some(letters)
            }
            Self::Unbalanced | Self::Unknown => None,
        }
    }

    /// What is wrong with a character that stands somewhere, and how to mend it.
    #[must_use]
    pub fn diagnostic(self, c: char) -> Diagnostic {
        let shown = called(c);
        let error = |message: Message, help: Message| Diagnostic::error(Code::BidiHidden, message).help(help);
        match self {
            Self::Turns => error(message!("hidden-turns", sign = shown), message!("sign-turns-help")),
            Self::Unbalanced => error(message!("hidden-unbalanced", sign = shown), message!("sign-unbalanced-help")),
            Self::Invisible => error(message!("sign-invisible", sign = shown), message!("sign-remove-help")),
            Self::NoText => error(message!("hidden-no-text", sign = shown), message!("sign-remove-help")),
            Self::Presentation => {
                let message = message!("sign-presentation", sign = c, code = code(c));
                Diagnostic::warning(Code::PresentationForms, message).help(message!("sign-presentation-help"))
            }
            Self::Unknown => {
                let message = message!("sign-unknown", sign = shown);
                Diagnostic::warning(Code::CharacterUnknown, message).help(message!("sign-unknown-help"))
            }
            Self::InName => {
                let message = message!("sign-in-name", sign = shown);
                Diagnostic::warning(Code::NameHidden, message).help(message!("sign-in-name-help"))
            }
        }
    }
}

/// What a character is called in messages.
fn called(c: char) -> Message {
    let code = code(c);
    match c {
        '\u{AD}' => message!("sign-soft-hyphen", code = code),
        '\u{200B}' => message!("sign-zero-width", code = code),
        '\u{2060}' => message!("sign-word-joiner", code = code),
        '\u{200C}' | '\u{200D}' => message!("sign-joiner", code = code),
        '\u{200E}' | '\u{200F}' | '\u{061C}' => message!("sign-direction", code = code),
        '\u{FFFD}' => message!("sign-lost", code = code),
        _ => message!("a-character", code = code),
    }
}

fn code(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}
