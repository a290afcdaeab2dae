//! What stands in for the codec where samen is compiled without the feature `images`: every picture is refused, because
//! none may be published as it is. Knows nothing of files.

use super::{PictureFormat, PictureVariant};
use crate::diagnostic::Message;
use crate::message;

const REFUSED: Message = message!("without-images");

/// What the start of a file would say.
pub(super) struct ImageHeader {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) alpha: bool,
}

/// Pixels that there never are.
pub(super) struct PixelBuffer;

pub(super) fn header(_: &[u8], _: PictureFormat) -> Result<ImageHeader, Message> {
    Err(REFUSED)
}

pub(super) fn decode(_: &[u8], _: PictureFormat, _: u8) -> Result<PixelBuffer, Message> {
    Err(REFUSED)
}

#[allow(clippy::unused_self, reason = "the buffer whose place this takes has pixels")]
impl PixelBuffer {
    pub(super) fn resized(&self, _: PictureVariant) -> Self {
        Self
    }

    pub(super) fn encode(&self, _: PictureFormat) -> Result<Vec<u8>, Message> {
        Err(REFUSED)
    }
}
