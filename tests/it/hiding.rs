//! What is hidden is hidden whole: all languages of a draft, what lies in the folder of a hidden entry, files that only
//! hidden texts name, and the words of a source behind its translation.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::disk::{Disk, Run};
use crate::fixture::{Hub, SETTINGS, TODAY, hub};
use crate::images;

/// A type with everything that may be kept back, two languages, and a page that all may read.
const SITE: &str = r"
//- data/types/meeting.yaml
folder: meetings
data: true
registers: {actions: {path: acties, label: Acties}}
outcomes: {owner: {kind: text}}
fields:
  confidentiality: {kind: confidentiality}
  hours: {kind: text, translated: true}
  room: {kind: text}
//- content/pages/open.nl.md
---
title: Open
---
Voor iedereen.
";

fn site(fixture: &str) -> Hub {
    hub(&format!("{SITE}{fixture}"))
}

/// Outputs that hold a word, and those that are called by it.
fn with(site: &Hub, word: &str) -> Vec<String> {
    let holds = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(word);
    let outputs: BTreeMap<String, Arc<[u8]>> = site.outputs();
    outputs.into_iter().filter(|(name, bytes)| name.contains(word) || holds(bytes)).map(|(name, _)| name).collect()
}

/// Whether a file that lies below `content/` is among the outputs.
fn has_file(site: &Hub, path: &str) -> bool {
    site.names().contains(&format!("files/{path}"))
}

const NOTHING: &[String] = &[];

/// A meeting with minutes, pictures and files in its folder, at several depths.
fn folder(line: &str) -> Hub {
    site(&format!(
        "//- content/meetings/zqv/index.nl.md
---
title: Titel zqv
{line}
---
Tekst zqv.
//- content/meetings/zqv/notulen.nl.md
---
title: Notulen zqv
---
Tekst zqv.
//- content/meetings/zqv/notulen.en.md
---
title: Minutes zqv
translation: {{source: nl}}
---
Words zqv.
//- content/meetings/zqv/diep/dieper/index.nl.md
---
title: Diep zqv
---
![Foto](foto.png)
//- content/meetings/zqv/diep/_index.nl.md
---
title: Map zqv
---
//- content/meetings/zqv/lijst.csv
zqv
//- content/meetings/zqv/diep/dieper/blad.csv
zqv
"
    ))
    .with("content/meetings/zqv/diep/dieper/foto.png", images::png(9, 9))
}

#[test]
pub fn whatever_lies_below_a_hidden_entry_is_hidden_with_it() {
    for line in ["confidentiality: closed", "draft: true", "publish: 2027-01-01", "expires: 2026-06-01"] {
        assert_eq!(with(&folder(line), "zqv"), NOTHING, "{line}");
    }
    assert!(with(&folder("room: Zaal 1"), "zqv").len() > 10, "the site shows it all");
}

#[test]
pub fn a_text_in_the_folder_of_a_summary_stays_inside_and_that_is_told() {
    let summary = folder("confidentiality: summary");
    let named: Vec<String> = with(&summary, "Notulen").into_iter().chain(with(&summary, "Diep")).collect();
    assert_eq!(named, NOTHING);
    assert!(!summary.names().iter().any(|name| name.contains("lijst") || name.contains("blad")));
    crate::fixture::check_diagnostics(&format!(
        "{SITE}//- content/meetings/a/index.nl.md
---
title: A
confidentiality: summary
^^^^^^^^^^^^^^^ //~ warning[also-hidden]: what lies in its folder, `meetings/a/notulen`
---
//- content/meetings/a/notulen.nl.md
---
title: Notulen
---
"
    ));
}

#[test]
pub fn a_hidden_page_without_a_folder_of_its_own_hides_the_folder_of_its_name() {
    let flat = site(
        "//- content/meetings/zqv.nl.md
---
title: A
confidentiality: closed
---
//- content/meetings/zqv/later.nl.md
---
title: Later
---
//- content/meetings/zqv/blad.csv
1
",
    );
    assert_eq!(with(&flat, "zqv"), NOTHING);
    assert_eq!(with(&flat, "Later"), NOTHING);
}

