//! `audit-tracking` on pages: nothing opens windows, reports who follows a link, or offers to install the site.
//! Knows nothing of scripts; see `script`.

use super::super::finding::Findings;
use super::super::reader::StartTag;
use super::{AuditContext, AuditRule};
use crate::diagnostic::Code;
use crate::message;

/// The rule; it remembers nothing.
pub(super) struct TrackingRule;

impl AuditRule for TrackingRule {
    fn start(&mut self, tag: StartTag<'_>, _: AuditContext<'_>, found: &mut Findings) {
        for (name, value) in tag.attributes() {
            attribute(name, value, tag, found);
        }
        if tag.name() == "link" && tag.lists("rel", "manifest") {
            let detail = message!("page-installs", tag = tag.show("href"));
            let help = message!("page-installs-help");
            found.error(Code::AuditTracking, detail, help);
        }
    }
}

fn attribute(name: &str, value: &str, tag: StartTag<'_>, found: &mut Findings) {
    match name {
        "target" if value.trim().eq_ignore_ascii_case("_blank") => {
            let detail = message!("link-new-window", tag = tag.show("href"));
            let help = message!("link-new-window-help");
            found.error(Code::AuditTracking, detail, help);
        }
        "ping" => {
            let detail = message!("link-reports", tag = tag.show("ping"));
            found.error(Code::AuditTracking, detail, message!("link-reports-help"));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{body, head};

    #[test]
    fn pages_follow_nobody() {
        assert_eq!(head("<link rel=\"manifest\" href=\"/nl/feed.xml\">"), ["audit-tracking"]);
        assert_eq!(body("<a href=\"/nl/\" target=\"_BLANK\">x</a>"), ["audit-tracking"]);
        assert_eq!(body("<a href=\"/nl/\" ping=\"/x\">x</a>"), ["audit-tracking"]);
    }
}
