//! The only writer of a site. Outputs are staged inside the output folder and moved into place when all of them are there, so
//! that an error or a kill leaves whole files, and the old site where the new one is not complete.
//! Knows nothing of what the files are.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{FOLDERS, Hash, Stamp};

/// The file by which a folder is known to be ours; it lists what builds have put there.
pub const MARKER: &str = ".samen-output";
/// The marker while it is written.
const UNFINISHED: &str = ".samen-output.new";
/// Where outputs wait until all are made.
const STAGE: &str = ".samen-stage";
/// First line of the marker.
const HEAD: &str = "Made by samen. Builds replace and remove the files listed here, and no others.";

/// An output folder that may be written to.
#[derive(Debug)]
pub struct OutputDir {
    path: PathBuf,
    stage: PathBuf,
    /// Files that earlier builds made.
    made: BTreeSet<String>,
}

/// How many files a build touched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WriteCounts {
    /// Files that were not there.
    pub new: usize,
    /// Files that were replaced.
    pub changed: usize,
    /// Files that were removed.
    pub removed: usize,
    /// Files that stayed.
    pub same: usize,
}

impl OutputDir {
    /// Opens a folder for the outputs of the site at `root`. Nothing is changed yet.
    ///
    /// # Errors
    /// A diagnostic for a folder that holds the site, its sources, or anything that samen did not make.
    pub fn open(root: &Path, path: &Path) -> Result<Self, Box<Diagnostic>> {
        let root = absolute(root);
        let path = absolute(path);
        let refused = |why: &str| refused(&path, why);
        if root.starts_with(&path) {
            return Err(refused("it holds the site itself"));
        }
        let sources = FOLDERS.iter().map(|folder| root.join(folder)).chain([root.join(".git"), root.join(".samen")]);
        if sources.into_iter().any(|folder| path.starts_with(folder)) {
            return Err(refused("it holds sources of the site"));
        }
        let stage = path.join(STAGE);
        if !path.exists() {
            return Ok(Self { path, stage, made: BTreeSet::new() });
        }
        if !path.is_dir() {
            return Err(refused("it is a file"));
        }
        let marker = fs::read_to_string(path.join(MARKER)).ok();
        let made = marker.as_deref().and_then(read_marker);
        match made {
            Some(made) => Ok(Self { path, stage, made }),
            None if is_empty(&path) => Ok(Self { path, stage, made: BTreeSet::new() }),
            None => Err(refused("it holds files that samen did not make")),
        }
    }

    /// The folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Files that earlier builds made.
    #[must_use]
    pub fn made(&self) -> &BTreeSet<String> {
        &self.made
    }

    /// How a file of the folder looks on disk.
    #[must_use]
    pub fn stamp(&self, file: &str) -> Option<Stamp> {
        let metadata = fs::symlink_metadata(self.path.join(file)).ok()?;
        metadata.is_file().then(|| Stamp::of(&metadata))
    }

    /// The hash of a file of the folder.
    #[must_use]
    pub fn hash(&self, file: &str) -> Option<Hash> {
        fs::read(self.path.join(file)).ok().map(|bytes| Hash::of(&bytes))
    }

    /// Whether a file stands there that no build made.
    #[must_use]
    pub fn is_foreign(&self, file: &str) -> bool {
        let Ok(metadata) = self.path.join(file).symlink_metadata() else { return false };
        let below = format!("{file}/");
        let holds_ours = || self.made.range(below.clone()..).next().is_some_and(|made| made.starts_with(&below));
        !(self.made.contains(file) || metadata.is_dir() && holds_ours())
    }

