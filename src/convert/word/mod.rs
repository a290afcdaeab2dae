//! Documents of Word (Office Open XML, ECMA-376, part 1): packages and what their body holds. Names of styles are compared in
//! English, which the format prescribes for the built-in ones whatever language Word speaks. Knows nothing of Markdown.

mod numbering;
mod paragraph;
mod relations;
mod runs;
mod styles;
mod table;

use std::collections::BTreeMap;

use roxmltree::Node;

use super::archive::PartArchive;
use super::flow::Flow;
use super::left::{CHANGES, LeftOuts};
use super::model::{TextBlock, TextDocument, TextPiece};
use super::parts::{attribute, child, elements, inside, parse, text};
use super::{ConvertFault, refused};
use crate::message;
use numbering::Numbering;
use relations::WordRelations;
use runs::WordField;
use styles::WordStyles;

/// Namespaces of the elements that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WordSpace {
    /// The text.
    Word,
    /// What readers of several versions understand.
    Compatibility,
    Formula,
    /// Drawings of before 2007.
    OldDrawing,
    Other,
}

/// The namespace and the name of an element.
fn tag<'a>(node: Node<'a, '_>) -> (WordSpace, &'a str) {
    let name = node.tag_name();
    let space = match name.namespace().unwrap_or_default() {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        | "http://purl.oclc.org/ooxml/wordprocessingml/main" => WordSpace::Word,
        "http://schemas.openxmlformats.org/markup-compatibility/2006" => WordSpace::Compatibility,
        "http://schemas.openxmlformats.org/officeDocument/2006/math"
        | "http://purl.oclc.org/ooxml/officeDocument/math" => WordSpace::Formula,
        "urn:schemas-microsoft-com:vml" | "urn:schemas-microsoft-com:office:office" => WordSpace::OldDrawing,
        _ => WordSpace::Other,
    };
    (space, name.name())
}

/// Whether a property is set: `<w:b/>`, `<w:b w:val="1"/>`.
fn is_on(node: Node<'_, '_>) -> bool {
    !matches!(attribute(node, "val"), Some("0" | "false" | "off" | "none"))
}

/// The value of a property: `<w:pStyle w:val="…"/>`.
fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    child(node, name).and_then(|node| attribute(node, "val"))
}

/// Whether an archive is a document of Word that can be read.
pub(super) fn accepts(archive: &mut PartArchive<'_>) -> Result<(), ConvertFault> {
    let types = text(archive, "[Content_Types].xml")?.unwrap_or_default();
    let has = |kind: &str| types.contains(kind);
    let save = message!("convert-word-docx-help");
    if archive.names().any(|name| name.ends_with("vbaProject.bin")) || has("macroEnabled") {
        return Err(refused(message!("convert-macros"), save));
    }
    if has("spreadsheetml.sheet.main") || has("presentationml.presentation.main") {
        return Err(refused(message!("convert-sheet"), message!("convert-sheet-help")));
    }
    if !has("wordprocessingml.document.main") && !has("wordprocessingml.template.main") {
        return Err(refused(message!("convert-no-word"), save));
    }
    Ok(())
}

/// Reads a document.
pub(super) fn read(archive: &mut PartArchive<'_>, left: &mut LeftOuts) -> Result<TextDocument, ConvertFault> {
    let package = text(archive, "_rels/.rels")?.unwrap_or_default();
    let package = WordRelations::read(&package, "_rels/.rels", "")?;
    let main = package.of_kind("officeDocument").unwrap_or("word/document.xml").to_owned();
    let relations = part_relations(archive, &main)?;
    let related = |kind: &str, usual: &str| relations.of_kind(kind).unwrap_or(usual).to_owned();
    let names = ["styles", "numbering", "footnotes", "endnotes"].map(|kind| related(kind, &format!("word/{kind}.xml")));
    let body = text(archive, &main)?
        .ok_or_else(|| refused(message!("convert-no-text-part"), message!("convert-word-other-name-help")))?;
    let mut texts = Vec::new();
    for name in &names {
        texts.push(text(archive, name)?.unwrap_or_default());
    }
    let note_relations = [part_relations(archive, &names[2])?, part_relations(archive, &names[3])?];
    let styles = if texts[0].is_empty() { None } else { Some(parse(&texts[0], &names[0])?) };
    let numbering = if texts[1].is_empty() { None } else { Some(parse(&texts[1], &names[1])?) };
    let mut notes = Vec::new();
    for (at, relations) in [2, 3].into_iter().zip(&note_relations) {
        let document = if texts[at].is_empty() { None } else { Some(parse(&texts[at], &names[at])?) };
        notes.push((document, relations));
    }
    let body = parse(&body, &main)?;
    let styles = styles.as_ref().map(|document| WordStyles::read(document.root_element())).unwrap_or_default();
    let numbering = numbering.as_ref().map(|document| Numbering::read(document.root_element())).unwrap_or_default();
    let mut reader = WordReader::new(&styles, numbering, &relations, left);
    if let Some(body) = inside(body.root_element(), "body") {
        reader.blocks(body);
    }
    reader.headers(archive, &relations)?;
    let mut document = reader.document();
    // Notes are read in the order of their marks; a mark in a note is none.
    for wanted in std::mem::take(&mut reader.notes) {
        let (part, relations) = &notes[usize::from(wanted.end)];
        let root = part.as_ref().map(|document| document.root_element());
        document.notes.push(reader.note(root, &wanted.id, relations));
    }
    document.pictures = std::mem::take(&mut reader.document.pictures);
    Ok(document)
}

