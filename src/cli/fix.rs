//! `samen check --fix`: makes the changes that messages carry, after showing them. Knows nothing of which there are.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal};
use std::time::Instant;

use clap::Args;
use serde_json::{Value, json};
use similar::TextDiff;

use super::build::duration;
use super::edits::refused;
use super::mark;
use super::report::{Reporter, counts};
use super::{EXIT_CONTENT, EXIT_INTERRUPTED, EXIT_USAGE, MessageFormat, Project, exit_code};
use crate::diagnostic::{self, Code, Diagnostic, Diagnostics, visible, visible_json};
use crate::edits::EditedSite;
use crate::fix::{FixReport, LeftReason, MendedText, Mender, one_fix};
use crate::message;
use crate::pipeline::{self, Checked, Request, RunControl};
use crate::source::{FileChange, Known, Sources, change_files};

/// How often the finished pages are looked at for what can be mended next; what reading shows is mended before.
const LOOKS: usize = 4;

#[derive(Debug, Args)]
pub(super) struct FixFlags {
    /// Mend what has one right mend, of these codes or of all; shows the changes first, and asks
    #[arg(long, value_name = "CODE", num_args = 0.., conflicts_with = "duties")]
    pub(super) fix: Option<Vec<String>>,
    /// With `--fix`: show the changes, and write nothing
    #[arg(long, requires = "fix")]
    dry_run: bool,
    /// With `--fix`: write without asking
    #[arg(short, long, requires = "fix", conflicts_with = "dry_run")]
    yes: bool,
}

pub(super) fn run(flags: &FixFlags, project: &Project, request: &Request, reporter: &Reporter) -> u8 {
    let started = Instant::now();
    let codes = match flags.fix.iter().flatten().map(|name| code(name)).collect::<Result<Vec<Code>, _>>() {
        Ok(codes) => codes,
        Err(diagnostic) => {
            reporter.alone(*diagnostic);
            return EXIT_USAGE;
        }
    };
    let mut unread = Diagnostics::default();
    let sources = Sources::disk(&project.root, &request.config, &Known::new(), &mut unread);
    let run = FixRun { flags, project, request, reporter, unread, started };
    let Some(found) = run.look(&sources) else { return EXIT_INTERRUPTED };
    let found = run.with_ids(found, || sources.with_replaced(BTreeMap::new(), |_| true));
    let chosen = |code: Code| codes.is_empty() || codes.contains(&code);
    if !found.items().iter().any(|item| chosen(item.code) && one_fix(item).is_some()) {
        let end = RunEnd { sources: &sources, found: &found, made: Vec::new(), left: Vec::new() };
        reporter.tell(&message!("fixes-none"));
        return run.tell(&end);
    }
    let mut mender = Mender::new(&sources, request, &chosen);
    let Some(after) = run.mend(&mut mender, &found) else { return EXIT_INTERRUPTED };
    match mender.texts() {
        Ok(texts) => run.offer(&mender, &texts, &Standing { sources: &sources, found: &found }, &after),
        Err(diagnostic) => refused(*diagnostic, &sources, reporter),
    }
}

/// The code of a name.
fn code(name: &str) -> Result<Code, Box<Diagnostic>> {
    Code::parse(name).ok_or_else(|| {
        let error = Diagnostic::error(Code::ConfigInvalid, message!("code-unknown", code = name));
        Box::new(error.suggest(name, Code::ALL.iter().map(|code| code.as_str())))
    })
}

/// One run of the command.
struct FixRun<'a> {
    flags: &'a FixFlags,
    project: &'a Project,
    request: &'a Request,
    reporter: &'a Reporter,
    /// What is wrong with the files themselves.
    unread: Diagnostics,
    started: Instant,
}

/// What there is to tell at the end.
struct RunEnd<'a> {
    sources: &'a Sources,
    found: &'a Diagnostics,
    made: Vec<&'a FixReport>,
    left: Vec<&'a FixReport>,
}

