//! The pages of the server itself: what is wrong, and the overview. Plain HTML without anything inline; all that comes
//! from files is escaped. Knows nothing of connections.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::dev_server::{LiveSite, Snapshot};
use super::mending::{self, FixOffer};
use crate::config::Language;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Lines, Message, Severity, Span, counts, visible};
use crate::lang::{Direction, Lang};
use crate::message;
use crate::site::{Entry, Site, TranslationStatus};
use crate::source::Sources;
use crate::xml;

/// What stays as it is in the path of a file within an address.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b':');

/// Problems that are shown in full; nobody reads more at once, and a page of thousands would take long to show.
const MOST: usize = 50;

/// Files that are named after a change: those that a person saved; of a checkout nobody reads more.
const NAMED: usize = 20;

/// A page with a heading and what is wrong.
pub(super) fn problems(title: &Message, diagnostics: &Diagnostics, snapshot: &Snapshot) -> String {
    let lead = said(&message!("page-what-is-wrong"), snapshot);
    let body = format!("<p>{lead}</p>\n{}", list(diagnostics.items().iter(), snapshot, FixOffer::Link));
    page(title, &body, snapshot)
}

/// The attributes that say in which language messages are.
pub(super) fn language(snapshot: &Snapshot) -> String {
    let tag = snapshot.catalog.tag();
    let direction = Lang::parse(tag).map_or(Direction::Ltr, |lang| lang.direction());
    format!("lang=\"{tag}\" dir=\"{}\"", direction.as_str())
}

/// The box over a page while there are errors: those of the site, and what is wrong with the page itself.
pub(super) fn overlay(snapshot: &Snapshot, own: &[Diagnostic]) -> String {
    let of_site = snapshot.diagnostics.items().iter();
    let errors = || own.iter().chain(of_site.clone()).filter(|diagnostic| diagnostic.severity == Severity::Error);
    let count = errors().count();
    let what = said(&message!("count-errors", count = count), snapshot);
    let good = snapshot.live.as_ref().is_some_and(|live| live.good);
    let below = match snapshot.diagnostics.has_errors() {
        true if good => message!("overlay-as-before"),
        true => message!("overlay-in-part"),
        false if own.is_empty() => message!("overlay-nothing-wrong"),
        false => message!("overlay-without-prints"),
    };
    format!(
        "<link rel=\"stylesheet\" href=\"/_samen/style.css\">\n<div class=\"box\" role=\"region\" {} \
         aria-label=\"samen\">\n<button type=\"button\">{}</button>\n<h2>{what}</h2>\n<p>{} \
         <a href=\"/_samen/\">{}</a></p>\n{}</div>\n",
        language(snapshot),
        said(&message!("overlay-hide"), snapshot),
        said(&below, snapshot),
        said(&message!("overview"), snapshot),
        list(errors(), snapshot, FixOffer::Link)
    )
}

/// All that an editor wants to know of the site.
pub(super) fn dashboard(snapshot: &Snapshot) -> String {
    let mut out = last_change(snapshot);
    let (errors, warnings) = snapshot.diagnostics.counts();
    let numbers = said(&counts(errors, warnings), snapshot);
    let _ = writeln!(out, "{}<p>{numbers}</p>", heading(&message!("overview-messages"), snapshot));
    out.push_str(&list(snapshot.diagnostics.items().iter(), snapshot, FixOffer::Button));
    let unprinted = snapshot.live.as_ref().map_or_else(Vec::new, |live| live.loaded.rendering.prints.diagnostics(None));
    if !unprinted.is_empty() {
        let lead = said(&message!("overview-unprinted-lead"), snapshot);
        let _ = writeln!(out, "{}<p>{lead}</p>", heading(&message!("overview-unprinted"), snapshot));
        out.push_str(&list(unprinted.iter(), snapshot, FixOffer::Button));
    }
    let broken = |diagnostic: &&Diagnostic| {
        matches!(diagnostic.code, Code::BrokenLink | Code::BrokenAnchor | Code::UnpublishedTarget | Code::LinkHardCoded)
    };
    let links = || snapshot.diagnostics.items().iter().filter(broken);
    let _ = writeln!(out, "{}<p>{}</p>", heading(&message!("overview-broken-links"), snapshot), links().count());
    out.push_str(&list(links(), snapshot, FixOffer::Button));
    if let Some(live) = &snapshot.live {
        out.push_str(&translations(&live.loaded.rendering.site, snapshot));
        out.push_str(&drafts(&live.loaded.rendering.site, snapshot));
        out.push_str(&by_type(live, snapshot));
    }
    page(&Message::verbatim("samen"), &out, snapshot)
}

