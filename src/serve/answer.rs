//! An address to what stands there: the bytes of a build, made when they are asked for, with the reload script in pages.
//! An address is looked up among those that the site plans; it never names a file. Knows nothing of connections.

use std::sync::Arc;

use percent_encoding::percent_decode_str;

use super::dev_server::{LiveSite, Snapshot};
use super::{inject, mending, pages};
use crate::diagnostic::{Diagnostic, Diagnostics, Message};
use crate::message;
use crate::plan::Job;
use crate::site::{FeedFormat, Route, route};
use crate::source::{Hash, Sources};

/// The folder of addresses that are not of the site.
pub(super) const OWN: &str = "/_samen/";

/// Before the path of a page: the box over it.
const OVERLAY: &str = "/_samen/overlay";

/// Bytes from which on a file is sent in pieces, and never held whole: a film may be larger than the memory.
const LARGE: u64 = 1 << 20;

/// A file that is sent in pieces.
#[derive(Clone, Debug)]
pub(super) struct ServedFile {
    sources: Arc<Sources>,
    path: Arc<str>,
    /// Bytes.
    pub(super) size: usize,
    /// Of its bytes, as they were listed.
    pub(super) hash: Hash,
}

impl ServedFile {
    /// The next bytes; `None` when the file is no longer what it was.
    pub(super) fn piece(&self, at: usize, most: usize) -> Option<Vec<u8>> {
        self.sources.part(&self.path, at as u64, most).ok().filter(|piece| !piece.is_empty())
    }
}

/// What is answered.
#[derive(Debug)]
pub(super) struct Answer {
    /// The status (RFC 9110, section 15).
    pub(super) status: u16,
    /// The media type.
    pub(super) media: &'static str,
    /// The body.
    pub(super) bytes: Arc<[u8]>,
    /// A large file that is the body instead.
    pub(super) file: Option<ServedFile>,
    /// Where to go instead.
    pub(super) location: Option<String>,
    /// What tells a page that it has changed: its bytes, the addresses of style sheets left out.
    pub(super) seen: Hash,
    /// Whether the page is one of samen, and not of the site.
    pub(super) own: bool,
    /// What is wrong with the page itself, though it can be shown: what cannot be printed of it.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Answer {
    fn new(status: u16, media: &'static str, bytes: Arc<[u8]>) -> Self {
        Self {
            status,
            media,
            bytes,
            file: None,
            location: None,
            seen: Hash::default(),
            own: false,
            diagnostics: Vec::new(),
        }
    }

    fn to(location: String) -> Self {
        Self { location: Some(location), ..Self::new(302, "text/plain; charset=utf-8", Arc::from([])) }
    }

    /// A page of samen.
    pub(super) fn own_page(status: u16, html: String) -> Self {
        let seen = Hash::of(html.as_bytes());
        let media = "text/html; charset=utf-8";
        Self { own: true, seen, ..Self::new(status, media, Arc::from(html.into_bytes())) }
    }

    /// A text in plain words.
    pub(super) fn plain(status: u16, text: &str) -> Self {
        Self { own: true, ..Self::new(status, "text/plain; charset=utf-8", Arc::from(text.as_bytes())) }
    }
}

/// What stands at a path, as it was sent.
pub(super) fn answer(snapshot: &Snapshot, path: &str) -> Answer {
    if let Some(own) = path.strip_prefix(OWN) {
        return page_of_samen(snapshot, own);
    }
    let Some(live) = &snapshot.live else {
        let page = pages::problems(&message!("page-no-site"), &snapshot.diagnostics, snapshot);
        return with_script(Answer::own_page(503, page), path, &[]);
    };
    let asked = PageRequest { snapshot, live, path };
    let plain = decoded(path).unwrap_or_default();
    match find(live, &plain) {
        RouteMatch::At(route) => asked.render(&route, 200),
        RouteMatch::Elsewhere(location) => Answer::to(location),
        RouteMatch::Nothing => asked.render(&missing(live, &plain), 404),
    }
}

/// Whether something has to be printed first. It takes longer than to make a page, so the asker waits for a turn.
pub(super) fn must_print(snapshot: &Snapshot, path: &str) -> bool {
    let path = path.strip_prefix(OVERLAY).unwrap_or(path);
    let Some((live, plain)) = snapshot.live.as_ref().zip(decoded(path)) else { return false };
    let RouteMatch::At(route) = find(live, &plain) else { return false };
    live.loaded.rendering.plan.job(&route).is_some_and(|job| !live.loaded.has_prints(job))
}

