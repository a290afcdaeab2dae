//! Content lines of iCalendar (RFC 5545, section 3.1): escaping, folding. Knows nothing of what they say.
//!
//! By hand, since the crate for it puts today and random ids where it is told none, and brings a second library for
//! dates; what is needed of it is this file.

/// Bytes of a line, without its end.
const LONGEST: usize = 75;

/// A text as a value (section 3.3.11), without the controls that may not stand in one.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() && c != '\t' => {}
            c => out.push(c),
        }
    }
    out
}

/// A line as it is written: broken between characters where it is too long, what follows behind a space.
#[must_use]
pub fn fold(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + line.len() / LONGEST * 3 + 2);
    let mut room = LONGEST;
    for c in line.chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = LONGEST - 1;
        }
        room -= c.len_utf8();
        out.push(c);
    }
    out.push_str("\r\n");
    out
}
