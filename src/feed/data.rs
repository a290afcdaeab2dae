//! Registers and lists as data: CSV for spreadsheets (RFC 4180) and JSON for programs (RFC 8259). What a reader of the
//! pages may not see is not in them. Knows nothing of templates.

#![deny(clippy::wildcard_enum_match_arm)]

use std::sync::Arc;

use serde_json::{Map, Value, json};

use crate::document::outcomes::{Vote, VoteCounts};
use crate::lang::Lang;
use crate::plan::{DataFormat, Dataset};
use crate::schema::{Field, Kind, Type};
use crate::settings::LocalizedText;
use crate::site::register::{self, OutcomeProgress, RecordId};
use crate::site::value::{FileValue, Resolved, TermValue};
use crate::site::{Entry, EntryId, PublicField, Site};

/// A dataset in one language, as a file.
#[must_use]
pub fn data(site: &Site, dataset: &Dataset, lang: &Lang, format: DataFormat) -> Vec<u8> {
    let reader = TableReader { site, lang };
    let table = match dataset {
        Dataset::Register(type_, kind) => reader.register(type_, kind),
        Dataset::Entries(type_) => reader.entries(type_),
    };
    table.written(lang, format)
}

/// Outcomes of any type in one language, in the form of their registers: a row for each that readers may see.
#[must_use]
pub fn outcome_table(site: &Site, ids: &[RecordId], lang: &Lang) -> DataTable {
    let reader = TableReader { site, lang };
    let with_outcomes = site.types.iter().filter(|type_| type_.outcomes.is_some());
    let mut columns: Vec<Column> = Vec::new();
    for column in with_outcomes.flat_map(|type_| reader.outcome_columns(type_)) {
        if !columns.iter().any(|known| known.name == column.name && known.part == column.part) {
            columns.push(column);
        }
    }
    DataTable { rows: ids.iter().filter_map(|id| reader.record(*id, &columns)).collect(), columns }
}

/// Rows with named values, and what the names are called.
pub struct DataTable {
    columns: Vec<Column>,
    rows: Vec<Map<String, Value>>,
}

impl DataTable {
    /// The rows, each with a value for every column.
    #[must_use]
    pub fn rows(&self) -> &[Map<String, Value>] {
        &self.rows
    }

    /// The table as a file.
    #[must_use]
    pub fn written(self, lang: &Lang, format: DataFormat) -> Vec<u8> {
        match format {
            DataFormat::Csv => csv(&self),
            DataFormat::Json => {
                let rows: Vec<Value> = self.rows.into_iter().map(Value::Object).collect();
                let mut text =
                    format!("{:#}", json!({ "language": lang.as_str(), "count": rows.len(), "items": rows }));
                text.push('\n');
                text.into_bytes()
            }
        }
    }
}

/// A column of a spreadsheet.
struct Column {
    /// The value of a row.
    name: String,
    /// The part of that value; none for all of it.
    part: Option<&'static str>,
    /// What stands above it.
    label: String,
}

impl Column {
    /// A part of how an outcome was decided.
    fn of_vote(part: &'static str) -> Self {
        Self { name: "vote".to_owned(), part: Some(part), label: format!("vote_{part}") }
    }

    fn of<'r>(&self, row: &'r Map<String, Value>) -> Option<&'r Value> {
        let value = row.get(&self.name)?;
        self.part.map_or(Some(value), |part| value.get(part))
    }
}

struct TableReader<'a> {
    site: &'a Site,
    lang: &'a Lang,
}

