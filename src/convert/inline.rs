//! The words of a paragraph to Markdown: signs that would mean something are escaped, and marks of stress stand where
//! `CommonMark` (section 6.2) reads them as such, or not at all. Knows nothing of blocks.

use std::sync::Arc;

use super::model::{NamedPicture, RunStyle, TextPiece};

/// Where words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InlinePlace {
    Paragraph,
    /// On one line, and never bold.
    Heading,
    /// On one line between bars; the head is never bold.
    Cell {
        head: bool,
    },
}

/// A mark around words, the outermost first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StressMark {
    Strike,
    Bold,
    Italic,
}

const MARKS: [StressMark; 3] = [StressMark::Strike, StressMark::Bold, StressMark::Italic];

impl StressMark {
    fn sign(self) -> &'static str {
        match self {
            Self::Strike => "~~",
            Self::Bold => "**",
            Self::Italic => "*",
        }
    }

    fn of(self, style: RunStyle) -> bool {
        match self {
            Self::Strike => style.strike,
            Self::Bold => style.bold,
            Self::Italic => style.italic,
        }
    }

    fn clear(self, style: &mut RunStyle) {
        match self {
            Self::Strike => style.strike = false,
            Self::Bold => style.bold = false,
            Self::Italic => style.italic = false,
        }
    }
}

/// A character with its looks.
#[derive(Clone, Debug)]
struct StyledChar {
    c: char,
    style: RunStyle,
}

/// Writes the words of a paragraph. Lines are parted by line breaks, with the sign for them before.
pub(super) fn write(content: &[TextPiece], place: InlinePlace, pictures: &[NamedPicture]) -> String {
    let breaks = content.contains(&TextPiece::Break);
    let mut writer = InlineWriter { out: String::new(), place, breaks, line: 0 };
    let mut at = 0;
    while at < content.len() {
        match &content[at] {
            TextPiece::Run(run) => {
                let link = run.link.clone();
                let length = content[at..].iter().take_while(|piece| is_run(piece, link.as_ref())).count();
                let next = content.get(at + length).map_or(' ', first_sign);
                writer.runs(&content[at..at + length], link.as_ref(), next);
                at += length;
                continue;
            }
            TextPiece::Break if place == InlinePlace::Paragraph => {
                writer.out.push_str("\\\n");
                writer.line = writer.out.len();
            }
            TextPiece::Break => writer.out.push(' '),
            TextPiece::Picture(index) => writer.picture(pictures.get(*index)),
            TextPiece::Note(index) => writer.out.push_str(&format!("[^{}]", index + 1)),
        }
        at += 1;
    }
    let mut out = writer.out.trim_end_matches(' ').to_owned();
    if place == InlinePlace::Heading && out.ends_with('#') {
        // It would be a sign that closes the heading.
        out.insert(out.len() - 1, '\\');
    }
    out
}

fn is_run(piece: &TextPiece, link: Option<&Arc<str>>) -> bool {
    matches!(piece, TextPiece::Run(run) if run.link.as_ref() == link)
}

/// The first character that a piece is written with.
fn first_sign(piece: &TextPiece) -> char {
    match piece {
        TextPiece::Run(run) if run.link.is_none() => run.text.chars().next().unwrap_or(' '),
        TextPiece::Run(_) | TextPiece::Note(_) => '[',
        TextPiece::Picture(_) => '!',
        TextPiece::Break => ' ',
    }
}

struct InlineWriter {
    out: String,
    place: InlinePlace,
    /// Whether there is a line that is not the first.
    breaks: bool,
    /// Where the last line starts.
    line: usize,
}

impl InlineWriter {
    /// Writes runs with the same link; `next` is the character behind them.
    fn runs(&mut self, runs: &[TextPiece], link: Option<&Arc<str>>, next: char) {
        let mut chars: Vec<StyledChar> = Vec::new();
        for piece in runs {
            if let TextPiece::Run(run) = piece {
                let style = self.looks(run.style);
                chars.extend(run.text.chars().map(|c| StyledChar { c, style }));
            }
        }
        let Some(address) = link else {
            let before = self.out.chars().next_back().unwrap_or(' ');
            settle(&mut chars, before, next);
            // `!` before a link or a note would make it a picture.
            self.words(&chars, next == '[');
            return;
        };
        let blank = |it: &StyledChar| it.c == ' ';
        let start = chars.iter().take_while(|it| blank(it)).count();
        let end = chars.len() - chars[start..].iter().rev().take_while(|it| blank(it)).count();
        let (space, text) = (start > 0, chars[start..end].to_vec());
        if space {
            self.out.push(' ');
        }
        if !text.is_empty() {
            self.link(text, address);
        }
        if end < chars.len() {
            self.out.push(' ');
        }
    }

