//! Slips of the hand in texts, by kind: each is told once, where it stands, and what it says to write mends it.

use samen::diagnostic::Diagnostic;

use crate::fixture::{Hub, hub};

const TYPES: &str = "//- data/types/meeting.yaml
folder: meetings
path: {nl: bijeenkomsten, en: meetings}
outcome_kinds:
  decision: {class: decisions, label: {nl: Besluit, en: Decision}, plural: {nl: Besluiten, en: Decisions}}
  action: {class: actions, box: true, label: {nl: Actie, en: Action}, plural: {nl: Acties, en: Actions}}
outcomes:
  owner: {kind: refs, to: [organisation], label: {nl: Eigenaar, en: Owner}}
  topic: {kind: term, taxonomy: topics}
//- data/types/organisation.yaml
folder: organisations
path: {nl: organisaties, en: organisations}
//- data/terms/topics.yaml
label: Onderwerpen
terms: {referral: Verwijzen}
//- content/organisations/pharos.nl.md
---
title: Kennis Pharos
---
## Contact
";

const FILE: &str = "content/meetings/m.nl.md";

fn site(text: &str) -> Hub {
    hub(&format!("{TYPES}//- {FILE}\n---\ntitle: M\n---\n{text}\n"))
}

fn told(text: &str) -> Vec<Diagnostic> {
    site(text).check().items().to_vec()
}

/// A text with the only change that a message carries.
fn mended(text: &str, told: &Diagnostic) -> Option<String> {
    let whole = format!("---\ntitle: M\n---\n{text}\n");
    let [fix] = &told.fixes[..] else { return None };
    let mut edits: Vec<_> = fix.edits.iter().filter(|edit| &*edit.span.file == FILE).collect();
    edits.sort_by_key(|edit| edit.span.range.start);
    let mut out = whole;
    for edit in edits.into_iter().rev() {
        out.replace_range(edit.span.range.range(), &edit.text);
    }
    Some(out.trim_start_matches("---\ntitle: M\n---\n").trim_end().to_owned())
}

/// Checks that each text is told once with the code, and that its change makes the other text of it, of which nothing is
/// told.
#[track_caller]
fn check(code: &str, texts: &[(&str, &str)]) {
    for (text, right) in texts {
        let found = told(text);
        let shown: Vec<String> = found.iter().map(|one| format!("{}: {}", one.code.as_str(), one.message)).collect();
        assert_eq!(found.len(), 1, "{text:?}: {shown:?}");
        assert_eq!(found[0].code.as_str(), code, "{text:?}: {shown:?}");
        if right.is_empty() {
            continue;
        }
        assert_eq!(mended(text, &found[0]).as_deref(), Some(*right), "{text:?}: {shown:?}");
        let again = told(right);
        assert!(again.is_empty(), "{right:?}: {again:?}");
    }
}

#[test]
fn a_mark_of_a_heading_that_is_written_otherwise_is_told_once_and_counts() {
    for heading in [
        "(.decisions)",
        "[.decisions]",
        "<.decisions>",
        "｛.decisions｝",
        "{decisions}",
        "{. decisions}",
        "{: .decisions}",
        "{.Decisions}",
        "{.DECISIONS}",
        "{.decisons}",
        "{“.decisions”}",
        "{class=decisions}",
        "{,decisions}",
        ".decisions",
        ".decisions}",
        "{.decisions",
        "{{.decisions}}",
    ] {
        let text = format!("## Besluiten {heading}\n\n- Eén. {{#d1}}");
        check("outcome-unread", &[(&text, "## Besluiten {.decisions}\n\n- Eén. {#d1}")]);
    }
    for (heading, right) in [
        ("## {.decisions} Besluiten", "##  Besluiten {.decisions}"),
        ("## Besluiten {.decisions} nu", "## Besluiten nu {.decisions}"),
        ("##Besluiten {.decisions}", "## Besluiten {.decisions}"),
        ("#Besluiten {.decisions}", "## Besluiten {.decisions}"),
        ("## Besluiten {.Besluit}", "## Besluiten {.decisions}"),
        ("## Besluiten {.Besluiten}", "## Besluiten {.decisions}"),
    ] {
        let text = format!("{heading}\n\n- Eén. {{#d1}}");
        check("outcome-unread", &[(&text, &format!("{right}\n\n- Eén. {{#d1}}"))]);
    }
}

