//! Files in, by path and hash, from disk or from memory: the only reader of a site's files.
//! Knows nothing of what the files mean.

mod digest;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::UNIX_EPOCH;

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};

pub(crate) use digest::digestible;
pub use digest::{Digest, Digestible};

/// The folders of a site that are read, beside its settings file.
pub const FOLDERS: &[&str] = &["assets", "content", "data", "static", "templates", "themes"];

/// 128 bits of BLAKE3: names content, never a secret. Of more than one value it is made by a [`Digest`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Hash(pub [u8; 16]);

impl Hash {
    /// The hash of bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let mut short = [0; 16];
        short.copy_from_slice(&blake3::hash(bytes).as_bytes()[..16]);
        Self(short)
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
}

/// All files of a site.
#[derive(Debug)]
pub struct Sources {
    store: Store,
    files: BTreeMap<Arc<str>, Source>,
    /// Texts that are no files of the site, to show lines of.
    extra_texts: BTreeMap<Arc<str>, Arc<str>>,
    /// Texts that were read to be hashed and that somebody reads next, once.
    prefetched: Mutex<BTreeMap<Arc<str>, Arc<[u8]>>>,
}

#[derive(Debug)]
enum Store {
    Disk(PathBuf),
    Memory(BTreeMap<Arc<str>, Arc<[u8]>>),
}

/// Bytes of the largest text that is kept at hand, and of all of them.
const AT_HAND: (usize, usize) = (64 << 10, 64 << 20);

/// Bytes of the largest file that is read on request: translations of a large site.
const LARGEST: u64 = 64 << 20;

