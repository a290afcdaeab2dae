//! Types and terms that a theme brings along: what a site names in `types:`, changes with `extends` and takes away with
//! `drop`.

use std::path::Path;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use samen::declaration::Declaration;
use samen::diagnostic::Diagnostics;
use samen::pipeline::{self, LoadCache, Loaded};
use samen::yaml::Node;

use crate::disk::Disk;
use crate::fixture::{Hub, bare, check_diagnostics, hub, human};

/// A theme with three base types, terms, and words in two languages.
const BASES: &str = "//- themes/mini/types/meeting.yaml
folder: meetings
order: [-date, title]
date: date
facets: [mode, topics, kind]
calendar: {start: start, place: city, status: state}
schema_org: {type: Event}
fields:
  date: {kind: date, property: startDate}
  start: {kind: datetime}
  end: {kind: datetime, not_before: start}
  city: {kind: place}
  state: {kind: choice, choices: {held: {}, cancelled: {}}}
  mode:
    kind: choice
    property: {eventAttendanceMode: {live: OfflineEventAttendanceMode, online: OnlineEventAttendanceMode}}
    choices: {live: {}, online: {}}
  kind: {kind: term, taxonomy: kinds}
  topics: {kind: list, of: {kind: term, taxonomy: topics}}
  organisers: {kind: refs, to: [organisation, project], inverse: organises}
  projects: {kind: refs, to: [project], inverse: meetings}
outcome_kinds:
  decision: {class: decisions}
  question: {class: questions}
outcomes:
  owner: {kind: party, parties: [organisation, role], to: [organisation], roles: roles, role: owner}
  due: {kind: date, role: due}
  topic: {kind: term, taxonomy: topics, inherit: topics}
registers:
  decisions: {}
  questions: {}
//- themes/mini/types/organisation.yaml
folder: organisations
fields:
  founded: {kind: integer}
//- themes/mini/types/project.yaml
folder: projects
//- themes/mini/terms/kinds.yaml
terms: {open: {}, internal: {}}
//- themes/mini/terms/roles.yaml
terms: {chair: {}}
//- themes/mini/languages/nl.yaml
state: reviewed
pages: {search: zoeken, translations: vertalingen}
types:
  meeting:
    path: bijeenkomsten
    label: Bijeenkomst
    plural: Bijeenkomsten
    fields:
      date: {label: Datum}
      mode: {label: Vorm, choices: {live: Op locatie, online: Online}}
    outcome_kinds:
      decision: {label: Besluit, words: [Besluit]}
      question: {label: Vraag}
    registers:
      decisions: {path: besluiten, label: Besluiten}
      questions: {path: vragen, label: Vragen, overdue: Te laat}
  organisation: {path: organisaties, label: Organisatie, plural: Organisaties}
terms:
  kinds: {label: Soorten, path: soorten, terms: {open: {label: Openbaar, slug: openbaar}, internal: {label: Intern}}}
  roles: {label: Rollen, terms: {chair: {label: Voorzitter, synonyms: [Vz]}}}
  topics: {label: Onderwerpen, path: onderwerpen}
//- themes/mini/languages/en.yaml
pages: {search: search, translations: translations}
types:
  meeting:
    path: meetings
    label: Meeting
    plural: Meetings
    fields:
      date: {label: Date}
      mode: {label: Form, choices: {live: In person, online: Online}}
    outcome_kinds:
      decision: {label: Decision}
      question: {label: Question}
    registers:
      decisions: {path: decisions, label: Decisions}
      questions: {path: questions, label: Questions, overdue: Late}
  organisation: {path: organisations, label: Organisation, plural: Organisations}
  project: {path: projects, label: Project, plural: Projects}
terms:
  kinds: {label: Kinds, path: kinds, terms: {open: {label: Open, slug: open}, internal: {label: Internal}}}
  roles: {label: Roles, terms: {chair: {label: Chair}}}
  topics: {label: Topics, path: topics}
";

/// A site that uses base types, with more files.
fn site(types: &str, more: &str) -> Hub {
    let site = hub(&format!("{BASES}{more}"));
    site.edit("samen.yaml", "theme: mini", &format!("theme: mini\ntypes: [{types}]"))
}

/// What the check says, as people see it.
fn said(site: &Hub) -> String {
    human(&site.sources(), &site.check())
}

