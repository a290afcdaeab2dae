//! Words and addresses of word processors made fit for a text: characters that nobody sees, spaces for the layout, links
//! that lead over somebody else's server. Knows nothing of formats and of Markdown.

use std::borrow::Cow;
use std::sync::Arc;

use super::model::{RunStyle, TextPiece, TextRun};
use crate::diagnostic::Message;
use crate::lang;
use crate::message;

/// Bytes of the longest address.
const LONGEST: usize = 2_000;

/// Text without characters that word processors put between words for the layout. Joiners and marks of direction stay:
/// some scripts are written with them.
pub(super) fn text(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push(' '),
            // Hyphens that show only at the end of a line, places to break, controls that turn what follows.
            '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}'
            // Controls, lost characters, places of one font.
            | '\u{fff9}'..='\u{fffd}' | '\u{7f}'..='\u{9f}' | '\u{e000}'..='\u{f8ff}' => {}
            c if c.is_control() => {}
            '\u{a0}' | '\u{202f}' if !holds(out.chars().next_back(), chars.peek().copied()) => out.push(' '),
            c => out.push(c),
        }
    }
    lang::nfc(&out).into_owned()
}

/// Whether a space that does not break means something between two characters: beside digits and the signs that some
/// languages put a space before.
fn holds(before: Option<char>, after: Option<char>) -> bool {
    let counts = |c: Option<char>| c.is_some_and(|c| c.is_numeric() || "«»:;!?%€$£§°".contains(c));
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    !blank(before) && !blank(after) && (counts(before) || counts(after))
}

/// Digits and signs as they stand above the line, where all of a text has such a form.
pub(super) fn raised(text: &str) -> Cow<'_, str> {
    shifted(text, "0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
}

/// The same below the line.
pub(super) fn lowered(text: &str) -> Cow<'_, str> {
    shifted(text, "0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
}

fn shifted<'t>(text: &'t str, from: &str, to: &str) -> Cow<'t, str> {
    let of = |c: char| from.chars().zip(to.chars()).find(|(plain, _)| *plain == c).map(|(_, shifted)| shifted);
    text.chars().map(of).collect::<Option<String>>().map_or(Cow::Borrowed(text), Cow::Owned)
}

/// The pieces of a paragraph: runs that are alike are one, white space is one space and stands at no end.
pub(super) fn content(pieces: Vec<TextPiece>) -> Vec<TextPiece> {
    let mut out: Vec<TextPiece> = Vec::with_capacity(pieces.len());
    // Whether a space would stand at the start of a line or behind another one.
    let mut blank = true;
    for piece in pieces {
        match piece {
            TextPiece::Run(run) => {
                let mut text = String::with_capacity(run.text.len());
                for c in run.text.chars() {
                    let space = c == ' ';
                    if !(space && blank) {
                        text.push(c);
                    }
                    blank = space;
                }
                push(&mut out, TextRun { text, ..run });
            }
            TextPiece::Break => {
                trim_end(&mut out);
                if !out.is_empty() && out.last() != Some(&TextPiece::Break) {
                    out.push(TextPiece::Break);
                }
                blank = true;
            }
            other => {
                out.push(other);
                blank = false;
            }
        }
    }
    trim_end(&mut out);
    while out.last() == Some(&TextPiece::Break) {
        out.pop();
        trim_end(&mut out);
    }
    // Marks that stood apart in two runs may make another character together.
    for piece in &mut out {
        if let TextPiece::Run(run) = piece
            && let Cow::Owned(composed) = lang::nfc(&run.text)
        {
            run.text = composed;
        }
    }
    out
}

fn push(out: &mut Vec<TextPiece>, run: TextRun) {
    if run.text.is_empty() {
        return;
    }
    match out.last_mut() {
        Some(TextPiece::Run(last)) if last.style == run.style && last.link == run.link => last.text.push_str(&run.text),
        _ => out.push(TextPiece::Run(run)),
    }
}

