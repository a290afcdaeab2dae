//! `samen offline`: a page leaves the site in all its languages, or in one, and comes back as it was.

use crate::disk::{Disk, Run};
use crate::fixture::TODAY;
use crate::removals::{ENTRY, TRANSLATION, holding, shared};

fn offline(site: &Disk, args: &[&str]) -> Run {
    site.run(&[&["offline", "--clock", TODAY], args].concat())
}

#[track_caller]
fn done(run: &Run) {
    assert_eq!(run.code, 0, "{}", run.stderr);
}

#[test]
fn a_page_leaves_in_all_languages_and_comes_back_byte_for_byte() {
    // By its path, a file, its address here or anywhere, its name and its title.
    for name in [
        "meetings/zqv",
        "content/meetings/zqv/",
        ENTRY,
        TRANSLATION,
        "/nl/meetings/zqv/",
        "https://hub.example/en/meetings/zqv",
        "zqv",
        "zqv titel",
    ] {
        let site = shared();
        site.edit(ENTRY, "draft: false\n", "");
        site.built();
        let (sources, public) = (site.tree("content"), site.public());
        let run = offline(&site, &[name]);
        done(&run);
        assert!(
            site.read(ENTRY).contains("draft: true # samen offline 2026-06-15\n---"),
            "{name}: {}",
            site.read(ENTRY)
        );
        assert!(run.stderr.contains("https://hub.example/nl/meetings/zqv/"), "{name}: {}", run.stderr);
        assert!(run.stderr.contains("https://hub.example/en/meetings/zqv/"), "{name}: {}", run.stderr);
        assert!(run.stderr.contains("`samen offline meetings/zqv --undo`"), "{name}: {}", run.stderr);
        // What links to it is told.
        assert!(run.stderr.contains("content/pages/b.nl.md"), "{name}: {}", run.stderr);
        site.built();
        assert_eq!(holding(&site), Vec::<String>::new(), "{name}");
        let again = offline(&site, &[name]);
        assert!(again.code == 0 && again.stderr.contains("is offline already"), "{name}: {}", again.stderr);
        let back = offline(&site, &["meetings/zqv", "--undo"]);
        done(&back);
        assert!(site.tree("content") == sources, "{name}: {}", back.stderr);
        site.built();
        assert!(site.public() == public, "{name}");
    }
}

#[test]
fn a_translation_that_stands_alone_goes_too_and_one_that_was_a_draft_stays_one() {
    let site = shared();
    site.edit(TRANSLATION, "state: reviewed", "state: reviewed, standalone: true");
    site.built();
    done(&offline(&site, &["zqv"]));
    assert!(site.read(TRANSLATION).contains("draft: true # samen offline"));
    // The line that said `false` says `true` now.
    assert_eq!(site.read(ENTRY).matches("draft:").count(), 1);
    site.built();
    assert_eq!(holding(&site), Vec::<String>::new());
    done(&offline(&site, &["zqv", "--undo"]));
    assert!(!site.read(TRANSLATION).contains("draft"));
    let site = shared();
    site.edit(TRANSLATION, "state: reviewed", "state: reviewed, standalone: true");
    site.edit(TRANSLATION, "title:", "draft: true\ntitle:");
    site.built();
    done(&offline(&site, &["zqv"]));
    done(&offline(&site, &["zqv", "--undo"]));
    assert!(site.read(TRANSLATION).contains("draft: true"), "it was one before");
}