#[track_caller]
fn says(site: &Hub, parts: &[&str]) {
    let said = said(site);
    for part in parts {
        assert!(said.contains(part), "`{part}` is not in:\n{said}");
    }
}

const MEETING: &str = "//- content/meetings/a.nl.md
---
title: A
date: 2026-01-02
mode: live
kind: open
---
## Besluiten {.decisions}

1. Goed. {#d1 owner=chair}
";

#[test]
fn a_theme_that_is_not_there_is_told_once_and_not_for_each_text() {
    check_diagnostics(
        "//- samen.yaml
name: Proef
base_url: https://hub.example/
languages: [nl]
theme: hubb
       ^^^^ //~ error[theme-missing]: there is no theme `hubb`
types: [page]
//- content/pages/a.nl.md
---
title: A
---
",
    );
}

#[test]
fn a_site_without_types_is_told_how_to_name_some() {
    let site = bare(
        "//- samen.yaml
name: Proef
base_url: https://hub.example/
languages: [nl]
//- content/verhalen/a.nl.md
---
title: A
---
",
    );
    let found = site.check();
    let told = found.items().iter().find(|told| told.code == "type-unknown");
    let help = told.and_then(|told| told.help.as_ref().map(ToString::to_string)).unwrap_or_default();
    assert!(help.contains("`types: [page]`"), "{help}");
}

#[test]
fn a_site_uses_base_types_with_their_words() {
    let site = site("meeting", MEETING);
    site.check_marks();
    let names = site.names();
    for name in ["nl/bijeenkomsten/a/index.html", "en/meetings/a/index.html", "nl/besluiten/index.html"] {
        assert!(names.iter().any(|known| known == name), "{name}: {names:#?}");
    }
}

#[test]
fn without_naming_them_a_site_has_no_base_types() {
    let site = hub(&format!("{BASES}{MEETING}"));
    says(&site, &["type-unknown", "add `meeting` to the list `types:` in `samen.yaml`"]);
}

#[test]
fn a_site_changes_a_base_type_in_a_few_lines() {
    let change = "//- data/types/meeting.yaml
extends: meeting
drop: [questions, outcomes.topic, mode.online, start, registers.questions]
label: {nl: Overleg}
fields:
  date: {label: {en: Day}, required: true}
  room: {kind: text, label: {nl: Zaal}}
";
    let change = change.replace("[questions, ", "[outcome_kinds.question, ");
    site("", &format!("{change}{MEETING}")).check_marks();
    let undated = MEETING.replace("date: 2026-01-02\n", "room: Zaal 1\n");
    says(&site("", &format!("{change}{undated}")), &["`date` is missing; the type `meeting` needs it"]);
    let used = MEETING.replace("mode: live", "mode: online\nstart: 2026-01-02T10:00");
    says(
        &site("", &format!("{change}{used}")),
        &["`online` is not a value of `mode`", "the type `meeting` has no field `start` here: this site dropped it"],
    );
}

#[test]
fn a_new_type_is_made_from_a_base() {
    let board = "//- data/types/board.yaml
extends: meeting
folder: board
path: {nl: bestuur, en: board}
label: {nl: Bestuursvergadering, en: Board meeting}
plural: {nl: Bestuursvergaderingen, en: Board meetings}
//- content/board/b.nl.md
---
title: B
date: 2026-01-02
---
";
    let site = site("meeting", &format!("{board}{MEETING}"));
    site.check_marks();
    assert!(site.names().iter().any(|name| name == "nl/bestuur/b/index.html"));
    check_diagnostics(&format!(
        "{BASES}//- data/types/board.yaml
extends: meeting
         ^^^^^^^ //~ error[schema-invalid]: a new type made from `meeting` lacks `label`, `plural`
folder: board
"
    ));
}

#[test]
fn what_a_site_cannot_have_is_not_there() {
    let site = site("meeting", MEETING);
    site.check_marks();
    let used = MEETING.replace("kind: open", "kind: open\ntopics: [a]\nprojects: [p]\ncity: delft");
    says(
        &self::site("meeting", &used),
        &[
            "has no field `topics` here: it names terms of `topics`, which this site does not have",
            "list the terms in `data/terms/topics.yaml`",
            "has no field `projects` here: it names entries of the type `project`",
            "add `project` to the list `types:` in `samen.yaml`",
            "list the places in `data/places.yaml`",
        ],
    );
    let used_by_outcome = MEETING.replace("owner=chair", "topic=a");
    says(
        &self::site("meeting", &used_by_outcome),
        &["an outcome has no attribute `topic` here: it names terms of `topics`, which this site does not have"],
    );
    let topics = "//- data/terms/topics.yaml\nextends: topics\nterms: {a: {label: A}}\n//- data/places.yaml\n\
                  extends: places\nlabel: Steden\nterms: {delft: {label: Delft}}\n";
    let places = "terms:\n  places: {label: Steden, path: steden}\n";
    let whole = self::site("meeting, project", &format!("{topics}{}", used.replace("projects: [p]\n", ""))).edit(
        "themes/mini/languages/nl.yaml",
        "terms:\n",
        places,
    );
    whole.check_marks();
    assert!(whole.names().iter().any(|name| name == "nl/onderwerpen/a/index.html"));
}

#[test]
fn a_change_of_a_field_that_is_not_there_is_told() {
    check_diagnostics(&format!(
        "{BASES}//- data/types/meeting.yaml
extends: meeting
fields:
  topics: {{required: true}}
  ^^^^^^ //~ error[schema-invalid]: the field `topics` is not there: it names terms of `topics`
"
    ));
    // One that the site makes to hold something else is its own.
    let own = "//- data/types/meeting.yaml\nextends: meeting\nfields: {topics: {of: {taxonomy: kinds}}, projects: {kind: text}}\n";
    site("", &format!("{own}{MEETING}")).check_marks();
}

#[test]
fn names_that_are_none_are_told_with_those_that_are() {
    says(
        &site("meting, meeting, meeting", ""),
        &[
            "the theme `mini` has no base type `meting`",
            "did you mean `meeting`?",
            "the type `meeting` is listed twice",
        ],
    );
    check_diagnostics(&format!(
        "{BASES}//- data/types/a.yaml
extends: b
         ^ //~ error[schema-invalid]: the theme `mini` has no base type `b`
//- data/types/b.yaml
extends: meeting
drop: [attendence, outcomes.owner, label]
       ^^^^^^^^^^ //~ error[schema-invalid]: there is no `attendence` in the base
                                   ^^^^^ //~ error[schema-invalid]: there is no `label` in the base
folder: b
path: b
label: B
plural: B
//- data/types/c.yaml
folder: c
drop: [x]
^^^^ //~ error[schema-invalid]: `drop` takes parts of a base away
//- data/types/d.yaml
extends: [meeting]
^^^^^^^ //~ error[schema-invalid]: `extends` is the name of a base, found a list
"
    ));
}

#[test]
fn a_type_that_stands_alone_and_is_listed_is_told() {
    let own = "//- data/types/meeting.yaml\nfolder: meetings\nlabel: Own\n";
    let site = site("meeting", own);
    says(&site, &["`meeting` is declared on its own", "write `extends: meeting`"]);
    // A list may also order the types of the site itself.
    self::site("zebra, page", "//- data/types/zebra.yaml\nfolder: zebras\nlabel: Z\n").check_marks();
}

#[test]
fn mistakes_point_into_the_file_of_the_site() {
    check_diagnostics(&format!(
        "{BASES}//- data/types/meeting.yaml
extends: meeting
facets: [mood]
         ^^^^ //~ error[schema-invalid]: `mood` is no field that entries can be parted by
calendar: {{place: mode}}
                  ^^^^ //~ error[schema-invalid]: the field `mode` is not a `place`
fields:
  mode: {{choices: {{mixed: {{nl: Gemengd}}}}, propertie: x}}
                                          ^^^^^^^^^ //~ error[unknown-key]: there is no setting `propertie` here
"
    ));
    // What is wrong in a part of the theme is so by what the site says.
    let more = "//- data/types/meeting.yaml\nextends: meeting\nfields: {state: {choices: {moved: {nl: Verplaatst}}}}\n";
    says(
        &site("", more),
        &[
            "nothing says what became of an event that is `moved`",
            "data/types/meeting.yaml:1:10",
            "the theme says this",
        ],
    );
}

#[test]
fn words_that_are_about_nothing_are_told_in_the_file_of_the_language() {
    let (theme, _) = BASES.split_once("//- themes/mini/languages/en.yaml").unwrap();
    check_diagnostics(&format!(
        "{theme}{}",
        "//- data/types/meeting.yaml
extends: meeting
//- themes/mini/languages/en.yaml
paths: {}
^^^^^ //~ error[unknown-key]: there is no setting `paths` here
types:
  meting: {label: Meeting}
  ^^^^^^ //~ error[schema-invalid]: the theme has no base type `meting`
  meeting:
    label: true
           ^^^^ //~ error[schema-invalid]: expected words
    folder: meetings
            ^^^^^^^^ //~ error[schema-invalid]: `folder` has a value of its own
    fields:
      dat: {label: Date}
      ^^^ //~ error[schema-invalid]: these words are about `dat`
      date: {labl: Date}
             ^^^^ //~ error[unknown-key]: there is no setting `labl` here
"
    ));
}

#[test]
fn terms_of_the_theme_come_where_a_type_uses_them() {
    let used = site("meeting", MEETING);
    assert!(used.names().iter().any(|name| name == "nl/soorten/openbaar/index.html"));
    let unused = site("organisation", "");
    assert!(!unused.names().iter().any(|name| name.starts_with("nl/soorten/")));
    let changed = "//- data/terms/kinds.yaml\nextends: kinds\ndrop: [internal]\nlabel: {nl: Vormen}\nterms:\n  \
                   secret: {label: {nl: Geheim}}\n";
    says(&site("meeting", &format!("{changed}{}", MEETING.replace("kind: open", "kind: internal"))), &["internal"]);
    site("meeting", &format!("{changed}{}", MEETING.replace("kind: open", "kind: secret"))).check_marks();
    says(
        &site("meeting", "//- data/terms/kinds.yaml\nextends: kins\n"),
        &["the theme `mini` has no terms `kins`", "did you mean `kinds`?"],
    );
}

#[test]
fn a_special_page_takes_its_address_from_the_theme() {
    let page = |line: &str| hub(BASES).edit("samen.yaml", "theme: mini", &format!("theme: mini\n{line}"));
    let site = page("translations_page: true");
    assert!(site.names().iter().any(|name| name == "nl/vertalingen/index.html"), "{:#?}", site.names());
    assert!(!page("translations_page: false").names().iter().any(|name| name.contains("vertalingen")));
    says(&page("news_page: true"), &["the theme has no address for the page on what is new", "news_page: …"]);
}

#[test]
fn a_site_without_base_types_reads_none() {
    let site = bare(BASES);
    assert!(site.files.contains_key("themes/mini/types/meeting.yaml"));
    check_diagnostics(BASES);
}

#[test]
fn a_schema_for_editors_has_what_the_type_has() {
    let disk = Disk::of(&site("meeting", MEETING));
    let run = disk.run(&["schema", "meeting"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert!(run.stdout.contains("\"Vorm\"") && run.stdout.contains("\"Op locatie\""), "{}", run.stdout);
    assert!(!run.stdout.contains("\"topics\""), "{}", run.stdout);
}

#[test]
fn what_was_loaded_follows_a_change_of_the_theme_and_of_what_there_is() {
    let site = site("meeting", &MEETING.replace("kind: open", "kind: open\ntopics: [a]"));
    let edits: [fn(Hub) -> Hub; 4] = [
        |hub| {
            hub.edit("themes/mini/types/meeting.yaml", "  city: {kind: place}", "  venue: {kind: text, required: true}")
        },
        |hub| hub.edit("themes/mini/languages/nl.yaml", "path: bijeenkomsten", "path: vergaderingen"),
        |hub| hub.edit("themes/mini/terms/kinds.yaml", "open: {}, ", ""),
        |hub| hub.with("data/terms/topics.yaml", "extends: topics\nterms: {a: {}}\n"),
    ];
    for edit in edits {
        let after = edit(site.clone());
        let mut cache = LoadCache::default();
        let _ = pipeline::load_again(&site.sources(), &site.request, &mut cache);
        let again = pipeline::load_again(&after.sources(), &after.request, &mut cache).finish(Diagnostics::default());
        let fresh = pipeline::load(&after.sources(), &after.request).finish(Diagnostics::default());
        assert_eq!(again.1.items(), fresh.1.items());
        let routes = |loaded: Option<Loaded>| -> Vec<String> {
            loaded.iter().flat_map(|one| one.rendering.plan.jobs.keys().map(|route| route.output())).collect()
        };
        assert_eq!(routes(again.0), routes(fresh.0));
    }
}

/// The base types of the theme that the program carries, each with the names of its parts.
fn carried_types() -> Vec<(String, Vec<String>)> {
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/hub/types");
    let mut files: Vec<_> = std::fs::read_dir(files).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let parts = |file: &Path| {
        let mut said = Diagnostics::default();
        let path = Arc::from(format!("data/types/{}", file.file_name().unwrap().to_str().unwrap()));
        let declared = Declaration::read(&path, &std::fs::read_to_string(file).unwrap(), &mut said).unwrap();
        let mut names = Vec::new();
        for container in ["fields", "outcomes", "outcome_kinds", "registers"] {
            for (key, part) in declared.node.get(container).and_then(Node::map).unwrap_or_default() {
                names.push(format!("{container}.{}", key.name));
                let choices = part.get("choices").and_then(Node::map).unwrap_or_default();
                names.extend(
                    choices.iter().map(|(choice, _)| format!("{container}.{}.choices.{}", key.name, choice.name)),
                );
            }
        }
        (declared.name.to_string(), names)
    };
    files.iter().map(|file| parts(file)).collect()
}

/// What reading the types of a site says that has the theme of the program.
fn types_say(types: &[String], languages: &str, more: &[(String, String)]) -> String {
    let settings = format!(
        "name: N\nbase_url: https://hub.example/\nlanguages: [{languages}]\ntheme: hub\ntypes: [{}]\n",
        types.join(", ")
    );
    let mut hub = bare("").with("samen.yaml", settings);
    for (path, text) in more {
        hub = hub.with(path, text.clone());
    }
    let sources = hub.sources();
    let mut said = Diagnostics::default();
    let _ = pipeline::load_types(&sources, &hub.request, &mut said);
    human(&sources, &said)
}

#[test]
fn every_language_of_the_theme_is_about_what_the_theme_has() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/hub/languages");
    let mut tags: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    tags.sort();
    let types: Vec<String> = carried_types().into_iter().map(|(name, _)| name).collect();
    let terms = ["organisation-kinds", "topics", "audiences"];
    let mut more: Vec<_> = terms.map(|name| (format!("data/terms/{name}.yaml"), format!("extends: {name}\n"))).to_vec();
    more.push(("data/places.yaml".to_owned(), "extends: places\n".to_owned()));
    assert_eq!(types_say(&types, &tags.join(", "), &more), "");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    /// Whatever a site leaves out, the theme says nothing of it any more.
    #[test]
    fn any_part_of_a_base_type_can_be_left_out(
        chosen in vec(any::<bool>(), 9),
        known in vec(any::<bool>(), 3),
        drops in vec((0_usize..9, any::<prop::sample::Index>()), 0..12),
    ) {
        let carried = carried_types();
        let types = carried.iter().zip(&chosen).filter(|(_, chosen)| **chosen).map(|((name, _), _)| name.clone());
        let types: Vec<String> = types.collect();
        let files = ["data/terms/topics.yaml", "data/terms/audiences.yaml", "data/places.yaml"];
        let known = files.iter().zip(&known).filter(|(_, known)| **known);
        let mut more: Vec<(String, String)> =
            known.map(|(path, _)| ((*path).to_owned(), "label: L\nterms: {}\n".to_owned())).collect();
        for (at, (name, parts)) in carried.iter().enumerate() {
            let mut dropped: Vec<&str> =
                drops.iter().filter(|(of, _)| *of == at).map(|(_, part)| part.get(parts).as_str()).collect();
            dropped.sort_unstable();
            dropped.dedup();
            // What lies in a part that is dropped is gone with it.
            let inner = |name: &&str| dropped.iter().any(|other| name.starts_with(&format!("{other}.")));
            let dropped: Vec<&str> = dropped.iter().filter(|name| !inner(name)).copied().collect();
            if !dropped.is_empty() {
                let text = format!("extends: {name}\ndrop: [{}]\n", dropped.join(", "));
                more.push((format!("data/types/{name}.yaml"), text));
            }
        }
        prop_assert_eq!(types_say(&types, "en, nl", &more), "");
    }
}
