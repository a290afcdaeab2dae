//! Front matter as people type it: what can mean one thing only is read, everything else is told with its mend, and no
//! mistake hides another.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use samen::config::Config;
use samen::declaration::Declaration;
use samen::diagnostic::{Diagnostic, Diagnostics, Severity};
use samen::document::{self, Document, Rules, Sanitizer};
use samen::schema::Types;
use samen::yaml;

use crate::fixture::hub;
use crate::never_panics::cases;

const TYPE: &str = "
folder: pages
label: {nl: Pagina, en: Page}
fields:
  day: {kind: date, label: {nl: Datum, en: Day, de: Datum}}
  text: {kind: markdown}
  note: {kind: text}
  contact: {kind: group, fields: {name: {kind: text}, place: {kind: text}}}
  steps: {kind: list, of: {kind: text}}
  history: {kind: list, of: {kind: group, fields: {date: {kind: date}, note: {kind: text}}}}
";

/// What documents are read by.
struct TypedSite {
    config: Config,
    types: Types,
    sanitizer: Sanitizer,
}

static SITE: LazyLock<TypedSite> = LazyLock::new(|| {
    let mut said = Diagnostics::default();
    let settings = "name: P\nbase_url: https://hub.example\nlanguages: [nl, en, de]\ntheme: mini\n";
    let config = Config::parse(settings, &Arc::from("samen.yaml"), &[], false, &mut said).unwrap();
    let declared = Declaration::read(&Arc::from("data/types/page.yaml"), TYPE, &mut said).unwrap();
    let types = Types::parse(&[declared], &config.tags(), &mut said);
    assert!(said.items().is_empty(), "{said:?}");
    TypedSite { config, types, sanitizer: Sanitizer::new(&[]) }
});

/// A document of that type, and what is said of it.
fn parse(text: &str) -> (Option<Document>, Vec<Diagnostic>) {
    let rules = Rules { config: &SITE.config, types: &SITE.types, sanitizer: &SITE.sanitizer };
    document::parse(&Arc::from("content/pages/a.nl.md"), text, &rules)
}

/// The value of a field of front matter in which nothing is wrong.
#[track_caller]
fn value(front: &str, field: &str) -> String {
    let (document, said) = parse(&format!("---\n{front}\n---\nTekst\n"));
    assert!(said.is_empty(), "{front:?}: {said:?}");
    let document = document.unwrap();
    document.meta.source_field(field).map_or_else(String::new, |value| format!("{value:?}"))
}

#[track_caller]
fn text(front: &str, field: &str) -> String {
    let (document, said) = parse(&format!("---\n{front}\n---\nTekst\n"));
    assert!(said.is_empty(), "{front:?}: {said:?}");
    let document = document.unwrap();
    let value = document.meta.source_field(field).unwrap_or_else(|| panic!("{front:?} has no `{field}`"));
    value.as_text().map_or_else(|| format!("{value:?}"), ToString::to_string)
}

/// What is said of front matter, each with the text that it points at and what its fix makes of the whole.
fn told(front: &str) -> Vec<String> {
    let text = format!("---\n{front}\n---\nTekst\n");
    let (_, said) = parse(&text);
    said.iter().map(|found| told_of(found, &text)).collect()
}

fn told_of(found: &Diagnostic, text: &str) -> String {
    let at = found.at.as_ref().map_or("", |at| &text[at.range.range()]);
    format!("{}: {} @{at:?}", found.code, found.message)
}

/// The text with all fixes.
fn fixed(text: &str) -> String {
    let (_, said) = parse(text);
    let mut edits: Vec<_> = said.iter().filter(|d| d.fixes.len() == 1).flat_map(|d| &d.fixes[0].edits).collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.span.range.start));
    edits.iter().fold(text.to_owned(), |mut text, edit| {
        text.replace_range(edit.span.range.range(), &edit.text);
        text
    })
}

