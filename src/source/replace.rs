//! Replaces a text of a site by another, whole or not at all: only where the file is still the one that was read, and
//! never through a link. Knows nothing of what the text means.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::failure::system_reason;
use super::{Hash, LARGEST_TEXT, ReadFailure, Sources, Store};
use crate::diagnostic::{Code, Diagnostic, Message, Span};
use crate::message;

/// Ending of what is written beside before it takes its name.
pub(super) const BESIDE: &str = "samen-new";

impl Sources {
    /// Whether a file of the site may be replaced: a plain one that nobody has made read-only.
    ///
    /// # Errors
    /// A diagnostic for one that is not of the site, is carried by the program, is a link or lies behind one, or is read-only.
    pub fn may_replace(&self, path: &Arc<str>) -> Result<(), Box<Diagnostic>> {
        let failed = |failure: ReadFailure| Box::new(failure.told(path));
        let source = self.files.get(path).ok_or_else(|| failed(ReadFailure::absent()))?;
        if source.is_carried() {
            let file = path.split('/').skip(2).collect::<Vec<_>>().join("/");
            let help = message!("file-carried-help", file = file);
            return locked(path, message!("file-carried", file = &**path), help);
        }
        let Store::Disk(site) = &self.store else { return Ok(()) };
        if holds_link(site.path(), path) {
            return locked(path, message!("file-behind-link", file = &**path), message!("file-behind-link-help"));
        }
        let metadata = fs::symlink_metadata(site.path().join(&**path));
        // A file beside it could take its name, and whoever made it read-only did not want that.
        if metadata.map_err(ReadFailure::System).map_err(failed)?.permissions().readonly() {
            return locked(path, message!("file-read-only", file = &**path), message!("file-read-only-help"));
        }
        Ok(())
    }

    /// Replaces a text that was listed. Its permissions stay.
    ///
    /// # Errors
    /// A diagnostic for a file that is a link or lies behind one, that was changed since it was listed, or that the disk
    /// refuses to replace.
    pub fn replace(&self, path: &Arc<str>, text: &str) -> Result<(), Box<Diagnostic>> {
        let failed = |failure: ReadFailure| Box::new(failure.told(path));
        let Store::Disk(site) = &self.store else { return Err(failed(ReadFailure::absent())) };
        let to = site.path().join(&**path);
        if holds_link(site.path(), path) {
            let message = message!("write-link", path = &**path);
            let help = message!("replace-link-help");
            let diagnostic = Diagnostic::error(Code::OutputRefused, message).at(Span::start_of(path));
            return Err(Box::new(diagnostic.help(help)));
        }
        let open = site.open(path).map_err(failed)?;
        let permissions = open.metadata.permissions();
        let there = open.read(LARGEST_TEXT).map_err(failed)?;
        if self.files.get(path).is_none_or(|listed| listed.hash != Hash::of(&there)) {
            return Err(failed(ReadFailure::Changed));
        }
        let beside = to.with_extension(BESIDE);
        let written = fill(&beside, text.as_bytes(), Some(permissions)).and_then(|()| fs::rename(&beside, &to));
        written.map_err(|error| {
            // What could not be finished must not lie among the texts.
            let _ = fs::remove_file(&beside);
            let message = message!("write-failed", path = &**path, reason = system_reason(&error));
            Box::new(Diagnostic::error(Code::OutputFailed, message))
        })
    }
}

fn locked(path: &Arc<str>, message: Message, help: Message) -> Result<(), Box<Diagnostic>> {
    Err(Box::new(Diagnostic::error(Code::OutputRefused, message).at(Span::start_of(path)).help(help)))
}

/// Writes a file that is no other's, and all of it.
pub(super) fn fill(path: &Path, bytes: &[u8], permissions: Option<fs::Permissions>) -> io::Result<()> {
    // What a stopped run left goes; a link of that name goes too, and not what it leads to.
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    permissions.map_or(Ok(()), |permissions| file.set_permissions(permissions))?;
    file.write_all(bytes)?;
    // The name may be given before the bytes are there: a power failure would leave an empty text.
    file.sync_all()
}

/// Whether a path below the root is anything but plain folders and a file.
pub(super) fn holds_link(root: &Path, path: &str) -> bool {
    let mut at = PathBuf::from(root);
    Path::new(path).components().any(|part| {
        at.push(part);
        !matches!(part, Component::Normal(_)) || fs::symlink_metadata(&at).is_ok_and(|metadata| metadata.is_symlink())
    })
}
