//! What files of a kind start with, as their formats say. Knows nothing of names and of what follows from them.

/// A page of HTML, in a message.
pub(super) const PAGE: &str = "a web page";

/// A kind of file.
#[derive(Debug)]
pub(super) struct FileKind {
    endings: &'static [&'static str],
    /// What it is called in a message.
    pub(super) name: &'static str,
    /// What it starts with.
    pub(super) form: Form,
}

/// What a file starts with.
#[derive(Debug)]
pub(super) enum Form {
    /// One of these, each at its byte.
    Magic(&'static [Magic]),
    /// A RIFF container of this kind.
    Riff(&'static [u8]),
    /// The mark of a PDF within the first kilobyte (ISO 32000-1, annex H.3, note 13).
    Pdf,
    /// A ZIP archive in which something of this name lies (ECMA-376, part 2).
    OfficeOpenXml(&'static str),
    /// A ZIP archive of this media type (`OpenDocument` 1.3, part 2, section 3.3; EPUB OCF 3.3, section 4.3).
    MimeType(&'static str),
    /// Any ZIP archive.
    Zip,
    /// MPEG audio: a tag, or a frame of layer III, which eleven set bits begin.
    Mp3,
    /// A text that starts with one of these, in any case.
    Words(&'static [&'static str]),
    /// Subtitles: a number, and an arrow between two times.
    Srt,
    /// XML.
    Xml,
    /// Text.
    Text,
}

/// Bytes and where they stand.
type Magic = (usize, &'static [u8]);

const PDF: &[u8] = b"%PDF-";
const ZIP: &[u8] = b"PK\x03\x04";
const ZIP_END: &[u8] = b"PK\x05\x06";
const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Starts of files that may have no zero in their first kilobytes and are no text all the same.
const BINARY: &[&[u8]] =
    &[PDF, ZIP, ZIP_END, OLE, b"\x89PNG", b"\xFF\xD8\xFF", b"\x1F\x8B", b"OggS", b"ID3", b"fLaC", b"RIFF"];

const fn kind(endings: &'static [&'static str], name: &'static str, form: Form) -> FileKind {
    FileKind { endings, name, form }
}

/// All kinds whose start is known. The first of two that fit names a file of another kind.
const KINDS: &[FileKind] = &[
    kind(&["pdf"], "a PDF file", Form::Pdf),
    kind(&["png"], "a PNG picture", Form::Magic(&[(0, b"\x89PNG\r\n\x1A\n")])),
    kind(&["jpg", "jpeg"], "a JPEG picture", Form::Magic(&[(0, b"\xFF\xD8\xFF")])),
    kind(&["gif"], "a GIF picture", Form::Magic(&[(0, b"GIF8")])),
    kind(&["webp"], "a WebP picture", Form::Riff(b"WEBP")),
    kind(&["avif"], "an AVIF picture", Form::Magic(&[(4, b"ftypavi"), (4, b"ftypmif1")])),
    kind(&["heic", "heif"], "a HEIC picture", Form::Magic(&[(4, b"ftyphei"), (4, b"ftyphev"), (4, b"ftypmif1")])),
    kind(&["tif", "tiff"], "a TIFF picture", Form::Magic(&[(0, b"II*\0"), (0, b"MM\0*")])),
    kind(&["ico"], "an icon", Form::Magic(&[(0, b"\0\0\x01\0")])),
    kind(&["wav"], "a WAV sound", Form::Riff(b"WAVE")),
    kind(&["flac"], "a FLAC sound", Form::Magic(&[(0, b"fLaC")])),
    kind(&["oga", "ogg", "ogv", "opus"], "an Ogg file", Form::Magic(&[(0, b"OggS")])),
    kind(
        &["m4a", "m4b", "m4v", "mov", "mp4"],
        "an MPEG-4 file",
        Form::Magic(&[(4, b"ftyp"), (4, b"styp"), (4, b"moov"), (4, b"mdat"), (4, b"wide"), (4, b"free")]),
    ),
    kind(&["mkv", "webm"], "a WebM film", Form::Magic(&[(0, b"\x1A\x45\xDF\xA3")])),
    kind(&["mp3"], "an MP3 sound", Form::Mp3),
    kind(&["docx"], "a Word document", Form::OfficeOpenXml("word/")),
    kind(&["xlsx"], "an Excel workbook", Form::OfficeOpenXml("xl/")),
    kind(&["pptx"], "a PowerPoint presentation", Form::OfficeOpenXml("ppt/")),
    kind(&["odt"], "an OpenDocument text", Form::MimeType("application/vnd.oasis.opendocument.text")),
    kind(&["ods"], "an OpenDocument spreadsheet", Form::MimeType("application/vnd.oasis.opendocument.spreadsheet")),
    kind(&["odp"], "an OpenDocument presentation", Form::MimeType("application/vnd.oasis.opendocument.presentation")),
    kind(&["odg"], "an OpenDocument drawing", Form::MimeType("application/vnd.oasis.opendocument.graphics")),
    kind(&["epub"], "an EPUB book", Form::MimeType("application/epub+zip")),
    kind(&["zip"], "a ZIP archive", Form::Zip),
    kind(&["doc", "ppt", "xls"], "an older or encrypted Office document", Form::Magic(&[(0, OLE)])),
    kind(&["gz", "tgz"], "a gzip archive", Form::Magic(&[(0, b"\x1F\x8B")])),
    kind(&["7z"], "a 7-Zip archive", Form::Magic(&[(0, b"7z\xBC\xAF\x27\x1C")])),
    kind(&["rar"], "an RAR archive", Form::Magic(&[(0, b"Rar!")])),
    kind(&["woff2"], "a WOFF2 font", Form::Magic(&[(0, b"wOF2")])),
    kind(&["woff"], "a WOFF font", Form::Magic(&[(0, b"wOFF")])),
    kind(&["otf", "ttf"], "a font", Form::Magic(&[(0, b"\0\x01\0\0"), (0, b"OTTO"), (0, b"true"), (0, b"ttcf")])),
    kind(&["rtf"], "an RTF text", Form::Words(&["{\\rtf"])),
    kind(&["ics"], "a calendar", Form::Words(&["begin:vcalendar"])),
    kind(&["vcf"], "an address card", Form::Words(&["begin:vcard"])),
    kind(&["vtt"], "a WebVTT file", Form::Words(&["webvtt"])),
    kind(&["srt"], "a SubRip file", Form::Srt),
    kind(&["geojson"], "a GeoJSON file", Form::Words(&["{"])),
    kind(&["json"], "a JSON file", Form::Words(&["{", "[", "\""])),
    kind(&["gpx", "kml", "svg", "xml"], "an XML file", Form::Xml),
    kind(&["csv", "tsv", "txt", "css", "js", "mjs"], "text", Form::Text),
];

/// The kind of an ending.
pub(super) fn of(ending: &str) -> Option<&'static FileKind> {
    KINDS.iter().find(|kind| kind.endings.contains(&ending))
}

/// Whether files of an ending are pages of HTML.
pub(super) fn is_page_ending(ending: &str) -> bool {
    matches!(ending, "htm" | "html" | "xhtml" | "xht")
}

/// What a file is, where its start tells.
pub(super) fn detect(head: &[u8], start: &str) -> Option<&'static str> {
    if is_page(start) {
        return Some(PAGE);
    }
    if !is_binary(head) {
        return Some("text");
    }
    let clear = |kind: &&FileKind| !matches!(kind.form, Form::Text | Form::Xml | Form::Words(_) | Form::Srt);
    KINDS.iter().filter(clear).find(|kind| kind.form.fits(head, head, start)).map(|kind| kind.name)
}

fn is_page(start: &str) -> bool {
    ["<!doctype html", "<html", "<head>", "<body", "<script"].iter().any(|mark| starts_with(start, mark))
}

fn starts_with(text: &str, mark: &str) -> bool {
    text.get(..mark.len()).is_some_and(|text| text.eq_ignore_ascii_case(mark))
}

/// Whether bytes are no text in any encoding in use: those have no zeros, but for UTF-16.
fn is_binary(head: &[u8]) -> bool {
    BINARY.iter().any(|mark| head.starts_with(mark)) || order_of_wide(head).is_none() && head.contains(&0)
}

/// In which order a text in UTF-16 has the bytes of its units, by its mark or by its first letters; `None` for other bytes.
pub(super) fn order_of_wide(head: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    match head {
        [0xFF, 0xFE, ..] | [1..=255, 0, 1..=255, 0, ..] => Some(u16::from_le_bytes),
        [0xFE, 0xFF, ..] | [0, 1..=255, 0, 1..=255, ..] => Some(u16::from_be_bytes),
        _ => None,
    }
}

/// Whether an archive has the record with which it ends (APPNOTE 6.3.10, section 4.3.16).
pub(super) fn has_archive_end(tail: &[u8]) -> bool {
    holds(tail, ZIP_END)
}

impl Form {
    /// Whether a file is a ZIP archive.
    pub(super) fn is_archive(&self) -> bool {
        matches!(self, Self::OfficeOpenXml(_) | Self::MimeType(_) | Self::Zip)
    }

