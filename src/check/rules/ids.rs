//! `audit-ids`: an id stands once on a page, and what refers to one finds it. Knows nothing of links.

use super::super::finding::Findings;
use super::super::reader::{StartTag, shorten};
use super::{AuditContext, AuditRule, PageFacts};
use crate::diagnostic::Code;
use crate::message;

const IDS: Code = Code::AuditIds;

/// Attributes that name ids of the same page.
const REFERENCES: &[&str] =
    &["for", "headers", "list", "aria-controls", "aria-describedby", "aria-details", "aria-labelledby", "aria-owns"];

/// The ids of a page while it is read.
#[derive(Default)]
pub(super) struct IdRule {
    ids: Vec<String>,
    /// Each id that is named, with the tag that does, for a message.
    references: Vec<(String, String)>,
}

impl AuditRule for IdRule {
    fn start(&mut self, tag: StartTag<'_>, _: AuditContext<'_>, found: &mut Findings) {
        for (name, value) in tag.attributes() {
            if name == "id" {
                self.id(value, tag, found);
            } else if REFERENCES.contains(&name) {
                let named = value.split_ascii_whitespace().map(|id| (id.to_owned(), tag.show(name)));
                self.references.extend(named);
            }
        }
    }

    /// Reports ids that stand twice and references to none, and leaves the ids in order.
    fn finish(&mut self, _: AuditContext<'_>, facts: &mut PageFacts) {
        self.ids.sort_unstable();
        for pair in self.ids.windows(2).filter(|pair| pair[0] == pair[1]) {
            let detail = message!("id-twice-on-page", id = shorten(&pair[0]));
            facts.found.error(IDS, detail, message!("id-twice-on-page-help"));
        }
        self.ids.dedup();
        for (id, tag) in &self.references {
            if self.ids.binary_search(id).is_err() {
                let detail = message!("id-not-on-page", tag = tag, id = shorten(id));
                facts.found.error(IDS, detail, message!("id-not-on-page-help"));
            }
        }
        facts.ids = Some(self.ids.join(" ").into());
    }
}

impl IdRule {
    fn id(&mut self, id: &str, tag: StartTag<'_>, found: &mut Findings) {
        if id.is_empty() || id.contains(|c: char| c.is_ascii_whitespace()) {
            found.error(IDS, message!("id-empty-or-space", tag = tag.show("id")), message!("id-empty-or-space-help"));
        } else {
            self.ids.push(id.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{NOTHING, body};

    #[test]
    fn ids_stand_once_and_are_found() {
        assert_eq!(body("<p id=\"a\">x</p><p id=\"b\">x</p>"), NOTHING);
        assert_eq!(body("<p id=\"a\">x</p><p id=\"a\">x</p><p id=\"a\">x</p>"), ["audit-ids"]);
        assert_eq!(body("<p id=\"a b\">x</p>"), ["audit-ids"]);
        assert_eq!(body("<label for=\"a\">x</label><input id=\"a\"><p aria-labelledby=\"main a\">x</p>"), NOTHING);
        for reference in
            ["<label for=\"c\">x</label>", "<p aria-labelledby=\"main c\">x</p>", "<p aria-describedby=c>x</p>"]
        {
            assert_eq!(body(reference), ["audit-ids"], "{reference}");
        }
    }
}
