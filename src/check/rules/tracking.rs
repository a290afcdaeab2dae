//! `audit-tracking` on pages: nothing opens windows, reports who follows a link, or offers to install the site.
//! Knows nothing of scripts; see `script`.

use super::super::finding::Findings;
use super::super::reader::StartTag;
use super::{AuditContext, AuditRule};
use crate::diagnostic::Code;

/// The rule; it remembers nothing.
pub(super) struct TrackingRule;

impl AuditRule for TrackingRule {
    fn start(&mut self, tag: StartTag<'_>, _: AuditContext<'_>, found: &mut Findings) {
        for (name, value) in tag.attributes() {
            attribute(name, value, tag, found);
        }
        if tag.name() == "link" && tag.lists("rel", "manifest") {
            let detail = format!("{} offers to install the site", tag.show("href"));
            let help = "leave the manifest out: an icon on a telephone shows what its owner reads";
            found.error(Code::AuditTracking, detail, help);
        }
    }
}

fn attribute(name: &str, value: &str, tag: StartTag<'_>, found: &mut Findings) {
    match name {
        "target" if value.trim().eq_ignore_ascii_case("_blank") => {
            let detail = format!("{} opens a new window", tag.show("href"));
            let help = "leave out `target`: readers choose for themselves, and can go back";
            found.error(Code::AuditTracking, detail, help);
        }
        "ping" => {
            let detail = format!("{} reports who follows it", tag.show("ping"));
            found.error(Code::AuditTracking, detail, "leave out `ping`");
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
