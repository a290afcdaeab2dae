//! Atom (RFC 4287): the newest entries of a language, of one type or of all that have a feed.

use std::fmt::Write as _;
use std::sync::Arc;

use crate::lang::{Direction, Lang, isolate};
use crate::site::route::{self, Route};
use crate::site::{Entry, EntryId, Site, order};
use crate::xml::escape;

/// The feed at `route`. It lists entries that have a document of their own in the language and are not illustrative.
/// Where no entry has a date, the feed dates itself by the epoch, so that equal sites make equal feeds.
#[must_use]
pub fn atom(site: &Site, lang: &Lang, type_: Option<&Arc<str>>, route: &Route) -> String {
    let config = &site.config;
    let base = &config.base_url;
    let chain = config.chain(lang);
    let entries = newest(site, lang, type_);
    let name = config.name.get(lang, &chain).map_or("", |name| name);
    let title = match type_.and_then(|name| site.types.get(name)) {
        Some(type_) => {
            let section = site.find(&type_.folder).map(|section| site.shown(section, lang).doc.meta.title());
            let parts = [section.unwrap_or(&type_.name), name];
            // A name in other letters would change places with its neighbour where the text runs the other way.
            let [section, name] = match lang.direction() {
                Direction::Ltr => parts.map(str::to_owned),
                Direction::Rtl => parts.map(isolate),
            };
            format!("{section} – {name}")
        }
        None => name.to_owned(),
    };
    let home = match type_.and_then(|name| site.find(&site.types.get(name)?.folder)) {
        Some(section) => site.route_in(section, lang),
        None => route::home(lang, config),
    };
    let permalink = route.permalink(base);
    let updated = entries.iter().map(|entry| stamp(site, entry)).max();
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    let _ = write!(
        out,
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{lang}\">\n<title>{}</title>\n",
        escape(&title)
    );
    if let Some(description) = config.description.get(lang, &chain) {
        let _ = writeln!(out, "<subtitle>{}</subtitle>", escape(description));
    }
    let _ = writeln!(out, "<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>", escape(&permalink));
    let _ = writeln!(out, "<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>", escape(&home.permalink(base)));
    let _ = writeln!(out, "<id>{}</id>", escape(&permalink));
    let _ = writeln!(out, "<updated>{}</updated>", updated.unwrap_or_else(|| "1970-01-01T00:00:00Z".to_owned()));
    let _ = writeln!(out, "<author><name>{}</name></author>", escape(name));
    for entry in entries {
        add(site, entry, lang, &mut out);
    }
    out.push_str("</feed>\n");
    out
}

fn newest<'a>(site: &'a Site, lang: &Lang, type_: Option<&Arc<str>>) -> Vec<&'a Entry> {
    let wanted = |entry: &&Entry| {
        let of_type = match type_ {
            Some(name) => entry.type_.name == *name,
            None => entry.type_.feed,
        };
        let published = entry.docs.get(lang).is_some_and(|doc| !doc.meta.flag("noindex"));
        of_type && !entry.section && published && !entry.source.meta.flag("illustrative")
    };
    let mut ids: Vec<EntryId> = site.entries.iter().filter(wanted).map(|entry| entry.id).collect();
    order::sort_mixed(site, &mut ids, lang);
    ids.truncate(site.config.feed_limit);
    ids.into_iter().map(|id| site.entry(id)).collect()
}

fn add(site: &Site, entry: &Entry, lang: &Lang, out: &mut String) {
    let shown = site.shown(entry, lang);
    let url = site.route_in(entry, lang).permalink(&site.config.base_url);
    let meta = &shown.doc.meta;
    let _ = writeln!(out, "<entry>\n<title>{}</title>", escape(meta.title()));
    let _ = writeln!(out, "<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>", escape(&url));
    let _ = writeln!(out, "<id>{}</id>", escape(&url));
    let stamp = stamp(site, entry);
    if site.date(entry).is_some() {
        let _ = writeln!(out, "<published>{}T00:00:00Z</published>", site.date(entry).unwrap_or_default());
    }
    let _ = writeln!(out, "<updated>{stamp}</updated>");
    let summary = match meta.text("description") {
        Some(description) => description.as_ref(),
        None if site.withheld(entry) => "",
        None => &meta.summary,
    };
    if !summary.is_empty() {
        let _ = writeln!(out, "<summary>{}</summary>", escape(summary));
    }
    out.push_str("</entry>\n");
}

/// The day of the last change that is known, as RFC 3339.
fn stamp(site: &Site, entry: &Entry) -> String {
    let updated = match entry.source.meta.field("updated") {
        Some(crate::schema::FieldValue::Date(date)) => Some(*date),
        _ => None,
    };
    let day = updated.or_else(|| site.date(entry));
    day.map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), |day| format!("{day}T00:00:00Z"))
}
