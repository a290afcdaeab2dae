//! The files in an archive (ZIP, APPNOTE 6.3) as samen writes them: stored as they are, each behind a head of its own.
//! Knows nothing of what is in the files.

use crate::diagnostic::Message;
use crate::message;

/// A file in an archive.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::check) struct ArchiveMember<'a> {
    /// Its path in the archive.
    pub(in crate::check) name: &'a str,
    /// Its bytes; `None` where they are compressed.
    pub(in crate::check) bytes: Option<&'a [u8]>,
}

/// Bytes of the head of a file before its name.
const HEAD: usize = 30;

/// All files, in their order.
///
/// # Errors
/// Why it is no archive.
pub(in crate::check) fn members(archive: &[u8]) -> Result<Vec<ArchiveMember<'_>>, Message> {
    let mut found = Vec::new();
    let mut rest = archive;
    while rest.starts_with(b"PK\x03\x04") {
        let member = member(rest).ok_or(message!("archive-cut-off"))?;
        rest = &rest[member.size..];
        let name = str::from_utf8(member.name).map_err(|_| message!("archive-name-not-utf8"))?;
        if name.starts_with('/') || name.split(['/', '\\']).any(|part| part == "..") {
            return Err(message!("archive-unpacks-elsewhere", name = name));
        }
        found.push(ArchiveMember { name, bytes: member.stored.then_some(member.bytes) });
    }
    if rest.starts_with(b"PK\x01\x02") || rest.starts_with(b"PK\x05\x06") {
        Ok(found)
    } else {
        Err(message!("archive-broken"))
    }
}

/// A file with what stands in its head.
struct RawMember<'a> {
    name: &'a [u8],
    bytes: &'a [u8],
    stored: bool,
    /// Bytes of head and file.
    size: usize,
}

fn member(archive: &[u8]) -> Option<RawMember<'_>> {
    let short = |at: usize| Some(usize::from(u16::from_le_bytes(archive.get(at..at + 2)?.try_into().ok()?)));
    let method = short(8)?;
    let packed = u32::from_le_bytes(archive.get(18..22)?.try_into().ok()?);
    let (name, extra) = (short(26)?, short(28)?);
    let start = HEAD + name + extra;
    let size = start.checked_add(usize::try_from(packed).ok()?)?;
    let bytes = archive.get(start..size)?;
    Some(RawMember { name: archive.get(HEAD..HEAD + name)?, bytes, stored: method == 0, size })
}
