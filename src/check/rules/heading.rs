//! `audit-heading`: a page has one first-level heading, and its headings skip no level, so that readers who do not see
//! it find their way. Knows nothing of what headings say.

use super::super::finding::Findings;
use super::super::reader::StartTag;
use super::{AuditContext, AuditRule, PageFacts};
use crate::diagnostic::{Code, MessageArgument};
use crate::message;

/// The headings of a page while it is read.
#[derive(Default)]
pub(super) struct HeadingRule {
    first_level: usize,
    /// The heading before; a page starts as if below its title.
    before: Option<OutlineHeading>,
}

struct OutlineHeading {
    level: u8,
    /// The tag, for a message.
    tag: MessageArgument,
}

impl AuditRule for HeadingRule {
    fn start(&mut self, tag: StartTag<'_>, _: AuditContext<'_>, found: &mut Findings) {
        let Some(level) = level(tag.name()) else { return };
        if level == 1 {
            self.first_level += 1;
        }
        let here = OutlineHeading { level, tag: tag.show("id").into() };
        let start = OutlineHeading { level: 1, tag: message!("start-of-page").into() };
        let before = self.before.take().unwrap_or(start);
        if level > before.level + 1 {
            let detail = message!("headings-jump", from = before.tag, to = here.tag.clone());
            found.warning(Code::AuditHeading, detail, message!("headings-jump-help"));
        }
        self.before = Some(here);
    }

    fn finish(&mut self, _: AuditContext<'_>, facts: &mut PageFacts) {
        let help = message!("heading-one-help");
        match self.first_level {
            0 => facts.found.error(Code::AuditHeading, message!("heading-none"), help),
            1 => {}
            many => facts.found.error(Code::AuditHeading, message!("heading-many", count = many), help),
        }
    }
}

fn level(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', digit @ b'1'..=b'6'] => Some(digit - b'0'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{NOTHING, audit, body, codes, sound};
    use crate::diagnostic::{Code, Severity};

    #[test]
    fn headings_go_down_one_level_at_a_time() {
        assert_eq!(body("<h2>x</h2><h3>x</h3><h4>x</h4><h2>x</h2>"), NOTHING);
        let found = audit("nl/a/", &sound("<h2 id=\"x\">x</h2><h4 id=\"y\">x</h4>"));
        assert_eq!((found.len(), found[0].code, found[0].severity), (1, Code::AuditHeading, Severity::Warning));
        assert!(found[0].message.to_string().contains("`<h2 id=\"x\">` to `<h4 id=\"y\">`"), "{}", found[0].message);
    }

    #[test]
    fn a_page_has_one_first_heading() {
        assert_eq!(body("<h1>x</h1>"), ["audit-heading"]);
        let none = "<html lang=nl dir=ltr><title>x</title>";
        assert_eq!(codes(&audit("nl/a/", none)), ["audit-heading"]);
    }
}
