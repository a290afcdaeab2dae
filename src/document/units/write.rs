//! Tokens to the text of a file: characters that Markdown would read as markup are escaped. Knows nothing of blocks.

use super::{Unit, UnitForm, UnitToken};

/// Tokens as they can be written: white space is one space, and none stands just inside of emphasis, where Markdown
/// would not see the emphasis.
#[must_use]
pub fn normal(unit: &Unit, tokens: Vec<UnitToken>) -> Vec<UnitToken> {
    let mut parts: Vec<UnitToken> = Vec::new();
    for token in tokens {
        match (token, parts.last_mut()) {
            (UnitToken::Text(text), Some(UnitToken::Text(before))) => before.push_str(&text),
            (token, _) => parts.push(token),
        }
    }
    for part in &mut parts {
        if let UnitToken::Text(text) = part {
            *text = one_space(text);
            if unit.form == UnitForm::Argument {
                *text = text.replace('"', "\u{201d}");
            }
        }
    }
    outwards(unit, &mut parts);
    if let Some(UnitToken::Text(first)) = parts.first_mut() {
        *first = first.trim_start().to_owned();
    }
    if let Some(UnitToken::Text(last)) = parts.last_mut() {
        last.truncate(last.trim_end().len());
    }
    parts.retain(|part| !matches!(part, UnitToken::Text(text) if text.is_empty()));
    parts
}

fn one_space(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        // A no-break space is a choice of the translator.
        let blank = c.is_ascii_whitespace();
        if !(blank && out.ends_with(' ')) {
            out.push(if blank { ' ' } else { c });
        }
    }
    out
}

/// Moves spaces from just inside of emphasis to the outside.
fn outwards(unit: &Unit, parts: &mut Vec<UnitToken>) {
    let mut index = 0;
    while index + 1 < parts.len() {
        match (&parts[index], &parts[index + 1]) {
            (UnitToken::Open(held), UnitToken::Text(text))
                if unit.held[*held].what.optional() && text.starts_with(' ') =>
            {
                let (open, text) = (parts[index].clone(), UnitToken::Text(text[1..].to_owned()));
                parts.splice(index..index + 2, [UnitToken::Text(" ".to_owned()), open, text]);
                index += 1;
            }
            (UnitToken::Text(text), UnitToken::Close(held))
                if unit.held[*held].what.optional() && text.ends_with(' ') =>
            {
                let text = UnitToken::Text(text[..text.len() - 1].to_owned());
                parts.splice(index..index + 2, [text, UnitToken::Close(*held), UnitToken::Text(" ".to_owned())]);
            }
            _ => {}
        }
        index += 1;
    }
    let mut merged: Vec<UnitToken> = Vec::new();
    for part in parts.drain(..) {
        match (part, merged.last_mut()) {
            (UnitToken::Text(text), Some(UnitToken::Text(before))) => *before = one_space(&format!("{before}{text}")),
            (UnitToken::Text(text), _) if text.is_empty() => {}
            (part, _) => merged.push(part),
        }
    }
    *parts = merged;
}

/// The text of a unit in its file.
pub(super) fn text(unit: &Unit, tokens: &[UnitToken]) -> String {
    let mut out = String::new();
    for (index, token) in tokens.iter().enumerate() {
        match token {
            UnitToken::Text(text) if matches!(unit.form, UnitForm::Plain | UnitForm::Argument) => out.push_str(text),
            UnitToken::Text(text) => {
                let image =
                    matches!(tokens.get(index + 1), Some(UnitToken::Open(held)) if unit.held[*held].open == "[");
                escape(text, index == 0, image, unit.form == UnitForm::Cell, &mut out);
            }
            UnitToken::Placeholder(held) | UnitToken::Open(held) => out.push_str(&unit.held[*held].open),
            UnitToken::Close(held) => out.push_str(&unit.held[*held].close),
        }
    }
    out
}

/// Words as the start of a block that shows them as they are.
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    escape(words, true, false, false, &mut out);
    out
}

/// Escapes what Markdown would take for markup (`CommonMark`, section 2.4). `first` is the start of a block.
fn escape(text: &str, first: bool, before_link: bool, cell: bool, out: &mut String) {
    let chars: Vec<char> = text.chars().collect();
    let number = first.then(|| chars.iter().take_while(|c| c.is_ascii_digit()).count()).filter(|digits| *digits > 0);
    for (at, &c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| chars[at]);
        let after = chars.get(at + 1).copied();
        let special = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' => true,
            '_' => !(before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)),
            '&' => after.is_some_and(|c| c.is_ascii_alphanumeric() || c == '#'),
            '#' => before.is_none_or(char::is_whitespace),
            '|' => cell,
            '!' => after.is_none() && before_link,
            '>' | '-' | '+' | '=' | ':' => first && at == 0,
            '.' | ')' => number == Some(at),
            _ => false,
        };
        match c {
            // The start of attributes; a backslash would not stop that.
            '{' => out.push_str("&#123;"),
            _ => {
                if special {
                    out.push('\\');
                }
                out.push(c);
            }
        }
    }
}
