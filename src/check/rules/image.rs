//! `audit-image`: every image has words for those who do not see it, or says that it needs none. Knows nothing of what
//! images show.

use super::super::finding::Findings;
use super::super::reader::StartTag;
use super::{AuditContext, AuditRule};
use crate::diagnostic::Code;
use crate::message;

/// The rule; it remembers nothing.
pub(super) struct ImageRule;

impl AuditRule for ImageRule {
    fn start(&mut self, tag: StartTag<'_>, _: AuditContext<'_>, found: &mut Findings) {
        let is_image = match tag.name() {
            "img" | "area" => true,
            "input" => tag.lists("type", "image"),
            _ => false,
        };
        if is_image && tag.get("alt").is_none() {
            let attribute = if tag.name() == "area" { "href" } else { "src" };
            let help = message!("html-image-help");
            found.error(Code::AuditImage, message!("html-image-without-alt", tag = tag.show(attribute)), help);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{NOTHING, body};

    #[test]
    fn an_image_has_words_or_says_that_it_needs_none() {
        assert_eq!(body("<img src=\"/assets/mark.svg\">"), ["audit-image"]);
        assert_eq!(body("<img src=\"/assets/mark.svg\" alt>"), NOTHING);
        assert_eq!(body("<form><input type=\"image\" src=\"/assets/mark.svg\"></form>"), ["audit-image"]);
        assert_eq!(body("<form><input type=\"text\"></form>"), NOTHING);
    }
}
