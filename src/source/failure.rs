//! Why a file of a site is not read, as a message. Knows nothing of what the files mean.

use std::fmt;
use std::io;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Span};

/// Why a file is not read.
#[derive(Debug)]
pub(super) enum ReadFailure {
    /// The system refuses.
    System(io::Error),
    /// It is a folder, a pipe, a socket or a device.
    NoFile,
    /// It has more bytes than the program takes into memory at once.
    TooLarge { size: u64, most: u64 },
    /// It is a link out of the site.
    LeadsOut,
    /// It is a link to what starts with a dot, or lies beside the folders of a site.
    LeadsToHidden,
    /// It is a link into the folder of pages.
    LeadsToContent,
    /// It is a link from what is published to what is not.
    LeadsToUnpublished,
    /// Its bytes are not those that were listed.
    Changed,
}

impl ReadFailure {
    /// There is nothing of that name.
    pub(super) fn absent() -> Self {
        Self::System(io::Error::new(io::ErrorKind::NotFound, "it does not exist"))
    }

    /// The message on a file.
    pub(super) fn told(&self, path: &Arc<str>) -> Diagnostic {
        let diagnostic = Diagnostic::error(self.code(), self.to_string()).at(Span::start_of(path));
        match self.help() {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        }
    }

    fn code(&self) -> Code {
        match self {
            Self::System(error) if is_limit(error) => Code::SystemLimit,
            Self::TooLarge { .. } => Code::TextTooLarge,
            Self::Changed => Code::FileChanged,
            _ => Code::FileUnreadable,
        }
    }

    fn help(&self) -> Option<&'static str> {
        match self {
            Self::System(error) if is_limit(error) => Some(
                "allow more open files (`ulimit -n 1024`) or memory, or end other programs; the file is not at fault",
            ),
            Self::System(_) => None,
            Self::NoFile => Some("put a plain file in its place, or remove it"),
            Self::TooLarge { .. } => Some("split it, or link to a file beside the page"),
            Self::LeadsOut => Some("copy the file into the site instead of linking to it"),
            Self::LeadsToHidden => {
                Some("remove the link; what may be public is copied into `content/` or `static/`, not linked to")
            }
            Self::LeadsToContent => Some("copy the file, or link to its page in the text"),
            Self::LeadsToUnpublished => Some("copy the file; from here a link may lead into `static/` only"),
            Self::Changed => Some("run the command again when nobody changes the files"),
        }
    }
}

/// Whether the system is short of something, and the file is not at fault.
#[cfg(unix)]
fn is_limit(error: &io::Error) -> bool {
    use rustix::io::Errno;
    matches!(Errno::from_io_error(error), Some(Errno::MFILE | Errno::NFILE | Errno::NOMEM))
}

#[cfg(not(unix))]
fn is_limit(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::OutOfMemory
}

impl fmt::Display for ReadFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::System(error) => write!(f, "this file cannot be read: {error}"),
            Self::NoFile => f.write_str("this cannot be read: it is a folder, a pipe, a socket or a device"),
            Self::TooLarge { size, most } => {
                write!(f, "this file has {} MB; {} MB is the most that is read at once", size >> 20, most >> 20)
            }
            Self::LeadsOut => f.write_str("this link leads out of the site"),
            Self::LeadsToHidden => f.write_str("this link leads to a place that no site publishes"),
            Self::LeadsToContent => f.write_str("this link leads into `content/`, where a page may be closed"),
            Self::LeadsToUnpublished => f.write_str("this link leads to a file that is not published where it lies"),
            Self::Changed => f.write_str("this file was changed while the site was read"),
        }
    }
}
