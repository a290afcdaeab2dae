//! JSON Schema (draft-07, which editors for YAML read) of the front matter of a type.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::{CONFIDENTIALITIES, Currency, Field, Kind, Type, Types, common};
use crate::lang::Lang;
use crate::settings::LICENCES;

/// Ids of one kind that a schema lists: more make a file that editors read slowly, and a list that nobody looks through.
const MOST_IDS: usize = 2_000;

/// What a field of a site can name, as ids with their titles.
#[derive(Clone, Debug, Default)]
pub struct SchemaIds {
    /// The entries of each type, by their paths.
    pub entries: BTreeMap<Arc<str>, Vec<TitledId>>,
    /// The terms of each taxonomy, places among them.
    pub terms: BTreeMap<Arc<str>, Vec<TitledId>>,
}

/// An id and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TitledId {
    /// As it is written.
    pub id: String,
    /// As readers see it.
    pub title: String,
}

/// What the schemas of a site have in common.
#[derive(Clone, Copy, Debug)]
pub struct SchemaContext<'a> {
    /// The types.
    pub types: &'a Types,
    /// The language in which editors see the help of fields.
    pub lang: &'a Lang,
    /// The languages of the site.
    pub languages: &'a [Lang],
    /// What fields can name.
    pub ids: &'a SchemaIds,
}

/// The schema of the front matter of a type.
#[must_use]
pub fn json_schema(type_: &Type, context: &SchemaContext<'_>) -> Value {
    let mut properties = properties(&type_.fields, context);
    properties.insert("translation".to_owned(), translation(context.languages));
    let shared: Vec<&str> = type_.fields.iter().filter(|field| !field.translated).map(|field| &*field.name).collect();
    let required: Vec<&str> = type_.fields.iter().filter(|field| field.required).map(|field| &*field.name).collect();
    let translated_required: Vec<&str> =
        type_.fields.iter().filter(|field| field.required && field.translated).map(|field| &*field.name).collect();
    let forbidden: Vec<Value> = shared.iter().map(|name| json!({ "required": [name] })).collect();
    let mut then = json!({ "required": translated_required });
    if !forbidden.is_empty() {
        then["not"] = json!({ "anyOf": forbidden });
    }
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": type_.name,
        "description": format!("Front matter of content/{}/", type_.folder),
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
        "if": { "required": ["translation"] },
        "then": then,
        "else": { "required": required },
    })
}

fn properties(fields: &[Field], context: &SchemaContext<'_>) -> Map<String, Value> {
    fields.iter().map(|field| (field.name.to_string(), property(field, context))).collect()
}

fn property(field: &Field, context: &SchemaContext<'_>) -> Value {
    let mut schema = kind(field, context);
    let words = field.help.get(context.lang, &[]).or_else(|| field.label.get(context.lang, &[]));
    if let (Some(words), Some(object)) = (words, schema.as_object_mut()) {
        object.insert("description".to_owned(), json!(words));
    }
    schema
}

fn kind(field: &Field, context: &SchemaContext<'_>) -> Value {
    match &field.kind {
        // A deadline is read in the words of the language, too.
        Kind::Text | Kind::Markdown | Kind::Deadline(_) => json!({ "type": ["string", "number"] }),
        Kind::Phone => json!({ "type": ["string", "number"], "pattern": r"^\+?[0-9 ().-]+$" }),
        Kind::Bool => json!({ "type": "boolean" }),
        Kind::Integer => {
            let mut schema = json!({ "type": "integer" });
            bound(&mut schema, "minimum", field.min);
            bound(&mut schema, "maximum", field.max);
            schema
        }
        Kind::Money => json!({ "oneOf": [
            { "type": "string", "pattern": r"^([A-Z]{3} +-?\d+(\.\d+)?|-?\d+(\.\d+)? +[A-Z]{3})$" },
            {
                "type": "object",
                "additionalProperties": false,
                "properties": {
                    "amount": { "type": ["number", "string"], "pattern": r"^-?\d+(\.\d+)?$" },
                    "currency": { "type": "string", "enum": Currency::all().map(Currency::code).collect::<Vec<_>>() },
                },
                "required": ["amount", "currency"],
            },
        ] }),
        Kind::Date => json!({ "type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$" }),
        Kind::DateTime => json!({ "type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?$" }),
        Kind::Choice(choices) => choice(choices.iter().map(|(id, label)| {
            (id.to_string(), label.get(context.lang, &[]).map(ToString::to_string).unwrap_or_default())
        })),
        Kind::Confidentiality => choice(CONFIDENTIALITIES.iter().map(|(id, _)| ((*id).to_owned(), String::new()))),
        Kind::Licence => choice(LICENCES.iter().map(|(id, name, _)| ((*id).to_owned(), (*name).to_owned()))),
        Kind::List(item) => {
            let mut schema = json!({ "type": "array", "items": property(item, context) });
            bound(&mut schema, "minItems", field.min);
            bound(&mut schema, "maxItems", field.max);
            schema
        }
        Kind::Group(fields) => object(fields, context),
        Kind::Consent => object(&common::consent(), context),
        Kind::Party(rules) => {
            let terms = rules.roles.iter().flat_map(|taxonomy| context.terms(taxonomy));
            let entries = if rules.organisations { context.entries(&rules.to) } else { Vec::new() };
            let name = named(entries.into_iter().chain(terms));
            json!({ "anyOf": [name, { "type": "array", "items": name }] })
        }
        Kind::Refs(to) => json!({ "type": "array", "items": named(context.entries(to).into_iter()) }),
        Kind::Outcome(_) => json!({ "type": "array", "items": { "type": "string" } }),
        Kind::Ref(to) => named(context.entries(to).into_iter()),
        Kind::Term(taxonomy) => named(context.terms(taxonomy)),
        Kind::Language => json!({ "type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$" }),
        Kind::Url => json!({ "type": "string", "format": "uri", "pattern": "^https?://" }),
        Kind::Email => json!({ "type": "string", "format": "email" }),
        Kind::Image | Kind::File => json!({ "type": "string", "pattern": r"^[^/\\:][^\\:]*$" }),
    }
}

