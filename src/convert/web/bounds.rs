//! Bounds on a web page before it is parsed: a parser of HTML goes through all elements that are open for each that starts,
//! so that its cost grows faster than the page. Knows nothing of what elements mean.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::tree::TAGS;

/// Bytes of a page, with the pictures that it holds itself.
const LARGEST: usize = 32 << 20;

/// Open elements that are gone through, all elements together: a page of a million elements in thirty others has these.
const MOST_STEPS: usize = 50_000_000;

/// Elements that end where the next one starts, or that hold nothing: without an end tag they stay open in no parser.
const SHORT: &[&str] = &[
    "area", "base", "br", "col", "dd", "dt", "hr", "img", "input", "li", "link", "meta", "option", "p", "rp", "rt",
    "source", "tbody", "td", "tfoot", "th", "thead", "tr", "wbr",
];

/// Whether a page can be parsed in reasonable time.
pub(super) fn fits(text: &str) -> bool {
    if text.len() > LARGEST {
        return false;
    }
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(text));
    let tokenizer = Tokenizer::new(StepCounter::default(), TokenizerOpts::default());
    // The sink never stops the tokenizer, so that one call reads everything.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.steps.into_inner().1 <= MOST_STEPS
}

/// Counts what a parser would go through.
#[derive(Default)]
struct StepCounter {
    /// Elements that are open, and the steps so far.
    steps: RefCell<(usize, usize)>,
}

impl TokenSink for StepCounter {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let Token::TagToken(Tag { kind, name, self_closing, .. }) = token else {
            return TokenSinkResult::Continue;
        };
        // Only in drawings and formulas does `/>` end an element: `<div/>` stays open.
        let is_short = SHORT.contains(&&*name) || (self_closing && !TAGS.contains(&&*name));
        let (open, steps) = &mut *self.steps.borrow_mut();
        if kind == TagKind::EndTag {
            *open = open.saturating_sub(usize::from(!is_short));
            return TokenSinkResult::Continue;
        }
        *open += usize::from(!is_short);
        *steps = steps.saturating_add(*open);
        match &*name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }
}
