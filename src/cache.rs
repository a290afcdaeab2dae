//! What is remembered between builds, in `.samen/`: stamps of sources, and of every output the keys it was made from.
//! Only ever saves work: without it, or with a damaged one, a build gives the same bytes. So it carries the hash of its own
//! text: a bit that changed is as good as no cache.

mod artifacts;
mod pack;
mod published;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::source::{Digest, Hash, Known, Stamp};

pub use artifacts::ArtifactCache;
pub use published::{Published, PublishedEntry, PublishedStore, RetractedEntry};

/// The folder of everything that is remembered, in the root of the site.
const FOLDER: &str = ".samen";

/// How the names of stages in that folder start.
pub const STAGE: &str = "stage-";

/// First line of the file; another format is another line. The second is the hash of all that follows.
const HEAD: &str = "samen build cache 2";

/// Files changed this shortly before they were read may change again within the same tick of the clock.
const RACY: u128 = 2_000_000_000;

/// What one output was made from, and how it looks on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutputRecord {
    /// Hash of everything that went into it.
    pub key: Hash,
    /// Hash of the page before it was minified.
    pub raw: Hash,
    /// Hash of the file.
    pub hash: Hash,
    /// The file as it was written.
    pub stamp: Stamp,
}

/// The memory of one output folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cache {
    /// Hash of all inputs of the build that ended without a message; zero after any other.
    pub inputs: Hash,
    /// The state of the output folder that the outputs are those of: the one that its marker names.
    pub state: Hash,
    /// Sources by path.
    pub sources: Known,
    /// Outputs by file, relative to the output folder.
    pub outputs: BTreeMap<String, OutputRecord>,
}

/// The file of the cache for an output folder: each has its own.
#[must_use]
pub fn file(root: &Path, output: &Path) -> PathBuf {
    root.join(FOLDER).join(format!("build-{}.cache", name_of(output)))
}

/// What tells the memories of output folders apart.
fn name_of(output: &Path) -> String {
    Hash::of(output.as_os_str().as_encoded_bytes()).to_string()[..8].to_owned()
}

/// Writes a text whole, beside the old one first, under a line that names its format and one with its hash.
fn write_sealed(file: &Path, head: &str, text: &str) -> io::Result<()> {
    file.parent().map_or(Ok(()), prepare)?;
    let beside = file.with_extension("new");
    fs::write(&beside, format!("{head}\n{}\n{text}", Hash::of(text.as_bytes())))?;
    fs::rename(&beside, file)
}

/// The text of such a file; `None` where there is none, it is of another format, or anything in it has changed.
fn read_sealed(file: &Path, head: &str) -> Option<String> {
    let kept = fs::read_to_string(file).ok()?;
    let (sum, text) = kept.strip_prefix(head)?.strip_prefix('\n')?.split_once('\n')?;
    (Hash::from_hex(sum)? == Hash::of(text.as_bytes())).then(|| text.to_owned())
}

impl Cache {
    /// Reads a cache; an empty one where there is none or it cannot be read.
    #[must_use]
    pub fn read(file: &Path) -> Self {
        read_sealed(file, HEAD).and_then(|text| Self::parse(&text)).unwrap_or_default()
    }

