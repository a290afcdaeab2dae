//! What Git remembers of a file: its earlier versions, newest first. The only module that runs another program, and
//! only `git`; a site needs it for nothing but the history of a text. Knows nothing of what is in a file.

use std::path::Path;
use std::process::Command;

use crate::diagnostic::{Code, Diagnostic, Message};
use crate::message;

/// One version of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The commit that made it.
    pub commit: String,
    /// Day of the commit, as `2024-05-14`.
    pub day: String,
    /// Where the file was then, from the root of the repository.
    pub path: String,
}

/// The versions of a file and how far back they go.
#[derive(Clone, Debug)]
pub struct History {
    /// The newest first; empty for a file that was never committed.
    pub versions: Vec<Version>,
    /// Whether the clone holds only the latest part of the history (`git clone --depth`).
    pub shallow: bool,
}

/// Reads the history of a file below `root`; renames are followed.
///
/// # Errors
/// A diagnostic when there is no `git`, or `root` lies in no repository.
pub fn of(root: &Path, file: &str) -> Result<History, Box<Diagnostic>> {
    let shallow = git(root, &["rev-parse", "--is-shallow-repository"])?.trim() == "true";
    // A repository without a commit has no history to tell, which is not a failure.
    let log = git(root, &["log", "--follow", "--format=%x01%H %cs", "--name-only", "--", file]).unwrap_or_default();
    Ok(History { versions: log.split('\u{1}').filter_map(version).collect(), shallow })
}

/// The text of a file in one version.
///
/// # Errors
/// A diagnostic when `git` cannot show it.
pub fn text(root: &Path, version: &Version) -> Result<String, Box<Diagnostic>> {
    git(root, &["show", &format!("{}:{}", version.commit, version.path)])
}

/// How many commits of a file are looked through for what once stood in it: notes change a few times.
const MOST_CHANGES: &str = "--max-count=500";

/// All lines that commits added to a file or took out of it; renames are followed.
///
/// # Errors
/// A diagnostic when there is no `git`, or `root` lies in no repository.
pub fn changes(root: &Path, file: &str) -> Result<String, Box<Diagnostic>> {
    git(root, &["log", "--follow", "--format=", "--unified=0", "--no-ext-diff", "-p", MOST_CHANGES, "--", file])
}

/// The files below a folder of `root` that differ from the last commit, by their paths below `root`.
///
/// # Errors
/// A diagnostic when there is no `git`, or `root` lies in no repository, or that has no commit.
pub fn changed(root: &Path, folder: &str) -> Result<Vec<String>, Box<Diagnostic>> {
    let names = git(root, &["diff", "--name-only", "--relative", "--no-ext-diff", "-z", "HEAD", "--", folder])?;
    Ok(names.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect())
}

/// The text of a file below `root` in the last commit.
///
/// # Errors
/// A diagnostic when it was not there.
pub fn committed(root: &Path, file: &str) -> Result<String, Box<Diagnostic>> {
    git(root, &["show", &format!("HEAD:./{file}")])
}

fn version(part: &str) -> Option<Version> {
    let mut lines = part.lines().filter(|line| !line.is_empty());
    let (commit, day) = lines.next()?.split_once(' ')?;
    Some(Version { commit: commit.to_owned(), day: day.to_owned(), path: lines.next()?.to_owned() })
}

fn git(root: &Path, args: &[&str]) -> Result<String, Box<Diagnostic>> {
    let unavailable =
        |message: Message, help: Message| Box::new(Diagnostic::error(Code::HistoryMissing, message).help(help));
    let output = Command::new("git")
        .args(["--no-pager", "-c", "core.quotePath=false", "-c", "color.ui=never", "-C"])
        .arg(root)
        .args(args)
        .env("GIT_OPTIONAL_LOCKS", "0")
        .env("LC_ALL", "C")
        .output()
        .map_err(|_| unavailable(message!("git-not-run"), message!("git-missing-help")))?;
    if !output.status.success() {
        let told = String::from_utf8_lossy(&output.stderr);
        let told = told.lines().next().map(|line| line.trim_start_matches("fatal: "));
        let told = told.map_or_else(|| message!("git-silent"), Message::verbatim);
        let help = message!("git-history-help");
        return Err(unavailable(message!("git-unknown-here", said = told), help));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