#[test]
pub fn a_section_that_is_a_draft_hides_its_own_text_and_files_only() {
    let section = site(
        "//- content/meetings/_index.nl.md
---
title: Geheim zqv
draft: true
---
![zqv](zqv.png) zqv
//- content/meetings/zqv.csv
1
//- content/meetings/los.csv
1
//- content/meetings/eigen.csv
1
//- content/meetings/a.nl.md
---
title: Gewoon
---
[lijst](eigen.csv)
",
    )
    .with("content/meetings/zqv.png", images::png(9, 9));
    assert_eq!(with(&section, "zqv"), NOTHING);
    assert!(!has_file(&section, "meetings/los.csv"));
    assert!(has_file(&section, "meetings/eigen.csv"), "a public text in the folder names it");
    assert!(section.page("nl/meetings/a/index.html").contains("Gewoon"));
}

const DRAFT: &str = "//- content/meetings/a.nl.md
---
title: Titel zqv
hours: elke zqv
room: Zaal 1
draft: true
---
Tekst zqv.

## Acties {.actions}

- [ ] Doen zqv {#a1 owner=Anna}
- [ ] Ook zqv {#a2 owner=Bert}
//- content/meetings/a.en.md
---
title: English title
translation: {source: nl}
---
## Actions {.actions}

- [ ] Do it {#a2}
";

#[test]
pub fn a_source_that_is_a_draft_hides_all_languages_and_that_is_told_once() {
    let draft = site(DRAFT);
    assert_eq!(with(&draft, "zqv"), NOTHING);
    assert_eq!(with(&draft, "English title"), NOTHING);
    assert_eq!(with(&draft, "Do it"), NOTHING);
    crate::fixture::check_diagnostics(&format!(
        "{SITE}//- content/meetings/a.nl.md
---
title: A
draft: true
^^^^^ //~ warning[also-hidden]: as a draft this hides the translations `en` and what lies in its folder, `meetings/a/b` too
---
//- content/meetings/a.en.md
---
title: A
translation: {{source: nl}}
---
//- content/meetings/a/b.nl.md
---
title: B
---
"
    ));
}

#[test]
pub fn a_translation_that_stands_alone_takes_facts_and_no_words_of_its_draft() {
    let alone = site(DRAFT).edit("content/meetings/a.en.md", "{source: nl}", "{source: nl, standalone: true}");
    assert_eq!(with(&alone, "zqv"), NOTHING);
    assert_eq!(with(&alone, "Anna"), NOTHING);
    let page = alone.output("en/meetings/a/index.html");
    assert!(page.contains("Zaal 1") && page.contains("Do it") && page.contains("Bert"), "{page}");
}

#[test]
fn whoever_asks_for_drafts_sees_them_marked_in_all_languages() {
    let drafts = site(DRAFT).drafts();
    assert_eq!(drafts.facts("nl/meetings/a/index.html", "flag"), ["draft"]);
    assert_eq!(drafts.facts("en/meetings/a/index.html", "flag"), ["draft"]);
    assert!(drafts.page("en/meetings/a/index.html").contains(r#"<meta name="robots" content="noindex">"#));
    let below = folder("draft: true").drafts();
    assert_eq!(below.facts("nl/meetings/zqv/notulen/index.html", "flag"), ["draft"]);
    assert_eq!(with(&folder("confidentiality: closed").drafts(), "zqv"), NOTHING);
}

#[test]
fn each_language_of_a_section_stands_alone_unless_it_is_a_translation() {
    let section = |line: &str| {
        site(&format!(
            "//- content/about/_index.nl.md
---
title: Over zqv
draft: true
---
//- content/about/_index.en.md
---
title: English title
{line}
---
"
        ))
    };
    assert!(with(&section("description: x"), "English title").contains(&"en/about/index.html".to_owned()));
    assert_eq!(with(&section("translation: {source: nl}"), "English title"), NOTHING);
}

/// A text beside files, of which one is named by it in a link, one as a picture and one by nobody.
fn beside(line: &str, other: &str) -> Hub {
    site(&format!(
        "//- content/meetings/m.nl.md
---
title: M
{line}
---
[x](zqvnotulen.csv) ![Foto](zqvfoto.png)
//- content/meetings/zqvnotulen.csv
1
//- content/meetings/los.csv
1
{other}"
    ))
    .with("content/meetings/zqvfoto.png", images::png(9, 9))
}

#[test]
pub fn a_file_that_only_hidden_texts_name_is_withheld() {
    for line in ["confidentiality: closed", "draft: true", "publish: 2027-01-01", "confidentiality: summary"] {
        let hidden = beside(line, "");
        assert_eq!(hidden.codes(), [] as [&str; 0], "{line}");
        assert_eq!(with(&hidden, "zqv"), NOTHING, "{line}");
        assert!(has_file(&hidden, "meetings/los.csv"), "{line}");
    }
    assert!(has_file(&beside("room: x", ""), "meetings/zqvnotulen.csv"));
}

#[test]
fn a_file_that_only_a_hidden_text_names_by_its_address_is_withheld() {
    let draft = beside("draft: true", "");
    let draft = draft.edit("content/meetings/m.nl.md", "(zqvnotulen.csv)", "(/files/meetings/zqvnotulen.csv)");
    assert_eq!(with(&draft, "zqv"), NOTHING);
}

#[test]
fn a_file_that_a_public_text_names_too_is_published() {
    let other = "//- content/meetings/n.nl.md\n---\ntitle: N\n---\n[x](zqvnotulen.csv)\n";
    let both = beside("draft: true", other);
    assert!(has_file(&both, "meetings/zqvnotulen.csv"));
    assert_eq!(both.names().iter().filter(|name| name.contains("zqvfoto")).count(), 0);
}

#[test]
pub fn a_file_beside_a_public_entry_that_only_its_draft_translation_names_is_withheld() {
    let plan = site(
        "//- content/meetings/a/index.nl.md
---
title: A
---
//- content/meetings/a/index.en.md
---
title: B
draft: true
translation: {source: nl}
---
[plan](zqvplan.csv)
//- content/meetings/a/zqvplan.csv
1
//- content/meetings/a/los.csv
1
//- content/pages/d.nl.md
---
title: D
draft: true
---
[los](@/meetings/a/los.csv)
",
    );
    assert_eq!(with(&plan, "zqvplan"), NOTHING);
    assert!(has_file(&plan, "meetings/a/los.csv"), "the draft of another page hides no file of a public one");
}

#[test]
pub fn a_line_that_decides_who_may_read_a_page_cannot_be_empty() {
    crate::fixture::check_diagnostics(&format!(
        "{SITE}//- content/meetings/a.nl.md
---
title: A
draft:
^^^^^ //~ error[field-invalid]: `draft` has no value
confidentiality:
^^^^^^^^^^^^^^^ //~ error[field-invalid]: `confidentiality` has no value
publish: ~
^^^^^^^ //~ error[field-invalid]: `publish` has no value
expires: null
^^^^^^^ //~ error[field-invalid]: `expires` has no value
room:
---
"
    ));
}

/// What goes out to translators into Arabic, and what is said.
fn packet(disk: &Disk, flags: &[&str]) -> Run {
    disk.run(&[&["translate", "--clock", TODAY], flags, &["ar", "--export", "-"]].concat())
}

const PACKET: &str = "
//- data/types/meeting.yaml
folder: meetings
label: Meeting
plural: Meetings
fields:
  confidentiality: {kind: confidentiality}
  note: {kind: text, translated: true, private: true}
  stories: {kind: list, translated: true, of: {kind: group, fields: {words: {kind: text}, form: {kind: text, private: true}}}}
//- content/meetings/open.nl.md
---
title: Open titel
note: Noot zqv
stories: [{words: Open verhaal, form: Formulier zqv}]
---
Open <!-- zqv --> tekst. <!-- zqv
over zqv regels -->

<!-- zqv > zqv
zqv <b>zqv</b>
zqv -->

<details>
<!-- zqv
zqv -->
Open woorden <!-- zqv -->
</details>

- Punt <!-- zqv -->
//- content/meetings/samenvatting.nl.md
---
title: S zqv
confidentiality: summary
---
Zqv zqv.
//- content/meetings/samenvatting/notulen.nl.md
---
title: N zqv
---
//- content/meetings/concept/index.nl.md
---
title: C zqv
draft: true
---
Zqv zqv.
//- content/meetings/concept/onder.nl.md
---
title: O zqv
---
//- content/meetings/later.nl.md
---
title: L zqv
publish: 2027-01-01
---
//- content/meetings/dicht.nl.md
---
title: D zqv
confidentiality: closed
---
";

#[test]
pub fn translators_get_what_readers_may_see_and_no_word_more() {
    let texts = PACKET.replace("<details>\n", "").replace("</details>\n", "");
    let disk = Disk::new(&format!("{SETTINGS}{texts}"));
    let run = packet(&disk, &[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(!run.stdout.to_lowercase().contains("zqv"), "{}", run.stdout);
    let sources: Vec<&str> = run.stdout.lines().filter_map(|line| line.strip_prefix("<source>")).collect();
    for words in ["Open titel<", "Open verhaal<", "Open tekst.<", "Open woorden<", "Punt<"] {
        assert!(sources.iter().any(|source| source.starts_with(words)), "{words}: {sources:#?}");
    }
    for left_out in ["samenvatting`", "samenvatting/notulen`", "concept`", "concept/onder`", "later`", "dicht`"] {
        assert!(run.stderr.contains(&format!("`meetings/{left_out} is left out")), "{left_out}: {}", run.stderr);
    }
    let asked = packet(&disk, &["--unpublished"]);
    for words in ["S zqv", "C zqv", "O zqv", "L zqv"] {
        assert!(asked.stdout.contains(words), "{words}: {}", asked.stdout);
    }
    for words in ["D zqv", "Noot zqv", "Formulier zqv", "regels"] {
        assert!(!asked.stdout.contains(words), "{words}: {}", asked.stdout);
    }
    let named = packet(&disk, &["meetings/concept"]);
    assert!(named.code != 0 && named.stderr.contains("--unpublished"), "{}", named.stderr);
}

#[test]
fn comments_in_raw_html_stay_in_the_house() {
    let disk = Disk::new(&format!("{SETTINGS}html: {{allow: [details, b]}}\n{PACKET}"));
    let run = packet(&disk, &["meetings/open"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.contains("Open woorden") && !run.stdout.contains("zqv"), "{}", run.stdout);
}

#[test]
fn words_without_consent_go_to_no_translator() {
    let line = "stories: [{words: Open verhaal, form: Formulier zqv}]";
    let ended = "stories: [{words: Open zqv, consent: {ref: F, obtained: 2024-01-01, withdrawn: 2026-06-01}}]";
    let parts = "form: {kind: text, private: true}";
    let texts = PACKET.replace("<details>\n", "").replace("</details>\n", "");
    let texts =
        texts.replace(parts, "form: {kind: text, private: true}, consent: {kind: consent}").replace(line, ended);
    let disk = Disk::new(&format!("{SETTINGS}{texts}"));
    for flags in [&[][..], &["--unpublished"]] {
        let run = packet(&disk, flags);
        assert!(!run.stdout.contains("Open zqv"), "{flags:?}: {}", run.stdout);
        assert!(
            run.stderr.contains("`meetings/open` is left out: a part of it is without the consent"),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn a_page_that_cannot_be_read_is_hidden_by_a_folder_that_was_closed_today() {
    for folder in ["---\ntitle: M\nconfidentiality: closed\n---\n", "---\nconfidentiality: closed\nx: [y\n---\n"] {
        let disk = Disk::of(&site(
            "//- content/meetings/map/zqv.nl.md\n---\ntitle: Titel zqv\n---\n[x](zqv.csv)\n//- content/meetings/map/zqv.csv\nzqv\n",
        ));
        disk.built();
        disk.write("content/meetings/map/index.nl.md", folder);
        disk.edit("content/meetings/map/zqv.nl.md", "title: Titel zqv", "title: \"Titel zqv");
        let run = disk.run(&["build", "--clock", TODAY]);
        assert_eq!(run.code, 1, "{folder}: {}", run.stderr);
        let holds = |name: &str, bytes: &[u8]| name.contains("zqv") || String::from_utf8_lossy(bytes).contains("zqv");
        let left: Vec<String> =
            disk.public().into_iter().filter(|(name, bytes)| holds(name, bytes)).map(|(name, _)| name).collect();
        assert_eq!(left, NOTHING, "{folder}: {}", run.stderr);
        assert!(disk.exists("public/nl/open/index.html"), "{folder}: {}", run.stderr);
    }
}

#[test]
fn a_folder_is_taken_away_with_its_entry_when_the_line_that_hides_it_is_wrong() {
    for (line, from) in [
        ("confidentiality: clsoed", "room: Zaal 1"),
        ("confidentiality:", "room: Zaal 1"),
        ("draft: ja", "room: Zaal 1"),
        ("confidentiality: closed\ntags: [a", "room: Zaal 1"),
    ] {
        let disk = Disk::of(&folder("room: Zaal 1"));
        disk.built();
        let names = |disk: &Disk| disk.public().into_keys().filter(|name| name.contains("zqv")).collect::<Vec<_>>();
        assert!(names(&disk).len() > 5);
        disk.edit("content/meetings/zqv/index.nl.md", from, line);
        let run = disk.run(&["build", "--clock", TODAY]);
        assert_eq!(run.code, 1, "{line}: {}", run.stderr);
        assert_eq!(names(&disk), NOTHING, "{line}: {}", run.stderr);
        let holding = disk.public().into_values().filter(|bytes| String::from_utf8_lossy(bytes).contains("zqv"));
        assert_eq!(holding.count(), 0, "{line}: {}", run.stderr);
    }
}
