//! Values as people write them: which are read, as what, and what is told of those that are not.

use samen::diagnostic::{Code, Diagnostic, Diagnostics};
use samen::pipeline::{self, LoadCache};

use crate::fixture::{Hub, hub};

const TYPES: &str = "
//- themes/mini/languages/nl.yaml
values: {yes: [ja, waar], no: [nee, onwaar], at: [om], hour: [uur, u]}
//- data/places.yaml
label: Steden
terms:
  den-haag: {label: {nl: Den Haag, en: The Hague}, at: [52.1, 4.3]}
  utrecht: {label: Utrecht, at: [52.1, 5.1]}
//- data/terms/topics.yaml
label: Onderwerpen
terms:
  referral: {label: {nl: Verwijzen, en: Referral}, synonyms: {nl: [doorverwijzen]}}
  training: {label: {nl: Scholing, en: Training}}
  housing: {label: {nl: Wonen, en: Housing}}
  work: {label: {nl: Werk, en: Work}}
  money: {label: {nl: Geld, en: Money}}
  school: {label: {nl: Onderwijs, en: Education}}
//- data/types/organisation.yaml
folder: organisations
path: organisations
label: Organisatie
plural: Organisaties
fields:
  kind: {kind: choice, required: true, choices: {foundation: {nl: Stichting, en: Foundation}, city: {nl: Gemeente, en: City}}}
//- data/types/meeting.yaml
folder: meetings
path: meetings
label: Bijeenkomst
plural: Bijeenkomsten
date: date
data: true
fields:
  date: {kind: date}
  start: {kind: datetime}
  open: {kind: bool}
  kinds: {kind: list, of: {kind: choice, choices: {foundation: {nl: Stichting, en: Foundation}, city: {nl: Gemeente, en: City}}}}
  city: {kind: place}
  topics: {kind: list, of: {kind: term, taxonomy: topics}}
  organisers: {kind: refs, to: [organisation]}
outcomes:
  owner: {kind: ref, to: [organisation]}
  topic: {kind: term, taxonomy: topics}
  due: {kind: date}
registers:
  actions: {path: actions, label: Acties}
//- content/organisations/stichting-voorbeeld.nl.md
---
title: Stichting Voorbeeld
kind: foundation
---
//- content/organisations/pharos.nl.md
---
title: Kenniscentrum Pharos
kind: foundation
---
//- content/organisations/pharos.en.md
---
title: Pharos Centre of Expertise
translation: {source: nl}
---
";

/// A meeting with more lines in its front matter, and its text.
fn meeting(lang: &str, lines: &str, text: &str) -> Hub {
    hub(&format!("{TYPES}//- content/meetings/m.{lang}.md\n---\ntitle: M\n{lines}\n---\n{text}\n"))
}

/// What is told of a line, as `code: message (help)`.
fn told(lang: &str, line: &str) -> Vec<String> {
    meeting(lang, line, "").check().items().iter().map(said).collect()
}

fn said(one: &Diagnostic) -> String {
    let help = one.help.as_ref().map(|help| format!(" ({help})")).unwrap_or_default();
    format!("{}: {}{help}", one.code, one.message)
}

/// The line of the meeting as it is after the one fix of each message.
#[track_caller]
fn mended(lang: &str, line: &str) -> String {
    let site = meeting(lang, line, "");
    let file = format!("content/meetings/m.{lang}.md");
    let mut text = String::from_utf8(site.files[&file].clone()).expect("a text");
    for one in site.check().items().iter().rev() {
        let [fix] = &one.fixes[..] else { panic!("{line}: {}", said(one)) };
        for edit in fix.edits.iter().rev() {
            text.replace_range(edit.span.range.range(), &edit.text);
        }
    }
    let again = site.with(&file, text.clone());
    assert_eq!(again.codes(), [""; 0], "{line} becomes {text}");
    text.lines().nth(2).expect("a line").to_owned()
}

