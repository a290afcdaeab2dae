//! Small files that would cost much: each is told in a message at its place, or read in a time that grows with its size.
//! No test measures time; each would end the program, or last for minutes, without its bound.

use crate::fixture::{Hub, hub};

/// A page of this text beside a whole site.
fn page(markdown: &str) -> String {
    format!("//- content/pages/a.nl.md\n---\ntitle: A\n---\n{markdown}")
}

#[test]
fn twenty_thousand_equal_headings_have_ids_of_their_own() {
    // 100 kB; the number of each heading was searched from the start: half a minute.
    let hub = hub(&page(&"## a\n".repeat(20_000)));
    let html = hub.body("nl/a/index.html");
    assert!(html.contains("id=\"a-20000\"") && !html.contains("id=\"a-20001\""));
}

/// What is said of a file beside the text of a page.
fn said(path: &str, bytes: impl Into<Vec<u8>>) -> Vec<String> {
    told(&hub(&page("Tekst.\n")).with(path, bytes))
}

fn told(hub: &Hub) -> Vec<String> {
    hub.check().items().iter().map(|one| format!("{} {}", one.code.as_str(), one.message)).collect()
}

fn svg(inside: &str) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>")
}

#[test]
fn deep_drawings_are_refused_before_they_are_read() {
    // 56 kB and 1.4 MB; recursion without a bound ended the program.
    for levels in [64, 8_000, 200_000] {
        let deep = svg(&format!("{}{}", "<g>".repeat(levels), "</g>".repeat(levels)));
        let reason = "elements stand more than 64 deep in each other";
        let message = format!("image-invalid this picture cannot be published: {reason}");
        assert_eq!(said("content/pages/a.svg", deep.clone()), [message], "{levels}");
        // Published as it is.
        assert!(said("static/a.svg", deep).iter().any(|one| one.contains(reason)), "{levels}");
    }
    let open = svg(&"<g>".repeat(200_000));
    assert!(said("content/pages/a.svg", open)[0].contains("64 deep"));
}

#[test]
fn drawings_with_many_attributes_or_elements_are_refused_before_they_are_read() {
    // 0.5 MB; the parser compares each attribute with all others: 6 seconds.
    let many: String = (0..50_000).map(|number| format!(" a{number}=\"\"")).collect();
    assert!(said("content/pages/a.svg", svg(&format!("<g{many}/>")))[0].contains("more than 256 attributes"));
    // 0.6 MB.
    assert!(said("content/pages/a.svg", svg(&"<g/>".repeat(150_000)))[0].contains("too many elements"));
}

/// A site whose own style sheet or script is the given text.
fn asset(path: &str, text: &str) -> Vec<String> {
    told(&hub(&page("Tekst.\n")).with(path, text))
}

#[cfg(feature = "minify")]
#[test]
fn deep_scripts_are_refused_before_they_are_read() {
    // 10 kB to 2 MB each; recursion without a bound ended the program.
    for (part, end) in
        [("(", ""), ("!", "a"), ("a?b:", "c"), ("a=>", "a"), ("if(a){}else ", ";"), ("`${", ""), (".a", "")]
    {
        for count in [10_000, 150_000] {
            let found = asset("assets/a.js", &format!("a{};{}{end}", "", part.repeat(count)));
            assert!(found.iter().any(|one| one.contains("more stands in or behind each other")), "{part}: {found:?}");
        }
        // What is let through is read to its end on the stack that there is.
        asset("assets/a.js", &format!("{}{end}", part.repeat(1_600)));
    }
}

#[test]
fn deep_style_sheets_are_refused_before_they_are_read() {
    let theme = "themes/mini/assets/mini.css";
    for part in ["a{", ":not(", "a{width:calc((", "(}"] {
        let found = asset(theme, &part.repeat(100_000));
        assert!(found[0].starts_with("css-invalid this style sheet cannot be read: brackets"), "{part}: {found:?}");
    }
    // 700 bytes; each calculation was read twice for the one around it.
    let nested = format!("a{{width:{}1px{}}}", "calc(1px + ".repeat(30), ")".repeat(30));
    assert!(asset(theme, &nested)[0].contains("brackets stand too deep"));
    let sum = format!("a{{width:calc({}1px)}}", "1em + 1px + ".repeat(100_000));
    assert!(asset(theme, &sum)[0].contains("a calculation is too long"));
}

