//! Every sentence of the guide on hiding is run: it stands here as it stands there, beside a test of what it says. A
//! sentence that is changed, or a new one, fails until somebody has said what runs it.

use std::path::Path;

use crate::fixture::{Hub, check_diagnostics, hub};
use crate::{calendar, entries, feeds, hiding, packets, register, removals, search};

/// A sentence and what runs it.
struct Promise {
    words: &'static str,
    test: fn(),
}

const fn promise(words: &'static str, test: fn()) -> Promise {
    Promise { words, test }
}

/// Says what to do, and nothing of what the program does.
fn advice() {}

const WRITE: &str = "docs/write-content.md";

/// Of the sections of the guide, everything.
const SECTIONS: &[Promise] = &[
    promise("| You want | You write |", advice),
    promise(
        "| to work on a page that nobody may see yet | `draft: true` |",
        entries::drafts_are_kept_back_until_asked_for,
    ),
    promise(
        "| to publish on a day | `publish: 2027-01-01` |",
        entries::entries_appear_on_their_day_and_go_on_their_day,
    ),
    promise(
        "| to remove the page on a day | `expires: 2027-02-01` |",
        entries::entries_appear_on_their_day_and_go_on_their_day,
    ),
    promise(
        "| to remove the page now | [`samen offline`](commands.md#samen-offline), or `expires: today`, also in the language of the text |",
        crate::offline::a_page_that_ends_today_is_gone_and_no_error,
    ),
    promise(
        "| to see drafts and future pages on your own computer | `samen build --drafts` |",
        entries::drafts_shows_what_is_not_due_and_not_what_has_expired,
    ),
    promise(
        "| to see how the site will be on a day | `samen build --clock 2027-01-01` |",
        entries::entries_appear_on_their_day_and_go_on_their_day,
    ),
    promise("What the source says holds for all languages:", advice),
    promise(
        "`draft: true` in the source hides the page in all languages. The program tells which translations it hides too \
         (`also-hidden`).",
        hiding::a_source_that_is_a_draft_hides_all_languages_and_that_is_told_once,
    ),
    promise(
        "`draft: true` in a translation hides that language only.",
        entries::a_draft_translation_leaves_the_source_published,
    ),
    promise(
        "A translation that may be read without its source says so: `translation: {source: nl, standalone: true}`. Then \
         the facts of the source are shown, such as a date or a room, and none of its words: fields and outcomes that \
         the translation lacks are left out.",
        hiding::a_translation_that_stands_alone_takes_facts_and_no_words_of_its_draft,
    ),
    promise(
        "`publish`, `expires`, `illustrative` and `sensitive` stand in the source only and hold for all languages.",
        what_the_source_says_holds_for_all_languages,
    ),
    promise(
        "`draft:`, `publish:` or `expires:` with nothing behind it is an error: the program does not guess.",
        hiding::a_line_that_decides_who_may_read_a_page_cannot_be_empty,
    ),
    promise(
        "`publish` and `expires` only work if somebody builds the site on that day: see \
         [Publishing](publishing.md#build-every-day).",
        entries::entries_appear_on_their_day_and_go_on_their_day,
    ),
    promise(
        "What lies in the folder of a page is hidden with it, however deep: texts, pictures and files.",
        hiding::whatever_lies_below_a_hidden_entry_is_hidden_with_it,
    ),
    promise(
        "A page `a.nl.md` has the folder `a/`.",
        hiding::a_hidden_page_without_a_folder_of_its_own_hides_the_folder_of_its_name,
    ),
    promise(
        "For the page of a folder, `_index`, this is not so: as a draft it hides its own text and files, and the pages in \
         the folder stay.",
        hiding::a_section_that_is_a_draft_hides_its_own_text_and_files_only,
    ),
    promise(
        "A file that only hidden texts name is hidden too, for example the minutes that a draft links to, beside a flat \
         page.",
        hiding::a_file_that_only_hidden_texts_name_is_withheld,
    ),
    promise(
        "A file in the folder of another page that is published stays with that page.",
        hiding::a_file_beside_a_public_entry_that_only_its_draft_translation_names_is_withheld,
    ),
    promise(
        "When a published page links to a page that is hidden, the program warns (`unpublished-target`). The words of the \
         link stay, the link itself is left out.",
        the_words_of_a_link_to_a_hidden_page_stay,
    ),
    promise("30 days before a page expires, the program says so (`expires-soon`).", a_page_that_expires_soon_is_told),
    promise(
        "No page stays because others link to it: neither warning stops a build with `--strict`.",
        removals::a_scheduled_strict_build_takes_an_expired_page_away_although_others_link_to_it,
    ),
    promise(
        "**Hidden pages are still in the folder.** If the repository is public, everybody can read them there.",
        advice,
    ),
    promise("| `confidentiality` | What the site shows |", advice),
    promise("| `public` | everything; also when you leave the field out |", everything_is_shown),
    promise(
        "| `chatham` | everything, but the fields `participants` and `contributors` must be empty |",
        nobody_is_named_under_chatham,
    ),
    promise(
        "| `summary` | title, description and fields; no text and no outcomes |",
        register::nothing_of_what_is_withheld_or_closed_is_in_a_register,
    ),
    promise(
        "| `closed` | nothing, in no list, feed or sitemap |",
        hiding::whatever_lies_below_a_hidden_entry_is_hidden_with_it,
    ),
    promise(
        "Of a `closed` meeting nothing in its folder is published,",
        hiding::whatever_lies_below_a_hidden_entry_is_hidden_with_it,
    ),
    promise(
        "and of a `summary` meeting neither: no files, no pictures, no further texts. For a text in the folder of a \
         `summary` meeting the program says so (`also-hidden`).",
        hiding::a_text_in_the_folder_of_a_summary_stays_inside_and_that_is_told,
    ),
    promise(
        "Beside a meeting without a folder of its own, the files are hidden that only this meeting names.",
        hiding::a_file_that_only_hidden_texts_name_is_withheld,
    ),
    promise(
        "`confidentiality:` with nothing behind it is an error.",
        hiding::a_line_that_decides_who_may_read_a_page_cannot_be_empty,
    ),
    promise("Under `chatham`, the program cannot see names in the text. Leave them out yourself.", advice),
];

