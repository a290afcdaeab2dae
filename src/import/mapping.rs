//! The file that says what becomes of folders, keys and terms. Knows nothing of any generator.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::lang;
use crate::message;
use crate::schema::Types;
use crate::settings::Settings;
use crate::yaml;

/// Where texts go: a type, and a folder below that of the type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportTarget {
    /// Name of the type.
    pub type_: Arc<str>,
    /// Path below the folder of the type; empty for that folder itself.
    pub folder: String,
}

impl ImportTarget {
    /// Reads `type` or `type/folder`.
    ///
    /// # Errors
    /// A diagnostic without a place when there is no such type.
    pub fn parse(text: &str, known: &Types) -> Result<Self, Box<Diagnostic>> {
        let (name, folder) = text.trim_matches('/').split_once('/').unwrap_or((text.trim_matches('/'), ""));
        let found = known.get(name).or_else(|| known.iter().find(|one| *one.folder == *name));
        let Some(type_) = found else {
            let message = message!("no-such-type", name = name);
            let all = known.iter().map(|one| &*one.name);
            return Err(Box::new(Diagnostic::error(Code::ConfigInvalid, message).suggest(name, all)));
        };
        let parts: Vec<String> = folder.split('/').map(lang::slug).filter(|part| !part.is_empty()).collect();
        Ok(Self { type_: Arc::clone(&type_.name), folder: parts.join("/") })
    }
}

/// What becomes of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum KeyFate {
    /// It is left out, and nobody is told.
    Drop,
    /// It is the value of this field.
    Field(String),
}

/// What somebody decided on folders, keys and terms.
#[derive(Clone, Debug, Default)]
pub struct Mapping {
    /// Folders of the old site, with where their texts go.
    pub(super) folders: BTreeMap<String, ImportTarget>,
    /// Keys of the old front matter.
    pub(super) fields: BTreeMap<String, KeyFate>,
    /// By field: words of the old site, with terms of this one; a word without a term is dropped.
    pub(super) terms: BTreeMap<String, BTreeMap<String, Option<String>>>,
}

impl Mapping {
    /// Reads the file.
    #[must_use]
    pub fn parse(text: &str, file: &Arc<str>, types: &Types, diagnostics: &mut Diagnostics) -> Self {
        let mut mapping = Self::default();
        let Some(node) = yaml::parse_map(text, file, diagnostics) else { return mapping };
        let mut settings = Settings::new(&node, Code::ConfigInvalid, diagnostics);
        for (key, value) in settings.entries("folders") {
            let target = value.text().unwrap_or_default();
            match ImportTarget::parse(target, types) {
                Ok(target) => drop(mapping.folders.insert(key.name.trim_matches('/').to_owned(), target)),
                Err(diagnostic) => settings.diagnostics().push(diagnostic.at(value.span.clone())),
            }
        }
        for (key, value) in settings.entries("fields") {
            let fate = match value.text() {
                Some("drop") => KeyFate::Drop,
                Some(field) => KeyFate::Field(field.to_owned()),
                None => {
                    settings.wrong(&value.span, message!("mapping-field-or-drop"));
                    continue;
                }
            };
            mapping.fields.insert(key.name.clone(), fate);
        }
        for (field, words) in settings.entries("terms") {
            let known = mapping.terms.entry(field.name.clone()).or_default();
            for (word, term) in words.map().unwrap_or_default() {
                known.insert(word.name.clone(), term.text().filter(|term| *term != "drop").map(str::to_owned));
            }
        }
        settings.finish();
        mapping
    }
}
