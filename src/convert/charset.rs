//! Bytes to text: UTF-8, UTF-16 with its mark, and of web pages what they say of themselves; Word saves them in the encoding
//! of its system. Knows nothing of what a text means.

use std::borrow::Cow;

use encoding_rs::Encoding;

/// Bytes in which a page says what it is (HTML, 13.2.3.2).
const START: usize = 1024;

/// The text without its byte order mark; `None` where a byte stands for nothing, or nothing says what it stands for.
pub(super) fn text(bytes: &[u8], is_page: bool) -> Option<Cow<'_, str>> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]);
    }
    let declared = || declared(bytes).filter(|_| is_page)?.decode_without_bom_handling_and_without_replacement(bytes);
    std::str::from_utf8(bytes).ok().map(Cow::Borrowed).or_else(declared)
}

/// What a page says: `<meta charset=windows-1252>`, `<?xml encoding="…"?>`, or the older form of the first.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(START)]).to_ascii_lowercase();
    let label = ["charset=", "encoding="].into_iter().find_map(|key| start.split_once(key))?.1;
    let label = label.trim_start_matches(['"', '\'', ' ']).split(['"', '\'', ' ', ';', '>', '/', '?']).next()?;
    // Whoever could read these letters does not read two bytes for each.
    Encoding::for_label(label.as_bytes()).filter(|encoding| encoding.is_ascii_compatible())
}
