//! `samen mark`: what outcomes lack is written, and nothing else changes.

use crate::disk::{Disk, Run};
use crate::fixture::{SETTINGS, TODAY};
use crate::outcome_commands::NOTES;

const NL: &str = "content/meetings/m.nl.md";
const EN: &str = "content/meetings/m.en.md";

fn site(nl: &str) -> Disk {
    Disk::new(&format!("{SETTINGS}{NOTES}//- {NL}\n---\ntitle: M\n---\n{nl}"))
}

fn translated(nl: &str, en: &str) -> Disk {
    let front = "---\ntitle: M\ntranslation: {source: nl, state: draft}\n---\n";
    Disk::new(&format!("{SETTINGS}{NOTES}//- {NL}\n---\ntitle: M\n---\n{nl}//- {EN}\n{front}{en}"))
}

fn mark(disk: &Disk, args: &[&str]) -> Run {
    disk.run(&[&["mark", "--clock", TODAY], args].concat())
}

/// The text below the front matter.
fn body(disk: &Disk, file: &str) -> String {
    disk.read(file).split_once("\n---\n").unwrap().1.to_owned()
}

#[test]
fn a_translation_gets_the_ids_of_its_source_where_the_same_block_stands() {
    let disk = translated(
        "Tekst.\n\n## A {.actions}\n\n- [ ] Eén {#a1 owner=pharos}\n- [ ] Twee {#a2 due=2027-01-01}\n",
        "Text, and more.\n\nMuch more.\n\n## A {.actions}\n\n* [ ] One\n* [ ] Two\n",
    );
    let said = mark(&disk, &["meetings/m", "--yes"]);
    assert!(said.stderr.contains("1 translation lacks ids of its source"), "{}", said.stderr);
    let run = mark(&disk, &["meetings/m", "--translations", "--yes"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, "content/meetings/m.en.md\n"), "{}", run.stderr);
    assert_eq!(
        body(&disk, EN),
        "Text, and more.\n\nMuch more.\n\n## A {.actions}\n\n* [ ] One {#a1}\n* [ ] Two {#a2}\n"
    );
    let again = mark(&disk, &["meetings/m", "--translations", "--yes"]);
    assert_eq!((again.code, again.stdout.as_str()), (0, ""), "{}", again.stderr);
}

#[test]
fn where_a_translation_is_built_otherwise_nothing_is_written_and_the_place_is_told() {
    let en = "## A {.actions}\n\n- [ ] One\n- [ ] Two\n- [ ] Three\n\n## B {.decisions}\n\n- Four\n";
    let disk =
        translated("## A {.actions}\n\n- [ ] Eén {#a1}\n- [ ] Twee {#a2}\n\n## B {.decisions}\n\n- Vier {#d1}\n", en);
    let run = mark(&disk, &["meetings/m", "--translations", "--dry-run"]);
    assert!(run.stderr.contains("`#a1` has no counterpart here"), "{}", run.stderr);
    assert!(run.stderr.contains("end the text that translates it with `{#a1}`"), "{}", run.stderr);
    assert!(run.stdout.contains("+- Four {#d1}\n") && !run.stdout.contains("{#a1}"), "{}", run.stdout);
    assert_eq!(body(&disk, EN), en);
}

#[test]
fn without_a_terminal_nothing_is_written_unless_it_is_said_so() {
    let disk = translated("## A {.actions}\n\n- [ ] Eén {#a1}\n", "## A {.actions}\n\n- [ ] One\n");
    let run = mark(&disk, &["meetings/m", "--translations"]);
    assert_eq!(run.code, 2);
    assert!(run.stdout.contains("+- [ ] One {#a1}\n"), "{}", run.stdout);
    assert!(run.stderr.contains("nothing was written: add `--yes`"), "{}", run.stderr);
    assert_eq!(body(&disk, EN), "## A {.actions}\n\n- [ ] One\n");
}

