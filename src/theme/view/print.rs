//! What layouts of prints see, and what pages tell of their prints. Knows nothing of how a print is made.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use jiff::civil::{Date, DateTime};
use serde::Serialize;
use serde_json::{Map, Value as Json, json};
use tera::Value;

use super::{Components, Views, fill};
use crate::diagnostic::Diagnostic;
use crate::document::Body;
use crate::document::tree::{self, Node};
use crate::flyer::{self, Print};
use crate::lang::{DateStyle, Lang};
use crate::schema::Variant;
use crate::site::{Entry, EntryId, PrintBundle, PrintFile, Site, route};

/// How the keys of texts begin that layouts are given.
const TEXTS: &str = "print-";

/// The print of an entry in a language, in one of its forms.
pub type PrintName = (EntryId, Lang, Variant);

type Done = BTreeMap<PrintName, Result<Arc<Made>, Vec<Diagnostic>>>;

/// What was printed so far, or what kept it from being made. It may grow while pages are made.
#[derive(Debug, Default)]
pub struct Prints {
    done: RwLock<Done>,
}

/// A print and its checksum.
#[derive(Clone, Debug)]
pub struct Made {
    /// The print.
    pub print: Print,
    /// SHA-256 of its PDF.
    pub sha256: String,
}

impl Prints {
    /// A print, if it was made.
    #[must_use]
    pub fn get(&self, id: EntryId, lang: &Lang, variant: Variant) -> Option<Arc<Made>> {
        self.read(|done| done.get(&(id, lang.clone(), variant))?.as_ref().ok().cloned())
    }

    /// What was made of an entry, in the order of languages and forms.
    #[must_use]
    pub fn of(&self, id: EntryId) -> Vec<(Lang, Variant, Arc<Made>)> {
        let own = |((entry, lang, variant), made): (&PrintName, &Result<Arc<Made>, _>)| {
            Some((lang.clone(), *variant, made.as_ref().ok().filter(|_| *entry == id)?.clone()))
        };
        self.read(|done| done.iter().filter_map(own).collect())
    }

    /// Takes a print, or what kept it from being made.
    pub fn put(&self, name: PrintName, made: Result<Made, Vec<Diagnostic>>) {
        let mut done = self.done.write().unwrap_or_else(PoisonError::into_inner);
        done.insert(name, made.map(Arc::new));
    }

    /// Whether a print was tried.
    #[must_use]
    pub fn has(&self, name: &PrintName) -> bool {
        self.read(|done| done.contains_key(name))
    }

    /// What kept prints from being made, each thing once: of some, or of all that were tried.
    #[must_use]
    pub fn said(&self, names: Option<&[PrintName]>) -> Vec<Diagnostic> {
        let mut said: Vec<Diagnostic> = Vec::new();
        self.read(|done| {
            let asked = done.iter().filter(|(name, _)| names.is_none_or(|names| names.contains(name)));
            for one in asked.filter_map(|(_, made)| made.as_ref().err()).flatten() {
                // What is wrong in a layout is wrong in every print of it.
                if !said.iter().any(|told| told.at == one.at && told.message == one.message) {
                    said.push(one.clone());
                }
            }
        });
        said
    }