impl TableReader<'_> {
    fn localized(&self, texts: &LocalizedText) -> Option<String> {
        texts.get(self.lang, &self.site.config.chain(self.lang)).map(ToString::to_string)
    }

    fn columns<'f>(&self, first: &[&str], fields: impl Iterator<Item = &'f Field>) -> Vec<Column> {
        let fixed = |name: &&str| Column { name: (*name).to_owned(), part: None, label: (*name).to_owned() };
        let own = fields.filter(|field| field.is_shown()).flat_map(|field| self.columns_of(field));
        first.iter().map(fixed).chain(own).collect()
    }

    /// The columns of a field: an amount of money has one for the number, which a spreadsheet can add up, and one for the
    /// currency.
    fn columns_of(&self, field: &Field) -> Vec<Column> {
        let label = self.localized(&field.label).unwrap_or_else(|| field.name.replace('_', " "));
        let name = field.name.to_string();
        if matches!(field.kind, Kind::Money) {
            let currency = Column { name: name.clone(), part: Some("currency"), label: format!("{label} (ISO 4217)") };
            return vec![Column { name, part: Some("amount"), label }, currency];
        }
        vec![Column { name, part: None, label }]
    }

    fn register(&self, type_: &Arc<str>, kind: &Arc<str>) -> DataTable {
        let Some(type_) = self.site.types.get(type_) else {
            return DataTable { columns: Vec::new(), rows: Vec::new() };
        };
        let columns = self.outcome_columns(type_);
        let ids = self.site.register_list(type_, kind, None, self.lang);
        DataTable { rows: ids.iter().filter_map(|id| self.record(*id, &columns)).collect(), columns }
    }

    fn outcome_columns(&self, type_: &Type) -> Vec<Column> {
        let attributes = type_.outcomes.as_deref().unwrap_or_default();
        let own = |name: &&str| !attributes.iter().any(|field| *field.name == **name);
        let has_numbers = type_.outcome_kinds.iter().any(|kind| kind.number);
        let number = has_numbers.then_some("number");
        let first = ["id", "text", "url", entry_column(type_), "date", "state", "illustrative"];
        let inherits = attributes.iter().any(|field| field.inherited().is_some()).then_some("inherited");
        let added = ["kind", "overdue"].into_iter().chain(inherits).chain(number).filter(own);
        let first: Vec<&str> = first.into_iter().chain(added).collect();
        let mut columns = self.columns(&first, attributes.iter().filter(|field| field.states().is_empty()));
        if type_.outcome_kinds.iter().any(|kind| kind.vote) && own(&"vote") {
            columns.extend(["result", "for", "against", "abstain", "present"].map(Column::of_vote));
        }
        columns
    }

    fn record(&self, id: RecordId, columns: &[Column]) -> Option<Map<String, Value>> {
        let site = self.site;
        let (entry, merged) = site.public_record(id, self.lang)?;
        let superseded = site.registers.record(id).superseded;
        let page = site.route(entry, self.lang).permalink(&site.config.base_url);
        let progress = register::progress(&entry.type_, merged.source, superseded);
        let mut row = Map::new();
        row.insert("id".to_owned(), json!(self.record_id(id)));
        row.insert("text".to_owned(), json!(&*merged.text.text));
        row.insert("language".to_owned(), json!(merged.lang.as_str()));
        row.insert("url".to_owned(), json!(format!("{page}#{}", merged.source.id)));
        row.insert(entry_column(&entry.type_).to_owned(), self.entry_value(entry));
        row.insert("date".to_owned(), json!(site.date(entry).map(|date| date.to_string())));
        row.insert("state".to_owned(), json!(progress.as_ref().map(OutcomeProgress::id)));
        row.insert("illustrative".to_owned(), json!(entry.source.meta.flag("illustrative")));
        let attributes = site.public_attributes(entry, merged.source, self.lang);
        let added = [
            ("kind", json!(&*merged.source.kind.name)),
            ("overdue", json!(site.is_overdue(entry, merged.source, superseded))),
            ("inherited", attributes.iter().filter(|public| public.inherited).map(|it| json!(it.field.name)).collect()),
            ("number", json!(site.public_number(merged.source).map(|number| &**number))),
            ("vote", site.public_vote(merged.source).map_or(Value::Null, vote)),
        ];
        // A fact of the type with such a name comes first.
        let asked = |name: &str| columns.iter().any(|column| column.name == name);
        let own = |name: &str| entry.type_.outcomes.iter().flatten().any(|field| *field.name == *name);
        row.extend(
            added
                .into_iter()
                .filter(|(name, _)| asked(name) && !own(name))
                .map(|(name, value)| (name.to_owned(), value)),
        );
        self.fill(&mut row, columns, &attributes);
        Some(row)
    }

    fn record_id(&self, id: RecordId) -> String {
        let entry = self.site.record_entry(id);
        format!("{}#{}", entry.path, self.site.outcome(id).id)
    }

    fn entries(&self, type_: &Arc<str>) -> DataTable {
        let Some(type_) = self.site.types.get(type_) else {
            return DataTable { columns: Vec::new(), rows: Vec::new() };
        };
        let first = ["id", "title", "description", "url", "language", "illustrative"];
        let own = type_.fields.iter().filter(|field| !field.system && !matches!(field.kind, Kind::Markdown));
        let columns = self.columns(&first, own);
        let ids: Vec<EntryId> = self.site.of_type(&type_.name, self.lang);
        DataTable { rows: ids.into_iter().map(|id| self.entry(id, &columns)).collect(), columns }
    }

    fn entry(&self, id: EntryId, columns: &[Column]) -> Map<String, Value> {
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
        row.extend(self.event(entry));
        self.fill(&mut row, columns, &site.public_fields(entry, self.lang).collect::<Vec<_>>());
        row
    }

    /// What became of an event, also where its day alone says so.
    fn event(&self, entry: &Entry) -> Option<(String, Value)> {
        let field = entry.type_.calendar.as_ref()?.status.as_ref()?;
        let id = self.site.event_state(entry)?.choice?;
        let label = self.site.event_label(entry, self.lang).map(|label| label.text.to_owned());
        Some((field.name.to_string(), json!({ "id": id, "label": label })))
    }

    /// Adds a value for every column: nothing is said where a field has none, so that all rows have the same names.
    fn fill(&self, row: &mut Map<String, Value>, columns: &[Column], fields: &[PublicField<'_>]) {
        for column in columns {
            if !row.contains_key(&column.name) {
                let field = fields.iter().find(|public| *public.field.name == *column.name);
                row.insert(column.name.clone(), field.map_or(Value::Null, |public| self.value(&public.value)));
            }
        }
    }

    fn entry_value(&self, entry: &Entry) -> Value {
        let title = self.site.localized_doc(entry, self.lang).doc.meta.title();
        let url = self.site.route(entry, self.lang).permalink(&self.site.config.base_url);
        json!({ "id": entry.path.as_str(), "title": title, "url": url })
    }

    /// A value as JSON: ids with their labels, and links with their titles.
    fn value(&self, value: &Resolved<'_>) -> Value {
        match value {
            Resolved::List(items) => {
                items.iter().map(|item| self.value(item)).filter(|value| !value.is_null()).collect()
            }
            Resolved::Group(parts) => {
                Value::Object(parts.iter().map(|(field, part)| (field.name.to_string(), self.value(part))).collect())
            }
            Resolved::Entry(entry) => self.entry_value(entry),
            Resolved::Entries(entries) => entries.iter().map(|entry| self.entry_value(entry)).collect(),
            Resolved::Outcomes(ids) => ids.iter().map(|id| json!(self.record_id(*id))).collect(),
            Resolved::Term(value) => term(value),
            Resolved::Choice(choice) => json!({ "id": &**choice.id, "label": choice.label.map(|label| label.text) }),
            Resolved::File(file) => self.file(file),
            Resolved::Picture(picture) => self.file(&picture.file),
            Resolved::Text(text) | Resolved::Url(text) | Resolved::Email(text) | Resolved::Phone(text) => json!(text),
            Resolved::Bool(flag) => json!(flag),
            Resolved::Integer(number) => json!(number),
            Resolved::Money(money) => json!({ "amount": money.amount(), "currency": money.currency().code() }),
            Resolved::Date(date) => json!(date.to_string()),
            Resolved::DateTime(time) => json!(time.to_string()),
            Resolved::Deadline(value) => json!(value.deadline.edtf()),
            Resolved::Language(lang) => json!(lang.as_str()),
            Resolved::Licence(licence) => json!(licence.id),
            // Text with markup is for pages, and how much is public shows in what is there.
            Resolved::Rich(_) | Resolved::Confidentiality(_) => Value::Null,
        }
    }

    fn file(&self, file: &FileValue<'_>) -> Value {
        let url = self.site.file_route(file.source).permalink(&self.site.config.base_url);
        json!({ "name": file.name, "url": url, "bytes": file.bytes })
    }
}

