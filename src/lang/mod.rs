//! Languages: tags, dates, numbers, lists, sorting and the strings of the interface; ICU and Fluent live here only.
//! Knows nothing of content, templates or configuration, and reads no files.

use crate::diagnostic::MessageArgument;

mod bidi;
mod date_words;
mod escapes;
mod fill_in;
mod forms;
mod hidden;
mod lent;
pub mod lint;
mod locale;
mod messages;
mod parents;
mod phrases;
mod pseudo;
mod scripts;
mod strings;
mod text;
mod tokens;

#[cfg(test)]
mod tests;

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use icu::locale::{Direction as IcuDirection, LocaleCanonicalizer, LocaleDirectionality};

pub use bidi::{isolate_numbers, numbers, without_isolates};
pub use date_words::{DateWords, NumberOrder};
pub use escapes::{Escape, EscapeSyntax, escapes, unescaped};
pub use fill_in::{FillIn, fill_ins};
pub use forms::{FormPiece, MessageForm, MessageForms, message_forms};
pub use hidden::{Hidden, HiddenInValue, SourceCharacters, TextKind, hidden, hidden_in, hidden_in_value, is_blank};
pub use lent::{LentPiece, has_marks, lent, marked_for_layouts, pieces, without_marks};
pub use locale::{DateForm, DateStyle, Digits, Formats, Locale, SecondCalendar};
pub use messages::{MessageLines, message_lines};
pub use parents::{chain_of, with_parents};
pub use phrases::Phrases;
pub use pseudo::Pseudo;
pub use scripts::script_name;
pub use strings::{Arg, StringFailure, StringFile, Strings, Text};
pub use text::{digit_value, fold, is_word, isolate, nfc, slug, truncate, words};
pub use tokens::{other_form, tokens};

/// A language, named by its canonical BCP 47 tag (`nl`, `fa-AF`, `zh-Hans`). Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(Arc<str>);

/// The direction of a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of the `dir` attribute.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

