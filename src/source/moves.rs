//! Gives files and folders of a site other places and changes texts with them: all of it or nothing. Knows nothing of what
//! the texts mean.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::failure::system_reason;
use super::replace::{BESIDE, fill, holds_link};
use super::{ReadFailure, Sources, Store};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::message;

/// A file or folder that gets another place; both are paths from the root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathMove {
    /// Where it lies.
    pub from: String,
    /// Where it will lie; nothing is there yet.
    pub to: String,
}

impl Sources {
    /// Replaces texts, by the places that they have now, takes files away, and then makes moves. Where one step fails, those
    /// before it are undone.
    ///
    /// # Errors
    /// A diagnostic for a link on the way, a text that was changed since it was listed, a place that is taken, or when the
    /// disk refuses.
    pub fn rearrange(
        &self,
        texts: &BTreeMap<Arc<str>, String>,
        removed: &[Arc<str>],
        moves: &[PathMove],
    ) -> Result<(), Box<Diagnostic>> {
        let Store::Disk(site) = &self.store else {
            return Err(Box::new(ReadFailure::absent().told(&Arc::from(""))));
        };
        let root = site.path();
        self.refuse_places(root, removed, moves)?;
        let mut before: BTreeMap<Arc<str>, Arc<[u8]>> = BTreeMap::new();
        for file in texts.keys().chain(removed) {
            before.insert(Arc::clone(file), self.bytes(file)?);
        }
        let mut undo = Undo { root, before: &before, changed: Vec::new(), moved: Vec::new(), made: Vec::new() };
        let done = self.take_steps(texts, removed, moves, &mut undo);
        if done.is_err() {
            undo.run();
        }
        done
    }

    fn take_steps(
        &self,
        texts: &BTreeMap<Arc<str>, String>,
        removed: &[Arc<str>],
        moves: &[PathMove],
        undo: &mut Undo<'_>,
    ) -> Result<(), Box<Diagnostic>> {
        for (file, text) in texts {
            self.replace(file, text)?;
            undo.changed.push(Arc::clone(file));
        }
        for file in removed {
            fs::remove_file(undo.root.join(&**file)).map_err(|error| failed(file, &error))?;
            undo.changed.push(Arc::clone(file));
        }
        for step in moves {
            undo.make_folder(&step.to).map_err(|error| failed(&step.to, &error))?;
            fs::rename(undo.root.join(&step.from), undo.root.join(&step.to))
                .map_err(|error| failed(&step.to, &error))?;
            undo.moved.push(step.clone());
        }
        Ok(())
    }

    fn refuse_places(&self, root: &Path, removed: &[Arc<str>], moves: &[PathMove]) -> Result<(), Box<Diagnostic>> {
        let paths = moves.iter().flat_map(|step| [step.from.as_str(), step.to.as_str()]);
        if let Some(path) = paths.chain(removed.iter().map(|file| &**file)).find(|path| holds_link(root, path)) {
            let message = message!("move-link", path = path);
            let help = message!("move-link-help");
            return Err(Box::new(Diagnostic::error(Code::OutputRefused, message).help(help)));
        }
        // A name that differs in its capitals only is the same file on some disks.
        let mut others = moves.iter().filter(|step| step.from.to_lowercase() != step.to.to_lowercase());
        if let Some(step) = others.find(|step| root.join(&step.to).symlink_metadata().is_ok()) {
            let message = message!("move-there", path = &step.to);
            return Err(Box::new(Diagnostic::error(Code::DuplicateEntry, message).help(message!("move-there-help"))));
        }
        // What was changed since it was read may name things that were not seen.
        let changed = self.files().find(|file| {
            let is_text = file.path.ends_with(".md") && file.path.starts_with("content/");
            is_text && self.bytes(&file.path).is_err()
        });
        changed.map_or(Ok(()), |file| {
            let message = message!("move-changed");
            let at = Span::start_of(&file.path);
            Err(Box::new(Diagnostic::error(Code::OutputRefused, message).at(at).help(message!("run-again-help"))))
        })
    }
}

fn failed(path: &str, error: &io::Error) -> Box<Diagnostic> {
    let message = message!("write-failed", path = path, reason = system_reason(error));
    Box::new(Diagnostic::error(Code::OutputFailed, message))
}

/// What has been done and has to be undone where a later step fails.
struct Undo<'a> {
    root: &'a Path,
    before: &'a BTreeMap<Arc<str>, Arc<[u8]>>,
    changed: Vec<Arc<str>>,
    moved: Vec<PathMove>,
    made: Vec<PathBuf>,
}

impl Undo<'_> {
    /// Makes the folder that a path lies in, and notes which of the folders above it are new.
    fn make_folder(&mut self, path: &str) -> io::Result<()> {
        let folder = self.root.join(path).parent().map(Path::to_path_buf).unwrap_or_default();
        let new: Vec<PathBuf> = folder.ancestors().take_while(|above| !above.exists()).map(Path::to_path_buf).collect();
        for folder in new.into_iter().rev() {
            fs::create_dir(&folder)?;
            self.made.push(folder);
        }
        Ok(())
    }

    /// Undoes all, the last step first. What cannot be undone stays: there is nobody left to tell it to but the first error.
    fn run(&mut self) {
        for step in self.moved.iter().rev() {
            let _ = fs::rename(self.root.join(&step.to), self.root.join(&step.from));
        }
        for folder in self.made.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
        for file in self.changed.iter().rev() {
            let Some(bytes) = self.before.get(file) else { continue };
            let to = self.root.join(&**file);
            let permissions = fs::metadata(&to).ok().map(|metadata| metadata.permissions());
            let beside = to.with_extension(BESIDE);
            let _ = fill(&beside, bytes, permissions).and_then(|()| fs::rename(&beside, &to));
        }
    }
}
