//! The names of kinds, in one table: declarations are read by it, templates are given it, and a test compares it with
//! `docs/types.md`. Knows nothing of values.

use super::{Kind, PLACES};

/// Makes the names and the table of them from one list, so that neither can forget a kind.
macro_rules! kind_names {
    ($($name:ident = $word:literal,)*) => {
        /// The name of a kind, as a type declares it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum KindName {
            $(#[doc = concat!("`", $word, "`")] $name,)*
        }

        impl KindName {
            /// All names, in the order of the manual.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The word for it in declarations and templates.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }
        }
    };
}

kind_names! {
    Text = "text",
    Markdown = "markdown",
    Bool = "bool",
    Integer = "integer",
    Money = "money",
    Date = "date",
    DateTime = "datetime",
    Deadline = "deadline",
    Choice = "choice",
    List = "list",
    Group = "group",
    Ref = "ref",
    Refs = "refs",
    Party = "party",
    Term = "term",
    Place = "place",
    Language = "language",
    Url = "url",
    Email = "email",
    Phone = "phone",
    Image = "image",
    File = "file",
    Licence = "licence",
    Consent = "consent",
    Outcome = "outcome",
    Confidentiality = "confidentiality",
}

impl KindName {
    /// The kind that a declaration names.
    pub(super) fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|name| name.word() == word)
    }
}

impl Kind {
    /// What declarations and templates call it.
    #[must_use]
    pub fn name(&self) -> KindName {
        match self {
            Self::Text => KindName::Text,
            Self::Markdown => KindName::Markdown,
            Self::Bool => KindName::Bool,
            Self::Integer => KindName::Integer,
            Self::Money => KindName::Money,
            Self::Date => KindName::Date,
            Self::DateTime => KindName::DateTime,
            Self::Deadline(_) => KindName::Deadline,
            Self::Choice(_) => KindName::Choice,
            Self::List(_) => KindName::List,
            Self::Group(_) => KindName::Group,
            Self::Ref(_) => KindName::Ref,
            Self::Refs(_) => KindName::Refs,
            Self::Party(_) => KindName::Party,
            Self::Term(taxonomy) if **taxonomy == *PLACES => KindName::Place,
            Self::Term(_) => KindName::Term,
            Self::Language => KindName::Language,
            Self::Url => KindName::Url,
            Self::Email => KindName::Email,
            Self::Phone => KindName::Phone,
            Self::Image => KindName::Image,
            Self::File => KindName::File,
            Self::Licence => KindName::Licence,
            Self::Consent => KindName::Consent,
            Self::Outcome(_) => KindName::Outcome,
            Self::Confidentiality => KindName::Confidentiality,
        }
    }
}
