//! A feed as JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>). Knows nothing of the site.

use serde::Serialize;

use super::model::{Feed, FeedItem, stamp};

#[derive(Serialize)]
struct FeedJson<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    language: &'a str,
    authors: [Author<'a>; 1],
    items: Vec<ItemJson<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct ItemJson<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    summary: &'a str,
    /// The format asks for a content; the feed tells as much as the summary does.
    content_text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<&'a str>,
}

/// The text of a feed.
pub(super) fn json(feed: &Feed<'_>) -> String {
    let view = FeedJson {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: &feed.home,
        feed_url: &feed.url,
        description: feed.description,
        language: feed.lang.as_str(),
        authors: [Author { name: feed.author }],
        items: feed.items.iter().map(item).collect(),
    };
    let text = serde_json::to_string_pretty(&view).expect("texts and lists can be written as JSON");
    text + "\n"
}

fn item<'a>(item: &'a FeedItem<'_>) -> ItemJson<'a> {
    ItemJson {
        id: &item.id,
        url: &item.url,
        title: &item.title,
        summary: &item.summary,
        content_text: &item.summary,
        date_published: item.published.map(stamp),
        date_modified: item.modified.map(stamp),
        tags: item.tags.iter().map(|tag| tag.label).collect(),
    }
}
