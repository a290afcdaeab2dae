//! Headings that stand at the wrong level, and what mends them. Knows nothing of how a text is walked.

use std::ops::Range;

use super::Placing;
use crate::diagnostic::Fix;
use crate::message;

/// Makes a heading of the first level one of the second: one more `#`, or a line of `-` below it for one of `=`.
pub(super) fn second_level(text: &str, heading: &Range<usize>, place: &Placing<'_>) -> Option<Fix> {
    let written = text.get(heading.clone())?;
    if written.starts_with('#') {
        let at = place.exact(heading.start..heading.start)?;
        return Some(Fix::new(message!("fix-write", text = "##"), at, "#"));
    }
    let written = written.trim_end();
    let underline = written.rsplit('\n').next()?.trim_start_matches([' ', '>']);
    let start = heading.start + written.len() - underline.len();
    let is_underline = !underline.is_empty() && underline.bytes().all(|byte| byte == b'=');
    let at = place.exact(start..heading.start + written.len()).filter(|_| is_underline)?;
    // Three at least: fewer could be the mark of a list.
    let line = "-".repeat(underline.len().max(3));
    Some(Fix::new(message!("fix-write", text = &*line), at, &*line))
}
