//! JSON-LD 1.1 in the words of schema.org: what a page is about and the trail that leads to it.
//! Knows nothing of kinds of fields.

use serde_json::{Map, Value, json};

use super::values::{EntryReader, properties, type_name, vocabulary};
use super::{identity, is_told, site_name, title};
use crate::lang::{Lang, without_isolates};
use crate::schema::EventStatus;
use crate::schema::structured_data::SchemaOrg;
use crate::site::{Entry, Site};

const CONTEXT: &str = "https://schema.org";

/// What the page of an entry is about; nothing where its type does not say or machines are not told.
#[must_use]
pub fn entry(site: &Site, entry: &Entry, lang: &Lang) -> Option<String> {
    let schema = entry.type_.linked.schema_org.as_ref()?;
    if !is_told(site, entry, lang) {
        return None;
    }
    let page = JsonLdPage { site, entry, lang };
    let thing = if schema.work { page.work(schema) } else { page.thing(schema)? };
    Some(embedded(&json!({ "@context": CONTEXT, "@graph": [thing, page.trail()] })))
}

/// What the home page of a language is: the site.
#[must_use]
pub fn home(site: &Site, entry: &Entry, lang: &Lang) -> Option<String> {
    if !is_told(site, entry, lang) {
        return None;
    }
    let page = JsonLdPage { site, entry, lang };
    let mut node = Map::new();
    let url = page.url(lang);
    let description = site.config.description.get(lang, &site.config.chain(lang));
    node.insert("@context".to_owned(), json!(CONTEXT));
    node.insert("@type".to_owned(), json!("WebSite"));
    node.insert("@id".to_owned(), json!(url));
    node.insert("name".to_owned(), json!(site_name(site, lang)));
    node.extend(description.map(|text| ("description".to_owned(), json!(text))));
    node.insert("inLanguage".to_owned(), json!(lang.as_str()));
    node.insert("url".to_owned(), json!(url));
    Some(embedded(&Value::Object(node)))
}

/// As text that can stand in a `<script>`: no character of it can end the element or start a comment in it.
fn embedded(value: &Value) -> String {
    let text = value.to_string();
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

#[derive(Clone, Copy)]
struct JsonLdPage<'a> {
    site: &'a Site,
    entry: &'a Entry,
    lang: &'a Lang,
}

impl JsonLdPage<'_> {
    fn url(&self, lang: &Lang) -> String {
        self.site.route_in(self.entry, lang).permalink(&self.site.config.base_url)
    }

    /// The page as a work of its own: each language is a work, and they are translations of each other.
    fn work(&self, schema: &SchemaOrg) -> Value {
        let mut node = self.head(&self.url(self.lang));
        node.insert("url".to_owned(), json!(self.url(self.lang)));
        node.extend(self.facts("@id", type_name(self.site, self.entry)));
        self.declared(node, schema)
    }

    /// What the page is about: the same thing in all languages, with a page about it in this one.
    fn thing(&self, schema: &SchemaOrg) -> Option<Value> {
        let id = identity(self.site, self.entry)?.permalink(&self.site.config.base_url);
        let mut node = self.head(&id);
        let mut about = Map::new();
        about.insert("@type".to_owned(), json!("WebPage"));
        about.insert("url".to_owned(), json!(self.url(self.lang)));
        about.extend(self.facts("url", "WebPage"));
        node.insert("url".to_owned(), json!(self.url(self.lang)));
        node.insert("mainEntityOfPage".to_owned(), Value::Object(about));
        Some(self.declared(node, schema))
    }

    fn head(&self, id: &str) -> Map<String, Value> {
        let mut node = Map::new();
        node.insert("@type".to_owned(), json!(type_name(self.site, self.entry)));
        node.insert("@id".to_owned(), json!(id));
        node.insert("name".to_owned(), json!(title(self.site, self.entry, self.lang)));
        let shown = self.site.localized_doc(self.entry, self.lang);
        let description = self.site.description(self.entry, shown);
        node.extend(description.map(|text| ("description".to_owned(), json!(without_isolates(&text)))));
        node
    }

    /// Language, day of change and translations of the page. `key` is how it names other pages, `type_` what they are.
    fn facts(&self, key: &str, type_: &str) -> Map<String, Value> {
        let Self { site, entry, lang } = *self;
        let source = &entry.source_lang;
        let mut facts = Map::new();
        facts.insert("inLanguage".to_owned(), json!(lang.as_str()));
        facts.extend(site.updated(entry).map(|date| ("dateModified".to_owned(), json!(date.to_string()))));
        let page = |lang: &Lang| json!({ "@type": type_, key: self.url(lang), "inLanguage": lang.as_str() });
        if lang == source {
            let languages = site.config.languages.iter().map(|language| &language.lang);
            let told = languages.filter(|other| *other != source && is_told(site, entry, other));
            let translations: Vec<Value> = told.map(page).collect();
            if !translations.is_empty() {
                facts.insert("workTranslation".to_owned(), Value::Array(translations));
            }
        } else {
            let original = is_told(site, entry, source).then(|| page(source));
            facts.extend(original.map(|original| ("translationOfWork".to_owned(), original)));
        }
        facts
    }

    /// Adds what the type and its fields declare; that wins over what every entry has.
    fn declared(&self, mut node: Map<String, Value>, schema: &SchemaOrg) -> Value {
        let Self { site, entry, lang } = *self;
        node.extend(properties(EntryReader { site, entry, lang }, schema));
        for (name, member) in &schema.always {
            node.insert(name.to_string(), vocabulary(member));
        }
        for (name, value) in self.event() {
            node.entry(name).or_insert(value);
        }
        let above = entry.parent.map(|id| site.entry(id)).filter(|above| is_told(site, above, lang));
        if let (Some((property, type_)), Some(above)) = (&schema.section, above) {
            let id = identity(site, above).map(|route| route.permalink(&site.config.base_url));
            let set = json!({ "@type": &**type_, "@id": id, "name": title(site, above, lang) });
            node.insert(property.to_string(), set);
        }
        Value::Object(node)
    }

    /// Whether an event takes place, where its type says so; of one that was moved, when it was to start at first.
    fn event(&self) -> Vec<(&'static str, Value)> {
        let Self { site, entry, .. } = *self;
        let Some(status) = site.event_status(entry) else { return Vec::new() };
        let moved = site.moved_from(entry);
        let word = match status {
            EventStatus::Cancelled => "EventCancelled",
            EventStatus::Postponed => "EventPostponed",
            EventStatus::Planned | EventStatus::Held if moved.is_some() => "EventRescheduled",
            EventStatus::Planned | EventStatus::Held => "EventScheduled",
        };
        let mut said = vec![("eventStatus", vocabulary(word))];
        said.extend(moved.map(|time| ("previousStartDate", json!(time.to_string()))));
        said
    }

    /// The sections above the page, from the home page down, and the page.
    fn trail(&self) -> Value {
        let above = self.site.above(self.entry).into_iter().map(|id| self.site.entry(id));
        let trail = above.chain([self.entry]).zip(1..);
        let steps: Vec<Value> = trail.map(|(entry, position)| self.step(entry, position)).collect();
        json!({ "@type": "BreadcrumbList", "itemListElement": steps })
    }

    /// A step of the trail, counted from 1.
    fn step(&self, entry: &Entry, position: usize) -> Value {
        let url = self.site.route(entry, self.lang).permalink(&self.site.config.base_url);
        json!({ "@type": "ListItem", "position": position, "name": title(self.site, entry, self.lang), "item": url })
    }
}
