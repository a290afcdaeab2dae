//! Markdown to HTML with holes, headings, links and outcomes: the only user of the Markdown library.
//! Knows nothing of other documents and of where links lead; a walk over the events writes every tag itself, so that
//! no text of an author becomes markup that nobody chose.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::blocks::{Table, alert_kind, heading_number};
use super::directives::{self, Line};
use super::footnotes::Footnotes;
use super::html::{Argument, Component, Hole, Html, escape_address};
use super::links::{Destination, Link, classify};
use super::outcomes::{self, Found, Outcome};
use super::raw_html::{self, Sanitizer};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::lang;
use crate::schema::Field;

/// Characters of a summary.
const SUMMARY: usize = 280;

/// What the walk needs beside the text.
pub(super) struct Context<'a> {
    pub(super) config: &'a Config,
    pub(super) sanitizer: &'a Sanitizer,
    /// Folder of the document below `content/`.
    pub(super) folder: &'a str,
    /// Attributes that outcomes may have, where the type has outcomes.
    pub(super) outcomes: Option<&'a [Field]>,
}

/// Where the text stands in its file.
pub(super) enum Origin {
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

/// What is known of a text after the walk.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    pub(super) html: Html,
    pub(super) headings: Vec<Heading>,
    pub(super) outcomes: Vec<Outcome>,
    pub(super) summary: String,
    pub(super) words: usize,
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

/// Walks over `text`. Links are added to `links`, whose indexes the holes name.
pub(super) fn parse(
    text: &str,
    file: &Arc<str>,
    origin: Origin,
    context: &Context<'_>,
    (links, diagnostics): (&mut Vec<Link>, &mut Diagnostics),
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
pub(super) struct Placing<'a> {
    file: &'a Arc<str>,
    origin: Origin,
    inserted: Vec<usize>,
}

impl Placing<'_> {
    pub(super) fn span(&self, range: Range<usize>) -> Span {
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
    what: What,
}

#[derive(Default)]
enum What {
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
        found: Found,
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
    context: &'a Context<'a>,
    place: &'a Placing<'a>,
    links: &'d mut Vec<Link>,
    diagnostics: &'d mut Diagnostics,
    frames: Vec<Frame>,
    ids: BTreeSet<String>,
    headings: Vec<Heading>,
    outcomes: Vec<Outcome>,
    footnotes: Footnotes,
    tables: Vec<Table>,
    /// Open tags outside components, to keep `:::` at the top level.
    depth: usize,
    paragraphs: usize,
    raw_open: Vec<String>,
    summary: String,
    plain: String,
}

impl<'a, 'd> Writer<'a, 'd> {
    fn new(
        text: &'a str,
        context: &'a Context<'a>,
        place: &'a Placing<'a>,
        links: &'d mut Vec<Link>,
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
            summary: String::new(),
            plain: String::new(),
        }
    }

