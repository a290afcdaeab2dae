//! Why an entry or a file that exists is not published, and what is hidden with it: its other languages, and whatever
//! lies in its folder. Knows nothing of how an entry is put together.

use std::collections::BTreeMap;
use std::fmt;

use super::Options;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, Span};
use crate::document::place::EntryPath;
use crate::document::{Document, Meta};
use crate::lang::Lang;
use crate::message;

/// Why something that exists is not published, in the order of how much is kept back: of two reasons the later one holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyHidden {
    /// It is not finished.
    Draft,
    /// Its first day is still to come.
    NotYet,
    /// Its document could not be read. That was reported, so what refers to it is not reported again.
    Unread,
    /// It lies beside a text that stays inside.
    Withheld,
    /// Its last day has passed.
    Expired,
    /// The consent for it has ended or was withdrawn.
    ConsentEnded,
    /// It left the site although the sources of today make no site.
    TakenDown,
    /// Nobody may know of it.
    Closed,
    /// A file that only fields for editors name.
    Private,
    /// A file that only texts name which are not published.
    OnlyHidden,
}

impl WhyHidden {
    /// The words for it, behind "is".
    #[must_use]
    pub fn message(self) -> Message {
        match self {
            Self::Unread => message!("hidden-unread"),
            Self::Draft => message!("hidden-draft"),
            Self::Closed => message!("hidden-closed"),
            Self::Expired => message!("hidden-expired"),
            Self::ConsentEnded => message!("hidden-consent-ended"),
            Self::NotYet => message!("hidden-not-yet"),
            Self::TakenDown => message!("hidden-taken-down"),
            Self::Withheld => message!("hidden-withheld"),
            Self::Private => message!("hidden-private"),
            Self::OnlyHidden => message!("hidden-only-hidden"),
        }
    }

    /// Whether somebody who asks for drafts sees it all the same.
    #[must_use]
    pub const fn shows_with_drafts(self) -> bool {
        matches!(self, Self::Draft | Self::NotYet)
    }
}

impl fmt::Display for WhyHidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.message())
    }
}

/// An entry that exists and is not published.
#[derive(Clone, Copy, Debug)]
pub(super) struct HiddenEntry {
    /// The reason.
    pub(super) why: WhyHidden,
    /// Whether only its own text and files are hidden. The page of a folder says nothing of the entries in it.
    pub(super) alone: bool,
}

/// Whether a document is a draft: by its own word, or because its source is one and it does not say that it stands alone.
pub(super) fn is_draft(document: &Document, source: &Document, options: &Options) -> bool {
    says_draft(document, options) || (says_draft(source, options) && !stands_alone(&document.meta))
}

/// Whether readers may have a document without its source.
pub(crate) fn stands_alone(meta: &Meta) -> bool {
    meta.translation.as_ref().is_none_or(|translation| translation.standalone)
}

/// Whether a document says that it is a draft, or says something about it that cannot be read: what is unknown is not
/// published. One that was taken down is as a draft, too.
pub(super) fn says_draft(document: &Document, options: &Options) -> bool {
    let is_down = || options.taken_down.contains(&EntryPath::of_file(&document.place.file));
    document.meta.flag("draft") || document.meta.undecided || is_down()
}

/// What is hidden by every entry: all that lies below it.
#[derive(Default)]
pub(super) struct HiddenFolders {
    by_path: BTreeMap<EntryPath, WhyHidden>,
}

impl HiddenFolders {
    /// All below an entry is hidden for that reason.
    pub(super) fn add(&mut self, path: &EntryPath, why: WhyHidden) {
        self.by_path.insert(path.clone(), why);
    }

    /// Why an entry is hidden by those above it, and the nearest of these.
    pub(super) fn above(&self, path: &EntryPath) -> Option<(&EntryPath, WhyHidden)> {
        let mut above = std::iter::successors(path.parent(), EntryPath::parent)
            .filter_map(|path| self.by_path.get_key_value(&path))
            .peekable();
        let nearest = above.peek()?.0;
        Some((nearest, above.map(|(_, why)| *why).max()?))
    }
}

/// What an editor hides with one line, beside the document that it stands in.
pub(super) struct HiddenToo {
    /// The line.
    pub(super) at: Span,
    /// What it says.
    pub(super) why: WhyHidden,
    /// Translations that are no drafts themselves.
    pub(super) languages: Vec<Lang>,
    /// Entries in the folder that could be published by themselves.
    pub(super) below: Vec<EntryPath>,
}

impl HiddenToo {
    /// Tells of it once, where there is something to tell.
    pub(super) fn tell(&self, diagnostics: &mut Diagnostics) {
        let languages: Vec<&str> = self.languages.iter().map(Lang::as_str).collect();
        let below: Vec<&str> = self.below.iter().map(EntryPath::as_str).collect();
        let translations = message!("hides-translations", languages = languages.as_slice());
        let entries = message!("hides-folder", entries = below.as_slice());
        let (alone, inside) = (message!("hides-translations-help"), message!("hides-folder-help"));
        let (what, help) = match (languages.is_empty(), below.is_empty()) {
            (true, true) => return,
            (false, true) => (translations, alone),
            (true, false) => (entries, inside),
            (false, false) => (
                message!("this-and-that", one = translations, other = entries),
                message!("both", first = alone, second = inside),
            ),
        };
        let message = if self.why == WhyHidden::Draft {
            message!("hides-as-draft", what = what)
        } else {
            message!("hides-as-withheld", what = what)
        };
        diagnostics.push(Diagnostic::warning(Code::AlsoHidden, message).at(self.at.clone()).help(help));
    }
}
