//! What a person has to look at after an import, each with its place. Knows nothing of how it is shown.

use crate::diagnostic::Message;
use crate::message;
use std::collections::BTreeSet;

/// What kind of thing was found; the order is that of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingKind {
    /// A text or file that was not taken.
    NotTaken,
    /// A language that the site does not have.
    Language,
    /// A text that was not public, or may not have been.
    NotPublic,
    /// A text that got another name because two would have had the same.
    Renamed,
    /// A key of the front matter for which there is no field.
    Key,
    /// A value that its field cannot have.
    Value,
    /// A link that leads to nothing.
    Link,
    /// A picture or file that a text names and cannot have.
    Picture,
    /// A picture without words for those who do not see it.
    Alt,
    /// Marks of a template, which no text of this site has.
    Markup,
    /// HTML that was left out.
    Html,
    /// An old address that cannot lead to the page.
    Address,
    /// What `samen check` says of the texts.
    Check,
}

impl FindingKind {
    /// Its heading in the report.
    #[must_use]
    pub fn heading(self) -> Message {
        match self {
            Self::NotTaken => message!("finding-not-taken"),
            Self::Language => message!("finding-language"),
            Self::NotPublic => message!("finding-not-public"),
            Self::Renamed => message!("finding-renamed"),
            Self::Key => message!("finding-key"),
            Self::Value => message!("finding-value"),
            Self::Link => message!("finding-link"),
            Self::Picture => message!("finding-picture"),
            Self::Alt => message!("finding-alt"),
            Self::Markup => message!("finding-markup"),
            Self::Html => Message::verbatim("HTML"),
            Self::Address => message!("finding-address"),
            Self::Check => message!("finding-check"),
        }
    }

    /// What to do.
    #[must_use]
    pub fn advice(self) -> Message {
        match self {
            Self::NotTaken => {
                message!("finding-not-taken-advice")
            }
            Self::Language => message!("finding-language-advice"),
            Self::NotPublic => message!("finding-not-public-advice"),
            Self::Renamed => message!("finding-renamed-advice"),
            Self::Key => {
                message!("finding-key-advice")
            }
            Self::Value => {
                message!("finding-value-advice")
            }
            Self::Link => message!("finding-link-advice"),
            Self::Picture => message!("finding-picture-advice"),
            Self::Alt => {
                message!("finding-alt-advice")
            }
            Self::Markup => {
                message!("finding-markup-advice")
            }
            Self::Html => message!("finding-html-advice"),
            Self::Address => message!("finding-address-advice"),
            Self::Check => message!("finding-check-advice"),
        }
    }

    /// Its name for machines.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::NotTaken => "not-taken",
            Self::Language => "language",
            Self::NotPublic => "not-public",
            Self::Renamed => "renamed",
            Self::Key => "key",
            Self::Value => "value",
            Self::Link => "link",
            Self::Picture => "picture",
            Self::Alt => "alt",
            Self::Markup => "markup",
            Self::Html => "html",
            Self::Address => "address",
            Self::Check => "check",
        }
    }
}

/// One thing that a person has to look at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ImportFinding {
    /// What kind of thing.
    pub kind: FindingKind,
    /// What was found: the same words for the same cause.
    pub message: Message,
    /// The file that it stands in, below the folder that is imported; one of the site for [`FindingKind::Check`].
    pub source: String,
    /// Its line there, from 1.
    pub line: usize,
    /// The file of the site that it concerns, if there is one.
    pub target: Option<String>,
}

impl ImportFinding {
    pub(super) fn new(kind: FindingKind, source: &str, line: usize, message: Message) -> Self {
        Self { kind, message, source: source.to_owned(), line, target: None }
    }
}

/// What was found so far, each once.
#[derive(Debug, Default)]
pub(super) struct ImportFindings {
    found: BTreeSet<ImportFinding>,
}

impl ImportFindings {
    pub(super) fn add(&mut self, finding: ImportFinding) {
        self.found.insert(finding);
    }

    pub(super) fn first(&self) -> Option<&ImportFinding> {
        self.found.first()
    }

    /// All, by kind, message and place.
    pub(super) fn finish(self) -> Vec<ImportFinding> {
        self.found.into_iter().collect()
    }
}

/// What was found in one file.
#[derive(Debug)]
pub(super) struct FileFindings<'a> {
    pub(super) all: &'a mut ImportFindings,
    pub(super) source: &'a str,
    pub(super) target: Option<&'a str>,
}

impl FileFindings<'_> {
    pub(super) fn add(&mut self, kind: FindingKind, line: usize, message: Message) {
        let mut finding = ImportFinding::new(kind, self.source, line, message);
        finding.target = self.target.map(str::to_owned);
        self.all.add(finding);
    }
}
