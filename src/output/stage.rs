//! Where outputs wait until all are made: a folder of this process alone, outside the published folder where that can be
//! and on the same file system, under numbers for names. Knows nothing of what the files are.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::STAGE;
use super::error::OutputError;
use super::lock::HeldFolder;
use crate::source::Stamp;

/// A place for stages: a folder, and how their names start there.
#[derive(Debug)]
pub(super) struct StagePlace {
    folder: PathBuf,
    prefix: String,
}

impl StagePlace {
    pub(super) fn new(folder: &Path, prefix: &str) -> Self {
        Self { folder: folder.to_owned(), prefix: prefix.to_owned() }
    }
}

/// Folders in which files wait: threads that make files in the same one wait for each other.
const SHARDS: usize = 16;

/// A file that waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StagedFile {
    /// Its name on the stage.
    pub(super) number: usize,
    /// How it was when it had been written.
    pub(super) stamp: Stamp,
}

/// The stage of this process; gone with this value.
#[derive(Debug)]
pub(super) struct Stage {
    held: HeldFolder,
    next: AtomicUsize,
}

impl Stage {
    /// Opens a stage in the first place from which files can be renamed into `target`.
    ///
    /// # Errors
    /// Those of the file system in the last of the places.
    pub(super) fn open(places: &[StagePlace], target: &Path) -> io::Result<Self> {
        let mut last = io::Error::other("there is no place for a stage");
        for place in places {
            match Self::open_in(place).and_then(|stage| stage.probe(target).map(|()| stage)) {
                Ok(stage) => return Ok(stage),
                Err(error) => last = error,
            }
        }
        Err(last)
    }

    fn open_in(place: &StagePlace) -> io::Result<Self> {
        let path = place.folder.join(format!("{}{}", place.prefix, std::process::id()));
        let held = HeldFolder::take(&path, &create_private)?;
        let held = held.ok_or_else(|| io::Error::other(format!("`{}` is taken", path.display())))?;
        // A process of that number may have been killed before its stage was cleared.
        clear_folder(&path)?;
        (0..SHARDS).try_for_each(|shard| fs::create_dir(path.join(format!("{shard:x}"))))?;
        Ok(Self { held, next: AtomicUsize::new(0) })
    }

    /// Tries the way that all files will go.
    fn probe(&self, target: &Path) -> io::Result<()> {
        // With a name that a stage may have: after a kill it is cleared as one.
        let (from, to) = (self.held.path().join("probe"), target.join(format!("{STAGE}-probe-{}", std::process::id())));
        fs::create_dir(&from)?;
        fs::rename(&from, &to)?;
        fs::remove_dir(&to)
    }

    /// Puts bytes on the stage.
    ///
    /// # Errors
    /// Those of the file system; a full disk among them.
    pub(super) fn write(&self, bytes: &[u8]) -> io::Result<StagedFile> {
        self.add(|path| fs::write(path, bytes))
    }

    /// Puts on the stage what a reader gives, in pieces.
    ///
    /// # Errors
    /// Those of the reader and of the file system.
    pub(super) fn copy(&self, from: &mut dyn io::Read) -> io::Result<StagedFile> {
        self.add(|path| io::copy(from, &mut fs::File::create(path)?).map(|_| ()))
    }

    fn add(&self, write: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<StagedFile> {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let path = self.path_of(number);
        write(&path)?;
        // After the file is closed: some file systems set the time only then.
        Ok(StagedFile { number, stamp: Stamp::of(&fs::symlink_metadata(&path)?) })
    }

    /// Whether a file is as it was written.
    pub(super) fn holds(&self, file: StagedFile) -> bool {
        let metadata = fs::symlink_metadata(self.path_of(file.number));
        metadata.is_ok_and(|metadata| metadata.is_file() && Stamp::of(&metadata) == file.stamp)
    }

    pub(super) fn is_in_place(&self) -> bool {
        self.held.is_in_place()
    }

    pub(super) fn path_of(&self, number: usize) -> PathBuf {
        self.held.path().join(format!("{:x}", number % SHARDS)).join(number.to_string())
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // What cannot be removed now, the next build removes.
        if self.is_in_place() {
            let _ = fs::remove_dir_all(self.held.path());
        }
    }
}

/// Removes the stages that killed processes left: those that nobody holds. One of another user stays where it is never
/// published; in the `published` folder it is an error.
///
/// # Errors
/// Those of the file system.
pub(super) fn clear_leftovers(places: &[StagePlace], published: &Path) -> Result<(), OutputError> {
    for place in places {
        let Ok(entries) = fs::read_dir(&place.folder) else { continue };
        for entry in entries {
            let entry = entry.map_err(OutputError::at(&place.folder))?;
            if !entry.file_name().to_str().is_some_and(|name| name.starts_with(&place.prefix)) {
                continue;
            }
            match clear_leftover(&entry) {
                Err(error) if error.kind() == ErrorKind::PermissionDenied && place.folder != published => {}
                cleared => cleared.map_err(OutputError::at(&entry.path()))?,
            }
        }
    }
    Ok(())
}

fn clear_leftover(entry: &fs::DirEntry) -> io::Result<()> {
    let (path, kind) = (entry.path(), entry.file_type()?);
    if kind.is_symlink() {
        return fs::remove_file(path);
    }
    // A file is none of our stages.
    if !kind.is_dir() {
        return Ok(());
    }
    // A build that ends at this moment removes its stage itself.
    let is_there = |path: &Path| fs::symlink_metadata(path).map(|_| ());
    let removed = HeldFolder::take(&path, &is_there).and_then(|held| match held {
        Some(_held) => fs::remove_dir_all(&path),
        None => Ok(()),
    });
    match removed {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn clear_folder(path: &Path) -> io::Result<()> {
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Makes a folder that only this user may look into: drafts may wait there.
fn create_private(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists && is_folder(path) => Ok(()),
        made => made,
    }
}

fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_dir())
}
