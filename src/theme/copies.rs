//! Files of a site that stand over carried ones, and the record of those that were copied: `themes/hub/copied.yaml`.
//! Tells which copies are older than the program. Knows nothing of what the files mean.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::lang::{Lang, StringFile};
use crate::message;
use crate::source::{CARRIED_THEME, CARRIED_VERSION, Hash, Source, Sources, carried_bytes, normal};
use crate::yaml::edit::{YamlValue, rendered};
use crate::yaml::{self, Node};

/// The record of copies.
pub const RECORD: &str = "themes/hub/copied.yaml";

/// The first lines of the record.
const HEAD: &str = "# Files of this site that were copied from the theme that the program carries, with the version of the theme and the
# hash of the carried file at that time. `samen theme copy` and `samen theme mark` write this file; do not change it.
";

/// A file of the site that stands over a carried one.
#[derive(Clone, Debug)]
pub struct ThemeCopy {
    /// Its path.
    pub path: Arc<str>,
    /// The path of the carried file.
    pub original: Arc<str>,
    /// What is known of it.
    pub state: CopyState,
}

/// How a copy and the carried file stand to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyState {
    /// They are the same.
    Same,
    /// The site has changed its copy.
    Changed,
    /// The carried file has changed since the copy was made, in this version of the theme.
    Outdated(Arc<str>),
    /// They differ, and nobody noted what the copy was made from.
    Unknown,
}

/// From which carried files copies were made, by the paths of the copies.
#[derive(Clone, Debug, Default)]
pub struct CopyRecord(BTreeMap<Arc<str>, CopiedFrom>);

/// A carried file at the time of the copy.
#[derive(Clone, Debug)]
struct CopiedFrom {
    version: Arc<str>,
    hash: Hash,
}

impl CopyRecord {
    /// Reads the record of a site; what is wrong with it is told.
    pub fn read(sources: &Sources, diagnostics: &mut Diagnostics) -> Self {
        let Some(file) = sources.get(RECORD) else { return Self::default() };
        let text = match sources.text(&file.path) {
            Ok(text) => text,
            Err(diagnostic) => {
                diagnostics.push(*diagnostic);
                return Self::default();
            }
        };
        let mut record = Self::default();
        let Some(node) = yaml::parse_map(&text, &file.path, diagnostics) else { return record };
        for (key, value) in node.map().unwrap_or_default() {
            if let Some(from) = copied_from(value) {
                record.0.insert(Arc::from(key.name.as_str()), from);
            } else {
                let message = message!("copy-note-unreadable", name = &key.name);
                let help = message!("copy-note-unreadable-help", name = &key.name);
                diagnostics.push(Diagnostic::error(Code::ConfigInvalid, message).at(key.span.clone()).help(help));
            }
        }
        record
    }

    /// Notes that a file is made from the carried one as it is now. `false` where the program carries none of that path.
    pub fn note(&mut self, path: &str, original: &str) -> bool {
        let Some(bytes) = carried_bytes(original) else { return false };
        let from = CopiedFrom { version: Arc::from(CARRIED_VERSION), hash: Hash::of(bytes) };
        self.0.insert(Arc::from(path), from);
        true
    }

    /// Whether it is noted what a file was copied from.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// The record as it is written.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.0.iter().fold(HEAD.to_owned(), |text, (path, from)| text + &line_of(path, from))
    }

    /// Files of the site that stand over carried ones, in the order of their paths.
    #[must_use]
    pub fn copies(&self, sources: &Sources) -> Vec<ThemeCopy> {
        let own = sources.files().filter(|source| !source.is_carried());
        own.filter_map(|source| {
            let original = original_of(&source.path)?;
            let now = Hash::of(carried_bytes(&original)?);
            let state = match self.0.get(&source.path) {
                _ if source.hash == now => CopyState::Same,
                Some(from) if from.hash == now => CopyState::Changed,
                Some(from) => CopyState::Outdated(Arc::clone(&from.version)),
                None => CopyState::Unknown,
            };
            Some(ThemeCopy { path: Arc::clone(&source.path), original, state })
        })
        .collect()
    }
}

/// What is noted of one copy.
fn line_of(path: &str, from: &CopiedFrom) -> String {
    let text = |key: &str, text: &str| (key.to_owned(), YamlValue::Quoted(text.to_owned()));
    let value = YamlValue::Map(vec![text("version", &from.version), text("hash", &from.hash.to_string())]);
    format!("{}: {}\n", rendered(&YamlValue::Text(path.to_owned())), rendered(&value))
}

