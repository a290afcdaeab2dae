//! `samen.yaml`, checked and resolved. Knows nothing of content; every other stage is given the result.

pub mod area;
mod attachments;
mod editor;
pub mod editors;
mod exit;
mod foot;
pub mod format;
mod headers;
mod languages;
mod security;
mod special;
mod time_zone;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::tz::TimeZone;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Level, Levels, Span};
use crate::lang::Lang;
use crate::message;
use crate::settings::{LocalizedText, Located, Settings, unknown_language};
use crate::source::{CARRIED_THEME, digestible};
use crate::yaml::{self, Node, Value, YamlKey};

pub use area::{Area, Outline};
pub use attachments::Attachments;
pub use exit::{Exit, ExitScope};
pub use foot::{AccessibilityStatus, Foot, FootLink, FootPage};
pub use headers::WebServer;
pub use languages::Language;
pub use security::{SecurityField, SecurityTxt, check_file, expiry};
pub use special::Special;

/// The settings of a site.
#[derive(Clone, Debug)]
pub struct Config {
    /// Name of the site.
    pub name: LocalizedText,
    /// A line under the name.
    pub tagline: LocalizedText,
    /// One sentence for search engines and feeds.
    pub description: LocalizedText,
    /// Where the site will stand.
    pub base_url: BaseUrl,
    /// In the order of the switcher; never empty.
    pub languages: Vec<Language>,
    /// The language of files without one in their name.
    pub default_language: Lang,
    /// Whether the default language has a prefix in addresses too.
    pub prefix_default: bool,
    /// Name of the folder in `themes/`: that of the theme that the program carries, where the settings name none.
    pub theme: Located<Arc<str>>,
    /// The types that the site names: base types of the theme that it uses as they are, and the order of its own.
    pub types: Vec<Located<Arc<str>>>,
    /// Main navigation: ids of sections or entries.
    pub menu: Vec<Located<Arc<str>>>,
    /// Navigation at the foot.
    pub footer: Vec<Located<Arc<str>>>,
    /// What the foot of every page says of the site.
    pub foot: Foot,
    /// Entries in a feed.
    pub feed_limit: usize,
    /// Files that are published beside texts.
    pub attachments: Attachments,
    /// Whom to tell of a weakness.
    pub security: Option<SecurityTxt>,
    /// Raw HTML tags that may stand in Markdown; they are sanitised.
    pub html_allow: Vec<String>,
    /// Licence of texts and data (SPDX), if the site has one for all.
    pub licence: Option<&'static str>,
    /// The way out of the site.
    pub exit: Option<Exit>,
    /// Levels of diagnostics.
    pub levels: Levels,
    /// Paths, in each language, of the pages that the program makes by itself; those that are not set are not made.
    pub special: BTreeMap<Special, Located<LocalizedText>>,
    /// Servers for which rules on headers are written.
    pub headers: Vec<WebServer>,
    /// Whether those tell browsers to come over https only.
    pub hsts: bool,
    /// The address by which an editor opens a file, with `{path}`, `{line}` and `{column}` in it.
    pub editor: Option<Arc<str>>,
    /// The zone of all times on the site, if it names one; see [`Config::zone`].
    pub time_zone: Option<TimeZone>,
    /// The countries and regions that the site is about, as they are written.
    pub area_names: Vec<Located<Arc<str>>>,
    /// What is known of them.
    pub area: Area,
    /// The layout of pictures for links from other sites; `None` where there are none.
    pub cards: Option<Located<Arc<str>>>,
}

digestible!(struct Config {
    name, tagline, description, base_url, languages, default_language, prefix_default, theme, types, menu, footer,
    foot, feed_limit, attachments, security, html_allow, licence, exit, levels, special, headers, hsts, editor, time_zone, area,
    cards,
} without {
    area_names,
});

/// Scheme and host, and the path below which the site stands.
#[derive(Clone, Debug, PartialEq)]
pub struct BaseUrl {
    /// `https://hub.example`, without a slash at the end.
    pub origin: String,
    /// `/` or `/sub/path/`.
    pub path: String,
}

digestible!(struct BaseUrl { origin, path });

