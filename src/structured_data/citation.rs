//! How an entry is cited: one model for the line on its page and for all files. What is not known is left out.
//! Knows nothing of how it is written down.

#![deny(clippy::wildcard_enum_match_arm)]

use super::formats;
use super::title;
use super::values::{EntryReader, deciding_id, fields, words};
use crate::lang::{Lang, fold};
use crate::site::value::Resolved;
use crate::site::{Entry, Site};

/// What is known of a thing to cite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// A name of ASCII letters, digits and `-`.
    pub key: String,
    /// What it is, in the words of CSL.
    pub type_: String,
    /// Who made it.
    pub authors: Vec<String>,
    /// Who published it.
    pub publishers: Vec<String>,
    /// The year of publication.
    pub year: Option<i16>,
    /// What it is called.
    pub title: String,
    /// Where it is, else the page about it.
    pub url: String,
}

/// A format of programs that keep references.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CitationFormat {
    /// BibTeX.
    Bibtex,
    /// The format of Research Information Systems.
    Ris,
    /// CSL-JSON 1.0.2.
    Csl,
}

/// All formats, in the order of their links.
pub const FORMATS: &[CitationFormat] = &[CitationFormat::Bibtex, CitationFormat::Ris, CitationFormat::Csl];

impl CitationFormat {
    /// What it is called.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bibtex => "BibTeX",
            Self::Ris => "RIS",
            Self::Csl => "CSL-JSON",
        }
    }

    /// Its file below the page.
    #[must_use]
    pub const fn file(self) -> &'static str {
        match self {
            Self::Bibtex => "cite.bib",
            Self::Ris => "cite.ris",
            Self::Csl => "cite.json",
        }
    }

    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Bibtex => "application/x-bibtex",
            Self::Ris => "application/x-research-info-systems",
            Self::Csl => "application/vnd.citationstyles.csl+json",
        }
    }
}

/// Whether an entry is cited in a language: it has a text of its own there, and is neither invented nor kept back.
#[must_use]
pub fn is_cited(site: &Site, entry: &Entry, lang: &Lang) -> bool {
    let apart = ["illustrative", "sensitive"].iter().any(|flag| entry.source.meta.flag(flag));
    entry.type_.linked.cite.is_some() && entry.docs.contains_key(lang) && !apart && !site.withheld(entry)
}

/// The citation of an entry in a language.
#[must_use]
pub fn of(site: &Site, entry: &Entry, lang: &Lang) -> Option<Citation> {
    let chosen = entry.type_.linked.cite.as_ref().filter(|_| is_cited(site, entry, lang))?;
    let route = site.route_in(entry, lang);
    let mut citation = Citation {
        key: key(route.0.trim_end_matches('/').rsplit('/').next().unwrap_or_default(), entry),
        type_: chosen.of(deciding_id(site, entry, chosen.by())).to_string(),
        authors: Vec::new(),
        publishers: Vec::new(),
        year: None,
        title: title(site, entry, lang),
        url: String::new(),
    };
    let reading = EntryReader { site, entry, lang };
    for public in fields(reading) {
        let Some(part) = &public.field.linked.cite else { continue };
        match &*part.value {
            "author" => citation.authors.extend(words(reading, &public.value)),
            "publisher" => citation.publishers.extend(words(reading, &public.value)),
            "year" => citation.year = year(&public.value),
            _ => citation.url = words(reading, &public.value).pop().unwrap_or_default(),
        }
    }
    if citation.url.is_empty() {
        citation.url = route.permalink(&site.config.base_url);
    }
    Some(citation)
}

fn year(value: &Resolved<'_>) -> Option<i16> {
    match value {
        Resolved::Date(date) => Some(date.year()),
        Resolved::DateTime(time) => Some(time.date().year()),
        Resolved::Deadline(value) => value.deadline.first_year(),
        Resolved::Integer(year) => i16::try_from(*year).ok(),
        // A declaration that makes one of these a year is refused.
        Resolved::Text(_)
        | Resolved::Url(_)
        | Resolved::Email(_)
        | Resolved::Phone(_)
        | Resolved::Rich(_)
        | Resolved::Bool(_)
        | Resolved::Money(_)
        | Resolved::Choice(_)
        | Resolved::Term(_)
        | Resolved::Language(_)
        | Resolved::Licence(_)
        | Resolved::Entry(_)
        | Resolved::Entries(_)
        | Resolved::Outcomes(_)
        | Resolved::File(_)
        | Resolved::Picture(_)
        | Resolved::Confidentiality(_)
        | Resolved::List(_)
        | Resolved::Group(_) => None,
    }
}

/// The last part of the address in ASCII; where no letter of it is left, the name of the entry, else of its type.
fn key(slug: &str, entry: &Entry) -> String {
    let letters = |text: &String| text.contains(|c: char| c.is_ascii_alphabetic());
    [slug, entry.path.name(), &entry.type_.name].into_iter().map(ascii_only).find(letters).unwrap_or_default()
}

fn ascii_only(text: &str) -> String {
    let kept: String = fold(text).chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    kept.trim_matches('-').to_owned()
}

impl Citation {
    /// The file of a format.
    #[must_use]
    pub fn write(&self, format: CitationFormat) -> String {
        match format {
            CitationFormat::Bibtex => formats::bibtex(self),
            CitationFormat::Ris => formats::ris(self),
            CitationFormat::Csl => formats::csl(self),
        }
    }
}
