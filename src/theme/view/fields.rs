//! Fields of entries as templates see them: labels and links instead of ids. Knows nothing of pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tera::Value;

use super::Views;
use super::{fill, picture};
use crate::data::Term;
use crate::document::html::Image;
use crate::lang::Lang;
use crate::schema::{self, CONFIDENTIALITIES, Field, FieldValue, Kind, PLACES};
use crate::settings::{LICENCES, Located};
use crate::site::{Doc, Entry, MergedOutcome, Site};

#[derive(Serialize)]
struct FieldView<'a> {
    name: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'static str>,
    label: String,
    value: Value,
    translated: bool,
    role: Option<&'static str>,
}

#[derive(Serialize)]
struct TermView<'a> {
    id: &'a str,
    title: &'a str,
    url: Option<String>,
    lang: &'a str,
    dir: &'static str,
    is_fallback: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<(f64, f64)>,
}

/// Fields that stand elsewhere in what templates see.
const APART: &[&str] = &[
    "title",
    "description",
    "slug",
    "draft",
    "aliases",
    "noindex",
    "toc",
    "illustrative",
    "publish",
    "expires",
    "updated",
    "related",
    "sensitive",
    "weight",
    "neutral_title",
    "glossary",
];

/// All fields of an entry that have a value, in the order of the type.
pub(super) fn of_entry(views: &Views, entry: &Entry) -> Value {
    let site = &*views.site;
    let shown = site.localized_doc(entry, &views.lang);
    let shown_here = |field: &&Field| !field.private && !APART.contains(&&*field.name);
    let own = entry.type_.fields.iter().filter(shown_here);
    let mut map: Vec<(&str, Value)> = Vec::new();
    for field in own {
        let Some((value, doc)) = site.field(entry, shown, &field.name) else { continue };
        map.extend(view(views, field, value, doc).map(|value| (&*field.name, value)));
    }
    ordered(map)
}

/// The attributes of an outcome, as fields.
pub(super) fn of_outcome(views: &Views, entry: &Entry, outcome: &MergedOutcome<'_>) -> Value {
    let declared = entry.type_.outcomes.as_deref().unwrap_or_default();
    let attribute = |field: &'_ Field| of_attribute(views, entry, outcome, field);
    ordered(declared.iter().filter_map(|field| Some((&*field.name, attribute(field)?))).collect())
}

/// One attribute of an outcome.
pub(super) fn of_attribute(views: &Views, entry: &Entry, outcome: &MergedOutcome<'_>, field: &Field) -> Option<Value> {
    let (_, value) = outcome.source.attributes.iter().find(|(name, _)| *name == field.name)?;
    view(views, field, &value.value, &entry.source)
}

/// A map that keeps its order: the engine's maps do, Rust's own do not.
fn ordered(pairs: Vec<(&str, Value)>) -> Value {
    let map: tera::Map = pairs.into_iter().map(|(name, value)| (name.to_owned().into(), value)).collect();
    Value::from(map)
}

/// A field with its value; nothing where what it refers to is not there.
fn view(views: &Views, field: &Field, value: &FieldValue, doc: &Doc) -> Option<Value> {
    let value = plain(views, field, value, doc);
    if value.is_none() {
        return None;
    }
    let of = match &field.kind {
        Kind::List(item) => Some(kind_name(&item.kind)),
        _ => None,
    };
    let label = views.localized(&field.label).map_or_else(|| field.name.replace('_', " "), ToString::to_string);
    Some(Value::from_serializable(&FieldView {
        name: &field.name,
        kind: kind_name(&field.kind),
        of,
        label,
        value,
        translated: field.translated,
        role: field.role.as_ref().map(|role| role.value.word()),
    }))
}

/// What templates call a kind.
pub(super) fn kind_name(kind: &Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Markdown => "markdown",
        Kind::Bool => "bool",
        Kind::Integer => "integer",
        Kind::Date => "date",
        Kind::DateTime => "datetime",
        Kind::Choice(_) => "choice",
        Kind::List(_) => "list",
        Kind::Group(_) => "group",
        Kind::Ref(_) => "ref",
        Kind::Refs(_) => "refs",
        Kind::Term(taxonomy) if **taxonomy == *PLACES => "place",
        Kind::Term(_) => "term",
        Kind::Language => "language",
        Kind::Url => "url",
        Kind::Email => "email",
        Kind::Phone => "phone",
        Kind::Image => "image",
        Kind::File => "file",
        Kind::Licence => "licence",
        Kind::Confidentiality => "confidentiality",
        Kind::Outcome(_) => "outcome",
    }
}