/// Of other guides, the sentences on hiding.
const ELSEWHERE: &[(&str, Promise)] = &[
    (
        "README.md",
        promise(
            "A closed meeting leaves no trace on the site.",
            hiding::whatever_lies_below_a_hidden_entry_is_hidden_with_it,
        ),
    ),
    ("docs/feeds.md", promise("A meeting that is `closed` is in no calendar.", calendar::a_closed_event_is_not_there)),
    (
        "docs/feeds.md",
        promise(
            "The text of a meeting with `confidentiality: summary` is in no feed.",
            feeds::a_withheld_text_is_in_no_feed,
        ),
    ),
    (
        "docs/search.md",
        promise("closed meetings: no byte of them is in the index.", search::a_closed_meeting_leaves_no_byte),
    ),
    (
        "docs/outcomes.md",
        promise(
            "If the source is a draft, that outcome is shown nowhere.",
            hiding::a_translation_that_stands_alone_takes_facts_and_no_words_of_its_draft,
        ),
    ),
    (
        "docs/translations.md",
        promise(
            "The file holds only what readers may see. Drafts, pages that are to come and meetings of which the text stays \
             inside are left out, and the program names them; `--unpublished` takes them all the same. Closed and expired \
             pages, fields for editors and comments (`<!-- -->`) never go out.",
            hiding::translators_get_what_readers_may_see_and_no_word_more,
        ),
    ),
    (
        "docs/translations.md",
        promise(
            "A translation that is still a draft goes back to those who translate into its language.",
            packets::a_packet_that_is_half_done_is_kept_and_not_published,
        ),
    ),
    (
        "themes/hub/languages/en.yaml",
        promise(
            "Choose \"closed\" when nobody may know that the meeting took place. Nothing of it reaches the site.",
            hiding::whatever_lies_below_a_hidden_entry_is_hidden_with_it,
        ),
    ),
    (
        "docs/safety.md",
        promise(
            "| `draft: true` | the page in all languages; tells which translations go with it (`also-hidden`) |",
            hiding::a_source_that_is_a_draft_hides_all_languages_and_that_is_told_once,
        ),
    ),
    (
        "docs/safety.md",
        promise(
            "| `confidentiality: closed` | the meeting, its outcomes, and everything in its folder |",
            hiding::whatever_lies_below_a_hidden_entry_is_hidden_with_it,
        ),
    ),
    (
        "docs/safety.md",
        promise(
            "| `confidentiality: summary` | its text, its outcomes and everything in its folder; title and `description` stay |",
            hiding::a_text_in_the_folder_of_a_summary_stays_inside_and_that_is_told,
        ),
    ),
    (
        "docs/safety.md",
        promise(
            "| a consent that ended or was withdrawn | the group that it stands in, or the page |",
            removals::consent_that_ended_takes_its_part_away_and_says_so_before,
        ),
    ),
    (
        "docs/safety.md",
        promise("So is a file that only hidden texts name.", hiding::a_file_that_only_hidden_texts_name_is_withheld),
    ),
    (
        "docs/safety.md",
        promise(
            "the next build takes it away even when another page has an error, when other pages link to it, and with `--strict`.",
            removals::whatever_hides_a_page_takes_it_away_when_another_text_is_wrong,
        ),
    ),
];

