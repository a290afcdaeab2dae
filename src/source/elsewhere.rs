//! A folder that is not a site: its files listed within a bound, read by name, and no link in it followed. Knows nothing of
//! what the files mean.

use std::collections::BTreeMap;
use std::path::Path;

use super::folder::SiteFolder;
use super::walk;

/// Folders that programs fill, and that hold nothing that people wrote.
pub(super) const FILLED: &[&str] = &["node_modules", "_site", "__pycache__", "venv"];

/// Folders in each other that are looked at.
pub(super) const DEEPEST: usize = 64;

/// The files of such a folder.
#[derive(Debug)]
pub struct OtherFolder {
    folder: SiteFolder,
    /// Bytes of each file, by its path with `/`.
    pub files: BTreeMap<String, u64>,
    /// What is not looked at, with the reason.
    pub passed: Vec<(String, String)>,
}

/// Why a folder is not listed.
#[derive(Debug)]
pub enum OtherFolderFault {
    /// There is none of that name.
    Absent,
    /// It has more files than the bound.
    TooMany,
    /// The system refuses.
    System(String),
}

impl OtherFolder {
    /// Lists a folder with up to `most` files.
    ///
    /// # Errors
    /// Why it is not listed; no file of it was read then.
    pub fn list(path: &Path, most: usize) -> Result<Self, OtherFolderFault> {
        if !path.is_dir() {
            return Err(OtherFolderFault::Absent);
        }
        let mut found = Self { folder: SiteFolder::new(path), files: BTreeMap::new(), passed: Vec::new() };
        walk::list(path, most, &mut found)?;
        Ok(found)
    }

    /// The bytes of a file of up to `most` bytes; none where it cannot be read.
    #[must_use]
    pub fn read(&self, path: &str, most: u64) -> Option<Vec<u8>> {
        // What was listed was no link; what has become one since is not followed out of the folder.
        self.folder.open(path).ok()?.read(most).ok()
    }
}
