//! The page on what is given away as data. Knows nothing of how data are written.

use serde::Serialize;
use std::borrow::Cow;
use tera::Value;

use super::Views;
use super::page::{FeedView, PageView};
use super::register::{DataView, data};
use crate::plan::{Dataset, IndexFormat, datasets};
use crate::schema::{Field, Kind};
use crate::settings::LICENCES;
use crate::site::Route;

#[derive(Serialize)]
struct DataPage {
    #[serde(flatten)]
    page: PageView,
    datasets: Vec<DatasetView>,
    calendars: Vec<FeedView>,
    index: String,
    catalog: String,
    licence: Option<LicenceView>,
}

#[derive(Serialize)]
struct LicenceView {
    label: &'static str,
    url: &'static str,
}

#[derive(Serialize)]
struct DatasetView {
    title: String,
    url: String,
    count: usize,
    files: Vec<DataView>,
    fields: Vec<FieldRow>,
}

/// What a column holds.
#[derive(Serialize)]
struct FieldRow {
    name: String,
    label: Option<String>,
    help: Option<String>,
}

/// Values of the page on data.
pub(super) fn values(views: &Views, page: PageView, route: &Route) -> Value {
    let site = &*views.site;
    let all = datasets(site, &views.lang);
    let licence = site.config.licence.and_then(|id| LICENCES.iter().find(|(known, ..)| *known == id));
    Value::from_serializable(&DataPage {
        page,
        datasets: all.iter().filter_map(|(dataset, list)| view(views, dataset, list)).collect(),
        calendars: site.types.iter().filter_map(|type_| FeedView::calendar(views, type_)).collect(),
        index: index_url(views, route, IndexFormat::Json),
        catalog: index_url(views, route, IndexFormat::Dcat),
        licence: licence.map(|(_, label, url)| LicenceView { label, url }),
    })
}

/// Where the page has its list of all data in a format.
fn index_url(views: &Views, route: &Route, wanted: IndexFormat) -> String {
    let name = IndexFormat::FILES.iter().find(|(format, _)| *format == wanted).map_or("", |(_, name)| name);
    views.url(&route.file(name))
}

fn field_row(views: &Views, field: &Field) -> FieldRow {
    FieldRow {
        name: field.name.to_string(),
        label: views.localized(&field.label).map(Cow::into_owned),
        help: views.localized(&field.help).map(Cow::into_owned),
    }
}

fn view(views: &Views, dataset: &Dataset, list: &Route) -> Option<DatasetView> {
    let site = &*views.site;
    let (title, count, fields): (_, _, Vec<&Field>) = match dataset {
        Dataset::Register(type_, kind) => {
            let type_ = site.types.get(type_)?;
            let register = type_.registers.iter().find(|register| register.kind.name == *kind)?;
            let count = site.register_list(type_, kind, None, &views.lang).len();
            (
                views.localized(&register.label)?,
                count,
                type_.outcomes.iter().flatten().filter(|field| field.is_shown()).collect(),
            )
        }
        Dataset::Entries(type_) => {
            let type_ = site.types.get(type_)?;
            let told = |field: &&Field| field.is_shown() && !field.system && !matches!(field.kind, Kind::Markdown);
            let count = site.of_type(&type_.name, &views.lang).len();
            (views.localized(&type_.plural)?, count, type_.fields.iter().filter(told).collect())
        }
    };
    Some(DatasetView {
        title: title.to_string(),
        url: views.url(list),
        count,
        files: data(views, list, dataset),
        fields: fields.into_iter().map(|field| field_row(views, field)).collect(),
    })
}
