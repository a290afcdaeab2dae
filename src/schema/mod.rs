//! Content types as declared in `data/types/*.yaml`: folders, addresses, fields and their kinds.
//! Knows nothing of documents; rules hang on kinds, so that a new type gets its checks for free.

mod calendar;
mod candidates;
mod common;
pub mod deadline;
mod event;
mod glossary;
mod images;
mod inherit;
mod json;
mod kinds;
mod money;
mod outcome_kinds;
mod outcomes;
mod parse;
mod party;
mod periods;
mod printed;
mod roles;
pub mod structured_data;
mod times;
mod value;
mod value_reader;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::declaration::{AbsentField, BaseType, Declaration, WhyAbsent, WordsForValues};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, Span};
use crate::lang::Lang;
use crate::message;
use crate::settings::{LocalizedText, Located};
use crate::source::digestible;
use crate::yaml::{Node, Value};

use structured_data::{FieldLinked, TypeLinked};

use deadline::DeadlineRules;

pub use calendar::CalendarFields;
pub use candidates::{KnownName, MOST_NAMED, known_names, nearest_of, propose, write};
pub use common::is_system;
pub use event::EventStatus;
pub use images::alt;
pub use inherit::FieldInherit;
pub use json::{SchemaContext, SchemaIds, TitledId, json_schema};
pub use kinds::KindName;
pub use money::{Currency, Money};
pub use outcome_kinds::{OutcomeColumn, OutcomeKind, OutcomeWords, usual_outcome_kinds, words_by_language};
pub use outcomes::Register;
pub use party::{LONGEST_PARTIES, PartyRules, Persons, TextFault, looks_like_person, split_parties};
pub use periods::reversed;
pub use printed::{PrintSettings, PrintVariant};
pub use roles::{OutcomeRole, OutcomeState};
pub use value::{Consent, FieldValue, ValueContext};
pub use value_reader::{known_values, read_as, read_value, split_attribute, split_list};
pub use words::ValueWords;

/// Name of the type of `_index` files.
pub const SECTION: &str = "section";

/// All types, by name.
#[derive(Clone, Debug, Default)]
pub struct Types {
    by_name: BTreeMap<Arc<str>, Arc<Type>>,
    /// The same types in the order of lists.
    ordered: Vec<Arc<Type>>,
    /// Base types of the theme that the site does not use.
    unused: Vec<BaseType>,
    section: Option<Arc<Type>>,
    /// The kinds of outcomes of all types: of those with one name the first.
    outcome_kinds: Vec<Arc<OutcomeKind>>,
    /// How values are written, in each language.
    words: Arc<ValueWords>,
}

/// A content type.
#[derive(Clone, Debug)]
pub struct Type {
    /// File name of its declaration, such as `meeting`.
    pub name: Arc<str>,
    /// Folder below `content/`.
    pub folder: Arc<str>,
    /// Path of its section in addresses, per language; empty for the root of the language.
    pub path: LocalizedText,
    /// What one is called.
    pub label: LocalizedText,
    /// What many are called.
    pub plural: LocalizedText,
    /// Template of an entry.
    pub template: Arc<str>,
    /// Template of its section.
    pub list_template: Arc<str>,
    /// What a reader gets when a language has no document.
    pub fallback: Fallback,
    /// How lists are ordered.
    pub order: Vec<OrderKey>,
    /// Entries on a page of the list; 0 for all.
    pub per_page: usize,
    /// Whether there is a feed.
    pub feed: bool,
    /// The field that dates an entry in lists and feeds.
    pub date_field: Option<Arc<str>>,
    /// Its own fields and those that every type has.
    pub fields: Vec<Field>,
    /// Attributes of outcomes; `None` when the type has none.
    pub outcomes: Option<Vec<Field>>,
    /// The kinds of its outcomes, in the order in which pages show them; none where it has no outcomes.
    pub outcome_kinds: Vec<Arc<OutcomeKind>>,
    /// What words that open an outcome do in its texts.
    pub outcome_words: OutcomeWords,
    /// Characters of an outcome that registers show of it; the rest stands in the notes.
    pub outcome_text: usize,
    /// Lists of all outcomes of a kind.
    pub registers: Vec<Register>,
    /// Fields by whose values the entries of its section are parted.
    pub facets: Vec<Located<Arc<str>>>,
    /// Whether its entries are given away as data.
    pub data: bool,
    /// The declaration.
    pub span: Span,
    /// Which fields say when and where; `None` when the type has no calendar.
    pub calendar: Option<CalendarFields>,
    /// What it is to machines.
    pub linked: TypeLinked,
    /// Whether the first use of a title on other pages becomes a link.
    pub link_first_use: bool,
    /// How its entries are printed; `None` when there is no PDF of them.
    pub printed: Option<PrintSettings>,
    /// Whether its entries have pictures of their own for links from other sites.
    pub card: bool,
    /// Fields of its base type that it does not have.
    pub absent: Vec<AbsentField>,
}