impl FixRun<'_> {
    /// All that is wrong with a site; `None` when somebody stopped it.
    fn look(&self, sources: &Sources) -> Option<Diagnostics> {
        // Without the handler of Ctrl-C that builds have: nothing is written before the question, so it may end at once.
        let Checked { mut diagnostics, levels } =
            pipeline::check(sources, self.request, &RunControl::default()).ok()?;
        diagnostics.extend(self.unread.items().iter().cloned());
        diagnostics.finish(&levels);
        Some(diagnostics)
    }

    /// What was found, with the ids that `samen mark` would give: they must be new in all that the entry ever said.
    fn with_ids(&self, found: Diagnostics, sources: impl Fn() -> Sources) -> Diagnostics {
        if found.items().iter().all(|item| item.code != Code::OutcomeMissingId) {
            return found;
        }
        let sources = sources();
        let Some(loaded) = pipeline::load(&sources, self.request).loaded else { return found };
        let site = EditedSite::new(&self.project.root, self.request.clone(), sources, loaded, Diagnostics::default());
        let mut items = found.into_vec();
        mark::with_id_fixes(&site, &mut items);
        let mut found = Diagnostics::default();
        found.extend(items);
        found
    }

    /// Mends all that can be, and gives what is wrong after it.
    fn mend(&self, mender: &mut Mender<'_>, found: &Diagnostics) -> Option<Diagnostics> {
        let mut found = found.clone();
        for _ in 0..LOOKS {
            if mender.mend(&found) == 0 {
                break;
            }
            found = self.with_ids(self.look(mender.sources())?, || mender.copied_sources());
        }
        Some(found)
    }

    /// Shows the changes and writes them where that is wanted.
    fn offer(&self, mender: &Mender<'_>, texts: &[MendedText], now: &Standing<'_>, after: &Diagnostics) -> u8 {
        let unchanged =
            RunEnd { sources: now.sources, found: now.found, made: Vec::new(), left: mender.left(now.found) };
        if texts.is_empty() {
            return self.tell(&unchanged);
        }
        if self.reporter.format() == MessageFormat::Human {
            texts.iter().for_each(|text| self.reporter.data(&diff(text)));
        }
        if self.flags.dry_run {
            let made = mender.made();
            self.reporter.tell(&message!("fixes-would-be-made", count = made.len(), files = texts.len()));
            return self.tell(&RunEnd { made, ..unchanged });
        }
        if !self.flags.yes {
            if !(io::stdin().is_terminal() && io::stderr().is_terminal()) {
                self.reporter.tell(&message!("fixes-need-yes"));
                return EXIT_USAGE;
            }
            self.reporter.tell(&message!("fixes-ask", files = texts.len()));
            if !self.reporter.hears_yes() {
                self.reporter.tell(&message!("fixes-declined"));
                return EXIT_CONTENT;
            }
        }
        let changes: Vec<FileChange> = texts.iter().map(MendedText::change).collect();
        if let Err(diagnostic) = change_files(&self.project.root, &changes) {
            return refused(*diagnostic, now.sources, self.reporter);
        }
        let made = mender.made();
        self.reporter.tell(&message!("fixes-made", count = made.len(), files = texts.len()));
        self.tell(&RunEnd { sources: mender.sources(), found: after, made, left: mender.left(after) })
    }

    /// Tells what is wrong still, and what was not mended.
    fn tell(&self, end: &RunEnd<'_>) -> u8 {
        if self.reporter.format() == MessageFormat::Json {
            self.reporter.data(&format!("{}\n", visible_json(&as_json(end))));
        } else {
            self.reporter.diagnostics(end.found, Some(end.sources));
            for report in &end.left {
                if let Some(reason) = &report.left {
                    self.reporter.tell(&left_line(report, reason, end.sources));
                }
            }
        }
        let found = counts(end.found).unwrap_or_else(|| message!("nothing-wrong"));
        self.reporter.tell(&message!("done-in", what = found, time = duration(self.started)));
        exit_code(end.found, self.request.strict)
    }
}

/// A site as it is, and what is wrong with it.
struct Standing<'a> {
    sources: &'a Sources,
    found: &'a Diagnostics,
}

/// The changes of a text, as a unified diff that shows what cannot be seen.
fn diff(text: &MendedText) -> String {
    let after = format!("{} (after)", text.file);
    let diff = TextDiff::from_lines(&text.before, &text.after);
    let lines = diff.unified_diff().context_radius(2).header(&text.file, &after).to_string();
    lines.split_inclusive('\n').map(visible).collect()
}

/// Which fix was not made, and why.
fn left_line(report: &FixReport, reason: &LeftReason, sources: &Sources) -> diagnostic::Message {
    let place = report.diagnostic.at.as_ref().map_or_else(String::new, |at| {
        let line =
            sources.shown(&at.file).map_or(1, |text| diagnostic::Lines::new(text).place(at.range.range().start).0);
        format!("{}:{line}", at.file)
    });
    message!("fix-left", place = place, message = report.diagnostic.message.clone(), reason = reason.message())
}

/// The messages, with what was made and what was left.
fn as_json(end: &RunEnd<'_>) -> Value {
    let shown = |file: &str| end.sources.shown(file);
    let mut object = diagnostic::json(end.found.items(), &shown);
    object["fixed"] = end.made.iter().map(|report| report_json(report)).collect();
    object["left"] = end.left.iter().map(|report| report_json(report)).collect();
    object
}

fn report_json(report: &FixReport) -> Value {
    let mut object = json!({
        "code": report.diagnostic.code.to_string(), "file": report.diagnostic.at.as_ref().map(|at| &*at.file),
        "message": report.diagnostic.message.to_string(), "title": report.fix.title.to_string(),
    });
    if let Some(reason) = &report.left {
        object["reason"] = json!(reason.message().to_string());
    }
    object
}