fn page_of_samen(snapshot: &Snapshot, path: &str) -> Answer {
    if let Some(page) = path.strip_prefix("overlay").filter(|page| page.starts_with('/')) {
        let own = answer(snapshot, page).diagnostics;
        return Answer::own_page(200, pages::overlay(snapshot, &own));
    }
    if let Some(name) = path.strip_prefix("fix/") {
        let (status, html) = mending::fix_page(name, snapshot);
        return Answer::own_page(status, html);
    }
    match path {
        "" => with_script(Answer::own_page(200, pages::dashboard(snapshot)), OWN, &[]),
        "overlay" => Answer::own_page(200, pages::overlay(snapshot, &[])),
        "reload.js" => {
            let script = include_bytes!("reload.js");
            Answer { own: true, ..Answer::new(200, "text/javascript; charset=utf-8", Arc::from(script.as_slice())) }
        }
        "style.css" => {
            let style = include_bytes!("style.css");
            Answer { own: true, ..Answer::new(200, "text/css; charset=utf-8", Arc::from(style.as_slice())) }
        }
        _ => Answer::plain(404, &format!("{}\n", snapshot.text(&message!("page-nothing-here")))),
    }
}

/// A path without its escapes; `None` when it is no text or holds what no address holds.
fn decoded(path: &str) -> Option<String> {
    let path = percent_decode_str(path).decode_utf8().ok()?;
    (path.starts_with('/') && !path.chars().any(|c| c.is_control() || c == '\\')).then(|| path.into_owned())
}

enum RouteMatch {
    At(Route),
    Elsewhere(String),
    Nothing,
}

/// The planned route that a path means. Only planned routes count: no path ever names a file on disk.
fn find(live: &LiveSite, path: &str) -> RouteMatch {
    let rendering = &live.loaded.rendering;
    let (plan, base) = (&rendering.plan, &rendering.site.config.base_url);
    let Some(inner) = path.strip_prefix(&*base.path) else {
        let home = path == "/" || path.strip_suffix('/').unwrap_or(path) == base.path.trim_end_matches('/');
        let leads_home = home && plan.job(&Route::default()).is_some();
        return if leads_home || path == "/" { RouteMatch::Elsewhere(base.path.clone()) } else { RouteMatch::Nothing };
    };
    let exact = Route(Arc::from(inner));
    let as_file = Route::of_file(inner);
    for route in [exact, as_file] {
        if plan.job(&route).is_some() {
            return RouteMatch::At(route);
        }
    }
    let folder = Route(Arc::from(format!("{inner}/")));
    if plan.job(&folder).is_some() { RouteMatch::Elsewhere(folder.url(base)) } else { RouteMatch::Nothing }
}

/// The page that says so in the language of the address.
fn missing(live: &LiveSite, path: &str) -> Route {
    let config = &live.loaded.rendering.site.config;
    let inner = path.strip_prefix(&*config.base_url.path).unwrap_or_default();
    let homes = config.languages.iter().map(|language| route::home(&language.lang, config));
    let home = homes.filter(|home| !home.0.is_empty()).find(|home| {
        inner.strip_prefix(home.0.trim_end_matches('/')).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    });
    home.unwrap_or_default().file("404.html")
}

/// What somebody asks of a site.
struct PageRequest<'a> {
    snapshot: &'a Snapshot,
    live: &'a LiveSite,
    /// As it was sent.
    path: &'a str,
}

