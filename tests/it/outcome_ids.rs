//! Ids of outcomes are addresses: who takes one away, or gives it to something else, is told.

use crate::disk::{Disk, Run};
use crate::fixture::{SETTINGS, TODAY};
use crate::outcome_commands::NOTES;
use crate::translate::{commit, git};

const FILE: &str = "content/meetings/m.nl.md";

const THREE: &str = "## A {.actions}

- [ ] De kaart van de stad maken {#a1}
- [ ] Een zaal boeken voor juni {#a2}

## B {.decisions}

- Iedereen krijgt het verslag {#d1}
";

fn site() -> Disk {
    Disk::new(&format!("{SETTINGS}{NOTES}//- {FILE}\n---\ntitle: M\n---\n{THREE}"))
}

fn in_git() -> Disk {
    let disk = site();
    git(&disk, &["init", "-q"]);
    commit(&disk, "First");
    disk
}

fn check(disk: &Disk) -> Run {
    disk.run(&["check", "--strict", "--clock", TODAY])
}

#[test]
fn an_id_that_is_gone_is_told_with_the_place_where_it_stood() {
    let disk = in_git();
    assert_eq!(check(&disk).stderr.matches("outcome-").count(), 0);
    disk.edit(FILE, "- [ ] Een zaal boeken voor juni {#a2}\n", "");
    let run = check(&disk);
    assert!(run.stderr.contains("warning[outcome-vanished]: `#a2` has vanished: in the last commit it was “Een zaal boeken voor juni”, on line 7"), "{}", run.stderr);
    assert!(run.stderr.contains("m.nl.md:6:1"), "the one before it still stands: {}", run.stderr);
    assert_eq!(run.code, 0, "who takes an outcome away on purpose can publish: {}", run.stderr);
    commit(&disk, "Away");
    assert_eq!(check(&disk).stderr.matches("outcome-").count(), 0, "once is enough");
}

#[test]
fn a_build_tells_what_vanished_since_the_last_one_once() {
    let disk = site();
    disk.built();
    disk.edit(FILE, "- Iedereen krijgt het verslag {#d1}\n", "- Iets heel anders {#d2}\n");
    assert!(check(&disk).stderr.contains("in the last build it was “Iedereen krijgt het verslag”"));
    let run = disk.run(&["build", "--strict", "--clock", TODAY]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(run.stderr.matches("outcome-vanished").count(), 1, "{}", run.stderr);
    disk.edit(FILE, "Iets heel anders", "Iets heel bijzonders");
    assert_eq!(disk.build().stderr.matches("outcome-").count(), 0);
}

#[test]
fn an_id_that_was_changed_is_told_where_it_stands_now() {
    let disk = in_git();
    disk.edit(FILE, "{#a2}", "{#a7}");
    let run = check(&disk);
    assert!(run.stderr.contains("its text has the id `a7` now: give it back the id `a2`"), "{}", run.stderr);
    assert!(run.stderr.contains("m.nl.md:7:1"), "{}", run.stderr);
}

#[test]
fn an_id_that_means_something_else_is_told_and_other_words_are_not() {
    let disk = in_git();
    disk.edit(FILE, "De kaart van de stad maken", "We maken in mei een kaart van de hele stad");
    assert_eq!(check(&disk).stderr.matches("outcome-").count(), 0);
    disk.edit(FILE, "Een zaal boeken voor juni {#a2}", "Pharos vraagt subsidie aan {#a2}");
    let run = check(&disk);
    assert!(
        run.stderr.contains("`#a2` is something else now: in the last commit it was “Een zaal boeken voor juni”"),
        "{}",
        run.stderr
    );
    // A decision under the id of an action, though in the same words.
    let disk = in_git();
    disk.edit(FILE, "\n- [ ] Een zaal boeken voor juni {#a2}", "");
    disk.edit(FILE, "{#d1}", "{#d1}\n- Een zaal boeken voor juni {#a2}");
    assert!(check(&disk).stderr.contains("outcome-reused"));
}

#[test]
fn outcomes_that_changed_their_ids_with_each_other_are_both_told() {
    let disk = in_git();
    disk.edit(FILE, "maken {#a1}", "maken {#x}");
    disk.edit(FILE, "juni {#a2}", "juni {#a1}");
    disk.edit(FILE, "{#x}", "{#a2}");
    let run = check(&disk);
    assert_eq!(run.stderr.matches("outcome-reused").count(), 2, "{}", run.stderr);
    assert!(run.stderr.contains("that text has the id `a2` now: give it back the id `a1`"), "{}", run.stderr);
}

#[test]
fn what_was_never_public_may_change() {
    let disk = site();
    disk.edit(FILE, "title: M\n", "title: M\ndraft: true\n");
    git(&disk, &["init", "-q"]);
    commit(&disk, "First");
    disk.edit(FILE, "- [ ] Een zaal boeken voor juni {#a2}\n", "");
    assert_eq!(check(&disk).stderr.matches("outcome-").count(), 0);
}
