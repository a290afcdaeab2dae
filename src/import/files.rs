//! Pictures and files that texts name: which can come along, and what they are called beside an entry. Knows nothing of
//! where texts name them.

use std::collections::{BTreeMap, BTreeSet};

use super::foreign::{ending, stem};
use super::{ImportRules, ImportTree, LARGEST_FILE, MOST_BYTES};
use crate::diagnostic::Message;
use crate::image;
use crate::lang;
use crate::message;

/// What all entries take, so that there is a bound on it.
pub(super) struct FileShelf<'a> {
    tree: &'a ImportTree<'a>,
    rules: &'a ImportRules<'a>,
    bytes: u64,
}

/// The files of one entry.
#[derive(Default)]
pub(super) struct EntryFiles {
    /// Names by the paths that they come from.
    names: BTreeMap<String, String>,
    taken: BTreeSet<String>,
    /// With their bytes.
    pub(super) files: Vec<TakenFile>,
}

/// A file that lies beside an entry.
pub(super) struct TakenFile {
    pub(super) name: String,
    pub(super) source: String,
    pub(super) bytes: Vec<u8>,
}

impl<'a> FileShelf<'a> {
    pub(super) fn new(tree: &'a ImportTree<'a>, rules: &'a ImportRules<'a>) -> Self {
        Self { tree, rules, bytes: 0 }
    }

    /// Puts a file beside an entry, and gives its name there.
    ///
    /// # Errors
    /// Why it cannot come along.
    pub(super) fn take(&mut self, path: &str, entry: &mut EntryFiles) -> Result<String, Message> {
        if let Some(name) = entry.names.get(path) {
            return Ok(name.clone());
        }
        let kind = ending(path);
        if !self.rules.config.attachments.contains(&kind) {
            return Err(message!("import-not-attachment", kind = kind));
        }
        let size = self.tree.files.get(path).copied().unwrap_or_default();
        if size > LARGEST_FILE {
            return Err(message!("import-file-size", most = LARGEST_FILE >> 20));
        }
        if self.bytes + size > MOST_BYTES {
            return Err(message!("import-files-size", most = MOST_BYTES >> 20));
        }
        let bytes = (self.tree.read)(path, LARGEST_FILE).ok_or_else(|| message!("import-unreadable"))?;
        if bytes.is_empty() {
            return Err(message!("import-empty"));
        }
        if image::is_picture_ending(&kind) && !matches!(kind.as_str(), "jpg" | "jpeg" | "png" | "webp" | "svg") {
            return Err(message!("import-picture-kind", kind = kind));
        }
        self.bytes += bytes.len() as u64;
        let name = entry.free(path, &kind);
        entry.names.insert(path.to_owned(), name.clone());
        entry.files.push(TakenFile { name: name.clone(), source: path.to_owned(), bytes });
        Ok(name)
    }
}

impl EntryFiles {
    /// A name that no file of the entry has.
    fn free(&mut self, path: &str, kind: &str) -> String {
        let base: String = lang::slug(stem(path)).chars().take(60).collect();
        let base = if base.is_empty() { "file".to_owned() } else { base };
        let mut name = format!("{base}.{kind}");
        let mut number = 1;
        while !self.taken.insert(name.clone()) {
            number += 1;
            name = format!("{base}-{number}.{kind}");
        }
        name
    }
}
