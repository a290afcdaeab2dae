//! Which registers and which parts of them can be followed, and what a feed of one lists.
//! Knows nothing of how a feed is written.

use jiff::civil::Date;

use super::facets::{FacetFilter, FacetIndex, FacetValue};
use super::register::{self, RecordId};
use super::{Entry, Route, Site, relations};
use crate::lang::Lang;
use crate::schema::{Field, Register, Type};
use crate::settings::LICENCES;

/// A register or a part of it, as a feed has it.
#[derive(Clone, Copy, Debug)]
pub struct FollowedList<'a> {
    /// The type of the meetings.
    pub type_: &'a Type,
    /// The register.
    pub register: &'a Register,
    /// The part; none for the whole register.
    pub part: Option<&'a FacetFilter>,
}

impl Site {
    /// The lists of a register that can be followed in a language, each with its page: the whole, and the parts that hold
    /// something to tell. What is parted by years, states and days passed changes by itself and is news to nobody.
    #[must_use]
    pub fn followed_lists<'a>(&'a self, type_: &'a Type, register: &'a Register, lang: &Lang) -> Vec<FollowedList<'a>> {
        let parts = self.registers.parts(&type_.name, &register.kind.name).into_iter().flat_map(FacetIndex::iter);
        let parts = parts.map(|(part, _)| FollowedList { type_, register, part: Some(part) });
        let all = std::iter::once(FollowedList { type_, register, part: None }).chain(parts);
        all.filter(|list| self.is_followed(*list, lang)).collect()
    }

    /// Whether a list can be followed in a language.
    #[must_use]
    pub fn is_followed(&self, list: FollowedList<'_>, lang: &Lang) -> bool {
        let fits = list.part.is_none_or(|part| is_news(list.type_, part) && self.told(list, lang).next().is_some());
        list.register.follow && fits
    }

    /// The register that an item of a menu names.
    #[must_use]
    pub fn menu_register(&self, item: &str) -> Option<&Register> {
        relations::register_of_menu(&self.entries, item)
    }

    /// All registers and their parts that are made by what people write, the same in all languages.
    pub fn outcome_lists(&self) -> impl Iterator<Item = FollowedList<'_>> {
        let registers =
            self.types.iter().flat_map(|type_| type_.registers.iter().map(move |register| (type_, register)));
        registers.flat_map(|(type_, register)| {
            let parts = self.registers.parts(&type_.name, &register.kind.name).into_iter().flat_map(FacetIndex::iter);
            let parts = parts.map(|(part, _)| part).filter(|part| is_news(type_, part)).map(Some);
            std::iter::once(None).chain(parts).map(|part| FollowedList { type_, register, part })
        })
    }

    /// Those that a language has words for and something in, each with its number among all.
    pub fn findable_lists<'a>(&'a self, lang: &'a Lang) -> impl Iterator<Item = (usize, FollowedList<'a>)> {
        let held = |list: &FollowedList<'_>| {
            !self.register_list(list.type_, &list.register.kind.name, list.part, lang).is_empty()
        };
        self.outcome_lists().enumerate().filter(move |(_, list)| {
            let named = list.part.is_none_or(|part| {
                let attributes = list.type_.outcomes.as_deref().unwrap_or_default();
                let field = attributes.iter().find(|field| field.name == part.0);
                self.facet_title(field, &part.1, lang).1 == *lang
            });
            named && list.register.label.exact(lang).is_some() && held(list)
        })
    }

    /// Whether search engines may know a register in a language: it has words there, and something that is not made up.
    #[must_use]
    pub fn register_indexed(&self, type_: &Type, register: &Register, lang: &Lang) -> bool {
        let ids = self.register_list(type_, &register.kind.name, None, lang);
        let real = |id: RecordId| !self.record_entry(id).source.meta.flag("illustrative");
        register.label.exact(lang).is_some() && ids.iter().copied().any(real)
    }

    /// The page of a list that can be followed.
    #[must_use]
    pub fn followed_route(&self, list: FollowedList<'_>, lang: &Lang) -> Option<Route> {
        match list.part {
            Some(part) => self.register_part_route(list.type_, list.register, part, lang),
            None => self.register_route(list.register, lang),
        }
    }

    /// What a list that can be followed is called.
    #[must_use]
    pub fn followed_title(&self, list: FollowedList<'_>, lang: &Lang) -> Option<String> {
        let label = list.register.label.get(lang, &self.config.chain(lang))?;
        let Some(part) = list.part else { return Some(label.to_string()) };
        let attributes = list.type_.outcomes.as_deref().unwrap_or_default();
        let field = attributes.iter().find(|field| field.name == part.0);
        Some(format!("{label}: {}", self.facet_title(field, &part.1, lang).0))
    }

    /// The outcomes of a list with a text in the language, the newest meeting first. Made-up ones are among them, marked, as
    /// in all feeds. Of a page that should not draw attention nothing is told.
    #[must_use]
    pub fn followed(&self, list: FollowedList<'_>, lang: &Lang) -> Vec<RecordId> {
        let mut told: Vec<RecordId> = self.told(list, lang).collect();
        // Pages show what is urgent first, a feed what is new.
        told.sort_unstable();
        told
    }

    /// The same in the order of pages, for whoever asks for the first only.
    fn told(&self, list: FollowedList<'_>, lang: &Lang) -> impl Iterator<Item = RecordId> {
        let all = self.register_list(list.type_, &list.register.kind.name, list.part, lang);
        all.iter().copied().filter(|id| self.is_told(*id, lang))
    }

    /// Whether feeds may tell a record.
    pub(super) fn tells(&self, id: RecordId, lang: &Lang) -> bool {
        let entry = self.record_entry(id);
        let doc = entry.docs.get(lang).filter(|doc| !doc.meta.flag("noindex"));
        let quiet = entry.source.meta.flag("sensitive");
        let own = || self.public_record(id, lang).is_some_and(|(_, outcome)| outcome.lang == lang);
        doc.is_some() && !quiet && own()
    }

    /// Whether a list has a calendar: something in it has a day, be it that it is done by now. So the calendar that somebody
    /// gave to a program does not go away with the last thing to do.
    #[must_use]
    pub fn has_due(&self, list: FollowedList<'_>, lang: &Lang) -> bool {
        let due = |id: RecordId| self.due_day(self.record_entry(id), self.outcome(id));
        self.told(list, lang).any(|id| due(id).is_some())
    }

    /// What is to be done of a list, with the days.
    #[must_use]
    pub fn due_records(&self, list: FollowedList<'_>, lang: &Lang) -> Vec<DueRecord<'_>> {
        let mut due: Vec<DueRecord<'_>> = self.told(list, lang).filter_map(|id| self.due_record(id)).collect();
        due.sort_by_key(|due| (due.day, due.id));
        due
    }

    fn due_record(&self, id: RecordId) -> Option<DueRecord<'_>> {
        let (entry, record, outcome) = (self.record_entry(id), self.registers.record(id), self.outcome(id));
        let closed =
            register::progress(&entry.type_, outcome, record.superseded).is_some_and(|it| it.state.is_closed());
        let day = self.due_day(entry, outcome).filter(|_| !closed)?;
        Some(DueRecord { day, id, entry })
    }

    /// What a facet is called, and in which language.
    #[must_use]
    pub fn facet_title<'a>(&'a self, field: Option<&'a Field>, facet: &FacetValue, lang: &'a Lang) -> (String, Lang) {
        let own = |text: &str| (text.to_owned(), lang.clone());
        match facet {
            FacetValue::Term(id) => {
                let term = field.and_then(Field::taxonomy).and_then(|taxonomy| self.data.term(taxonomy, id));
                let Some(term) = term else { return own(id) };
                let label = self.label(&term.label, lang);
                label.map_or_else(|| own(&term.id), |label| (label.text.to_owned(), label.lang.clone()))
            }
            FacetValue::Entry(id) => {
                let shown = self.localized_doc(self.entry(*id), lang);
                (shown.doc.meta.title().to_owned(), shown.lang.clone())
            }
            FacetValue::Choice(id) => {
                let label = field.and_then(|field| self.label(field.choice(id)?, lang));
                label.map_or_else(|| own(id), |label| (label.text.to_owned(), label.lang.clone()))
            }
            FacetValue::Language(lang) => (lang.autonym().unwrap_or(lang.as_str()).to_owned(), lang.clone()),
            FacetValue::Licence(id) => {
                own(LICENCES.iter().find(|(known, ..)| known == id).map_or(id, |(_, label, _)| label))
            }
            FacetValue::Number(number) => own(&number.to_string()),
            FacetValue::Year(year) => own(&year.to_string()),
            FacetValue::OverdueOf(whole) => self.facet_title(field, whole, lang),
            FacetValue::Overdue => own(""),
        }
    }
}

/// Something to be done.
#[derive(Clone, Copy, Debug)]
pub struct DueRecord<'a> {
    /// The day by which it should be done.
    pub day: Date,
    /// The outcome.
    pub id: RecordId,
    /// The entry that it is of.
    pub entry: &'a Entry,
}

/// Whether what comes into a part comes from new notes.
fn is_news(type_: &Type, part: &FacetFilter) -> bool {
    let state = type_.state_field().is_some_and(|field| field.name == part.0);
    !state && !part.1.is_overdue() && !matches!(part.1, FacetValue::Year(_))
}
