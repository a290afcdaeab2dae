//! Which files beside the texts may be published: by their names, and by the bytes that they start with. Nothing is
//! published that is not known; what is refused is told once. Knows nothing of entries.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::incremental::FileMemo;
use crate::config::{self, Config};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::document::place;
use crate::file_kind::{self, FileFault};
use crate::image;
use crate::message;
use crate::source::{Source, Sources, pointer};

/// Folders of files whose names become addresses.
const FOLDERS: [&str; 4] = ["content", "static", "assets", "themes"];

/// Where a site has a `security.txt` of its own.
const SECURITY: &str = "static/.well-known/security.txt";

/// What was seen at the ends of a file: what is wrong with it, or why nothing could be seen.
pub(super) type FileLook = Result<Option<FileFault>, Box<Diagnostic>>;

/// Files below `content/` that are no documents.
#[derive(Debug, Default)]
pub(super) struct ContentFiles {
    /// Those that may be published by their bytes, with their sizes.
    pub(super) assets: Vec<(Arc<str>, u64)>,
    /// Those among them that may not, because their kind is not listed, and what to say where nothing else hides them.
    pub(super) unlisted: BTreeMap<Arc<str>, Diagnostic>,
    /// The others.
    pub(super) refused: BTreeSet<Arc<str>>,
}

/// Looks at all files that are published as they are.
pub(super) fn check(
    sources: &Sources,
    config: &Config,
    looks: &mut FileMemo<FileLook>,
    diagnostics: &mut Diagnostics,
) -> ContentFiles {
    let beside = |source: &&Source| !place::is_document(&source.path) && !source.is_carried();
    let files: Vec<&Source> = FOLDERS.iter().flat_map(|folder| sources.under(folder)).filter(beside).collect();
    // A hash of the whole file stands for its ends: it was made when the file was listed.
    looks.renew(&files, |file| (file.hash, look(sources, file)));
    looks.keep(&files);
    check_other_names(sources, diagnostics);
    let mut content = ContentFiles::default();
    for file in files {
        let look = looks.get(&file.path);
        let inside = file.path.starts_with(place::CONTENT);
        let size = file.stamp.size;
        let problem = if inside { content_problem(&file.path, look, config) } else { other_problem(&file.path, look) };
        match problem {
            Some(diagnostic) if diagnostic.code == Code::FileKind => {
                content.unlisted.insert(Arc::clone(&file.path), diagnostic);
                content.assets.push((Arc::clone(&file.path), size));
            }
            Some(diagnostic) => {
                diagnostics.push(diagnostic);
                if inside {
                    content.refused.insert(Arc::clone(&file.path));
                }
            }
            None if inside => content.assets.push((Arc::clone(&file.path), size)),
            None => {}
        }
    }
    content
}

/// A `security.txt` of the site's own is held to the same rules as one that is made from the settings.
pub(super) fn check_security(sources: &Sources, clock: Date, diagnostics: &mut Diagnostics) {
    let Some(file) = sources.get(SECURITY) else { return };
    match sources.text(&file.path) {
        Ok(text) => diagnostics.extend(config::check_file(&file.path, &text, clock)),
        Err(diagnostic) => diagnostics.push(*diagnostic),
    }
}

/// Names that become no addresses may have any letter that can be seen.
fn check_other_names(sources: &Sources, diagnostics: &mut Diagnostics) {
    let become_addresses = |path: &str| FOLDERS.iter().any(|folder| path.split('/').next() == Some(*folder));
    for file in sources.files().filter(|file| !become_addresses(&file.path)) {
        diagnostics.extend(place::check_hidden(&file.path).err().map(|diagnostic| *diagnostic));
    }
}

fn look(sources: &Sources, file: &Source) -> FileLook {
    let tail = if file_kind::has_tail(&file.path) { file_kind::TAIL } else { 0 };
    let ends = sources.ends(&file.path, file_kind::HEAD, tail)?;
    match pointer(&file.path, &ends.head) {
        Some(diagnostic) => Err(Box::new(diagnostic)),
        None => Ok(file_kind::fault(&file.path, &ends)),
    }
}

