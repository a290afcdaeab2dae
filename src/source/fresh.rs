//! Files that come to a site from elsewhere: read by the name that somebody gives, and written all or none, never over what is
//! there. Knows nothing of what they mean.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use super::failure::system_reason;
use super::replace::{BESIDE, fill, holds_link};
use super::{OpenFile, ReadFailure};
use crate::diagnostic::{Code, Diagnostic};
use crate::message;

/// A file that is to be written.
#[derive(Debug)]
pub struct FreshFile {
    /// Its path from the root of the site.
    pub path: Arc<str>,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Reads a file that somebody names, such as a document of a word processor; it need not lie in the site.
///
/// # Errors
/// A diagnostic when it cannot be read or has more than `most` bytes.
pub fn read_bytes_named(name: &Path, most: u64) -> Result<Vec<u8>, Box<Diagnostic>> {
    let failed = |failure: ReadFailure| Box::new(failure.told(&Arc::from(name.to_string_lossy().into_owned())));
    let file = fs::File::open(name).map_err(ReadFailure::System).map_err(failed)?;
    let metadata = file.metadata().map_err(ReadFailure::System).map_err(failed)?;
    OpenFile { file, metadata }.read(most).map_err(failed)
}

/// Reads a file that another one names: in the folder of that one or below it, and nowhere else.
#[must_use]
pub fn read_beside(named: &Path, path: &str, most: u64) -> Option<Vec<u8>> {
    let folder = named.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = folder.canonicalize().ok()?;
    let file = folder.join(path).canonicalize().ok()?;
    file.starts_with(&folder).then(|| read_bytes_named(&file, most).ok()).flatten()
}

/// Writes files that are not there yet: all of them or none. Several lie in one folder; where that is new, it comes whole.
///
/// # Errors
/// A diagnostic when there is one of that name, when a folder on the way is a link, or when the disk refuses.
pub fn write_fresh(root: &Path, files: &[FreshFile]) -> Result<(), Box<Diagnostic>> {
    let Some(first) = files.first() else { return Ok(()) };
    if files.iter().any(|file| holds_link(root, &file.path)) {
        let message = message!("write-behind-link", path = &*first.path);
        let help = message!("write-behind-link-help");
        return Err(Box::new(Diagnostic::error(Code::OutputRefused, message).help(help)));
    }
    let folder = first.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let written = match files {
        [file] => put_file(root, file),
        _ if root.join(folder).exists() => put_files(root, files),
        _ => put_folder(root, files),
    };
    written.map_err(|error| {
        if error.kind() == io::ErrorKind::AlreadyExists {
            let message = message!("write-there", path = &*first.path);
            return Box::new(Diagnostic::error(Code::DuplicateEntry, message).help(message!("page-other-name-help")));
        }
        let message = message!("write-failed", path = &*first.path, reason = system_reason(&error));
        Box::new(Diagnostic::error(Code::OutputFailed, message))
    })
}

fn put_file(root: &Path, file: &FreshFile) -> io::Result<()> {
    let to = root.join(&*file.path);
    to.parent().map_or(Ok(()), fs::create_dir_all)?;
    let beside = to.with_extension(BESIDE);
    let written = fill(&beside, &file.bytes, None).and_then(|()| named_once(&beside, &to));
    // What could not be finished must not lie among the texts.
    let _ = fs::remove_file(&beside);
    written
}

/// Gives a file its name, unless something has that name.
pub(super) fn named_once(beside: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(beside, to) {
        // Some disks know no second name for a file.
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists && !to.exists() => fs::rename(beside, to),
        done => done,
    }
}

/// Puts files into a folder that is there; where one cannot be written, those before it go again.
fn put_files(root: &Path, files: &[FreshFile]) -> io::Result<()> {
    for (index, file) in files.iter().enumerate() {
        if let Err(error) = put_file(root, file) {
            for written in &files[..index] {
                let _ = fs::remove_file(root.join(&*written.path));
            }
            return Err(error);
        }
    }
    Ok(())
}

fn put_folder(root: &Path, files: &[FreshFile]) -> io::Result<()> {
    let folder = files.first().and_then(|file| file.path.rsplit_once('/')).map_or("", |(folder, _)| folder);
    let to = root.join(folder);
    if to.exists() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let beside = to.with_extension(BESIDE);
    to.parent().map_or(Ok(()), fs::create_dir_all)?;
    let _ = fs::remove_dir_all(&beside);
    let written = fs::create_dir(&beside).and_then(|()| {
        let name = |file: &FreshFile| file.path.rsplit('/').next().unwrap_or_default().to_owned();
        files.iter().try_for_each(|file| fill(&beside.join(name(file)), &file.bytes, None))?;
        fs::rename(&beside, &to)
    });
    if written.is_err() {
        let _ = fs::remove_dir_all(&beside);
    }
    written
}