#[test]
fn names_are_entries_folders_and_files_of_sources() {
    let disk = translated("Tekst.\n", "Text.\n");
    for (name, code, words) in [
        ("meetings/m", 0, "nothing is missing"),
        ("meetings", 0, "nothing is missing"),
        ("content/meetings/", 0, "nothing is missing"),
        (NL, 0, "nothing is missing"),
        (EN, 2, "is a translation"),
        ("meetings/x", 2, "there is no entry with outcomes `meetings/x`"),
        ("content/organisations/coa.nl.md", 2, "of a type that has no outcomes"),
        ("../outside.md", 2, "there is no entry with outcomes"),
    ] {
        let run = mark(&disk, &[name]);
        assert_eq!(run.code, code, "{name}: {}", run.stderr);
        assert!(run.stderr.contains(words), "{name}: {}", run.stderr);
    }
    assert_eq!(mark(&disk, &["--all"]).code, 0);
    assert_eq!(mark(&disk, &[]).code, 2);
    assert_eq!(mark(&disk, &["meetings", "--line", "5"]).code, 1);
}

#[test]
fn a_text_that_cannot_be_read_is_left_alone() {
    let disk = site("Tekst.\n");
    disk.edit(NL, "title: M\n", "title: \"M\n");
    let run = mark(&disk, &[NL, "--yes"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(run.stderr.contains("`samen check` says what is wrong"), "{}", run.stderr);
}

#[test]
fn one_file_that_would_not_be_sound_stops_no_other() {
    let other = "content/meetings/n.nl.md";
    let wrong = "---\ntitle: N\n---\n## A {.actions}\n\n- [ ] Drie {due=morgen}\n";
    let disk = Disk::new(&format!(
        "{SETTINGS}{NOTES}//- {NL}\n---\ntitle: M\n---\n## A {{.actions}}\n\n- [ ] Eén\n//- {other}\n{wrong}"
    ));
    let run = mark(&disk, &["meetings", "--yes"]);
    assert_eq!((run.code, run.stdout.as_str()), (1, "content/meetings/m.nl.md\n"), "{}", run.stderr);
    assert!(run.stderr.contains("nothing is written into content/meetings/n.nl.md"), "{}", run.stderr);
    assert_eq!((body(&disk, NL).as_str(), disk.read(other).as_str()), ("## A {.actions}\n\n- [ ] Eén {#a1}\n", wrong));
    let alone = mark(&disk, &[other, "--yes"]);
    assert!(alone.code == 1 && alone.stderr.contains("nothing was written"), "{}", alone.stderr);
}

#[test]
fn a_source_and_its_translation_get_their_ids_at_once() {
    let disk = translated("## A {.actions}\n\n- [ ] Eén\n", "## A {.actions}\n\n- [ ] One\n");
    let run = mark(&disk, &["meetings/m", "--translations", "--yes"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(body(&disk, EN), "## A {.actions}\n\n- [ ] One {#a1}\n");
}

#[test]
fn an_id_in_a_column_is_not_given_again() {
    let kinds =
        "outcome_kinds:\n  action: {class: actions, label: {nl: Actie}, columns: {id: {nl: [Id]}}}\noutcomes:\n";
    let notes = "## A {.actions}\n\n| Id | Actie |\n| -- | -- |\n| A1 | Eén |\n| | Twee |\n";
    let types = NOTES.replacen("outcomes:\n", kinds, 1);
    let disk = Disk::new(&format!("{SETTINGS}{types}//- {NL}\n---\ntitle: M\n---\n{notes}"));
    let run = mark(&disk, &["meetings/m", "--yes"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(body(&disk, NL), notes.replace("Twee", "Twee {.action #a2}"));
}

#[test]
fn items_and_rows_without_an_id_get_the_next_one_that_was_never_used() {
    let disk = site(
        "## A {.actions}\n\n- [ ] Eén {#a3}\n- [ ] Twee\n- [x] Drie {owner=pharos}\n\n## B {.decisions}\n\n1. Vier\n",
    );
    let run = mark(&disk, &["meetings/m", "--yes"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, "content/meetings/m.nl.md\n"), "{}", run.stderr);
    assert_eq!(
        body(&disk, NL),
        "## A {.actions}\n\n- [ ] Eén {#a3}\n- [ ] Twee {#a4}\n- [x] Drie {#a5 owner=pharos}\n\n## B {.decisions}\n\n1. Vier {#d1}\n"
    );
    assert_eq!(disk.run(&["check", "--clock", TODAY]).code, 0);
    let again = mark(&disk, &["meetings/m", "--yes"]);
    assert!(again.stderr.contains("nothing is missing"), "{}", again.stderr);
}

#[test]
fn one_kind_or_one_line_can_be_asked_for() {
    let text = "## A {.actions}\n\n- [ ] Eén\n- [ ] Twee\n\n## B {.decisions}\n\n1. Drie\n";
    let disk = site(text);
    assert_eq!(mark(&disk, &["meetings/m", "--kind", "decision", "--yes"]).code, 0);
    assert_eq!(body(&disk, NL), text.replace("Drie", "Drie {#d1}"));
    // The front matter has three lines.
    assert_eq!(mark(&disk, &["meetings/m", "--line", "7", "--yes"]).code, 0);
    assert_eq!(body(&disk, NL), text.replace("Drie", "Drie {#d1}").replace("Twee", "Twee {#a1}"));
    let run = mark(&disk, &["meetings/m", "--line", "4", "--yes"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("nothing is missing on that line"), "{}", run.stderr);
}

#[test]
fn what_looks_like_an_outcome_gets_a_whole_mark_with_its_owner() {
    let disk = site("");
    disk.edit(
        "data/types/meeting.yaml",
        "outcomes:\n",
        "outcome_kinds:\n  action: {class: actions, label: Actie, box: true, words: {nl: [Actie, Actiepunt]}}\noutcomes:\n",
    );
    disk.write(NL, "---\ntitle: M\n---\nOverleg.\n\nActie: Pharos stuurt de folder rond.\n\n- Punt\n  - **Actiepunt** COA: de zaal boeken\n");
    let run = mark(&disk, &["meetings/m", "--yes"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(
        body(&disk, NL),
        "Overleg.\n\nActie: Pharos stuurt de folder rond. {.action #a1 owner=pharos}\n\n- Punt\n  - **Actiepunt** COA: de zaal boeken {.action #a2 owner=coa}\n"
    );
    let check = disk.run(&["check", "--strict", "--clock", TODAY]);
    assert_eq!(check.code, 0, "{}", check.stderr);
}

#[test]
fn days_in_words_become_days_that_every_language_reads() {
    let disk = site("");
    disk.edit(
        "data/types/meeting.yaml",
        "outcomes:\n",
        "outcome_kinds:\n  action: {class: actions, label: Actie, box: true, words: {nl: [Actie]}}\noutcomes:\n",
    );
    disk.edit("data/types/meeting.yaml", "due: {kind: date,", "due: {kind: deadline,");
    disk.write(
        NL,
        "---\ntitle: M\n---\nActie: de folder rondsturen (Pharos, 1 februari 2027)\n\nActie: bel voor 3 maart 2027 of 4 maart 2027.\n\n\
         ## A {.actions}\n\n- [ ] Eén {#a7 due=\"1 maart 2027\" owner=coa}\n- [ ] Twee {#a8 due=2027-03-02}\n",
    );
    let run = mark(&disk, &["meetings/m", "--yes"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(
        body(&disk, NL),
        "Actie: de folder rondsturen (Pharos, 1 februari 2027) {.action #a9 owner=pharos due=2027-02-01}\n\n\
         Actie: bel voor 3 maart 2027 of 4 maart 2027. {.action #a10}\n\n\
         ## A {.actions}\n\n- [ ] Eén {#a7 due=2027-03-01 owner=coa}\n- [ ] Twee {#a8 due=2027-03-02}\n"
    );
    assert_eq!(mark(&disk, &["meetings/m", "--yes"]).stdout, "");
}

#[test]
fn rows_get_no_facts_that_a_column_of_their_table_says() {
    let disk = site("");
    let kinds =
        "outcome_kinds:\n  action: {class: actions, label: Actie, box: true, words: {nl: [Actie]}}\noutcomes:\n";
    disk.edit("data/types/meeting.yaml", "outcomes:\n", kinds);
    disk.edit("data/types/meeting.yaml", "due: {kind: date,", "due: {kind: deadline, synonyms: {nl: [Wanneer]},");
    disk.edit("data/types/meeting.yaml", "role: owner}", "role: owner, synonyms: {nl: [Wie]}}");
    let marked = "## A {.actions}\n\n| Actie | Wanneer |\n|---|---|\n| Pharos: begroting voor 2028 |  |\n";
    let rows = "\n## B\n\n| Actie | Wanneer |\n|---|---|\n| Begroting voor 2028 (COA) | 3e kwartaal 2027 |\n\n\
                | Actie | Wie |\n|---|---|\n| Pharos: begroting voor 2028 |  |\n";
    disk.write(NL, format!("---\ntitle: M\n---\n{marked}{rows}"));
    let run = mark(&disk, &["meetings/m", "--yes"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(
        body(&disk, NL),
        format!("{marked}{rows}")
            .replacen("2028 |", "2028 {.action #a1 owner=pharos} |", 1)
            .replace("(COA) |", "(COA) {.action #a2 owner=coa} |")
            .replace("2028 |", "2028 {.action #a3 due=2028} |")
    );
}

#[test]
fn owners_are_proposed_where_they_are_known_and_never_persons() {
    let disk = site("");
    disk.edit(
        "data/types/meeting.yaml",
        "outcomes:\n",
        "outcome_kinds:\n  action: {class: actions, label: Actie, box: true, words: {nl: [Actie]}}\noutcomes:\n",
    );
    disk.edit(
        "data/types/meeting.yaml",
        "owner: {kind: refs, to: [organisation],",
        "owner: {kind: party, to: [organisation],",
    );
    disk.write(
        NL,
        "---\ntitle: M\n---\nActie: Pharos en COA sturen de folder rond.\n\nActie: Jan Jansen belt.\n\nActie voor N.: bellen (@anna)\n",
    );
    let run = mark(&disk, &["meetings/m", "--yes"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(
        body(&disk, NL),
        "Actie: Pharos en COA sturen de folder rond. {.action #a1 owner=pharos,coa}\n\n\
         Actie: Jan Jansen belt. {.action #a2}\n\nActie voor N.: bellen (@anna) {.action #a3}\n"
    );
}

#[test]
fn persons_are_proposed_in_clear_forms_where_a_type_lets_them_be_named() {
    let text = "Actie: EF belt de gemeente.\n\nActie voor C. D.: bellen\n\nActie voor Jan de Vries: bellen\n\nActie: @anna belt.\n\n\
                Actie: Bel de gemeente.\n";
    let [initials, name, handle] = [" owner=EF", " owner=\"Jan de Vries\"", " owner=@anna"];
    for (persons, facts) in [
        ("refuse", ["", "", "", ""]),
        ("initials", [initials, " owner=\"C. D.\"", "", ""]),
        ("allow", [initials, " owner=\"C. D.\"", name, handle]),
    ] {
        let disk = site("");
        let kinds =
            "outcome_kinds:\n  action: {class: actions, label: Actie, box: true, words: {nl: [Actie]}}\noutcomes:\n";
        disk.edit("data/types/meeting.yaml", "outcomes:\n", kinds);
        let party = format!("owner: {{kind: party, persons: {persons}, to: [organisation],");
        disk.edit("data/types/meeting.yaml", "owner: {kind: refs, to: [organisation],", &party);
        disk.write(NL, format!("---\ntitle: M\n---\n{text}"));
        let run = mark(&disk, &["meetings/m", "--yes"]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        let blocks = facts.iter().chain([&""]).enumerate().map(|(at, fact)| format!(" {{.action #a{}{fact}}}", at + 1));
        let wanted: Vec<String> =
            text.trim_end().split("\n\n").zip(blocks).map(|(line, block)| format!("{line}{block}")).collect();
        assert_eq!(body(&disk, NL), format!("{}\n", wanted.join("\n\n")), "{persons}");
        let check = disk.run(&["check", "--strict", "--clock", TODAY]);
        assert_eq!(check.code, 0, "{}", check.stderr);
    }
}

/// The text without what was put into it; fails where anything else changed.
fn without_marks(before: &str, after: &str) -> Result<String, String> {
    let (mut rest, mut out, mut known) = (after, String::new(), before);
    while let Some(c) = rest.chars().next() {
        let block = rest.strip_prefix(" {").and_then(|_| rest.find('}')).map(|end| &rest[..=end]);
        let in_block = out.ends_with('{') && rest.starts_with('#') && !known.starts_with('#');
        if let Some(block) = block.filter(|_| !known.starts_with(" {")) {
            rest = &rest[block.len()..];
        } else if in_block {
            rest = rest.split_once(' ').ok_or("an id without an end")?.1;
        } else if known.starts_with(c) {
            out.push(c);
            (rest, known) = (&rest[c.len_utf8()..], &known[c.len_utf8()..]);
        } else {
            return Err(format!("{rest:?} stands where {known:?} stood"));
        }
    }
    if known.is_empty() { Ok(out) } else { Err(format!("{known:?} is gone")) }
}

/// Parts of minutes that lack marks, and parts that must stay as they are.
const PARTS: &[&str] = &[
    "Een alinea met `{.code}` en *nadruk*.",
    "## Acties {.actions}\n\n- [ ] Eén\n- [ ] Twee {#a7 owner=pharos}\n- [x] Drie",
    "## Besluiten {.decisions}\n\n1. Vier\n\n   Een tweede alinea.\n\n2. Vijf {note=x}\n   - dieper",
    "- punt\n\t- met een tab\n- [link](https://a.example)",
    "```\n- [ ] code {.actions}\n```",
    "> Een citaat.",
    "| A | B |\n|---|---|\n| c | d |",
    "## الإجراءات {.actions}\n\n- [ ] نص عربي ١٢ و 3.4",
    "### Diep {.decisions}\n\n* Zes\n* Zeven  ",
    "Actie: Pharos belt.",
    "**Acties** {.actions}\n\n- [ ] Acht",
];

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 24, ..Default::default() })]

    #[test]
    fn marking_puts_in_marks_and_nothing_else_and_twice_is_once(
        chosen in proptest::collection::vec(0..PARTS.len(), 1..7),
        ends in proptest::sample::select(vec!["\n", "\r\n"]),
        mark_first in proptest::bool::ANY,
        last in proptest::bool::ANY,
    ) {
        let parts: Vec<&str> = chosen.iter().map(|index| PARTS[*index]).collect();
        let text = format!("---\ntitle: M\n---\n{}{}", parts.join("\n\n"), if last { "\n" } else { "" });
        let before = format!("{}{}", if mark_first { "\u{feff}" } else { "" }, text.replace('\n', ends));
        let disk = site("");
        disk.write(NL, &before);
        // Two ids of the author that are the same are refused, and then nothing is written.
        let run = mark(&disk, &["meetings/m", "--yes"]);
        let after = disk.read(NL);
        let taken_out = without_marks(&before, &after);
        proptest::prop_assert_eq!(taken_out, Ok(before), "{}", run.stderr);
        let again = mark(&disk, &["meetings/m", "--yes"]);
        proptest::prop_assert_eq!(&disk.read(NL), &after, "{}", again.stderr);
    }
}

#[test]
fn a_text_in_a_folder_that_cannot_be_read_is_told_and_the_others_are_marked() {
    for names in [&["meetings"][..], &["--all"]] {
        let disk = site("## A {.actions}\n\n- [ ] Eén\n");
        disk.write("content/meetings/n.nl.md", "---\ntitle: \"\n---\n## A {.actions}\n\n- [ ] Twee\n");
        let run = mark(&disk, &[names, &["--yes"]].concat());
        assert_eq!((run.code, body(&disk, NL).as_str()), (1, "## A {.actions}\n\n- [ ] Eén {#a1}\n"), "{}", run.stderr);
        assert!(
            run.stderr.contains("nothing is written into content/meetings/n.nl.md: it cannot be read"),
            "{}",
            run.stderr
        );
    }
}