impl BaseUrl {
    /// Reads an absolute `http` or `https` address without query and fragment.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let clean = |c: char| c.is_ascii_graphic() && !matches!(c, '?' | '#' | '"' | '<' | '>' | '\\' | '%');
        let dots = path.split('/').any(|part| part == "." || part == "..");
        if !matches!(scheme, "http" | "https") || host.is_empty() || !rest.chars().all(clean) || dots {
            return None;
        }
        let path = path.trim_matches('/');
        let path = if path.is_empty() { "/".to_owned() } else { format!("/{path}/") };
        Some(Self { origin: format!("{scheme}://{host}"), path })
    }

    /// The name of the server, without a port.
    #[must_use]
    pub fn host(&self) -> &str {
        let (_, host) = self.origin.split_once("://").unwrap_or(("", &self.origin));
        host.split(':').next().unwrap_or(host)
    }
}

impl Config {
    /// The zone of all times on the site. Without one they are those of UTC, which has the same hour all year.
    #[must_use]
    pub fn zone(&self) -> TimeZone {
        self.time_zone.clone().unwrap_or(TimeZone::UTC)
    }

    /// Reads the settings. `overrides` are pairs such as `("base_url", "https://…")`, with `.` between the levels of a
    /// key, and win over the file. With `pseudo` the pseudo-languages are added.
    pub fn parse(
        text: &str,
        file: &Arc<str>,
        overrides: &[(String, String)],
        pseudo: bool,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let mut node = yaml::parse_map(text, file, diagnostics)?;
        for (key, value) in overrides {
            override_key(&mut node, key, value, file, diagnostics);
        }
        if let Err(diagnostic) = format::check(&node) {
            diagnostics.push(*diagnostic);
            return None;
        }
        let mut settings = Settings::new(&node, Code::ConfigInvalid, diagnostics);
        // Looked at above.
        settings.node(format::KEY);
        let config = read(&mut settings, pseudo);
        settings.finish();
        config
    }

    /// Gives those pages their addresses that take them from the theme: `search_page: true`. `pages` are those of the
    /// theme, per page and language.
    pub fn name_pages(&mut self, pages: &Node, diagnostics: &mut Diagnostics) {
        let tags = self.tags();
        special::name(&mut self.special, pages, &tags, diagnostics);
    }

    /// Tags of all languages.
    #[must_use]
    pub fn tags(&self) -> Vec<Lang> {
        self.languages.iter().map(|language| language.lang.clone()).collect()
    }

    /// The language of that tag.
    #[must_use]
    pub fn language(&self, lang: &Lang) -> Option<&Language> {
        self.languages.iter().find(|language| language.lang == *lang)
    }

    /// Where to look when a label has no words in a language: the languages that its tag is cut down to, its fallbacks and
    /// theirs, the default language, at last that of the theme's words. The site need not have all of these.
    #[must_use]
    pub fn chain(&self, lang: &Lang) -> Vec<Lang> {
        self.language(lang).map_or_else(Vec::new, |language| language.words.clone())
    }

    /// Where to look when an entry has no document in a language: as [`Config::chain`], among the languages of the site, and
    /// without the one that is asked at last.
    #[must_use]
    pub fn document_chain(&self, lang: &Lang) -> &[Lang] {
        self.language(lang).map_or(&[], |language| &language.chain)
    }
}

fn read(settings: &mut Settings<'_>, pseudo: bool) -> Option<Config> {
    let mut languages = languages::read(settings, pseudo);
    let tags: Vec<Lang> = languages.iter().map(|language| language.lang.clone()).collect();
    if languages.is_empty() {
        let at = settings.span();
        settings.wrong(&at, message!("languages-missing"));
    }
    let default_language = match settings.string("default_language") {
        Some(tag) => Lang::parse(&tag.value).filter(|lang| tags.contains(lang)).or_else(|| {
            settings.diagnostics().push(unknown_language(&tag.value, tag.span, &tags));
            None
        }),
        None => tags.first().cloned(),
    };
    if let Some(default) = &default_language {
        languages.iter_mut().for_each(|language| language.end_chains(default, &tags));
    }
    let base_url = read_base_url(settings);
    let levels = read_levels(settings);
    let carried = Located { value: Arc::from(CARRIED_THEME), span: settings.span() };
    let theme = settings.string("theme").unwrap_or(carried);
    if theme.value.is_empty() || theme.value.contains(['/', '\\']) || theme.value.starts_with('.') {
        settings.wrong(&theme.span, message!("theme-no-path"));
    }
    let html = settings.node("html");
    let html_allow = html.map_or_else(Vec::new, |node| read_html(node, settings.diagnostics()));
    let name = settings.texts("name", &tags);
    if name.is_empty() {
        let at = settings.span();
        settings.wrong(&at, message!("site-name-missing"));
    }
    editors::check(settings);
    let exit = settings.node("exit");
    let exit = exit::read(settings, exit, base_url.as_ref());
    Some(Config {
        name,
        tagline: settings.texts("tagline", &tags),
        description: settings.texts("description", &tags),
        prefix_default: settings.bool("prefix_default", true),
        types: settings.strings("types"),
        menu: settings.strings("menu"),
        footer: settings.strings("footer"),
        foot: foot::read(settings, &tags),
        feed_limit: settings.count("feed_limit").unwrap_or(20),
        attachments: attachments::read(settings),
        security: security::read(settings, &tags),
        licence: settings.licence("licence"),
        exit,
        base_url: base_url?,
        languages,
        default_language: default_language?,
        theme,
        html_allow,
        levels,
        special: special::read(settings, &tags),
        headers: headers::read(settings),
        hsts: settings.bool("hsts", false),
        editor: editor::read(settings),
        time_zone: time_zone::read(settings),
        area_names: settings.strings("area"),
        area: Area::default(),
        cards: settings.string("cards"),
    })
}

