//! `samen completions`

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::report::Reporter;
use super::{Cli, EXIT_OK};

#[derive(Debug, Args)]
pub(super) struct CompletionsFlags {
    /// The shell to complete for
    shell: Shell,
}

pub(super) fn run(flags: &CompletionsFlags, reporter: &Reporter) -> u8 {
    let mut script = Vec::new();
    clap_complete::generate(flags.shell, &mut Cli::command(), "samen", &mut script);
    reporter.data(&String::from_utf8_lossy(&script));
    EXIT_OK
}
