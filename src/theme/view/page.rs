//! What the head, the header and the foot of every page need, and the pages that show no entry.
//! Knows nothing of entries' texts.

use serde::Serialize;
use std::borrow::Cow;
use tera::Value;

use super::structured_data::MetadataView;
use super::{TemplateValues, Views};
use crate::config::{ExitScope, Language};
use crate::lang::{Lang, lent};
use crate::schema::Type;
use crate::settings::LocalizedText;
use crate::site::follow::FollowedList;
use crate::site::route::{self, Route};
use crate::site::{Entry, FeedFormat, Site};

/// The part that all kinds of pages have.
#[derive(Serialize)]
pub(super) struct PageView {
    pub(super) kind: &'static str,
    pub(super) title: String,
    pub(super) description: Option<String>,
    pub(super) url: String,
    pub(super) permalink: String,
    pub(super) canonical: String,
    pub(super) noindex: bool,
    pub(super) breadcrumbs: Vec<Value>,
    pub(super) translations: Vec<TranslationView>,
    pub(super) alternates: Vec<AlternateView>,
    pub(super) feeds: Vec<FeedView>,
    /// The calendar of the type, on its section and on the pages of its entries.
    pub(super) calendar: Option<FeedView>,
    /// Where the way out leads, on pages that have one.
    pub(super) exit: Option<String>,
    /// What the page is about, for machines.
    pub(super) json_ld: Option<Value>,
    pub(super) metadata: Vec<MetadataView>,
    /// What other sites show with a link to the page.
    pub(super) card: Option<LinkPictureView>,
}

/// A picture and a title for links from other sites.
#[derive(Serialize)]
pub(super) struct LinkPictureView {
    /// The full address of the picture.
    url: String,
    /// The title of the page, or the name of the site where the page should not draw attention.
    title: String,
}

impl LinkPictureView {
    /// That of the page of an entry.
    pub(super) fn new(views: &Views, entry: &Entry) -> Option<Self> {
        let picture = views.site.card(entry, &views.lang)?;
        let quiet = entry.source.meta.flag("sensitive");
        let own = || views.site.localized_doc(entry, &views.lang).doc.meta.title().to_string();
        let title = views.localized(&views.site.config.name).filter(|_| quiet).map_or_else(own, Cow::into_owned);
        Some(Self { url: views.permalink(&picture), title })
    }

    /// That of a page of the site that no file is written for.
    pub(super) fn of_site(views: &Views, title: &str) -> Option<Self> {
        let home = views.site.find("")?;
        Some(Self { title: title.to_owned(), ..Self::new(views, home)? })
    }
}

/// One language in the switcher.
#[derive(Serialize)]
pub(super) struct TranslationView {
    tag: String,
    name: String,
    dir: &'static str,
    url: String,
    state: &'static str,
}

/// A `hreflang` link.
#[derive(Serialize)]
pub(super) struct AlternateView {
    hreflang: String,
    href: String,
}

/// A feed or calendar that a page announces.
#[derive(Clone, Serialize)]
pub(super) struct FeedView {
    title: String,
    href: String,
    media_type: &'static str,
    format: &'static str,
}

impl FeedView {
    fn new(views: &Views, title: &str, page: &Route, format: FeedFormat) -> Self {
        Self {
            title: title.to_owned(),
            href: views.url(&page.file(format.file())),
            media_type: format.media_type(),
            format: format.name(),
        }
    }

    /// The calendar of a type that has one.
    pub(super) fn calendar(views: &Views, type_: &Type) -> Option<Self> {
        type_.calendar.as_ref()?;
        let section = views.site.section_of(type_)?;
        let title = &views.title(views.site.localized_doc(section, &views.lang));
        Some(Self::new(views, title, &views.site.route_in(section, &views.lang), FeedFormat::Calendar))
    }
}

/// How a register or a part of it can be followed.
#[derive(Serialize)]
pub(super) struct FollowView {
    feeds: Vec<FeedView>,
    calendar: Option<DueCalendarView>,
}

