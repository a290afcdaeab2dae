//! What a line of settings is made of, as people type it: blanks of any kind, a key, signs that stand for quotes.
//! Knows nothing of other lines.

use std::ops::Range;

/// Letters of the longest key; what is longer is a sentence with a colon.
const LONGEST_KEY: usize = 60;

/// White space of any kind, and signs that show nothing.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_unseen(c)
}

/// Signs without width that programs put between words.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// Bytes of the blanks that a text starts with.
pub(super) fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches(is_blank).len()
}

/// A key at the start of a text, with places in that text.
#[derive(Debug)]
pub(super) struct KeyAt {
    /// Without quotes and blanks.
    pub(super) name: String,
    /// The name, with its quotes.
    pub(super) range: Range<usize>,
    /// The colon.
    pub(super) colon: Range<usize>,
    /// Whether the value follows the colon at once.
    pub(super) is_tight: bool,
}

/// The key that a text starts with, be there no blank behind its colon.
pub(super) fn key_at(text: &str) -> Option<KeyAt> {
    let (name, end) = match text.chars().next()? {
        quote @ ('"' | '\'') => {
            let close = text[1..].find(quote)? + 1;
            (&text[1..close], close + 1)
        }
        _ => {
            let colon = text.find([':', '：'])?;
            let name = text[..colon].trim_end_matches(is_blank);
            (name, name.len())
        }
    };
    let start = end + blanks(&text[end..]);
    let sign = text[start..].chars().next().filter(|c| matches!(c, ':' | '：'))?;
    let colon = start..start + sign.len_utf8();
    let next = text[colon.end..].chars().next();
    let plain = |c: char| c.is_alphanumeric() || is_blank(c) || matches!(c, '_' | '-' | '.' | '/' | '\'' | '’' | '`');
    let starts = name.chars().next().is_some_and(|c| c.is_alphanumeric() || c == '_' || is_unseen(c));
    if !starts || !name.chars().all(plain) || name.chars().count() > LONGEST_KEY {
        return None;
    }
    let is_tight = next.is_some_and(|c| !is_blank(c));
    let name = name.chars().filter(|c| !is_unseen(*c)).collect::<String>();
    Some(KeyAt { name: name.trim().to_owned(), range: 0..end, colon, is_tight })
}

/// Whether a key with its value close behind the colon is one, where nobody knows its name: no address, no time of day.
pub(super) fn is_plain_word(key: &KeyAt, text: &str) -> bool {
    let letters = key.name.chars().all(|c| c.is_alphabetic() || c == '_') && key.name.chars().count() > 1;
    letters && !text[key.colon.end..].starts_with(['/', ':', '\\'])
}

/// Signs that people and programs write for quotes.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '\u{2018}'..='\u{201F}' | '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』' | '＂')
}

/// Whether a sign is one of two strokes or angles, as `"` is.
fn is_double(c: char) -> bool {
    is_quote(c) && !matches!(c, '\'' | '\u{2018}'..='\u{201B}' | '‹' | '›')
}

/// What stands between a quote at the start and one at the end, whatever signs they are. `None` where quotes of that kind
/// stand within it, too: nobody knows then which belong together.
pub(super) fn unquoted(text: &str) -> Option<&str> {
    let first = text.chars().next().filter(|c| is_quote(*c))?;
    let last = text.chars().next_back().filter(|c| is_quote(*c))?;
    let inner = text.get(first.len_utf8()..text.len() - last.len_utf8())?;
    let same = |c: char| is_quote(c) && (is_double(c) == is_double(first) || is_double(c) == is_double(last));
    // `‘s avonds` starts with an apostrophe, and no text in quotes with a letter that stands alone.
    let letters = inner.chars().take_while(|c| c.is_lowercase()).count();
    let apostrophe = !is_double(first) && letters == 1 && inner.chars().nth(1).is_some_and(is_blank);
    (!inner.trim().is_empty() && !inner.contains(same) && !apostrophe).then(|| inner.trim_matches(is_blank))
}

/// Where a comment starts, by the rule that keeps `#3` a word: behind a blank, and with one behind it.
pub(super) fn comment_start(text: &str) -> Option<usize> {
    text.match_indices('#').map(|(at, _)| at).find(|at| is_comment(text, *at))
}

fn is_comment(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    before.is_none_or(is_blank) && text[at + 1..].chars().next().is_none_or(|c| is_blank(c) || c == '#')
}

/// Bytes up to behind the bracket that closes the one at the start; `None` where none does. Quotes count at the start of
/// an item only: elsewhere they are apostrophes.
pub(super) fn behind_bracket(text: &str) -> Option<usize> {
    let (mut depth, mut quote, mut opens) = (0_usize, None, true);
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') if opens => quote = Some(c),
            (None, '[' | '{') => depth += 1,
            (None, ']' | '}') => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
        opens = matches!(c, '[' | '{' | ',' | ':') || (opens && is_blank(c));
    }
    None
}

/// Bytes up to behind the quote that closes the one at the start; `None` where none does.
pub(super) fn behind_quote(text: &str) -> Option<usize> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut chars = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        if c == '\\' && quote == '"' {
            chars.next();
        } else if c == quote {
            let doubled = quote == '\'' && chars.peek().is_some_and(|(_, next)| *next == quote);
            if !doubled {
                return Some(at + 1);
            }
            chars.next();
        }
    }
    None
}

/// Whether a value is the head of lines that are taken as they are: `|` or `>`, with signs for their ends.
pub(super) fn is_block_head(value: &str) -> bool {
    let head = comment_start(value).map_or(value, |at| &value[..at]).trim_end_matches(is_blank);
    let signs = head.strip_prefix(['|', '>']);
    signs.is_some_and(|signs| signs.len() <= 2 && signs.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-')))
}