/// What happens where a translation is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fallback {
    /// A page with the text of another language.
    Page,
    /// Only in lists, leading to the page in the other language.
    List,
    /// Nothing.
    None,
}

/// One key of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderKey {
    /// `title`, `id` or the name of a field.
    pub field: Arc<str>,
    /// Largest first.
    pub descending: bool,
}

/// A field of a type.
#[derive(Clone, Debug)]
pub struct Field {
    /// Key in the front matter.
    pub name: Arc<str>,
    /// What its value is.
    pub kind: Kind,
    /// Whether a source must set it.
    pub required: bool,
    /// Whether each language has its own; otherwise only the source sets it.
    pub translated: bool,
    /// What it is called on pages.
    pub label: LocalizedText,
    /// A sentence for editors.
    pub help: LocalizedText,
    /// What the other side calls this relation.
    pub inverse: Option<Arc<str>>,
    /// What the relation is called on the pages of the other side.
    pub inverse_label: LocalizedText,
    /// Confidentialities under which it may not be set.
    pub not_under: Vec<Confidentiality>,
    /// Smallest number, or fewest items.
    pub min: Option<i64>,
    /// Largest number, or most items.
    pub max: Option<i64>,
    /// Whether the program itself reads it, as it does `slug`; every type has those. They are no facts about an entry.
    pub system: bool,
    /// Whether it is for editors only, as a consent is. What stands in it is so too, at any depth.
    pub private: bool,
    /// The date beside it that it may not come before.
    pub not_before: Option<Located<Arc<str>>>,
    /// What it is to machines.
    pub linked: FieldLinked,
    /// Whether no two entries may have the same value.
    pub unique: bool,
    /// What it is for, where it is an attribute of outcomes.
    pub role: Option<Located<OutcomeRole>>,
    /// What it takes over from the entry, where it is an attribute of outcomes.
    pub inherit: FieldInherit,
    /// Megabytes that a file may have.
    pub max_mb: Option<u64>,
    /// What columns of tables with its values are called, per language, beside its label.
    pub synonyms: BTreeMap<Lang, Vec<Arc<str>>>,
}

/// What a value of a field is.
#[derive(Clone, Debug)]
pub enum Kind {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// `true` or `false`.
    Bool,
    /// A whole number.
    Integer,
    /// An amount in a currency (ISO 4217).
    Money,
    /// A day (ISO 8601).
    Date,
    /// A day and time without zone (ISO 8601).
    DateTime,
    /// A day or a longer time, the next meeting, or always.
    Deadline(DeadlineRules),
    /// One of some ids, each with its label.
    Choice(Vec<(Arc<str>, LocalizedText)>),
    /// Many of a kind.
    List(Box<Field>),
    /// Named parts.
    Group(Vec<Field>),
    /// One entry of the named types, of any type when none is named.
    Ref(Vec<Arc<str>>),
    /// Many entries.
    Refs(Vec<Arc<str>>),
    /// Organisations, roles or plain text.
    Party(PartyRules),
    /// A term of a taxonomy.
    Term(Arc<str>),
    /// A language tag (BCP 47).
    Language,
    /// An `http` or `https` address.
    Url,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// An image beside the entry.
    Image,
    /// A file beside the entry.
    File,
    /// An SPDX identifier, or `all-rights-reserved`.
    Licence,
    /// Consent of somebody in a picture. It is checked, and never shown.
    Consent,
    /// How much of an entry may be public.
    Confidentiality,
    /// Outcomes, as `meeting#a1`, or `#a1` of the same meeting; which of them came first.
    Outcome(Chain),
}

impl Kind {
    /// Whether it names what stands in the place of an outcome.
    #[must_use]
    pub fn is_replaced(&self) -> bool {
        matches!(self, Self::Outcome(Chain::After))
    }
}

/// How outcomes follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chain {
    /// The one named came before: this one follows it.
    Before,
    /// The one named came after: it stands in the place of this one.
    After,
}

/// How much of an entry may be public.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Confidentiality {
    /// Everything.
    #[default]
    Public,
    /// Everything but who was there and who said what (the Chatham House Rule).
    Chatham,
    /// Title, description and fields; the text and outcomes stay inside.
    Summary,
    /// Nothing, not even that it exists.
    Closed,
}