#[test]
fn the_rest_of_the_line_is_the_title() {
    for title in [
        "'s Avonds overleg",
        "'t Hof en 's Avonds",
        "’s Avonds: overleg",
        "Overleg: verwijzen",
        "Overleg: a: b",
        "Overleg:",
        "[concept] Overleg",
        "[concept] Overleg: deel [2]",
        "[concept Overleg",
        "{concept} Overleg",
        "{concept Overleg",
        "@home",
        "`code` en meer",
        "%20 is een spatie",
        "*ster* en meer",
        "**vet**",
        "& zonen",
        "&zonen",
        "!Let op",
        "!!! Let op",
        "- Overleg",
        "? Wat nu",
        "> dan de rest",
        "| streep",
        ">dan",
        ", komma",
        "] haak",
        "\"Overleg\" over verwijzen",
        "'Overleg' over verwijzen",
        "\"Een\" en \"twee\"",
        "Een \"twee\": drie",
        "Overleg#3",
        "a\u{a0}: b",
        "12:30: lunch",
        "https://a.example/: een adres",
    ] {
        assert_eq!(text(&format!("title: {title}"), "title"), title, "{title}");
        assert_eq!(text(&format!("title: {title}\nnote: b"), "title"), title, "before another field");
        assert_eq!(text(&format!("note: b\ntitle: {title}"), "title"), title, "behind another field");
        assert_eq!(text(&format!("title: A\nnote: {title}\nday: 2026-01-02"), "note"), title, "in another field");
    }
}

#[test]
fn quotes_of_every_kind_around_a_value_that_needs_them_are_quotes() {
    for quoted in [
        "“Een: twee”",
        "„Een: twee“",
        "„Een: twee”",
        "«Een: twee»",
        "« Een: twee »",
        "‘Een: twee’",
        "”Een: twee”",
        "\"Een: twee”",
        "“Een: twee\"",
        "\"Een: twee'",
        "'Een: twee\"",
        "＂Een: twee＂",
        "「Een: twee」",
    ] {
        assert_eq!(text(&format!("title: {quoted}\nnote: b"), "title"), "Een: twee", "{quoted}");
    }
    // Where YAML needs no quotes, those of print are a part of the text.
    assert_eq!(text("title: “Overleg”", "title"), "“Overleg”");
    assert_eq!(text("title: “Een” en “twee: drie”", "title"), "“Een” en “twee: drie”");
    // In a field that is no text they never are.
    assert_eq!(value("title: A\nday: “2026-01-02”", "day"), value("title: A\nday: 2026-01-02", "day"));
    assert_eq!(value("title: A\nrelated: [“b”, ‘c’]", "related"), value("title: A\nrelated: [b, c]", "related"));
}

#[test]
fn blanks_of_every_kind_are_blanks() {
    let plain = "title: A\nday: 2026-01-02\nrelated:\n  - b\n  - c\ncontact:\n  name: N\n  place: P";
    let expected = |field: &str| value(plain, field);
    for (from, to) in [
        ("day: ", "day:"),
        ("day: ", "day:\u{a0}"),
        ("day: ", "day: \u{a0}"),
        ("day: ", "day :"),
        ("day: ", "day\u{a0}: "),
        ("day: ", "\u{a0}day: "),
        ("day: ", "\u{200b}day: "),
        ("day: ", "\tday: "),
        ("day: ", "  day: "),
        ("day: ", "day:\t"),
        ("day: ", "day：\u{3000}"),
        ("title: ", "title:"),
        ("title: ", " title: "),
        ("title: ", "\u{feff}title: "),
        ("2026-01-02", "2026-01-02\u{a0}"),
        ("2026-01-02", "2026-01-02\t"),
        ("  - ", "\u{a0}\u{a0}- "),
        ("  - ", "\t- "),
        ("  - ", "  -\u{a0}"),
        ("  - ", "\u{a0}\u{a0}-\u{a0}"),
        ("  - ", "- "),
        ("  - ", "-"),
        ("  - ", "  -"),
        ("  - ", "  • "),
        ("  - ", "•\t"),
        ("  - ", "  – "),
        ("  name: N\n  place", "\u{a0}\u{a0}name: N\n\u{a0}\u{a0}place"),
        ("  name: N\n  place", "\tname: N\n\tplace"),
        ("  name: N\n  place", "\tname: N\n  place"),
        ("name: N\n  place: ", "name:N\n  place:"),
        ("name: ", "name:\u{a0}"),
        ("related:", "related:\u{a0}"),
        ("contact:", "contact :"),
    ] {
        let typed = plain.replace(from, to);
        assert_ne!(typed, plain);
        for field in ["title", "day", "related", "contact"] {
            assert_eq!(value(&typed, field), expected(field), "{field} of {typed:?}");
        }
    }
}

