//! `samen build`

use std::path::Path;
use std::time::Instant;

use clap::Args;

use super::output::OutputFlags;
use super::report::{Reporter, counts};
use super::{EXIT_CONTENT, EXIT_ENVIRONMENT, EXIT_HELD_BACK, EXIT_INTERRUPTED, EXIT_OK, Project, progress};
use crate::diagnostic::{Code, Diagnostics, Message};
use crate::message;
use crate::pipeline::{self, Built, Request, RunFailure};
use crate::source::Sources;

#[derive(Debug, Args)]
pub(super) struct BuildFlags {
    #[command(flatten)]
    output: OutputFlags,
    /// Address of the site, instead of that of the settings
    #[arg(short = 'u', long, value_name = "URL")]
    base_url: Option<String>,
    /// Publish drafts, and what is not due yet
    #[arg(long)]
    drafts: bool,
    /// Warnings stop publication
    #[arg(long)]
    strict: bool,
    /// Leave pages with errors as they were published last, and publish all others
    #[arg(long)]
    hold_back: bool,
    /// Make the pseudo-languages too: en-XA with long words in accents, ar-XB from right to left
    #[arg(long)]
    pseudo: bool,
    /// List the addresses of an entry that has left the site, to purge them from caches and search engines
    #[arg(long, value_name = "ENTRY", num_args = 1.., value_hint = clap::ValueHint::AnyPath)]
    retract: Vec<String>,
}

pub(super) fn run(flags: &BuildFlags, project: &Project, reporter: &Reporter) -> u8 {
    let started = Instant::now();
    let folder = match flags.output.open(project, reporter) {
        Ok(folder) => folder,
        Err(code) => return code,
    };
    let request = project.request(flags.drafts, flags.strict, flags.base_url.as_ref());
    let request = Request { pseudo: flags.pseudo, ..request };
    let build = if flags.hold_back { pipeline::build_holding_back } else { pipeline::build };
    let result = progress::watched(reporter, |watch| build(&project.root, &folder, &request, watch));
    let report = BuildReport { project, reporter, aside: !flags.retract.is_empty() };
    let code = report.tell(result, started, folder.path());
    if flags.retract.is_empty() || code == EXIT_INTERRUPTED {
        return code;
    }
    // What a failing build took away has addresses too.
    match pipeline::retract(&project.root, &folder, &request, &flags.retract) {
        Ok(addresses) => {
            reporter.data(&addresses.into_iter().map(|address| address + "\n").collect::<String>());
            code
        }
        Err(diagnostics) => {
            report.show(&diagnostics);
            code.max(EXIT_CONTENT)
        }
    }
}

/// How the end of a build is told.
struct BuildReport<'a> {
    project: &'a Project,
    reporter: &'a Reporter,
    /// Whether standard output is for data.
    aside: bool,
}

impl BuildReport<'_> {
    fn show(&self, diagnostics: &Diagnostics) {
        // For showing lines only: nothing is parsed again.
        let sources = Sources::shown_from(&self.project.root);
        if self.aside {
            self.reporter.diagnostics_aside(diagnostics, Some(&sources));
        } else {
            self.reporter.diagnostics(diagnostics, Some(&sources));
        }
    }

    fn tell(&self, result: Result<Built, (RunFailure, Diagnostics)>, started: Instant, folder: &Path) -> u8 {
        let reporter = self.reporter;
        match result {
            Ok(built) => {
                self.show(&built.diagnostics);
                reporter.tell(&closing(&built, started));
                if reporter.verbose {
                    let folder = folder.display().to_string();
                    reporter.tell(&message!("made-anew", count = built.rendered, folder = folder));
                }
                if let Some(why) = &built.forgotten {
                    reporter.tell(&message!("memory-refused", why = why));
                }
                if built.held_back.is_empty() {
                    return EXIT_OK;
                }
                let (held, count) = (&built.held_back, built.held_back.len());
                reporter.tell(&message!("build-held-back", entries = held.clone(), count = count));
                EXIT_HELD_BACK
            }
            Err((RunFailure::Interrupted, _)) => {
                reporter.tell(&message!("interrupted"));
                EXIT_INTERRUPTED
            }
            Err((failure, diagnostics)) => {
                self.show(&diagnostics);
                let found = counts(&diagnostics).unwrap_or_else(|| message!("count-nothing"));
                let (end, code) = match failure {
                    RunFailure::Content if diagnostics.items().iter().any(|found| found.code == Code::TakenDown) => {
                        (message!("taken-down-only"), EXIT_CONTENT)
                    }
                    RunFailure::Content => (message!("nothing-published"), EXIT_CONTENT),
                    RunFailure::Unfinished => (message!("new-in-part"), EXIT_ENVIRONMENT),
                    _ => (message!("nothing-published"), EXIT_ENVIRONMENT),
                };
                reporter.tell(&message!("both", first = found, second = end));
                code
            }
        }
    }
}

fn closing(built: &Built, started: Instant) -> Message {
    let written = built.written;
    let made = message!(
        "built",
        pages = message!("count-pages", count = built.pages),
        files = message!("count-files", count = written.new + written.changed + written.same),
        new = written.new,
        changed = written.changed,
        removed = written.removed,
        same = written.same,
    );
    let done = message!("done-in", what = made, time = duration(started));
    match counts(&built.diagnostics) {
        Some(found) => message!("both", first = done, second = found),
        None => done,
    }
}

/// How long something took.
pub(super) fn duration(started: Instant) -> Message {
    // In tenths of a second, rounded.
    let (millis, tenths) = (started.elapsed().as_millis(), (started.elapsed().as_millis() + 50) / 100);
    let number = |value: u128| u64::try_from(value).unwrap_or(u64::MAX);
    if millis >= 1_000 {
        message!("seconds", whole = number(tenths / 10), tenth = number(tenths % 10))
    } else {
        message!("milliseconds", count = number(millis))
    }
}
