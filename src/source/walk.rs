//! Which files lie in the folders of a site. Knows nothing of what the files mean.

use std::io;
use std::path::Path;
use std::sync::Arc;

use walkdir::WalkDir;

use super::Stamp;
use super::elsewhere::{DEEPEST, FILLED, OtherFolder, OtherFolderFault};
use super::failure::ReadFailure;
use super::folder::SiteFolder;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::message;

/// The only place with a dot that is published (RFC 8615): other programs look there for files about the site.
const WELL_KNOWN: &str = "static/.well-known";

/// Names with a dot that tools leave in every folder. Nobody means to publish them, so nobody is told.
const QUIET: &[&str] = &[
    ".DS_Store",
    ".directory",
    ".editorconfig",
    ".git",
    ".gitattributes",
    ".gitignore",
    ".gitkeep",
    ".gitmodules",
    ".keep",
];

/// Starts and ends of names that editors and systems give to files of theirs while somebody works.
const QUIET_STARTS: &[&str] = &["._", ".#", ".~lock.", ".goutputstream-", ".nfs"];
const QUIET_ENDS: &[&str] = &[".swp", ".swo", ".swx", ".swn"];

/// Ends of names of what programs leave behind: copies, and files that were not finished.
const LEFT_OVER: &[&str] =
    &[".swp", ".swo", ".orig", ".rej", ".bak", ".tmp", ".part", ".partial", ".filepart", ".crdownload", ".download"];

/// Lists the files of a folder. Hidden files are left out and told; links are followed as far as they may be.
pub(super) fn walk(site: &SiteFolder, folder: &str, found: &mut Vec<(Arc<str>, Stamp)>, diagnostics: &mut Diagnostics) {
    let root = site.path();
    let start = root.join(folder);
    // A link that leads nowhere is there, and is told.
    if start.symlink_metadata().is_err() {
        return;
    }
    let mut walker = WalkDir::new(&start).follow_links(true).sort_by_file_name().into_iter();
    while let Some(entry) = walker.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                diagnostics.push(walk_error(root, error));
                continue;
            }
        };
        if entry.depth() > 0 && hidden(entry.file_name()) && !is_well_known(root, entry.path()) {
            diagnostics.extend(site_path(root, entry.path()).and_then(|path| hidden_file(&path)));
            skip(&mut walker, &entry);
            continue;
        }
        let Some(path) = site_path(root, entry.path()) else {
            diagnostics.push(bad_name(root, entry.path()));
            continue;
        };
        let refused = if entry.path_is_symlink() { site.resolve(&path).err() } else { None };
        if let Some(refused) = refused {
            diagnostics.push(refused.told(&path));
            skip(&mut walker, &entry);
        } else if entry.file_type().is_file() {
            if !stray(&path, diagnostics) {
                match entry.metadata() {
                    Ok(metadata) => found.push((path, Stamp::of(&metadata))),
                    Err(error) => diagnostics.push(walk_error(root, error)),
                }
            }
        } else if !entry.file_type().is_dir() {
            diagnostics.push(no_file(&path));
        }
    }
}

fn no_file(path: &Arc<str>) -> Diagnostic {
    Diagnostic::warning(Code::StrayFile, message!("stray-device"))
        .at(Span::start_of(path))
        .help(message!("stray-device-help"))
}

fn skip(walker: &mut walkdir::IntoIter, entry: &walkdir::DirEntry) {
    if entry.file_type().is_dir() {
        walker.skip_current_dir();
    }
}

fn hidden(name: &std::ffi::OsStr) -> bool {
    name.to_str().is_some_and(|name| name.starts_with('.'))
}

/// Whether a path is the folder of well-known files itself.
fn is_well_known(root: &Path, path: &Path) -> bool {
    path.strip_prefix(root).is_ok_and(|path| path == Path::new(WELL_KNOWN))
}

/// Says that a file or folder is left out because of the dot that its name starts with.
fn hidden_file(path: &Arc<str>) -> Option<Diagnostic> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let quiet = QUIET.contains(&name)
        || QUIET_STARTS.iter().any(|start| name.starts_with(start))
        || QUIET_ENDS.iter().any(|end| name.ends_with(end));
    (!quiet).then(|| {
        let message = message!("hidden-file", name = name);
        let help = message!("hidden-file-help");
        Diagnostic::warning(Code::HiddenFile, message).at(Span::start_of(path)).help(help)
    })
}

