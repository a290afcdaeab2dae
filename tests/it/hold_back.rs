//! `build --hold-back`: pages with errors stay as they were published last and all others are published, and what may not
//! wait for anybody goes or stops all.

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::disk::{Disk, Run};
use crate::removals::{Change, ENTRY, HIDING, TRANSLATION, holding, shared};

const OTHER: &str = "content/meetings/other.nl.md";
const B: &str = "content/pages/b.nl.md";

/// Mistakes of people in the page `meetings/zqv`.
const MISTAKES: &[Change] = &[
    ("yaml-invalid", |site| site.edit(ENTRY, "title: Zqv titel", "title: \"Zqv nieuw")),
    ("yaml-invalid", |site| site.edit(ENTRY, "date:", "x: \"y\ndate:")),
    ("yaml-invalid", |site| site.edit(TRANSLATION, "title: Zqv title", "title: \"Zqv")),
    ("unknown-field", |site| site.edit(ENTRY, "title:", "titelx: x\ntitle:")),
    ("field-invalid", |site| site.edit(ENTRY, "date: 2026-03-03", "date: ooit")),
    ("field-missing", |site| site.edit(ENTRY, "date: 2026-03-03\n", "")),
    ("duplicate-key", |site| site.edit(ENTRY, "title:", "title: Twee\ntitle:")),
    ("broken-link", |site| site.edit(ENTRY, "Zqv tekst", "[dood](nergens.md) Zqv nieuw")),
    ("broken-anchor", |site| site.edit(ENTRY, "Zqv tekst", "[dood](#nergens) Zqv nieuw")),
    ("component-invalid", |site| site.edit(ENTRY, "Zqv tekst", "::: nergens\nx\n:::\n\nZqv nieuw")),
    ("raw-html", |site| site.edit(ENTRY, "Zqv tekst", "<font>x</font> Zqv nieuw")),
    ("fill-in", |site| site.edit(ENTRY, "Zqv tekst", "[[fill-in wat]] Zqv nieuw")),
    ("front-matter", |site| site.write(ENTRY, "title: Zqv titel\n\nZqv nieuw")),
    ("front-matter", |site| site.write(ENTRY, "---\ntitle: Zqv nieuw\n\nZonder eind")),
    ("file-not-utf8", |site| site.write(ENTRY, b"---\ntitle: Zqv caf\xe9\n---\nZqv nieuw\n")),
    ("duplicate-route", |site| site.edit(ENTRY, "date:", "slug: other\ndate:")),
    ("translation-invalid", |site| site.edit(TRANSLATION, "source: nl", "source: ar")),
    ("file-kind", |site| site.write("content/meetings/zqv/plan.exe", "zqv")),
    ("file-content", |site| site.write("content/meetings/zqv/plan.pdf", "dit is geen PDF")),
    ("text-misnamed", |site| site.write("content/meetings/zqv/kopie.nl.md.txt", "---\ntitle: Zqv kopie\n---\n")),
];

fn build(site: &Disk, more: &[&str]) -> Run {
    crate::removals::build(site, &[&["--hold-back"], more].concat())
}

/// The pages of the entry that is broken, in all its languages.
fn own_pages(site: &Disk) -> BTreeMap<String, Vec<u8>> {
    let mut files = site.public();
    files.retain(|file, _| file.contains("/zqv/"));
    assert!(files.len() >= 3, "{:?}", files.keys());
    files
}

#[track_caller]
fn assert_is_clean(site: &Disk, when: &str) {
    let run = crate::removals::build(site, &[]);
    assert_eq!(run.code, 0, "{when}: {}", run.stderr);
    assert_eq!(crate::removals::build(site, &["-o", "clean"]).code, 0);
    assert!(site.tree("public") == site.tree("clean"), "{when}: as a clean build");
}

