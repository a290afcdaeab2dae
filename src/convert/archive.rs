//! The parts of an archive (ZIP), within bounds: what a part says of its size is not believed. The only user of the reader of
//! archives. Knows nothing of documents.

use std::collections::BTreeMap;
use std::io::Read as _;

use flate2::bufread::DeflateDecoder;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};

use super::{ConvertFault, refused};
use crate::diagnostic::Message;
use crate::message;

/// Parts that an archive may have: a document with a thousand pictures has some two thousand.
const MOST_PARTS: usize = 10_000;

/// Bytes of the largest part: a photograph, or the text of thousands of pages.
const LARGEST_PART: u64 = 48 << 20;

/// Bytes of all parts that are read.
const LARGEST: u64 = 256 << 20;

/// Times that a part may be larger than it is in the archive, once it has a megabyte: XML of word processors unfolds to
/// some forty times its size.
const MOST_RATIO: u64 = 250;

/// An archive that is in memory.
pub(super) struct PartArchive<'b> {
    archive: ZipSliceArchive<&'b [u8]>,
    /// By their names.
    parts: BTreeMap<String, ArchivedPart>,
    /// Bytes that were unfolded.
    read: u64,
}

#[derive(Clone, Copy)]
struct ArchivedPart {
    wayfinder: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
}

impl<'b> PartArchive<'b> {
    /// Lists the parts of an archive.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, ConvertFault> {
        let archive = ZipArchive::from_slice(bytes).map_err(|_| damaged(message!("convert-list-unreadable")))?;
        let mut parts = BTreeMap::new();
        let mut entries = archive.entries();
        let mut count = 0;
        while let Some(entry) = entries.next_entry().map_err(|_| damaged(message!("convert-list-unreadable")))? {
            count += 1;
            if count > MOST_PARTS {
                return Err(bomb(message!("convert-many-parts")));
            }
            if entry.is_dir() {
                continue;
            }
            let raw = String::from_utf8_lossy(entry.file_path().as_bytes()).into_owned();
            let name = part_name(&raw).ok_or_else(|| {
                let shown: String = raw.chars().take(60).collect();
                refused(message!("convert-part-leads-out", name = shown), message!("convert-part-leads-out-help"))
            })?;
            if entry.flags().is_encrypted() {
                return Err(locked());
            }
            let part = ArchivedPart { wayfinder: entry.wayfinder(), method: entry.compression_method() };
            if parts.insert(name, part).is_some() {
                return Err(damaged(message!("convert-parts-one-name")));
            }
        }
        Ok(Self { archive, parts, read: 0 })
    }

    /// Whether there is a part of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(name)
    }

    /// Names of all parts.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// The bytes of a part, where there is one.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, ConvertFault> {
        let Some(part) = self.parts.get(name).copied() else { return Ok(None) };
        let entry = self.archive.get_entry(part.wayfinder).map_err(|_| damaged(message!("convert-part-misplaced")))?;
        let packed = entry.data();
        let most = LARGEST_PART.min(LARGEST.saturating_sub(self.read));
        // One byte more tells that there is more.
        let mut bytes = Vec::new();
        let read = match part.method {
            CompressionMethod::STORE => entry.verifying_reader(packed).take(most + 1).read_to_end(&mut bytes),
            CompressionMethod::DEFLATE => {
                entry.verifying_reader(DeflateDecoder::new(packed)).take(most + 1).read_to_end(&mut bytes)
            }
            _ => return Err(damaged(message!("convert-part-packed"))),
        };
        read.map_err(|_| damaged(message!("convert-part-changed")))?;
        let length = bytes.len() as u64;
        if length > most {
            return Err(bomb(message!("convert-unfolds-large")));
        }
        if length > 1 << 20 && length / (packed.len() as u64).max(1) > MOST_RATIO {
            return Err(bomb(message!("convert-unfolds-ratio")));
        }
        self.read += length;
        Ok(Some(bytes))
    }
}

/// A name as it may stand in a document: below its root, with `/`.
fn part_name(raw: &str) -> Option<String> {
    let name = raw.replace('\\', "/");
    let name = name.strip_prefix('/').unwrap_or(&name);
    let fine = |part: &str| !matches!(part, "" | "." | "..") && !part.contains([':', '\0']);
    name.split('/').all(fine).then(|| name.to_owned())
}

fn damaged(what: Message) -> ConvertFault {
    refused(message!("convert-damaged", what = what), message!("convert-save-other-name-help"))
}

fn bomb(what: Message) -> ConvertFault {
    refused(message!("convert-too-large", what = what), message!("convert-too-large-help"))
}

fn locked() -> ConvertFault {
    refused(message!("convert-locked"), message!("convert-locked-help"))
}
