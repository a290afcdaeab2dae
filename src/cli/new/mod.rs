//! `samen new`: what a command adds to a site.

mod entry;
mod form;
mod kind;
mod language;
mod outcome;

use clap::{Args, Subcommand};

use super::Project;
use super::report::Reporter;

#[derive(Debug, Args)]
#[command(
    override_usage = "samen new <TYPE> <NAME> [--from <FILE>] [--language <LANG>] [--translate <LANGS>]\n       samen new outcome <ENTRY> <KIND> <TEXT> [OPTIONS]\n       samen new type <NAME> [--extends <TYPE>] [--folder <FOLDER>]\n       samen new language <TAG> [--fallback <LANG>]",
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true
)]
pub(super) struct NewFlags {
    #[command(subcommand)]
    what: Option<NewCommand>,
    #[command(flatten)]
    entry: Option<entry::NewEntryFlags>,
}

#[derive(Debug, Subcommand)]
enum NewCommand {
    /// Add a decision, action or other outcome to the notes of an entry
    Outcome(outcome::NewOutcomeFlags),
    /// Declare a type, made of a base type of the theme or from nothing
    Type(kind::NewTypeFlags),
    /// Add a language to the settings
    Language(language::NewLanguageFlags),
}

pub(super) fn run(flags: &NewFlags, project: &Project, reporter: &Reporter) -> u8 {
    match (&flags.what, &flags.entry) {
        (Some(NewCommand::Outcome(flags)), _) => outcome::run(flags, project, reporter),
        (Some(NewCommand::Type(flags)), _) => kind::run(flags, project, reporter),
        (Some(NewCommand::Language(flags)), _) => language::run(flags, project, reporter),
        (None, Some(flags)) => entry::run(flags, project, reporter),
        // The parser asks for one of them.
        (None, None) => super::EXIT_USAGE,
    }
}
