//! What must not be public any more leaves the site: by the day, by consent that ends, by a closed entry, and also when
//! something else is wrong. Nothing holds it back.

use samen::diagnostic::Code;

use crate::disk::{Disk, Run};
use crate::fixture::{TODAY, check_diagnostics, hub};

const PORTRAITS: &str = "//- data/types/thing.yaml
folder: things
fields:
  portraits:
    kind: list
    of:
      kind: group
      fields: {who: {kind: text}, photo: {kind: file}, consent: {kind: consent}}
  story: {kind: consent}
//- content/things/a/photo.csv
zqvphoto
//- content/pages/b.nl.md
---
title: B
---
[Een verhaal](../things/a.md)
";

#[test]
pub fn consent_that_ended_takes_its_part_away_and_says_so_before() {
    check_diagnostics(&format!(
        "{PORTRAITS}//- content/things/a/index.nl.md
---
title: A
portraits:
  - who: zqvone
    consent: {{ref: F-1, obtained: 2024-01-01, withdrawn: 2025-01-01}}
             ^ //~ warning[consent-ended]: the part that it was given for is not published: the consent was withdrawn
  - who: zqvtwo
    consent: {{ref: F-2, obtained: 2024-01-01, expires: 2026-06-15}}
             ^ //~ warning[consent-ended]: the part that it was given for is not published: the consent has ended
  - who: x
    consent: {{ref: F-3, obtained: 2024-01-01, expires: 2026-07-15}}
             ^ //~ warning[consent-ends-soon]: the consent ends on 2026-07-15
  - who: x
    consent: {{ref: F-4, obtained: 2024-01-01, expires: 2026-07-16}}
---
"
    ));
}

fn portrait(consent: &str, more: &str) -> String {
    format!(
        "{PORTRAITS}//- content/things/a/index.nl.md\n---\ntitle: A\nportraits:\n  - who: zqvwho\n    photo: photo.csv\n    \
         consent: {{ref: F-1, obtained: 2024-01-01{consent}}}\n{more}---\n"
    )
}

#[test]
fn a_part_without_consent_leaves_no_byte_and_neither_does_its_file() {
    let holds = |consent: &str, more: &str| {
        let outputs = hub(&portrait(consent, more)).outputs();
        let all: Vec<String> = outputs.values().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect();
        let all = all.concat();
        (all.contains("zqvwho"), outputs.contains_key("files/things/a/photo.csv"), all.contains("<title>A"))
    };
    assert_eq!(holds("", ""), (true, true, true));
    assert_eq!(holds(", expires: 2026-06-15", ""), (false, false, true));
    assert_eq!(holds(", withdrawn: 2026-06-01", ""), (false, false, true));
    assert_eq!(holds("", "story: {ref: F-2, obtained: 2024-01-01, expires: 2026-06-15}\n"), (false, false, false));
}

#[test]
fn the_consent_of_the_source_holds_for_a_translation_that_says_nothing_on_it() {
    let translation = "//- content/things/a/index.en.md\n---\ntitle: A\ntranslation: {source: nl, state: reviewed}\n\
                       portraits:\n  - who: zqvother\n---\n";
    let hub = hub(&portrait(", withdrawn: 2026-06-01", "")
        .replace("  portraits:\n    kind: list", "  portraits:\n    translated: true\n    kind: list"));
    let mut hub = hub;
    hub.files.extend(crate::fixture::bare(translation).files);
    let outputs = hub.outputs();
    assert!(outputs.contains_key("en/things/a/index.html"));
    assert!(outputs.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("zqvother")));
}

