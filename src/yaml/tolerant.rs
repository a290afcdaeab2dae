//! Settings as people type them, read with all their mistakes that can mean one thing only. A text that YAML accepts is
//! read as YAML does. Of any other each entry is read on its own: as it stands, else mended, else it is told and the others
//! are read all the same. Knows nothing of what keys mean but the form of their values.

mod edits;
mod line;
mod mend;

use std::ops::Range;
use std::sync::Arc;

use super::explain::{self, Explained};
use super::{Node, Value, YamlKey, read};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Fix, Span};
use crate::message;

pub(super) use edits::Edits;
use line::{behind_bracket, blanks, is_blank, is_block_head, is_plain_word, key_at};
use mend::{MendLevel, TypedEntry};

/// The form of the value that a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expects {
    /// A text of any words.
    Text,
    /// A list of such texts.
    Texts,
    /// A word, number, day or the like.
    Word,
    /// A list of those.
    Words,
    /// A map.
    Map,
    /// A list of maps.
    Maps,
    /// Nobody knows the key.
    Unknown,
}

/// What could be read.
#[derive(Debug)]
pub struct TolerantRead {
    /// The tree, with the places of what was typed.
    pub node: Node,
    /// Keys whose values could not be read, which was told.
    pub unread: Vec<YamlKey>,
    /// The text as YAML has it, where it differs.
    pub mended: Option<String>,
}

/// Signs that people and programs put before the points of a list.
const POINTS: &[char] = &['-', '•', '·', '‣', '●', '▪', '–', '—', '*'];

/// Most entries that a bracket over many lines may hold in lines that look like entries of their own.
const JOINED: usize = 8;

/// Reads settings. What cannot be read goes to `diagnostics`, once for each entry. `offset` is where `text` starts in the
/// whole file.
///
/// # Errors
/// A diagnostic when nothing in the text looks like an entry.
pub fn read_tolerant(
    text: &str,
    file: &Arc<str>,
    offset: usize,
    expects: &dyn Fn(&str) -> Expects,
    diagnostics: &mut Diagnostics,
) -> Result<TolerantRead, Box<Diagnostic>> {
    let reader = TolerantReader { text, file, offset, expects };
    let strict = read(text, &Edits::default(), file, offset);
    match strict {
        Ok(node) if node.map().is_some() && !reader.swallows_keys(&node) => Ok(reader.fitted(node)),
        Ok(node) if node.is_null() || matches!(node.value, Value::List(_)) => {
            Ok(TolerantRead { node, unread: Vec::new(), mended: None })
        }
        strict => {
            let segments = reader.segments();
            let is_entry =
                |segment: &EntryLines| segment.name.is_some() || reader.first_word(segment.range.start).is_some();
            if !segments.iter().any(is_entry) {
                let node = strict.map_err(|explained| explained.diagnostic)?;
                return Ok(TolerantRead { node, unread: Vec::new(), mended: None });
            }
            Ok(reader.entries(&segments, diagnostics))
        }
    }
}

/// The lines of one entry.
#[derive(Debug)]
struct EntryLines {
    range: Range<usize>,
    /// Its key and where that stands; none of lines before the first one.
    name: Option<(String, Range<usize>)>,
    column: usize,
    expects: Expects,
    /// Whether its value has ended on its first line, so that a known key on the next one is a key.
    is_closed: bool,
}

struct TolerantReader<'a> {
    text: &'a str,
    file: &'a Arc<str>,
    offset: usize,
    expects: &'a dyn Fn(&str) -> Expects,
}

/// What came of an entry.
struct ReadEntry {
    entries: Vec<(YamlKey, Node)>,
    edits: Edits,
}

