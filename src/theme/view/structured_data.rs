//! What templates see of what machines read: JSON-LD, Dublin Core and citations. Knows nothing of how they are made.

use serde::Serialize;
use tera::Value;

use super::Views;
use crate::site::{Entry, Route};
use crate::structured_data;
use crate::structured_data::citation::{self, CitationFormat};

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
    Some(CitationView {
        formats: citation::FORMATS.iter().map(|format| format_view(views, &page, *format)).collect(),
        authors: citation.authors,
        publishers: citation.publishers,
        year: citation.year,
        title: citation.title,
        url: citation.url,
    })
}

fn format_view(views: &Views, page: &Route, format: CitationFormat) -> FormatView {
    FormatView { name: format.name(), url: views.url(&page.file(format.file())), type_: format.media_type() }
}