#[test]
fn an_entry_that_expires_or_lost_its_consent_stops_no_strict_build() {
    let story = |line: &str| format!("{PORTRAITS}//- content/things/a.nl.md\n---\ntitle: A\n{line}---\n");
    for (line, codes) in [
        ("expires: 2026-07-15\n", &["expires-soon"][..]),
        ("expires: 2026-07-16\n", &[]),
        ("expires: 2026-06-15\n", &["unpublished-target"]),
        ("confidentiality: closed\n", &["unpublished-target"]),
        ("story: {ref: F, obtained: 2024-01-01, withdrawn: 2026-06-14}\n", &["unpublished-target", "consent-ended"]),
        ("story: {ref: F, obtained: 2024-01-01, expires: 2026-06-15}\n", &["unpublished-target", "consent-ended"]),
        ("story: {ref: F, obtained: 2024-01-01, expires: 2026-06-16}\n", &["consent-ends-soon"]),
    ] {
        let closed = "  story: {kind: consent}\n  confidentiality: {kind: confidentiality}\n";
        let fixture = story(line).replace("  story: {kind: consent}\n", closed);
        let fixture = fixture.replace("//- content/things/a/photo.csv\nzqvphoto\n", "");
        let hub = hub(&fixture);
        let found = hub.check();
        assert_eq!(hub.codes(), codes, "{line}: {:#?}", found.items());
        assert!(!found.stop(true), "{line}");
        let page = hub.page("nl/b/index.html");
        let is_there = !codes.contains(&"unpublished-target");
        assert_eq!(page.contains("things/a"), is_there, "{line}: {page}");
        assert!(page.contains("Een verhaal"), "the words of the link stay: {page}");
    }
}

#[test]
fn the_guide_names_all_warnings_that_never_stop_publication() {
    let names: Vec<String> =
        Code::ALL.iter().filter(|code| !code.counts_under_strict()).map(|code| format!("`{code}`")).collect();
    let guide = include_str!("../../docs/diagnostics.md").replace("\n  ", " ");
    assert!(guide.contains(&format!("never stop it: {}.", names.join(", "))), "{names:?}");
}

/// A page that others name in every way, with a file, and something to break beside it.
const SHARED: &str = "//- data/types/meeting.yaml
folder: meetings
feed: true
date: date
fields:
  date: {kind: date, required: true}
  confidentiality: {kind: confidentiality}
  consent: {kind: consent}
  status: {kind: text}
  people: {kind: list, of: {kind: group, fields: {who: {kind: text}, consent: {kind: consent}}}}
  follows: {kind: ref, to: [meeting], inverse: followed_by}
//- data/types/section.yaml
folder: archive
fields:
  confidentiality: {kind: confidentiality}
//- content/meetings/zqv/index.nl.md
---
title: Zqv titel
date: 2026-03-03
draft: false
aliases: [/oud/zqv/]
---
Zqv tekst met [bijlage](zqv.csv).
//- content/meetings/zqv/index.en.md
---
title: Zqv title
translation: {source: nl, state: reviewed}
---
Zqv text.
//- content/meetings/zqv/zqv.csv
Zqv file.
//- content/meetings/other.nl.md
---
title: Andere
date: 2026-04-04
follows: zqv
---
Zie [de vorige](zqv/index.md).
//- content/pages/b.nl.md
---
title: B
---
Zie [iets](../meetings/zqv/index.md) en [meer](../meetings/other.md).
//- content/archive/_index.nl.md
---
title: Archief
---
";

pub const ENTRY: &str = "content/meetings/zqv/index.nl.md";
pub const TRANSLATION: &str = "content/meetings/zqv/index.en.md";

/// A site that was built, with the words `zqv` in it.
pub fn shared() -> Disk {
    let site = Disk::new(SHARED);
    site.built();
    assert!(holding(&site).len() > 8, "{:?}", holding(&site));
    site
}

/// Outputs that name the page, or say anything of it.
pub fn holding(site: &Disk) -> Vec<String> {
    let named = |(file, bytes): (String, Vec<u8>)| {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        (file.contains("zqv") || text.contains("zqv")).then_some(file)
    };
    site.public().into_iter().filter_map(named).collect()
}

