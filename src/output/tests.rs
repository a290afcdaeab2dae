//! Commits that end at each of their steps, and stages and folders that others change meanwhile.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::*;

/// The site before: a list, pages that will go, two of which name each other, and what is shown for pages that are not there.
const BEFORE: &[(&str, &str)] = &[
    ("404.html", r#"<a href="/index.html">"#),
    ("assets/a.css", "a"),
    ("en/old/index.html", r#"<a href="/nl/old/index.html"><a href="/assets/a.css">"#),
    ("gone/index.html", r#"<a href="/index.html">"#),
    ("index.html", r#"<a href="/gone/index.html"><a href="/assets/a.css">"#),
    ("nl/old/index.html", r#"<a href="/en/old/index.html"><a href="/gone/index.html">"#),
    ("was-file", "x"),
];

/// The site after: pages in two languages that name each other, reached from the list.
const AFTER: &[(&str, &str)] = &[
    ("404.html", r#"<a href="/index.html"><a href="/nl/new/index.html">"#),
    ("assets/b.css", "b"),
    ("data.json", "{}"),
    ("en/new/index.html", r#"<a href="/nl/new/index.html"><a href="/assets/b.css"><a href="/data.json">"#),
    ("index.html", r#"<a href="/nl/new/index.html"><a href="/assets/b.css">"#),
    ("nl/new/index.html", r#"<a href="/en/new/index.html"><a href="/assets/b.css">"#),
    ("was-file/below.txt", "y"),
];

/// A folder with a site in it, and an output folder.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn root(&self) -> PathBuf {
        self.0.path().join("site")
    }

    fn out(&self) -> PathBuf {
        self.root().join("public")
    }

    fn open(&self) -> OutputDir {
        OutputDir::open(&self.root(), &self.out()).expect("a folder that may be written to")
    }

    fn stages(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.root().join(".samen")).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).filter(|path| path.to_string_lossy().contains("stage-")).collect()
    }

    /// What the folder holds, samen's own left out.
    fn files(&self) -> BTreeMap<String, String> {
        let mut found = BTreeMap::new();
        collect(&self.out(), &self.out(), &mut found);
        found.retain(|file, _| !file.starts_with(".samen-"));
        found
    }
}

fn collect(root: &Path, folder: &Path, found: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if entry.file_type().unwrap().is_dir() {
            collect(root, &path, found);
        } else {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
            found.insert(name, fs::read_to_string(&path).unwrap_or_default());
        }
    }
}

fn text_of(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files.iter().map(|(file, text)| ((*file).to_owned(), (*text).to_owned())).collect()
}

/// Puts on the stage what differs from what is there.
fn staged(folder: &OutputDir, files: &[(&str, &str)]) -> OutputFiles {
    folder.begin().unwrap();
    let put = |(file, text): &(&str, &str)| {
        let hash = Hash::of(text.as_bytes());
        let bytes = match folder.stamp(file).filter(|_| folder.hash(file) == Some(hash)) {
            Some(stamp) => OutputBytes::InPlace(stamp),
            None => OutputBytes::Staged(folder.stage(text.as_bytes()).unwrap()),
        };
        ((*file).to_owned(), OutputFile { hash, bytes })
    };
    files.iter().map(put).collect()
}

fn write_all(place: &Place, files: &[(&str, &str)]) -> Committed {
    let folder = place.open();
    folder.commit(&staged(&folder, files)).unwrap()
}

/// Targets of links that are not there.
fn dead_links(files: &BTreeMap<String, String>) -> Vec<String> {
    let pages = files.iter().filter(|(file, _)| file.ends_with(".html"));
    let links = pages.flat_map(|(file, text)| text.split("href=\"/").skip(1).map(move |link| (file, link)));
    let targets = links.map(|(file, link)| (file, link.split('"').next().unwrap_or_default()));
    targets.filter(|(_, to)| !files.contains_key(*to)).map(|(file, to)| format!("{file} -> {to}")).collect()
}

/// Commits the site after, and ends at a step as a kill would. Whether it came to its end.
fn ends_at(place: &Place, step: usize) -> bool {
    let folder = place.open();
    let mut done = 0;
    let result = folder.commit_by_steps(&staged(&folder, AFTER), &mut || {
        done += 1;
        if done > step { Err(OutputError::Disturbed(PathBuf::new(), Message::verbatim("was killed"))) } else { Ok(()) }
    });
    result.is_ok()
}

#[track_caller]
fn assert_whole(place: &Place, when: &str) {
    let (before, after) = (text_of(BEFORE), text_of(AFTER));
    let now = place.files();
    assert_eq!(dead_links(&now), Vec::<String>::new(), "{when}");
    for (file, text) in &now {
        let known = [before.get(file), after.get(file), before.get("404.html"), after.get("404.html")];
        assert!(known.contains(&Some(text)), "{when}: {file} is {text}");
    }
}

#[test]
fn a_commit_that_ends_at_any_step_leaves_whole_files_and_no_dead_link_and_the_next_one_heals() {
    // One removal first, three new files, two pages that stand in, two new pages, two changed, three pages
    // that are covered before they go, four removals.
    for first in 0..17 {
        // The build after it may be killed too.
        for second in (0..17).step_by(3) {
            let when = format!("after steps {first} and {second}");
            let place = Place::new();
            write_all(&place, BEFORE);
            assert!(!ends_at(&place, first));
            assert_whole(&place, &when);
            assert_eq!(place.open().state(), None, "{when} all is in doubt");
            ends_at(&place, second);
            assert_whole(&place, &when);
            write_all(&place, AFTER);
            assert_eq!(place.files(), text_of(AFTER), "{when}");
        }
    }
    let place = Place::new();
    write_all(&place, BEFORE);
    assert!(ends_at(&place, 17));
}

#[test]
fn removals_come_last_and_counts_are_of_what_was_done() {
    let place = Place::new();
    let first = write_all(&place, BEFORE);
    assert_eq!((first.written.new, first.written.changed), (7, 0));
    let second = write_all(&place, AFTER);
    assert_eq!(second.written, WriteCounts { new: 5, changed: 2, removed: 5, same: 0 });
    let third = write_all(&place, AFTER);
    assert_eq!(third.written, WriteCounts { same: 7, ..WriteCounts::default() });
    assert_eq!(place.open().state(), Some(third.state));
    assert_eq!(place.stages(), Vec::<PathBuf>::new());
}

/// What somebody does while a build runs, and how that is told.
#[track_caller]
fn disturbed(disturb: impl Fn(&Place)) -> Place {
    let place = Place::new();
    write_all(&place, BEFORE);
    let folder = place.open();
    let outputs = staged(&folder, AFTER);
    disturb(&place);
    let error = folder.commit(&outputs).expect_err("what was moved is not what was staged");
    assert!(matches!(error, OutputError::Disturbed(..)), "{error:?}");
    drop(folder);
    place
}

#[test]
fn a_stage_that_is_removed_moved_or_replaced_moves_nothing() {
    let gone = |place: &Place| fs::remove_dir_all(&place.stages()[0]).unwrap();
    assert_eq!(disturbed(gone).files(), text_of(BEFORE));
    let empty = |place: &Place| {
        fs::remove_dir_all(&place.stages()[0]).unwrap();
        fs::create_dir(place.root().join(".samen").join(format!("stage-{}", std::process::id()))).unwrap();
    };
    assert_eq!(disturbed(empty).files(), text_of(BEFORE));
    let moved = |place: &Place| fs::rename(&place.stages()[0], place.0.path().join("elsewhere")).unwrap();
    assert_eq!(disturbed(moved).files(), text_of(BEFORE));
}

#[cfg(unix)]
#[test]
fn a_stage_that_is_replaced_by_a_link_moves_nothing() {
    let linked = |place: &Place| {
        let (stage, elsewhere) = (place.stages()[0].clone(), place.0.path().join("elsewhere"));
        fs::rename(&stage, &elsewhere).unwrap();
        std::os::unix::fs::symlink(&elsewhere, &stage).unwrap();
    };
    assert_eq!(disturbed(linked).files(), text_of(BEFORE));
}

#[test]
fn a_staged_file_that_is_removed_or_filled_by_others_moves_nothing() {
    let one = |place: &Place| place.stages()[0].join("0").join("0");
    assert_eq!(disturbed(|place| fs::remove_file(one(place)).unwrap()).files(), text_of(BEFORE));
    assert_eq!(disturbed(|place| fs::write(one(place), "other").unwrap()).files(), text_of(BEFORE));
    let same_size_and_time = |place: &Place| {
        let (length, time) = fs::metadata(one(place)).map(|it| (it.len(), it.modified().unwrap())).unwrap();
        fs::write(one(place), "z".repeat(usize::try_from(length).unwrap())).unwrap();
        fs::File::options().append(true).open(one(place)).unwrap().set_modified(time).unwrap();
    };
    assert_eq!(disturbed(same_size_and_time).files(), text_of(BEFORE));
}

#[test]
fn an_output_folder_that_is_removed_or_replaced_is_noticed() {
    assert_eq!(disturbed(|place| fs::remove_dir_all(place.out()).unwrap()).files(), BTreeMap::new());
    let other = |place: &Place| {
        fs::rename(place.out(), place.0.path().join("elsewhere")).unwrap();
        fs::create_dir(place.out()).unwrap();
    };
    assert_eq!(disturbed(other).files(), BTreeMap::new());
}

#[test]
fn an_output_that_is_changed_while_the_build_runs_is_not_remembered() {
    let place = Place::new();
    write_all(&place, AFTER);
    let folder = place.open();
    let outputs = staged(&folder, AFTER);
    fs::write(place.out().join("data.json"), "[]").unwrap();
    assert!(matches!(folder.commit(&outputs), Err(OutputError::Disturbed(..))));
}

#[cfg(unix)]
#[test]
fn nothing_is_written_or_removed_through_a_link_that_comes_while_the_build_runs() {
    for linked in ["gone", "assets", "nl"] {
        let place = Place::new();
        write_all(&place, BEFORE);
        let elsewhere = place.0.path().join("elsewhere");
        fs::create_dir(&elsewhere).unwrap();
        fs::write(elsewhere.join("index.html"), "precious").unwrap();
        let folder = place.open();
        let outputs = staged(&folder, AFTER);
        let _ = fs::remove_dir_all(place.out().join(linked));
        std::os::unix::fs::symlink(&elsewhere, place.out().join(linked)).unwrap();
        let error = folder.commit(&outputs).expect_err("a link stands there");
        assert!(matches!(&error, OutputError::NotFolder(path) if path.ends_with(linked)), "{error:?}");
        let names: Vec<_> = fs::read_dir(&elsewhere).unwrap().flatten().map(|entry| entry.file_name()).collect();
        assert_eq!(names, ["index.html"]);
        drop(folder);
        fs::remove_file(place.out().join(linked)).unwrap();
        write_all(&place, AFTER);
        assert_eq!(place.files(), text_of(AFTER));
    }
}

#[test]
fn a_folder_is_held_by_one_at_a_time_by_whatever_path_and_site() {
    let place = Place::new();
    let other = place.0.path().join("other");
    let held = place.open();
    for root in [place.root(), other.clone()] {
        let busy = OutputDir::open(&root, &place.out()).expect_err("it is held");
        assert_eq!(busy.code, Code::OutputBusy);
        assert!(busy.message.to_string().contains(&format!("process {}", std::process::id())), "{}", busy.message);
    }
    drop(held);
    assert!(!place.out().exists(), "a build that wrote nothing leaves no folder");
    OutputDir::open(&other, &place.out()).expect("nobody holds it");
}

#[test]
fn one_file_that_cannot_be_taken_away_holds_up_no_other() {
    let place = Place::new();
    write_all(&place, BEFORE);
    let elsewhere = place.root().join("elsewhere");
    fs::rename(place.out().join("en"), &elsewhere).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(&elsewhere, place.out().join("en")).unwrap();
    let folder = place.open();
    let files = ["en/old/index.html", "gone/index.html", "nl/old/index.html"].map(str::to_owned).into();
    let error = folder.take_away(&files).expect_err("a link stands there");
    assert!(matches!(&error, OutputError::NotFolder(path) if path.ends_with("en")), "{error:?}");
    drop(folder);
    assert!(elsewhere.join("old/index.html").exists());
    assert_eq!(
        place.files().into_keys().collect::<Vec<_>>(),
        ["404.html", "assets/a.css", "en", "index.html", "was-file"]
    );
    assert!(place.open().made().contains("en/old/index.html"), "it is still known as one of samen's");
    assert!(!place.open().made().contains("gone/index.html"));
}

#[test]
fn stages_of_killed_builds_go_and_those_of_others_at_work_stay() {
    let place = Place::new();
    write_all(&place, BEFORE);
    let memory = place.root().join(".samen");
    let dead = [memory.join("stage-7"), place.out().join(".samen-stage"), place.out().join(".samen-stage-8")];
    let beside = place.root().join(".samen-stage-public-9");
    // A kill in the middle of the try whether files can be moved.
    fs::create_dir(place.out().join(".samen-stage-probe-9")).unwrap();
    for folder in dead.iter().chain([&beside]) {
        fs::create_dir(folder).unwrap();
        fs::write(folder.join("0"), "a draft").unwrap();
    }
    let alive = memory.join("stage-10");
    fs::create_dir(&alive).unwrap();
    let lock = fs::File::open(&alive).unwrap();
    lock.try_lock().unwrap();
    write_all(&place, AFTER);
    let left: Vec<_> = dead.iter().chain([&beside, &alive]).filter(|folder| folder.exists()).collect();
    assert_eq!(left, [&alive]);
    assert!(!place.out().join(".samen-stage-probe-9").exists());
}