impl TolerantReader<'_> {
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, self.offset + range.start..self.offset + range.end)
    }

    fn is_known(&self, name: &str) -> bool {
        (self.expects)(name) != Expects::Unknown
    }

    /// The entries of the text, each with the lines up to the next one.
    fn segments(&self) -> Vec<EntryLines> {
        let mut segments: Vec<EntryLines> = Vec::new();
        let mut start = 0;
        for whole in self.text.split_inclusive('\n') {
            let line = whole.trim_end_matches('\n');
            let end = start + whole.len();
            match self.segment_at(line, start, segments.last()) {
                Some(segment) => segments.push(EntryLines { range: start..end, ..segment }),
                None => match segments.last_mut() {
                    Some(last) if last.name.is_some() => last.range.end = end,
                    _ if is_noise(line) => {}
                    _ => segments.push(EntryLines {
                        range: start..end,
                        name: None,
                        column: 0,
                        expects: Expects::Unknown,
                        is_closed: false,
                    }),
                },
            }
            start = end;
        }
        segments
    }

    fn segment_at(&self, line: &str, start: usize, current: Option<&EntryLines>) -> Option<EntryLines> {
        let indent = blanks(line);
        let rest = &line[indent..];
        if is_noise(line) || rest.starts_with("- ") {
            return None;
        }
        let column = mend::width(&line[..indent]);
        let key = key_at(rest)?;
        let is_known = self.is_known(&key.name);
        let accepted = !key.is_tight || is_known || is_plain_word(&key, rest);
        let current = current.filter(|current| current.name.is_some());
        let starts =
            column == 0 || current.is_none_or(|current| column == current.column || (is_known && current.is_closed));
        if !accepted || !starts {
            return None;
        }
        let value = rest[key.colon.end..].trim_matches(is_blank);
        let at = start + indent;
        Some(EntryLines {
            range: 0..0,
            expects: (self.expects)(&key.name),
            column,
            is_closed: !value.is_empty() && !is_block_head(value) && !is_open(value),
            name: Some((key.name, at..at + key.range.end)),
        })
    }

    /// Whether a text in quotes goes on over a line with a key of its own, as no text in YAML may: its quote was an
    /// apostrophe, or is not closed.
    fn swallows_keys(&self, node: &Node) -> bool {
        let entries = node.map().unwrap_or_default();
        if !entries.iter().any(|(_, value)| self.is_quoted(value)) {
            return false;
        }
        let keys: Vec<usize> = entries.iter().map(|(key, _)| key.range().start - self.offset).collect();
        let segments = self.segments();
        let mut named = segments.iter().filter_map(|segment| segment.name.as_ref().zip(Some(segment.column)));
        named.any(|((name, range), column)| column == 0 && self.is_known(name) && !keys.contains(&range.start))
    }

    fn is_quoted(&self, node: &Node) -> bool {
        let at = node.range().start.saturating_sub(self.offset).min(self.text.len());
        matches!(node.value, Value::Text(_)) && self.text[at..].starts_with(['"', '\''])
    }

    /// A tree that was read as YAML, in which values were read anew whose form is not the one that their keys take.
    fn fitted(&self, mut node: Node) -> TolerantRead {
        let mut mended = None;
        let entries = node.map_mut().map(std::mem::take).unwrap_or_default();
        let known = |entry: &(YamlKey, Node)| self.is_known(&entry.0.name);
        let fits = |entry: &(YamlKey, Node)| known(entry) && Self::fits((self.expects)(&entry.0.name), &entry.1);
        let mut fitted: Vec<(YamlKey, Node)> = Vec::with_capacity(entries.len());
        let mut all_edits = Edits::default();
        let mut segments = None;
        let mut replaced = 0..0;
        for entry in entries {
            let start = entry.0.range().start - self.offset;
            if replaced.contains(&start) {
                continue;
            }
            if fits(&entry) && !self.has_tag(&entry.0) {
                fitted.push(entry);
                continue;
            }
            let segments = segments.get_or_insert_with(|| self.segments());
            let own = segments.iter().find(|segment| segment.range.contains(&start));
            let own = own.filter(|own| own.expects != Expects::Unknown);
            let better = own.and_then(|segment| Some((segment.range.clone(), self.entry(segment, &[])?)));
            match better.filter(|(_, read)| read.entries.iter().all(fits)) {
                Some((range, read)) => {
                    // What YAML took for entries of their own may be parts of this one.
                    fitted.retain(|(key, _)| !range.contains(&(key.range().start - self.offset)));
                    all_edits.extend(read.edits, range.start);
                    fitted.extend(read.entries);
                    replaced = range;
                }
                None => fitted.push(entry),
            }
        }
        if !all_edits.is_empty() {
            mended = Some(all_edits.apply(self.text));
        }
        fitted.iter_mut().for_each(|(key, value)| plain_words((self.expects)(&key.name), value));
        node.value = Value::Map(fitted);
        TolerantRead { node, unread: Vec::new(), mended }
    }

    /// Whether a value has the form that is expected, and all of what was typed.
    fn fits(expects: Expects, node: &Node) -> bool {
        match (expects, &node.value) {
            (Expects::Words | Expects::Maps, Value::Text(text)) => !text.starts_with(POINTS),
            (Expects::Texts, Value::List(items)) => items.iter().all(|item| item.map().is_none()),
            (Expects::Map, Value::Text(_)) | (Expects::Maps, Value::Bool(_)) => false,
            _ => true,
        }
    }

    /// Whether a tag stands before a text, other than those of YAML itself: it would be lost.
    fn has_tag(&self, key: &YamlKey) -> bool {
        let behind = self.text.get(key.range().end.saturating_sub(self.offset)..).unwrap_or_default();
        let value = behind.trim_start_matches(|c| is_blank(c) && c != '\n').strip_prefix(':');
        let value = value.map_or("", |value| value.trim_start_matches([' ', '\t']));
        (self.expects)(&key.name) == Expects::Text && value.starts_with('!') && !value.starts_with("!!")
    }

    /// Reads all entries, each on its own.
    fn entries(&self, segments: &[EntryLines], diagnostics: &mut Diagnostics) -> TolerantRead {
        let mut entries: Vec<(YamlKey, Node)> = Vec::new();
        let (mut unread, mut edits) = (Vec::new(), Edits::default());
        let mut next = 0;
        while let Some(segment) = segments.get(next) {
            next += 1;
            let Some((name, at)) = &segment.name else {
                let start = segment.range.start;
                let word = self.first_word(start);
                // Lines that follow each other are one mistake.
                let follows = next > 1 && segments[next - 2].name.is_none();
                if word.is_some() || !follows {
                    diagnostics.push(self.stray_line(start, None));
                }
                let span = self.span(segment.range.clone());
                unread.push(word.unwrap_or(YamlKey { name: String::new(), span }));
                continue;
            };
            let stray = self.stray_lines(segment);
            let read = self.entry(segment, &[]).or_else(|| {
                let (joined, count) = self.joined(segment, &segments[next..])?;
                next += count;
                Some(joined)
            });
            let read = read.or_else(|| {
                let read = (!stray.is_empty()).then(|| self.entry(segment, &stray)).flatten()?;
                for line in &stray {
                    let start = self.line_start(segment, *line);
                    let word = self.first_word(start);
                    let follows = stray.contains(&(line - 1));
                    if word.is_some() || !follows {
                        diagnostics.push(self.stray_line(start, Some(name)));
                    }
                    unread.push(word.unwrap_or_else(|| YamlKey { name: String::new(), span: self.span(start..start) }));
                }
                Some(read)
            });
            match read {
                Some(read) => {
                    edits.extend(read.edits, segment.range.start);
                    for entry in read.entries {
                        match entries.iter().find(|(key, _)| key.name == entry.0.name) {
                            Some((first, _)) => diagnostics.push(explain::twice(&entry.0, &first.span)),
                            None => entries.push(entry),
                        }
                    }
                }
                None => {
                    diagnostics.push(self.fault(segment));
                    unread.push(YamlKey { name: name.clone(), span: self.span(at.clone()) });
                }
            }
        }
        entries.iter_mut().for_each(|(key, value)| plain_words((self.expects)(&key.name), value));
        let span = entries.first().map_or_else(|| self.span(0..0), |(key, _)| key.span.clone());
        let mended = (!edits.is_empty()).then(|| edits.apply(self.text));
        TolerantRead { node: Node { value: Value::Map(entries), span }, unread, mended }
    }

    /// Reads an entry: as it stands, else with the least that has to be changed.
    fn entry(&self, segment: &EntryLines, stray: &[usize]) -> Option<ReadEntry> {
        let text = &self.text[segment.range.clone()];
        let levels = [MendLevel::Blanks, MendLevel::Values, MendLevel::Whole];
        let levels = &levels[..if segment.expects == Expects::Text { 3 } else { 2 }];
        let entry = TypedEntry { text, expects: segment.expects, column: segment.column, stray };
        let as_typed = (stray.is_empty() && segment.column == 0).then(|| (false, Edits::default()));
        let mended = levels.iter().filter_map(|level| Some((*level != MendLevel::Blanks, entry.mended(*level)?)));
        let mut second = None;
        for (keeps_tag, edits) in as_typed.into_iter().chain(mended) {
            let Ok(node) = read(text, &edits, self.file, self.offset + segment.range.start) else { continue };
            let Value::Map(mut entries) = node.value else { continue };
            for (key, _) in &mut entries {
                key.name = key.name.trim_matches(is_blank).to_owned();
            }
            let fits = entries
                .iter()
                .all(|entry| Self::fits(segment.expects, &entry.1) && (keeps_tag || !self.has_tag(&entry.0)));
            let read = ReadEntry { entries, edits };
            if fits {
                return Some(read);
            }
            second.get_or_insert(read);
        }
        second
    }

    /// Reads an entry whose bracket is closed on a line that looks like an entry of its own; and how many those are.
    fn joined(&self, segment: &EntryLines, others: &[EntryLines]) -> Option<(ReadEntry, usize)> {
        let opens =
            mend::unclosed(&self.text[segment.range.clone()]).is_some_and(|(_, sign)| matches!(sign, ']' | '}'));
        let unknown = |other: &&EntryLines| other.name.as_ref().is_some_and(|(name, _)| !self.is_known(name));
        let others = others.iter().take(JOINED).take_while(unknown).filter(|_| opens);
        others.enumerate().find_map(|(index, other)| {
            let range = segment.range.start..other.range.end;
            let name = segment.name.clone();
            let joined = EntryLines { range, name, ..*segment };
            Some((self.entry(&joined, &[])?, index + 1))
        })
    }

    /// Lines of an entry that stand at its column and are none of its items.
    fn stray_lines(&self, segment: &EntryLines) -> Vec<usize> {
        let lines = self.text[segment.range.clone()].lines().enumerate().skip(1);
        lines.filter(|(_, line)| is_stray(line, segment.column)).map(|(index, _)| index).collect()
    }

    fn line_start(&self, segment: &EntryLines, line: usize) -> usize {
        let lines = self.text[segment.range.clone()].split_inclusive('\n').take(line);
        segment.range.start + lines.map(str::len).sum::<usize>()
    }

    fn line_at(&self, start: usize) -> &str {
        self.text[start..].lines().next().unwrap_or_default()
    }

    /// The word that a line starts with, where it is a key without its colon.
    fn first_word(&self, start: usize) -> Option<YamlKey> {
        let line = self.line_at(start);
        let indent = blanks(line);
        let word = line[indent..].split(|c: char| is_blank(c) || matches!(c, '=' | ';' | ',')).next()?;
        let at = start + indent;
        self.is_known(word).then(|| YamlKey { name: word.to_owned(), span: self.span(at..at + word.len()) })
    }

    /// Tells a line that is no entry.
    fn stray_line(&self, start: usize, above: Option<&String>) -> Diagnostic {
        let line = self.line_at(start);
        let indent = blanks(line);
        let at = start + indent..start + line.trim_end_matches(is_blank).len().max(indent);
        if let Some(key) = self.first_word(start) {
            let behind = start + indent + key.name.len();
            let rest = &self.text[behind..at.end];
            let sign = rest.trim_start_matches(|c: char| is_blank(c) || matches!(c, '=' | ';' | ',' | '-'));
            let written = if sign.is_empty() { ":" } else { ": " };
            let fix = Fix::new(
                message!("yaml-write", text = format!("{}: {sign}", key.name)),
                self.span(behind..at.end - sign.len()),
                written,
            );
            return Diagnostic::error(Code::YamlInvalid, message!("yaml-no-colon", key = &key.name))
                .at(key.span)
                .help(message!("yaml-no-colon-help", example = format!("{}: {sign}", key.name)))
                .fix(fix);
        }
        let wrong = Diagnostic::error(Code::YamlInvalid, message!("yaml-unread")).at(self.span(at.clone()));
        match above {
            Some(above) => wrong.help(message!("yaml-stray-help", key = above)).fix(Fix::new(
                message!("yaml-indent"),
                self.span(at.start..at.start),
                "  ",
            )),
            None => wrong.help(message!("yaml-unread-help")),
        }
    }

    /// Why an entry cannot be read.
    fn fault(&self, segment: &EntryLines) -> Diagnostic {
        let text = &self.text[segment.range.clone()];
        let strict = read(text, &Edits::default(), self.file, self.offset + segment.range.start);
        let Explained { diagnostic, is_certain } = match strict {
            Err(explained) => explained,
            Ok(node) => explain::unread(node.span),
        };
        if is_certain {
            return *diagnostic;
        }
        let Some((at, closing)) = mend::unclosed(text) else { return *diagnostic };
        let start = segment.range.start + at;
        let line = self.line_at(start);
        let end = start + line::comment_start(line).map_or(line, |at| &line[..at]).trim_end_matches(is_blank).len();
        let whole = format!("{}{closing}", &self.text[start..end]);
        let found = explain::unclosed(self.span(start..start + 1), closing, &whole);
        // One that is missing is missing at the end.
        let mends = if closing == '"' { line::behind_quote(&whole) } else { behind_bracket(&whole) };
        if mends == Some(whole.len()) {
            found.fix(Fix::new(message!("yaml-write", text = closing), self.span(end..end), closing))
        } else {
            found
        }
    }
}

