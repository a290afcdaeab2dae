//! What the YAML library refuses, in our words. No word of the library gets out: what is not known here is "a line that
//! cannot be read". Knows nothing of what keys mean.

use std::ops::Range;

use super::{Error, YamlKey, bytes};
use crate::diagnostic::{Code, Diagnostic, Message, Span};
use crate::message;

/// A mistake in our words.
#[derive(Debug)]
pub(super) struct Explained {
    pub(super) diagnostic: Box<Diagnostic>,
    /// Whether it is this and nothing else. What a parser trips over is often not what is wrong.
    pub(super) is_certain: bool,
}

/// The key that stands twice.
pub(super) fn twice(second: &YamlKey, first: &Span) -> Diagnostic {
    Diagnostic::error(Code::DuplicateKey, message!("yaml-key-twice", key = &second.name))
        .at(second.span.clone())
        .label(message!("yaml-second-time-label"))
        .help(message!("yaml-key-twice-help"))
        .also(first.clone(), message!("yaml-first-time-label"))
}

/// What is opened and not closed.
pub(super) fn unclosed(at: Span, closing: char, whole: &str) -> Diagnostic {
    let example = crate::lang::truncate(whole, 80);
    let (message, help) = if matches!(closing, '"' | '\'') {
        (message!("yaml-quote-open"), message!("yaml-quote-open-help", example = &*example))
    } else {
        (message!("yaml-bracket-open"), message!("yaml-bracket-open-help", closing = closing, example = &*example))
    };
    Diagnostic::error(Code::YamlInvalid, message).at(at).help(help)
}

/// A line of which nobody knows what is wrong with it.
pub(super) fn unread(at: Span) -> Explained {
    let diagnostic = Diagnostic::error(Code::YamlInvalid, message!("yaml-unread")).at(at);
    Explained { diagnostic: Box::new(diagnostic.help(message!("yaml-unread-help"))), is_certain: false }
}

/// A tab in the indentation.
pub(super) fn tab(at: Span, is_first: bool) -> Explained {
    let message = if is_first { message!("yaml-tab-first") } else { message!("yaml-tab") };
    let diagnostic = Diagnostic::error(Code::YamlInvalid, message).at(at).help(message!("yaml-tab-help"));
    Explained { diagnostic: Box::new(diagnostic), is_certain: false }
}

/// The library's error. `text` is what it read; `back` leads from a place in that to a span of the file.
pub(super) fn explain(error: &Error, text: &str, back: &dyn Fn(Range<usize>) -> Span) -> Explained {
    let range = error.location().map_or(0..0, |location| bytes(location, text));
    let at = back(range.clone());
    let full = error.to_string();
    let reason = full.rsplit_once(" at line ").map_or(full.as_str(), |(reason, _)| reason);
    if let Error::DuplicateMappingKey { key, .. } = error.without_snippet() {
        let name = key.clone().unwrap_or_default();
        let first = first_key(text, &name, range.start).map(|first| back(first..first + name.len()));
        let second = YamlKey { name, span: at.clone() };
        let mut diagnostic = twice(&second, first.as_ref().unwrap_or(&at));
        if first.is_none() {
            diagnostic.also.clear();
        }
        return Explained { diagnostic: Box::new(diagnostic), is_certain: true };
    }
    let diagnostic = |message: Message, at: Span| Diagnostic::error(Code::YamlInvalid, message).at(at);
    if reason.contains("budget breached") {
        let found = if reason.contains("Anchors") || reason.contains("Aliases") {
            let line = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
            let sign = text[line..range.end].rfind(['&', '*']).map_or(range.start, |at| line + at);
            diagnostic(message!("yaml-anchor"), back(sign..sign + 1)).help(message!("yaml-anchor-help"))
        } else {
            diagnostic(message!("yaml-too-deep"), at).help(message!("yaml-too-deep-help"))
        };
        return Explained { diagnostic: Box::new(found), is_certain: true };
    }
    match advice(reason, text, &range) {
        Some((message, help)) => {
            Explained { diagnostic: Box::new(diagnostic(message, at).help(help)), is_certain: false }
        }
        None => unread(at),
    }
}

/// Words for the mistakes editors make most.
fn advice(reason: &str, text: &str, range: &Range<usize>) -> Option<(Message, Message)> {
    let key = key_before(text, range.start).unwrap_or("title");
    let sign = text[range.start..].chars().next();
    let is = |needle: &str| reason.contains(needle);
    Some(if is("mapping values are not allowed") {
        (message!("yaml-second-colon"), message!("yaml-second-colon-help", key = key))
    } else if is("tabs disallowed") {
        (message!("yaml-tab"), message!("yaml-tab-help"))
    } else if is("unclosed quote") {
        (message!("yaml-quote-open"), message!("yaml-quote-unclosed-help"))
    } else if is("invalid trailing content") {
        (message!("yaml-behind-quote"), message!("yaml-behind-quote-help"))
    } else if is("unknown anchor") || is("anchor or alias") {
        (message!("yaml-anchor"), message!("yaml-anchor-help"))
    } else if is("unexpected character") {
        let sign = sign?;
        if matches!(sign, '@' | '`' | '%') {
            let shown = if sign == '`' { message!("a-backtick") } else { message!("a-sign", sign = sign) };
            (message!("yaml-start-sign", sign = shown), message!("yaml-quotes-help", key = key))
        } else {
            let code = format!("U+{:04X}", u32::from(sign));
            (message!("yaml-sign", code = code), message!("yaml-sign-help"))
        }
    } else if is("illegal placement of ':'") {
        (message!("yaml-bracket-open"), message!("yaml-bracket-unclosed-help"))
    } else if is("misplaced bracket") {
        (message!("yaml-bracket-extra"), message!("yaml-bracket-extra-help", key = key))
    } else if is("multiple YAML documents") {
        (message!("yaml-documents"), message!("yaml-documents-help"))
    } else {
        return None;
    })
}

/// The key of the line of a place.
fn key_before(text: &str, at: usize) -> Option<&str> {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let (key, _) = text[start..].lines().next()?.trim_start_matches([' ', '-']).split_once(':')?;
    let key = key.trim();
    (!key.is_empty() && key.len() < 40 && !key.contains(['"', '\'', '{', '['])).then_some(key)
}

/// Where a key stood first: the same word, at the start of a line or behind `{` or `,`, before `limit`.
fn first_key(text: &str, key: &str, limit: usize) -> Option<usize> {
    if key.is_empty() {
        return None;
    }
    text[..limit].rmatch_indices(key).map(|(at, _)| at).find(|at| {
        let before = text[..*at].trim_end_matches([' ', '"', '\'']);
        let after = text[at + key.len()..].trim_start_matches(['"', '\'', ' ']);
        after.starts_with(':') && (before.is_empty() || before.ends_with(['\n', '{', ',', '-']))
    })
}
