//! Owners of outcomes: organisations, roles and plain text, and names of persons that a type refuses.

use crate::fixture::{Hub, check_diagnostics, hub};

const TYPES: &str = r"
//- data/terms/chairs.yaml
label: Roles
terms:
  chair: {label: {nl: Voorzitter, en: Chair}}
  all: {label: {nl: Alle deelnemers, en: All participants}}
//- data/types/organisation.yaml
folder: organisations
path: organisations
label: Organisation
plural: Organisations
fields:
  short: {kind: text}
  other: {kind: list, of: {kind: text}}
//- data/types/meeting.yaml
folder: meetings
path: meetings
label: Meeting
plural: Meetings
date: date
data: true
fields:
  date: {kind: date}
  hosts: {kind: party, to: [organisation], names: [short], inverse: hosted, label: Hosts, inverse_label: Hosted}
outcomes:
  owner: {kind: party, role: owner, parties: [organisation, role], to: [organisation], names: [short, other], roles: chairs, label: Owner}
registers:
  actions: {path: actions, label: Actions}
//- content/organisations/pharos.nl.md
---
title: Pharos
other: [Kenniscentrum, Café Été]
---
//- content/organisations/coa.nl.md
---
title: Centraal Orgaan opvang asielzoekers
short: COA
---
//- content/organisations/coa.en.md
---
title: Agency for reception
translation: {source: nl}
---
//- content/organisations/zorg.nl.md
---
title: Zorg & Welzijn, Utrecht
---
";

fn notes(actions: &str) -> String {
    format!(
        "{TYPES}//- content/meetings/m.nl.md\n---\ntitle: M\ndate: 2026-01-10\n---\n## A {{.actions}}\n\n{actions}\n"
    )
}

fn meeting(owner: &str) -> Hub {
    hub(&notes(&format!("- [ ] A {{#a1 owner=\"{owner}\"}}")))
}

/// What the data say of the owner: ids of organisations and roles, and texts.
fn owners(hub: &Hub) -> Vec<String> {
    let data: serde_json::Value = serde_json::from_str(&hub.output("nl/actions/actions.json")).expect("JSON");
    let owners = data["items"][0]["owner"].as_array().cloned().unwrap_or_default();
    let named = |owner: &serde_json::Value| owner["id"].as_str().or(owner.as_str()).unwrap_or("?").to_owned();
    owners.iter().map(named).collect()
}

#[test]
fn an_owner_is_named_by_id_title_short_name_or_label_in_any_language() {
    for (owner, expected) in [
        ("pharos,coa", &["organisations/pharos", "organisations/coa"][..]),
        ("PHAROS", &["organisations/pharos"]),
        ("organisations/coa", &["organisations/coa"]),
        ("Agency for Reception", &["organisations/coa"]),
        ("cafe ete", &["organisations/pharos"]),
        ("Pharos en COA", &["organisations/pharos", "organisations/coa"]),
        ("Pharos/COA; voorzitter", &["organisations/pharos", "organisations/coa", "chair"]),
        ("Zorg & Welzijn, Utrecht & COA", &["organisations/zorg", "organisations/coa"]),
        ("role:chair", &["chair"]),
        ("Alle Deelnemers", &["all"]),
        ("all participants", &["all"]),
        ("COA, coa, Agency for reception", &["organisations/coa"]),
    ] {
        let hub = meeting(owner);
        assert_eq!(hub.codes(), [""; 0], "{owner}");
        assert_eq!(owners(&hub), expected, "{owner}");
    }
}

