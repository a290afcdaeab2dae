//! `samen check --fix`: what has one right mend is mended, and nothing else changes.

use serde_json::Value;

use crate::disk::{Disk, Run};
use crate::fixture::TODAY;

/// One language, so that nothing else is wrong.
const SETTINGS: &str = "//- samen.yaml\nname: Proef\nbase_url: https://hub.example/\nlanguages: [nl]\ndefault_language: nl\ntheme: mini\n//- content/_index.nl.md\n---\ntitle: Proef\n---\n";
const FILE: &str = "content/pages/a.nl.md";
/// A heading of the first level, and a mark that turns the order of what follows.
const WRONG: &str = "---\ntitle: A\n---\n# Eén\n\nover\u{202e}leg\n";
const RIGHT: &str = "---\ntitle: A\n---\n## Eén\n\noverleg\n";

fn site(text: &str) -> Disk {
    Disk::new(&format!("{SETTINGS}//- {FILE}\n{text}"))
}

fn check(disk: &Disk, args: &[&str]) -> Run {
    disk.run(&[&["check", "--clock", TODAY], args].concat())
}

#[test]
fn the_changes_are_shown_and_written_with_yes() {
    let disk = site(WRONG);
    let run = check(&disk, &["--fix", "--yes"]);
    assert!(run.stdout.contains("-# Eén\n+## Eén\n"), "{}", run.stdout);
    // What cannot be seen is shown.
    assert!(run.stdout.contains("-over\\u{202e}leg\n+overleg\n"), "{}", run.stdout);
    assert!(run.stderr.contains("mended: 2, in 1 file"), "{}", run.stderr);
    assert!(run.stderr.contains("nothing wrong"), "{}", run.stderr);
    assert_eq!((run.code, disk.read(FILE).as_str()), (0, RIGHT));
    let again = check(&disk, &["--fix", "--yes"]);
    assert_eq!((again.code, again.stdout.as_str(), disk.read(FILE).as_str()), (0, "", RIGHT), "{}", again.stderr);
}

#[test]
fn nothing_is_written_without_a_yes() {
    let disk = site(WRONG);
    let run = check(&disk, &["--fix"]);
    assert!(run.stdout.contains("+## Eén\n") && run.stderr.contains("add `--yes`"), "{}{}", run.stdout, run.stderr);
    assert_eq!((run.code, disk.read(FILE).as_str()), (2, WRONG));
    let run = check(&disk, &["--fix", "--dry-run"]);
    assert!(run.stdout.contains("+## Eén\n"), "{}", run.stdout);
    assert!(run.stderr.contains("would be mended: 2, in 1 file"), "{}", run.stderr);
    // The hidden character is an error, and it is there still.
    assert_eq!((run.code, disk.read(FILE).as_str()), (1, WRONG));
}

#[test]
fn only_the_codes_that_are_named_are_mended() {
    let disk = site(WRONG);
    let run = check(&disk, &["--fix", "body-heading", "--yes"]);
    assert!(run.stderr.contains("error[bidi-hidden]"), "{}", run.stderr);
    assert_eq!((run.code, disk.read(FILE)), (1, WRONG.replace("# Eén", "## Eén")));
    let run = check(&disk, &["--fix", "body-heading"]);
    assert!(run.stderr.contains("nothing that was found has one right mend"), "{}", run.stderr);
    assert_eq!(run.code, 1);
    let run = check(&disk, &["--fix", "body-headign"]);
    assert!(run.stderr.contains("there is no code `body-headign`"), "{}", run.stderr);
    assert!(run.stderr.contains("did you mean `body-heading`?"), "{}", run.stderr);
    assert_eq!(run.code, 2);
}

#[test]
fn line_ends_and_the_byte_order_mark_stay() {
    let crlf = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let disk = site("---\ntitle: A\n---\n");
    disk.write(FILE, crlf(WRONG).trim_end());
    assert_eq!(check(&disk, &["--fix", "--yes"]).code, 0);
    assert_eq!(disk.read(FILE), crlf(RIGHT).trim_end());
}

#[test]
fn every_hidden_character_of_a_file_is_mended_not_only_those_that_are_told() {
    let words = "o\u{202e}v\u{feff}er\n\n".repeat(3000);
    let disk = site(&format!("---\ntitle: A\u{ad}B\n---\n{words}"));
    let run = check(&disk, &["--fix", "--yes"]);
    assert_eq!(
        (run.code, disk.read(FILE)),
        (0, format!("---\ntitle: AB\n---\n{}", "over\n\n".repeat(3000))),
        "{}",
        run.stderr
    );
}

#[test]
fn programs_get_what_was_mended_and_what_is_left() {
    let disk = site(WRONG);
    let json: Value = serde_json::from_str(&check(&disk, &["--format", "json"]).stdout).unwrap();
    let found = json["diagnostics"].as_array().unwrap();
    let heading = found.iter().find(|one| one["code"] == "body-heading").unwrap();
    let edit = &heading["fixes"][0]["edits"][0];
    assert_eq!(edit["text"], "#");
    assert_eq!((&edit["file"], &edit["line"], &edit["column"]), (&FILE.into(), &4.into(), &1.into()));
    assert_eq!((&edit["start"], &edit["end"]), (&17.into(), &17.into()));
    let run = check(&disk, &["--fix", "--yes", "--format", "json"]);
    let json: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!((&json["errors"], json["fixed"].as_array().unwrap().len()), (&0.into(), 2), "{json}");
    assert_eq!((run.code, disk.read(FILE).as_str()), (0, RIGHT));
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_changed_is_told_and_left_and_the_others_are_mended() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let disk = site(WRONG);
    let locked = "content/pages/b.nl.md";
    disk.write(locked, WRONG);
    std::fs::set_permissions(disk.path(locked), std::fs::Permissions::from_mode(0o444)).unwrap();
    disk.write("static/words.txt", "x");
    disk.write("data/strings/real.ftl", "");
    let run = check(&disk, &["--fix", "--yes"]);
    assert!(run.stderr.contains(&format!("`{locked}` is read-only")), "{}", run.stderr);
    assert_eq!((run.code, disk.read(FILE).as_str(), disk.read(locked).as_str()), (1, RIGHT, WRONG), "{}", run.stderr);
    disk.remove(locked);
    // The settings are a link: what they lead to is not changed.
    let real = disk.read("samen.yaml").replace("name: Proef", "name: Pro\u{ad}ef");
    disk.write("real.yaml", &real);
    disk.remove("samen.yaml");
    symlink("real.yaml", disk.path("samen.yaml")).unwrap();
    let run = check(&disk, &["--fix", "--yes"]);
    assert!(run.stderr.contains("`samen.yaml` is a link"), "{}", run.stderr);
    assert_eq!(disk.read("real.yaml"), real);
}
