//! The pages on messages in the guide, made from the codes, their words and the examples in `tests/diagnostics/`. What a
//! person wrote on such a page stays: its sections, their words, and which codes stand in which section, in which order.
//! `WRITE_GUIDE=1 cargo test --test it guide_messages` writes the rest; without it the pages are compared.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use samen::diagnostic::{self, Catalog, Code, Diagnostic, Message, Severity, Style};
use samen::message;
use samen::source::Sources;

use crate::fixture::{Hub, hub};

/// A page of the guide: its file, its language and what stands before the level, what is wrong, how to mend it, the example,
/// another file of it and the message.
const PAGES: &[(&str, &str, [&str; 6])] = &[
    ("docs/diagnostics.md", "en", ["Level", "What is wrong", "How to mend it", "For example", "and", "samen says"]),
    ("docs/diagnostics.nl.md", "nl", ["Niveau", "Wat er mis is", "Wat u doet", "Bijvoorbeeld", "en", "samen zegt"]),
];

/// Columns of a message on a page.
const WIDTH: usize = 110;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Codes that no text of a site in memory causes, each with a message of it and the reason.
#[allow(clippy::too_many_lines, reason = "one row for each code")]
fn alone(code: Code) -> Option<(Message, &'static str)> {
    let found = match code {
        Code::AddressRemoved => (
            message!(
                "entry-other-address",
                name = "pages/tolk",
                lost = message!("address-nowhere", address = "/nl/tolk/")
            ),
            "needs an earlier build",
        ),
        Code::AuditLeak => (message!("leak", place = "content/pages/a.nl.md"), "needs a mistake in samen itself"),
        Code::AuditMetadata => (message!("picture-holds", what = Message::verbatim("EXIF")), "needs a picture"),
        Code::ConvertLeftOut => {
            (message!("not-carried-over", what = message!("left-equations")), "needs a document of a word processor")
        }
        Code::ConvertRefused => (message!("convert-locked"), "needs a document of a word processor"),
        Code::ExchangeInvalid => (message!("packet-xliff-1"), "needs a packet of texts"),
        Code::ExchangePlaceholder => (
            message!("packet-mark-missing", id = 1_usize, mark = Message::verbatim("`[…](…)`")),
            "needs a packet of texts",
        ),
        Code::FlyerFont => (
            message!("print-script-without-font", script = "Tibetan", file = "NotoSansTibetan"),
            "needs a theme with fonts",
        ),
        Code::FlyerGlyph => {
            (message!("print-sign-without-font", sign = "Ꜳ", code = "A732", lang = "nl"), "needs a theme with fonts")
        }
        Code::FlyerOverflow => (
            message!("print-too-long", panel = "summary", layout = "flyer", millimetres = "12"),
            "needs a theme with fonts",
        ),
        Code::FlyerTemplate => (
            message!("layout-says", layout = "flyer", said = Message::verbatim("unknown variable: titel")),
            "needs a theme with fonts",
        ),
        Code::GlyphMissing => {
            (message!("glyph-in-no-font", sign = "Ꜳ", code = "A732", lang = "nl"), "needs a theme with fonts")
        }
        Code::HeldBack => (message!("held-back-as-published", entry = "pages/tolk"), "needs an earlier build"),
        Code::HistoryMissing => (message!("git-not-run"), "needs a computer without Git"),
        Code::ImageLocation => (message!("picture-tells-place"), "needs a photo"),
        Code::ImportRefused => (message!("import-folder-empty"), "needs a site of another generator"),
        Code::OutcomeReused => (
            message!(
                "outcome-reused",
                id = "a1",
                stood =
                    message!("outcome-stood", when = message!("in-last-build"), text = "Wij bellen", line = 5_usize)
            ),
            "needs an earlier build",
        ),
        Code::OutcomeVanished => (
            message!(
                "outcome-vanished",
                id = "a1",
                stood =
                    message!("outcome-stood", when = message!("in-last-build"), text = "Wij bellen", line = 5_usize)
            ),
            "needs an earlier build",
        ),
        Code::OutputBusy => (
            message!("output-busy", path = "public", owner = message!("build-started-elsewhere")),
            "needs another process",
        ),
        Code::OutputFailed => (
            message!("output-unwritable", path = "public", why = message!("system-no-space")),
            "needs a disk that is full",
        ),
        Code::OutputRefused => (
            message!("output-no-folder", path = "docs", why = message!("output-holds-foreign", name = "start.md")),
            "needs a folder on a disk",
        ),
        Code::RetractRefused => (message!("retract-still-public", path = "pages/tolk"), "needs an earlier build"),
        Code::StillPublic => (
            message!("still-public", name = "pages/tolk", why = message!("hidden-closed")),
            "needs a folder that cannot be written to",
        ),
        Code::TakenDown => (
            message!(
                "left-site",
                name = "pages/tolk",
                why = message!("hidden-expired"),
                files = message!("so-many-files", count = 2_usize)
            ),
            "needs an earlier build",
        ),
        Code::ThemeOutdated => (
            message!("copy-outdated", theme = "hub", version = "0.0.1"),
            "needs a copy of another version of the program",
        ),
        Code::PdfUnreadable => (message!("pdf-unreadable"), "needs a file of bytes"),
        Code::WordsBorrowed => (
            message!(
                "words-borrowed",
                lang = "nl",
                lacks = message!("lacks-labels", borrowed = 2_usize, total = 9_usize)
            ),
            "needs no site: all others keep quiet about it",
        ),
        _ => return None,
    };
    Some(found)
}

