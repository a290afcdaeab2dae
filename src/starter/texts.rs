//! The texts of a starter with what is known put into them: the name of the site, days, and marks that can be filled in.
//! Knows nothing of where they go.

use jiff::ToSpan;
use jiff::civil::Date;

use super::Answers;
use crate::lang::{DateStyle, Locale, fill_ins};

/// Signs that Markdown may read as more than letters.
const SIGNS: &[char] = &['\\', '`', '*', '_', '[', ']', '<', '>', '~', '|', '&', '{', '}', '#'];

/// A part with all its `{{…}}`, and the marks whose values are known.
pub(super) fn filled(part: &str, answers: &Answers, locale: &Locale) -> String {
    let (front, body) = halves(part);
    let site = escaped_yaml(&answers.name);
    let front = days(&front.replace("{{site}}", &site), answers.today);
    let body = days(&body.replace("{{site}}", &escaped(&answers.name)), answers.today);
    let body = body.replace("{{date}}", &locale.date(answers.today, DateStyle::Long));
    format!("{front}{}", with_values(&body, answers))
}

/// The front matter with its lines `---`, and the text below it; all of it is text where there is no front matter.
pub(super) fn halves(part: &str) -> (&str, &str) {
    let Some(rest) = part.strip_prefix("---\n") else { return ("", part) };
    rest.find("\n---\n").map_or(("", part), |end| part.split_at("---\n".len() + end + "\n---\n".len()))
}

/// `{{day}}`, `{{day-14}}`, `{{day+30}}`: the day of the making, and days before and after it.
pub(super) fn days(text: &str, today: Date) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("{{day") {
        let (before, mark) = rest.split_at(at);
        let Some(end) = mark.find("}}") else { break };
        let count = &mark["{{day".len()..end];
        let count: i64 = if count.is_empty() { 0 } else { count.parse().unwrap_or_default() };
        let day = today.checked_add(count.days()).unwrap_or(today);
        out.push_str(before);
        out.push_str(&day.to_string());
        rest = &mark[end + 2..];
    }
    out.push_str(rest);
    out
}

/// A text with the marks filled in whose values are known.
fn with_values(text: &str, answers: &Answers) -> String {
    let mut out = text.to_owned();
    for mark in fill_ins(text).into_iter().rev() {
        let Some(value) = answers.values.get(mark.name.as_str()) else { continue };
        // An address of e-mail becomes a link.
        let value = if mark.name == "email" { format!("<{value}>") } else { escaped(value) };
        out.replace_range(mark.range, &value);
    }
    out
}

/// A text as words of Markdown.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if SIGNS.contains(&c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A text between double quotes of YAML, without them.
fn escaped_yaml(text: &str) -> String {
    let quoted = quoted(text);
    quoted[1..quoted.len() - 1].to_owned()
}

/// A text as a value of YAML, in double quotes.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A text without the points of lists that lead to what the site does not have, and without headings that have nothing
/// below them then.
pub(super) fn without_dead_points(body: &str, is_there: impl Fn(&str) -> bool) -> String {
    let mut kept: Vec<String> = Vec::new();
    for block in body.trim().split("\n\n") {
        if !block.starts_with("- ") {
            kept.push(block.to_owned());
            continue;
        }
        let points: Vec<&str> = block.lines().filter(|line| targets(line).all(&is_there)).collect();
        if !points.is_empty() {
            kept.push(points.join("\n"));
        } else if kept.last().is_some_and(|above| above.starts_with('#')) {
            kept.pop();
        }
    }
    format!("{}\n", kept.join("\n\n"))
}

/// Where the links of a line lead, of those that start with `@/`.
fn targets(line: &str) -> impl Iterator<Item = &str> {
    line.split("](@/").skip(1).filter_map(|rest| rest.split([')', '#']).next())
}

/// A value of a front matter that stands on one line, without quotes.
pub(super) fn front_value<'f>(front: &'f str, key: &str) -> &'f str {
    let line = front.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": "));
    line.unwrap_or_default().trim_matches('"')
}

/// The words of a text, each block in a mark: what somebody has to write in a language of which there are no texts.
pub(super) fn to_be_written(body: &str) -> String {
    let blocks = body.trim().split("\n\n").filter(|block| !block.starts_with("<!--"));
    let written = blocks.map(|block| {
        let lines = block.lines().map(|line| {
            let sign = ["## ", "- ", ": "].into_iter().find(|sign| line.starts_with(sign)).unwrap_or_default();
            let (words, braces) = line[sign.len()..]
                .split_once(" {#")
                .map_or((&line[sign.len()..], String::new()), |(words, id)| (words, format!(" {{#{id}")));
            format!("{sign}[[fill-in: {}]]{braces}", plain(words))
        });
        lines.collect::<Vec<_>>().join("\n")
    });
    format!("{}\n", written.collect::<Vec<_>>().join("\n\n"))
}

/// A line without its links and marks, whose brackets would end the mark around it.
fn plain(line: &str) -> String {
    let mut out = line.to_owned();
    for mark in fill_ins(line).into_iter().rev() {
        out.replace_range(mark.range.clone(), mark.what());
    }
    let mut words = String::with_capacity(out.len());
    for (index, part) in out.split("](").enumerate() {
        let rest = if index == 0 { part } else { part.split_once(')').map_or(part, |(_, rest)| rest) };
        words.push_str(rest);
    }
    words.replace(['[', ']'], "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_that_lead_nowhere_are_left_out_and_so_is_their_heading() {
        let text = "Hi.\n\n## A {#a}\n\n- [x](@/x): a\n- [y](@/y)\n\n## B\n\n- [y](@/y#z)\n\nEnd [y](@/y).\n";
        let kept = without_dead_points(text, |id| id == "x");
        assert_eq!(kept, "Hi.\n\n## A {#a}\n\n- [x](@/x): a\n\nEnd [y](@/y).\n");
    }

    #[test]
    fn what_is_to_be_written_keeps_its_shape_and_has_whole_marks() {
        let text = "Hello [you](@/x), [[fill-in name: name]].\n\n## What? {#what}\n\n- one\n- two\n\n<!-- note -->\n";
        let marks = "[[fill-in: Hello you, name.]]\n\n## [[fill-in: What?]] {#what}\n\n- [[fill-in: one]]\n- [[fill-in: two]]\n";
        assert_eq!(to_be_written(text), marks);
    }

    #[test]
    fn days_are_counted_from_today() {
        let today = jiff::civil::date(2026, 11, 27);
        assert_eq!(days("a {{day}} {{day-14}} {{day+30}} b", today), "a 2026-11-27 2026-11-13 2026-12-27 b");
        assert_eq!(days("{{day", today), "{{day");
    }

    #[test]
    fn a_part_has_two_halves() {
        assert_eq!(halves("---\na: 1\n---\ntext\n"), ("---\na: 1\n---\n", "text\n"));
        assert_eq!(halves("text\n"), ("", "text\n"));
    }
}
