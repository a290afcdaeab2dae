//! An archive of files (ZIP, APPNOTE 6.3) that depends on nothing but the files: stored as they are, without times and
//! names of systems. Knows nothing of what is in the files.

/// Bit 11 of the flags: names are UTF-8.
const UTF8: u16 = 1 << 11;

/// The first day that the format can tell: 1 January 1980.
const DAY: u16 = (1 << 5) | 1;

/// The archive of some files, by their names, in this order.
#[must_use]
pub fn zip(files: &[(String, &[u8])]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, bytes) in files {
        let at = size(out.len());
        let head = head(name, bytes);
        out.extend_from_slice(b"PK\x03\x04");
        out.extend_from_slice(&head);
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(bytes);
        directory.extend_from_slice(b"PK\x01\x02\x14\0");
        directory.extend_from_slice(&head);
        // No comment, the first disk, no attributes.
        directory.extend_from_slice(&[0; 10]);
        directory.extend_from_slice(&at.to_le_bytes());
        directory.extend_from_slice(name.as_bytes());
    }
    let count = u16::try_from(files.len()).unwrap_or(u16::MAX).to_le_bytes();
    let (start, length) = (size(out.len()), size(directory.len()));
    out.extend_from_slice(&directory);
    out.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    out.extend_from_slice(&count);
    out.extend_from_slice(&count);
    out.extend_from_slice(&length.to_le_bytes());
    out.extend_from_slice(&start.to_le_bytes());
    out.extend_from_slice(&[0; 2]);
    out
}

/// What both descriptions of a file share, from the version needed to the length of the extra field.
fn head(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut head = Vec::with_capacity(26);
    for number in [20, UTF8, 0, 0, DAY] {
        head.extend_from_slice(&number.to_le_bytes());
    }
    head.extend_from_slice(&crc32(bytes).to_le_bytes());
    head.extend_from_slice(&size(bytes.len()).to_le_bytes());
    head.extend_from_slice(&size(bytes.len()).to_le_bytes());
    head.extend_from_slice(&u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes());
    head.extend_from_slice(&[0; 2]);
    head
}

fn size(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

/// The checksum of ISO 3309.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 })
    };
    !bytes.iter().fold(u32::MAX, step)
}