pub type Change = (&'static str, fn(&Disk));

/// What somebody does to hide the page. The last are lines of a front matter that cannot be read.
pub const HIDING: &[Change] = &[
    ("closed", |site| site.edit(ENTRY, "draft: false", "confidentiality: closed")),
    ("a draft", |site| {
        site.edit(ENTRY, "draft: false", "draft: true");
        site.edit(TRANSLATION, "title:", "draft: true\ntitle:");
    }),
    ("expired", |site| site.edit(ENTRY, "draft: false", "expires: 2026-06-15")),
    ("not published yet", |site| site.edit(ENTRY, "draft: false", "publish: 2026-06-16")),
    ("without the consent", |site| {
        site.edit(ENTRY, "draft: false", "consent: {ref: F, obtained: 2024-01-01, withdrawn: 2026-06-01}");
    }),
    ("deleted", |site| std::fs::remove_dir_all(site.path("content/meetings/zqv")).unwrap()),
    ("closed", |site| site.edit(ENTRY, "draft: false", "confidentiality: closed\ntags: [a\nx: [y")),
    ("closed", |site| site.edit(ENTRY, "draft: false", "confidentiality: clsoed")),
    ("closed", |site| site.edit(ENTRY, "draft: false", "Confidentiality:closed")),
    ("a draft", |site| site.edit(ENTRY, "draft: false", "draft: ja")),
    ("without the consent", |site| {
        site.edit(ENTRY, "draft: false", "x: [y\nconsent: {ref: F, obtained: 2024-01-01, withdrawn: 2026-06-01}");
    }),
    ("expired", |site| {
        site.edit(ENTRY, "draft: false", "x: [y\nconsent: {ref: F, obtained: 2024-01-01, expires: 2026-06-15}");
    }),
    ("expired", |site| site.edit(ENTRY, "draft: false", "expires: 1-6-2026")),
    ("expired", |site| site.edit(ENTRY, "draft: false", "expires:")),
    ("not published yet", |site| site.edit(ENTRY, "draft: false", "publish: soon")),
];

/// What is wrong beside it, so that the build stops.
pub const FAILURES: &[Change] = &[
    ("front-matter", |site| site.write("content/pages/b.nl.md", "---\ntitle: B\nDit is geen eind")),
    ("unknown-field", |site| site.edit("content/pages/b.nl.md", "title: B", "title: B\ntitel: B")),
    ("broken-link", |site| site.edit("content/meetings/other.nl.md", "Zie", "[x](nergens.md) Zie")),
    ("template-invalid", |site| site.edit("themes/mini/templates/base.html", "{% block main %}", "{% blok main %}")),
    ("template-invalid", |site| site.edit("themes/mini/templates/base.html", "<main", "{{ nergens.nergens }}<main")),
    ("unknown-key", |site| site.edit("samen.yaml", "theme: mini", "theme: mini\nteem: x")),
    ("yaml-invalid", |site| site.write("samen.yaml", "name: [")),
    ("", |site| site.remove("samen.yaml")),
    ("", |site| site.edit("samen.yaml", "theme: mini", "theme: nergens")),
    ("", |site| site.edit("data/types/meeting.yaml", "folder: meetings", "folder: [")),
    ("", |site| site.write("data/terms/topics.yaml", "label: [")),
    ("", |site| site.write("themes/mini/assets/mini.css", "body { background: url(x.png) }")),
    ("yaml-invalid", |site| site.edit(TRANSLATION, "title: Zqv title", "title: \"a")),
];

pub fn build(site: &Disk, more: &[&str]) -> Run {
    // The settings may be gone: then the root is named.
    let root = site.path("");
    let root = root.to_str().unwrap();
    let args = [&["build", "--clock", TODAY, "--root", root], more].concat();
    site.run(&args)
}

/// The failing build takes the page away, with all that names it, and leaves the rest; a second one changes nothing; when
/// the failure is mended, the site is that of a clean build.
pub fn takes_away(hide: &Change, fail: &Change, more: &[&str]) {
    let site = shared();
    let about = format!("{} with {}", hide.0, fail.0);
    hide.1(&site);
    let good = ["samen.yaml", "content", "data", "themes"].map(|folder| (folder, site.tree(folder)));
    let settings = site.read("samen.yaml");
    fail.1(&site);
    let run = build(&site, more);
    assert_eq!(run.code, 1, "{about}: {}", run.stderr);
    assert!(run.stderr.contains(fail.0), "{about}: {}", run.stderr);
    assert_eq!(holding(&site), Vec::<String>::new(), "{about}: {}", run.stderr);
    assert!(run.stderr.contains(&format!("`meetings/zqv` left the site: {}", hide.0)), "{about}: {}", run.stderr);
    for page in
        ["nl/index.html", "en/index.html", "nl/b/index.html", "nl/meetings/other/index.html", "nl/meetings/index.html"]
    {
        assert!(site.exists(&format!("public/{page}")), "{about}: {page} {}", run.stderr);
    }
    let left = site.tree("public");
    let again = build(&site, more);
    assert!(again.code == 1 && !again.stderr.contains("left the site"), "{about}: {}", again.stderr);
    assert!(site.tree("public") == left, "{about}: a second build changes nothing");
    for (folder, files) in good {
        files.iter().for_each(|(file, bytes)| site.write(&format!("{folder}/{file}"), bytes));
    }
    site.write("samen.yaml", settings);
    let _ = std::fs::remove_file(site.path("data/terms/topics.yaml"));
    // Whoever deletes a page has to mend the links to it, too.
    if HIDING[..5].iter().any(|known| std::ptr::fn_addr_eq(known.1, hide.1)) {
        let mended = build(&site, &[]);
        assert_eq!(mended.code, 0, "{about}: {}", mended.stderr);
        assert_eq!(build(&site, &["-o", "clean"]).code, 0);
        assert!(site.tree("public") == site.tree("clean"), "{about}: as a clean build");
    }
}

#[test]
pub fn whatever_hides_a_page_takes_it_away_when_another_text_is_wrong() {
    HIDING.iter().for_each(|hide| takes_away(hide, &FAILURES[1], &[]));
}

#[test]
fn whatever_is_wrong_a_closed_page_is_taken_away() {
    FAILURES.iter().for_each(|fail| takes_away(&HIDING[0], fail, &[]));
}

#[test]
pub fn a_scheduled_strict_build_takes_an_expired_page_away_although_others_link_to_it() {
    let site = shared();
    site.edit(ENTRY, "draft: false", "expires: 2026-06-20");
    let day = |day: &str| site.run(&["build", "--strict", "--clock", day]);
    let run = day("2026-06-19");
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("warning[expires-soon]: this entry leaves the site on 2026-06-20"), "{}", run.stderr);
    assert!(!holding(&site).is_empty());
    let run = day("2026-06-20");
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("`meetings/zqv` left the site: expired (4 files)"), "{}", run.stderr);
    assert_eq!(holding(&site), Vec::<String>::new());
    let run = day("2026-06-21");
    assert!(run.code == 0 && !run.stderr.contains("left the site"), "told once: {}", run.stderr);
}

