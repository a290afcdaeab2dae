//! Markdown to a tree, headings, links and outcomes: the only user of the Markdown library.
//! Knows nothing of other documents and of where links lead; a walk over the events opens every element itself,
//! so that no text of an author becomes markup that nobody chose.

mod anchors;
mod components;
mod fill_in;
mod headings;
mod html;
mod inline;
mod items;
mod limits;
mod placing;
mod slips;
mod suggestions;

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use self::anchors::Anchors;
use self::html::RefusedHtml;
pub(in crate::document) use self::placing::{Origin, Placing};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message};
use crate::document::blocks::{TableState, alert_kind, heading_number, open_code, open_table};
use crate::document::characters;
use crate::document::directives::{self};
use crate::document::element::{AttributeName, Element};
use crate::document::footnotes::Footnotes;
use crate::document::ids::UsedIds;
use crate::document::links::DocumentLink;
use crate::document::outcomes::{self, Cut, Found, Outcome, OutcomeMark, OutcomeRules, OutcomeSuggestion};
use crate::document::plain;
use crate::document::raw_html::Sanitizer;
use crate::document::tree::{Argument, Tree};
use crate::lang::{self, Direction};
use crate::message;
use crate::schema::ValueContext;
use crate::source::digestible;

/// Characters of a summary.
const SUMMARY: usize = 280;

/// What the walk needs beside the text.
pub(in crate::document) struct MarkdownContext<'a> {
    pub(in crate::document) config: &'a Config,
    pub(in crate::document) sanitizer: &'a Sanitizer,
    /// Folder of the document below `content/`.
    pub(in crate::document) folder: &'a str,
    /// What the type says of outcomes.
    pub(in crate::document) outcomes: OutcomeRules<'a>,
    pub(in crate::document) values: ValueContext<'a>,
    /// Direction of the language of the text.
    pub(in crate::document) direction: Direction,
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
    pub(in crate::document) tree: Tree,
    pub(in crate::document) headings: Vec<Heading>,
    pub(in crate::document) outcomes: Vec<Outcome>,
    pub(in crate::document) suggestions: Vec<OutcomeSuggestion>,
    /// Anchors of footnotes and of the marks that refer to them.
    pub(in crate::document) notes: Vec<Arc<str>>,
    pub(in crate::document) summary: String,
    pub(in crate::document) words: usize,
    /// What its author still has to fill in.
    pub(in crate::document) to_fill_in: Vec<Diagnostic>,
}

/// The events of a text with their places.
pub(in crate::document) type Events<'t> = Vec<(Event<'t>, Range<usize>)>;

/// Reads a text, once for the tree or for the units of translators: its events, and which blocks are outcomes.
pub(in crate::document) fn events<'t>(text: &'t str, rules: &OutcomeRules<'_>) -> (Events<'t>, Found) {
    let events: Events<'_> = Parser::new_ext(text, options()).into_offset_iter().collect();
    let found = outcomes::find(&events, text, rules);
    (events, found)
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

/// A text in Markdown, and where it stands.
pub(in crate::document) struct MarkdownSource<'a> {
    pub(in crate::document) text: &'a str,
    pub(in crate::document) file: &'a Arc<str>,
    pub(in crate::document) origin: Origin,
}

/// Walks over a text. Links are added to `links`, whose indexes the tree names.
pub(in crate::document) fn parse(
    source: MarkdownSource<'_>,
    context: &MarkdownContext<'_>,
    links: &mut Vec<DocumentLink>,
    diagnostics: &mut Diagnostics,
) -> Parsed {
    let MarkdownSource { text, file, origin } = source;
    let (text, inserted) = directives::isolate(text);
    let rules = if matches!(origin, Origin::Field(_)) { OutcomeRules::of_field() } else { context.outcomes.clone() };
    let (events, found) = events(&text, &rules);
    let place = Placing { file, origin, inserted };
    found.misplaced.iter().for_each(|wrong| diagnostics.push(place.misplaced(wrong)));
    for link in slips::tell(&events, &text, &place, diagnostics) {
        match context.spaced(&link, &text, &place) {
            Ok(link) => links.push(link),
            Err(told) => diagnostics.push(*told),
        }
    }
    let suggestions = suggestions::tell(&found, &text, &place, diagnostics);
    // A field has its marks told with the rest of the front matter.
    let to_fill_in =
        if matches!(place.origin, Origin::At(_)) { fill_in::tell(&events, &text, &place) } else { Vec::new() };
    let mut writer = Writer::new(&text, context, &place, links, diagnostics);
    writer.reserve(&events, &found);
    writer.walk(events, found);
    let parsed = Parsed { suggestions, to_fill_in, ..writer.finish() };
    for unseen in characters::unseen(&parsed.tree, &text) {
        let range = unseen.place.unwrap_or(0..text.lines().next().map_or(0, str::len));
        diagnostics.push(unseen.diagnostic.at(place.span(range)));
    }
    parsed
}