/// A message as HTML.
pub(super) fn said(message: &Message, snapshot: &Snapshot) -> String {
    escape(&snapshot.text(message))
}

fn heading(message: &Message, snapshot: &Snapshot) -> String {
    format!("<h2>{}</h2>\n", said(message, snapshot))
}

/// A page of the server.
pub(super) fn page(title: &Message, body: &str, snapshot: &Snapshot) -> String {
    format!(
        "<!doctype html>\n<html {language}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"/_samen/style.css\">\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n\
         {body}</main>\n</body>\n</html>\n",
        language = language(snapshot),
        title = said(title, snapshot)
    )
}

fn last_change(snapshot: &Snapshot) -> String {
    let change = &snapshot.change;
    let what = message!(
        "overview-change",
        version = snapshot.version,
        files = message!("count-files", count = change.files.len()),
        texts = message!("count-texts", count = change.work.parsed),
        time = super::took(snapshot),
    );
    let shown = match &snapshot.live {
        Some(live) if live.good && snapshot.diagnostics.has_errors() => message!("overview-shown-before"),
        Some(live) if live.good => message!("overview-shown"),
        Some(_) => message!("overview-shown-errors"),
        None => message!("overview-no-site"),
    };
    let mut out = heading(&message!("overview-changed"), snapshot);
    let _ = writeln!(out, "<p>{} {}</p>", said(&what, snapshot), said(&shown, snapshot));
    if !change.files.is_empty() {
        let named: String =
            change.files.iter().take(NAMED).map(|file| format!("<li><code>{}</code></li>\n", escape(file))).collect();
        let _ = write!(out, "<ul>\n{named}</ul>\n");
    }
    out
}

fn translations(site: &Site, snapshot: &Snapshot) -> String {
    let head = |message: &Message| format!("<th scope=\"col\">{}</th>", said(message, snapshot));
    let states = TranslationStatus::ALL.iter().map(|one| head(&one.label()));
    let heads: String = std::iter::once(head(&message!("overview-language")))
        .chain(states)
        .chain([head(&message!("overview-up-to-date"))])
        .collect();
    let rows: String = site.config.languages.iter().map(|language| translation_row(site, language)).collect();
    let title = message!("overview-translations");
    format!(
        "{}<div class=\"wide\" role=\"region\" aria-label=\"{name}\" tabindex=\"0\">\n<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n",
        heading(&title, snapshot),
        name = said(&title, snapshot)
    )
}

/// How far a language is.
fn translation_row(site: &Site, language: &Language) -> String {
    let counts = site.status_counts(&language.lang, |_| true);
    let cells: String =
        TranslationStatus::ALL.iter().map(|one| format!("<td class=\"number\">{}</td>", counts.of(*one))).collect();
    format!(
        "<tr><th scope=\"row\">{} <bdi>{}</bdi></th>{cells}<td class=\"number\">{} %</td></tr>\n",
        language.lang,
        escape(&language.name),
        counts.percent()
    )
}

/// Drafts that are shown, and what is kept back.
fn drafts(site: &Site, snapshot: &Snapshot) -> String {
    let draft = said(&message!("overview-draft"), snapshot);
    let mut rows = String::new();
    for entry in &site.entries {
        for (lang, doc) in entry.docs.iter().filter(|(_, doc)| doc.draft) {
            let url = site.route_in(entry, lang).url(&site.config.base_url);
            let (url, title, file) = (escape(&url), escape(doc.meta.title()), escape(&doc.file));
            let _ = writeln!(rows, "<li><a href=\"{url}\"><bdi>{title}</bdi></a> <code>{file}</code>: {draft}</li>");
        }
    }
    for (path, why) in site.all_unpublished() {
        let why = said(&message!("overview-not-shown", why = why.message()), snapshot);
        let _ = writeln!(rows, "<li><code>{}</code>: {why}</li>", escape(path));
    }
    if rows.is_empty() {
        let _ = writeln!(rows, "<li>{}</li>", said(&message!("overview-none"), snapshot));
    }
    format!("{}<ul>\n{rows}</ul>\n", heading(&message!("overview-drafts"), snapshot))
}

fn by_type(live: &LiveSite, snapshot: &Snapshot) -> String {
    let site = &live.loaded.rendering.site;
    let mut types: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in &site.entries {
        types.entry(if entry.section { "section" } else { &entry.type_.name }).or_default().push(entry);
    }
    let mut out = heading(&message!("overview-by-type"), snapshot);
    for (name, entries) in types {
        let items: String = entries.iter().map(|entry| entry_item(site, entry)).collect();
        let _ = write!(
            out,
            "<details>\n<summary>{}: {}</summary>\n<ul>\n{items}</ul>\n</details>\n",
            escape(name),
            entries.len()
        );
    }
    out
}