/// Codes of which the page shows no message, with the reason: their words say what the system or the program did.
const SILENT: &[(Code, &str)] = &[
    (Code::FileChanged, "needs another program that changes files meanwhile"),
    (Code::FileNotUtf8, "needs bytes that are no text"),
    (Code::FileTooLarge, "needs a file of a megabyte"),
    (Code::FileUnreadable, "needs a disk with permissions"),
    (Code::HiddenFile, "needs the folder of a site"),
    (Code::InternalError, "needs a mistake in samen itself"),
    (Code::PlaceOutside, "needs the map of a theme"),
    (Code::ServeRefused, "needs a port that is taken"),
    (Code::StrayFile, "needs the folder of a site"),
    (Code::SystemLimit, "needs a system without memory"),
    (Code::TextTooLarge, "needs a text of megabytes"),
    (Code::TranslationHashUnknown, "needs a repository of Git"),
];

fn is_silent(code: Code) -> bool {
    SILENT.iter().any(|(silent, _)| *silent == code)
}

/// An example: a fixture whose files stand on the page, but for those behind `//.`, which set the scene. Files
/// that every fixture has are taken out by `//! without path`.
struct Example {
    hub: Hub,
    shown: Vec<(String, String)>,
}

impl Example {
    fn of(code: Code) -> Option<Self> {
        let text = fs::read_to_string(root().join(format!("tests/diagnostics/{code}.txt"))).ok()?;
        let mut shown: Vec<(String, String)> = Vec::new();
        let mut is_shown = false;
        let mut without = Vec::new();
        for line in text.split_inclusive('\n') {
            if let Some(paths) = line.strip_prefix("//! without ") {
                without.extend(paths.split_whitespace());
            } else if line.starts_with("//- ") || line.starts_with("//. ") {
                is_shown = line.starts_with("//- ");
                if is_shown {
                    shown.push((line[4..].trim_end().to_owned(), String::new()));
                }
            } else if let (true, Some((_, text))) = (is_shown, shown.last_mut()) {
                text.push_str(line);
            }
        }
        let fixture: String = text.split_inclusive('\n').filter(|line| !line.starts_with("//! ")).collect();
        let hub = without.iter().fold(hub(&fixture.replace("//. ", "//- ")), |hub, path| hub.without(path));
        Some(Self { hub, shown })
    }

    fn found(&self, code: Code) -> (Sources, Vec<Diagnostic>) {
        let found = self.hub.check().items().iter().filter(|one| one.code == code).take(1).cloned().collect();
        (self.hub.sources(), found)
    }
}

/// What stands below the heading of a code.
fn entry(code: Code, catalog: &Catalog, words: &[&str; 6]) -> String {
    let [level, wrong, mend, example, and, says] = words;
    let severity = match code.severity() {
        Severity::Error => message!("error"),
        Severity::Warning => message!("warning"),
    };
    let star = if code.is_adjustable() { " \\*" } else { "" };
    let said = |message: Message| message.text(catalog);
    let mut out = format!("- {level}: {}{star}\n", said(severity));
    let _ = write!(out, "- {wrong}: {}\n- {mend}: {}\n", said(code.describe()), said(code.remedy()));
    let shown = match (Example::of(code), alone(code)) {
        (Some(found), _) => {
            for (index, (path, text)) in found.shown.iter().enumerate() {
                let example = if index == 0 { example } else { and };
                let text: String = text.lines().map(|line| format!("{}\n", diagnostic::visible(line))).collect();
                let fence = if text.contains("```") { "````" } else { "```" };
                let kind = path.rsplit('.').next().filter(|_| path.contains('.')).unwrap_or("text");
                let _ =
                    write!(out, "\n{example}, `{path}`:\n\n{fence}{kind}\n{}\n{fence}\n", text.trim_end_matches('\n'));
            }
            let (sources, found) = found.found(code);
            human(&found, &sources, catalog)
        }
        (None, Some((message, _))) => {
            let made = match code.severity() {
                Severity::Error => Diagnostic::error(code, message),
                Severity::Warning => Diagnostic::warning(code, message),
            };
            human(&[made], &Sources::memory([]), catalog)
        }
        (None, None) => return out,
    };
    let _ = write!(out, "\n{says}:\n\n```text\n{shown}\n```\n");
    out
}

