//! Pages that list outcomes, and the parts by which a list can be read. Knows nothing of the notes.

use std::borrow::Cow;
use std::sync::Arc;

use serde::Serialize;
use tera::Value;

use super::list::{Pager, pager};
use super::outcome;
use super::page::{FollowView, LanguagePlace, LinkPictureView, PageView, home_crumb};
use super::{TemplateValues, Views};
use crate::lang::Lang;
use crate::plan::{DataFormat, Dataset, data_route};
use crate::schema::{Field, Register, Type};
use crate::site::facets::{self, FacetFilter, FacetValue};
use crate::site::follow::FollowedList;
use crate::site::register::{self, RecordId};
use crate::site::route::{self, Route};
use crate::site::{Entry, Pagination, Site};

#[derive(Serialize)]
struct RegisterView<'a> {
    #[serde(flatten)]
    page: PageView,
    #[serde(rename = "type")]
    type_: &'a str,
    register: &'a str,
    list: NamedLink,
    part: Option<PartView>,
    groups: Vec<PartGroup>,
    overdue: Option<FilterChoice>,
    registers: Vec<NamedLink>,
    items: Vec<Value>,
    total: usize,
    pager: Option<Pager>,
    data: Vec<DataView>,
    follow: Option<FollowView>,
}

/// A link by its words.
#[derive(Clone, Serialize)]
pub(super) struct NamedLink {
    title: String,
    url: String,
}

/// The part that a page shows.
#[derive(Serialize)]
pub(super) struct PartView {
    label: String,
    pub(super) title: String,
}

/// The values of one field, each with a page.
#[derive(Clone, Debug, Serialize)]
pub(super) struct PartGroup {
    name: String,
    label: String,
    values: Vec<FilterChoice>,
}

/// One value.
#[derive(Clone, Debug, Serialize)]
pub(super) struct FilterChoice {
    id: String,
    title: String,
    lang: String,
    dir: &'static str,
    url: String,
    count: usize,
    current: bool,
}

/// A file of data.
#[derive(Serialize)]
pub(super) struct DataView {
    format: &'static str,
    media_type: &'static str,
    name: String,
    url: String,
}

/// Values of a page of a register, or of a part of it, counted from 1.
#[must_use]
pub fn register_values(
    views: &Views,
    type_: &Type,
    kind: &Arc<str>,
    part: Option<&FacetFilter>,
    number: usize,
) -> Option<TemplateValues> {
    let site = &*views.site;
    let register = type_.registers.iter().find(|register| register.kind.name == *kind)?;
    let label = views.localized(&register.label).map(Cow::into_owned).unwrap_or_default();
    let list = site.register_route(register, &views.lang)?;
    let first = page_route(site, type_, register, part, &views.lang)?;
    let shown = part.map(|part| part_view(views, type_, register, part));
    let title = shown.as_ref().map_or_else(|| label.clone(), |part| format!("{label}: {}", part.title));
    let exists = |lang: &Lang| part.is_none_or(|part| !site.register_list(type_, kind, Some(part), lang).is_empty());
    let route = |lang: &Lang| page_route(site, type_, register, part, lang).filter(|_| exists(lang));
    let places = |lang: &Lang| Some(LanguagePlace::labelled(route(lang)?, &register.label, lang));
    let mut page = PageView::new(views, "register", &title, &route::list_page(&first, number), &places);
    page.description = views.localized(&register.description).map(Cow::into_owned);
    page.card = LinkPictureView::of_site(views, &title);
    page.breadcrumbs = home_crumb(views);
    let follow = FollowView::new(views, FollowedList { type_, register, part });
    page.feeds.extend(follow.iter().flat_map(FollowView::announced));
    let ids = site.register_list(type_, kind, part, &views.lang);
    // Parts are ways to read a list, not pages of their own; and nobody should find what never happened.
    let real = |id: &RecordId| !site.record_entry(*id).source.meta.flag("illustrative");
    if part.is_some() || register.label.exact(&views.lang).is_none() || !ids.iter().any(real) {
        page.hide();
    } else if number > 1 {
        page.alternates.clear();
    }
    let pagination = Pagination::new(register.per_page);
    let rows = pagination.page(ids, number);
    let view = RegisterView {
        type_: &type_.name,
        register: &register.kind.class,
        list: NamedLink { title: label, url: views.url(&list) },
        part: shown,
        groups: marked_groups(views, type_, register, part),
        overdue: overdue(views, type_, register, part),
        registers: registers(views, &type_.registers),
        items: rows.iter().filter_map(|id| outcome::record(views, *id)).collect(),
        total: ids.len(),
        pager: (!ids.is_empty()).then(|| pager(views, &first, number, pagination.pages(ids.len()), ids.len())),
        follow,
        data: data(views, &list, &Dataset::Register(Arc::clone(&type_.name), Arc::clone(kind))),
        page,
    };
    Some(views.common(Value::from_serializable(&view)))
}

