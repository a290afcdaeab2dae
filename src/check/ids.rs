//! `audit-ids`: an id stands once on a page, and what refers to one finds it. Knows nothing of links.

use super::finding::Findings;
use super::reader::{StartTag, shorten};
use crate::diagnostic::Code;

const IDS: Code = Code::AuditIds;

/// Attributes that name ids of the same page.
const REFERENCES: &[&str] =
    &["for", "headers", "list", "aria-controls", "aria-describedby", "aria-details", "aria-labelledby", "aria-owns"];

/// The ids of a page while it is read.
#[derive(Default)]
pub(super) struct Ids {
    ids: Vec<String>,
    /// Each id that is named, with the tag that does, for a message.
    references: Vec<(String, String)>,
}

impl Ids {
    /// Takes an attribute.
    pub(super) fn attribute(&mut self, name: &str, value: &str, element: StartTag<'_>, found: &mut Findings) {
        if name == "id" {
            if value.is_empty() || value.contains(|c: char| c.is_ascii_whitespace()) {
                found.error(IDS, format!("{} is empty or holds a space", element.show("id")), "an id is one word");
            } else {
                self.ids.push(value.to_owned());
            }
        } else if REFERENCES.contains(&name) {
            let named = value.split_ascii_whitespace().map(|id| (id.to_owned(), element.show(name)));
            self.references.extend(named);
        }
    }

    /// Reports ids that stand twice and references to none, and leaves the ids in order.
    pub(super) fn finish(&mut self, found: &mut Findings) {
        self.ids.sort_unstable();
        for pair in self.ids.windows(2).filter(|pair| pair[0] == pair[1]) {
            let detail = format!("the id `{}` stands more than once", shorten(&pair[0]));
            found.error(IDS, detail, "links and labels find the first only; give each its own id");
        }
        self.ids.dedup();
        for (id, tag) in &self.references {
            if !self.has(id) {
                let detail = format!("{tag} names the id `{}`, which is not on the page", shorten(id));
                found.error(IDS, detail, "name an id of the same page, or leave the attribute out");
            }
        }
    }

    /// Whether the page has an id; to be asked when it is finished.
    pub(super) fn has(&self, id: &str) -> bool {
        self.ids.binary_search_by(|known| known.as_str().cmp(id)).is_ok()
    }

    /// All ids between spaces.
    pub(super) fn joined(&self) -> Box<str> {
        self.ids.join(" ").into()
    }
}
