//! Addresses of files in an editor to paths of a site and back. Knows nothing of what the files hold.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use url::Url;

use crate::source::{FOLDERS, Sources};

/// The file that an address names; `None` for anything but a file on this machine.
pub(super) fn file_of(uri: &str) -> Option<PathBuf> {
    Url::parse(uri).ok().filter(|url| url.scheme() == "file")?.to_file_path().ok()
}

/// Where a site lies.
#[derive(Clone, Debug)]
pub(super) struct SiteRoot {
    /// As it was named, from the root of the disk.
    named: PathBuf,
    /// Without links: editors name files in one way or the other.
    real: PathBuf,
    config: String,
}

impl SiteRoot {
    /// The folder of a site, and its settings file.
    pub(super) fn new(folder: &Path, config: &str) -> Self {
        let named = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        let real = folder.canonicalize().unwrap_or_else(|_| named.clone());
        Self { named, real, config: config.to_owned() }
    }

    /// The folder.
    pub(super) fn folder(&self) -> &Path {
        &self.named
    }

    /// The path of a file from the root, with `/`; `None` where it is no file of the site.
    pub(super) fn path_of(&self, uri: &str) -> Option<Arc<str>> {
        let file = file_of(uri)?;
        let inside = file.strip_prefix(&self.named).or_else(|_| file.strip_prefix(&self.real)).ok()?;
        let mut parts = Vec::new();
        for part in inside.components() {
            let Component::Normal(part) = part else { return None };
            parts.push(part.to_str()?);
        }
        let path = parts.join("/");
        let is_read = path == self.config || parts.len() > 1 && FOLDERS.contains(&parts[0]);
        is_read.then(|| Arc::from(path))
    }

    /// Whether anything of that path is on disk.
    pub(super) fn has(&self, path: &str) -> bool {
        self.named.join(path).symlink_metadata().is_ok()
    }

    /// Whether a path that was listed is still a file on disk, so that a look at it alone tells what has changed.
    pub(super) fn is_plain(&self, path: &str, listed: &Sources) -> bool {
        listed.get(path).is_some_and(|file| !file.is_carried()) && self.named.join(path).is_file()
    }

    /// The address of a file of the site.
    pub(super) fn uri_of(&self, path: &str) -> String {
        let file = path.split('/').fold(self.named.clone(), |file, part| file.join(part));
        Url::from_file_path(file).map_or_else(|()| path.to_owned(), String::from)
    }
}