    /// Whether a file has this form.
    pub(super) fn fits(&self, head: &[u8], tail: &[u8], start: &str) -> bool {
        let lists = |name: &str| holds(head, name.as_bytes()) || holds(tail, name.as_bytes());
        match self {
            Self::Magic(marks) => marks.iter().any(|(at, mark)| head.get(*at..).is_some_and(|it| it.starts_with(mark))),
            Self::Pdf => holds(&head[..head.len().min(1024)], PDF),
            Self::Riff(kind) => head.starts_with(b"RIFF") && head.get(8..).is_some_and(|it| it.starts_with(kind)),
            // A long list of contents may begin before the bytes that were read; its last names are always among them.
            Self::OfficeOpenXml(part) => {
                head.starts_with(ZIP) && lists(part) && (lists("[Content_Types].xml") || lists("_rels/"))
            }
            Self::MimeType(media) => head.starts_with(ZIP) && lists(media),
            Self::Zip => head.starts_with(ZIP) || head.starts_with(ZIP_END),
            Self::Mp3 => head.starts_with(b"ID3") || matches!(head, [0xFF, second, ..] if second & 0xE6 == 0xE2),
            Self::Words(words) => words.iter().any(|word| starts_with(start, word)),
            Self::Srt => start.starts_with(|c: char| c.is_ascii_digit()) && start.contains("-->"),
            Self::Xml => start.starts_with('<') && !is_page(start),
            Self::Text => !is_binary(head) && !is_page(start),
        }
    }
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
