//! Why a file of a site is not read, as a message. Knows nothing of what the files mean.

use std::fmt;
use std::io;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Message, Span};
use crate::message;

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
        let diagnostic = Diagnostic::error(self.code(), self.message()).at(Span::start_of(path));
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

    fn help(&self) -> Option<Message> {
        Some(match self {
            Self::System(error) if is_limit(error) => message!("system-limit-help"),
            Self::System(_) => return None,
            Self::NoFile => message!("no-file-help"),
            Self::TooLarge { .. } => message!("file-size-read-help"),
            Self::LeadsOut => message!("link-leads-out-help"),
            Self::LeadsToHidden => message!("link-leads-to-hidden-help"),
            Self::LeadsToContent => message!("link-leads-to-content-help"),
            Self::LeadsToUnpublished => message!("link-leads-to-unpublished-help"),
            Self::Changed => message!("file-changed-help"),
        })
    }

    fn message(&self) -> Message {
        match self {
            Self::System(error) => message!("file-unreadable", reason = system_reason(error)),
            Self::NoFile => message!("no-file"),
            Self::TooLarge { size, most } => message!("file-size-read", size = size >> 20, most = most >> 20),
            Self::LeadsOut => message!("link-leads-out"),
            Self::LeadsToHidden => message!("link-leads-to-hidden"),
            Self::LeadsToContent => message!("link-leads-to-content"),
            Self::LeadsToUnpublished => message!("link-leads-to-unpublished"),
            Self::Changed => message!("file-changed"),
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
        self.message().fmt(f)
    }
}

/// Why the system refuses: in our words what happens most, else in its own.
pub(super) fn system_reason(error: &io::Error) -> Message {
    match error.kind() {
        io::ErrorKind::NotFound => message!("system-not-found"),
        io::ErrorKind::PermissionDenied => message!("system-denied"),
        io::ErrorKind::StorageFull => message!("system-full"),
        io::ErrorKind::ReadOnlyFilesystem => message!("system-read-only"),
        _ => Message::verbatim(error.to_string()),
    }
}
