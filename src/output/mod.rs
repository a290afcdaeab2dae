//! The only writer of a site. One build at a time has an output folder. Outputs wait on a stage and are moved into place when
//! all of them are there, so that an error or a kill leaves whole files, and the old site where the new one is not complete.
//! Knows nothing of what the files are.

mod commit;
mod error;
mod lock;
mod marker;
mod stage;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};
use std::sync::OnceLock;

use crate::cache::{self, Cache};
use crate::diagnostic::{Code, Diagnostic, Message};
use crate::message;
use crate::source::{FOLDERS, Hash, Stamp};

use lock::{HeldFolder, OwnerNote};
use marker::Marker;
use stage::{Stage, StagePlace};

pub use commit::{Committed, OutputBytes, OutputFile, OutputFiles};
pub use error::OutputError;
pub use stage::StagedFile;

/// The file by which a folder is known to be ours; it lists what builds have put there.
pub const MARKER: &str = ".samen-output";
/// How names start that only stages of samen have, in output folders and beside them.
const STAGE: &str = ".samen-stage";
/// The marker while an older program wrote it.
const UNFINISHED: &str = ".samen-output.new";

/// An output folder that may be written to, and that this process holds for itself.
#[derive(Debug)]
pub struct OutputDir {
    /// Removed before the lock is let go.
    stage: OnceLock<Stage>,
    path: PathBuf,
    root: PathBuf,
    /// Files that earlier builds made.
    made: BTreeSet<String>,
    /// What the marker says of them, where nothing is in doubt.
    state: Option<Hash>,
    _note: Option<OwnerNote>,
    lock: HeldFolder,
    /// Folders that were not there, from the inside out.
    created: Vec<PathBuf>,
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
    /// Opens a folder for the outputs of the site at `root`, and holds it. No file is changed yet.
    ///
    /// # Errors
    /// A diagnostic for a folder that another build holds, that holds the site, its sources, or anything that samen did not
    /// make, or that the system refuses.
    pub fn open(root: &Path, path: &Path) -> Result<Self, Box<Diagnostic>> {
        Self::open_by(root, path, |path, note| {
            let held = HeldFolder::take(path, &create_all).map_err(|error| unwritable(path, error))?;
            held.ok_or_else(|| Box::new(busy(path, OwnerNote::owner(note, path))))
        })
    }

    /// The same, after waiting for a build that holds the folder: `say` is told who that is.
    ///
    /// # Errors
    /// Those of [`Self::open`], but for the folder that is held.
    pub fn open_when_free(root: &Path, path: &Path, say: &dyn Fn(&Message)) -> Result<Self, Box<Diagnostic>> {
        Self::open_by(root, path, |path, note| {
            if let Some(held) = HeldFolder::take(path, &create_all).map_err(|error| unwritable(path, error))? {
                return Ok(held);
            }
            say(&OwnerNote::owner(note, path));
            let held = HeldFolder::wait(path, &create_all).map_err(|error| unwritable(path, error))?;
            held.ok_or_else(|| Box::new(busy(path, OwnerNote::owner(note, path))))
        })
    }

