//! What templates see of what machines read: JSON-LD, Dublin Core and citations. Knows nothing of how they are made.

use serde::Serialize;
use tera::Value;

use super::Views;
use crate::site::Entry;
use crate::structured_data::{self, citation};

/// A `<meta>` of the page.
#[derive(Serialize)]
pub(super) struct MetadataView {
    name: &'static str,
    content: String,
}

/// How an entry is cited.
#[derive(Serialize)]
pub(super) struct CitationView {
    authors: Vec<String>,
    publishers: Vec<String>,
    year: Option<i16>,
    title: String,
    url: String,
    formats: Vec<FormatView>,
}

/// A file for programs that keep references.
#[derive(Serialize)]
struct FormatView {
    name: &'static str,
    url: String,
    #[serde(rename = "type")]
    type_: &'static str,
}

/// What an entry is, as a text that can stand in a `<script>`.
pub(super) fn json_ld(views: &Views, entry: &Entry) -> Option<Value> {
    structured_data::entry(&views.site, entry, &views.lang).map(|text| Value::safe_string(&text))
}

/// What the site is.
pub(super) fn home(views: &Views, entry: &Entry) -> Option<Value> {
    structured_data::home(&views.site, entry, &views.lang).map(|text| Value::safe_string(&text))
}

/// Dublin Core of an entry.
pub(super) fn metadata(views: &Views, entry: &Entry) -> Vec<MetadataView> {
    let all = structured_data::dublin_core(&views.site, entry, &views.lang);
    all.into_iter().map(|(name, content)| MetadataView { name, content }).collect()
}

/// The citation of an entry with its files.
pub(super) fn citation(views: &Views, entry: &Entry) -> Option<CitationView> {
    let citation = citation::of(&views.site, entry, &views.lang)?;
    let page = views.site.route_in(entry, &views.lang);
    let format = |format: &citation::CitationFormat| FormatView {
        name: format.name(),
        url: views.url(&page.file(format.file())),
        type_: format.media_type(),
    };
    Some(CitationView {
        formats: citation::FORMATS.iter().map(format).collect(),
        authors: citation.authors,
        publishers: citation.publishers,
        year: citation.year,
        title: citation.title,
        url: citation.url,
    })
}
