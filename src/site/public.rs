//! The one door to what readers may see: fields of entries and outcomes, without what is for editors only, what the
//! confidentiality of an entry keeps back, and what stands in a draft. Outputs reach values by no other way.
//! Knows nothing of how an output writes them.

use std::sync::Arc;

use super::register::{OutcomeRecord, RecordId};
use super::value::{Resolved, Resolver};
use super::{Assets, Doc, Entries, Entry, LocalizedDoc, MergedOutcome, Site};
use crate::document::outcomes::{Outcome, Vote};
use crate::lang::Lang;
use crate::schema::{Field, FieldValue, Kind};

/// A field that readers may see, with what it means to them.
#[derive(Clone, Debug)]
pub struct PublicField<'a> {
    /// Its declaration.
    pub field: &'a Field,
    /// Its value.
    pub value: Resolved<'a>,
    /// Whether it is a text that the language of the reader should have of its own, and has not.
    pub borrowed: bool,
    /// Whether it is an attribute of an outcome that its entry says and the outcome does not.
    pub inherited: bool,
}

/// Who reads which entry. Files are known once they have an owner; steps before that sort and part by no file.
#[derive(Clone, Copy)]
struct Door<'a> {
    entries: &'a Entries,
    assets: Option<&'a Assets>,
    entry: &'a Entry,
    shown: LocalizedDoc<'a>,
    lang: &'a Lang,
}

impl<'a> Door<'a> {
    fn new(entries: &'a Entries, entry: &'a Entry, lang: &'a Lang) -> Self {
        Self { entries, assets: None, entry, shown: entries.localized_doc(entry, lang), lang }
    }

    fn resolver(self, doc: &'a Doc) -> Resolver<'a> {
        Resolver {
            entries: self.entries,
            assets: self.assets,
            lang: self.lang,
            doc,
            entry: Some(self.entry),
            record: None,
        }
    }

    fn field(self, field: &'a Field) -> Option<PublicField<'a>> {
        if !field.is_public(self.entry.confidentiality) {
            return None;
        }
        let (value, doc) = held(self.entry, self.shown, field)?;
        if self.entries.lacks_consent(self.entry, doc, &field.name) {
            return None;
        }
        let borrowed = field.translated && !(self.shown.lang == self.lang && std::ptr::eq(doc, self.shown.doc));
        let value = self.resolver(doc).value(field, value)?;
        Some(PublicField { field, value, borrowed, inherited: false })
    }

    /// An attribute. Chains are known for both ends, so they do not hang on what the outcome says itself.
    fn attribute(
        self,
        outcome: &'a Outcome,
        record: Option<&'a OutcomeRecord>,
        field: &'a Field,
    ) -> Option<PublicField<'a>> {
        if !field.is_public(self.entry.confidentiality) {
            return None;
        }
        let resolver = Resolver { record, ..self.resolver(&self.entry.source) };
        let value = match outcome.source_attribute(&field.name) {
            Some(value) => resolver.value(field, value)?,
            None => match resolver.chain(field) {
                Some(chain) => chain,
                None => return self.inherited(field),
            },
        };
        Some(PublicField { field, value, borrowed: false, inherited: false })
    }

    /// What an outcome does not say itself and its entry does.
    fn inherited(self, field: &'a Field) -> Option<PublicField<'a>> {
        let from = self.entry.type_.field(field.inherited()?)?;
        // Of several values nobody knows which one is meant. Those that readers do not see count too, so that one is
        // not taken for the only one.
        let (own, _) = held(self.entry, self.shown, from)?;
        if own.count() > 1 {
            return None;
        }
        let value = as_attribute(self.field(from)?.value, field)?;
        Some(PublicField { field, value, borrowed: false, inherited: true })
    }
}

impl Site {
    fn door<'a>(&'a self, entry: &'a Entry, lang: &'a Lang) -> Door<'a> {
        Door { assets: Some(&self.assets), ..Door::new(&self.entries, entry, lang) }
    }

