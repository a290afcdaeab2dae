//! What is searched and shown of each thing that can be found: only what its own page shows to everybody.
//! Knows nothing of words.

#![deny(clippy::wildcard_enum_match_arm)]

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{IndexRecord, ReadTexts, TextRole, WeightedText, kind_of};
use crate::document::plain::passages;
use crate::lang::{DateStyle, Lang, truncate};
use crate::pdf::PdfText;
use crate::schema::PrintVariant;
use crate::settings;
use crate::site::facets::FacetFilter;
use crate::site::findable::Findable;
use crate::site::follow::FollowedList;
use crate::site::value::{Label, Resolved, RichText};
use crate::site::{Doc, Entry, EntryId, PrintFile, PublicField, Site, route};

/// Characters of a text from which the excerpt of a result is cut.
const SHOWN: usize = 4000;

/// Characters of a title.
const TITLE: usize = 160;

pub(super) struct EntryTexts<'a> {
    pub(super) site: &'a Site,
    pub(super) lang: &'a Lang,
    pub(super) read: ReadTexts<'a>,
}

impl EntryTexts<'_> {
    /// A thing as a result, and the texts by which it is found.
    pub(super) fn of(&self, findable: &Findable) -> (IndexRecord, Vec<WeightedText>) {
        let (mut record, weighed) = match findable {
            Findable::Page(id) => self.page(self.site.entry(*id)),
            Findable::Outcome(id, outcome, _) => self.outcome(self.site.entry(*id), outcome),
            Findable::File(id, path) => self.file(*id, path),
            Findable::Term(taxonomy, term) => self.term(taxonomy, term),
            Findable::Register(number, type_, register, part) => {
                self.register(*number, self.list(type_, register, part.as_ref()))
            }
        };
        record.kind = kind_of(findable, self.site);
        (record, weighed)
    }

    fn page(&self, entry: &Entry) -> (IndexRecord, Vec<WeightedText>) {
        let mut record = self.record(entry);
        let Some(doc) = entry.docs.get(self.lang) else { return (record, Vec::new()) };
        record.parts = self.parts(entry, None);
        let print = || self.site.print_route(entry, self.lang, PrintFile::Pdf(PrintVariant::Plain));
        record.print = self.site.printed(entry, self.lang).map(|_| print().url(&self.site.config.base_url));
        let mut weighed = Vec::new();
        let title = if entry.type_.link_first_use && !entry.section { TextRole::Term } else { TextRole::Title };
        let mut put = |place, text: String| weighed.push(WeightedText { text, place });
        put(title, record.title.clone());
        let description = doc.meta.text("description").map(ToString::to_string);
        put(TextRole::Description, description.clone().unwrap_or_default());
        let fields: Vec<PublicField<'_>> = self.own_fields(entry).collect();
        fields.iter().for_each(|public| put(TextRole::Fact, self.words(&public.value)));
        let mut shown = description.unwrap_or_default();
        if !self.site.withheld(entry) {
            doc.meta.headings.iter().for_each(|heading| put(TextRole::Heading, heading.title.to_string()));
            let headings =
                doc.meta.headings.iter().map(|heading| (Arc::clone(&heading.id), Arc::clone(&heading.title)));
            record.headings = headings.collect();
            let body = self.body(doc, &fields);
            shown = [shown.as_str(), &body].join(" ");
            put(TextRole::Body, body);
        }
        record.text = truncate(shown.trim(), SHOWN);
        (record, weighed)
    }

    /// The fields of an entry for a reader of the language; a text of another language is found in that.
    pub(super) fn own_fields<'a>(&self, entry: &'a Entry) -> impl Iterator<Item = PublicField<'a>> + use<'a>
    where
        Self: 'a,
    {
        self.site.public_fields(entry, self.lang).filter(|public| !public.borrowed)
    }

    /// The text of a document and of its fields, without markup.
    fn body(&self, doc: &Doc, fields: &[PublicField<'_>]) -> String {
        let body = self.read.bodies.get(&doc.file).map(|body| passages(&body.tree)).unwrap_or_default();
        let mut rich = Vec::new();
        fields.iter().for_each(|public| rich_texts(&public.value, &mut rich));
        rich.retain(|text| std::ptr::eq(text.doc, doc));
        rich.sort_by_key(|text| text.at);
        let lines: Vec<String> = rich
            .into_iter()
            .flat_map(|text| passages(text.tree))
            .chain(body)
            .map(|passage| passage.text.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|line| !line.is_empty())
            .collect();
        lines.join(" ")
    }

    fn outcome(&self, entry: &Entry, id: &str) -> (IndexRecord, Vec<WeightedText>) {
        let page = self.record(entry);
        let Some(merged) = self.site.public_outcome_of(entry, id, self.lang) else { return (page, Vec::new()) };
        let attributes = self.site.public_attributes(entry, merged.source, self.lang);
        let fact = |public: &PublicField<'_>| WeightedText { text: self.words(&public.value), place: TextRole::Fact };
        let mut weighed: Vec<WeightedText> = attributes.iter().map(fact).collect();
        weighed.push(WeightedText { text: merged.text.text.to_string(), place: TextRole::Title });
        weighed.push(WeightedText { text: page.title.clone(), place: TextRole::Fact });
        // A number of its own stands in front, as in registers.
        let number = self.site.public_number(merged.source).map(|number| format!("{number} ")).unwrap_or_default();
        weighed.push(WeightedText { text: number.clone(), place: TextRole::Title });
        let title = truncate(&merged.text.text, TITLE);
        let text = if *title == *merged.text.text { String::new() } else { merged.text.text.to_string() };
        let url = format!("{}#{id}", page.url);
        (
            IndexRecord {
                url,
                title: format!("{number}{title}"),
                within: Some(page.title),
                text,
                parts: self.parts(entry, Some(merged.source)),
                ..self.record(entry)
            },
            weighed,
        )
    }

    fn file(&self, id: EntryId, path: &Arc<str>) -> (IndexRecord, Vec<WeightedText>) {
        let page = self.record(self.site.entry(id));
        let name = path.rsplit('/').next().unwrap_or_default().to_owned();
        let url = route::asset(path).url(&self.site.config.base_url);
        let text =
            self.read.pdf_texts.get(path).map_or("", PdfText::text).split_whitespace().collect::<Vec<_>>().join(" ");
        let weighed = [(&name, TextRole::Name), (&page.title, TextRole::Fact)];
        let weighed = weighed.into_iter().map(|(text, place)| WeightedText { text: text.replace('_', " "), place });
        let shown = truncate(&text, SHOWN);
        let weighed = weighed.chain([WeightedText { text, place: TextRole::Body }]).collect();
        (
            IndexRecord { url, title: name, within: Some(page.title), text: shown, ..self.record(self.site.entry(id)) },
            weighed,
        )
    }

    fn term(&self, taxonomy: &str, id: &str) -> (IndexRecord, Vec<WeightedText>) {
        let site = self.site;
        let all =
            site.data.taxonomies.values().flat_map(|taxonomy| taxonomy.terms.values().map(|term| (&taxonomy.id, term)));
        let mut numbered = all.enumerate();
        let found = numbered.find(|(_, (of, term))| ***of == *taxonomy && *term.id == *id);
        let term = found.map(|(_, (_, term))| term);
        let say = |texts: Option<&settings::LocalizedText>| {
            texts.and_then(|texts| texts.exact(self.lang)).map(ToString::to_string).unwrap_or_default()
        };
        let named = NamedList {
            thing: site.entries.len() + found.map_or(0, |(number, _)| number),
            url: site.term_route(taxonomy, id, self.lang).unwrap_or_default().url(&site.config.base_url),
            title: say(term.map(|term| &term.label)),
            description: say(term.map(|term| &term.description)),
        };
        named.record()
    }

    fn list<'a>(&'a self, type_: &str, register: &str, part: Option<&'a FacetFilter>) -> Option<FollowedList<'a>> {
        let type_ = self.site.types.get(type_)?;
        let register = type_.registers.iter().find(|known| *known.name() == *register)?;
        Some(FollowedList { type_, register, part })
    }

    /// A register or a part of it. It has the same number in all languages, behind those of entries and terms.
    fn register(&self, number: usize, list: Option<FollowedList<'_>>) -> (IndexRecord, Vec<WeightedText>) {
        let site = self.site;
        let terms: usize = site.data.taxonomies.values().map(|taxonomy| taxonomy.terms.len()).sum();
        let description = list.and_then(|list| list.register.description.exact(self.lang));
        let route = list.and_then(|list| site.followed_route(list, self.lang)).unwrap_or_default();
        let named = NamedList {
            thing: site.entries.len() + terms + number,
            url: route.url(&site.config.base_url),
            title: list.and_then(|list| site.followed_title(list, self.lang)).unwrap_or_default(),
            description: description.map(ToString::to_string).unwrap_or_default(),
        };
        named.record()
    }

    /// What all results of an entry have in common.
    fn record(&self, entry: &Entry) -> IndexRecord {
        let site = self.site;
        let title = entry.docs.get(self.lang).map_or("", |doc| doc.meta.title());
        IndexRecord {
            thing: entry.id.0 as usize,
            kind: String::new(),
            url: site.route_in(entry, self.lang).url(&site.config.base_url),
            title: title.to_owned(),
            date: site.date(entry).map(|date| site.locale(self.lang).date(date, DateStyle::Medium)),
            within: None,
            illustrative: entry.source.meta.flag("illustrative"),
            off: site.event_off(entry, self.lang).map(|label| label.text.to_owned()),
            text: String::new(),
            headings: Vec::new(),
            parts: BTreeSet::new(),
            print: None,
        }
    }

    /// A value as a reader of the page reads it. Only what is written in the language itself is searched.
    fn words(&self, value: &Resolved<'_>) -> String {
        match value {
            Resolved::Text(text) | Resolved::Url(text) | Resolved::Email(text) | Resolved::Phone(text) => {
                (*text).to_owned()
            }
            Resolved::Money(money) => self.site.locale(self.lang).money(&money.amount(), money.currency().code()),
            Resolved::Choice(choice) => self.own_label(choice.label),
            Resolved::Term(value) => self.own_label(value.label),
            Resolved::Entry(entry) => self.own_title(entry),
            Resolved::Entries(entries) => {
                entries.iter().map(|entry| self.own_title(entry)).collect::<Vec<_>>().join(" ")
            }
            Resolved::List(items) => items.iter().map(|item| self.words(item)).collect::<Vec<_>>().join(" "),
            Resolved::Group(parts) => parts.iter().map(|(_, part)| self.words(part)).collect::<Vec<_>>().join(" "),
            // Text with markup is searched with the text of the page; nobody looks for the others by a word.
            Resolved::Rich(_)
            | Resolved::Bool(_)
            | Resolved::Integer(_)
            | Resolved::Date(_)
            | Resolved::DateTime(_)
            | Resolved::Deadline(_)
            | Resolved::Language(_)
            | Resolved::Licence(_)
            | Resolved::Outcomes(_)
            | Resolved::File(_)
            | Resolved::Picture(_)
            | Resolved::Confidentiality(_) => String::new(),
        }
    }

    fn own_label(&self, label: Option<Label<'_>>) -> String {
        label.filter(|label| label.lang == self.lang).map(|label| label.text.to_owned()).unwrap_or_default()
    }

    fn own_title(&self, entry: &Entry) -> String {
        entry.docs.get(self.lang).map(|doc| doc.meta.title().to_owned()).unwrap_or_default()
    }
}

