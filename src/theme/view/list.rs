//! Pages that list entries: home, sections, taxonomies and terms. Knows nothing of entries' own pages.

use std::sync::Arc;

use serde::Serialize;
use tera::Value;

use super::fields::{term_title, term_value};
use super::page::{FeedView, PageView, Spot, breadcrumbs, home_crumb};
use super::{Components, Values, Views, fill, linked};
use crate::data::{Taxonomy, Term};
use crate::diagnostic::Diagnostic;
use crate::document::Body;
use crate::lang::Lang;
use crate::schema::SECTION;
use crate::site::route::{self, Route};
use crate::site::{Entry, EntryId, order};

#[derive(Serialize)]
struct SectionView<'a> {
    #[serde(flatten)]
    page: PageView,
    id: &'a str,
    #[serde(rename = "type")]
    type_: Option<&'a str>,
    body: Value,
    items: Vec<Value>,
    pager: Option<Pager>,
    children: Vec<Value>,
}

#[derive(Serialize)]
struct Pager {
    page: usize,
    pages: usize,
    total: usize,
    first: String,
    last: String,
    previous: Option<String>,
    next: Option<String>,
    urls: Vec<PagerUrl>,
}

#[derive(Serialize)]
struct PagerUrl {
    number: usize,
    url: String,
    current: bool,
}

/// Values of the home page. `body` is its text in the language that is shown.
///
/// # Errors
/// What is wrong with the components of its text.
pub fn home_values(
    views: &Views,
    entry: &Entry,
    body: &Body,
    components: &dyn Components,
) -> Result<Values, Vec<Diagnostic>> {
    let mut view = section(views, entry, body, 1, components)?;
    view.page.kind = "home";
    view.page.json_ld = linked::home(views, entry);
    view.items.clear();
    view.pager = None;
    Ok(views.common(Value::from_serializable(&view)))
}

/// Values of a page of a section, counted from 1.
///
/// # Errors
/// What is wrong with the components of its text.
pub fn section_values(
    views: &Views,
    entry: &Entry,
    body: &Body,
    number: usize,
    components: &dyn Components,
) -> Result<Values, Vec<Diagnostic>> {
    Ok(views.common(Value::from_serializable(&section(views, entry, body, number, components)?)))
}

fn section<'a>(
    views: &'a Views,
    entry: &'a Entry,
    body: &Body,
    number: usize,
    components: &dyn Components,
) -> Result<SectionView<'a>, Vec<Diagnostic>> {
    let site = &*views.site;
    let shown = site.shown(entry, &views.lang);
    let first = site.route_in(entry, &views.lang);
    let route = route::list_page(&first, number);
    let places = |lang: &Lang| {
        let (exists, indexed) = (entry.docs.contains_key(lang), site.indexed(entry, lang));
        Some(Spot { route: site.route_in(entry, lang), exists, indexed })
    };
    let mut page = PageView::new(views, "section", shown.doc.meta.title(), &route, &places);
    page.description = shown.doc.meta.text("description").map(ToString::to_string);
    page.breadcrumbs = breadcrumbs(views, entry);
    if !site.indexed(entry, &views.lang) {
        page.hide();
    } else if number > 1 {
        page.alternates.clear();
    }
    let typed = *entry.type_.name != *SECTION;
    if entry.type_.feed && *entry.path.0 == *entry.type_.folder {
        page.feeds.push(FeedView { title: page.title.clone(), href: views.url(&first.file("feed.xml")) });
    }
    if entry.path.as_str().is_empty() {
        add_type_feeds(views, &mut page);
        page.offer_chooser(views);
    }
    let ids = site.list(entry.id, &views.lang);
    let pages = order::pages(ids, entry.type_.per_page);
    let items = pages.get(number - 1).copied().unwrap_or_default();
    let children = site.entries.iter().filter(|child| child.section && child.parent == Some(entry.id));
    Ok(SectionView {
        id: entry.path.as_str(),
        type_: typed.then_some(&*entry.type_.name),
        body: Value::safe_string(&fill::whole(views, &body.html, entry, components)?),
        items: items.iter().map(|id| views.card(*id)).collect(),
        pager: (!ids.is_empty()).then(|| pager(views, &first, number, (pages.len(), ids.len()))),
        children: children.map(|child| views.link(child.id)).collect(),
        page,
    })
}

/// The home page announces the feeds of all types.
fn add_type_feeds(views: &Views, page: &mut PageView) {
    let sections = views
        .site
        .entries
        .iter()
        .filter(|entry| entry.section && entry.type_.feed && *entry.path.0 == *entry.type_.folder);
    for section in sections {
        let title = views.site.shown(section, &views.lang).doc.meta.title().to_owned();
        let href = views.url(&views.site.route_in(section, &views.lang).file("feed.xml"));
        page.feeds.push(FeedView { title, href });
    }
}

fn pager(views: &Views, first: &Route, number: usize, (pages, total): (usize, usize)) -> Pager {
    let url = |number: usize| views.url(&route::list_page(first, number));
    Pager {
        page: number,
        pages,
        total,
        first: url(1),
        last: url(pages),
        previous: (number > 1).then(|| url(number - 1)),
        next: (number < pages).then(|| url(number + 1)),
        urls: (1..=pages).map(|n| PagerUrl { number: n, url: url(n), current: n == number }).collect(),
    }
}