impl Lang {
    /// Reads a tag and makes it canonical: `NLD` is `nl`, `prs` is `fa-AF`. Parts for private use (`nl-x-easy`) stay;
    /// extensions (`-u-…`) are refused: they say how to write numbers and dates, which settings do.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        if !looks_like_tag(tag) {
            return None;
        }
        let mut locale = icu::locale::Locale::try_from_str(tag).ok()?;
        LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
        (!locale.id.language.is_unknown()).then(|| Self(locale.to_string().into()))
    }

    /// The canonical tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The direction of the script named in the tag, else of the script that the language is most likely written in.
    #[must_use]
    pub fn direction(&self) -> Direction {
        let rtl = self.icu().and_then(|locale| LocaleDirectionality::new_extended().get(&locale.id))
            == Some(IcuDirection::RightToLeft);
        if rtl { Direction::Rtl } else { Direction::Ltr }
    }

    /// What its speakers call the language. A region is ignored where it makes no difference, a script never is.
    #[must_use]
    pub fn autonym(&self) -> Option<&'static str> {
        let mut tag = self.plain();
        loop {
            if let Some((_, name)) = AUTONYMS.iter().find(|(known, _)| *known == tag) {
                return Some(name);
            }
            let (shorter, dropped) = tag.rsplit_once('-')?;
            if is_script(dropped) {
                return None;
            }
            tag = shorter;
        }
    }

    /// The language among those that a tag or word stands for: the same language with another region, or the one whose own
    /// name starts so.
    #[must_use]
    pub fn meant<'l>(word: &str, known: &'l [Self]) -> Option<&'l Self> {
        let read = Self::parse(&word.replace('_', "-"));
        let same = |lang: &&Self| read.as_ref().is_some_and(|read| read.language() == lang.language());
        let word = fold(word);
        // Two letters start the names of too many languages.
        let starts = |lang: &&Self| lang.autonym().is_some_and(|name| fold(name).starts_with(&word));
        known.iter().find(same).or_else(|| known.iter().find(starts).filter(|_| word.chars().count() > 2))
    }

    /// The first subtag: the language without script and region.
    fn language(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    fn icu(&self) -> Option<icu::locale::Locale> {
        icu::locale::Locale::try_from_str(&self.0).ok()
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&Lang> for MessageArgument {
    fn from(lang: &Lang) -> Self {
        lang.as_str().into()
    }
}

impl Borrow<str> for Lang {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// Whether a part of a file name has the shape of a language tag: two or three letters, then optional subtags, and
/// behind an `x` some for private use.
/// Looks at the shape only, so that a file in a language nobody declared is reported and not taken for another name.
#[must_use]
pub fn looks_like_tag(part: &str) -> bool {
    let private = part.as_bytes().windows(3).position(|three| three.eq_ignore_ascii_case(b"-x-"));
    let (public, private) = private.map_or((part, None), |at| (&part[..at], part.get(at + 3..)));
    let mut subtags = public.split('-');
    let language = subtags.next().unwrap_or_default();
    let fits =
        |subtag: &str, least| (least..=8).contains(&subtag.len()) && subtag.bytes().all(|b| b.is_ascii_alphanumeric());
    matches!(language.len(), 2..=3)
        && language.bytes().all(|b| b.is_ascii_alphabetic())
        && part.len() <= 35
        && subtags.all(|subtag| fits(subtag, 2))
        && private.is_none_or(|private| private.split('-').all(|subtag| fits(subtag, 1)))
}

fn is_script(subtag: &str) -> bool {
    subtag.len() == 4 && subtag.bytes().all(|b| b.is_ascii_alphabetic())
}

/// Names of languages in themselves. A table of our own, because ICU4X still counts its names as unstable and lacks
/// some of the languages that matter here; their case is that of running text.
const AUTONYMS: &[(&str, &str)] = &[
    ("aa", "Qafar"),
    ("af", "Afrikaans"),
    ("am", "አማርኛ"),
    ("ar", "العربية"),
    ("az", "azərbaycan"),
    ("be", "беларуская"),
    ("bg", "български"),
    ("bn", "বাংলা"),
    ("br", "brezhoneg"),
    ("bs", "bosanski"),
    ("ca", "català"),
    ("ckb", "کوردیی ناوەندی"),
    ("cs", "čeština"),
    ("cy", "Cymraeg"),
    ("da", "dansk"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "español"),
    ("et", "eesti"),
    ("eu", "euskara"),
    ("fa", "فارسی"),
    ("fa-AF", "دری"),
    ("fi", "suomi"),
    ("fil", "Filipino"),
    ("fo", "føroyskt"),
    ("fr", "français"),
    ("fy", "Frysk"),
    ("ga", "Gaeilge"),
    ("gd", "Gàidhlig"),
    ("gl", "galego"),
    ("gu", "ગુજરાતી"),
    ("ha", "Hausa"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("hr", "hrvatski"),
    ("hu", "magyar"),
    ("hy", "հայերեն"),
    ("id", "Bahasa Indonesia"),
    ("ig", "Igbo"),
    ("is", "íslenska"),
    ("it", "italiano"),
    ("ja", "日本語"),
    ("ka", "ქართული"),
    ("kk", "қазақ тілі"),
    ("km", "ខ្មែរ"),
    ("kn", "ಕನ್ನಡ"),
    ("ko", "한국어"),
    ("ku", "kurdî"),
    ("ky", "кыргызча"),
    ("lb", "Lëtzebuergesch"),
    ("ln", "lingála"),
    ("lo", "ລາວ"),
    ("lt", "lietuvių"),
    ("lv", "latviešu"),
    ("mk", "македонски"),
    ("ml", "മലയാളം"),
    ("mn", "монгол"),
    ("mr", "मराठी"),
    ("ms", "Bahasa Melayu"),
    ("mt", "Malti"),
    ("my", "မြန်မာ"),
    ("nb", "norsk bokmål"),
    ("ne", "नेपाली"),
    ("nl", "Nederlands"),
    ("nn", "norsk nynorsk"),
    ("no", "norsk"),
    ("oc", "occitan"),
    ("om", "Afaan Oromoo"),
    ("pa", "ਪੰਜਾਬੀ"),
    ("pap", "Papiamentu"),
    ("pl", "polski"),
    ("ps", "پښتو"),
    ("pt", "português"),
    ("rm", "rumantsch"),
    ("ro", "română"),
    ("ru", "русский"),
    ("rw", "Kinyarwanda"),
    ("se", "davvisámegiella"),
    ("si", "සිංහල"),
    ("sk", "slovenčina"),
    ("sl", "slovenščina"),
    ("so", "Soomaali"),
    ("sq", "shqip"),
    ("sr", "српски"),
    ("sr-Latn", "srpski"),
    ("sv", "svenska"),
    ("sw", "Kiswahili"),
    ("ta", "தமிழ்"),
    ("te", "తెలుగు"),
    ("tg", "тоҷикӣ"),
    ("th", "ไทย"),
    ("ti", "ትግርኛ"),
    ("tk", "türkmen dili"),
    ("tr", "Türkçe"),
    ("ug", "ئۇيغۇرچە"),
    ("uk", "українська"),
    ("ur", "اردو"),
    ("uz", "o‘zbek"),
    ("vi", "Tiếng Việt"),
    ("wo", "Wolof"),
    ("xh", "isiXhosa"),
    ("yo", "Yorùbá"),
    ("zh", "中文"),
    ("zh-Hans", "简体中文"),
    ("zh-Hant", "繁體中文"),
    ("zu", "isiZulu"),
];
