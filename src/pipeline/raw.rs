//! What the lines of a front matter say that cannot be read: whether somebody who made a mistake meant to hide the entry.
//! In doubt about a word on hiding, it is hidden. Knows nothing of the values that fields may have.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::nearest;
use crate::document::front_matter;
use crate::lang;
use crate::schema::{Field, Kind, Types};
use crate::site::WhyHidden;

/// Lines that are looked at: more than the longest front matter of people.
const LINES: usize = 400;

/// The words by which texts are hidden, as they look when nobody can tell letters of one kind apart.
pub(super) struct HidingWords {
    today: Date,
    /// Names of the fields that say how much may be public.
    levels: BTreeSet<String>,
    /// Names of all other fields: behind these, `closed` is a value like any other.
    others: BTreeSet<String>,
    /// Names of fields by which more or less of an entry is public, and what these are called on pages.
    deciding: BTreeSet<String>,
}

/// Fields of the program by which more or less of an entry is public, for everybody or for machines; a consent is given
/// for a time.
const DECIDING: [&str; 8] =
    ["draft", "publish", "expires", "sensitive", "noindex", "obtained", "withdrawn", "standalone"];

impl HidingWords {
    /// Those of a site; without one, nothing is known of its fields.
    pub(super) fn new(types: Option<&Types>, today: Date) -> Self {
        let levels = BTreeSet::from(["confidentiality".to_owned()]);
        let deciding = DECIDING.iter().map(|name| (*name).to_owned()).chain(levels.iter().cloned()).collect();
        let mut words = Self { today, levels, others: BTreeSet::new(), deciding };
        for type_ in types.iter().flat_map(|types| types.iter()) {
            type_.fields.iter().for_each(|field| words.add(field));
        }
        words
    }

    fn add(&mut self, field: &Field) {
        let names = if matches!(field.kind, Kind::Confidentiality) { &mut self.levels } else { &mut self.others };
        names.insert(lang::fold(&field.name));
        if matches!(field.kind, Kind::Confidentiality | Kind::Consent) {
            self.deciding.insert(lang::fold(&field.name));
            self.deciding.extend(field.label.iter().map(|(_, label)| lang::fold(label)));
        }
        match &field.kind {
            Kind::List(item) => self.add(item),
            Kind::Group(parts) => parts.iter().for_each(|part| self.add(part)),
            _ => {}
        }
    }

    /// Why a text with an error has to be hidden, by what its lines say.
    pub(super) fn reasons(&self, text: &str) -> impl Iterator<Item = WhyHidden> {
        // Blank lines may stand above the front matter, and its ends may be of dashes.
        let front = front_matter::split(text, &Arc::from("")).map_or(text, |(yaml, _)| &text[yaml]);
        let lines = front.lines().take(LINES).enumerate();
        // The end of the front matter ends it; of two versions that were not merged, either may say so.
        let unmerged = text.trim_start().starts_with("<<<<<<<");
        let lines = lines.take_while(move |(number, line)| *number == 0 || unmerged || line.trim_end() != "---");
        lines.flat_map(|(_, line)| self.of_line(line))
    }

    /// Whether a line sets a field that decides how much is public, or one whose name is nearly that of such a field.
    pub(super) fn is_about_hiding(&self, line: &str) -> bool {
        let line = lang::fold(line.split(" #").next().unwrap_or(line));
        let mut keys = line.split(['{', '}', '[', ']', ',']).filter_map(key_of);
        keys.any(|key| self.deciding.contains(key) || self.is_nearly_deciding(key))
    }

    /// Whether a line of the front matter sets a field that is none, and whose name is nearly that of one that decides
    /// how much is public: nobody can tell what was meant.
    pub(super) fn is_unclear(&self, text: &str) -> bool {
        let lines = text.lines().take(LINES).enumerate();
        let mut lines = lines.take_while(|(number, line)| *number == 0 || line.trim_end() != "---");
        lines.any(|(_, line)| {
            let line = lang::fold(line.split(" #").next().unwrap_or(line));
            line.split(['{', '}', '[', ']', ',']).filter_map(key_of).any(|key| self.is_nearly_deciding(key))
        })
    }

    fn is_nearly_deciding(&self, key: &str) -> bool {
        let known: Vec<&str> = self.deciding.iter().map(String::as_str).collect();
        !self.deciding.contains(key) && !self.others.contains(key) && nearest(key, &known).is_some()
    }

