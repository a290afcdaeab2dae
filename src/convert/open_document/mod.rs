//! Documents of `LibreOffice` and others (`OpenDocument` 1.3, ISO/IEC 26300): packages and what their text holds. Knows nothing of
//! Markdown.

mod lists;
mod spans;
mod styles;

use std::collections::BTreeSet;

use roxmltree::Node;

use super::archive::PartArchive;
use super::flow::{Flow, FlowItem, FlowKind, FlowParagraph};
use super::left::{CHANGES, LeftOuts};
use super::model::{TextDocument, TextPiece};
use super::parts::{attribute, child, elements, inside, number, parse, text};
use super::table::{GridCell, TextGrid};
use super::{ConvertFault, refused};
use crate::message;
use lists::OpenLists;
use styles::{OpenStyles, ParagraphRole};

/// Times that a cell or a row may say that it is repeated: empty ones are repeated a million times by some programs.
const MOST_REPEATED: u64 = 60;

/// The name of an element; names of this format do not stand in two namespaces with two meanings.
fn name<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

/// Whether an archive is a document that can be read.
pub(super) fn accepts(archive: &mut PartArchive<'_>) -> Result<(), ConvertFault> {
    let kind = text(archive, "mimetype")?.unwrap_or_default();
    let manifest = text(archive, "META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(refused(message!("convert-locked"), message!("convert-locked-help")));
    }
    if archive.names().any(|name| name.starts_with("Basic/") || name.starts_with("Scripts/")) {
        let help = message!("convert-macros-docx-help");
        return Err(refused(message!("convert-macros"), help));
    }
    match kind.trim() {
        "application/vnd.oasis.opendocument.text" | "application/vnd.oasis.opendocument.text-template" => Ok(()),
        _ => Err(refused(message!("convert-sheet-drawing"), message!("convert-sheet-help"))),
    }
}

/// Reads a document.
pub(super) fn read(archive: &mut PartArchive<'_>, left: &mut LeftOuts) -> Result<TextDocument, ConvertFault> {
    let content = text(archive, "content.xml")?.unwrap_or_default();
    let named = text(archive, "styles.xml")?.unwrap_or_default();
    let content = parse(&content, "content.xml")?;
    let named = if named.is_empty() { None } else { Some(parse(&named, "styles.xml")?) };
    let mut styles = OpenStyles::default();
    if let Some(named) = &named {
        styles.read(named.root_element());
        let mut words = named.descendants().filter(|node| matches!(name(*node), "header" | "footer"));
        if words
            .any(|node| node.descendants().any(|it| it.text().is_some_and(|it| it.chars().any(char::is_alphabetic))))
        {
            left.add_whole(message!("left-headers-footers"));
        }
    }
    styles.read(content.root_element());
    let mut reader = OpenReader {
        styles: &styles,
        left,
        flow: Flow::default(),
        lists: OpenLists::default(),
        pieces: Vec::new(),
        anchors: Vec::new(),
        boxes: Vec::new(),
        changes: BTreeSet::new(),
        in_note: false,
        tables: 0,
        document: TextDocument::default(),
    };
    if let Some(body) = inside(content.root_element(), "text") {
        reader.blocks(body, None);
    }
    reader.left.settle("");
    let mut document = reader.document;
    document.too_large = reader.flow.too_large();
    document.title = reader.flow.title();
    document.blocks = reader.flow.finish();
    Ok(document)
}

/// What is known while a document is read.
struct OpenReader<'a, 'input> {
    styles: &'a OpenStyles<'a>,
    left: &'a mut LeftOuts,
    flow: Flow,
    lists: OpenLists,
    /// Pieces of the paragraph that is being read.
    pieces: Vec<TextPiece>,
    /// Names of places in it.
    anchors: Vec<String>,
    /// Text boxes of the paragraph, which follow it.
    boxes: Vec<Node<'a, 'input>>,
    /// Ids of tracked changes that put words in or took them out.
    changes: BTreeSet<&'a str>,
    in_note: bool,
    /// Tables that are open.
    tables: usize,
    document: TextDocument,
}

