//! `samen clean`

use clap::Args;

use super::output::OutputFlags;
use super::report::Reporter;
use super::{EXIT_CONTENT, EXIT_ENVIRONMENT, EXIT_OK, Project};
use crate::cache;
use crate::diagnostic::{Code, Diagnostic};
use crate::message;

#[derive(Debug, Args)]
pub(super) struct CleanFlags {
    #[command(flatten)]
    output: OutputFlags,
}

pub(super) fn run(flags: &CleanFlags, project: &Project, reporter: &Reporter) -> u8 {
    let folder = match flags.output.open(project, reporter) {
        Ok(folder) => folder,
        Err(code) => return code,
    };
    let count = match folder.clean() {
        Ok(count) => count,
        Err(error) => {
            reporter.alone(error.diagnostic());
            return if error.is_environment() { EXIT_ENVIRONMENT } else { EXIT_CONTENT };
        }
    };
    match cache::clear(&project.root) {
        Ok(()) => {
            reporter.tell(&message!("files-removed", files = message!("count-files", count = count)));
            EXIT_OK
        }
        Err(error) => {
            let message = message!("memory-kept", why = error.to_string());
            reporter.alone(Diagnostic::error(Code::OutputFailed, message));
            EXIT_ENVIRONMENT
        }
    }
}