/// A link to an entry in the default language.
fn entry_item(site: &Site, entry: &Entry) -> String {
    let lang = &site.config.default_language;
    let title = site.localized_doc(entry, lang).doc.meta.title();
    let url = site.route(entry, lang).url(&site.config.base_url);
    format!("<li><a href=\"{}\"><bdi>{}</bdi></a></li>\n", escape(&url), escape(title))
}

/// Diagnostics as a list, with what would mend them.
pub(super) fn list<'a>(
    diagnostics: impl Iterator<Item = &'a Diagnostic>,
    snapshot: &Snapshot,
    offer: FixOffer,
) -> String {
    let sources = Sources::shown_from(&snapshot.root);
    let mut texts = PageTexts { sources: &sources, lines: BTreeMap::new() };
    let mut out = String::new();
    let mut left = 0_usize;
    for (number, diagnostic) in diagnostics.enumerate() {
        if number < MOST {
            out.push_str(&item(diagnostic, snapshot, &mut texts, offer));
        } else {
            left += 1;
        }
    }
    if out.is_empty() {
        return String::new();
    }
    let more = said(&message!("overview-more", count = left), snapshot);
    let more = if left > 0 { format!("<p>{more}</p>\n") } else { String::new() };
    format!("<ol>\n{out}</ol>\n{more}")
}

/// The texts that diagnostics stand in, each cut into lines once for a page.
struct PageTexts<'a> {
    sources: &'a Sources,
    lines: BTreeMap<Arc<str>, Option<Lines>>,
}

fn item(diagnostic: &Diagnostic, snapshot: &Snapshot, texts: &mut PageTexts<'_>, offer: FixOffer) -> String {
    let (class, word) = match diagnostic.severity {
        Severity::Error => ("error", message!("error")),
        Severity::Warning => ("warning", message!("warning")),
    };
    let (word, words) = (said(&word, snapshot), isolated(&diagnostic.message, snapshot));
    let mut out = format!("<li><span class=\"{class}\">{word}</span> <span>{words}</span>");
    if let Some(span) = &diagnostic.at {
        out.push_str(&place(span, snapshot, texts));
    }
    if let Some(help) = &diagnostic.help {
        let _ = write!(out, "<p>{}</p>", isolated(help, snapshot));
    }
    out.push_str(&mending::offers(diagnostic, snapshot, offer));
    out.push_str("</li>\n");
    out
}

/// A message as HTML. What it names stands in backticks, may be in any script, and turns nothing around it.
fn isolated(message: &Message, snapshot: &Snapshot) -> String {
    let text = said(message, snapshot);
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return format!("<bdi>{text}</bdi>");
    }
    let isolated = |(at, part): (usize, &&str)| {
        if at % 2 == 1 { format!("<bdi>`{part}`</bdi>") } else { (*part).to_owned() }
    };
    parts.iter().enumerate().map(isolated).collect()
}

/// File, line and column, with the line itself and a way into the editor.
fn place(span: &Span, snapshot: &Snapshot, texts: &mut PageTexts<'_>) -> String {
    let PageTexts { sources, lines } = texts;
    let lines = lines.entry(Arc::clone(&span.file)).or_insert_with(|| sources.shown(&span.file).map(Lines::new));
    let (line, column, excerpt) = match lines {
        Some(lines) => {
            let (line, column) = lines.place(span.range.start as usize);
            (line, column, lines.excerpt(span.range.range()).1.to_owned())
        }
        None => (1, 1, String::new()),
    };
    let named = format!("{}:{line}:{column}", span.file);
    let named = match &snapshot.editor {
        Some(editor) => {
            let root = std::path::absolute(&snapshot.root).unwrap_or_else(|_| snapshot.root.clone());
            let path = root.join(&*span.file).to_string_lossy().replace('\\', "/");
            let address = editor
                .replace("{path}", &utf8_percent_encode(&path, PATH).to_string())
                .replace("{line}", &line.to_string())
                .replace("{column}", &column.to_string());
            format!("<a href=\"{}\">{}</a>", escape(&address), escape(&named))
        }
        None => escape(&named),
    };
    format!("<br><code dir=\"ltr\">{named}</code><pre>{}</pre>", escape(&excerpt))
}

/// A text as HTML that says what it holds: a name may not look like another one here.
pub(super) fn escape(text: &str) -> String {
    xml::escape(&visible(text))
}
