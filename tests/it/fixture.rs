//! Sites in one string. A line `//- path` starts a file; what follows up to the next such line is its content.
//!
//! What a check should find is marked in the fixture, on lines below the one that it is about:
//!
//! ```text
//! //- content/pages/a.nl.md
//! ---
//! title: A
//! ---
//! See [this](b.md).
//!     ^^^^^^^^^^^^ //~ error[broken-link]: there is no page or file
//! ```
//!
//! - The carets stand under the place that is told. One caret marks where it starts; more mark all of it, as far as it
//!   stands on that line.
//! - `//~ also: words` marks a second place of a diagnostic.
//! - `//~ error[code]: words` without carets expects a diagnostic without a place.
//! - The words are a part of the message (for `also`, of the label); they may be left out.
//!
//! Marks are taken out before the fixture is used. They are complete: what is not marked may not be found.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;
use std::sync::Arc;

use samen::diagnostic::{self, Catalog, Diagnostic, Diagnostics, Lines, Severity, Span, Style};
use samen::pipeline::{self, Request, RunControl};
use samen::render::Content;
use samen::source::Sources;

use crate::mini;

/// The day on which all sites are built, unless a test names another.
pub const TODAY: &str = "2026-06-15";

/// Settings of a site in three languages, the last of which has no text yet; more settings and files may follow.
pub const SETTINGS: &str = "//- samen.yaml
name: Proef
base_url: https://hub.example/
languages: [nl, en, ar]
default_language: nl
theme: mini
";

/// A site in memory.
#[derive(Clone)]
pub struct Hub {
    pub files: BTreeMap<String, Vec<u8>>,
    pub request: Request,
    expected: BTreeSet<Found>,
}

/// The files of a fixture and, where it has none of its own, a small `samen.yaml`, page type, home pages and theme.
pub fn hub(fixture: &str) -> Hub {
    let mut hub = bare(fixture);
    let own_home = hub.files.keys().any(|path| path.starts_with("content/_index."));
    for (path, text) in parse(mini::SITE).files {
        if !(own_home && path.starts_with("content/_index.")) {
            hub.files.entry(path).or_insert(text);
        }
    }
    hub
}

/// The files of a fixture and nothing else.
pub fn bare(fixture: &str) -> Hub {
    let parsed = parse(fixture);
    // Few fixtures have words in all their languages; those that are about them ask to be told.
    let quiet = ("checks.words-borrowed".to_owned(), "allow".to_owned());
    let request = Request {
        config: "samen.yaml".to_owned(),
        overrides: vec![quiet],
        clock: TODAY.parse().unwrap(),
        drafts: false,
        strict: false,
        pseudo: false,
    };
    Hub { files: parsed.files, request, expected: parsed.expected }
}

/// Checks a fixture and compares all that is found with what is marked.
#[track_caller]
pub fn check_diagnostics(fixture: &str) {
    hub(fixture).check_marks();
}

/// The unminified HTML of a text, as it stands on its page `pages/a` in Dutch.
#[track_caller]
pub fn body(markdown: &str) -> String {
    hub(&format!("//- content/pages/a.nl.md\n---\ntitle: A\n---\n{markdown}")).body("nl/a/index.html")
}

/// Checks the text of a page; the marks stand in it.
#[track_caller]
pub fn check_body(markdown: &str) {
    check_diagnostics(&format!("//- content/pages/a.nl.md\n---\ntitle: A\n---\n{markdown}"));
}

