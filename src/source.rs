//! Files in, by path and hash, from disk or from memory: the only reader of a site's files.
//! Knows nothing of what the files mean.

mod carried;
mod change;
mod digest;
mod elsewhere;
mod ends;
mod failure;
mod folder;
mod fresh;
mod fresh_tree;
mod ground;
mod moves;
mod over;
mod paths;
mod pointer;
mod replace;
mod walk;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::UNIX_EPOCH;

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::message;
use failure::ReadFailure;
use folder::{OpenFile, SiteFolder};
use walk::walk;

pub use carried::{CARRIED_THEME, CARRIED_VERSION, carried, carried_bytes};
pub use change::{FileChange, change_files};
pub(crate) use digest::digestible;
pub use digest::{Digest, Digestible};
pub use elsewhere::{OtherFolder, OtherFolderFault};
pub use ends::FileEnds;
pub use fresh::{FreshFile, read_beside, read_bytes_named, write_fresh};
pub use fresh_tree::write_fresh_tree;
pub use ground::{Ground, take_away};
pub use moves::PathMove;
pub use paths::joined;
pub use pointer::pointer;

/// The folders of a site that are read, beside its settings file.
pub const FOLDERS: &[&str] = &["assets", "content", "data", "static", "templates", "themes"];

/// 128 bits of BLAKE3: names content, never a secret. Of more than one value it is made by a [`Digest`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Hash(pub [u8; 16]);

impl Hash {
    /// The hash of bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self::short(blake3::Hasher::new().update(bytes))
    }

    /// The hash of the bytes that a hasher was given.
    fn short(hasher: &blake3::Hasher) -> Self {
        let mut short = [0; 16];
        short.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
        Self(short)
    }

    /// The hash of all that a reader gives, in pieces.
    ///
    /// # Errors
    /// Those of the reader.
    pub fn of_reader(from: &mut dyn Read) -> io::Result<Self> {
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(from)?;
        Ok(Self::short(&hasher))
    }

    /// Reads what [`fmt::Display`] writes.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let mut bytes = [0; 16];
        if text.len() != 32 || !text.is_ascii() {
            return None;
        }
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
            *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What the file system says of a file, by which an unchanged file is known without reading it. The time of the last
/// change of content can be set back by many programs; that of the entry in the file system cannot, and the number
/// changes with every file that takes the place of another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// Bytes.
    pub size: u64,
    /// When the content was changed last, in nanoseconds since 1970.
    pub modified: u128,
    /// When the file, its name or its permissions were changed last, in nanoseconds since 1970; 0 where no system says so.
    pub changed: u128,
    /// The number of the file in its file system; 0 where no system says so.
    pub inode: u64,
}

impl Stamp {
    /// The stamp of a file on disk.
    #[must_use]
    pub fn of(metadata: &fs::Metadata) -> Self {
        let modified = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let stamp =
            Self { size: metadata.len(), modified: modified.map_or(0, |time| time.as_nanos()), ..Self::default() };
        with_entry(stamp, metadata)
    }

    /// Whether a file that was only moved since may have both stamps: a move changes the time of the entry, no more.
    #[must_use]
    pub fn is_same_content(&self, other: &Self) -> bool {
        Self { changed: 0, ..*self } == Self { changed: 0, ..*other }
    }
}

#[cfg(unix)]
fn with_entry(stamp: Stamp, metadata: &fs::Metadata) -> Stamp {
    use std::os::unix::fs::MetadataExt;
    let seconds = u128::try_from(metadata.ctime()).unwrap_or_default();
    let nanoseconds = u128::try_from(metadata.ctime_nsec()).unwrap_or_default();
    Stamp { changed: seconds * 1_000_000_000 + nanoseconds, inode: metadata.ino(), ..stamp }
}

#[cfg(not(unix))]
fn with_entry(stamp: Stamp, _: &fs::Metadata) -> Stamp {
    stamp
}

/// What an earlier run knew of the files: stamp and hash by path.
pub type Known = BTreeMap<String, (Stamp, Hash)>;

