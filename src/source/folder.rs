//! Opens files below the folder of a site. Where a link leads is decided before a file is opened, and the file is then
//! opened without following any link: so nothing that is put in its place meanwhile is ever read.
//! Knows nothing of what the files mean.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::FOLDERS;
use super::failure::ReadFailure;

/// The folder whose texts may be closed: no link leads into it, because what is closed is known by its place.
const CONTENT: &str = "content";

/// The folder whose files are all published as they are.
const STATIC: &str = "static";

/// How files are opened. Not blocking: the reader of a pipe would else wait until somebody writes into it.
#[cfg(unix)]
const AS_FILE: rustix::fs::OFlags = {
    use rustix::fs::OFlags;
    OFlags::RDONLY.union(OFlags::NOFOLLOW).union(OFlags::NONBLOCK).union(OFlags::NOCTTY).union(OFlags::CLOEXEC)
};

/// The folder of a site.
#[derive(Clone, Debug)]
pub(super) struct SiteFolder {
    path: PathBuf,
}

/// A file that lies where it may lie.
#[derive(Debug)]
pub(super) struct OpenFile {
    pub(super) file: File,
    /// Of the file itself, asked for after it was opened.
    pub(super) metadata: Metadata,
}

impl SiteFolder {
    pub(super) fn new(path: &Path) -> Self {
        Self { path: path.to_owned() }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Opens a plain file for reading. A pipe or a device is never waited for.
    pub(super) fn open(&self, path: &str) -> Result<OpenFile, ReadFailure> {
        let file = match self.open_without_links(path) {
            Err(error) if is_link(&error) => {
                // What is checked is what is opened: the real path holds no link, and none is followed now.
                let real = self.resolve(path)?;
                self.open_without_links(&real).map_err(ReadFailure::System)?
            }
            opened => opened.map_err(ReadFailure::System)?,
        };
        let metadata = file.metadata().map_err(ReadFailure::System)?;
        if metadata.is_file() { Ok(OpenFile { file, metadata }) } else { Err(ReadFailure::NoFile) }
    }

    /// Where a path that holds links really leads, below the folder of the site.
    pub(super) fn resolve(&self, path: &str) -> Result<Arc<str>, ReadFailure> {
        let root = fs::canonicalize(&self.path).map_err(ReadFailure::System)?;
        let real = fs::canonicalize(self.path.join(path)).map_err(ReadFailure::System)?;
        let inside = real.strip_prefix(&root).map_err(|_| ReadFailure::LeadsOut)?;
        let parts: Option<Vec<&str>> = inside.iter().map(std::ffi::OsStr::to_str).collect();
        let real = parts.ok_or(ReadFailure::LeadsOut)?.join("/");
        match refusal(path, &real) {
            Some(refusal) => Err(refusal),
            None => Ok(Arc::from(real)),
        }
    }

    /// Opens a file so that no link on the way to it below the folder is followed.
    #[cfg(unix)]
    fn open_without_links(&self, path: &str) -> io::Result<File> {
        let plain = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
        if !plain || path.is_empty() {
            return Err(io::Error::from(rustix::io::Errno::LOOP));
        }
        self.open_at_once(path).unwrap_or_else(|| self.open_by_parts(path))
    }

    /// Has the system look at the whole way. `None` where it cannot: before Linux 5.6, and where a container forbids it.
    #[cfg(target_os = "linux")]
    fn open_at_once(&self, path: &str) -> Option<io::Result<File>> {
        use rustix::fs::{CWD, Mode, OFlags, ResolveFlags, openat, openat2};
        use rustix::io::Errno;
        let site = openat(CWD, &self.path, OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty()).ok()?;
        let way = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS;
        match openat2(&site, path, AS_FILE, Mode::empty(), way) {
            Ok(file) => Some(Ok(File::from(file))),
            Err(Errno::LOOP) => Some(Err(Errno::LOOP.into())),
            // Whatever it is, going by parts says it in the words of all systems.
            Err(_) => None,
        }
    }

    #[cfg(all(unix, not(target_os = "linux")))]
    fn open_at_once(&self, _: &str) -> Option<io::Result<File>> {
        None
    }

    /// Opens the folders of a path one by one, each in the one before.
    #[cfg(unix)]
    fn open_by_parts(&self, path: &str) -> io::Result<File> {
        use rustix::fs::{CWD, Mode, OFlags, openat};
        let (folders, name) = path.rsplit_once('/').map_or((None, path), |(folders, name)| (Some(folders), name));
        let folder = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let mut within = openat(CWD, &self.path, folder, Mode::empty())?;
        for part in folders.into_iter().flat_map(|folders| folders.split('/')) {
            within = openat(&within, part, folder | OFlags::NOFOLLOW, Mode::empty())?;
        }
        Ok(File::from(openat(&within, name, AS_FILE, Mode::empty())?))
    }

    /// Where no system opens a file in a folder, links are looked for before: a swap between the two is not seen.
    #[cfg(not(unix))]
    fn open_without_links(&self, path: &str) -> io::Result<File> {
        let mut at = self.path.clone();
        for part in Path::new(path).components() {
            at.push(part);
            if !matches!(part, Component::Normal(_)) || fs::symlink_metadata(&at)?.is_symlink() {
                return Err(io::Error::from(io::ErrorKind::NotADirectory));
            }
        }
        if fs::metadata(&at)?.is_file() { File::open(at) } else { Err(io::Error::from(io::ErrorKind::IsADirectory)) }
    }
}

impl OpenFile {
    /// All bytes of a file that may have `most`. It is measured before it is read, and again while it is.
    pub(super) fn read(self, most: u64) -> Result<Vec<u8>, ReadFailure> {
        let size = self.metadata.len();
        if size > most {
            return Err(ReadFailure::TooLarge { size, most });
        }
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default() + 1);
        self.file.take(most + 1).read_to_end(&mut bytes).map_err(ReadFailure::System)?;
        let size = bytes.len() as u64;
        if size > most { Err(ReadFailure::TooLarge { size, most }) } else { Ok(bytes) }
    }
}

