//! `samen clean`

use std::path::PathBuf;

use clap::Args;

use super::report::Reporter;
use super::{ENVIRONMENT, EXIT_CONTENT, EXIT_OK, Project};
use crate::cache;
use crate::diagnostic::Diagnostic;
use crate::output::OutputDir;

#[derive(Debug, Args)]
pub(super) struct CleanFlags {
    /// The output folder [default: public, in the root]
    #[arg(short, long, value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    output: Option<PathBuf>,
}

pub(super) fn run(flags: &CleanFlags, site: &Project, reporter: &Reporter) -> u8 {
    let output = flags.output.clone().unwrap_or_else(|| site.root.join("public"));
    let folder = match OutputDir::open(&site.root, &output) {
        Ok(folder) => folder,
        Err(diagnostic) => {
            reporter.alone(*diagnostic);
            return EXIT_CONTENT;
        }
    };
    match folder.clean().and_then(|count| cache::clear(&site.root).map(|()| count)) {
        Ok(count) => {
            reporter.say(&format!("{count} files removed"));
            EXIT_OK
        }
        Err(error) => {
            let message = format!("cannot remove what builds made in `{}`: {error}", output.display());
            reporter.alone(Diagnostic::error("output-failed", message));
            ENVIRONMENT
        }
    }
}
