//! An entry gets another path in all its languages, with all that names it: which names fit, and what is changed. Nothing is
//! written here; knows nothing of who asks.

mod plan;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Message, Span};
use crate::document::place::{CONTENT, DocumentRole, is_document};
use crate::edits::{EditedSite, RawTexts};
use crate::lang;
use crate::message;
use crate::schema::Type;

pub use plan::MovePlan;

/// A text that cannot be read may name the entry, and nobody could mend that.
#[must_use]
pub fn unread(site: &EditedSite<'_>) -> Option<Box<Diagnostic>> {
    let known: BTreeSet<&Arc<str>> = site.loaded.documents().iter().map(|document| &document.place.file).collect();
    let file = site.sources.files().find(|file| is_document(&file.path) && !known.contains(&file.path))?;
    let message = message!("move-text-unread");
    let help = message!("move-text-unread-help");
    Some(Box::new(Diagnostic::error(Code::FrontMatter, message).at(Span::start_of(&file.path)).help(help)))
}

/// The entry and its new path.
pub struct NamedMove {
    /// The path that it has.
    pub old: String,
    /// The path that it gets.
    pub new: String,
}

impl NamedMove {
    /// Reads the names that somebody gave: the entry by its path or by one of its files, and its new path or name.
    ///
    /// # Errors
    /// Why the entry cannot have that path.
    pub fn read(entry: &str, new: &str, site: &EditedSite<'_>) -> Result<Self, Box<Diagnostic>> {
        let old = old_path(entry, site)?;
        let new = new_path(new, &old)?;
        let types = &site.loaded.rendering.site.types;
        let type_of = |path: &str| types.of_path(path).filter(|type_| *type_.folder != *path);
        let (Some(from), to) = (type_of(&old), type_of(&new)) else {
            return Err(folder(&old));
        };
        if to.is_none_or(|to| to.name != from.name) {
            return Err(across(&old, &new, from, to.map(|type_| &**type_)));
        }
        refuse_place(site, &old, &new)?;
        Ok(Self { old, new })
    }
}

fn wrong(message: Message, help: Message) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(Code::ReferenceUnknown, message).help(help))
}

fn folder(name: &str) -> Box<Diagnostic> {
    wrong(message!("move-of-folder", name = name), message!("move-of-folder-help"))
}

fn across(old: &str, new: &str, from: &Type, to: Option<&Type>) -> Box<Diagnostic> {
    let name = new.rsplit('/').next().unwrap_or(new);
    let stay = message!("move-within-folder", old = old, new = format!("{}/{name}", from.folder));
    match to {
        Some(to) => {
            let [from, to_name] = [&*from.name, &*to.name];
            let message = message!("move-across-types", old = old, from = from, new = new, to = to_name);
            wrong(message, message!("move-or-start-new", stay = stay, type_name = &*to.name, name = name))
        }
        None => wrong(message!("move-to-no-type", new = new), stay),
    }
}

/// The path of an entry that is there, whoever may see it.
fn old_path(name: &str, site: &EditedSite<'_>) -> Result<String, Box<Diagnostic>> {
    let id = name.trim_end_matches('/');
    let id = id.strip_prefix(CONTENT).unwrap_or(id);
    let documents = site.loaded.documents();
    let is_named = |path: &str, file: &str| path == id || file == name || file.strip_prefix(CONTENT) == Some(id);
    let found = documents.iter().find(|one| is_named(one.place.entry.as_str(), &one.place.file));
    let is_folder = documents.iter().any(|one| one.place.entry.as_str().starts_with(&format!("{id}/")));
    if found.is_none() && (id.is_empty() || is_folder) {
        return Err(folder(name));
    }
    let Some(found) = found else {
        let paths = documents.iter().map(|one| one.place.entry.as_str()).filter(|path| !path.is_empty());
        let same: BTreeSet<&str> = paths.clone().filter(|path| path.rsplit('/').next() == Some(id)).collect();
        let diagnostic = Diagnostic::error(Code::ReferenceUnknown, message!("move-entry-unknown", name = name));
        let same: Vec<&str> = same.into_iter().collect();
        return Err(Box::new(match &same[..] {
            [] => diagnostic.suggest(id, paths),
            named => diagnostic.help(message!("move-whole-path", names = named)),
        }));
    };
    if found.place.role == DocumentRole::Section {
        return Err(folder(name));
    }
    Ok(found.place.entry.to_string())
}