/// All text with markup in a value.
fn rich_texts<'a>(value: &Resolved<'a>, found: &mut Vec<RichText<'a>>) {
    match value {
        Resolved::Rich(text) => found.push(*text),
        Resolved::List(items) => items.iter().for_each(|item| rich_texts(item, found)),
        Resolved::Group(parts) => parts.iter().for_each(|(_, part)| rich_texts(part, found)),
        Resolved::Text(_)
        | Resolved::Url(_)
        | Resolved::Email(_)
        | Resolved::Phone(_)
        | Resolved::Bool(_)
        | Resolved::Integer(_)
        | Resolved::Money(_)
        | Resolved::Date(_)
        | Resolved::DateTime(_)
        | Resolved::Deadline(_)
        | Resolved::Choice(_)
        | Resolved::Term(_)
        | Resolved::Language(_)
        | Resolved::Licence(_)
        | Resolved::Entry(_)
        | Resolved::Entries(_)
        | Resolved::Outcomes(_)
        | Resolved::File(_)
        | Resolved::Picture(_)
        | Resolved::Confidentiality(_) => {}
    }
}

/// What is found by its name and description alone.
struct NamedList {
    thing: usize,
    url: String,
    title: String,
    description: String,
}

impl NamedList {
    fn record(self) -> (IndexRecord, Vec<WeightedText>) {
        let weighed = [(&self.title, TextRole::Name), (&self.description, TextRole::Description)];
        let weighed = weighed.into_iter().map(|(text, place)| WeightedText { text: text.clone(), place }).collect();
        let record = IndexRecord {
            thing: self.thing,
            kind: String::new(),
            url: self.url,
            title: self.title,
            date: None,
            within: None,
            illustrative: false,
            off: None,
            text: self.description,
            headings: Vec::new(),
            parts: BTreeSet::new(),
            print: None,
        };
        (record, weighed)
    }
}