/// A part that is written apart and put into its parent when it ends.
#[derive(Default)]
struct Frame {
    tree: Tree,
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
    Outcome(Box<OutcomeFrame>),
    /// A cell of a row that is an outcome.
    Cell,
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
    /// The lines of a block of raw HTML.
    RawHtml(String),
}

/// A block that is an outcome, while it is written.
struct OutcomeFrame {
    id: Option<String>,
    found: OutcomeMark,
    range: Range<usize>,
    done: Option<bool>,
    element: Element,
    /// How deep the block stands, by which its end is known.
    depth: usize,
    /// Of a row, the words of the cells that say what it is.
    words: Tree,
    /// Of a row, what each of its cells says.
    cells: Vec<String>,
}

/// A raw tag that is open.
struct OpenRawTag {
    element: Element,
    /// Where it stands.
    range: Range<usize>,
    /// Elements around it: it must end in the same one.
    depth: usize,
}

struct Writer<'a, 'd> {
    text: &'a str,
    context: &'a MarkdownContext<'a>,
    place: &'a Placing<'a>,
    links: &'d mut Vec<DocumentLink>,
    diagnostics: &'d mut Diagnostics,
    frames: Vec<Frame>,
    anchors: Anchors,
    headings: Vec<Heading>,
    outcomes: Vec<Outcome>,
    footnotes: Footnotes,
    tables: Vec<TableState>,
    /// Open tags outside components, to keep `:::` at the top level.
    depth: usize,
    /// Innermost last.
    raw_open: Vec<OpenRawTag>,
    /// Ids of outcomes, for proposals.
    used: UsedIds,
    /// Parts of the text that are not shown as they are.
    cuts: Vec<Cut>,
    /// Parts of the text of which was told that they are no mark or item.
    told: Vec<Range<usize>>,
    /// Raw HTML that was told last.
    html: RefusedHtml,
    /// `:::` lines that open a block and cannot be read.
    wrong_blocks: usize,
    in_code: bool,
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
            anchors: Anchors::default(),
            headings: Vec::new(),
            outcomes: Vec::new(),
            footnotes: Footnotes::default(),
            tables: Vec::new(),
            depth: 0,
            raw_open: Vec::new(),
            used: UsedIds::default(),
            cuts: Vec::new(),
            told: Vec::new(),
            html: RefusedHtml::default(),
            wrong_blocks: 0,
            in_code: false,
        }
    }

    fn walk(&mut self, events: Vec<(Event<'_>, Range<usize>)>, found: Found) {
        let mut events = events.into_iter().enumerate();
        let (mut parts, mut outcomes) = (0, 0);
        self.cuts = found.cuts;
        self.told = found.misplaced.iter().map(|told| told.range.clone()).collect();
        while let Some((index, (event, range))) = events.next() {
            parts += usize::from(matches!(event, Event::Start(_)));
            outcomes += usize::from(found.marks.contains_key(&index));
            if let Some((code, message)) = self.excess(parts, outcomes) {
                let line = self.first_line(&range);
                let diagnostic = Diagnostic::error(code, message).at(self.place.span(line));
                self.diagnostics.push(diagnostic.help(code.remedy()));
                self.frames.truncate(1);
                self.raw_open.clear();
                self.tree().close_all();
                return;
            }
            if matches!(event, Event::Start(Tag::Paragraph))
                && (found.dropped.binary_search(&index).is_ok() || self.directive(&range))
            {
                // The paragraph is the line of a component, or a mark alone: its text is not shown.
                for (_, (event, _)) in events.by_ref() {
                    if matches!(event, Event::End(TagEnd::Paragraph)) {
                        break;
                    }
                }
                continue;
            }
            if let (Some(mark), Event::Start(tag)) = (found.marks.get(&index), &event) {
                self.start_outcome(mark.clone(), tag, range);
                continue;
            }
            self.event(event, range);
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if !matches!(event, Event::Text(_)) && self.is_cut(&range) {
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.text(&text, &range),
            Event::Code(text) => {
                self.tree().open(Element::Code);
                self.tree().text(&text);
                self.tree().close(Element::Code);
            }
            Event::Html(html) => match &mut self.top().what {
                FrameKind::RawHtml(lines) => lines.push_str(&html),
                _ => self.inline_html(&html, range),
            },
            Event::InlineHtml(html) => self.inline_html(&html, range),
            Event::FootnoteReference(name) => {
                let place = self.place.span(range);
                let last = self.frames.len() - 1;
                self.footnotes.reference(&name, place, &mut self.frames[last].tree);
            }
            Event::SoftBreak => self.tree().text("\n"),
            Event::HardBreak => self.tree().open(Element::Br),
            Event::Rule => self.tree().open(Element::Hr),
            Event::TaskListMarker(done) => self.task(done),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.tree().text(&text),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        if !matches!(tag, Tag::Heading { .. } | Tag::FootnoteDefinition(_)) {
            self.depth += 1;
        }
        match tag {
            Tag::Paragraph => self.tree().open(Element::P),
            Tag::Heading { id, classes, .. } => {
                self.depth += 1;
                let classes = classes.iter().map(ToString::to_string).collect();
                self.open(FrameKind::Heading { id: id.map(|id| id.to_string()), classes });
            }
            Tag::BlockQuote(None) => self.tree().open(Element::Blockquote),
            Tag::BlockQuote(Some(kind)) => self.open(FrameKind::Alert { kind: alert_kind(kind), range }),
            Tag::CodeBlock(kind) => {
                self.in_code = true;
                open_code(&kind, self.tree());
            }
            Tag::HtmlBlock => self.open(FrameKind::RawHtml(String::new())),
            Tag::List(None) => self.tree().open(Element::Ul),
            Tag::List(Some(first)) => {
                self.tree().open(Element::Ol);
                if first != 1 {
                    self.tree().attribute(AttributeName::Start, &first.to_string());
                }
            }
            Tag::Item => self.tree().open(Element::Li),
            Tag::FootnoteDefinition(name) => {
                self.depth += 1;
                self.footnotes.define(&name, self.place.span(range));
                self.open(FrameKind::Footnote(name.to_string()));
            }
            Tag::DefinitionList => self.tree().open(Element::Dl),
            Tag::DefinitionListTitle => self.tree().open(Element::Dt),
            Tag::DefinitionListDefinition => self.tree().open(Element::Dd),
            Tag::Table(alignments) => {
                self.tables.push(TableState::new(alignments));
                open_table(self.tree());
            }
            Tag::TableHead => {
                self.tree().open(Element::Thead);
                self.tree().open(Element::Tr);
            }
            Tag::TableRow => self.tree().open(Element::Tr),
            Tag::TableCell => self.start_cell(),
            Tag::Emphasis => self.tree().open(Element::Em),
            Tag::Strong => self.tree().open(Element::Strong),
            Tag::Strikethrough => self.tree().open(Element::Del),
            Tag::Superscript => self.tree().open(Element::Sup),
            Tag::Subscript => self.tree().open(Element::Sub),
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
        if self.ends_outcome() {
            return self.end_outcome();
        }
        match tag {
            TagEnd::Paragraph => self.tree().close(Element::P),
            TagEnd::Heading(level) => self.end_heading(heading_number(level), &range),
            TagEnd::BlockQuote(None) => self.tree().close(Element::Blockquote),
            TagEnd::BlockQuote(Some(_)) => self.end_alert(),
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.tree().close(Element::Code);
                self.tree().close(Element::Pre);
            }
            TagEnd::HtmlBlock => self.end_raw_html(range),
            TagEnd::List(false) => self.tree().close(Element::Ul),
            TagEnd::List(true) => self.tree().close(Element::Ol),
            TagEnd::Item => self.tree().close(Element::Li),
            TagEnd::FootnoteDefinition => {
                let frame = self.close();
                if let FrameKind::Footnote(name) = frame.what {
                    self.footnotes.body(&name, frame.tree);
                }
            }
            TagEnd::DefinitionList => self.tree().close(Element::Dl),
            TagEnd::DefinitionListTitle => self.tree().close(Element::Dt),
            TagEnd::DefinitionListDefinition => self.tree().close(Element::Dd),
            TagEnd::Table => {
                self.tables.pop();
                self.tree().close(Element::Tbody);
                self.tree().close(Element::Table);
                self.tree().close(Element::Div);
            }
            TagEnd::TableHead => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_head();
                }
                self.tree().close(Element::Tr);
                self.tree().close(Element::Thead);
                self.tree().open(Element::Tbody);
            }
            TagEnd::TableRow => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_row();
                }
                self.tree().close(Element::Tr);
            }
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Emphasis => self.tree().close(Element::Em),
            TagEnd::Strong => self.tree().close(Element::Strong),
            TagEnd::Strikethrough => self.tree().close(Element::Del),
            TagEnd::Superscript => self.tree().close(Element::Sup),
            TagEnd::Subscript => self.tree().close(Element::Sub),
            TagEnd::Link => self.tree().close(Element::A),
            TagEnd::Image => self.end_image(),
            TagEnd::MetadataBlock(_) => {}
        }
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        if !self.in_code && self.misread(range) {
            return;
        }
        if !self.in_code && self.has_cuts(range) {
            return self.text_around_cuts(range);
        }
        self.words(text);
    }

    /// Words of the author.
    fn words(&mut self, text: &str) {
        if text.starts_with(directives::GUARD) {
            return self.tree().text(&text.replacen(directives::GUARD, ":", 1));
        }
        if self.context.direction == Direction::Rtl && !self.in_code {
            return self.with_numbers_apart(text);
        }
        self.tree().text(text);
    }

    /// Text from right to left, in which a number of several parts has a direction of its own.
    fn with_numbers_apart(&mut self, text: &str) {
        let mut done = 0;
        for number in lang::numbers(text) {
            let tree = self.tree();
            tree.text(&text[done..number.start]);
            tree.open(Element::Bdi);
            tree.attribute(AttributeName::Dir, "ltr");
            tree.text(&text[number.clone()]);
            tree.close(Element::Bdi);
            done = number.end;
        }
        self.tree().text(&text[done..]);
    }

    fn end_heading(&mut self, level: u8, range: &Range<usize>) {
        let frame = self.close();
        let FrameKind::Heading { id, classes } = frame.what else { return };
        let title = plain::words(&frame.tree).trim().to_owned();
        let id = id.unwrap_or_else(|| self.anchors.unique(&lang::slug(&title)));
        if level == 1 {
            let at = self.place.span(range.clone());
            let diagnostic = Diagnostic::warning(Code::BodyHeading, message!("heading-first-level"))
                .at(at)
                .help(message!("heading-first-level-help"));
            self.diagnostics.push(
                headings::second_level(self.text, range, self.place).into_iter().fold(diagnostic, Diagnostic::fix),
            );
        }
        let level = level.max(2);
        let element = Element::heading(level);
        let tree = self.tree();
        tree.open(element);
        tree.attribute(AttributeName::Id, &id);
        if !classes.is_empty() {
            tree.attribute(AttributeName::Class, &classes.join(" "));
        }
        tree.append(frame.tree);
        tree.close(element);
        self.headings.push(Heading { level, id: Arc::from(id), title: Arc::from(title) });
    }

    fn finish(mut self) -> Parsed {
        while self.frames.len() > 1 {
            let range = match &self.top().what {
                FrameKind::Component { range, .. } => range.clone(),
                _ => 0..0,
            };
            let at = self.place.span(range);
            self.diagnostics.push(
                Diagnostic::error(Code::ComponentInvalid, message!("block-unclosed"))
                    .at(at)
                    .help(message!("block-unclosed-help")),
            );
            self.close();
        }
        self.close_raw_tags(0);
        // One that stands in another ends before it.
        self.outcomes.sort_by_key(|outcome| outcome.span.range.start);
        let (notes, anchors) = self.footnotes.finish(self.diagnostics);
        let mut tree = self.frames.pop().unwrap_or_default().tree;
        tree.append(notes);
        tree.shrink();
        Parsed {
            headings: self.headings,
            outcomes: self.outcomes,
            suggestions: Vec::new(),
            to_fill_in: Vec::new(),
            notes: anchors,
            // A character has at most four bytes.
            summary: lang::truncate(plain::first_paragraphs(&tree, SUMMARY * 4).trim(), SUMMARY),
            words: lang::words(&plain::words(&tree)),
            tree,
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

    /// What is being written.
    fn tree(&mut self) -> &mut Tree {
        &mut self.top().tree
    }

    fn error(&mut self, code: Code, range: Range<usize>, message: Message) {
        let at = self.place.span(range);
        self.diagnostics.push(Diagnostic::error(code, message).at(at));
    }
}
