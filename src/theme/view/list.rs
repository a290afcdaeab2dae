//! Pages that list entries: home, sections, taxonomies and terms. Knows nothing of entries' own pages.

use std::borrow::Cow;
use std::sync::Arc;

use serde::Serialize;
use tera::Value;

use super::fields::{term_title, term_value};
use super::map::{self, MapView};
use super::page::{FeedView, LanguagePlace, LinkPictureView, PageView, breadcrumbs, home_crumb};
use super::register::{DataView, NamedLink, PartGroup, PartView, by_field, data, list_part, registers};
use super::{Components, TemplateValues, Views, fill, outcome, structured_data};
use crate::data::{Taxonomy, Term};
use crate::diagnostic::Diagnostic;
use crate::document::Body;
use crate::lang::Lang;
use crate::plan::Dataset;
use crate::schema::{Field, SECTION, Type};
use crate::site::facets::{FacetFilter, FacetValue};
use crate::site::route::{self, Route};
use crate::site::{Entry, EntryId, LocalizedDoc, Pagination, order};

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
    groups: Vec<PartGroup>,
    part: Option<PartView>,
    data: Vec<DataView>,
    map: Option<MapView>,
    registers: Vec<NamedLink>,
}

#[derive(Serialize)]
pub(super) struct Pager {
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
) -> Result<TemplateValues, Vec<Diagnostic>> {
    let mut view = section(views, entry, body, 1, components)?;
    view.page.kind = "home";
    view.page.json_ld = structured_data::home(views, entry);
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
) -> Result<TemplateValues, Vec<Diagnostic>> {
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
    let localized = site.localized_doc(entry, &views.lang);
    let first = site.route_in(entry, &views.lang);
    let route = route::list_page(&first, number);
    let places = |lang: &Lang| Some(LanguagePlace::of_section(views, entry, lang));
    let mut page = PageView::new(views, "section", &views.title(localized), &route, &places);
    let description = localized.doc.meta.text("description");
    page.description = description.map(|text| views.lent(text, localized.lang).into_owned());
    page.breadcrumbs = breadcrumbs(views, entry);
    page.card = LinkPictureView::new(views, entry);
    if !site.indexed(entry, &views.lang) {
        page.hide();
    } else if number > 1 {
        page.alternates.clear();
    }
    let typed = *entry.type_.name != *SECTION;
    let is_list = *entry.path.0 == *entry.type_.folder;
    page.announce_type(views, entry);
    if is_list {
        page.calendar = FeedView::calendar(views, &entry.type_);
    }
    if entry.path.as_str().is_empty() {
        // The home page announces the feeds of all types.
        site.entries.iter().filter(|other| other.section).for_each(|other| page.announce_type(views, other));
        page.offer_chooser(views);
    }
    let ids = site.list(entry.id, &views.lang);
    let pagination = Pagination::new(entry.type_.per_page);
    let items = pagination.page(ids, number);
    let children = site.entries.iter().filter(|child| child.section && child.parent == Some(entry.id));
    Ok(SectionView {
        id: entry.path.as_str(),
        type_: typed.then_some(&*entry.type_.name),
        body: Value::safe_string(&in_its_language(
            fill::whole(views, &body.tree, entry, components)?,
            localized,
            views,
        )),
        items: items.iter().map(|id| views.card(*id)).collect(),
        pager: (!ids.is_empty()).then(|| pager(views, &first, number, pagination.pages(ids.len()), ids.len())),
        children: children.map(|child| views.link(child.id)).collect(),
        groups: if is_list { part_groups(views, &entry.type_, None) } else { Vec::new() },
        part: None,
        data: if entry.type_.data && is_list { data(views, &first, &dataset(&entry.type_)) } else { Vec::new() },
        map: (typed && is_list).then(|| map::of_type(views, &entry.type_)).flatten(),
        registers: if is_list { registers(views, &entry.type_.registers) } else { Vec::new() },
        page,
    })
}

/// The text of a section, which says its language where that is not the one of the page.
fn in_its_language(html: String, shown: LocalizedDoc<'_>, views: &Views) -> String {
    if html.is_empty() || !shown.is_fallback(&views.lang) {
        return html;
    }
    format!("<div lang=\"{}\" dir=\"{}\">\n{html}</div>\n", shown.lang, shown.lang.direction().as_str())
}

