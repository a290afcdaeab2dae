//! Characters that are written as escapes or entities in files of themes and texts. Knows nothing of what is around them:
//! an escape that its format does not read is found as well.

use std::ops::Range;

/// How a format writes a character by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EscapeSyntax {
    /// `&#x202E;`, `&shy;`
    Entity,
    /// `\202E`
    Style,
    /// `\u202E`, `\U00202E`
    Fluent,
    /// `\u{202E}`
    Typst,
}

/// A character and where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Escape {
    /// The bytes of the escape.
    pub place: Range<usize>,
    /// What it becomes.
    pub character: char,
}

/// The names that HTML has for characters that show nothing (HTML, section 13.5).
const NAMED: &[(&str, char)] = &[
    ("shy", '\u{AD}'),
    ("zwnj", '\u{200C}'),
    ("zwj", '\u{200D}'),
    ("lrm", '\u{200E}'),
    ("rlm", '\u{200F}'),
    ("ZeroWidthSpace", '\u{200B}'),
    ("NegativeVeryThinSpace", '\u{200B}'),
    ("NegativeThinSpace", '\u{200B}'),
    ("NegativeMediumSpace", '\u{200B}'),
    ("NegativeThickSpace", '\u{200B}'),
    ("NoBreak", '\u{2060}'),
    ("ApplyFunction", '\u{2061}'),
    ("af", '\u{2061}'),
    ("InvisibleTimes", '\u{2062}'),
    ("it", '\u{2062}'),
    ("InvisibleComma", '\u{2063}'),
    ("ic", '\u{2063}'),
];

/// All escapes of a text, in its order.
#[must_use]
pub fn escapes(text: &str, syntax: EscapeSyntax) -> Vec<Escape> {
    let sign = if syntax == EscapeSyntax::Entity { '&' } else { '\\' };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(sign).map(|next| at + next) {
        let rest = &text[start + 1..];
        let escape = match syntax {
            EscapeSyntax::Entity => entity(rest),
            EscapeSyntax::Style => style(rest),
            EscapeSyntax::Fluent => fluent(rest),
            EscapeSyntax::Typst => typst(rest),
        };
        let escaped_sign = sign == '\\' && rest.starts_with('\\');
        at = start + 1 + escape.map_or(usize::from(escaped_sign), |(_, length)| length);
        found.extend(escape.map(|(character, _)| Escape { place: start..at, character }));
    }
    found
}

/// A text with its escapes read, and the escapes by the byte at which each stands in it.
#[must_use]
pub fn unescaped(text: &str, syntax: EscapeSyntax) -> Option<(String, Vec<(usize, Escape)>)> {
    let escapes = escapes(text, syntax);
    if escapes.is_empty() {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut by_place = Vec::with_capacity(escapes.len());
    let mut done = 0;
    for escape in escapes {
        out.push_str(&text[done..escape.place.start]);
        done = escape.place.end;
        let at = out.len();
        out.push(escape.character);
        by_place.push((at, escape));
    }
    out.push_str(&text[done..]);
    Some((out, by_place))
}

/// The character of a number and the bytes that it took.
type Read = Option<(char, usize)>;

fn numbered(digits: &str, radix: u32, length: usize) -> Read {
    let number = u32::from_str_radix(digits, radix).ok()?;
    Some((char::from_u32(number)?, length))
}

fn run(text: &str, most: usize, fits: impl Fn(u8) -> bool) -> &str {
    &text[..text.bytes().take(most).take_while(|byte| fits(*byte)).count()]
}

/// A number may have zeros in front, and browsers miss no `;`.
fn entity(rest: &str) -> Read {
    if let Some(number) = rest.strip_prefix('#') {
        let hex = number.starts_with(['x', 'X']);
        let digits = &number[usize::from(hex)..];
        let digits =
            if hex { run(digits, 64, |b| b.is_ascii_hexdigit()) } else { run(digits, 64, |b| b.is_ascii_digit()) };
        let end = 1 + usize::from(hex) + digits.len();
        let semicolon = usize::from(rest[end..].starts_with(';'));
        return numbered(digits, if hex { 16 } else { 10 }, end + semicolon);
    }
    let name = run(rest, 32, |b| b.is_ascii_alphanumeric());
    // `&shy` is read without `;` too.
    let semicolon = rest[name.len()..].starts_with(';');
    let character = NAMED.iter().find(|(known, _)| *known == name && (semicolon || *known == "shy"))?.1;
    Some((character, name.len() + usize::from(semicolon)))
}

fn style(rest: &str) -> Read {
    let digits = run(rest, 6, |b| b.is_ascii_hexdigit());
    let space = usize::from(rest[digits.len()..].starts_with([' ', '\n', '\t']));
    numbered(digits, 16, digits.len() + space)
}

fn fluent(rest: &str) -> Read {
    let length = match rest.as_bytes().first()? {
        b'u' => 4,
        b'U' => 6,
        _ => return None,
    };
    let digits = run(&rest[1..], length, |b| b.is_ascii_hexdigit());
    if digits.len() == length { numbered(digits, 16, 1 + length) } else { None }
}

fn typst(rest: &str) -> Read {
    let digits = run(rest.strip_prefix("u{")?, 8, |b| b.is_ascii_hexdigit());
    let end = 2 + digits.len();
    if rest[end..].starts_with('}') { numbered(digits, 16, end + 1) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_writes_characters_in_its_own_way() {
        use EscapeSyntax::{Entity, Fluent, Style, Typst};
        for (syntax, text, place) in [
            (Entity, "a&#x202E;b", 1..9),
            (Entity, "a&#X0000202e b", 1..12),
            (Entity, "a&#8238;b", 1..8),
            (Style, "a\\202E b", 1..7),
            (Style, "a\\00202eb", 1..8),
            (Fluent, "a\\u202Eb", 1..7),
            (Fluent, "a\\U00202Eb", 1..9),
            (Typst, "a\\u{202e}b", 1..9),
        ] {
            assert_eq!(escapes(text, syntax), [Escape { place, character: '\u{202E}' }], "{text}");
        }
        assert_eq!(escapes("x &shy; &ZeroWidthSpace; &amp; &shyness;", Entity).len(), 2);
        assert_eq!(escapes("\\\\u202E \\u20 \\", Fluent), []);
        let (text, places) = unescaped("a&shy;b&#48;", Entity).expect("there are two");
        assert_eq!((text.as_str(), places[1].0), ("a\u{AD}b0", 4));
    }
}