fn plain(views: &Views, field: &Field, value: &FieldValue, doc: &Doc) -> Value {
    let site = &*views.site;
    match (&field.kind, value) {
        (Kind::List(item), FieldValue::List(values)) => {
            let values = values.iter().map(|value| plain(views, item, value, doc));
            Value::from(values.filter(|value| !value.is_none()).collect::<Vec<_>>())
        }
        (Kind::Group(fields), FieldValue::Group(parts)) => {
            let alt = schema::alt(parts);
            let parts = fields.iter().filter_map(|field| {
                let (_, value) = parts.iter().find(|(name, _)| *name == field.name)?;
                let value = match (value, alt) {
                    (FieldValue::File(path), Some(alt)) if matches!(field.kind, Kind::Image) => {
                        file(views, path, Some(alt), doc)
                    }
                    _ => plain(views, field, value, doc),
                };
                (!value.is_none()).then_some((&*field.name, value))
            });
            ordered(parts.collect())
        }
        (Kind::Choice(choices), FieldValue::Choice(id)) => {
            let label = choices.iter().find(|(known, _)| known == id).and_then(|(_, label)| views.localized(label));
            labelled(id, label.map_or(&**id, |label| label))
        }
        (Kind::Ref(to), FieldValue::Ref(name)) => refer(views, to, name).unwrap_or_else(Value::none),
        (Kind::Refs(to), FieldValue::Refs(names)) => {
            Value::from(names.iter().filter_map(|name| refer(views, to, name)).collect::<Vec<_>>())
        }
        (Kind::Term(taxonomy), FieldValue::Term(id)) => match site.data.term(taxonomy, &id.value) {
            Some(term) => term_value(views, taxonomy, term),
            None => Value::none(),
        },
        (_, FieldValue::Text(text)) => Value::from(&**text),
        (_, FieldValue::Markdown(text)) => match doc.meta.rich.get(&text.span.range.start) {
            Some(html) => Value::safe_string(&fill::without_components(views, html, doc)),
            None => Value::none(),
        },
        (_, FieldValue::Bool(flag)) => Value::from(*flag),
        (_, FieldValue::Integer(number)) => Value::from(*number),
        (_, FieldValue::Date(date)) => Value::from(date.to_string().as_str()),
        (_, FieldValue::DateTime(time)) => Value::from(time.to_string().as_str()),
        (_, FieldValue::Language(lang)) => language(lang),
        (_, FieldValue::File(path)) => file(views, path, None, doc),
        (_, FieldValue::Licence(id)) => licence(id),
        (_, FieldValue::Confidentiality(value)) => {
            let word = CONFIDENTIALITIES.iter().find(|(_, known)| known == value).map_or("", |(word, _)| word);
            Value::from(word)
        }
        _ => Value::none(),
    }
}

fn labelled(id: &str, label: &str) -> Value {
    Value::from_serializable(&BTreeMap::from([("id", id), ("label", label)]))
}

fn refer(views: &Views, targets: &[Arc<str>], name: &Located<Arc<str>>) -> Option<Value> {
    Some(views.link(views.site.refer(&name.value, targets)?.id))
}

/// A term as a link; without an address where its taxonomy has no pages.
pub(super) fn term_value(views: &Views, taxonomy: &str, term: &Term) -> Value {
    let (title, lang) = term_title(&views.site, term, &views.lang);
    Value::from_serializable(&TermView {
        id: &term.id,
        title,
        url: views.site.term_route(taxonomy, &term.id, &views.lang).map(|route| views.url(&route)),
        lang: lang.as_str(),
        dir: lang.direction().as_str(),
        is_fallback: *lang != views.lang,
        at: term.at,
    })
}

/// The label of a term and the language it is in.
pub(super) fn term_title<'a>(site: &'a Site, term: &'a Term, lang: &'a Lang) -> (&'a str, &'a Lang) {
    if let Some(label) = term.label.own(lang) {
        return (label, lang);
    }
    let found = term.label.iter().next();
    match found {
        Some((Some(other), label)) => (label, other),
        Some((None, label)) => (label, lang),
        None => (&term.id, &site.config.default_language),
    }
}

fn language(lang: &Lang) -> Value {
    let name = lang.autonym().unwrap_or(lang.as_str());
    let dir = lang.direction().as_str();
    Value::from_serializable(&BTreeMap::from([("tag", lang.as_str()), ("name", name), ("dir", dir)]))
}

fn licence(id: &str) -> Value {
    let (_, label, url) = LICENCES.iter().find(|(known, ..)| *known == id).copied().unwrap_or((id, id, ""));
    Value::from_serializable(&BTreeMap::from([("id", id), ("label", label), ("url", url)]))
}

/// A file that a field names; a picture with its words, so that it can be shown.
fn file(views: &Views, path: &Located<Arc<str>>, alt: Option<&Arc<str>>, doc: &Doc) -> Value {
    let folder = doc.file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let source = format!("{folder}/{}", path.value);
    if !views.site.assets.contains_key(source.as_str()) {
        return Value::none();
    }
    with_picture(views, &source, alt)
}

/// A file beside an entry.
pub(super) fn asset(views: &Views, source: &str) -> Value {
    with_picture(views, source, None)
}

fn with_picture(views: &Views, source: &str, alt: Option<&Arc<str>>) -> Value {
    #[derive(Serialize)]
    struct FileView<'a> {
        name: &'a str,
        url: String,
        bytes: Option<u64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        picture: Option<Value>,
    }
    let name = source.rsplit('/').next().unwrap_or(source);
    let url = views.url(&views.site.file_route(source));
    let shown = alt.map(|alt| {
        let image = Image { link: 0, alt: Arc::clone(alt), title: Arc::from("") };
        let mut html = String::new();
        picture::write(views, source, &image, false, &mut html);
        Value::safe_string(&html)
    });
    // What is published of a picture is made later; nobody knows yet how large it will be.
    let picture = views.site.pictures.contains_key(source);
    let bytes = views.site.assets.get(source).filter(|_| !picture).map(|asset| asset.bytes);
    Value::from_serializable(&FileView { name, url, bytes, picture: shown })
}
