//! `samen new`: what a command adds to a site.

mod outcome;

use clap::{Args, Subcommand};

use super::Project;
use super::report::Reporter;

#[derive(Debug, Args)]
pub(super) struct NewFlags {
    #[command(subcommand)]
    what: NewCommand,
}

#[derive(Debug, Subcommand)]
enum NewCommand {
    /// Add a decision, action or other outcome to the notes of an entry
    Outcome(outcome::NewOutcomeFlags),
}

pub(super) fn run(flags: &NewFlags, project: &Project, reporter: &Reporter) -> u8 {
    match &flags.what {
        NewCommand::Outcome(flags) => outcome::run(flags, project, reporter),
    }
}
