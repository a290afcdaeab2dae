//! Markdown to HTML with holes, headings, links and outcomes: the only user of the Markdown library.
//! Knows nothing of other documents and of where links lead; a walk over the events writes every tag itself, so that
//! no text of an author becomes markup that nobody chose.

mod components;
mod inline;
mod items;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::document::blocks::{TableState, alert_kind, heading_number};
use crate::document::directives::{self};
use crate::document::footnotes::Footnotes;
use crate::document::html::{Argument, Hole, Html};
use crate::document::links::DocumentLink;
use crate::document::outcomes::{self, Outcome, OutcomeMark};
use crate::document::raw_html::Sanitizer;
use crate::lang::{self, Direction};
use crate::schema::Field;
use crate::source::digestible;

/// How deep blocks may stand in each other. Browsers and the minifier walk pages with a stack of limited size.
const DEEPEST: usize = 60;

/// Characters of a summary.
const SUMMARY: usize = 280;

/// What the walk needs beside the text.
pub(in crate::document) struct MarkdownContext<'a> {
    pub(in crate::document) config: &'a Config,
    pub(in crate::document) sanitizer: &'a Sanitizer,
    /// Folder of the document below `content/`.
    pub(in crate::document) folder: &'a str,
    /// Attributes that outcomes may have, where the type has outcomes.
    pub(in crate::document) outcomes: Option<&'a [Field]>,
    /// Direction of the language of the text.
    pub(in crate::document) direction: Direction,
}

/// Where the text stands in its file.
pub(in crate::document) enum Origin {
    /// It starts at this byte.
    At(usize),
    /// It is the value of a setting; everything is told at the setting.
    Field(Range<usize>),
}

/// A heading of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its anchor.
    pub id: Arc<str>,
    /// Its text without markup.
    pub title: Arc<str>,
}

digestible!(struct Heading { level, id, title });

/// What is known of a text after the walk.
#[derive(Debug, Default)]
pub(in crate::document) struct Parsed {
    pub(in crate::document) html: Html,
    pub(in crate::document) headings: Vec<Heading>,
    pub(in crate::document) outcomes: Vec<Outcome>,
    /// Anchors of footnotes and of the marks that refer to them.
    pub(in crate::document) notes: Vec<Arc<str>>,
    pub(in crate::document) summary: String,
    pub(in crate::document) words: usize,
}

pub(in crate::document) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

/// Walks over `text`. Links are added to `links`, whose indexes the holes name.
pub(in crate::document) fn parse(
    text: &str,
    file: &Arc<str>,
    origin: Origin,
    context: &MarkdownContext<'_>,
    (links, diagnostics): (&mut Vec<DocumentLink>, &mut Diagnostics),
) -> Parsed {
    let (text, inserted) = directives::isolate(text);
    let events: Vec<(Event<'_>, Range<usize>)> = Parser::new_ext(&text, options()).into_offset_iter().collect();
    let found = outcomes::find(&events, &text);
    let place = Placing { file, origin, inserted };
    let mut writer = Writer::new(&text, context, &place, links, diagnostics);
    writer.reserve(&events, &found);
    writer.walk(events, &found);
    writer.finish()
}

/// From bytes of the walked text to a place in the file.
pub(in crate::document) struct Placing<'a> {
    file: &'a Arc<str>,
    origin: Origin,
    inserted: Vec<usize>,
}

impl Placing<'_> {
    pub(in crate::document) fn span(&self, range: Range<usize>) -> Span {
        match &self.origin {
            Origin::Field(range) => Span::new(self.file, range.clone()),
            Origin::At(start) => {
                let back = |at: usize| start + at - self.inserted.partition_point(|inserted| *inserted < at);
                Span::new(self.file, back(range.start)..back(range.end))
            }
        }
    }
}

/// A part that is written apart and put into its parent when it ends.
#[derive(Default)]
struct Frame {
    html: Html,
    text: String,
    what: FrameKind,
}

#[derive(Default)]
enum FrameKind {
    #[default]
    Root,
    Heading {
        id: Option<String>,
        classes: Vec<String>,
    },
    Image {
        link: Option<u32>,
        title: String,
        range: Range<usize>,
    },
    Outcome {
        id: Option<String>,
        found: OutcomeMark,
        range: Range<usize>,
        done: Option<bool>,
    },
    Footnote(String),
    Component {
        name: String,
        arguments: Vec<(String, Argument)>,
        range: Range<usize>,
    },
    /// `> [!NOTE]`, shown by the component `callout` of the theme.
    Alert {
        kind: &'static str,
        range: Range<usize>,
    },
    RawHtml,
}

