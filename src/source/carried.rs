//! The theme that the program carries. Its files lie under those of every site, one by one: a file of a site takes the
//! place of the carried file of the same path. Knows nothing of what the files mean.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use super::{Hash, Source, Stamp};

/// The name of the carried theme, and of the folder in `themes/` that a site changes it in.
pub const CARRIED_THEME: &str = "hub";

/// Its version.
pub const CARRIED_VERSION: &str = include_str!(concat!(env!("OUT_DIR"), "/theme-version"));

/// Path from the root of a site, and bytes, in the order of the paths; `build.rs` writes the table.
static TABLE: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/carried.rs"));

/// The files as every site lists them, hashed once.
static FILES: LazyLock<Vec<Source>> = LazyLock::new(|| TABLE.iter().map(|(path, bytes)| listed(path, bytes)).collect());

fn listed(path: &str, bytes: &'static [u8]) -> Source {
    let stamp = Stamp { size: bytes.len() as u64, ..Stamp::default() };
    Source { path: Arc::from(path), stamp, hash: Hash::of(bytes), carried: Some(bytes) }
}

/// The carried files, in the order of their paths.
pub fn carried() -> impl Iterator<Item = &'static Source> {
    FILES.iter()
}

/// The bytes of a carried file.
#[must_use]
pub fn carried_bytes(path: &str) -> Option<&'static [u8]> {
    let at = TABLE.binary_search_by_key(&path, |(path, _)| path).ok()?;
    Some(TABLE[at].1)
}

/// Lays the carried files under those of a site.
pub(super) fn lay(files: &mut BTreeMap<Arc<str>, Source>) {
    for source in carried() {
        files.entry(Arc::clone(&source.path)).or_insert_with(|| source.clone());
    }
}
