//! `audit-metadata`: published pictures hold the picture and nothing else, wherever they come from. Knows nothing of
//! pixels.

use super::super::finding::Findings;
use crate::diagnostic::{Code, Message};
use crate::image::metadata;
use crate::message;

const HELP: Message = message!("picture-metadata-help");

/// Audits a picture.
pub(in crate::check) fn read(bytes: &[u8]) -> Findings {
    let mut found = Findings::default();
    for name in metadata::found(bytes) {
        found.error(Code::AuditMetadata, message!("picture-holds", what = name), HELP);
    }
    found
}