    /// Clears what an interrupted build left.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn begin(&self) -> io::Result<()> {
        self.abandon()?;
        fs::create_dir_all(&self.stage)
    }

    /// Puts a file on the stage.
    ///
    /// # Errors
    /// Those of the file system; a full disk among them.
    pub fn stage(&self, file: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.stage.join(file);
        match fs::write(&path, bytes) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                create_parent(&path)?;
                fs::write(&path, bytes)
            }
            result => result,
        }
    }

    /// Puts a copy of a file on the stage.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn stage_copy(&self, file: &str, from: &Path) -> io::Result<()> {
        let path = self.stage.join(file);
        create_parent(&path)?;
        let bytes = fs::read(from)?;
        fs::write(&path, bytes)
    }

    /// Removes the stage and all that waits there.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn abandon(&self) -> io::Result<()> {
        match fs::remove_dir_all(&self.stage) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Moves everything into place: what is new first, what is gone last, so that no page leads to one that is
    /// missing. `outputs` are all files of the site, `staged` those on the stage.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn commit(&self, outputs: &BTreeSet<String>, staged: usize) -> io::Result<WriteCounts> {
        let new = outputs.difference(&self.made).count();
        let gone: Vec<&String> = self.made.difference(outputs).collect();
        let written =
            WriteCounts { new, changed: staged.saturating_sub(new), removed: gone.len(), same: outputs.len() - staged };
        let unlisted = outputs.len() != self.made.len() || new > 0 || !gone.is_empty();
        if unlisted {
            // After a kill the next build knows both what was and what was to be.
            self.write_marker(outputs.union(&self.made))?;
        }
        // What was a file and is now a folder, or the other way round, has to go first.
        let (clashing, gone): (Vec<&String>, Vec<&String>) = gone.into_iter().partition(|file| clashes(file, outputs));
        clashing.iter().try_for_each(|file| self.remove(file))?;
        merge(&self.stage, &self.path, Pass::New)?;
        merge(&self.stage, &self.path, Pass::Changed)?;
        gone.iter().try_for_each(|file| self.remove(file))?;
        if unlisted {
            self.write_marker(outputs.iter())?;
        }
        self.abandon()?;
        Ok(written)
    }

    /// Removes everything that builds made. The folder itself stays.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn clean(&self) -> io::Result<usize> {
        self.abandon()?;
        self.made.iter().try_for_each(|file| self.remove(file))?;
        remove_if_there(&self.path.join(MARKER))?;
        Ok(self.made.len())
    }

    fn remove(&self, file: &str) -> io::Result<()> {
        let path = self.path.join(file);
        remove_if_there(&path)?;
        // Folders that are left empty go too; the first that is not empty ends it.
        let mut folder = path.parent();
        while let Some(empty) = folder.filter(|folder| **folder != *self.path && folder.starts_with(&self.path)) {
            if fs::remove_dir(empty).is_err() {
                break;
            }
            folder = empty.parent();
        }
        Ok(())
    }

    fn write_marker<'a>(&self, files: impl Iterator<Item = &'a String>) -> io::Result<()> {
        let mut text = format!("{HEAD}\n");
        for file in files {
            text.push_str(file);
            text.push('\n');
        }
        fs::create_dir_all(&self.path)?;
        let beside = self.path.join(UNFINISHED);
        fs::write(&beside, text)?;
        fs::rename(beside, self.path.join(MARKER))
    }
}

/// Says why a folder cannot be the output folder.
fn refused(path: &Path, why: &str) -> Box<Diagnostic> {
    let message = format!("`{}` cannot be the output folder: {why}", path.display());
    let help = "name a folder that is empty or that samen made: `-o public`";
    Box::new(Diagnostic::error(Code::OutputRefused, message).help(help))
}

/// The absolute path without `.` and `..`; links are followed as far as the path exists.
fn absolute(path: &Path) -> PathBuf {
    let full = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut clean = PathBuf::new();
    for part in full.components() {
        match part {
            Component::ParentDir => {
                clean.pop();
            }
            Component::CurDir => {}
            part => clean.push(part),
        }
    }
    let mut tail = PathBuf::new();
    let mut head = clean.as_path();
    loop {
        if let Ok(real) = fs::canonicalize(head) {
            return if tail.as_os_str().is_empty() { real } else { real.join(tail) };
        }
        let (Some(parent), Some(name)) = (head.parent(), head.file_name()) else { return clean };
        tail = if tail.as_os_str().is_empty() { PathBuf::from(name) } else { Path::new(name).join(tail) };
        head = parent;
    }
}

/// The files that a marker lists; `None` when it is not a marker. Paths that lead out are not ours.
fn read_marker(text: &str) -> Option<BTreeSet<String>> {
    let files = text.strip_prefix(HEAD)?.lines().filter(|line| !line.is_empty());
    let inside = |file: &&str| Path::new(file).components().all(|part| matches!(part, Component::Normal(_)));
    Some(files.filter(inside).map(str::to_owned).collect())
}

/// A folder that holds nothing but what keeps it in Git.
fn is_empty(path: &Path) -> bool {
    let keeps = |name: &std::ffi::OsStr| matches!(name.to_str(), Some(".gitkeep" | ".gitignore" | STAGE | UNFINISHED));
    fs::read_dir(path).is_ok_and(|mut entries| entries.all(|entry| entry.is_ok_and(|entry| keeps(&entry.file_name()))))
}

fn clashes(file: &str, outputs: &BTreeSet<String>) -> bool {
    let below = format!("{file}/");
    let is_folder_now = outputs.range(below.clone()..).next().is_some_and(|other| other.starts_with(&below));
    let mut parent = file;
    let is_file_now = std::iter::from_fn(|| {
        parent = parent.rsplit_once('/')?.0;
        Some(parent)
    })
    .any(|parent| outputs.contains(parent));
    is_folder_now || is_file_now
}

fn create_parent(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)
}

fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Err(error),
        _ => Ok(()),
    }
}

/// Which files a pass moves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pass {
    /// Those that are not there yet.
    New,
    /// The others.
    Changed,
}

/// Moves the contents of `from` into `to`: a folder that is not there yet moves as a whole.
fn merge(from: &Path, to: &Path, pass: Pass) -> io::Result<()> {
    let mut entries: Vec<fs::DirEntry> = fs::read_dir(from)?.collect::<io::Result<_>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() && target.is_dir() {
            merge(&entry.path(), &target, pass)?;
        } else if pass == Pass::Changed || !target.exists() {
            fs::rename(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Stamps of many files of a folder at once.
#[must_use]
pub fn stamps(folder: &OutputDir, files: impl IntoIterator<Item = String>) -> BTreeMap<String, Stamp> {
    use rayon::prelude::*;
    let files: Vec<String> = files.into_iter().collect();
    files.into_par_iter().filter_map(|file| folder.stamp(&file).map(|stamp| (file, stamp))).collect()
}