    /// Writes the cache whole, beside the old one first.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn write(&self, file: &Path) -> io::Result<()> {
        write_sealed(file, HEAD, &self.print())
    }

    fn print(&self) -> String {
        let mut out = format!("{} {}\n{}\n", self.inputs, self.state, self.sources.len());
        for (path, (stamp, hash)) in &self.sources {
            let _ = writeln!(out, "{hash} {} {path}", print_stamp(*stamp));
        }
        for (path, record) in &self.outputs {
            let stamp = print_stamp(record.stamp);
            let _ = writeln!(out, "{} {} {} {stamp} {path}", record.key, record.raw, record.hash);
        }
        out
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let (inputs, state) = lines.next()?.split_once(' ')?;
        let count: usize = lines.next()?.parse().ok()?;
        let mut cache = Self { inputs: Hash::from_hex(inputs)?, state: Hash::from_hex(state)?, ..Self::default() };
        for line in lines.by_ref().take(count) {
            let mut words = line.splitn(6, ' ');
            let hash = Hash::from_hex(words.next()?)?;
            let stamp = parse_stamp(&mut words)?;
            cache.sources.insert(words.next()?.to_owned(), (stamp, hash));
        }
        for line in lines {
            let mut words = line.splitn(8, ' ');
            let mut hash = || Hash::from_hex(words.next()?);
            let (key, raw, hash) = (hash()?, hash()?, hash()?);
            let stamp = parse_stamp(&mut words)?;
            cache.outputs.insert(words.next()?.to_owned(), OutputRecord { key, raw, hash, stamp });
        }
        Some(cache)
    }
}

fn print_stamp(stamp: Stamp) -> String {
    format!("{} {} {} {}", stamp.size, stamp.modified, stamp.changed, stamp.inode)
}

fn parse_stamp<'a>(words: &mut impl Iterator<Item = &'a str>) -> Option<Stamp> {
    Some(Stamp {
        size: words.next()?.parse().ok()?,
        modified: words.next()?.parse().ok()?,
        changed: words.next()?.parse().ok()?,
        inode: words.next()?.parse().ok()?,
    })
}

/// The folder of everything that is remembered of the site at `root`; it is made where it is missing.
///
/// # Errors
/// Those of the file system.
pub fn folder(root: &Path) -> io::Result<PathBuf> {
    let folder = root.join(FOLDER);
    prepare(&folder)?;
    Ok(folder)
}

/// Makes the folder where it is missing, and keeps it out of Git. What lies there must not be published, so it may not be a
/// link: that could lead into the output folder or among the sources.
fn prepare(folder: &Path) -> io::Result<()> {
    if fs::symlink_metadata(folder).is_ok_and(|metadata| metadata.is_symlink()) {
        return Err(io::Error::other(format!("`{FOLDER}` is a link")));
    }
    fs::create_dir_all(folder)?;
    ignore(folder)
}

/// Keeps a folder out of Git.
fn ignore(folder: &Path) -> io::Result<()> {
    let ignore = folder.join(".gitignore");
    if ignore.exists() { Ok(()) } else { fs::write(ignore, "*\n") }
}

/// Removes all caches of a site. Stages stay: a build into another folder may be at work on one.
///
/// # Errors
/// Those of the file system.
pub fn clear(root: &Path) -> io::Result<()> {
    let folder = root.join(FOLDER);
    // What a link leads to is not samen's.
    if fs::symlink_metadata(&folder).is_ok_and(|metadata| metadata.is_symlink()) {
        return fs::remove_file(folder);
    }
    let entries = match fs::read_dir(&folder) {
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => return Ok(()),
        entries => entries?,
    };
    let mut stages = 0;
    for entry in entries {
        let entry = entry?;
        if entry.file_name().to_str().is_some_and(|name| name.starts_with(STAGE)) {
            stages += 1;
        } else if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else {
            fs::remove_file(entry.path())?;
        }
    }
    if stages == 0 { fs::remove_dir(folder) } else { ignore(&folder) }
}

/// The program itself: another one may make other pages of the same sources.
#[must_use]
pub fn program() -> Hash {
    let stamp = std::env::current_exe().and_then(fs::metadata).map(|metadata| Stamp::of(&metadata));
    Digest::new("program").add(env!("CARGO_PKG_VERSION")).add(&stamp.ok()).finish()
}

/// Stamps that may be trusted next time: not those of files changed so shortly before `now` that they could change
/// again without a new time, and not those of a time to come, as after a clock was set back.
#[must_use]
pub fn is_stable(stamp: Stamp, now: SystemTime) -> bool {
    let now = now.duration_since(UNIX_EPOCH).map_or(0, |now| now.as_nanos());
    stamp.modified != 0 && stamp.modified.max(stamp.changed) + RACY < now
}
