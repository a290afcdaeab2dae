//! Changes to the text of notes that leave every other byte as it is: where a new item of a list goes, and how a text
//! is put in. Line ends and a byte order mark stay as they are. Knows nothing of what outcomes mean.

#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::{directives, front_matter, markdown};
use crate::diagnostic::Diagnostic;

/// A text that is put into another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextInsertion {
    /// The byte of the text, without byte order mark and with `\n` at the end of lines, before which it goes.
    pub at: usize,
    /// What is put in, with `\n` at the end of lines.
    pub text: String,
}

/// A text that takes the place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextReplacement {
    /// The bytes of the text, as in [`TextInsertion`].
    pub range: Range<usize>,
    /// What takes their place.
    pub text: String,
}

/// The text of a file with something put in; `raw` is as it is on disk.
#[must_use]
pub fn inserted(raw: &str, insertions: &[TextInsertion]) -> String {
    let changes = insertions.iter().map(|one| TextReplacement { range: one.at..one.at, text: one.text.clone() });
    replaced(raw, changes.collect())
}

/// The text of a file with some of its bytes replaced; `raw` is as it is on disk. Where two overlap, the first counts.
#[must_use]
pub fn replaced(raw: &str, mut changes: Vec<TextReplacement>) -> String {
    let newline = line_end(raw);
    changes.sort_by_key(|change| change.range.start);
    let mut waiting = changes.into_iter().peekable();
    let text = raw.strip_prefix('\u{feff}').unwrap_or(raw);
    let mut out = raw[..raw.len() - text.len()].to_owned();
    let (mut at, mut before, mut gone) = (0, ' ', 0);
    for c in text.chars() {
        // `\r\n` is one byte of the text that places are counted in.
        if !(c == '\n' && before == '\r') {
            while let Some(change) = waiting.next_if(|change| change.range.start <= at) {
                if change.range.start >= gone {
                    out.push_str(&change.text.replace('\n', newline));
                    gone = change.range.end;
                }
            }
            at += c.len_utf8();
        }
        if at > gone {
            out.push(c);
        }
        before = c;
    }
    waiting.for_each(|change| out.push_str(&change.text.replace('\n', newline)));
    out
}

/// How the lines of a file end, by its first.
fn line_end(raw: &str) -> &'static str {
    match raw.find(['\r', '\n']).map(|at| &raw[at..]) {
        Some(rest) if rest.starts_with("\r\n") => "\r\n",
        Some(rest) if rest.starts_with('\r') => "\r",
        _ => "\n",
    }
}

/// Words as a text in Markdown that shows them as they are.
#[must_use]
pub fn escaped(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    super::units::escaped(&words)
}

/// A mark with an id, as it stands in a block of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenMark {
    /// The id.
    pub id: String,
    /// The classes.
    pub classes: Vec<String>,
}

/// The last `{…}` of a block of text that has an id.
#[must_use]
pub fn written_mark(words: &str) -> Option<WrittenMark> {
    let starts = words.match_indices('{').map(|(at, _)| at).filter(|at| !words[..*at].ends_with('\\'));
    let mut marks = starts.filter_map(|at| {
        let inner = &words[at + 1..];
        let parts: Vec<&str> = inner[..inner.find('}')?].split_whitespace().collect();
        let id = parts.iter().find_map(|part| part.strip_prefix('#'))?.to_owned();
        let classes = parts.iter().filter_map(|part| part.strip_prefix('.')).map(str::to_owned).collect();
        Some(WrittenMark { id, classes })
    });
    marks.next_back()
}

/// Where a new item goes, and how it starts there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewItem {
    /// The byte of the text.
    pub at: usize,
    /// Line ends and the mark of the list.
    pub before: String,
    /// Whether a heading has to come first.
    pub lacks_heading: bool,
}