/// Whether a line stands at a column, or before it, and is no item and no end of brackets.
fn is_stray(line: &str, column: usize) -> bool {
    let indent = blanks(line);
    let is_left = mend::width(&line[..indent]) <= column;
    !is_noise(line) && is_left && !line[indent..].starts_with(['-', ']', '}'])
}

/// Whether nothing stands in a line but blanks and a comment.
fn is_noise(line: &str) -> bool {
    let rest = line.trim_start_matches(is_blank);
    rest.is_empty() || rest.starts_with('#')
}

/// Whether a value opens a quote or bracket that its line does not close.
fn is_open(value: &str) -> bool {
    match value.chars().next() {
        Some('"' | '\'') => line::behind_quote(value).is_none(),
        Some('[' | '{') => behind_bracket(value).is_none(),
        _ => false,
    }
}

/// Takes away what programs put around and into words that no word has: quotes of print, blanks of a fixed width. A text
/// keeps all of them.
fn plain_words(expects: Expects, node: &mut Node) {
    match (expects, &mut node.value) {
        (Expects::Word | Expects::Words, Value::Text(text)) => {
            let inner = line::unquoted(text.trim_matches(is_blank)).unwrap_or(text);
            let plain = inner.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect::<String>();
            plain.trim().clone_into(text);
        }
        (Expects::Words, Value::List(items)) => items.iter_mut().for_each(|item| plain_words(Expects::Word, item)),
        _ => {}
    }
}