#[test]
fn what_can_mean_one_thing_only_is_read_and_mended() {
    for (lang, written, meant) in [
        ("nl", "open: ja", "open: true"),
        ("nl", "open: 'Nee '", "open: false"),
        ("nl", "open: ONWAAR", "open: false"),
        ("nl", "open: yes", "open: true"),
        ("nl", "open: \"true\"", "open: true"),
        ("nl", "date: 20-11-2026", "date: 2026-11-20"),
        ("nl", "date: 20.11.2026", "date: 2026-11-20"),
        ("nl", "date: 1/2/2026", "date: 2026-02-01"),
        ("nl", "date: 2026-1-5", "date: 2026-01-05"),
        ("nl", "date: 20 november 2026", "date: 2026-11-20"),
        ("nl", "date: Vrijdag 20 nov. 2026", "date: 2026-11-20"),
        ("nl", "date: op 20 November 2026", "date: 2026-11-20"),
        ("en", "date: November 20, 2026", "date: 2026-11-20"),
        ("en", "date: 20th of November 2026", "date: 2026-11-20"),
        ("nl", "date: ٢٠-١١-٢٠٢٦", "date: 2026-11-20"),
        ("nl", "date: 20 november, 2026", "date: 2026-11-20"),
        ("nl", "start: 2026-11-20 14.00", "start: 2026-11-20T14:00"),
        ("nl", "start: 20-11-2026 14:00", "start: 2026-11-20T14:00"),
        ("nl", "start: 20 november 2026 om 14u00", "start: 2026-11-20T14:00"),
        ("nl", "start: 20 november 2026, 14.30 uur", "start: 2026-11-20T14:30"),
        ("nl", "start: 14:00 uur, 20 november 2026", "start: 2026-11-20T14:00"),
        ("nl", "start: 20.11.2026 9:05", "start: 2026-11-20T09:05"),
        ("nl", "start: 2026-11-20 14 uur", "start: 2026-11-20T14:00"),
        ("en", "start: 20 November 2026, 2 pm", "start: 2026-11-20T14:00"),
        ("en", "start: 20 November 2026 12.15 a.m.", "start: 2026-11-20T00:15"),
        ("nl", "kinds: [Stichting]", "kinds: [foundation]"),
        ("nl", "kinds: foundation; city", "kinds: [foundation, city]"),
        ("nl", "kinds: Stichting, Gemeente", "kinds: [foundation, city]"),
        ("nl", "city: Den Haag", "city: den-haag"),
        ("nl", "city: The Hague", "city: den-haag"),
        ("nl", "city: UTRECHT", "city: utrecht"),
        ("nl", "topics: [Verwijzen]", "topics: [referral]"),
        ("nl", "topics: [work, doorverwijzen]", "topics: [work, referral]"),
        ("nl", "topics: referral; training", "topics: [referral, training]"),
        ("nl", "topics: Verwijzen, Scholing", "topics: [referral, training]"),
        ("nl", "organisers: [Stichting Voorbeeld]", "organisers: [stichting-voorbeeld]"),
        ("nl", "organisers: stichting voorbeeld", "organisers: stichting-voorbeeld"),
        ("nl", "organisers: pharos; Stichting Voorbeeld", "organisers: [pharos, stichting-voorbeeld]"),
        ("nl", "organisers: [pharos centre of expertise]", "organisers: [pharos]"),
    ] {
        let codes = meeting(lang, written, "").codes();
        assert!(!codes.is_empty() && codes.iter().all(|code| *code == "value-spelling"), "{written}: {codes:?}");
        assert_eq!(mended(lang, written), meant, "{written}");
    }
}

#[test]
fn it_stops_nothing_under_strict() {
    assert!(!Code::ValueSpelling.counts_under_strict());
}

