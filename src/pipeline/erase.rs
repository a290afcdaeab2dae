//! The last resort where no site can be made: deletes the files of what has to go, and all others that name it.
//! Knows nothing of how files are made; it looks for addresses and titles in what they say.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::cache::{Published, PublishedStore};
use crate::lang;
use crate::output::{OutputDir, OutputError};

/// Letters and digits of the shortest title that is looked for; a shorter one stands in every second word.
const SHORTEST: usize = 5;

/// Deletes the outputs of entries and files and all that names them, and gives their number.
pub(super) fn erase(
    folder: &OutputDir,
    store: &PublishedStore,
    published: &Published,
    entries: &BTreeSet<&String>,
    files: &BTreeSet<String>,
) -> Result<usize, OutputError> {
    let mut own: BTreeSet<String> = BTreeSet::new();
    let mut words: BTreeSet<String> = BTreeSet::new();
    let mut sources: BTreeSet<&String> = BTreeSet::new();
    for path in entries {
        match published.entries.get(*path) {
            Some(entry) => {
                own.extend(entry.outputs.iter().cloned());
                sources.extend(&entry.sources);
            }
            None => own.extend(named_outputs(folder, path)),
        }
        words.extend(Some(letters(path)).filter(|path| path.len() >= SHORTEST));
    }
    let kept = sources.into_iter().filter_map(|file| published.texts.get(file)).map(String::as_str);
    words.extend(store.texts(&kept.collect()).values().filter_map(|text| title(text)));
    // A file of the content stands at the same path; the pictures of one have more in their names.
    for file in files.iter().filter_map(|file| file.strip_prefix("content/")) {
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let made =
            folder.made().iter().filter(|made| made.strip_prefix("files/").is_some_and(|it| it.starts_with(stem)));
        own.extend(made.cloned());
    }
    own.extend(files.iter().filter_map(|file| file.strip_prefix("static/")).map(str::to_owned));
    let pages = own.iter().filter_map(|file| file.strip_suffix("index.html")).filter(|page| !page.is_empty());
    words.extend(pages.map(letters));
    let owned: BTreeSet<&String> = published.entries.values().flat_map(|entry| &entry.outputs).collect();
    let others: Vec<&String> = folder.made().iter().filter(|file| !own.contains(*file)).collect();
    let naming = others.into_par_iter().filter(|file| {
        // Nothing is read in a print over many entries: it may hold the words.
        let is_packed = [".pdf", ".zip"].iter().any(|end| file.ends_with(end));
        if is_packed { !owned.contains(*file) } else { is_text(file) && names(folder, file, &words) }
    });
    let naming: Vec<String> = naming.cloned().collect();
    own.extend(naming);
    folder.take_away(&own)
}

/// Outputs that bear the name of an entry or lie in the folder of its files.
pub(super) fn named_outputs(folder: &OutputDir, path: &str) -> BTreeSet<String> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let slug = lang::slug(name);
    let beside = format!("files/{path}");
    let named = folder.made().iter().filter(|file| {
        let mut parts = file.split('/');
        file.starts_with(&beside) || (!slug.is_empty() && parts.any(|part| part == slug))
    });
    named.cloned().collect()
}

fn is_text(file: &str) -> bool {
    let end = file.rsplit('.').next().unwrap_or_default();
    matches!(end, "html" | "json" | "jsonld" | "xml" | "csv" | "ics" | "bib" | "ris" | "txt")
}

fn names(folder: &OutputDir, file: &str, words: &BTreeSet<String>) -> bool {
    // What cannot be read may hold anything.
    let Some(bytes) = folder.read(file) else { return true };
    let text = letters(&String::from_utf8_lossy(&bytes));
    words.iter().any(|word| text.contains(word.as_str()))
}

fn title(text: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(text);
    let line = text.lines().find_map(|line| line.strip_prefix("title:"))?;
    Some(letters(line)).filter(|title| title.chars().count() >= SHORTEST)
}

/// Letters and digits alone, without entities: whatever escapes and folds a format has, they stay the same.
fn letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        push_letters(&mut out, &rest[..at]);
        let tail = &rest[at + 1..];
        let end = tail.char_indices().take(10).find(|(_, c)| *c == ';').map(|(end, _)| end);
        rest = end.map_or(tail, |end| &tail[end + 1..]);
    }
    push_letters(&mut out, rest);
    out
}

fn push_letters(out: &mut String, text: &str) {
    out.extend(text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase));
}
