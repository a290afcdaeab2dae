//! What is made for an address. Knows nothing of who asks for it, and of how it is done.

use std::sync::Arc;

use crate::config::{Special, WebServer};
use crate::diagnostic::Message;
use crate::image::PictureVariant;
use crate::lang::Lang;
use crate::message;
use crate::site::facets::FacetFilter;
use crate::site::findable::IndexFile;
use crate::site::{EntryId, FeedFormat, PrintBundle, PrintFile, Route, Scope, Subject};
use crate::structured_data::citation;

/// What is made for an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job {
    /// The page of an entry.
    Entry(EntryId, Lang),
    /// A page of the list of a section.
    Section {
        /// The section.
        entry: EntryId,
        /// Of the page.
        lang: Lang,
        /// Counted from 1.
        page: usize,
    },
    /// All terms of a taxonomy.
    Taxonomy(Arc<str>, Lang),
    /// A page of the list of a term.
    Term {
        /// Its taxonomy.
        taxonomy: Arc<str>,
        /// The id of the term.
        term: Arc<str>,
        /// Of the page.
        lang: Lang,
        /// Counted from 1.
        page: usize,
    },
    /// A page that the program makes by itself.
    Special(Special, Lang),
    /// A page of a register, or of a part of it.
    Register {
        /// The type of the meetings.
        type_: Arc<str>,
        /// The kind of the outcomes, by its name.
        kind: Arc<str>,
        /// The part; none for the whole register.
        part: Option<FacetFilter>,
        /// Of the page.
        lang: Lang,
        /// Counted from 1.
        page: usize,
    },
    /// A page of a part of the list of a type.
    Part {
        /// The type.
        type_: Arc<str>,
        /// The part.
        part: FacetFilter,
        /// Of the page.
        lang: Lang,
        /// Counted from 1.
        page: usize,
    },
    /// Data of a register or type, as a table or as JSON.
    Data {
        /// What is given away.
        dataset: Dataset,
        /// Of labels and texts.
        lang: Lang,
        /// How it is written.
        format: DataFormat,
    },
    /// The list of all data, for programs.
    DataIndex(Lang, IndexFormat),
    /// Entries for other programs: the newest, or those of a calendar.
    Feed {
        /// Whose entries.
        scope: Scope,
        /// Of the entries.
        lang: Lang,
        /// How it is written.
        format: FeedFormat,
    },
    /// All pages of a language, for search engines.
    Sitemap(Lang),
    /// The sitemaps.
    SitemapIndex,
    /// What search engines may read.
    Robots,
    /// Whom to tell of a weakness.
    SecurityTxt,
    /// Page not found, in one language.
    NotFound(Lang),
    /// Page not found, in all languages.
    NotFoundRoot,
    /// The choice of language at the root.
    Chooser,
    /// From an old address to a new one.
    Redirect(Route, Lang),
    /// A file as it is.
    Copy(Arc<str>),
    /// A file that the theme has processed.
    Asset(Arc<str>),
    /// How an entry is cited, for programs that keep references.
    Citation {
        /// What is cited.
        entry: EntryId,
        /// Of the page that is cited.
        lang: Lang,
        /// How it is written.
        format: citation::CitationFormat,
    },
    /// One of the files of a picture.
    Picture(Arc<str>, PictureVariant),
    /// A drawing, with what draws and nothing else.
    Drawing(Arc<str>),
    /// Rules on headers for a server.
    Headers(WebServer),
    /// A file of the search index of a language.
    Index(Lang, IndexFile),
    /// A file of a print.
    Print {
        /// What is printed.
        subject: Subject,
        /// Of the print.
        lang: Lang,
        /// Which of its files.
        file: PrintFile,
    },
    /// A file about the prints of an entry in all languages.
    Prints(EntryId, PrintBundle),
}

impl Job {
    /// The language of the page that it makes. `None` for what is no page, and for pages outside all languages.
    #[must_use]
    pub fn page_lang(&self) -> Option<&Lang> {
        match self {
            Self::Entry(_, lang)
            | Self::Section { lang, .. }
            | Self::Taxonomy(_, lang)
            | Self::Term { lang, .. }
            | Self::Special(_, lang)
            | Self::Register { lang, .. }
            | Self::Part { lang, .. }
            | Self::NotFound(lang)
            | Self::Redirect(_, lang) => Some(lang),
            Self::Data { .. }
            | Self::DataIndex(..)
            | Self::Feed { .. }
            | Self::Sitemap(_)
            | Self::SitemapIndex
            | Self::Robots
            | Self::SecurityTxt
            | Self::NotFoundRoot
            | Self::Chooser
            | Self::Copy(_)
            | Self::Asset(_)
            | Self::Citation { .. }
            | Self::Picture(..)
            | Self::Drawing(_)
            | Self::Headers(_)
            | Self::Index(..)
            | Self::Print { .. }
            | Self::Prints(..) => None,
        }
    }

    /// What it makes, for messages.
    #[must_use]
    pub fn describe(&self) -> Message {
        match self {
            Self::Entry(..) => message!("job-page"),
            Self::Section { .. } => message!("job-section"),
            Self::Taxonomy(..) => message!("job-terms"),
            Self::Term { .. } => message!("job-term"),
            Self::Special(special, _) => special.describe(),
            Self::Register { .. } => message!("job-register"),
            Self::Part { .. } => message!("job-part"),
            Self::Data { .. } | Self::DataIndex(..) => message!("job-data"),
            Self::Feed { format: FeedFormat::Calendar, .. } => message!("job-calendar"),
            Self::Feed { .. } => message!("job-feed"),
            Self::Sitemap(_) | Self::SitemapIndex => message!("job-sitemap"),
            Self::Robots => Message::verbatim("robots.txt"),
            Self::SecurityTxt => Message::verbatim("security.txt"),
            Self::NotFound(_) | Self::NotFoundRoot => message!("job-not-found"),
            Self::Chooser => message!("job-chooser"),
            Self::Redirect(..) => message!("job-alias"),
            Self::Copy(_) | Self::Asset(_) => message!("job-file"),
            Self::Citation { .. } => message!("job-citation"),
            Self::Picture(..) | Self::Drawing(_) => message!("job-picture"),
            Self::Headers(_) => message!("job-headers"),
            Self::Index(..) => message!("job-search"),
            Self::Print { .. } | Self::Prints(..) => message!("job-print"),
        }
    }
}

/// What is given away as data.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dataset {
    /// The outcomes of a kind of a type, both by their names.
    Register(Arc<str>, Arc<str>),
    /// The entries of a type.
    Entries(Arc<str>),
}

/// How data are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DataFormat {
    /// Comma-separated values (RFC 4180).
    Csv,
    /// JSON (RFC 8259).
    Json,
}

/// How the list of all data is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IndexFormat {
    /// Plain JSON.
    Json,
    /// A catalogue in the words of DCAT (W3C, version 3), as JSON-LD.
    Dcat,
}

impl IndexFormat {
    /// Both, with the file beside the page on data.
    pub const FILES: [(Self, &'static str); 2] = [(Self::Json, "index.json"), (Self::Dcat, "catalog.jsonld")];
}
