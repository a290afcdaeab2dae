//! Addresses that were published and that nothing answers any more.

use crate::disk::{Disk, Run};
use crate::fixture::TODAY;

const SITE: &str = "
//- content/pages/a.nl.md
---
title: A
slug: oud
---
//- content/pages/b.nl.md
---
title: B
---
";

fn build(disk: &Disk) -> Run {
    let run = disk.run(&["build", "--strict", "--clock", TODAY]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    run
}

#[test]
fn an_address_that_was_published_is_missed_once() {
    let disk = Disk::new(SITE);
    assert!(!build(&disk).stderr.contains("address-removed"));
    disk.edit("content/pages/a.nl.md", "slug: oud", "slug: nieuw");
    let run = build(&disk);
    for words in [
        "warning[address-removed]: `pages/a` has another address: `/nl/oud/` leads nowhere now",
        "write `aliases: [/nl/oud/]` into `content/pages/a.nl.md`",
    ] {
        assert!(run.stderr.contains(words), "{words}\n{}", run.stderr);
    }
    assert!(!build(&disk).stderr.contains("address-removed"));
}

#[test]
fn an_alias_or_a_move_answers_it() {
    let disk = Disk::new(SITE);
    build(&disk);
    disk.edit("content/pages/a.nl.md", "slug: oud", "slug: nieuw\naliases: [/nl/oud/, /nl/oud2/]");
    assert_eq!(disk.run(&["move", "pages/b", "c", "--clock", TODAY]).code, 0);
    let run = build(&disk);
    assert!(!run.stderr.contains("address-removed") && !run.stderr.contains("taken-down"), "{}", run.stderr);
    // An alias is an address too.
    disk.edit("content/pages/a.nl.md", "/nl/oud/, ", "");
    let run = build(&disk);
    assert!(run.stderr.contains("`/nl/oud/` leads nowhere now"), "{}", run.stderr);
}

#[test]
fn a_page_that_was_renamed_by_hand_is_told_once_and_one_that_was_hidden_is_not() {
    let disk = Disk::new(SITE);
    build(&disk);
    let text = disk.read("content/pages/b.nl.md");
    disk.remove("content/pages/b.nl.md");
    disk.write("content/pages/c.nl.md", text);
    disk.edit("content/pages/a.nl.md", "title: A", "title: A\ndraft: true");
    let run = build(&disk);
    for words in [
        "warning[address-removed]: `pages/b` left the site: deleted (2 files); `/en/b/` and 1 more lead nowhere now",
        "`samen move pages/b <new name>`",
        "`samen build --retract pages/b` lists the addresses",
        "warning[taken-down]: `pages/a` left the site: a draft",
    ] {
        assert!(run.stderr.contains(words), "{words}\n{}", run.stderr);
    }
    assert_eq!(run.stderr.matches("address-removed").count(), 1, "{}", run.stderr);
    assert_eq!(run.stderr.matches("taken-down").count(), 1, "{}", run.stderr);
}
