//! Kinds of files: which are published beside texts unless a site says otherwise, and what a file of a kind starts
//! with. Pure functions from a name and the ends of a file; knows nothing of where files lie.

mod signatures;

use crate::source::FileEnds;

/// Endings of files that are published beside texts where `samen.yaml` does not say which. Left out is what may be the
/// text of a page that was saved wrongly (`txt`, `html`, `rtf`, `doc` …), what runs, and what nobody can look into.
pub const ATTACHMENTS: &[&str] = &[
    "csv", "docx", "epub", "flac", "geojson", "gpx", "ics", "json", "m4a", "mp3", "mp4", "odg", "odp", "ods", "odt",
    "oga", "ogg", "ogv", "opus", "pdf", "pptx", "srt", "tsv", "vtt", "wav", "webm", "xlsx", "zip",
];

/// Endings that no site can publish as they are: those are texts of pages.
pub const NEVER: &[&str] = &["markdown", "md", "mdown", "mdx", "mkd"];

/// Bytes at the start of a file that are looked at.
pub const HEAD: usize = 8 << 10;

/// Bytes at its end, where archives list what they hold.
pub const TAIL: usize = 64 << 10;

/// What is wrong with a file, by its first and last bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// It has no bytes.
    Empty,
    /// It is a text of a page, or of a program that writes such texts.
    FrontMatter,
    /// Its bytes are not those of its kind.
    Other {
        /// What its name promises, such as "a PDF file".
        named: &'static str,
        /// What it is, where that can be told.
        found: Option<&'static str>,
    },
    /// It is an archive without its end.
    CutOff,
}

impl FileFault {
    /// Whether it is a page of HTML under another name.
    #[must_use]
    pub fn is_page(&self) -> bool {
        matches!(self, Self::Other { found: Some(signatures::PAGE), .. })
    }
}

/// The ending of a file in small letters; empty where it has none.
#[must_use]
pub fn ending(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase()
}

/// Whether the end of a file is looked at, too.
#[must_use]
pub fn has_tail(path: &str) -> bool {
    signatures::of(&ending(path)).is_some_and(|kind| kind.form.is_archive())
}

/// What is wrong with a file.
#[must_use]
pub fn fault(path: &str, ends: &FileEnds) -> Option<FileFault> {
    if ends.size == 0 {
        return Some(FileFault::Empty);
    }
    let ending = ending(path);
    let start = text_start(&ends.head);
    // Many YAML files start with the same line.
    if !matches!(&*ending, "yaml" | "yml") && starts_like_front_matter(&start) {
        return Some(FileFault::FrontMatter);
    }
    let found = signatures::detect(&ends.head, &start);
    match signatures::of(&ending) {
        Some(kind) if !kind.form.fits(&ends.head, &ends.tail, &start) => {
            Some(FileFault::Other { named: kind.name, found })
        }
        Some(kind) if kind.form.is_archive() && !signatures::has_archive_end(&ends.tail) => Some(FileFault::CutOff),
        Some(_) => None,
        // Of other kinds one thing is known: a browser that cannot load a file saves a page that says so.
        None => found
            .filter(|found| *found == signatures::PAGE && !signatures::is_page_ending(&ending))
            .map(|found| FileFault::Other { named: "a file of another kind", found: Some(found) }),
    }
}

/// The start of a file as text, in whatever way it is encoded: byte order marks and white space in front left out.
fn text_start(head: &[u8]) -> String {
    let text = match signatures::order_of_wide(head) {
        Some(order) => wide(head, order),
        None => String::from_utf8_lossy(head).into_owned(),
    };
    let blank = |c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2060}');
    text.trim_start_matches(blank).to_owned()
}

