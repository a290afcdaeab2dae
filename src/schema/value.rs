//! The typed values of fields, and where they stand. Knows nothing of how they are read and what references lead to.

use std::sync::Arc;

use jiff::civil::{Date, DateTime};

use super::deadline::Deadline;
use super::words::ValueWords;
use super::{Confidentiality, Money};
use crate::declaration::AbsentField;
use crate::lang::Lang;
use crate::settings::Located;
use crate::source::digestible;

/// A checked value of a field. References, terms and files are names still; `site` finds what they mean.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldValue {
    /// Plain text, an address, an e-mail address or a telephone number.
    Text(Arc<str>),
    /// Markdown, with the place where it starts in the file.
    Markdown(Located<Arc<str>>),
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
    Deadline(Deadline),
    /// Texts that name organisations, roles or others; a site knows whom.
    Parties(Vec<Located<Arc<str>>>),
    /// The id of a choice.
    Choice(Arc<str>),
    /// Many values.
    List(Vec<FieldValue>),
    /// Named parts.
    Group(Vec<(Arc<str>, FieldValue)>),
    /// The id of an entry.
    Ref(Located<Arc<str>>),
    /// Ids of entries.
    Refs(Vec<Located<Arc<str>>>),
    /// The id of a term.
    Term(Located<Arc<str>>),
    /// A language.
    Language(Lang),
    /// A path beside the entry.
    File(Located<Arc<str>>),
    /// An identifier of [`LICENCES`](crate::settings::LICENCES).
    Licence(&'static str),
    /// A confidentiality.
    Confidentiality(Confidentiality),
    /// A consent, and where it stands.
    Consent(Located<Consent>),
}

/// What is kept of a consent: the days that end it. Its other parts are checked and forgotten, so that nothing can show
/// them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Consent {
    /// The day on which it ends.
    pub expires: Option<Date>,
    /// The day on which it was withdrawn.
    pub withdrawn: Option<Date>,
}

impl Consent {
    /// Whether it has ended or was withdrawn. A day of withdrawal to come counts too: nobody waits with that.
    #[must_use]
    pub fn has_ended(self, today: Date) -> bool {
        self.withdrawn.is_some() || self.expires.is_some_and(|day| day <= today)
    }
}

impl FieldValue {
    /// The consents that a value holds itself: those in its groups are given for these groups.
    #[must_use]
    pub fn own_consents(&self) -> Vec<&Located<Consent>> {
        match self {
            Self::Consent(consent) => vec![consent],
            Self::List(values) => values.iter().flat_map(Self::own_consents).collect(),
            _ => Vec::new(),
        }
    }

    /// The consents of a value at any depth.
    #[must_use]
    pub fn all_consents(&self) -> Vec<&Located<Consent>> {
        match self {
            Self::List(values) => values.iter().flat_map(Self::all_consents).collect(),
            Self::Group(parts) => parts.iter().flat_map(|(_, value)| value.all_consents()).collect(),
            other => other.own_consents(),
        }
    }

    /// Whether a consent at any depth has ended.
    #[must_use]
    pub fn holds_ended_consent(&self, today: Date) -> bool {
        self.all_consents().iter().any(|consent| consent.value.has_ended(today))
    }

    /// Whether a group may not be shown any more, because a consent in it has ended.
    #[must_use]
    pub fn is_without_consent(&self, today: Date) -> bool {
        let Self::Group(parts) = self else { return false };
        parts.iter().flat_map(|(_, value)| value.own_consents()).any(|consent| consent.value.has_ended(today))
    }

    /// A value without anything but the consents in it; `None` where it holds none.
    #[must_use]
    pub fn without_all_but_consents(&self) -> Option<Self> {
        match self {
            Self::Consent(_) => Some(self.clone()),
            Self::List(values) => {
                let values: Vec<Self> = values.iter().filter_map(Self::without_all_but_consents).collect();
                (!values.is_empty()).then_some(Self::List(values))
            }
            Self::Group(parts) => {
                let kept =
                    |(name, value): &(Arc<str>, Self)| Some((Arc::clone(name), value.without_all_but_consents()?));
                let parts: Vec<_> = parts.iter().filter_map(kept).collect();
                (!parts.is_empty()).then_some(Self::Group(parts))
            }
            _ => None,
        }
    }

    /// A plain text, an address, an e-mail address or a telephone number.
    #[must_use]
    pub fn as_text(&self) -> Option<&Arc<str>> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// Yes or no.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self { Some(*value) } else { None }
    }

    /// A whole number.
    #[must_use]
    pub fn as_integer(&self) -> Option<i64> {
        if let Self::Integer(value) = self { Some(*value) } else { None }
    }

    /// An amount in a currency.
    #[must_use]
    pub fn as_money(&self) -> Option<Money> {
        if let Self::Money(value) = self { Some(*value) } else { None }
    }

    /// A day.
    #[must_use]
    pub fn as_date(&self) -> Option<Date> {
        if let Self::Date(value) = self { Some(*value) } else { None }
    }

    /// A day and time.
    #[must_use]
    pub fn as_date_time(&self) -> Option<DateTime> {
        if let Self::DateTime(value) = self { Some(*value) } else { None }
    }

    /// By when something should be done; a day alone is a deadline too.
    #[must_use]
    pub fn as_deadline(&self) -> Option<Deadline> {
        match self {
            Self::Deadline(value) => Some(*value),
            Self::Date(day) => Some(Deadline::from(*day)),
            _ => None,
        }
    }

    /// A language.
    #[must_use]
    pub fn as_language(&self) -> Option<&Lang> {
        if let Self::Language(value) = self { Some(value) } else { None }
    }

    /// The identifier of a licence.
    #[must_use]
    pub fn as_licence(&self) -> Option<&'static str> {
        if let Self::Licence(value) = self { Some(value) } else { None }
    }
}

digestible!(
    enum FieldValue {
        Text(text),
        Markdown(text),
        Bool(yes),
        Integer(number),
        Money(money),
        Date(day),
        DateTime(time),
        Deadline(deadline),
        Choice(id),
        List(items),
        Group(parts),
        Ref(id),
        Refs(ids),
        Parties(texts),
        Term(id),
        Language(lang),
        File(path),
        Licence(id),
        Confidentiality(level),
        Consent(consent),
    }
);

digestible!(struct Consent { expires, withdrawn });

/// Where a value stands: what its words mean depends on it.
#[derive(Clone, Copy, Debug)]
pub struct ValueContext<'a> {
    /// The file.
    pub file: &'a Arc<str>,
    /// The language of the document.
    pub lang: &'a Lang,
    /// The day of the meeting, from which days without a year are counted.
    pub day: Option<Date>,
    /// Fields of the base type that the type does not have: whoever uses one is told why.
    pub absent: &'a [AbsentField],
    /// The words of languages in values.
    pub words: &'a ValueWords,
}
