//! Why outputs cannot be written, in words for whoever runs a build. Knows nothing of how they are written.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::diagnostic::{Code, Diagnostic, Message};
use crate::message;

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
    Disturbed(PathBuf, Message),
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
                    ErrorKind::StorageFull | ErrorKind::QuotaExceeded => message!("output-space-help"),
                    ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                        message!("output-writable-help")
                    }
                    _ => message!("output-mended-help"),
                };
                let message = message!("output-unwritable", path = path.display().to_string(), why = system(error));
                Diagnostic::error(Code::OutputFailed, message).help(help)
            }
            Self::NotFolder(path) => {
                let message = message!("output-link-or-file", path = path.display().to_string());
                Diagnostic::error(Code::OutputRefused, message).help(message!("output-move-away-help"))
            }
            Self::Foreign(path) => {
                let message = message!("output-in-the-way", path = path.display().to_string());
                Diagnostic::error(Code::OutputRefused, message).help(message!("output-foreign-help"))
            }
            Self::Disturbed(path, what) => {
                let message = message!("output-disturbed", path = path.display().to_string(), what = what);
                let help = message!("output-disturbed-help");
                Diagnostic::error(Code::OutputFailed, message).help(help)
            }
        }
    }
}

/// What a system says, in words of our own where an editor can do something about it.
fn system(error: &io::Error) -> Message {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => message!("system-no-space"),
        ErrorKind::PermissionDenied => message!("system-no-permission"),
        ErrorKind::ReadOnlyFilesystem => message!("system-read-only"),
        ErrorKind::NotFound => message!("system-not-found"),
        ErrorKind::AlreadyExists => message!("system-exists"),
        ErrorKind::IsADirectory => message!("system-is-folder"),
        ErrorKind::NotADirectory => message!("system-no-folder"),
        ErrorKind::InvalidFilename => message!("system-name"),
        // What is left are faults of disks and networks; whoever mends those knows these words.
        _ => message!("system-other", said = Message::verbatim(error.to_string())),
    }
}
