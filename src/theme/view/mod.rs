//! What templates see: the only place that defines it. Made from the site, one language at a time; what many pages
//! show is made once and shared. Knows nothing of templates.

mod coverage;
mod data;
mod entry;
mod fields;
mod fill;
mod linked;
mod list;
mod map;
mod news;
mod outcome;
mod page;
mod print;
mod register;
mod special;
mod types;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tera::Value;

use crate::config::{Language, Special};
use crate::lang::{Lang, Strings};
use crate::site::route::{self, Route};
use crate::site::{Entry, EntryId, Site};

pub use entry::entry_values;
pub use fill::Components;
pub use list::{home_values, part_values, section_values, taxonomy_values, term_values};
pub use page::{chooser_values, not_found_root_values, not_found_values, redirect_values};
pub use print::{Made, PrintData, Prints, print_data, print_value};
pub use register::register_values;
pub use special::special_values;

/// The values that a template is given, by name.
pub type Values = Vec<(&'static str, Value)>;

/// The shared values of one language.
#[derive(Debug)]
pub struct Views {
    /// The language.
    pub lang: Lang,
    /// The site.
    pub site: Arc<Site>,
    strings: Arc<Strings>,
    css: Value,
    lang_value: Value,
    site_value: Value,
    links: Vec<Value>,
    fields: Vec<Value>,
    cards: Vec<Value>,
    by_type: BTreeMap<Arc<str>, Vec<EntryId>>,
}

/// A link to a page.
#[derive(Serialize)]
pub(crate) struct LinkView<'a> {
    id: &'a str,
    title: &'a str,
    url: String,
    lang: &'a str,
    dir: &'static str,
    is_fallback: bool,
}

/// What lists show of an entry.
#[derive(Serialize)]
struct CardView<'a> {
    #[serde(flatten)]
    link: LinkView<'a>,
    #[serde(rename = "type")]
    type_: &'a str,
    type_label: &'a str,
    description: Option<&'a str>,
    date: Option<String>,
    draft: bool,
    illustrative: bool,
    fields: &'a Value,
    /// The parts of its list that it stands in, as `field:value`.
    parts: Vec<String>,
}

/// A text that may be borrowed from another language.
#[derive(Serialize)]
struct SaidView<'a> {
    text: &'a str,
    lang: &'a str,
    dir: &'static str,
}

#[derive(Serialize)]
struct LanguageView<'a> {
    tag: &'a str,
    name: &'a str,
    dir: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[derive(Serialize)]
struct SiteView<'a> {
    name: Option<&'a Arc<str>>,
    tagline: Option<&'a Arc<str>>,
    description: Option<&'a Arc<str>>,
    url: String,
    permalink: String,
    languages: Vec<LanguageView<'a>>,
    /// The page on translations.
    translations: Option<String>,
    menu: Vec<Value>,
    footer: Vec<Value>,
    /// The page on what is new.
    news: Option<String>,
    /// The page on how the hub works.
    types: Option<String>,
    /// The page on data.
    data: Option<String>,
}

impl Views {
    /// Makes the shared values of a language. `css` are the style sheets of every page.
    #[must_use]
    pub fn new(site: &Arc<Site>, strings: &Arc<Strings>, css: &[Route], lang: &Lang) -> Self {
        let base = &site.config.base_url;
        let mut views = Self {
            lang: lang.clone(),
            site: Arc::clone(site),
            strings: Arc::clone(strings),
            css: Value::from_serializable(&css.iter().map(|route| route.url(base)).collect::<Vec<_>>()),
            lang_value: Value::none(),
            site_value: Value::none(),
            links: Vec::new(),
            fields: Vec::new(),
            cards: Vec::new(),
            by_type: BTreeMap::new(),
        };
        if let Some(language) = site.config.language(lang) {
            views.lang_value = Value::from_serializable(&language_view(language, None));
        }
        views.links = site.entries.iter().map(|entry| Value::from_serializable(&views.link_view(entry))).collect();
        views.fields = site.entries.iter().map(|entry| fields::of_entry(&views, entry)).collect();
        views.cards = site.entries.iter().map(|entry| views.card_value(entry)).collect();
        views.by_type =
            site.types.iter().map(|type_| (Arc::clone(&type_.name), site.of_type(&type_.name, lang))).collect();
        views.site_value = views.make_site_value();
        views
    }

