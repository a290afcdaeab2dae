//! What goes from a YAML text when keys and items are taken out of it. Knows nothing of other changes.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::layout::{Layout, LayoutItem, LayoutStyle, line_end, line_start};
use super::{Node, Value};

/// Indexes that go, by the path of the collection that they are in.
pub(super) type Gone<'g> = BTreeMap<&'g [usize], BTreeSet<usize>>;

pub(super) fn by_parent(gone: &BTreeSet<Vec<usize>>) -> Gone<'_> {
    let mut by_parent = Gone::new();
    for (last, parent) in gone.iter().filter_map(|path| path.split_last()) {
        by_parent.entry(parent).or_default().insert(*last);
    }
    by_parent
}

/// A collection from which something goes.
pub(super) struct CutFrom<'l> {
    pub(super) layout: &'l Layout,
    /// Behind its key or dash; none at the root.
    pub(super) behind: Option<usize>,
}

/// What goes from a text, while it is gathered.
pub(super) struct Cuts<'t> {
    pub(super) text: &'t str,
    pub(super) changes: Vec<(Range<usize>, String)>,
}

impl Cuts<'_> {
    /// Takes from the tree what goes, and notes what that is in the text.
    pub(super) fn remove(&mut self, from: &CutFrom<'_>, node: &mut Node, gone: &Gone<'_>, path: &mut Vec<usize>) {
        let layout = from.layout;
        let here = gone.get(path.as_slice());
        let goes = |index: usize| here.is_some_and(|here| here.contains(&index));
        let mut children: Vec<&mut Node> = match &mut node.value {
            Value::Map(entries) => entries.iter_mut().map(|(_, value)| value).collect(),
            Value::List(items) => items.iter_mut().collect(),
            _ => return,
        };
        for (index, (item, child)) in layout.items.iter().zip(&mut children).enumerate() {
            if !goes(index) {
                path.push(index);
                let inner = CutFrom { layout: &item.value, behind: Some(item.value_start) };
                self.remove(&inner, child, gone, path);
                path.pop();
            }
        }
        let Some(here) = here else { return };
        let empty = if matches!(node.value, Value::Map(_)) { "{}" } else { "[]" };
        self.cut(from, here, empty);
        let mut index = 0..;
        let mut stays = || index.next().is_none_or(|index| !goes(index));
        match &mut node.value {
            Value::Map(entries) => entries.retain(|_| stays()),
            Value::List(items) => items.retain(|_| stays()),
            _ => {}
        }
    }

    fn cut(&mut self, from: &CutFrom<'_>, gone: &BTreeSet<usize>, empty: &str) {
        let CutFrom { layout, behind } = *from;
        let items = &layout.items;
        match layout.style {
            LayoutStyle::Scalar => {}
            LayoutStyle::Flow if gone.len() == items.len() => {
                self.changes.push((layout.range.start + 1..layout.range.end - 1, String::new()));
            }
            LayoutStyle::Flow => runs(gone).for_each(|run| self.cut_flow(items, &run)),
            LayoutStyle::Block if gone.len() == items.len() => self.empty_block(layout, empty, behind),
            LayoutStyle::Block => runs(gone).for_each(|run| self.cut_block(items, &run)),
        }
    }

    /// Items in brackets that follow each other: up to the next one, or from the one before.
    fn cut_flow(&mut self, items: &[LayoutItem], run: &Range<usize>) {
        let (start, end) = (items[run.start].range.start, items[run.end - 1].range.end);
        if let Some(next) = items.get(run.end) {
            return self.changes.push((start..next.range.start, String::new()));
        }
        let before = items[run.start - 1].range.end;
        if self.text[before..start].contains('#') {
            // The comment is one on the item before; its comma may stay.
            let rest = &self.text[end..];
            let comma = rest.len() - rest.trim_start_matches([' ', '\r', '\n']).len();
            let end = if rest[comma..].starts_with(',') { end + comma + 1 } else { end };
            return self.changes.push((start..end, String::new()));
        }
        self.changes.push((before..end, String::new()));
    }

    /// Items on lines of their own: the lines, or where the first of them stands behind a dash, up to the next one.
    fn cut_block(&mut self, items: &[LayoutItem], run: &Range<usize>) {
        let first = &items[run.start];
        let shares_line = !self.text[line_start(self.text, first.range.start)..first.range.start].trim().is_empty();
        if shares_line && let Some(next) = items.get(run.end) {
            return self.changes.push((first.range.start..next.range.start, String::new()));
        }
        for item in &items[run.clone()] {
            let start = line_start(self.text, item.range.start);
            self.changes.push((start..line_end(self.text, item.range.end), String::new()));
        }
    }

    /// A block of which nothing is left: its key says so, or its dash, behind which that is written.
    fn empty_block(&mut self, layout: &Layout, empty: &str, behind: Option<usize>) {
        let Some(first) = layout.items.first() else { return };
        let line = line_start(self.text, first.range.start);
        let shares_line = !self.text[line..first.range.start].trim().is_empty();
        if shares_line {
            return self.changes.push((layout.range.clone(), empty.to_owned()));
        }
        let end = line_end(self.text, layout.range.end);
        let Some(behind) = behind else {
            let newline = if self.text[..end].ends_with('\n') { "\n" } else { "" };
            return self.changes.push((line..end, format!("{empty}{newline}")));
        };
        for item in &layout.items {
            let start = line_start(self.text, item.range.start);
            self.changes.push((start..line_end(self.text, item.range.end), String::new()));
        }
        // Before a comment that may stand there.
        self.changes.push((behind..behind, format!(" {empty}")));
    }
}

/// Indexes that follow each other, as ranges.
fn runs(gone: &BTreeSet<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for index in gone {
        match runs.last_mut() {
            Some(run) if run.end == *index => run.end += 1,
            _ => runs.push(*index..index + 1),
        }
    }
    runs.into_iter()
}
