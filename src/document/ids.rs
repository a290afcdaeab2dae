//! Ids of outcomes: which are used, and which one is free. Knows nothing of where texts come from.

use std::collections::BTreeSet;

/// Numbers above this are no running numbers but days or years: the next id does not count on from them.
const HIGHEST: u32 = 9_999;

/// Ids that stand somewhere, or stood there once. Case makes no difference: readers tell each other addresses by word of
/// mouth.
#[derive(Clone, Debug, Default)]
pub struct UsedIds {
    ids: BTreeSet<String>,
}

impl UsedIds {
    /// Adds one.
    pub fn add(&mut self, id: &str) {
        self.ids.insert(id.to_lowercase());
    }

    /// Adds all that a text may hold: whatever stands behind a `#` within braces. That more are taken for ids than are
    /// ids does no harm.
    pub fn add_text(&mut self, text: &str) {
        for line in text.lines() {
            for (at, _) in line.match_indices('#') {
                if line[..at].ends_with(['{', ' ', '\t']) {
                    let id = line[at + 1..].split(|c: char| c.is_whitespace() || c == '}').next().unwrap_or_default();
                    self.add(id);
                }
            }
        }
    }

    /// An id that was never used: the prefix, and the number behind the highest. It is used from now on.
    pub fn next(&mut self, prefix: &str) -> String {
        let prefix = prefix.to_lowercase();
        let numbers = self.ids.iter().filter_map(|id| id.strip_prefix(&prefix)?.parse::<u32>().ok());
        let mut number = numbers.filter(|number| *number <= HIGHEST).max().unwrap_or(0) + 1;
        while self.ids.contains(&format!("{prefix}{number}")) {
            number += 1;
        }
        let id = format!("{prefix}{number}");
        self.ids.insert(id.clone());
        id
    }
}

/// What the ids of a kind start with: as many letters of its name as set it apart from the kinds before it.
#[must_use]
pub fn prefix<'k>(kind: &str, kinds: impl IntoIterator<Item = &'k str>) -> String {
    let mut taken: Vec<String> = Vec::new();
    for known in kinds {
        let letters: Vec<char> = known.chars().filter(|c| c.is_alphanumeric()).collect();
        let lengths = (1..=letters.len()).map(|length| letters[..length].iter().collect::<String>());
        let own = lengths.into_iter().find(|own| !taken.contains(own)).unwrap_or_else(|| known.to_owned());
        if known == kind {
            return own;
        }
        taken.push(own);
    }
    kind.chars().take(1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_was_used_is_never_given_again() {
        let mut used = UsedIds::default();
        used.add_text("- [ ] Text {#a1 owner=x}\n- [ ] {.action #A7}\n+## Heading {#b2}\n#a9 is a tag\nsee a#a8\n");
        used.add("a20270101");
        assert_eq!([used.next("a"), used.next("a"), used.next("b"), used.next("d")], ["a8", "a9", "b3", "d1"]);
        used.add("a10000");
        used.add("a9999");
        assert_eq!(used.next("a"), "a10001");
    }

    #[test]
    fn kinds_that_start_alike_have_ids_that_do_not() {
        let kinds = ["recommendation", "action", "risk", "rite"];
        let prefixes: Vec<String> = kinds.iter().map(|kind| prefix(kind, kinds)).collect();
        assert_eq!(prefixes, ["r", "a", "ri", "rit"]);
        assert_eq!(prefix("r", ["ri", "r"]), "r");
    }
}
