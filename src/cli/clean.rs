//! `samen clean`

use std::path::PathBuf;

use clap::Args;

use super::report::Reporter;
use super::{EXIT_CONTENT, EXIT_ENVIRONMENT, EXIT_OK, Project};
use crate::cache;
use crate::diagnostic::{Code, Diagnostic};
use crate::output::OutputDir;

#[derive(Debug, Args)]
pub(super) struct CleanFlags {
    /// The output folder [default: public, in the root]
    #[arg(short, long, value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    output: Option<PathBuf>,
}

pub(super) fn run(flags: &CleanFlags, project: &Project, reporter: &Reporter) -> u8 {
    let output = flags.output.clone().unwrap_or_else(|| project.root.join("public"));
    let folder = match OutputDir::open(&project.root, &output) {
        Ok(folder) => folder,
        Err(diagnostic) => {
            reporter.alone(*diagnostic);
            return EXIT_CONTENT;
        }
    };
    match folder.clean().and_then(|count| cache::clear(&project.root).map(|()| count)) {
        Ok(count) => {
            reporter.say(&format!("{count} files removed"));
            EXIT_OK
        }
        Err(error) => {
            let message = format!("cannot remove what builds made in `{}`: {error}", output.display());
            reporter.alone(Diagnostic::error(Code::OutputFailed, message));
            EXIT_ENVIRONMENT
        }
    }
}
