//! What layouts of prints see. Knows nothing of how a print is made.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use serde_json::{Map, Value as Json, json};
use tera::Value;

use super::{Components, Views, fill, outcome};
use crate::diagnostic::Diagnostic;
use crate::document::Body;
use crate::document::tree::{self, TextNode};
use crate::lang::DateStyle;
use crate::print;
use crate::schema::{OutcomeKind, PrintVariant};
use crate::site::{Entry, route};

/// How the keys of texts begin that layouts are given.
const TEXTS: &[&str] = &["print-", "outcome-", "state-", "badge-"];

/// What a layout is given.
#[derive(Debug)]
pub struct PrintData {
    /// The data, as JSON.
    pub json: String,
    /// Pictures in the text: the name that the data use, and the file below `content/` that they are made of.
    pub pictures: BTreeMap<String, Arc<str>>,
}

/// The data of the print of an entry. `body` is its text in the language of the views.
///
/// # Errors
/// What is wrong with the components of its text.
pub fn print_data(
    views: &Views,
    entry: &Entry,
    (body, variant): (&Body, PrintVariant),
    components: &dyn Components,
) -> Result<PrintData, Vec<Diagnostic>> {
    let site = &*views.site;
    let shown = site.localized_doc(entry, &views.lang);
    let mut nodes = tree::tree(&fill::whole(views, &body.html, entry, components)?);
    let mut pictures = BTreeMap::new();
    find_pictures(views, &mut nodes, &mut pictures);
    let own = json!({
        "headings": shown.doc.meta.headings.len(),
        "facts": facts(views, entry),
        "body": nodes,
    });
    Ok(PrintData { json: with(entry_head(views, entry, variant), own), pictures })
}

/// The data of the picture for links to the page of an entry. That of the home page tells of the site.
#[must_use]
pub fn card_data(views: &Views, entry: &Entry) -> PrintData {
    let home = json!({ "home": entry.path.as_str().is_empty(), "body": [], "facts": [] });
    PrintData { json: with(entry_head(views, entry, PrintVariant::Card), home), pictures: BTreeMap::new() }
}

/// The data of the print of a register; nothing where there is no such register in the language.
#[must_use]
pub fn register_data(views: &Views, (type_, kind): (&str, OutcomeKind)) -> Option<PrintData> {
    let site = &*views.site;
    let (type_, register) = site.register(type_, kind)?;
    let list = site.register_route(register, &views.lang)?;
    let ids = site.register_list(type_, kind, None, &views.lang);
    let updated = ids.iter().filter_map(|id| site.updated(site.entry(site.registers.record(*id).entry))).max();
    let head = Head {
        title: views.localized(&register.label)?.to_string(),
        description: views.localized(&register.description).map(ToString::to_string),
        type_: None,
        illustrative: false,
        url: views.permalink(&list),
        issued: updated,
        day: updated.unwrap_or(site.clock),
        variant: PrintVariant::Plain,
    };
    let rows: Vec<Json> = ids.iter().map(|id| row(views, &outcome::record(views, *id))).collect();
    let own = json!({ "kind": kind.class(), "rows": rows, "body": [], "facts": [] });
    Some(PrintData { json: with(head.data(views), own), pictures: BTreeMap::new() })
}

/// A row of a register in words.
fn row(views: &Views, record: &Value) -> Json {
    let record = serde_json::to_value(record).unwrap_or_default();
    let day = |value: &Json| words(views, "date", value);
    let fact = |role: &str| words(views, record[role]["kind"].as_str().unwrap_or_default(), &record[role]["value"]);
    without_nothing(json!({
        "text": record["text"],
        "lang": record["lang"],
        "dir": record["dir"],
        "url": record["url"],
        "meeting": record["meeting"]["title"],
        "date": day(&record["date"]),
        "owner": fact("owner"),
        "due": fact("due"),
        "state": record["state"],
        "state_label": record["state_label"],
        "overdue": record["overdue"],
        "illustrative": record["illustrative"],
    }))
}

/// What all prints are given.
struct Head {
    title: String,
    description: Option<String>,
    type_: Option<String>,
    illustrative: bool,
    url: String,
    issued: Option<Date>,
    /// The day that the file itself bears.
    day: Date,
    variant: PrintVariant,
}

fn entry_head(views: &Views, entry: &Entry, variant: PrintVariant) -> Json {
    let site = &*views.site;
    let shown = site.localized_doc(entry, &views.lang);
    let issued = site.updated(entry);
    let head = Head {
        title: shown.doc.meta.title().to_string(),
        description: site.description(entry, shown),
        type_: views.localized(&entry.type_.label).map(ToString::to_string),
        illustrative: entry.source.meta.flag("illustrative"),
        url: views.permalink(&site.route_in(entry, &views.lang)),
        issued,
        day: issued.or_else(|| site.date(entry)).unwrap_or(site.clock),
        variant,
    };
    head.data(views)
}

