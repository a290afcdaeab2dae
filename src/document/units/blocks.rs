//! The texts of a Markdown document and what is held in them. Comments of editors are no part of a text: they stay in
//! the house. Knows nothing of how they are exchanged.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::{Placeholder, PlaceholderKind, UnitForm, UnitToken};
use crate::document::outcomes::OutcomeRules;
use crate::document::{directives, markdown};

/// A text of the document.
pub(super) struct TextPart {
    pub(super) at: Range<usize>,
    pub(super) name: &'static str,
    pub(super) form: UnitForm,
    pub(super) tokens: Vec<UnitToken>,
    pub(super) held: Vec<Placeholder>,
}

/// All texts, in order.
pub(super) fn spots(text: &str) -> Vec<TextPart> {
    let (blank, words) = directives::blank(text);
    let (events, found) = markdown::events(&blank, &OutcomeRules::none());
    let ids = found.blocks;
    let mut reading = BlockReader {
        text: &blank,
        ids,
        name: "paragraph",
        spot: None,
        open: Vec::new(),
        comment: None,
        found: Vec::new(),
    };
    reading.walk(&events);
    let mut found = reading.found;
    found.extend(words.into_iter().map(|at| TextPart {
        tokens: vec![UnitToken::Text(text[at.clone()].to_owned())],
        at,
        name: "title",
        form: UnitForm::Argument,
        held: Vec::new(),
    }));
    found.sort_by_key(|spot| spot.at.start);
    found
}

struct BlockReader<'t> {
    text: &'t str,
    /// The marks of outcomes, in order.
    ids: Vec<Range<usize>>,
    name: &'static str,
    spot: Option<TextPart>,
    /// Indexes of what is open, with the kind of link.
    open: Vec<(usize, Option<LinkType>, usize)>,
    /// The end of the comment that the last line of raw HTML left open.
    comment: Option<&'static str>,
    found: Vec<TextPart>,
}

