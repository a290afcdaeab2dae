//! The settings between `---` at the top of a document, to typed values with their places.
//! Knows nothing of other documents.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use crate::declaration::WhyAbsent;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::lang::Lang;
use crate::message;
use crate::schema::{Field, FieldValue, Kind, Type, ValueContext, known_values, read_value, reversed};
use crate::settings::{Located, Settings};
use crate::source::digestible;
use crate::yaml::{self, Node};

/// The values of a front matter.
#[derive(Clone, Debug, Default)]
pub struct FrontMatter {
    /// By field name.
    pub fields: BTreeMap<Arc<str>, Located<FieldValue>>,
    /// Present in translations.
    pub translation: Option<Translation>,
    /// The first line, for what is missing.
    pub span: Range<usize>,
    /// Whether a line that decides what may be published says nothing that can be read.
    pub undecided: bool,
    /// The whole lines of the fields of a translation, by their names.
    pub lines: BTreeMap<Arc<str>, Span>,
}

/// How a translation came to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Translation {
    /// Language of the source.
    pub source: Located<Lang>,
    /// Hash of the source when this was translated.
    pub hash: Option<Located<Arc<str>>>,
    /// How far it is.
    pub state: State,
    /// Role of who reviewed it.
    pub reviewer: Option<Arc<str>>,
    /// Day of the review.
    pub on: Option<Date>,
    /// Whether it may be published although its source is a draft.
    pub standalone: bool,
}

digestible!(struct Translation { source, hash, state, reviewer, on, standalone });

/// How far a translation is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// Made by a machine.
    Machine,
    /// Made by a person, not yet reviewed.
    #[default]
    Draft,
    /// Reviewed.
    Reviewed,
}

digestible!(
    enum State {
        Machine,
        Draft,
        Reviewed,
    }
);

impl State {
    /// The word for it in front matter.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Machine => "machine",
            Self::Draft => "draft",
            Self::Reviewed => "reviewed",
        }
    }
}

impl FrontMatter {
    /// Whether its document is not published yet, and may be unfinished.
    pub(super) fn is_draft(&self) -> bool {
        self.fields.get("draft").and_then(|draft| draft.value.as_bool()) == Some(true)
    }

    /// The day of the entry, by the field of its type that dates it.
    pub(super) fn day(&self, type_: &Type) -> Option<Date> {
        let value = &self.fields.get(type_.date_field.as_ref()?)?.value;
        value.as_date().or_else(|| value.as_date_time().map(|time| time.date()))
    }
}

/// The bytes of the YAML and of the body.
///
/// # Errors
/// A diagnostic when there is no front matter or it is not closed.
pub fn split(text: &str, file: &Arc<str>) -> Result<(Range<usize>, Range<usize>), Box<Diagnostic>> {
    let fence = |line: &str| line.trim_end() == "---";
    let first = text.lines().next().unwrap_or_default();
    if !fence(first) {
        return Err(Box::new(
            Diagnostic::error(Code::FrontMatter, "this document does not start with front matter")
                .at(Span::new(file, 0..first.len()))
                .help("start the file with three lines: `---`, `title: …`, `---`"),
        ));
    }
    let start = (first.len() + 1).min(text.len());
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if fence(line) {
            return Ok((start..at, at + line.len()..text.len()));
        }
        at += line.len();
    }
    Err(Box::new(
        Diagnostic::error(Code::FrontMatter, "the front matter is not closed")
            .at(Span::new(file, 0..first.len()))
            .label("it starts here")
            .help("add a line `---` after the last setting"),
    ))
}

/// Reads the YAML of a document of `type_`; `yaml` is its place in the text of the file.
pub fn parse(
    text: &str,
    yaml: Range<usize>,
    context: &ValueContext<'_>,
    type_: &Type,
    diagnostics: &mut Diagnostics,
) -> Option<FrontMatter> {
    let file = context.file;
    let node = match yaml::parse(&text[yaml.clone()], file, yaml.start) {
        Ok(node) => {
            yaml::check_characters(&node, text, diagnostics);
            node
        }
        Err(diagnostic) => {
            diagnostics.push(*diagnostic);
            return None;
        }
    };
    if node.map().is_none() && !node.is_null() {
        let message = format!("the front matter must be keys and values, found {}", node.kind());
        let at = node.span.clone();
        diagnostics.push(Diagnostic::error(Code::FrontMatter, message).at(at).help("write `title: …`"));
        return None;
    }
    let mut front = FrontMatter { span: 0..3, ..FrontMatter::default() };
    for (key, value) in node.map().unwrap_or_default() {
        let name = key.name.as_str();
        if name == "translation" {
            front.translation = translation(value, diagnostics);
        } else if let Some(field) = type_.field(name) {
            if value.is_null() {
                if let Some(example) = deciding(field) {
                    front.undecided = true;
                    diagnostics.push(no_decision(name, example).at(key.span.clone()));
                }
                continue;
            }
            let read = read_value(field, value, context, diagnostics);
            front.undecided |= read.is_none() && deciding(field).is_some();
            if let Some(read) = read {
                // The key is pointed at: relations between fields are told by their names.
                let located = Located { value: read, span: key.span.clone() };
                front.fields.insert(Arc::clone(&field.name), located);
            }
        } else {
            let known = type_.fields.iter().map(|field| &*field.name).chain(["translation"]);
            let wrong = match type_.absent(name) {
                Some(why) => not_there(name, &type_.name, why),
                None => {
                    let message = format!("the type `{}` has no field `{name}`", type_.name);
                    Diagnostic::error(Code::UnknownField, message).suggest(name, known)
                }
            };
            diagnostics.push(wrong.at(key.span.clone()));
        }
    }
    if front.translation.is_some() {
        front.lines = lines_of(text, yaml.end, &node, file);
    }
    missing(&front, &node, type_, context, diagnostics);
    if !front.is_draft() {
        yaml::check_fill_ins(&node, text, diagnostics);
    }
    let set = |name: &str| front.fields.get(name).map(|field| (&field.value, field.span.clone()));
    reversed(&type_.fields, set, diagnostics);
    Some(front)
}