#[test]
fn a_mark_without_a_kind_is_told_once_below_a_heading() {
    let found = told("## Besluiten\n\n- Eén. {#d1}\n- Twee. {#d2}\n- Drie. {#d3}");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(
        found[0].help.as_ref().map(ToString::to_string).as_deref(),
        Some("write `{.decisions}` behind the heading or bold line above")
    );
}

#[test]
fn an_id_in_other_brackets_is_told_with_the_right_ones() {
    for mark in
        ["(#d1)", "[#d1]", "<#d1>", "｛#d1｝", "{＃d1}", "{# d1}", "{d1}", "#d1", "#d1}", "(#d1}", "{#d1", "{#d1)"]
    {
        let text = format!("## B {{.decisions}}\n\n- Eén. {mark}");
        check("outcome-unread", &[(&text, "## B {.decisions}\n\n- Eén. {#d1}")]);
    }
}

#[test]
fn what_is_clear_in_a_mark_is_told_once_and_read() {
    for (mark, right) in [
        ("{#actie 1}", "{#actie-1}"),
        ("{#besluit één}", "{#besluit-één}"),
        ("{id=d1}", "{#d1}"),
        ("{#d1 owner: pharos}", "{#d1 owner=pharos}"),
        ("{#d1 owner:pharos}", "{#d1 owner=pharos}"),
        ("{#d1 owner = pharos}", "{#d1 owner=pharos}"),
        ("{#d1 owner= pharos}", "{#d1 owner=pharos}"),
        ("{#d1, owner=pharos}", "{#d1 owner=pharos}"),
        ("{#d1, owner: pharos; topic: referral}", "{#d1 owner=pharos topic=referral}"),
        ("{#d1 eigenaar=pharos}", "{#d1 owner=pharos}"),
    ] {
        let text = format!("## B {{.decisions}}\n\n- Eén. {mark}");
        check("outcome-invalid", &[(&text, &format!("## B {{.decisions}}\n\n- Eén. {right}"))]);
    }
    for accepted in ["{#d1 owner=“pharos”}", "{#d1 owner='pharos'}", "{#d1 owner=‘pharos’ topic=referral}"] {
        assert_eq!(told(&format!("## B {{.decisions}}\n\n- Eén. {accepted}")), [], "{accepted}");
    }
}

#[test]
fn a_sign_behind_the_braces_is_told() {
    check(
        "markup-shown",
        &[
            ("## B {.decisions}\n\n- Eén. {#d1}.", "## B {.decisions}\n\n- Eén. {#d1}"),
            ("## B {.decisions}\n\n- Eén! {#d1},", "## B {.decisions}\n\n- Eén! {#d1}"),
            ("Eén: {.decision #d1};", "Eén: {.decision #d1}"),
            ("> Eén. {.decision #d1}.", "> Eén. {.decision #d1}"),
        ],
    );
}

#[test]
fn lines_of_a_word_processor_are_told_where_outcomes_are_written() {
    for sign in
        ["•\t", "• ", "•", "·\t", "– ", "— ", "o\t", "▪ ", "→ ", "a. ", "a) ", "-", "*", "\u{2011} ", "-\u{a0}", "− "]
    {
        let text = format!("## A {{.actions}}\n\n{sign}Bellen. {{#a1}}");
        check("outcome-unread", &[(&text, "## A {.actions}\n\n- Bellen. {#a1}")]);
    }
    check(
        "outcome-unread",
        &[
            ("## A {.actions}\n\n-[ ] Bellen. {#a1}", "## A {.actions}\n\n- [ ] Bellen. {#a1}"),
            (
                "## A {.actions}\n\n•\tBellen. {#a1}\n•\tMailen. {#a2}",
                "## A {.actions}\n\n- Bellen. {#a1}\n- Mailen. {#a2}",
            ),
            ("## A {.actions}\n\n(1) Bellen. {#a1}", "## A {.actions}\n\n1. Bellen. {#a1}"),
            ("## A {.actions}\n\n1.Bellen. {#a1}", "## A {.actions}\n\n1. Bellen. {#a1}"),
            ("## A {.actions}\n\n    - [ ] Bellen. {#a1}", ""),
        ],
    );
}