impl<'a, 'input> OpenReader<'a, 'input> {
    /// Reads the blocks below a node. The first paragraph of a point of a list is that point.
    fn blocks(&mut self, parent: Node<'a, 'input>, mut point: Option<FlowItem>) {
        let in_list = point.is_some();
        for node in elements(parent) {
            if self.flow.too_large() {
                return;
            }
            match name(node) {
                "p" => {
                    let first = point.take().map(FlowKind::Item);
                    let kind = first.or(in_list.then_some(FlowKind::Continued));
                    self.paragraph(node, kind);
                }
                "h" => self.heading(node),
                "list" => self.list(node),
                "table" => self.table(node),
                "section" if attribute(node, "display") == Some("none") => self.left.add(message!("left-hidden-words")),
                "section" | "numbered-paragraph" | "index-body" => self.blocks(node, None),
                "tracked-changes" => self.tracked(node),
                "change-start" | "change" => self.change(node),
                "frame" | "custom-shape" | "g" | "rect" | "a" => {
                    self.inline(node, &spans::SpanContext::default());
                    self.paragraph_ends(FlowKind::Body);
                }
                "bookmark" | "bookmark-start" => self.anchors.extend(attribute(node, "name").map(str::to_owned)),
                // Indexes are made of the text, and a page has a table of contents of its own.
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, node: Node<'a, 'input>, kind: Option<FlowKind>) {
        let style = self.styles.paragraph(attribute(node, "style-name"));
        let kind = match (style.role, kind) {
            (ParagraphRole::Title, _) => FlowKind::Title,
            (ParagraphRole::Heading(level), None) => FlowKind::Heading(level),
            (ParagraphRole::Quote, None) => FlowKind::Quote,
            (_, Some(kind)) => kind,
            (_, None) => FlowKind::Body,
        };
        let plain = matches!(kind, FlowKind::Title | FlowKind::Heading(_));
        let looks = if plain { styles::SpanLooks::default() } else { style.looks };
        if style.looks.hidden == Some(true) {
            self.left.add(message!("left-hidden-words"));
            return;
        }
        self.inline(node, &spans::SpanContext { looks, link: None });
        self.paragraph_ends(kind);
    }

    fn heading(&mut self, node: Node<'a, 'input>) {
        let level = number(attribute(node, "outline-level")).unwrap_or(1);
        self.inline(node, &spans::SpanContext::default());
        self.paragraph_ends(FlowKind::Heading(u8::try_from(level.clamp(1, 9)).unwrap_or(9)));
    }

    /// Gives what was gathered to the text, and then the text boxes that stood in it.
    fn paragraph_ends(&mut self, kind: FlowKind) {
        let content = std::mem::take(&mut self.pieces);
        let anchors = std::mem::take(&mut self.anchors);
        self.flow.paragraph(FlowParagraph { kind, content, anchors }, self.left);
        for text_box in std::mem::take(&mut self.boxes) {
            self.left.add(message!("left-text-boxes"));
            self.blocks(text_box, None);
        }
    }

    fn list(&mut self, node: Node<'a, 'input>) {
        let level = self.lists.open(node, self.styles);
        for item in elements(node) {
            match name(item) {
                // A point that only holds a deeper list has no sign of its own, and does not count.
                "list-item" if elements(item).next().is_some_and(|first| name(first) == "list") => {
                    self.blocks(item, None);
                }
                "list-item" => {
                    let point = self.lists.next(item, self.styles, level);
                    if point.other_form {
                        self.left.add(message!("left-list-letters"));
                    }
                    let point = FlowItem { level, number: point.number, done: point.done };
                    self.blocks(item, Some(point));
                }
                "list-header" => self.blocks(item, Some(FlowItem { level, ..FlowItem::default() })),
                _ => {}
            }
        }
        self.lists.close();
    }

    fn table(&mut self, node: Node<'a, 'input>) {
        self.left.settle("");
        let (outer, lists) = (std::mem::take(&mut self.flow), std::mem::take(&mut self.lists));
        self.tables += 1;
        let mut grid = TextGrid::default();
        self.rows(node, &mut grid);
        self.tables -= 1;
        (self.flow, self.lists) = (outer, lists);
        if self.tables > 0 {
            self.left.add(message!("left-tables-inside"));
        }
        grid.finish(&mut self.flow, self.left);
    }

    fn rows(&mut self, parent: Node<'a, 'input>, grid: &mut TextGrid) {
        for node in elements(parent) {
            match name(node) {
                "table-row" => {
                    grid.row(0);
                    self.cells(node, grid);
                    grid.end_row();
                }
                "table-header-rows" | "table-rows" | "table-row-group" => self.rows(node, grid),
                _ => {}
            }
        }
    }

    fn cells(&mut self, row: Node<'a, 'input>, grid: &mut TextGrid) {
        // A cell that is covered from the left was counted with that cell; one from above has been filled in.
        for node in elements(row).filter(|node| name(*node) == "table-cell") {
            let count = |key| number(attribute(node, key)).unwrap_or(1).clamp(1, MOST_REPEATED);
            let (span, rows) = (count("number-columns-spanned"), count("number-rows-spanned"));
            for _ in 0..count("number-columns-repeated") {
                self.flow = Flow::default();
                self.blocks(node, None);
                let blocks = std::mem::take(&mut self.flow).finish();
                grid.cell(GridCell { blocks, span, below: false, rows });
            }
        }
    }

    /// Takes note of changes that are tracked. Words that were taken out are kept here and not in the text.
    fn tracked(&mut self, node: Node<'a, 'input>) {
        for region in elements(node).filter(|region| name(*region) == "changed-region") {
            if child(region, "insertion").or_else(|| child(region, "deletion")).is_some() {
                self.changes.extend(attribute(region, "id"));
            }
        }
    }

    /// A place in the text where a change starts.
    fn change(&mut self, node: Node<'_, '_>) {
        if attribute(node, "change-id").is_some_and(|id| self.changes.contains(id)) {
            self.left.add(CHANGES);
        }
    }
}
