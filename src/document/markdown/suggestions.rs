//! What looks like an outcome, told to editors and handed to whoever writes marks. Knows nothing of how it is found.

use std::ops::Range;
use std::sync::Arc;

use super::Placing;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::outcomes::{Found, FoundSuggestion, OutcomeInsertion, OutcomeSuggestion, SuggestionReason};
use crate::lang;
use crate::message;

/// Suggestions that are told of a file; the rest is a number.
const MOST_TOLD: usize = 20;

/// Characters of a suggestion that are shown.
const SHOWN: usize = 80;

/// Tells what has no mark, and gives all suggestions with their places in the file.
pub(super) fn tell(
    found: &Found,
    text: &str,
    place: &Placing<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<OutcomeSuggestion> {
    let suggestions: Vec<_> = found.suggestions.iter().map(|found| suggestion(found, text, place)).collect();
    let unmarked = suggestions.iter().filter(|suggestion| suggestion.reason != SuggestionReason::MissingId);
    for (index, suggestion) in unmarked.enumerate() {
        let more = found.suggested.saturating_sub(MOST_TOLD);
        if index == MOST_TOLD {
            let message = message!("suggestions-more", count = more);
            let help = message!("suggestions-more-help");
            diagnostics
                .push(Diagnostic::warning(Code::OutcomeSuggestion, message).at(suggestion.span.clone()).help(help));
            break;
        }
        let message = message!("suggestion", kind = &*suggestion.kind, reason = suggestion.reason.told());
        let first = suggestion.kind.chars().next().unwrap_or('o');
        let help = message!("suggestion-help", mark = format!("{{.{} #{first}1}}", suggestion.kind));
        let diagnostic = Diagnostic::warning(Code::OutcomeSuggestion, message).at(suggestion.span.clone());
        diagnostics.push(diagnostic.help(help));
    }
    suggestions
}

fn suggestion(found: &FoundSuggestion, text: &str, place: &Placing<'_>) -> OutcomeSuggestion {
    let words = &text[found.words.clone()];
    let line = words.lines().next().unwrap_or_default();
    let start = |range: Range<usize>| place.span(range).range.range().start;
    OutcomeSuggestion {
        kind: Arc::clone(&found.kind.name),
        span: place.span(found.words.start..found.words.start + line.trim_end().len()),
        insert: OutcomeInsertion {
            at: start(found.at..found.at),
            block: found.block.clone().map(|block| place.span(block)),
            lacks_class: found.lacks_class,
            lacks_id: true,
        },
        reason: found.reason,
        text: Arc::from(lang::truncate(line.trim(), SHOWN)),
        opening: found.opening.map(|at| start(at..at)),
        columns: found.columns.clone(),
    }
}
