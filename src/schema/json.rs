//! JSON Schema (draft-07, which editors for YAML read) of the front matter of a type.

use serde_json::{Map, Value, json};

use super::{CONFIDENTIALITIES, Currency, Field, Kind, Type, common};
use crate::lang::Lang;
use crate::settings::LICENCES;

/// The schema of the front matter of a type. Editors see the help of fields in `lang`.
#[must_use]
pub fn json_schema(type_: &Type, lang: &Lang, languages: &[Lang]) -> Value {
    let mut properties = properties(&type_.fields, lang);
    properties.insert("translation".to_owned(), translation(languages));
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

fn properties(fields: &[Field], lang: &Lang) -> Map<String, Value> {
    fields.iter().map(|field| (field.name.to_string(), property(field, lang))).collect()
}

fn property(field: &Field, lang: &Lang) -> Value {
    let mut schema = kind(field, lang);
    let words = field.help.get(lang, &[]).or_else(|| field.label.get(lang, &[]));
    if let (Some(words), Some(object)) = (words, schema.as_object_mut()) {
        object.insert("description".to_owned(), json!(words));
    }
    schema
}

fn kind(field: &Field, lang: &Lang) -> Value {
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
        Kind::Choice(choices) => choice(
            choices
                .iter()
                .map(|(id, label)| (id.to_string(), label.get(lang, &[]).map(ToString::to_string).unwrap_or_default())),
        ),
        Kind::Confidentiality => choice(CONFIDENTIALITIES.iter().map(|(id, _)| ((*id).to_owned(), String::new()))),
        Kind::Licence => choice(LICENCES.iter().map(|(id, name, _)| ((*id).to_owned(), (*name).to_owned()))),
        Kind::List(item) => {
            let mut schema = json!({ "type": "array", "items": property(item, lang) });
            bound(&mut schema, "minItems", field.min);
            bound(&mut schema, "maxItems", field.max);
            schema
        }
        Kind::Group(fields) => object(fields, lang),
        Kind::Consent => object(&common::consent(), lang),
        Kind::Party(_) => json!({ "type": ["string", "array"], "items": { "type": "string" } }),
        Kind::Refs(_) | Kind::Outcome(_) => json!({ "type": "array", "items": { "type": "string" } }),
        Kind::Ref(_) | Kind::Term(_) => json!({ "type": "string" }),
        Kind::Language => json!({ "type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$" }),
        Kind::Url => json!({ "type": "string", "format": "uri", "pattern": "^https?://" }),
        Kind::Email => json!({ "type": "string", "format": "email" }),
        Kind::Image | Kind::File => json!({ "type": "string", "pattern": r"^[^/\\:][^\\:]*$" }),
    }
}

/// Named parts.
fn object(fields: &[Field], lang: &Lang) -> Value {
    let required: Vec<&str> = fields.iter().filter(|field| field.required).map(|field| &*field.name).collect();
    json!({ "type": "object", "additionalProperties": false, "properties": properties(fields, lang), "required": required })
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
