//! Fields of entries as templates see them: labels and links instead of ids. Knows nothing of pages.

#![deny(clippy::wildcard_enum_match_arm)]

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tera::Value;

use super::Views;
use super::{deadline, fill, picture};
use crate::data::Term;
use crate::document::tree::Image;
use crate::lang::Lang;
use crate::schema::{Field, Money};
use crate::site::value::{ChosenValue, LicenceValue, Resolved};
use crate::site::{Entry, PublicField, Site};

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
    /// Of an attribute of an outcome: whether its entry says it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    inherited: bool,
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

/// All fields of an entry that have a value, in the order of the type.
pub(super) fn of_entry(views: &Views, entry: &Entry) -> Value {
    let fields = views.site.public_fields(entry, &views.lang);
    ordered(fields.filter_map(|public| Some((&*public.field.name, view(views, &public)?))).collect())
}

/// The attributes of an outcome, as fields.
pub(super) fn of_attributes(views: &Views, attributes: &[PublicField<'_>]) -> Value {
    ordered(attributes.iter().filter_map(|public| Some((&*public.field.name, view(views, public)?))).collect())
}

/// One attribute of an outcome.
pub(super) fn of_attribute(views: &Views, attributes: &[PublicField<'_>], field: &Field) -> Option<Value> {
    view(views, attributes.iter().find(|public| public.field.name == field.name)?)
}

/// A map that keeps its order: the engine's maps do, Rust's own do not.
fn ordered(pairs: Vec<(&str, Value)>) -> Value {
    let map: tera::Map = pairs.into_iter().map(|(name, value)| (name.to_owned().into(), value)).collect();
    Value::from(map)
}

/// A field with its value; nothing where its kind stands elsewhere in what templates see.
fn view(views: &Views, public: &PublicField<'_>) -> Option<Value> {
    let field = public.field;
    let value = plain(views, &public.value)?;
    Some(Value::from_serializable(&FieldView {
        name: &field.name,
        kind: field.kind.name().word(),
        of: field.item().map(|item| item.kind.name().word()),
        label: label(views, field),
        value,
        translated: field.translated,
        role: field.role.as_ref().map(|role| role.value.word()),
        inherited: public.inherited,
    }))
}

/// What readers see beside a field.
pub(super) fn label(views: &Views, field: &Field) -> String {
    views.localized(&field.label).map_or_else(|| field.name.replace('_', " "), Cow::into_owned)
}

fn plain(views: &Views, value: &Resolved<'_>) -> Option<Value> {
    Some(match value {
        Resolved::Text(text) | Resolved::Url(text) | Resolved::Email(text) | Resolved::Phone(text) => {
            Value::from(*text)
        }
        Resolved::Rich(text) => Value::safe_string(&fill::without_components(views, text.tree, text.doc)),
        Resolved::Bool(flag) => Value::from(*flag),
        Resolved::Integer(number) => Value::from(*number),
        Resolved::Money(money) => money_value(views, *money),
        Resolved::Date(date) => Value::from(date.to_string().as_str()),
        Resolved::DateTime(time) => Value::from(time.to_string().as_str()),
        Resolved::Deadline(deadline) => deadline::value(views, deadline),
        Resolved::Choice(choice) => choice_value(views, choice),
        Resolved::Term(value) => term_value(views, value.taxonomy, value.term),
        Resolved::Language(lang) => language(lang),
        Resolved::Licence(licence) => licence_value(licence),
        Resolved::Entry(entry) => views.link(entry.id),
        Resolved::Entries(entries) => Value::from(entries.iter().map(|entry| views.link(entry.id)).collect::<Vec<_>>()),
        // They are shown with their texts, as chains of the outcome.
        Resolved::Outcomes(_) => return None,
        Resolved::File(file) => with_picture(views, file.source, None),
        Resolved::Picture(picture) => with_picture(views, picture.file.source, picture.alt),
        Resolved::Confidentiality(word) => Value::from(*word),
        Resolved::List(items) => Value::from(items.iter().filter_map(|item| plain(views, item)).collect::<Vec<_>>()),
        Resolved::Group(parts) => {
            let parts = parts.iter().filter_map(|(field, value)| Some((&*field.name, plain(views, value)?)));
            ordered(parts.collect())
        }
    })
}

fn money_value(views: &Views, money: Money) -> Value {
    let (amount, currency) = (money.amount(), money.currency().code());
    let text = views.site.locale(&views.lang).money(&amount, currency);
    Value::from_serializable(&BTreeMap::from([("amount", &*amount), ("currency", currency), ("text", &*text)]))
}

fn choice_value(views: &Views, choice: &ChosenValue<'_>) -> Value {
    let label = choice.label.map_or(Cow::Borrowed(&**choice.id), |label| views.label_words(&label));
    Value::from_serializable(&BTreeMap::from([("id", &**choice.id), ("label", &*label)]))
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
    site.label(&term.label, lang).map_or((&*term.id, &site.config.default_language), |label| (label.text, label.lang))
}

fn language(lang: &Lang) -> Value {
    let name = lang.autonym().unwrap_or(lang.as_str());
    let dir = lang.direction().as_str();
    Value::from_serializable(&BTreeMap::from([("tag", lang.as_str()), ("name", name), ("dir", dir)]))
}

fn licence_value(licence: &LicenceValue) -> Value {
    let LicenceValue { id, label, url } = *licence;
    Value::from_serializable(&BTreeMap::from([("id", id), ("label", label), ("url", url)]))
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