struct Writer<'a, 'd> {
    text: &'a str,
    context: &'a MarkdownContext<'a>,
    place: &'a Placing<'a>,
    links: &'d mut Vec<DocumentLink>,
    diagnostics: &'d mut Diagnostics,
    frames: Vec<Frame>,
    ids: BTreeSet<String>,
    headings: Vec<Heading>,
    outcomes: Vec<Outcome>,
    footnotes: Footnotes,
    tables: Vec<TableState>,
    /// Open tags outside components, to keep `:::` at the top level.
    depth: usize,
    paragraphs: usize,
    /// Raw tags that are open, and where they stand.
    raw_open: Vec<(String, Range<usize>)>,
    /// For every open list item, whether it is an outcome.
    items: Vec<bool>,
    in_code: bool,
    summary: String,
    plain: String,
}

impl<'a, 'd> Writer<'a, 'd> {
    fn new(
        text: &'a str,
        context: &'a MarkdownContext<'a>,
        place: &'a Placing<'a>,
        links: &'d mut Vec<DocumentLink>,
        diagnostics: &'d mut Diagnostics,
    ) -> Self {
        Self {
            text,
            context,
            place,
            links,
            diagnostics,
            frames: vec![Frame::default()],
            ids: BTreeSet::new(),
            headings: Vec::new(),
            outcomes: Vec::new(),
            footnotes: Footnotes::default(),
            tables: Vec::new(),
            depth: 0,
            paragraphs: 0,
            raw_open: Vec::new(),
            items: Vec::new(),
            in_code: false,
            summary: String::new(),
            plain: String::new(),
        }
    }

