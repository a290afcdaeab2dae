//! The page to search: what its script needs to know, and a list of all pages for readers without it.
//! Knows nothing of the index.

use serde::Serialize;
use std::borrow::Cow;
use tera::Value;

use super::fields::term_title;
use super::page::PageView;
use super::{LanguageView, Views, language_view};
use crate::config::Language;
use crate::lang::Lang;
use crate::site::route;

/// Titles that are listed of one kind, so that the page stays light on a large site; the page of the list has all.
const LISTED: usize = 200;

#[derive(Serialize)]
struct SearchView<'a> {
    #[serde(flatten)]
    page: PageView,
    /// Where the index lies.
    index: String,
    /// Languages that are searched, the nearest to the reader first.
    languages: Vec<LanguageView<'a>>,
    /// Kinds of things that can be found.
    kinds: Vec<KindView>,
    /// All pages by type, and all terms.
    groups: Vec<GroupView>,
}

#[derive(Serialize)]
struct KindView {
    id: String,
    /// Nothing for those that the theme names.
    label: Option<String>,
    /// `type`, `outcome`, `terms`, `section` or `file`.
    family: &'static str,
    name: String,
}

#[derive(Serialize)]
struct GroupView {
    name: String,
    label: String,
    url: Option<String>,
    count: usize,
    /// The first of them, by title.
    items: Vec<Value>,
}

#[derive(Serialize)]
struct FilterTermView<'a> {
    title: &'a str,
    url: String,
    lang: &'a str,
    dir: &'static str,
}

/// Values of the page to search.
pub(super) fn values(views: &Views, page: PageView) -> Value {
    let config = &views.site.config;
    // The reader's own language, those that they are shown where it has nothing, all others.
    let near: Vec<&Lang> = std::iter::once(&views.lang).chain(config.document_chain(&views.lang)).collect();
    let place = |language: &&Language| near.iter().position(|lang| **lang == language.lang).unwrap_or(near.len());
    let mut languages: Vec<&Language> = config.languages.iter().collect();
    languages.sort_by_key(place);
    Value::from_serializable(&SearchView {
        page,
        index: views.url(&route::search()),
        languages: languages.into_iter().map(|language| language_view(language, None)).collect(),
        kinds: kinds(views),
        groups: types(views).chain(taxonomies(views)).filter(|group| group.count > 0).collect(),
    })
}

impl KindView {
    fn new(family: &'static str, name: &str, label: Option<String>) -> Self {
        let id = if name.is_empty() { family.to_owned() } else { format!("{family}:{name}") };
        Self { id, label, family, name: name.to_owned() }
    }
}

fn kinds(views: &Views) -> Vec<KindView> {
    let types = views.site.types.iter().map(|type_| {
        let label = views.localized(&type_.label).map_or_else(|| type_.name.to_string(), Cow::into_owned);
        KindView::new("type", &type_.name, Some(label))
    });
    let outcomes = views.site.types.iter().any(|type_| type_.outcomes.is_some());
    let declared = views.site.types.outcome_kinds().iter().filter(|_| outcomes);
    let outcomes =
        declared.map(|kind| KindView::new("outcome", &kind.name, views.localized(&kind.label).map(Cow::into_owned)));
    let terms = views.site.data.taxonomies.values().filter_map(|taxonomy| {
        views.site.taxonomy_route(&taxonomy.id, &views.lang)?;
        Some(KindView::new("terms", &taxonomy.id, views.localized(&taxonomy.label).map(Cow::into_owned)))
    });
    types
        .chain(outcomes)
        .chain(terms)
        .chain([KindView::new("section", "", None), KindView::new("file", "", None)])
        .collect()
}

fn types(views: &Views) -> impl Iterator<Item = GroupView> {
    let site = &*views.site;
    let locale = site.locale(&views.lang);
    site.types.iter().map(move |type_| {
        let title = |id: &crate::site::EntryId| site.localized_doc(site.entry(*id), &views.lang).doc.meta.title();
        let mut ids = views.of_type(&type_.name).unwrap_or_default().to_vec();
        ids.sort_by_cached_key(|id| (locale.sort_key(title(id)), *id));
        GroupView {
            name: format!("type-{}", type_.name),
            label: views.localized(&type_.plural).map_or_else(|| type_.name.to_string(), Cow::into_owned),
            url: site.section_of(type_).map(|section| views.url(&site.route_in(section, &views.lang))),
            count: ids.len(),
            items: ids.into_iter().take(LISTED).map(|id| views.link(id)).collect(),
        }
    })
}

fn taxonomies(views: &Views) -> impl Iterator<Item = GroupView> {
    let site = &*views.site;
    let locale = site.locale(&views.lang);
    site.data.taxonomies.values().filter_map(move |taxonomy| {
        let route = site.taxonomy_route(&taxonomy.id, &views.lang)?;
        let mut terms: Vec<FilterTermView<'_>> = taxonomy
            .terms
            .values()
            .filter_map(|term| {
                let (title, lang) = term_title(site, term, &views.lang);
                let route = site.term_route(&taxonomy.id, &term.id, &views.lang)?;
                Some(FilterTermView {
                    title,
                    url: views.url(&route),
                    lang: lang.as_str(),
                    dir: lang.direction().as_str(),
                })
            })
            .collect();
        terms.sort_by(|a, b| locale.compare(a.title, b.title));
        Some(GroupView {
            name: format!("terms-{}", taxonomy.id),
            label: views.localized(&taxonomy.label).map_or_else(|| taxonomy.id.to_string(), Cow::into_owned),
            url: Some(views.url(&route)),
            count: terms.len(),
            items: terms.iter().take(LISTED).map(Value::from_serializable).collect(),
        })
    })
}