/// The address of a register, or of a part of it.
fn page_route(
    site: &Site,
    type_: &Type,
    register: &Register,
    part: Option<&FacetFilter>,
    lang: &Lang,
) -> Option<Route> {
    match part {
        Some(part) => site.register_part_route(type_, register, part, lang),
        None => site.register_route(register, lang),
    }
}

/// The registers of a type, for the way between them.
pub(super) fn registers(views: &Views, all: &[Register]) -> Vec<NamedLink> {
    all.iter().filter_map(|register| register_link(views, register)).collect()
}

fn register_link(views: &Views, register: &Register) -> Option<NamedLink> {
    let route = views.site.register_route(register, &views.lang)?;
    Some(NamedLink { title: views.localized(&register.label)?.to_string(), url: views.url(&route) })
}

/// The files of a dataset.
pub(super) fn data(views: &Views, list: &Route, dataset: &Dataset) -> Vec<DataView> {
    let routes =
        [DataFormat::Csv, DataFormat::Json].map(|format| (format, data_route(&views.site, list, dataset, format)));
    routes.map(|(format, route)| data_view(views, format, &route)).into()
}

fn data_view(views: &Views, format: DataFormat, route: &Route) -> DataView {
    let (label, media_type) = match format {
        DataFormat::Csv => ("CSV", "text/csv"),
        DataFormat::Json => ("JSON", "application/json"),
    };
    let name = route.0.rsplit('/').next().unwrap_or_default().to_owned();
    DataView { format: label, media_type, name, url: views.url(route) }
}

fn attribute<'a>(type_: &'a Type, part: &FacetFilter) -> Option<&'a Field> {
    match part.1.whole() {
        FacetValue::Year(_) => type_.field(&part.0),
        _ => type_.outcomes.as_deref().unwrap_or_default().iter().find(|field| field.name == part.0),
    }
}

fn part_view(views: &Views, type_: &Type, register: &Register, part: &FacetFilter) -> PartView {
    let field = attribute(type_, part);
    let label =
        field.and_then(|field| views.localized(&field.label)).map_or_else(|| part.0.to_string(), Cow::into_owned);
    let late = part.1.is_overdue().then(|| views.localized(&register.overdue).map(Cow::into_owned));
    let whole = (part.1 != FacetValue::Overdue).then(|| facet_words(views, field, &part.1));
    let title = whole.into_iter().chain(late.flatten()).collect::<Vec<_>>().join(" · ");
    PartView { label, title }
}

/// The part of a list of entries that a page shows.
pub(super) fn list_part(views: &Views, field: &Field, part: &FacetFilter) -> PartView {
    let label = views.localized(&field.label).map_or_else(|| part.0.to_string(), Cow::into_owned);
    PartView { label, title: facet_words(views, Some(field), &part.1) }
}

/// The groups of a register, with the part that a page shows marked.
fn marked_groups(views: &Views, type_: &Type, register: &Register, current: Option<&FacetFilter>) -> Vec<PartGroup> {
    let key = (Arc::clone(&type_.name), Arc::clone(&register.kind.name));
    let shared = views.part_groups.get(&key).map(|cell| cell.get_or_init(|| groups(views, type_, register)));
    let mut groups = shared.cloned().unwrap_or_default();
    let Some((name, facet)) = current else { return groups };
    let id = facet_id(views, facet);
    for group in groups.iter_mut().filter(|group| group.name == **name) {
        for value in &mut group.values {
            value.current = value.id == id;
        }
    }
    groups
}

/// The parts of a register by their fields, in the order in which those are declared; years last and newest first.
fn groups(views: &Views, type_: &Type, register: &Register) -> Vec<PartGroup> {
    let site = &*views.site;
    let Some(parts) = site.registers.parts(&type_.name, &register.kind.name) else { return Vec::new() };
    let count = |part: &FacetFilter| site.register_list(type_, &register.kind.name, Some(part), &views.lang).len();
    let all = parts.iter().map(|(part, _)| part).filter(|part| !part.1.is_overdue());
    let attributes = type_.outcomes.as_deref().unwrap_or_default().iter();
    let fields: Vec<&Field> = attributes.chain(type_.date_field.iter().filter_map(|name| type_.field(name))).collect();
    let with_route = all.map(|part| (part, site.register_part_route(type_, register, part, &views.lang), count(part)));
    by_field(views, &fields, &with_route.collect::<Vec<_>>(), None)
}