#[test]
fn a_page_with_an_error_stays_as_it_was_and_all_others_are_published() {
    for (code, breaks) in MISTAKES {
        let site = shared();
        let (before, good) = (own_pages(&site), site.tree("content"));
        breaks(&site);
        site.edit(B, "Zie", "Nieuws van vandaag. Zie");
        let run = build(&site, &[]);
        assert_eq!(run.code, 5, "{code}: {}", run.stderr);
        assert!(run.stderr.contains(&format!("error[{code}]")), "{code}: {}", run.stderr);
        assert!(run.stderr.contains("warning[held-back]: `meetings/zqv` is held back"), "{code}: {}", run.stderr);
        assert!(run.stderr.contains("1 page is held back, all others are published: `meetings/zqv`"), "{}", run.stderr);
        assert_eq!(own_pages(&site), before, "{code}: byte for byte as it was");
        let page = String::from_utf8(site.public()["nl/b/index.html"].clone()).unwrap();
        assert!(page.contains("Nieuws van vandaag") && page.contains("meetings/zqv/"), "{code}: {page}");
        // A second one finds the same.
        let (all, again) = (site.tree("public"), build(&site, &[]));
        assert!(again.code == 5 && site.tree("public") == all, "{code}: {}", again.stderr);
        // Without the flag the error stops all, and nothing that is there goes.
        let stopped = crate::removals::build(&site, &[]);
        assert!(stopped.code == 1 && site.tree("public") == all, "{code}: {}", stopped.stderr);
        for file in site.tree("content").keys().filter(|file| !good.contains_key(*file)) {
            site.remove(&format!("content/{file}"));
        }
        good.iter().filter(|(file, _)| !file.ends_with("b.nl.md")).for_each(|(file, bytes)| {
            site.write(&format!("content/{file}"), bytes);
        });
        assert_is_clean(&site, code);
        assert!(String::from_utf8_lossy(&site.public()["nl/b/index.html"]).contains("Nieuws van vandaag"), "{code}");
    }
}

#[test]
fn a_page_that_was_never_published_stays_out_with_all_its_files() {
    for text in
        ["---\ntitle: \"Wqx\n---\n[bijlage](wqx.csv)\n", "---\ntitel: Wqx\n---\n[b](wqx.csv)\n", "[b](wqx.csv)\n"]
    {
        for folder in ["content/pages/wqx/index.nl.md", "content/pages/wqx.nl.md"] {
            let site = shared();
            let before = site.public();
            site.write(folder, text);
            let file = folder.replace("index.nl.md", "wqx.csv").replace("wqx.nl.md", "wqx.csv");
            site.write(&file, "wqx geheim");
            site.write("content/pages/wqx/onder.nl.md", "---\ntitle: Wqx onder\n---\nWqx\n");
            let run = build(&site, &[]);
            assert_eq!(run.code, 5, "{folder} {text}: {}", run.stderr);
            assert!(run.stderr.contains("`pages/wqx` is held back: it was never published"), "{}", run.stderr);
            assert!(site.public() == before, "{folder} {text}: {}", run.stderr);
        }
    }
}

#[test]
fn a_link_to_a_page_that_never_was_published_and_is_held_back_stops_all() {
    let links: &[fn(&Disk)] = &[
        |site| site.edit(B, "Zie", "[nieuw](wqx.md) Zie"),
        |site| site.edit(OTHER, "follows: zqv", "follows: wqx"),
        |site| site.edit("samen.yaml", "theme: mini", "theme: mini\nmenu: [pages/wqx]"),
    ];
    for link in links {
        let site = shared();
        let before = site.tree("public");
        site.write("content/pages/wqx.nl.md", "---\ntitle: \"a\n---\n");
        site.write("content/meetings/wqx.nl.md", "---\ntitle: \"a\n---\n");
        link(&site);
        let run = build(&site, &[]);
        assert_eq!(run.code, 1, "{}", run.stderr);
        assert!(run.stderr.contains("error[held-back]: nothing is held back"), "{}", run.stderr);
        assert!(site.tree("public") == before, "{}", run.stderr);
    }
    // An anchor that only the new text has is dead, too.
    let site = shared();
    site.edit(ENTRY, "Zqv tekst", "[dood](nergens.md)\n\n## Kop {#kop}\n\nZqv tekst");
    site.edit(B, "Zie", "[nieuw](../meetings/zqv/index.md#kop) Zie");
    let run = build(&site, &[]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("is held back") || run.stderr.contains("nothing is held back"), "{}", run.stderr);
}