fn copied_from(node: &Node) -> Option<CopiedFrom> {
    let text = |key: &str| node.get(key).and_then(Node::text);
    Some(CopiedFrom { version: Arc::from(text("version")?), hash: Hash::from_hex(text("hash")?)? })
}

/// The path of the carried file in whose place a file of a site stands, by its path.
fn original_of(path: &str) -> Option<Arc<str>> {
    let (folder, rest) = path.split_once('/')?;
    let inside = match folder {
        "themes" => rest.strip_prefix(CARRIED_THEME)?.strip_prefix('/')?.to_owned(),
        "templates" if rest.starts_with("flyers/") => rest.to_owned(),
        "templates" | "assets" | "static" => path.to_owned(),
        "data" if rest.starts_with("strings/") => rest.to_owned(),
        _ => return None,
    };
    Some(Arc::from(format!("themes/{CARRIED_THEME}/{inside}")))
}

/// What the path of a carried file ends with where the site has one of the same path, and both are read.
const CARRIED: &str = " (carried)";

/// Whether a place is in a text that [`original_strings`] gave.
pub(super) fn is_original(path: &str) -> bool {
    path.ends_with(CARRIED)
}

/// The carried texts of the interface below those of a copy: what an old copy lacks is not missing.
pub(super) fn original_strings(source: &Source, lang: &Lang) -> Option<StringFile> {
    let bytes = carried_bytes(&source.path).filter(|bytes| source.hash != Hash::of(bytes))?;
    let text = normal(std::str::from_utf8(bytes).ok()?);
    Some(StringFile { lang: lang.clone(), path: Arc::from(format!("{}{CARRIED}", source.path)), text })
}

/// An error in the templates of a site with old copies: what is wrong most often is that a copy lacks what the templates
/// of the program ask for.
pub(super) fn explained(said: Diagnostic, old: &[Arc<str>]) -> Diagnostic {
    let templates: Vec<&str> = old.iter().map(|path| &**path).filter(|path| path.contains("templates/")).collect();
    if templates.is_empty() {
        return said;
    }
    let older = message!("older-templates", names = templates.as_slice());
    let help = match &said.help {
        Some(help) => message!("both", first = help, second = older),
        None => older,
    };
    said.help(help)
}

/// Tells copies that are older than the program, each once, and gives their paths.
pub(super) fn check(sources: &Sources, diagnostics: &mut Diagnostics) -> Vec<Arc<str>> {
    let mut old = Vec::new();
    for copy in CopyRecord::read(sources, diagnostics).copies(sources) {
        let CopyState::Outdated(version) = &copy.state else { continue };
        let path = &copy.path;
        let message = message!("copy-outdated", theme = CARRIED_THEME, version = version);
        let help = message!("copy-outdated-help", path = path);
        diagnostics.push(Diagnostic::warning(Code::ThemeOutdated, message).at(Span::start_of(path)).help(help));
        old.push(Arc::clone(path));
    }
    old
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_read_as_it_was_written() {
        let mut record = CopyRecord::default();
        assert!(record.note("templates/home.html", "themes/hub/templates/home.html"));
        assert!(!record.note("x", "themes/hub/templates/none.html"));
        let text = record.to_text();
        let sources = Sources::memory([(RECORD.to_owned(), text.clone().into_bytes())]);
        let mut found = Diagnostics::default();
        assert_eq!(CopyRecord::read(&sources, &mut found).to_text(), text);
        assert!(found.items().is_empty(), "{found:?}");
    }

    #[test]
    fn a_file_has_its_original_by_its_path() {
        for (path, original) in [
            ("themes/hub/templates/a.html", Some("themes/hub/templates/a.html")),
            ("templates/a.html", Some("themes/hub/templates/a.html")),
            ("templates/flyers/a.typ", Some("themes/hub/flyers/a.typ")),
            ("assets/fonts/a.woff2", Some("themes/hub/assets/fonts/a.woff2")),
            ("data/strings/nl.ftl", Some("themes/hub/strings/nl.ftl")),
            ("themes/hubs/a.html", None),
            ("data/types/meeting.yaml", None),
            ("samen.yaml", None),
        ] {
            assert_eq!(original_of(path).as_deref(), original, "{path}");
        }
    }
}