impl Hub {
    pub fn with(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.to_owned(), bytes.into());
        self
    }

    pub fn without(mut self, path: &str) -> Self {
        self.files.remove(path);
        self
    }

    /// Replaces a part of a file that must be there.
    #[track_caller]
    pub fn edit(self, path: &str, from: &str, to: &str) -> Self {
        let text = String::from_utf8(self.files[path].clone()).unwrap();
        assert!(text.contains(from), "`{path}` does not hold `{from}`");
        self.with(path, text.replacen(from, to, 1))
    }

    pub fn clock(mut self, day: &str) -> Self {
        self.request.clock = day.parse().unwrap();
        self
    }

    pub fn drafts(mut self) -> Self {
        self.request.drafts = true;
        self
    }

    /// Sets a key of the settings, as a flag or the environment does.
    pub fn set(mut self, key: &str, value: &str) -> Self {
        self.request.overrides.push((key.to_owned(), value.to_owned()));
        self
    }

    pub fn sources(&self) -> Sources {
        Sources::memory(self.files.clone())
    }

    pub fn check(&self) -> Diagnostics {
        let checked = pipeline::check(&self.sources(), &self.request, &RunControl::default());
        checked.expect("nobody stops a test").diagnostics
    }

    /// Codes of all that a check finds, in its order.
    pub fn codes(&self) -> Vec<&'static str> {
        self.check().items().iter().map(|d| d.code.as_str()).collect()
    }

    /// Every output as it is published.
    #[track_caller]
    pub fn outputs(&self) -> BTreeMap<String, Arc<[u8]>> {
        match pipeline::outputs(&self.sources(), &self.request) {
            Ok((outputs, _)) => outputs,
            Err(diagnostics) => panic!("the site has errors:\n{}", human(&self.sources(), &diagnostics)),
        }
    }

    /// Names of all outputs.
    #[track_caller]
    pub fn names(&self) -> Vec<String> {
        self.outputs().into_keys().collect()
    }

    /// An output as it is published.
    #[track_caller]
    pub fn output(&self, file: &str) -> String {
        let outputs = self.outputs();
        match outputs.get(file) {
            Some(bytes) => String::from_utf8(bytes.to_vec()).unwrap(),
            None => panic!("there is no `{file}` among {:#?}", outputs.keys()),
        }
    }

    /// A page as the template wrote it, before it is minified.
    #[track_caller]
    pub fn page(&self, file: &str) -> String {
        let sources = self.sources();
        let (loaded, diagnostics) = pipeline::load(&sources, &self.request).finish(Diagnostics::default());
        assert!(!diagnostics.has_errors(), "the site has errors:\n{}", human(&sources, &diagnostics));
        let rendering = loaded.expect("a site without errors is loaded").rendering;
        let Some((route, planned)) = rendering.plan.jobs.iter().find(|(route, _)| route.output() == file) else {
            let names: Vec<String> = rendering.plan.jobs.keys().map(samen::site::Route::output).collect();
            panic!("there is no `{file}` among {names:#?}")
        };
        match rendering.render(route, &planned.job) {
            Ok(Content::Bytes(bytes)) => String::from_utf8(bytes.to_vec()).unwrap(),
            Ok(Content::File(path) | Content::Picture(path, _)) => panic!("`{file}` is a copy of `{path}`"),
            Err(said) => panic!("`{file}` cannot be made:\n{}", human(&sources, &diagnostics_of(said))),
        }
    }

    /// The text of a page as HTML, without the template around it.
    #[track_caller]
    pub fn body(&self, file: &str) -> String {
        let page = self.page(file);
        let (_, rest) = page.split_once("<article>\n").expect("the theme puts the text in an article");
        rest.split_once("\n</article>").expect("the article ends").0.to_owned()
    }

    /// What the theme says of a page under a name: the lines `<li>name: …</li>` of the mini theme.
    #[track_caller]
    pub fn facts(&self, file: &str, name: &str) -> Vec<String> {
        facts(&self.page(file), name)
    }

    /// Writes all files below a folder.
    pub fn write(&self, root: &Path) {
        for (path, bytes) in &self.files {
            let path = root.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
    }

    /// Compares all that a check finds with the marks.
    #[track_caller]
    pub fn check_marks(&self) {
        let sources = self.sources();
        let diagnostics = self.check();
        let found: Vec<Found> = diagnostics.items().iter().flat_map(|d| self.found(&sources, d)).collect();
        let unexpected: Vec<&Found> =
            found.iter().filter(|found| !self.expected.iter().any(|mark| found.fits(mark))).collect();
        let missing: Vec<&Found> =
            self.expected.iter().filter(|mark| !found.iter().any(|found| found.fits(mark))).collect();
        assert!(
            unexpected.is_empty() && missing.is_empty(),
            "\nmissing:\n{}unexpected:\n{}all:\n{}",
            lines(&missing),
            lines(&unexpected),
            human(&sources, &diagnostics)
        );
        diagnostics.items().iter().for_each(check_manners);
        let published = pipeline::outputs(&sources, &self.request).is_ok();
        assert_eq!(published, !diagnostics.has_errors() || only_audit(&diagnostics), "errors stop publication");
    }

    fn found(&self, sources: &Sources, diagnostic: &Diagnostic) -> Vec<Found> {
        let kind = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let what = format!("{kind}[{}]", diagnostic.code);
        let main = Found {
            at: diagnostic.at.as_ref().map(|span| self.at(sources, span)),
            what,
            words: diagnostic.message.to_string(),
        };
        let also = diagnostic.also.iter().map(|(span, label)| Found {
            at: Some(self.at(sources, span)),
            what: "also".to_owned(),
            words: label.to_string(),
        });
        std::iter::once(main).chain(also).collect()
    }

    fn at(&self, sources: &Sources, span: &Span) -> At {
        let text = sources.shown(&span.file).unwrap_or_else(|| Arc::from(""));
        let lines = Lines::new(Arc::clone(&text));
        let (line, column) = lines.place(span.range.start as usize);
        let (_, shown, range) = lines.excerpt(span.range.range());
        At { file: span.file.to_string(), line, column, length: shown[range].chars().count().max(1) }
    }
}