#[test]
fn what_was_hidden_goes_whatever_is_wrong_with_it() {
    for (at, (why, hide)) in HIDING.iter().enumerate() {
        // Each way to hide with two kinds of mistakes, and each kind with some way to hide.
        for (code, breaks) in MISTAKES.iter().skip(at % 7).step_by(7).take(2) {
            let site = shared();
            hide(&site);
            if !site.exists(ENTRY) {
                continue;
            }
            // Some mistakes write the file anew, and say nothing on hiding then.
            let hidden = site.read(ENTRY);
            if !matches!(*code, "front-matter" | "file-not-utf8")
                && hidden.contains("Zqv tekst")
                && hidden.contains("title: Zqv")
            {
                breaks(&site);
            }
            let run = build(&site, &[]);
            assert!(matches!(run.code, 1 | 5 | 0), "{why} {code}: {}", run.stderr);
            assert_eq!(holding(&site), Vec::<String>::new(), "{why} {code}: {}", run.stderr);
            assert!(run.stderr.contains("`meetings/zqv` left the site"), "{why} {code}: {}", run.stderr);
            let left = site.tree("public");
            let again = build(&site, &[]);
            assert!(site.tree("public") == left, "{why} {code}: {}", again.stderr);
        }
    }
}

#[test]
fn errors_on_what_may_be_public_and_errors_of_the_site_stop_all() {
    let stops: &[Change] = &[
        ("field-invalid", |site| site.edit(OTHER, "date:", "confidentiality: publick\ndate:")),
        ("unknown-field", |site| site.edit(OTHER, "date:", "confidentialty: summary\ndate:")),
        ("unknown-field", |site| site.edit(OTHER, "date:", "drat: true\ndate:")),
        ("field-invalid", |site| site.edit(OTHER, "date:", "consent: {ref: F, obtained: gisteren}\ndate:")),
        ("yaml-invalid", |site| site.edit(OTHER, "date:", "exprires: 2026-01-01\nx: \"y\ndate:")),
        ("unknown-key", |site| site.edit("samen.yaml", "theme: mini", "theme: mini\nteem: x")),
        ("template-invalid", |site| {
            site.edit("themes/mini/templates/base.html", "{% block main %}", "{% blok main %}");
        }),
        ("yaml-invalid", |site| site.write("data/terms/topics.yaml", "label: [")),
        ("", |site| {
            site.write(
                OTHER,
                "\u{feff}---\ntitle: x\n---\n".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>(),
            );
        }),
    ];
    for (code, breaks) in stops {
        let site = shared();
        let before = site.public();
        breaks(&site);
        MISTAKES[7].1(&site);
        site.edit(B, "Zie", "Nieuws. Zie");
        let run = build(&site, &[]);
        assert_eq!(run.code, 1, "{code}: {}", run.stderr);
        assert!(run.stderr.contains(code), "{code}: {}", run.stderr);
        assert!(run.stderr.contains("error[held-back]: nothing is held back"), "{code}: {}", run.stderr);
        let after = site.public();
        assert!(!String::from_utf8_lossy(&after["nl/b/index.html"]).contains("Nieuws"), "{code}");
        assert!(after.keys().all(|file| before.contains_key(file)), "{code}");
    }
}

#[test]
fn without_a_memory_of_what_was_published_nothing_is_held_back() {
    let site = shared();
    std::fs::remove_dir_all(site.path(".samen")).unwrap();
    let before = site.tree("public");
    MISTAKES[0].1(&site);
    let run = build(&site, &[]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("nothing can be held back: `.samen/` does not tell"), "{}", run.stderr);
    assert!(site.tree("public") == before);
}

