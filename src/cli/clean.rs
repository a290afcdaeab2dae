//! `samen clean`

use std::path::PathBuf;

use clap::Args;

use super::report::Reporter;
use super::{ENVIRONMENT, FINE, Place, WRONG};
use crate::cache;
use crate::diagnostic::Diagnostic;
use crate::output::Folder;

#[derive(Debug, Args)]
pub(super) struct Flags {
    /// The output folder [default: public, in the root]
    #[arg(short, long, value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    output: Option<PathBuf>,
}

pub(super) fn run(flags: &Flags, site: &Place, reporter: &Reporter) -> u8 {
    let output = flags.output.clone().unwrap_or_else(|| site.root.join("public"));
    let folder = match Folder::open(&site.root, &output) {
        Ok(folder) => folder,
        Err(diagnostic) => {
            reporter.alone(*diagnostic);
            return WRONG;
        }
    };
    match folder.clean().and_then(|count| cache::clear(&site.root).map(|()| count)) {
        Ok(count) => {
            reporter.say(&format!("{count} files removed"));
            FINE
        }
        Err(error) => {
            let message = format!("cannot remove what builds made in `{}`: {error}", output.display());
            reporter.alone(Diagnostic::error("output-failed", message));
            ENVIRONMENT
        }
    }
}