#[test]
fn a_text_of_several_lines_is_one_text() {
    assert_eq!(
        text("title: A\nnote: Besluiten: een\n  en twee: drie\nday: 2026-01-02", "note"),
        "Besluiten: een en twee: drie"
    );
    assert_eq!(text("title: A\nnote: 's Avonds\n  en 's nachts", "note"), "'s Avonds en 's nachts");
    assert_eq!(text("title: A\nnote: |\n  a: b\n  'c", "note"), "a: b\n'c");
    assert_eq!(text("title: 't\nnote: |\n  a: b\n  'c", "note"), "a: b\n'c");
}

#[test]
fn items_of_lists_and_parts_of_groups_are_read_as_they_are_typed() {
    let list = |items: &str| value(&format!("title: A\nsteps:\n{items}"), "steps");
    assert_eq!(list("  - Een: twee\n  - 's Avonds"), "List([Text(\"Een: twee\"), Text(\"'s Avonds\")])");
    assert_eq!(list("  - [x] gedaan\n  - \"a\" b"), "List([Text(\"[x] gedaan\"), Text(\"\\\"a\\\" b\")])");
    let group = |parts: &str| value(&format!("title: A\ncontact:\n{parts}"), "contact");
    assert_eq!(
        group("  name: 's Hof: bureau\n  place: 't Gooi"),
        "Group([(\"name\", Text(\"'s Hof: bureau\")), (\"place\", Text(\"'t Gooi\"))])"
    );
}

#[test]
fn lines_around_the_front_matter_are_taken_as_they_are_meant() {
    for (open, close) in [
        ("\n---", "---"),
        ("\n\n  \n---", "---"),
        ("\u{feff}---", "---"),
        ("\u{feff}\n\u{feff}---", "---"),
        ("  ---", "---"),
        ("---  ", "--- "),
        ("---\u{a0}", "---\u{a0}"),
        ("—-", "—-"),
        ("----", "----"),
        ("-----", "---"),
        ("———", "———"),
        ("–––", "–––"),
        ("—", "—"),
        ("--", "--"),
        ("- - -", "---"),
        ("−−−", "---"),
        ("---", "—-"),
    ] {
        let text = format!("{open}\ntitle: A\n{close}\nTekst\n\n---\n\nMeer\n");
        let (document, said) = parse(&text);
        assert!(said.is_empty(), "{text:?}: {said:?}");
        let body = format!("{:?}", document.unwrap().body.tree);
        assert!(body.contains("Tekst") && body.contains("Meer"), "{text:?}: {body}");
    }
}

#[test]
fn front_matter_that_is_missing_says_what_stands_there() {
    let help = |text: &str| {
        let (_, said) = parse(text);
        assert_eq!(said.len(), 1, "{text:?}: {said:?}");
        said[0].help.as_ref().unwrap().to_string()
    };
    assert_eq!(help("Tekst.\n"), "start the file with three lines: `---`, `title: …`, `---`");
    assert!(help("# Kop\n\n---\ntitle: A\n---\n").contains("the first `---` stands on line 3"));
    assert!(help("***\ntitle: A\n***\n").contains("the first line is `***`"));
    assert!(help("===\ntitle: A\n===\n").contains("the first line is `===`"));
    assert!(help("+++\ntitle = 'A'\n+++\n").contains("the first line is `+++`"));
    assert!(help("title: A\n---\nTekst\n").contains("the first line `---` is missing"));
    assert_eq!(fixed("title: A\n---\nTekst\n"), "---\ntitle: A\n---\nTekst\n");
    assert_eq!(fixed("---\ntitle: A\n\nTekst\n"), "---\ntitle: A\n---\n\nTekst\n");
    assert_eq!(fixed("---\ntitle: A"), "---\ntitle: A\n---\n");
}