/// Asked for a path, what is known of that file.
type Knows<'a> = dyn Fn(&str) -> Option<(Stamp, Hash)> + Sync + 'a;

/// One file.
#[derive(Clone, Debug)]
pub struct Source {
    /// Path from the root of the site, with `/`.
    pub path: Arc<str>,
    /// Size and time.
    pub stamp: Stamp,
    /// Hash of the bytes.
    pub hash: Hash,
    /// The bytes, where the program carries them and the site has no file of this path.
    carried: Option<&'static [u8]>,
}

impl Source {
    /// Whether it is a file of the theme that the program carries.
    #[must_use]
    pub fn is_carried(&self) -> bool {
        self.carried.is_some()
    }
}

/// All files of a site, those of the carried theme among them.
#[derive(Debug)]
pub struct Sources {
    store: Store,
    files: BTreeMap<Arc<str>, Source>,
    /// Bytes that take the place of those in the store.
    replaced: BTreeMap<Arc<str>, Arc<[u8]>>,
    /// Texts that are no files of the site, to show lines of.
    extra_texts: BTreeMap<Arc<str>, Arc<str>>,
    /// Texts that were read to be hashed and that somebody reads next, once.
    prefetched: Mutex<BTreeMap<Arc<str>, Arc<[u8]>>>,
}

#[derive(Debug)]
enum Store {
    Disk(SiteFolder),
    Memory(BTreeMap<Arc<str>, Arc<[u8]>>),
}

/// Bytes of the largest text that is kept at hand, and of all of them.
const AT_HAND: (usize, usize) = (64 << 10, 64 << 20);

/// Bytes of the largest file that is read on request: translations of a large site.
const LARGEST: u64 = 64 << 20;

/// Bytes of the largest text of a site. Those that people write are far smaller, and whoever reads one has a bound of its
/// own; this one keeps a file of a gigabyte from being read before it is refused.
const LARGEST_TEXT: u64 = 16 << 20;

/// Bytes of the largest file that is taken into memory whole: a photograph, a font. Others are copied in pieces.
const LARGEST_WHOLE: u64 = 128 << 20;

/// Reads a text that somebody names, such as a packet of translations; it need not lie in the site.
///
/// # Errors
/// A diagnostic when it cannot be read, is very large or is not UTF-8.
pub fn read_named(name: &Path) -> Result<(Arc<str>, Arc<str>), Box<Diagnostic>> {
    let path: Arc<str> = Arc::from(name.to_string_lossy().into_owned());
    let failed = |failure: ReadFailure| Box::new(failure.told(&path));
    let file = fs::File::open(name).map_err(ReadFailure::System).map_err(failed)?;
    let metadata = file.metadata().map_err(ReadFailure::System).map_err(failed)?;
    let bytes = OpenFile { file, metadata }.read(LARGEST).map_err(failed)?;
    let text = text_of(&path, &bytes)?;
    Ok((path, text))
}

/// Writes a file that somebody names, which need not lie in the site; one that is there is replaced as a whole.
///
/// # Errors
/// A diagnostic when the disk refuses.
pub fn write_named(name: &Path, text: &str) -> Result<(), Box<Diagnostic>> {
    let (folder, file) = (name.parent().unwrap_or(Path::new("")), name.file_name().unwrap_or_default());
    write(folder, &Arc::from(file.to_string_lossy().into_owned()), text)
}

/// Writes a source file below `root`, beside first and then under its name, so that it is never half there.
///
/// # Errors
/// A diagnostic when the disk refuses.
pub fn write(root: &Path, path: &Arc<str>, text: &str) -> Result<(), Box<Diagnostic>> {
    let to = root.join(&**path);
    let beside = to.with_extension("new");
    let written = to.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&beside, text));
    written.and_then(|()| fs::rename(&beside, &to)).map_err(|error| {
        let message = message!("write-failed", path = &**path, reason = failure::system_reason(&error));
        Box::new(Diagnostic::error(Code::OutputFailed, message))
    })
}

