//! Headings: their levels, and ids by which they could be linked to. Knows nothing of links.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::BodyLine;
use crate::lang;

/// A heading of a text.
struct FoundHeading {
    line: usize,
    level: usize,
    words: String,
}

/// A line without the marks of a heading.
fn parts(text: &str) -> Option<FoundHeading> {
    let bare = text.trim_start_matches(' ');
    if text.len() - bare.len() > 3 {
        return None;
    }
    let level = bare.bytes().take_while(|byte| *byte == b'#').count();
    let rest = &bare[level..];
    let is_heading = (1..=6).contains(&level) && (rest.is_empty() || rest.starts_with([' ', '\t']));
    // Closing marks mean nothing (CommonMark, section 4.2).
    let words = rest.trim().trim_end_matches('#');
    let words = if rest.trim().len() > words.len() && !words.ends_with([' ', '\t']) && !words.is_empty() {
        rest.trim()
    } else {
        words.trim()
    };
    is_heading.then(|| FoundHeading { line: 0, level, words: words.to_owned() })
}

/// The words of a first heading of the first level, for a text that has no title of its own.
pub(super) fn leading_title(body: &str) -> Option<String> {
    let mut lines = body.lines().skip_while(|line| line.trim().is_empty() || line.trim_start().starts_with("import "));
    let first = lines.next()?;
    if let Some(found) = parts(first) {
        let id = attributes(&found.words);
        return (found.level == 1).then(|| plain(id.words)).filter(|title| !title.is_empty());
    }
    let second = lines.next()?.trim_end();
    let underlined = !second.is_empty() && second.chars().all(|c| c == '=');
    (underlined && !first.starts_with(['#', '>', '|', '-', '*']))
        .then(|| plain(first))
        .filter(|title| !title.is_empty())
}

/// Words of a heading without marks.
fn plain(words: &str) -> String {
    let mut out = String::new();
    let mut rest = words;
    while let Some(at) = rest.find("](") {
        out.push_str(&rest[..at]);
        let end = rest[at..].find(')').map_or(rest.len(), |end| at + end + 1);
        rest = &rest[end..];
    }
    out.push_str(rest);
    out.replace("**", "").replace("__", "").replace(['`', '*', '[', ']', '\\'], "").trim().to_owned()
}

/// The id in braces behind a heading.
struct HeadingEnd<'w> {
    words: &'w str,
    id: Option<&'w str>,
    /// Whether the braces held anything else.
    more: bool,
}

fn attributes(words: &str) -> HeadingEnd<'_> {
    let bare = HeadingEnd { words, id: None, more: false };
    let Some(inner) = words.strip_suffix('}') else { return bare };
    let Some((before, inner)) = inner.rsplit_once('{') else { return bare };
    let inner = inner.strip_prefix(':').unwrap_or(inner);
    let parts: Vec<&str> = inner.split_whitespace().collect();
    let is_attribute = |part: &&str| part.starts_with(['#', '.']) || part.contains('=');
    if parts.is_empty() || !parts.iter().all(is_attribute) {
        return bare;
    }
    let id = parts.iter().find_map(|part| part.strip_prefix('#')).filter(|id| !id.is_empty());
    HeadingEnd { words: before.trim_end(), id, more: parts.len() > usize::from(id.is_some()) }
}

/// The id that other generators make of a heading (the rule of GitHub: small letters, `-` for each space, no other marks).
fn usual_id(words: &str) -> String {
    let keep = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ');
    let kept: String = plain(words).to_lowercase().chars().filter(|c| keep(*c)).collect();
    kept.trim().replace(' ', "-")
}

/// Ids of headings while they are given.
#[derive(Default)]
struct HeadingIds {
    usual: BTreeSet<String>,
    own: BTreeSet<String>,
    /// The last number that equal words got, so that they do not count from the start each time.
    numbers: BTreeMap<String, usize>,
}

impl HeadingIds {
    /// The id that other generators give: equal words are numbered from 1.
    fn usual(&mut self, base: String) -> String {
        if self.usual.insert(base.clone()) {
            return base;
        }
        let number = self.numbers.entry(base.clone()).or_default();
        loop {
            *number += 1;
            let id = format!("{base}-{number}");
            if self.usual.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// Marks underlined headings as the others are, moves levels so that the title of the page is the only first one, and keeps
/// ids by which headings were linked to. `title` is that of the page; a first heading that repeats it goes.
pub(super) fn mend(lines: &mut Vec<BodyLine>, title: &str) {
    underlined(lines);
    let mut found: Vec<FoundHeading> = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_code) {
        found.extend(parts(&line.text).map(|heading| FoundHeading { line: at, ..heading }));
    }
    let first_text = lines.iter().position(|line| !line.is_blank());
    let mut gone = None;
    if let Some(first) = found.first().filter(|first| first.level == 1 && Some(first.line) == first_text)
        && plain(attributes(&first.words).words).to_lowercase() == title.trim().to_lowercase()
    {
        gone = Some(first.line);
        found.remove(0);
    }
    let shift = usize::from(found.iter().any(|heading| heading.level == 1));
    let mut ids = HeadingIds::default();
    for heading in &found {
        let end = attributes(&heading.words);
        let usual = ids.usual(usual_id(end.words));
        let own = lang::slug(&plain(end.words));
        let id = match end.id {
            Some(id) => Some(id.to_owned()),
            None => Some(usual).filter(|usual| *usual != own || ids.own.contains(&own)),
        };
        ids.own.insert(own);
        let fits =
            |id: &String| !id.is_empty() && !["page-", "fn-", "fnref-"].iter().any(|start| id.starts_with(start));
        let id = id.filter(fits).map(|id| format!(" {{#{id}}}")).unwrap_or_default();
        let marks = "#".repeat((heading.level + shift).min(6));
        lines[heading.line].text = format!("{marks} {}{id}", end.words);
    }
    if let Some(gone) = gone {
        lines.remove(gone);
    }
}

/// Headings that are underlined, written as the others are.
fn underlined(lines: &mut [BodyLine]) {
    for at in 1..lines.len() {
        let under = lines[at].text.trim_end();
        let level = match under.chars().next() {
            Some('=') if under.chars().all(|c| c == '=') => 1,
            Some('-') if under.len() > 1 && under.chars().all(|c| c == '-') => 2,
            _ => continue,
        };
        let words = lines[at - 1].text.trim().to_owned();
        let alone = at == 1 || lines[at - 2].is_blank();
        let block = words.starts_with(['#', '>', '|', '-', '*', '+', '=', ':', '<', '{', '!']) || words.contains('|');
        let is_code = lines[at].is_code || lines[at - 1].is_code;
        if alone && !is_code && !words.is_empty() && !block && lines[at - 1].text.starts_with(|c: char| c != ' ') {
            lines[at - 1].text = format!("{} {words}", "#".repeat(level));
            lines[at].text.clear();
        }
    }
}

/// Whether the braces of a heading held what no text of this site has.
pub(super) fn has_more(text: &str) -> bool {
    parts(text).is_some_and(|heading| attributes(&heading.words).more)
}