#[test]
fn a_text_that_a_comment_would_cut_is_told() {
    assert_eq!(
        told("title: Overleg #3 over"),
        ["text-cut: ` #` starts a comment, so `#3 over` is not shown @\"#3 over\""]
    );
    assert_eq!(told("title: #3 over"), ["text-cut: ` #` starts a comment, so `#3 over` is not shown @\"#3 over\""]);
    assert_eq!(told("title: A\nsteps:\n  - een #2\n  - twee").len(), 1);
    assert_eq!(told("title: A\ncontact:\n  name: een #2").len(), 1);
    assert_eq!(
        told("title: A\nhistory:\n  - {date: 2026-01-01, note: een}\n  - date: 2026-01-02\n    note: een #2").len(),
        1
    );
    assert_eq!(fixed("---\ntitle: Overleg #3 over\n---\n"), "---\ntitle: \"Overleg #3 over\"\n---\n");
    assert_eq!(fixed("---\ntitle: #3 over\n---\n"), "---\ntitle: \"#3 over\"\n---\n");
    // A comment is one, behind a blank; a number behind it may have been meant for readers.
    let silent = "title: A # de titel\nday: 2026-01-02 #dag\nnote: \"een\" # noot\n# einde";
    assert_eq!(told(silent), <[String; 0]>::default());
    let (_, said) = parse("---\ntitle: Overleg # 3\n---\n");
    assert!(matches!(&*said, [one] if one.severity == Severity::Warning), "{said:?}");
    // What is mended keeps it.
    assert_eq!(text("title: Een: #2", "title"), "Een: #2");
}

#[test]
fn what_is_wrong_in_one_field_hides_nothing_of_the_others() {
    assert_eq!(
        told("title: \"Een\ndatum: 20-11-2026\nday: morgen\nnote: [a\nTitel: B\ncontact: {name: x"),
        [
            "yaml-invalid: a quote is opened and not closed @\"\\\"\"",
            "yaml-invalid: a list or map in brackets is not closed @\"{\"",
            "unknown-field: the type `page` has no field `datum` @\"datum\"",
            "field-invalid: `morgen` is not a date @\"morgen\"",
            "unknown-field: the type `page` has no field `Titel` @\"Titel\"",
        ]
    );
}

#[test]
fn what_follows_from_a_mistake_is_not_told() {
    for front in [
        "titel: A",
        "Title: A",
        "TITLE: A",
        "tittle: A",
        "Titel: A",
        "kop: A",
        "naam: A",
        "title \"A\"",
        "title = A",
        "title; A",
        "title A",
    ] {
        let said = told(front);
        assert_eq!(said.len(), 1, "{front}: {said:?}");
        assert_eq!(fixed(&format!("---\n{front}\n---\n")).replace('"', ""), "---\ntitle: A\n---\n", "{front}");
    }
    for front in [
        "title: A\ndatum: 2026-01-02",
        "title: A\nDag: 2026-01-02",
        "title: A\ndate: 2026-01-02",
        "title: A\nDay: 2026-01-02",
    ] {
        assert_eq!(told(front).len(), 1, "{front}");
    }
    assert_eq!(fixed("---\ntitle: A\ndatum: 2026-01-02\n---\n"), "---\ntitle: A\nday: 2026-01-02\n---\n");
}

#[test]
fn a_line_that_is_no_field_is_told_and_the_field_above_it_is_read() {
    let front = "title: A\nnote: Besluiten:\nover verwijzen\nday: 2026-01-02";
    assert_eq!(told(front), ["yaml-invalid: this line cannot be read as `name: value` @\"over verwijzen\""]);
    assert_eq!(
        fixed(&format!("---\n{front}\n---\n")),
        "---\ntitle: A\nnote: Besluiten:\n  over verwijzen\nday: 2026-01-02\n---\n"
    );
}

#[test]
fn a_quote_that_is_not_closed_swallows_no_field() {
    // The library reads this as one text over two lines, which YAML does not allow.
    assert_eq!(text("title: 's Avonds\nnote: bij de buren'", "title"), "'s Avonds");
    assert_eq!(text("title: 's Avonds\nnote: bij de buren'", "note"), "bij de buren'");
    assert_eq!(told("title: \"Een\nnote: twee\"").len(), 1);
    assert_eq!(text("title: \"Een\n  twee\"\nnote: b", "title"), "Een twee");
}

#[test]
fn settings_and_data_are_read_with_the_same_patience() {
    let site = hub("//- content/pages/a.nl.md\n---\ntitle: A\n---\n");
    assert_eq!(site.codes(), <[&str; 0]>::default());
    for (from, to) in [
        ("theme: mini", "theme:\u{a0}mini"),
        ("theme: mini", "theme : mini"),
        ("default_language: nl", "default_language:nl"),
    ] {
        assert_eq!(site.clone().edit("samen.yaml", from, to).codes(), <[&str; 0]>::default(), "{to:?}");
    }
    let found = site.clone().edit("samen.yaml", "theme: mini", "theme: [mini\nname2: \"x\"\nrommel").check();
    assert_eq!(found.items().len(), 2, "{found:?}");
}

