//! File path to entry, language and role: the only place that knows how files are named.
//! Knows nothing of what is in them.

mod folders;
mod names;

use std::fmt;
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, MessageArgument, Span};
use crate::lang::{self, Hidden, Lang, TextKind};
use crate::message;
use crate::source::joined;

pub(super) use folders::meant as meant_type;
pub use folders::{called as type_called, one_for_each_folder};
pub use names::{almost_text, as_text, has_front_matter};

/// The folder of all documents.
pub const CONTENT: &str = "content/";

/// Path of an entry below `content/`, without language and ending; empty for the home page.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryPath(pub Arc<str>);

impl EntryPath {
    /// The path below `content/` of a file, from its path in the sources.
    #[must_use]
    pub fn of_file(path: &str) -> Self {
        Self(Arc::from(path.strip_prefix(CONTENT).unwrap_or(path)))
    }

    /// The path of the section that holds it; `None` for the home page.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        if self.0.is_empty() {
            return None;
        }
        Some(Self(Arc::from(self.0.rsplit_once('/').map_or("", |(parent, _)| parent))))
    }

    /// The last part.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// The path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&EntryPath> for MessageArgument {
    fn from(path: &EntryPath) -> Self {
        path.as_str().into()
    }
}

impl fmt::Display for EntryPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How a document is laid down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentRole {
    /// `x.<lang>.md`
    File,
    /// `x/index.<lang>.md`: files beside it are its assets.
    Folder,
    /// `_index.<lang>.md`: the page of a folder.
    Section,
}

/// Where a document belongs, from its path alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentPlace {
    /// The file.
    pub file: Arc<str>,
    /// The entry it is a document of.
    pub entry: EntryPath,
    /// Its language.
    pub lang: Lang,
    /// How it is laid down.
    pub role: DocumentRole,
}

/// Whether a file is a document; anything else below `content/` is an asset.
#[must_use]
pub fn is_document(path: &str) -> bool {
    path.starts_with(CONTENT) && path.ends_with(names::TEXT)
}

impl DocumentPlace {
    /// Reads the path of a document.
    ///
    /// # Errors
    /// A diagnostic for a language the site does not have, or a name that breaks links.
    pub fn parse(file: &Arc<str>, config: &Config) -> Result<Self, Box<Diagnostic>> {
        check_text_name(file, config)?;
        let inner = file.strip_prefix(CONTENT).unwrap_or(file);
        let (folder, name) = inner.rsplit_once('/').unwrap_or(("", inner));
        let (base, lang) = names::split(name, file, config)?;
        let join =
            |folder: &str, base: &str| if folder.is_empty() { base.to_owned() } else { format!("{folder}/{base}") };
        let (entry, role) = match base {
            "_index" => (folder.to_owned(), DocumentRole::Section),
            "index" => (folder.to_owned(), DocumentRole::Folder),
            _ => (join(folder, base), DocumentRole::File),
        };
        if role == DocumentRole::Folder && folder.is_empty() {
            return Err(Box::new(
                Diagnostic::error(Code::FileName, message!("index-without-folder"))
                    .at(Span::start_of(file))
                    .help(message!("index-without-folder-help")),
            ));
        }
        Ok(Self { file: Arc::clone(file), entry: EntryPath(Arc::from(entry)), lang, role })
    }

