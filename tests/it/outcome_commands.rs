//! `samen new outcome`: one outcome more, and every other byte as it was.

use crate::disk::{Disk, Run};
use crate::fixture::{SETTINGS, TODAY};
use crate::translate::{commit, git};

pub const NOTES: &str = "//- data/types/meeting.yaml
folder: meetings
outcomes:
  owner: {kind: refs, to: [organisation], role: owner}
  due: {kind: date, role: due}
  note: {kind: text}
registers:
  actions: {path: {nl: acties, en: actions}, label: {nl: Acties, en: Actions}}
//- data/types/organisation.yaml
folder: organisations
//- content/organisations/pharos.nl.md
---
title: Pharos
---
//- content/organisations/coa.nl.md
---
title: COA
---
";

const FILE: &str = "content/meetings/m.nl.md";

fn site(notes: &str) -> Disk {
    Disk::new(&format!("{SETTINGS}{NOTES}//- {FILE}\n---\ntitle: M\n---\n{notes}"))
}

fn add(disk: &Disk, args: &[&str]) -> Run {
    disk.run(&[&["new", "outcome", "--clock", TODAY, "meetings/m"], args].concat())
}

#[test]
fn a_new_outcome_stands_at_the_end_of_its_list_and_nothing_else_changes() {
    let disk = site("Intro.\n\n## Acties {.actions}\n\n* [x] Eén {#a1}\n\nSlot.\n");
    let run =
        add(&disk, &["action", "Bel *nu* {#x}", "--owner", "pharos", "--owner", "coa", "--set", "note=twee woorden"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, "meetings/m#a2\n"), "{}", run.stderr);
    assert_eq!(
        disk.read(FILE),
        "---\ntitle: M\n---\nIntro.\n\n## Acties {.actions}\n\n* [x] Eén {#a1}\n* [ ] Bel \\*nu\\* &#123;#x} \
         {#a2 owner=pharos,coa note=\"twee woorden\"}\n\nSlot.\n"
    );
    assert_eq!(disk.run(&["check", "--strict"]).code, 0);
}

#[test]
fn without_a_heading_one_is_written_in_the_language_of_the_text() {
    let disk = site("Tekst.\n");
    assert_eq!(add(&disk, &["action", "Bellen", "--due", "2027-01-01"]).code, 0);
    assert_eq!(
        disk.read(FILE),
        "---\ntitle: M\n---\nTekst.\n\n## Acties {.actions}\n\n- [ ] Bellen {#a1 due=2027-01-01}\n"
    );
}

#[test]
fn line_ends_and_a_byte_order_mark_stay() {
    let disk = site("");
    disk.write(FILE, "\u{feff}---\r\ntitle: M\r\n---\r\n## A {.decisions}\r\n\r\n1. Eén {#d1}");
    assert_eq!(add(&disk, &["decision", "Twee"]).code, 0);
    assert_eq!(
        disk.read(FILE),
        "\u{feff}---\r\ntitle: M\r\n---\r\n## A {.decisions}\r\n\r\n1. Eén {#d1}\r\n2. Twee {#d2}"
    );
}

#[test]
fn an_id_that_once_stood_in_git_is_not_given_again() {
    let disk = site("## A {.actions}\n\n- [ ] Eén {#a1}\n- [ ] Twee {#a2}\n");
    git(&disk, &["init", "-q"]);
    commit(&disk, "First");
    disk.edit(FILE, "- [ ] Twee {#a2}\n", "");
    commit(&disk, "Second");
    assert_eq!(add(&disk, &["action", "Drie"]).stdout, "meetings/m#a3\n");
}

#[test]
fn an_id_that_was_published_is_not_given_again() {
    let disk = site("## A {.actions}\n\n- [ ] Eén {#a1}\n- [ ] Twee {#a2}\n");
    disk.built();
    disk.edit(FILE, "- [ ] Twee {#a2}\n", "");
    assert_eq!(add(&disk, &["action", "Drie"]).stdout, "meetings/m#a3\n");
}

#[test]
fn what_would_not_check_clean_is_not_written() {
    let notes = "## A {.actions}\n\n- [ ] Eén {#a1}\n";
    let disk = site(notes);
    let cases = [
        (&["action", "x", "--owner", "pharoz"][..], 1, "pharos"),
        (&["action", "x", "--due", "morgen"], 1, "morgen"),
        (&["action", "x", "--topic", "y"], 2, "no attribute `topic`"),
        (&["action", "x", "--set", "note=a\"b"], 2, "leave it out"),
        (&["acton", "x"], 2, "did you mean `action`?"),
        (&["action", " "], 2, "has no text"),
    ];
    for (args, code, words) in cases {
        let run = add(&disk, args);
        assert_eq!(run.code, code, "{args:?}: {}", run.stderr);
        assert!(run.stderr.contains(words), "{args:?}: {}", run.stderr);
        assert_eq!(disk.read(FILE), format!("---\ntitle: M\n---\n{notes}"));
    }
    disk.edit(FILE, notes, "```\ncode\n");
    let run = add(&disk, &["action", "x"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("no place for a list"), "{}", run.stderr);
}

#[test]
fn a_dry_run_shows_the_change_and_writes_nothing() {
    let disk = site("## A {.actions}\n\n- [ ] Eén {#a1}\n");
    let before = disk.read(FILE);
    let run = add(&disk, &["action", "Twee", "--dry-run"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.contains("\n+- [ ] Twee {#a2}\n"), "{}", run.stdout);
    assert_eq!(disk.read(FILE), before);
}

#[cfg(unix)]
#[test]
fn a_link_is_not_written_through_and_permissions_stay() {
    use std::os::unix::fs::PermissionsExt;
    let disk = site("## A {.actions}\n\n- [ ] Eén {#a1}\n");
    let path = disk.path(FILE);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
    assert_eq!(add(&disk, &["action", "Twee"]).code, 0);
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    let target = disk.path("static/m.md");
    std::fs::create_dir_all(target.parent().unwrap()).unwrap();
    std::fs::rename(&path, &target).unwrap();
    std::os::unix::fs::symlink(&target, &path).unwrap();
    let before = disk.read("static/m.md");
    let run = add(&disk, &["action", "Drie"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("is a link"), "{}", run.stderr);
    assert_eq!(disk.read("static/m.md"), before);
}
