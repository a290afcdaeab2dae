//! What layouts of prints see. Knows nothing of how a print is made.

#![deny(clippy::wildcard_enum_match_arm)]

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde_json::{Map, Value as Json, json};

use super::{Views, deadline, fields, outcome, print_body};
use crate::document::Body;
use crate::lang::{DateStyle, Direction, Lang, isolate, marked_for_layouts, without_marks};
use crate::print;
use crate::schema::{Field, PrintVariant};
use crate::site::register::{self, RecordId};
use crate::site::value::{FileValue, Label, Resolved};
use crate::site::{Entry, PublicField, route};

/// How the keys of texts begin that layouts are given.
const TEXTS: &[&str] = &["print-", "outcome-", "state-", "badge-", "callout-"];

/// The key of the text in place of the picture of the code.
const ALTERNATIVE: &str = "print-qr";

/// What a layout is given.
#[derive(Debug)]
pub struct PrintData {
    /// The data, as JSON.
    pub json: String,
    /// Pictures in the text: the name that the data use, and the file below `content/` that they are made of.
    pub pictures: BTreeMap<String, Arc<str>>,
}

/// The data of the print of an entry. `body` is its text in the language of the views.
#[must_use]
pub fn print_data(views: &Views, entry: &Entry, body: &Body, variant: PrintVariant) -> PrintData {
    let site = &*views.site;
    let shown = site.localized_doc(entry, &views.lang);
    let body = print_body::of_entry(views, entry, &body.tree);
    let own = json!({
        "headings": shown.doc.meta.headings.len(),
        "facts": facts(views, entry),
        "follow_up": follow_up(views, entry),
        "body": body.nodes,
    });
    PrintData { json: with(entry_head(views, entry, variant), own), pictures: body.pictures }
}

/// The actions of last time, a row each; nothing where there are none.
fn follow_up(views: &Views, entry: &Entry) -> Option<Vec<Json>> {
    let records = views.site.follow_up(entry).records;
    let rows: Vec<Json> = records.into_iter().filter_map(|id| row(views, id)).collect();
    (!rows.is_empty()).then_some(rows)
}

/// The data of the picture for links to the page of an entry. That of the home page tells of the site.
#[must_use]
pub fn card_data(views: &Views, entry: &Entry) -> PrintData {
    let home = json!({ "home": entry.path.as_str().is_empty(), "body": [], "facts": [] });
    PrintData { json: with(entry_head(views, entry, PrintVariant::Card), home), pictures: BTreeMap::new() }
}

/// The data of the print of a register; nothing where there is no such register in the language.
#[must_use]
pub fn register_data(views: &Views, type_: &str, kind: &Arc<str>) -> Option<PrintData> {
    let site = &*views.site;
    let (type_, register) = site.register(type_, kind)?;
    let list = site.register_route(register, &views.lang)?;
    let ids = site.register_list(type_, kind, None, &views.lang);
    let updated = ids.iter().filter_map(|id| site.updated(site.record_entry(*id))).max();
    let label = site.label(&register.label, &views.lang)?;
    let head = Head {
        title: label.text.to_owned(),
        title_lang: Some(label.lang).filter(|lang| views.lang.borrows(lang)).cloned(),
        description: views.localized(&register.description).map(Cow::into_owned),
        type_: None,
        illustrative: false,
        off: None,
        url: views.permalink(&list),
        issued: updated,
        day: updated.unwrap_or(site.clock),
        variant: PrintVariant::Plain,
    };
    let rows: Vec<Json> = ids.iter().filter_map(|id| row(views, *id)).collect();
    let own = json!({ "kind": &*register.kind.class,
        "kind_name": &*register.kind.name,
        "kind_label": outcome::kind_label(views, &register.kind), "rows": rows, "body": [], "facts": [] });
    Some(PrintData { json: with(head.data(views), own), pictures: BTreeMap::new() })
}

/// A row of a register in words.
fn row(views: &Views, id: RecordId) -> Option<Json> {
    let site = &*views.site;
    let (entry, outcome) = site.public_record(id, &views.lang)?;
    let superseded = site.registers.record(id).superseded;
    let attributes = site.public_attributes(entry, outcome.source, &views.lang);
    let progress = register::progress(&entry.type_, outcome.source, superseded);
    let public = |field: &Field| attributes.iter().find(|public| public.field.name == field.name);
    let fact = |field: Option<&Field>| words(views, &public(field?)?.value);
    Some(without_nothing(json!({
        "text": &*outcome.text.text,
        "number": site.public_number(outcome.source).map(|number| &**number),
        "vote": site.public_vote(outcome.source).map(|vote| outcome::vote_words(views, vote)),
        "lang": outcome.lang.as_str(),
        "dir": outcome.lang.direction().as_str(),
        "url": outcome::url(views, entry, &outcome),
        "entry": views.title(site.localized_doc(entry, &views.lang)),
        "date": site.date(entry).map(|day| site.locale(&views.lang).date(day, DateStyle::Long)),
        "owner": fact(entry.type_.owner_field()),
        "due": fact(entry.type_.due_field()),
        "state": progress.map(|progress| progress.state.word()),
        "state_label": progress.and_then(|progress| outcome::state_label(views, &entry.type_, progress)),
        "attributes": attributes.iter().filter_map(|public| fact_of(views, public)).collect::<Vec<_>>(),
        "overdue": site.is_overdue(entry, outcome.source, superseded),
        "illustrative": entry.source.meta.flag("illustrative"),
    })))
}

