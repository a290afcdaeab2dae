//! The ids of a text: each stands once on its page. Knows nothing of Markdown.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::lang;

/// The ids that are taken.
#[derive(Default)]
pub(super) struct Anchors {
    taken: BTreeSet<String>,
    /// Those that an author chose, as they are compared, and where they stand.
    chosen: BTreeMap<String, Range<usize>>,
    /// The last number that a word got, so that equal headings do not count from the start each time.
    numbers: BTreeMap<String, usize>,
}

impl Anchors {
    /// Takes an id that an author chose, and that stands there.
    ///
    /// # Errors
    /// Where one stands that differs from it by case or by the form of its letters at most.
    pub(super) fn take(&mut self, id: &str, place: &Range<usize>) -> Result<(), Range<usize>> {
        let compared = lang::nfc(id).to_lowercase();
        if let Some(other) = self.chosen.get(&compared) {
            return Err(other.clone());
        }
        self.chosen.insert(compared, place.clone());
        self.taken.insert(id.to_owned());
        Ok(())
    }

    /// An id that nothing on the page has: the wanted one, or the next free number behind it.
    pub(super) fn unique(&mut self, wanted: &str) -> String {
        let base = match wanted {
            "" => "section".to_owned(),
            wanted if reserved(wanted) => format!("section-{wanted}"),
            wanted => wanted.to_owned(),
        };
        if self.taken.insert(base.clone()) {
            return base;
        }
        let number = self.numbers.entry(base.clone()).or_insert(1);
        loop {
            *number += 1;
            let id = format!("{base}-{number}");
            // An author may have written it; each of those is met once.
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// Ids that the theme (`page-`) and footnotes use.
fn reserved(id: &str) -> bool {
    ["page-", "fn-", "fnref-"].iter().any(|start| id.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_words_are_numbered_past_ids_of_authors() {
        let mut anchors = Anchors::default();
        assert_eq!(anchors.take("a-3", &(0..3)), Ok(()));
        assert_eq!(anchors.take("A-3", &(5..8)), Err(0..3));
        let ids: Vec<String> = ["a", "a", "a", "a-2", "a", "", "page-x"].map(|word| anchors.unique(word)).to_vec();
        assert_eq!(ids, ["a", "a-2", "a-4", "a-2-2", "a-5", "section", "section-page-x"]);
    }

    #[test]
    fn a_hundred_thousand_equal_words_take_a_hundred_thousand_steps() {
        let mut anchors = Anchors::default();
        let last = (0..100_000).map(|_| anchors.unique("a")).last();
        assert_eq!(last.as_deref(), Some("a-100000"));
    }
}
