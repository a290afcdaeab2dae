//! What stands in for the reader of archives where samen is compiled without the feature `convert`: every archive is
//! refused. Knows nothing of documents.

use super::{ConvertFault, refused};
use crate::message;

/// An archive that there never is.
pub(super) struct PartArchive<'b>(std::marker::PhantomData<&'b [u8]>);

#[allow(clippy::unused_self, clippy::unnecessary_wraps, reason = "the archive whose place this takes has parts")]
impl<'b> PartArchive<'b> {
    pub(super) fn open(_: &'b [u8]) -> Result<Self, ConvertFault> {
        Err(refused(message!("without-convert"), message!("without-convert-help")))
    }

    pub(super) fn has(&self, _: &str) -> bool {
        false
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::empty()
    }

    pub(super) fn part(&mut self, _: &str) -> Result<Option<Vec<u8>>, ConvertFault> {
        Ok(None)
    }
}