/// The calendar of what is to be done.
#[derive(Serialize)]
struct DueCalendarView {
    #[serde(flatten)]
    feed: FeedView,
    /// The full address.
    permalink: String,
    /// The same in the scheme that programs for calendars open.
    webcal: String,
}

impl FollowView {
    /// How a list can be followed; nothing where it cannot.
    pub(super) fn new(views: &Views, list: FollowedList<'_>) -> Option<Self> {
        let site = &*views.site;
        if !site.is_followed(list, &views.lang) {
            return None;
        }
        let page = site.followed_route(list, &views.lang)?;
        let title = site.followed_title(list, &views.lang)?;
        let feeds = FeedFormat::FEEDS.map(|format| FeedView::new(views, &title, &page, format)).to_vec();
        let calendar = site.has_due(list, &views.lang).then(|| DueCalendarView::new(views, &title, &page));
        Some(Self { feeds, calendar })
    }

    /// What the head of its page announces.
    pub(super) fn announced(&self) -> impl Iterator<Item = FeedView> {
        self.feeds.iter().chain(self.calendar.as_ref().map(|calendar| &calendar.feed)).cloned()
    }
}

impl DueCalendarView {
    fn new(views: &Views, title: &str, page: &Route) -> Self {
        let permalink = views.permalink(&page.file(FeedFormat::Calendar.file()));
        let webcal = permalink.split_once("://").map_or_else(String::new, |(_, rest)| format!("webcal://{rest}"));
        Self { feed: FeedView::new(views, title, page, FeedFormat::Calendar), permalink, webcal }
    }
}

/// Where a page stands in a language.
pub(super) struct LanguagePlace {
    pub(super) route: Route,
    /// Whether the language has a text of its own there.
    pub(super) exists: bool,
    /// Whether search engines may know it.
    pub(super) indexed: bool,
}

impl LanguagePlace {
    /// A page that is the same for every language.
    pub(super) fn everywhere(route: Route) -> Self {
        Self { route, exists: true, indexed: true }
    }

    /// The page of a section.
    pub(super) fn of_section(views: &Views, entry: &Entry, lang: &Lang) -> Self {
        let site = &*views.site;
        let (exists, indexed) = (entry.docs.contains_key(lang), site.indexed(entry, lang));
        Self { route: site.route_in(entry, lang), exists, indexed }
    }

    /// The home page; `home` is its entry, if somebody wrote one.
    fn of_home(views: &Views, home: Option<&Entry>, lang: &Lang) -> Self {
        let indexed = home.is_some_and(|home| views.site.indexed(home, lang));
        Self { route: route::home(lang, &views.site.config), exists: true, indexed }
    }

    /// A page named by a label, which a language may not have yet.
    pub(super) fn labelled(route: Route, label: &LocalizedText, lang: &Lang) -> Self {
        let exists = label.exact(lang).is_some();
        Self { route, exists, indexed: exists }
    }
}

/// Where a page stands in each language.
pub(super) type LanguagePlaces<'a> = dyn Fn(&Lang) -> Option<LanguagePlace> + 'a;

impl PageView {
    /// A page of `views`' language at `route`. `places` says where the same page stands in other languages.
    pub(super) fn new(
        views: &Views,
        kind: &'static str,
        title: &str,
        route: &Route,
        places: &LanguagePlaces<'_>,
    ) -> Self {
        let permalink = views.permalink(route);
        let name = views.localized(&views.site.config.name).map(Cow::into_owned).unwrap_or_default();
        let mut page = Self {
            kind,
            title: title.to_owned(),
            description: None,
            url: views.url(route),
            canonical: permalink.clone(),
            permalink,
            noindex: false,
            breadcrumbs: Vec::new(),
            translations: translations(views, places),
            alternates: alternates(views, places),
            feeds: Vec::new(),
            calendar: None,
            exit: exit(views, ExitScope::All),
            json_ld: None,
            metadata: Vec::new(),
            card: None,
        };
        page.announce(views, &name, &route::home(&views.lang, &views.site.config));
        page
    }

