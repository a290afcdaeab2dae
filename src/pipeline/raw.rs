//! What the lines of a front matter say that cannot be read: whether somebody who made a mistake meant to hide the entry.
//! In doubt about a word on hiding, it is hidden. Knows nothing of types.

use jiff::civil::Date;

/// Lines that are looked at: more than the longest front matter of people.
const LINES: usize = 400;

/// Why a text with an error has to be hidden, if one of its lines says so.
pub(super) fn why_hidden(text: &str, today: Date) -> Option<&'static str> {
    let lines = text.lines().take(LINES).enumerate();
    // The end of the front matter ends it; where the first line is no `---`, all lines are looked at.
    let lines = lines.take_while(|(number, line)| *number == 0 || line.trim_end() != "---");
    lines.map(|(_, line)| line).find_map(|line| of_line(line, today))
}

fn of_line(line: &str, today: Date) -> Option<&'static str> {
    let line = line.split(" #").next().unwrap_or(line).to_lowercase();
    let line = line.trim().trim_start_matches("- ");
    let key: String = line.chars().take_while(|c| c.is_alphanumeric() || *c == '_' || *c == '-').collect();
    let rest = line[key.len()..].trim_start();
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
