//! What stands in an output folder, entry by entry, and the texts that it was made from: so that something can be taken
//! away when the sources of today make no site. Holds nothing of entries of which no language is public; of a draft whose
//! translation stands alone it keeps the text, for the facts in it. Such texts lie beside the sources, never in the site.
//! Knows nothing of how sites are made.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::pack::TextPack;

/// First line of the record; another format is another line. The hash of the rest follows.
const HEAD: &str = "samen published 2";

/// A public entry as it was published.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedEntry {
    /// Its documents, by their paths in the sources.
    pub sources: BTreeSet<String>,
    /// Those of them that readers see.
    pub public: BTreeSet<String>,
    /// The one that holds what all languages share; empty for a section without a text.
    pub source: String,
    /// Those that readers do not see without the source.
    pub leaning: BTreeSet<String>,
    /// Its own outputs, relative to the folder: pages, prints, pictures, files, aliases.
    pub outputs: BTreeSet<String>,
    /// What readers may have of it: `lang:nl`, `text` …
    pub grants: BTreeSet<String>,
    /// How many consents in it had ended.
    pub ended: u64,
}

/// An entry that has left the site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RetractedEntry {
    /// Its own outputs.
    pub outputs: BTreeSet<String>,
    /// Other outputs that changed in the build that took it away.
    pub shown_on: BTreeSet<String>,
}

/// All that stands in an output folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// By path below `content/`.
    pub entries: BTreeMap<String, PublishedEntry>,
    /// Texts by path in the sources, by the name under which they are kept.
    pub texts: BTreeMap<String, String>,
    /// Other files that were published, by path in the sources, with their hashes.
    pub files: BTreeMap<String, String>,
    /// Entries that left the site and have not come back, by path.
    pub retracted: BTreeMap<String, RetractedEntry>,
}

/// The place where what is published is remembered, for one output folder.
#[derive(Debug)]
pub struct PublishedStore {
    record: PathBuf,
    texts: TextPack,
}

impl PublishedStore {
    /// That of an output folder.
    #[must_use]
    pub fn open(root: &Path, output: &Path) -> Self {
        let (folder, name) = (root.join(super::FOLDER), format!("published-{}", super::name_of(output)));
        Self { record: folder.join(format!("{name}.json")), texts: TextPack::new(folder, name) }
    }

    /// Whether there is a record.
    #[must_use]
    pub fn exists(&self) -> bool {
        self.record.is_file()
    }

    /// What was written last; `None` where there is nothing, or it is damaged.
    #[must_use]
    pub fn read(&self) -> Option<Published> {
        serde_json::from_str(&super::read_sealed(&self.record, HEAD)?).ok()
    }

    /// Texts by the names under which they are kept, as far as they are there.
    #[must_use]
    pub fn texts(&self, names: &BTreeSet<&str>) -> BTreeMap<String, Arc<[u8]>> {
        self.texts.read(names)
    }

    /// Writes the record whole, beside the old one first, and keeps its texts and no others. `text` gives those that are not
    /// kept yet, by their paths.
    ///
    /// # Errors
    /// Those of the file system. Without a record, nothing can be taken away from what a failing build leaves.
    pub fn write(&self, published: &Published, text: impl Fn(&str) -> Option<Arc<[u8]>> + Sync) -> io::Result<()> {
        self.record.parent().map_or(Ok(()), super::prepare)?;
        let paths: BTreeMap<&str, &str> =
            published.texts.iter().map(|(path, name)| (name.as_str(), path.as_str())).collect();
        self.texts.write(&paths.keys().copied().collect(), &|name| text(paths.get(name)?))?;
        let json = serde_json::to_string(published).map_err(io::Error::other)?;
        super::write_sealed(&self.record, HEAD, &json)
    }
}