/// What a part leads to.
fn part_relations(archive: &mut PartArchive<'_>, part: &str) -> Result<WordRelations, ConvertFault> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let file = if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
    let text = text(archive, &file)?.unwrap_or_default();
    WordRelations::read(&text, &file, folder)
}

/// A note that the text refers to.
struct WantedNote {
    id: String,
    /// Whether it stands at the end of the document.
    end: bool,
}

/// What is known while a document is read.
struct WordReader<'a, 'input> {
    styles: &'a WordStyles<'a>,
    numbering: Numbering,
    relations: &'a WordRelations,
    left: &'a mut LeftOuts,
    flow: Flow,
    /// Pieces of the paragraph that is being read.
    pieces: Vec<TextPiece>,
    /// Names of places in it.
    anchors: Vec<String>,
    /// Fields that are open; one may go on over several paragraphs.
    fields: Vec<WordField>,
    /// Text boxes of the paragraph, which follow it.
    boxes: Vec<Node<'a, 'input>>,
    notes: Vec<WantedNote>,
    /// By id, which notes have an index.
    note_indexes: BTreeMap<(bool, String), usize>,
    in_note: bool,
    /// Tables that are open.
    tables: usize,
    document: TextDocument,
}

impl<'a, 'input> WordReader<'a, 'input> {
    fn new(
        styles: &'a WordStyles<'a>,
        numbering: Numbering,
        relations: &'a WordRelations,
        left: &'a mut LeftOuts,
    ) -> Self {
        Self {
            styles,
            numbering,
            relations,
            left,
            flow: Flow::default(),
            pieces: Vec::new(),
            anchors: Vec::new(),
            fields: Vec::new(),
            boxes: Vec::new(),
            notes: Vec::new(),
            note_indexes: BTreeMap::new(),
            in_note: false,
            tables: 0,
            document: TextDocument::default(),
        }
    }

    /// Reads the paragraphs and tables below a node.
    fn blocks(&mut self, parent: Node<'a, 'input>) {
        for node in elements(parent) {
            if self.flow.too_large() {
                return;
            }
            match tag(node) {
                (WordSpace::Word, "p") | (WordSpace::Formula, _) => self.paragraph(node),
                (WordSpace::Word, "tbl") => self.table(node),
                (WordSpace::Word, "sdt") => self.control(node),
                (WordSpace::Word, "ins" | "moveTo") => {
                    self.left.add(CHANGES);
                    self.blocks(node);
                }
                (WordSpace::Word, "del" | "moveFrom") => self.left.add(CHANGES),
                (WordSpace::Word, "customXml" | "sdtContent" | "smartTag" | "dir" | "bdo") => self.blocks(node),
                (WordSpace::Word, "bookmarkStart") => self.anchors.extend(attribute(node, "name").map(str::to_owned)),
                (WordSpace::Word, "altChunk") => self.left.add(message!("left-embedded-parts")),
                (WordSpace::Compatibility, "AlternateContent") => {
                    if let Some(choice) = elements(node).next() {
                        self.blocks(choice);
                    }
                }
                _ => {}
            }
        }
    }

    /// A control for content around whole paragraphs; a table of contents is one.
    fn control(&mut self, node: Node<'a, 'input>) {
        let properties = child(node, "sdtPr");
        let gallery = properties.and_then(|it| inside(it, "docPartGallery")).and_then(|it| attribute(it, "val"));
        if gallery == Some("Table of Contents") || properties.is_some_and(|it| child(it, "showingPlcHdr").is_some()) {
            return;
        }
        if let Some(content) = child(node, "sdtContent") {
            self.blocks(content);
        }
    }

    /// The text so far.
    fn document(&mut self) -> TextDocument {
        self.left.settle("");
        let mut flow = std::mem::take(&mut self.flow);
        let too_large = flow.too_large();
        TextDocument { title: flow.title(), blocks: flow.finish(), too_large, ..TextDocument::default() }
    }

    /// The blocks of a note.
    fn note(&mut self, part: Option<Node<'a, 'input>>, id: &str, relations: &'a WordRelations) -> Vec<TextBlock> {
        let (own, outer) = (std::mem::replace(&mut self.relations, relations), std::mem::take(&mut self.flow));
        self.in_note = true;
        let found = part.and_then(|part| elements(part).find(|note| attribute(*note, "id") == Some(id)));
        if let Some(note) = found {
            self.blocks(note);
        }
        self.in_note = false;
        self.relations = own;
        std::mem::replace(&mut self.flow, outer).finish()
    }

    /// Tells of headers and footers that say something.
    fn headers(&mut self, archive: &mut PartArchive<'_>, relations: &WordRelations) -> Result<(), ConvertFault> {
        let parts = relations.all_of_kind("header").chain(relations.all_of_kind("footer"));
        let mut parts: Vec<String> = parts.map(str::to_owned).collect();
        parts.truncate(20);
        for name in parts {
            let Some(text) = text(archive, &name)? else { continue };
            let document = parse(&text, &name)?;
            let mut words = document.descendants().filter(|node| tag(*node) == (WordSpace::Word, "t"));
            if words.any(|node| node.text().is_some_and(|text| text.trim().chars().any(char::is_alphabetic))) {
                self.left.add_whole(message!("left-headers-footers"));
                return Ok(());
            }
        }
        Ok(())
    }
}
