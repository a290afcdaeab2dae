//! Builds beside builds, kills, and what others do to the output folder and the memory: the next build is as a clean one, and
//! no build says that all is well with a wrong folder.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;

use samen::output::OutputDir;

use crate::disk::{Disk, Run, tree};
#[cfg(unix)]
use crate::disk::{run, skipped};
use crate::fixture::TODAY;

/// A meeting that can be closed, a page that names it, and a second language.
const SITE: &str = "//- content/pages/a.nl.md
---
title: Eerste
---
Woorden. [Verder](b.md)
//- content/pages/b.nl.md
---
title: Tweede
---
Woorden.
//- content/pages/b.en.md
---
title: Second
translation: {source: nl, state: reviewed}
---
Words.
";

fn outputs(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = tree(folder);
    files.retain(|file, _| !file.starts_with(".samen-"));
    files
}

/// What a site without any memory gives.
fn clean(site: &Disk) -> BTreeMap<String, Vec<u8>> {
    let copy = site.around().join("clean");
    let _ = fs::remove_dir_all(&copy);
    let run = site.run(&["build", "--clock", TODAY, "-o", "../clean"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    outputs(&copy)
}

#[track_caller]
fn assert_clean(site: &Disk, when: &str) {
    let (now, wanted) = (site.public(), clean(site));
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&now), names(&wanted), "{when}");
    let differ: Vec<_> = now.iter().filter(|(file, bytes)| wanted[*file] != **bytes).map(|(file, _)| file).collect();
    assert!(differ.is_empty(), "{when}: {differ:?}");
}

/// The output folder, held as a build holds it.
fn held(site: &Disk) -> OutputDir {
    OutputDir::open(&site.path(""), &site.path("public")).expect("nobody holds it")
}

#[test]
fn a_second_build_ends_with_3_and_says_who_is_at_work() {
    let site = Disk::new(SITE);
    site.built();
    let folder = held(&site);
    for command in [&["build"][..], &["clean"]] {
        let run = site.run(command);
        assert_eq!(run.code, 3, "{}", run.stderr);
        let process = format!("process {}", std::process::id());
        assert!(run.stderr.contains("error[output-busy]") && run.stderr.contains(&process), "{}", run.stderr);
        assert!(run.stderr.contains("--wait") && run.stderr.contains(", since 20"), "{}", run.stderr);
    }
    assert_eq!(site.run(&["build", "-o", "other"]).code, 0, "another folder is free");
    assert_eq!(site.run(&["check"]).code, 0);
    drop(folder);
    site.built();
    assert!(site.tree(".samen").keys().all(|file| !file.contains("lock")), "no note is left");
}