#[test]
fn what_is_refused_says_what_to_write() {
    for (lang, line, message) in [
        (
            "nl",
            "open: misschien",
            "field-invalid: `open` must be `true` or `false`, found text (known here: `true`, `false`)",
        ),
        (
            "en",
            "date: 1/2/2027",
            "field-invalid: `1/2/2027` is two days: some read the day first, some the month (write `2027-02-01` or `2027-01-02`)",
        ),
        (
            "nl",
            "date: 2027-02-30",
            "field-invalid: there is no day `2027-02-30`: February 2027 has 28 days (write year-month-day: `2023-01-24`)",
        ),
        (
            "nl",
            "kinds: [Stichtingen]",
            "field-invalid: `Stichtingen` is not a value of `kinds` (did you mean `foundation` (Stichting)?)",
        ),
        (
            "nl",
            "topics: [Verwijzing]",
            "reference-unknown: there is no `Verwijzing` in `topics` (did you mean `referral` (Verwijzen)?)",
        ),
        (
            "nl",
            "topics: [xyz]",
            "reference-unknown: there is no `xyz` in `topics` (for example `housing` (Wonen), `money` (Geld), `referral` (Verwijzen), `school` (Onderwijs), `training` (Scholing); there are 6)",
        ),
        (
            "nl",
            "organisers: [Kenniscentrum]",
            "reference-unknown: `organisers` names the organisation `Kenniscentrum`, which does not exist (did you mean `pharos` (Kenniscentrum Pharos)?)",
        ),
        (
            "nl",
            "organisers: [Jan de Vries]",
            "reference-unknown: `organisers` names the organisation `Jan de Vries`, which does not exist (here stands the id of an entry of the type `organisation`, never the name of a person; known here: `pharos` (Kenniscentrum Pharos), `stichting-voorbeeld` (Stichting Voorbeeld))",
        ),
    ] {
        assert_eq!(told(lang, line), [message], "{line}");
    }
}

#[test]
fn a_missing_choice_is_told_with_its_values() {
    let site = hub(&format!("{TYPES}//- content/organisations/a.nl.md\n---\ntitle: A\n---\n"));
    let found = site.check();
    assert_eq!(
        said(&found.items()[0]),
        "field-missing: `kind` is missing; the type `organisation` needs it (add a line `kind: …`; known here: \
         `foundation` (Stichting), `city` (Gemeente))"
    );
}

#[test]
fn a_name_of_two_is_told_with_the_id_of_each() {
    let site = meeting("nl", "organisers: [Stichting Voorbeeld]", "")
        .with("content/organisations/twin.nl.md", "---\ntitle: Stichting voorbeeld\nkind: city\n---\n")
        .edit("content/organisations/stichting-voorbeeld.nl.md", "title: Stichting", "slug: a\ntitle: Stichting");
    let found = site.check();
    assert_eq!(
        found.items().iter().map(said).collect::<Vec<_>>(),
        [
            "reference-unknown: `Stichting Voorbeeld` is the name of several: `stichting-voorbeeld`, `twin` (write the id of the one that is meant)"
        ]
    );
    assert_eq!(found.items()[0].fixes.len(), 2, "an editor program offers both");
}

#[test]
fn names_and_ids_mean_the_same_to_every_output() {
    let text = "## Acties {.actions}\n\n- [ ] A {#a1 owner=pharos topic=referral due=2027-02-01}\n";
    let ids = meeting("nl", "date: 2026-11-20\ntopics: [referral]\norganisers: [pharos]\ncity: den-haag", text);
    let names = meeting(
        "nl",
        "date: 20 november 2026\ntopics: [Verwijzen]\norganisers: [Kenniscentrum Pharos]\ncity: Den Haag",
        &text.replace("topic=referral", "topic=\"Verwijzen\"").replace("2027-02-01", "1-2-2027"),
    );
    assert_eq!(names.check().items().len(), 6, "each is told");
    let (ids, names) = (ids.outputs(), names.outputs());
    for (path, bytes) in &ids {
        // The source itself may be given away as it is.
        let same = names.get(path) == Some(bytes);
        assert!(same || path.ends_with(".md"), "{path}");
    }
}

#[test]
fn a_name_in_a_cell_stays_as_people_read_it() {
    let text = "## Acties {.actions}\n\n| Actie | topic |\n|---|---|\n| Bellen {#a1} | Verwijzen |\n";
    assert_eq!(meeting("nl", "date: 2026-11-20", text).codes(), [""; 0]);
}