fn trim_end(out: &mut Vec<TextPiece>) {
    while let Some(TextPiece::Run(run)) = out.last_mut() {
        run.text.truncate(run.text.trim_end_matches(' ').len());
        if !run.text.is_empty() {
            return;
        }
        out.pop();
    }
}

/// Takes so many bytes from the start of a paragraph, and the spaces behind them.
pub(super) fn without_start(pieces: Vec<TextPiece>, bytes: usize) -> Vec<TextPiece> {
    let mut rest = bytes;
    let mut out = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let TextPiece::Run(run) = piece else {
            out.push(piece);
            continue;
        };
        let taken = rest.min(run.text.len());
        rest -= taken;
        out.push(TextPiece::Run(TextRun { text: run.text[taken..].to_owned(), ..run }));
    }
    content(out)
}

/// A run of plain words.
pub(super) fn words(text: &str) -> TextPiece {
    TextPiece::Run(TextRun { text: text.to_owned(), style: RunStyle::default(), link: None })
}

/// The address that a link leads to, or what is wrong with it in words. Addresses that lead over a server that counts who
/// follows them are those of the page itself.
pub(super) fn address(raw: &str) -> Result<Arc<str>, Message> {
    let address = raw.trim();
    let direct = unwrapped(address);
    let address: &str = direct.as_deref().unwrap_or(address);
    if address.len() > LONGEST {
        return Err(message!("left-link-long"));
    }
    if address.chars().any(|c| c.is_control() || c.is_whitespace() || matches!(c, '<' | '>' | '\u{feff}')) {
        return Err(message!("left-link-signs"));
    }
    let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    match scheme.as_deref() {
        Some("http" | "https" | "mailto" | "tel") => Ok(Arc::from(address)),
        _ if address.starts_with('#') && address.len() > 1 => Ok(Arc::from(address)),
        Some(scheme) if scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c)) && scheme.len() > 1 => {
            Err(message!("left-link-computer"))
        }
        _ => Err(message!("left-link-beside")),
    }
}

/// The address inside that of a server that only passes readers on.
fn unwrapped(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("://")?;
    let (host, rest) = rest.split_once('/')?;
    let (path, query) = rest.split_once('?')?;
    let host = host.to_ascii_lowercase();
    let key = match path {
        "url" if host.starts_with("www.google.") => "q",
        "" if host.ends_with(".safelinks.protection.outlook.com") => "url",
        _ => return None,
    };
    let value = query.split('&').find_map(|pair| pair.split_once('=').filter(|(name, _)| *name == key))?.1;
    let inner = percent_encoding::percent_decode_str(value).decode_utf8().ok()?.into_owned();
    (inner.starts_with("https://") || inner.starts_with("http://")).then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_goes_and_what_scripts_need_stays() {
        assert_eq!(text("af\u{ad}spra\u{200b}ken\u{a0}maken"), "afspraken maken");
        assert_eq!(text("10\u{a0}% «\u{202f}oui\u{202f}»"), "10\u{a0}% «\u{202f}oui\u{202f}»");
        assert_eq!(text("می\u{200c}خواهم e\u{301}"), "می\u{200c}خواهم é");
    }

    #[test]
    fn signs_above_the_line_are_kept_where_there_are_such() {
        assert_eq!(raised("2"), "²");
        assert_eq!(raised("de"), "de");
        assert_eq!(lowered("2"), "₂");
    }

    #[test]
    fn links_lead_to_the_page_itself_or_nowhere() {
        let google = "https://www.google.com/url?q=https://a.example/b%3Fc&sa=D";
        assert_eq!(address(google).as_deref(), Ok("https://a.example/b?c"));
        let outlook =
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F&data=05%7Cnaam%40a";
        assert_eq!(address(outlook).as_deref(), Ok("https://a.example/"));
        assert_eq!(address("mailto:a@b.example").as_deref(), Ok("mailto:a@b.example"));
        for wrong in ["javascript:x", "file:///C:/a.docx", "C:\\a.docx", "../a.docx", "a b", "https://a b", ""] {
            assert!(address(wrong).is_err(), "{wrong}");
        }
    }
}