    /// Ids that authors chose come before those made from headings.
    fn reserve(&mut self, events: &[(Event<'_>, Range<usize>)], found: &BTreeMap<usize, OutcomeMark>) {
        for (event, range) in events {
            if let Event::Start(Tag::Heading { id: Some(id), .. }) = event
                && !self.ids.insert(id.to_string())
            {
                self.error(Code::OutcomeDuplicate, range.clone(), format!("the id `{id}` stands twice on this page"));
            }
        }
        for block in found.values().filter_map(|found| found.block.clone()) {
            if let Some((id, range)) = outcomes::attributes(&self.text[block.clone()], block.start).id
                && !self.ids.insert(id.to_owned())
            {
                self.error(Code::OutcomeDuplicate, range, format!("the id `{id}` stands twice in this document"));
            }
        }
    }

    fn walk(&mut self, events: Vec<(Event<'_>, Range<usize>)>, found: &BTreeMap<usize, OutcomeMark>) {
        let mut events = events.into_iter().enumerate();
        while let Some((index, (event, range))) = events.next() {
            if self.depth + self.frames.len() > DEEPEST {
                let line = self.first_line(&range);
                self.error(Code::TextTooDeep, line, format!("blocks stand more than {DEEPEST} deep in each other"));
                self.frames.truncate(1);
                return;
            }
            if matches!(event, Event::Start(Tag::Paragraph)) && self.directive(&range) {
                // The paragraph is the line of a component: its text is not shown.
                for (_, (event, _)) in events.by_ref() {
                    if matches!(event, Event::End(TagEnd::Paragraph)) {
                        break;
                    }
                }
                continue;
            }
            if let Some(found) = found.get(&index) {
                self.start_outcome(found.clone(), range);
                continue;
            }
            self.event(event, range);
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.text(&text, &range),
            Event::Code(text) => {
                self.push("<code>");
                self.escaped(&text);
                self.push("</code>");
            }
            Event::Html(html) if matches!(self.top().what, FrameKind::RawHtml) => self.top().text.push_str(&html),
            Event::Html(html) | Event::InlineHtml(html) => self.inline_html(&html, range),
            Event::FootnoteReference(name) => {
                let place = self.place.span(range);
                let html = self.footnotes.reference(&name, place);
                self.push(&html);
            }
            Event::SoftBreak => {
                self.push("\n");
                self.words(" ");
            }
            Event::HardBreak => {
                self.push("<br>\n");
                self.words(" ");
            }
            Event::Rule => self.push("<hr>\n"),
            Event::TaskListMarker(done) => self.task(done),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.escaped(&text),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        if !matches!(tag, Tag::Heading { .. } | Tag::FootnoteDefinition(_)) {
            self.depth += 1;
        }
        match tag {
            Tag::Paragraph => {
                self.paragraphs += 1;
                self.push("<p>");
            }
            Tag::Heading { id, classes, .. } => {
                self.depth += 1;
                let classes = classes.iter().map(ToString::to_string).collect();
                self.open(FrameKind::Heading { id: id.map(|id| id.to_string()), classes });
            }
            Tag::BlockQuote(None) => self.push("<blockquote>\n"),
            Tag::BlockQuote(Some(kind)) => self.open(FrameKind::Alert { kind: alert_kind(kind), range }),
            Tag::CodeBlock(kind) => {
                self.in_code = true;
                self.push(&super::blocks::code_start(&kind));
            }
            Tag::HtmlBlock => self.open(FrameKind::RawHtml),
            Tag::List(None) => self.push("<ul>\n"),
            Tag::List(Some(1)) => self.push("<ol>\n"),
            Tag::List(Some(first)) => self.push(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => {
                self.items.push(false);
                self.push("<li>");
            }
            Tag::FootnoteDefinition(name) => {
                self.depth += 1;
                self.footnotes.define(&name, self.place.span(range));
                self.open(FrameKind::Footnote(name.to_string()));
            }
            Tag::DefinitionList => self.push("<dl>\n"),
            Tag::DefinitionListTitle => self.push("<dt>"),
            Tag::DefinitionListDefinition => self.push("<dd>"),
            Tag::Table(alignments) => {
                self.tables.push(TableState::new(alignments));
                self.push("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
                self.top().html.hole(Hole::Label("table-region"));
                self.push("\"><table>\n");
            }
            Tag::TableHead => self.push("<thead>\n<tr>"),
            Tag::TableRow => self.push("<tr>"),
            Tag::TableCell => {
                let html = self.tables.last_mut().map(TableState::cell).unwrap_or_default();
                self.push(&html);
            }
            Tag::Emphasis => self.push("<em>"),
            Tag::Strong => self.push("<strong>"),
            Tag::Strikethrough => self.push("<del>"),
            Tag::Superscript => self.push("<sup>"),
            Tag::Subscript => self.push("<sub>"),
            Tag::Link { dest_url, title, link_type, .. } => {
                let mailbox = link_type == pulldown_cmark::LinkType::Email;
                let destination = if mailbox { format!("mailto:{dest_url}") } else { dest_url.to_string() };
                self.link(&destination, &title, range);
            }
            Tag::Image { dest_url, title, .. } => {
                let link = self.image(&dest_url, &range);
                self.open(FrameKind::Image { link, title: title.to_string(), range });
            }
            Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        self.depth -= 1;
        if tag != TagEnd::HtmlBlock {
            self.close_raw_tags(range.start);
        }
        match tag {
            TagEnd::Paragraph => {
                self.paragraphs -= 1;
                self.push("</p>\n");
                self.words(" ");
                if !self.summary.is_empty() {
                    self.summary.push(' ');
                }
            }
            TagEnd::Heading(level) => self.end_heading(heading_number(level), &range),
            TagEnd::BlockQuote(None) => self.push("</blockquote>\n"),
            TagEnd::BlockQuote(Some(_)) => self.end_alert(),
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.push("</code></pre>\n");
                self.words(" ");
            }
            TagEnd::HtmlBlock => self.end_raw_html(range),
            TagEnd::List(false) => self.push("</ul>\n"),
            TagEnd::List(true) => self.push("</ol>\n"),
            TagEnd::Item => self.end_item(),
            TagEnd::FootnoteDefinition => {
                let frame = self.close();
                if let FrameKind::Footnote(name) = frame.what {
                    self.footnotes.body(&name, frame.html);
                }
            }
            TagEnd::DefinitionList => self.push("</dl>\n"),
            TagEnd::DefinitionListTitle => {
                self.push("</dt>\n");
                self.words(" ");
            }
            TagEnd::DefinitionListDefinition => {
                self.push("</dd>\n");
                self.words(" ");
            }
            TagEnd::Table => {
                self.tables.pop();
                self.push("</tbody>\n</table></div>\n");
            }
            TagEnd::TableHead => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_head();
                }
                self.push("</tr>\n</thead>\n<tbody>\n");
            }
            TagEnd::TableRow => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_row();
                }
                self.push("</tr>\n");
            }
            TagEnd::TableCell => {
                let html = self.tables.last().map_or("", TableState::cell_end);
                self.push(html);
                self.words(" ");
            }
            TagEnd::Emphasis => self.push("</em>"),
            TagEnd::Strong => self.push("</strong>"),
            TagEnd::Strikethrough => self.push("</del>"),
            TagEnd::Superscript => self.push("</sup>"),
            TagEnd::Subscript => self.push("</sub>"),
            TagEnd::Link => self.push("</a>"),
            TagEnd::Image => self.end_image(),
            TagEnd::MetadataBlock(_) => {}
        }
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        if !self.in_code && self.misread(range) {
            return;
        }
        if let Some(block) = self.attribute_block().filter(|block| range.end > block.start && range.start < block.end) {
            if range.start < block.start {
                let keep = text.rfind('{').map_or(text, |at| &text[..at]);
                self.escaped(keep.trim_end());
            }
            return;
        }
        if text.starts_with(directives::GUARD) {
            return self.escaped(&text.replacen(directives::GUARD, ":", 1));
        }
        if self.context.direction == Direction::Rtl && !self.in_code {
            return self.with_numbers_apart(text);
        }
        self.escaped(text);
    }

    /// Text from right to left, in which a number of several parts has a direction of its own.
    fn with_numbers_apart(&mut self, text: &str) {
        let mut done = 0;
        for number in lang::numbers(text) {
            self.escaped(&text[done..number.start]);
            self.push("<bdi dir=\"ltr\">");
            self.escaped(&text[number.clone()]);
            self.push("</bdi>");
            done = number.end;
        }
        self.escaped(&text[done..]);
    }

    fn end_heading(&mut self, level: u8, range: &Range<usize>) {
        let frame = self.close();
        let FrameKind::Heading { id, classes } = frame.what else { return };
        let title = frame.text.trim().to_owned();
        let id = id.unwrap_or_else(|| self.unique(&lang::slug(&title)));
        if level == 1 {
            let at = self.place.span(range.clone());
            self.diagnostics.push(
                Diagnostic::warning(Code::BodyHeading, "a text starts its headings at the second level")
                    .at(at)
                    .help("write `##`; the title of the page is its first-level heading"),
            );
        }
        let level = level.max(2);
        self.push(&format!("<h{level} id=\""));
        self.top().html.push_escaped(&id);
        self.push("\"");
        if !classes.is_empty() {
            self.push(" class=\"");
            self.top().html.push_escaped(&classes.join(" "));
            self.push("\"");
        }
        self.push(">");
        self.top().html.append(frame.html);
        self.push(&format!("</h{level}>\n"));
        self.plain.push_str(&title);
        self.plain.push(' ');
        self.headings.push(Heading { level, id: Arc::from(id), title: Arc::from(title) });
    }

    /// An id that nothing on the page has.
    fn unique(&mut self, wanted: &str) -> String {
        let base = match wanted {
            "" => "section".to_owned(),
            wanted if reserved(wanted) => format!("section-{wanted}"),
            wanted => wanted.to_owned(),
        };
        let mut id = base.clone();
        let mut number = 1;
        while !self.ids.insert(id.clone()) {
            number += 1;
            id = format!("{base}-{number}");
        }
        id
    }

    fn finish(mut self) -> Parsed {
        while self.frames.len() > 1 {
            let range = match &self.top().what {
                FrameKind::Component { range, .. } => range.clone(),
                _ => 0..0,
            };
            let at = self.place.span(range);
            self.diagnostics.push(
                Diagnostic::error(Code::ComponentInvalid, "this `:::` block is not closed")
                    .at(at)
                    .help("add a line `:::` where it ends"),
            );
            self.close();
        }
        self.close_raw_tags(0);
        let (notes, anchors) = self.footnotes.finish(self.diagnostics);
        let mut html = self.frames.pop().unwrap_or_default().html;
        html.append(notes);
        html.text.shrink_to_fit();
        Parsed {
            html,
            headings: self.headings,
            outcomes: self.outcomes,
            notes: anchors,
            summary: lang::truncate(self.summary.trim(), SUMMARY),
            words: lang::words(&self.plain),
        }
    }

    fn open(&mut self, what: FrameKind) {
        self.frames.push(Frame { what, ..Frame::default() });
    }

    fn close(&mut self) -> Frame {
        self.frames.pop().unwrap_or_default()
    }

    fn top(&mut self) -> &mut Frame {
        if self.frames.is_empty() {
            self.frames.push(Frame::default());
        }
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    fn push(&mut self, html: &str) {
        self.top().html.push(html);
    }

    fn escaped(&mut self, text: &str) {
        self.top().html.push_escaped(text);
        self.words(text);
    }

    /// Text without markup, for the frame, the summary and the count of words.
    fn words(&mut self, text: &str) {
        let top = self.top();
        if !matches!(
            top.what,
            FrameKind::Root | FrameKind::Component { .. } | FrameKind::Alert { .. } | FrameKind::Footnote(_)
        ) {
            top.text.push_str(text);
            return;
        }
        self.plain.push_str(text);
        if self.paragraphs > 0 && self.summary.len() < SUMMARY * 4 && !self.in_footnote() {
            self.summary.push_str(text);
        }
    }

    fn in_footnote(&self) -> bool {
        self.frames.iter().any(|frame| matches!(frame.what, FrameKind::Footnote(_)))
    }

    fn error(&mut self, code: Code, range: Range<usize>, message: String) {
        let at = self.place.span(range);
        self.diagnostics.push(Diagnostic::error(code, message).at(at));
    }
}

/// Ids that the theme (`page-`) and footnotes use.
fn reserved(id: &str) -> bool {
    ["page-", "fn-", "fnref-"].iter().any(|start| id.starts_with(start))
}
