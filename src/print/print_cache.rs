//! Prints that were made before, each under the hash of what it was made from. Knows nothing of disks.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::{Print, PrintPicture};
use crate::cache::ArtifactCache;
use crate::source::Hash;

/// First word of a print; another format is another word.
const HEAD: &str = "print3";

/// Prints on disk, each under the digest of its inputs.
#[derive(Debug)]
pub struct PrintCache {
    cache: ArtifactCache,
}

impl PrintCache {
    /// Those of the site at `root`.
    #[must_use]
    pub fn open(root: &Path) -> Self {
        Self { cache: ArtifactCache::new(Some(root), "prints") }
    }

    /// A print that was made from what has this hash.
    #[must_use]
    pub fn get(&self, key: Hash) -> Option<Print> {
        decode(&self.cache.get(&key.to_string())?)
    }

    /// Keeps a print. Where that fails, it is made again the next time.
    pub fn put(&self, key: Hash, print: &Print) {
        self.cache.put(&key.to_string(), &Arc::from(encode(print)));
    }

    /// Forgets a print.
    pub fn forget(&self, key: Hash) {
        self.cache.remove(&key.to_string());
    }

    /// Forgets all others.
    pub fn retain(&self, keys: &BTreeSet<Hash>) {
        self.cache.keep(|name| Hash::from_hex(name).is_some_and(|key| keys.contains(&key)));
    }
}

/// A line of numbers, the PDF and the picture.
fn encode(print: &Print) -> Vec<u8> {
    let (picture, width, height) =
        print.picture.as_ref().map_or((&[][..], 0, 0), |picture| (&*picture.bytes, picture.width, picture.height));
    let head = format!("{HEAD} {} {} {width} {height}\n", print.pages, print.pdf.len());
    [head.as_bytes(), &print.pdf, picture].concat()
}

fn decode(bytes: &[u8]) -> Option<Print> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let (line, body) = (std::str::from_utf8(&bytes[..end]).ok()?, &bytes[end + 1..]);
    let mut words = line.split(' ');
    if words.next()? != HEAD {
        return None;
    }
    let (pages, length) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    let (width, height) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    let (pdf, bytes) = body.split_at_checked(length)?;
    let picture = (!bytes.is_empty()).then(|| PrintPicture { bytes: Arc::from(bytes), width, height });
    Some(Print { pdf: Arc::from(pdf), pages, picture })
}