/// Why a link may not lead where it leads; both paths are below the folder of the site.
fn refusal(link: &str, real: &str) -> Option<ReadFailure> {
    let top = |path: &str| FOLDERS.iter().copied().find(|folder| path.split('/').next() == Some(*folder));
    let hidden = real.split('/').any(|part| part.starts_with('.'));
    let (from, to) = (top(link), top(real));
    if hidden || (from.is_some() && to.is_none()) {
        return Some(ReadFailure::LeadsToHidden);
    }
    if to == Some(CONTENT) {
        return Some(ReadFailure::LeadsToContent);
    }
    // What lies in these two is published as it is, so a link must not make a file public that no page shows.
    let publishes = matches!(from, Some(CONTENT | STATIC));
    (publishes && to != Some(STATIC)).then_some(ReadFailure::LeadsToUnpublished)
}

/// Whether a path could not be opened because a part of it may be a link. Systems say this in different ways.
#[cfg(unix)]
fn is_link(error: &io::Error) -> bool {
    use rustix::io::Errno;
    matches!(Errno::from_io_error(error), Some(Errno::LOOP | Errno::NOTDIR | Errno::MLINK))
}

#[cfg(not(unix))]
fn is_link(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::NotADirectory
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_to_what_is_public_anyway() {
        let said = |link: &str, real: &str| refusal(link, real).map(|failure| failure.to_string());
        for (link, real) in [
            ("content/a.pdf", "static/a.pdf"),
            ("static/a.pdf", "static/b/a.pdf"),
            ("themes/a/fonts", "static/fonts"),
            ("data/types", "themes/a/types"),
            ("samen.yaml", "settings/samen.yaml"),
        ] {
            assert_eq!(said(link, real), None, "{link} -> {real}");
        }
        for (link, real) in [
            ("content/x", ".git"),
            ("content/x", ".env"),
            ("content/x", ".samen/pictures"),
            ("static/x", "static/.hidden/a.pdf"),
            ("static/x", "public/nl/index.html"),
            ("data/x.yaml", "notes/x.yaml"),
            ("content/a/x.pdf", "content/closed/x.pdf"),
            ("themes/a/x.css", "content/closed/x.css"),
            ("samen.yaml", "content/closed/index.nl.md"),
            ("samen.yaml", ".env"),
            ("static/x", "data/x.yaml"),
            ("static/x", ""),
            ("content", "static/../content"),
            ("content/x", "static-of-mine/a.pdf"),
        ] {
            assert!(said(link, real).is_some(), "{link} -> {real}");
        }
    }
}
