//! A text that is Markdown or plain words already: its title and the level of its headings are those of a page, the rest stays
//! as it is. Knows nothing of what Markdown means beyond headings and fences.

use std::borrow::Cow;

use super::{ConvertFault, Converted, LONGEST_TEXT, left::LeftOuts, too_long};
use crate::lang;
use crate::message;

/// Reads a text.
pub(super) fn read(text: &str) -> Result<Converted, ConvertFault> {
    if text.len() > LONGEST_TEXT {
        return Err(too_long());
    }
    let mut left = LeftOuts::default();
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let (front, body) = front_matter(&text);
    if front.is_some() {
        left.add_whole(message!("left-front-matter"));
    }
    let mut lines: Vec<Cow<'_, str>> = body.lines().map(|line| lang::nfc(line.trim_end_matches('\r'))).collect();
    underlined(&mut lines);
    let mut headings = headings(&lines);
    let mut title = front.and_then(front_title);
    let first = lines.iter().position(|line| !line.trim().is_empty());
    if let (None, Some(heading)) = (&title, headings.first().copied())
        && Some(heading.line) == first
        && headings[1..].iter().all(|other| other.level > heading.level)
    {
        let words = lines[heading.line][heading.level..].trim().trim_end_matches('#').trim_end();
        title = Some(plain(words));
        lines[heading.line] = Cow::Borrowed("");
        headings.remove(0);
    }
    let highest = headings.iter().map(|heading| heading.level).min().unwrap_or(2);
    for heading in headings {
        let rest = lines[heading.line][heading.level..].to_owned();
        let level = (heading.level + 2 - highest.min(2)).min(6);
        lines[heading.line] = Cow::Owned(format!("{}{rest}", "#".repeat(level)));
    }
    let markdown = lines.join("\n");
    let markdown = format!("{}\n", markdown.trim_matches('\n'));
    Ok(Converted { title, markdown, pictures: Vec::new(), left_out: left.finish() })
}

/// The settings at the top, where there are some, and the rest.
fn front_matter(text: &str) -> (Option<&str>, &str) {
    let found = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
    found.map_or((None, text), |(front, body)| (Some(front), body))
}

fn front_title(front: &str) -> Option<String> {
    let line = front.lines().find_map(|line| line.strip_prefix("title:"))?;
    let title = line.trim().trim_matches(['"', '\'']);
    (!title.is_empty()).then(|| title.to_owned())
}

/// A heading of a text.
#[derive(Clone, Copy)]
struct PassageHeading {
    line: usize,
    /// Signs before it.
    level: usize,
}

/// The headings outside fences.
fn headings(lines: &[Cow<'_, str>]) -> Vec<PassageHeading> {
    let mut fence = None;
    let mut found = Vec::new();
    for (line, text) in lines.iter().enumerate() {
        let trimmed = text.trim_start();
        let sign = ["```", "~~~"].into_iter().find(|sign| trimmed.starts_with(sign));
        match (fence, sign) {
            (None, Some(sign)) => fence = Some(sign),
            (Some(open), Some(sign)) if open == sign => fence = None,
            _ => {}
        }
        let level = text.bytes().take_while(|byte| *byte == b'#').count();
        if fence.is_none() && (1..=6).contains(&level) && text[level..].starts_with([' ', '\t']) {
            found.push(PassageHeading { line, level });
        }
    }
    found
}

/// Headings that are underlined, written as the others are.
fn underlined(lines: &mut [Cow<'_, str>]) {
    let mut fenced = false;
    for at in 1..lines.len() {
        fenced ^= lines[at - 1].trim_start().starts_with("```");
        let line = lines[at].trim_end();
        let level = match line.chars().next() {
            Some('=') if line.chars().all(|c| c == '=') => 1,
            Some('-') if line.len() > 2 && line.chars().all(|c| c == '-') => 2,
            _ => continue,
        };
        let words = lines[at - 1].trim().to_owned();
        let alone = at == 1 || lines[at - 2].trim().is_empty();
        let block = words.starts_with(['#', '>', '|', '-', '*', '+', '=']) || words.contains('|');
        if !fenced && alone && !words.is_empty() && !block {
            lines[at - 1] = Cow::Owned(format!("{} {words}", "#".repeat(level)));
            lines[at] = Cow::Borrowed("");
        }
    }
}

/// Words without the marks of stress around them.
fn plain(words: &str) -> String {
    words.replace("**", "").replace('`', "")
}
