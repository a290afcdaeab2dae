//! Characters that lie: hidden ones in what texts become, however they are written, and in names of files and messages.

use std::collections::BTreeSet;

use samen::diagnostic::Diagnostic;

use crate::fixture::{body, check_diagnostics, hub, human};

/// One way to write a character and where it becomes it.
fn written(character: char) -> Vec<(String, String)> {
    let code = u32::from(character);
    let yaml = format!("A\\u{code:04X}B");
    let yaml = if code > 0xFFFF { format!("A\\U{code:08X}B") } else { yaml };
    let entity = format!("A&#x{code:X};B");
    let decimal = format!("A&#{code};B");
    let page = |front: &str, body: &str| format!("---\ntitle: A\n{front}---\n{body}\n");
    let a = "content/pages/a.nl.md";
    let mut all = vec![
        (a.to_owned(), format!("---\ntitle: \"{yaml}\"\n---\n")),
        (a.to_owned(), page(&format!("description: \"{yaml}\"\n"), "")),
        (a.to_owned(), page(&format!("\"{yaml}\": x\n"), "")),
        (a.to_owned(), page(&format!("aliases: [\"/{yaml}/\"]\n"), "")),
        ("content/_index.nl.md".to_owned(), format!("---\ntitle: \"{yaml}\"\n---\n")),
        ("data/terms/topic.yaml".to_owned(), format!("x: {{label: {{nl: \"{yaml}\"}}}}\n")),
        ("data/places.yaml".to_owned(), format!("x: {{label: \"{yaml}\"}}\n")),
        ("data/strings/nl.ftl".to_owned(), format!("extra = {{ \"A\\U{code:06X}B\" }}\n")),
        ("templates/extra.html".to_owned(), format!("<p title=\"{entity}\">x</p>\n")),
        ("assets/extra.css".to_owned(), format!("a::before {{ content: \"A\\{code:06X} B\" }}\n")),
    ];
    for entity in [entity, decimal] {
        for body in [
            entity.clone(),
            format!("## {entity}"),
            format!("[{entity}](b.md)"),
            format!("[x](https://x.example/{entity})"),
            format!("[x](b.md \"{entity}\")"),
            format!("- {entity}\n- b"),
            format!("| a | b |\n|---|---|\n| {entity} | b |"),
            format!("a[^1]\n\n[^1]: {entity}"),
            format!("**{entity}**"),
            format!("<b>{entity}</b>"),
            format!("<p title=\"{entity}\">x</p>"),
            format!("> [!NOTE]\n> {entity}"),
        ] {
            all.push((a.to_owned(), page("", &body)));
        }
    }
    all
}

#[test]
fn what_a_text_becomes_is_looked_at_in_every_place_and_way_of_writing() {
    let settings =
        "name: Proef\nbase_url: https://hub.example/\nlanguages: [nl, en]\ntheme: mini\nhtml: {allow: [b, p]}\n";
    let site = hub("//- content/pages/b.nl.md\n---\ntitle: B\n---\n").with("samen.yaml", settings);
    let plain: BTreeSet<&str> = site.codes().into_iter().collect();
    assert!(!plain.contains("bidi-hidden"), "{plain:?}");
    for character in [
        '\u{202E}',
        '\u{202A}',
        '\u{2066}',
        '\u{7}',
        '\u{85}',
        '\u{E0041}',
        '\u{2063}',
        '\u{3164}',
        '\u{FFFC}',
        '\u{FFFE}',
    ] {
        for (file, text) in written(character) {
            assert!(!text.contains(character));
            let codes = site.clone().with(&file, text.as_str()).codes();
            let told = codes.iter().any(|code| matches!(*code, "bidi-hidden" | "yaml-invalid"));
            // Markdown reads the numbers of no characters as a sign of damage, and some as letters of Windows.
            let damaged = codes.contains(&"character-unknown") || character == '\u{85}';
            assert!(told || damaged, "U+{:04X} in {file}: {text:?} gives {codes:?}", u32::from(character));
        }
        let settings = format!("{settings}tagline: \"A\\U{:08X}B\"\n", u32::from(character));
        assert!(!site.clone().with("samen.yaml", settings).codes().is_empty());
    }
}