impl BlockReader<'_> {
    fn walk(&mut self, events: &[(Event<'_>, Range<usize>)]) {
        let mut index = 0;
        while let Some((event, range)) = events.get(index) {
            let next = events.get(index + 1);
            index += 1;
            match event {
                Event::Start(Tag::CodeBlock(_)) => {
                    self.flush();
                    index += events[index..].iter().take_while(|(e, _)| *e != Event::End(TagEnd::CodeBlock)).count();
                }
                Event::Start(tag) => match what(tag) {
                    Some((what, kind)) if stands_alone(kind, next) => {
                        index += skipped(&events[index..]);
                        self.hold(range.clone(), self.text[range.clone()].to_owned(), what);
                    }
                    Some((what, kind)) => self.start(what, kind, range),
                    None => {
                        self.flush();
                        self.name = name(tag).unwrap_or(self.name);
                    }
                },
                Event::End(
                    TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image,
                ) => {
                    self.end(range);
                }
                Event::End(TagEnd::HtmlBlock) => {
                    self.comment = None;
                    self.flush();
                }
                Event::End(_) | Event::Rule | Event::TaskListMarker(_) => self.flush(),
                Event::Text(text) => self.words(text, range.clone()),
                Event::SoftBreak => self.add_text(" ", range.clone()),
                Event::HardBreak => {
                    let end = next.map_or(range.end, |(_, next)| next.start.max(range.end));
                    self.hold(range.start..end, self.text[range.start..end].to_owned(), PlaceholderKind::Other);
                }
                Event::Html(html) => {
                    self.flush();
                    self.html(html, range.start);
                    self.flush();
                }
                Event::InlineHtml(html) if comment(html).is_some() => self.leave_out(),
                Event::Code(_)
                | Event::InlineHtml(_)
                | Event::FootnoteReference(_)
                | Event::InlineMath(_)
                | Event::DisplayMath(_) => {
                    self.hold(range.clone(), self.text[range.clone()].to_owned(), PlaceholderKind::Other);
                }
            }
        }
        self.flush();
    }

    fn spot(&mut self, range: &Range<usize>) -> &mut TextPart {
        let (name, form) = (self.name, if self.name == "cell" { UnitForm::Cell } else { UnitForm::Markdown });
        // The range of an escaped character starts behind its backslash.
        let slashes = self.text[..range.start].bytes().rev().take_while(|byte| *byte == b'\\').count();
        let start = range.start - slashes % 2;
        let spot = self.spot.get_or_insert_with(|| TextPart {
            at: start..range.end,
            name,
            form,
            tokens: Vec::new(),
            held: Vec::new(),
        });
        spot.at.end = spot.at.end.max(range.end);
        spot
    }

    fn add_text(&mut self, words: &str, range: Range<usize>) {
        let spot = self.spot(&range);
        match spot.tokens.last_mut() {
            Some(UnitToken::Text(text)) => text.push_str(words),
            _ => spot.tokens.push(UnitToken::Text(words.to_owned())),
        }
    }

    /// Text, of which the mark of an outcome is no part.
    fn words(&mut self, words: &str, range: Range<usize>) {
        let next = self.ids.partition_point(|id| id.end <= range.start);
        let Some(id) = self.ids.get(next).filter(|id| id.start < range.end).cloned() else {
            return self.add_text(words, range);
        };
        // What is no copy of the source, such as an entity, holds no mark.
        if words.len() != range.len() {
            return self.add_text(words, range);
        }
        if range.start < id.start {
            self.add_text(&words[..id.start - range.start], range.start..id.start);
        }
        if range.start <= id.start {
            self.mark(&id);
        }
        if range.end > id.end {
            let rest = id.end.max(range.start);
            self.words(&words[rest - range.start..], rest..range.end);
        }
    }

    /// Holds a mark, with the space before it.
    fn mark(&mut self, id: &Range<usize>) {
        let spot = self.spot(id);
        let space = match spot.tokens.last_mut() {
            Some(UnitToken::Text(text)) if text.ends_with(' ') => {
                text.truncate(text.trim_end().len());
                " "
            }
            _ => "",
        };
        let open = format!("{space}{}", &self.text[id.clone()]);
        let spot = self.spot(id);
        spot.tokens.push(UnitToken::Placeholder(spot.held.len()));
        spot.held.push(Placeholder { open, close: String::new(), what: PlaceholderKind::Id });
    }

    fn hold(&mut self, range: Range<usize>, open: String, what: PlaceholderKind) {
        let spot = self.spot(&range);
        spot.tokens.push(UnitToken::Placeholder(spot.held.len()));
        spot.held.push(Placeholder { open, close: String::new(), what });
    }

    fn start(&mut self, what: PlaceholderKind, kind: Option<LinkType>, range: &Range<usize>) {
        let rest = &self.text[range.start..];
        let open = match what {
            PlaceholderKind::Bold => &rest[..2],
            PlaceholderKind::Struck => &rest[..rest.len() - rest.trim_start_matches('~').len()],
            PlaceholderKind::Image => "![",
            _ => &rest[..1],
        };
        let open = open.to_owned();
        let end = range.start + open.len();
        let spot = self.spot(&(range.start..end));
        let index = spot.held.len();
        spot.tokens.push(UnitToken::Open(index));
        spot.held.push(Placeholder { open, close: String::new(), what });
        self.open.push((index, kind, end));
    }

    fn end(&mut self, range: &Range<usize>) {
        let (Some((index, kind, from)), Some(spot)) = (self.open.pop(), self.spot.as_mut()) else { return };
        let inside = spot.at.end.min(range.end);
        let written = &self.text[inside..range.end];
        // The words of such a link are the name of its address: the name is kept apart from the translated words.
        let named = matches!(
            kind,
            Some(LinkType::Shortcut | LinkType::ShortcutUnknown | LinkType::Collapsed | LinkType::CollapsedUnknown)
        );
        let close = if named { format!("][{}]", &self.text[from..inside]) } else { written.to_owned() };
        spot.tokens.push(UnitToken::Close(index));
        spot.held[index].close = close;
        spot.at.end = range.end;
    }

    /// A comment within a text: of the spaces around it one stays.
    fn leave_out(&mut self) {
        if let Some(UnitToken::Text(text)) = self.spot.as_mut().and_then(|spot| spot.tokens.last_mut()) {
            text.truncate(text.trim_end().len());
        }
    }

    /// A line of raw HTML: words between tags.
    fn html(&mut self, html: &str, start: usize) {
        let mut at = 0;
        while at < html.len() {
            let rest = &html[at..];
            if let Some(close) = self.comment.take().or_else(|| comment(rest)) {
                let found = rest.find(close);
                self.comment = found.is_none().then_some(close);
                at += found.map_or(rest.len(), |found| found + close.len());
                continue;
            }
            let tag = rest.starts_with('<');
            let end = if tag { rest.find('>').map(|end| end + 1) } else { rest.find('<') }.unwrap_or(rest.len());
            let range = start + at..start + at + end;
            if tag {
                self.hold(range, rest[..end].to_owned(), PlaceholderKind::Other);
            } else if rest[..end].trim().is_empty() || rest.contains('&') {
                self.flush();
            } else {
                let lead = rest.len() - rest.trim_start().len();
                let words = rest[..end].trim();
                self.add_text(words, start + at + lead..start + at + lead + words.len());
                self.flush();
            }
            at += end;
        }
    }

    fn flush(&mut self) {
        self.open.clear();
        self.found.extend(self.spot.take());
    }
}

/// The end of a comment, or of another thing that is no tag (`CommonMark`, section 6.6), where one starts here.
fn comment(html: &str) -> Option<&'static str> {
    let ends = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">")];
    ends.into_iter().find(|(start, _)| html.starts_with(start)).map(|(_, end)| end)
}

/// What a tag puts around words; `None` for a block.
fn what(tag: &Tag<'_>) -> Option<(PlaceholderKind, Option<LinkType>)> {
    match tag {
        Tag::Emphasis => Some((PlaceholderKind::Italic, None)),
        Tag::Strong => Some((PlaceholderKind::Bold, None)),
        Tag::Strikethrough => Some((PlaceholderKind::Struck, None)),
        Tag::Link { link_type, .. } => Some((PlaceholderKind::Link, Some(*link_type))),
        Tag::Image { link_type, .. } => Some((PlaceholderKind::Image, Some(*link_type))),
        _ => None,
    }
}

/// Whether there are no words in it that could be translated.
fn stands_alone(kind: Option<LinkType>, next: Option<&(Event<'_>, Range<usize>)>) -> bool {
    matches!(kind, Some(LinkType::Autolink | LinkType::Email)) || matches!(next, Some((Event::End(_), _)))
}

/// Events up to and with the end of what has just started.
fn skipped(events: &[(Event<'_>, Range<usize>)]) -> usize {
    let mut depth = 1_usize;
    for (index, (event, _)) in events.iter().enumerate() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return index + 1;
        }
    }
    events.len()
}

fn name(tag: &Tag<'_>) -> Option<&'static str> {
    match tag {
        Tag::Paragraph => Some("paragraph"),
        Tag::Heading { .. } => Some("heading"),
        Tag::Item => Some("item"),
        Tag::TableCell => Some("cell"),
        Tag::DefinitionListTitle => Some("term"),
        Tag::DefinitionListDefinition => Some("definition"),
        Tag::FootnoteDefinition(_) => Some("note"),
        Tag::HtmlBlock => Some("html"),
        _ => None,
    }
}
