//! `samen check`

use std::time::Instant;

use clap::Args;

use super::build::duration;
use super::fix::{self, FixFlags};
use super::report::{Reporter, counts};
use super::{EXIT_INTERRUPTED, Project, duties, exit_code, progress};
use crate::diagnostic::Diagnostics;
use crate::message;
use crate::pipeline::{self, Checked};
use crate::source::{Known, Sources};

#[derive(Debug, Args)]
pub(super) struct CheckFlags {
    /// Check drafts too, and what is not due yet
    #[arg(long)]
    drafts: bool,
    /// Warnings count as errors
    #[arg(long)]
    strict: bool,
    /// List what laws and rules of the area ask of the site, and what of that is missing
    #[arg(long, conflicts_with_all = ["drafts", "strict"])]
    duties: bool,
    #[command(flatten)]
    mending: FixFlags,
}

pub(super) fn run(flags: &CheckFlags, project: &Project, reporter: &Reporter) -> u8 {
    if flags.duties {
        return duties::run(project, reporter);
    }
    let started = Instant::now();
    let request = project.request(flags.drafts, flags.strict, None);
    if flags.mending.fix.is_some() {
        return fix::run(&flags.mending, project, &request, reporter);
    }
    let mut found = Diagnostics::default();
    let sources = Sources::disk(&project.root, &request.config, &Known::new(), &mut found);
    let Ok(checked) = progress::watched(reporter, |control| pipeline::check(&sources, &request, control)) else {
        return EXIT_INTERRUPTED;
    };
    let Checked { mut diagnostics, levels } = checked;
    diagnostics.append(found);
    diagnostics.finish(&levels);
    reporter.diagnostics(&diagnostics, Some(&sources));
    let found = counts(&diagnostics).unwrap_or_else(|| message!("nothing-wrong"));
    reporter.tell(&message!("done-in", what = found, time = duration(started)));
    exit_code(&diagnostics, flags.strict)
}
