//! What a person has to look at after an import, each with its place. Knows nothing of how it is shown.

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
    pub fn heading(self) -> &'static str {
        match self {
            Self::NotTaken => "Not taken",
            Self::Language => "Languages that this site does not have",
            Self::NotPublic => "Was not public there",
            Self::Renamed => "Two of one name",
            Self::Key => "Keys without a field",
            Self::Value => "Values that a field cannot have",
            Self::Link => "Links that lead to nothing",
            Self::Picture => "Pictures and files",
            Self::Alt => "Pictures without words",
            Self::Markup => "Marks of templates",
            Self::Html => "HTML",
            Self::Address => "Old addresses",
            Self::Check => "What `samen check` says",
        }
    }

    /// What to do.
    #[must_use]
    pub fn advice(self) -> &'static str {
        match self {
            Self::NotTaken => {
                "These stay where they are. Mend what is told and import them again, or copy them by hand."
            }
            Self::Language => "Add a language with `samen new language`, or leave these texts out.",
            Self::NotPublic => "These are drafts, also with `--publish`. Read them before you take `draft: true` out.",
            Self::Renamed => "Links were made to follow. Give them better names with `samen move`.",
            Self::Key => {
                "These lines were left out. Say where they go in a file for `--map`: `fields: {key: field}`, or `fields: {key: drop}`."
            }
            Self::Value => {
                "The line was left out. Write the value by hand, or name it in `terms:` of the file for `--map`."
            }
            Self::Link => "The words of the link stay. Make a new link, or leave it.",
            Self::Picture => "Add the file by hand, or leave it.",
            Self::Alt => {
                "Say what the picture shows between `![` and `]`; a picture that only decorates is `![](x.svg \"decorative\")`."
            }
            Self::Markup => {
                "Marks stand as code in the text, at the same place, unless they were left out. Write what they made, or delete them."
            }
            Self::Html => "The words stay. Write in Markdown what the tags did.",
            Self::Address => "Readers who come by these addresses do not find the page.",
            Self::Check => "These stop a build, or warn. Mend them in the text.",
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
    pub message: String,
    /// The file that it stands in, below the folder that is imported; one of the site for [`FindingKind::Check`].
    pub source: String,
    /// Its line there, from 1.
    pub line: usize,
    /// The file of the site that it concerns, if there is one.
    pub target: Option<String>,
}

impl ImportFinding {
    pub(super) fn new(kind: FindingKind, source: &str, line: usize, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), source: source.to_owned(), line, target: None }
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
    pub(super) fn add(&mut self, kind: FindingKind, line: usize, message: impl Into<String>) {
        let mut finding = ImportFinding::new(kind, self.source, line, message);
        finding.target = self.target.map(str::to_owned);
        self.all.add(finding);
    }
}
