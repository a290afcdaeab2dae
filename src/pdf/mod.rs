//! The text of PDF files, so that they are found by their words: read with bounds on what a file may cost, and kept by the
//! hash of the file. Knows nothing of pages, addresses and languages.

#[cfg(feature = "pdf")]
mod bounds;
#[cfg(feature = "pdf")]
mod lines;
#[cfg(feature = "pdf")]
mod objects;
#[cfg(feature = "pdf")]
mod reader;
#[cfg(not(feature = "pdf"))]
#[path = "without.rs"]
mod reader;
#[cfg(all(test, feature = "pdf"))]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::cache::ArtifactCache;
use crate::source::{Digest, Hash, Source, Sources};
use crate::stack::on_stack;

/// Changes when the same file would give another text.
const RECIPE: u32 = 1;

/// Bytes of the largest file that is read: a long report with pictures. A larger one would make every build wait.
const MOST: u64 = 50_000_000;

/// Bytes of the stack on which a file is read: its parts may lie deep in each other, and the library follows them by
/// calling itself.
const STACK: usize = 64 << 20;

/// What there is to read in files, by their paths.
pub type PdfTexts = BTreeMap<Arc<str>, PdfText>;

/// What there is to read in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PdfText {
    /// Its text, with a line for each line; empty where it holds pictures of text only.
    Text(Arc<str>),
    /// It is too large, or locked: it is found by its name alone.
    Closed,
    /// It is no PDF file, whatever it is called.
    Broken,
}

impl PdfText {
    /// What can be searched.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Closed | Self::Broken => "",
        }
    }

    fn print(&self) -> String {
        match self {
            Self::Text(text) => format!("text\n{text}"),
            Self::Closed => "closed\n".to_owned(),
            Self::Broken => "broken\n".to_owned(),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        match text.split_once('\n')? {
            ("text", text) => Some(Self::Text(Arc::from(text))),
            ("closed", _) => Some(Self::Closed),
            ("broken", _) => Some(Self::Broken),
            _ => None,
        }
    }
}

/// Reads files, and keeps what it read.
#[derive(Debug)]
pub struct PdfTextExtractor {
    cache: ArtifactCache,
}

impl PdfTextExtractor {
    /// That of a site.
    #[must_use]
    pub fn new(sources: &Sources) -> Self {
        Self { cache: ArtifactCache::new(sources.root(), "papers") }
    }

    /// Whether a file is called a PDF file.
    #[must_use]
    pub fn holds(path: &str) -> bool {
        path.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("pdf"))
    }

    /// What a file says, with the hash of the bytes that were read.
    #[must_use]
    pub fn read(&self, sources: &Sources, file: &Source) -> (Hash, PdfText) {
        let known = self.cache.get(&name(file.hash)).and_then(|kept| PdfText::parse(str::from_utf8(&kept).ok()?));
        if let Some(text) = known {
            return (file.hash, text);
        }
        if file.stamp.size > MOST {
            return (file.hash, PdfText::Closed);
        }
        // A file that cannot be read is told of where it is published.
        let Ok(bytes) = sources.bytes(&file.path) else { return (file.hash, PdfText::Closed) };
        let (hash, text) = (Hash::of(&bytes), text_of(&bytes));
        self.cache.put(&name(hash), &Arc::from(text.print().into_bytes()));
        (hash, text)
    }

    /// Forgets all other files.
    pub fn keep(&self, hashes: impl IntoIterator<Item = Hash>) {
        let names: BTreeSet<String> = hashes.into_iter().map(name).collect();
        self.cache.keep(|name| names.contains(name));
    }
}

/// The name under which the text of a file is kept.
fn name(hash: Hash) -> String {
    Digest::new("text of a PDF").add(&RECIPE).add(&hash).finish().to_string()
}

/// What the bytes of a file say. Ends for all bytes, and without a panic.
#[must_use]
pub fn text_of(bytes: &[u8]) -> PdfText {
    // What the library does not survive is no PDF file to us.
    on_stack(STACK, || reader::text_of(bytes)).unwrap_or(PdfText::Broken)
}