/// Words of which texts are made, with the signs that mean something to YAML.
const SIGNS: &[&str] = &[
    "a", "Één", "twee", ":", ": ", " #", "# ", "#3", "'", "\"", "“", "”", "‘", "’", "[", "]", "{", "}", ",", "&", "*",
    "!", "%", "@", "`", "|", ">", "-", "- ", "? ", "\u{a0}", " ", "\\", "=", "~", "null", "true", "12", "é", "…", "—",
    "<<",
];

fn words() -> impl Strategy<Value = String> {
    proptest::collection::vec(prop::sample::select(SIGNS), 1..8).prop_map(|words| words.concat())
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn every_text_in_a_text_field_is_read_as_it_stands_or_told(words in words()) {
        let text = format!("---\nnote: {words}\ntitle: A\n---\n");
        let (document, said) = parse(&text);
        let typed = words.trim();
        if said.iter().any(|d| d.code != "text-cut") || typed.is_empty() {
            return Ok(());
        }
        prop_assert!(said.len() < 2);
        if said.iter().any(|d| d.severity == Severity::Error) {
            return Ok(());
        }
        let document = document.unwrap();
        let Some(value) = document.meta.source_field("note") else {
            // YAML's words for nothing, and comments.
            prop_assert!(typed.starts_with('#') || matches!(typed, "~" | "null") || typed.starts_with("~ #") || typed.starts_with("null #"), "{typed:?} is lost");
            return Ok(());
        };
        let kept = value.as_text().unwrap();
        // Letters are never lost; quotes around it may be, and what is behind ` # `, which is told.
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        if said.is_empty() && !typed.starts_with(['"', '\'']) {
            let comment = [" # ", " ##", "\u{a0}# ", "\u{a0}##"].iter().filter_map(|sign| typed.find(sign)).min();
            let typed = comment.map_or(typed, |at| &typed[..at]);
            prop_assert_eq!(letters(kept), letters(typed), "{:?} became {:?}", typed, kept);
        }
    }

    #[test]
    fn what_yaml_accepts_is_read_as_yaml_reads_it(a in words(), b in words(), indent in prop::sample::select(&["", "  ", "\u{a0}"][..])) {
        let front = format!("note: {a}\ntext: {b}\n{indent}title: A\n");
        let file = Arc::from("f");
        // With fields of which nothing is known the tree is that of the library, or the text was not accepted.
        let mut said = Diagnostics::default();
        let expects = |name: &str| if name == "title" { yaml::Expects::Text } else { yaml::Expects::Unknown };
        let tolerant = yaml::read_tolerant(&front, &file, 0, &expects, &mut said);
        if let (Ok(strict), Ok(tolerant)) = (yaml::parse_strict(&front, &file, 0), tolerant)
            && strict.map().is_some_and(|entries| entries.len() == 3 && entries.iter().all(|(key, _)| key.name.trim() == key.name))
        {
            prop_assert!(said.items().is_empty());
            prop_assert_eq!(strict, tolerant.node);
        }
    }

    #[test]
    fn places_lie_in_the_text_whatever_is_typed(lines in proptest::collection::vec((prop::sample::select(&["title:", "note: ", "\tday:", "  x: ", "", "steps:\n - ", "contact:\u{a0}\n\u{a0}name:"][..]), words()), 1..7)) {
        let text: String = lines.iter().map(|(key, words)| format!("{key}{words}\n")).collect();
        let text = format!("---\n{text}---\nTekst\n");
        let (_, said) = parse(&text);
        for found in &said {
            let at = found.at.as_ref().unwrap().range.range();
            prop_assert!(text.get(at.clone()).is_some(), "{at:?} of {text:?}");
            for edit in found.fixes.iter().flat_map(|fix| &fix.edits) {
                prop_assert!(text.get(edit.span.range.range()).is_some(), "{edit:?}");
            }
            prop_assert!(!found.message.to_string().contains("while "), "{}", found.message);
        }
    }
}
