//! The settings between `---` at the top of a document, to typed values with their places.
//! Knows nothing of other documents.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use super::fences::opening;
use super::field_names;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Fix, Message, Span};
use crate::lang::{self, Lang};
use crate::message;
use crate::schema::{Field, FieldValue, Kind, Type, ValueContext, known_values, read_value, reversed};
use crate::settings::{Located, Settings};
use crate::source::digestible;
use crate::yaml::{self, Expects, Node, TolerantRead, Value, YamlKey};

pub use super::fences::split;

/// The values of a front matter.
#[derive(Clone, Debug)]
pub struct FrontMatter {
    /// By field name.
    pub fields: BTreeMap<Arc<str>, Located<FieldValue>>,
    /// Present in translations.
    pub translation: Option<Translation>,
    /// The line that opens it, for what is missing.
    pub place: Span,
    /// Whether a line that decides what may be published says nothing that can be read.
    pub undecided: bool,
    /// The whole lines of the fields of a translation, by their names.
    pub lines: BTreeMap<Arc<str>, Span>,
    /// Whether a part of it could not be read, so that nobody knows what it says.
    pub partial: bool,
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
    /// One without a value.
    fn at(place: Span) -> Self {
        Self {
            fields: BTreeMap::new(),
            translation: None,
            place,
            undecided: false,
            partial: false,
            lines: BTreeMap::new(),
        }
    }

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

/// Reads the YAML of a document of `type_`; `yaml` is its place in the text of the file.
pub fn parse(
    text: &str,
    yaml: Range<usize>,
    context: &ValueContext<'_>,
    type_: &Type,
    diagnostics: &mut Diagnostics,
) -> Option<FrontMatter> {
    let file = context.file;
    let end = yaml.end;
    let read = match read(text, yaml, file, type_, diagnostics) {
        Ok(read) => read,
        Err(diagnostic) => {
            diagnostics.push(*diagnostic);
            return None;
        }
    };
    let node = read.node;
    yaml::check_characters(&node, text, diagnostics);
    if node.map().is_none() && !node.is_null() {
        let message = message!("front-no-map", found = node.kind());
        let at = node.span.clone();
        diagnostics.push(Diagnostic::error(Code::FrontMatter, message).at(at).help(message!("front-no-map-help")));
        return None;
    }
    let mut front = FrontMatter::at(Span::new(file, opening(text)));
    // What is there and could not be read, or has another name, is not missing.
    let mut told: BTreeSet<String> = read.unread.iter().map(|key| key.name.clone()).collect();
    front.partial = !read.unread.is_empty();
    for (key, value) in node.map().unwrap_or_default() {
        let name = key.name.as_str();
        if name == "translation" {
            front.translation = translation(value, diagnostics);
        } else if let Some(field) = type_.field(name) {
            if let Some(cut) = cut(field, value, text) {
                told.insert(name.to_owned());
                diagnostics.push(cut);
            }
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
            let (wrong, meant) = unknown(key, type_, &node);
            front.undecided |= meant.and_then(|name| type_.field(name)).is_some_and(|field| deciding(field).is_some());
            told.extend(meant.map(ToOwned::to_owned));
            diagnostics.push(wrong);
        }
    }
    if front.translation.is_some() {
        front.lines = lines_of(text, end, &node, file);
    }
    told.extend(
        node.map().unwrap_or_default().iter().filter(|(_, value)| !value.is_null()).map(|(key, _)| key.name.clone()),
    );
    missing(&front, &told, type_, context, diagnostics);
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

/// Reads the YAML of a document of `type_`, whose fields say which values are texts of any words.
///
/// # Errors
/// A diagnostic when nothing in it looks like a field.
pub(super) fn read(
    text: &str,
    yaml: Range<usize>,
    file: &Arc<str>,
    type_: &Type,
    diagnostics: &mut Diagnostics,
) -> Result<TolerantRead, Box<Diagnostic>> {
    let expects = |name: &str| expected(type_, name);
    yaml::read_tolerant(&text[yaml.clone()], file, yaml.start, &expects, diagnostics)
}

fn expected(type_: &Type, name: &str) -> Expects {
    match type_.field(name) {
        Some(field) => form(&field.kind),
        None if name == "translation" => Expects::Map,
        None => Expects::Unknown,
    }
}

/// Does what [`read`] does, for whoever needs all of it.
///
/// # Errors
/// A diagnostic for the first thing that cannot be read.
pub(super) fn tree(text: &str, yaml: Range<usize>, file: &Arc<str>, type_: &Type) -> Result<Node, Box<Diagnostic>> {
    let mut found = Diagnostics::default();
    let read = read(text, yaml, file, type_, &mut found)?;
    found.into_vec().into_iter().next().map_or(Ok(read.node), |first| Err(Box::new(first)))
}

/// The form of the values of a kind.
fn form(kind: &Kind) -> Expects {
    match kind {
        Kind::Text | Kind::Markdown => Expects::Text,
        Kind::Group(_) | Kind::Consent => Expects::Map,
        Kind::Refs(_) | Kind::Outcome(_) => Expects::Words,
        Kind::List(item) => match form(&item.kind) {
            Expects::Text => Expects::Texts,
            Expects::Map => Expects::Maps,
            _ => Expects::Words,
        },
        // A name of a party may be any words, and so may an amount with its currency be a map.
        Kind::Party(_) | Kind::Money => Expects::Unknown,
        _ => Expects::Word,
    }
}

/// What a `#` cuts off a text: the first of the texts of a value.
fn cut(field: &Field, value: &Node, text: &str) -> Option<Diagnostic> {
    match (&field.kind, &value.value) {
        (Kind::List(item), _) => value.items().iter().find_map(|one| cut(item, one, text)),
        (Kind::Group(fields), Value::Map(parts)) => parts.iter().find_map(|(key, part)| {
            let declared = fields.iter().find(|field| *field.name == *key.name)?;
            cut(declared, part, text)
        }),
        (Kind::Text | Kind::Markdown, _) => {
            let found = yaml::cut_by_comment(value, text)?;
            // Nothing is lost of a field that is empty and has a comment.
            if value.is_null() && !found.is_word {
                return None;
            }
            let written = yaml::edit::quoted(found.text);
            let at = Span::new(&value.span.file, found.sign..found.range.end);
            let help = message!("text-cut-help", text = &*lang::truncate(&written, 80));
            let message = message!("text-cut", text = &*lang::truncate(&text[found.sign..found.range.end], 40));
            let wrong = if found.is_word { Diagnostic::error } else { Diagnostic::warning };
            let told = wrong(Code::TextCut, message).at(at).help(help);
            let fix = Fix::new(message!("put-value-in-quotes"), Span::new(&value.span.file, found.range), written);
            Some(told.fix(fix))
        }
        _ => None,
    }
}

/// The message on a name that is no field, and the field that is meant.
fn unknown<'t>(key: &YamlKey, type_: &'t Type, node: &Node) -> (Diagnostic, Option<&'t str>) {
    let name = key.name.as_str();
    let wrong = |message: Message| Diagnostic::error(Code::UnknownField, message).at(key.span.clone());
    if let Some(why) = type_.absent(name) {
        let message = message!("field-absent", type_name = &*type_.name, field = name, reason = why.reason());
        return (wrong(message).help(why.remedy()), None);
    }
    let told = wrong(message!("field-unknown", type_name = &*type_.name, field = name));
    let Some(meant) = field_names::meant(name, type_) else {
        let known = type_.fields.iter().map(|field| &*field.name).chain(["translation"]);
        return (told.suggest(name, known), None);
    };
    let told = told.help(message!("did-you-mean", name = meant));
    if node.get(meant).is_some() {
        return (told, Some(meant));
    }
    let fix = Fix::new(message!("yaml-write", text = meant), key.span.clone(), meant);
    (told.fix(fix), Some(meant))
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
    Diagnostic::error(Code::FieldInvalid, message!("field-undecided", field = name))
        .help(message!("field-undecided-help", example = format!("{name}: {example}")))
}

/// Required fields that are not set; a translation takes shared ones from its source.
fn missing(
    front: &FrontMatter,
    written: &BTreeSet<String>,
    type_: &Type,
    context: &ValueContext<'_>,
    diagnostics: &mut Diagnostics,
) {
    let due = type_.fields.iter().filter(|field| field.required && (field.translated || front.translation.is_none()));
    for field in due.filter(|field| !written.contains(&*field.name)) {
        let line = message!("part-missing-help", name = &*field.name);
        let help = match known_values(field, context.lang) {
            Some(known) => message!("both", first = line, second = known),
            None => line,
        };
        let message = message!("field-missing", name = &*field.name, type_name = &*type_.name);
        diagnostics.push(Diagnostic::error(Code::FieldMissing, message).at(front.place.clone()).help(help));
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
            settings.wrong(&span, message!("translation-state-unknown", state = other));
            State::Draft
        }
    };
    let day = on.as_ref().and_then(|on| on.value.parse().ok());
    if let (Some(on), None) = (&on, day) {
        settings.wrong(&on.span, message!("no-date-such-as", text = &*on.value));
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
            let message = message!("no-language", tag = &*source.value);
            diagnostics.push(Diagnostic::error(Code::UnknownLanguage, message).at(source.span));
            None
        }
    }
}
