//! Many small texts in one file, by name: thousands of files would cost more than all the rest of a build. What is new is
//! put behind what is there, and an index says where each text stands. What is damaged is as good as missing.
//! Knows nothing of what the texts are.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use crate::source::Hash;

/// First line of the index; another format is another line.
const HEAD: &str = "samen pack 1";

/// Texts that are read before they are written: some megabytes in memory.
const AT_ONCE: usize = 256;

/// Bytes that nobody wants any more for which a pack is not written anew.
const SLACK: u64 = 1 << 20;

/// Named texts in one file of a folder.
#[derive(Debug)]
pub(super) struct TextPack {
    folder: PathBuf,
    name: String,
}

/// Where texts stand in a pack.
#[derive(Default)]
struct PackIndex {
    /// Counts how often the pack was written anew, so that an index never fits another file.
    generation: u64,
    texts: BTreeMap<String, PackedText>,
}

/// One text in a pack: its hash stands before it.
#[derive(Clone, Copy)]
struct PackedText {
    at: u64,
    bytes: u64,
}

impl TextPack {
    pub(super) fn new(folder: PathBuf, name: String) -> Self {
        Self { folder, name }
    }

    /// All texts of some names, as far as they are there and whole.
    pub(super) fn read(&self, names: &BTreeSet<&str>) -> BTreeMap<String, Arc<[u8]>> {
        let index = self.index();
        let Ok(mut file) = File::open(self.file(index.generation)) else { return BTreeMap::new() };
        let mut found = BTreeMap::new();
        for (name, packed) in index.texts.iter().filter(|(name, _)| names.contains(name.as_str())) {
            if let Some(bytes) = packed.read(&mut file) {
                found.insert(name.clone(), bytes);
            }
        }
        found
    }

    /// Keeps the texts of these names and no others. `text` gives those that are not there yet; those that it does not give
    /// are left out.
    ///
    /// # Errors
    /// Those of the file system. What was there before is then still there.
    pub(super) fn write(
        &self,
        names: &BTreeSet<&str>,
        text: &(dyn Fn(&str) -> Option<Arc<[u8]>> + Sync),
    ) -> io::Result<()> {
        let mut index = self.index();
        let is_complete = names.iter().all(|name| index.texts.contains_key(*name));
        index.texts.retain(|name, _| names.contains(name.as_str()));
        let live: u64 = index.texts.values().map(|packed| packed.bytes).sum();
        let old = self.file(index.generation);
        let size = fs::metadata(&old).map_or(0, |metadata| metadata.len());
        let anew = index.texts.is_empty() || size > 2 * live + SLACK;
        if is_complete && !anew {
            return Ok(());
        }
        index.generation += u64::from(anew);
        let file = OpenOptions::new().create(true).append(true).open(self.file(index.generation))?;
        let mut out = PackWriter { at: file.metadata()?.len(), out: BufWriter::new(file) };
        if anew {
            let mut old = File::open(&old).ok();
            for (name, packed) in std::mem::take(&mut index.texts) {
                if let Some(bytes) = old.as_mut().and_then(|old| packed.read(old)) {
                    index.texts.insert(name, out.add(&bytes)?);
                }
            }
        }
        let missing: Vec<&str> = names.iter().copied().filter(|name| !index.texts.contains_key(*name)).collect();
        for names in missing.chunks(AT_ONCE) {
            let texts: Vec<Option<Arc<[u8]>>> = names.par_iter().map(|name| text(name)).collect();
            for (name, text) in names.iter().zip(texts) {
                if let Some(text) = text {
                    index.texts.insert((*name).to_owned(), out.add(&text)?);
                }
            }
        }
        out.out.flush()?;
        super::write_sealed(&self.index_file(), HEAD, &index.print())?;
        if anew {
            let _ = fs::remove_file(old);
        }
        Ok(())
    }

    fn file(&self, generation: u64) -> PathBuf {
        self.folder.join(format!("{}-{generation}.pack", self.name))
    }

    fn index_file(&self) -> PathBuf {
        self.folder.join(format!("{}.index", self.name))
    }

    /// The index of the texts that the pack has room for: a file that was cut off has lost those at its end.
    fn index(&self) -> PackIndex {
        let read = super::read_sealed(&self.index_file(), HEAD);
        let mut index = read.and_then(|text| PackIndex::parse(&text)).unwrap_or_default();
        let size = fs::metadata(self.file(index.generation)).map_or(0, |metadata| metadata.len());
        index.texts.retain(|_, packed| packed.at.saturating_add(packed.bytes) <= size);
        index
    }
}

impl PackIndex {
    fn print(&self) -> String {
        let mut out = format!("{}\n", self.generation);
        for (name, packed) in &self.texts {
            let _ = writeln!(out, "{} {} {name}", packed.at, packed.bytes);
        }
        out
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let generation = lines.next()?.parse().ok()?;
        let texts = lines.map(|line| {
            let mut words = line.splitn(3, ' ');
            let packed = PackedText { at: words.next()?.parse().ok()?, bytes: words.next()?.parse().ok()? };
            Some((words.next()?.to_owned(), packed))
        });
        Some(Self { generation, texts: texts.collect::<Option<_>>()? })
    }
}

impl PackedText {
    fn read(self, file: &mut File) -> Option<Arc<[u8]>> {
        file.seek(SeekFrom::Start(self.at)).ok()?;
        let mut kept = Vec::new();
        file.take(self.bytes).read_to_end(&mut kept).ok()?;
        let (hash, bytes) = kept.split_first_chunk::<16>()?;
        (Hash::of(bytes).0 == *hash).then(|| Arc::from(bytes))
    }
}

struct PackWriter {
    at: u64,
    out: BufWriter<File>,
}

impl PackWriter {
    fn add(&mut self, text: &[u8]) -> io::Result<PackedText> {
        let packed = PackedText { at: self.at, bytes: text.len() as u64 + 16 };
        self.out.write_all(&Hash::of(text).0)?;
        self.out.write_all(text)?;
        self.at += packed.bytes;
        Ok(packed)
    }
}

#[cfg(test)]
mod tests;