    /// The looks that words may have here.
    fn looks(&self, style: RunStyle) -> RunStyle {
        let bold = style.bold && !matches!(self.place, InlinePlace::Heading | InlinePlace::Cell { head: true });
        // What is struck out needs no stress besides; code has none.
        match style {
            RunStyle { code: true, .. } => RunStyle { code: true, ..RunStyle::default() },
            RunStyle { strike: true, .. } => RunStyle { strike: true, ..RunStyle::default() },
            _ => RunStyle { bold, ..style },
        }
    }

    fn link(&mut self, mut text: Vec<StyledChar>, address: &str) {
        let plain: String = text.iter().map(|it| it.c).collect();
        let mail = address.strip_prefix("mailto:").unwrap_or(address);
        let bare = plain == address && (address.starts_with("https://") || address.starts_with("http://"));
        let mail = plain == mail && address.starts_with("mailto:") && is_mail(mail);
        if (bare || mail) && !plain.contains(['\\', '`', '|']) {
            self.out.push_str(&format!("<{plain}>"));
            return;
        }
        settle(&mut text, '[', ']');
        self.out.push('[');
        self.words(&text, false);
        self.out.push_str("](");
        self.out.push_str(&destination(address));
        self.out.push(')');
    }

    fn picture(&mut self, picture: Option<&NamedPicture>) {
        let Some((picture, file)) = picture.and_then(|picture| Some((picture, picture.file.as_ref()?))) else { return };
        self.out.push_str("![");
        let alt: Vec<StyledChar> = picture.alt.chars().map(|c| StyledChar { c, style: RunStyle::default() }).collect();
        if !picture.decorative {
            self.words(&alt, false);
        }
        self.out.push_str("](");
        self.out.push_str(file);
        self.out.push_str(if picture.decorative { " \"decorative\")" } else { ")" });
    }

    /// Writes characters with their marks.
    fn words(&mut self, chars: &[StyledChar], before_bracket: bool) {
        let mut open: Vec<StressMark> = Vec::new();
        let mut at = 0;
        while at < chars.len() {
            let style = chars[at].style;
            if style.code {
                let length = chars[at..].iter().take_while(|it| it.style.code).count();
                self.code(&chars[at..at + length].iter().map(|it| it.c).collect::<String>());
                at += length;
                continue;
            }
            while open.last().is_some_and(|mark| !mark.of(style)) || open.iter().any(|mark| !mark.of(style)) {
                if let Some(mark) = open.pop() {
                    self.out.push_str(mark.sign());
                }
            }
            for mark in MARKS {
                if mark.of(style) && !open.contains(&mark) {
                    self.out.push_str(mark.sign());
                    open.push(mark);
                }
            }
            self.escaped(chars, at, before_bracket);
            at += 1;
        }
        while let Some(mark) = open.pop() {
            self.out.push_str(mark.sign());
        }
    }

    fn code(&mut self, text: &str) {
        let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest + 1);
        let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
        let text =
            if matches!(self.place, InlinePlace::Cell { .. }) { text.replace('|', "\\|") } else { text.to_owned() };
        self.out.push_str(&format!("{fence}{space}{text}{space}{fence}"));
    }

    /// Writes a character of plain words, escaped where it would mean something.
    fn escaped(&mut self, chars: &[StyledChar], at: usize, before_bracket: bool) {
        let c = chars[at].c;
        let next = chars.get(at + 1).map(|it| it.c);
        let line = &self.out[self.line..];
        // In a heading or cell no other block starts.
        let block = self.place == InlinePlace::Paragraph;
        let means = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '{' | '}' | '~' => true,
            '_' => !(alphanumeric(line.chars().next_back()) && alphanumeric(next)),
            '&' => next.is_some_and(|c| c.is_ascii_alphabetic() || c == '#'),
            '|' => self.breaks || matches!(self.place, InlinePlace::Cell { .. }),
            '!' => next.is_none() && before_bracket,
            '#' | '+' | '-' | '=' | '>' | ':' => block && line.is_empty() && self.starts(c, next),
            '.' | ')' => block && is_number(line) && next.is_none_or(char::is_whitespace),
            _ => false,
        };
        if means {
            self.out.push('\\');
        }
        self.out.push(c);
    }

    /// Whether a character at the start of a line starts a block.
    fn starts(&self, c: char, next: Option<char>) -> bool {
        match c {
            '>' | '=' => true,
            '#' | '+' | '-' | ':' => next.is_none_or(|next| next.is_whitespace() || next == c) || self.breaks,
            _ => false,
        }
    }
}