    /// A text of the interface.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.strings.text(&self.lang, key, &[]).value
    }

    /// The link to an entry.
    #[must_use]
    pub fn link(&self, id: EntryId) -> Value {
        self.links[id.0 as usize].clone()
    }

    /// The card of an entry.
    #[must_use]
    pub fn card(&self, id: EntryId) -> Value {
        self.cards[id.0 as usize].clone()
    }

    /// The entries of a type in the order it declares.
    #[must_use]
    pub fn of_type(&self, type_: &str) -> Option<&[EntryId]> {
        self.by_type.get(type_).map(Vec::as_slice)
    }

    /// The values that every template is given beside `page`.
    fn common(&self, page: Value) -> Values {
        vec![
            ("lang", self.lang_value.clone()),
            ("site", self.site_value.clone()),
            ("css", self.css.clone()),
            ("page", page),
        ]
    }

    /// The values that a component is given which is called for one thing.
    fn with_item(&self, item: Value) -> Values {
        vec![("lang", self.lang_value.clone()), ("site", self.site_value.clone()), ("item", item)]
    }

    fn url(&self, route: &Route) -> String {
        route.url(&self.site.config.base_url)
    }

    fn permalink(&self, route: &Route) -> String {
        route.permalink(&self.site.config.base_url)
    }

    /// The same text in the language, its fallbacks, any.
    fn say<'t>(&self, texts: &'t crate::settings::Texts) -> Option<&'t Arc<str>> {
        texts.get(&self.lang, &self.site.config.chain(&self.lang))
    }

    /// A text with the language it is in.
    fn said<'t>(&'t self, texts: &'t crate::settings::Texts) -> Option<SaidView<'t>> {
        let (lang, text) = texts.found(&self.lang, &self.site.config.chain(&self.lang))?;
        let lang = lang.unwrap_or(&self.lang);
        Some(SaidView { text, lang: lang.as_str(), dir: lang.direction().as_str() })
    }

    fn link_view<'a>(&'a self, entry: &'a Entry) -> LinkView<'a> {
        let shown = self.site.shown(entry, &self.lang);
        LinkView {
            id: entry.path.as_str(),
            title: shown.doc.meta.title(),
            url: self.url(&self.site.route_in(entry, shown.page)),
            lang: shown.lang.as_str(),
            dir: shown.lang.direction().as_str(),
            is_fallback: shown.is_fallback(&self.lang),
        }
    }

    fn card_value(&self, entry: &Entry) -> Value {
        let shown = self.site.shown(entry, &self.lang);
        let meta = &shown.doc.meta;
        Value::from_serializable(&CardView {
            link: self.link_view(entry),
            type_: &entry.type_.name,
            type_label: self.say(&entry.type_.label).map_or(&*entry.type_.name, |label| label),
            description: meta.text("description").map(|text| &**text),
            date: self.site.date(entry).map(|date| date.to_string()),
            draft: meta.flag("draft"),
            illustrative: entry.source.meta.flag("illustrative"),
            fields: &self.fields[entry.id.0 as usize],
            parts: register::parts_of(self, entry),
        })
    }

    fn make_site_value(&self) -> Value {
        let config = &self.site.config;
        let home = route::home(&self.lang, config);
        let links = |ids: &[crate::settings::Located<Arc<str>>]| -> Vec<Value> {
            ids.iter().filter_map(|id| self.site.find(&id.value)).map(|entry| self.link(entry.id)).collect()
        };
        let languages = config.languages.iter().map(|language| {
            let home = route::home(&language.lang, config);
            language_view(language, Some(self.url(&home)))
        });
        let special = |special| self.site.special_route(special, &self.lang).map(|route| self.url(&route));
        Value::from_serializable(&SiteView {
            name: self.say(&config.name),
            tagline: self.say(&config.tagline),
            description: self.say(&config.description),
            url: self.url(&home),
            permalink: self.permalink(&home),
            languages: languages.collect(),
            translations: special(Special::Coverage),
            menu: links(&config.menu),
            footer: links(&config.footer),
            news: special(Special::News),
            types: special(Special::Types),
            data: special(Special::Data),
        })
    }
}

fn language_view(language: &Language, url: Option<String>) -> LanguageView<'_> {
    LanguageView { tag: language.lang.as_str(), name: &language.name, dir: language.direction.as_str(), url }
}
