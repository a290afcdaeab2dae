//! Registers and lists as data: CSV for spreadsheets (RFC 4180) and JSON for programs (RFC 8259). What a reader of the
//! pages may not see is not in them. Knows nothing of templates.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use crate::lang::Lang;
use crate::plan::{DataFormat, Dataset};
use crate::schema::{Field, FieldValue, Kind, OutcomeKind, Type};
use crate::settings::LocalizedText;
use crate::site::register::{self, OutcomeProgress, RecordId};
use crate::site::{Doc, Entry, EntryId, Site};

/// Fields of documents that are no facts about an entry.
const APART: &[&str] =
    &["title", "description", "slug", "draft", "aliases", "noindex", "toc", "weight", "related", "publish", "expires"];

/// A dataset in one language, as a file.
#[must_use]
pub fn data(site: &Site, dataset: &Dataset, lang: &Lang, format: DataFormat) -> Vec<u8> {
    let reader = TableReader { site, lang };
    let table = match dataset {
        Dataset::Register(type_, kind) => reader.register(type_, *kind),
        Dataset::Entries(type_) => reader.entries(type_),
    };
    match format {
        DataFormat::Csv => csv(&table),
        DataFormat::Json => {
            let rows: Vec<Value> = table.rows.into_iter().map(Value::Object).collect();
            let mut text = format!("{:#}", json!({ "language": lang.as_str(), "count": rows.len(), "items": rows }));
            text.push('\n');
            text.into_bytes()
        }
    }
}

/// Rows with named values, and what the names are called.
struct DataTable {
    columns: Vec<(String, String)>,
    rows: Vec<Map<String, Value>>,
}

struct TableReader<'a> {
    site: &'a Site,
    lang: &'a Lang,
}