    fn open_by(
        root: &Path,
        path: &Path,
        hold: impl Fn(&Path, &Path) -> Result<HeldFolder, Box<Diagnostic>>,
    ) -> Result<Self, Box<Diagnostic>> {
        let (root, path) = (absolute(root), absolute(path));
        refuse_sources(&root, &path)?;
        if path.exists() && !path.is_dir() {
            return Err(refused(&path, message!("output-is-file")));
        }
        let created = path.ancestors().take_while(|folder| !folder.exists()).map(Path::to_path_buf).collect();
        let note = cache::file(&root, &path).with_extension("lock");
        let lock = hold(&path, &note)?;
        // Now that nobody else writes here: what it holds.
        let marker = read_marker(&root, &path)?;
        // Without a place for the note, others are told less.
        let note = cache::folder(&root).ok().map(|_| OwnerNote::write(note));
        Ok(Self {
            stage: OnceLock::new(),
            made: marker.made,
            state: marker.state,
            path,
            root,
            _note: note,
            lock,
            created,
        })
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

    /// The state that the last build left; `None` where that is in doubt.
    #[must_use]
    pub fn state(&self) -> Option<Hash> {
        self.state
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
        fs::File::open(self.path.join(file)).and_then(|mut file| Hash::of_reader(&mut file)).ok()
    }

    /// Why an output cannot be written there: a file that no build made, or a link on the way.
    #[must_use]
    pub fn obstacle(&self, file: &str) -> Option<OutputError> {
        if let Some(link) = self.first_link(file) {
            return Some(OutputError::NotFolder(link));
        }
        let path = self.path.join(file);
        let metadata = path.symlink_metadata().ok()?;
        let is_ours = if metadata.is_dir() { self.has_made_below(file) } else { self.made.contains(file) };
        (!is_ours).then_some(OutputError::Foreign(path))
    }

    /// Whether every folder that builds made is one, and no link to another.
    #[must_use]
    pub fn has_real_folders(&self) -> bool {
        use rayon::prelude::*;
        let mut folders = BTreeSet::new();
        for file in &self.made {
            // From the inside out, up to one that is known.
            let mut folder = file.as_str();
            while let Some((parent, _)) = folder.rsplit_once('/')
                && folders.insert(parent)
            {
                folder = parent;
            }
        }
        let is_real = |folder: &&str| fs::symlink_metadata(self.path.join(folder)).is_ok_and(|it| it.is_dir());
        folders.par_iter().all(is_real)
    }

    /// Whether builds made files below a path.
    fn has_made_below(&self, path: &str) -> bool {
        let below = format!("{path}/");
        self.made.range(below.clone()..).next().is_some_and(|made| made.starts_with(&below))
    }

    /// Clears what killed builds left, and opens the stage.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn begin(&self) -> Result<(), OutputError> {
        self.clear_leftovers()?;
        self.staging().map(|_| ())
    }

    /// Puts a file on the stage.
    ///
    /// # Errors
    /// Those of the file system; a full disk among them.
    pub fn stage(&self, bytes: &[u8]) -> Result<StagedFile, OutputError> {
        self.staging()?.write(bytes).map_err(OutputError::at(&self.path))
    }

    /// Puts on the stage what a reader gives, in pieces.
    ///
    /// # Errors
    /// Those of the reader and of the file system.
    pub fn stage_copy(&self, from: &mut dyn io::Read) -> Result<StagedFile, OutputError> {
        self.staging()?.copy(from).map_err(OutputError::at(&self.path))
    }

    /// The stage; it is opened by whoever asks first.
    fn staging(&self) -> Result<&Stage, OutputError> {
        if let Some(stage) = self.stage.get() {
            return Ok(stage);
        }
        let stage = Stage::open(&self.stage_places(), &self.path).map_err(OutputError::at(&self.path))?;
        Ok(self.stage.get_or_init(|| stage))
    }

    /// Where stages may be, best first: what the site remembers is never published; beside the output folder and, where
    /// that is another file system or may not be written to, in it.
    fn stage_places(&self) -> Vec<StagePlace> {
        let mut places = Vec::new();
        places.extend(cache::folder(&self.root).ok().map(|folder| StagePlace::new(&folder, cache::STAGE)));
        if let Some((parent, name)) = self.path.parent().zip(self.path.file_name()) {
            places.push(StagePlace::new(parent, &format!("{STAGE}-{}-", name.to_string_lossy())));
        }
        places.push(StagePlace::new(&self.path, &format!("{STAGE}-")));
        places
    }

    /// Removes the stages that killed builds left, and nothing else.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn clear_leftovers(&self) -> Result<(), OutputError> {
        let mut places = self.stage_places();
        // What older programs left has no number.
        places.push(StagePlace::new(&self.path, STAGE));
        stage::clear_leftovers(&places, &self.path)?;
        remove_if_there(&self.path.join(UNFINISHED)).map_err(OutputError::at(&self.path.join(UNFINISHED)))
    }

    /// The bytes of a file of the folder.
    #[must_use]
    pub fn read(&self, file: &str) -> Option<Vec<u8>> {
        fs::read(self.path.join(file)).ok()
    }

    /// Deletes some of the files that builds made, and gives their number. The next build trusts nothing of the others.
    ///
    /// # Errors
    /// The first of the file system: one file that cannot go holds up no other. Those of the lock.
    pub fn take_away(&self, files: &BTreeSet<String>) -> Result<usize, OutputError> {
        let gone: Vec<&String> = self.made.intersection(files).collect();
        let (mut left, mut first) = (self.made.clone(), None);
        for file in &gone {
            self.check_lock()?;
            match self.remove(file) {
                Ok(()) => drop(left.remove(*file)),
                Err(error) => drop(first.get_or_insert(error)),
            }
        }
        self.write_marker(self.staging()?, left.iter(), None)?;
        first.map_or(Ok(gone.len()), Err)
    }

    /// Removes everything that builds made. The folder itself stays.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn clean(&self) -> Result<usize, OutputError> {
        self.clear_leftovers()?;
        let files: Vec<&String> = self.made.iter().collect();
        self.remove_all(&files, &mut || Ok(()))?;
        let marker = self.path.join(MARKER);
        remove_if_there(&marker).map_err(OutputError::at(&marker))?;
        Ok(self.made.len())
    }
}

