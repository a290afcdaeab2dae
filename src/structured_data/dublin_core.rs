//! Dublin Core (DCMI Metadata Terms) of a page. Knows nothing of how it is written in HTML.

use super::values::{EntryReader, fields, words};
use super::{is_told, site_name, title};
use crate::lang::{Lang, without_isolates};
use crate::schema::structured_data::ELEMENTS;
use crate::site::{Entry, Site};

/// The names of [`ELEMENTS`] as they stand in pages.
const NAMES: [&str; ELEMENTS.len()] =
    ["dcterms.contributor", "dcterms.creator", "dcterms.publisher", "dcterms.rights", "dcterms.subject"];

/// Names and contents of all that is known of the page of an entry; nothing where machines are not told. The site is
/// the publisher where no field names another.
#[must_use]
pub fn dublin_core(site: &Site, entry: &Entry, lang: &Lang) -> Vec<(&'static str, String)> {
    if !is_told(site, entry, lang) {
        return Vec::new();
    }
    let shown = site.localized_doc(entry, lang);
    let mut all = vec![
        ("dcterms.title", title(site, entry, lang)),
        ("dcterms.language", lang.to_string()),
        ("dcterms.identifier", site.route_in(entry, lang).permalink(&site.config.base_url)),
        ("dcterms.type", entry.type_.linked.dublin_core.as_deref().unwrap_or("Text").to_owned()),
    ];
    all.extend(site.description(entry, shown).map(|text| ("dcterms.description", without_isolates(&text))));
    all.extend(site.date(entry).map(|date| ("dcterms.date", date.to_string())));
    all.extend(site.updated(entry).map(|date| ("dcterms.modified", date.to_string())));
    let reading = EntryReader { site, entry, lang };
    for public in fields(reading) {
        let Some(element) = &public.field.linked.dublin_core else { continue };
        let names = ELEMENTS.iter().zip(NAMES).filter(|(known, _)| **known == &*element.value);
        all.extend(names.flat_map(|(_, name)| words(reading, &public.value).into_iter().map(move |word| (name, word))));
    }
    if !all.iter().any(|(name, _)| *name == "dcterms.publisher") {
        all.push(("dcterms.publisher", site_name(site, lang)));
    }
    all
}