#[test]
fn a_value_is_told_where_it_is_written() {
    check_diagnostics(
        "
//- content/pages/a.nl.md
---
title: \"A\\u202EB\"
       ^^^^^^^^^^ //~ error[bidi-hidden]: the character U+202E turns the order of what follows
description: \"een\\u200Btwee\"
             ^^^^^^^^^^^^^^^ //~ warning[name-hidden]: the zero-width space (U+200B) shows nothing
---
Een &#x202E;twee
    ^^^^^^^^ //~ error[bidi-hidden]: the character U+202E
//- content/pages/b.nl.md
---
title: Bij\u{ad}een
          ^ //~ warning[name-hidden]: the soft hyphen (U+00AD) shows nothing
---
## Kop&ZeroWidthSpace;pen
      ^^^^^^^^^^^^^^^^ //~ warning[name-hidden]: the zero-width space
//- data/strings/nl.ftl
coverage = { \"a\\u202Eb\" }
               ^^^^^^ //~ error[bidi-hidden]: the character U+202E
//- assets/extra.css
a::before { content: \"a\\202E b\" }
                       ^^^^^^ //~ error[bidi-hidden]: the character U+202E
",
    );
}

#[test]
fn the_help_shows_a_name_without_what_nobody_sees() {
    let found = hub("//- content/pages/a.nl.md\n---\ntitle: \"Bij\\u200Been\\u00ADkomst\"\n---\n").check();
    let help = found.items()[0].help.as_ref().map(ToString::to_string);
    assert_eq!(help.as_deref(), Some("write `Bijeenkomst`, else nobody who types it finds it"));
    assert_eq!(found.items().len(), 2);
}

#[test]
fn a_title_that_shows_nothing_is_empty() {
    for title in ["\\u200B", "\\_\\u00AD", "\\u2800 \\u2060", "\\u3164"] {
        let found = hub(&format!("//- content/pages/a.nl.md\n---\ntitle: \"{title}\"\nslug: a\n---\n")).check();
        assert!(found.items().iter().any(|item| item.message.to_string() == "`title` is empty"), "{title}: {found:?}");
    }
}

#[test]
fn what_languages_are_written_with_stays() {
    for title in [
        "می\u{200C}خواهم",
        "PDF\u{200C}ها",
        "क्\u{200D}ष",
        "ශ්\u{200D}රී",
        "ខ្មែរ\u{200B}ខ្មែរ",
        "👩\u{200D}👩\u{200D}👧",
        "❤\u{FE0F} 1\u{FE0F}\u{20E3} ☎\u{FE0E}",
        "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
        "葛\u{E0100}",
        "ᠠ\u{180B}",
        "اتصل C++\u{200E} الآن",
        "\u{2068}a\u{2069} 5\u{A0}km",
    ] {
        let site = format!("//- content/pages/a.nl.md\n---\ntitle: {title}\nslug: a\n---\n{title}\n");
        assert_eq!(hub(&site).codes(), Vec::<&str>::new(), "{title:?}");
    }
    let text = "Samen&shy;werking, 5&nbsp;km, a&#8203;b, a&zwj;b, a&lrm;\n\n```\n&#x202E;\n```\n\n`&#x202E;`\n";
    let shown = body(text);
    assert!(shown.contains("Samen\u{AD}werking") && shown.contains("a\u{200B}b"), "{shown}");
    assert_eq!(hub(&format!("//- content/pages/a.nl.md\n---\ntitle: A\n---\n{text}")).codes(), Vec::<&str>::new());
}

#[test]
fn a_hidden_text_in_selectors_and_tags_is_told() {
    for (title, count) in [
        ("a\u{FE00}b", 1),
        ("😀\u{FE0F}\u{FE01}\u{FE02}", 2),
        ("😀\u{E0101}", 1),
        ("🏴\u{E0067}\u{E0062}\u{E0062}\u{E0062}\u{E0062}\u{E0062}\u{E0062}\u{E007F}", 8),
    ] {
        let site = format!("//- content/pages/a.nl.md\n---\ntitle: A\n---\n{title}\n");
        let found = hub(&site).check();
        let told = found.items().iter().filter(|item| item.code.as_str() == "bidi-hidden").count();
        assert_eq!(told, count.min(6), "{title:?}");
    }
}

#[test]
fn signs_of_lost_characters_are_told() {
    check_diagnostics(
        "
//- content/pages/a.nl.md
---
title: A
---
Caf\u{FFFD} en \u{E000}
   ^ //~ warning[character-unknown]: the sign of a lost character
        ^ //~ warning[character-unknown]: the character U+E000
",
    );
}

#[test]
fn names_of_files_and_folders_hold_nothing_hidden() {
    for character in
        ['\u{202E}', '\u{2066}', '\u{200B}', '\u{AD}', '\u{7}', '\u{E0041}', '\u{FE0F}', '\u{3164}', '\u{2060}']
    {
        for file in [
            format!("content/pages/a{character}b.nl.md"),
            format!("content/pages/a{character}b/index.nl.md"),
            format!("content/pages/a{character}b/c.pdf"),
            format!("content/pages/c{character}.pdf"),
            format!("static/a{character}.txt"),
            format!("data/terms/a{character}.yaml"),
            format!("templates/a{character}.html"),
        ] {
            let found = hub("//- content/pages/x.nl.md\n---\ntitle: X\n---\n").with(&file, "---\ntitle: A\n---\n");
            let found = (found.sources(), found.check());
            assert!(found.1.items().iter().any(|item| item.code.as_str() == "file-name"), "{file:?}");
            let github = samen::diagnostic::github(found.1.items(), &|_| None, &samen::diagnostic::Catalog::english());
            let json = samen::diagnostic::visible_json(&samen::diagnostic::json(found.1.items(), &|_| None));
            // Selectors of variants change how a sign looks, and names need them.
            let shown = human(&found.0, &found.1);
            for text in [shown, github, json].iter().filter(|_| character != '\u{FE0F}') {
                assert!(!text.contains(character), "{text:?}");
            }
        }
    }
    let found = hub("//- content/pages/b\u{200B}c/index.nl.md\n---\ntitle: A\n---\n").check();
    assert_eq!(
        found.items()[0].message.to_string(),
        "the name of this folder holds the character U+200B, which breaks links"
    );
    assert_eq!(
        found.items()[0].help.as_ref().map(ToString::to_string).as_deref(),
        Some("rename it, for example to `bc`")
    );
}

#[test]
fn messages_write_out_what_they_are_about() {
    let hub = hub("//- content/pages/a.nl.md\n---\ntitle: A\n\u{202E}x: \u{1B}[31m\n---\n");
    let shown = human(&hub.sources(), &hub.check());
    assert!(shown.contains("\\u{202e}x: \\u{1b}[31m"), "{shown}");
    assert!(!shown.contains(['\u{202E}', '\u{1B}']), "{shown}");
}

#[test]
fn an_address_that_hides_where_it_leads_is_an_error() {
    for link in [
        "[x](//evil.example)",
        "[x](/\\\\evil.example)",
        "[x](\\\\\\\\evil.example)",
        "[x](https:evil.example)",
        "[x](https:///evil.example)",
        "[x](/&#9;/evil.example)",
        "[x](h&#10;ttps://evil.example)",
        "[x](https://good.example@evil.example)",
        "[x]\n\n[x]: //evil.example",
        "![x](//evil.example/a.png)",
        "<a href=\"\\\\evil.example\">x</a>",
        "<a href=\"/\\evil.example\">x</a>",
        "<a href=\"/&#9;/evil.example\">x</a>",
        "<p><a href=\"//evil.example\">x</a></p>",
    ] {
        let site = hub(&format!("//- content/pages/a.nl.md\n---\ntitle: A\n---\n{link}\n")).with(
            "samen.yaml",
            "name: A\nbase_url: https://hub.example/\nlanguages: [nl]\ntheme: mini\nhtml: {allow: [a, p]}\n",
        );
        assert!(site.codes().contains(&"link-unsafe"), "{link:?}: {:?}", site.codes());
        let says = |item: &&Diagnostic| {
            ["evil.example`", "an image of another site"].iter().any(|part| item.message.to_string().contains(part))
        };
        assert!(site.check().items().iter().any(|item| says(&item)), "{link}");
    }
}

#[test]
fn an_alias_hides_nothing_behind_percent_signs() {
    let site = hub("//- content/pages/a.nl.md\n---\ntitle: A\naliases: [\"/a%E2%80%AEb/\"]\n---\n");
    assert_eq!(site.codes(), ["alias-invalid"]);
    assert!(site.check().items()[0].message.to_string().contains("holds the character U+202E"));
}

#[test]
fn a_file_of_somebody_else_is_told_of() {
    let page = "//- content/pages/a/index.nl.md\n---\ntitle: A\n---\n[x](lijst.csv)\n";
    let site =
        hub(page).with("content/pages/a/lijst.csv", "a,b\r\nc\u{202E}d,e\r\n").with("static/x.txt", "a\u{E0041}");
    assert_eq!(site.codes(), ["audit-hidden", "audit-hidden"]);
    assert!(!site.check().has_errors());
}

#[test]
fn a_short_text_of_two_lines_is_a_name() {
    let site = hub("//- content/pages/a.nl.md\n---\ntitle: \"a\\u200Bb\\nc\"\n---\n");
    assert_eq!(site.codes(), ["name-hidden"]);
}
