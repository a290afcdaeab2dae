//! Pages with a text that has an error: whether somebody who made a mistake meant to hide the page is looked for in the
//! lines of its texts. What speaks of hiding hides; what does not takes nothing away.

use crate::disk::Disk;
use crate::removals::{
    Change, ENTRY, FAILURES, HIDING, TRANSLATION, build, build_without_memory, holding, shared, takes_away,
};

/// Whether the Dutch and the English text of the page are public.
fn languages(site: &Disk) -> (bool, bool) {
    let all: Vec<u8> = site.public().into_values().flatten().collect();
    let all = String::from_utf8_lossy(&all);
    (all.contains("Zqv tekst"), all.contains("Zqv text"))
}

/// What a failing build leaves of these.
fn languages_left(site: &Disk) -> (bool, bool) {
    let run = build(site, &[]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    for page in ["nl/index.html", "nl/b/index.html", "nl/meetings/other/index.html"] {
        assert!(site.exists(&format!("public/{page}")), "{page}: {}", run.stderr);
    }
    let left = languages(site);
    let is_told = run.stderr.contains("`meetings/zqv` left the site");
    assert_eq!(is_told, left != (true, true), "{}", run.stderr);
    left
}

#[test]
fn an_error_in_another_language_of_a_page_holds_no_removal_of_it_back() {
    let deleted = |hide: &&Change| hide.0 == "deleted";
    HIDING.iter().filter(|hide| !deleted(hide)).for_each(|hide| takes_away(hide, &FAILURES[FAILURES.len() - 1], &[]));
    let site = shared();
    site.edit(ENTRY, "draft: false", "confidentiality: summary");
    FAILURES[FAILURES.len() - 1].1(&site);
    let run = build(&site, &[]);
    assert_eq!(languages(&site), (false, false), "{}", run.stderr);
}

#[test]
fn an_error_in_a_language_takes_nothing_away_that_was_as_it_is() {
    for line in [
        "confidentiality: summary",
        "people: [{who: A, consent: {ref: F, obtained: 2024-01-01, withdrawn: 2025-01-01}}]",
        "people:\n  - who: A\n    consent:\n      ref: F\n      obtained: 2024-01-01\n      expires:",
    ] {
        let site = shared();
        site.edit(ENTRY, "draft: false", line);
        site.built();
        let before = site.tree("public");
        FAILURES[FAILURES.len() - 1].1(&site);
        let run = build(&site, &[]);
        assert!(run.code == 1 && !run.stderr.contains("left the site"), "{line}: {}", run.stderr);
        assert!(site.tree("public") == before, "{line}: {}", run.stderr);
    }
    let site = shared();
    site.edit(ENTRY, "draft: false", "confidentiality: summary");
    site.built();
    let before = site.tree("public");
    site.edit(ENTRY, "confidentiality: summary", "confidentiality: summary\nx: [y");
    let run = build(&site, &[]);
    assert!(run.code == 1 && site.tree("public") == before, "{}", run.stderr);
}

#[test]
fn a_draft_with_an_error_hides_its_language_and_those_that_lean_on_it() {
    let faulty = |site: &Disk, file: &str| site.edit(file, "title:", "draft: true\nx: [y\ntitle:");
    let site = shared();
    faulty(&site, TRANSLATION);
    assert_eq!(languages_left(&site), (true, false));
    let site = shared();
    site.edit(ENTRY, "draft: false\n", "");
    faulty(&site, ENTRY);
    assert_eq!(languages_left(&site), (false, false));
    // A translation that stands alone stays, also when another build has to take something else away.
    let site = shared();
    site.edit(ENTRY, "draft: false\n", "");
    site.edit(TRANSLATION, "state: reviewed", "state: reviewed, standalone: true");
    site.built();
    faulty(&site, ENTRY);
    assert_eq!(languages_left(&site), (false, true));
    site.remove("content/meetings/other.nl.md");
    let run = build(&site, &[]);
    assert!(run.stderr.contains("`meetings/other` left the site: deleted"), "{}", run.stderr);
    assert_eq!(languages(&site), (false, true), "{}", run.stderr);
}

#[test]
fn an_error_in_a_draft_that_was_never_public_takes_no_translation_away() {
    let site = shared();
    site.edit(ENTRY, "draft: false", "draft: true");
    site.edit(TRANSLATION, "state: reviewed", "state: reviewed, standalone: true");
    site.built();
    let before = site.tree("public");
    assert_eq!(languages(&site), (false, true));
    site.edit(ENTRY, "draft: true", "draft: true\nx: [y");
    let run = build(&site, &[]);
    assert!(run.code == 1 && !run.stderr.contains("left the site"), "{}", run.stderr);
    assert!(site.tree("public") == before, "{}", run.stderr);
}

#[test]
fn a_value_of_a_field_that_decides_nothing_hides_no_page() {
    let site = shared();
    site.edit(ENTRY, "draft: false", "status: closed\nx: [y");
    let run = build(&site, &[]);
    assert!(run.code == 1 && !run.stderr.contains("left the site"), "{}", run.stderr);
}

#[test]
fn without_memory_a_file_that_only_the_faulty_text_names_becomes_none_of_the_folder() {
    let site = Disk::new(
        "//- content/pages/zqv.nl.md\n---\ntitle: Zqv\n---\n[x](zqvlijst.csv)\n//- content/pages/zqvlijst.csv\nzqv\n\
         //- content/pages/los.csv\n1\n",
    );
    site.built();
    assert!(site.exists("public/files/pages/zqvlijst.csv"));
    site.edit("content/pages/zqv.nl.md", "title: Zqv", "title: Zqv\ndraft: true\nx: [y");
    let run = build_without_memory(&site);
    assert_eq!(holding(&site), Vec::<String>::new(), "{}", run.stderr);
    assert!(site.exists("public/files/pages/los.csv"), "{}", run.stderr);
}
