//! Why an entry or a file that exists is not published, and the words for that. Knows nothing of how it is found out.

use std::fmt;

/// Why something that exists is not published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyHidden {
    /// Its document could not be read. That was reported, so what refers to it is not reported again.
    Unread,
    /// It is not finished.
    Draft,
    /// Nobody may know of it.
    Closed,
    /// Its last day has passed.
    Expired,
    /// The consent for it has ended or was withdrawn.
    ConsentEnded,
    /// Its first day is still to come.
    NotYet,
    /// It lies beside a text that stays inside.
    Withheld,
    /// A file that only fields for editors name.
    Private,
    /// A file that only texts name which are not published.
    OnlyHidden,
}

impl WhyHidden {
    /// The words for it, behind "is".
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Unread => "unreadable",
            Self::Draft => "a draft",
            Self::Closed => "closed",
            Self::Expired => "expired",
            Self::ConsentEnded => "without the consent that it needs",
            Self::NotYet => "not published yet",
            Self::Withheld => "withheld with the text",
            Self::Private => "named by a field for editors only",
            Self::OnlyHidden => "named only by texts that are not published",
        }
    }
}

impl fmt::Display for WhyHidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}
