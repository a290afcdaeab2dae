//! The page of an entry. Knows nothing of lists.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::event::EventView;
use super::page::{self, FeedView, LanguagePlace, LinkPictureView, PageView, breadcrumbs};
use super::structured_data::{self, CitationView};
use super::{Components, TemplateValues, Views, fields, fill, foot, outcome};
use crate::config::ExitScope;
use crate::diagnostic::Diagnostic;
use crate::document::{Body, Heading};
use crate::lang::Lang;
use crate::schema::usual_outcome_kinds;
use crate::site::facets::FacetValue;
use crate::site::register::RecordId;
use crate::site::{Entry, EntryId, FollowUp, Inverse, LocalizedDoc, order, status_of};

/// Entries that the page of a word names as its users. A common word is used by nearly all; the page tells how many.
const USERS: usize = 100;

#[derive(Serialize)]
struct EntryView<'a> {
    #[serde(flatten)]
    page: PageView,
    id: &'a str,
    #[serde(rename = "type")]
    type_: &'a str,
    type_label: Cow<'a, str>,
    content_lang: &'a str,
    content_dir: &'static str,
    is_fallback: bool,
    source_url: Option<String>,
    date: Option<String>,
    updated: Option<String>,
    draft: bool,
    illustrative: bool,
    event: Option<EventView>,
    sensitive: bool,
    translation: TranslationState<'a>,
    fields: Value,
    body: Value,
    summary: &'a str,
    words: usize,
    toc: Vec<TocItem>,
    outcomes: OutcomesView,
    outcome_groups: Vec<outcome::KindGroup>,
    follow_up: Vec<Value>,
    follow_up_total: usize,
    relations: Vec<RelationView>,
    backlinks: Vec<Value>,
    related: Vec<Value>,
    previous: Option<Value>,
    next: Option<Value>,
    assets: Vec<Value>,
    withheld: bool,
    records: Vec<outcome::OutcomeGroup>,
    citation: Option<CitationView>,
    /// The licence of the text, where it has one of its own.
    text_licence: Option<foot::TextLicenceView>,
    used_in: Vec<Value>,
    used_in_total: usize,
    related_auto: Vec<Value>,
}

#[derive(Serialize)]
struct TranslationState<'a> {
    state: &'static str,
    source: Option<&'a str>,
    source_url: Option<String>,
}

/// A heading with those below it.
#[derive(Serialize)]
struct TocItem {
    level: u8,
    id: String,
    title: String,
    children: Vec<TocItem>,
}

/// Outcomes by the class of their kind.
type OutcomesView = BTreeMap<String, Vec<Value>>;

#[derive(Serialize)]
struct RelationView {
    name: String,
    label: String,
    items: Vec<Value>,
}

/// Values of the page of an entry. `body` is its text in the language that is shown.
///
/// # Errors
/// What is wrong with the components of its text.
pub fn entry_values(
    views: &Views,
    entry: &Entry,
    body: &Body,
    components: &dyn Components,
) -> Result<TemplateValues, Vec<Diagnostic>> {
    let site = &*views.site;
    let localized = site.localized_doc(entry, &views.lang);
    let meta = &localized.doc.meta;
    let fallback = localized.is_fallback(&views.lang);
    let withheld = site.withheld(entry);
    let html = if withheld { String::new() } else { fill::whole(views, &body.tree, entry, components)? };
    let page = page_view(views, entry, localized);
    let (previous, next) = order::neighbours(site, entry, &views.lang);
    let link = |id: EntryId| views.link(id);
    let borrowed = fallback.then(|| views.url(&site.route_in(entry, localized.lang)));
    let listed = |id: &&EntryId| site.listed(site.entry(**id), &views.lang);
    let assets = site.assets.iter().filter(|(_, asset)| asset.owner == entry.id).map(|(path, _)| path);
    let users = site.used_in(entry, &views.lang);
    let follow_up = site.follow_up(entry);
    let groups = outcome::of_entry(views, entry);
    let view = EntryView {
        id: entry.path.as_str(),
        type_: &entry.type_.name,
        type_label: views.localized(&entry.type_.label).unwrap_or(Cow::Borrowed(&entry.type_.name)),
        content_lang: localized.lang.as_str(),
        content_dir: localized.lang.direction().as_str(),
        is_fallback: fallback,
        source_url: borrowed,
        date: site.date(entry).map(|date| date.to_string()),
        updated: site.updated(entry).map(|day| day.to_string()),
        draft: localized.doc.draft,
        illustrative: entry.source.meta.flag("illustrative"),
        event: EventView::new(views, entry),
        sensitive: entry.source.meta.flag("sensitive"),
        translation: translation(views, entry, localized),
        fields: views.fields(entry).clone(),
        body: Value::safe_string(html.trim()),
        summary: if withheld { "" } else { &meta.summary },
        words: if withheld { 0 } else { body.words },
        toc: if withheld || meta.is_off("toc") { Vec::new() } else { toc(&meta.headings) },
        outcomes: outcomes(views, &groups),
        outcome_groups: groups,
        follow_up: listed_follow_up(views, &follow_up),
        follow_up_total: follow_up.total,
        relations: relations(views, entry),
        backlinks: site.backlinks(entry).iter().filter(listed).map(|id| link(*id)).collect(),
        related: related(views, entry),
        previous: previous.map(link),
        next: next.map(link),
        assets: assets.map(|path| fields::asset(views, path)).collect(),
        withheld,
        records: outcome::groups(views, &FacetValue::Entry(entry.id), &|_| true),
        citation: structured_data::citation(views, entry),
        text_licence: foot::licence_of_entry(views, entry),
        used_in_total: users.len(),
        used_in: users.into_iter().take(USERS).map(|id| views.card(id)).collect(),
        related_auto: site.related(entry, &views.lang).into_iter().map(link).collect(),
        page,
    };
    Ok(views.common(Value::from_serializable(&view)))
}