fn human(items: &[Diagnostic], sources: &Sources, catalog: &Catalog) -> String {
    let style = Style { color: false, width: WIDTH };
    let text = diagnostic::human(items, &|path| sources.shown(path), style, catalog);
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

/// The code that a heading of a page names.
fn named(line: &str) -> Option<Code> {
    Code::parse(line.strip_prefix("### `")?.strip_suffix('`')?)
}

/// The page with all that is made.
fn made(page: &str, catalog: &Catalog, words: &[&str; 6]) -> String {
    let mut out = String::new();
    let mut is_made = false;
    let mut open = None;
    for line in page.lines() {
        // What stands between fences is an example, which may have headings of its own.
        let fence = line.len() - line.trim_start_matches('`').len();
        match open {
            Some(length) if fence >= length && line.len() == fence => open = None,
            None if fence >= 3 => open = Some(fence),
            _ => {}
        }
        if open.is_some() {
            if !is_made {
                let _ = writeln!(out, "{line}");
            }
        } else if let Some(code) = named(line) {
            let _ = write!(out, "{line}\n\n{}\n", entry(code, catalog, words));
            is_made = true;
        } else if line.starts_with("## ") || !is_made {
            is_made = false;
            let _ = writeln!(out, "{line}");
        }
    }
    format!("{}\n", out.trim_end())
}

#[test]
fn the_pages_on_messages_say_what_the_program_says() {
    for (file, tag, words) in PAGES {
        let catalog = Catalog::of(tag).unwrap();
        let path = root().join(file);
        let page = fs::read_to_string(&path).unwrap();
        let made = made(&page, &catalog, words);
        if std::env::var_os("WRITE_GUIDE").is_some() {
            fs::write(&path, &made).unwrap();
            continue;
        }
        let differ = page.lines().zip(made.lines()).enumerate().find(|(_, (one, other))| one != other);
        let same = page == made;
        assert!(
            same,
            "{file} is old, see {differ:?}: `WRITE_GUIDE=1 cargo test --test it guide_messages` writes it anew"
        );
    }
}

#[test]
fn the_pages_on_messages_name_every_code_once_and_in_the_same_order() {
    let codes = |file: &str| -> Vec<Code> {
        fs::read_to_string(root().join(file)).unwrap().lines().filter_map(named).collect()
    };
    let english = codes(PAGES[0].0);
    let all: BTreeSet<Code> = english.iter().copied().collect();
    let missing: Vec<&Code> = Code::ALL.iter().filter(|code| !all.contains(code)).collect();
    assert!(missing.is_empty(), "add a heading such as `### `{missing:?}`` to the section of a page where it belongs");
    assert_eq!(english.len(), Code::ALL.len(), "a code stands twice");
    assert_eq!(english, codes(PAGES[1].0));
}

#[test]
fn every_code_has_an_example_that_causes_it_and_nothing_else() {
    let mut wrong = Vec::new();
    for code in Code::ALL.iter().copied() {
        let Some(example) = Example::of(code) else {
            if alone(code).is_none() && !is_silent(code) {
                wrong.push(format!("`{code}` has no example: write tests/diagnostics/{code}.txt"));
            }
            continue;
        };
        let found = example.hub.check();
        let others: BTreeSet<Code> = found.items().iter().map(|one| one.code).filter(|other| *other != code).collect();
        if found.items().is_empty() || !others.is_empty() || !example.hub.codes().contains(&code.as_str()) {
            wrong.push(format!("tests/diagnostics/{code}.txt gives {:?}", example.hub.codes()));
        }
        if alone(code).is_some() || is_silent(code) {
            wrong.push(format!("`{code}` has an example, and is in a list of those without"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_code_without_an_example_says_why() {
    for code in Code::ALL.iter().copied() {
        assert!(alone(code).is_none_or(|(_, why)| why.starts_with("needs ")), "{code}");
    }
    assert!(SILENT.iter().all(|(_, why)| why.starts_with("needs ")));
}
