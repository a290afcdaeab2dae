//! `samen check --fix`: what has one right mend is mended, and nothing else changes.

use samen::diagnostic::{Code, Diagnostic, Diagnostics, Fix, Span};
use samen::fix::{LeftReason, Mender};
use serde_json::Value;

use crate::disk::{Disk, Run};
use crate::fixture::{TODAY, hub};

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

/// What is wrong, with a fix of a part of the file that must be there.
fn fixing(diagnostic: &Diagnostic, text: &str, part: &str, new: &str) -> Diagnostic {
    let at = text.find(part).unwrap();
    let span = Span::new(&diagnostic.at.as_ref().unwrap().file, at..at + part.len());
    Diagnostic { fixes: vec![Fix::new(samen::message!("fix-write", text = new), span, new)], ..diagnostic.clone() }
}

#[test]
fn a_fix_that_breaks_something_or_does_not_help_is_left_and_all_others_are_made() {
    let headings: String = (0..40).map(|number| format!("# Kop {number}\n\nTekst.\n\n")).collect();
    let text = format!("---\ntitle: A\n---\n{headings}[b](b.md)\n");
    let site = hub(&format!("{SETTINGS}//- {FILE}\n{text}//- content/pages/b.nl.md\n---\ntitle: B\n---\n"));
    let sources = site.sources();
    let mut found = site.check();
    let headings: Vec<Diagnostic> = found.items().iter().filter(|one| one.code == Code::BodyHeading).cloned().collect();
    assert_eq!(headings.len(), 40);
    // Of three headings the fix is a wrong one: the front matter breaks, a link breaks, nothing is better.
    let mut wrong = headings.clone();
    wrong[7] = fixing(&headings[7], &text, "title: A", "slug: a");
    let own = headings[7].fixes[0].edits.clone();
    wrong[7].fixes[0].edits.extend(own);
    wrong[8] = fixing(&headings[8], &text, "(b.md)", "(c.md)");
    let own = headings[8].fixes[0].edits.clone();
    wrong[8].fixes[0].edits.extend(own);
    wrong[9] = fixing(&headings[9], &text, "[b]", "[B]");
    found = Diagnostics::default();
    found.extend(wrong);
    let chosen = |_| true;
    let mut mender = Mender::new(&sources, &site.request, &chosen);
    mender.mend(&found);
    let left: Vec<LeftReason> = mender.left(&found).iter().filter_map(|report| report.left.clone()).collect();
    assert_eq!(left.len(), 3, "{left:?}");
    assert!(matches!(&left[0], LeftReason::Breaks(error) if error.code != Code::BrokenLink), "{left:?}");
    assert!(matches!(&left[1], LeftReason::Breaks(error) if error.code == Code::BrokenLink), "{left:?}");
    assert_eq!(left[2], LeftReason::Useless);
    let after = &mender.texts().unwrap()[0].after;
    // In the next round these three headings carry their right mend.
    assert_eq!(*after, text.replace("# Kop", "## Kop"));
}

#[test]
fn outcomes_get_the_ids_that_samen_mark_gives() {
    let notes = crate::outcome_commands::NOTES;
    let file = "content/meetings/m.nl.md";
    let text = "---\ntitle: M\n---\n## A {.actions}\n\n- [ ] Een {#a1}\n- [ ] Twee\n- [ ] Drie {due=2027-01-01}\n";
    let disk = Disk::new(&format!("{SETTINGS}{notes}//- {file}\n{text}"));
    let run = check(&disk, &["--fix", "outcome-missing-id", "--yes"]);
    let wanted = text.replace("Twee", "Twee {#a2}").replace("{due", "{#a3 due");
    assert_eq!(disk.read(file), wanted, "{}", run.stderr);
}
