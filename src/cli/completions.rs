//! `samen completions`

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::report::data;
use super::{Cli, FINE};

#[derive(Debug, Args)]
pub(super) struct Flags {
    /// The shell to complete for
    shell: Shell,
}

pub(super) fn run(flags: &Flags) -> u8 {
    let mut script = Vec::new();
    clap_complete::generate(flags.shell, &mut Cli::command(), "samen", &mut script);
    data(&String::from_utf8_lossy(&script));
    FINE
}
