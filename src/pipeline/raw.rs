//! What the lines of a front matter say that cannot be read: whether somebody who made a mistake meant to hide the entry.
//! In doubt about a word on hiding, it is hidden. Knows nothing of types.

use jiff::civil::Date;

use crate::lang;

/// Lines that are looked at: more than the longest front matter of people.
const LINES: usize = 400;

/// Why a text with an error has to be hidden, if one of its lines says so.
pub(super) fn why_hidden(text: &str, today: Date) -> Option<&'static str> {
    let lines = text.lines().take(LINES).enumerate();
    // The end of the front matter ends it; of two versions that were not merged, either may say so.
    let unmerged = text.trim_start().starts_with("<<<<<<<");
    let lines = lines.take_while(|(number, line)| *number == 0 || unmerged || line.trim_end() != "---");
    lines.map(|(_, line)| line).find_map(|line| of_line(line, today))
}

fn of_line(line: &str, today: Date) -> Option<&'static str> {
    // What nobody sees, wide letters and accents hide no word from people.
    let line = lang::fold(line.split(" #").next().unwrap_or(line));
    let line = line.trim().trim_start_matches("- ").trim_start_matches(['"', '\'']);
    let key: String = line.chars().take_while(|c| c.is_alphanumeric() || *c == '_' || *c == '-').collect();
    let rest = line[key.len()..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''));
    let value = rest.strip_prefix([':', '=', '：']).unwrap_or(rest);
    let value = value.trim().trim_matches(['"', '\'', '“', '”', '‘', '’', ',']);
    let day = || value.parse::<Date>().ok();
    match key.as_str() {
        "confidentiality" if value == "summary" => Some("its text stays inside"),
        "confidentiality" if !matches!(value, "public" | "chatham") => Some("closed"),
        "draft" if value != "false" => Some("a draft"),
        "expires" if day().is_some_and(|day| day <= today) => Some("expired"),
        "publish" if day().is_some_and(|day| day > today) => Some("not published yet"),
        "withdrawn" if !value.is_empty() => Some("without the consent that it needs"),
        _ if value == "closed" && !key.is_empty() => Some("closed"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_on_hiding_counts_however_it_is_disguised() {
        let today = Date::constant(2026, 6, 15);
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
            assert_eq!(why_hidden(text, today), Some("a draft"), "{text:?}");
        }
        for text in ["---\ntitle: A\n---\ndraft: true\n", "---\ndraft: false\n---\n", "---\ndrafts: true\n---\n"] {
            assert_eq!(why_hidden(text, today), None, "{text:?}");
        }
        assert_eq!(why_hidden("---\nexpires:\u{200B} 2026-06-15\n---\n", today), Some("expired"));
    }
}
