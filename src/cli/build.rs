//! `samen build`

use std::path::Path;
use std::time::Instant;

use clap::Args;

use super::output::OutputFlags;
use super::report::{Reporter, counts};
use super::{EXIT_CONTENT, EXIT_ENVIRONMENT, EXIT_HELD_BACK, EXIT_INTERRUPTED, EXIT_OK, Project, progress};
use crate::diagnostic::{Code, Diagnostics};
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
                reporter.say(&closing(&built, started));
                if reporter.verbose {
                    reporter.say(&format!("{} outputs were made anew, into {}", built.rendered, folder.display()));
                }
                if let Some(why) = &built.forgotten {
                    reporter.say(&format!("the next build will make everything anew, because `.samen` refuses: {why}"));
                }
                if built.held_back.is_empty() {
                    return EXIT_OK;
                }
                let (held, count) = (&built.held_back, built.held_back.len());
                reporter.tell(&message!("build-held-back", entries = held.clone(), count = count));
                EXIT_HELD_BACK
            }
            Err((RunFailure::Interrupted, _)) => {
                reporter.say("interrupted; the site is as it was");
                EXIT_INTERRUPTED
            }
            Err((failure, diagnostics)) => {
                self.show(&diagnostics);
                let found = counts(&diagnostics).unwrap_or_else(|| "nothing".to_owned());
                let (end, code) = match failure {
                    RunFailure::Content if diagnostics.items().iter().any(|found| found.code == Code::TakenDown) => {
                        ("nothing new was published; what must not be public any more was taken away", EXIT_CONTENT)
                    }
                    RunFailure::Content => ("nothing was published, the site is as it was", EXIT_CONTENT),
                    RunFailure::Unfinished => {
                        ("the site may be new in part: build again, everything is then made anew", EXIT_ENVIRONMENT)
                    }
                    _ => ("nothing was published, the site is as it was", EXIT_ENVIRONMENT),
                };
                reporter.say(&format!("{found}; {end}"));
                code
            }
        }
    }
}

fn closing(built: &Built, started: Instant) -> String {
    let written = built.written;
    let found = counts(&built.diagnostics).map_or_else(String::new, |found| format!("; {found}"));
    format!(
        "{} pages, {} files: {} new, {} changed, {} removed, {} same, in {}{found}",
        built.pages,
        written.new + written.changed + written.same,
        written.new,
        written.changed,
        written.removed,
        written.same,
        duration(started),
    )
}

pub(super) fn duration(started: Instant) -> String {
    let elapsed = started.elapsed();
    if elapsed.as_secs() >= 1 {
        format!("{:.1} s", elapsed.as_secs_f64())
    } else {
        format!("{} ms", elapsed.as_millis())
    }
}