impl Head {
    fn data(self, views: &Views) -> Json {
        let site = &*views.site;
        let home = || views.permalink(&route::home(&views.lang, &site.config));
        json!({
            "lang": views.lang.as_str().split('-').next(),
            "dir": views.lang.direction().as_str(),
            "variant": self.variant.word(),
            "title": self.title,
            "description": self.description,
            "site": views.localized(&site.config.name).map(ToString::to_string),
            "tagline": views.localized(&site.config.tagline).map(ToString::to_string),
            "type": self.type_,
            "illustrative": self.illustrative,
            "origin": site.config.base_url.origin,
            "qr": print::qr(&self.url),
            "address": by_hand(&self.url).unwrap_or_else(home),
            "url": self.url,
            "issued": self.issued.map(|day| site.locale(&views.lang).date(day, DateStyle::Long)),
            "date": [i32::from(self.day.year()), i32::from(self.day.month()), i32::from(self.day.day())],
            "t": texts(views),
        })
    }
}

/// Both maps in one, as JSON.
fn with(head: Json, own: Json) -> String {
    let (mut head, own) = (without_nothing(head), without_nothing(own));
    if let (Json::Object(head), Json::Object(own)) = (&mut head, own) {
        head.extend(own);
    }
    head.to_string()
}

/// An address that people can copy from paper; nothing where it is full of codes for letters.
fn by_hand(url: &str) -> Option<String> {
    (!url.contains('%')).then(|| url.to_owned())
}

/// What is not there has no key: a layout asks whether it is there.
fn without_nothing(data: Json) -> Json {
    match data {
        Json::Object(map) => Json::Object(map.into_iter().filter(|(_, value)| !value.is_null()).collect()),
        other => other,
    }
}

fn texts(views: &Views) -> Map<String, Json> {
    let all = views.site.config.chain(&views.lang);
    let langs = std::iter::once(&views.lang).chain(&all);
    let keys =
        langs.flat_map(|lang| views.strings.keys(lang)).filter(|key| TEXTS.iter().any(|start| key.starts_with(start)));
    let texts: BTreeMap<&str, Json> = keys.map(|key| (key, Json::from(views.text(key)))).collect();
    texts.into_iter().map(|(key, text)| (key.to_owned(), text)).collect()
}

/// Gives pictures that stand beside entries a name for the layout. A page shows them by the same address.
fn find_pictures(views: &Views, nodes: &mut [TextNode], pictures: &mut BTreeMap<String, Arc<str>>) {
    for node in nodes {
        let TextNode::Element(element) = node else { continue };
        if element.tag == "img"
            && let Some(src) = element.attributes.get("src").cloned()
            && let Some(path) = views.site.pictures.keys().find(|path| views.url(&views.site.file_route(path)) == src)
        {
            let ending = src.rsplit('.').next().unwrap_or_default();
            let name = format!("picture-{}.{ending}", pictures.len() + 1);
            element.attributes.insert("file".to_owned(), name.clone());
            pictures.insert(name, Arc::clone(path));
        }
        find_pictures(views, &mut element.body, pictures);
    }
}

/// The fields of an entry in words.
fn facts(views: &Views, entry: &Entry) -> Vec<Json> {
    let fields = serde_json::to_value(views.fields(entry)).unwrap_or_default();
    let fields = fields.as_object().cloned().unwrap_or_default();
    let one = |(name, field): (String, Json)| {
        let kind = field["of"].as_str().or(field["kind"].as_str()).unwrap_or_default();
        let text = words(views, kind, &field["value"]).filter(|text| !text.is_empty())?;
        Some(json!({ "name": name, "kind": kind, "label": field["label"], "text": text }))
    };
    fields.into_iter().filter_map(one).collect()
}

/// A value in words; nothing for what has none.
fn words(views: &Views, kind: &str, value: &Json) -> Option<String> {
    let locale = views.site.locale(&views.lang);
    match value {
        Json::String(text) => match kind {
            "date" => text.parse::<Date>().ok().map(|day| locale.date(day, DateStyle::Long)),
            "datetime" => text.parse::<DateTime>().ok().map(|time| locale.date_time(time, DateStyle::Long)),
            "markdown" | "confidentiality" | "outcome" => None,
            _ => Some(text.clone()),
        },
        Json::Number(number) => Some(number.to_string()),
        Json::Object(map) => {
            ["label", "title", "name"].iter().find_map(|key| map.get(*key)?.as_str()).map(ToOwned::to_owned)
        }
        Json::Array(items) => {
            let items: Vec<String> = items.iter().filter_map(|item| words(views, kind, item)).collect();
            Some(locale.list(&items))
        }
        _ => None,
    }
}
