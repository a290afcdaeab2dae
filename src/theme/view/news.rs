//! The page that tells readers what is new. Knows nothing of what counts as new.

use serde::Serialize;
use tera::Value;

use super::Views;
use super::page::PageView;
use crate::site::News;

#[derive(Serialize)]
struct NewsView {
    #[serde(flatten)]
    page: PageView,
    /// The newest month first.
    months: Vec<Month>,
}

#[derive(Serialize)]
struct Month {
    /// `2026-06`
    id: String,
    /// What the language calls it.
    label: String,
    items: Vec<NewsItem>,
}

#[derive(Serialize)]
struct NewsItem {
    day: String,
    /// `new` or `updated`.
    change: &'static str,
    card: Value,
}

/// Values of the page on what is new.
pub(super) fn values(views: &Views, page: PageView) -> Value {
    let news = views.site.news(&views.lang);
    let month = |a: &News, b: &News| (a.day.year(), a.day.month()) == (b.day.year(), b.day.month());
    let months = news.chunk_by(month).map(|news| {
        let first = news[0].day;
        Month {
            id: first.strftime("%Y-%m").to_string(),
            label: views.site.locale(&views.lang).month(first.year(), first.month()),
            items: news.iter().map(|news| item(views, news)).collect(),
        }
    });
    Value::from_serializable(&NewsView { page, months: months.collect() })
}

fn item(views: &Views, news: &News) -> NewsItem {
    let change = if news.updated { "updated" } else { "new" };
    NewsItem { day: news.day.to_string(), change, card: views.card(news.entry) }
}
