//! The output folder of a command: the flags that name it, and how it is opened.

use std::path::PathBuf;

use clap::Args;

use super::report::Reporter;
use super::{EXIT_CONTENT, EXIT_ENVIRONMENT, Project};
use crate::diagnostic::{Code, Message};
use crate::message;
use crate::output::OutputDir;

#[derive(Debug, Args)]
pub(super) struct OutputFlags {
    /// The output folder [default: public, in the root]
    #[arg(short, long, value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    output: Option<PathBuf>,
    /// Wait for another build that is writing to the same folder, instead of ending with 3
    #[arg(long)]
    wait: bool,
}

impl OutputFlags {
    /// The folder as it was named.
    pub(super) fn path(&self, project: &Project) -> PathBuf {
        self.output.clone().unwrap_or_else(|| project.root.join("public"))
    }

    /// Opens the folder; what is wrong with it is told, and gives the exit code.
    pub(super) fn open(&self, project: &Project, reporter: &Reporter) -> Result<OutputDir, u8> {
        let path = self.path(project);
        let say = |owner: &Message| reporter.tell(&message!("waiting-for-build", owner = owner.clone()));
        let opened = if self.wait {
            OutputDir::open_when_free(&project.root, &path, &say)
        } else {
            OutputDir::open(&project.root, &path)
        };
        opened.map_err(|diagnostic| {
            let code = if diagnostic.code == Code::OutputRefused { EXIT_CONTENT } else { EXIT_ENVIRONMENT };
            reporter.alone(*diagnostic);
            code
        })
    }
}