/// Why a file below `content/` is not published: the first reason in the order of what an editor has to know first.
fn content_problem(path: &Arc<str>, look: Option<&FileLook>, config: &Config) -> Option<Diagnostic> {
    if let Err(diagnostic) = place::check_name(path) {
        return Some(*diagnostic);
    }
    let fault = match look {
        Some(Err(diagnostic)) => return Some((**diagnostic).clone()),
        Some(Ok(fault)) => fault.as_ref(),
        None => None,
    };
    let ending = file_kind::ending(path);
    match fault {
        _ if let Some(diagnostic) = place::almost_text(path, config) => Some(diagnostic),
        Some(FileFault::FrontMatter) => Some(place::has_front_matter(path, config)),
        Some(FileFault::Empty) => Some(fault_of(path, &FileFault::Empty)),
        _ if !config.attachments.contains(&ending) => Some(unknown_kind(path, &ending, config)),
        // Pictures are read whole, and more is said of them.
        Some(FileFault::Other { .. }) if image::is_picture_ending(&ending) => None,
        Some(fault) => Some(fault_of(path, fault)),
        None => None,
    }
}

/// Why a file of the site or theme cannot be used.
fn other_problem(path: &Arc<str>, look: Option<&FileLook>) -> Option<Diagnostic> {
    let (static_, asset) = (is_in(path, "static"), is_in(path, "assets"));
    if let (true, Err(diagnostic)) = (static_ || asset || path.starts_with("themes/"), place::check_name(path)) {
        return Some(*diagnostic);
    }
    match look? {
        Err(diagnostic) => Some((**diagnostic).clone()),
        Ok(Some(FileFault::FrontMatter)) if static_ => {
            let message = message!("file-like-text");
            let help = message!("file-like-text-help");
            Some(Diagnostic::error(Code::TextMisnamed, message).at(Span::start_of(path)).help(help))
        }
        Ok(Some(FileFault::FrontMatter)) => None,
        // An empty style sheet is one.
        Ok(Some(FileFault::Empty)) if !static_ => None,
        Ok(Some(fault)) if static_ => Some(fault_of(path, fault)),
        // A theme may call its fonts and pictures as it likes: browsers look at the bytes.
        Ok(Some(fault)) if asset && fault.is_page() => Some(fault_of(path, fault)),
        Ok(_) => None,
    }
}

/// Whether a file lies in that folder of the site or of a theme.
fn is_in(path: &str, folder: &str) -> bool {
    let of_theme = path.strip_prefix("themes/").and_then(|rest| Some(rest.split_once('/')?.1));
    of_theme.unwrap_or(path).split_once('/').is_some_and(|(first, _)| first == folder)
}

fn fault_of(path: &Arc<str>, fault: &FileFault) -> Diagnostic {
    let (message, help) = match fault {
        FileFault::Empty => (message!("file-empty"), message!("file-empty-help")),
        FileFault::CutOff => (message!("file-cut-off"), message!("file-cut-off-help")),
        FileFault::Other { named, found: Some(found) } => {
            (message!("file-other-kind", named = named, found = found), message!("file-other-kind-help"))
        }
        FileFault::Other { named, found: None } => {
            (message!("file-no-kind", named = named), message!("file-no-kind-help"))
        }
        FileFault::FrontMatter => (message!("file-like-page"), message!("file-like-page-help")),
    };
    Diagnostic::error(Code::FileContent, message).at(Span::start_of(path)).help(help)
}

fn unknown_kind(path: &Arc<str>, ending: &str, config: &Config) -> Diagnostic {
    let message = match ending {
        "" => message!("file-without-ending"),
        ending => message!("file-ending-unpublished", ending = ending),
    };
    let list = match ending {
        "" => message!("file-ending-help"),
        ending => message!("file-attachments-help", ending = ending),
    };
    let help = message!("file-kind-help", how = list);
    let help = match place::as_text(path, config) {
        Some(name) => message!("file-rename-to-help", name = name, or = help),
        None => help,
    };
    Diagnostic::error(Code::FileKind, message).at(Span::start_of(path)).help(help)
}
