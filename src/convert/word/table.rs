//! Tables of a document of Word: rows of cells, merged ones among them. Knows nothing of Markdown.

use roxmltree::Node;

use super::{WordReader, WordSpace, tag, value};
use crate::convert::flow::Flow;
use crate::convert::left::CHANGES;
use crate::convert::parts::{attribute, child, elements, number};
use crate::convert::table::{GridCell, TextGrid};
use crate::message;

impl<'a, 'input> WordReader<'a, 'input> {
    pub(super) fn table(&mut self, node: Node<'a, 'input>) {
        self.left.settle("");
        let outer = std::mem::take(&mut self.flow);
        self.tables += 1;
        let mut grid = TextGrid::default();
        self.rows(node, &mut grid);
        self.tables -= 1;
        self.flow = outer;
        if self.tables > 0 {
            self.left.add(message!("left-tables-inside"));
        }
        grid.finish(&mut self.flow, self.left);
    }

    fn rows(&mut self, parent: Node<'a, 'input>, grid: &mut TextGrid) {
        for node in elements(parent) {
            match tag(node) {
                (WordSpace::Word, "tr") => {
                    let properties = child(node, "trPr");
                    let mark = |name| properties.is_some_and(|it| child(it, name).is_some());
                    if mark("ins") || mark("del") {
                        self.left.add(CHANGES);
                    }
                    let before = properties.and_then(|it| number(value(it, "gridBefore"))).unwrap_or(0);
                    if !mark("del") {
                        grid.row(before);
                        self.cells(node, grid);
                    }
                }
                (WordSpace::Word, "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo") => self.rows(node, grid),
                _ => {}
            }
        }
    }

    fn cells(&mut self, parent: Node<'a, 'input>, grid: &mut TextGrid) {
        for node in elements(parent) {
            match tag(node) {
                (WordSpace::Word, "tc") => {
                    let properties = child(node, "tcPr");
                    let span = properties.and_then(|it| number(value(it, "gridSpan"))).unwrap_or(1);
                    let merge = properties.and_then(|it| child(it, "vMerge"));
                    let below = merge.is_some_and(|it| attribute(it, "val") != Some("restart"));
                    let mark = |name| properties.is_some_and(|it| child(it, name).is_some());
                    if ["cellIns", "cellDel", "cellMerge"].into_iter().any(mark) {
                        self.left.add(CHANGES);
                    }
                    self.flow = Flow::default();
                    self.blocks(node);
                    let blocks = std::mem::take(&mut self.flow).finish();
                    grid.cell(GridCell { blocks, span, below, rows: 1 });
                }
                (WordSpace::Word, "sdt" | "sdtContent" | "customXml") => self.cells(node, grid),
                _ => {}
            }
        }
    }
}
