//! What is wrong with a command line, in the language of the editors: what the parser found, in our words. Knows nothing of what
//! the flags mean, but what their values look like.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::diagnostic::{Catalog, Message, visible};
use crate::message;

/// A command line that is not understood: what is wrong, what helps, and how the command is written. None for what is no
/// mistake, such as a wish for help.
pub(super) fn told(error: &Error, catalog: &Catalog) -> Option<String> {
    let mistake = Mistake { error };
    let message = mistake.message()?;
    let mut out = format!("{}: {}\n", message!("error").text(catalog), message.text(catalog));
    if let Some(help) = mistake.help() {
        out.push_str(&format!("  = {}: {}\n", message!("help").text(catalog), help.text(catalog)));
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        // The parser puts its own word before it.
        let line = usage.split_once(": ").map_or(&*usage, |(_, line)| line);
        out.push_str(&format!("\n{}\n", message!("usage", line = line).text(catalog)));
    }
    out.push_str(&format!("\n{}\n", message!("usage-more").text(catalog)));
    Some(visible(&out))
}

/// What the parser found.
struct Mistake<'a> {
    error: &'a Error,
}

impl Mistake<'_> {
    fn message(&self) -> Option<Message> {
        let flag = || self.text(ContextKind::InvalidArg).unwrap_or_default();
        let value = || self.text(ContextKind::InvalidValue).unwrap_or_default();
        Some(match self.error.kind() {
            ErrorKind::UnknownArgument => message!("flag-unknown", flag = flag()),
            ErrorKind::InvalidSubcommand => {
                message!("command-unknown", name = self.text(ContextKind::InvalidSubcommand)?)
            }
            ErrorKind::InvalidValue if value().is_empty() => message!("flag-without-value", flag = flag()),
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
                message!("flag-value-invalid", flag = flag(), value = value())
            }
            ErrorKind::NoEquals => message!("flag-needs-equals", flag = flag()),
            ErrorKind::TooManyValues => message!("flag-value-too-many", flag = flag(), value = value()),
            ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
                let wanted = self.number(ContextKind::ExpectedNumValues).or(self.number(ContextKind::MinValues));
                message!("flag-values-wanted", flag = flag(), count = wanted.unwrap_or(1))
            }
            ErrorKind::ArgumentConflict => self.conflict(),
            ErrorKind::MissingRequiredArgument => {
                message!("arguments-missing", names = self.texts(ContextKind::InvalidArg))
            }
            ErrorKind::MissingSubcommand => message!("command-missing"),
            ErrorKind::InvalidUtf8 => message!("argument-no-text"),
            _ => return None,
        })
    }

    fn conflict(&self) -> Message {
        let first = self.text(ContextKind::InvalidArg).or_else(|| self.text(ContextKind::InvalidSubcommand));
        let (first, others) = (first.unwrap_or_default(), self.texts(ContextKind::PriorArg));
        if others.is_empty() || others == [first.clone()] {
            message!("flag-twice", flag = first)
        } else {
            message!("flags-exclude", flag = first, others = others)
        }
    }

    fn help(&self) -> Option<Message> {
        let suggested = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
        // The parser names the nearest last.
        if let Some(name) = suggested.into_iter().find_map(|kind| self.texts(kind).pop()) {
            return Some(message!("did-you-mean", name = name));
        }
        let known = [ContextKind::ValidValue, ContextKind::ValidSubcommand];
        let known = known.into_iter().map(|kind| self.texts(kind)).find(|names| !names.is_empty());
        known.map(|names| message!("known-here", names = names)).or_else(|| self.looks_like())
    }

    /// What a value looks like, by the name that it has in help.
    fn looks_like(&self) -> Option<Message> {
        let flag = self.text(ContextKind::InvalidArg)?;
        let (_, rest) = flag.split_once('<')?;
        match rest.split('>').next()? {
            "DATE" => Some(message!("value-date")),
            "PORT" => Some(message!("value-number", least = 0_u32, most = u32::from(u16::MAX))),
            "PERCENT" => Some(message!("value-number", least = 0_u32, most = 100_u32)),
            "LINE" => Some(message!("value-line")),
            "ADDRESS" => Some(message!("value-interface")),
            "TAG" => Some(message!("known-here", names = Catalog::languages().as_slice())),
            _ => None,
        }
    }

    fn text(&self, kind: ContextKind) -> Option<String> {
        self.texts(kind).into_iter().next()
    }

    fn texts(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => vec![text.clone()],
            Some(ContextValue::Strings(texts)) => texts.clone(),
            _ => Vec::new(),
        }
    }

    fn number(&self, kind: ContextKind) -> Option<u64> {
        match self.error.get(kind) {
            Some(ContextValue::Number(number)) => u64::try_from(*number).ok(),
            _ => None,
        }
    }
}
