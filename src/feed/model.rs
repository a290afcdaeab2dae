//! A feed as a value, which every format of feeds is written from. Knows nothing of those formats.

use jiff::civil::Date;

use super::FeedContext;
use crate::lang::Lang;
use crate::site::{Entry, Route, Scope, Site, route};

/// The newest entries of something.
pub(super) struct Feed<'a> {
    pub(super) lang: &'a Lang,
    pub(super) title: String,
    pub(super) description: Option<&'a str>,
    /// Who publishes it.
    pub(super) author: &'a str,
    /// The page that it belongs to.
    pub(super) home: String,
    /// Where it stands itself.
    pub(super) url: String,
    pub(super) items: Vec<FeedItem<'a>>,
}

/// An entry in a feed.
pub(super) struct FeedItem<'a> {
    /// Stays the same whatever its title and address become.
    pub(super) id: String,
    pub(super) url: String,
    pub(super) title: String,
    pub(super) summary: &'a str,
    pub(super) published: Option<Date>,
    /// The last change that is known.
    pub(super) modified: Option<Date>,
    pub(super) tags: Vec<FeedTag<'a>>,
}

/// A term of an entry.
pub(super) struct FeedTag<'a> {
    pub(super) id: &'a str,
    pub(super) label: &'a str,
}

/// Days are told as the midnight that starts them, in UTC (RFC 3339): sources give no time.
pub(super) fn stamp(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

/// The day of the last change of an entry, as far as it is known.
pub(super) fn modified(site: &Site, entry: &Entry) -> Option<Date> {
    site.updated(entry).or_else(|| site.date(entry))
}

/// The feed of `scope`, which stands at `route`.
pub(super) fn feed<'a>(context: FeedContext<'a>, scope: &Scope, route: &Route) -> Feed<'a> {
    let (site, lang) = (context.site, context.lang);
    let config = &site.config;
    let (page, home) = site.feed_page(scope, lang);
    Feed {
        lang,
        title: context.title(page),
        description: config.description.get(lang, &config.chain(lang)).map(|text| &**text),
        author: context.name(),
        home: home.permalink(&config.base_url),
        url: route.permalink(&config.base_url),
        items: site.newest(scope, lang).into_iter().map(|entry| item(context, entry)).collect(),
    }
}

fn item<'a>(context: FeedContext<'a>, entry: &'a Entry) -> FeedItem<'a> {
    let (site, lang) = (context.site, context.lang);
    let config = &site.config;
    let meta = &site.localized_doc(entry, lang).doc.meta;
    let chain = config.chain(lang);
    let label = |term: &'a crate::data::Term| term.label.get(lang, &chain).map_or(&*term.id, |label| label);
    FeedItem {
        id: route::feed_id(entry.path.as_str(), lang, config),
        url: site.route_in(entry, lang).permalink(&config.base_url),
        title: context.marked(entry, meta.title(), lang),
        summary: match meta.text("description") {
            Some(description) => description,
            None if site.withheld(entry) => "",
            None => &meta.summary,
        },
        published: site.date(entry),
        modified: modified(site, entry),
        tags: site.terms_of(entry).map(|term| FeedTag { id: &term.id, label: label(term) }).collect(),
    }
}
