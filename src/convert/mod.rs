//! Documents of word processors and web pages to a text in Markdown, with what could not be carried over. Pure functions:
//! bytes in, text and pictures out; nothing is fetched, and who wrote a document is not looked at. Knows nothing of types,
//! of front matter and of where a text is put.

#[cfg(feature = "convert")]
mod archive;
#[cfg(not(feature = "convert"))]
#[path = "without.rs"]
mod archive;
mod charset;
mod clean;
mod flow;
mod inline;
mod left;
mod model;
mod open_document;
mod outline;
mod parts;
mod passage;
mod pictures;
mod table;
mod web;
mod word;
mod write;

use std::borrow::Cow;
use std::fmt;

use crate::diagnostic::{Code, Diagnostic, Message};
use crate::message;
use archive::PartArchive;
use left::{CHANGES, COMMENTS, LeftOuts};
use model::TextDocument;

pub use left::LeftOut;

/// Bytes of the largest document; pictures make most of it.
pub const LARGEST: u64 = 64 << 20;

/// Bytes of the longest text; `document` refuses a longer page.
const LONGEST_TEXT: usize = 2 << 20;

/// Why a document is not converted.
pub type ConvertFault = Box<Diagnostic>;

/// How a document is converted.
#[derive(Clone, Copy)]
pub struct ConvertRules<'a> {
    /// Takes the text as it is with all tracked changes accepted; otherwise such a document is refused.
    pub accept_changes: bool,
    /// Leaves comments out; otherwise a document with comments is refused.
    pub drop_comments: bool,
    /// Whether `<br>` may stand in a text.
    pub line_breaks: bool,
    /// What the names of pictures start with: the name of the entry.
    pub pictures: &'a str,
    /// The bytes of a file beside a web page, by its path from there. It must not leave that folder.
    pub beside: &'a dyn Fn(&str) -> Option<Vec<u8>>,
}

impl fmt::Debug for ConvertRules<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ConvertRules").field("pictures", &self.pictures).finish_non_exhaustive()
    }
}

/// A document that was converted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Converted {
    /// The title that it gives itself, as plain words.
    pub title: Option<String>,
    /// The text, whose headings start at the second level.
    pub markdown: String,
    /// The pictures that the text names.
    pub pictures: Vec<ConvertedPicture>,
    /// What the text does not have, in the order of the document.
    pub left_out: Vec<LeftOut>,
}

/// A picture of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConvertedPicture {
    /// The name of its file.
    pub name: String,
    /// Its bytes, as they are in the document.
    pub bytes: Vec<u8>,
}

/// A document that is refused: what it is, and what to do.
fn refused(message: Message, help: Message) -> ConvertFault {
    Box::new(Diagnostic::error(Code::ConvertRefused, message).help(help))
}

