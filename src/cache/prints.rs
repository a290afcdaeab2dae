//! Prints that were made before, in `.samen/prints/`, each under the hash of what it was made from. A file that is not
//! whole is none.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::flyer::{Picture, Print};
use crate::source::Hash;

/// First word of a file; another format is another word.
const HEAD: &str = "print1";

/// The folder of kept prints.
#[derive(Debug)]
pub struct Kept {
    folder: PathBuf,
}

impl Kept {
    /// Those of the site at `root`.
    #[must_use]
    pub fn of(root: &Path) -> Self {
        Self { folder: root.join(".samen").join("prints") }
    }

    /// A print that was made from what has this hash.
    #[must_use]
    pub fn get(&self, key: Hash) -> Option<Print> {
        read(&fs::read(self.folder.join(key.to_string())).ok()?)
    }

    /// Keeps a print. Where that fails, it is made again the next time.
    pub fn put(&self, key: Hash, print: &Print) {
        let file = self.folder.join(key.to_string());
        let beside = file.with_extension("new");
        let written = fs::create_dir_all(&self.folder).and_then(|()| fs::write(&beside, write(print)));
        let _ = written.and_then(|()| fs::rename(&beside, &file));
    }

    /// Forgets all others.
    pub fn retain(&self, keys: &BTreeSet<Hash>) {
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let key = entry.file_name().to_str().and_then(Hash::from_hex);
            if key.is_none_or(|key| !keys.contains(&key)) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// A line of numbers and the hash of what follows: the PDF and the picture.
fn write(print: &Print) -> Vec<u8> {
    let (picture, width, height) =
        print.preview.as_ref().map_or((&[][..], 0, 0), |picture| (&*picture.webp, picture.width, picture.height));
    let body = [&*print.pdf, picture].concat();
    let (pages, length, hash) = (print.pages, print.pdf.len(), Hash::of(&body));
    let mut out = format!("{HEAD} {pages} {length} {width} {height} {hash}\n").into_bytes();
    out.extend_from_slice(&body);
    out
}

fn read(bytes: &[u8]) -> Option<Print> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let (line, body) = (std::str::from_utf8(&bytes[..end]).ok()?, &bytes[end + 1..]);
    let mut words = line.split(' ');
    if words.next()? != HEAD {
        return None;
    }
    let (pages, length) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    let (width, height) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    if Hash::from_hex(words.next()?)? != Hash::of(body) {
        return None;
    }
    let (pdf, webp) = body.split_at_checked(length)?;
    let preview = (!webp.is_empty()).then(|| Picture { webp: Arc::from(webp), width, height });
    Some(Print { pdf: Arc::from(pdf), pages, preview })
}