    /// Ids that authors chose come before those made from headings.
    fn reserve(&mut self, events: &[(Event<'_>, Range<usize>)], found: &BTreeMap<usize, Found>) {
        for (event, range) in events {
            if let Event::Start(Tag::Heading { id: Some(id), .. }) = event
                && !self.ids.insert(id.to_string())
            {
                self.error("outcome-duplicate", range.clone(), format!("the id `{id}` stands twice on this page"));
            }
        }
        for block in found.values().filter_map(|found| found.block.clone()) {
            if let Some((id, range)) = outcomes::attributes(&self.text[block.clone()], block.start).id
                && !self.ids.insert(id.to_owned())
            {
                self.error("outcome-duplicate", range, format!("the id `{id}` stands twice in this document"));
            }
        }
    }

    fn walk(&mut self, events: Vec<(Event<'_>, Range<usize>)>, found: &BTreeMap<usize, Found>) {
        let mut events = events.into_iter().enumerate();
        while let Some((index, (event, range))) = events.next() {
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
            Event::Html(html) if matches!(self.top().what, What::RawHtml) => self.top().text.push_str(&html),
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
                self.open(What::Heading { id: id.map(|id| id.to_string()), classes });
            }
            Tag::BlockQuote(None) => self.push("<blockquote>\n"),
            Tag::BlockQuote(Some(kind)) => self.open(What::Alert { kind: alert_kind(kind), range }),
            Tag::CodeBlock(kind) => self.push(&super::blocks::code_start(&kind)),
            Tag::HtmlBlock => self.open(What::RawHtml),
            Tag::List(None) => self.push("<ul>\n"),
            Tag::List(Some(1)) => self.push("<ol>\n"),
            Tag::List(Some(first)) => self.push(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.push("<li>"),
            Tag::FootnoteDefinition(name) => {
                self.depth += 1;
                self.footnotes.define(&name, self.place.span(range));
                self.open(What::Footnote(name.to_string()));
            }
            Tag::DefinitionList => self.push("<dl>\n"),
            Tag::DefinitionListTitle => self.push("<dt>"),
            Tag::DefinitionListDefinition => self.push("<dd>"),
            Tag::Table(alignments) => {
                self.tables.push(Table::new(alignments));
                self.push("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
                self.top().html.hole(Hole::Label("table-region"));
                self.push("\"><table>\n");
            }
            Tag::TableHead => self.push("<thead>\n<tr>"),
            Tag::TableRow => self.push("<tr>"),
            Tag::TableCell => {
                let html = self.tables.last_mut().map(Table::cell).unwrap_or_default();
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
                self.open(What::Image { link, title: title.to_string(), range });
            }
            Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        self.depth -= 1;
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
            TagEnd::CodeBlock => self.push("</code></pre>\n"),
            TagEnd::HtmlBlock => self.end_raw_html(range),
            TagEnd::List(false) => self.push("</ul>\n"),
            TagEnd::List(true) => self.push("</ol>\n"),
            TagEnd::Item => self.end_item(),
            TagEnd::FootnoteDefinition => {
                let frame = self.close();
                if let What::Footnote(name) = frame.what {
                    self.footnotes.body(&name, frame.html);
                }
            }
            TagEnd::DefinitionList => self.push("</dl>\n"),
            TagEnd::DefinitionListTitle => self.push("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.push("</dd>\n"),
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
                let html = self.tables.last().map_or("", Table::cell_end);
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
        if let Some(block) = self.attribute_block() {
            if range.start >= block.start {
                return;
            }
            if range.end > block.start {
                let keep = text.rfind('{').map_or(text, |at| &text[..at]);
                return self.escaped(keep.trim_end());
            }
        }
        self.escaped(text);
    }

    /// The attributes of the outcome that is being written; they are not text.
    fn attribute_block(&self) -> Option<Range<usize>> {
        self.frames.iter().rev().find_map(|frame| match &frame.what {
            What::Outcome { found, .. } => found.block.clone(),
            _ => None,
        })
    }

    fn start_outcome(&mut self, found: Found, range: Range<usize>) {
        self.depth += 1;
        let block = found.block.clone().unwrap_or(0..0);
        let id = outcomes::attributes(&self.text[block.clone()], block.start).id.map(|(id, _)| id.to_owned());
        self.open(What::Outcome { id, found, range, done: None });
    }

    fn end_item(&mut self) {
        if !matches!(self.top().what, What::Outcome { .. }) {
            self.push("</li>\n");
            self.words(" ");
            return;
        }
        let frame = self.close();
        let What::Outcome { id, found, range, done } = frame.what else { return };
        let kind = found.kind;
        let line = self.first_line(&range);
        let Some(fields) = self.context.outcomes else {
            self.error("outcome-invalid", line, "this type of page has no outcomes".to_owned());
            return;
        };
        let Some(id) = id else {
            let help = format!("end the item with an id that is new in this document, such as `{{#{}1}}`", &kind.name()[..1]);
            let at = self.place.span(line);
            let message = format!("this {} has no id", kind.name());
            self.diagnostics.push(Diagnostic::error("outcome-missing-id", message).at(at).help(help));
            return;
        };
        let block = found.block.unwrap_or(0..0);
        let read = outcomes::attributes(&self.text[block.clone()], block.start);
        let place = self.place;
        let attributes = outcomes::typed(&read, fields, &|range| place.span(range), self.diagnostics);
        if !id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_')) {
            self.error("outcome-invalid", block, format!("`{id}` is not an id: use letters, digits and `-`"));
        }
        self.push("<li id=\"");
        self.top().html.push_escaped(&id);
        self.push(&format!("\" class=\"outcome outcome-{}\">", kind.name()));
        self.top().html.append(frame.html.clone());
        self.push("</li>\n");
        self.words(&frame.text);
        self.words(" ");
        let span = self.place.span(line);
        let text = Arc::from(frame.text.trim());
        self.outcomes.push(Outcome { id: Arc::from(id), kind, done, attributes, html: frame.html, text, span });
    }

    fn first_line(&self, range: &Range<usize>) -> Range<usize> {
        let end = self.text[range.clone()].find('\n').map_or(range.end, |at| range.start + at);
        range.start..end
    }

    fn task(&mut self, done: bool) {
        if let What::Outcome { done: state, .. } = &mut self.top().what {
            *state = Some(done);
        }
        let (mark, label) = if done { ("☑", "task-done") } else { ("☐", "task-open") };
        self.push("<span class=\"task\" role=\"img\" aria-label=\"");
        self.top().html.hole(Hole::Label(label));
        self.push(&format!("\">{mark}</span> "));
    }

    fn end_heading(&mut self, level: u8, range: &Range<usize>) {
        let frame = self.close();
        let What::Heading { id, classes } = frame.what else { return };
        let title = frame.text.trim().to_owned();
        let id = id.unwrap_or_else(|| self.unique(&lang::slug(&title)));
        if level == 1 {
            let at = self.place.span(range.clone());
            self.diagnostics.push(
                Diagnostic::warning("body-heading", "a text starts its headings at the second level")
                    .at(at)
                    .help("write `##`; the title of the page is its first-level heading"),
            );
        }
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
        // Ids of the theme start with `page-`.
        let base = match wanted {
            "" => "section".to_owned(),
            wanted if wanted.starts_with("page-") => format!("section-{wanted}"),
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

    fn link(&mut self, destination: &str, title: &str, range: Range<usize>) {
        self.push("<a");
        match classify(destination, self.context.folder, self.context.config) {
            Destination::Internal(target) => {
                let index = self.add_link(target, &range, false);
                self.top().html.hole(Hole::Link(index));
            }
            Destination::External => {
                self.push(" href=\"");
                escape_address(destination, &mut self.top().html.text);
                let web = !destination.starts_with("mailto:") && !destination.starts_with("tel:");
                self.push(if web { "\" rel=\"noreferrer\"" } else { "\"" });
            }
            wrong => self.wrong_link(&wrong, range),
        }
        if !title.is_empty() {
            self.push(" title=\"");
            self.top().html.push_escaped(title);
            self.push("\"");
        }
        self.push(">");
    }

    fn wrong_link(&mut self, wrong: &Destination, range: Range<usize>) {
        let at = self.place.span(range);
        let diagnostic = match wrong {
            Destination::Unsafe(scheme) => {
                Diagnostic::error("link-unsafe", format!("links with `{scheme}:` are not allowed"))
                    .help("use https, http, mailto or tel, or name a page of this site")
            }
            Destination::Outside => Diagnostic::error("broken-link", "this link leads out of `content/`")
                .help("start it with `@/` to count from `content/`"),
            _ => Diagnostic::error("broken-link", "this link leads nowhere").help("write where it leads in the brackets"),
        };
        self.diagnostics.push(diagnostic.at(at));
    }

    fn image(&mut self, destination: &str, range: &Range<usize>) -> Option<u32> {
        match classify(destination, self.context.folder, self.context.config) {
            Destination::Internal(target) => Some(self.add_link(target, range, true)),
            Destination::External => {
                let at = self.place.span(range.clone());
                self.diagnostics.push(
                    Diagnostic::error("link-unsafe", "an image of another site tells that site who reads this page")
                        .at(at)
                        .help("put the file beside the text and link to it by its name"),
                );
                None
            }
            wrong => {
                self.wrong_link(&wrong, range.clone());
                None
            }
        }
    }

    fn end_image(&mut self) {
        let frame = self.close();
        let What::Image { link, title, range: _ } = frame.what else { return };
        self.push("<img");
        if let Some(link) = link {
            self.top().html.hole(Hole::Image(link));
        }
        self.push(" alt=\"");
        self.top().html.push_escaped(frame.text.trim());
        self.push("\"");
        if !title.is_empty() {
            self.push(" title=\"");
            self.top().html.push_escaped(&title);
            self.push("\"");
        }
        self.push(" loading=\"lazy\">");
        self.words(&frame.text);
    }

    fn add_link(&mut self, target: super::links::Target, range: &Range<usize>, image: bool) -> u32 {
        let range = self.place.span(range.clone()).range;
        self.links.push(Link { target, range, image });
        u32::try_from(self.links.len() - 1).unwrap_or(u32::MAX)
    }

    fn inline_html(&mut self, html: &str, range: Range<usize>) {
        if html.starts_with("<!--") {
            return;
        }
        if self.refuse(html, &range) {
            return;
        }
        match self.context.sanitizer.inline(html) {
            raw_html::Tag::Alone(html) => self.push(&html),
            raw_html::Tag::Open(name, html) => {
                self.raw_open.push(name);
                self.push(&html);
            }
            raw_html::Tag::Close(name) => {
                if self.raw_open.last() == Some(&name) {
                    self.raw_open.pop();
                    self.push(&format!("</{name}>"));
                } else {
                    self.error("raw-html", range, format!("`</{name}>` closes a tag that is not open"));
                }
            }
        }
    }

    fn end_raw_html(&mut self, range: Range<usize>) {
        let frame = self.close();
        let Some(html) = raw_html::without_comments(&frame.text) else {
            return self.error("raw-html", self.first_line(&range), "this comment is not closed: add `-->`".to_owned());
        };
        if html.trim().is_empty() || self.refuse(&html, &self.first_line(&range)) {
            return;
        }
        let clean = self.context.sanitizer.block(&html);
        self.push(&clean);
        self.push("\n");
    }

    /// Reports tags that are not allowed.
    fn refuse(&mut self, html: &str, range: &Range<usize>) -> bool {
        let refused = self.context.sanitizer.refused(html);
        for name in &refused {
            let shown = if name == "!" { "a declaration".to_owned() } else { format!("`<{name}>`") };
            let at = self.place.span(range.clone());
            self.diagnostics.push(
                Diagnostic::error("raw-html", format!("raw HTML is not published: {shown}"))
                    .at(at)
                    .help("write it in Markdown, put it between backticks to show it, or allow the tag in `samen.yaml`: `html: {allow: […]}`"),
            );
        }
        !refused.is_empty()
    }

    /// Whether a paragraph is a `:::` line; then it is dealt with.
    fn directive(&mut self, range: &Range<usize>) -> bool {
        let line = self.text[range.clone()].trim();
        if !line.starts_with(":::") || line.contains('\n') {
            return false;
        }
        let open = self.frames.iter().rposition(|frame| matches!(frame.what, What::Component { .. }));
        if self.depth > 0 {
            let message = "a `:::` block cannot stand in a list, quote or table".to_owned();
            self.error("component-invalid", range.clone(), message);
            return true;
        }
        match (directives::read(line), open) {
            (Line::Open(name, arguments), _) => self.open(What::Component { name, arguments, range: range.clone() }),
            (Line::Close, Some(_)) => self.close_component(),
            (Line::Close, None) => {
                self.error("component-invalid", range.clone(), "this `:::` closes nothing".to_owned());
            }
            (Line::Wrong(why), _) => self.error("component-invalid", range.clone(), why.to_owned()),
        }
        true
    }

    fn close_component(&mut self) {
        let frame = self.close();
        let What::Component { name, arguments, range } = frame.what else { return };
        let span = self.place.span(range);
        let component = Component { name, arguments, body: frame.html, span };
        self.top().html.hole(Hole::Component(Box::new(component)));
        self.plain.push(' ');
    }

    fn end_alert(&mut self) {
        let frame = self.close();
        let What::Alert { kind, range } = frame.what else { return };
        let arguments = vec![("kind".to_owned(), Argument::Text(kind.to_owned()))];
        let span = self.place.span(self.first_line(&range));
        let component = Component { name: "callout".to_owned(), arguments, body: frame.html, span };
        self.top().html.hole(Hole::Component(Box::new(component)));
    }

    fn finish(mut self) -> Parsed {
        while self.frames.len() > 1 {
            let range = match &self.top().what {
                What::Component { range, .. } => range.clone(),
                _ => 0..0,
            };
            let at = self.place.span(range);
            self.diagnostics.push(
                Diagnostic::error("component-invalid", "this `:::` block is not closed")
                    .at(at)
                    .help("add a line `:::` where it ends"),
            );
            self.close();
        }
        for name in std::mem::take(&mut self.raw_open) {
            self.error("raw-html", 0..0, format!("the tag `<{name}>` is not closed"));
        }
        let notes = self.footnotes.finish(self.diagnostics);
        let mut html = self.frames.pop().unwrap_or_default().html;
        html.append(notes);
        html.text.shrink_to_fit();
        Parsed {
            html,
            headings: self.headings,
            outcomes: self.outcomes,
            summary: lang::truncate(self.summary.trim(), SUMMARY),
            words: lang::words(&self.plain),
        }
    }

    fn open(&mut self, what: What) {
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
        if !matches!(top.what, What::Root | What::Component { .. } | What::Alert { .. } | What::Footnote(_)) {
            top.text.push_str(text);
            return;
        }
        self.plain.push_str(text);
        if self.paragraphs > 0 && self.summary.len() < SUMMARY * 4 && !self.in_footnote() {
            self.summary.push_str(text);
        }
    }

    fn in_footnote(&self) -> bool {
        self.frames.iter().any(|frame| matches!(frame.what, What::Footnote(_)))
    }

    fn error(&mut self, code: &'static str, range: Range<usize>, message: String) {
        let at = self.place.span(range);
        self.diagnostics.push(Diagnostic::error(code, message).at(at));
    }
}
