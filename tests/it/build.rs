//! Builds on disk by the real program: what is written, what is left alone, and what a stop at any moment leaves.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

use samen::output::OutputDir;
use samen::pipeline::{self, Built, RunControl};

use crate::disk::{Disk, Run, run, samen, signal, skipped, tree};
use crate::fixture::{TODAY, hub};

/// A page whose text is longer than its summary, a page in two languages that links to it, and a file.
const SITE: &str = "//- data/types/page.yaml
folder: pages
path: {nl: paginas, en: pages}
label: Page
plural: Pages
//- content/pages/a.nl.md
---
title: Eerste
---
Inleiding. Inleiding. Inleiding. Inleiding. Inleiding. Inleiding. Inleiding. Inleiding. Inleiding. Inleiding.
Inleiding. Inleiding. Inleiding. Inleiding. Inleiding. Inleiding. Inleiding. Inleiding. Inleiding. Inleiding.
Inleiding. Inleiding. Inleiding. Inleiding. Inleiding. Inleiding. Inleiding. Inleiding. Inleiding. Inleiding.

Het slot.
//- content/pages/a.en.md
---
title: First
translation: {source: nl, state: reviewed}
---
Words.
//- content/pages/b/index.nl.md
---
title: Tweede
---
[Naar een](../a.md) en [plan](plan.pdf)
//- content/pages/b/plan.pdf
%PDF-1.7
";

/// Builds without a process of its own, to see what was made anew.
#[track_caller]
fn built(site: &Disk) -> Built {
    let request = hub("").request;
    let root = site.path("");
    let folder = OutputDir::open(&root, &site.path("public")).expect("a folder that may be written to");
    match pipeline::build(&root, &folder, &request, &RunControl::default()) {
        Ok(built) => built,
        Err((failure, said)) => panic!("{failure:?}: {:#?}", said.items()),
    }
}

/// All outputs with the time of their last change.
fn times(site: &Disk) -> BTreeMap<String, SystemTime> {
    let files = site.public().into_keys();
    files.map(|file| (file.clone(), site.modified(&format!("public/{file}")))).collect()
}

/// Files whose time or existence differs.
fn touched(before: &BTreeMap<String, SystemTime>, after: &BTreeMap<String, SystemTime>) -> Vec<String> {
    let all = before.keys().chain(after.keys());
    let mut touched: Vec<String> = all.filter(|file| before.get(*file) != after.get(*file)).cloned().collect();
    touched.sort();
    touched.dedup();
    touched
}

/// What a build from nothing gives.
fn clean_build(site: &Disk, args: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let folder = site.around().join("clean");
    let _ = fs::remove_dir_all(&folder);
    let mut all = vec!["build", "--clock", TODAY, "-o", "../clean"];
    all.extend(args);
    let run = site.run(&all);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let mut files = tree(&folder);
    files.retain(|file, _| !file.starts_with(".samen-"));
    files
}

fn names(files: &BTreeMap<String, Vec<u8>>) -> Vec<&str> {
    files.keys().map(String::as_str).collect()
}

/// Both hold the same files with the same bytes.
#[track_caller]
fn assert_same(left: &BTreeMap<String, Vec<u8>>, right: &BTreeMap<String, Vec<u8>>, when: &str) {
    assert_eq!(names(left), names(right), "{when}");
    for (file, bytes) in left {
        assert_eq!(String::from_utf8_lossy(bytes), String::from_utf8_lossy(&right[file]), "{when}: {file}");
    }
}

#[test]
fn the_first_build_writes_everything_and_says_how_much() {
    let site = Disk::new(SITE);
    let run = site.built();
    let files = site.public();
    assert!(files.contains_key("nl/paginas/a/index.html") && files.contains_key("files/pages/b/plan.pdf"));
    let pages = files.keys().filter(|file| file.ends_with(".html")).count();
    let all = files.len();
    assert!(
        run.stderr.contains(&format!("{pages} pages, {all} files: {all} new, 0 changed, 0 removed, 0 same, in ")),
        "{}",
        run.stderr
    );
    assert_eq!(run.stdout, "");
    assert!(site.exists("public/.samen-output") && !site.exists("public/.samen-stage"));
}

