//! What there is to read in PDF files beside pages, for the index to search: those that readers can have and no others.
//! Knows nothing of words.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::memory::LoadCache;
use crate::config::Special;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::pdf::{PdfText, PdfTextExtractor};
use crate::site::Site;
use crate::site::findable::Findable;
use crate::source::{Source, Sources};

/// Reads what is not in `memory`, and says which files are no PDF files.
pub(super) fn read((sources, site): (&Sources, &Site), memory: &mut LoadCache, diagnostics: &mut Diagnostics) {
    let pdf_extractor = PdfTextExtractor::new(sources);
    let files: Vec<&Source> = public(site).iter().filter_map(|path| sources.get(path)).collect();
    memory.pdf_texts.keep(&files);
    memory.pdf_texts.renew(&files, |file| pdf_extractor.read(sources, file));
    for (path, _) in memory.pdf_texts.iter().filter(|(_, paper)| **paper == PdfText::Broken) {
        let help = "readers who open it will see nothing, and nobody finds it by its words; export it anew";
        let span = Span::start_of(path);
        diagnostics
            .push(Diagnostic::warning(Code::PdfUnreadable, "this is no PDF file, or a broken one").at(span).help(help));
    }
}

/// PDF files that can be found in some language.
fn public(site: &Site) -> BTreeSet<Arc<str>> {
    if !site.config.special.contains_key(&Special::Search) {
        return BTreeSet::new();
    }
    let found = site.config.tags();
    let found = found.iter().flat_map(|lang| site.findable(lang)).filter_map(|findable| match findable {
        Findable::File(_, path) if PdfTextExtractor::holds(&path) => Some(path),
        _ => None,
    });
    found.collect()
}
