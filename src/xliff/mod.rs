//! Texts out to a translator who does not use Git, and back in: XLIFF 2.1 (OASIS, 2018), which most programs for
//! translators read. The only user of the XML parser. Knows nothing of the site and of files on disk.

mod read;
mod write;

use std::sync::Arc;

use crate::document::units::{Unit, UnitToken};
use crate::lang::Lang;
use crate::settings::Located;
use crate::source::Hash;

pub use read::{read, tokens};
pub use write::write;

/// Namespace of XLIFF 2.
const XLIFF: &str = "urn:oasis:names:tc:xliff:document:2.0";
/// Namespace of our own attributes: `hash` of the source, `replaces` with the hash of the translation that was there.
const OURS: &str = "urn:samen:translation:1";

/// Texts on their way out.
#[derive(Debug)]
pub struct Packet {
    /// The language of all sources in it.
    pub source: Lang,
    /// The language that they are to be translated into.
    pub target: Lang,
    /// One for each document.
    pub parts: Vec<OutgoingDocument>,
}

/// A document on its way out.
#[derive(Debug)]
pub struct OutgoingDocument {
    /// The file of the source.
    pub original: Arc<str>,
    /// The hash that a translation of this text records.
    pub hash: Hash,
    /// Hash of the file of the translation that is there already.
    pub replaces: Option<Hash>,
    /// Its texts, with the translation that is there already.
    pub units: Vec<(Unit, Option<Vec<UnitToken>>)>,
}

/// Texts that came back.
#[derive(Debug)]
pub struct Received {
    /// The language that they were translated from.
    pub source: Option<Located<Arc<str>>>,
    /// The language that they were translated into.
    pub target: Located<Arc<str>>,
    /// One for each document.
    pub parts: Vec<ReceivedPart>,
}

/// A document that came back.
#[derive(Debug)]
pub struct ReceivedPart {
    /// The file of the source.
    pub original: Located<Arc<str>>,
    /// The hash of the source that went out.
    pub hash: Option<Located<Arc<str>>>,
    /// The hash of the translation that was there.
    pub replaces: Option<Located<Arc<str>>>,
    /// Its texts.
    pub units: Vec<ReceivedUnit>,
}

/// A text that came back.
#[derive(Debug)]
pub struct ReceivedUnit {
    /// Its id.
    pub id: Located<Arc<str>>,
    /// The translation; `None` where there is none yet.
    pub target: Option<Located<Vec<Segment>>>,
}

/// A part of a translation, with ids as they are written.
#[derive(Clone, Debug, PartialEq)]
pub enum Segment {
    /// Words.
    Text(String),
    /// A thing that stands alone.
    Held(Located<Arc<str>>),
    /// The start of what something is put around.
    Open(Located<Arc<str>>),
    /// Its end.
    Close(Located<Arc<str>>),
}
