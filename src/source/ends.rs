//! The two ends of a file, by which it is known without reading it whole. Knows nothing of kinds of files.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};

/// The size of a file and the bytes at both its ends, by which it can be known without reading it whole.
#[derive(Clone, Debug)]
pub struct FileEnds {
    /// Bytes of the file.
    pub size: u64,
    /// The first bytes.
    pub head: Vec<u8>,
    /// The last bytes; where the file is short, those of the head among them.
    pub tail: Vec<u8>,
}

impl FileEnds {
    /// At most `head` bytes of the start and `tail` of the end.
    #[must_use]
    pub fn of(bytes: &[u8], head: usize, tail: usize) -> Self {
        let start = bytes[..bytes.len().min(head)].to_vec();
        let end = bytes[bytes.len() - bytes.len().min(tail)..].to_vec();
        Self { size: bytes.len() as u64, head: start, tail: end }
    }

    pub(super) fn read(mut file: File, head: usize, tail: usize) -> io::Result<Self> {
        let size = file.metadata()?.len();
        let mut ends = Self { size, head: Vec::new(), tail: Vec::new() };
        (&mut file).take(head as u64).read_to_end(&mut ends.head)?;
        if tail > 0 {
            file.seek(SeekFrom::Start(size.saturating_sub(tail as u64)))?;
            file.take(tail as u64).read_to_end(&mut ends.tail)?;
        }
        Ok(ends)
    }
}
