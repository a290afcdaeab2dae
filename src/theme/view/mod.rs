//! What templates see: the only place that defines it. Made from the site, one language at a time; what many pages
//! show is made once and shared. Knows nothing of templates.

mod coverage;
mod data;
mod deadline;
mod entry;
mod event;
mod fields;
mod fill;
mod foot;
mod layout;
mod list;
mod map;
mod news;
mod outcome;
mod outcome_line;
mod page;
mod picture;
mod print;
mod print_body;
mod print_facts;
mod register;
mod search;
mod special;
mod structured_data;
mod text_context;
mod types;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use serde::Serialize;
use tera::Value;

use crate::config::{Language, Special};
use crate::lang::{self, Lang, Strings};
use crate::settings::LocalizedText;
use crate::site::route::{self, Route};
use crate::site::value::Label;
use crate::site::{Entry, EntryId, LocalizedDoc, Site};

pub use entry::entry_values;
pub use fill::Components;
pub use layout::{PrintData, card_data, print_data, register_data};
pub use list::{home_values, part_values, section_values, taxonomy_values, term_values};
pub use outcome_line::{LabelledWords, OutcomeLine, outcome_line};
pub use page::{chooser_values, not_found_root_values, not_found_values, redirect_values};
pub use print::{FinishedPrint, PrintName, Prints, print_value, register_print_value, told_of};
pub use register::register_values;
pub use special::special_values;

/// The values that a template is given, by name.
pub type TemplateValues = Vec<(&'static str, Value)>;

/// The parts of registers by their type and kind, each made when the first page asks.
type PartGroups = BTreeMap<(Arc<str>, Arc<str>), OnceLock<Vec<register::PartGroup>>>;

/// The shared values of one language. Each is made when the first page asks for it.
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
    shared: Vec<Shared>,
    /// Sorted when the first template asks for a type: most types are never asked for, and sorting takes ICU.
    by_type: BTreeMap<Arc<str>, OnceLock<Vec<EntryId>>>,
    /// The parts of every register, which all its pages name. Made when the first of them is.
    part_groups: PartGroups,
    csp: Arc<str>,
    image_sizes: Arc<str>,
    own_security_txt: bool,
}

/// What a theme gives every page.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// Style sheets, in order.
    pub css: Vec<Route>,
    /// The content security policy.
    pub csp: Arc<str>,
    /// How wide pictures are shown, for `sizes`.
    pub image_sizes: Arc<str>,
    /// Whether the site brings along a `security.txt` of its own.
    pub own_security_txt: bool,
}

/// What many pages show of an entry. Each is made by the first page that asks for it, on whatever thread; the others wait
/// and share it. A value depends on the site alone, so it does not matter which page was first.
#[derive(Debug, Default)]
struct Shared {
    link: OnceLock<Value>,
    fields: OnceLock<Value>,
    card: OnceLock<Value>,
}

/// A link to a page.
#[derive(Serialize)]
pub(crate) struct LinkView<'a> {
    id: &'a str,
    title: Cow<'a, str>,
    url: String,
    lang: &'a str,
    dir: &'static str,
    is_fallback: bool,
}

/// What lists show of an entry.
#[derive(Serialize)]
struct EntryCardView<'a> {
    #[serde(flatten)]
    link: LinkView<'a>,
    #[serde(rename = "type")]
    type_: &'a str,
    type_label: Cow<'a, str>,
    description: Option<&'a str>,
    date: Option<String>,
    draft: bool,
    illustrative: bool,
    event: Option<event::EventView>,
    fields: &'a Value,
    /// The parts of its list that it stands in, as `field:value`.
    parts: Vec<String>,
}

/// A text that may be borrowed from another language.
#[derive(Serialize)]
struct LocalizedTextView<'a> {
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
    name: Option<Cow<'a, str>>,
    tagline: Option<Cow<'a, str>>,
    description: Option<Cow<'a, str>>,
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
    /// The content security policy.
    csp: &'a str,
    /// The page to search.
    search: Option<String>,
    #[serde(flatten)]
    foot: foot::FootView<'a>,
}

