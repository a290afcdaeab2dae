//! The words of languages for deadlines: those that the program brings along, and those that a type declares. Knows
//! nothing of how a text is read with them.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::reader::{DateMeaning, DeadlineReader, FoundDeadline};
use super::{Deadline, DeadlineFault, PeriodUnit};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::lang::{DateWords, Lang};
use crate::message;
use crate::schema::{Field, Kind, Type};
use crate::settings::{self, Located, Settings};
use crate::yaml::{self, Node, Value};

/// The words of the program. They are data: each is a key of [`MEANINGS`], a language and a list.
const WORDS: &str = include_str!("words.yaml");

/// What words can be declared for.
const MEANINGS: [(&str, DateMeaning); 9] = [
    ("next-meeting", DateMeaning::Deadline(Deadline::NextMeeting)),
    ("ongoing", DateMeaning::Deadline(Deadline::Ongoing)),
    ("unknown", DateMeaning::Deadline(Deadline::Unknown)),
    ("quarter-1", DateMeaning::Quarter(1)),
    ("quarter-2", DateMeaning::Quarter(2)),
    ("quarter-3", DateMeaning::Quarter(3)),
    ("quarter-4", DateMeaning::Quarter(4)),
    ("by", DateMeaning::By),
    ("in", DateMeaning::Idle),
];

/// How deadlines of a field are read.
#[derive(Clone, Debug)]
pub struct DeadlineRules {
    /// By the language of the text.
    readers: Arc<BTreeMap<Lang, DeadlineReader>>,
    /// The field of the type that names the meeting before, by which the next one is found.
    pub follows: Option<Located<Arc<str>>>,
}

impl DeadlineRules {
    /// Reads a deadline as a text of that language writes it, or as EDTF. Where it names no year, it is the first such day
    /// after `meeting`.
    ///
    /// # Errors
    /// Says why it is none, or which two days it may be.
    pub fn read(&self, text: &str, lang: &Lang, meeting: Option<Date>) -> Result<Deadline, DeadlineFault> {
        match self.readers.get(lang) {
            Some(reader) => reader.read(text, meeting),
            None => DeadlineReader::default().read(text, meeting),
        }
    }

    /// The one deadline in a sentence of that language; none where there is none, or more than one.
    #[must_use]
    pub fn find(&self, sentence: &str, lang: &Lang, meeting: Option<Date>) -> Option<FoundDeadline> {
        self.readers.get(lang)?.find(sentence, meeting)
    }
}

/// Reads the settings of a field of kind `deadline`: `words` and `follows`.
pub(in crate::schema) fn parse(settings: &mut Settings<'_>, languages: &[Lang]) -> DeadlineRules {
    let follows = settings.string("follows");
    let mut phrases = usual_phrases(languages);
    for (lang, phrase, meaning) in declared(settings, languages) {
        let of = |other: &&Lang| **other == lang || other.parents().contains(&lang);
        for lang in languages.iter().filter(of) {
            phrases.entry(lang.clone()).or_default().push((phrase.clone(), meaning));
        }
    }
    DeadlineRules { readers: Arc::new(readers(languages, phrases)), follows }
}

/// Readers of some languages, with the words that the program brings along.
pub(in crate::schema) fn usual_readers(languages: &[Lang]) -> BTreeMap<Lang, DeadlineReader> {
    readers(languages, usual_phrases(languages))
}

fn readers(languages: &[Lang], mut phrases: DatePhrases) -> BTreeMap<Lang, DeadlineReader> {
    let reader = |lang: &Lang, own| DeadlineReader::new(&DateWords::new(lang), own);
    languages.iter().map(|lang| (lang.clone(), reader(lang, phrases.remove(lang).unwrap_or_default()))).collect()
}

/// Phrases and what they mean, by their language.
type DatePhrases = BTreeMap<Lang, Vec<(String, DateMeaning)>>;

fn usual_phrases(languages: &[Lang]) -> DatePhrases {
    let mut phrases = DatePhrases::new();
    for (tag, phrase, meaning) in carried() {
        // The words of a language serve its regions too.
        let of = |lang: &&Lang| lang.as_str().split('-').next() == Some(tag.as_str());
        for lang in languages.iter().filter(of) {
            phrases.entry(lang.clone()).or_default().push((phrase.clone(), meaning));
        }
    }
    phrases
}

