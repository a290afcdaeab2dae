//! How commands that change texts begin and end: the site that they change, and what is told where nothing is written.
//! Knows nothing of what is changed.

use super::report::Reporter;
use super::{EXIT_CONTENT, EXIT_ENVIRONMENT, Project, ReadSite};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edits::{EditedSite, RefusedEdit};
use crate::message;
use crate::source::Sources;

/// Reads a site, its drafts among it. What is wrong with it is told where nothing can be done with it.
pub(super) fn open<'p>(project: &'p Project, reporter: &Reporter) -> Result<EditedSite<'p>, u8> {
    let ReadSite { request, sources, loaded, found } = project.read(true, reporter)?;
    Ok(EditedSite::new(&project.root, request, sources, loaded, found))
}

/// Tells why nothing was written, and gives the exit code.
pub(super) fn unwritten(refusal: &RefusedEdit, reporter: &Reporter) -> u8 {
    reporter.diagnostics_aside(&refusal.errors, Some(&refusal.sources));
    reporter.tell(&message!("nothing-written"));
    EXIT_CONTENT
}

/// Tells why a command ends, and gives its exit code.
pub(super) fn refused(diagnostic: Diagnostic, sources: &Sources, reporter: &Reporter) -> u8 {
    let code = if diagnostic.code == Code::OutputFailed { EXIT_ENVIRONMENT } else { EXIT_CONTENT };
    let mut diagnostics = Diagnostics::default();
    diagnostics.push(diagnostic);
    reporter.diagnostics_aside(&diagnostics, Some(sources));
    code
}
