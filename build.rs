//! What the program is given when it is compiled: the files of the theme that it carries, and the commit that it is made
//! from. Both depend on the source alone, so that the same source gives the same program on every machine.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the theme, from the root of the source.
const THEME: &str = "themes/hub";

fn main() {
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").expect("Cargo sets it"));
    let out = PathBuf::from(std::env::var("OUT_DIR").expect("Cargo sets it"));
    println!("cargo::rerun-if-changed=build.rs");
    // Cargo looks at everything below a folder.
    println!("cargo::rerun-if-changed={THEME}");
    let mut files = Vec::new();
    list(&root, THEME, &mut files);
    files.sort();
    fs::write(out.join("carried.rs"), table(&root, &files)).expect("the folder for what is made can be written to");
    let theme = theme_version(&root);
    fs::write(out.join("version"), version(&root, &theme)).expect("the folder for what is made can be written to");
    fs::write(out.join("theme-version"), theme).expect("the folder for what is made can be written to");
}

/// What `samen --version` says behind the name. A file and no variable: those named `SAMEN_…` are settings of a site.
fn version(root: &Path, theme: &str) -> String {
    let own = std::env::var("CARGO_PKG_VERSION").expect("Cargo sets it");
    let commit = commit(root).unwrap_or_else(|| "unknown".to_owned());
    format!("{own} (commit {commit}, theme hub {theme})")
}

/// What the theme says of itself.
fn theme_version(root: &Path) -> String {
    let theme = fs::read_to_string(root.join(THEME).join("theme.yaml")).expect("the theme has its settings");
    theme.lines().find_map(|line| line.strip_prefix("version: ")).expect("the theme has a version").to_owned()
}

/// The files below a folder, by their paths with `/`. What starts with a dot is of other programs.
fn list(root: &Path, folder: &str, files: &mut Vec<String>) {
    let entries = fs::read_dir(root.join(folder)).expect("the theme lies beside the source");
    for entry in entries {
        let entry = entry.expect("the theme can be listed");
        let name = entry.file_name().into_string().expect("names in the theme are UTF-8");
        let path = format!("{folder}/{name}");
        if name.starts_with('.') {
            continue;
        }
        if entry.path().is_dir() {
            list(root, &path, files);
        } else {
            files.push(path);
        }
    }
}

/// The table of the files as Rust: paths and bytes.
fn table(root: &Path, files: &[String]) -> String {
    let mut out = String::from("&[\n");
    for path in files {
        let file = root.join(path);
        let file = file.to_str().expect("Cargo builds in folders whose names are UTF-8");
        let _ = writeln!(out, "    ({path:?}, include_bytes!({file:?})),");
    }
    out.push_str("]\n");
    out
}

/// The commit of the source: what Cargo noted when it packed the source, or what Git says of the folder itself. A folder
/// inside of another repository has no commit of its own.
fn commit(root: &Path) -> Option<String> {
    if let Ok(noted) = fs::read_to_string(root.join(".cargo_vcs_info.json")) {
        let (_, rest) = noted.split_once("\"sha1\"")?;
        return rest.split('"').nth(1).and_then(short);
    }
    let top = git(root, &["rev-parse", "--show-toplevel"])?;
    if fs::canonicalize(top).ok()? != fs::canonicalize(root).ok()? {
        return None;
    }
    let commit = short(&git(root, &["rev-parse", "HEAD"])?)?;
    // While somebody works on the program, a commit alone compiles nothing anew: then the last one known is named.
    if std::env::var("PROFILE").as_deref() != Ok("release") {
        return Some(format!("{commit} or later"));
    }
    watch(root);
    Some(commit)
}

/// Has Cargo ask again when another commit is checked out.
fn watch(root: &Path) {
    let head = git(root, &["symbolic-ref", "HEAD"]);
    for name in ["HEAD", "packed-refs"].into_iter().chain(head.as_deref()) {
        // Cargo would ask again each time for a file that is not there.
        if let Some(file) = git(root, &["rev-parse", "--git-path", name])
            && root.join(&file).exists()
        {
            println!("cargo::rerun-if-changed={file}");
        }
    }
}

/// What Git answers, on one line.
fn git(root: &Path, arguments: &[&str]) -> Option<String> {
    // What these name may be another repository.
    let git = Command::new("git")
        .env_remove("GIT_DIR")
        .env_remove("GIT_WORK_TREE")
        .current_dir(root)
        .args(arguments)
        .output();
    let answer = String::from_utf8(git.ok().filter(|answer| answer.status.success())?.stdout).ok()?;
    Some(answer.trim_end().to_owned())
}

/// The first letters of the name of a commit, as many as a forge shows at most.
fn short(commit: &str) -> Option<String> {
    commit.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| commit.get(..12).map(str::to_owned)).flatten()
}