impl<'a> SchemaContext<'a> {
    /// The entries that a field may name, as it names them: by their last parts where it says of which types they are.
    fn entries(&self, to: &'a [Arc<str>]) -> Vec<(&'a str, &'a str)> {
        if to.is_empty() {
            return self.ids.entries.values().flatten().map(|known| (&*known.id, &*known.title)).collect();
        }
        to.iter().flat_map(|name| self.entries_of(name)).collect()
    }

    /// The entries of a type, by their paths in its folder.
    fn entries_of(&self, name: &str) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let folder = self.types.get(name).map(|type_| format!("{}/", type_.folder)).unwrap_or_default();
        let known = self.ids.entries.get(name).into_iter().flatten();
        known.map(move |known| (known.id.strip_prefix(&*folder).unwrap_or(&known.id), &*known.title))
    }

    /// The terms of a taxonomy.
    fn terms(&self, taxonomy: &str) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        self.ids.terms.get(taxonomy).into_iter().flatten().map(|known| (&*known.id, &*known.title))
    }
}

/// A name of something that there is. Others are texts too: the schema is older than what was written since, and
/// `samen check` knows.
fn named<'i>(known: impl Iterator<Item = (&'i str, &'i str)>) -> Value {
    let (ids, titles): (Vec<&str>, Vec<&str>) = known.take(MOST_IDS + 1).unzip();
    if ids.is_empty() || ids.len() > MOST_IDS {
        return json!({ "type": "string" });
    }
    json!({ "anyOf": [{ "enum": ids, "enumDescriptions": titles }, { "type": "string" }] })
}

/// Named parts.
fn object(fields: &[Field], context: &SchemaContext<'_>) -> Value {
    let required: Vec<&str> = fields.iter().filter(|field| field.required).map(|field| &*field.name).collect();
    json!({ "type": "object", "additionalProperties": false, "properties": properties(fields, context), "required": required })
}

/// `oneOf` with titles, so that an editor offers each id with its label.
fn choice(choices: impl Iterator<Item = (String, String)>) -> Value {
    let options: Vec<Value> = choices.map(|(id, label)| json!({ "const": id, "title": label })).collect();
    json!({ "oneOf": options })
}

fn bound(schema: &mut Value, name: &str, value: Option<i64>) {
    if let (Some(value), Some(object)) = (value, schema.as_object_mut()) {
        object.insert(name.to_owned(), json!(value));
    }
}

fn translation(languages: &[Lang]) -> Value {
    let tags: Vec<&str> = languages.iter().map(Lang::as_str).collect();
    json!({
        "type": "object",
        "description": "makes this document a translation; only translated fields stand beside it",
        "additionalProperties": false,
        "required": ["source"],
        "properties": {
            "source": { "enum": tags, "description": "language of the source" },
            "hash": { "type": "string", "description": "state of the source when this was translated" },
            "state": { "enum": ["machine", "draft", "reviewed"] },
            "reviewer": { "type": "string", "description": "role, not the name of a person" },
            "on": { "type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "description": "day of the review" },
            "standalone": { "type": "boolean", "description": "true to publish this text although its source is a draft" },
        },
    })
}