fn alphanumeric(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

fn is_number(line: &str) -> bool {
    (1..=9).contains(&line.len()) && line.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_mail(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '@');
    text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'))
        && text.chars().all(plain)
}

/// An address as it may stand in parentheses.
fn destination(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '|' => out.push_str("%7C"),
            '`' => out.push_str("%60"),
            '\\' => out.push_str("%5C"),
            '*' | '_' | '&' | '[' | ']' | '{' | '}' | '~' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

/// Takes marks away where they would not be read as marks: from spaces and signs at their ends, where two marks touch,
/// and where one crosses the other.
fn settle(chars: &mut [StyledChar], before: char, after: char) {
    for mark in MARKS {
        uncross(chars, mark);
    }
    level(chars);
    for mark in MARKS {
        let mut at = 0;
        while at < chars.len() {
            if !mark.of(chars[at].style) {
                at += 1;
                continue;
            }
            let length = chars[at..].iter().take_while(|it| mark.of(it.style)).count();
            let left = if at == 0 { before } else { chars[at - 1].c };
            let right = chars.get(at + length).map_or(after, |it| it.c);
            trim(&mut chars[at..at + length], mark, left, right);
            at += length;
        }
    }
    // What was taken from one mark may have left the other alone.
    for mark in MARKS {
        uncross(chars, mark);
    }
    level(chars);
}

/// Italics that are only a part of bold words go: where their marks meet, nobody can say which one ends.
fn level(chars: &mut [StyledChar]) {
    let mut at = 0;
    while at < chars.len() {
        let length = chars[at..].iter().take_while(|it| it.style.bold).count();
        let bold = &mut chars[at..at + length];
        if !bold.iter().all(|it| it.style.italic) {
            bold.iter_mut().for_each(|it| it.style.italic = false);
        }
        at += length.max(1);
    }
}

/// Takes a mark from the ends of its words until what is left can have it.
fn trim(chars: &mut [StyledChar], mark: StressMark, left: char, right: char) {
    let (mut start, mut end) = (0, chars.len());
    let mut outside = left;
    while start < end && !may_open(outside, chars[start].c) {
        mark.clear(&mut chars[start].style);
        outside = chars[start].c;
        start += 1;
    }
    let mut outside = right;
    while start < end && !may_open(outside, chars[end - 1].c) {
        end -= 1;
        mark.clear(&mut chars[end].style);
        outside = chars[end].c;
    }
}

/// Whether a mark may stand between a character outside and one inside.
fn may_open(outside: char, inside: char) -> bool {
    !inside.is_whitespace() && (inside.is_alphanumeric() || !outside.is_alphanumeric())
}

/// Takes a mark away where it starts or ends in the middle of another one, or where the other ends as it starts.
fn uncross(chars: &mut [StyledChar], mark: StressMark) {
    for at in 1..chars.len() {
        let (before, here) = (chars[at - 1].style, chars[at].style);
        let closes = MARKS.iter().any(|other| *other != mark && other.of(before) && !other.of(here));
        let opens = MARKS.iter().any(|other| *other != mark && !other.of(before) && other.of(here));
        // One that goes on while another ends or starts stands inside it for a part only.
        if mark == StressMark::Italic && mark.of(here) && closes {
            clear_from(chars, mark, at);
        } else if mark == StressMark::Italic && mark.of(before) && mark.of(here) && opens {
            clear_back(chars, mark, at - 1);
        } else if mark.of(here) && !mark.of(before) && closes {
            clear_from(chars, mark, at);
        }
    }
}

fn clear_from(chars: &mut [StyledChar], mark: StressMark, at: usize) {
    chars[at..].iter_mut().take_while(|it| mark.of(it.style)).for_each(|it| mark.clear(&mut it.style));
}

fn clear_back(chars: &mut [StyledChar], mark: StressMark, at: usize) {
    chars[..=at].iter_mut().rev().take_while(|it| mark.of(it.style)).for_each(|it| mark.clear(&mut it.style));
}
