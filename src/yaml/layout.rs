//! Where the values of a YAML text stand with all their bytes, found by walking over the text along the tree that was
//! read from it. Knows nothing of edits; forms that editors of sites do not write, such as `? key`, have no layout.

use std::ops::Range;

use super::{Node, Value, YamlKey};

/// The place of a value.
#[derive(Debug)]
pub(super) struct Layout {
    pub style: LayoutStyle,
    /// From its first byte to behind its last one, without comments and the end of its line.
    pub range: Range<usize>,
    /// Of a collection, its items in the order of the text.
    pub items: Vec<LayoutItem>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LayoutStyle {
    Scalar,
    /// Items on lines of their own.
    Block,
    /// In brackets or braces.
    Flow,
}

/// An item of a list or map.
#[derive(Debug)]
pub(super) struct LayoutItem {
    /// From its key or dash to the end of its value.
    pub range: Range<usize>,
    /// Behind the dash, or behind the `:` of the key; behind the key where there is none.
    pub value_start: usize,
    pub value: Layout,
}

/// What surrounds a value.
#[derive(Clone, Copy)]
struct Surroundings {
    /// Where it may start.
    start: usize,
    /// Where it has ended at the latest.
    limit: usize,
    /// Column of the key or dash that it belongs to; none at the root.
    column: Option<usize>,
}

/// The layout of the tree that was read from a text; `None` where the text has a form that is not known here.
pub(super) fn of(text: &str, root: &Node) -> Option<Layout> {
    let start = text.find(|c: char| c != '\u{feff}').unwrap_or(text.len());
    let walk = Walk { text };
    let mut start = walk.skip(start, text.len());
    if walk.rest(start).starts_with("---") {
        start = walk.skip(start + 3, text.len());
    }
    let end = text[start..].find("\n...").map_or(text.len(), |at| start + at + 1);
    walk.value(root, Surroundings { start, limit: end, column: None })
}

struct Walk<'t> {
    text: &'t str,
}

