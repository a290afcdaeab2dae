//! What is remembered between builds, in `.samen/`: stamps of sources, and of every output the keys it was made from.
//! Only ever saves work: without it, or with a damaged one, a build gives the same bytes. So it carries the hash of its own
//! text: a bit that changed is as good as no cache.

mod artifacts;
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
    let name = Hash::of(output.as_os_str().as_encoded_bytes()).to_string();
    root.join(FOLDER).join(format!("build-{}.cache", &name[..8]))
}

impl Cache {
    /// Reads a cache; an empty one where there is none or it cannot be read.
    #[must_use]
    pub fn read(file: &Path) -> Self {
        fs::read_to_string(file).ok().and_then(|text| Self::parse(&text)).unwrap_or_default()
    }

    /// Writes the cache whole, beside the old one first.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn write(&self, file: &Path) -> io::Result<()> {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
            ignore(folder)?;
        }
        let beside = file.with_extension("new");
        fs::write(&beside, self.print())?;
        fs::rename(&beside, file)
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
        format!("{HEAD}\n{}\n{out}", Hash::of(out.as_bytes()))
    }

    fn parse(text: &str) -> Option<Self> {
        let (sum, rest) = text.strip_prefix(HEAD)?.strip_prefix('\n')?.split_once('\n')?;
        if Hash::from_hex(sum)? != Hash::of(rest.as_bytes()) {
            return None;
        }
        let mut lines = rest.lines();
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
    fs::create_dir_all(&folder)?;
    ignore(&folder)?;
    Ok(folder)
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
