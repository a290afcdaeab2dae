//! Blocks that are outcomes, the marks that are no text, ids that authors chose, and task boxes. Knows nothing of other blocks.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Tag};

use super::{FrameKind, OutcomeFrame, Writer};
use crate::diagnostic::{Code, Diagnostic, Message};
use crate::document::blocks::TableState;
use crate::document::element::{AttributeName, Element};
use crate::document::ids;
use crate::document::outcomes::{self, Attributes, Found, Outcome, OutcomeMark, Slip, SlipKind};
use crate::document::plain;
use crate::document::tree::{ElementRole, Slot, Tree};
use crate::message;
use crate::schema::{Field, FieldValue};
use crate::settings::Located;

/// What parts the cells of a row where they are one text.
const BETWEEN_CELLS: &str = "; ";

impl Writer<'_, '_> {
    /// Ids that authors chose come before those made from headings.
    pub(super) fn reserve(&mut self, events: &[(Event<'_>, Range<usize>)], found: &Found) {
        for (event, range) in events {
            if let Event::Start(Tag::Heading { id: Some(id), .. }) = event
                && let Err(other) = self.anchors.take(id, range)
            {
                self.same_id(id, range.clone(), other, message!("id-twice-in-text", id = &**id));
            }
        }
        let mut ids: Vec<(&str, Range<usize>)> = found.marks.values().filter_map(|mark| mark.id(self.text)).collect();
        ids.sort_by_key(|(_, range)| range.start);
        for (id, range) in ids {
            self.used.add(id);
            if let Err(other) = self.anchors.take(id, &range) {
                self.same_id(id, range, other, message!("id-twice", id = id));
            }
        }
    }

    /// Tells an id that another has taken. Case and the form of letters make no difference: readers write addresses by
    /// hand, and programs that copy them change the form (Unicode TR 15).
    fn same_id(&mut self, id: &str, range: Range<usize>, other: Range<usize>, place: Message) {
        let first = &self.text[other.clone()];
        let message = if first.contains(id) { place } else { message!("id-alike", id = id) };
        let (at, other) = (self.place.span(range), self.place.span(self.first_line(&other)));
        let diagnostic = Diagnostic::error(Code::OutcomeDuplicate, message).at(at);
        self.diagnostics.push(diagnostic.also(other, message!("the-other-one")).help(message!("id-twice-help")));
    }

    /// Whether a part of the text belongs to a mark.
    pub(super) fn is_cut(&self, range: &Range<usize>) -> bool {
        let before = self.cuts.partition_point(|cut| cut.range.start <= range.start);
        !range.is_empty() && before > 0 && self.cuts[before - 1].range.end >= range.end
    }

    /// Whether words hold the mark of an outcome, or a part of it.
    pub(super) fn has_cuts(&self, range: &Range<usize>) -> bool {
        let next = self.cuts.partition_point(|cut| cut.range.end <= range.start);
        self.cuts.get(next).is_some_and(|cut| cut.range.start < range.end)
    }

    /// Writes words without the marks in them.
    pub(super) fn text_around_cuts(&mut self, range: &Range<usize>) {
        let mut at = range.start;
        let mut next = self.cuts.partition_point(|cut| cut.range.end <= range.start);
        while let Some(cut) = self.cuts.get(next).filter(|cut| cut.range.start < range.end).cloned() {
            if at < cut.range.start {
                self.words(&self.text[at..cut.range.start]);
            }
            if let Some(done) = cut.done.filter(|_| cut.range.start >= range.start) {
                self.task(done);
            }
            at = cut.range.end;
            next += 1;
        }
        if at < range.end {
            self.words(&self.text[at..range.end]);
        }
    }

    /// Starts a block that is an outcome.
    pub(super) fn start_outcome(&mut self, found: OutcomeMark, tag: &Tag<'_>, range: Range<usize>) {
        let element = match tag {
            Tag::Paragraph => Element::P,
            Tag::BlockQuote(_) => Element::Blockquote,
            Tag::TableRow => Element::Tr,
            _ => Element::Li,
        };
        let id = found.id(self.text).map(|(id, _)| id.to_owned());
        let depth = self.depth;
        self.depth += 1;
        self.open(FrameKind::Outcome(Box::new(OutcomeFrame {
            id,
            found,
            range,
            done: None,
            element,
            depth,
            words: Tree::default(),
            cells: Vec::new(),
        })));
    }

    /// Whether what ends is the outcome that is being written.
    pub(super) fn ends_outcome(&self) -> bool {
        let top = self.frames.last().map(|frame| &frame.what);
        matches!(top, Some(FrameKind::Outcome(outcome)) if outcome.depth == self.depth)
    }

    pub(super) fn end_outcome(&mut self) {
        let frame = self.close();
        let FrameKind::Outcome(mut outcome) = frame.what else { return };
        if outcome.element == Element::Tr
            && let Some(table) = self.tables.last_mut()
        {
            table.end_row();
        }
        let words = std::mem::take(&mut outcome.words);
        let known = self.known(&outcome, if words.is_empty() { &frame.tree } else { &words });
        let element = outcome.element;
        let tree = self.tree();
        let role = if known.is_some() { ElementRole::Outcome } else { ElementRole::Markdown };
        tree.open_as(element, role);
        if let Some(known) = &known {
            tree.attribute(AttributeName::Id, &known.id);
            tree.attribute(AttributeName::Class, &format!("outcome outcome-{}", known.kind.name));
        }
        tree.append(frame.tree);
        if let Some(known) = known.as_ref().filter(|_| element != Element::Tr) {
            tree.slot(Slot::Outcome(Arc::clone(&known.id)));
        }
        tree.close_as(element, role);
        self.outcomes.extend(known);
    }

    /// What is known of an outcome, if it can be told from others. `words` are those of the block.
    fn known(&mut self, outcome: &OutcomeFrame, words: &Tree) -> Option<Outcome> {
        let kind = Arc::clone(&outcome.found.kind);
        let line = self.first_line(&outcome.range);
        let Some(fields) = self.context.outcomes.fields else {
            self.error(Code::OutcomeInvalid, line, message!("no-outcomes-here"));
            return None;
        };
        let block = outcome.found.block.clone().unwrap_or(0..0);
        let read = outcomes::attributes(&self.text[block.clone()], block.start);
        let slipped = self.slips(&read, &block);
        let Some(id) = &outcome.id else {
            if slipped || self.is_told(&outcome.range) {
                return None;
            }
            let names = self.context.outcomes.kinds.iter().map(|kind| &*kind.name);
            let next = self.used.next(&ids::prefix(&kind.name, names));
            let class = if outcome.found.lacks_class { format!(".{} ", kind.name) } else { String::new() };
            let mark = format!("{{{class}#{next}}}");
            let message = message!("outcome-no-id", kind = &*kind.name);
            let told = Diagnostic::error(Code::OutcomeMissingId, message).at(self.place.span(line.clone()));
            self.diagnostics.push(told.help(message!("outcome-no-id-help", mark = mark)));
            return None;
        };
        let place = self.place;
        let mut attributes =
            outcomes::typed(&read, fields, &self.context.values, &|range| place.span(range), self.diagnostics);
        let mut shown = self.row_values(outcome, fields, &mut attributes);
        let in_row = self.row_number(outcome);
        shown.extend(in_row.as_ref().map(|_| Arc::from(outcomes::NUMBER_KEY)));
        outcomes::known_state(&kind, fields, &attributes, self.diagnostics);
        let ballot = outcomes::ballot(&read, &kind, fields, &|range| place.span(range), self.diagnostics);
        self.check_id(id, &read, &block);
        // A copy has no room to spare; a site keeps it.
        let own = words.head(self.context.outcomes.longest_text);
        let text: Arc<str> = Arc::from(plain::words(&own).trim());
        if text.is_empty() {
            let message = message!("outcome-no-words", kind = &*kind.name);
            let help = message!("outcome-no-words-help");
            self.diagnostics
                .push(Diagnostic::error(Code::OutcomeInvalid, message).at(place.span(line.clone())).help(help));
        }
        Some(Outcome {
            id: Arc::from(id.as_str()),
            kind,
            done: outcome.done,
            attributes,
            vote: ballot.vote,
            number: ballot.number.or(in_row),
            text,
            tree: own,
            span: self.place.span(line),
            mark: outcome.found.block.clone().map(|block| self.place.span(block)),
            shown,
        })
    }

    /// Adds the values that the cells of a row say, and gives the names of their fields. A translation has none: there
    /// the cells are words. What a cell says that is no value is told, and the row stays an outcome.
    fn row_values(
        &mut self,
        outcome: &OutcomeFrame,
        fields: &[Field],
        attributes: &mut Vec<(Arc<str>, Located<FieldValue>)>,
    ) -> Vec<Arc<str>> {
        let row = outcome.found.row.clone().unwrap_or_default();
        let mut shown = Vec::new();
        for value in row.values {
            let Some(field) = fields.iter().find(|field| field.name == value.field) else { continue };
            let words = outcome.cells.get(value.cell).map_or("", |words| words.trim());
            let known = attributes.iter().any(|(name, _)| *name == field.name);
            if words.is_empty() {
                continue;
            }
            shown.push(Arc::clone(&field.name));
            if known || self.context.outcomes.in_translation {
                continue;
            }
            let at = self.place.span(value.range);
            let read = outcomes::cell_value(field, words, &at, &self.context.values, self.diagnostics);
            attributes.extend(read.map(|value| (Arc::clone(&field.name), Located { value, span: at })));
        }
        shown
    }

    /// The number that a cell of a row says; words that can be none stay words.
    fn row_number(&self, outcome: &OutcomeFrame) -> Option<Located<Arc<str>>> {
        let range = outcome.found.row.as_ref()?.number.clone()?;
        let said = self.text[range.clone()].trim();
        let counts = outcome.found.kind.number && !self.context.outcomes.in_translation && outcomes::is_number(said);
        counts.then(|| Located { value: Arc::from(said), span: self.place.span(range) })
    }

    fn check_id(&mut self, id: &str, read: &Attributes<'_>, block: &Range<usize>) {
        if let Some(wrong) = outcomes::wrong_id(id) {
            let range = read.id.as_ref().map_or_else(|| block.clone(), |(_, range)| range.clone());
            let told = Diagnostic::error(Code::OutcomeInvalid, wrong.message).at(self.place.span(block.clone()));
            let edits = wrong.right.map(|right| (range, format!("#{right}"))).into_iter().collect();
            self.diagnostics.push(self.place.fixed(told.help(wrong.help.clone()), wrong.help, edits));
        }
        for (other, range) in &read.more_ids {
            self.error(Code::OutcomeInvalid, range.clone(), message!("id-second", id = *other));
        }
        for (other, range) in read.classes.iter().skip(1) {
            self.error(Code::OutcomeInvalid, range.clone(), message!("kind-second", class = *other));
        }
    }

    /// Tells, once for a mark, what is clear in it and not written as it should be. Whether its id is among that.
    fn slips(&mut self, read: &Attributes<'_>, block: &Range<usize>) -> bool {
        let mut slips: Vec<&Slip> = read.slips.iter().collect();
        slips.sort_by_key(|slip| slip.range.start);
        let (Some(first), Some(last)) = (slips.first(), slips.last()) else { return false };
        let range = first.range.start..last.range.end;
        let mut written = self.text[range.clone()].to_owned();
        for slip in slips.iter().rev() {
            written.replace_range(slip.range.start - range.start..slip.range.end - range.start, &slip.written);
        }
        let (message, help) = match (first.what, read.slips.len()) {
            (SlipKind::Sign, 1) => (message!("mark-sign", sign = &*first.shown), message!("mark-sign-help")),
            (SlipKind::Sign, _) if read.slips.iter().all(|slip| slip.what == SlipKind::Sign) => {
                (message!("mark-sign", sign = &*first.shown), message!("write", text = &*written))
            }
            (SlipKind::Id, _) => (message!("id-form"), message!("write", text = &*written)),
            (SlipKind::Sign | SlipKind::Pair, _) => (message!("attribute-form"), message!("write", text = &*written)),
        };
        let told = Diagnostic::error(Code::OutcomeInvalid, message).at(self.place.span(range.clone())).help(help);
        let edits = if block.contains(&range.start) { vec![(range, written.clone())] } else { Vec::new() };
        self.diagnostics.push(self.place.fixed(told, message!("write", text = written), edits));
        read.slips.iter().any(|slip| slip.what == SlipKind::Id)
    }

    /// Whether something was told of a part of the text that explains why it is not what it was meant to be.
    fn is_told(&self, range: &Range<usize>) -> bool {
        self.told.iter().any(|told| range.contains(&told.start))
    }

    pub(super) fn first_line(&self, range: &Range<usize>) -> Range<usize> {
        let end = self.text[range.clone()].find('\n').map_or(range.end, |at| range.start + at);
        range.start..end
    }

    pub(super) fn task(&mut self, done: bool) {
        let outcome = self.frames.iter_mut().rev().find_map(|frame| match &mut frame.what {
            FrameKind::Outcome(outcome) => Some(outcome),
            _ => None,
        });
        let own = outcome.filter(|outcome| outcome.depth + 2 >= self.depth && outcome.done.is_none());
        let id = own.and_then(|outcome| {
            outcome.done = Some(done);
            outcome.id.as_deref().map(Arc::from)
        });
        self.tree().slot(Slot::Task(done, id));
    }

    pub(super) fn start_cell(&mut self) {
        let last = self.frames.len() - 1;
        let in_outcome =
            matches!(&self.frames[last].what, FrameKind::Outcome(outcome) if outcome.element == Element::Tr);
        if let Some(table) = self.tables.last_mut() {
            table.open_cell(&mut self.frames[last].tree);
        }
        if in_outcome {
            self.open(FrameKind::Cell);
        }
    }

    /// Ends a cell. Behind the words of the last one stands what is known of the outcome that its row is.
    pub(super) fn end_cell(&mut self) {
        let element = self.tables.last().map_or(Element::Td, TableState::cell_element);
        let last = self.tables.last().is_some_and(TableState::is_last_cell);
        if matches!(self.top().what, FrameKind::Cell) {
            let cell = self.close().tree;
            if let FrameKind::Outcome(outcome) = &mut self.top().what {
                let says = outcome.found.row.as_ref().is_none_or(|row| row.text.contains(&outcome.cells.len()));
                outcome.cells.push(plain::values(&cell));
                if says && !cell.is_empty() {
                    if !outcome.words.is_empty() {
                        outcome.words.text(BETWEEN_CELLS);
                    }
                    outcome.words.append(cell.clone());
                }
                let slot = outcome.id.as_deref().filter(|_| last).map(|id| Slot::Outcome(Arc::from(id)));
                let tree = self.tree();
                tree.append(cell);
                slot.into_iter().for_each(|slot| tree.slot(slot));
            }
        }
        self.tree().close(element);
    }
}
