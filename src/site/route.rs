//! Addresses: the only place that makes paths of pages, URLs and names of output files.
//! Knows nothing of what stands at an address.

use std::fmt;
use std::sync::Arc;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::config::{BaseUrl, Config, WebServer};
use crate::diagnostic::{Code, Diagnostic, Message, MessageArgument};
use crate::image::PictureVariant;
use crate::lang::{self, Lang};
use crate::message;
use crate::settings::LocalizedText;

/// What stays as it is in a path (RFC 3986, section 3.3: `pchar` and `/`).
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Bytes that an address may have: browsers and file systems take about twice that, the folder of the site included.
const PATH_MAX: usize = 2000;

/// Bytes that a file name may have on the file systems in use.
const NAME_MAX: usize = 255;

/// A place on the site: a path from its root, decoded, without a slash in front. Pages end with `/` or are the root.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(pub Arc<str>);

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}", self.0)
    }
}

impl From<&Route> for MessageArgument {
    fn from(route: &Route) -> Self {
        route.to_string().into()
    }
}

impl Route {
    /// The page at these parts.
    #[must_use]
    pub fn page<'a>(parts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut path = String::new();
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            path.push_str(part);
            path.push('/');
        }
        Self(Arc::from(path))
    }

    /// A file below this page.
    #[must_use]
    pub fn file(&self, name: &str) -> Self {
        Self(Arc::from(format!("{}{name}", self.0)))
    }

    /// A page below this one.
    #[must_use]
    pub fn below(&self, part: &str) -> Self {
        Self::page([self.0.trim_end_matches('/'), part])
    }

    /// The file that the output is written to, relative to the output folder.
    #[must_use]
    pub fn output(&self) -> String {
        if self.is_page() { format!("{}index.html", self.0) } else { self.0.to_string() }
    }

    /// Whether it is a page, and not a file with a name.
    #[must_use]
    pub fn is_page(&self) -> bool {
        self.0.is_empty() || self.0.ends_with('/')
    }

    /// The address for links on pages; browsers send the same bytes as for [`Route::url`].
    #[must_use]
    pub fn href(&self, base: &BaseUrl) -> String {
        format!("{}{}", base.path, readable(&self.0))
    }

    /// The address on the site in ASCII, for files and protocols that want that (RFC 3986).
    #[must_use]
    pub fn url(&self, base: &BaseUrl) -> String {
        format!("{}{}", base.path, utf8_percent_encode(&self.0, PATH))
    }

    /// The address for the world.
    #[must_use]
    pub fn permalink(&self, base: &BaseUrl) -> String {
        format!("{}{}", base.origin, self.url(base))
    }

    /// The route of a file that is published at its path: `a/index.html` is the page `a/`.
    #[must_use]
    pub fn of_file(path: &str) -> Self {
        match path.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => Self(Arc::from(folder)),
            _ => Self(Arc::from(path)),
        }
    }

    /// The route that an address names, such as `/nl/oud/` or `/nl/oud.html`; `None` when it leads out of the site.
    #[must_use]
    pub fn of_address(address: &str) -> Option<Self> {
        let path = address.strip_prefix('/')?;
        // A part that starts with a dot leads out, or to what servers and builds keep for themselves.
        let odd = |c: char| c.is_control() || matches!(c, '\\' | '?' | '#');
        let bad = |part: &str| part.is_empty() || part.starts_with('.') || part.chars().any(odd);
        if path.strip_suffix('/').unwrap_or(path).split('/').any(bad) && !path.is_empty() {
            return None;
        }
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let last = path.rsplit('/').next().unwrap_or_default();
        let page = last.is_empty() || !last.contains('.');
        Some(if page { Self::page(path.split('/')) } else { Self(Arc::from(path)) })
    }

    /// What keeps this route from being written.
    #[must_use]
    pub fn problem(&self) -> Option<Message> {
        if self.0.len() > PATH_MAX {
            return Some(message!("address-too-long", bytes = self.0.len(), most = PATH_MAX));
        }
        let long = self.0.split('/').find(|part| part.len() > NAME_MAX)?;
        let start: String = long.chars().take(30).collect();
        Some(message!("address-part-too-long", start = start, bytes = long.len(), most = NAME_MAX))
    }
}

