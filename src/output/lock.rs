//! A folder that this process holds for itself: a lock of the operating system on the folder, so that no file can be left
//! behind, be stale, or be read-only, and every path to the folder leads to the same lock. It is gone with its process.
//! Knows nothing of what the folder is for; who holds it is told by a note elsewhere, which decides nothing.

use std::fs::{self, File, Metadata, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::diagnostic::Message;
use crate::message;
use crate::source::Stamp;

/// How often a folder is taken again that somebody removed between making and locking it.
const TRIES: usize = 20;

/// Bytes that are read of a note: it is a few lines, and may be anything.
const NOTE: u64 = 4096;

/// First line of a note.
const HEAD: &str = "samen is at work";

/// A folder that is locked as long as this value lives.
#[derive(Debug)]
pub(super) struct HeldFolder {
    path: PathBuf,
    file: File,
}

impl HeldFolder {
    /// Holds a folder, and makes it where it is missing. `None` when another process holds it.
    ///
    /// # Errors
    /// Those of the file system.
    pub(super) fn take(path: &Path, make: &dyn Fn(&Path) -> io::Result<()>) -> io::Result<Option<Self>> {
        Self::hold(path, make, |file| match file.try_lock() {
            Ok(()) => Ok(true),
            Err(TryLockError::WouldBlock) => Ok(false),
            Err(TryLockError::Error(error)) => Err(error),
        })
    }

    /// The same, after waiting for as long as another process holds it.
    ///
    /// # Errors
    /// Those of the file system.
    pub(super) fn wait(path: &Path, make: &dyn Fn(&Path) -> io::Result<()>) -> io::Result<Option<Self>> {
        Self::hold(path, make, |file| file.lock().map(|()| true))
    }

    fn hold(
        path: &Path,
        make: &dyn Fn(&Path) -> io::Result<()>,
        lock: impl Fn(&File) -> io::Result<bool>,
    ) -> io::Result<Option<Self>> {
        for _ in 0..TRIES {
            make(path)?;
            let file = match File::open(path) {
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                file => file?,
            };
            match lock(&file) {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
                Ok(false) => return Ok(None),
                Ok(true) => {}
            }
            let held = Self { path: path.to_owned(), file };
            // Whoever held it before may have removed the folder: then this lock is one on nothing.
            if held.is_in_place() {
                return Ok(Some(held));
            }
        }
        Err(io::Error::other("other programs remove the folder again and again"))
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the path still leads to the folder that is held, and not to another or to a link.
    pub(super) fn is_in_place(&self) -> bool {
        let held = self.file.metadata().map(|metadata| identity(&metadata));
        let there = fs::symlink_metadata(&self.path).map(|metadata| identity(&metadata));
        held.is_ok_and(|held| there.is_ok_and(|there| held == there))
    }

    /// The process that holds a folder, where the system tells.
    pub(super) fn holder(path: &Path) -> Option<u32> {
        let inode = fs::metadata(path).map(|metadata| Stamp::of(&metadata).inode).ok()?;
        // `1: FLOCK  ADVISORY  WRITE 4242 fd:01:1234 0 EOF` (proc_locks(5)).
        let locks = fs::read_to_string("/proc/locks").ok()?;
        let line = locks.lines().find(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            words.get(1) == Some(&"FLOCK") && words.get(5).is_some_and(|word| word.ends_with(&format!(":{inode}")))
        })?;
        line.split_whitespace().nth(4)?.parse().ok().filter(|process| *process > 0)
    }
}

#[cfg(unix)]
fn identity(metadata: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.dev(), metadata.ino())
}

#[cfg(not(unix))]
fn identity(metadata: &Metadata) -> (u64, u64) {
    (0, u64::from(metadata.is_dir()))
}

impl Drop for HeldFolder {
    fn drop(&mut self) {
        // Closing is not enough: a program that is being started at this moment, such as `git`, has the file open too until
        // it runs, and would hold the lock so long.
        let _ = self.file.unlock();
    }
}

/// A note on who is at work in an output folder, for the message to others; gone with this value.
#[derive(Debug)]
pub(super) struct OwnerNote(PathBuf);

impl OwnerNote {
    /// Writes the note. Where that cannot be done, others are told less.
    pub(super) fn write(file: PathBuf) -> Self {
        let host = fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
        let since = Timestamp::now().strftime("%Y-%m-%d %H:%M:%S UTC").to_string();
        let words = std::env::args_os().skip(1).map_while(|word| word.into_string().ok());
        let command = words.take_while(|word| !word.starts_with('-')).collect::<Vec<_>>().join(" ");
        let text = format!("{HEAD}\n{}\n{}\n{since}\n{command}\n", std::process::id(), host.trim());
        let beside = file.with_extension(format!("lock.{}", std::process::id()));
        // Not written through a link, and a folder of that name stays.
        let _ = fs::write(&beside, text).and_then(|()| fs::rename(&beside, &file));
        Self(file)
    }

    /// Who holds a folder, in words: from the note, unless the system says that it is somebody else's.
    pub(super) fn owner(file: &Path, folder: &Path) -> Message {
        let process = HeldFolder::holder(folder);
        match (read_note(file), process) {
            (Some(note), Some(process)) if note.process != process => by_process(process),
            (Some(note), _) => note.words,
            (None, Some(process)) => by_process(process),
            (None, None) => message!("build-started-elsewhere"),
        }
    }
}

fn by_process(process: u32) -> Message {
    message!("process-of-others", process = process)
}

impl Drop for OwnerNote {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

/// What a note says.
struct ReadNote {
    process: u32,
    words: Message,
}

fn read_note(file: &Path) -> Option<ReadNote> {
    fs::symlink_metadata(file).ok().filter(|metadata| metadata.is_file() && metadata.len() <= NOTE)?;
    let text = fs::read_to_string(file).ok()?;
    let mut lines = text.lines();
    if lines.next()? != HEAD {
        return None;
    }
    let process = lines.next()?.parse().ok()?;
    let (host, since, command) = (lines.next()?, lines.next()?, lines.next()?);
    let words = if host.is_empty() {
        message!("process-since", command = command, process = process, since = since)
    } else {
        message!("process-on-since", command = command, process = process, host = host, since = since)
    };
    Some(ReadNote { process, words })
}
