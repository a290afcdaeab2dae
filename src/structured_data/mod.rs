//! What pages tell machines: what they are about in the words of schema.org, Dublin Core, and citations. Pure functions
//! from the site to text; which words are used is declared by the content types.
//! Knows nothing of templates and of what stands at an address.

pub mod citation;
mod dublin_core;
mod formats;
mod json_ld;
mod values;

use crate::lang::{Lang, without_isolates};
use crate::site::{Entry, Route, Site};

pub use dublin_core::dublin_core;
pub use json_ld::{entry, home};

/// Whether machines are told what the page of an entry is about: where people stand behind it, as for search engines,
/// and where nothing of it is kept back.
fn is_told(site: &Site, entry: &Entry, lang: &Lang) -> bool {
    site.indexed(entry, lang) && !entry.source.meta.flag("sensitive") && !site.withheld(entry)
}

/// The page that names an entry in all languages: that of its source, else the first that machines are told of.
fn identity(site: &Site, entry: &Entry) -> Option<Route> {
    let languages = site.config.languages.iter().map(|language| &language.lang);
    let told = std::iter::once(&entry.source_lang).chain(languages).find(|lang| is_told(site, entry, lang))?;
    Some(site.route_in(entry, told))
}

/// The title of an entry for a reader of a language, as plain text.
fn title(site: &Site, entry: &Entry, lang: &Lang) -> String {
    without_isolates(site.localized_doc(entry, lang).doc.meta.title())
}

/// The name of the site.
fn site_name(site: &Site, lang: &Lang) -> String {
    site.config.name.get(lang, &site.config.chain(lang)).map(ToString::to_string).unwrap_or_default()
}