/// A cell for every register of a site.
fn part_groups(site: &Site) -> PartGroups {
    let mut cells = BTreeMap::new();
    for type_ in site.types.iter() {
        for register in &type_.registers {
            cells.insert((Arc::clone(&type_.name), Arc::clone(&register.kind.name)), OnceLock::new());
        }
    }
    cells
}

impl Views {
    /// Makes the shared values of a language.
    #[must_use]
    pub fn new(site: &Arc<Site>, strings: &Arc<Strings>, look: &Look, lang: &Lang) -> Self {
        let base = &site.config.base_url;
        let mut views = Self {
            lang: lang.clone(),
            site: Arc::clone(site),
            strings: Arc::clone(strings),
            css: Value::from_serializable(&look.css.iter().map(|route| route.url(base)).collect::<Vec<_>>()),
            lang_value: Value::none(),
            site_value: Value::none(),
            shared: site.entries.iter().map(|_| Shared::default()).collect(),
            by_type: site.types.iter().map(|type_| (Arc::clone(&type_.name), OnceLock::new())).collect(),
            part_groups: part_groups(site),
            csp: Arc::clone(&look.csp),
            image_sizes: Arc::clone(&look.image_sizes),
            own_security_txt: look.own_security_txt,
        };
        if let Some(language) = site.config.language(lang) {
            views.lang_value = Value::from_serializable(&language_view(language, None));
        }
        views.site_value = views.make_site_value();
        views
    }

