//! What is remembered between builds, in `.samen/`: stamps of sources, and of every output the keys it was made from.
//! Only ever saves work: without it, or with a damaged one, a build gives the same bytes.

mod artifacts;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::source::{Digest, Hash, Known, Stamp};

pub use artifacts::ArtifactCache;

/// The folder of everything that is remembered, in the root of the site.
const FOLDER: &str = ".samen";

/// First line of the file; another format is another line.
const HEAD: &str = "samen build cache 1";

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
        let mut out = format!("{HEAD}\n{}\n{}\n", self.inputs, self.sources.len());
        for (path, (stamp, hash)) in &self.sources {
            let _ = writeln!(out, "{hash} {} {} {path}", stamp.size, stamp.modified);
        }
        for (path, record) in &self.outputs {
            let (size, modified) = (record.stamp.size, record.stamp.modified);
            let _ = writeln!(out, "{} {} {} {size} {modified} {path}", record.key, record.raw, record.hash);
        }
        out
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        if lines.next()? != HEAD {
            return None;
        }
        let inputs = Hash::from_hex(lines.next()?)?;
        let count: usize = lines.next()?.parse().ok()?;
        let mut cache = Self { inputs, ..Self::default() };
        for line in lines.by_ref().take(count) {
            let mut words = line.splitn(4, ' ');
            let hash = Hash::from_hex(words.next()?)?;
            let stamp = Stamp { size: words.next()?.parse().ok()?, modified: words.next()?.parse().ok()? };
            cache.sources.insert(words.next()?.to_owned(), (stamp, hash));
        }
        for line in lines {
            let mut words = line.splitn(6, ' ');
            let mut hash = || Hash::from_hex(words.next()?);
            let (key, raw, hash) = (hash()?, hash()?, hash()?);
            let stamp = Stamp { size: words.next()?.parse().ok()?, modified: words.next()?.parse().ok()? };
            cache.outputs.insert(words.next()?.to_owned(), OutputRecord { key, raw, hash, stamp });
        }
        Some(cache)
    }
}

/// Keeps a folder out of Git.
fn ignore(folder: &Path) -> io::Result<()> {
    let ignore = folder.join(".gitignore");
    if ignore.exists() { Ok(()) } else { fs::write(ignore, "*\n") }
}

/// Removes all caches of a site.
///
/// # Errors
/// Those of the file system.
pub fn clear(root: &Path) -> io::Result<()> {
    match fs::remove_dir_all(root.join(FOLDER)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// The program itself: another one may make other pages of the same sources.
#[must_use]
pub fn program() -> Hash {
    let stamp = std::env::current_exe().and_then(fs::metadata).map(|metadata| Stamp::of(&metadata));
    Digest::new("program").add(env!("CARGO_PKG_VERSION")).add(&stamp.ok()).finish()
}

/// Stamps that may be trusted next time: not those of files changed so shortly before `now` that they could change
/// again without a new time.
#[must_use]
pub fn is_stable(stamp: Stamp, now: SystemTime) -> bool {
    let now = now.duration_since(UNIX_EPOCH).map_or(0, |now| now.as_nanos());
    stamp.modified != 0 && stamp.modified + RACY < now
}
