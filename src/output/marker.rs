//! The list of what builds have put into an output folder, by which the folder is known to be ours: its text, and what a
//! damaged one still says. Knows nothing of the files that it names.

use std::collections::BTreeSet;
use std::path::{Component, Path};

use crate::source::Hash;

/// First line.
const HEAD: &str = "Made by samen. Builds replace and remove the files listed here, and no others.";

/// Second line: the hash of all outputs, by which a memory knows that it is of this state.
const STATE: &str = "state: ";

/// What stands there while outputs are moved: after a kill nothing is sure.
const UNFINISHED: &str = "unfinished";

/// Third line: the hash of the lines that follow.
const SUM: &str = "list: ";

/// What a marker says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Marker {
    /// The files that builds have put there. Paths that lead out of the folder are not among them.
    pub(super) made: BTreeSet<String>,
    /// The state of the folder; `None` after a build that did not come to its end, or an older program.
    pub(super) state: Option<Hash>,
    /// Whether the list is as it was written.
    pub(super) whole: bool,
}

impl Marker {
    /// Reads the text of a marker; `None` when it is none.
    pub(super) fn parse(bytes: &[u8]) -> Option<Self> {
        let text = String::from_utf8_lossy(bytes);
        let Some(rest) = text.strip_prefix(HEAD) else {
            // Cut off within the first line, or never written: ours, and it says nothing.
            return (HEAD.starts_with(&*text)).then(Self::default);
        };
        let rest = rest.strip_prefix('\n').unwrap_or(rest);
        let Some((state, after)) = rest.strip_prefix(STATE).and_then(|rest| rest.split_once('\n')) else {
            // An older program wrote no state; a list that is cut off has none either.
            let whole = !rest.is_empty() && rest.ends_with('\n') && !rest.starts_with(STATE);
            return Some(Self { made: listed(rest), state: None, whole });
        };
        let Some((sum, list)) = after.strip_prefix(SUM).and_then(|rest| rest.split_once('\n')) else {
            return Some(Self::default());
        };
        let whole = Hash::from_hex(sum) == Some(Hash::of(list.as_bytes()));
        let state = Hash::from_hex(state).filter(|_| whole);
        Some(Self { made: listed(list), state, whole })
    }

    /// The text of a marker.
    pub(super) fn print<'a>(files: impl Iterator<Item = &'a String>, state: Option<Hash>) -> String {
        let mut list = String::new();
        for file in files {
            list.push_str(file);
            list.push('\n');
        }
        let state = state.map_or_else(|| UNFINISHED.to_owned(), |state| state.to_string());
        format!("{HEAD}\n{STATE}{state}\n{SUM}{}\n{list}", Hash::of(list.as_bytes()))
    }
}

fn listed(text: &str) -> BTreeSet<String> {
    let inside = |file: &&str| Path::new(file).components().all(|part| matches!(part, Component::Normal(_)));
    text.lines().filter(|line| !line.is_empty()).filter(inside).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_marker_is_read_as_it_was_written() {
        let made = files(&["a/index.html", "b.txt"]);
        for state in [None, Some(Hash::of(b"x"))] {
            let text = Marker::print(made.iter(), state);
            let read = Marker::parse(text.as_bytes());
            assert_eq!(read, Some(Marker { made: made.clone(), state, whole: true }));
        }
    }

    #[test]
    fn a_marker_that_is_cut_off_or_changed_anywhere_is_not_whole() {
        let text = Marker::print(files(&["a/index.html", "b.txt", "c"]).iter(), Some(Hash::of(b"x")));
        for cut in 0..text.len() {
            let read = Marker::parse(&text.as_bytes()[..cut]).expect("still ours");
            assert!(!read.whole && read.state.is_none(), "cut at {cut}: {read:?}");
        }
        let changed = text.replace("b.txt", "d.txt");
        assert!(!Marker::parse(changed.as_bytes()).expect("still ours").whole);
    }

    #[test]
    fn what_an_older_program_wrote_is_a_list_without_a_state() {
        let read = Marker::parse(format!("{HEAD}\na/index.html\nb.txt\n").as_bytes());
        assert_eq!(read, Some(Marker { made: files(&["a/index.html", "b.txt"]), state: None, whole: true }));
    }

    #[test]
    fn a_marker_never_names_a_file_elsewhere_and_other_texts_are_none() {
        let read = Marker::parse(format!("{HEAD}\n../a\n/etc/passwd\nb\n./../c\n").as_bytes());
        assert_eq!(read.expect("ours").made, files(&["b"]));
        assert_eq!(Marker::parse(b"<!doctype html>"), None);
    }
}