impl TableReader<'_> {
    fn localized(&self, texts: &LocalizedText) -> Option<String> {
        texts.get(self.lang, &self.site.config.chain(self.lang)).map(ToString::to_string)
    }

    fn columns<'f>(&self, first: &[&str], fields: impl Iterator<Item = &'f Field>) -> Vec<(String, String)> {
        let own = fields.filter(|field| !field.private && !APART.contains(&&*field.name)).map(|field| {
            let label = self.localized(&field.label).unwrap_or_else(|| field.name.replace('_', " "));
            (field.name.to_string(), label)
        });
        first.iter().map(|name| ((*name).to_owned(), (*name).to_owned())).chain(own).collect()
    }

    fn register(&self, type_: &Arc<str>, kind: OutcomeKind) -> DataTable {
        let Some(type_) = self.site.types.get(type_) else {
            return DataTable { columns: Vec::new(), rows: Vec::new() };
        };
        let attributes = type_.outcomes.as_deref().unwrap_or_default();
        let first = ["id", "text", "url", "meeting", "date", "state", "illustrative"];
        let columns = self.columns(&first, attributes.iter().filter(|field| field.states().is_empty()));
        let ids = self.site.register_list(type_, kind, None, self.lang);
        DataTable { columns, rows: ids.into_iter().map(|id| self.record(type_, id)).collect() }
    }

    fn record(&self, type_: &Type, id: RecordId) -> Map<String, Value> {
        let site = self.site;
        let record = site.registers.record(id);
        let entry = site.entry(record.entry);
        let shown = site.localized_doc(entry, self.lang);
        let merged = Site::merged(entry, shown, site.outcome(id));
        let page = site.route(entry, self.lang).permalink(&site.config.base_url);
        let progress = register::progress(type_, merged.source, record.superseded);
        let mut row = Map::new();
        row.insert("id".to_owned(), json!(self.record_id(id)));
        row.insert("text".to_owned(), json!(&*merged.text.text));
        row.insert("language".to_owned(), json!(merged.lang.as_str()));
        row.insert("url".to_owned(), json!(format!("{page}#{}", merged.source.id)));
        row.insert("meeting".to_owned(), self.entry_value(entry));
        row.insert("date".to_owned(), json!(site.date(entry).map(|date| date.to_string())));
        row.insert("state".to_owned(), json!(progress.as_ref().map(OutcomeProgress::id)));
        row.insert("illustrative".to_owned(), json!(entry.source.meta.flag("illustrative")));
        for field in type_.outcomes.iter().flatten().filter(|field| field.states().is_empty()) {
            let chain = matches!(field.kind, Kind::Outcome(_)).then(|| record.chains.get(&field.name)).flatten();
            let value = match chain {
                Some(ids) => json!(ids.iter().map(|id| self.record_id(*id)).collect::<Vec<_>>()),
                None => {
                    let own = merged.source.attributes.iter().find(|(name, _)| *name == field.name);
                    own.map_or(Value::Null, |(_, value)| self.value(field, &value.value, &entry.source))
                }
            };
            row.insert(field.name.to_string(), value);
        }
        row
    }

    fn record_id(&self, id: RecordId) -> String {
        let entry = self.site.entry(self.site.registers.record(id).entry);
        format!("{}#{}", entry.path, self.site.outcome(id).id)
    }

    fn entries(&self, type_: &Arc<str>) -> DataTable {
        let Some(type_) = self.site.types.get(type_) else {
            return DataTable { columns: Vec::new(), rows: Vec::new() };
        };
        let first = ["id", "title", "description", "url", "language", "illustrative"];
        let own =
            type_.fields.iter().filter(|field| &*field.name != "illustrative" && !matches!(field.kind, Kind::Markdown));
        let columns = self.columns(&first, own);
        let ids: Vec<EntryId> = self.site.of_type(&type_.name, self.lang);
        DataTable { rows: ids.into_iter().map(|id| self.entry(type_, id, &columns)).collect(), columns }
    }

    fn entry(&self, type_: &Type, id: EntryId, columns: &[(String, String)]) -> Map<String, Value> {
        let site = self.site;
        let entry = site.entry(id);
        let shown = site.localized_doc(entry, self.lang);
        let mut row = Map::new();
        row.insert("id".to_owned(), json!(entry.path.as_str()));
        row.insert("title".to_owned(), json!(shown.doc.meta.title()));
        row.insert("description".to_owned(), json!(shown.doc.meta.text("description").map(|text| &**text)));
        row.insert("url".to_owned(), json!(site.route(entry, self.lang).permalink(&site.config.base_url)));
        row.insert("language".to_owned(), json!(shown.lang.as_str()));
        row.insert("illustrative".to_owned(), json!(entry.source.meta.flag("illustrative")));
        for field in type_.fields.iter().filter(|field| columns.iter().any(|(name, _)| *name == *field.name)) {
            if !row.contains_key(&*field.name) {
                let value = site.field(entry, shown, &field.name);
                let value = value.map_or(Value::Null, |(value, doc)| self.value(field, value, doc));
                row.insert(field.name.to_string(), value);
            }
        }
        row
    }

    fn entry_value(&self, entry: &Entry) -> Value {
        let title = self.site.localized_doc(entry, self.lang).doc.meta.title();
        let url = self.site.route(entry, self.lang).permalink(&self.site.config.base_url);
        json!({ "id": entry.path.as_str(), "title": title, "url": url })
    }

    /// A value as JSON: ids with their labels, and links with their titles.
    fn value(&self, field: &Field, value: &FieldValue, doc: &Doc) -> Value {
        let site = self.site;
        match (&field.kind, value) {
            (Kind::List(item), FieldValue::List(values)) => {
                values.iter().map(|value| self.value(item, value, doc)).filter(|value| !value.is_null()).collect()
            }
            (Kind::Group(fields), FieldValue::Group(parts)) => {
                let known = parts.iter().filter_map(|(name, value)| {
                    let field = fields.iter().find(|field| field.name == *name)?;
                    Some((name.to_string(), self.value(field, value, doc)))
                });
                Value::Object(known.collect())
            }
            (Kind::Ref(to), FieldValue::Ref(name)) => {
                site.refer(&name.value, to).map_or(Value::Null, |entry| self.entry_value(entry))
            }
            (Kind::Refs(to), FieldValue::Refs(names)) => {
                let known = names.iter().filter_map(|name| site.refer(&name.value, to));
                known.map(|entry| self.entry_value(entry)).collect()
            }
            (Kind::Term(taxonomy), FieldValue::Term(id)) => {
                site.data.term(taxonomy, &id.value).map_or(Value::Null, |term| {
                    let label = self.localized(&term.label);
                    match term.at {
                        Some((lat, lon)) => {
                            json!({ "id": &*term.id, "label": label, "latitude": lat, "longitude": lon })
                        }
                        None => json!({ "id": &*term.id, "label": label }),
                    }
                })
            }
            (_, FieldValue::Choice(id)) => {
                json!({ "id": &**id, "label": field.choice(id).and_then(|label| self.localized(label)) })
            }
            (_, FieldValue::File(path)) => self.file(&path.value, doc),
            (_, FieldValue::Text(text)) => json!(&**text),
            (_, FieldValue::Bool(flag)) => json!(flag),
            (_, FieldValue::Integer(number)) => json!(number),
            (_, FieldValue::Date(date)) => json!(date.to_string()),
            (_, FieldValue::DateTime(time)) => json!(time.to_string()),
            (_, FieldValue::Language(lang)) => json!(lang.as_str()),
            (_, FieldValue::Licence(id)) => json!(id),
            _ => Value::Null,
        }
    }

    fn file(&self, path: &str, doc: &Doc) -> Value {
        let folder = doc.file.rsplit_once('/').map_or("", |(folder, _)| folder);
        let source = format!("{folder}/{path}");
        self.site.assets.get(source.as_str()).map_or(Value::Null, |asset| {
            let url = self.site.file_route(&source).permalink(&self.site.config.base_url);
            // What is published of a picture has another size.
            let bytes = (!self.site.pictures.contains_key(source.as_str())).then_some(asset.bytes);
            json!({ "name": path, "url": url, "bytes": bytes })
        })
    }
}

/// Rows for a spreadsheet. It starts with a byte order mark, without which Excel reads no Arabic.
fn csv(table: &DataTable) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(b"\xEF\xBB\xBF".to_vec());
    let head = table.columns.iter().map(|(_, label)| guarded(label.clone()));
    // Writing to memory does not fail.
    let _ = writer.write_record(head);
    for row in &table.rows {
        let _ = writer
            .write_record(table.columns.iter().map(|(name, _)| guarded(row.get(name).map(cell).unwrap_or_default())));
    }
    writer.into_inner().unwrap_or_default()
}

/// A value as people read it.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Array(items) => items.iter().map(cell).collect::<Vec<_>>().join("; "),
        Value::Object(parts) => {
            let named = ["title", "label", "name"].iter().find_map(|name| parts.get(*name));
            named.map_or_else(|| parts.values().map(cell).collect::<Vec<_>>().join(", "), cell)
        }
        other => other.to_string(),
    }
}

/// A cell that a spreadsheet would run as a formula is made text (OWASP, CSV injection).
fn guarded(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}
