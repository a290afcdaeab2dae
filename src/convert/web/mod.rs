//! Web pages, among them those that Word, `LibreOffice` and editors on the web save. Knows nothing of Markdown.

mod bounds;
mod looks;
mod tree;
mod undecided;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::flow::{Flow, FlowItem, FlowKind, FlowParagraph};
use super::left::LeftOuts;
use super::model::{NamedPicture, TextBlock, TextDocument, TextPiece, TextRun};
use super::table::{GridCell, TextGrid};
use super::{ConvertFault, clean, refused};
use crate::message;
use looks::WebLooks;
use tree::{WebChild, WebElement, WebTree};

/// Reads a page.
pub(super) fn read(text: &str, left: &mut LeftOuts) -> Result<TextDocument, ConvertFault> {
    if !bounds::fits(text) {
        return Err(refused(message!("convert-page-large"), message!("convert-save-docx-help")));
    }
    let tree = WebTree::read(text)
        .ok_or_else(|| refused(message!("convert-page-unreadable"), message!("convert-save-docx-help")))?;
    let places = tree.elements.iter().enumerate().flat_map(|(index, element)| {
        let names = [element.attribute("id"), element.attribute("name")].into_iter().flatten();
        names.map(move |name| (name, index))
    });
    let mut reader = WebReader {
        places: places.collect(),
        tree: &tree,
        left,
        flow: Flow::default(),
        pieces: Vec::new(),
        anchors: Vec::new(),
        lists: Vec::new(),
        point: None,
        notes: BTreeMap::new(),
        note: None,
        quotes: 0,
        caption: Vec::new(),
        tables: 0,
        document: TextDocument::default(),
    };
    reader.blocks(0, &WebContext::default());
    reader.paragraph_ends(None);
    let mut document = reader.document;
    document.too_large = reader.flow.too_large();
    document.title = reader.flow.title();
    document.blocks = reader.flow.finish();
    Ok(document)
}

/// What holds for the words below an element.
#[derive(Clone, Default)]
struct WebContext {
    looks: WebLooks,
    link: Option<Arc<str>>,
}

/// A list that is open.
struct OpenWebList {
    level: usize,
    /// The number of the next point.
    next: Option<u64>,
}

/// What is known while a page is read.
struct WebReader<'a> {
    tree: &'a WebTree,
    /// Elements by their names.
    places: BTreeMap<&'a str, usize>,
    left: &'a mut LeftOuts,
    flow: Flow,
    pieces: Vec<TextPiece>,
    anchors: Vec<String>,
    lists: Vec<OpenWebList>,
    /// The point of a list that the next paragraph is.
    point: Option<FlowItem>,
    /// Notes by the element that their words start with.
    notes: BTreeMap<usize, usize>,
    /// The note that this paragraph is.
    note: Option<usize>,
    quotes: usize,
    /// The words above a table.
    caption: Vec<TextPiece>,
    /// Tables that are open.
    tables: usize,
    document: TextDocument,
}

impl<'a> WebReader<'a> {
    fn blocks(&mut self, index: usize, context: &WebContext) {
        let tree = self.tree;
        for child in &tree.elements[index].children {
            if self.flow.too_large() {
                return;
            }
            match child {
                WebChild::Text(text) => self.words(text, context),
                WebChild::Element(index) if *index < tree.elements.len() => self.element(*index, context),
                WebChild::Element(_) => {}
            }
        }
    }