#[test]
fn a_reference_to_an_entry_with_errors_of_its_own_is_not_told() {
    for broken in ["title: \"A\nkind: foundation", "kind: [a", "title: A\nkind: foundation\ntranslation: {source: en}"]
    {
        let site =
            meeting("nl", "organisers: [broken]\nrelated: [organisations/broken]", "[x](@/organisations/broken)")
                .with("content/organisations/broken.nl.md", format!("---\n{broken}\n---\n"));
        let found = site.check();
        let files: Vec<&str> = found.items().iter().filter_map(|one| Some(&*one.at.as_ref()?.file)).collect();
        assert!(files.iter().all(|file| file.ends_with("broken.nl.md")), "{broken}: {found:#?}");
    }
}

#[test]
fn facts_that_a_translation_repeats_are_one_error_with_one_fix() {
    let facts = "date: 2026-11-20\ntopics:\n  - referral\n  - work\norganisers: [pharos] # wie";
    let file = "content/meetings/m.en.md";
    let text = format!("---\ntitle: M\ndescription: D\n{facts}\ntranslation: {{source: nl}}\n---\nText\n");
    let site = meeting("nl", facts, "Tekst").with(file, text.clone());
    let found = site.check();
    let [one] = found.items() else { panic!("{found:#?}") };
    assert_eq!(
        said(one),
        "field-shared: `date`, `topics`, `organisers` are shared by all languages (a translation takes them over: remove \
         these lines here and set them in the source only)"
    );
    let [fix] = &one.fixes[..] else { panic!("{one:#?}") };
    let mut mended = text;
    for edit in fix.edits.iter().rev() {
        mended.replace_range(edit.span.range.range(), &edit.text);
    }
    assert_eq!(mended, "---\ntitle: M\ndescription: D\ntranslation: {source: nl}\n---\nText\n");
    assert_eq!(site.with(file, mended).codes(), [""; 0]);
}

#[test]
fn a_title_that_changes_is_told_as_a_clean_build_tells_it() {
    let mut site = meeting("nl", "organisers: [Kenniscentrum Pharos]", "");
    let mut cache = LoadCache::default();
    let seen = |site: &Hub, cache: &mut LoadCache| -> Vec<String> {
        let (_, found) = pipeline::load_again(&site.sources(), &site.request, cache).finish(Diagnostics::default());
        found.items().iter().map(said).collect()
    };
    for (from, to) in [
        ("title: Kenniscentrum Pharos", "title: Pharos"),
        ("title: Pharos", "title: Kenniscentrum Pharos"),
        ("title: Kenniscentrum", "slug: x\ntitle: Kenniscentrum"),
    ] {
        let before = seen(&site, &mut cache);
        assert_eq!(before, seen(&site, &mut LoadCache::default()));
        site = site.edit("content/organisations/pharos.nl.md", from, to);
    }
    assert_eq!(seen(&site, &mut cache), seen(&site, &mut LoadCache::default()));
}

#[test]
fn a_value_with_spaces_and_no_quotes_is_one_error() {
    let of = |mark: &str| -> Vec<String> {
        let text = format!("## Acties {{.actions}}\n\n- [ ] A {{#a1 {mark}}}\n");
        meeting("nl", "date: 2026-11-20", &text).check().items().iter().map(said).collect()
    };
    assert_eq!(
        of("owner=Jan de Vries due=2027-02-01"),
        [
            "outcome-invalid: the value of `owner` has spaces and no quotes: `Jan de Vries` (write `owner=\"Jan de Vries\"`; \
          here stands the id of an entry of the type `organisation`, never the name of a person)"
        ]
    );
    assert_eq!(
        of("due=1 februari 2027"),
        [
            "outcome-invalid: the value of `due` has spaces and no quotes: `1 februari 2027` (write `due=\"1 februari 2027\"`)"
        ]
    );
    assert_eq!(
        of("owner=\"Stichting Voorbeeld\""),
        ["value-spelling: `Stichting Voorbeeld` is read as `stichting-voorbeeld`"]
    );
}