#[test]
fn the_files_of_a_build_are_those_of_the_value() {
    let value = hub(SITE).outputs();
    let site = Disk::new(SITE);
    site.built();
    assert_same(&site.public(), &value.into_iter().map(|(file, bytes)| (file, bytes.to_vec())).collect(), "value");
}

#[test]
fn a_build_with_nothing_changed_touches_nothing() {
    let site = Disk::new(SITE);
    site.built();
    let before = times(&site);
    assert_eq!(built(&site).written.changed, 0);
    site.age();
    assert_eq!(built(&site).written.changed, 0);
    let run = site.built();
    assert!(run.stderr.contains(&format!(" 0 new, 0 changed, 0 removed, {} same", before.len())), "{}", run.stderr);
    assert_eq!(touched(&before, &times(&site)), Vec::<String>::new());
}

#[test]
fn a_file_that_is_saved_without_a_change_makes_nothing_anew() {
    let site = Disk::new(SITE);
    built(&site);
    let text = site.read("content/pages/a.nl.md");
    site.write("content/pages/a.nl.md", text);
    let again = built(&site);
    assert_eq!((again.rendered, again.written.changed), (0, 0));
}

#[test]
fn an_edit_of_prose_makes_one_output_anew() {
    let site = Disk::new(SITE);
    built(&site);
    let before = times(&site);
    site.edit("content/pages/a.nl.md", "Het slot.", "Het einde.");
    let again = built(&site);
    assert_eq!((again.rendered, again.written.changed), (1, 1));
    assert_eq!(touched(&before, &times(&site)), ["nl/paginas/a/index.html"]);
}

#[test]
fn verbose_says_how_many_outputs_were_made_anew() {
    let site = Disk::new(SITE);
    site.built();
    site.edit("content/pages/a.nl.md", "Het slot.", "Het einde.");
    let run = site.run(&["build", "-v", "--clock", TODAY]);
    assert!(run.stderr.contains("1 output"), "{}", run.stderr);
}

#[test]
fn an_edit_of_a_title_reaches_every_page_that_shows_it() {
    let site = Disk::new(SITE);
    built(&site);
    let before = times(&site);
    site.edit("content/pages/a.nl.md", "title: Eerste", "title: Nieuwe");
    let again = built(&site);
    assert!(again.rendered > 1);
    let touched = touched(&before, &times(&site));
    for file in ["nl/paginas/a/index.html", "nl/paginas/index.html", "nl/paginas/b/index.html"] {
        assert!(touched.contains(&file.to_owned()), "{file} in {touched:?}");
    }
    assert!(!touched.contains(&"en/paginas/index.html".to_owned()) && !touched.contains(&"nl/404.html".to_owned()));
    assert_same(&site.public(), &clean_build(&site, &[]), "after the edit");
}

#[test]
fn what_is_gone_is_removed_with_its_empty_folders() {
    let site = Disk::new(SITE);
    site.built();
    site.remove("content/pages/b/index.nl.md");
    site.remove("content/pages/b/plan.pdf");
    let run = site.built();
    assert!(run.stderr.contains("3 removed"), "{}", run.stderr);
    for gone in ["public/nl/paginas/b", "public/en/pages/b", "public/files"] {
        assert!(!site.exists(gone), "{gone}");
    }
    assert_same(&site.public(), &clean_build(&site, &[]), "after the removal");
}

#[test]
fn a_page_can_become_a_folder_and_a_folder_a_file() {
    let site = Disk::new("//- static/x\nfile\n");
    site.built();
    site.remove("static/x");
    site.write("static/x/y/z", "deep");
    site.built();
    assert_eq!(site.read("public/x/y/z"), "deep");
    fs::remove_dir_all(site.path("static/x")).unwrap();
    site.write("static/x", "file");
    site.built();
    assert_eq!(site.read("public/x"), "file");
}

