//! The page that tells readers how far each language is. Knows nothing of entries' texts.

use serde::Serialize;
use std::borrow::Cow;
use tera::Value;

use super::Views;
use super::page::PageView;
use crate::site::{Entry, StatusCounts, TranslationStatus};

#[derive(Serialize)]
struct CoverageView<'a> {
    #[serde(flatten)]
    page: PageView,
    /// Every language of the site, in its order.
    languages: Vec<LanguageRow<'a>>,
    /// Every content type, in the language of the page; sections last.
    kinds: Vec<KindRow<'a>>,
}

#[derive(Serialize)]
struct LanguageRow<'a> {
    tag: &'a str,
    name: &'a str,
    dir: &'static str,
    url: String,
    #[serde(flatten)]
    counts: CountsView,
}

#[derive(Serialize)]
struct KindRow<'a> {
    /// Nothing for the pages of sections.
    label: Option<Cow<'a, str>>,
    url: Option<String>,
    #[serde(flatten)]
    counts: CountsView,
}

#[derive(Serialize)]
struct CountsView {
    total: usize,
    source: usize,
    reviewed: usize,
    draft: usize,
    machine: usize,
    outdated: usize,
    missing: usize,
    percent: usize,
}

impl From<StatusCounts> for CountsView {
    fn from(counts: StatusCounts) -> Self {
        Self {
            total: counts.total(),
            source: counts.of(TranslationStatus::Source),
            reviewed: counts.of(TranslationStatus::Reviewed),
            draft: counts.of(TranslationStatus::Draft),
            machine: counts.of(TranslationStatus::Machine),
            outdated: counts.of(TranslationStatus::Outdated),
            missing: counts.of(TranslationStatus::Missing),
            percent: counts.percent(),
        }
    }
}

/// Values of the page on translations.
pub(super) fn values(views: &Views, page: PageView) -> Value {
    let languages = views.site.config.languages.iter().map(|language| language_row(views, language)).collect();
    Value::from_serializable(&CoverageView { page, languages, kinds: kinds(views) })
}

fn language_row<'a>(views: &Views, language: &'a crate::config::Language) -> LanguageRow<'a> {
    let home = crate::site::route::home(&language.lang, &views.site.config);
    LanguageRow {
        tag: language.lang.as_str(),
        name: &language.name,
        dir: language.direction.as_str(),
        url: views.url(&home),
        counts: views.site.status_counts(&language.lang, |_| true).into(),
    }
}

fn kinds(views: &Views) -> Vec<KindRow<'_>> {
    let site = &*views.site;
    let mut rows = Vec::new();
    for type_ in site.types.iter() {
        let of_type = |entry: &Entry| !entry.section && entry.type_.name == type_.name;
        let section = site.find(&type_.folder).filter(|section| section.section);
        rows.push(KindRow {
            label: Some(views.localized(&type_.plural).unwrap_or(Cow::Borrowed(&type_.name))),
            url: section.map(|section| views.url(&site.route_in(section, &views.lang))),
            counts: site.status_counts(&views.lang, of_type).into(),
        });
    }
    rows.push(KindRow {
        label: None,
        url: None,
        counts: site.status_counts(&views.lang, |entry| entry.section).into(),
    });
    rows.retain(|row| row.counts.total > 0);
    rows
}