    /// Announces the feed of a page in all its forms.
    pub(super) fn announce(&mut self, views: &Views, title: &str, page: &Route) {
        self.feeds.extend(FeedFormat::FEEDS.map(|format| FeedView::new(views, title, page, format)));
    }

    /// Announces the feed and the calendar of the type that a section is the section of.
    pub(super) fn announce_type(&mut self, views: &Views, section: &Entry) {
        if *section.path.0 != *section.type_.folder {
            return;
        }
        if section.type_.feed {
            let title = &views.title(views.site.localized_doc(section, &views.lang));
            self.announce(views, title, &views.site.route_in(section, &views.lang));
        }
        self.feeds.extend(FeedView::calendar(views, &section.type_));
    }

    /// Names the choice of language as the page for readers of no language of the site.
    pub(super) fn offer_chooser(&mut self, views: &Views) {
        let chooser = views.permalink(&Route::default());
        let default = self.alternates.iter_mut().find(|alternate| alternate.hreflang == "x-default");
        if let Some(default) = default.filter(|_| views.site.config.prefix_default) {
            default.href = chooser;
        }
    }

    /// Keeps search engines out. A page that is not indexed has no alternates.
    pub(super) fn hide(&mut self) {
        self.noindex = true;
        self.alternates.clear();
    }
}

/// Where the way out leads, if the site has one for these pages.
pub(super) fn exit(views: &Views, scope: ExitScope) -> Option<String> {
    let exit = views.site.config.exit.as_ref().filter(|exit| exit.scope == scope)?;
    Some(exit.target.to_string())
}

/// The switcher stays on the page; a language that lacks it is shown as such and leads to what there is.
fn translations(views: &Views, places: &LanguagePlaces<'_>) -> Vec<TranslationView> {
    views.site.config.languages.iter().map(|language| translation(views, language, places(&language.lang))).collect()
}

fn translation(views: &Views, language: &Language, place: Option<LanguagePlace>) -> TranslationView {
    let state = match place.as_ref().map(|place| place.exists) {
        _ if language.lang == views.lang => "current",
        Some(true) => "available",
        Some(false) => "fallback",
        None => "missing",
    };
    let route = place.map_or_else(|| route::home(&language.lang, &views.site.config), |place| place.route);
    TranslationView {
        tag: language.lang.to_string(),
        name: language.name.to_string(),
        dir: language.direction.as_str(),
        url: views.url(&route),
        state,
    }
}

/// Reciprocal by construction: every page of the group lists the same ones, itself among them.
fn alternates(views: &Views, places: &LanguagePlaces<'_>) -> Vec<AlternateView> {
    let config = &views.site.config;
    let mut alternates: Vec<AlternateView> = config
        .languages
        .iter()
        .filter_map(|language| {
            let spot = places(&language.lang).filter(|spot| spot.indexed)?;
            Some(AlternateView { hreflang: language.lang.to_string(), href: views.permalink(&spot.route) })
        })
        .collect();
    let default = alternates.iter().find(|alternate| alternate.hreflang == config.default_language.as_str());
    if let Some(href) = default.or(alternates.first()).map(|alternate| alternate.href.clone()) {
        alternates.push(AlternateView { hreflang: "x-default".to_owned(), href });
    }
    alternates
}

/// The sections above an entry, from the home page down.
pub(super) fn breadcrumbs(views: &Views, entry: &Entry) -> Vec<Value> {
    views.site.above(entry).into_iter().map(|id| views.link(id)).collect()
}

/// The home page, where a trail starts.
pub(super) fn home_crumb(views: &Views) -> Vec<Value> {
    views.site.find("").map(|home| views.link(home.id)).into_iter().collect()
}

