//! A feed as Atom (RFC 4287). Knows nothing of the site.

use std::fmt::Write as _;

use super::model::{Feed, FeedItem, stamp};
use crate::xml::escape;

/// The time of what has none, so that equal sites make equal feeds.
const EPOCH: &str = "1970-01-01T00:00:00Z";

/// The text of a feed. Where no entry has a date, it dates itself by the epoch.
pub(super) fn atom(feed: &Feed<'_>) -> String {
    let updated = feed.items.iter().filter_map(|item| item.modified).max();
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    let _ = write!(
        out,
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>{}</title>\n",
        feed.lang,
        escape(&feed.title)
    );
    if let Some(description) = feed.description {
        let _ = writeln!(out, "<subtitle>{}</subtitle>", escape(description));
    }
    let url = escape(&feed.url);
    let _ = writeln!(out, "<link rel=\"self\" type=\"application/atom+xml\" href=\"{url}\"/>");
    let _ = writeln!(out, "<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>", escape(&feed.home));
    let _ = writeln!(out, "<id>{url}</id>");
    let _ = writeln!(out, "<updated>{}</updated>", updated.map_or_else(|| EPOCH.to_owned(), stamp));
    let _ = writeln!(out, "<author><name>{}</name></author>", escape(feed.author));
    for item in &feed.items {
        add(item, &mut out);
    }
    out.push_str("</feed>\n");
    out
}

fn add(item: &FeedItem<'_>, out: &mut String) {
    let _ = writeln!(out, "<entry>\n<title>{}</title>", escape(&item.title));
    let _ = writeln!(out, "<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>", escape(&item.url));
    let _ = writeln!(out, "<id>{}</id>", escape(&item.id));
    if let Some(day) = item.published {
        let _ = writeln!(out, "<published>{}</published>", stamp(day));
    }
    let _ = writeln!(out, "<updated>{}</updated>", item.modified.map_or_else(|| EPOCH.to_owned(), stamp));
    for tag in &item.tags {
        let _ = writeln!(out, "<category term=\"{}\" label=\"{}\"/>", escape(tag.id), escape(tag.label));
    }
    if !item.summary.is_empty() {
        let _ = writeln!(out, "<summary>{}</summary>", escape(&item.summary));
    }
    out.push_str("</entry>\n");
}