impl Drop for OutputDir {
    fn drop(&mut self) {
        drop(self.stage.take());
        // A build that wrote nothing leaves no empty folder behind.
        let _ = self.created.iter().try_for_each(fs::remove_dir);
    }
}

/// A folder with sources is no place for outputs.
fn refuse_sources(root: &Path, path: &Path) -> Result<(), Box<Diagnostic>> {
    if root.starts_with(path) {
        return Err(refused(path, message!("output-holds-site")));
    }
    let sources = FOLDERS.iter().map(|folder| root.join(folder)).chain([root.join(".git"), root.join(".samen")]);
    if sources.into_iter().any(|folder| path.starts_with(folder)) {
        return Err(refused(path, message!("output-holds-sources")));
    }
    Ok(())
}

/// What builds made of a folder. Where the list is damaged, what is remembered of the folder helps.
fn read_marker(root: &Path, path: &Path) -> Result<Marker, Box<Diagnostic>> {
    let bytes = match fs::read(path.join(MARKER)) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(unwritable(&path.join(MARKER), error)),
    };
    match bytes.as_deref().map(Marker::parse) {
        Some(Some(marker)) if marker.whole => Ok(marker),
        Some(Some(damaged)) => {
            let known: BTreeSet<String> = Cache::read(&cache::file(root, path)).outputs.into_keys().collect();
            if known.is_empty() && first_foreign(path).is_some() {
                return Err(Box::new(damaged_list(path)));
            }
            Ok(Marker { made: damaged.made.into_iter().chain(known).collect(), state: None, whole: false })
        }
        Some(None) => Err(refused(path, message!("output-marker-foreign", marker = MARKER))),
        None => match first_foreign(path) {
            Some(name) => Err(refused(path, message!("output-holds-foreign", name = name))),
            None => Ok(Marker::default()),
        },
    }
}

/// Says why a folder cannot be the output folder.
fn refused(path: &Path, why: Message) -> Box<Diagnostic> {
    let message = message!("output-no-folder", path = path.display().to_string(), why = why);
    let help = message!("output-no-folder-help");
    Box::new(Diagnostic::error(Code::OutputRefused, message).help(help))
}

fn damaged_list(path: &Path) -> Diagnostic {
    let message = message!("output-list-damaged", path = path.display().to_string(), marker = MARKER);
    Diagnostic::error(Code::OutputRefused, message).help(message!("output-list-damaged-help"))
}

fn busy(path: &Path, owner: Message) -> Diagnostic {
    let message = message!("output-busy", path = path.display().to_string(), owner = owner);
    Diagnostic::error(Code::OutputBusy, message).help(message!("output-busy-help"))
}

fn unwritable(path: &Path, error: io::Error) -> Box<Diagnostic> {
    Box::new(OutputError::System(path.to_owned(), error).diagnostic())
}

/// Makes a folder and those that it is in.
fn create_all(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
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

/// The first name in a folder, by the alphabet, that is not samen's and not what keeps the folder in Git.
fn first_foreign(path: &Path) -> Option<String> {
    let names = fs::read_dir(path).ok()?.flatten().map(|entry| entry.file_name());
    names.filter(|name| !is_kept(name)).min().map(|name| name.to_string_lossy().into_owned())
}

/// Whether a name in a folder is samen's, or keeps the folder in Git: `.git` is there where it is a worktree.
fn is_kept(name: &OsStr) -> bool {
    let of_git = [".git", ".gitkeep", ".gitignore"];
    name.to_str()
        .is_some_and(|name| of_git.contains(&name) || [MARKER, UNFINISHED].contains(&name) || name.starts_with(STAGE))
}

fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::IsADirectory) => Err(error),
        _ => Ok(()),
    }
}

/// Stamps of many files of a folder at once.
#[must_use]
pub fn stamps(folder: &OutputDir, files: impl IntoIterator<Item = String>) -> BTreeMap<String, Stamp> {
    use rayon::prelude::*;
    let files: Vec<String> = files.into_iter().collect();
    files.into_par_iter().filter_map(|file| folder.stamp(&file).map(|stamp| (file, stamp))).collect()
}
