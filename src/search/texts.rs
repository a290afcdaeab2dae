//! What is searched and shown of each thing that can be found: only what its own page shows to everybody.
//! Knows nothing of words.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{IndexRecord, ReadTexts, TextRole, WeightedText, kind_of};
use crate::document::prose::passages;
use crate::lang::{DateStyle, Lang, truncate};
use crate::pdf::PdfText;
use crate::schema::{Field, FieldValue, Kind, PrintVariant};
use crate::settings;
use crate::site::findable::Findable;
use crate::site::{Doc, Entry, EntryId, PrintFile, Site, route};

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
            Findable::Outcome(id, index) => self.outcome(self.site.entry(*id), *index),
            Findable::File(id, path) => self.file(*id, path),
            Findable::Term(taxonomy, term) => self.term(taxonomy, term),
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
        for field in entry.type_.fields.iter().filter(|field| !field.private && !field.common) {
            let from = if field.translated { doc } else { &entry.source };
            if let Some(value) = from.meta.field(&field.name) {
                put(TextRole::Fact, self.value(field, value));
            }
        }
        let mut shown = description.unwrap_or_default();
        if !self.site.withheld(entry) {
            doc.meta.headings.iter().for_each(|heading| put(TextRole::Heading, heading.title.to_string()));
            let headings =
                doc.meta.headings.iter().map(|heading| (Arc::clone(&heading.id), Arc::clone(&heading.title)));
            record.headings = headings.collect();
            let body = self.body(doc);
            shown = [shown.as_str(), &body].join(" ");
            put(TextRole::Body, body);
        }
        record.text = truncate(shown.trim(), SHOWN);
        (record, weighed)
    }

    /// The text of a document, without markup.
    fn body(&self, doc: &Doc) -> String {
        let body = self.read.bodies.get(&doc.file).map(|body| passages(&body.html)).unwrap_or_default();
        let rich = doc.meta.rich.values().flat_map(passages);
        let lines: Vec<String> = rich
            .chain(body)
            .map(|passage| passage.text.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|line| !line.is_empty())
            .collect();
        lines.join(" ")
    }

    fn outcome(&self, entry: &Entry, index: usize) -> (IndexRecord, Vec<WeightedText>) {
        let source = &entry.source.meta.outcomes[index];
        let merged = Site::merged(entry, self.site.localized_doc(entry, self.lang), source);
        let page = self.record(entry);
        let facts = entry.type_.outcomes.iter().flatten().filter(|field| !field.private).filter_map(|field| {
            let (_, value) = source.attributes.iter().find(|(name, _)| *name == field.name)?;
            Some(WeightedText { text: self.value(field, &value.value), place: TextRole::Fact })
        });
        let mut weighed: Vec<WeightedText> = facts.collect();
        weighed.push(WeightedText { text: merged.text.text.to_string(), place: TextRole::Title });
        weighed.push(WeightedText { text: page.title.clone(), place: TextRole::Fact });
        let title = truncate(&merged.text.text, TITLE);
        let text = if *title == *merged.text.text { String::new() } else { merged.text.text.to_string() };
        let url = format!("{}#{}", page.url, source.id);
        (
            IndexRecord {
                url,
                title,
                within: Some(page.title),
                text,
                parts: self.parts(entry, Some(index)),
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
            texts.and_then(|texts| texts.own(self.lang)).map(ToString::to_string).unwrap_or_default()
        };
        let record = IndexRecord {
            thing: site.entries.len() + found.map_or(0, |(number, _)| number),
            kind: String::new(),
            url: site.term_route(taxonomy, id, self.lang).unwrap_or_default().url(&site.config.base_url),
            title: say(term.map(|term| &term.label)),
            date: None,
            within: None,
            illustrative: false,
            text: say(term.map(|term| &term.description)),
            headings: Vec::new(),
            parts: BTreeSet::new(),
            print: None,
        };
        let weighed = [(&record.title, TextRole::Name), (&record.text, TextRole::Description)];
        let weighed = weighed.into_iter().map(|(text, place)| WeightedText { text: text.clone(), place }).collect();
        (record, weighed)
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
            text: String::new(),
            headings: Vec::new(),
            parts: BTreeSet::new(),
            print: None,
        }
    }

    /// A value as a reader of the page reads it.
    fn value(&self, field: &Field, value: &FieldValue) -> String {
        let site = self.site;
        let own = |texts: &settings::LocalizedText| texts.own(self.lang).map(ToString::to_string).unwrap_or_default();
        let title = |name: &str, to: &[Arc<str>]| {
            let doc = site.refer(name, to).and_then(|entry| entry.docs.get(self.lang));
            doc.map(|doc| doc.meta.title().to_owned()).unwrap_or_default()
        };
        match (&field.kind, value) {
            (Kind::List(item), FieldValue::List(values)) => {
                values.iter().map(|value| self.value(item, value)).collect::<Vec<_>>().join(" ")
            }
            (Kind::Group(fields), FieldValue::Group(parts)) => {
                let known = parts.iter().filter_map(|(name, value)| {
                    let field = fields.iter().find(|field| field.name == *name && !field.private)?;
                    Some(self.value(field, value))
                });
                known.collect::<Vec<_>>().join(" ")
            }
            (Kind::Ref(to), FieldValue::Ref(name)) => title(&name.value, to),
            (Kind::Refs(to), FieldValue::Refs(names)) => {
                names.iter().map(|name| title(&name.value, to)).collect::<Vec<_>>().join(" ")
            }
            (Kind::Term(taxonomy), FieldValue::Term(id)) => {
                site.data.term(taxonomy, &id.value).map(|term| own(&term.label)).unwrap_or_default()
            }
            (_, FieldValue::Choice(id)) => field.choice(id).map(own).unwrap_or_default(),
            (_, FieldValue::Text(text)) => text.to_string(),
            _ => String::new(),
        }
    }
}