/// Where a text of a tree is cut by `#`, counted from its place on: text and comment are given as they stand.
#[must_use]
pub fn cut_by_comment<'t>(node: &Node, text: &'t str) -> Option<CutText<'t>> {
    let range = node.range();
    let line = text.get(range.start..)?.lines().next()?;
    let is_bare = matches!(node.value, Value::Null) || !line.starts_with(['"', '\'', '|', '>', '[', '{']);
    let value = matches!(node.value, Value::Text(_) | Value::Number(_) | Value::Bool(_) | Value::Null);
    if !is_bare || !value {
        return None;
    }
    let start = match node.value {
        // Nothing is left of it: its place is that of its key.
        Value::Null => range.start + key_at(line)?.colon.end,
        _ => range.start,
    };
    let end = if node.is_null() { start } else { range.end };
    let rest = text.get(end..)?.lines().next()?;
    let sign = mend::cut(rest)?;
    let comment = &rest[sign..];
    let is_word = comment[1..].chars().next().is_some_and(|c| !is_blank(c) && c != '#');
    // `# 3` is a number that somebody wrote with a blank, and any other word behind a blank a comment.
    if !is_word && !comment[1..].trim_start().starts_with(|c: char| c.is_numeric()) {
        return None;
    }
    let start = if node.is_null() { end + sign } else { start };
    let all = start..end + rest.trim_end_matches(is_blank).len();
    Some(CutText { text: text.get(all.clone())?, range: all, sign: end + sign, is_word })
}

/// A text that a `#` cuts.
#[derive(Debug)]
pub struct CutText<'t> {
    /// All of it, with what was cut.
    pub text: &'t str,
    /// Its place.
    pub range: Range<usize>,
    /// The place of the sign.
    pub sign: usize,
    /// Whether the sign starts a word, as in `#3`: then it is no comment.
    pub is_word: bool,
}