#[test]
fn hidden_characters_are_looked_for_in_linear_time() {
    // 100 kB to 1 MB each; minutes where the whole text was read for each of them.
    for (title, body) in [
        ("a\u{200e}".repeat(100_000), String::new()),
        ("a\u{200b}".repeat(100_000), String::new()),
        ("A".to_owned(), format!("## {}\n", "a&#x200B;".repeat(50_000))),
    ] {
        let found = hub(&format!("//- content/pages/a.nl.md\n---\ntitle: {title}\n---\n{body}")).codes();
        assert!(found.contains(&"name-hidden"), "{found:?}");
    }
}

#[test]
fn what_looks_like_an_outcome_is_looked_for_in_linear_time() {
    let types = "//- data/types/meeting.yaml
folder: meetings
outcome_kinds:
  action: {class: actions, label: {nl: Actie}, words: {nl: [AP]}, none: {nl: [Geen]}}
outcomes: {owner: {kind: text, label: {nl: Wie}}}
";
    for (above, part) in [
        ("## Acties {.actions}\n\n| Actie | Wie |\n|---|---|\n", "| | Pharos |\n"),
        ("", "| Actie | Wie |\n|---|---|\n| Bellen | Pharos |\n\n"),
        ("", "## Acties {.actions}\n\n| A | B |\n|---|---|\n| c | d |\n\n"),
        ("## Acties {.actions}\n\n", "Geen.\n\n"),
        ("", "AP 3: wij bellen\nAP 4: wij mailen\n"),
        ("> ", "[v] AP: {.action #a{.action\n> "),
        ("## Acties {.actions}\n\n", "- Geen\n\n\n1. Geen\n\n"),
    ] {
        let notes = format!("{above}{}", part.repeat(10_000));
        let found = told(&hub(&format!("{types}//- content/meetings/a.nl.md\n---\ntitle: A\n---\n{notes}")));
        assert!(found.len() < 1_100, "{part}: {}", found.len());
    }
}

#[test]
fn texts_that_would_cost_a_print_too_much_are_told_at_their_place() {
    let found = |text: String| told(&hub(&page(&text)));
    // 60 bytes; prints gave up, and the layout was said to be at fault.
    assert_eq!(found("> ".repeat(30) + "a\n"), ["text-too-deep blocks stand more than 16 deep in each other"]);
    let lists: String = (0..20).map(|level| format!("{}- a\n", "  ".repeat(level))).collect();
    assert_eq!(found(lists), ["text-too-deep blocks stand more than 16 deep in each other"]);
    // 0.1 to 0.2 MB; a table of 60,000 cells took 1 GB.
    let parts =
        ["text-too-large from here on this text has more than 25000 paragraphs, items, cells, links and other parts"];
    assert_eq!(found(format!("|a|b|\n|-|-|\n{}", "|c|d|\n".repeat(20_000))), parts);
    assert_eq!(found("a\n\n".repeat(40_000)), parts);
    // 0.1 MB; 6,000 outcomes took 45 seconds and 3.6 GB.
    let outcomes: String = (0..6_000).map(|number| format!("- a {{#a{number}}}\n")).collect();
    let meeting = format!(
        "//- data/types/meeting.yaml\nfolder: meetings\noutcomes: {{}}\n//- content/meetings/a.nl.md\n---\ntitle: A\n---\n## A {{.decisions}}\n\n{outcomes}"
    );
    let found = told(&hub(&meeting));
    assert!(
        found.contains(&"text-too-large from here on this text has more than 500 outcomes".to_owned()),
        "{found:?}"
    );
}