/// How an outcome was decided: every part has a place, so that all rows are alike.
fn vote(vote: &Vote) -> Value {
    let (result, counts) = match vote {
        Vote::Consensus => ("consensus", VoteCounts::default()),
        Vote::Counted(counts) => ("counted", *counts),
    };
    let parts = counts.parts().into_iter().map(|(what, count)| (what.to_owned(), json!(count)));
    Value::Object(std::iter::once(("result".to_owned(), json!(result))).chain(parts).collect())
}

fn term(value: &TermValue<'_>) -> Value {
    let (id, label) = (&*value.term.id, value.label.map(|label| label.text));
    match value.term.at {
        Some((lat, lon)) => json!({ "id": id, "label": label, "latitude": lat, "longitude": lon }),
        None => json!({ "id": id, "label": label }),
    }
}

/// The column with the entry that an outcome belongs to: by the name of its type, unless another column has that name.
fn entry_column(type_: &Type) -> &str {
    let taken = ["id", "text", "language", "url", "date", "state", "illustrative"];
    let attribute = type_.outcomes.iter().flatten().any(|field| field.name == type_.name);
    if attribute || taken.contains(&&*type_.name) { "entry" } else { &type_.name }
}

/// Rows for a spreadsheet. It starts with a byte order mark, without which Excel reads no Arabic. All cells stand in
/// quotes, so that a sign that some countries part columns with stays in its cell (RFC 4180).
fn csv(table: &DataTable) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .quote_style(csv::QuoteStyle::Always)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    let head = table.columns.iter().map(|column| guarded(&column.label));
    // Writing to memory does not fail.
    let _ = writer.write_record(head);
    for row in &table.rows {
        let _ = writer
            .write_record(table.columns.iter().map(|column| guarded(&column.of(row).map(cell).unwrap_or_default())));
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
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

/// A cell that a spreadsheet would run as a formula is made text (OWASP, CSV injection). Excel with European settings
/// starts a cell behind each `;`, even between quotes that are not those of the first cell, so each part is guarded.
fn guarded(cell: &str) -> String {
    cell.split(';').map(guarded_part).collect::<Vec<_>>().join(";")
}

/// Signs that start a formula; programs for Chinese and Japanese take the wide ones too.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// A part of a cell as text. A number and a telephone number run nothing, and programs want them as they are.
fn guarded_part(part: &str) -> String {
    let text = part.trim_start_matches(|c: char| c == '"' || (c.is_whitespace() && !FORMULA.contains(&c)));
    let number = text.strip_prefix(['-', '+']).is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_digit() || c == '(')
            && rest.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '\u{A0}' | '.' | ',' | '-' | '(' | ')'))
    });
    if number || !text.starts_with(FORMULA) {
        return part.to_owned();
    }
    let space = part.len() - part.trim_start_matches(' ').len();
    format!("{}'{}", &part[..space], &part[space..])
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn a_cell_runs_nothing_wherever_a_spreadsheet_lets_it_start() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("a;=HYPERLINK(\"x\");b", "a;'=HYPERLINK(\"x\");b"),
            ("a; @SUM(A1)", "a; '@SUM(A1)"),
            ("\"=1+1\"", "'\"=1+1\""),
            ("\u{A0}=1", "'\u{A0}=1"),
            ("\t=1", "'\t=1"),
            ("＝1+1", "'＝1+1"),
            ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
            ("-2+3+cmd", "'-2+3+cmd"),
        ] {
            assert_eq!(guarded(cell), written);
        }
        for cell in ["+31 20 123 45 67", "+31 (0)20-1234567", "-20.00", "a = b", "", "- ", "a;b", "a-b; c+d"] {
            let dash = if cell == "- " { "'- " } else { cell };
            assert_eq!(guarded(cell), dash);
        }
    }
}