#[test]
fn what_is_nobody_is_told_with_what_to_write() {
    check_diagnostics(&notes(
        "- [ ] A {#a1 owner=pharo}
                   ^^^^^ //~ error[reference-unknown]: `owner` names `pharo`, which is not an entry of the type `organisation` or a role
- [ ] B {#a2 owner=\"J. de Vries\"}
                   ^^^^^^^^^^^^^ //~ error[person-named]: `owner` names `J. de Vries`, which is not an entry of the type `organisation` or a role; it may be the name of a person, and notes stay for years, in which a name can put somebody at risk
- [ ] C {#a3 owner=@jan}
                   ^^^^ //~ error[person-named]: `owner` names `@jan`, which is not an entry of the type `organisation` or a role; it may be the name of a person, and notes stay for years, in which a name can put somebody at risk
- [ ] D {#a4 owner=role:boss}
                   ^^^^^^^^^ //~ error[reference-unknown]: `owner` names `role:boss`, which is not an entry of the type `organisation` or a role",
    ));
}

#[test]
fn a_name_of_two_is_told_with_both() {
    let twin = "//- content/organisations/coa2.nl.md\n---\ntitle: Ander\nshort: COA\n---\n";
    let fixture = format!("{}{twin}", notes("- [ ] A {#a1 owner=\"COA en Pharos\"}"));
    let told = hub(&fixture).check();
    let told: Vec<String> = told.items().iter().map(|found| found.message.to_string()).collect();
    assert_eq!(told, ["`COA` is the name of several: `coa`, `coa2`"]);
    assert_eq!(hub(&fixture.replace("\"COA en", "\"coa en")).codes(), [""; 0], "an id goes before names");
}

#[test]
fn a_type_says_whether_texts_and_initials_may_stand() {
    let with = |rules: &str, owner: &str| {
        hub(&notes(&format!("- [ ] A {{#a1 owner=\"{owner}\"}}")).replace("parties: [organisation, role]", rules))
    };
    let text = "parties: [organisation, role, text]";
    for (rules, owner, codes) in [
        (text, "werkgroep intake", &[][..]),
        (text, "Jan", &["person-named"]),
        ("parties: [organisation, text], persons: initials", "JdV", &[]),
        ("parties: [organisation, text], persons: initials", "J. de Vries", &["reference-unknown"]),
        ("parties: [organisation], persons: initials", "XY, COA", &[]),
        ("persons: allow", "Jan de Vries", &[]),
    ] {
        assert_eq!(with(rules, owner).codes(), codes, "{rules}: {owner}");
    }
    assert_eq!(owners(&with(text, "werkgroep intake en COA")), ["werkgroep intake", "organisations/coa"]);
    let page = with("persons: allow", "<b>Jan</b>").output("nl/meetings/m/index.html");
    assert!(!page.contains("<b>Jan"), "{page}");
    let declared = |rules: &str| with(rules, "coa").codes();
    assert_eq!(declared("parties: [organisation, person]"), ["schema-invalid"]);
    assert_eq!(declared("persons: maybe"), ["schema-invalid"]);
    let without_roles = notes("- [ ] A {#a1 owner=coa}").replace("roles: chairs, ", "");
    assert_eq!(hub(&without_roles).codes(), ["schema-invalid"]);
}

#[test]
fn an_owner_that_is_not_published_shows_nowhere() {
    for text in ["parties: [organisation, role]", "parties: [organisation, role, text], persons: allow"] {
        for owner in ["coa,geheime-stichting", "coa,Geheime Stichting"] {
            let hidden =
                "//- content/organisations/geheime-stichting.nl.md\n---\ntitle: Geheime Stichting\ndraft: true\n---\n";
            let notes = notes(&format!("- [ ] A {{#a1 owner=\"{owner}\"}}"));
            let hub = hub(&format!("{}{hidden}", notes.replace("parties: [organisation, role]", text)));
            assert_eq!(hub.codes(), ["unpublished-target"], "{owner}");
            for (name, bytes) in hub.outputs() {
                let output = String::from_utf8_lossy(&bytes).to_lowercase();
                assert!(!output.contains("geheime"), "{name} tells of it");
            }
        }
    }
}

#[test]
fn owners_part_registers_and_relate_to_entries() {
    let hub = meeting("Pharos, voorzitter").edit(
        "content/meetings/m.nl.md",
        "date: 2026-01-10",
        "date: 2026-01-10\nhosts: Pharos en COA",
    );
    let names = hub.names();
    for part in ["pharos", "chair"] {
        assert!(names.contains(&format!("nl/actions/owner/{part}/index.html")), "{names:?}");
    }
    let page = hub.output("nl/organisations/pharos/index.html");
    assert!(page.contains("/nl/meetings/m/"), "{page}");
    let csv = hub.output("nl/actions/actions.csv");
    assert!(csv.contains("Pharos") && csv.contains("Voorzitter"), "{csv}");
}
