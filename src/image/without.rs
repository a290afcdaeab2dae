//! What stands in for the codec where samen is compiled without the feature `images`: every picture is refused, because
//! none may be published as it is. Knows nothing of files.

use super::{Format, Variant};

const REFUSED: &str = "this samen was compiled without `images`";

/// What the start of a file would say.
pub(super) struct Header {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) alpha: bool,
}

/// Pixels that there never are.
pub(super) struct Pixels;

pub(super) fn header(_: &[u8], _: Format) -> Result<Header, String> {
    Err(REFUSED.to_owned())
}

pub(super) fn decode(_: &[u8], _: Format, _: u8) -> Result<Pixels, String> {
    Err(REFUSED.to_owned())
}

impl Pixels {
    pub(super) fn resized(&self, _: Variant) -> Self {
        Self
    }

    pub(super) fn encode(&self, _: Format) -> Result<Vec<u8>, String> {
        Err(REFUSED.to_owned())
    }
}
