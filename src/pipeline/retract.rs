//! The addresses of what has left the site: those to purge from caches and to take out of search engines.
//! Knows nothing of how anything is taken away.

use std::path::Path;

use super::Request;
use super::load::load_types;
use crate::cache::{self, Cache, PublishedStore, RetractedEntry};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::message;
use crate::output::OutputDir;
use crate::site::Route;
use crate::source::Sources;

/// All addresses of some entries that have left the site, in the languages that they had, and after them those of pages
/// and files that showed them. Entries are named by their paths or by a file of theirs.
///
/// # Errors
/// For an entry that is still public, and for one of which nothing is remembered.
pub fn retract(
    root: &Path,
    folder: &OutputDir,
    request: &Request,
    names: &[String],
) -> Result<Vec<String>, Diagnostics> {
    let mut found = Diagnostics::default();
    let known = Cache::read(&cache::file(root, folder.path())).sources;
    let sources = Sources::disk(root, &request.config, &known, &mut Diagnostics::default());
    let config = load_types(&sources, request, &mut found).map(|(config, _)| config);
    let Some(config) = config else { return Err(found) };
    let mut found = Diagnostics::default();
    let published = PublishedStore::open(root, folder.path()).read().unwrap_or_default();
    let (mut own, mut shown_on) = (Vec::new(), Vec::new());
    for name in names {
        let path = entry_path(name);
        match published.retracted.get(path) {
            Some(RetractedEntry { outputs, shown_on: others }) => {
                own.extend(outputs.iter().map(|file| address(file, &config)));
                shown_on.extend(others.iter().map(|file| address(file, &config)));
            }
            None if published.entries.contains_key(path) => found.push(still_public(path)),
            None => found.push(unknown(path, published.retracted.keys())),
        }
    }
    shown_on.retain(|address| !own.contains(address));
    shown_on.sort();
    shown_on.dedup();
    own.extend(shown_on);
    if found.items().is_empty() { Ok(own) } else { Err(found) }
}

/// The path of an entry, from how somebody names it: `content/a/b/index.nl.md` and `a/b/` are `a/b`.
fn entry_path(name: &str) -> &str {
    let path = name.trim_start_matches("./").trim_matches('/');
    let path = path.strip_prefix("content/").unwrap_or(path);
    let path = match path.strip_suffix(".md") {
        Some(stem) => stem.rsplit_once('.').map_or(stem, |(stem, _)| stem),
        None => path,
    };
    let folder = path.strip_suffix("/index").or_else(|| path.strip_suffix("/_index"));
    folder.unwrap_or(if path == "_index" { "" } else { path })
}

fn address(file: &str, config: &Config) -> String {
    Route::of_file(file).permalink(&config.base_url)
}

fn still_public(path: &str) -> Diagnostic {
    let message = message!("retract-still-public", path = path);
    let help = message!("retract-still-public-help");
    Diagnostic::error(Code::RetractRefused, message).help(help)
}

fn unknown<'a>(path: &str, known: impl Iterator<Item = &'a String>) -> Diagnostic {
    let message = message!("retract-unknown", path = path);
    Diagnostic::error(Code::RetractRefused, message).suggest(path, known.map(String::as_str))
}
