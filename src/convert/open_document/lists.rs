//! Lists of a document in `OpenDocument`, and how far each has counted. Knows nothing of paragraphs.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::styles::OpenStyles;
use crate::convert::parts::{attribute, number};

/// A list that is open.
#[derive(Debug)]
struct OpenList {
    style: Option<String>,
    /// The number of the next point.
    next: Option<u64>,
}

/// A point of a list.
#[derive(Debug)]
pub(super) struct OpenPoint {
    pub(super) number: Option<u64>,
    pub(super) done: Option<bool>,
    pub(super) other_form: bool,
}

/// The lists that are open, the outermost first, and where those before them ended.
#[derive(Debug, Default)]
pub(super) struct OpenLists {
    open: Vec<OpenList>,
    /// By style and level, the number of the next point.
    counted: BTreeMap<(Option<String>, usize), u64>,
}

impl OpenLists {
    /// Opens a list; gives its level from 0.
    pub(super) fn open(&mut self, node: Node<'_, '_>, styles: &OpenStyles<'_>) -> usize {
        let level = self.open.len();
        let own = attribute(node, "style-name").map(str::to_owned);
        let style = own.or_else(|| self.open.last().and_then(|outer| outer.style.clone()));
        let goes_on =
            attribute(node, "continue-numbering") == Some("true") || attribute(node, "continue-list").is_some();
        let found = styles.list_level(style.as_deref(), level);
        let counted = self.counted.get(&(style.clone(), level)).copied().filter(|_| goes_on);
        let next = found.numbered.then(|| counted.unwrap_or(found.start));
        self.open.push(OpenList { style, next });
        level
    }

    /// Counts a point of the innermost list.
    pub(super) fn next(&mut self, item: Node<'_, '_>, styles: &OpenStyles<'_>, level: usize) -> OpenPoint {
        let Some(list) = self.open.last_mut() else {
            return OpenPoint { number: None, done: None, other_form: false };
        };
        let found = styles.list_level(list.style.as_deref(), level);
        let start = number(attribute(item, "start-value"));
        let number = list.next.map(|next| start.unwrap_or(next));
        list.next = number.map(|number| number.saturating_add(1));
        let done = match found.sign.as_str() {
            "☐" | "□" | "\u{f0a8}" | "\u{f06f}" => Some(false),
            "☑" | "☒" | "\u{f0fe}" | "\u{f0fd}" => Some(true),
            _ => None,
        };
        OpenPoint { number, done, other_form: found.other_form }
    }

    /// Closes the innermost list.
    pub(super) fn close(&mut self) {
        let Some(list) = self.open.pop() else { return };
        if let Some(next) = list.next {
            self.counted.insert((list.style, self.open.len()), next);
        }
    }
}
