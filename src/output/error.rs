//! Why outputs cannot be written, in words for whoever runs a build. Knows nothing of how they are written.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::diagnostic::{Code, Diagnostic};

/// Why outputs were not written, or not all of them.
#[derive(Debug)]
pub enum OutputError {
    /// The file system refuses a path.
    System(PathBuf, io::Error),
    /// A link or a file stands where a folder of outputs is; what is written through it would land elsewhere.
    NotFolder(PathBuf),
    /// A file stands there that samen did not make.
    Foreign(PathBuf),
    /// Another program changed the output folder or the stage while the build ran.
    Disturbed(PathBuf, &'static str),
}

impl OutputError {
    /// An error of the file system at a path.
    pub(super) fn at(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        |error| Self::System(path.to_owned(), error)
    }

    /// Whether it is the environment that failed, and not something that stands in the output folder.
    #[must_use]
    pub const fn is_environment(&self) -> bool {
        matches!(self, Self::System(..) | Self::Disturbed(..))
    }

    /// The error in words.
    #[must_use]
    pub fn diagnostic(&self) -> Diagnostic {
        match self {
            Self::System(path, error) => {
                let help = match error.kind() {
                    ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "free some space and build again",
                    ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                        "make the folder writable, or name another with `-o`"
                    }
                    _ => "build again when this is mended",
                };
                let message = format!("cannot write to `{}`: {error}", path.display());
                Diagnostic::error(Code::OutputFailed, message).help(help)
            }
            Self::NotFolder(path) => {
                let message = format!(
                    "`{}` is a link or a file where samen has a folder; nothing is written or removed through it",
                    path.display()
                );
                Diagnostic::error(Code::OutputRefused, message).help("move it away and build again")
            }
            Self::Foreign(path) => {
                let message = format!("`{}` stands where samen wants to write", path.display());
                Diagnostic::error(Code::OutputRefused, message).help("samen did not make this file; move it away")
            }
            Self::Disturbed(path, what) => {
                let message = format!("`{}` {what} while the build ran", path.display());
                let help = "find out which program does that, then build again: everything is then made anew";
                Diagnostic::error(Code::OutputFailed, message).help(help)
            }
        }
    }
}