/// A page that stands at the same kind of place in every language.
fn everywhere(site: &Site, file: &'static str) -> impl Fn(&Lang) -> Option<LanguagePlace> {
    let routes: Vec<(Lang, Route)> = site
        .config
        .languages
        .iter()
        .map(|language| {
            let home = route::home(&language.lang, &site.config);
            (language.lang.clone(), if file.is_empty() { home } else { home.file(file) })
        })
        .collect();
    move |lang| {
        routes.iter().find(|(known, _)| known == lang).map(|(_, route)| LanguagePlace::everywhere(route.clone()))
    }
}

/// Values of the page for what is not found, in one language.
#[must_use]
pub fn not_found_values(views: &Views) -> TemplateValues {
    let route = route::home(&views.lang, &views.site.config).file("404.html");
    let places = everywhere(&views.site, "");
    let mut page = PageView::new(views, "404", &views.text("not-found"), &route, &places);
    page.hide();
    views.common(Value::from_serializable(&page))
}

#[derive(Serialize)]
struct LanguagesView<'a> {
    #[serde(flatten)]
    page: PageView,
    languages: Vec<LanguageChoice<'a>>,
}

#[derive(Serialize)]
struct LanguageChoice<'a> {
    tag: &'a str,
    name: &'a str,
    dir: &'static str,
    url: String,
    home_title: String,
    not_found: String,
}

fn choices(views: &Views) -> Vec<LanguageChoice<'_>> {
    let home = views.site.find("");
    views.site.config.languages.iter().map(|language| choice(views, language, home)).collect()
}

fn choice<'a>(views: &Views, language: &'a Language, home: Option<&Entry>) -> LanguageChoice<'a> {
    let lang = &language.lang;
    let not_found = views.strings.text(lang, "not-found", &[]);
    let title = home.and_then(|home| home.docs.get(lang)).map(|doc| doc.meta.title().to_owned());
    LanguageChoice {
        tag: lang.as_str(),
        name: &language.name,
        dir: language.direction.as_str(),
        url: views.url(&route::home(lang, &views.site.config)),
        home_title: title.unwrap_or_default(),
        not_found: lent(&not_found.value, &not_found.lang, lang).into_owned(),
    }
}

fn languages_page(views: &Views, kind: &'static str, route: &Route, hidden: bool) -> TemplateValues {
    let site = &*views.site;
    let name = views.localized(&site.config.name).map(Cow::into_owned).unwrap_or_default();
    let home = site.find("");
    let places = |lang: &Lang| Some(LanguagePlace::of_home(views, home, lang));
    let mut page = PageView::new(views, kind, &name, route, &places);
    page.description = views.localized(&site.config.description).map(Cow::into_owned);
    if hidden {
        page.hide();
    } else {
        page.offer_chooser(views);
    }
    views.common(Value::from_serializable(&LanguagesView { page, languages: choices(views) }))
}

/// Values of the choice of language at the root.
#[must_use]
pub fn chooser_values(views: &Views) -> TemplateValues {
    languages_page(views, "chooser", &Route::default(), false)
}

/// Values of the page for what is not found, in all languages.
#[must_use]
pub fn not_found_root_values(views: &Views) -> TemplateValues {
    languages_page(views, "404", &Route::default().file("404.html"), true)
}

/// Values of a page that leads from an old address to `target`.
#[must_use]
pub fn redirect_values(views: &Views, route: &Route, target: &Route) -> TemplateValues {
    #[derive(Serialize)]
    struct RedirectView {
        #[serde(flatten)]
        page: PageView,
        target: String,
        target_permalink: String,
    }
    let title = views.localized(&views.site.config.name).map(Cow::into_owned).unwrap_or_default();
    let mut page = PageView::new(views, "redirect", &title, route, &|_| None);
    page.hide();
    let view = RedirectView { page, target: views.url(target), target_permalink: views.permalink(target) };
    views.common(Value::from_serializable(&view))
}