    /// The folder that relative links and assets start from, below `content/`.
    #[must_use]
    pub fn folder(&self) -> &str {
        let inner = self.file.strip_prefix(CONTENT).unwrap_or(&self.file);
        inner.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

/// The path in the sources of what a document names, beside it.
#[must_use]
pub fn beside(document: &str, name: &str) -> String {
    let folder = document.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/{name}")
}

/// The file of the same entry in another language.
#[must_use]
pub fn translated(file: &str, lang: &Lang) -> Arc<str> {
    let stem = file.strip_suffix(".md").unwrap_or(file);
    let (folder, name) = stem.rsplit_once('/').unwrap_or(("", stem));
    let base = match name.rsplit_once('.') {
        Some((base, tag)) if !base.is_empty() && lang::looks_like_tag(tag) => base,
        _ => name,
    };
    let slash = if folder.is_empty() { "" } else { "/" };
    Arc::from(format!("{folder}{slash}{base}.{lang}.md"))
}

/// The path below `content/` that a link names, as it is written. `None` when it leads out of `content/`.
#[must_use]
pub fn resolved(folder: &str, link: &str) -> Option<String> {
    match link.strip_prefix("@/") {
        Some(rest) => joined("", rest),
        None => joined(folder, link),
    }
}

/// What a link or field names, as a path below `content/`: the entry where it is a document, else the file.
/// `None` when it leads out of `content/`.
#[must_use]
pub fn target(folder: &str, link: &str, config: &Config) -> Option<Arc<str>> {
    let path = resolved(folder, link)?;
    let Some(stem) = path.strip_suffix(".md") else { return Some(Arc::from(path)) };
    let (folder, name) = stem.rsplit_once('/').unwrap_or(("", stem));
    let languages = config.tags();
    let base = match name.rsplit_once('.') {
        Some((base, tag)) if Lang::parse(tag).is_some_and(|lang| languages.contains(&lang)) => base,
        _ => name,
    };
    Some(Arc::from(match base {
        "_index" | "index" => folder.to_owned(),
        _ if folder.is_empty() => base.to_owned(),
        _ => format!("{folder}/{base}"),
    }))
}

/// Names become addresses: letters, digits and marks of any script, `-`, `_` and `.`.
///
/// # Errors
/// A diagnostic that proposes a name.
pub fn check_name(file: &Arc<str>) -> Result<(), Box<Diagnostic>> {
    check_characters(file, None)
}

/// Does what [`check_name`] does, for a text: its language is kept in the proposal.
fn check_text_name(file: &Arc<str>, config: &Config) -> Result<(), Box<Diagnostic>> {
    check_characters(file, Some(config))
}

fn check_characters(file: &Arc<str>, config: Option<&Config>) -> Result<(), Box<Diagnostic>> {
    let fits = |c: char| {
        c == '/' || matches!(c, '-' | '_' | '.' | '+' | '@') || c.is_alphanumeric() || (!c.is_ascii() && !breaks(c))
    };
    let bad_in = |part: &str| part.chars().find(|c| !fits(*c)).or_else(|| hidden_in_name(part));
    let mut parts = file.split('/');
    let Some((part, bad)) = parts.find_map(|part| Some((part, bad_in(part)?))) else { return Ok(()) };
    let shown = match bad {
        ' ' => message!("a-space"),
        bad if breaks(bad) || hidden_in_name(part) == Some(bad) => message!("a-character", code = code_of(bad)),
        bad => message!("a-sign", sign = bad),
    };
    // The files in a folder are not to blame for its name.
    let is_folder = parts.next().is_some();
    let (message, help) = if is_folder {
        let name = Some(lang::slug(part)).filter(|name| !name.is_empty());
        (message!("folder-name-holds", sign = shown), name.map(|name| message!("rename-for-example", name = name)))
    } else {
        (message!("file-name-holds", sign = shown), names::proposal(file, config))
    };
    let help = help.unwrap_or_else(|| message!("rename-plain"));
    Err(Box::new(Diagnostic::error(Code::FileName, message).at(Span::start_of(file)).help(help)))
}

/// The first character of a name that shows nothing, turns what follows, or is none.
#[must_use]
pub fn hidden_in_name(file: &str) -> Option<char> {
    let found = lang::hidden_in(file, TextKind::Name).into_iter().find(|(_, hidden)| *hidden != Hidden::Presentation);
    file[found?.0].chars().next()
}

/// Looks at the name of a file that becomes no address.
///
/// # Errors
/// A diagnostic for a character that nobody sees.
pub fn check_hidden(file: &Arc<str>) -> Result<(), Box<Diagnostic>> {
    let Some(bad) = hidden_in_name(file) else { return Ok(()) };
    let message = message!("file-name-hidden", code = code_of(bad));
    let help = message!("file-name-hidden-help");
    Err(Box::new(Diagnostic::error(Code::FileName, message).at(Span::start_of(file)).help(help)))
}

/// The name of a character that nobody sees.
fn code_of(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// White space, control characters and marks that change the direction of text (Unicode TR 36).
fn breaks(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}
