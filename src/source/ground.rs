//! The folder that a new site comes into: what stands there already, and the site written into it whole or not at all.
//! Knows nothing of what the files mean.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::failure::system_reason;
use super::fresh::FreshFile;
use super::replace::{fill, holds_link};
use crate::diagnostic::{Code, Diagnostic, Message};
use crate::message;

/// Where a site is written before its files take their names.
const BESIDE: &str = ".samen-new";

/// Names that are in the way are told up to this many.
const MOST_TOLD: usize = 12;

/// Names that stand in many folders and harm no site; a file of the site with such a name is left out.
fn is_harmless(name: &str) -> bool {
    let upper = name.to_uppercase();
    let of_system =
        matches!(name, ".git" | ".gitignore" | ".gitattributes" | ".DS_Store" | "Thumbs.db" | "desktop.ini");
    of_system || ["README", "LICENSE", "LICENCE", "COPYING"].iter().any(|start| upper.starts_with(start))
}

/// A folder for a new site.
#[derive(Debug)]
pub struct Ground {
    folder: PathBuf,
    /// Whether it is there.
    exists: bool,
    /// What stands in it, in the order of the names.
    there: Vec<String>,
}

impl Ground {
    /// Looks at a folder, which need not be there.
    ///
    /// # Errors
    /// A diagnostic when it is a file, or cannot be read.
    pub fn look(folder: &Path) -> Result<Self, Box<Diagnostic>> {
        let shown = folder.display().to_string();
        let folder = match absolute(folder) {
            Ok(folder) => folder,
            Err(error) => return Err(unread(&shown, &error)),
        };
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Ok(Self { folder, exists: false, there: Vec::new() });
            }
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
                let message = message!("ground-file", path = &shown);
                let diagnostic = Diagnostic::error(Code::OutputRefused, message);
                return Err(Box::new(diagnostic.help(message!("ground-file-help"))));
            }
            Err(error) => return Err(unread(&shown, &error)),
        };
        let mut there = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|error| unread(&shown, &error))?;
            there.push(entry.file_name().to_string_lossy().into_owned());
        }
        there.sort();
        // What a stopped run left.
        there.retain(|name| name != BESIDE);
        Ok(Self { folder, exists: true, there })
    }

    /// The folder, by its whole path.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether it is there.
    #[must_use]
    pub fn exists(&self) -> bool {
        self.exists
    }

    /// Whether it holds something of that name.
    #[must_use]
    pub fn holds(&self, name: &str) -> bool {
        self.there.iter().any(|there| there == name)
    }

    /// The nearest folder around it that holds one of the names, and the name.
    #[must_use]
    pub fn around<'n>(&self, names: &[&'n str]) -> Option<(PathBuf, &'n str)> {
        let above = self.folder.ancestors().skip(1);
        above.flat_map(|folder| names.iter().map(move |name| (folder, *name))).find_map(|(folder, name)| {
            fs::symlink_metadata(folder.join(name)).is_ok().then(|| (folder.to_path_buf(), name))
        })
    }

    /// What is in the way of a site, in words; at most a dozen names.
    #[must_use]
    pub fn in_the_way(&self) -> Vec<String> {
        let all: Vec<&String> = self.there.iter().filter(|name| !is_harmless(name)).collect();
        let mut told: Vec<String> = all.iter().take(MOST_TOLD).map(|name| format!("`{name}`")).collect();
        if all.len() > MOST_TOLD {
            told.push(format!("{} more", all.len() - MOST_TOLD));
        }
        told
    }

    /// Those of the files whose place is taken by something harmless, which stays as it is.
    #[must_use]
    pub fn kept<'f>(&self, files: &'f [FreshFile]) -> Vec<&'f Arc<str>> {
        files.iter().map(|file| &file.path).filter(|path| self.holds(first_part(path))).collect()
    }

    /// Writes a site, except what is [kept](Self::kept): all of it or nothing. Its files take their names when all of
    /// them are on the disk.
    ///
    /// # Errors
    /// A diagnostic when the disk refuses; nothing of the site is there then.
    pub fn settle(&self, files: &[FreshFile]) -> Result<(), Box<Diagnostic>> {
        let made =
            if self.exists { None } else { self.folder.ancestors().take_while(|folder| !folder.exists()).last() };
        let done = self.fill_and_name(files);
        if done.is_err() {
            let _ = fs::remove_dir_all(self.folder.join(BESIDE));
            // Folders that were made for it are empty now; one that is not is another's.
            let own =
                made.map_or(0, |made| self.folder.ancestors().take_while(|folder| folder.starts_with(made)).count());
            self.folder.ancestors().take(own).for_each(|folder| drop(fs::remove_dir(folder)));
        }
        done.map_err(|error| {
            let path = self.folder.display().to_string();
            failed(message!("ground-unwritable", path = path, reason = system_reason(&error)))
        })
    }

    fn fill_and_name(&self, files: &[FreshFile]) -> io::Result<()> {
        let beside = self.folder.join(BESIDE);
        fs::create_dir_all(&self.folder)?;
        match fs::remove_dir_all(&beside) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        fs::create_dir(&beside)?;
        let kept = self.kept(files);
        let mut names: Vec<&str> = Vec::new();
        for file in files.iter().filter(|file| !kept.contains(&&file.path)) {
            let to = beside.join(&*file.path);
            to.parent().map_or(Ok(()), fs::create_dir_all)?;
            fill(&to, &file.bytes, None)?;
            let name = first_part(&file.path);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        // Nothing is a site before its settings are there.
        names.sort_by_key(|name| name.ends_with(".yaml"));
        for (count, name) in names.iter().enumerate() {
            let to = self.folder.join(name);
            // A rename would take the place of an empty folder or a file that came in the meantime.
            let free =
                if fs::symlink_metadata(&to).is_ok() { Err(io::ErrorKind::AlreadyExists.into()) } else { Ok(()) };
            if let Err(error) = free.and_then(|()| fs::rename(beside.join(name), &to)) {
                names[..count].iter().for_each(|name| drop(fs::rename(self.folder.join(name), beside.join(name))));
                return Err(error);
            }
        }
        fs::remove_dir(&beside)
    }
}

