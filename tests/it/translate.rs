//! `samen status` and `samen translate`: where every translation stands, and the way back to up to date.

use std::process::Command;

use crate::disk::{Disk, Run};
use crate::fixture::{SETTINGS, TODAY};

const SITE: &str = r#"translations_page: {nl: vertalingen, en: translations}
//- data/types/meeting.yaml
folder: meetings
path: {nl: bijeenkomsten, en: meetings}
label: Meeting
plural: Meetings
fields:
  room: {kind: text}
  place: {kind: text, translated: true}
outcomes:
  owner: {kind: text}
  due: {kind: date}
//- content/meetings/kick-off.nl.md
---
title: Aftrap # een woord uit de sport
room: B12
place: "Utrecht: de Dom"
aliases: [/oud/]
---
Een eerste tekst.

## Acties {.actions}

- [ ] Kaart maken {#a1 owner=anna due=2026-07-01}
- [x] Zaal boeken {owner=bob #a2}
"#;

fn site() -> Disk {
    Disk::new(&format!("{SETTINGS}{SITE}"))
}

pub fn git(disk: &Disk, args: &[&str]) {
    let done = Command::new("git")
        .args(["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"])
        .args(args)
        .current_dir(disk.path(""))
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("HOME", disk.around())
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

pub fn commit(disk: &Disk, message: &str) {
    git(disk, &["add", "-A"]);
    git(disk, &["commit", "-q", "-m", message]);
}

/// A site in Git with a translation made by `translate`, whose source was changed afterwards.
fn with_history() -> Disk {
    let disk = site();
    git(&disk, &["init", "-q"]);
    commit(&disk, "First");
    assert_eq!(translate(&disk, &["meetings/kick-off", "en"]).code, 0);
    commit(&disk, "Translate");
    disk.edit("content/meetings/kick-off.nl.md", "Een eerste tekst.", "Een tweede tekst.");
    disk
}

fn translate(disk: &Disk, args: &[&str]) -> Run {
    disk.run(&[&["translate", "--clock", TODAY], args].concat())
}

fn status(disk: &Disk, args: &[&str]) -> Run {
    disk.run(&[&["status"], args].concat())
}

#[test]
fn a_stub_holds_the_text_of_the_source_and_nothing_that_is_shared() {
    let disk = site();
    let run = translate(&disk, &["meetings/kick-off", "ar"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, "content/meetings/kick-off.ar.md\n"), "{}", run.stderr);
    let stub = disk.read("content/meetings/kick-off.ar.md");
    let (front, body) = stub.split_once("\n---\n").unwrap();
    let (fields, hash) = front.split_once("hash: \"").unwrap();
    assert_eq!(
        fields,
        "---\ntitle: Aftrap # een woord uit de sport\nplace: \"Utrecht: de Dom\"\n\
         draft: true # take this line out when the text is in ar\ntranslation: {source: nl, "
    );
    assert_eq!(hash.len(), "c2b0f8f4f6a94d6b9a0b6d3e3e9e5f0a\", state: draft}".len(), "{hash}");
    assert_eq!(body, "Een eerste tekst.\n\n## Acties {.actions}\n\n- [ ] Kaart maken {#a1}\n- [x] Zaal boeken {#a2}\n");
    assert_eq!(disk.run(&["check", "--strict"]).code, 0, "the stub is right as it is");
    disk.built();
    let page = disk.read("public/ar/bijeenkomsten/kick-off/index.html");
    assert!(page.contains("borrowed:"), "a draft is not published: {page}");
}

#[test]
fn a_stub_never_replaces_a_translation() {
    let disk = site();
    disk.write("content/meetings/kick-off.en.md", "---\ntitle: Mine\ntranslation: {source: nl}\n---\n");
    let run = translate(&disk, &["meetings/kick-off", "en"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("is there already") && run.stderr.contains("--mark-current"), "{}", run.stderr);
    assert!(disk.read("content/meetings/kick-off.en.md").contains("Mine"));
}

#[test]
fn marking_as_current_changes_the_marks_and_no_other_byte() {
    let disk = site();
    let hash = {
        let json: serde_json::Value = serde_json::from_str(&status(&disk, &["--format", "json"]).stdout).unwrap();
        json["entries"][1]["hash"].as_str().unwrap().to_owned()
    };
    let cases = [
        (
            "---\n# mine\ntitle:   'Kick-off'\ntranslation: {source: nl, state: machine} # flow\n---\nText \n",
            format!(
                "---\n# mine\ntitle:   'Kick-off'\ntranslation: {{source: nl, state: reviewed, hash: \"{hash}\", \
                 reviewer: \"editor\", on: 2026-06-15}} # flow\n---\nText \n"
            ),
        ),
        (
            "---\ntranslation:\n    hash: 'old' # before\n    source: nl\n    state: draft\ntitle: Kick-off\n---\n",
            format!(
                "---\ntranslation:\n    hash: '{hash}' # before\n    source: nl\n    state: reviewed\n    \
                 reviewer: \"editor\"\n    on: 2026-06-15\ntitle: Kick-off\n---\n"
            ),
        ),
        (
            "\u{feff}---\r\ntitle: Kick-off\r\ntranslation:\r\n  source: nl\r\n  hash:\r\n---\r\n\r\nText\r\n",
            format!(
                "\u{feff}---\r\ntitle: Kick-off\r\ntranslation:\r\n  source: nl\r\n  hash: \"{hash}\"\r\n  \
                 state: reviewed\r\n  reviewer: \"editor\"\r\n  on: 2026-06-15\r\n---\r\n\r\nText\r\n"
            ),
        ),
    ];
    for (before, after) in cases {
        disk.write("content/meetings/kick-off.en.md", before);
        let run = translate(&disk, &["meetings/kick-off", "en", "--mark-current", "--reviewer", "editor"]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        assert_eq!(disk.read("content/meetings/kick-off.en.md"), after);
        assert!(status(&disk, &[]).stdout.contains("reviewed"));
    }
}

#[test]
fn the_matrix_shows_every_entry_in_every_language() {
    let disk = site();
    translate(&disk, &["meetings/kick-off", "en"]);
    let run = status(&disk, &[]);
    assert_eq!(
        run.stdout,
        "ENTRY              nl        en        ar\n\
         .                  source    source    -\n\
         meetings/kick-off  source    draft     -\n\
         INTERFACE          9/9 100 %  9/9 100 %  0/9 0 %\n\
         LABELS             0/0 100 %  0/0 100 %  0/0 100 %\n\
         UP TO DATE         2/2 100 %  2/2 100 %  0/2 0 %\n"
            .replace("nl        en        ar", "nl         en         ar")
            .replace("source    source    -", "source     source     -")
            .replace("source    draft     -", "source     draft      -")
    );
    assert_eq!(status(&disk, &["--lang", "ar"]).stdout.lines().last(), Some("UP TO DATE         0/2 0 %"));
}

#[test]
fn a_share_below_the_least_fails() {
    let disk = site();
    assert_eq!(status(&disk, &["--min", "100", "--lang", "nl"]).code, 0);
    let run = status(&disk, &["--min", "80"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("`en` has 50 % up to date, less than 80 %"), "{}", run.stderr);
    assert_eq!(status(&disk, &["--min", "101"]).code, 2);
    let unknown = status(&disk, &["--lang", "nll"]);
    assert!(unknown.code == 2 && unknown.stderr.contains("did you mean `nl`"), "{}", unknown.stderr);
}

#[test]
fn an_edit_of_the_source_makes_its_translations_outdated_and_a_new_line_break_does_not() {
    let disk = with_history();
    disk.edit("content/meetings/kick-off.nl.md", "Een tweede tekst.", "Een eerste\ntekst.");
    disk.edit("content/meetings/kick-off.nl.md", "room: B12", "room: B13");
    assert!(!status(&disk, &[]).stdout.contains("outdated"), "the words are the same");
    disk.edit("content/meetings/kick-off.nl.md", "eerste", "tweede");
    assert!(status(&disk, &[]).stdout.contains("outdated"));
}

#[test]
fn the_difference_is_what_changed_in_the_source_since() {
    let disk = with_history();
    commit(&disk, "Change the source");
    git(&disk, &["mv", "content/meetings/kick-off.nl.md", "content/meetings/start.nl.md"]);
    git(&disk, &["mv", "content/meetings/kick-off.en.md", "content/meetings/start.en.md"]);
    commit(&disk, "Rename");
    let run = status(&disk, &["--diff", "meetings/start", "en"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert!(lines[0].starts_with("--- content/meetings/kick-off.nl.md ("), "{}", run.stdout);
    assert_eq!(lines[1], "+++ content/meetings/start.nl.md (now)");
    let changed: Vec<&&str> = lines[2..].iter().filter(|line| line.starts_with(['+', '-'])).collect();
    assert_eq!(changed, [&"-Een eerste tekst.", &"+Een tweede tekst."]);
    translate(&disk, &["meetings/start", "en", "--mark-current"]);
    assert_eq!(status(&disk, &["--diff", "meetings/start", "en"]).stdout, "");
}

#[test]
fn a_history_that_does_not_help_is_told_with_its_place() {
    let disk = with_history();
    let file = "content/meetings/kick-off.en.md";
    let text = disk.read(file);
    let at = text.find("hash: \"").unwrap() + 7;
    disk.write(file, text.replace(&text[at..at + 32], "0123456789abcdef0123456789abcdef"));
    let unknown = status(&disk, &["--diff", "meetings/kick-off", "en"]);
    assert_eq!(unknown.code, 1);
    assert!(unknown.stderr.contains("error[translation-hash-unknown]"), "{}", unknown.stderr);
    assert!(unknown.stderr.contains("kick-off.en.md:5:33"), "{}", unknown.stderr);

    disk.write(file, text);
    commit(&disk, "Later");
    let clone = disk.around().join("shallow");
    git(
        &disk,
        &["clone", "-q", "--depth", "1", &format!("file://{}", disk.path("").display()), clone.to_str().unwrap()],
    );
    let shallow = disk.run(&["status", "--root", clone.to_str().unwrap(), "--diff", "meetings/kick-off", "en"]);
    assert_eq!(shallow.code, 1);
    assert!(shallow.stderr.contains("git fetch --unshallow"), "{}", shallow.stderr);
}

#[test]
fn outside_git_the_difference_cannot_be_known() {
    let disk = site();
    translate(&disk, &["meetings/kick-off", "en"]);
    disk.edit("content/meetings/kick-off.nl.md", "Een eerste tekst.", "Een tweede tekst.");
    let run = disk.run(&["status", "--diff", "meetings/kick-off", "en"]);
    assert_eq!(run.code, 3, "{}", run.stderr);
    assert!(run.stderr.contains("error[history-missing]") && run.stderr.contains("git clone"), "{}", run.stderr);
}

#[test]
fn what_is_not_there_is_named_with_the_nearest_that_is() {
    let disk = site();
    for args in [["meetings/kick-of", "en"], ["content/meetings/kick-off.nl.md", "ens"]] {
        let run = translate(&disk, &args);
        assert_eq!(run.code, 2);
        assert!(run.stderr.contains("did you mean"), "{}", run.stderr);
    }
    let source = translate(&disk, &["meetings/kick-off", "nl", "--mark-current"]);
    assert!(source.code == 1 && source.stderr.contains("it is the source"), "{}", source.stderr);
    let missing = status(&disk, &["--diff", "meetings/kick-off", "ar"]);
    assert!(missing.code == 1 && missing.stderr.contains("samen translate meetings/kick-off ar"), "{}", missing.stderr);
}

#[test]
fn readers_see_how_far_each_language_is() {
    let disk = with_history();
    disk.edit("content/meetings/kick-off.en.md", "draft: true # take this line out when the text is in en\n", "");
    disk.built();
    let page = disk.read("public/en/translations/index.html");
    assert_eq!(crate::fixture::facts(&page, "share"), ["nl 100 0 0", "en 50 1 0", "ar 0 0 2"]);
    assert_eq!(crate::fixture::facts(&page, "kind"), ["Meetings 0 0 0 0", "sections 1 0 0 0"]);
    // An edit of a text that nobody lists makes its translations current again: the page knows.
    disk.edit("content/meetings/kick-off.nl.md", "Een tweede tekst.", "Een eerste tekst.");
    disk.built();
    let page = disk.read("public/en/translations/index.html");
    assert_eq!(crate::fixture::facts(&page, "share")[1], "en 100 0 0");
}
