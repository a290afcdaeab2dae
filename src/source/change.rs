//! Changes to several files of a site, all of them or none: new files, others in the place of those that were read, and
//! files that go. What cannot be done is seen before anything is, and what was done is undone where a disk refuses later.
//! Never through a link. Knows nothing of what the files mean.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::failure::system_reason;
use super::replace::{BESIDE, fill, holds_link};
use super::{Hash, LARGEST_WHOLE};
use crate::diagnostic::{Code, Diagnostic, Message, Span};
use crate::message;

/// A file before and after.
#[derive(Clone, Debug)]
pub struct FileChange {
    /// Its path from the root of the site.
    pub path: Arc<str>,
    /// The hash of what it must hold now; none where nothing of that name may be there.
    pub before: Option<Hash>,
    /// What it is to hold; none where it goes.
    pub after: Option<Vec<u8>>,
}

/// Makes all changes, or none.
///
/// # Errors
/// A diagnostic for a file that is there already, is another than was read, lies behind a link, or that the disk refuses.
pub fn change_files(root: &Path, changes: &[FileChange]) -> Result<(), Box<Diagnostic>> {
    let mut work = Work::default();
    let done = changes.iter().try_for_each(|change| check(root, change)).and_then(|()| {
        let prepared = changes.iter().try_for_each(|change| work.prepare(root, change));
        prepared.and_then(|()| changes.iter().try_for_each(|change| work.finish(root, change)))
    });
    if done.is_err() {
        work.undo();
    }
    done
}

/// Says why a change cannot be made.
fn check(root: &Path, change: &FileChange) -> Result<(), Box<Diagnostic>> {
    let path = &change.path;
    let refused = |code: Code, message: Message, help: Message| {
        Err(Box::new(Diagnostic::error(code, message).at(Span::start_of(path)).help(help)))
    };
    if holds_link(root, path) {
        let message = message!("write-link", path = &**path);
        return refused(Code::OutputRefused, message, message!("write-link-help"));
    }
    let to = root.join(&**path);
    let there = to.symlink_metadata();
    let Some(before) = change.before else {
        return match there {
            Ok(_) => {
                refused(Code::OutputRefused, message!("write-there", path = &**path), message!("write-there-help"))
            }
            Err(_) => Ok(()),
        };
    };
    let small = there.is_ok_and(|metadata| metadata.is_file() && metadata.len() <= LARGEST_WHOLE);
    let now = if small { fs::read(&to).ok() } else { None };
    if now.is_none_or(|bytes| Hash::of(&bytes) != before) {
        let message = message!("write-changed", path = &**path);
        return refused(Code::FileChanged, message, message!("file-changed-help"));
    }
    Ok(())
}

/// What was done, for the case that it has to be undone.
#[derive(Default)]
struct Work {
    /// Folders that were not there.
    folders: BTreeSet<PathBuf>,
    /// What is written beside its name.
    beside: Vec<PathBuf>,
    /// Files that are new.
    made: Vec<PathBuf>,
    /// Files that were replaced or removed, with what they held.
    replaced: Vec<(PathBuf, Vec<u8>)>,
}

impl Work {
    /// Writes what a file is to hold beside its name.
    fn prepare(&mut self, root: &Path, change: &FileChange) -> Result<(), Box<Diagnostic>> {
        let Some(bytes) = &change.after else { return Ok(()) };
        let to = root.join(&*change.path);
        let missing = to.ancestors().skip(1).take_while(|folder| !folder.exists());
        self.folders.extend(missing.map(Path::to_path_buf));
        let beside = beside(&to);
        let permissions = to.metadata().ok().map(|metadata| metadata.permissions());
        let written = to.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fill(&beside, bytes, permissions));
        self.beside.push(beside);
        written.map_err(|error| failed(&change.path, &error))
    }

    /// Gives it its name, or removes what goes.
    fn finish(&mut self, root: &Path, change: &FileChange) -> Result<(), Box<Diagnostic>> {
        let to = root.join(&*change.path);
        let done = match (&change.before, &change.after) {
            (None, None) => Ok(()),
            // A file that came between is not written over.
            (None, Some(_)) => super::fresh::named_once(&beside(&to), &to).map(|()| self.made.push(to)),
            (Some(_), after) => fs::read(&to).and_then(|old| {
                self.replaced.push((to.clone(), old));
                if after.is_some() { fs::rename(beside(&to), &to) } else { fs::remove_file(&to) }
            }),
        };
        // A second name of what has its own now; where it was moved there is none.
        let _ = fs::remove_file(beside(&root.join(&*change.path)));
        done.map_err(|error| failed(&change.path, &error))
    }

    /// Puts everything back as it was. What a disk refuses here cannot be helped; what is next is tried all the same.
    fn undo(&self) {
        for file in self.beside.iter().chain(&self.made) {
            let _ = fs::remove_file(file);
        }
        for (file, bytes) in &self.replaced {
            let _ = fs::write(file, bytes);
        }
        // Inner folders first; one that somebody else has put something in stays.
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// The name under which a file is written first. The whole name counts: `a.css` and `a.js` lie in one folder.
fn beside(to: &Path) -> PathBuf {
    let mut name = to.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(BESIDE);
    to.with_file_name(name)
}

fn failed(path: &str, error: &io::Error) -> Box<Diagnostic> {
    if error.kind() == io::ErrorKind::AlreadyExists {
        return Box::new(Diagnostic::error(Code::OutputRefused, message!("write-there", path = path)));
    }
    let message = message!("write-failed-whole", path = path, reason = system_reason(error));
    Box::new(Diagnostic::error(Code::OutputFailed, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(path: &str, before: Option<&str>, after: Option<&str>) -> FileChange {
        let before = before.map(|text| Hash::of(text.as_bytes()));
        FileChange { path: Arc::from(path), before, after: after.map(|text| text.as_bytes().to_vec()) }
    }

    /// Every file below a folder, with its text, and every folder.
    fn tree(root: &Path) -> Vec<(PathBuf, Option<String>)> {
        let mut found = Vec::new();
        let mut open = vec![root.to_owned()];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).expect("the folder can be read") {
                let path = entry.expect("the folder can be read").path();
                found.push((path.clone(), fs::read_to_string(&path).ok()));
                if path.is_dir() {
                    open.push(path);
                }
            }
        }
        found.sort();
        found
    }

    #[test]
    fn all_files_change_or_none() {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        let root = folder.path();
        fs::write(root.join("old"), "old").expect("it can be written");
        fs::write(root.join("gone"), "gone").expect("it can be written");
        let good = [
            change("a/b/new.css", None, Some("1")),
            change("a/b/new.js", None, Some("2")),
            change("old", Some("old"), Some("newer")),
            change("gone", Some("gone"), None),
        ];
        let before = tree(root);
        for bad in [
            change("old", None, Some("x")),
            change("old", Some("other"), Some("x")),
            change("nothing", Some(""), None),
            change("../out", None, Some("x")),
            // `old` is a file: there is no folder to write into. This shows only while files are written.
            change("old/inside", None, Some("x")),
        ] {
            let changes: Vec<FileChange> = good.iter().take(2).cloned().chain([bad]).collect();
            let error = change_files(root, &changes).expect_err("it cannot be done");
            assert!(error.message.to_string().contains("nothing was written"), "{}", error.message);
            assert_eq!(tree(root), before, "{}", error.message);
        }
        change_files(root, &good).expect("all can be done");
        let now: Vec<String> = tree(root).into_iter().filter_map(|(_, text)| text).collect();
        assert_eq!(now, ["1", "2", "newer"]);
    }
}