/// Reads a text that somebody names, such as a packet of translations; it need not lie in the site.
///
/// # Errors
/// A diagnostic when it cannot be read, is very large or is not UTF-8.
pub fn read_named(name: &Path) -> Result<(Arc<str>, Arc<str>), Box<Diagnostic>> {
    let path: Arc<str> = Arc::from(name.to_string_lossy().into_owned());
    let failed = |error: std::io::Error| Box::new(unreadable(&path, &error.to_string()));
    let metadata = fs::metadata(name).map_err(failed)?;
    if metadata.len() > LARGEST {
        return Err(Box::new(unreadable(&path, &format!("it is larger than {} MB", LARGEST >> 20))));
    }
    let bytes = fs::read(name).map_err(failed)?;
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
        let message = format!("`{path}` cannot be written: {error}");
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
                (Arc::clone(path), Source { path: Arc::clone(path), stamp, hash: Hash::of(bytes) })
            })
            .collect();
        Self { store: Store::Memory(store), files, extra_texts: BTreeMap::new(), prefetched: Mutex::default() }
    }

    /// The files below a root for showing their lines: nothing is listed or hashed.
    #[must_use]
    pub fn shown_from(root: &Path) -> Self {
        Self {
            store: Store::Disk(root.to_owned()),
            files: BTreeMap::new(),
            extra_texts: BTreeMap::new(),
            prefetched: Mutex::default(),
        }
    }

    /// Reads the folders of a site and its settings file. Large files whose stamp is in `known` are not read again; texts
    /// and all other small files always are, because some file systems invent the times by which a change is known.
    #[must_use]
    pub fn disk(root: &Path, config: &str, known: &Known, diagnostics: &mut Diagnostics) -> Self {
        let large = |path: &str| known.get(path).copied().filter(|(stamp, _)| stamp.size > AT_HAND.0 as u64);
        Self::scan(root, config, &large, diagnostics)
    }

    /// The same site as it is now. Files are not read again whose stamp is the same and `settled`.
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
            let path = root.join(&*old.path);
            let metadata = fs::symlink_metadata(&path).ok().filter(|it| it.is_file() && !leads_out(root, &path));
            let new =
                metadata.and_then(|metadata| hash(root, Arc::clone(&old.path), Stamp::of(&metadata), &|_| None).ok());
            if let Some((new, _)) = new.filter(|(new, _)| new.hash != old.hash) {
                changed.push(Arc::clone(&old.path));
                files.get_or_insert_with(|| self.files.clone()).insert(Arc::clone(&old.path), new);
            }
        }
        Some((
            Self {
                store: Store::Disk(root.clone()),
                files: files?,
                extra_texts: BTreeMap::new(),
                prefetched: Mutex::default(),
            },
            changed,
        ))
    }

    fn scan(root: &Path, config: &str, known: &Knows<'_>, diagnostics: &mut Diagnostics) -> Self {
        let mut found = Vec::new();
        let config_path = root.join(config);
        let config_name: Arc<str> = Arc::from(config);
        match fs::metadata(&config_path) {
            Ok(_) if leads_out(root, &config_path) => diagnostics.push(outside(&config_name)),
            Ok(metadata) => found.push((config_name, Stamp::of(&metadata))),
            Err(_) => {}
        }
        for folder in FOLDERS {
            walk(root, folder, &mut found, diagnostics);
        }
        let hashed: Vec<Result<Hashed, Box<Diagnostic>>> =
            found.into_par_iter().map(|(path, stamp)| hash(root, path, stamp, known)).collect();
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
        Self {
            store: Store::Disk(root.to_owned()),
            files,
            extra_texts: BTreeMap::new(),
            prefetched: Mutex::new(prefetched),
        }
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

    /// The bytes of a file.
    ///
    /// # Errors
    /// A diagnostic when the file is gone or cannot be read.
    pub fn bytes(&self, path: &Arc<str>) -> Result<Arc<[u8]>, Box<Diagnostic>> {
        match &self.store {
            Store::Memory(files) => {
                files.get(path).map(Arc::clone).ok_or_else(|| Box::new(unreadable(path, "it does not exist")))
            }
            Store::Disk(root) => fs::read(root.join(&**path))
                .map(Arc::from)
                .map_err(|error| Box::new(unreadable(path, &error.to_string()))),
        }
    }

    /// The text of a file, without byte order mark and with `\n` at the end of lines.
    ///
    /// # Errors
    /// A diagnostic when the file cannot be read or is not UTF-8.
    pub fn text(&self, path: &Arc<str>) -> Result<Arc<str>, Box<Diagnostic>> {
        text_of(path, &self.bytes(path)?)
    }

    /// The text of a file and the hash of its bytes; zero where it cannot be read. A file whose bytes were read for the
    /// listing is not read a second time.
    pub fn text_and_hash(&self, path: &Arc<str>) -> (Hash, Result<Arc<str>, Box<Diagnostic>>) {
        let prefetched = self.prefetched.lock().unwrap_or_else(PoisonError::into_inner).remove(path);
        if let Some((bytes, source)) = prefetched.zip(self.files.get(path)) {
            return (source.hash, text_of(path, &bytes));
        }
        match self.bytes(path) {
            Ok(bytes) => (Hash::of(&bytes), text_of(path, &bytes)),
            Err(diagnostic) => (Hash::default(), Err(diagnostic)),
        }
    }

    /// Whether the files whose path `counts` still hold what they held when they were listed.
    #[must_use]
    pub fn are_as_listed(&self, counts: impl Fn(&str) -> bool + Sync) -> bool {
        let files: Vec<&Source> = self.files.values().filter(|source| counts(&source.path)).collect();
        let same = |file: &&Source| self.bytes(&file.path).is_ok_and(|bytes| Hash::of(&bytes) == file.hash);
        matches!(self.store, Store::Memory(_)) || files.par_iter().all(same)
    }

    /// The bytes of a file for somebody on a network: a file that was replaced by a link out of the site is refused.
    ///
    /// # Errors
    /// A diagnostic when the file is gone, cannot be read, or lies elsewhere.
    pub fn bytes_inside(&self, path: &Arc<str>) -> Result<Arc<[u8]>, Box<Diagnostic>> {
        match &self.store {
            Store::Disk(root) if leads_out(root, &root.join(&**path)) => Err(Box::new(outside(path))),
            _ => self.bytes(path),
        }
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
        let bytes = self.bytes_inside(&Arc::from(path)).ok()?;
        Some(normal(&String::from_utf8_lossy(&bytes)))
    }

    /// The folder on disk, if the site is on disk.
    #[must_use]
    pub fn root(&self) -> Option<&Path> {
        match &self.store {
            Store::Disk(root) => Some(root),
            Store::Memory(_) => None,
        }
    }
}

fn text_of(path: &Arc<str>, bytes: &[u8]) -> Result<Arc<str>, Box<Diagnostic>> {
    let text = std::str::from_utf8(bytes).map_err(|error| Box::new(not_utf8(path, bytes, error.valid_up_to())))?;
    Ok(normal(text))
}

fn normal(text: &str) -> Arc<str> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.contains('\r') { Arc::from(text.replace("\r\n", "\n").replace('\r', "\n")) } else { Arc::from(text) }
}

fn not_utf8(path: &Arc<str>, bytes: &[u8], valid: usize) -> Diagnostic {
    // The place is counted in the text as shown, where carriage returns and a byte order mark are gone.
    let before = String::from_utf8_lossy(&bytes[..valid]);
    let at = normal(&before).len();
    Diagnostic::error(Code::FileNotUtf8, "this file is not UTF-8 from here on")
        .at(Span::new(path, at..at + 3))
        .help("save it again with the encoding UTF-8 (in most editors: Save as, Encoding)")
}

fn unreadable(path: &Arc<str>, why: &str) -> Diagnostic {
    Diagnostic::error(Code::FileUnreadable, format!("this file cannot be read: {why}")).at(Span::start_of(path))
}