/// The words of the program, with the tag of their language.
fn carried() -> Vec<(String, String, DateMeaning)> {
    let mut unused = Diagnostics::default();
    let node = yaml::parse_map(WORDS, &Arc::from("words.yaml"), &mut unused);
    let mut found = Vec::new();
    for (key, texts) in node.iter().flat_map(|node| node.map().unwrap_or_default()) {
        let meaning = MEANINGS.iter().find(|(word, _)| *word == key.name).map(|(_, meaning)| *meaning);
        let Some(meaning) = meaning else { continue };
        for (lang, words) in texts.map().unwrap_or_default() {
            found.extend(list(words).map(|word| (lang.name.clone(), word.to_owned(), meaning)));
        }
    }
    found
}

/// The words under `words` of a field.
fn declared(settings: &mut Settings<'_>, languages: &[Lang]) -> Vec<(Lang, String, DateMeaning)> {
    let mut found = Vec::new();
    for (key, texts) in settings.entries("words") {
        let Some((_, meaning)) = MEANINGS.iter().find(|(word, _)| *word == key.name) else {
            let known: Vec<&str> = MEANINGS.iter().map(|(word, _)| *word).collect();
            let message = message!("deadline-words-unknown", known = known.as_slice(), name = &*key.name);
            settings.wrong(&key.span, message);
            continue;
        };
        if texts.map().is_none() {
            settings.wrong(&texts.span, message!("deadline-words-form"));
        }
        for (tag, words) in texts.map().unwrap_or_default() {
            if let Some(lang) = settings::word_language(tag, languages, settings.diagnostics()) {
                found.extend(list(words).map(|word| (lang.clone(), word.to_owned(), *meaning)));
            }
        }
    }
    found
}

/// One word or a list of them.
fn list(node: &Node) -> impl Iterator<Item = &str> {
    let items = if let Value::List(items) = &node.value { items.as_slice() } else { std::slice::from_ref(node) };
    items.iter().filter_map(Node::text)
}

impl Type {
    /// Reports deadlines whose `follows` names no relation to an earlier entry of the same type.
    pub(in crate::schema) fn check_follows(&self, settings: &mut Settings<'_>) {
        for field in self.outcomes.iter().flatten().chain(&self.fields) {
            let Kind::Deadline(rules) = &field.kind else { continue };
            let Some(follows) = &rules.follows else { continue };
            let relation = self.field(&follows.value).filter(|field| self.is_own_relation(field));
            if relation.is_none() {
                let message = message!("follows-unknown", name = &*follows.value);
                let known = self.fields.iter().filter(|field| self.is_own_relation(field)).map(|field| &*field.name);
                let wrong = Diagnostic::error(Code::SchemaInvalid, message);
                settings.diagnostics().push(wrong.at(follows.span.clone()).suggest(&follows.value, known));
            }
        }
    }

    /// The field that names the entries of this type that came before: the one that a deadline declares, else the only one
    /// that can be it.
    #[must_use]
    pub fn follows_field(&self) -> Option<&Field> {
        let declared = self.outcomes.iter().flatten().chain(&self.fields).find_map(|field| match &field.kind {
            Kind::Deadline(rules) => rules.follows.as_ref(),
            _ => None,
        });
        if let Some(declared) = declared {
            return self.field(&declared.value).filter(|field| self.is_own_relation(field));
        }
        let mut own = self.fields.iter().filter(|field| self.is_own_relation(field));
        own.next().filter(|_| own.next().is_none())
    }

    fn is_own_relation(&self, field: &Field) -> bool {
        !field.system && field.is_shown() && matches!(field.targets(), [one] if *one == self.name)
    }
}

impl DateMeaning {
    /// The period of that meaning in a year, where it has one.
    pub(super) fn in_year(self, year: i16) -> Option<PeriodUnit> {
        let part = |number| super::YearPart { year, number };
        match self {
            Self::Month(number) => Some(PeriodUnit::Month(part(number))),
            Self::Quarter(number) => Some(PeriodUnit::Quarter(part(number))),
            Self::By | Self::Idle | Self::Deadline(_) => None,
        }
    }
}
