//! Values of fields in the words of schema.org, by their kinds. Knows nothing of pages.

#![deny(clippy::wildcard_enum_match_arm)]

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::{identity, title};
use crate::lang::{Lang, without_isolates};
use crate::schema::structured_data::{SchemaOrg, ValueForm};
use crate::schema::{Money, PLACES};
use crate::settings::Located;
use crate::site::value::{ChosenValue, FileValue, LicenceValue, Resolved, TermValue};
use crate::site::{Entry, PublicField, Site, route};

/// An entry as it is read in a language that it has a text of its own in.
#[derive(Clone, Copy)]
pub(super) struct EntryReader<'a> {
    pub(super) site: &'a Site,
    pub(super) entry: &'a Entry,
    pub(super) lang: &'a Lang,
}

/// The public fields of an entry. A text of another language is left out.
pub(super) fn fields(reading: EntryReader<'_>) -> impl Iterator<Item = PublicField<'_>> {
    reading.site.public_fields(reading.entry, reading.lang).filter(|public| !public.borrowed)
}

/// What the fields of an entry say of it.
pub(super) fn properties(reading: EntryReader<'_>, schema: &SchemaOrg) -> Map<String, Value> {
    let mut map = Map::new();
    for public in fields(reading) {
        for property in &public.field.linked.properties {
            let values = LinkedValues { reading, form: &property.form };
            for value in values.of(&public.value) {
                put(&mut map, &property.path, &schema.parts, value);
            }
        }
    }
    map
}

/// Adds a value below the nodes that its path names.
fn put(map: &mut Map<String, Value>, path: &[Arc<str>], parts: &[(Arc<str>, Arc<str>)], value: Value) {
    match path {
        [] => {}
        [name] => add(map, name, value),
        [first, rest @ ..] => {
            let type_ = parts.iter().find(|(name, _)| name == first).map(|(_, type_)| &**type_);
            let node = map.entry(&**first).or_insert_with(|| json!({ "@type": type_ }));
            if let Some(inner) = node.as_object_mut() {
                put(inner, rest, parts, value);
            }
        }
    }
}

/// Adds a value beside those that a property has already.
fn add(map: &mut Map<String, Value>, name: &str, value: Value) {
    match map.get_mut(name) {
        None => {
            map.insert(name.to_owned(), value);
        }
        Some(Value::Array(values)) if !values.contains(&value) => values.push(value),
        Some(Value::Array(_)) => {}
        Some(one) if *one == value => {}
        Some(one) => *one = Value::Array(vec![one.take(), value]),
    }
}

struct LinkedValues<'a> {
    reading: EntryReader<'a>,
    form: &'a ValueForm,
}

