//! Addresses of pages that readers had and that nothing answers any more: what was published last is compared with what
//! there is now. Knows nothing of why an entry is hidden; those that are taken down on purpose are told elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::load::Loaded;
use crate::cache::{Published, PublishedEntry};
use crate::diagnostic::{Code, Diagnostic, Message, Span};
use crate::message;
use crate::site::{EntryId, Route};

/// Entries that are named one by one; of more there is a number.
const MOST: usize = 20;

/// Addresses of one entry that are named in a message.
const MOST_OF_ONE: usize = 8;

/// The addresses of pages of an entry that nothing answers any more.
pub(super) fn lost(entry: &PublishedEntry, loaded: &Loaded) -> BTreeSet<String> {
    let jobs = &loaded.rendering.plan.jobs;
    let routes = entry.outputs.iter().filter(|file| is_page(file)).map(|file| Route::of_file(file));
    routes.filter(|route| !jobs.contains_key(route)).map(|route| route.to_string()).collect()
}

/// Whether an output is a page with an address of its own: not a further page of a list, and no file of an editor.
fn is_page(file: &str) -> bool {
    let page = file.strip_suffix("/index.html").unwrap_or(file);
    let number = page.rsplit_once("/p/").map(|(_, number)| number);
    let is_part = number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    file.ends_with(".html") && !is_part && !file.starts_with("files/")
}

/// Tells the entries that are still published and have lost addresses.
pub(super) fn removed(loaded: &Loaded, before: &Published, now: &Published) -> Vec<Diagnostic> {
    let same = before.entries.iter().filter_map(|(path, old)| Some((path, old, now.entries.get(path)?)));
    // Where less is public than before, that is told.
    let same = same.filter(|(_, old, now)| old.grants.is_subset(&now.grants));
    let mut all: BTreeMap<&String, (&PublishedEntry, BTreeSet<String>)> = BTreeMap::new();
    for (path, old, now) in same {
        let lost = lost(old, loaded);
        if !lost.is_empty() {
            all.insert(path, (now, lost));
        }
    }
    let site = &loaded.rendering.site;
    let mut told: Vec<Diagnostic> = Vec::new();
    for (path, (now, lost)) in all.iter().take(MOST) {
        let name = named(path);
        let message = message!("entry-other-address", name = name, lost = nowhere(lost));
        let file = Some(now.source.as_str()).filter(|file| !file.is_empty());
        let place = file.map_or_else(|| message!("the-page"), |file| message!("in-backticks", name = file));
        let help = message!("entry-other-address-help", lost = aliases(lost), place = place);
        let mut diagnostic = Diagnostic::warning(Code::AddressRemoved, message).help(help);
        let id: Option<EntryId> = site.find(path).map(|entry| entry.id);
        if let Some(entry) = id.map(|id| site.entry(id)).filter(|entry| !entry.source.file.is_empty()) {
            diagnostic = diagnostic.at(Span::start_of(&entry.source.file));
        }
        told.push(diagnostic);
    }
    let more = all.len().saturating_sub(MOST);
    if more > 0 {
        let message = message!("entries-lost-addresses", count = more);
        told.push(Diagnostic::warning(Code::AddressRemoved, message).help(message!("entries-lost-addresses-help")));
    }
    told
}

/// Says of an entry that is not there any more where its addresses lead.
pub(super) fn deleted(path: &str, files: usize, lost: &BTreeSet<String>) -> Diagnostic {
    let name = named(path);
    let files = message!("so-many-files", count = files);
    let message = message!("entry-deleted", name = name, files = files, lost = nowhere(lost));
    let help = message!("entry-deleted-help", path = path, lost = aliases(lost));
    Diagnostic::warning(Code::AddressRemoved, message).help(help)
}

/// An entry in words: the home page has no path.
pub(super) fn named(path: &str) -> Message {
    if path.is_empty() { message!("the-home-page") } else { Message::verbatim(path) }
}

fn nowhere(lost: &BTreeSet<String>) -> Message {
    let first = lost.first().map_or("", String::as_str);
    match lost.len() {
        1 => message!("address-nowhere", address = first),
        count => message!("addresses-nowhere", address = first, count = count - 1),
    }
}

fn aliases(lost: &BTreeSet<String>) -> String {
    let mut named: Vec<&str> = lost.iter().take(MOST_OF_ONE).map(String::as_str).collect();
    if lost.len() > MOST_OF_ONE {
        named.push("…");
    }
    format!("`aliases: [{}]`", named.join(", "))
}
