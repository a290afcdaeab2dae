//! What the value of a field means for the readers of one language: labels instead of ids, entries instead of names.
//! The only place that makes it. Knows nothing of who may see a field (`site/public` does) and how an output writes it.

#![deny(clippy::wildcard_enum_match_arm)]

use std::sync::Arc;

use jiff::civil::{Date, DateTime};

use super::parties::Party;
use super::register::{OutcomeRecord, RecordId};
use super::{Assets, Doc, Entries, Entry};
use crate::data::Term;
use crate::document::tree::Tree;
use crate::lang::Lang;
use crate::schema::deadline::{Deadline, Period, PeriodUnit};
use crate::schema::{self, CONFIDENTIALITIES, Field, FieldValue, Kind, Money, PartyRules};
use crate::settings::{LICENCES, LocalizedText, Located};

/// A value that can be shown. What has no form here, such as a consent, cannot reach an output.
#[derive(Clone, Debug)]
pub enum Resolved<'a> {
    /// Plain text.
    Text(&'a str),
    /// An address on the web.
    Url(&'a str),
    /// An e-mail address.
    Email(&'a str),
    /// A telephone number.
    Phone(&'a str),
    /// Text with markup.
    Rich(RichText<'a>),
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// An amount in a currency.
    Money(Money),
    /// A day.
    Date(Date),
    /// A day and time.
    DateTime(DateTime),
    /// By when something should be done.
    Deadline(DeadlineValue<'a>),
    /// One of some choices.
    Choice(ChosenValue<'a>),
    /// A term of a taxonomy.
    Term(TermValue<'a>),
    /// A language.
    Language(&'a Lang),
    /// A licence.
    Licence(LicenceValue),
    /// Another entry.
    Entry(&'a Entry),
    /// Other entries.
    Entries(Vec<&'a Entry>),
    /// Outcomes that came before or after.
    Outcomes(&'a [RecordId]),
    /// A file beside the entry.
    File(FileValue<'a>),
    /// A picture beside the entry.
    Picture(PictureValue<'a>),
    /// How much of the entry may be public, as its word in front matter.
    Confidentiality(&'static str),
    /// Many values.
    List(Vec<Resolved<'a>>),
    /// Named parts, in the order in which they are declared.
    Group(Vec<(&'a Field, Resolved<'a>)>),
}

/// A label and the language it is in.
#[derive(Clone, Copy, Debug)]
pub struct Label<'a> {
    /// The words.
    pub text: &'a str,
    /// Their language; that of the reader for a label that is the same in all.
    pub lang: &'a Lang,
}

/// Text with markup.
#[derive(Clone, Copy, Debug)]
pub struct RichText<'a> {
    /// The text.
    pub tree: &'a Tree,
    /// The document that it stands in, for its links.
    pub doc: &'a Doc,
    /// Where it starts in the file of that document.
    pub at: u32,
}

/// One of some choices.
#[derive(Clone, Copy, Debug)]
pub struct ChosenValue<'a> {
    /// The same in all languages.
    pub id: &'a Arc<str>,
    /// What it is called; none where no language says so.
    pub label: Option<Label<'a>>,
}

/// By when something should be done.
#[derive(Clone, Copy, Debug)]
pub struct DeadlineValue<'a> {
    /// As it was said.
    pub deadline: Deadline,
    /// The last day on which it is not late: of the period, or of the next meeting.
    pub day: Option<Date>,
    /// The next meeting, where it says so and there is one.
    pub meeting: Option<&'a Entry>,
}

impl DeadlineValue<'_> {
    /// As a machine reads it (ISO 8601): a day, a month or a year; the last day of other periods.
    #[must_use]
    pub fn iso(&self) -> Option<String> {
        match self.deadline {
            Deadline::Period(Period { unit: unit @ (PeriodUnit::Month(_) | PeriodUnit::Year(_)), .. }) => {
                Some(Deadline::from(unit).to_string())
            }
            Deadline::Period(_) | Deadline::NextMeeting | Deadline::Ongoing | Deadline::Unknown => {
                self.day.map(|day| day.to_string())
            }
        }
    }
}

/// A term of a taxonomy.
#[derive(Clone, Copy, Debug)]
pub struct TermValue<'a> {
    /// The taxonomy.
    pub taxonomy: &'a str,
    /// The term.
    pub term: &'a Term,
    /// What it is called; none where no language says so.
    pub label: Option<Label<'a>>,
}

/// A licence.
#[derive(Clone, Copy, Debug)]
pub struct LicenceValue {
    /// Its SPDX identifier.
    pub id: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// Where its text stands; empty where it has none.
    pub url: &'static str,
}

/// A file beside an entry.
#[derive(Clone, Debug)]
pub struct FileValue<'a> {
    /// As the field names it.
    pub name: &'a str,
    /// Its path in the sources.
    pub source: &'a Arc<str>,
    /// Its size; none for a picture, of which other sizes are published.
    pub bytes: Option<u64>,
}

/// A picture beside an entry.
#[derive(Clone, Debug)]
pub struct PictureValue<'a> {
    /// The file.
    pub file: FileValue<'a>,
    /// Words for people who do not see it.
    pub alt: Option<&'a Arc<str>>,
}

impl Entries {
    /// A label for a reader: in the language itself, else in the first of its fallbacks that has one, else in any.
    #[must_use]
    pub fn label<'a>(&self, texts: &'a LocalizedText, lang: &'a Lang) -> Option<Label<'a>> {
        if let Some(text) = texts.exact(lang) {
            return Some(Label { text, lang });
        }
        let (found, text) = texts.get_with_lang(lang, &self.config.chain(lang))?;
        Some(Label { text, lang: found.unwrap_or(lang) })
    }
}

/// Where a value stands and who reads it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Resolver<'a> {
    pub(super) entries: &'a Entries,
    /// Files beside entries, where they are known already.
    pub(super) assets: Option<&'a Assets>,
    /// The language of the reader.
    pub(super) lang: &'a Lang,
    /// The document that holds the value.
    pub(super) doc: &'a Doc,
    /// The entry that the document is of.
    pub(super) entry: Option<&'a Entry>,
    /// The outcome that has it as an attribute.
    pub(super) record: Option<&'a OutcomeRecord>,
}

impl<'a> Resolver<'a> {
    /// What a value means; nothing where what it refers to is not there, and for what is for editors only.
    pub(super) fn value(&self, field: &'a Field, value: &'a FieldValue) -> Option<Resolved<'a>> {
        if !field.is_shown() {
            return None;
        }
        match &field.kind {
            Kind::Text => value.as_text().map(|text| Resolved::Text(text)),
            Kind::Url => value.as_text().map(|text| Resolved::Url(text)),
            Kind::Email => value.as_text().map(|text| Resolved::Email(text)),
            Kind::Phone => value.as_text().map(|text| Resolved::Phone(text)),
            Kind::Markdown => self.rich(value),
            Kind::Bool => value.as_bool().map(Resolved::Bool),
            Kind::Integer => value.as_integer().map(Resolved::Integer),
            Kind::Money => value.as_money().map(Resolved::Money),
            Kind::Date => value.as_date().map(Resolved::Date),
            Kind::DateTime => value.as_date_time().map(Resolved::DateTime),
            Kind::Deadline(_) => self.deadline(value),
            Kind::Choice(choices) => self.choice(choices, value),
            Kind::List(item) => self.list(item, value),
            Kind::Group(fields) => self.group(fields, value),
            Kind::Ref(targets) => self.entry(targets, value),
            Kind::Refs(targets) => self.entries(targets, value),
            Kind::Party(rules) => self.parties(rules, value),
            Kind::Term(taxonomy) => self.term(taxonomy, value),
            Kind::Language => value.as_language().map(Resolved::Language),
            Kind::Licence => value.as_licence().map(|id| Resolved::Licence(licence(id))),
            Kind::File => Some(Resolved::File(self.file(value)?)),
            Kind::Image => Some(Resolved::Picture(PictureValue { file: self.file(value)?, alt: None })),
            Kind::Confidentiality => confidentiality(value),
            Kind::Outcome(_) => self.chain(field),
            // It is kept for those who publish, and says nothing to those who read.
            Kind::Consent => None,
        }
    }

    /// The outcomes that an attribute leads to, in either direction.
    pub(super) fn chain(&self, field: &Field) -> Option<Resolved<'a>> {
        let chained = matches!(field.kind, Kind::Outcome(_)) && field.is_shown();
        let record = self.record.filter(|_| chained)?;
        record.chains.get(&field.name).map(|ids| Resolved::Outcomes(ids))
    }

    fn label(&self, texts: &'a LocalizedText) -> Option<Label<'a>> {
        self.entries.label(texts, self.lang)
    }

    fn rich(&self, value: &'a FieldValue) -> Option<Resolved<'a>> {
        let FieldValue::Markdown(text) = value else { return None };
        let at = text.span.range.start;
        Some(Resolved::Rich(RichText { tree: self.doc.meta.rich.get(&at)?, doc: self.doc, at }))
    }

    fn deadline(&self, value: &FieldValue) -> Option<Resolved<'a>> {
        let FieldValue::Deadline(deadline) = value else { return None };
        let meeting = match deadline {
            Deadline::NextMeeting => self.entry.and_then(|entry| self.entries.next_meeting(entry)),
            Deadline::Period(_) | Deadline::Ongoing | Deadline::Unknown => None,
        };
        let day = deadline.last().or_else(|| self.entries.date(meeting?));
        Some(Resolved::Deadline(DeadlineValue { deadline: *deadline, day, meeting }))
    }

    fn choice(&self, choices: &'a [(Arc<str>, LocalizedText)], value: &'a FieldValue) -> Option<Resolved<'a>> {
        let FieldValue::Choice(id) = value else { return None };
        let known = choices.iter().find(|(known, _)| known == id);
        Some(Resolved::Choice(ChosenValue { id, label: known.and_then(|(_, label)| self.label(label)) }))
    }

    fn list(&self, item: &'a Field, value: &'a FieldValue) -> Option<Resolved<'a>> {
        let FieldValue::List(values) = value else { return None };
        some(values.iter().filter_map(|value| self.value(item, value))).map(Resolved::List)
    }

    fn group(&self, fields: &'a [Field], value: &'a FieldValue) -> Option<Resolved<'a>> {
        let FieldValue::Group(parts) = value else { return None };
        if value.is_without_consent(self.entries.clock) {
            return None;
        }
        let alt = schema::alt(parts);
        let resolved = fields.iter().filter_map(|field| {
            let (_, value) = parts.iter().find(|(name, _)| *name == field.name)?;
            Some((field, with_words(self.value(field, value)?, alt)))
        });
        some(resolved).map(Resolved::Group)
    }

    fn entry(&self, targets: &'a [Arc<str>], value: &'a FieldValue) -> Option<Resolved<'a>> {
        let FieldValue::Ref(name) = value else { return None };
        self.entries.refer(&name.value, targets).map(Resolved::Entry)
    }

    fn entries(&self, targets: &'a [Arc<str>], value: &'a FieldValue) -> Option<Resolved<'a>> {
        let FieldValue::Refs(names) = value else { return None };
        let known = |name: &Located<Arc<str>>| self.entries.refer(&name.value, targets);
        some(names.iter().filter_map(known)).map(Resolved::Entries)
    }

    /// Parties are a list of what each of them is. What was refused was told, and shows nowhere.
    fn parties(&self, rules: &'a PartyRules, value: &'a FieldValue) -> Option<Resolved<'a>> {
        let FieldValue::Parties(texts) = value else { return None };
        let lang = self.entry.map_or(self.lang, |entry| &entry.source_lang);
        let parties = texts.iter().flat_map(|text| self.entries.parties(rules, &text.value, lang));
        let resolved = parties.filter_map(|party| match party.who {
            Party::Entry(entry) => Some(Resolved::Entry(entry)),
            Party::Role(taxonomy, term) => {
                Some(Resolved::Term(TermValue { taxonomy, term, label: self.label(&term.label) }))
            }
            Party::Text => Some(Resolved::Text(party.text)),
            Party::Ambiguous(_) | Party::Hidden(_) | Party::Refused(_) => None,
        });
        some(resolved).map(Resolved::List)
    }

    fn term(&self, taxonomy: &'a Arc<str>, value: &'a FieldValue) -> Option<Resolved<'a>> {
        let FieldValue::Term(id) = value else { return None };
        let term = self.entries.data.term(taxonomy, &id.value)?;
        Some(Resolved::Term(TermValue { taxonomy, term, label: self.label(&term.label) }))
    }

    fn file(&self, value: &'a FieldValue) -> Option<FileValue<'a>> {
        let FieldValue::File(path) = value else { return None };
        let (source, asset) = self.assets?.get_key_value(self.doc.beside(&path.value).as_str())?;
        let bytes = (!self.entries.pictures.contains_key(source)).then_some(asset.bytes);
        Some(FileValue { name: &path.value, source, bytes })
    }
}

/// All items, where there is one. A list of which nothing may be seen is no list: an empty one would tell that something
/// is hidden there.
fn some<T>(items: impl Iterator<Item = T>) -> Option<Vec<T>> {
    let items: Vec<T> = items.collect();
    (!items.is_empty()).then_some(items)
}

/// The words of a picture stand beside it in its group.
fn with_words<'a>(value: Resolved<'a>, alt: Option<&'a Arc<str>>) -> Resolved<'a> {
    if let Resolved::Picture(picture) = value { Resolved::Picture(PictureValue { alt, ..picture }) } else { value }
}

fn licence(id: &'static str) -> LicenceValue {
    let (_, label, url) = LICENCES.iter().find(|(known, ..)| *known == id).copied().unwrap_or((id, id, ""));
    LicenceValue { id, label, url }
}

fn confidentiality(value: &FieldValue) -> Option<Resolved<'_>> {
    let FieldValue::Confidentiality(own) = value else { return None };
    let known = CONFIDENTIALITIES.iter().find(|(_, known)| known == own);
    known.map(|(word, _)| Resolved::Confidentiality(word))
}