/// What stands in `<li>name: …</li>` on a page.
pub fn facts(page: &str, name: &str) -> Vec<String> {
    let start = format!("<li>{name}: ");
    page.split(&start).skip(1).filter_map(|part| Some(part.split_once("</li>")?.0.trim().to_owned())).collect()
}

/// Diagnostics as people see them.
pub fn human(sources: &Sources, diagnostics: &Diagnostics) -> String {
    diagnostic::human(
        diagnostics.items(),
        &|path| sources.shown(path),
        Style { color: false, width: 120 },
        &Catalog::english(),
    )
}

fn diagnostics_of(said: Vec<Diagnostic>) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    diagnostics.extend(said);
    diagnostics
}

/// Messages start small, end without a full stop, and say something.
fn check_manners(diagnostic: &Diagnostic) {
    let message = &diagnostic.message;
    let small =
        message.to_string().starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || matches!(c, '`' | '…'));
    let named = message.to_string().starts_with("YAML")
        || message.to_string().starts_with("SOURCE_DATE_EPOCH")
        || message.to_string().starts_with("Fluent");
    assert!((small || named) && !message.to_string().ends_with('.'), "the manners of: {message}");
}

/// Whether every error is one that only the audit of a check finds.
fn only_audit(diagnostics: &Diagnostics) -> bool {
    diagnostics.items().iter().filter(|d| d.severity == Severity::Error).all(|d| d.code.as_str().starts_with("audit-"))
}

/// A place in a fixture.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct At {
    file: String,
    line: usize,
    column: usize,
    length: usize,
}

/// Something that was found, or is expected.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    at: Option<At>,
    /// `error[code]`, `warning[code]` or `also`.
    what: String,
    words: String,
}

impl Found {
    fn fits(&self, mark: &Self) -> bool {
        let place = match (&self.at, &mark.at) {
            (None, None) => true,
            (Some(at), Some(mark)) => {
                let start = (&at.file, at.line, at.column) == (&mark.file, mark.line, mark.column);
                start && (mark.length == 1 || mark.length == at.length)
            }
            _ => false,
        };
        place && self.what == mark.what && self.words.contains(&mark.words)
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.at {
            Some(At { file, line, column, length }) => write!(f, "{file}:{line}:{column}+{length}")?,
            None => f.write_str("nowhere")?,
        }
        write!(f, " {}: {}", self.what, self.words)
    }
}