fn read(file: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text below a heading.
fn section(text: &str, heading: &str) -> String {
    let start = text.find(heading).unwrap_or_else(|| panic!("the guide has no `{heading}`")) + heading.len();
    let end = text[start..].find("\n## ").map_or(text.len(), |end| start + end);
    on_one_line(&text[start..end])
}

#[test]
fn every_sentence_of_the_guide_on_hiding_is_run() {
    let guide = read(WRITE);
    let mut rest = ["## Publish later, take down, hide", "## Meetings that are not fully public"]
        .map(|heading| section(&guide, heading))
        .join(" ");
    for Promise { words, test } in SECTIONS {
        assert!(rest.contains(words), "the guide does not say any more: {words}");
        rest = rest.replacen(words, "", 1);
        test();
    }
    assert!(!rest.contains(char::is_alphabetic), "nothing runs these sentences of the guide: {rest}");
    for (file, Promise { words, test }) in ELSEWHERE {
        assert!(on_one_line(&read(file)).contains(words), "{file} does not say any more: {words}");
        test();
    }
}

/// A page in two languages, with a line in its source.
fn page(line: &str) -> Hub {
    hub(&format!(
        "//- content/pages/a.nl.md\n---\ntitle: Een zqv\n{line}\n---\n\
         //- content/pages/a.en.md\n---\ntitle: One zqv\ntranslation: {{source: nl}}\n---\n"
    ))
}

fn what_the_source_says_holds_for_all_languages() {
    for line in ["publish: 2027-01-01", "expires: 2026-06-01"] {
        let outputs = page(line).outputs();
        let found = outputs.iter().filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("zqv"));
        assert_eq!(found.count(), 0, "{line}");
    }
    for flag in ["illustrative", "sensitive"] {
        assert_eq!(page(&format!("{flag}: true")).facts("en/a/index.html", "flag"), [flag]);
    }
    entries::a_shared_field_in_a_translation_is_refused_with_both_places();
}

fn the_words_of_a_link_to_a_hidden_page_stay() {
    let site = hub("//- content/pages/a.nl.md
---
title: A
---
Zie [deze pagina](b.md).
^^^^ //~ warning[unpublished-target]
//- content/pages/b.nl.md
---
title: B
draft: true
---
");
    assert_eq!(site.body("nl/a/index.html"), "<p>Zie deze pagina.</p>");
    assert_eq!(site.codes(), ["unpublished-target"]);
}

fn a_page_that_expires_soon_is_told() {
    let codes = |day: &str| hub(&format!("//- content/pages/a.nl.md\n---\ntitle: A\nexpires: {day}\n---\n")).codes();
    assert_eq!(codes("2026-07-15"), ["expires-soon"]);
    assert_eq!(codes("2026-07-16"), [] as [&str; 0]);
}

const LEVELS: &str = "//- data/types/meeting.yaml
folder: meetings
fields:
  confidentiality: {kind: confidentiality}
  participants: {kind: list, of: {kind: text}, not_under: [chatham]}
";

fn everything_is_shown() {
    for line in ["confidentiality: public", "participants: [Zqv]"] {
        let site = hub(&format!("{LEVELS}//- content/meetings/a.nl.md\n---\ntitle: A\n{line}\n---\nTekst.\n"));
        assert_eq!(site.body("nl/meetings/a/index.html"), "<p>Tekst.</p>", "{line}");
    }
}

fn nobody_is_named_under_chatham() {
    check_diagnostics(&format!(
        "{LEVELS}//- content/meetings/a.nl.md
---
title: A
confidentiality: chatham
participants: [Zqv]
^^^^^^^^^^^^ //~ error[field-invalid]: `participants` may not be published
---
Tekst.
"
    ));
}