    /// The fields of an entry for a reader, in the order of its type: of the document that is shown where it has them,
    /// else of the source. Those that the program itself reads, such as the title, are not among them.
    pub fn public_fields<'a>(
        &'a self,
        entry: &'a Entry,
        lang: &'a Lang,
    ) -> impl Iterator<Item = PublicField<'a>> + use<'a> {
        let door = self.door(entry, lang);
        entry.type_.fields.iter().filter(|field| !field.system).filter_map(move |field| door.field(field))
    }

    /// One of those fields, by its name.
    #[must_use]
    pub fn public_field<'a>(&'a self, entry: &'a Entry, lang: &'a Lang, name: &str) -> Option<PublicField<'a>> {
        self.door(entry, lang).field(entry.type_.field(name).filter(|field| !field.system)?)
    }

    /// The attributes of an outcome for a reader, in the order of its type.
    #[must_use]
    pub fn public_attributes<'a>(
        &'a self,
        entry: &'a Entry,
        outcome: &'a Outcome,
        lang: &'a Lang,
    ) -> Vec<PublicField<'a>> {
        let record = self.registers.find(entry.id, &outcome.id).map(|id| self.registers.record(id));
        let door = self.door(entry, lang);
        let declared = entry.type_.outcomes.iter().flatten();
        declared.filter_map(|field| door.attribute(outcome, record, field)).collect()
    }

    /// How an outcome was decided, for a reader: numbers tell of nobody.
    #[must_use]
    pub fn public_vote<'a>(&'a self, outcome: &'a Outcome) -> Option<&'a Vote> {
        outcome.source_vote().map(|vote| &vote.value)
    }

    /// The number of an outcome beside its id, for a reader.
    #[must_use]
    pub fn public_number<'a>(&'a self, outcome: &'a Outcome) -> Option<&'a Arc<str>> {
        outcome.source_number().map(|number| &number.value)
    }

    /// The outcome of a register for a reader, and the entry that it belongs to.
    #[must_use]
    pub fn public_record<'a>(&'a self, id: RecordId, lang: &'a Lang) -> Option<(&'a Entry, MergedOutcome<'a>)> {
        let entry = self.record_entry(id);
        Some((entry, self.public_outcome(entry, self.outcome(id), lang)?))
    }
}

impl Entries {
    /// The value that lists are sorted and parted by: a field that readers may see, or one that the program reads.
    pub(super) fn list_value<'a>(&'a self, entry: &'a Entry, lang: &'a Lang, name: &str) -> Option<Resolved<'a>> {
        Some(Door::new(self, entry, lang).field(entry.type_.field(name)?)?.value)
    }

    /// The value of an attribute by which registers are parted, the same for all languages.
    pub(super) fn attribute_value<'a>(
        &'a self,
        entry: &'a Entry,
        outcome: &'a Outcome,
        field: &'a Field,
    ) -> Option<Resolved<'a>> {
        let door = Door::new(self, entry, &entry.source_lang);
        Some(door.attribute(outcome, None, field)?.value)
    }

    /// The outcomes of an entry for a reader, in the order of the source; none when the text is withheld.
    #[must_use]
    pub fn public_outcomes<'a>(&'a self, entry: &'a Entry, lang: &'a Lang) -> Vec<MergedOutcome<'a>> {
        let all = entry.source.meta.source_outcomes().iter();
        all.filter_map(|source| self.public_outcome(entry, source, lang)).collect()
    }

    /// One outcome of an entry for a reader: the facts of the source, the text of the language, else of the source, else
    /// of any document that is published. None where no such document has it: then it stands in a draft only.
    #[must_use]
    pub fn public_outcome<'a>(
        &'a self,
        entry: &'a Entry,
        source: &'a Outcome,
        lang: &'a Lang,
    ) -> Option<MergedOutcome<'a>> {
        if self.withheld(entry) {
            return None;
        }
        let shown = self.localized_doc(entry, lang);
        let others = entry.docs.get_key_value(&entry.source_lang).into_iter().chain(entry.docs.iter());
        let mut docs = std::iter::once((shown.lang, shown.doc)).chain(others);
        docs.find_map(|(lang, doc)| {
            let text = doc.meta.source_outcomes().iter().find(|outcome| outcome.id == source.id)?;
            Some(MergedOutcome { source, text, doc, lang })
        })
    }

    /// An outcome of an entry by its id, for a reader.
    #[must_use]
    pub fn public_outcome_of<'a>(&'a self, entry: &'a Entry, id: &str, lang: &'a Lang) -> Option<MergedOutcome<'a>> {
        let source = entry.source.meta.source_outcomes().iter().find(|outcome| *outcome.id == *id)?;
        self.public_outcome(entry, source, lang)
    }
}

/// The only value of a field of an entry, in the form of an attribute.
fn as_attribute<'a>(value: Resolved<'a>, attribute: &Field) -> Option<Resolved<'a>> {
    let value = if let Resolved::List(items) = value { items.into_iter().next()? } else { value };
    let many = matches!(attribute.kind, Kind::Refs(_));
    if let Resolved::Entry(entry) = value {
        return Some(if many { Resolved::Entries(vec![entry]) } else { value });
    }
    if let Resolved::Entries(entries) = &value {
        return if many { Some(value) } else { entries.first().map(|entry| Resolved::Entry(entry)) };
    }
    Some(value)
}

/// The value of a field and the document that holds it. A text that each language has of its own is borrowed from the
/// source only where that is published too.
fn held<'a>(entry: &'a Entry, shown: LocalizedDoc<'a>, field: &Field) -> Option<(&'a FieldValue, &'a Doc)> {
    if let Some(own) = shown.doc.meta.source_field(&field.name) {
        return Some((own, shown.doc));
    }
    let source = if field.translated { entry.docs.get(&entry.source_lang)? } else { &*entry.source };
    Some((source.meta.source_field(&field.name)?, source))
}