impl Sources {
    /// A site in memory, for tests and previews.
    #[must_use]
    pub fn memory(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let store: BTreeMap<Arc<str>, Arc<[u8]>> =
            files.into_iter().map(|(path, bytes)| (Arc::from(path), Arc::from(bytes))).collect();
        let files = store
            .iter()
            .map(|(path, bytes)| {
                let stamp = Stamp { size: bytes.len() as u64, ..Stamp::default() };
                (Arc::clone(path), Source { path: Arc::clone(path), stamp, hash: Hash::of(bytes), carried: None })
            })
            .collect();
        Self::of(Store::Memory(store), files)
    }

    /// The files of a store, with those that the program carries under them.
    fn of(store: Store, mut files: BTreeMap<Arc<str>, Source>) -> Self {
        carried::lay(&mut files);
        Self { store, files, extra_texts: BTreeMap::new(), replaced: BTreeMap::new(), prefetched: Mutex::default() }
    }

    /// The files below a root for showing their lines: nothing is listed or hashed.
    #[must_use]
    pub fn shown_from(root: &Path) -> Self {
        Self::of(Store::Disk(SiteFolder::new(root)), BTreeMap::new())
    }

    /// Reads the folders of a site and its settings file. Files whose stamp is in `known` are not read again; small ones are
    /// all the same where the system does not say when a file itself was changed, which no tool sets back.
    #[must_use]
    pub fn disk(root: &Path, config: &str, known: &Known, diagnostics: &mut Diagnostics) -> Self {
        let is_telling = |stamp: &Stamp| stamp.changed != 0 || stamp.size > AT_HAND.0 as u64;
        let known = |path: &str| known.get(path).copied().filter(|(stamp, _)| is_telling(stamp));
        Self::scan(root, config, &known, diagnostics)
    }

    /// The same site as it is now. Files are not read again whose stamp is the same and stable.
    #[must_use]
    pub fn rescan(
        &self,
        root: &Path,
        config: &str,
        is_stable: &(dyn Fn(Stamp) -> bool + Sync),
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let stable = |path: &str| self.files.get(path).filter(|source| is_stable(source.stamp));
        let known = |path: &str| stable(path).map(|source| (source.stamp, source.hash));
        Self::scan(root, config, &known, diagnostics)
    }

    /// The same site where only these files are looked at, as far as they are known and still plain files, and those among
    /// them that differ. `None` when none does.
    #[must_use]
    pub fn rescan_paths(&self, paths: &BTreeSet<String>) -> Option<(Self, Vec<Arc<str>>)> {
        let Store::Disk(root) = &self.store else { return None };
        let (mut files, mut changed) = (None, Vec::new());
        for old in paths.iter().filter_map(|path| self.files.get(&**path)) {
            // A link is looked at with all other files: only then is it told where one may not lead.
            let plain = fs::symlink_metadata(root.path().join(&*old.path)).is_ok_and(|metadata| metadata.is_file());
            let new = plain.then(|| hash(root, Arc::clone(&old.path), old.stamp, &|_| None).ok()).flatten();
            if let Some((new, _)) = new.filter(|(new, _)| new.hash != old.hash) {
                changed.push(Arc::clone(&old.path));
                files.get_or_insert_with(|| self.files.clone()).insert(Arc::clone(&old.path), new);
            }
        }
        Some((Self::of(Store::Disk(root.clone()), files?), changed))
    }

    fn scan(root: &Path, config: &str, known: &Knows<'_>, diagnostics: &mut Diagnostics) -> Self {
        let site = SiteFolder::new(root);
        let mut found = Vec::new();
        // The settings are missing where their reader asks for them.
        if let Ok(metadata) = fs::metadata(root.join(config)) {
            found.push((Arc::from(config), Stamp::of(&metadata)));
        }
        for folder in FOLDERS {
            walk(&site, folder, &mut found, diagnostics);
        }
        let hashed: Vec<Result<Hashed, Box<Diagnostic>>> =
            found.into_par_iter().map(|(path, stamp)| hash(&site, path, stamp, known)).collect();
        let (mut files, mut prefetched, mut kept) = (BTreeMap::new(), BTreeMap::new(), 0);
        for result in hashed {
            match result {
                Ok((source, bytes)) => {
                    if let Some(bytes) = bytes.filter(|bytes| kept + bytes.len() <= AT_HAND.1) {
                        kept += bytes.len();
                        prefetched.insert(Arc::clone(&source.path), bytes);
                    }
                    files.insert(Arc::clone(&source.path), source);
                }
                Err(diagnostic) => diagnostics.push(*diagnostic),
            }
        }
        Self { prefetched: Mutex::new(prefetched), ..Self::of(Store::Disk(site), files) }
    }

