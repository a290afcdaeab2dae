//! Errors of the template engine as diagnostics with their place. Knows nothing of what was rendered.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Error, ErrorKind};

use super::functions::NO_TEXT;
use crate::diagnostic::{Code, Diagnostic, Message, Span};
use crate::message;

/// A diagnostic at its place, or without one where the file is not known.
fn at_place(diagnostic: Diagnostic, span: Option<Span>) -> Diagnostic {
    match span {
        Some(span) => diagnostic.at(span),
        None => diagnostic,
    }
}

/// Explains an error. `files` gives the source of every template; `template` is where it began.
pub(super) fn explain(error: &Error, files: &BTreeMap<String, Arc<str>>, template: &str) -> Diagnostic {
    let start = |name: &str| files.get(name).map(Span::start_of);
    let new = |message: Message| Diagnostic::error(Code::TemplateInvalid, message);
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let span = files.get(report.filename()).map(|file| Span::new(file, report.span().range.clone()));
            let missing = report.message().contains(NO_TEXT);
            let code = if missing { Code::StringMissing } else { Code::TemplateInvalid };
            at_place(Diagnostic::error(code, Message::verbatim(lower_first(report.message()))), span)
        }
        ErrorKind::CircularExtend { tpl, inheritance_chain } => {
            let chain = inheritance_chain.join("`, `");
            at_place(new(message!("template-extends-itself", template = tpl, chain = chain)), start(tpl))
        }
        ErrorKind::CircularInclude { tpl, include_chain } => {
            let chain = include_chain.join("`, `");
            at_place(new(message!("template-includes-itself", template = tpl, chain = chain)), start(tpl))
        }
        ErrorKind::MissingParent { current, parent } => {
            let known: Vec<&str> = files.keys().map(String::as_str).collect();
            at_place(new(message!("template-extends-missing", template = current, parent = parent)), start(current))
                .suggest(parent, known)
        }
        ErrorKind::TemplateNotFound(name) => {
            let known: Vec<&str> = files.keys().map(String::as_str).collect();
            at_place(Diagnostic::error(Code::ThemeMissing, message!("template-missing", name = name)), start(template))
                .suggest(name, known)
        }
        _ => {
            let text = error.to_string();
            let named = files.keys().find(|name| text.contains(name.as_str())).map_or(template, String::as_str);
            at_place(new(Message::verbatim(lower_first(text.trim()))), start(named))
        }
    }
}

/// Explains an error of loading templates. What is unknown (filters, functions, includes, components) the engine tells
/// all at once, and in words only: blocks of `error: message`, ` --> template:line:column` and the line.
/// `offset` gives the byte of a line and column of a template.
pub(super) fn explain_all(
    error: &Error,
    files: &BTreeMap<String, Arc<str>>,
    offset: &dyn Fn(&str, usize, usize) -> usize,
) -> Vec<Diagnostic> {
    let text = match error.kind() {
        ErrorKind::Msg(text) => text.clone(),
        _ => String::new(),
    };
    let blocks: Vec<Diagnostic> = text
        .split("error: ")
        .filter_map(|block| {
            let (message, rest) = block.split_once(" --> ")?;
            let mut place = rest.lines().next()?.trim().rsplitn(3, ':');
            let column = place.next()?.parse().ok()?;
            let line = place.next()?.parse().ok()?;
            let name = place.next()?;
            let start = offset(name, line, column);
            let carets =
                rest.lines().find_map(|line| line.split_once('|').filter(|(_, l)| l.trim_start().starts_with('^')));
            let width = carets.map_or(1, |(_, line)| line.chars().filter(|c| *c == '^').count());
            let span = Span::new(files.get(name)?, start..start + width);
            Some(Diagnostic::error(Code::TemplateInvalid, Message::verbatim(lower_first(message.trim()))).at(span))
        })
        .collect();
    if blocks.is_empty() { vec![explain(error, files, "page.html")] } else { blocks }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.trim_end_matches('.').chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