/// The whole lines of each field, up to those of the next one; `end` is that of the settings. A field that shares a line with
/// another one is left out.
fn lines_of(text: &str, end: usize, node: &Node, file: &Arc<str>) -> BTreeMap<Arc<str>, Span> {
    let entries = node.map().unwrap_or_default();
    let starts: Vec<usize> = entries.iter().map(|(key, _)| key.span.range.range().start).collect();
    let starts_line = |at: usize| text[..at].ends_with('\n');
    let mut lines = BTreeMap::new();
    for ((key, _), start) in entries.iter().zip(&starts) {
        let mut until = starts.iter().copied().filter(|other| other > start).min().unwrap_or(end);
        if !starts_line(*start) || !starts_line(until) {
            continue;
        }
        // Comments above the next field are about that.
        while let Some(line) = text[*start..until].split_inclusive('\n').next_back() {
            if !line.trim().is_empty() && !line.starts_with('#') {
                break;
            }
            until -= line.len();
        }
        lines.insert(Arc::from(key.name.as_str()), Span::new(file, *start..until));
    }
    lines
}

/// The message on a field of the base type that the type of the site lacks.
fn not_there(name: &str, type_: &str, why: &WhyAbsent) -> Diagnostic {
    let message = format!("the type `{type_}` has no field `{name}` here: {}", why.reason());
    Diagnostic::error(Code::UnknownField, message).help(why.remedy())
}

/// What may stand in a field by which it is decided who sees a document, as an example; `None` for any other field.
fn deciding(field: &Field) -> Option<&'static str> {
    match (&field.kind, &*field.name) {
        (Kind::Bool, "draft" | "noindex" | "illustrative" | "sensitive") if field.system => Some("true"),
        (Kind::Date, "publish" | "expires") if field.system => Some("2027-01-31"),
        (Kind::Confidentiality, _) => Some("closed"),
        (Kind::Consent, _) => Some("{ref: \"17\", obtained: 2026-01-31}"),
        _ => None,
    }
}

/// Nobody can know whether an empty line means yes or no, and what is published does not come back.
fn no_decision(name: &str, example: &str) -> Diagnostic {
    Diagnostic::error(Code::FieldInvalid, format!("`{name}` has no value, so it is not known what may be published"))
        .help(format!("write a value, such as `{name}: {example}`, or remove the line"))
}

/// Required fields that are not set; a translation takes shared ones from its source.
fn missing(front: &FrontMatter, node: &Node, type_: &Type, context: &ValueContext<'_>, diagnostics: &mut Diagnostics) {
    let written = |name: &str| node.get(name).is_some_and(|value| !value.is_null());
    let due = type_.fields.iter().filter(|field| field.required && (field.translated || front.translation.is_none()));
    for field in due.filter(|field| !written(&field.name)) {
        let line = message!("part-missing-help", name = &*field.name);
        let help = match known_values(field, context.lang) {
            Some(known) => message!("both", first = line, second = known),
            None => line,
        };
        let message = message!("field-missing", name = &*field.name, type_name = &*type_.name);
        let missing = Diagnostic::error(Code::FieldMissing, message);
        diagnostics.push(missing.at(Span::new(context.file, front.span.clone())).help(help));
    }
}

fn translation(node: &Node, diagnostics: &mut Diagnostics) -> Option<Translation> {
    let mut settings = Settings::new(node, Code::TranslationInvalid, diagnostics);
    let source = settings.required("source");
    let state = settings.string("state");
    let on = settings.string("on");
    let hash = settings.string("hash");
    let reviewer = settings.string("reviewer").map(|reviewer| reviewer.value);
    let standalone = settings.bool("standalone", false);
    let state = match state.as_ref().map(|state| &*state.value) {
        None | Some("draft") => State::Draft,
        Some("machine") => State::Machine,
        Some("reviewed") => State::Reviewed,
        Some(other) => {
            let span = state.as_ref().map_or_else(|| settings.span(), |state| state.span.clone());
            settings.wrong(&span, format!("`{other}` is not a state: `machine`, `draft` or `reviewed`"));
            State::Draft
        }
    };
    let day = on.as_ref().and_then(|on| on.value.parse().ok());
    if let (Some(on), None) = (&on, day) {
        settings.wrong(&on.span, format!("`{}` is not a date such as `2023-01-24`", on.value));
    }
    settings.finish();
    let source = source?;
    match Lang::parse(&source.value) {
        Some(lang) => Some(Translation {
            source: Located { value: lang, span: source.span },
            hash,
            state,
            reviewer,
            on: day,
            standalone,
        }),
        None => {
            let message = format!("`{}` is not a language", source.value);
            diagnostics.push(Diagnostic::error(Code::UnknownLanguage, message).at(source.span));
            None
        }
    }
}