    /// All files, in the order of their paths.
    pub fn files(&self) -> impl Iterator<Item = &Source> {
        self.files.values()
    }

    /// The file of that path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Source> {
        self.files.get(path)
    }

    /// The files in a folder and below it, in the order of their paths.
    pub fn under<'a>(&'a self, folder: &str) -> impl Iterator<Item = &'a Source> + use<'a> {
        let prefix = format!("{folder}/");
        let start: Arc<str> = Arc::from(prefix.as_str());
        self.files.range(start..).map(|(_, source)| source).take_while(move |source| source.path.starts_with(&prefix))
    }

    /// The bytes of a file, as they were listed.
    ///
    /// # Errors
    /// A diagnostic when the file is gone, was changed or replaced since it was listed, cannot be read, or is too large for
    /// the memory.
    pub fn bytes(&self, path: &Arc<str>) -> Result<Arc<[u8]>, Box<Diagnostic>> {
        self.read(path, LARGEST_WHOLE)
    }

    /// The bytes of a file that the program carries, unless the site has one of this path.
    fn carried(&self, path: &str) -> Option<&'static [u8]> {
        self.files.get(path)?.carried
    }

    fn read(&self, path: &Arc<str>, most: u64) -> Result<Arc<[u8]>, Box<Diagnostic>> {
        if let Some(bytes) = self.replaced.get(path) {
            return Ok(Arc::clone(bytes));
        }
        if let Some(bytes) = self.carried(path) {
            return Ok(Arc::from(bytes));
        }
        let failed = |failure: ReadFailure| Box::new(failure.told(path));
        let site = match &self.store {
            Store::Memory(files) => {
                return files.get(path).map(Arc::clone).ok_or_else(|| failed(ReadFailure::absent()));
            }
            Store::Disk(site) => site,
        };
        let bytes = site.open(path).and_then(|open| open.read(most)).map_err(failed)?;
        // What is closed may have been moved to this place meanwhile. What was decided holds for the bytes that were listed.
        if self.files.get(path).is_some_and(|listed| listed.hash != Hash::of(&bytes)) {
            return Err(failed(ReadFailure::Changed));
        }
        Ok(Arc::from(bytes))
    }

    /// The bytes of a file of any size, in pieces. Its end is an error where they are not those that were listed: what was
    /// read is then worth nothing.
    ///
    /// # Errors
    /// A diagnostic when the file is gone, or may not be opened.
    pub fn reader(&self, path: &Arc<str>) -> Result<ListedReader, Box<Diagnostic>> {
        let from: Box<dyn Read + Send> = match &self.store {
            _ if self.replaced.contains_key(path) => Box::new(io::Cursor::new(self.bytes(path)?)),
            _ if let Some(bytes) = self.carried(path) => Box::new(io::Cursor::new(bytes)),
            Store::Memory(_) => Box::new(io::Cursor::new(self.bytes(path)?)),
            Store::Disk(site) => Box::new(site.open(path).map_err(|failure| Box::new(failure.told(path)))?.file),
        };
        let listed = self.files.get(path).map(|source| source.hash);
        Ok(ListedReader { path: Arc::clone(path), from, hasher: blake3::Hasher::new(), listed })
    }

    /// The first `head` and the last `tail` bytes of a file.
    ///
    /// # Errors
    /// A diagnostic when the file is gone or cannot be read.
    pub fn ends(&self, path: &Arc<str>, head: usize, tail: usize) -> Result<FileEnds, Box<Diagnostic>> {
        match &self.store {
            _ if self.replaced.contains_key(path) => Ok(FileEnds::of(&self.bytes(path)?, head, tail)),
            _ if let Some(bytes) = self.carried(path) => Ok(FileEnds::of(bytes, head, tail)),
            Store::Memory(_) => Ok(FileEnds::of(&self.bytes(path)?, head, tail)),
            Store::Disk(site) => site
                .open(path)
                .and_then(|open| FileEnds::read(open.file, head, tail).map_err(ReadFailure::System))
                .map_err(|failure| Box::new(failure.told(path))),
        }
    }

    /// At most `most` bytes of a file, from the byte `at` on; none behind its end.
    ///
    /// # Errors
    /// A diagnostic when the file is not as it was listed, by its stamp, or cannot be read.
    pub fn part(&self, path: &Arc<str>, at: u64, most: usize) -> Result<Vec<u8>, Box<Diagnostic>> {
        let failed = |failure: ReadFailure| Box::new(failure.told(path));
        let OpenFile { mut file, metadata } = match &self.store {
            Store::Disk(site) if !self.replaced.contains_key(path) && self.carried(path).is_none() => {
                site.open(path).map_err(failed)?
            }
            _ => {
                let rest = self.bytes(path)?;
                let rest = rest.get(usize::try_from(at).unwrap_or(usize::MAX)..).unwrap_or_default();
                return Ok(rest[..rest.len().min(most)].to_vec());
            }
        };
        if self.files.get(path).is_none_or(|listed| listed.stamp != Stamp::of(&metadata)) {
            return Err(failed(ReadFailure::Changed));
        }
        let mut part = Vec::with_capacity(most);
        let read = file.seek(SeekFrom::Start(at)).and_then(|_| file.take(most as u64).read_to_end(&mut part));
        read.map(|_| part).map_err(|error| failed(ReadFailure::System(error)))
    }

    /// The text of a file, without byte order mark and with `\n` at the end of lines.
    ///
    /// # Errors
    /// A diagnostic when the file cannot be read or is not UTF-8.
    pub fn text(&self, path: &Arc<str>) -> Result<Arc<str>, Box<Diagnostic>> {
        text_of(path, &self.read(path, LARGEST_TEXT)?)
    }

    /// The text of a file and the hash of its bytes; zero where it cannot be read. A file whose bytes were read for the
    /// listing is not read a second time.
    pub fn text_and_hash(&self, path: &Arc<str>) -> (Hash, Result<Arc<str>, Box<Diagnostic>>) {
        let prefetched = self.prefetched.lock().unwrap_or_else(PoisonError::into_inner).remove(path);
        if let Some((bytes, source)) = prefetched.zip(self.files.get(path)) {
            return (source.hash, text_of(path, &bytes));
        }
        match self.read(path, LARGEST_TEXT) {
            Ok(bytes) => (Hash::of(&bytes), text_of(path, &bytes)),
            Err(diagnostic) => (Hash::default(), Err(diagnostic)),
        }
    }

    /// Whether the files whose path `counts` still hold what they held when they were listed.
    #[must_use]
    pub fn are_as_listed(&self, counts: impl Fn(&str) -> bool + Sync) -> bool {
        let files: Vec<&Source> = self.files.values().filter(|source| counts(&source.path)).collect();
        let same =
            |file: &&Source| self.reader(&file.path).is_ok_and(|mut it| io::copy(&mut it, &mut io::sink()).is_ok());
        matches!(self.store, Store::Memory(_)) || files.par_iter().all(same)
    }

    /// Takes a text that is no file of the site, or not yet, so that a diagnostic can show its lines.
    pub fn show_aside(&mut self, path: &Arc<str>, text: &Arc<str>) {
        self.extra_texts.insert(Arc::clone(path), Arc::clone(text));
    }

    /// The text of a file for showing a diagnostic: what is not UTF-8 becomes U+FFFD. Nothing of a file that lies outside
    /// the site is shown.
    #[must_use]
    pub fn shown(&self, path: &str) -> Option<Arc<str>> {
        if let Some(text) = self.extra_texts.get(path) {
            return Some(Arc::clone(text));
        }
        // The file may differ from what was listed: its lines are shown, and nothing is decided by them.
        let bytes = match &self.store {
            Store::Memory(files) => files.get(path).map(Arc::clone),
            Store::Disk(site) => site.open(path).and_then(|open| open.read(LARGEST_TEXT)).ok().map(Arc::from),
        };
        let bytes = bytes.or_else(|| carried_bytes(path).map(Arc::from))?;
        Some(normal(&String::from_utf8_lossy(&bytes)))
    }

    /// The folder on disk, if the site is on disk.
    #[must_use]
    pub fn root(&self) -> Option<&Path> {
        match &self.store {
            Store::Disk(site) => Some(site.path()),
            Store::Memory(_) => None,
        }
    }
}

