//! `:::` blocks and alerts: parts of a text that components of the theme show. Knows nothing of which there are.

use std::ops::Range;

use super::{FrameKind, Writer};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::directives::{self, Line};
use crate::document::tree::{Argument, Component};
use crate::lang::{Direction, isolate_numbers};
use crate::message;

impl Writer<'_, '_> {
    /// Whether a paragraph is a `:::` line; then it is dealt with.
    pub(super) fn directive(&mut self, range: &Range<usize>) -> bool {
        let line = &self.text[range.clone()];
        if !directives::is_line(line) {
            return false;
        }
        let open = self.frames.iter().rposition(|frame| matches!(frame.what, FrameKind::Component { .. }));
        if self.depth > 0 {
            self.error(Code::ComponentInvalid, range.clone(), message!("block-in-list"));
            return true;
        }
        match (directives::read(line), open) {
            (Line::Open(name, arguments), _) => {
                self.open(FrameKind::Component { name, arguments, range: range.clone() });
            }
            (Line::Close, Some(_)) => self.close_component(),
            (Line::Close, None) => {
                // What closes a block that could not be read is right.
                if self.wrong_blocks == 0 {
                    let told = Diagnostic::error(Code::ComponentInvalid, message!("block-closes-nothing"));
                    let told = told.at(self.place.span(range.clone())).help(message!("block-closes-nothing-help"));
                    self.diagnostics.push(told);
                }
                self.wrong_blocks = self.wrong_blocks.saturating_sub(1);
            }
            (Line::Wrong(why), _) => {
                self.wrong_blocks += 1;
                self.error(Code::ComponentInvalid, range.clone(), why);
            }
        }
        true
    }

    pub(super) fn close_component(&mut self) {
        let frame = self.close();
        let FrameKind::Component { name, mut arguments, range } = frame.what else { return };
        if self.context.direction == Direction::Rtl {
            for (_, argument) in arguments.iter_mut().filter(|(name, _)| directives::WORDS.contains(&name.as_str())) {
                if let Argument::Text(text) = argument {
                    *text = isolate_numbers(text).into_owned();
                }
            }
        }
        let span = self.place.span(range);
        self.tree().component(Component { name, arguments, span }, frame.tree);
    }

    pub(super) fn end_alert(&mut self) {
        let frame = self.close();
        let FrameKind::Alert { kind, range } = frame.what else { return };
        let arguments = vec![("kind".to_owned(), Argument::Text(kind.to_owned()))];
        let span = self.place.span(self.first_line(&range));
        self.tree().component(Component { name: "callout".to_owned(), arguments, span }, frame.tree);
    }
}
