//! A body as lines that know where they stood, and which of them are code. Knows nothing of any generator.

/// A line of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BodyLine {
    /// Its number in the file that it comes from.
    pub(super) number: usize,
    pub(super) text: String,
    /// Whether nothing in it means anything: code between fences, and what samen itself reads.
    pub(super) is_code: bool,
}

impl BodyLine {
    pub(super) fn code(number: usize, text: impl Into<String>) -> Self {
        Self { number, text: text.into(), is_code: true }
    }

    pub(super) fn words(number: usize, text: impl Into<String>) -> Self {
        Self { number, text: text.into(), is_code: false }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// The spaces that a line starts with; a tab counts to the next fourth column.
pub(super) fn indent(text: &str) -> usize {
    let mut columns = 0;
    for c in text.chars() {
        match c {
            ' ' => columns += 1,
            '\t' => columns += 4 - columns % 4,
            _ => break,
        }
    }
    columns
}

/// A line without so many columns in front of it.
pub(super) fn dedent(text: &str, columns: usize) -> &str {
    let mut left = columns;
    let mut at = 0;
    for c in text.chars() {
        match c {
            ' ' if left > 0 => left -= 1,
            '\t' if left > 0 => left = left.saturating_sub(4),
            _ => break,
        }
        at += c.len_utf8();
    }
    &text[at..]
}

/// The marks that open fenced code on a line, behind those of lists and quotations.
fn fence(text: &str) -> Option<&str> {
    let inner = text.trim_start_matches([' ', '\t', '>', '-', '*', '+']);
    let inner = inner.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['.', ')', ' ']);
    let mark = inner.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = inner.chars().take_while(|c| *c == mark).count();
    // What stands behind backticks on their line holds none (CommonMark, section 4.5).
    (length >= 3 && !(mark == '`' && inner[length..].contains('`'))).then(|| &inner[..length])
}

/// The lines of a body; `first` is the number of the first one.
pub(super) fn read(body: &str, first: usize) -> Vec<BodyLine> {
    let mut lines: Vec<BodyLine> = Vec::new();
    let mut open: Option<String> = None;
    let mut in_list = false;
    for (at, text) in body.lines().enumerate() {
        let number = first + at;
        if let Some(marks) = &open {
            let bare = text.trim_start_matches([' ', '\t', '>']).trim_end();
            let closes = bare.starts_with(marks.as_str()) && bare.chars().all(|c| marks.starts_with(c));
            lines.push(BodyLine::code(number, text));
            if closes {
                open = None;
            }
            continue;
        }
        if let Some(marks) = fence(text) {
            open = Some(marks.to_owned());
            lines.push(BodyLine::code(number, text));
            continue;
        }
        let depth = indent(text);
        let after_blank = lines.last().is_none_or(|line| line.is_blank() || (line.is_code && indent(&line.text) >= 4));
        if depth < 4 && !text.trim().is_empty() {
            let start = text.trim_start();
            let number = start.trim_start_matches(|c: char| c.is_ascii_digit());
            let is_item = ["- ", "* ", "+ ", "-\t", "*\t"].iter().any(|mark| start.starts_with(mark))
                || (number.len() < start.len() && (number.starts_with(". ") || number.starts_with(") ")));
            let admonition = ["!!!", "???", "===", "[^"].iter().any(|mark| start.starts_with(mark));
            in_list = is_item || admonition || (in_list && depth > 0);
        }
        // Four spaces make code, unless they belong to a point of a list.
        let is_code = depth >= 4 && !in_list && after_blank && !text.trim().is_empty();
        lines.push(BodyLine { number, text: text.to_owned(), is_code });
    }
    lines
}
