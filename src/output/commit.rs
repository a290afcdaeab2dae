//! Moves what waits on the stage into place, file by file, so that a kill at any moment leaves whole files and no page that
//! leads to a missing one; and says what was seen to be there at the end. Knows nothing of how the files were made.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::error::OutputError;
use super::marker::Marker;
use super::stage::{Stage, StagedFile};
use super::{MARKER, OutputDir, WriteCounts};
use crate::message;
use crate::source::{Digest, Hash, Stamp};

/// The page that servers show for what is not there. It stands in for new pages until all of them are in place.
const NOT_FOUND: &str = "404.html";

/// How names of pages end.
const PAGE: &str = ".html";

/// One output of a site, as a commit takes it.
#[derive(Clone, Copy, Debug)]
pub struct OutputFile {
    /// The hash of its bytes.
    pub hash: Hash,
    /// Where its bytes are.
    pub bytes: OutputBytes,
}

/// Where the bytes of an output are.
#[derive(Clone, Copy, Debug)]
pub enum OutputBytes {
    /// In the folder already; the file had this stamp.
    InPlace(Stamp),
    /// On the stage.
    Staged(StagedFile),
}

impl OutputFile {
    fn staged(&self) -> Option<StagedFile> {
        match self.bytes {
            OutputBytes::Staged(file) => Some(file),
            OutputBytes::InPlace(_) => None,
        }
    }

    /// How the file was when its bytes were known to be right.
    fn stamp(&self) -> Stamp {
        match self.bytes {
            OutputBytes::Staged(file) => file.stamp,
            OutputBytes::InPlace(stamp) => stamp,
        }
    }
}

/// What a commit did.
#[derive(Debug)]
pub struct Committed {
    /// How many files it touched.
    pub written: WriteCounts,
    /// Every output as it was seen in the folder at the end.
    pub stamps: BTreeMap<String, Stamp>,
    /// The state of the folder, as its marker names it.
    pub state: Hash,
}

/// All outputs of a site by file.
pub type OutputFiles = BTreeMap<String, OutputFile>;

/// Called after every step that others can see; an error ends the commit there, as a kill would.
pub(super) type AfterStep<'a> = &'a mut dyn FnMut() -> Result<(), OutputError>;

impl OutputDir {
    /// Moves everything into place: first what is new and no page, then new pages, then what changed, at last what is
    /// gone. Until the last new page is in place, the others show "not found", and so do those that
    /// are gone before the first of them is removed, so that a page never leads to a file that is missing.
    ///
    /// # Errors
    /// Those of the file system, and what others did to the folder or the stage. The next build then trusts nothing.
    pub fn commit(&self, outputs: &OutputFiles) -> Result<Committed, OutputError> {
        self.commit_by_steps(outputs, &mut || Ok(()))
    }

    pub(super) fn commit_by_steps(
        &self,
        outputs: &OutputFiles,
        after: AfterStep<'_>,
    ) -> Result<Committed, OutputError> {
        let gone: Vec<&String> = self.made.iter().filter(|file| !outputs.contains_key(*file)).collect();
        let staged = self.to_move(outputs)?;
        let new = staged.iter().filter(|one| one.is_new).count();
        let removed = gone.len();
        let written = WriteCounts { new, changed: staged.len() - new, removed, same: outputs.len() - staged.len() };
        let state = state(outputs);
        if staged.is_empty() && gone.is_empty() && self.state == Some(state) && outputs.len() == self.made.len() {
            return Ok(Committed { written, stamps: self.seen(outputs)?, state });
        }
        let waiting = self.staging()?;
        self.check_stage(waiting, &staged)?;
        // After a kill the next build knows both what was and what was to be, and trusts neither.
        let all: BTreeSet<&String> = self.made.iter().chain(outputs.keys()).collect();
        self.write_marker(waiting, all.into_iter(), None)?;
        // What was a file and is now a folder, or the other way round, has to go first.
        let (clashing, gone): (Vec<&String>, Vec<&String>) = gone.into_iter().partition(|file| clashes(file, outputs));
        self.remove_all(&clashing, after)?;
        let (pages, others): (Vec<Move<'_>>, Vec<Move<'_>>) = staged.into_iter().partition(|one| one.is_page());
        let (new_pages, changed_pages): (Vec<Move<'_>>, Vec<Move<'_>>) = pages.into_iter().partition(|one| one.is_new);
        let (new_others, changed_others): (Vec<Move<'_>>, Vec<Move<'_>>) =
            others.into_iter().partition(|one| one.is_new);
        self.move_all(waiting, &new_others, after)?;
        self.stand_in(waiting, outputs, &new_pages, after)?;
        for moves in [new_pages, changed_pages, changed_others] {
            self.move_all(waiting, &moves, after)?;
        }
        self.cover(waiting, outputs, &gone, after)?;
        self.remove_all(&gone, after)?;
        let stamps = self.seen(outputs)?;
        self.write_marker(waiting, outputs.keys(), Some(state))?;
        Ok(Committed { written, stamps, state })
    }