/// What a document is, by its bytes and its name.
enum DocumentForm<'b> {
    Word(PartArchive<'b>),
    OpenDocument(PartArchive<'b>),
    Web(Cow<'b, str>),
    Passage(Cow<'b, str>),
}

/// Reads a document; `name` is that of its file.
///
/// # Errors
/// A diagnostic without a place, when it is refused as a whole: damaged, locked, too large, of a form that is not read, or
/// with tracked changes or comments that nobody has decided on.
pub fn read(name: &str, bytes: &[u8], rules: &ConvertRules<'_>) -> Result<Converted, ConvertFault> {
    let mut left = LeftOuts::default();
    let (mut document, pictures) = match form(name, bytes)? {
        DocumentForm::Passage(text) => return passage::read(&text),
        DocumentForm::Web(text) => {
            let mut document = web::read(&text, &mut left)?;
            let pictures = pictures::of_page(&mut document.pictures, rules, &mut left);
            (document, pictures)
        }
        DocumentForm::Word(mut archive) => {
            let mut document = word::read(&mut archive, &mut left)?;
            let pictures = pictures::of_archive(&mut document.pictures, &mut archive, rules, &mut left)?;
            (document, pictures)
        }
        DocumentForm::OpenDocument(mut archive) => {
            let mut document = open_document::read(&mut archive, &mut left)?;
            let pictures = pictures::of_archive(&mut document.pictures, &mut archive, rules, &mut left)?;
            (document, pictures)
        }
    };
    decided(rules, &mut left)?;
    outline::finish(&mut document, &mut left);
    if document.too_large {
        return Err(too_long());
    }
    let writer = write::MarkdownWriter { pictures: &document.pictures, line_breaks: rules.line_breaks };
    let markdown = writer.document(&document);
    if markdown.len() > LONGEST_TEXT {
        return Err(too_long());
    }
    if markdown.trim().is_empty() && document.title.is_none() {
        return Err(refused(message!("convert-no-text"), message!("convert-no-text-help")));
    }
    Ok(Converted { title: document.title, markdown, pictures, left_out: left.finish() })
}

fn too_long() -> ConvertFault {
    refused(message!("convert-long-text"), message!("convert-long-text-help"))
}

/// Tracked changes and comments are decided on by a person, never by default.
fn decided(rules: &ConvertRules<'_>, left: &mut LeftOuts) -> Result<(), ConvertFault> {
    let changes = left.take(&CHANGES).filter(|_| !rules.accept_changes);
    let comments = left.take(&COMMENTS).filter(|_| !rules.drop_comments);
    let (said, help) = match (changes, comments) {
        (None, None) => return Ok(()),
        (Some(changes), None) => (told(&changes), message!("convert-changes-help")),
        (None, Some(comments)) => (told(&comments), message!("convert-comments-help")),
        (Some(changes), Some(comments)) => (
            message!("both-and", first = told(&changes), second = told(&comments)),
            message!("both", first = message!("convert-changes-help"), second = message!("convert-comments-help")),
        ),
    };
    Err(refused(message!("convert-not-finished", what = said), help))
}

impl Converted {
    /// What the text does not have, as messages.
    #[must_use]
    pub fn messages(&self) -> Vec<Diagnostic> {
        let one = |found| Diagnostic::warning(Code::ConvertLeftOut, message!("not-carried-over", what = told(found)));
        self.left_out.iter().map(one).collect()
    }
}

/// What was found, how often and where.
#[must_use]
pub fn told(found: &LeftOut) -> Message {
    let what = match found.count {
        0 | 1 => found.what.clone(),
        count => message!("so-many-times", count = count, what = &found.what),
    };
    let mut places = found.places.clone();
    if places.is_empty() {
        return what;
    }
    if found.count > places.len() {
        places.push(Message::verbatim("…"));
    }
    message!("found-at", what = what, places = places)
}

/// What a file holds.
fn form<'b>(name: &str, bytes: &'b [u8]) -> Result<DocumentForm<'b>, ConvertFault> {
    const OLD: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    let known = message!("convert-known-files");
    if bytes.len() as u64 > LARGEST {
        return Err(refused(
            message!("convert-file-size", size = bytes.len() >> 20, most = LARGEST >> 20),
            message!("convert-file-size-help"),
        ));
    }
    if bytes.starts_with(OLD) {
        return Err(old_form(bytes));
    }
    if bytes.starts_with(b"PK") {
        return packed(PartArchive::open(bytes)?);
    }
    if bytes.starts_with(b"%PDF") {
        return Err(refused(message!("convert-pdf"), message!("convert-pdf-help", known = known)));
    }
    if bytes.starts_with(b"{\\rtf") {
        return Err(refused(message!("convert-rtf"), message!("convert-save-docx-odt-help")));
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let named_web = matches!(ending.as_str(), "html" | "htm" | "xhtml");
    let text = charset::text(bytes, named_web);
    let start = text.as_deref().unwrap_or_default().trim_start();
    let start = start.chars().take(15).collect::<String>().to_ascii_lowercase();
    let web = named_web || start.starts_with("<!doctype html") || start.starts_with("<html");
    match (text, ending.as_str()) {
        (None, "html" | "htm" | "xhtml" | "md" | "markdown" | "txt" | "text") => {
            Err(refused(message!("convert-not-utf8"), message!("convert-not-utf8-help")))
        }
        (Some(text), _) if web => Ok(DocumentForm::Web(text)),
        (Some(text), "md" | "markdown" | "txt" | "text") => Ok(DocumentForm::Passage(text)),
        (_, "docx" | "odt") => {
            Err(refused(message!("convert-misnamed", ending = ending), message!("convert-misnamed-help")))
        }
        _ => Err(refused(message!("convert-unknown"), known)),
    }
}

/// A file in the form of before 2007, or one with a password, which is kept in such a file.
fn old_form(bytes: &[u8]) -> ConvertFault {
    let name: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
    if bytes.windows(name.len()).any(|window| window == name) {
        return refused(message!("convert-locked"), message!("convert-locked-help"));
    }
    refused(message!("convert-old-word"), message!("convert-save-docx-odt-help"))
}

/// An archive that is a document.
fn packed(mut archive: PartArchive<'_>) -> Result<DocumentForm<'_>, ConvertFault> {
    if archive.has("[Content_Types].xml") {
        return word::accepts(&mut archive).map(|()| DocumentForm::Word(archive));
    }
    if archive.has("mimetype") && archive.has("content.xml") {
        return open_document::accepts(&mut archive).map(|()| DocumentForm::OpenDocument(archive));
    }
    Err(refused(message!("convert-archive-unknown"), message!("convert-archive-unknown-help")))
}

impl TextDocument {
    fn picture(&mut self, picture: model::NamedPicture) -> model::TextPiece {
        self.pictures.push(picture);
        model::TextPiece::Picture(self.pictures.len() - 1)
    }
}