/// Takes files of a site away: all of them or none. Folders that are empty then go too.
///
/// # Errors
/// A diagnostic when one lies behind a link, or the disk refuses; all are there then.
pub fn take_away(root: &Path, files: &[Arc<str>]) -> Result<(), Box<Diagnostic>> {
    let beside = root.join(BESIDE);
    let _ = fs::remove_dir_all(&beside);
    if let Err(error) = set_aside(root, files, &beside) {
        files.iter().enumerate().for_each(|(index, file)| {
            let _ = fs::rename(beside.join(index.to_string()), root.join(&**file));
        });
        let _ = fs::remove_dir(&beside);
        return Err(failed(message!("remove-failed", reason = system_reason(&error))));
    }
    let _ = fs::remove_dir_all(&beside);
    for file in files {
        // Only empty folders can be removed this way, and the folders of a site stay.
        let folders = Path::new(&**file).ancestors().skip(1).filter(|folder| folder.components().count() > 2);
        folders.for_each(|folder| drop(fs::remove_dir(root.join(folder))));
    }
    Ok(())
}

/// Moves files into a folder, each under its number.
fn set_aside(root: &Path, files: &[Arc<str>], to: &Path) -> io::Result<()> {
    fs::create_dir(to)?;
    for (index, file) in files.iter().enumerate() {
        if holds_link(root, file) {
            return Err(io::Error::other(format!("`{file}` is a link, or lies behind one")));
        }
        fs::rename(root.join(&**file), to.join(index.to_string()))?;
    }
    Ok(())
}

fn unread(path: &str, error: &io::Error) -> Box<Diagnostic> {
    failed(message!("ground-unreadable", path = path, reason = system_reason(error)))
}

fn failed(message: Message) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(Code::OutputFailed, message))
}

fn first_part(path: &str) -> &str {
    path.split('/').next().unwrap_or(path)
}

/// The whole path of a folder, links followed as far as it is there.
fn absolute(folder: &Path) -> io::Result<PathBuf> {
    let whole = std::path::absolute(folder)?;
    for there in whole.ancestors() {
        if let Ok(real) = there.canonicalize() {
            return Ok(whole.strip_prefix(there).map_or(real.clone(), |rest| plain(&real.join(rest))));
        }
    }
    Ok(whole)
}

/// A path without `..` in the part that is not there.
fn plain(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::ParentDir => drop(out.pop()),
            std::path::Component::CurDir => {}
            part => out.push(part),
        }
    }
    out
}
