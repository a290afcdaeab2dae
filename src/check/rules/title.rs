//! `audit-title`: every page has a title, which tabs, bookmarks and screen readers show. Knows nothing of headings.

use super::super::finding::Findings;
use super::super::reader::StartTag;
use super::{AuditContext, AuditRule, PageFacts};
use crate::diagnostic::Code;
use crate::message;

/// What is known of the title of a page while it is read.
#[derive(Default)]
pub(super) struct TitleRule {
    stands: bool,
    says_something: bool,
    /// Whether the text that comes next is the title.
    open: bool,
}

impl AuditRule for TitleRule {
    fn start(&mut self, tag: StartTag<'_>, _: AuditContext<'_>, _: &mut Findings) {
        // Drawings have titles of their own.
        if tag.name() == "title" && !tag.foreign {
            self.stands = true;
            self.open = true;
        }
    }

    fn end(&mut self, name: &str, _: AuditContext<'_>, _: &mut Findings) {
        self.open &= name != "title";
    }

    fn text(&mut self, text: &str, _: AuditContext<'_>, _: &mut Findings) {
        self.says_something |= self.open && !text.trim().is_empty();
    }

    fn finish(&mut self, _: AuditContext<'_>, facts: &mut PageFacts) {
        let help = message!("page-title-help");
        if !self.stands {
            facts.found.error(Code::AuditTitle, message!("page-title-none"), help);
        } else if !self.says_something {
            facts.found.error(Code::AuditTitle, message!("page-title-empty"), help);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{NOTHING, audit, codes};

    #[test]
    fn a_page_has_a_title() {
        let html = |inner: &str| format!("<html lang=nl dir=ltr>{inner}");
        assert_eq!(codes(&audit("nl/a/", &html("<h1>x</h1>"))), ["audit-title"]);
        assert_eq!(codes(&audit("nl/a/", &html("<title> \n</title><h1>x</h1>"))), ["audit-title"]);
        assert_eq!(codes(&audit("nl/a/", &html("<h1>x</h1><svg><title>x</title></svg>"))), ["audit-title"]);
        assert_eq!(codes(&audit("nl/a/", &html("<title>&lt;</title><h1>x</h1>"))), NOTHING);
    }
}
