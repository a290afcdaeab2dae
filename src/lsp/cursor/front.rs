//! Places in front matter, by the indentation of its lines.

use std::ops::Range;

use super::{Spot, SpotKind, line_at, trimmed};

/// The bytes between the `---` lines; up to the end where the second is not written yet. `None` without front matter.
pub(super) fn lines(text: &str) -> Option<Range<usize>> {
    let first = text.len() - text.trim_start_matches(['\n', ' ']).len();
    let opening = text[first..].lines().next().filter(|line| line.trim_end() == "---")?;
    let start = (first + opening.len() + 1).min(text.len());
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            // The line end before the second fence belongs to the last setting.
            return Some(start..at.saturating_sub(1).max(start));
        }
        at += line.len();
    }
    Some(start..text.len())
}

/// A line, taken apart.
#[derive(Debug)]
struct FrontLine {
    /// Where its dash stands, if it has one.
    dash: Option<usize>,
    /// Where what is said starts, in columns.
    column: usize,
    /// Where the same starts in the text.
    start: usize,
    end: usize,
    /// The key, if there is one.
    key: Option<Range<usize>>,
}

impl FrontLine {
    fn of(text: &str, line: Range<usize>) -> Self {
        let words = &text[line.clone()];
        let mut column = words.len() - words.trim_start_matches(' ').len();
        let mut dash = None;
        while let Some(rest) = words[column..].strip_prefix('-').filter(|rest| rest.is_empty() || rest.starts_with(' '))
        {
            dash = Some(column);
            column += 1 + rest.len() - rest.trim_start_matches(' ').len();
        }
        let start = line.start + column;
        let said = &text[start..line.end];
        let colon = said.find(": ").or_else(|| said.ends_with(':').then(|| said.len() - 1));
        let key = colon.filter(|_| !said.starts_with(['"', '\'', '[', '{', '#'])).map(|colon| start..start + colon);
        Self { dash, column, start, end: line.end, key }
    }

    fn is_blank(&self, text: &str) -> bool {
        let said = text[self.start..self.end].trim();
        self.dash.is_none() && (said.is_empty() || said.starts_with('#'))
    }

    fn name(&self, text: &str) -> Option<String> {
        self.key.clone().map(|key| text[key].trim().to_owned())
    }
}

/// What stands at a byte of the front matter.
pub(super) fn spot(text: &str, front: &Range<usize>, at: usize) -> Option<Spot> {
    let line = line_at(text, at);
    if text[line.clone()].trim_start().starts_with('#') {
        return None;
    }
    let mut here = FrontLine::of(text, line.clone());
    if here.is_blank(text) {
        // On an empty line the cursor says how far it is meant to be indented.
        (here.column, here.start) = (at - line.start, at);
    }
    let (above, beside) = around(text, front, &here)?;
    if let Some(key) = here.key.clone() {
        if at <= key.end {
            return Some(Spot { word: trimmed(text, key, at), kind: SpotKind::Key { above, beside } });
        }
        let keys = [above, vec![text[key.clone()].trim().to_owned()]].concat();
        return value(text, key.end + 1..here.end, at, keys);
    }
    let said = here.start..here.end;
    if at < said.start {
        return None;
    }
    if text[said.clone()].starts_with(['[', '{']) {
        return value(text, said, at, above);
    }
    let word = unquoted(text, trimmed(text, said, at));
    let kind = if here.dash.is_none() && above.is_empty() {
        SpotKind::Key { above, beside }
    } else {
        SpotKind::KeyOrValue { above, beside }
    };
    Some(Spot { word, kind })
}

/// The keys above a line and those of its map; `None` within a text of several lines.
fn around(text: &str, front: &Range<usize>, here: &FrontLine) -> Option<(Vec<String>, Vec<String>)> {
    let (mut above, mut beside) = (Vec::new(), Vec::new());
    let (mut column, mut dash) = (here.column, here.dash);
    let start = line_at(text, here.start.min(text.len())).start;
    for line in before(text, front.start, start) {
        let line = FrontLine::of(text, line);
        if line.is_blank(text) {
            continue;
        }
        let is_parent = match dash {
            None if line.column == column => {
                beside.extend(line.name(text).filter(|_| above.is_empty()));
                // The first line of an item: what holds the item stands above its dash.
                dash = line.dash;
                false
            }
            None => line.column < column,
            Some(dash) => line.column <= dash && line.dash.is_none_or(|other| other < dash),
        };
        if let Some(key) = line.key.clone().filter(|_| is_parent) {
            if text[key.end + 1..line.end].trim_start().starts_with(['|', '>']) {
                return None;
            }
            above.extend(line.name(text));
            (column, dash) = (line.column, line.dash);
        }
    }
    above.reverse();
    beside.extend(behind(text, front, here));
    Some((above, beside))
}

