//! List items that are outcomes, and task boxes. Knows nothing of other blocks.

use std::ops::Range;
use std::sync::Arc;

use super::{FrameKind, Writer};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::element::{AttributeName, Element};
use crate::document::outcomes::{self, Outcome, OutcomeMark};
use crate::document::plain;
use crate::document::tree::{ElementRole, Slot};

impl Writer<'_, '_> {
    /// The attributes of the outcome that is being written; they are not text.
    pub(super) fn attribute_block(&self) -> Option<Range<usize>> {
        self.frames.iter().rev().find_map(|frame| match &frame.what {
            FrameKind::Outcome { found, .. } => found.block.clone(),
            _ => None,
        })
    }

    pub(super) fn start_outcome(&mut self, found: OutcomeMark, range: Range<usize>) {
        self.depth += 1;
        self.items.push(true);
        let block = found.block.clone().unwrap_or(0..0);
        let id = outcomes::attributes(&self.text[block.clone()], block.start).id.map(|(id, _)| id.to_owned());
        self.open(FrameKind::Outcome { id, found, range, done: None });
    }

    pub(super) fn end_item(&mut self) {
        if self.items.pop() != Some(true) {
            self.tree().close(Element::Li);
            return;
        }
        let frame = self.close();
        let FrameKind::Outcome { id, found, range, done } = frame.what else { return };
        let kind = found.kind;
        let line = self.first_line(&range);
        let Some(fields) = self.context.outcomes else {
            self.error(Code::OutcomeInvalid, line, "this type of page has no outcomes".to_owned());
            return;
        };
        let Some(id) = id else {
            let help =
                format!("end the item with an id that is new in this document, such as `{{#{}1}}`", &kind.name()[..1]);
            let at = self.place.span(line);
            let message = format!("this {} has no id", kind.name());
            self.diagnostics.push(Diagnostic::error(Code::OutcomeMissingId, message).at(at).help(help));
            return;
        };
        let block = found.block.unwrap_or(0..0);
        let read = outcomes::attributes(&self.text[block.clone()], block.start);
        let place = self.place;
        let attributes = outcomes::typed(&read, fields, &|range| place.span(range), self.diagnostics);
        if !id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_')) {
            self.error(Code::OutcomeInvalid, block, format!("`{id}` is not an id: use letters, digits and `-`"));
        }
        for (other, range) in &read.more_ids {
            self.error(
                Code::OutcomeInvalid,
                range.clone(),
                format!("an outcome has one id; `#{other}` is a second one"),
            );
        }
        let text = Arc::from(plain::words(&frame.tree).trim());
        let tree = self.tree();
        tree.open_as(Element::Li, ElementRole::Outcome);
        tree.attribute(AttributeName::Id, &id);
        tree.attribute(AttributeName::Class, &format!("outcome outcome-{}", kind.name()));
        // A copy has no room to spare; a site keeps it.
        let own = frame.tree.clone();
        tree.append(frame.tree);
        tree.slot(Slot::Outcome(Arc::from(id.as_str())));
        tree.close_as(Element::Li, ElementRole::Outcome);
        let span = self.place.span(line);
        self.outcomes.push(Outcome { id: Arc::from(id), kind, done, attributes, tree: own, text, span });
    }

    pub(super) fn first_line(&self, range: &Range<usize>) -> Range<usize> {
        let end = self.text[range.clone()].find('\n').map_or(range.end, |at| range.start + at);
        range.start..end
    }

    pub(super) fn task(&mut self, done: bool) {
        let outcome = match &mut self.top().what {
            FrameKind::Outcome { done: state, id, .. } => {
                *state = Some(done);
                id.as_deref().map(Arc::from)
            }
            _ => None,
        };
        self.tree().slot(Slot::Task(done, outcome));
    }
}
