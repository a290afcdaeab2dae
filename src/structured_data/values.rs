//! Values of fields in the words of schema.org, by their kinds. Knows nothing of pages.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::{identity, title};
use crate::data::Term;
use crate::lang::{Lang, without_isolates};
use crate::schema::structured_data::{SchemaOrg, ValueForm};
use crate::schema::{Field, FieldValue, Kind, PLACES};
use crate::settings::{LICENCES, LocalizedText, Located};
use crate::site::{Doc, Entry, Site, route};

/// An entry as it is read in a language that it has a text of its own in.
#[derive(Clone, Copy)]
pub(super) struct EntryReader<'a> {
    pub(super) site: &'a Site,
    pub(super) entry: &'a Entry,
    pub(super) lang: &'a Lang,
}

/// The fields of an entry with their values and the documents they stand in. A text of another language is left out,
/// and so is what the confidentiality of the entry keeps back.
pub(super) fn fields(reading: EntryReader<'_>) -> impl Iterator<Item = (&Field, &FieldValue, &Doc)> {
    let entry = reading.entry;
    let public = move |field: &&Field| !field.private && !field.not_under.contains(&entry.confidentiality);
    entry.type_.fields.iter().filter(public).filter_map(move |field| {
        let doc = if field.translated { entry.docs.get(reading.lang)? } else { &entry.source };
        Some((field, doc.meta.field(&field.name)?, doc))
    })
}

/// What the fields of an entry say of it.
pub(super) fn properties(reading: EntryReader<'_>, schema: &SchemaOrg) -> Map<String, Value> {
    let mut map = Map::new();
    for (field, value, doc) in fields(reading) {
        for property in &field.linked.properties {
            let values = LinkedValues { reading, doc, form: &property.form };
            for value in values.of(&field.kind, value) {
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
    doc: &'a Doc,
    form: &'a ValueForm,
}

impl LinkedValues<'_> {
    fn of(&self, kind: &Kind, value: &FieldValue) -> Vec<Value> {
        match (kind, value) {
            (Kind::List(item), FieldValue::List(values)) => {
                values.iter().flat_map(|value| self.of(&item.kind, value)).collect()
            }
            (Kind::Refs(to), FieldValue::Refs(names)) => names.iter().filter_map(|name| self.refer(to, name)).collect(),
            _ => self.one(kind, value).into_iter().collect(),
        }
    }

    fn one(&self, kind: &Kind, value: &FieldValue) -> Option<Value> {
        let site = self.reading.site;
        Some(match (kind, value) {
            (Kind::Ref(to), FieldValue::Ref(name)) => self.refer(to, name)?,
            (Kind::Choice(choices), FieldValue::Choice(id)) => match self.form {
                ValueForm::Members(members) => member(members, id)?,
                _ => Value::from(self.localized(&choices.iter().find(|(known, _)| known == id)?.1)?),
            },
            (Kind::Term(taxonomy), FieldValue::Term(id)) => {
                self.term(taxonomy, site.data.term(taxonomy, &id.value)?)?
            }
            (_, FieldValue::Text(text)) => Value::from(without_isolates(text)),
            (_, FieldValue::Bool(flag)) => Value::from(*flag),
            (_, FieldValue::Integer(number)) => match self.form {
                ValueForm::Text => Value::from(number.to_string()),
                _ => Value::from(*number),
            },
            (_, FieldValue::Date(date)) => Value::from(date.to_string()),
            (_, FieldValue::DateTime(time)) => Value::from(time.to_string()),
            (_, FieldValue::Language(lang)) => Value::from(lang.as_str()),
            (_, FieldValue::Licence(id)) => Value::from(self.licence(id)?),
            (_, FieldValue::File(path)) => {
                let folder = self.doc.file.rsplit_once('/').map_or("", |(folder, _)| folder);
                let source = format!("{folder}/{}", path.value);
                let known = site.assets.contains_key(source.as_str());
                Value::from(known.then(|| site.file_route(&source).permalink(&site.config.base_url))?)
            }
            _ => return None,
        })
    }

    /// Another entry; none of which machines are not told.
    fn refer(&self, targets: &[Arc<str>], name: &Located<Arc<str>>) -> Option<Value> {
        let EntryReader { site, lang, .. } = self.reading;
        let entry = site.refer(&name.value, targets)?;
        let id = identity(site, entry)?.permalink(&site.config.base_url);
        let title = title(site, entry, lang);
        Some(match self.form {
            ValueForm::Text => Value::from(title),
            _ => json!({ "@type": type_name(entry), "@id": id, "name": title }),
        })
    }

    fn term(&self, taxonomy: &str, term: &Term) -> Option<Value> {
        let name = self.localized(&term.label)?;
        match self.form {
            ValueForm::Text => return Some(Value::from(name)),
            ValueForm::Members(members) => return member(members, &term.id),
            ValueForm::Natural => {}
        }
        let site = self.reading.site;
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
        Some(Value::Object(node))
    }

    /// The address of a licence; as words, its identifier where it has none.
    fn licence(&self, id: &'static str) -> Option<&'static str> {
        let url =
            LICENCES.iter().find(|(known, ..)| *known == id).map(|(_, _, url)| *url).filter(|url| !url.is_empty());
        url.or(matches!(self.form, ValueForm::Text).then_some(id))
    }

    fn localized(&self, texts: &LocalizedText) -> Option<String> {
        let EntryReader { site, lang, .. } = self.reading;
        texts.get(lang, &site.config.chain(lang)).map(|text| without_isolates(text))
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
pub(super) fn type_name(entry: &Entry) -> &str {
    let Some(schema) = &entry.type_.linked.schema_org else { return "Thing" };
    schema.type_.of(schema.type_.by().and_then(|by| entry.source.meta.field(by)))
}

/// What a field names, as plain words: titles, labels, texts, the address of a licence.
pub(super) fn words(reading: EntryReader<'_>, (field, value, doc): (&Field, &FieldValue, &Doc)) -> Vec<String> {
    let values = LinkedValues { reading, doc, form: &ValueForm::Text }.of(&field.kind, value);
    values.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}