/// What all prints are given.
struct Head {
    title: String,
    /// The language of the title, where that is not the one of the print.
    title_lang: Option<Lang>,
    description: Option<String>,
    type_: Option<String>,
    illustrative: bool,
    /// What the site calls it that an event does not take place as told.
    off: Option<String>,
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
        title_lang: Some(shown.lang).filter(|lang| views.lang.borrows(lang)).cloned(),
        description: site.description(entry, shown),
        type_: views.localized(&entry.type_.label).map(Cow::into_owned),
        illustrative: entry.source.meta.flag("illustrative"),
        off: site.event_off(entry, &views.lang).map(|label| views.label_words(&label).into_owned()),
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
            // Title and description stand in the file too, which says one language.
            "title": without_marks(&self.title),
            "title_lang": self.title_lang.as_ref().map(Lang::as_str),
            "title_dir": self.title_lang.as_ref().map(|lang| lang.direction().as_str()),
            "description": self.description.as_deref().map(without_marks),
            "site": views.localized(&site.config.name).map(Cow::into_owned),
            "tagline": views.localized(&site.config.tagline).map(Cow::into_owned),
            "type": self.type_,
            "illustrative": self.illustrative,
            "off": self.off,
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
    marked_for_layouts(&head.to_string()).into_owned()
}

/// An address that people can copy from paper; nothing where it is full of codes for letters.
fn by_hand(url: &str) -> Option<String> {
    (!url.contains('%')).then(|| url.to_owned())
}

/// What is not there has no key: a layout asks whether it is there.
fn without_nothing(data: Json) -> Json {
    let Json::Object(map) = data else { return data };
    Json::Object(map.into_iter().filter(|(_, value)| !value.is_null()).collect())
}

fn texts(views: &Views) -> Map<String, Json> {
    let all = views.site.config.chain(&views.lang);
    let langs = std::iter::once(&views.lang).chain(&all);
    let keys =
        langs.flat_map(|lang| views.strings.keys(lang)).filter(|key| TEXTS.iter().any(|start| key.starts_with(start)));
    // What stands in place of a picture is no text on paper, and says no language.
    let text = |key| if key == ALTERNATIVE { without_marks(&views.text(key)).into_owned() } else { views.text(key) };
    let texts: BTreeMap<&str, Json> = keys.map(|key| (key, Json::from(text(key)))).collect();
    texts.into_iter().map(|(key, text)| (key.to_owned(), text)).collect()
}

/// The fields of an entry in words.
fn facts(views: &Views, entry: &Entry) -> Vec<Json> {
    let fields = views.site.public_fields(entry, &views.lang);
    fields.filter_map(|public| fact_of(views, &public)).collect()
}

fn fact_of(views: &Views, public: &PublicField<'_>) -> Option<Json> {
    let text = words(views, &public.value).filter(|text| !text.is_empty())?;
    let kind = public.field.item().unwrap_or(public.field).kind.name();
    let label = fields::label(views, public.field);
    Some(json!({ "name": &*public.field.name, "kind": kind.word(), "label": label, "text": text }))
}

/// A value in words; nothing for what has none on paper.
pub(super) fn words(views: &Views, value: &Resolved<'_>) -> Option<String> {
    let locale = views.site.locale(&views.lang);
    let title = |entry: &Entry| views.title(views.site.localized_doc(entry, &views.lang)).into_owned();
    match value {
        Resolved::Text(text) | Resolved::Url(text) | Resolved::Email(text) | Resolved::Phone(text) => {
            Some((*text).to_owned())
        }
        Resolved::Integer(number) => Some(number.to_string()),
        Resolved::Money(money) => {
            let text = locale.money(&money.amount(), money.currency().code());
            // The code stays behind its number where the text runs the other way.
            Some(if views.lang.direction() == Direction::Rtl { isolate(&text) } else { text })
        }
        Resolved::Date(day) => Some(locale.date(*day, DateStyle::Long)),
        Resolved::DateTime(time) => Some(locale.date_time(*time, DateStyle::Long)),
        Resolved::Deadline(value) => Some(deadline::words(views, value)),
        Resolved::Choice(choice) => Some(label_or(views, choice.label, choice.id)),
        Resolved::Term(value) => Some(label_or(views, value.label, &value.term.id)),
        Resolved::Language(lang) => Some(lang.autonym().unwrap_or(lang.as_str()).to_owned()),
        Resolved::Licence(licence) => Some(licence.label.to_owned()),
        Resolved::Entry(entry) => Some(title(entry)),
        Resolved::Entries(entries) => Some(locale.list(&entries.iter().map(|entry| title(entry)).collect::<Vec<_>>())),
        Resolved::File(file) => Some(file_name(file)),
        Resolved::Picture(picture) => Some(file_name(&picture.file)),
        Resolved::List(items) => {
            Some(locale.list(&items.iter().filter_map(|item| words(views, item)).collect::<Vec<_>>()))
        }
        Resolved::Group(parts) => named(parts).and_then(|value| words(views, value)),
        Resolved::Bool(_) | Resolved::Rich(_) | Resolved::Outcomes(_) | Resolved::Confidentiality(_) => None,
    }
}

/// A label, marked where it is lent, or what stands in files where there is none.
pub(super) fn label_or(views: &Views, label: Option<Label<'_>>, id: &str) -> String {
    label.map_or_else(|| id.to_owned(), |label| views.label_words(&label).into_owned())
}

/// The part of a group that stands for the whole: what it is called.
fn named<'p, 'a>(parts: &'p [(&'a Field, Resolved<'a>)]) -> Option<&'p Resolved<'a>> {
    let part = |name: &&str| parts.iter().find(|(field, _)| *field.name == **name).map(|(_, value)| value);
    ["label", "title", "name"].iter().find_map(part)
}

fn file_name(file: &FileValue<'_>) -> String {
    file.source.rsplit('/').next().unwrap_or_default().to_owned()
}