#[test]
fn files_that_samen_did_not_make_stay() {
    let site = Disk::new(SITE);
    site.built();
    site.write("public/nl/paginas/b/own.txt", "mine");
    site.write("public/CNAME", "mine");
    site.remove("content/pages/b/index.nl.md");
    site.remove("content/pages/b/plan.pdf");
    site.built();
    assert_eq!(
        (site.read("public/nl/paginas/b/own.txt"), site.read("public/CNAME")),
        ("mine".to_owned(), "mine".to_owned())
    );
    assert!(!site.exists("public/nl/paginas/b/index.html"));
}

#[test]
fn a_file_that_samen_did_not_make_is_never_overwritten() {
    let site = Disk::new(SITE);
    site.built();
    site.write("public/nl/paginas/c/index.html", "mine");
    site.write("content/pages/c.nl.md", "---\ntitle: C\n---\n");
    let before = site.tree("public");
    let run = site.build();
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("error[output-refused]") && run.stderr.contains("paginas/c/index.html"),
        "{}",
        run.stderr
    );
    assert_same(&site.tree("public"), &before, "refused");
}

#[test]
fn an_output_that_somebody_changed_or_removed_is_made_whole() {
    let site = Disk::new(SITE);
    site.built();
    let before = site.public();
    site.write("public/nl/index.html", "vandal");
    site.remove("public/files/pages/b/plan.pdf");
    site.built();
    assert_same(&site.public(), &before, "healed");
}

#[test]
fn an_error_keeps_the_old_site_byte_for_byte() {
    let site = Disk::new(SITE);
    site.built();
    let (before, when) = (site.tree("public"), times(&site));
    for (path, text) in [
        ("content/pages/c.nl.md", "---\ntitle: C\nunknown: x\n---\n"),
        ("content/pages/c.nl.md", "---\ntitle: C\n---\n::: nowhere\n:::\n"),
        ("templates/404.html", "{{ nowhere }}"),
        ("data/types/broken.yaml", "folder: [\n"),
        ("themes/mini/assets/mini.css", "}"),
    ] {
        let saved = fs::read(site.path(path)).ok();
        site.write(path, text);
        let run = site.build();
        assert_eq!(run.code, 1, "{path}: {}", run.stderr);
        assert!(run.stderr.contains("nothing was published"), "{}", run.stderr);
        assert_same(&site.tree("public"), &before, path);
        assert_eq!(touched(&when, &times(&site)), Vec::<String>::new());
        match saved {
            Some(bytes) => site.write(path, bytes),
            None => site.remove(path),
        }
    }
    site.built();
    assert_eq!(touched(&when, &times(&site)), Vec::<String>::new());
}