impl LinkedValues<'_> {
    fn of(&self, value: &Resolved<'_>) -> Vec<Value> {
        match value {
            Resolved::List(items) => items.iter().flat_map(|item| self.of(item)).collect(),
            Resolved::Entries(entries) => entries.iter().filter_map(|entry| self.refer(entry)).collect(),
            Resolved::Entry(entry) => self.refer(entry).into_iter().collect(),
            Resolved::Choice(choice) => self.choice(choice).into_iter().collect(),
            Resolved::Term(value) => self.term(value).into_iter().collect(),
            Resolved::Text(text) | Resolved::Url(text) | Resolved::Email(text) | Resolved::Phone(text) => {
                vec![Value::from(without_isolates(text))]
            }
            Resolved::Bool(flag) => vec![Value::from(*flag)],
            Resolved::Integer(number) => vec![self.number(*number)],
            Resolved::Money(money) => vec![self.money(*money)],
            Resolved::Date(date) => vec![Value::from(date.to_string())],
            Resolved::DateTime(time) => vec![Value::from(time.to_string())],
            Resolved::Deadline(value) => value.iso().map(Value::from).into_iter().collect(),
            Resolved::Language(lang) => vec![Value::from(lang.as_str())],
            Resolved::Licence(value) => self.licence(value).into_iter().map(Value::from).collect(),
            Resolved::File(file) => vec![self.address(file)],
            Resolved::Picture(picture) => vec![self.address(&picture.file)],
            // A declaration that gives these a property is refused.
            Resolved::Group(_) | Resolved::Rich(_) | Resolved::Confidentiality(_) | Resolved::Outcomes(_) => Vec::new(),
        }
    }

    fn number(&self, number: i64) -> Value {
        match self.form {
            ValueForm::Text => Value::from(number.to_string()),
            ValueForm::Natural | ValueForm::Members(_) => Value::from(number),
        }
    }

    /// The digits as text: a number of JSON would be read as a fraction of two.
    fn money(&self, money: Money) -> Value {
        match self.form {
            ValueForm::Text => Value::from(money.to_string()),
            ValueForm::Natural | ValueForm::Members(_) => {
                json!({ "@type": "MonetaryAmount", "value": money.amount(), "currency": money.currency().code() })
            }
        }
    }

    fn choice(&self, choice: &ChosenValue<'_>) -> Option<Value> {
        match self.form {
            ValueForm::Members(members) => member(members, choice.id),
            ValueForm::Natural | ValueForm::Text => Some(Value::from(without_isolates(choice.label?.text))),
        }
    }

    fn address(&self, file: &FileValue<'_>) -> Value {
        let site = self.reading.site;
        Value::from(site.file_route(file.source).permalink(&site.config.base_url))
    }

    /// Another entry; none of which machines are not told.
    fn refer(&self, entry: &Entry) -> Option<Value> {
        let EntryReader { site, lang, .. } = self.reading;
        let id = identity(site, entry)?.permalink(&site.config.base_url);
        let title = title(site, entry, lang);
        Some(match self.form {
            ValueForm::Text => Value::from(title),
            ValueForm::Natural | ValueForm::Members(_) => {
                json!({ "@type": type_name(site, entry), "@id": id, "name": title })
            }
        })
    }

    fn term(&self, value: &TermValue<'_>) -> Option<Value> {
        let name = without_isolates(value.label?.text);
        match self.form {
            ValueForm::Text => Some(Value::from(name)),
            ValueForm::Members(members) => member(members, &value.term.id),
            ValueForm::Natural => Some(self.term_node(value, &name)),
        }
    }

    fn term_node(&self, value: &TermValue<'_>, name: &str) -> Value {
        let site = self.reading.site;
        let TermValue { taxonomy, term, .. } = *value;
        let address = |route: route::Route| route.permalink(&site.config.base_url);
        let lang = &site.config.default_language;
        let mut node = Map::new();
        node.insert("@type".to_owned(), json!(if taxonomy == PLACES { "Place" } else { "DefinedTerm" }));
        node.extend(site.term_route(taxonomy, &term.id, lang).map(|route| ("@id".to_owned(), json!(address(route)))));
        node.insert("name".to_owned(), json!(name));
        if taxonomy == PLACES {
            let geo = |(latitude, longitude)| json!({ "@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude });
            node.extend(term.at.map(|at| ("geo".to_owned(), geo(at))));
        } else {
            let set = site.taxonomy_route(taxonomy, lang).map(address);
            node.extend(set.map(|set| ("inDefinedTermSet".to_owned(), json!(set))));
        }
        Value::Object(node)
    }

    /// The address of a licence; as words, its identifier where it has none.
    fn licence(&self, licence: &LicenceValue) -> Option<&'static str> {
        let url = Some(licence.url).filter(|url| !url.is_empty());
        url.or(matches!(self.form, ValueForm::Text).then_some(licence.id))
    }
}

fn member(members: &[(Located<Arc<str>>, Arc<str>)], id: &Arc<str>) -> Option<Value> {
    members.iter().find(|(known, _)| known.value == *id).map(|(_, name)| vocabulary(name))
}

/// A member of an enumeration.
pub(super) fn vocabulary(name: &str) -> Value {
    Value::from(format!("https://schema.org/{name}"))
}

/// The type of an entry.
pub(super) fn type_name<'a>(site: &'a Site, entry: &'a Entry) -> &'a str {
    let Some(schema) = &entry.type_.linked.schema_org else { return "Thing" };
    schema.type_.of(deciding_id(site, entry, schema.type_.by()))
}

/// The id of the choice or term that decides a name.
pub(super) fn deciding_id<'a>(site: &'a Site, entry: &'a Entry, by: Option<&str>) -> Option<&'a Arc<str>> {
    match site.public_field(entry, &entry.source_lang, by?)?.value {
        Resolved::Choice(choice) => Some(choice.id),
        Resolved::Term(value) => Some(&value.term.id),
        Resolved::Text(_)
        | Resolved::Url(_)
        | Resolved::Email(_)
        | Resolved::Phone(_)
        | Resolved::Rich(_)
        | Resolved::Bool(_)
        | Resolved::Integer(_)
        | Resolved::Money(_)
        | Resolved::Date(_)
        | Resolved::DateTime(_)
        | Resolved::Deadline(_)
        | Resolved::Language(_)
        | Resolved::Licence(_)
        | Resolved::Entry(_)
        | Resolved::Entries(_)
        | Resolved::Outcomes(_)
        | Resolved::File(_)
        | Resolved::Picture(_)
        | Resolved::Confidentiality(_)
        | Resolved::List(_)
        | Resolved::Group(_) => None,
    }
}

/// What a field names, as plain words: titles, labels, texts, the address of a licence.
pub(super) fn words(reading: EntryReader<'_>, value: &Resolved<'_>) -> Vec<String> {
    let values = LinkedValues { reading, form: &ValueForm::Text }.of(value);
    values.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}
