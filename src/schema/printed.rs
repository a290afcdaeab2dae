//! Types whose entries are printed: each is a PDF beside its page too. Knows nothing of layouts and how PDFs are made.

use std::sync::Arc;

use super::{Field, Kind, Type};
use crate::diagnostic::Code;
use crate::message;
use crate::settings::{Located, Settings};
use crate::yaml::Value;

/// The layout where none is named.
const PLAIN: &str = "document";

/// The layout of registers where none is named.
const REGISTER: &str = "register";

/// How the entries of a type are printed.
#[derive(Clone, Debug, PartialEq)]
pub struct PrintSettings {
    /// The layout, or that of entries that choose none.
    pub layout: Located<Arc<str>>,
    /// The field by which entries choose their layout.
    pub field: Option<Arc<str>>,
    /// Further forms, beside the plain one.
    pub variants: Vec<PrintVariant>,
}

/// A form of a print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PrintVariant {
    /// For every reader.
    Plain,
    /// With large type, for readers who see little.
    Large,
    /// For a printing house: with bleed and crop marks.
    Press,
    /// As a picture, for other sites that link to the page.
    Card,
}

impl PrintVariant {
    /// Those that a type can ask for.
    const CHOSEN: [Self; 2] = [Self::Large, Self::Press];

    /// Its word in settings, file names and layouts.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Large => "large",
            Self::Press => "press",
            Self::Card => "card",
        }
    }
}

impl PrintSettings {
    /// The plain form and the further ones.
    pub fn all(&self) -> impl Iterator<Item = PrintVariant> + '_ {
        std::iter::once(PrintVariant::Plain).chain(self.variants.iter().copied())
    }
}

/// Reads `pdf: true` or `pdf: {layout: …, field: …, variants: […]}`.
pub(super) fn read(type_: &Type, settings: &mut Settings<'_>) -> Option<PrintSettings> {
    let node = settings.node("pdf")?;
    let at = node.span.clone();
    let plain = || Located { value: Arc::from(PLAIN), span: at.clone() };
    if node.map().is_none() {
        let wanted = match &node.value {
            Value::Bool(wanted) => *wanted,
            _ => {
                settings.wrong(&node.span, message!("pdf-form"));
                false
            }
        };
        return wanted.then(|| PrintSettings { layout: plain(), field: None, variants: Vec::new() });
    }
    let mut part = Settings::new(node, Code::SchemaInvalid, settings.diagnostics());
    let layout = part.string("layout").unwrap_or_else(plain);
    let field = part.string("field");
    let choice = |field: &Field| matches!(field.kind, Kind::Choice(_));
    if let Some(name) = field.as_ref().filter(|name| !type_.field(&name.value).is_some_and(choice)) {
        part.wrong(&name.span, message!("no-choice-field", name = &*name.value));
    }
    let mut variants = Vec::new();
    for word in part.strings("variants") {
        match PrintVariant::CHOSEN.into_iter().find(|variant| variant.word() == &*word.value) {
            Some(variant) => variants.push(variant),
            None => part.wrong(&word.span, message!("pdf-variant-form")),
        }
    }
    variants.sort_unstable();
    variants.dedup();
    part.finish();
    Some(PrintSettings { layout, field: field.map(|field| field.value), variants })
}

/// Reads the `pdf` of a register: `true`, or the name of a layout.
pub(super) fn read_register(settings: &mut Settings<'_>) -> Option<Located<Arc<str>>> {
    let node = settings.node("pdf")?;
    let span = node.span.clone();
    let layout = match &node.value {
        Value::Bool(wanted) => wanted.then_some(REGISTER),
        _ => node.text(),
    };
    if layout.is_none() && !matches!(node.value, Value::Bool(false)) {
        settings.wrong(&node.span, message!("pdf-of-register-form"));
    }
    Some(Located { value: Arc::from(layout?), span })
}