fn page_view(views: &Views, entry: &Entry, localized: LocalizedDoc<'_>) -> PageView {
    let site = &*views.site;
    let route = site.route_in(entry, &views.lang);
    let places = |lang: &Lang| entry_place(views, entry, lang);
    let mut page = PageView::new(views, "entry", localized.doc.meta.title(), &route, &places);
    page.description = site.description(entry, localized);
    page.breadcrumbs = breadcrumbs(views, entry);
    page.calendar = FeedView::calendar(views, &entry.type_);
    if entry.source.meta.flag("sensitive") {
        page.exit = page.exit.or_else(|| page::exit(views, ExitScope::Sensitive));
    }
    if localized.is_fallback(&views.lang) {
        page.canonical = views.permalink(&site.route_in(entry, localized.lang));
    }
    if !site.indexed(entry, &views.lang) {
        page.hide();
    }
    page.card = LinkPictureView::new(views, entry);
    page.json_ld = structured_data::json_ld(views, entry);
    page.metadata = structured_data::metadata(views, entry);
    page
}

/// Where the page of an entry stands in a language; `None` where that has no page of it.
fn entry_place(views: &Views, entry: &Entry, lang: &Lang) -> Option<LanguagePlace> {
    let site = &*views.site;
    let localized = site.localized_doc(entry, lang);
    let (exists, indexed) = (localized.lang == lang, site.indexed(entry, lang));
    (localized.page == lang).then(|| LanguagePlace { route: site.route_in(entry, lang), exists, indexed })
}

fn translation<'a>(views: &Views, entry: &'a Entry, localized: LocalizedDoc<'a>) -> TranslationState<'a> {
    if localized.doc.meta.translation.is_none() {
        return TranslationState { state: "source", source: None, source_url: None };
    }
    let state = status_of(entry, localized.doc).word();
    let published = entry.docs.contains_key(&entry.source_lang);
    let source_url = published.then(|| views.url(&views.site.route_in(entry, &entry.source_lang)));
    TranslationState { state, source: Some(entry.source_lang.as_str()), source_url }
}

/// Headings of the second and third level, as a tree.
fn toc(headings: &[Heading]) -> Vec<TocItem> {
    let mut items: Vec<TocItem> = Vec::new();
    for heading in headings.iter().filter(|heading| matches!(heading.level, 2 | 3)) {
        let item = TocItem {
            level: heading.level,
            id: heading.id.to_string(),
            title: heading.title.to_string(),
            children: Vec::new(),
        };
        match items.last_mut() {
            Some(above) if heading.level == 3 && above.level == 2 => above.children.push(item),
            _ => items.push(item),
        }
    }
    items
}

/// All kinds that there are in the site are there, and the usual ones, so that a template may ask for any of them.
fn outcomes(views: &Views, groups: &[outcome::KindGroup]) -> OutcomesView {
    let kinds = views.site.types.outcome_kinds().iter().chain(usual_outcome_kinds());
    let mut view: OutcomesView = kinds.map(|kind| (kind.class.to_string(), Vec::new())).collect();
    view.extend(groups.iter().map(|group| (group.class.clone(), group.items.clone())));
    view
}

/// The actions of last time with their state today.
fn listed_follow_up(views: &Views, follow_up: &FollowUp) -> Vec<Value> {
    let listed = |id: &&RecordId| views.site.listed(views.site.record_entry(**id), &views.lang);
    follow_up.records.iter().filter(listed).filter_map(|id| outcome::record(views, *id)).collect()
}

fn relations(views: &Views, entry: &Entry) -> Vec<RelationView> {
    let all = views.site.inverse(entry).iter().map(|inverse| relation(views, inverse));
    all.filter(|relation| !relation.items.is_empty()).collect()
}

/// A relation seen from its other side.
fn relation(views: &Views, inverse: &Inverse) -> RelationView {
    let site = &*views.site;
    let type_ = &inverse.type_;
    let declared = type_.field(&inverse.field).and_then(|field| views.localized(&field.inverse_label));
    let label = declared.or_else(|| views.localized(&type_.plural));
    let mut ids: Vec<EntryId> =
        inverse.entries.iter().copied().filter(|id| site.listed(site.entry(*id), &views.lang)).collect();
    order::sort_mixed(site, &mut ids, &views.lang);
    RelationView {
        name: inverse.name.to_string(),
        label: label.map_or_else(|| inverse.name.replace('_', " "), Cow::into_owned),
        items: ids.into_iter().map(|id| views.card(id)).collect(),
    }
}

fn related(views: &Views, entry: &Entry) -> Vec<Value> {
    let names = entry.source.meta.related().iter();
    names.filter_map(|name| Some(views.link(views.site.refer(&name.value, &[])?.id))).collect()
}
