//! `samen new outcome`: one outcome more, and every other byte as it was. `samen outcomes`: what was agreed, by what is
//! asked for.

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
        add(&disk, &["action", "Bel *nu* {x}", "--owner", "pharos", "--owner", "coa", "--set", "note=twee woorden"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, "meetings/m#a2\n"), "{}", run.stderr);
    assert_eq!(
        disk.read(FILE),
        "---\ntitle: M\n---\nIntro.\n\n## Acties {.actions}\n\n* [x] Eén {#a1}\n* [ ] Bel \\*nu\\* &#123;x} \
         {#a2 owner=pharos,coa note=\"twee woorden\"}\n\nSlot.\n"
    );
    let c = disk.run(&["check", "--strict"]);
    assert_eq!(c.code, 0, "{}", c.stderr);
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

/// Two entries, the second of which follows the first.
const TWO: &str = "//- data/types/meeting.yaml
folder: meetings
label: Meeting
date: date
fields:
  date: {kind: date}
  follows: {kind: ref, to: [meeting], inverse: followed_by}
outcomes:
  owner: {kind: refs, to: [organisation], role: owner, label: {nl: Eigenaar, en: Owner}}
  due: {kind: date, role: due, label: {nl: Klaar op, en: Due}}
  city: {kind: place}
registers:
  actions: {path: {nl: acties, en: actions}, label: {nl: Acties, en: Actions}}
//- data/types/organisation.yaml
folder: organisations
//- data/places.yaml
label: Plaatsen
path: plaatsen
terms: {utrecht: Utrecht}
//- data/strings/nl.ftl
outcome-agenda = Nog open
outcome-state = Stand
outcome-overdue = te laat
state-open = open
state-done = klaar
//- content/organisations/pharos.nl.md
---
title: Pharos
---
//- content/organisations/coa.nl.md
---
title: Centraal Orgaan
---
//- content/meetings/one.nl.md
---
title: Een
date: 2026-01-10
---
## Acties {.actions}