#[test]
fn lists_and_headings_that_are_none_are_told_in_every_text() {
    check(
        "markup-shown",
        &[
            ("• een\n• twee", "- een\n- twee"),
            ("-een\n-twee", "- een\n- twee"),
            ("– een\n– twee", "- een\n- twee"),
            ("1.een\n2.twee", "1. een\n2. twee"),
            ("- een\n\u{a0}\u{a0}- twee", "- een\n  - twee"),
            ("- een\n\u{2003}* twee", "- een\n  * twee"),
        ],
    );
    check("body-heading", &[("##Kop", "## Kop"), ("###Kop", ""), ("##\u{a0}Kop", "## Kop")]);
    for fine in ["– Dat zei hij.", "-5 graden", "#MeToo", "1.5 punt", "*nadruk* hier", "a. b", "C# en F#"] {
        assert_eq!(told(fine), [], "{fine}");
    }
}

#[test]
fn an_address_without_its_scheme_is_told_with_it() {
    for (address, right) in [
        ("docs.google.com/forms/d/1", "https://docs.google.com/forms/d/1"),
        ("www.hub.example", "https://www.hub.example"),
        ("hub.nl/over-ons", "https://hub.nl/over-ons"),
        ("info@hub.nl", "mailto:info@hub.nl"),
        ("030-1234567", "tel:0301234567"),
        ("http//hub.nl", "http://hub.nl"),
        ("“https://hub.nl”", "https://hub.nl"),
    ] {
        check("broken-link", &[(&format!("Zie [n]({address})."), &format!("Zie [n]({right})."))]);
    }
    check("link-unsafe", &[("Zie [n](htps://hub.nl).", "Zie [n](https://hub.nl).")]);
}

#[test]
fn places_that_readers_cannot_open_are_told() {
    for address in [
        "https://docs.google.com/document/d/1/edit",
        "https://a.sharepoint.com/x",
        "http://localhost:3000/",
        "http://intranet/x",
    ] {
        check("link-private", &[(&format!("Zie [n]({address})."), "")]);
    }
    for address in ["file:///C:/a.docx", "C:\\a.docx", "\\\\\\\\server\\a.docx"] {
        check("link-unsafe", &[(&format!("Zie [n]({address})."), "")]);
    }
}

#[test]
fn brackets_of_links_that_stand_wrong_are_told() {
    let right = "Zie [Pharos](@/organisations/pharos).";
    check(
        "broken-link",
        &[
            ("Zie [Pharos] (@/organisations/pharos).", right),
            ("Zie (Pharos)[@/organisations/pharos].", right),
            ("Zie [Pharos][@/organisations/pharos].", right),
            ("Zie {Pharos}(@/organisations/pharos).", right),
            ("Zie [Pharos](@/organisations/pharos.", right.trim_end_matches('.')),
            ("Zie [Pharos](<@/organisations/pharos).", right),
            ("Zie [Pharos](https://hub.nl/een pagina).", "Zie [Pharos](https://hub.nl/een%20pagina)."),
            ("Zie [Pharos](mailto: a@hub.nl).", "Zie [Pharos](mailto:a@hub.nl)."),
            ("Zie @/organisations/pharos.", ""),
            ("Zie [](@/organisations/pharos).", ""),
        ]
        .map(|(text, mended)| {
            (text, if text.ends_with("pharos.") && text.contains('[') && !text.contains(')') { "" } else { mended })
        }),
    );
    for fine in ["Noot [1] (zie daar).", "f(x)[1]", "[a] (b)", "a@b", "{x}(y)"] {
        assert_eq!(told(fine), [], "{fine}");
    }
}