    fn element(&mut self, index: usize, context: &WebContext) {
        let tree = self.tree;
        let element = &tree.elements[index];
        let looks = WebLooks::of(element, &tree.classes);
        if looks.hidden {
            self.left.add(message!("left-hidden-words"));
            return;
        }
        if let Some(found) = undecided::of(tree, element) {
            self.left.add(found.what);
            if !found.stays {
                return;
            }
        }
        let context = WebContext { looks: context.looks.with(looks), link: context.link.clone() };
        self.anchors
            .extend([element.attribute("id"), element.attribute("name")].into_iter().flatten().map(str::to_owned));
        match element.name.as_str() {
            "br" => self.pieces.push(TextPiece::Break),
            "img" => self.picture(element),
            "input" => {
                if element.attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox")) {
                    let on = element.attribute("checked").is_some();
                    self.words(if on { "☒ " } else { "☐ " }, &WebContext::default());
                }
            }
            "a" => self.link(index, element, &context),
            "b" | "strong" | "em" | "i" | "ins" | "s" | "strike" | "del" | "span" | "sup" | "sub" | "code" | "kbd"
            | "samp" | "tt" => {
                if looks.sign_of_point {
                    self.sign_of_point(index);
                } else {
                    self.blocks(index, &context);
                }
            }
            _ => self.block(index, element, &context),
        }
    }

    fn block(&mut self, index: usize, element: &'a WebElement, context: &WebContext) {
        let anchors = std::mem::take(&mut self.anchors);
        self.paragraph_ends(None);
        self.anchors = anchors;
        let mut kind = None;
        match element.name.as_str() {
            "ul" | "ol" => return self.list(index, element, context),
            "li" => self.point = Some(self.next_point()),
            "table" => return self.table(index, context),
            "hr" => self.flow.block(TextBlock::Rule),
            "pre" => return self.code(index),
            "blockquote" => {
                self.quotes += 1;
                self.blocks(index, context);
                self.paragraph_ends(None);
                self.quotes -= 1;
                return;
            }
            name => {
                let level = name.strip_prefix('h').and_then(|level| level.parse().ok());
                kind = level.filter(|level| (1..=6).contains(level)).map(FlowKind::Heading);
                let has = |class: &str| {
                    element.attribute("class").is_some_and(|it| it.split_whitespace().any(|it| it == class))
                };
                if name == "p" && (has("title") || has("MsoTitle")) {
                    kind = Some(FlowKind::Title);
                }
                self.point = looks::point_of(element).or(self.point);
            }
        }
        self.blocks(index, context);
        self.paragraph_ends(kind);
    }

    /// Gives what was gathered to the text.
    fn paragraph_ends(&mut self, kind: Option<FlowKind>) {
        let content = std::mem::take(&mut self.pieces);
        let anchors = std::mem::take(&mut self.anchors);
        let content_is_blank = clean::content(content.clone()).is_empty();
        if content_is_blank {
            return;
        }
        if let Some(note) = self.note.take() {
            let content = clean::content(content);
            self.document.notes[note].push(TextBlock::Paragraph(content));
            return;
        }
        let point = self.point.take().map(FlowKind::Item);
        let kind = kind.or(point).unwrap_or(match (self.lists.is_empty(), self.quotes) {
            (false, _) => FlowKind::Continued,
            (true, 0) => FlowKind::Body,
            (true, _) => FlowKind::Quote,
        });
        self.flow.paragraph(FlowParagraph { kind, content, anchors }, self.left);
    }

    fn words(&mut self, raw: &str, context: &WebContext) {
        let text = clean::text(raw);
        let text = match (context.looks.above, context.looks.below) {
            (true, _) => clean::raised(&text),
            (_, true) => clean::lowered(&text),
            _ => Cow::Borrowed(&*text),
        };
        let (style, link) = (context.looks.style, context.link.clone());
        self.pieces.push(TextPiece::Run(TextRun { text: text.into_owned(), style, link }));
    }

    fn list(&mut self, index: usize, element: &WebElement, context: &WebContext) {
        let start = element.attribute("start").and_then(|start| start.parse().ok()).unwrap_or(1);
        let level = looks::level_of(element).unwrap_or(self.lists.len());
        self.lists.push(OpenWebList { level, next: (element.name == "ol").then_some(start) });
        self.blocks(index, context);
        self.paragraph_ends(None);
        self.lists.pop();
        self.point = None;
    }

    fn next_point(&mut self) -> FlowItem {
        let Some(list) = self.lists.last_mut() else { return FlowItem::default() };
        let number = list.next;
        list.next = number.map(|number: u64| number.saturating_add(1));
        FlowItem { level: list.level, number, done: None }
    }

    /// The sign that Word writes before a point: its number is in it.
    fn sign_of_point(&mut self, index: usize) {
        let sign = self.all_text(index);
        let digits: String = sign.trim().trim_end_matches(['.', ')']).to_owned();
        if let Some(point) = &mut self.point {
            point.number = digits.parse().ok();
        }
    }

    fn link(&mut self, index: usize, element: &WebElement, context: &WebContext) {
        let Some(address) = element.attribute("href") else { return self.blocks(index, context) };
        if let Some(partner) = self.partner(element, address) {
            return match self.notes.get(&index) {
                // The words of a note start with the way back.
                Some(note) => self.note = Some(*note),
                None => {
                    let next = self.document.notes.len();
                    let note = *self.notes.entry(partner).or_insert(next);
                    if note == next {
                        self.document.notes.push(Vec::new());
                    }
                    self.pieces.push(TextPiece::Note(note));
                }
            };
        }
        let link = clean::address(address).map_err(|why| self.left.add(why)).ok();
        self.blocks(index, &WebContext { looks: context.looks, link });
    }

    /// The link that leads back to this one, where there is one: then one of them is the mark of a note.
    fn partner(&self, element: &WebElement, address: &str) -> Option<usize> {
        let there = *self.places.get(address.strip_prefix('#')?)?;
        let back = self.tree.elements.get(there)?.attribute("href")?.strip_prefix('#')?;
        let own = [element.attribute("id"), element.attribute("name")];
        own.contains(&Some(back)).then_some(there)
    }

    fn picture(&mut self, element: &WebElement) {
        let Some(address) = element.attribute("src").filter(|address| !address.is_empty()) else {
            self.left.add(message!("left-picture-elsewhere"));
            return;
        };
        let alt = clean::text(element.attribute("alt").unwrap_or_default()).trim().to_owned();
        let picture = NamedPicture { part: address.to_owned(), alt, decorative: false, file: None };
        let piece = self.document.picture(picture);
        self.pieces.push(piece);
    }

    fn code(&mut self, index: usize) {
        let text = self.all_text(index);
        let lines: Vec<String> = text.lines().map(|line| clean::text(line).trim_end().to_owned()).collect();
        self.flow.block(TextBlock::Code(lines.join("\n").trim_matches('\n').to_owned()));
    }

    /// All words below an element, as they are.
    fn all_text(&self, index: usize) -> String {
        let mut out = String::new();
        let mut open = vec![self.tree.elements[index].children.iter()];
        while let Some(last) = open.last_mut() {
            match last.next() {
                Some(WebChild::Text(text)) => out.push_str(text),
                Some(WebChild::Element(index)) => {
                    let Some(element) = self.tree.elements.get(*index) else { continue };
                    if element.name == "br" {
                        out.push('\n');
                    }
                    open.push(element.children.iter());
                }
                None => {
                    open.pop();
                }
            }
        }
        out
    }

    fn table(&mut self, index: usize, context: &WebContext) {
        self.left.settle("");
        let outer = (std::mem::take(&mut self.flow), std::mem::take(&mut self.lists), self.point.take());
        self.tables += 1;
        let mut grid = TextGrid::default();
        self.rows(index, &mut grid, context);
        self.tables -= 1;
        (self.flow, self.lists, self.point) = outer;
        self.pieces = std::mem::take(&mut self.caption);
        self.paragraph_ends(Some(FlowKind::Body));
        if self.tables > 0 {
            self.left.add(message!("left-tables-inside"));
        }
        grid.finish(&mut self.flow, self.left);
    }

    fn rows(&mut self, index: usize, grid: &mut TextGrid, context: &WebContext) {
        let tree = self.tree;
        for child in &tree.elements[index].children {
            let WebChild::Element(index) = *child else { continue };
            let Some(element) = tree.elements.get(index) else { continue };
            match element.name.as_str() {
                "tr" => {
                    grid.row(0);
                    self.cells(index, grid, context);
                    grid.end_row();
                }
                // The words above a table stand before it.
                "caption" => {
                    let table = std::mem::take(&mut self.pieces);
                    self.blocks(index, context);
                    self.caption = std::mem::replace(&mut self.pieces, table);
                }
                _ => self.rows(index, grid, context),
            }
        }
    }

    fn cells(&mut self, index: usize, grid: &mut TextGrid, context: &WebContext) {
        let tree = self.tree;
        for child in &tree.elements[index].children {
            let WebChild::Element(index) = *child else { continue };
            let Some(element) = tree.elements.get(index).filter(|it| matches!(it.name.as_str(), "td" | "th")) else {
                continue;
            };
            let count =
                |key| element.attribute(key).and_then(|count| count.trim().parse().ok()).unwrap_or(1).clamp(1, 1000);
            self.flow = Flow::default();
            self.blocks(index, context);
            self.paragraph_ends(None);
            let blocks = std::mem::take(&mut self.flow).finish();
            grid.cell(GridCell { blocks, span: count("colspan"), below: false, rows: count("rowspan") });
        }
    }
}