#[test]
fn under_strict_a_warning_publishes_nothing() {
    let site = Disk::new(SITE);
    site.write("content/pages/c.nl.md", "---\ntitle: C\n---\n[hier](/nl/paginas/a/)\n");
    let run = site.run(&["build", "--strict"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("warning[link-hard-coded]"), "{}", run.stderr);
    assert!(!site.exists("public/index.html"));
    assert_eq!(site.run(&["build"]).code, 0);
    assert!(site.exists("public/index.html"));
}

#[test]
fn warnings_are_said_again_by_a_build_with_nothing_changed() {
    let site = Disk::new(SITE);
    site.write("content/pages/c.nl.md", "---\ntitle: C\n---\n[hier](/nl/paginas/a/)\n");
    site.age();
    for _ in 0..2 {
        assert!(site.built().stderr.contains("warning[link-hard-coded]"));
    }
}

#[test]
fn folders_that_must_not_be_written_to_are_refused() {
    let site = Disk::new(SITE);
    site.write("file.txt", "x");
    site.write("foreign/file.txt", "x");
    site.write(".git/HEAD", "x");
    let before = site.tree("");
    for folder in [
        "/",
        ".",
        "..",
        "content",
        "content/pages",
        "./content/../content",
        "data",
        "themes/mini",
        "static",
        ".git",
        ".samen",
        "file.txt",
        "foreign",
    ] {
        let run = site.run(&["build", "-o", folder]);
        assert_eq!(run.code, 1, "-o {folder}: {}", run.stderr);
        assert!(run.stderr.contains("error[output-refused]"), "-o {folder}: {}", run.stderr);
    }
    assert_same(&site.tree(""), &before, "nothing was written");
}

#[cfg(unix)]
#[test]
fn a_link_to_a_folder_that_must_not_be_written_to_is_refused() {
    let site = Disk::new(SITE);
    std::os::unix::fs::symlink(site.path("content"), site.path("sly")).unwrap();
    let run = site.run(&["build", "-o", "sly"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("error[output-refused]"), "{}", run.stderr);
}

#[test]
fn an_empty_folder_may_be_written_to_and_one_that_only_git_keeps() {
    let site = Disk::new(SITE);
    site.write("public/.gitkeep", "");
    site.write("public/.gitignore", "*");
    site.built();
    fs::create_dir(site.path("out")).unwrap();
    assert_eq!(site.run(&["build", "-o", "out"]).code, 0);
    assert_eq!(site.run(&["build", "-o", "deep/er/out"]).code, 0);
    assert!(site.exists("public/.gitkeep") && site.exists("out/index.html") && site.exists("deep/er/out/index.html"));
}

#[test]
fn without_its_marker_a_folder_is_not_ours() {
    let site = Disk::new(SITE);
    site.built();
    site.remove("public/.samen-output");
    let run = site.build();
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("it holds files that samen did not make"), "{}", run.stderr);
}

#[test]
fn a_marker_cannot_point_out_of_its_folder() {
    let site = Disk::new(SITE);
    site.built();
    let marker = site.read("public/.samen-output");
    site.write("precious.txt", "x");
    site.write(
        "public/.samen-output",
        format!("{marker}../precious.txt\n{}\n./../precious.txt\n", site.path("precious.txt").display()),
    );
    site.built();
    site.run(&["clean"]);
    assert_eq!(site.read("precious.txt"), "x");
}

#[test]
fn each_output_folder_has_its_own_memory() {
    let site = Disk::new(SITE);
    site.built();
    site.edit("content/pages/a.nl.md", "Het slot.", "Het einde.");
    assert_eq!(site.run(&["build", "--clock", TODAY, "-o", "other"]).code, 0);
    site.built();
    assert_same(&site.public(), &clean_build(&site, &[]), "public");
}

#[test]
fn a_damaged_memory_changes_no_byte() {
    let site = Disk::new(SITE);
    site.built();
    let before = site.public();
    let caches: Vec<String> = site.tree(".samen").into_keys().filter(|file| file.ends_with(".cache")).collect();
    assert_eq!(caches.len(), 1);
    let path = format!(".samen/{}", caches[0]);
    let good = fs::read(site.path(&path)).unwrap();
    let damaged = [
        b"".to_vec(),
        b"\xff\xfe\x00 nonsense".to_vec(),
        good[..good.len() / 2].to_vec(),
        [&good[..], b"one more line that is wrong\n"].concat(),
        String::from_utf8(good.clone()).unwrap().replace(['3', '7'], "0").into_bytes(),
        String::from_utf8(good.clone()).unwrap().replace("nl/", "en/").into_bytes(),
        String::from_utf8(good.clone()).unwrap().lines().take(1).collect::<String>().into_bytes(),
    ];
    for (index, bytes) in damaged.iter().enumerate() {
        site.write(&path, bytes);
        site.edit("content/pages/a.nl.md", "slot", if index % 2 == 0 { "Slot: slot" } else { "slot" });
        site.built();
        assert_same(&site.public(), &clean_build(&site, &[]), &format!("damage {index}"));
    }
    assert_eq!(names(&site.public()), names(&before));
}

#[test]
fn a_memory_that_cannot_be_written_does_not_matter() {
    let site = Disk::new(SITE);
    site.write(".samen", "a file, not a folder");
    site.built();
    site.built();
    assert_same(&site.public(), &clean_build(&site, &[]), "public");
}

#[test]
fn on_another_day_lists_show_what_is_due() {
    let site = Disk::new(SITE);
    site.write("content/pages/c.nl.md", "---\ntitle: Derde\npublish: 2026-07-01\n---\n");
    site.age();
    for day in ["2026-06-30", "2026-07-01", "2026-06-30"] {
        assert_eq!(site.run(&["build", "--clock", day]).code, 0);
        let there = day == "2026-07-01";
        assert_eq!(site.exists("public/nl/paginas/c/index.html"), there, "{day}");
        assert_eq!(site.read("public/nl/paginas/index.html").contains("Derde"), there, "the list on {day}");
        assert_eq!(site.read("public/sitemap-nl.xml").contains("/c/"), there, "the sitemap on {day}");
    }
}

#[test]
fn drafts_come_and_go_with_their_flag_in_lists_too() {
    let site = Disk::new(SITE);
    site.write("content/pages/c.nl.md", "---\ntitle: Derde\ndraft: true\n---\n");
    site.age();
    for drafts in [false, true, false] {
        let args: &[&str] = if drafts { &["build", "--drafts"] } else { &["build"] };
        assert_eq!(site.run(args).code, 0);
        assert_eq!(site.read("public/nl/paginas/index.html").contains("Derde"), drafts, "drafts: {drafts}");
    }
}

#[test]
fn an_edit_of_prose_makes_its_translation_outdated() {
    let site = Disk::new(SITE);
    site.edit(
        "content/pages/a.en.md",
        "state: reviewed}",
        "state: reviewed, hash: '00000000000000000000000000000000'}",
    );
    let loaded = pipeline::load(&hub(SITE).sources(), &hub("").request).loaded.unwrap();
    let hash = loaded.rendering.site.find("pages/a").unwrap().source.meta.source_hash.to_string();
    site.edit("content/pages/a.en.md", "00000000000000000000000000000000", &hash);
    site.built();
    assert!(site.read("public/en/pages/a/index.html").contains("state: reviewed"));
    site.edit("content/pages/a.nl.md", "Het slot.", "Het einde.");
    site.built();
    assert!(site.read("public/en/pages/a/index.html").contains("state: outdated"));
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// Changes something of a site that stays without errors.
fn edit(site: &Disk, dice: &mut Dice, step: u64) -> String {
    let entry = format!("content/pages/x{}.nl.md", dice.below(4));
    match dice.below(10) {
        0 | 1 => site.write(&entry, format!("---\ntitle: X{step}\n---\n[een](a.md)\n")),
        2 => drop(fs::remove_file(site.path(&entry))),
        3 => site.write("content/pages/b/plan.pdf", format!("%PDF-1.7 {}", dice.below(3))),
        4 => site.write(
            "content/pages/a.en.md",
            format!("---\ntitle: First\ntranslation: {{source: nl}}\n---\nWords {step}.\n"),
        ),
        5 => site.write("data/strings/nl.ftl", format!("not-found = Weg {step}\n")),
        6 => site.write("themes/mini/assets/mini.css", format!("a {{ margin: {step}px }}")),
        7 => site.write(
            "templates/404.html",
            format!("{{% extends \"mini/404.html\" %}}{{% block main %}}<h1>{step}</h1>{{% endblock main %}}"),
        ),
        8 => site.write(
            &entry,
            format!("---\ntitle: X{step}\ndraft: true\naliases: [/nl/oud-{step}-{}/]\n---\n", dice.below(1000)),
        ),
        _ => site
            .write("data/terms/topics.yaml", format!("label: T\npath: topics\nterms: {{t{}: {{}}}}\n", dice.below(3))),
    }
    entry
}

#[test]
fn builds_after_any_edits_give_the_bytes_of_a_clean_build() {
    let site = Disk::new(SITE);
    let mut dice = Dice(7);
    site.built();
    for step in 0..24 {
        for _ in 0..=dice.below(3) {
            edit(&site, &mut dice, step);
        }
        if dice.below(3) == 0 {
            site.age();
        }
        let flags: &[&[&str]] = &[&[], &[], &["--drafts"], &["-u", "https://other.example/deep/"]];
        let flags = flags[usize::try_from(dice.below(4)).unwrap()];
        let run = site.run(&[&["build", "--clock", TODAY], flags].concat());
        assert_eq!(run.code, 0, "step {step}: {}", run.stderr);
        assert_same(&site.public(), &clean_build(&site, flags), &format!("step {step} {flags:?}"));
    }
}

/// A site that takes a while, in two states: every page differs.
fn long_site(pages: usize) -> Disk {
    let mut fixture = SITE.to_owned();
    for n in 0..pages {
        fixture.push_str(&format!(
            "//- content/pages/p{n}.nl.md\n---\ntitle: P{n}\n---\n{}\n",
            "Woorden en *woorden*. ".repeat(20)
        ));
    }
    Disk::new(&fixture)
}

fn set_state(site: &Disk, state: &str) {
    let settings = site.read("samen.yaml");
    let rest = settings.split_once('\n').unwrap().1;
    site.write("samen.yaml", format!("name: {state}\n{rest}"));
    site.write(&format!("content/pages/only-{state}.nl.md"), "---\ntitle: Alleen\n---\n");
    let other = if state == "Een" { "Twee" } else { "Een" };
    let _ = fs::remove_file(site.path(&format!("content/pages/only-{other}.nl.md")));
}

/// Every file is that of one state or the other, and what both have is there.
#[track_caller]
fn assert_whole(site: &Disk, states: [&BTreeMap<String, Vec<u8>>; 2], when: &str) {
    let now = site.public();
    for (file, bytes) in &now {
        let known = states.iter().any(|state| state.get(file) == Some(bytes));
        assert!(known, "{when}: `{file}` is neither old nor new:\n{}", String::from_utf8_lossy(bytes));
    }
    for file in states[0].keys().filter(|file| states[1].contains_key(*file)) {
        assert!(now.contains_key(file), "{when}: `{file}` is gone");
    }
}

#[test]
fn a_kill_at_any_moment_leaves_whole_files_and_the_next_build_heals() {
    let site = long_site(60);
    set_state(&site, "Een");
    let one = clean_build(&site, &[]);
    let started = Instant::now();
    site.built();
    let span = u64::try_from(started.elapsed().as_millis()).unwrap();
    set_state(&site, "Twee");
    let two = clean_build(&site, &[]);
    let mut dice = Dice(3);
    for round in 0..8 {
        set_state(&site, if round % 2 == 0 { "Twee" } else { "Een" });
        let mut child = site.start(&["build", "--clock", TODAY]);
        sleep(Duration::from_millis(dice.below(span + span / 4)));
        child.kill().unwrap();
        child.wait().unwrap();
        assert_whole(&site, [&one, &two], &format!("round {round}"));
    }
    set_state(&site, "Twee");
    site.built();
    assert_same(&site.public(), &two, "healed");
}

#[test]
fn a_kill_in_the_first_build_leaves_a_folder_that_can_be_built_into() {
    let site = Disk::new(SITE);
    // What is there when the very first marker is being written.
    site.write("public/.samen-output.new", "Made by sam");
    site.write("public/.samen-stage/nl/index.html", "half");
    let run = site.build();
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(!site.exists("public/.samen-stage") && !site.exists("public/.samen-output.new"));
    assert_same(&site.public(), &clean_build(&site, &[]), "healed");
}

#[test]
fn an_interrupt_ends_with_130_and_the_old_site() {
    let site = long_site(250);
    set_state(&site, "Een");
    site.built();
    let before = site.tree("public");
    set_state(&site, "Twee");
    let mut wait = 120;
    for _ in 0..16 {
        let child = site.start(&["build", "--clock", TODAY]);
        sleep(Duration::from_millis(wait));
        signal(&child, "INT");
        let run = Run::end(child);
        match run.code {
            130 => {
                assert!(run.stderr.contains("interrupted"), "{}", run.stderr);
                assert_same(&site.tree("public"), &before, "interrupted");
                return;
            }
            // It came before anyone listened.
            -1 => wait += 40,
            // It came too late.
            _ => {
                wait = wait * 3 / 4;
                set_state(&site, "Een");
                site.built();
                set_state(&site, "Twee");
            }
        }
    }
    panic!("no interrupt fell into the build");
}

#[test]
fn an_output_that_cannot_be_written_ends_with_3() {
    let site = Disk::new(SITE);
    site.write("file", "x");
    let run = site.run(&["build", "-o", "file/below"]);
    assert_eq!(run.code, 3, "{}", run.stderr);
    assert!(run.stderr.contains("error[output-failed]"), "{}", run.stderr);
}

/// A small file system of its own, gone when the test ends.
struct Mount(std::path::PathBuf);

impl Mount {
    fn new(path: std::path::PathBuf, options: &str) -> Option<Self> {
        fs::create_dir_all(&path).unwrap();
        let done = Command::new("mount").args(["-t", "tmpfs", "-o", options, "none"]).arg(&path).output();
        done.is_ok_and(|output| output.status.success()).then_some(Self(path))
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk_ends_with_3_and_keeps_the_old_site() {
    let site = Disk::new(SITE);
    let Some(_mount) = Mount::new(site.path("public"), "size=512k") else {
        return skipped("a full disk needs the right to mount a file system");
    };
    site.built();
    let before = site.tree("public");
    site.write("static/large.bin", vec![1; 2_000_000]);
    let run = site.build();
    assert_eq!(run.code, 3, "{}", run.stderr);
    assert!(run.stderr.contains("error[output-failed]") && run.stderr.contains("free some space"), "{}", run.stderr);
    assert_same(&site.tree("public"), &before, "full");
    site.remove("static/large.bin");
    site.built();
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_to_ends_with_3() {
    use std::os::unix::fs::PermissionsExt;
    let site = Disk::new(SITE);
    let Some(mut build) = site.unprivileged(&["build", "--clock", TODAY]) else {
        return skipped("whoever runs this may write everywhere");
    };
    fs::create_dir(site.path("public")).unwrap();
    fs::set_permissions(site.path("public"), fs::Permissions::from_mode(0o555)).unwrap();
    let run = run(&mut build);
    assert_eq!(run.code, 3, "{}", run.stderr);
    assert!(run.stderr.contains("error[output-failed]"), "{}", run.stderr);
}

#[test]
fn check_writes_nothing() {
    let site = Disk::new(SITE);
    let before = site.tree("");
    let run = site.run(&["check"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""), "{}", run.stderr);
    assert_same(&site.tree(""), &before, "checked");
}

#[test]
fn clean_removes_what_builds_made_and_nothing_else() {
    let site = Disk::new(SITE);
    let before = site.tree("");
    site.built();
    assert_eq!(site.run(&["clean"]).code, 0);
    assert_same(&site.tree(""), &before, "cleaned");
    site.built();
    site.write("public/own/file.txt", "mine");
    let run = site.run(&["clean"]);
    assert_eq!(run.code, 0);
    assert_eq!(names(&site.tree("public")), ["own/file.txt"]);
    assert!(!site.exists(".samen"));
    assert_eq!(site.run(&["clean", "-o", "content"]).code, 1);
    assert!(site.exists("content/pages/a.nl.md"));
}

#[test]
fn deeply_nested_text_is_refused_or_built_and_never_breaks_the_program() {
    let nested = [
        ("quotes", "> ".repeat(3000) + "x\n"),
        ("lists", (0..2000).map(|n| " ".repeat(2 * (n % 1000)) + "- x\n").collect()),
        ("components", "::: details title=x\n".repeat(5000) + &":::\n".repeat(5000)),
        ("emphasis", "*a **b ".repeat(5000)),
        ("brackets", "[".repeat(50_000)),
        ("images", "![".repeat(5000) + "x" + &"](y)".repeat(5000)),
        ("front matter", String::new()),
    ];
    let mut broken = Vec::new();
    for (name, text) in nested {
        let site = Disk::new("");
        let front = if name == "front matter" { format!("related: {}", "[".repeat(100_000)) } else { String::new() };
        site.write("content/pages/a.nl.md", format!("---\ntitle: A\n{front}\n---\n{text}"));
        let run = run(samen().current_dir(site.path("")).arg("build"));
        if !matches!(run.code, 0 | 1) {
            broken.push((name, run.code, run.stderr.chars().take(200).collect::<String>()));
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}