#[derive(Serialize)]
struct TaxonomyView<'a> {
    #[serde(flatten)]
    page: PageView,
    taxonomy: &'a str,
    terms: Vec<TermRow<'a>>,
}

#[derive(Serialize)]
struct TermRow<'a> {
    id: &'a str,
    title: &'a str,
    url: Option<String>,
    lang: &'a str,
    dir: &'static str,
    is_fallback: bool,
    description: Option<&'a str>,
    count: usize,
    at: Option<(f64, f64)>,
}

/// Values of the page of a taxonomy, its terms in the order of the language.
#[must_use]
pub fn taxonomy_values(views: &Views, taxonomy: &Taxonomy) -> Option<Values> {
    let site = &*views.site;
    let title = views.say(&taxonomy.label)?;
    let route = site.taxonomy_route(&taxonomy.id, &views.lang)?;
    let places = |lang: &Lang| Some(Spot::labelled(site.taxonomy_route(&taxonomy.id, lang)?, &taxonomy.label, lang));
    let mut page = PageView::new(views, "taxonomy", title, &route, &places);
    if taxonomy.label.own(&views.lang).is_none() {
        page.hide();
    }
    page.breadcrumbs = home_crumb(views);
    let mut terms: Vec<TermRow<'_>> = taxonomy.terms.values().map(|term| row(views, taxonomy, term)).collect();
    let locale = site.locale(&views.lang);
    terms.sort_by(|a, b| locale.compare(a.title, b.title).then(a.id.cmp(b.id)));
    Some(views.common(Value::from_serializable(&TaxonomyView { page, taxonomy: &taxonomy.id, terms })))
}

fn row<'a>(views: &'a Views, taxonomy: &'a Taxonomy, term: &'a Term) -> TermRow<'a> {
    let (title, lang) = term_title(&views.site, term, &views.lang);
    TermRow {
        id: &term.id,
        title,
        url: views.site.term_route(&taxonomy.id, &term.id, &views.lang).map(|route| views.url(&route)),
        lang: lang.as_str(),
        dir: lang.direction().as_str(),
        is_fallback: *lang != views.lang,
        description: views.say(&term.description).map(|text| &**text),
        count: with_term(views, taxonomy, term).len(),
        at: term.at,
    }
}

/// The entries of a term that show in the language, the newest first.
fn with_term(views: &Views, taxonomy: &Taxonomy, term: &Term) -> Vec<EntryId> {
    let site = &*views.site;
    let all = site.terms.get(&(Arc::clone(&taxonomy.id), Arc::clone(&term.id)));
    let listed = |id: &EntryId| site.listed(site.entry(*id), &views.lang);
    all.into_iter().flatten().copied().filter(listed).collect()
}

#[derive(Serialize)]
struct TermPage<'a> {
    #[serde(flatten)]
    page: PageView,
    taxonomy: &'a str,
    taxonomy_title: &'a str,
    taxonomy_url: String,
    term: TermDetail<'a>,
    items: Vec<Value>,
    pager: Option<Pager>,
}

#[derive(Serialize)]
struct TermDetail<'a> {
    id: &'a str,
    title: &'a str,
    description: Option<&'a str>,
    at: Option<(f64, f64)>,
    broader: Option<Value>,
    narrower: Vec<Value>,
}

/// Values of a page of a term, counted from 1.
#[must_use]
pub fn term_values(views: &Views, taxonomy: &Taxonomy, term: &Term, number: usize) -> Option<Values> {
    let site = &*views.site;
    let first = site.term_route(&taxonomy.id, &term.id, &views.lang)?;
    let (title, _) = term_title(site, term, &views.lang);
    let places = |lang: &Lang| Some(Spot::labelled(site.term_route(&taxonomy.id, &term.id, lang)?, &term.label, lang));
    let mut page = PageView::new(views, "term", title, &route::list_page(&first, number), &places);
    page.description = views.say(&term.description).map(ToString::to_string);
    page.breadcrumbs = home_crumb(views);
    if term.label.own(&views.lang).is_none() {
        page.hide();
    } else if number > 1 {
        page.alternates.clear();
    }
    let mut ids = with_term(views, taxonomy, term);
    order::sort_mixed(site, &mut ids, &views.lang);
    let pages = order::pages(&ids, taxonomy.per_page);
    let items = pages.get(number - 1).copied().unwrap_or_default();
    let narrower = taxonomy.terms.values().filter(|other| other.broader.as_ref().is_some_and(|b| b.value == term.id));
    let broader = term.broader.as_ref().and_then(|broader| taxonomy.terms.get(&broader.value));
    let view = TermPage {
        taxonomy: &taxonomy.id,
        taxonomy_title: views.say(&taxonomy.label).map_or("", |label| label),
        taxonomy_url: site.taxonomy_route(&taxonomy.id, &views.lang).map(|route| views.url(&route)).unwrap_or_default(),
        term: TermDetail {
            id: &term.id,
            title,
            description: views.say(&term.description).map(|text| &**text),
            at: term.at,
            broader: broader.map(|broader| term_value(views, &taxonomy.id, broader)),
            narrower: narrower.map(|narrower| term_value(views, &taxonomy.id, narrower)).collect(),
        },
        items: items.iter().map(|id| views.card(*id)).collect(),
        pager: (!ids.is_empty()).then(|| pager(views, &first, number, (pages.len(), ids.len()))),
        page,
    };
    Some(views.common(Value::from_serializable(&view)))
}