    /// What waits on the stage. What a killed build did not bring into place is as new as what no build made before.
    fn to_move<'a>(&self, outputs: &'a OutputFiles) -> Result<Vec<Move<'a>>, OutputError> {
        let staged = outputs.iter().filter_map(|(file, output)| Some((file, output.staged()?)));
        let moves = staged.map(|(file, staged)| {
            if let Some(obstacle) = self.obstacle(file) {
                return Err(obstacle);
            }
            let there = fs::symlink_metadata(self.path.join(file));
            Ok(Move { file, staged, is_new: !there.is_ok_and(|metadata| !metadata.is_dir()) })
        });
        moves.collect()
    }

    /// What is to be moved is what was put there, or nothing is moved.
    fn check_stage(&self, stage: &Stage, staged: &[Move<'_>]) -> Result<(), OutputError> {
        self.check_lock()?;
        if !stage.is_in_place() || !staged.par_iter().all(|one| stage.holds(one.staged)) {
            return Err(OutputError::Disturbed(self.path.clone(), message!("folder-lost-stage-or-files")));
        }
        Ok(())
    }

    /// Without the lock another build may be at work here.
    pub(super) fn check_lock(&self) -> Result<(), OutputError> {
        if self.lock.is_in_place() {
            return Ok(());
        }
        Err(OutputError::Disturbed(self.path.clone(), message!("folder-removed")))
    }

    /// Puts the page for what is not found where new pages will be: they name each other, and one has to be first. In a
    /// folder that was empty nobody reads yet.
    fn stand_in(
        &self,
        stage: &Stage,
        outputs: &OutputFiles,
        new_pages: &[Move<'_>],
        after: AfterStep<'_>,
    ) -> Result<(), OutputError> {
        // The old one, where there is one: what it names is in place until the end.
        let from = match outputs.get(NOT_FOUND).map(OutputFile::staged) {
            _ if self.made.contains(NOT_FOUND) => self.path.join(NOT_FOUND),
            Some(Some(staged)) => stage.path_of(staged.number),
            _ => return Ok(()),
        };
        if self.made.is_empty() || new_pages.len() < 2 || !from.is_file() {
            return Ok(());
        }
        for one in new_pages {
            self.show_not_found(stage, &from, &self.free_place(one)?)?;
            after()?;
        }
        Ok(())
    }

    /// Puts a copy of the page for what is not found at a path: hard links would change the stamp of the page that they are
    /// links to.
    fn show_not_found(&self, stage: &Stage, from: &Path, to: &Path) -> Result<(), OutputError> {
        self.check_lock()?;
        let copy = fs::File::open(from).and_then(|mut from| stage.copy(&mut from)).map_err(OutputError::at(to))?;
        fs::rename(stage.path_of(copy.number), to).map_err(OutputError::at(to))
    }

    /// Puts the page for what is not found in the place of pages that are gone: they name each other, and one has to go
    /// first.
    fn cover(
        &self,
        stage: &Stage,
        outputs: &OutputFiles,
        gone: &[&String],
        after: AfterStep<'_>,
    ) -> Result<(), OutputError> {
        let from = self.path.join(NOT_FOUND);
        let pages: Vec<PathBuf> = gone
            .iter()
            .filter(|file| file.ends_with(PAGE) && self.first_link(file).is_none())
            .map(|file| self.path.join(file))
            .filter(|path| path.symlink_metadata().is_ok_and(|metadata| metadata.is_file()))
            .collect();
        if pages.len() < 2 || !outputs.contains_key(NOT_FOUND) {
            return Ok(());
        }
        for page in pages {
            self.show_not_found(stage, &from, &page)?;
            after()?;
        }
        Ok(())
    }

    fn move_all(&self, stage: &Stage, moves: &[Move<'_>], after: AfterStep<'_>) -> Result<(), OutputError> {
        for one in moves {
            self.check_lock()?;
            let to = self.place(one.file)?;
            fs::rename(stage.path_of(one.staged.number), &to).map_err(|error| match error.kind() {
                ErrorKind::NotFound => OutputError::Disturbed(self.path.clone(), message!("folder-lost-staged")),
                ErrorKind::IsADirectory => OutputError::Foreign(to),
                _ => OutputError::System(to, error),
            })?;
            after()?;
        }
        Ok(())
    }

    /// The path of an output that no file stands at yet.
    fn free_place(&self, one: &Move<'_>) -> Result<PathBuf, OutputError> {
        let path = self.place(one.file)?;
        if one.is_new && path.symlink_metadata().is_ok() { Err(OutputError::Foreign(path)) } else { Ok(path) }
    }

    /// The path of an output. Its folders are made; that they are folders is looked at in the moment of writing.
    fn place(&self, file: &str) -> Result<PathBuf, OutputError> {
        let mut path = self.path.clone();
        let mut parts = file.split('/').peekable();
        while let Some(part) = parts.next() {
            path.push(part);
            if parts.peek().is_none() {
                break;
            }
            match fs::symlink_metadata(&path) {
                Ok(metadata) if metadata.is_dir() => {}
                Ok(_) => return Err(OutputError::NotFolder(path)),
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    fs::create_dir(&path).map_err(OutputError::at(&path))?;
                }
                Err(error) => return Err(OutputError::System(path, error)),
            }
        }
        Ok(path)
    }

    /// Removes files. One that cannot go holds up no other; the first such error is given at the end.
    pub(super) fn remove_all(&self, files: &[&String], after: AfterStep<'_>) -> Result<(), OutputError> {
        let mut first = None;
        for file in files {
            self.check_lock()?;
            match self.remove(file) {
                Ok(()) => after()?,
                Err(error) => drop(first.get_or_insert(error)),
            }
        }
        first.map_or(Ok(()), Err)
    }

    /// Removes a file and the folders that are left empty; never through a link.
    pub(super) fn remove(&self, file: &str) -> Result<(), OutputError> {
        let path = self.path.join(file);
        if let Some(linked) = self.first_link(file) {
            return Err(OutputError::NotFolder(linked));
        }
        // After a kill the list names a file and what has taken its place as a folder.
        if path.symlink_metadata().is_ok_and(|metadata| metadata.is_dir()) && self.has_made_below(file) {
            return Ok(());
        }
        match fs::remove_file(&path) {
            Err(error) if !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                return Err(if path.is_dir() { OutputError::Foreign(path) } else { OutputError::System(path, error) });
            }
            _ => {}
        }
        // The first folder that is not empty ends it.
        let mut folder = path.parent();
        while let Some(empty) = folder.filter(|folder| **folder != *self.path && folder.starts_with(&self.path)) {
            if fs::remove_dir(empty).is_err() {
                break;
            }
            folder = empty.parent();
        }
        Ok(())
    }

    /// The first part of the way to a file that is a link.
    pub(super) fn first_link(&self, file: &str) -> Option<PathBuf> {
        let parents = Path::new(file).parent()?.components();
        let mut path = self.path.clone();
        parents.into_iter().find_map(|part| {
            path.push(part);
            path.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink()).then(|| path.clone())
        })
    }

    /// Every output as it is in the folder now, if it is as it was when its bytes were known.
    fn seen(&self, outputs: &OutputFiles) -> Result<BTreeMap<String, Stamp>, OutputError> {
        self.check_lock()?;
        let outputs: Vec<(&String, &OutputFile)> = outputs.iter().collect();
        let seen = outputs.into_par_iter().map(|(file, output)| {
            let stamp = self.stamp(file).filter(|stamp| stamp.is_same_content(&output.stamp()));
            let stamp = stamp
                .ok_or_else(|| OutputError::Disturbed(self.path.join(file), message!("file-changed-by-program")))?;
            Ok((file.clone(), stamp))
        });
        seen.collect()
    }

    pub(super) fn write_marker<'a>(
        &self,
        waiting: &Stage,
        files: impl Iterator<Item = &'a String>,
        state: Option<Hash>,
    ) -> Result<(), OutputError> {
        self.check_lock()?;
        let to = self.path.join(MARKER);
        let written = waiting.write(Marker::print(files, state).as_bytes());
        written.and_then(|file| fs::rename(waiting.path_of(file.number), &to)).map_err(OutputError::at(&to))
    }
}

/// A file on its way.
#[derive(Clone, Copy, Debug)]
struct Move<'a> {
    file: &'a str,
    staged: StagedFile,
    /// Whether no file stands there yet.
    is_new: bool,
}

impl Move<'_> {
    fn is_page(&self) -> bool {
        self.file.ends_with(PAGE)
    }
}

/// What the folder holds when all is in place.
fn state(outputs: &OutputFiles) -> Hash {
    Digest::new("state").list(outputs.iter().map(|(file, output)| (file, output.hash))).finish()
}

/// Whether a file that is gone stands where there is now a folder, or the other way round.
fn clashes(file: &str, outputs: &OutputFiles) -> bool {
    let below = format!("{file}/");
    let is_folder_now = outputs.range(below.clone()..).next().is_some_and(|(other, _)| other.starts_with(&below));
    let mut parent = file;
    let is_file_now = std::iter::from_fn(|| {
        parent = parent.rsplit_once('/')?.0;
        Some(parent)
    })
    .any(|parent| outputs.contains_key(parent));
    is_folder_now || is_file_now
}