#[test]
fn a_warning_under_strict_holds_no_removal_back() {
    let warn: Change = ("link-hard-coded", |site| {
        site.write("content/pages/c.nl.md", "---\ntitle: C\n---\n[hier](/nl/b/)\n");
    });
    takes_away(&HIDING[0], &warn, &["--strict"]);
}

#[test]
fn a_failing_build_without_anything_to_take_away_changes_nothing() {
    for fail in FAILURES {
        let site = shared();
        let before = site.tree("public");
        fail.1(&site);
        let run = build(&site, &[]);
        assert!(run.code == 1 && run.stderr.contains("the site is as it was"), "{}: {}", fail.0, run.stderr);
        assert!(site.tree("public") == before, "{}", fail.0);
    }
}

#[test]
fn a_text_that_cannot_be_read_or_has_another_name_is_no_removal() {
    let changes: [fn(&Disk); 3] = [
        |site| site.edit(ENTRY, "draft: false", "draft: false\nx: [y"),
        |site| std::fs::rename(site.path("content/meetings/zqv"), site.path("content/meetings/zqw")).unwrap(),
        |site| site.write(ENTRY, [0xff, 0xfe, 0xff]),
    ];
    for change in changes {
        let site = shared();
        let before = site.tree("public");
        change(&site);
        FAILURES[1].1(&site);
        let run = build(&site, &[]);
        assert!(run.code == 1 && !run.stderr.contains("left the site"), "{}", run.stderr);
        assert!(site.tree("public") == before, "{}", run.stderr);
    }
}