impl Walk<'_> {
    fn rest(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or_default()
    }

    /// Behind white space, ends of lines and comments.
    fn skip(&self, from: usize, limit: usize) -> usize {
        let mut at = from;
        while at < limit {
            let rest = self.rest(at);
            let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
            let opens_comment = blank > 0 || at == 0 || self.text[..at].ends_with(['\n', ' ', '\t']);
            if rest[blank..].starts_with('#') && opens_comment {
                at += blank + rest[blank..].find('\n').unwrap_or(rest.len() - blank);
            } else {
                return (at + blank).min(limit);
            }
        }
        at.min(limit)
    }

    /// Bytes between the start of the line and a place.
    fn column(&self, at: usize) -> usize {
        at - line_start(self.text, at)
    }

    fn value(&self, node: &Node, around: Surroundings) -> Option<Layout> {
        let at = self.skip(around.start, around.limit);
        let first = self.rest(at).chars().next().filter(|_| at < around.limit);
        match &node.value {
            Value::List(items) if first == Some('[') => self.flow_list(items, at, around),
            Value::Map(entries) if first == Some('{') => self.flow_map(entries, at, around),
            Value::List(items) if first == Some('-') && !items.is_empty() => self.block_list(items, at, around),
            Value::Map(entries) if !entries.is_empty() => self.block_map(entries, around),
            Value::List(_) | Value::Map(_) => None,
            Value::Null => Some(self.null(around)),
            Value::Bool(_) | Value::Number(_) | Value::Text(_) => self.block_scalar(at, first?, around),
        }
    }

    fn block_map(&self, entries: &[(YamlKey, Node)], around: Surroundings) -> Option<Layout> {
        let mut items = Vec::with_capacity(entries.len());
        for (index, (key, value)) in entries.iter().enumerate() {
            let next = entries.get(index + 1).map(|(next, _)| line_start(self.text, next.range().start));
            let column = Some(self.column(key.range().start));
            let value_start = self.behind_colon(key, around.limit)?;
            let limit = next.unwrap_or(around.limit);
            let value = self.value(value, Surroundings { start: value_start, limit, column })?;
            let range = key.range().start..value.range.end.max(value_start);
            items.push(LayoutItem { range, value_start, value });
        }
        collection(LayoutStyle::Block, items)
    }

    fn block_list(&self, nodes: &[Node], at: usize, around: Surroundings) -> Option<Layout> {
        let column = self.column(at);
        let mut dashes = vec![at];
        let mut line = at + self.rest(at).find('\n').map_or(self.rest(at).len(), |end| end + 1);
        while line < around.limit {
            let rest = self.rest(line);
            let indent = rest.len() - rest.trim_start_matches(' ').len();
            let words = &rest[indent..];
            let opens =
                words.strip_prefix('-').is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\n', '\r']));
            if indent == column && opens {
                dashes.push(line + indent);
            }
            line += rest.find('\n').map_or(rest.len(), |end| end + 1);
        }
        if dashes.len() != nodes.len() {
            return None;
        }
        let limits = dashes.iter().skip(1).map(|dash| line_start(self.text, *dash)).chain([around.limit]);
        let mut items = Vec::with_capacity(nodes.len());
        for ((dash, limit), node) in dashes.iter().zip(limits).zip(nodes) {
            let value_start = dash + 1;
            let value = self.value(node, Surroundings { start: value_start, limit, column: Some(column) })?;
            items.push(LayoutItem { range: *dash..value.range.end.max(value_start), value_start, value });
        }
        collection(LayoutStyle::Block, items)
    }

    fn flow_map(&self, entries: &[(YamlKey, Node)], at: usize, around: Surroundings) -> Option<Layout> {
        let mut items = Vec::with_capacity(entries.len());
        let mut end = self.skip(at + 1, around.limit);
        for (key, node) in entries {
            let (value_start, has_colon) = match self.behind_colon(key, around.limit) {
                Some(behind) => (behind, true),
                None => (self.behind_quote(key), false),
            };
            let value = if has_colon {
                self.flow_value(node, value_start, around.limit)?
            } else {
                Layout { style: LayoutStyle::Scalar, range: value_start..value_start, items: Vec::new() }
            };
            let range = key.range().start..value.range.end.max(value_start);
            end = self.behind_comma(range.end, around.limit);
            items.push(LayoutItem { range, value_start, value });
        }
        self.closed(at, end, '}', items)
    }

    fn flow_list(&self, nodes: &[Node], at: usize, around: Surroundings) -> Option<Layout> {
        let mut items = Vec::with_capacity(nodes.len());
        let mut end = self.skip(at + 1, around.limit);
        for node in nodes {
            let value = self.flow_value(node, end, around.limit)?;
            let range = value.range.clone();
            end = self.behind_comma(range.end, around.limit);
            items.push(LayoutItem { value_start: range.start, range, value });
        }
        self.closed(at, end, ']', items)
    }

    fn flow_value(&self, node: &Node, start: usize, limit: usize) -> Option<Layout> {
        let at = self.skip(start, limit);
        let around = Surroundings { start: at, limit, column: None };
        let first = self.rest(at).chars().next();
        match &node.value {
            Value::List(items) if first == Some('[') => self.flow_list(items, at, around),
            Value::Map(entries) if first == Some('{') => self.flow_map(entries, at, around),
            // `[a: 1]` is a map without braces.
            Value::List(_) | Value::Map(_) => None,
            _ => {
                let end = match first? {
                    quote @ ('"' | '\'') => self.behind_text(at, quote)?,
                    _ => {
                        let rest = self.text.get(at..limit)?;
                        let words = &rest[..rest.find([',', ']', '}']).unwrap_or(rest.len())];
                        let words = words.find(" #").map_or(words, |comment| &words[..comment]);
                        at + words.trim_end().len()
                    }
                };
                // Nothing between `:` and `,` has no place of its own.
                let range = if end == at { start..start } else { at..end };
                Some(Layout { style: LayoutStyle::Scalar, range, items: Vec::new() })
            }
        }
    }

    /// Behind the `,` that follows an item, and what is blank after it.
    fn behind_comma(&self, at: usize, limit: usize) -> usize {
        let at = self.skip(at, limit);
        if self.rest(at).starts_with(',') { self.skip(at + 1, limit) } else { at }
    }

    fn closed(&self, start: usize, end: usize, bracket: char, items: Vec<LayoutItem>) -> Option<Layout> {
        self.rest(end).starts_with(bracket).then_some(Layout { style: LayoutStyle::Flow, range: start..end + 1, items })
    }

    fn null(&self, around: Surroundings) -> Layout {
        let line = self.text.get(around.start..around.limit).unwrap_or_default();
        let line = line.lines().next().unwrap_or_default();
        let blank = line.len() - line.trim_start_matches(' ').len();
        let word = ["null", "Null", "NULL", "~"].into_iter().find(|word| line[blank..].starts_with(word));
        let start = around.start + word.map_or(0, |_| blank);
        Layout { style: LayoutStyle::Scalar, range: start..start + word.map_or(0, str::len), items: Vec::new() }
    }

    fn block_scalar(&self, at: usize, first: char, around: Surroundings) -> Option<Layout> {
        let end = match first {
            quote @ ('"' | '\'') => self.behind_text(at, quote)?,
            '|' | '>' => self.behind_lines(at, around, |_| true),
            // A comment ends a text without quotes.
            _ => self.behind_lines(at, around, |line| !line.trim_start().starts_with('#')),
        };
        Some(Layout { style: LayoutStyle::Scalar, range: at..end, items: Vec::new() })
    }

    /// Behind the last line of a text that goes on over lines that are indented more than its key.
    fn behind_lines(&self, at: usize, around: Surroundings, goes_on: impl Fn(&str) -> bool) -> usize {
        let mut lines = self.text[at..around.limit.max(at)].split_inclusive('\n');
        let first = lines.next().unwrap_or_default();
        let plain = first.find(" #").map_or(first, |comment| &first[..comment]);
        let mut end = at + plain.trim_end().len();
        if plain.len() < first.len() && !first.starts_with(['|', '>']) {
            return end;
        }
        let mut start = at + first.len();
        for line in lines {
            let indent = line.len() - line.trim_start_matches(' ').len();
            let is_blank = line.trim().is_empty();
            if !is_blank && (around.column.is_some_and(|column| indent <= column) || !goes_on(line)) {
                break;
            }
            let words = line.find(" #").filter(|_| !first.starts_with(['|', '>'])).map_or(line, |at| &line[..at]);
            if !is_blank {
                end = start + words.trim_end().len();
            }
            start += line.len();
        }
        end
    }

    /// Behind the closing quote of a text.
    fn behind_text(&self, at: usize, quote: char) -> Option<usize> {
        let mut chars = self.rest(at).char_indices().skip(1).peekable();
        while let Some((offset, c)) = chars.next() {
            if c == '\\' && quote == '"' {
                chars.next();
            } else if c == quote {
                if quote == '\'' && chars.peek().is_some_and(|(_, next)| *next == '\'') {
                    chars.next();
                } else {
                    return Some(at + offset + 1);
                }
            }
        }
        None
    }

    fn behind_quote(&self, key: &YamlKey) -> usize {
        let quote = self.rest(key.range().start).chars().next().filter(|c| matches!(c, '"' | '\''));
        quote.and_then(|quote| self.behind_text(key.range().start, quote)).unwrap_or(key.range().end)
    }

    /// Behind the `:` of a key.
    fn behind_colon(&self, key: &YamlKey, limit: usize) -> Option<usize> {
        let end = self.behind_quote(key);
        let rest = self.text.get(end..limit)?;
        let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        rest[blank..].starts_with(':').then_some(end + blank + 1)
    }
}

fn collection(style: LayoutStyle, items: Vec<LayoutItem>) -> Option<Layout> {
    let range = items.first()?.range.start..items.last()?.range.end;
    Some(Layout { style, range, items })
}

/// Where the line of a place starts.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// Where the line of a place ends, its line break included.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end + 1)
}