/// The path that is meant: one without a folder is a name in the folder of the old one.
fn new_path(name: &str, old: &str) -> Result<String, Box<Diagnostic>> {
    let path = name.strip_prefix(CONTENT).unwrap_or(name).trim_end_matches('/');
    let folder = old.rsplit_once('/').map_or("", |(folder, _)| folder);
    let path = if path.contains('/') || folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") };
    let parts: Vec<&str> = path.split('/').collect();
    let fits = |part: &&str| lang::slug(part) == **part && !matches!(*part, "" | "index");
    if !parts.iter().all(fits) {
        let slugs: Vec<String> = parts.iter().map(|part| lang::slug(part)).filter(|part| !part.is_empty()).collect();
        let proposal = slugs.join("/");
        let message = message!("move-name-unfit", name = name);
        let help = if proposal.is_empty() || proposal.ends_with("index") {
            message!("move-name-unfit-help")
        } else {
            message!("move-name-unfit-such-as", proposal = proposal)
        };
        return Err(Box::new(Diagnostic::error(Code::TextMisnamed, message).help(help)));
    }
    if path == old {
        return Err(wrong(message!("move-same-name", old = old), message!("move-same-name-help")));
    }
    Ok(path)
}

/// Refuses a place where something is, or where the entry would be hidden.
fn refuse_place(site: &EditedSite<'_>, old: &str, new: &str) -> Result<(), Box<Diagnostic>> {
    let folded = |path: &str| lang::fold(path);
    let own = |path: &str| path == old || path.starts_with(&format!("{old}/"));
    let content = || site.sources.files().filter_map(|file| file.path.strip_prefix(CONTENT));
    let start = folded(new);
    let taken = content().find(|file| {
        let entry = file.strip_suffix(".md").unwrap_or(file);
        let of_old = entry.strip_prefix(old).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '/']));
        let rest = folded(file);
        !of_old && rest.strip_prefix(&start).is_some_and(|rest| rest.starts_with(['.', '/']))
    });
    if let Some(file) = taken {
        let message = message!("move-place-taken", file = format!("{CONTENT}{file}"));
        let help = message!("move-another-name");
        return Err(Box::new(Diagnostic::error(Code::DuplicateEntry, message).help(help)));
    }
    for (at, _) in new.match_indices('/') {
        let above = &new[..at];
        if own(above) {
            return Err(wrong(message!("move-into-itself", new = new, old = old), message!("move-another-name")));
        }
        let holder = site.loaded.documents().iter().find(|one| one.place.entry.as_str() == above);
        let Some(holder) = holder else { continue };
        if holder.place.role != DocumentRole::Section {
            let message = message!("move-into-entry", above = above);
            return Err(wrong(message, message!("move-another-folder")));
        }
    }
    Ok(())
}

/// Files of `templates/` and of themes in the site that name an entry: what they do with it cannot be known.
fn naming_templates(site: &EditedSite<'_>, old: &str) -> Vec<Arc<str>> {
    let is_template =
        |path: &str| path.ends_with(".html") && !path.starts_with(CONTENT) && !path.starts_with("static/");
    let quoted = ["\"", "'"].map(|quote| format!("{quote}{old}{quote}"));
    let names =
        |path: &Arc<str>| site.sources.text(path).is_ok_and(|text| quoted.iter().any(|name| text.contains(name)));
    let files = site.sources.files().map(|file| &file.path);
    files.filter(|path| is_template(path) && names(path)).cloned().collect()
}

/// Texts by the names that they have after the moves.
fn moved_texts(texts: &RawTexts, plan: &MovePlan) -> RawTexts {
    texts.iter().map(|(file, text)| (plan.new_name(file), text.clone())).collect()
}