#[test]
fn a_file_a_language_and_the_text_of_a_summary_are_taken_away_too() {
    let site = shared();
    site.remove("content/meetings/zqv/zqv.csv");
    FAILURES[1].1(&site);
    assert_eq!(build(&site, &[]).code, 1);
    assert!(!site.exists("public/files/meetings/zqv/zqv.csv"));
    assert!(!holding(&site).is_empty(), "the page stays");
    let site = shared();
    site.remove("content/meetings/zqv/index.en.md");
    FAILURES[1].1(&site);
    let run = build(&site, &[]);
    assert!(
        run.code == 1 && run.stderr.contains("`meetings/zqv` left the site: less of it is public"),
        "{}",
        run.stderr
    );
    let all: Vec<u8> = site.public().into_values().flatten().collect();
    let all = String::from_utf8_lossy(&all);
    assert!(!all.contains("Zqv text.") && !all.contains("Zqv title<") && all.contains("Zqv tekst"));
    let site = shared();
    site.edit(ENTRY, "draft: false", "confidentiality: summary");
    FAILURES[1].1(&site);
    let run = build(&site, &[]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    let all: Vec<u8> = site.public().into_values().flatten().collect();
    let all = String::from_utf8_lossy(&all);
    assert!(!all.contains("Zqv tekst") && !all.contains("Zqv text.") && all.contains("Zqv titel"), "{}", run.stderr);
}

#[test]
fn retract_lists_every_address_of_what_left_and_of_what_showed_it() {
    let site = shared();
    let refused = site.run(&["build", "--clock", TODAY, "--retract", "meetings/zqv"]);
    assert_eq!((refused.code, refused.stdout.as_str()), (1, ""), "{}", refused.stderr);
    assert!(refused.stderr.contains("retract-refused]: `meetings/zqv` is still public"), "{}", refused.stderr);
    HIDING[0].1(&site);
    let own = "https://hub.example/en/meetings/zqv/\nhttps://hub.example/files/meetings/zqv/zqv.csv\n\
               https://hub.example/nl/meetings/zqv/\nhttps://hub.example/oud/zqv/\n";
    let run = site.run(&["build", "--clock", TODAY, "--retract", "meetings/zqv"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let others = run.stdout.strip_prefix(own).unwrap_or_else(|| panic!("{}", run.stdout));
    assert!(others.contains("https://hub.example/nl/meetings/other/\n") && others.contains("/nl/b/\n"), "{others}");
    // Later, and by another name.
    for name in ["content/meetings/zqv/index.nl.md", "meetings/zqv/", "content/meetings/zqv"] {
        let later = site.run(&["build", "--clock", TODAY, "--format", "json", "--retract", name]);
        assert_eq!((later.code, later.stdout), (0, run.stdout.clone()), "{name}: {}", later.stderr);
    }
    let unknown = site.run(&["build", "--clock", TODAY, "--retract", "meetings/zqw"]);
    assert_eq!(unknown.code, 1);
    assert!(unknown.stderr.contains("nothing is remembered of `meetings/zqw`"), "{}", unknown.stderr);
    // Public again, and nothing is left to purge.
    site.edit(ENTRY, "confidentiality: closed", "draft: false");
    site.built();
    assert_eq!(site.run(&["build", "--clock", TODAY, "--retract", "meetings/zqv"]).code, 1);
}

#[test]
fn retract_works_in_the_failing_build_that_takes_away() {
    let site = shared();
    HIDING[0].1(&site);
    FAILURES[1].1(&site);
    let run = site.run(&["build", "--clock", TODAY, "--retract", "meetings/zqv"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stdout.starts_with("https://hub.example/en/meetings/zqv/\n"), "{}", run.stdout);
}

#[test]
fn without_memory_the_site_of_today_takes_its_place_or_files_that_name_it_are_deleted() {
    // With a theme that cannot be read there is no site of today either. A page may have the error itself.
    for (hide, fail) in
        [(&HIDING[0], 1), (&HIDING[0], 3), (&HIDING[0], FAILURES.len() - 1), (&HIDING[6], 1), (&HIDING[8], 1)]
    {
        let site = shared();
        hide.1(&site);
        FAILURES[fail].1(&site);
        let run = build_without_memory(&site);
        assert_eq!(holding(&site), Vec::<String>::new(), "{fail}: {}", run.stderr);
        assert!(site.exists("public/nl/index.html"), "what does not name it stays: {fail}: {}", run.stderr);
        assert!(run.stderr.contains("`meetings/zqv` left the site: closed"), "{fail}: {}", run.stderr);
    }
}

/// A build that fails, and knows nothing of the one before.
pub fn build_without_memory(site: &Disk) -> Run {
    std::fs::remove_dir_all(site.path(".samen")).unwrap();
    let run = build(site, &[]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    run
}

#[test]
fn what_was_moved_to_a_hidden_place_leaves_the_site() {
    for folder in ["title: Dicht\nconfidentiality: closed", "title: Dicht\nconfidentiality: closed\nx: [y"] {
        let site = shared();
        site.write("content/meetings/dicht/index.nl.md", format!("---\n{folder}\n---\n"));
        std::fs::rename(site.path("content/meetings/zqv"), site.path("content/meetings/dicht/zqv")).unwrap();
        FAILURES[1].1(&site);
        let run = build(&site, &[]);
        assert_eq!(run.code, 1, "{folder}: {}", run.stderr);
        assert_eq!(holding(&site), Vec::<String>::new(), "{folder}: {}", run.stderr);
        let site = shared();
        site.write("content/meetings/dicht/index.nl.md", format!("---\n{folder}\n---\n"));
        let file = "content/meetings/dicht/zqv.csv";
        std::fs::rename(site.path("content/meetings/zqv/zqv.csv"), site.path(file)).unwrap();
        FAILURES[1].1(&site);
        let run = build(&site, &[]);
        assert!(!site.exists("public/files/meetings/zqv/zqv.csv"), "{folder}: {}", run.stderr);
    }
}

#[test]
fn a_picture_that_may_not_be_published_any_more_stops_no_removal() {
    let picture = "content/pages/tekening.svg";
    let drawing =
        |inside: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">{inside}</svg>");
    let fixture = SHARED.replace("Zie [iets]", "![Tekening](tekening.svg) Zie [iets]");
    let site = Disk::new(&format!("{fixture}//- {picture}\n{}\n", drawing("<path d=\"M0 0h9\"/>")));
    site.built();
    HIDING[0].1(&site);
    site.write(picture, drawing("<script>1</script>"));
    let run = build(&site, &[]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert_eq!(holding(&site), Vec::<String>::new(), "{}", run.stderr);
    for page in ["nl/index.html", "nl/b/index.html", "nl/meetings/index.html", "nl/meetings/other/index.html"] {
        assert!(site.exists(&format!("public/{page}")), "{page}: {}", run.stderr);
    }
    assert!(!run.stderr.contains("were deleted"), "{}", run.stderr);
}

#[test]
fn retract_knows_all_addresses_of_an_entry_that_left_in_steps() {
    let site = shared();
    site.edit(TRANSLATION, "title:", "slug: zqv-english\ntitle:");
    site.built();
    site.remove(TRANSLATION);
    site.built();
    HIDING[0].1(&site);
    let run = site.run(&["build", "--clock", TODAY, "--retract", "meetings/zqv"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    for address in
        ["en/meetings/zqv-english/", "nl/meetings/zqv/", "files/meetings/zqv/zqv.csv", "en/meetings/", "nl/b/"]
    {
        assert!(run.stdout.contains(&format!("https://hub.example/{address}\n")), "{address}: {}", run.stdout);
    }
}

#[test]
fn kept_texts_that_got_lost_come_back_with_the_next_build() {
    let site = shared();
    let kept = |site: &Disk| -> usize {
        let files = site.tree(".samen").into_iter();
        files.filter(|(file, _)| file.ends_with(".pack")).map(|(_, bytes)| bytes.len()).sum()
    };
    let all = kept(&site);
    for file in site.tree(".samen").into_keys().filter(|file| file.ends_with(".pack")) {
        site.remove(&format!(".samen/{file}"));
    }
    site.edit("content/pages/b.nl.md", "title: B", "title: C");
    site.built();
    assert_eq!(kept(&site), all, "a title of the same length");
}