#[test]
fn a_link_that_names_a_page_otherwise_is_told_with_its_name() {
    let right = "Zie [n](@/organisations/pharos).";
    for written in [
        "@organisations/pharos",
        "organisations/pharos",
        "pharos",
        "@/organisations/Pharos",
        "@/organisaties/pharos",
        "../organisations/pharos.de.md",
        "Kennis Pharos",
        "@/organisations/Kennis Pharos",
        "kennis-pharos",
    ] {
        check("broken-link", &[(&format!("Zie [n]({written})."), right)]);
    }
    check(
        "broken-anchor",
        &[
            ("Zie [n](@/organisations/pharos#Contact).", "Zie [n](@/organisations/pharos#contact)."),
            ("Zie [n](#Uitleg).\n\n## Uitleg", "Zie [n](#uitleg).\n\n## Uitleg"),
            ("Zie [n](#uitlg).\n\n## Uitleg", ""),
        ],
    );
    check(
        "link-hard-coded",
        &[
            ("Zie [n](/nl/organisaties/pharos/).", right),
            ("Zie [n](https://hub.example/nl/organisaties/pharos/).", right),
            ("Zie [n](http://www.hub.example/nl/organisaties/pharos/).", right),
        ],
    );
}

#[test]
fn bare_addresses_are_told() {
    check(
        "markup-shown",
        &[
            ("Zie https://a.example/b.", "Zie <https://a.example/b>."),
            ("Zie www.a.example, nu.", "Zie <https://www.a.example>, nu."),
            ("Zie <www.a.example>.", "Zie <https://www.a.example>."),
            ("(https://a.example/b_(c))", "(<https://a.example/b_(c)>)"),
            ("- https://a.example/?x=1&y=2", "- <https://a.example/?x=1&y=2>"),
        ],
    );
    for fine in ["`https://a.example`", "<https://a.example>", "[https://a.example](https://a.example)", "http://"] {
        assert_eq!(told(fine), [], "{fine}");
    }
}

#[test]
fn what_was_pasted_with_its_layout_is_told_once() {
    check(
        "raw-html",
        &[
            ("<p class=\"MsoNormal\"><span style='x'>We spraken.<o:p></o:p></span></p>", "We spraken."),
            (
                "<p dir=\"ltr\" style=\"x\"><span>Een.</span></p>\n<p style=\"x\"><span>Twee.</span></p>",
                "Een.\n\nTwee.",
            ),
            ("<div class=\"elementToProof\">Een</div>\n\n<div class=\"elementToProof\">Twee</div>", ""),
            ("Een <span style=\"x\">rood</span> en <b>vet</b> en <font>zo</font>.", ""),
            ("<ul>\n<li>een</li>\n<li>twee</li>\n</ul>", ""),
            ("<b id=\"docs-internal-guid-1\"><span>x</span></b>", ""),
        ],
    );
}

#[test]
fn a_picture_that_is_not_there_is_told_with_those_that_are() {
    for (written, right) in [
        ("groep.PNG", "groep.svg"),
        ("Groep.svg", "groep.svg"),
        ("foto/groep.svg", "groep.svg"),
        ("groep", "groep.svg"),
    ] {
        let text = format!("---\ntitle: M\n---\n![De groep]({written})\n");
        let site = hub(&format!(
            "{TYPES}//- content/meetings/m/index.nl.md\n{text}//- content/meetings/m/groep.svg\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"></svg>\n"
        ));
        let found = site.check();
        let [one] = found.items() else { panic!("{written}: {:?}", found.items()) };
        assert_eq!(one.help.as_ref().map(ToString::to_string), Some(format!("write `{right}`")), "{written}");
    }
    let found = told("![De groep](foto/groep.png)");
    let help = found[0].help.as_ref().map(ToString::to_string).unwrap_or_default();
    assert!(found.len() == 1 && help.starts_with("pictures lie in the folder of their page"), "{found:?}");
}