impl PageRequest<'_> {
    /// The bytes of a route, as a build writes them, with the script of the server in pages.
    fn render(&self, route: &Route, status: u16) -> Answer {
        let rendering = &self.live.loaded.rendering;
        let Some(job) = rendering.plan.job(route) else {
            return Answer::plain(404, &format!("{}\n", self.snapshot.text(&message!("page-nothing"))));
        };
        if let Some(file) = self.large_file(job) {
            let answer = Answer::new(status, media_type(route, job), Arc::from([]));
            return Answer { seen: file.hash, file: Some(file), ..answer };
        }
        let found = self.live.loaded.print_for(&self.live.sources, job);
        if !found.is_empty() && !route.is_page() {
            return self.problems(&message!("page-not-printed"), found);
        }
        match self.live.loaded.output(&self.live.sources, route, job) {
            Ok(bytes) => {
                let answer = Answer { diagnostics: found, ..Answer::new(status, media_type(route, job), bytes) };
                if answer.media.starts_with("text/html") {
                    let answer = self.with_note(answer, self.what_to_do(job));
                    return with_script(answer, self.path, &styles(self.live));
                }
                Answer { seen: Hash::of(&answer.bytes), ..answer }
            }
            Err(found) => self.problems(&message!("page-not-made"), found),
        }
    }

    /// What an editor can do on the page of a section that lists nothing yet; readers of the published site see no such
    /// line.
    fn what_to_do(&self, job: &Job) -> Option<Message> {
        let Job::Section { entry, lang, page: 1 } = job else { return None };
        let site = &self.live.loaded.rendering.site;
        let section = site.entry(*entry);
        let is_of_type = *section.path.0 == *section.type_.folder && !section.path.as_str().is_empty();
        if !is_of_type || !site.list(*entry, lang).is_empty() {
            return None;
        }
        Some(message!("page-start-first", name = &*section.type_.name))
    }

    /// A page with a line for the editor.
    fn with_note(&self, answer: Answer, note: Option<Message>) -> Answer {
        let (Some(note), Ok(html)) = (note, std::str::from_utf8(&answer.bytes)) else { return answer };
        let html = inject::note(html, &self.snapshot.text(&note), &pages::language(self.snapshot));
        Answer { bytes: Arc::from(html.into_bytes()), ..answer }
    }

    /// The file of a job that copies one, where it is large and no page.
    fn large_file(&self, job: &Job) -> Option<ServedFile> {
        let Job::Copy(path) = job else { return None };
        let source = self.live.sources.get(path).filter(|source| source.stamp.size >= LARGE)?;
        let (path, size) = (Arc::clone(path), usize::try_from(source.stamp.size).ok()?);
        let is_page = path.ends_with(".html") || path.ends_with(".htm");
        (!is_page).then(|| ServedFile { sources: Arc::clone(&self.live.sources), path, size, hash: source.hash })
    }

    fn problems(&self, title: &Message, found: Vec<Diagnostic>) -> Answer {
        let mut diagnostics = Diagnostics::default();
        diagnostics.extend(found);
        let page = pages::problems(title, &diagnostics, self.snapshot);
        with_script(Answer::own_page(500, page), self.path, &[])
    }
}

/// The addresses of the style sheets of every page.
pub(super) fn styles(live: &LiveSite) -> Vec<String> {
    let rendering = &live.loaded.rendering;
    rendering.theme.look.css.iter().map(|route| route.url(&rendering.site.config.base_url)).collect()
}

/// A page with the script that reloads it.
fn with_script(answer: Answer, path: &str, styles: &[String]) -> Answer {
    let Ok(html) = std::str::from_utf8(&answer.bytes) else { return answer };
    let seen = Hash::of(inject::without(html, styles).as_bytes());
    let html = inject::script(html, path, seen);
    Answer { seen, bytes: Arc::from(html.into_bytes()), ..answer }
}

/// The media type of an output.
fn media_type(route: &Route, job: &Job) -> &'static str {
    match job {
        Job::Feed { format: FeedFormat::Calendar, .. } => return "text/calendar; charset=utf-8",
        Job::Feed { format, .. } => return format.media_type(),
        Job::Citation { format, .. } => return format.media_type(),
        _ if route.is_page() => return "text/html; charset=utf-8",
        _ => {}
    }
    let ending = route.0.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, ending)| ending);
    let ending = ending.to_ascii_lowercase();
    TYPES.iter().find(|(known, _)| *known == ending).map_or("application/octet-stream", |(_, media)| media)
}

/// Media types by ending (IANA).
const TYPES: &[(&str, &str)] = &[
    ("avif", "image/avif"),
    ("css", "text/css; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("gif", "image/gif"),
    ("htm", "text/html; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("ico", "image/x-icon"),
    ("ics", "text/calendar; charset=utf-8"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("jsonld", "application/ld+json"),
    ("m4a", "audio/mp4"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
    ("ogg", "audio/ogg"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("vtt", "text/vtt; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webm", "video/webm"),
    ("webmanifest", "application/manifest+json"),
    ("webp", "image/webp"),
    ("woff", "font/woff"),
    ("woff2", "font/woff2"),
    ("xml", "application/xml"),
    ("zip", "application/zip"),
];