digestible!(
    enum Confidentiality {
        Public,
        Chatham,
        Summary,
        Closed,
    }
);

/// The words for [`Confidentiality`] in front matter.
pub const CONFIDENTIALITIES: &[(&str, Confidentiality)] = &[
    ("public", Confidentiality::Public),
    ("chatham", Confidentiality::Chatham),
    ("summary", Confidentiality::Summary),
    ("closed", Confidentiality::Closed),
];

/// The taxonomy behind fields of kind `place`.
pub const PLACES: &str = "places";

impl Types {
    /// Reads all declarations, in the order in which lists show the types.
    pub fn parse(declarations: &[Declaration], languages: &[Lang], diagnostics: &mut Diagnostics) -> Self {
        let words = Arc::new(ValueWords::new(languages));
        let mut types = Self { section: Some(Arc::new(common::section())), words, ..Self::default() };
        for declaration in declarations {
            let mut found = Diagnostics::default();
            if let Some(parsed) = parse::parse_type(declaration, languages, &mut found) {
                let parsed = Arc::new(parsed);
                types.by_name.insert(Arc::clone(&declaration.name), Arc::clone(&parsed));
                types.ordered.push(parsed);
            }
            diagnostics.append(declaration.relocate(found));
        }
        types.check(diagnostics);
        types.outcome_kinds = types.all_outcome_kinds();
        types
    }

    /// The kinds of outcomes of all types, each name once: those that are declared, else the usual ones.
    #[must_use]
    pub fn outcome_kinds(&self) -> &[Arc<OutcomeKind>] {
        &self.outcome_kinds
    }

    fn all_outcome_kinds(&self) -> Vec<Arc<OutcomeKind>> {
        let mut all: Vec<Arc<OutcomeKind>> = Vec::new();
        for kind in self.iter().flat_map(|type_| &type_.outcome_kinds) {
            if !all.contains(kind) {
                all.push(Arc::clone(kind));
            }
        }
        if all.is_empty() { usual_outcome_kinds().to_vec() } else { all }
    }

    /// Adds the base types of the theme that the site does not use, to name them where one is looked for.
    #[must_use]
    pub fn with_unused(self, unused: Vec<BaseType>) -> Self {
        Self { unused, ..self }
    }

    /// Adds the words that languages have in values, as the theme and the site declare them.
    #[must_use]
    pub fn with_words(self, declared: &[WordsForValues]) -> Self {
        Self { words: Arc::new(Arc::unwrap_or_clone(self.words).with(declared)), ..self }
    }

    /// How values are written, in each language.
    #[must_use]
    pub fn words(&self) -> &ValueWords {
        &self.words
    }

    /// The base type of the theme, not one of the site, whose folder holds `path`, a path below `content/`.
    #[must_use]
    pub fn unused_of_path(&self, path: &str) -> Option<&BaseType> {
        self.unused.iter().filter(|base| holds(&base.folder, path)).max_by_key(|base| base.folder.len())
    }

    /// All types: those that the settings name in that order, then the others by name.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Type>> {
        self.ordered.iter()
    }

    /// The type of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Arc<Type>> {
        self.by_name.get(name).or_else(|| self.section.as_ref().filter(|_| name == SECTION))
    }

    /// The type whose folder holds `path`, a path below `content/`; the deepest folder wins.
    #[must_use]
    pub fn of_path(&self, path: &str) -> Option<&Arc<Type>> {
        self.iter().filter(|a| holds(&a.folder, path)).max_by_key(|a| a.folder.len())
    }

    /// The type of sections.
    #[must_use]
    pub fn section(&self) -> Arc<Type> {
        self.section.clone().unwrap_or_else(|| Arc::new(common::section()))
    }

    /// Reports terms of taxonomies that do not exist.
    pub fn check_taxonomies(&self, taxonomies: &[&str], diagnostics: &mut Diagnostics) {
        for type_ in self.iter() {
            let all = type_.fields.iter().chain(type_.outcomes.iter().flatten());
            for field in all {
                if let Some(taxonomy) = field.taxonomy()
                    && !taxonomies.contains(&taxonomy)
                {
                    let message = message!("taxonomy-unknown", name = &*field.name, taxonomy = taxonomy);
                    diagnostics.push(
                        Diagnostic::error(Code::SchemaInvalid, message)
                            .at(type_.span.clone())
                            .suggest(taxonomy, taxonomies.iter().copied()),
                    );
                }
            }
        }
    }

    /// What only shows when all types are known: folders used twice, relations to types that do not exist.
    fn check(&self, diagnostics: &mut Diagnostics) {
        let names: Vec<&str> = self.by_name.keys().map(|name| &**name).collect();
        let mut folders: BTreeMap<&str, &Type> = BTreeMap::new();
        for type_ in self.iter() {
            if let Some(other) = folders.insert(&type_.folder, type_) {
                let message = message!("folder-of-two-types", folder = &*type_.folder);
                diagnostics.push(
                    Diagnostic::error(Code::SchemaInvalid, message)
                        .at(type_.span.clone())
                        .also(other.span.clone(), message!("also-here")),
                );
            }
            for field in type_.fields.iter().chain(type_.outcomes.iter().flatten()) {
                for target in field.targets() {
                    if !self.by_name.contains_key(target) {
                        let message = message!("type-of-reference-unknown", name = &*field.name, type_name = &**target);
                        diagnostics.push(
                            Diagnostic::error(Code::SchemaInvalid, message)
                                .at(type_.span.clone())
                                .suggest(target, names.iter().copied()),
                        );
                    }
                }
            }
        }
    }
}