    fn read<T>(&self, read: impl FnOnce(&Done) -> T) -> T {
        read(&self.done.read().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The prints that the page of an entry tells of: its own in all forms, and how large those of other languages are.
#[must_use]
pub fn told_of(site: &Site, entry: &Entry, lang: &Lang) -> Vec<PrintName> {
    let Some(printed) = site.printed(entry, lang) else { return Vec::new() };
    let own = printed.all().map(|variant| (entry.id, lang.clone(), variant));
    let others = site.printed_in(entry.id).into_iter().filter(|other| other != lang);
    own.chain(others.map(|other| (entry.id, other, Variant::Plain))).collect()
}

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
    (body, variant): (&Body, Variant),
    components: &dyn Components,
) -> Result<PrintData, Vec<Diagnostic>> {
    let site = &*views.site;
    let shown = site.shown(entry, &views.lang);
    let mut nodes = tree::tree(&fill::whole(views, &body.html, entry, components)?);
    let mut pictures = BTreeMap::new();
    find_pictures(views, &mut nodes, &mut pictures);
    let url = views.permalink(&site.route_in(entry, &views.lang));
    let issued = site.updated(entry);
    let day = issued.or_else(|| site.date(entry)).unwrap_or(site.clock);
    let say = |texts| views.say(texts).map(ToString::to_string);
    let data = json!({
        "lang": views.lang.as_str().split('-').next(),
        "dir": views.lang.direction().as_str(),
        "variant": variant.word(),
        "title": shown.doc.meta.title(),
        "description": site.description(entry, shown),
        "site": say(&site.config.name),
        "type": say(&entry.type_.label),
        "illustrative": entry.source.meta.flag("illustrative"),
        "origin": site.config.base_url.origin,
        "qr": flyer::qr(&url),
        "address": by_hand(&url).unwrap_or_else(|| views.permalink(&route::home(&views.lang, &site.config))),
        "url": url,
        "issued": issued.map(|day| site.locale(&views.lang).date(day, DateStyle::Long)),
        "date": [i32::from(day.year()), i32::from(day.month()), i32::from(day.day())],
        "headings": shown.doc.meta.headings.len(),
        "facts": facts(views, entry),
        "t": texts(views),
        "body": nodes,
    });
    let data = without_nothing(data);
    Ok(PrintData { json: data.to_string(), pictures })
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
    let keys = langs.flat_map(|lang| views.strings.keys(lang)).filter(|key| key.starts_with(TEXTS));
    let texts: BTreeMap<&str, Json> = keys.map(|key| (key, Json::from(views.text(key)))).collect();
    texts.into_iter().map(|(key, text)| (key.to_owned(), text)).collect()
}

/// Gives pictures that stand beside entries a name for the layout. A page shows them by the same address.
fn find_pictures(views: &Views, nodes: &mut [Node], pictures: &mut BTreeMap<String, Arc<str>>) {
    for node in nodes {
        let Node::Element(element) = node else { continue };
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

/// A file that readers can take with them.
#[derive(Serialize)]
struct FileView {
    url: String,
    name: String,
    bytes: usize,
    pages: usize,
    sha256: String,
}

#[derive(Serialize)]
struct PreviewView {
    url: String,
    width: u32,
    height: u32,
}

#[derive(Serialize)]
struct InLanguage<'a> {
    tag: &'a str,
    name: &'a str,
    dir: &'static str,
    file: FileView,
}

#[derive(Serialize)]
struct PrintView<'a> {
    pdf: FileView,
    large: Option<FileView>,
    press: Option<FileView>,
    preview: Option<PreviewView>,
    date: Option<String>,
    zip: String,
    json: String,
    languages: Vec<InLanguage<'a>>,
}

/// What the page of an entry tells of its print; nothing where there is none.
#[must_use]
pub fn print_value(views: &Views, entry: &Entry, prints: &Prints) -> Value {
    let site = &*views.site;
    let file = |lang: &Lang, variant| {
        let made = prints.get(entry.id, lang, variant)?;
        let route = site.print_route(entry, lang, PrintFile::Pdf(variant));
        let (url, name) = (views.url(&route), route.0.rsplit('/').next().unwrap_or_default().to_owned());
        let (bytes, pages) = (made.print.pdf.len(), made.print.pages);
        Some(FileView { url, name, bytes, pages, sha256: made.sha256.clone() })
    };
    let Some(pdf) = file(&views.lang, Variant::Plain) else { return Value::none() };
    let plain = prints.get(entry.id, &views.lang, Variant::Plain);
    let route = site.print_route(entry, &views.lang, PrintFile::Preview);
    let preview = plain.as_ref().and_then(|made| made.print.preview.as_ref());
    let preview =
        preview.map(|picture| PreviewView { url: views.url(&route), width: picture.width, height: picture.height });
    let languages = site.config.languages.iter().filter_map(|language| {
        let file = file(&language.lang, Variant::Plain)?;
        let dir = language.direction.as_str();
        Some(InLanguage { tag: language.lang.as_str(), name: &language.name, dir, file })
    });
    Value::from_serializable(&PrintView {
        pdf,
        large: file(&views.lang, Variant::Large),
        press: file(&views.lang, Variant::Press),
        preview,
        date: site.updated(entry).map(|day| day.to_string()),
        zip: views.url(&site.bundle_route(entry, PrintBundle::Zip)),
        json: views.url(&site.bundle_route(entry, PrintBundle::Json)),
        languages: languages.collect(),
    })
}