/// Values of a page of a part of the list of a type, counted from 1.
#[must_use]
pub fn part_values(views: &Views, type_: &Type, part: &FacetFilter, number: usize) -> Option<TemplateValues> {
    let site = &*views.site;
    let section = site.find(&type_.folder)?;
    let localized = site.localized_doc(section, &views.lang);
    let first = site.list_part_route(type_, part, &views.lang)?;
    let field = type_.field(&part.0)?;
    let view = list_part(views, field, part);
    let title = format!("{}: {}", views.title(localized), view.title);
    let places = |lang: &Lang| part_place(views, type_, part, lang);
    let mut page = PageView::new(views, "section", &title, &route::list_page(&first, number), &places);
    page.breadcrumbs = breadcrumbs(views, section);
    page.breadcrumbs.push(views.link(section.id));
    page.hide();
    let ids = site.list_part(type_, part, &views.lang);
    let pagination = Pagination::new(type_.per_page);
    let items = pagination.page(&ids, number);
    let view = SectionView {
        id: section.path.as_str(),
        type_: Some(&type_.name),
        body: Value::safe_string(""),
        items: items.iter().map(|id| views.card(*id)).collect(),
        pager: (!ids.is_empty()).then(|| pager(views, &first, number, pagination.pages(ids.len()), ids.len())),
        children: Vec::new(),
        groups: part_groups(views, type_, Some(part)),
        part: Some(view),
        data: Vec::new(),
        map: None,
        registers: Vec::new(),
        page,
    };
    Some(views.common(Value::from_serializable(&view)))
}

/// Where a part of a list stands in a language; `None` where the language lists nothing in it.
fn part_place(views: &Views, type_: &Type, part: &FacetFilter, lang: &Lang) -> Option<LanguagePlace> {
    let site = &*views.site;
    let exists = !site.list_part(type_, part, lang).is_empty();
    let route = site.list_part_route(type_, part, lang).filter(|_| exists)?;
    Some(LanguagePlace { route, exists: true, indexed: false })
}

/// The parts of the list of a type by its facets.
fn part_groups(views: &Views, type_: &Type, current: Option<&FacetFilter>) -> Vec<PartGroup> {
    let site = &*views.site;
    let Some(parts) = site.parts.get(&type_.name) else { return Vec::new() };
    let fields: Vec<&Field> = type_.facets.iter().filter_map(|name| type_.field(&name.value)).collect();
    let row =
        |part| (part, site.list_part_route(type_, part, &views.lang), site.list_part(type_, part, &views.lang).len());
    by_field(views, &fields, &parts.iter().map(|(part, _)| row(part)).collect::<Vec<_>>(), current)
}

fn dataset(type_: &Type) -> Dataset {
    Dataset::Entries(Arc::clone(&type_.name))
}

pub(super) fn pager(views: &Views, first: &Route, number: usize, pages: usize, total: usize) -> Pager {
    let url = |number: usize| views.url(&route::list_page(first, number));
    Pager {
        page: number,
        pages,
        total,
        first: url(1),
        last: url(pages),
        previous: (number > 1).then(|| url(number - 1)),
        next: (number < pages).then(|| url(number + 1)),
        urls: steps(number, pages).map(|n| PagerUrl { number: n, url: url(n), current: n == number }).collect(),
    }
}

/// The pages that a reader is offered from one: the first, the last and those nearby. All of them would make a long
/// list grow by the square of its pages.
fn steps(number: usize, pages: usize) -> impl Iterator<Item = usize> {
    let near = number.saturating_sub(NEARBY).max(1)..=(number + NEARBY).min(pages);
    let first = (*near.start() > 1).then_some(1);
    let last = (*near.end() < pages).then_some(pages);
    first.into_iter().chain(near).chain(last)
}

/// Pages before and after the present one that are offered: as many as a telephone shows on a line.
const NEARBY: usize = 3;

#[derive(Serialize)]
struct TaxonomyView<'a> {
    #[serde(flatten)]
    page: PageView,
    taxonomy: &'a str,
    terms: Vec<TermRow<'a>>,
    map: Option<MapView>,
}

#[derive(Serialize)]
struct TermRow<'a> {
    id: &'a str,
    title: &'a str,
    url: Option<String>,
    lang: &'a str,
    dir: &'static str,
    is_fallback: bool,
    description: Option<Cow<'a, str>>,
    count: usize,
    at: Option<(f64, f64)>,
}