fn wide(bytes: &[u8], order: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| order([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

/// Whether a text starts with front matter, of this program or of others, or has lost the line before it.
fn starts_like_front_matter(start: &str) -> bool {
    let Some(first) = start.lines().next().map(str::trim_end) else { return false };
    let fence = |line: &str| line.len() >= 3 && (line.bytes().all(|b| b == b'-') || line == "+++");
    fence(first) || first.strip_prefix("title:").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

#[cfg(test)]
mod tests {
    use super::{ATTACHMENTS, FileFault, NEVER, fault, signatures};
    use crate::source::FileEnds;

    fn fault_of(path: &str, bytes: &[u8]) -> Option<FileFault> {
        fault(path, &FileEnds::of(bytes, super::HEAD, super::TAIL))
    }

    fn utf16(text: &str, mark: bool, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16()).flat_map(order).collect()
    }

    #[test]
    fn the_lists_are_sorted_and_apart() {
        assert!(ATTACHMENTS.is_sorted() && NEVER.is_sorted());
        assert!(ATTACHMENTS.iter().all(|ending| !NEVER.contains(ending)));
        let unknown: Vec<_> = ATTACHMENTS.iter().filter(|ending| signatures::of(ending).is_none()).collect();
        assert_eq!(unknown, Vec::<&&str>::new(), "what is published without a setting can be recognised");
    }

    #[test]
    fn front_matter_is_found_in_every_encoding() {
        let text = "---\ntitle: A\n---\n";
        let crlf = "\u{FEFF}\r\n \r\n---  \r\ntitle: A\r\n";
        let forms = [
            text.as_bytes().to_vec(),
            crlf.as_bytes().to_vec(),
            utf16(text, true, u16::to_le_bytes),
            utf16(text, true, u16::to_be_bytes),
            utf16(text, false, u16::to_le_bytes),
            utf16(text, false, u16::to_be_bytes),
            b"+++\ntitle = 'A'\n".to_vec(),
            b"title: A\ndraft: true\n".to_vec(),
        ];
        for bytes in forms {
            for name in ["a.pdf", "a.txt", "a.csv", "a", "a.zip"] {
                assert_eq!(fault_of(name, &bytes), Some(FileFault::FrontMatter), "{name} {bytes:?}");
            }
        }
        assert_eq!(fault_of("a.txt", b"-- \ntitle"), None);
        assert_eq!(fault_of("a.yaml", text.as_bytes()), None);
    }

    /// A start of every kind, and what it is called.
    const SAMPLES: &[(&str, &[u8])] = &[
        ("pdf", b"%PDF-1.7\n"),
        ("pdf", b"\n\n%PDF-1.4\n"),
        ("csv", b"a;b\n1;2\n"),
        ("csv", b"na\xEFef;b\n"),
        ("tsv", b"\xFF\xFEa\0\t\0"),
        ("json", b" [1]"),
        ("geojson", b"{\"type\": \"FeatureCollection\"}"),
        ("gpx", b"<?xml version=\"1.0\"?><gpx>"),
        ("svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("ics", b"BEGIN:VCALENDAR\r\n"),
        ("vtt", b"\xEF\xBB\xBFWEBVTT\n"),
        ("srt", b"1\r\n00:00:01,000 --> 00:00:02,000\r\nA\r\n"),
        ("mp3", b"ID3\x04"),
        ("mp3", b"\xFF\xFB\x90"),
        ("m4a", b"\0\0\0\x20ftypM4A "),
        ("mp4", b"\0\0\0\x20ftypisom"),
        ("ogg", b"OggS\0"),
        ("opus", b"OggS\0"),
        ("flac", b"fLaC"),
        ("wav", b"RIFF\x10\0\0\0WAVEfmt "),
        ("webm", b"\x1A\x45\xDF\xA3"),
        ("jpg", b"\xFF\xD8\xFF\xE0"),
        ("png", b"\x89PNG\r\n\x1A\n"),
        ("webp", b"RIFF\x10\0\0\0WEBPVP8 "),
    ];

    #[test]
    fn a_file_of_a_kind_is_known_by_its_start_and_no_other_passes_for_it() {
        let page = b"<!DOCTYPE html>\n<html lang=\"en\"><title>404</title>";
        for (ending, bytes) in SAMPLES {
            let name = format!("a.{ending}");
            assert_eq!(fault_of(&name, bytes), None, "{name}");
            let found = fault_of(&name, page);
            assert!(matches!(found, Some(FileFault::Other { found: Some("a web page"), .. })), "{name} {found:?}");
            assert_eq!(fault_of(&name, b""), Some(FileFault::Empty));
            let binary = fault_of(&name, b"\x01\x02\x03\0\0\0");
            assert!(matches!(binary, Some(FileFault::Other { .. })), "{name} {binary:?}");
        }
        let called = fault_of("a.pdf", b"\x89PNG\r\n\x1A\n");
        assert_eq!(called, Some(FileFault::Other { named: "a PDF file", found: Some("a PNG picture") }));
    }

    fn archive(names: &[&str]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for name in names {
            bytes.extend(b"PK\x03\x04");
            bytes.extend([0; 26]);
            bytes.extend(name.as_bytes());
        }
        bytes.extend(b"PK\x05\x06");
        bytes.extend([0; 18]);
        bytes
    }

    #[test]
    fn an_archive_holds_what_its_name_promises() {
        let text = archive(&["[Content_Types].xml", "word/document.xml"]);
        let open = archive(&["mimetypeapplication/vnd.oasis.opendocument.text", "content.xml"]);
        let book = archive(&["mimetypeapplication/epub+zip"]);
        for (name, bytes, fits) in [
            ("a.docx", &text, true),
            ("a.xlsx", &text, false),
            ("a.zip", &text, true),
            ("a.odt", &open, true),
            ("a.ods", &open, false),
            ("a.docx", &open, false),
            ("a.epub", &book, true),
            ("a.docx", &archive(&["a.txt"]), false),
            ("a.zip", &archive(&[]), true),
        ] {
            assert_eq!(fault_of(name, bytes).is_none(), fits, "{name} {:?}", fault_of(name, bytes));
        }
        assert_eq!(fault_of("a.docx", &text[..text.len() - 22]), Some(FileFault::CutOff));
    }
}