- [ ] Laat {#a1 owner=pharos due=2026-09-01}
- [ ] Eerst *nu* {#a2 owner=coa due=2026-02-01 city=utrecht}
- [x] Klaar {#a3 owner=pharos due=2026-01-20}
- [ ] Zonder dag {#a4 owner=pharos,coa}

## Besluiten {.decisions}

- Samen verder {#d1}
//- content/meetings/two.nl.md
---
title: Twee
date: 2026-03-10
follows: one
---
Welkom.
";

fn two() -> Disk {
    Disk::new(&format!("{SETTINGS}{TWO}"))
}

fn list(disk: &Disk, args: &[&str]) -> Run {
    disk.run(&[&["outcomes", "--clock", TODAY], args].concat())
}

/// The ids of a list, in its order.
fn ids(disk: &Disk, args: &[&str]) -> String {
    let run = list(disk, &[args, &["--format", "json"]].concat());
    assert_eq!(run.code, 0, "{args:?}: {}", run.stderr);
    let table: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let items = table["items"].as_array().unwrap().clone();
    assert_eq!(table["count"], items.len());
    let ids: Vec<&str> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
    ids.join(" ").replace("meetings/one#", "")
}

#[test]
fn outcomes_are_listed_by_what_is_asked_and_what_is_due_first_stands_first() {
    let disk = two();
    for (args, wanted) in [
        (&[][..], "a3 a2 a1 a4 d1"),
        (&["--open"], "a2 a1 a4"),
        (&["--overdue"], "a2"),
        (&["--kind", "decision"], "d1"),
        (&["--kind", "actions", "--kind", "decision"], "a3 a2 a1 a4 d1"),
        (&["--owner", "pharos", "--open"], "a1 a4"),
        (&["--owner", "organisations/coa"], "a2 a4"),
        (&["--owner", "centraal orgaan", "--owner", "Pharos"], "a3 a2 a1 a4"),
        (&["--city", "Utrecht"], "a2"),
        (&["--where", "city=utrecht"], "a2"),
        (&["--due-before", "2026-02-01"], "a3"),
        (&["--since", "2026-01-11"], ""),
        (&["--since", "2026-01-10", "--open", "--owner", "coa"], "a2 a4"),
    ] {
        assert_eq!(ids(&disk, args), wanted, "{args:?}");
    }
}

#[test]
fn an_owner_is_found_by_all_names_that_an_outcome_may_give_it() {
    let party = "{kind: party, to: [organisation], names: [short], roles: chairs, role: owner, label: {nl: Eigenaar}}";
    let roles = "//- data/terms/chairs.yaml\nlabel: Rollen\nterms:\n  \
                 chair: {label: {nl: Voorzitter, en: Chair}}\n  all: {label: {nl: Alle deelnemers}}\n";
    let site = TWO
        .replace("{kind: refs, to: [organisation], role: owner, label: {nl: Eigenaar, en: Owner}}", party)
        .replace("folder: organisations\n", "folder: organisations\nfields:\n  short: {kind: text}\n")
        .replace("title: Centraal Orgaan\n", "title: Centraal Orgaan\nshort: C.O.Á.\n")
        .replace("owner=pharos,coa", "owner=voorzitter");
    let disk = Disk::new(&format!("{SETTINGS}{roles}{site}"));
    for (owner, wanted) in [
        ("Chair", "a4"),
        ("voorzitter", "a4"),
        ("role:chair", "a4"),
        ("c.o.a.", "a2"),
        ("Pharos en C.O.Á.", "a3 a2 a1"),
        ("alle deelnemers", ""),
    ] {
        assert_eq!(ids(&disk, &["--owner", owner]), wanted, "{owner}");
    }
}

#[test]
fn a_task_of_which_nothing_is_said_is_open_and_a_decision_is_not() {
    let disk = site(
        "## Acties {.actions}\n\n- Bellen {#a1}\n- [x] Schrijven {#a2}\n\n## Besluiten {.decisions}\n\n- Ja {#d1}\n",
    );
    assert_eq!(ids(&disk, &["--open"]), "meetings/m#a1");
}

#[test]
fn what_no_outcome_has_is_told_instead_of_an_empty_list() {
    let disk = two();
    for (args, words) in [
        (&["--kind", "acton"][..], "did you mean `action`?"),
        (&["--owner", "faros"], "no outcome has `faros` there"),
        (&["--where", "stad=utrecht"], "no attribute `stad`"),
        (&["--topic", "x"], "no attribute `topic`"),
        (&["--language", "xx"], "xx"),
    ] {
        let run = list(&disk, args);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{args:?}");
        assert!(run.stderr.contains(words), "{args:?}: {}", run.stderr);
    }
    let run = disk.run(&["list", "--format", "csv"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
}

#[test]
fn a_list_is_a_table_a_spreadsheet_or_markdown() {
    let disk = two();
    assert_eq!(
        list(&disk, &["--open"]).stdout,
        [
            "DUE               STATE           OWNER                      ID               TEXT",
            "1 februari 2026   open · te laat  Centraal Orgaan            meetings/one#a2  Eerst nu",
            "1 september 2026  open            Pharos                     meetings/one#a1  Laat",
            "                  open            Pharos en Centraal Orgaan  meetings/one#a4  Zonder dag\n",
        ]
        .join("\n")
    );
    assert_eq!(
        list(&disk, &["--overdue", "--format", "markdown"]).stdout,
        "- [Eerst nu](@/meetings/one#a2) (Eigenaar: Centraal Orgaan; Klaar op: 1 februari 2026; Stand: open · te laat)\n"
    );
    let csv = list(&disk, &["--overdue", "--format", "csv"]).stdout;
    assert!(csv.starts_with("\u{feff}\"id\","), "{csv}");
    assert!(csv.contains("\"meetings/one#a2\""), "{csv}");
}

#[test]
fn an_agenda_is_written_once_and_made_anew_after_that() {
    let disk = two();
    let file = "content/meetings/two.nl.md";
    let run = list(&disk, &["--agenda", "meetings/two", "--owner", "pharos"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, "content/meetings/two.nl.md\n"), "{}", run.stderr);
    let text = disk.read(file);
    assert_eq!(
        text,
        "---\ntitle: Twee\ndate: 2026-03-10\nfollows: one\n---\nWelkom.\n\n## Nog open\n\n\
         <!-- agenda: made by `samen outcomes --agenda`, and made anew by it -->\n\n\
         - [Laat](@/meetings/one#a1) (Eigenaar: Pharos; Klaar op: 1 september 2026; Stand: open)\n\
         - [Zonder dag](@/meetings/one#a4) (Eigenaar: Pharos en Centraal Orgaan; Stand: open)\n\n\
         <!-- end of the agenda -->\n"
    );
    assert_eq!(list(&disk, &["--agenda", "meetings/two", "--owner", "pharos"]).code, 0);
    assert_eq!(disk.read(file), text, "a second time changes nothing");
    disk.edit("content/meetings/one.nl.md", "- [ ] Laat", "- [x] Laat");
    disk.edit(file, "Welkom.", "Welkom!");
    disk.edit(file, "## Nog open", "### Wat er nog ligt");
    assert_eq!(list(&disk, &["--agenda", file, "--owner", "pharos"]).code, 0);
    let again =
        text.replace("- [Laat](@/meetings/one#a1) (Eigenaar: Pharos; Klaar op: 1 september 2026; Stand: open)\n", "");
    assert_eq!(disk.read(file), again.replace("Welkom.", "Welkom!").replace("## Nog open", "### Wat er nog ligt"));
    assert_eq!(disk.run(&["check", "--clock", TODAY]).code, 0);
}

#[test]
fn an_agenda_needs_an_earlier_entry_and_both_of_its_marks() {
    let disk = two();
    let run = list(&disk, &["--agenda", "meetings/one"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("follows no entry of its type"), "{}", run.stderr);
    assert_eq!(list(&disk, &["--agenda", "meetings/two"]).code, 0);
    disk.edit("content/meetings/two.nl.md", "<!-- end of the agenda -->", "");
    let before = disk.read("content/meetings/two.nl.md");
    let run = list(&disk, &["--agenda", "meetings/two"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert_eq!(disk.read("content/meetings/two.nl.md"), before);
}