/// Where a new item goes below the last heading whose classes are `marked`: behind the last item of its last list. Without
/// such a heading it goes to the end of the text.
///
/// # Errors
/// A diagnostic when the front matter cannot be told from the text.
pub fn new_item(text: &str, file: &Arc<str>, marked: &dyn Fn(&str) -> bool) -> Result<NewItem, Box<Diagnostic>> {
    let (_, body) = front_matter::split(text, file)?;
    let (walked, added) = directives::isolate(&text[body.clone()]);
    let mut search = ItemSearch { text: &walked, marked, section: None, found: None, loose: false };
    search.walk();
    Ok(match search.found {
        Some(ItemPlace { at, before }) => {
            let at = body.start + at - added.partition_point(|inserted| *inserted < at);
            NewItem { at, before, lacks_heading: false }
        }
        None => NewItem { at: text.trim_end().len(), before: "\n\n- ".to_owned(), lacks_heading: true },
    })
}

/// A place in the text that is walked.
struct ItemPlace {
    at: usize,
    before: String,
}

struct ItemSearch<'a> {
    text: &'a str,
    marked: &'a dyn Fn(&str) -> bool,
    /// The level of the heading whose section is open.
    section: Option<usize>,
    found: Option<ItemPlace>,
    /// Whether blank lines stand between the items of the list.
    loose: bool,
}

impl ItemSearch<'_> {
    fn walk(&mut self) {
        let mut depth = 0_usize;
        let mut last: Option<Range<usize>> = None;
        let mut has_list = false;
        // How many `:::` blocks are open here, and were where the heading stands.
        let (mut inside, mut around) = (0_usize, 0_usize);
        for (event, range) in Parser::new_ext(self.text, markdown::options()).into_offset_iter() {
            match &event {
                Event::Start(Tag::Heading { level, classes, .. }) if depth == 0 => {
                    let level = *level as usize;
                    if classes.iter().any(|class| (self.marked)(class)) {
                        self.section = Some(level);
                        (has_list, around) = (false, inside);
                        self.found = Some(ItemPlace { at: self.end(&range), before: "\n\n- ".to_owned() });
                    } else if self.section.is_some_and(|open| level <= open) {
                        self.section = None;
                    }
                }
                Event::Start(Tag::Paragraph)
                    if depth == 0 && self.text[range.clone()].starts_with(directives::GUARD) =>
                {
                    let closes =
                        self.text[range.clone()].trim_start_matches([directives::GUARD, ':']).trim().is_empty();
                    inside = if closes { inside.saturating_sub(1) } else { inside + 1 };
                    if inside < around {
                        self.section = None;
                    }
                }
                Event::Start(Tag::List(_)) if depth == 0 => (self.loose, last) = (false, None),
                Event::Start(Tag::Item) if depth == 1 => last = Some(range.clone()),
                Event::Start(Tag::Paragraph) if depth == 2 => self.loose = true,
                Event::End(TagEnd::List(_)) if depth == 1 && inside == around && self.section.is_some() => {
                    has_list = true;
                    self.found = last.take().map(|item| self.behind(&item)).or(self.found.take());
                }
                Event::End(end)
                    if depth == 1
                        && !has_list
                        && inside == around
                        && self.section.is_some()
                        && !matches!(end, TagEnd::Heading(_)) =>
                {
                    self.found = Some(ItemPlace { at: self.end(&range), before: "\n\n- ".to_owned() });
                }
                _ => {}
            }
            depth = match event {
                Event::Start(_) => depth + 1,
                Event::End(_) => depth.saturating_sub(1),
                _ => depth,
            };
        }
    }

    /// Where a block ends that is followed by blank lines.
    fn end(&self, range: &Range<usize>) -> usize {
        range.start + self.text[range.clone()].trim_end().len()
    }

    /// The place behind an item, with the same mark, or the next number.
    fn behind(&self, item: &Range<usize>) -> ItemPlace {
        let line = self.text[..item.start].rfind('\n').map_or(0, |at| at + 1);
        let written = self.text[item.clone()].trim_start();
        let before = &self.text[line..item.end - written.len()];
        let indent = Some(before).filter(|indent| indent.trim().is_empty()).unwrap_or_default();
        let digits = written.len() - written.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let mark = match (written[..digits].parse::<u64>(), written[digits..].chars().next()) {
            (Ok(number), Some(end)) => format!("{}{end}", number.saturating_add(1)),
            (_, Some(bullet)) => bullet.to_string(),
            (_, None) => "-".to_owned(),
        };
        let gap = if self.loose { "\n\n" } else { "\n" };
        ItemPlace { at: self.end(item), before: format!("{gap}{indent}{mark} ") }
    }
}