/// What stands in a file, in words for messages.
pub(crate) fn found_kind(node: &Node) -> Message {
    match node.value {
        Value::Null => message!("found-nothing"),
        Value::Bool(_) => message!("found-true-or-false"),
        Value::Number(_) => message!("found-number"),
        Value::Text(_) => message!("found-text"),
        Value::List(_) => message!("found-list"),
        Value::Map(_) => message!("found-map"),
    }
}

/// Whether a folder is or holds a path.
fn holds(folder: &str, path: &str) -> bool {
    path == folder || path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

impl Type {
    /// Why the type lacks a field that its base has.
    #[must_use]
    pub fn absent(&self, name: &str) -> Option<&WhyAbsent> {
        self.absent.iter().find(|field| !field.of_outcomes && *field.name == *name).map(|field| &field.why)
    }

    /// The field of that name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| &*field.name == name)
    }
}

impl Field {
    /// Whether its values may be shown at all: it is not for editors only, and neither are the items of a list.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        match &self.kind {
            Kind::Consent => false,
            Kind::List(item) => !self.private && item.is_shown(),
            _ => !self.private,
        }
    }

    /// Whether its values may be shown for an entry of that confidentiality.
    #[must_use]
    pub fn is_public(&self, confidentiality: Confidentiality) -> bool {
        self.is_shown() && !self.not_under.contains(&confidentiality)
    }

    /// What the items of a list are.
    #[must_use]
    pub fn item(&self) -> Option<&Self> {
        if let Kind::List(item) = &self.kind { Some(item) } else { None }
    }

    /// What may stand in it, where it is one of parties.
    #[must_use]
    pub fn party(&self) -> Option<&PartyRules> {
        match &self.kind {
            Kind::Party(rules) => Some(rules),
            Kind::List(item) => item.party(),
            _ => None,
        }
    }

    /// The types a relation leads to.
    #[must_use]
    pub fn targets(&self) -> &[Arc<str>] {
        match &self.kind {
            Kind::Ref(to) | Kind::Refs(to) => to,
            Kind::Party(rules) => &rules.to,
            Kind::List(item) => item.targets(),
            _ => &[],
        }
    }

    /// The label of one of its choices.
    #[must_use]
    pub fn choice(&self, id: &str) -> Option<&LocalizedText> {
        match &self.kind {
            Kind::Choice(choices) => choices.iter().find(|(known, _)| **known == *id).map(|(_, label)| label),
            Kind::List(item) => item.choice(id),
            _ => None,
        }
    }

    /// Whether its values can part a list: they are few and have names.
    #[must_use]
    pub fn is_facet(&self) -> bool {
        match &self.kind {
            _ if !self.is_shown() => false,
            Kind::Term(_)
            | Kind::Choice(_)
            | Kind::Ref(_)
            | Kind::Refs(_)
            | Kind::Party(_)
            | Kind::Language
            | Kind::Licence
            | Kind::Deadline(_)
            | Kind::Integer => !self.system,
            Kind::List(item) => item.is_facet(),
            _ => false,
        }
    }

    /// The taxonomy of a term.
    #[must_use]
    pub fn taxonomy(&self) -> Option<&str> {
        match &self.kind {
            Kind::Term(taxonomy) => Some(taxonomy),
            Kind::Party(rules) => rules.roles.as_deref(),
            Kind::List(item) => item.taxonomy(),
            _ => None,
        }
    }
}