/// A part, its page and its members.
type Row<'a> = (&'a FacetFilter, Option<Route>, usize);

/// Parts grouped by their fields, in the order of those.
pub(super) fn by_field(
    views: &Views,
    fields: &[&Field],
    parts: &[Row<'_>],
    current: Option<&FacetFilter>,
) -> Vec<PartGroup> {
    let mut groups = Vec::new();
    for field in fields {
        let own = parts.iter().filter(|((name, _), _, count)| *name == field.name && *count > 0);
        let mut values: Vec<FilterChoice> = own
            .filter_map(|(part, route, count)| {
                let (title, lang) = facet_title(views, Some(field), &part.1);
                Some(FilterChoice {
                    id: facet_id(views, &part.1),
                    title,
                    lang: lang.to_string(),
                    dir: lang.direction().as_str(),
                    url: views.url(route.as_ref()?),
                    count: *count,
                    current: current == Some(*part),
                })
            })
            .collect();
        let locale = views.site.locale(&views.lang);
        if values.iter().all(|value| value.id.parse::<i16>().is_ok()) {
            values.sort_by(|a, b| b.id.cmp(&a.id));
        } else {
            values.sort_by(|a, b| locale.compare(&a.title, &b.title).then(a.id.cmp(&b.id)));
        }
        if !values.is_empty() {
            let label = views.localized(&field.label).map_or_else(|| field.name.replace('_', " "), Cow::into_owned);
            groups.push(PartGroup { name: field.name.to_string(), label, values });
        }
    }
    groups
}

/// A word for a facet that is the same in all languages.
fn facet_id(views: &Views, facet: &FacetValue) -> String {
    match facet {
        FacetValue::Term(id) | FacetValue::Choice(id) => id.to_string(),
        FacetValue::Entry(id) => views.site.entry(*id).path.to_string(),
        FacetValue::Language(lang) => lang.to_string(),
        FacetValue::Licence(id) => (*id).to_owned(),
        FacetValue::Number(number) => number.to_string(),
        FacetValue::Year(year) => year.to_string(),
        // The part that it is of is the one that the reader chose.
        FacetValue::OverdueOf(whole) => facet_id(views, whole),
        FacetValue::Overdue => "overdue".to_owned(),
    }
}

/// The parts that an entry stands in, as `field:value`, for whoever combines them in the page.
pub(super) fn parts_of(views: &Views, entry: &Entry) -> Vec<String> {
    let mut parts = Vec::new();
    for name in &entry.type_.facets {
        let found = facets::facets_of(&views.site, entry, &name.value);
        parts.extend(found.iter().map(|facet| format!("{}:{}", name.value, facet_id(views, facet))));
    }
    parts
}

/// What a facet is called, and in which language.
pub(super) fn facet_title(views: &Views, field: Option<&Field>, facet: &FacetValue) -> (String, Lang) {
    views.site.facet_title(field, facet, &views.lang)
}

/// What a facet is called, marked where that is lent.
fn facet_words(views: &Views, field: Option<&Field>, facet: &FacetValue) -> String {
    let (title, lang) = facet_title(views, field, facet);
    views.lent(&title, &lang).into_owned()
}

/// What should have been done by now of the part that a page shows, else of the register.
fn overdue(views: &Views, type_: &Type, register: &Register, current: Option<&FacetFilter>) -> Option<FilterChoice> {
    let site = &*views.site;
    let parts = site.registers.parts(&type_.name, &register.kind.name)?;
    let part = match current {
        Some(current) if current.1 != FacetValue::Overdue => register::overdue_of(current),
        _ => parts.iter().map(|(part, _)| part).find(|part| part.1 == FacetValue::Overdue)?.clone(),
    };
    let count = site.register_list(type_, &register.kind.name, Some(&part), &views.lang).len();
    let route = site.register_part_route(type_, register, &part, &views.lang).filter(|_| count > 0)?;
    Some(FilterChoice {
        id: "overdue".to_owned(),
        title: views.localized(&register.overdue)?.to_string(),
        lang: views.lang.to_string(),
        dir: views.lang.direction().as_str(),
        url: views.url(&route),
        count,
        current: current == Some(&part),
    })
}
