//! Many new files of a site, written all or none: beside first, then each under its name, and taken back where one cannot
//! have it. Knows nothing of what they mean.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::FreshFile;
use super::failure::system_reason;
use super::fresh::named_once;
use super::replace::{fill, holds_link};
use crate::diagnostic::{Code, Diagnostic};
use crate::message;

/// The folder that files are written to first: below the one that builds use, which is not published.
const STAGE: &str = ".samen/import";

/// Writes files of any folders that are not there yet.
///
/// # Errors
/// A diagnostic when one is there, when a folder on the way is a link, or when the disk refuses. Nothing is left then.
pub fn write_fresh_tree(root: &Path, files: &[FreshFile]) -> Result<(), Box<Diagnostic>> {
    for file in files {
        if holds_link(root, &file.path) {
            let message = message!("write-behind-link", path = &*file.path);
            let help = message!("into-link-help");
            return Err(Box::new(Diagnostic::error(Code::OutputRefused, message).help(help)));
        }
        if root.join(&*file.path).symlink_metadata().is_ok() {
            return Err(there(&file.path));
        }
    }
    let stage = root.join(STAGE);
    let staged = stage_all(&stage, files);
    let done = staged.map_err(|error| failed(&files[0].path, &error)).and_then(|()| name_all(root, &stage, files));
    // What could not be finished must not lie about.
    let _ = fs::remove_dir_all(&stage);
    done
}

fn there(path: &str) -> Box<Diagnostic> {
    let message = message!("write-there", path = path);
    Box::new(Diagnostic::error(Code::DuplicateEntry, message).help(message!("into-other-help")))
}

fn failed(path: &str, error: &io::Error) -> Box<Diagnostic> {
    let message = message!("write-failed-whole", path = path, reason = system_reason(error));
    Box::new(Diagnostic::error(Code::OutputFailed, message))
}

fn stage_all(stage: &Path, files: &[FreshFile]) -> io::Result<()> {
    let _ = fs::remove_dir_all(stage);
    fs::create_dir_all(stage)?;
    files.iter().enumerate().try_for_each(|(number, file)| fill(&stage.join(number.to_string()), &file.bytes, None))
}

/// Gives all files their names, or takes back those that have one.
fn name_all(root: &Path, stage: &Path, files: &[FreshFile]) -> Result<(), Box<Diagnostic>> {
    let mut made = Vec::new();
    for (number, file) in files.iter().enumerate() {
        let to = root.join(&*file.path);
        let folders = to.parent().map_or(Ok(()), |folder| make_folders(folder, &mut made));
        let named = folders.and_then(|()| named_once(&stage.join(number.to_string()), &to));
        if let Err(error) = named {
            take_back(&made);
            let exists = error.kind() == io::ErrorKind::AlreadyExists;
            return Err(if exists { there(&file.path) } else { failed(&file.path, &error) });
        }
        made.push(to);
    }
    Ok(())
}

/// Makes the folders that are not there, and remembers them.
fn make_folders(folder: &Path, made: &mut Vec<PathBuf>) -> io::Result<()> {
    let missing: Vec<&Path> = folder.ancestors().take_while(|folder| !folder.exists()).collect();
    for folder in missing.into_iter().rev() {
        fs::create_dir(folder)?;
        made.push(folder.to_owned());
    }
    Ok(())
}

/// Removes what was made, the last first; a folder that somebody has put something in stays.
fn take_back(made: &[PathBuf]) {
    for path in made.iter().rev() {
        let _ = if path.is_dir() { fs::remove_dir(path) } else { fs::remove_file(path) };
    }
}