#[test]
fn one_language_leaves_and_the_others_stay() {
    let site = shared();
    let run = offline(&site, &["zqv", "--lang", "en"]);
    done(&run);
    assert!(!site.read(ENTRY).contains("draft: true"));
    site.built();
    let all: Vec<u8> = site.public().into_values().flatten().collect();
    let all = String::from_utf8_lossy(&all);
    assert!(all.contains("Zqv tekst") && !all.contains("Zqv text."), "{}", run.stderr);
    done(&offline(&site, &["zqv", "--lang", "en", "--undo"]));
    // The source takes those along that lean on it, which is not what was asked for.
    let before = site.tree("content");
    let run = offline(&site, &["zqv", "--lang", "nl"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("`nl` is the source: `en` lean on it"), "{}", run.stderr);
    let run = offline(&site, &["zqv", "--lang", "ar"]);
    assert!(run.code != 0 && run.stderr.contains("has no text in `ar`"), "{}", run.stderr);
    assert!(site.tree("content") == before);
}

#[test]
fn a_try_shows_what_would_go_and_writes_nothing() {
    let site = shared();
    let before = site.tree("content");
    let run = offline(&site, &["zqv", "--dry-run"]);
    done(&run);
    assert!(run.stdout.contains("-draft: false\n+draft: true # samen offline 2026-06-15\n"), "{}", run.stdout);
    assert!(run.stderr.contains("https://hub.example/nl/meetings/zqv/"), "{}", run.stderr);
    assert!(site.tree("content") == before);
}

#[test]
fn what_is_no_page_or_cannot_be_read_is_told_and_nothing_is_written() {
    for (name, said) in [
        ("meetings/zqw", "did you mean `meetings/zqv`?"),
        ("nergens", "there is no page `nergens`"),
        ("archive", "is the page of a folder"),
        ("", "there is no page"),
        ("/../../etc/passwd", "there is no page"),
    ] {
        let site = shared();
        let before = site.tree("content");
        let run = offline(&site, &[name]);
        assert_eq!(run.code, 2, "{name}: {}", run.stderr);
        assert!(run.stderr.contains(said), "{name}: {}", run.stderr);
        assert!(site.tree("content") == before);
    }
    let site = shared();
    site.edit(ENTRY, "date:", "x: \"y\ndate:");
    let run = offline(&site, &["meetings/zqv"]);
    assert!(run.code == 2 && run.stderr.contains("this text cannot be read"), "{}", run.stderr);
    let site = shared();
    site.edit(ENTRY, "draft: false", "confidentiality: closed");
    let run = offline(&site, &["zqv"]);
    assert!(run.code == 0 && run.stderr.contains("is offline already"), "{}", run.stderr);
    let run = offline(&site, &["zqv", "--undo"]);
    assert!(run.code == 0 && run.stderr.contains("for another reason"), "{}", run.stderr);
}

#[test]
fn line_ends_byte_order_marks_and_braces_are_kept() {
    for (text, after) in [
        (
            "---\r\ntitle: A\r\n---\r\nA\r\n",
            "---\r\ntitle: A\r\ndraft: true # samen offline 2026-06-15\r\n---\r\nA\r\n",
        ),
        (
            "\u{feff}---\ntitle: A # eerst\n---\nA\n",
            "\u{feff}---\ntitle: A # eerst\ndraft: true # samen offline 2026-06-15\n---\nA\n",
        ),
    ] {
        let site = shared();
        site.write("content/pages/a.nl.md", text);
        done(&offline(&site, &["pages/a"]));
        assert_eq!(site.read("content/pages/a.nl.md"), after);
        done(&offline(&site, &["pages/a", "--undo"]));
        assert_eq!(site.read("content/pages/a.nl.md"), text);
    }
}

#[test]
pub fn a_page_that_ends_today_is_gone_and_no_error() {
    let words = "values: {today: [vandaag]}\n";
    for (word, is_word) in [("today", true), ("vandaag", true), ("\"Vandaag\"", true), ("gisteren", false)] {
        let site = shared();
        site.write("themes/mini/languages/nl.yaml", words);
        site.write("themes/mini/languages/en.yaml", "values: {today: [today]}\n");
        site.edit(ENTRY, "draft: false", &format!("expires: {word}"));
        let run = site.run(&["build", "--strict", "--clock", TODAY]);
        assert_eq!(run.code, i32::from(!is_word), "{word}: {}", run.stderr);
        assert_eq!(holding(&site), Vec::<String>::new(), "{word}: {}", run.stderr);
        // It stays gone, also by a clock that is behind.
        let run = site.run(&["build", "--clock", "2020-01-01"]);
        assert!(run.code == i32::from(!is_word) && holding(&site).is_empty(), "{word}: {}", run.stderr);
    }
}