/// A path or an anchor for links on pages: letters and digits of all scripts stay as they are, which people can read and
/// which makes pages lighter (WHATWG URL, "URL code points").
#[must_use]
pub fn readable(path: &str) -> String {
    let mut readable = String::with_capacity(path.len());
    for (at, c) in path.char_indices() {
        let letter = &path[at..at + c.len_utf8()];
        if c.is_alphanumeric() { readable.push(c) } else { readable.extend(utf8_percent_encode(letter, PATH)) }
    }
    readable
}

/// The page that the addresses of a language start from.
#[must_use]
pub fn home(lang: &Lang, config: &Config) -> Route {
    if *lang == config.default_language && !config.prefix_default {
        Route::default()
    } else {
        Route::page([lang.as_str()])
    }
}

/// The id of an entry in a language, for feeds: it stays when its slug changes. It has the form of an address, as readers
/// of feeds want, and names a place on the page that the language starts from.
#[must_use]
pub fn feed_id(entry: &str, lang: &Lang, config: &Config) -> String {
    format!("{}#{}", home(lang, config).permalink(&config.base_url), utf8_percent_encode(entry, PATH))
}

/// The n-th page of a list, counted from 1.
#[must_use]
pub fn list_page(first: &Route, number: usize) -> Route {
    if number <= 1 { first.clone() } else { first.below("p").below(&number.to_string()) }
}

/// The public place of a file below `content/`; all languages share it.
#[must_use]
pub fn asset(path: &str) -> Route {
    let inner = path.strip_prefix("content/").unwrap_or(path);
    Route(Arc::from(format!("files/{inner}")))
}

/// The public place of one of the files of a picture below `content/`, with the digest of what it is made from.
#[must_use]
pub fn picture(path: &str, digest: &str, variant: PictureVariant) -> Route {
    let whole = asset(path).0;
    let stem = whole.rsplit_once('.').map_or(&*whole, |(stem, _)| stem);
    Route(Arc::from(format!("{stem}.{digest}-{}.{}", variant.width, variant.format.ending())))
}

/// The folder of the files in which the search page of every language looks.
#[must_use]
pub fn search() -> Route {
    Route::page(["search"])
}

/// The place of a processed asset of the theme, with the hash of its content in its name.
#[must_use]
pub fn fingerprinted(path: &str, hash: &str) -> Route {
    let (stem, ending) = path.rsplit_once('.').unwrap_or((path, ""));
    let dot = if ending.is_empty() { "" } else { "." };
    Route(Arc::from(format!("assets/{stem}.{hash}{dot}{ending}")))
}

/// The file with the rules for a server. Those that a server finds by itself stand at the root.
#[must_use]
pub fn headers(server: WebServer) -> Route {
    Route(Arc::from(match server {
        WebServer::Netlify => "_headers",
        WebServer::Nginx => "server/nginx.conf",
        WebServer::Caddy => "server/Caddyfile",
        WebServer::Apache => ".htaccess",
    }))
}

/// The place of `security.txt` (RFC 9116, section 3).
#[must_use]
pub fn security_txt() -> Route {
    Route(Arc::from(".well-known/security.txt"))
}

/// Checks a part of an address that somebody wrote.
///
/// # Errors
/// A diagnostic, still without a place, that proposes a part that fits.
pub fn check_part(part: &str, what: Message) -> Result<(), Box<Diagnostic>> {
    let fitting = lang::slug(part);
    if part == fitting && !part.is_empty() {
        return Ok(());
    }
    let diagnostic = Diagnostic::error(Code::RouteInvalid, message!("address-part-invalid", part = part, what = what));
    let help = if fitting.is_empty() {
        message!("address-part-form")
    } else {
        message!("address-part-form-example", fitting = fitting)
    };
    Err(Box::new(diagnostic.help(help)))
}

/// The parts of a path per language, such as the path of a type or taxonomy.
#[must_use]
pub fn parts<'a>(path: &'a LocalizedText, lang: &Lang, chain: &[Lang]) -> Vec<&'a str> {
    path.get(lang, chain).map_or_else(Vec::new, |path| path.split('/').filter(|part| !part.is_empty()).collect())
}