    fn of_line(&self, line: &str) -> Vec<WhyHidden> {
        // What nobody sees, wide letters and accents hide no word from people.
        let line = lang::fold(line.split(" #").next().unwrap_or(line));
        // What stands in braces is a line of its own; a word behind a comma that sets nothing is one of a sentence.
        let mut parts = line.split(['{', '}', '[', ']', ',']);
        let first = parts.next().and_then(|part| self.of_part(part));
        let others = parts.filter(|part| part.contains([':', '=', '：'])).filter_map(|part| self.of_part(part));
        first.into_iter().chain(others).collect()
    }

    fn of_part(&self, part: &str) -> Option<WhyHidden> {
        let part = part.trim().trim_start_matches("- ").trim_start_matches(['"', '\'']);
        let key: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_' || *c == '-').collect();
        let rest = part[key.len()..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''));
        let value = rest.strip_prefix([':', '=', '：']).unwrap_or(rest);
        let value = value.trim().trim_matches(['"', '\'', '“', '”', '‘', '’']);
        let day = || value.parse::<Date>().ok();
        match key.as_str() {
            level if self.levels.contains(level) => match value {
                "public" | "chatham" => None,
                "summary" => Some(WhyHidden::Withheld),
                _ => Some(WhyHidden::Closed),
            },
            "draft" if value != "false" => Some(WhyHidden::Draft),
            "expires" if day().is_none_or(|day| day <= self.today) => Some(WhyHidden::Expired),
            "publish" if day().is_none_or(|day| day > self.today) => Some(WhyHidden::NotYet),
            "withdrawn" if !value.is_empty() => Some(WhyHidden::ConsentEnded),
            key if value == "closed" && !key.is_empty() && !self.others.contains(key) => Some(WhyHidden::Closed),
            _ => None,
        }
    }
}

/// The name before a colon.
fn key_of(part: &str) -> Option<&str> {
    let (key, _) = part.split_once([':', '=', '：'])?;
    Some(key.trim().trim_start_matches("- ").trim_matches(['"', '\'', ' ', '\u{a0}'])).filter(|key| !key.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_on_hiding_counts_however_it_is_disguised() {
        let words = HidingWords::new(None, Date::constant(2026, 6, 15));
        let why_hidden = |text: &str| words.reasons(text).max();
        for text in [
            "---\ndraft: true\n---\n",
            "---\ndra\u{200B}ft: true\n---\n",
            "---\ndra\u{AD}ft:\u{A0}true\n---\n",
            "---\n\u{202E}draft\u{2060}: true\n---\n",
            "---\nｄｒａｆｔ：true\n---\n",
            "---\n\"draft\": true\n---\n",
            "---\nDraft = yes\n---\n",
            "<<<<<<< HEAD\n---\ndraft: true\n---\n=======\n",
            "<<<<<<< HEAD\n---\ntitle: A\n---\na\n=======\n---\ndraft: true\n---\n>>>>>>> b\n",
        ] {
            assert_eq!(why_hidden(text), Some(WhyHidden::Draft), "{text:?}");
        }
        for text in ["---\ntitle: A\n---\ndraft: true\n", "---\ndraft: false\n---\n", "---\ndrafts: true\n---\n"] {
            assert_eq!(why_hidden(text), None, "{text:?}");
        }
        assert_eq!(why_hidden("---\nexpires:\u{200B} 2026-06-15\n---\n"), Some(WhyHidden::Expired));
    }

    #[test]
    fn braces_hold_lines_and_a_day_that_cannot_be_read_is_not_trusted() {
        let words = HidingWords::new(None, Date::constant(2026, 6, 15));
        for (line, why) in [
            ("consent: {ref: F, obtained: 2024-01-01, withdrawn: 2026-06-01}", Some(WhyHidden::ConsentEnded)),
            ("people: [{who: A, consent: {ref: F, expires: 2026-06-15}}]", Some(WhyHidden::Expired)),
            ("consent: {ref: F, expires: 2026-06-16} # expires: 2026-06-15", None),
            ("{title: A, draft: true}", Some(WhyHidden::Draft)),
            ("expires: 1-6-2026", Some(WhyHidden::Expired)),
            ("expires:", Some(WhyHidden::Expired)),
            ("expires: 2026-06-16", None),
            ("publish: soon", Some(WhyHidden::NotYet)),
            ("publish: 2026-06-15", None),
            ("title: Notes, draft of June", None),
            ("tags: [draft, expires]", None),
            ("draft: true, confidentiality: closed", Some(WhyHidden::Closed)),
        ] {
            assert_eq!(words.reasons(&format!("---\n{line}\n---\n")).max(), why, "{line}");
        }
    }
}