/// The keys of the same map that stand behind a line.
fn behind(text: &str, front: &Range<usize>, here: &FrontLine) -> Vec<String> {
    let mut found = Vec::new();
    let mut at = here.end + 1;
    while at < front.end {
        let bytes = line_at(text, at);
        at = bytes.end + 1;
        let line = FrontLine::of(text, bytes);
        if line.is_blank(text) {
            continue;
        }
        if line.column < here.column || (line.dash.is_some() && line.dash.unwrap_or_default() < here.column) {
            break;
        }
        if line.column == here.column {
            found.extend(line.name(text));
        }
    }
    found
}

/// The lines before a byte, the nearest first.
fn before(text: &str, from: usize, to: usize) -> impl Iterator<Item = Range<usize>> {
    let mut end = to;
    std::iter::from_fn(move || {
        if end <= from {
            return None;
        }
        let line = line_at(text, end - 1);
        end = line.start;
        Some(line)
    })
}

/// What opens in a value that is written on one line.
struct FlowPart {
    is_map: bool,
    key: Option<String>,
    /// Where what is being written starts.
    start: usize,
    names: Vec<String>,
}

/// A place in a value: alone, in a list, or in a map on one line.
fn value(text: &str, range: Range<usize>, at: usize, keys: Vec<String>) -> Option<Spot> {
    let mut open: Vec<FlowPart> = Vec::new();
    let mut quote = None;
    let (first, mut keys) = (text[range.clone()].trim_start().chars().next(), keys);
    if first.is_none_or(|c| !matches!(c, '[' | '{')) {
        let comment = text[range.clone()].find(" #").map_or(range.end, |length| range.start + length);
        if at > comment || first == Some('|') || first == Some('>') {
            return None;
        }
        let word = unquoted(text, trimmed(text, range.start..comment, at));
        return Some(Spot { word, kind: SpotKind::Value { keys } });
    }
    for (offset, c) in text[range.start..at].char_indices() {
        let next = range.start + offset + c.len_utf8();
        match c {
            _ if quote == Some(c) => quote = None,
            _ if quote.is_some() => {}
            '"' | '\'' => quote = Some(c),
            '[' | '{' => open.push(FlowPart { is_map: c == '{', key: None, start: next, names: Vec::new() }),
            ']' | '}' => drop(open.pop()),
            ',' => {
                if let Some(part) = open.last_mut() {
                    (part.key, part.start) = (None, next);
                }
            }
            ':' => {
                if let Some(part) = open.last_mut().filter(|part| part.is_map && part.key.is_none()) {
                    let name = text[part.start..next - 1].trim().to_owned();
                    part.names.push(name.clone());
                    (part.key, part.start) = (Some(name), next);
                }
            }
            _ => {}
        }
    }
    let here = open.last()?;
    let rest = &text[here.start..range.end];
    let end = here.start + rest.find([',', ']', '}']).unwrap_or(rest.len()).max(at.saturating_sub(here.start));
    let is_key = here.is_map && here.key.is_none();
    let part = &text[here.start..end];
    let end = if is_key { here.start + part.find(':').unwrap_or(part.len()) } else { end };
    let word = unquoted(text, trimmed(text, here.start..end, at));
    keys.extend(open.iter().filter_map(|part| part.key.clone()));
    let kind =
        if is_key { SpotKind::Key { above: keys, beside: here.names.clone() } } else { SpotKind::Value { keys } };
    Some(Spot { word, kind })
}

/// A range without the quotes at its ends.
fn unquoted(text: &str, word: Range<usize>) -> Range<usize> {
    let part = &text[word.clone()];
    let Some(quote) = part.chars().next().filter(|c| matches!(c, '"' | '\'')) else { return word };
    let end = if part.len() > 1 && part.ends_with(quote) { word.end - 1 } else { word.end };
    word.start + 1..end
}