    /// A text of the interface, marked where it is lent from another language.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        let text = self.strings.text(&self.lang, key, &[]);
        self.lent(&text.value, &text.lang).into_owned()
    }

    /// The link to an entry.
    #[must_use]
    pub fn link(&self, id: EntryId) -> Value {
        let make = || Value::from_serializable(&self.link_view(self.site.entry(id)));
        self.shared[id.0 as usize].link.get_or_init(make).clone()
    }

    /// The card of an entry.
    #[must_use]
    pub fn card(&self, id: EntryId) -> Value {
        self.shared[id.0 as usize].card.get_or_init(|| self.card_value(self.site.entry(id))).clone()
    }

    /// The entries of a type in the order it declares.
    #[must_use]
    pub fn of_type(&self, type_: &str) -> Option<&[EntryId]> {
        let ids = self.by_type.get(type_)?;
        Some(ids.get_or_init(|| self.site.of_type(type_, &self.lang)))
    }

    /// The fields of an entry.
    fn fields(&self, entry: &Entry) -> &Value {
        self.shared[entry.id.0 as usize].fields.get_or_init(|| fields::of_entry(self, entry))
    }

    /// The newest outcomes of all kinds.
    #[must_use]
    pub fn newest_outcomes(&self, limit: usize) -> Vec<Value> {
        outcome::newest(self, limit)
    }

    /// The values that every template is given beside `page`.
    fn common(&self, page: Value) -> TemplateValues {
        vec![
            ("lang", self.lang_value.clone()),
            ("site", self.site_value.clone()),
            ("css", self.css.clone()),
            ("page", page),
        ]
    }

    /// The values that a component is given which is called for one thing.
    fn with_item(&self, item: Value) -> TemplateValues {
        vec![("lang", self.lang_value.clone()), ("site", self.site_value.clone()), ("item", item)]
    }

    fn url(&self, route: &Route) -> String {
        route.href(&self.site.config.base_url)
    }

    fn permalink(&self, route: &Route) -> String {
        route.permalink(&self.site.config.base_url)
    }

    /// The same text in the language, its fallbacks, any; marked where it is lent from another language.
    fn localized<'t>(&self, texts: &'t LocalizedText) -> Option<Cow<'t, str>> {
        let (lang, text) = texts.get_with_lang(&self.lang, &self.site.config.chain(&self.lang))?;
        Some(lang.map_or(Cow::Borrowed(&**text), |lang| self.lent(text, lang)))
    }

    /// Words in a language, marked where it is not that of the reader.
    fn lent<'t>(&self, text: &'t str, lang: &Lang) -> Cow<'t, str> {
        lang::lent(text, lang, &self.lang)
    }

    /// The title of what a reader sees of an entry, marked where it is in another language.
    fn title<'t>(&self, shown: LocalizedDoc<'t>) -> Cow<'t, str> {
        self.lent(shown.doc.meta.title(), shown.doc.title_lang.as_ref().unwrap_or(shown.lang))
    }

    /// A label as a site declares it, which may be lent.
    fn label_words<'t>(&self, label: &Label<'t>) -> Cow<'t, str> {
        self.lent(label.text, label.lang)
    }

    /// A text with the language it is in.
    fn localized_with_lang<'t>(&'t self, texts: &'t LocalizedText) -> Option<LocalizedTextView<'t>> {
        let (lang, text) = texts.get_with_lang(&self.lang, &self.site.config.chain(&self.lang))?;
        let lang = lang.unwrap_or(&self.lang);
        Some(LocalizedTextView { text, lang: lang.as_str(), dir: lang.direction().as_str() })
    }

    fn link_view<'a>(&'a self, entry: &'a Entry) -> LinkView<'a> {
        let localized = self.site.localized_doc(entry, &self.lang);
        LinkView {
            id: entry.path.as_str(),
            title: self.title(localized),
            url: self.url(&self.site.route_in(entry, localized.page)),
            lang: localized.lang.as_str(),
            dir: localized.lang.direction().as_str(),
            is_fallback: localized.is_fallback(&self.lang),
        }
    }

    fn card_value(&self, entry: &Entry) -> Value {
        let localized = self.site.localized_doc(entry, &self.lang);
        let meta = &localized.doc.meta;
        Value::from_serializable(&EntryCardView {
            link: self.link_view(entry),
            type_: &entry.type_.name,
            type_label: self.localized(&entry.type_.label).unwrap_or(Cow::Borrowed(&entry.type_.name)),
            description: meta.text("description").map(|text| &**text),
            date: self.site.date(entry).map(|date| date.to_string()),
            draft: localized.doc.draft,
            illustrative: entry.source.meta.flag("illustrative"),
            event: event::EventView::new(self, entry),
            fields: self.fields(entry),
            parts: register::parts_of(self, entry),
        })
    }

    /// An item of a menu: an entry, or a register.
    fn menu_item(&self, item: &str) -> Option<Value> {
        if let Some(entry) = self.site.find(item) {
            return Some(self.link(entry.id));
        }
        let register = self.site.menu_register(item)?;
        let title = self.localized_with_lang(&register.label)?;
        let route = self.site.register_route(register, &self.lang)?;
        let is_fallback = title.lang != self.lang.as_str();
        let link = LinkView {
            id: item,
            title: Cow::Borrowed(title.text),
            url: self.url(&route),
            lang: title.lang,
            dir: title.dir,
            is_fallback,
        };
        Some(Value::from_serializable(&link))
    }

    fn make_site_value(&self) -> Value {
        let config = &self.site.config;
        let home = route::home(&self.lang, config);
        let links = |ids: &[crate::settings::Located<Arc<str>>]| -> Vec<Value> {
            ids.iter().filter_map(|id| self.menu_item(&id.value)).collect()
        };
        let languages = config.languages.iter().map(|language| {
            let home = route::home(&language.lang, config);
            language_view(language, Some(self.url(&home)))
        });
        let special = |special| self.site.special_route(special, &self.lang).map(|route| self.url(&route));
        Value::from_serializable(&SiteView {
            name: self.localized(&config.name),
            tagline: self.localized(&config.tagline),
            description: self.localized(&config.description),
            url: self.url(&home),
            permalink: self.permalink(&home),
            languages: languages.collect(),
            translations: special(Special::Coverage),
            menu: links(&config.menu),
            footer: links(&config.footer),
            news: special(Special::News),
            types: special(Special::Types),
            data: special(Special::Data),
            csp: &self.csp,
            search: special(Special::Search),
            foot: foot::FootView::new(self),
        })
    }
}

fn language_view(language: &Language, url: Option<String>) -> LanguageView<'_> {
    LanguageView { tag: language.lang.as_str(), name: &language.name, dir: language.direction.as_str(), url }
}
