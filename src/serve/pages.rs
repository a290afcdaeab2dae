//! The pages of the server itself: what is wrong, and the overview. Plain HTML without anything inline; all that comes
//! from files is escaped. Knows nothing of connections.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::dev_server::{LiveSite, Snapshot};
use super::mending::{self, FixOffer};
use crate::config::Language;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Lines, Severity, Span, visible};
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
pub(super) fn problems(title: &str, lead: &str, diagnostics: &Diagnostics, snapshot: &Snapshot) -> String {
    page(title, &format!("<p>{}</p>\n{}", escape(lead), list(diagnostics.items().iter(), snapshot, FixOffer::Link)))
}

/// The box over a page while there are errors: those of the site, and what is wrong with the page itself.
pub(super) fn overlay(snapshot: &Snapshot, own: &[Diagnostic]) -> String {
    let of_site = snapshot.diagnostics.items().iter();
    let errors = || own.iter().chain(of_site.clone()).filter(|diagnostic| diagnostic.severity == Severity::Error);
    let count = errors().count();
    let what = if count == 1 { "1 error".to_owned() } else { format!("{count} errors") };
    let good = snapshot.live.as_ref().is_some_and(|live| live.good);
    let below = match snapshot.diagnostics.has_errors() {
        true if good => "Below is the site as it was before.",
        true => "Below is what can be shown of the site.",
        false if own.is_empty() => "Nothing is wrong.",
        false => "Below is the page without what cannot be printed.",
    };
    format!(
        "<link rel=\"stylesheet\" href=\"/_samen/style.css\">\n<div class=\"box\" role=\"region\" lang=\"en\" \
         aria-label=\"samen\">\n<button type=\"button\">Hide</button>\n<h2>{what}</h2>\n<p>{below} \
         <a href=\"/_samen/\">Overview</a></p>\n{}</div>\n",
        list(errors(), snapshot, FixOffer::Link)
    )
}

/// All that an editor wants to know of the site.
pub(super) fn dashboard(snapshot: &Snapshot) -> String {
    let mut out = last_change(snapshot);
    let (errors, warnings) = snapshot.diagnostics.counts();
    let _ = write!(out, "<h2>Messages</h2>\n<p>{errors} errors, {warnings} warnings</p>\n");
    out.push_str(&list(snapshot.diagnostics.items().iter(), snapshot, FixOffer::Button));
    let unprinted = snapshot.live.as_ref().map_or_else(Vec::new, |live| live.loaded.rendering.prints.diagnostics(None));
    if !unprinted.is_empty() {
        let _ = write!(out, "<h2>Prints that cannot be made</h2>\n<p>Among those that were asked for.</p>\n");
        out.push_str(&list(unprinted.iter(), snapshot, FixOffer::Button));
    }
    let broken = |diagnostic: &&Diagnostic| {
        matches!(diagnostic.code, Code::BrokenLink | Code::BrokenAnchor | Code::UnpublishedTarget | Code::LinkHardCoded)
    };
    let links = || snapshot.diagnostics.items().iter().filter(broken);
    let _ = write!(out, "<h2>Broken links</h2>\n<p>{}</p>\n", links().count());
    out.push_str(&list(links(), snapshot, FixOffer::Button));
    if let Some(live) = &snapshot.live {
        out.push_str(&translations(&live.loaded.rendering.site));
        out.push_str(&drafts(&live.loaded.rendering.site));
        out.push_str(&by_type(live));
    }
    page("samen", &out)
}

pub(super) fn page(title: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"/_samen/style.css\">\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n\
         {body}</main>\n</body>\n</html>\n",
        title = escape(title)
    )
}

fn last_change(snapshot: &Snapshot) -> String {
    let change = &snapshot.change;
    let mut out = format!(
        "<h2>What changed last</h2>\n<p>Change {}: {} files changed, {} texts read, in {} ms. ",
        snapshot.version,
        change.files.len(),
        change.work.parsed,
        change.took.as_millis()
    );
    out.push_str(match &snapshot.live {
        Some(live) if live.good && snapshot.diagnostics.has_errors() => {
            "The site is shown as it was before the errors."
        }
        Some(live) if live.good => "The site is shown as it is.",
        Some(_) => "The site is shown with its errors.",
        None => "There is no site to show yet.",
    });
    out.push_str("</p>\n");
    if !change.files.is_empty() {
        let named: String =
            change.files.iter().take(NAMED).map(|file| format!("<li><code>{}</code></li>\n", escape(file))).collect();
        let _ = write!(out, "<ul>\n{named}</ul>\n");
    }
    out
}

fn translations(site: &Site) -> String {
    let heads: String =
        TranslationStatus::ALL.iter().map(|one| format!("<th scope=\"col\">{}</th>", one.word())).collect();
    let rows: String = site.config.languages.iter().map(|language| translation_row(site, language)).collect();
    format!(
        "<h2>Translations</h2>\n<table>\n<thead><tr><th scope=\"col\">language</th>{heads}<th scope=\"col\">up to \
         date</th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
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
fn drafts(site: &Site) -> String {
    let mut rows = String::new();
    for entry in &site.entries {
        for (lang, doc) in entry.docs.iter().filter(|(_, doc)| doc.draft) {
            let url = site.route_in(entry, lang).url(&site.config.base_url);
            let (url, title, file) = (escape(&url), escape(doc.meta.title()), escape(&doc.file));
            let _ = writeln!(rows, "<li><a href=\"{url}\"><bdi>{title}</bdi></a> <code>{file}</code>: a draft</li>");
        }
    }
    for (path, why) in site.all_unpublished() {
        let _ = writeln!(rows, "<li><code>{}</code>: not shown, {}</li>", escape(path), escape(&why.to_string()));
    }
    if rows.is_empty() {
        rows.push_str("<li>none</li>\n");
    }
    format!("<h2>Drafts, and what is not published</h2>\n<ul>\n{rows}</ul>\n")
}

fn by_type(live: &LiveSite) -> String {
    let site = &live.loaded.rendering.site;
    let mut types: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in &site.entries {
        types.entry(if entry.section { "section" } else { &entry.type_.name }).or_default().push(entry);
    }
    let mut out = "<h2>Pages by type</h2>\n".to_owned();
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
    let mut left = 0;
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
    let more = if left > 0 { format!("<p>and {left} more</p>\n") } else { String::new() };
    format!("<ol>\n{out}</ol>\n{more}")
}

/// The texts that diagnostics stand in, each cut into lines once for a page.
struct PageTexts<'a> {
    sources: &'a Sources,
    lines: BTreeMap<Arc<str>, Option<Lines>>,
}

fn item(diagnostic: &Diagnostic, snapshot: &Snapshot, texts: &mut PageTexts<'_>, offer: FixOffer) -> String {
    let word = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let mut out =
        format!("<li><span class=\"{word}\">{word}</span> <bdi>{}</bdi>", escape(&diagnostic.message.to_string()));
    if let Some(span) = &diagnostic.at {
        out.push_str(&place(span, snapshot, texts));
    }
    if let Some(help) = &diagnostic.help {
        let _ = write!(out, "<p>{}</p>", escape(&help.to_string()));
    }
    out.push_str(&mending::offers(diagnostic, snapshot, offer));
    out.push_str("</li>\n");
    out
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
    format!("<br><code>{named}</code><pre>{}</pre>", escape(&excerpt))
}

/// A text as HTML that says what it holds: a name may not look like another one here.
pub(super) fn escape(text: &str) -> String {
    xml::escape(&visible(text))
}
