//! Which PDF files beside pages the index holds: those that readers can have and no others. Knows nothing of words.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::config::Special;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::message;
use crate::pdf::PdfTextExtractor;
use crate::site::Site;
use crate::site::findable::Findable;

/// PDF files that can be found in some language; none without a page to search.
#[must_use]
pub fn pdf_files(site: &Site) -> BTreeSet<Arc<str>> {
    if !site.config.special.contains_key(&Special::Search) {
        return BTreeSet::new();
    }
    let languages = site.config.tags();
    let found = languages.iter().flat_map(|lang| site.findable(lang)).filter_map(|findable| match findable {
        Findable::File(_, path) if PdfTextExtractor::holds(&path) => Some(path),
        _ => None,
    });
    found.collect()
}

/// What is told of a file that is no PDF, or a broken one.
#[must_use]
pub fn broken_pdf(file: &Arc<str>) -> Diagnostic {
    let help = message!("pdf-unreadable-help");
    let message = message!("pdf-unreadable");
    Diagnostic::warning(Code::PdfUnreadable, message).at(Span::start_of(file)).help(help)
}
