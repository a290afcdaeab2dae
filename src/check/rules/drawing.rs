//! `audit-inline` in drawings: browsers run their scripts when they are opened by themselves. Knows nothing of pages.

use super::super::finding::Findings;
use super::super::reader::StartTag;
use super::{AuditContext, AuditRule, inline};

/// The rule; it remembers nothing.
pub(super) struct DrawingRule;

impl AuditRule for DrawingRule {
    fn start(&mut self, tag: StartTag<'_>, _: AuditContext<'_>, found: &mut Findings) {
        for (name, _) in tag.attributes().filter(|(name, _)| inline::is_handler(name)) {
            inline::handler(name, tag, found);
        }
        if tag.name() == "script" {
            inline::element(tag, found);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{NOTHING, audit, codes};

    #[test]
    fn drawings_run_and_fetch_nothing() {
        let found = |svg: &str| codes(&audit("assets/mark.svg", svg));
        assert_eq!(
            found(
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><style>a{}</style><path style=\"fill:red\"/><use href=\"#a\"/></svg>"
            ),
            NOTHING
        );
        assert_eq!(found("<svg><script>x()</script></svg>"), ["audit-inline"]);
        assert_eq!(found("<svg onload=\"x()\"/>"), ["audit-inline"]);
        assert_eq!(found("<svg><image xlink:href=\"https://x.example/a\"/></svg>"), ["audit-third-party"]);
    }
}
