//! A feed as a value, which every format of feeds is written from. Knows nothing of those formats.

use std::borrow::Cow;

use jiff::civil::Date;

use super::FeedContext;
use crate::document::outcomes::Outcome;
use crate::lang::{DateStyle, Lang, truncate};
use crate::site::facets;
use crate::site::follow::FollowedList;
use crate::site::register::RecordId;
use crate::site::{Entry, Route, Scope, Site, route};

/// Characters of a title that is made of a text.
const TITLE: usize = 160;

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
    pub(super) summary: Cow<'a, str>,
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
        title: context.title(page.as_deref()),
        description: config.description.get(lang, &config.chain(lang)).map(|text| &**text),
        author: context.name(),
        home: home.permalink(&config.base_url),
        url: route.permalink(&config.base_url),
        items: match site.followed_list(scope) {
            Some(list) => outcomes(context, list),
            None => site.newest(scope, lang).into_iter().map(|entry| item(context, entry)).collect(),
        },
    }
}

/// The newest outcomes of a list.
fn outcomes<'a>(context: FeedContext<'a>, list: FollowedList<'_>) -> Vec<FeedItem<'a>> {
    let ids = context.site.followed(list, context.lang);
    ids.into_iter().take(context.site.config.feed_limit).filter_map(|id| outcome(context, id)).collect()
}

fn outcome(context: FeedContext<'_>, id: RecordId) -> Option<FeedItem<'_>> {
    let (site, lang) = (context.site, context.lang);
    let config = &site.config;
    let (entry, outcome) = site.public_record(id, lang)?;
    let text = &outcome.text.text;
    let title = truncate(text, TITLE);
    let told = told_of(context, entry, outcome.source);
    let summary = if *title == **text { told } else { format!("{text}\n{told}") };
    Some(FeedItem {
        id: route::feed_id(&format!("{}#{}", entry.path, outcome.source.id), lang, config),
        url: format!("{}#{}", site.route_in(entry, lang).permalink(&config.base_url), outcome.source.id),
        title: context.invented(entry, &title, lang),
        summary: Cow::Owned(summary),
        published: site.date(entry),
        modified: modified(site, entry),
        tags: Vec::new(),
    })
}

/// What is told of an outcome beside its words: whose it is, and where and when it was agreed.
pub(super) fn told_of(context: FeedContext<'_>, entry: &Entry, outcome: &Outcome) -> String {
    let (site, lang) = (context.site, context.lang);
    let owner = entry.type_.owner_field();
    let attributes = site.public_attributes(entry, outcome, lang);
    let value = owner.and_then(|field| attributes.iter().find(|public| public.field.name == field.name));
    let facets = value.map(|public| facets::facet_values(&public.value)).unwrap_or_default();
    let mut told: Vec<String> = facets.iter().map(|facet| site.facet_title(owner, facet, lang).0).collect();
    told.push(site.localized_doc(entry, lang).doc.meta.title().to_owned());
    told.extend(site.date(entry).map(|day| site.locale(lang).date(day, DateStyle::Long)));
    told.join(" · ")
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
            Some(description) => Cow::Borrowed(description),
            None if site.withheld(entry) => Cow::Borrowed(""),
            None => Cow::Borrowed(&meta.summary),
        },
        published: site.date(entry),
        modified: modified(site, entry),
        tags: site.terms_of(entry).map(|term| FeedTag { id: &term.id, label: label(term) }).collect(),
    }
}