/// Files that editors, office programs and operating systems leave behind; they may hold what nobody meant to publish.
fn stray(path: &Arc<str>, diagnostics: &mut Diagnostics) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let lower = name.to_ascii_lowercase();
    let stray = name.starts_with("~$")
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || lower == "thumbs.db"
        || lower == "desktop.ini"
        || LEFT_OVER.iter().any(|end| lower.ends_with(end));
    if stray {
        diagnostics.push(match text_in(name).filter(|_| path.starts_with("content/")) {
            // Somebody may look for these words on the site, and who cleans up should know what they are.
            Some(text) => {
                let message = message!("left-over-text", name = name);
                let help = message!("left-over-text-help", text = text);
                Diagnostic::error(Code::TextMisnamed, message).at(Span::start_of(path)).help(help)
            }
            None => {
                let message = message!("left-over", name = name);
                let help = message!("left-over-help");
                Diagnostic::warning(Code::StrayFile, message).at(Span::start_of(path)).help(help)
            }
        });
    }
    stray
}

/// The name of the text that a left-over is a copy of, where its name tells.
fn text_in(name: &str) -> Option<&str> {
    let name = name.trim_start_matches(['#', '~', '$']);
    let end = name.to_ascii_lowercase().find(".md")? + 3;
    let rest = &name[end..];
    (!rest.starts_with(|c: char| c.is_alphanumeric())).then(|| &name[..end])
}

/// The path from the root with `/`, if it is UTF-8.
fn site_path(root: &Path, path: &Path) -> Option<Arc<str>> {
    let relative = path.strip_prefix(root).ok()?;
    let parts: Option<Vec<&str>> = relative.iter().map(std::ffi::OsStr::to_str).collect();
    Some(Arc::from(parts?.join("/")))
}

fn bad_name(root: &Path, path: &Path) -> Diagnostic {
    let shown = path.strip_prefix(root).unwrap_or(path).to_string_lossy().into_owned();
    Diagnostic::error(Code::FileName, message!("name-not-utf8", name = &shown))
        .at(Span::start_of(&Arc::from(shown)))
        .help(message!("rename-file-help"))
}

fn walk_error(root: &Path, error: walkdir::Error) -> Diagnostic {
    let path = error.path().and_then(|path| site_path(root, path)).unwrap_or_else(|| Arc::from("."));
    if error.loop_ancestor().is_some() {
        return Diagnostic::error(Code::FileUnreadable, message!("link-circle"))
            .at(Span::start_of(&path))
            .help(message!("link-circle-help"));
    }
    let error = error.into_io_error().unwrap_or_else(|| io::Error::other("the walk failed"));
    ReadFailure::System(error).told(&path)
}

/// Lists a folder that is no site. Hidden files and what programs fill are left out; no link is followed.
pub(super) fn list(root: &Path, most: usize, into: &mut OtherFolder) -> Result<(), OtherFolderFault> {
    // A folder that is named may itself be a link.
    let walker = WalkDir::new(root).follow_links(false).follow_root_links(true).max_depth(DEEPEST).sort_by_file_name();
    let filled = |name: &std::ffi::OsStr| name.to_str().is_some_and(|name| FILLED.contains(&name));
    let left_out = |entry: &walkdir::DirEntry| {
        hidden(entry.file_name()) || entry.file_type().is_dir() && filled(entry.file_name())
    };
    let keep = |entry: &walkdir::DirEntry| entry.depth() == 0 || !left_out(entry);
    for entry in walker.into_iter().filter_entry(keep) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) if error.depth() == 0 => return Err(OtherFolderFault::System(error.to_string())),
            Err(error) => {
                let path = error.path().and_then(|path| path.strip_prefix(root).ok()).unwrap_or(Path::new("."));
                into.passed.push((path.to_string_lossy().into_owned(), "this cannot be read".to_owned()));
                continue;
            }
        };
        let Some(path) = site_path(root, entry.path()) else {
            let shown = entry.path().strip_prefix(root).unwrap_or(entry.path()).to_string_lossy().into_owned();
            into.passed.push((shown, "its name is not UTF-8".to_owned()));
            continue;
        };
        if entry.path_is_symlink() {
            into.passed.push((path.to_string(), "this is a link, which is not followed".to_owned()));
        } else if entry.file_type().is_file() {
            let size = entry.metadata().map_or(0, |metadata| metadata.len());
            into.files.insert(path.to_string(), size);
        } else if entry.file_type().is_dir() && entry.depth() == DEEPEST {
            into.passed.push((path.to_string(), format!("it lies deeper than {DEEPEST} folders")));
        }
        if into.files.len() + into.passed.len() > most {
            return Err(OtherFolderFault::TooMany);
        }
    }
    Ok(())
}