#[test]
fn a_build_waits_when_it_is_asked_to() {
    let site = Disk::new(SITE);
    site.built();
    let folder = held(&site);
    let mut command = site.command(&["build", "--wait", "--clock", TODAY]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut said = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    said.read_line(&mut line).unwrap();
    assert!(line.starts_with("waiting for another build: ") && line.contains("process "), "{line}");
    assert!(child.try_wait().unwrap().is_none(), "it waits");
    site.edit("content/pages/a.nl.md", "Woorden", "Andere woorden");
    drop(folder);
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert_clean(&site, "after waiting");
}

#[cfg(unix)]
#[test]
fn a_link_to_the_folder_and_a_second_clone_meet_the_same_lock() {
    let site = Disk::new(SITE);
    site.built();
    std::os::unix::fs::symlink(site.path("public"), site.path("link")).unwrap();
    let other = Disk::new(SITE);
    let folder = held(&site);
    assert_eq!(site.run(&["build", "-o", "link"]).code, 3);
    let public = site.path("public").display().to_string();
    let run = other.run(&["build", "-o", &public]);
    assert_eq!(run.code, 3, "{}", run.stderr);
    drop(folder);
    assert_eq!(other.run(&["build", "--clock", TODAY, "-o", &public]).code, 0);
    site.edit("content/pages/a.nl.md", "Woorden", "Andere woorden");
    site.built();
    assert_clean(&site, "the memory of the first clone is of another state");
}

#[test]
fn a_note_of_a_dead_process_or_of_any_other_kind_holds_nobody_up() {
    let site = Disk::new(SITE);
    site.built();
    let cache = site.tree(".samen").into_keys().find(|file| file.ends_with(".cache")).unwrap();
    let note = format!(".samen/{}", cache.replace(".cache", ".lock"));
    for text in ["samen is at work\n1\nelsewhere\n2020-01-01\nbuild\n", "", "\u{0}nonsense", "samen is at work\nx\n"] {
        site.write(&note, text);
        site.built();
        assert!(!site.exists(&note));
        let folder = held(&site);
        site.write(&note, text);
        let run = site.build();
        assert_eq!(run.code, 3, "{}", run.stderr);
        if cfg!(target_os = "linux") {
            assert!(run.stderr.contains(&format!("process {}", std::process::id())), "{}", run.stderr);
        }
        drop(folder);
    }
    fs::create_dir(site.path(&note)).unwrap();
    site.built();
    assert!(site.exists(&note), "what is not a note stays");
}

/// Numbers that look like chance and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

#[test]
fn builds_at_once_leave_the_site_that_the_last_of_them_saw_or_say_that_they_did_not() {
    let site = Disk::new(SITE);
    site.built();
    let mut dice = Dice(16);
    for round in 0..6 {
        let children: Vec<_> = (0..2 + dice.below(3))
            .map(|index| {
                // Of the builds of a round, one sees the page public and one a draft.
                let draft = if (round + index) % 2 == 0 { "draft: true\n" } else { "" };
                site.write("content/pages/b.nl.md", format!("---\ntitle: Tweede\n{draft}---\nWoorden.\n"));
                site.start(&["build", "--clock", TODAY])
            })
            .collect();
        for child in children {
            let run = Run::end(child);
            assert!(matches!(run.code, 0 | 1 | 3), "round {round}: {}", run.stderr);
        }
        site.built();
        assert_clean(&site, &format!("round {round}"));
    }
}

#[test]
fn what_a_killed_build_staged_is_never_in_the_published_folder() {
    let site = Disk::new(SITE);
    site.built();
    let folder = held(&site);
    folder.begin().unwrap();
    folder.stage(b"a draft").unwrap();
    let names: Vec<String> = fs::read_dir(site.path("public"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with('.'))
        .collect();
    assert_eq!(names, [".samen-output"]);
}

#[test]
fn a_change_of_the_same_size_and_time_is_seen() {
    let site = Disk::new(SITE);
    site.age();
    site.built();
    let time = site.modified("content/pages/b.nl.md");
    site.edit("content/pages/b.nl.md", "Woorden", "Andere.");
    let set = |path: &str| {
        fs::File::options().append(true).open(site.path(path)).unwrap().set_modified(time).unwrap();
    };
    set("content/pages/b.nl.md");
    site.built();
    assert_clean(&site, "a text");
    // The same for a file that is too large to be read each time, and for an output.
    site.write("static/large.bin", vec![b'a'; 200_000]);
    set("static/large.bin");
    site.built();
    site.write("static/large.bin", vec![b'b'; 200_000]);
    set("static/large.bin");
    site.built();
    assert_clean(&site, "a large file");
    let page = "public/nl/index.html";
    let (text, time) = (site.read(page), site.modified(page));
    site.write(page, text.replace("nl", "xx"));
    fs::File::options().append(true).open(site.path(page)).unwrap().set_modified(time).unwrap();
    site.built();
    assert_clean(&site, "an output");
}

#[test]
fn a_memory_that_was_changed_anywhere_is_none() {
    let site = Disk::new(SITE);
    site.built();
    let path = site.tree(".samen").into_keys().find(|file| file.ends_with(".cache")).unwrap();
    let path = format!(".samen/{path}");
    let good = site.read(&path);
    let before = site.public();
    for at in (0..good.len()).step_by(good.len() / 12) {
        let mut bytes = good.clone().into_bytes();
        bytes[at] = if bytes[at] == b'1' { b'2' } else { b'1' };
        site.write(&path, bytes);
        let run = site.run(&["build", "--clock", TODAY, "-v"]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        assert!(!run.stderr.contains("\n0 outputs were made anew"), "changed at {at}: {}", run.stderr);
        assert_eq!(site.public(), before, "changed at {at}");
    }
    let newer = good.replace("samen build cache 2", "samen build cache 3");
    site.write(&path, newer);
    site.built();
    assert_eq!(site.public(), before);
}

#[test]
fn a_list_that_is_cut_off_is_made_whole_from_memory_or_told() {
    let site = Disk::new(SITE);
    site.built();
    let marker = site.read("public/.samen-output");
    for cut in [0, 20, marker.len() / 2, marker.len() - 3] {
        site.write("public/.samen-output", &marker[..cut]);
        fs::remove_file(site.path("content/pages/b.en.md")).unwrap();
        site.built();
        assert_clean(&site, "what is gone is removed though the list does not name it");
        site.write(
            "content/pages/b.en.md",
            "---\ntitle: Second\ntranslation: {source: nl, state: reviewed}\n---\nWords.\n",
        );
        site.built();
    }
    site.write("public/.samen-output", &marker[..marker.len() / 2]);
    fs::remove_dir_all(site.path(".samen")).unwrap();
    let run = site.build();
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("is damaged") && run.stderr.contains("delete the folder"), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn a_link_in_the_output_folder_is_named_and_what_it_leads_to_stays() {
    use std::os::unix::fs::symlink;
    let site = Disk::new(SITE);
    site.built();
    let precious = site.around().join("precious");
    fs::rename(site.path("public/nl"), &precious).unwrap();
    symlink(&precious, site.path("public/nl")).unwrap();
    let before = tree(&precious);
    for args in [&["build", "--clock", TODAY][..], &["clean"]] {
        let run = site.run(args);
        assert_eq!(run.code, 1, "{}", run.stderr);
        assert!(run.stderr.contains("error[output-refused]") && run.stderr.contains("public/nl"), "{}", run.stderr);
        assert_eq!(tree(&precious), before);
    }
    fs::remove_file(site.path("public/nl")).unwrap();
    site.built();
    assert_clean(&site, "without the link");
    // A list that names files behind a link.
    let marker = site.read("public/.samen-output");
    symlink(&precious, site.path("public/x")).unwrap();
    site.write("public/.samen-output", format!("{}x/index.html\n", old_form(&marker)));
    assert_eq!(site.build().code, 1);
    assert_eq!(tree(&precious), before);
}

/// The list as programs wrote it that knew no state.
fn old_form(marker: &str) -> String {
    let lines = marker.lines().filter(|line| !line.starts_with("state: ") && !line.starts_with("list: "));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn the_folder_of_an_older_program_is_taken_over() {
    let site = Disk::new(SITE);
    site.built();
    let marker = site.read("public/.samen-output");
    site.write("public/.samen-output", old_form(&marker));
    site.write("public/.samen-output.new", "half");
    site.write("public/.samen-stage/nl/index.html", "half");
    site.remove("content/pages/b.en.md");
    site.built();
    assert_clean(&site, "taken over");
    assert!(!site.exists("public/.samen-stage") && !site.exists("public/.samen-output.new"));
}

#[test]
fn a_git_worktree_is_an_empty_folder_and_stays_one() {
    let site = Disk::new(SITE);
    site.write("public/.git", "gitdir: ../.git/worktrees/public\n");
    site.built();
    site.built();
    assert_eq!(site.run(&["clean"]).code, 0);
    assert_eq!(site.tree("public").into_keys().collect::<Vec<_>>(), [".git"]);
}

#[cfg(unix)]
#[test]
fn a_memory_that_is_a_file_a_link_or_may_not_be_written_to_changes_no_byte() {
    let site = Disk::new(SITE);
    let wanted = clean(&site);
    let _ = fs::remove_dir_all(site.path(".samen"));
    site.write(".samen", "a file");
    let run = site.built();
    assert!(run.stderr.contains("the next build will make everything anew"), "{}", run.stderr);
    assert_eq!(site.public(), wanted);
    let names: Vec<String> = fs::read_dir(site.path(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with(".samen-"))
        .collect();
    assert_eq!(names, Vec::<String>::new(), "nothing is left beside the output folder");
    site.remove(".samen");
    std::os::unix::fs::symlink("/nonexistent/folder", site.path(".samen")).unwrap();
    site.built();
    site.remove(".samen");
    let elsewhere = site.around().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, site.path(".samen")).unwrap();
    fs::write(elsewhere.join("notes"), "of somebody").unwrap();
    site.built();
    site.built();
    assert_eq!(site.public(), wanted);
    assert_eq!(site.run(&["clean"]).code, 0);
    assert!(fs::symlink_metadata(site.path(".samen")).is_err(), "the link goes");
    let left: Vec<_> = fs::read_dir(&elsewhere).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["notes"], "nothing is written or removed through it");
}

#[cfg(unix)]
#[test]
fn a_memory_that_leads_into_the_published_folder_is_not_used() {
    let site = Disk::new(SITE);
    site.built();
    let wanted = site.public();
    fs::remove_dir_all(site.path(".samen")).unwrap();
    std::os::unix::fs::symlink("public", site.path(".samen")).unwrap();
    site.write("content/pages/concept.nl.md", "---\ntitle: Concept\ndraft: true\n---\n");
    let run = site.built();
    assert!(run.stderr.contains("`.samen` is a link"), "{}", run.stderr);
    assert_eq!(site.public(), wanted);
}

#[cfg(unix)]
#[test]
fn a_stage_of_another_user_holds_nobody_up() {
    use std::os::unix::fs::PermissionsExt;
    let site = Disk::new(SITE);
    site.write(".samen/stage-999999/0", "of somebody");
    fs::set_permissions(site.path(".samen/stage-999999"), fs::Permissions::from_mode(0o000)).unwrap();
    let Some(mut build) = site.unprivileged(&["build", "--clock", TODAY]) else {
        return skipped("permissions need a program that gives up the rights of root");
    };
    let run = run(&mut build);
    fs::set_permissions(site.path(".samen/stage-999999"), fs::Permissions::from_mode(0o700)).unwrap();
    assert_eq!(run.code, 0, "{}", run.stderr);
}

#[test]
fn another_program_in_the_place_of_a_page_is_told_and_stays() {
    let site = Disk::new(SITE);
    site.built();
    site.remove("public/nl/index.html");
    site.write("public/nl/index.html/mine.txt", "mine");
    let run = site.build();
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("public/nl/index.html"), "{}", run.stderr);
    assert_eq!(site.read("public/nl/index.html/mine.txt"), "mine");
}
