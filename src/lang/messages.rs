//! The messages of a Fluent text by their lines, to compare them or to take them out: all other lines stay as they are.
//! Knows nothing of what the keys mean.

use std::ops::Range;

/// A message with its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageLines<'a> {
    /// Its key; that of a term starts with `-`.
    pub key: &'a str,
    /// Its bytes in the text, with the end of its last line.
    pub range: Range<usize>,
    /// What stands behind `=`, on one line.
    pub value: String,
}

/// All messages of a text: one starts with its key, and lines that are indented belong to it.
#[must_use]
pub fn message_lines(text: &str) -> Vec<MessageLines<'_>> {
    let mut found: Vec<MessageLines<'_>> = Vec::new();
    let (mut at, mut open) = (0, false);
    for line in text.split_inclusive('\n') {
        let range = at..at + line.len();
        at = range.end;
        let starts = line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-');
        if let (true, Some((key, value))) = (starts, line.split_once('=')) {
            found.push(MessageLines { key: key.trim_end(), range, value: value.trim().to_owned() });
            open = true;
        } else if let (true, true, Some(last)) = (open, line.starts_with([' ', '}']), found.last_mut()) {
            // A line with nothing but blanks ends nothing, and belongs to a message only where more of it follows.
            let rest = line.trim();
            last.range.end = if rest.is_empty() { last.range.end } else { range.end };
            format!("{} {rest}", last.value).trim().clone_into(&mut last.value);
        } else if !line.trim().is_empty() {
            open = false;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_has_its_lines_and_no_others() {
        let text = "# Head\n\na = One\n-b =\n    Two\n\n    lines\n# c = no\nd = { $n ->\n    [one] x\n   *[other] y\n}\n\n## Group\n";
        let found = message_lines(text);
        let shown: Vec<_> = found.iter().map(|it| (it.key, &text[it.range.clone()], it.value.as_str())).collect();
        assert_eq!(
            shown,
            [
                ("a", "a = One\n", "One"),
                ("-b", "-b =\n    Two\n\n    lines\n", "Two lines"),
                ("d", "d = { $n ->\n    [one] x\n   *[other] y\n}\n", "{ $n -> [one] x *[other] y }"),
            ]
        );
        assert_eq!(message_lines(""), []);
    }
}