/// A file of the site while it is read.
pub struct ListedReader {
    path: Arc<str>,
    from: Box<dyn Read + Send>,
    hasher: blake3::Hasher,
    /// The hash of the file when it was listed.
    listed: Option<Hash>,
}

impl Read for ListedReader {
    fn read(&mut self, piece: &mut [u8]) -> io::Result<usize> {
        let count = self.from.read(piece)?;
        self.hasher.update(&piece[..count]);
        let at_end = count == 0 && !piece.is_empty();
        if at_end && self.listed.is_some_and(|listed| listed != Hash::short(&self.hasher)) {
            return Err(io::Error::other(format!("`{}` was changed while the site was read", self.path)));
        }
        Ok(count)
    }
}

fn text_of(path: &Arc<str>, bytes: &[u8]) -> Result<Arc<str>, Box<Diagnostic>> {
    // Told here, because what a reader of settings or templates would say of it helps nobody.
    if let Some(diagnostic) = pointer(path, bytes) {
        return Err(Box::new(diagnostic));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| Box::new(not_utf8(path, bytes, error.valid_up_to())))?;
    Ok(normal(text))
}

/// A text as it is read: without byte order mark and with `\n` at the end of lines.
#[must_use]
pub fn normal(text: &str) -> Arc<str> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.contains('\r') { Arc::from(text.replace("\r\n", "\n").replace('\r', "\n")) } else { Arc::from(text) }
}

