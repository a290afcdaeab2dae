//! The audit of what came out: promises about pages are proved on the pages themselves.
//! Knows nothing of sources and templates.

use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::site::{Route, Site};
use std::sync::Arc;

/// x
pub struct Audit;
impl Audit {
    /// x
    #[must_use]
    pub fn new(_: &Arc<Site>, _: &Arc<Plan>) -> Self {
        Self
    }
    /// x
    pub fn page(&mut self, _: &Route, _: &[u8]) {}
    /// x
    #[must_use]
    pub fn finish(self) -> Vec<Diagnostic> {
        Vec::new()
    }
}
