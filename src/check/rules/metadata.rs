//! `audit-metadata`: published pictures hold the picture and nothing else, wherever they come from. Knows nothing of
//! pixels.

use super::super::finding::Findings;
use crate::diagnostic::Code;
use crate::image::metadata;

const HELP: &str = "pictures below `content/` are made anew; in `static/` and `assets/` save them without metadata \
                    (`exiftool -all= file`)";

/// Audits a picture.
pub(in crate::check) fn read(bytes: &[u8]) -> Findings {
    let mut found = Findings::default();
    for name in metadata::found(bytes) {
        found.error(Code::AuditMetadata, format!("this picture holds {name}"), HELP);
    }
    found
}