fn not_utf8(path: &Arc<str>, bytes: &[u8], valid: usize) -> Diagnostic {
    // The place is counted in the text as shown, where carriage returns and a byte order mark are gone.
    let before = String::from_utf8_lossy(&bytes[..valid]);
    let at = normal(&before).len();
    Diagnostic::error(Code::FileNotUtf8, message!("file-not-utf8"))
        .at(Span::new(path, at..at + 3))
        .help(message!("not-utf8-help"))
}

/// A file, and its bytes where it is a text that will be read next.
type Hashed = (Source, Option<Arc<[u8]>>);

/// Lists a file. One that is large is hashed in pieces: nobody needs all of a film at once.
fn hash(site: &SiteFolder, path: Arc<str>, stamp: Stamp, known: &Knows<'_>) -> Result<Hashed, Box<Diagnostic>> {
    if let Some((before, hash)) = known(&path)
        && before == stamp
    {
        return Ok((Source { path, stamp, hash, carried: None }, None));
    }
    let failed = |failure: ReadFailure| Box::new(failure.told(&path));
    let mut open = site.open(&path).map_err(failed)?;
    // Of the file that is open: another may stand there since the folders were listed.
    let stamp = Stamp::of(&open.metadata);
    if path.ends_with(".md") && stamp.size <= AT_HAND.0 as u64 {
        let bytes = open.read(AT_HAND.0 as u64 * 2).map_err(failed)?;
        return Ok((Source { hash: Hash::of(&bytes), path, stamp, carried: None }, Some(Arc::from(bytes))));
    }
    let hash = Hash::of_reader(&mut open.file).map_err(|error| failed(ReadFailure::System(error)))?;
    Ok((Source { path, stamp, hash, carried: None }, None))
}
