//! The language in which the program speaks to whoever runs it: that of `--language`, else of `SAMEN_LANG`, else of `editors` in
//! the settings, else of the locale, else English. Knows no message but the one about an unknown language.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::Global;
use crate::config::editors;
use crate::diagnostic::{Catalog, Message};
use crate::message;
use crate::source;

/// The environment variable that names the language. It is no setting, so it is not read as `lang`.
pub(super) const VARIABLE: &str = "SAMEN_LANG";

/// The same as a setting of the environment: `editors` without the settings file.
const SETTING: &str = "SAMEN_EDITORS";

/// Variables that name the locale of messages, the strongest first (POSIX, chapter 8.2).
pub(super) const LOCALE: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// What flags say of the language and of where the settings are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LanguageFlags {
    language: Option<String>,
    root: Option<PathBuf>,
    config: String,
}

/// The language that was chosen.
#[derive(Clone, Debug)]
pub(super) struct ChosenLanguage {
    pub(super) catalog: Catalog,
    /// What is to be said about a variable that names no language.
    pub(super) unknown: Option<Message>,
}

impl LanguageFlags {
    /// The flags as they were understood.
    pub(super) fn of(global: &Global) -> Self {
        Self { language: global.language.clone(), root: global.root.clone(), config: global.config.clone() }
    }

    /// The same for a command whose flag of that name is for the language of texts, which is another matter.
    pub(super) fn without_language(self) -> Self {
        Self { language: None, ..self }
    }

    /// The flags in a line that is not understood yet: help and errors of flags speak the language too.
    pub(super) fn scan(args: &[OsString]) -> Self {
        let words: Vec<String> = args.iter().skip(1).map(|arg| arg.to_string_lossy().into_owned()).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).take_while(|word| *word != "--").collect();
        Self {
            language: value(&words, "--language", None),
            root: value(&words, "--root", Some("-r")).map(PathBuf::from),
            config: value(&words, "--config", Some("-c")).unwrap_or_else(|| "samen.yaml".to_owned()),
        }
    }

    /// The same for a site in a folder that somebody else names, unless a flag does.
    pub(super) fn in_folder(self, folder: &Path) -> Self {
        Self { root: self.root.or_else(|| Some(folder.to_owned())), ..self }
    }

    /// Chooses the language. What the environment says is given by `variable`.
    pub(super) fn choose(&self, variable: &dyn Fn(&str) -> Option<String>) -> ChosenLanguage {
        let given = |name: &str| variable(name).filter(|value| !value.is_empty());
        let wished = given(VARIABLE);
        let catalog = self
            .language
            .as_deref()
            .and_then(Catalog::of)
            .or_else(|| wished.as_deref().and_then(Catalog::of))
            .or_else(|| given(SETTING).as_deref().and_then(Catalog::of))
            .or_else(|| Catalog::of(&self.editors()?))
            // One that is unknown is no mistake: it is chosen for all programs of a system.
            .or_else(|| Catalog::of(&LOCALE.into_iter().find_map(given)?))
            .unwrap_or_else(Catalog::english);
        let unknown = wished.filter(|wished| Catalog::of(wished).is_none());
        let unknown = unknown.map(|wished| {
            message!("language-variable-unknown", wished = wished, known = Catalog::languages().as_slice())
        });
        ChosenLanguage { catalog, unknown }
    }

    /// The language of the settings file. It is read leniently, because what is wrong with that file is told in it too.
    fn editors(&self) -> Option<String> {
        let root = match &self.root {
            Some(root) => root.clone(),
            None => super::upwards(&self.config)?,
        };
        let (_, text) = source::read_named(&root.join(&self.config)).ok()?;
        editors::named_in(&text)
    }
}

/// The value of a flag: `--root x`, `--root=x`, `-r x`, `-rx`. The last one counts.
fn value(words: &[&str], long: &str, short: Option<&str>) -> Option<String> {
    (0..words.len()).rev().find_map(|at| value_at(&words[at..], long, short))
}

/// The value of a flag that is the first of some words.
fn value_at(words: &[&str], long: &str, short: Option<&str>) -> Option<String> {
    let word = words.first()?;
    if *word == long || short == Some(*word) {
        return words.get(1).map(|word| (*word).to_owned());
    }
    let long = word.strip_prefix(long).and_then(|rest| rest.strip_prefix('='));
    let short = || word.strip_prefix(short?).map(|rest| rest.strip_prefix('=').unwrap_or(rest));
    long.or_else(short).map(str::to_owned)
}

/// Reads a flag that names a language.
pub(super) fn known(text: &str) -> Result<String, String> {
    match Catalog::of(text) {
        Some(_) => Ok(text.to_owned()),
        None => Err(format!("there are messages in {}", Catalog::languages().join(", "))),
    }
}