fn read_html(node: &Node, diagnostics: &mut Diagnostics) -> Vec<String> {
    let mut html = Settings::new(node, Code::ConfigInvalid, diagnostics);
    let allow = html.strings("allow");
    for tag in &allow {
        if !ALLOWABLE_TAGS.contains(&&*tag.value) {
            html.wrong(&tag.span, message!("html-tag-refused", tag = &*tag.value));
        }
    }
    html.finish();
    allow.into_iter().map(|tag| tag.value.to_string()).collect()
}

/// Tags that may be allowed in Markdown: none that loads, runs, sends or styles anything.
pub const ALLOWABLE_TAGS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
];

fn read_base_url(settings: &mut Settings<'_>) -> Option<BaseUrl> {
    let text = settings.required("base_url")?;
    let url = BaseUrl::parse(&text.value);
    if url.is_none() {
        let message = message!("base-url-form", address = &*text.value);
        settings.wrong(&text.span, message);
    }
    url
}

fn read_levels(settings: &mut Settings<'_>) -> Levels {
    let mut levels = Levels::new();
    for (key, node) in settings.entries("checks") {
        let level = match node.text() {
            Some("allow") => Level::Allow,
            Some("warn") => Level::Warn,
            Some("deny") => Level::Deny,
            _ => {
                settings.wrong(&node.span, message!("check-level", name = &key.name));
                continue;
            }
        };
        match Code::parse(&key.name) {
            Some(code) if code.is_adjustable() || level == Level::Deny => {
                levels.insert(code, level);
            }
            Some(_) => settings.wrong(&key.span, message!("check-always-error", name = &key.name)),
            None => {
                let adjustable = Code::ALL.iter().filter(|code| code.is_adjustable()).map(|code| code.as_str());
                let span = key.span.clone();
                settings.diagnostics().push(
                    Diagnostic::error(Code::ConfigInvalid, message!("check-unknown", name = &key.name))
                        .at(span)
                        .suggest(&key.name, adjustable),
                );
            }
        }
    }
    levels
}

/// Sets a key from a flag or an environment variable. The value is read as YAML, so `[a, b]` is a list.
fn override_key(node: &mut Node, key: &str, value: &str, file: &Arc<str>, diagnostics: &mut Diagnostics) {
    let parsed = match yaml::parse(value, file, 0) {
        Ok(parsed) => {
            let mut found = Diagnostics::default();
            // No file holds the value, so nobody else looks at it.
            yaml::check_characters(&parsed, "", &mut found);
            let wrong = found.into_vec().into_iter().map(|found| found.at(Span::start_of(file)));
            diagnostics.extend(wrong);
            parsed
        }
        Err(diagnostic) => {
            let message = message!("override-unreadable", value = value, key = key, reason = diagnostic.message);
            diagnostics.push(Diagnostic::error(Code::ConfigInvalid, message).at(Span::start_of(file)));
            return;
        }
    };
    let mut target = node;
    for part in key.split('.') {
        if target.map().is_none() {
            target.value = Value::Map(Vec::new());
        }
        let Value::Map(entries) = &mut target.value else { return };
        let at = entries.iter().position(|(key, _)| key.name == part).unwrap_or_else(|| {
            let empty = Node { value: Value::Null, span: Span::start_of(file) };
            entries.push((YamlKey { name: part.to_owned(), span: Span::start_of(file) }, empty));
            entries.len() - 1
        });
        target = &mut entries[at].1;
    }
    *target = Node { value: parsed.value, span: Span::start_of(file) };
}