/// Values of the page of a taxonomy, its terms in the order of the language.
#[must_use]
pub fn taxonomy_values(views: &Views, taxonomy: &Taxonomy) -> Option<TemplateValues> {
    let site = &*views.site;
    let title = views.localized(&taxonomy.label)?;
    let route = site.taxonomy_route(&taxonomy.id, &views.lang)?;
    let places =
        |lang: &Lang| Some(LanguagePlace::labelled(site.taxonomy_route(&taxonomy.id, lang)?, &taxonomy.label, lang));
    let mut page = PageView::new(views, "taxonomy", &title, &route, &places);
    if taxonomy.label.exact(&views.lang).is_none() {
        page.hide();
    }
    page.breadcrumbs = home_crumb(views);
    let mut terms: Vec<TermRow<'_>> = taxonomy
        .terms
        .values()
        .filter(|term| site.is_used(&taxonomy.id, &term.id))
        .map(|term| row(views, taxonomy, term))
        .collect();
    let locale = site.locale(&views.lang);
    terms.sort_by(|a, b| locale.compare(a.title, b.title).then(a.id.cmp(b.id)));
    Some(views.common(Value::from_serializable(&TaxonomyView {
        page,
        taxonomy: &taxonomy.id,
        terms,
        map: map::of_taxonomy(views, taxonomy),
    })))
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
        description: views.localized(&term.description),
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
    taxonomy_title: Cow<'a, str>,
    taxonomy_url: String,
    term: TermDetail<'a>,
    items: Vec<Value>,
    pager: Option<Pager>,
    records: Vec<outcome::OutcomeGroup>,
}

#[derive(Serialize)]
struct TermDetail<'a> {
    id: &'a str,
    title: &'a str,
    description: Option<Cow<'a, str>>,
    at: Option<(f64, f64)>,
    broader: Option<Value>,
    narrower: Vec<Value>,
}

/// Values of a page of a term, counted from 1.
#[must_use]
pub fn term_values(views: &Views, taxonomy: &Taxonomy, term: &Term, number: usize) -> Option<TemplateValues> {
    let site = &*views.site;
    let first = site.term_route(&taxonomy.id, &term.id, &views.lang)?;
    let (title, lang) = term_title(site, term, &views.lang);
    let title = &*views.lent(title, lang);
    let places =
        |lang: &Lang| Some(LanguagePlace::labelled(site.term_route(&taxonomy.id, &term.id, lang)?, &term.label, lang));
    let mut page = PageView::new(views, "term", title, &route::list_page(&first, number), &places);
    page.description = views.localized(&term.description).map(Cow::into_owned);
    page.breadcrumbs = home_crumb(views);
    if term.label.exact(&views.lang).is_none() {
        page.hide();
    } else if number > 1 {
        page.alternates.clear();
    }
    if taxonomy.feed {
        page.announce(views, title, &first);
    }
    let mut ids = with_term(views, taxonomy, term);
    order::sort_mixed(site, &mut ids, &views.lang);
    let pagination = Pagination::new(taxonomy.per_page);
    let items = pagination.page(&ids, number);
    let used = taxonomy.terms.values().filter(|other| site.is_used(&taxonomy.id, &other.id));
    let narrower = used.filter(|other| other.broader.as_ref().is_some_and(|b| b.value == term.id));
    let broader = term.broader.as_ref().and_then(|broader| taxonomy.terms.get(&broader.value));
    let view = TermPage {
        taxonomy: &taxonomy.id,
        taxonomy_title: views.localized(&taxonomy.label).unwrap_or_default(),
        taxonomy_url: site.taxonomy_route(&taxonomy.id, &views.lang).map(|route| views.url(&route)).unwrap_or_default(),
        term: TermDetail {
            id: &term.id,
            title,
            description: views.localized(&term.description),
            at: term.at,
            broader: broader.map(|broader| term_value(views, &taxonomy.id, broader)),
            narrower: narrower.map(|narrower| term_value(views, &taxonomy.id, narrower)).collect(),
        },
        items: items.iter().map(|id| views.card(*id)).collect(),
        pager: (!ids.is_empty()).then(|| pager(views, &first, number, pagination.pages(ids.len()), ids.len())),
        records: outcome::groups(views, &FacetValue::Term(Arc::clone(&term.id)), &|field| {
            field.taxonomy() == Some(&*taxonomy.id)
        }),
        page,
    };
    Some(views.common(Value::from_serializable(&view)))
}