#[test]
fn a_folder_that_starts_empty_gets_the_page_as_it_was_published_where_the_memory_is_kept() {
    let site = shared();
    let before = own_pages(&site);
    std::fs::remove_dir_all(site.path("public")).unwrap();
    MISTAKES[1].1(&site);
    let run = build(&site, &[]);
    assert_eq!(run.code, 5, "{}", run.stderr);
    assert_eq!(own_pages(&site), before);
}

#[test]
fn nothing_is_held_back_where_nothing_is_wrong_and_programs_are_told_what_is() {
    let site = shared();
    let run = build(&site, &[]);
    assert!(run.code == 0 && !run.stderr.contains("held"), "{}", run.stderr);
    MISTAKES[1].1(&site);
    let run = build(&site, &["--format", "json"]);
    assert_eq!(run.code, 5, "{}", run.stderr);
    let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let held = |item: &&serde_json::Value| item["code"] == "held-back";
    let all = json["diagnostics"].as_array().or_else(|| json.as_array()).unwrap();
    let held: Vec<&serde_json::Value> = all.iter().filter(held).collect();
    assert_eq!(held.len(), 1, "{}", run.stdout);
    assert!(held[0].to_string().contains("meetings/zqv"), "{}", run.stdout);
}

#[test]
fn warnings_hold_a_page_back_under_strict_and_not_without() {
    let site = shared();
    site.edit(OTHER, "Zie", "[hier](/nl/b/) Zie");
    assert_eq!(build(&site, &[]).code, 0);
    let site = shared();
    let before = site.public();
    site.edit(OTHER, "Zie", "[hier](/nl/b/) Zie");
    let run = build(&site, &["--strict"]);
    assert_eq!(run.code, 5, "{}", run.stderr);
    assert!(site.public() == before, "{}", run.stderr);
}

#[test]
fn a_file_that_went_goes_although_its_page_has_an_error() {
    let site = shared();
    site.remove("content/meetings/zqv/zqv.csv");
    MISTAKES[1].1(&site);
    let run = build(&site, &[]);
    assert_eq!(run.code, 1, "the page as it was has a dead link now: {}", run.stderr);
    assert!(!site.exists("public/files/meetings/zqv/zqv.csv"), "{}", run.stderr);
}

#[test]
fn a_text_under_a_name_that_nobody_can_read_takes_its_page_not_away() {
    for (from, to) in [(ENTRY, "content/meetings/zqv/index.ned.md"), (OTHER, "content/meetings/other.nl.md.txt")] {
        let site = shared();
        let before = site.public();
        std::fs::rename(site.path(from), site.path(to)).unwrap();
        let run = build(&site, &[]);
        assert_eq!(run.code, 5, "{from}: {}", run.stderr);
        assert!(site.public() == before, "{from}: {}", run.stderr);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, ..ProptestConfig::default() })]

    /// Whatever is broken in which pages, in whatever order: the site is never that of a faulty text, and after all is mended
    /// it is that of a clean build.
    #[test]
    fn after_the_mend_the_site_is_that_of_a_clean_build(
        steps in prop::collection::vec((0..MISTAKES.len(), any::<bool>()), 1..4),
    ) {
        let site = shared();
        let good = site.tree("content");
        for (which, is_news) in steps {
            MISTAKES[which].1(&site);
            if is_news {
                site.edit(B, "Zie", "Nieuws. Zie");
            }
            let run = build(&site, &[]);
            prop_assert!(matches!(run.code, 1 | 5), "{}", run.stderr);
            let holds_new = holding(&site).into_iter().any(|file| {
                String::from_utf8_lossy(&std::fs::read(site.path("public").join(file)).unwrap()).contains("Zqv nieuw")
            });
            prop_assert!(!holds_new, "{}", run.stderr);
            for file in site.tree("content").keys().filter(|file| !good.contains_key(*file)) {
                site.remove(&format!("content/{file}"));
            }
            for (file, bytes) in &good {
                site.write(&format!("content/{file}"), bytes);
            }
        }
        assert_is_clean(&site, "mended");
    }
}