fn lines(found: &[&Found]) -> String {
    found.iter().map(|found| format!("  {found}\n")).collect()
}

#[derive(Default)]
struct Parsed {
    files: BTreeMap<String, Vec<u8>>,
    expected: BTreeSet<Found>,
}

fn parse(fixture: &str) -> Parsed {
    let mut parsed = Parsed::default();
    let mut file: Option<(String, String, usize)> = None;
    for line in fixture.split_inclusive('\n') {
        if let Some(path) = line.strip_prefix("//- ") {
            parsed.close(file.take());
            file = Some((path.trim_end().to_owned(), String::new(), 0));
        } else if let Some(found) = mark(line, file.as_ref().map(|(path, _, number)| (path.as_str(), *number))) {
            parsed.expected.insert(found);
        } else if let Some((_, text, number)) = &mut file {
            text.push_str(line);
            *number += 1;
        } else {
            assert!(line.trim().is_empty(), "a fixture starts with `//- path`, not with `{line}`");
        }
    }
    parsed.close(file);
    parsed
}

impl Parsed {
    fn close(&mut self, file: Option<(String, String, usize)>) {
        if let Some((path, text, _)) = file {
            let before = self.files.insert(path.clone(), text.into_bytes());
            assert!(before.is_none(), "the fixture has `{path}` twice");
        }
    }
}

/// Reads a line as a mark; `above` is the file and the number of the line that it is about.
fn mark(line: &str, above: Option<(&str, usize)>) -> Option<Found> {
    let (carets, rest) = line.split_once("//~ ")?;
    let carets = carets.trim_end();
    let length = carets.trim_start_matches(' ').len();
    if !carets.trim_start_matches(' ').bytes().all(|b| b == b'^') {
        return None;
    }
    let (what, words) = rest.trim_end().split_once(": ").unwrap_or((rest.trim_end(), ""));
    let at = (length > 0).then(|| {
        let (file, number) = above.expect("a mark with carets stands in a file");
        At { file: file.to_owned(), line: number.max(1), column: carets.len() - length + 1, length }
    });
    Some(Found { at, what: what.to_owned(), words: words.to_owned() })
}

mod tests {
    use super::{bare, body, hub, parse};

    #[test]
    fn marks_are_read_and_taken_out() {
        let parsed =
            parse("//- a.md\none\n two\n ^^^ //~ error[x]: message\n^ //~ also: here\nthree\n//~ warning[y]: z\n");
        assert_eq!(parsed.files["a.md"], b"one\n two\nthree\n");
        let marks: Vec<String> = parsed.expected.iter().map(ToString::to_string).collect();
        assert_eq!(marks, ["nowhere warning[y]: z", "a.md:2:1+1 also: here", "a.md:2:2+3 error[x]: message"]);
    }

    #[test]
    fn a_hub_has_what_a_fixture_lacks() {
        assert_eq!(bare("//- content/pages/a.nl.md\n").files.len(), 1);
        assert_eq!(hub("//- samen.yaml\nname: x\n").files["samen.yaml"], b"name: x\n");
        assert_eq!(hub("").codes(), Vec::<&str>::new());
        assert_eq!(body("Hallo *daar*."), "<p>Hallo <em>daar</em>.</p>");
    }

    #[test]
    #[should_panic(expected = "content/pages/a.nl.md:4:1+9 error[broken-link]: there is no page or file")]
    fn what_is_not_marked_fails() {
        super::check_body("[x](b.md)\n");
    }

    #[test]
    #[should_panic(expected = "missing:\n  content/pages/a.nl.md:4:1+4 error[broken-link]: words")]
    fn what_is_marked_and_not_found_fails() {
        super::check_body("text\n^^^^ //~ error[broken-link]: words\n");
    }
}
