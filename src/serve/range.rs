//! Parts of a body and tags of versions, as requests name them (RFC 9110, sections 13 and 14).

use std::ops::Range;

/// Which part is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum RequestedRange {
    /// All of it: no part, several, or nothing that can be understood.
    Whole,
    /// These bytes; never none.
    Part(Range<usize>),
    /// Bytes that are not there.
    Outside,
}

/// Reads a `Range` for a body of so many bytes.
pub(super) fn parse(text: &str, length: usize) -> RequestedRange {
    let Some((first, last)) = text.trim().strip_prefix("bytes=").and_then(|range| range.split_once('-')) else {
        return RequestedRange::Whole;
    };
    match (number(first), number(last)) {
        (Some(first), _) if !last.is_empty() && number(last).is_none_or(|last| last < first) => RequestedRange::Whole,
        (Some(first), _) if first >= length => RequestedRange::Outside,
        (Some(first), last) => {
            RequestedRange::Part(first..last.map_or(length, |last| last.saturating_add(1).min(length)))
        }
        (None, Some(0)) if first.is_empty() => RequestedRange::Outside,
        (None, Some(_)) if first.is_empty() && length == 0 => RequestedRange::Outside,
        (None, Some(count)) if first.is_empty() => RequestedRange::Part(length.saturating_sub(count)..length),
        _ => RequestedRange::Whole,
    }
}

/// A number in digits and nothing else. One that is too large to hold lies behind every end.
fn number(text: &str) -> Option<usize> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().unwrap_or(usize::MAX))
}

/// Whether an `If-None-Match` names a tag.
pub(super) fn names(known: &str, tag: &str) -> bool {
    known.split(',').map(str::trim).any(|one| one == "*" || one.trim_start_matches("W/") == tag)
}