/// A file, and its bytes where it is a text that will be read next.
type Hashed = (Source, Option<Arc<[u8]>>);

fn hash(root: &Path, path: Arc<str>, stamp: Stamp, known: &Knows<'_>) -> Result<Hashed, Box<Diagnostic>> {
    if let Some((before, hash)) = known(&path)
        && before == stamp
    {
        return Ok((Source { path, stamp, hash }, None));
    }
    match fs::read(root.join(&*path)) {
        Ok(bytes) => {
            let source = Source { hash: Hash::of(&bytes), path, stamp };
            let wanted = source.path.ends_with(".md") && bytes.len() <= AT_HAND.0;
            Ok((source, wanted.then(|| Arc::from(bytes))))
        }
        Err(error) => Err(Box::new(unreadable(&path, &error.to_string()))),
    }
}

/// Lists the files of a folder. Hidden files are left out; links are followed as long as they stay inside the site.
fn walk(root: &Path, folder: &str, found: &mut Vec<(Arc<str>, Stamp)>, diagnostics: &mut Diagnostics) {
    let start = root.join(folder);
    if !start.exists() {
        return;
    }
    let visible = |entry: &walkdir::DirEntry| entry.depth() == 0 || !hidden(entry.file_name());
    let stays = |entry: &walkdir::DirEntry| !entry.path_is_symlink() || !leads_out(root, entry.path());
    let mut walker = WalkDir::new(&start).follow_links(true).sort_by_file_name().into_iter();
    while let Some(entry) = walker.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                diagnostics.push(walk_error(root, &error));
                continue;
            }
        };
        if !visible(&entry) {
            skip(&mut walker, &entry);
            continue;
        }
        let Some(path) = site_path(root, entry.path()) else {
            diagnostics.push(bad_name(root, entry.path()));
            continue;
        };
        if !stays(&entry) {
            diagnostics.push(outside(&path));
            skip(&mut walker, &entry);
        } else if entry.file_type().is_file() && !stray(&path, diagnostics) {
            match entry.metadata() {
                Ok(metadata) => found.push((path, Stamp::of(&metadata))),
                Err(error) => diagnostics.push(walk_error(root, &error)),
            }
        }
    }
}

/// Whether a path leads to a file outside the site.
fn leads_out(root: &Path, path: &Path) -> bool {
    let real = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    !real(path).starts_with(real(root))
}

fn outside(path: &Arc<str>) -> Diagnostic {
    Diagnostic::error(Code::FileUnreadable, "this link leads out of the site")
        .at(Span::start_of(path))
        .help("copy the file into the site instead of linking to it")
}

fn skip(walker: &mut walkdir::IntoIter, entry: &walkdir::DirEntry) {
    if entry.file_type().is_dir() {
        walker.skip_current_dir();
    }
}

fn hidden(name: &std::ffi::OsStr) -> bool {
    name.to_str().is_some_and(|name| name.starts_with('.'))
}

/// Files that editors, office programs and operating systems leave behind; they may hold what nobody meant to publish.
fn stray(path: &Arc<str>, diagnostics: &mut Diagnostics) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let lower = name.to_ascii_lowercase();
    let stray = name.starts_with("~$")
        || name.ends_with('~')
        || lower == "thumbs.db"
        || lower == "desktop.ini"
        || [".swp", ".swo", ".orig", ".rej", ".bak", ".tmp"].iter().any(|end| lower.ends_with(end));
    if stray {
        diagnostics.push(
            Diagnostic::warning(Code::StrayFile, format!("`{name}` is a left-over of a program and is not published"))
                .at(Span::start_of(path))
                .help("delete it, and add it to `.gitignore`"),
        );
    }
    stray
}

/// The path from the root with `/`, if it is UTF-8.
fn site_path(root: &Path, path: &Path) -> Option<Arc<str>> {
    let relative = path.strip_prefix(root).ok()?;
    let parts: Option<Vec<&str>> = relative.iter().map(std::ffi::OsStr::to_str).collect();
    Some(Arc::from(parts?.join("/")))
}

fn bad_name(root: &Path, path: &Path) -> Diagnostic {
    let shown = path.strip_prefix(root).unwrap_or(path).to_string_lossy().into_owned();
    Diagnostic::error(Code::FileName, format!("the file name `{shown}` is not UTF-8"))
        .at(Span::start_of(&Arc::from(shown)))
        .help("rename the file")
}

fn walk_error(root: &Path, error: &walkdir::Error) -> Diagnostic {
    let path = error.path().and_then(|path| site_path(root, path)).unwrap_or_else(|| Arc::from("."));
    if error.loop_ancestor().is_some() {
        return Diagnostic::error(Code::FileUnreadable, "this link leads in a circle")
            .at(Span::start_of(&path))
            .help("remove the link");
    }
    let why = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
    unreadable(&path, &why)
}
