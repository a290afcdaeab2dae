//! Prints: from a text to a PDF beside its page, and what keeps one from being made.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::disk::Disk;
use crate::fixture::human;
use crate::sheets::site;

/// A sheet in two languages.
pub const TWO: &str = "//- content/sheets/a.nl.md
---
title: Blad
---
Hallo *daar*.
//- content/sheets/a.en.md
---
title: Sheet
translation: {source: nl, state: reviewed}
---
Hello **there**.
";

/// Ends the print with what a layout makes of the text, which is the only way to see its tree from outside.
const TELLING: &str = "//- templates/flyers/plain.typ
#import \"lib.typ\": *
#panic(repr(content(data.body)))
";

#[track_caller]
fn told(markdown: &str) -> String {
    told_of(&format!("//- content/sheets/a.nl.md\n---\ntitle: A\n---\n{markdown}\n"))
}

#[track_caller]
fn told_of(fixture: &str) -> String {
    let site = site(&format!("{TELLING}{fixture}"));
    let found = site.check();
    let item = found.items().iter().find(|item| item.code == "flyer-template");
    let item = item.unwrap_or_else(|| panic!("{}", human(&site.sources(), &found)));
    item.message.to_string().replace("\\\\", "\\")
}

#[test]
fn a_text_becomes_a_page_and_a_pdf_in_each_language() {
    let outputs = site(TWO).outputs();
    for file in ["nl/bladen/a/a-sheet-nl.pdf", "en/sheets/a/a-sheet-en.pdf", "nl/bladen/a/a-sheet-nl-large.pdf"] {
        assert!(outputs[file].starts_with(b"%PDF-1.7"), "{file}");
    }
    assert!(outputs["nl/bladen/a/a-sheet-nl.webp"].starts_with(b"RIFF"));
    assert_ne!(outputs["nl/bladen/a/a-sheet-nl.pdf"], outputs["en/sheets/a/a-sheet-en.pdf"]);
}

#[test]
fn the_page_tells_of_its_print() {
    let outputs = site(TWO).outputs();
    let page = String::from_utf8(outputs["nl/bladen/a/index.html"].to_vec()).unwrap();
    let pdf = &outputs["nl/bladen/a/a-sheet-nl.pdf"];
    let sum = samen::print::sha256(pdf);
    assert!(page.contains(&format!("<li>pdf: a-sheet-nl.pdf 1 {} {sum}</li>", pdf.len())), "{page}");
    assert!(page.contains("<li>large: a-sheet-nl-large.pdf</li>") && page.contains("<li>preview: 480</li>"), "{page}");
    assert!(page.contains("<li>zip: <a href=/files/sheets/a/a-sheet.zip>2</a></li>"), "{page}");
}

#[test]
fn the_checksum_is_sha_256() {
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(samen::print::sha256(b""), empty);
}

#[test]
fn all_languages_come_as_one_archive_and_as_a_list() {
    let outputs = site(TWO).outputs();
    let zip = &outputs["files/sheets/a/a-sheet.zip"];
    let pdf = &outputs["en/sheets/a/a-sheet-en.pdf"];
    assert!(zip.starts_with(b"PK\x03\x04"));
    assert!(zip.windows(pdf.len()).any(|window| window == &**pdf), "files are stored as they are");
    let list: serde_json::Value = serde_json::from_slice(&outputs["files/sheets/a/a-sheet.json"]).unwrap();
    assert_eq!(list["all"], "https://hub.example/files/sheets/a/a-sheet.zip");
    assert_eq!(list["languages"][1]["lang"], "en");
    assert_eq!(list["languages"][1]["files"][0]["sha256"], samen::print::sha256(pdf));
    assert_eq!(list["languages"][1]["files"][0]["url"], "https://hub.example/en/sheets/a/a-sheet-en.pdf");
}

#[test]
fn the_same_text_is_printed_to_the_same_bytes() {
    assert_eq!(site(TWO).outputs(), site(TWO).outputs());
}

#[test]
fn a_print_names_its_title_language_and_standards_and_no_program() {
    let outputs = site(TWO).outputs();
    let pdf = String::from_utf8_lossy(&outputs["en/sheets/a/a-sheet-en.pdf"]).into_owned();
    for part in [
        "<rdf:li xml:lang=\"x-default\">Sheet</rdf:li>",
        "<dc:language><rdf:Bag><rdf:li>en</rdf:li>",
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "/MarkInfo",
    ] {
        assert!(pdf.contains(part), "{part}");
    }
    assert!(!pdf.to_lowercase().contains("typst") && !pdf.contains("xmp:CreatorTool"));
}

#[test]
fn a_text_that_is_not_public_or_not_there_is_not_printed() {
    let hidden = "//- content/sheets/b.nl.md\n---\ntitle: B\nconfidentiality: summary\n---\nNee.\n";
    let names = site(&format!("{hidden}//- content/sheets/a.nl.md\n---\ntitle: Blad\n---\nHallo.\n")).names();
    let prints: Vec<&String> = names.iter().filter(|name| name.ends_with(".pdf")).collect();
    assert_eq!(prints, ["nl/bladen/a/a-sheet-nl-large.pdf", "nl/bladen/a/a-sheet-nl.pdf"]);
}

#[test]
fn an_old_name_of_a_print_leads_to_what_is_there_now_in_the_same_form() {
    let text = TWO.replace("title: Blad\n", "title: Blad\naliases: [/nl/oud/blad-v1.pdf, /nl/oud/blad-v1-large.pdf]\n");
    let outputs = site(&text).outputs();
    assert_eq!(outputs["nl/oud/blad-v1.pdf"], outputs["nl/bladen/a/a-sheet-nl.pdf"]);
    assert_eq!(outputs["nl/oud/blad-v1-large.pdf"], outputs["nl/bladen/a/a-sheet-nl-large.pdf"]);
}

#[test]
fn an_old_name_of_a_print_belongs_to_a_page_that_is_printed() {
    let mut site = site(
        "//- content/pages/a.nl.md
---
title: A
aliases: [/nl/a-v1.pdf]
^^^^^^^ //~ error[alias-invalid]: the alias `/nl/a-v1.pdf` is a PDF, and this page has no print in the language `nl`
---
",
    );
    site.files.remove("themes/mini/fonts/NotoSans-Bold.ttf");
    site.check_marks();
}

#[test]
fn nothing_in_a_text_is_read_as_code_of_a_layout() {
    for text in [
        "#import \"x.typ\": *",
        "#panic(1)",
        "$x^2$ and $",
        "@ref and <label>",
        "\\#let x = 1",
        "= title",
        "#\u{7b}1 + 1\u{7d}",
        "// note /* and */",
        "a ~ b --- c ... d",
        "#set page(width: 1pt)",
        "#read(\"/etc/passwd\")",
        "#eval(\"1\")",
    ] {
        let escaped: String =
            text.chars().map(|c| if c.is_ascii_punctuation() { format!("\\{c}") } else { c.to_string() }).collect();
        let shown = told(&escaped);
        let shown: String = shown.split('[').skip(1).collect::<String>().replace(['[', ']', '\n', ',', '(', ')'], "");
        let words: String = text.replace(['[', ']', ',', '(', ')'], "");
        let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace() && *c != '\\').collect::<String>();
        assert!(plain(&shown).contains(&plain(&words)), "{text}: {shown}");
    }
}

#[test]
fn code_in_a_text_stays_as_it_is_written() {
    let shown = told("`#import $x$ @y`");
    assert!(shown.contains("raw(text: \"#import $x$ @y\""), "{shown}");
}

#[test]
fn markdown_is_printed_as_what_it_is() {
    let shown = told("## Kop\n\n- een\n- **twee**\n\n> woord\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
    for part in ["heading(level: 2", "list(", "strong(body: [twee])", "quote(", "header(", "[Kop]"] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
}

#[test]
fn a_component_is_printed_by_the_layout_and_not_as_a_page_shows_it() {
    let own = "//- templates/own.html
{% component panel(label: string) -%}<p>PAGE {{ label }}</p>{{ body }}{%- endcomponent panel %}
//- content/sheets/a.nl.md\n---\ntitle: A\n---\n";
    for (text, parts) in [
        ("::: callout title=\"Let op\"\nTekst.\n:::\n", ["[Let op]", "[Tekst.]"]),
        ("> [!TIP]\n> Tekst.\n", ["body:", "[Tekst.]"]),
        ("::: panel label=\"Kader\"\nTekst.\n:::\n", ["strong(body: [Kader])", "[Tekst.]"]),
    ] {
        let shown = told_of(&format!("{own}{text}"));
        assert!(parts.iter().all(|part| shown.contains(part)) && !shown.contains("PAGE"), "{text}: {shown}");
    }
}

#[test]
fn a_line_after_a_hard_break_starts_with_its_first_word() {
    let shown = told("een\\\ntwee\ndrie");
    assert!(shown.contains("[een]") && shown.contains("[twee drie]"), "{shown}");
}

#[test]
fn facts_of_an_outcome_are_printed_as_labels_and_values() {
    let shown = told_of(
        "//- data/types/talk.yaml
folder: talks
path: talks
label: Talk
plural: Talks
template: sheet.html
pdf: {layout: plain}
outcomes:
  by: {kind: text, role: owner, label: By}
  due: {kind: date, role: due, label: Due}
  secret: {kind: text, private: true, label: Secret}
//- content/talks/a.nl.md
---
title: A
---
## Acties {.actions}

- [ ] Kaart maken {#a1 by=Anna due=2025-02-01 secret=niemand}
",
    );
    for part in ["[By]", "[Anna]", "[Due]", "[1 februari 2025]", "Kaart maken]"] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    assert!(!shown.contains("niemand"), "{shown}");
}

#[test]
fn a_character_without_a_glyph_is_told_at_its_place() {
    site(
        "//- content/sheets/a.nl.md
---
title: A
---
Hallo ꜲꜶ.
      ^^ //~ error[flyer-glyph]: no font of the theme has the character `Ꜳ` (U+A732), in the language `nl`
       ^ //~ error[flyer-glyph]: the character `Ꜷ`
",
    )
    .codes()
    .iter()
    .for_each(|code| assert_eq!(*code, "flyer-glyph"));
}

#[test]
fn a_text_that_is_too_long_for_its_panel_is_told_with_its_measure() {
    let long = "Heel veel woorden. ".repeat(900);
    let site = site(&format!(
        "//- templates/flyers/plain.typ
#import \"lib.typ\": *
#show: style
#set page(paper: \"a6\")
#heading(level: 1, data.title)
#panel(\"voorkant\", room => content(data.body))
//- content/sheets/a.nl.md\n---\ntitle: A\n---\n{long}\n"
    ));
    let found = site.check();
    let said: Vec<String> =
        found.items().iter().filter(|d| d.code == "flyer-overflow").map(|d| d.message.to_string()).collect();
    assert!(
        said[0].starts_with("the text of `voorkant` in the layout `plain` is ") && said[0].ends_with(" mm too long"),
        "{said:?}"
    );
}

#[test]
fn an_error_in_a_layout_is_told_once_at_its_place() {
    let site = site(&format!("{TWO}//- templates/flyers/plain.typ\n#import \"lib.typ\": *\n#let x = 1 + \"a\"\n"));
    let found = site.check();
    let said: Vec<_> =
        found.items().iter().map(|d| (d.code.as_str(), d.at.as_ref().map(|at| at.file.to_string()))).collect();
    assert_eq!(said, [("flyer-template", Some("templates/flyers/plain.typ".to_owned()))]);
    let text = human(&site.sources(), &found);
    assert!(text.contains("--> templates/flyers/plain.typ:2:"), "{text}");
    assert!(text.contains("while printing `content/sheets/a."), "{text}");
}

#[test]
fn a_layout_that_does_not_exist_is_told_where_it_is_named() {
    let fixture = "//- data/types/page.yaml
folder: pages
path: \"\"
label: Page
plural: Pages
pdf: {layout: plian}
              ^^^^^ //~ error[flyer-layout]: the theme has no layout `plian`
";
    let mut site = site(fixture);
    site.files.remove("themes/mini/fonts/NotoSans-Bold.ttf");
    site.check_marks();
}

#[test]
fn a_layout_reads_nothing_of_the_disk_and_the_net() {
    for code in ["#read(\"/etc/passwd\")", "#read(\"../../samen.yaml\")", "#import \"@preview/x:1.0.0\": *"] {
        let found = site(&format!("{TWO}//- templates/flyers/plain.typ\n{code}\n")).codes();
        assert_eq!(found, ["flyer-template"], "{code}");
    }
}

#[test]
fn the_setting_of_a_type_is_checked() {
    let mut site = site(
        "//- data/types/page.yaml
folder: pages
path: \"\"
label: Page
plural: Pages
pdf: {layout: plain, field: nothing, variants: [tiny]}
                            ^^^^^^^ //~ error[schema-invalid]: `nothing` is no field of kind `choice`
                                                ^^^^ //~ error[schema-invalid]: a variant is `large` or `press`
",
    );
    site.files.remove("themes/mini/fonts/NotoSans-Bold.ttf");
    site.check_marks();
}

/// What lies on the shelf of prints.
pub fn kept(site: &Disk) -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(site.path(".samen/prints")).unwrap().map(|entry| entry.unwrap().path());
    files.map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap())).collect()
}

#[test]
fn a_changed_language_is_printed_alone_and_a_damaged_print_again() {
    let site = Disk::of(&site(TWO));
    site.built();
    let (first, pdf) = (kept(&site), fs::read(site.path("public/en/sheets/a/a-sheet-en.pdf")).unwrap());
    assert_eq!(first.len(), 4);
    site.edit("content/sheets/a.nl.md", "Hallo", "Dag");
    site.built();
    let second = kept(&site);
    assert_eq!(second.keys().filter(|key| first.contains_key(*key)).count(), 2, "English is not printed again");
    assert_eq!(second.len(), 4, "what nobody needs is gone");
    for key in second.keys() {
        site.write(&format!(".samen/prints/{key}"), "print1 1 2 3 4 5\nxx");
    }
    site.edit("content/sheets/a.nl.md", "Dag", "Hoi");
    site.built();
    assert_eq!(fs::read(site.path("public/en/sheets/a/a-sheet-en.pdf")).unwrap(), pdf);
}

/// What the layouts of flyers ask of a text, in words that are the same in every direction.
const SECTIONS: &str = "
## Danger {#urgent}

Call **112**.

## What

One.

## Whom

- Two
- Three

## Where

Four.

## By

Five.

## Help {#contacts}

- Line: **0800-0188**

Read on a page.

## Note {#note}

Six.
";

#[test]
fn every_layout_of_the_hub_prints_in_both_directions_and_all_forms() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/hub/flyers");
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        files.insert(entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap());
    }
    let stems = files.keys().map(|name| name.trim_end_matches(".typ").to_owned());
    // Those of registers and pictures are given other data.
    let others = ["card", "lib", "register", "sheet"];
    let layouts: Vec<String> = stems.filter(|name| !others.contains(&name.as_str())).collect();
    let mut text = format!(
        "//- samen.yaml
name: Trial
base_url: https://hub.example/
languages: [{{tag: nl, name: Nederlands}}, {{tag: en, fallback: [nl]}}, {{tag: ar, fallback: [nl]}}]
default_language: nl
theme: mini
//- data/types/page.yaml
folder: pages
path: \"\"
label: Page
plural: Pages
pdf: {{field: layout, layout: document, variants: [large, press]}}
fields:
  layout: {{kind: choice, choices: [{}]}}
",
        layouts.join(", ")
    );
    for layout in &layouts {
        text.push_str(&format!("//- content/pages/{layout}.nl.md\n---\ntitle: T\nlayout: {layout}\n---\n{SECTIONS}"));
        let front = "title: T\ntranslation: {source: nl, state: reviewed}";
        text.push_str(&format!("//- content/pages/{layout}.ar.md\n---\n{front}\n---\n{SECTIONS}"));
    }
    let mut site = site(&text);
    for (name, bytes) in files {
        site = site.with(&format!("themes/mini/flyers/{name}"), bytes);
    }
    let outputs = site.outputs();
    for layout in &layouts {
        for form in ["nl", "nl-large", "nl-press", "ar", "ar-large", "ar-press"] {
            let lang = &form[..2];
            let pdf = &outputs[&format!("{lang}/{layout}/{layout}-page-{form}.pdf")];
            let print = String::from_utf8_lossy(pdf).into_owned();
            assert!(print.starts_with("%PDF"), "{layout} {form}");
            assert_eq!(print.contains("/TrimBox"), form.ends_with("press"), "{layout} {form}: what is cut off");
        }
    }
}

#[test]
fn signs_and_white_space_are_printed_as_a_reader_sees_them() {
    let shown = told("1 < 2 & \"x\"\nen   &copy; *a* b");
    assert!(shown.contains("[1 < 2 & \"x\" en © ], emph(body: [a]), [ b]"), "{shown}");
}

/// A drawing of that size.
fn drawing(width: u32, height: u32) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\"><rect width=\"9\" height=\"9\"/></svg>"
    )
}

#[test]
fn a_picture_in_a_text_is_in_its_print_with_its_words() {
    let text = format!("{TELLING}//- content/sheets/a/index.nl.md\n---\ntitle: A\n---\n![Een brug](brug.svg)\n");
    let site = site(&text).with("content/sheets/a/brug.svg", drawing(40, 30));
    let found = site.check();
    let said = found.items()[0].message.to_string();
    assert!(said.contains("box(") && said.contains("Een brug") && said.contains("30pt"), "{said}");
}

#[test]
fn a_print_changes_with_its_picture() {
    let text = "//- content/sheets/a/index.nl.md\n---\ntitle: A\n---\nEerst\n\n![Een brug](brug.svg)\n";
    let pdf = |bytes: Vec<u8>| {
        let site = site(text).with("content/sheets/a/brug.svg", bytes);
        assert_eq!(site.codes(), [""; 0]);
        site.outputs()["nl/bladen/a/a-sheet-nl.pdf"].clone()
    };
    let black = drawing(40, 30);
    let red = black.replace("<rect ", "<rect fill=\"#f00\" ");
    assert_ne!(pdf(black.into()), pdf(red.into()));
}

#[cfg(feature = "images")]
#[test]
fn a_photo_is_printed_without_what_its_camera_noted() {
    let text = "//- content/sheets/a/index.nl.md\n---\ntitle: A\n---\n![Een brug](brug.jpg)\n";
    let mut photo = Vec::new();
    let encoder = raster::codecs::jpeg::JpegEncoder::new_with_quality(&mut photo, 90);
    let pixels = raster::RgbImage::from_fn(64, 48, |x, y| {
        [u8::try_from(x * 3).unwrap(), u8::try_from(y * 5).unwrap(), 90].into()
    });
    raster::ImageEncoder::write_image(encoder, pixels.as_raw(), 64, 48, raster::ExtendedColorType::Rgb8).unwrap();
    let note = b"\xFF\xFE\x00\x11Zwartcamera 123";
    let noted = [&photo[..2], &note[..], &photo[2..]].concat();
    let pdf = |bytes: Vec<u8>| {
        site(text).with("content/sheets/a/brug.jpg", bytes).outputs()["nl/bladen/a/a-sheet-nl.pdf"].clone()
    };
    let print = pdf(noted);
    assert!(print.windows(10).any(|part| part == b"/DCTDecode"), "the photo is there");
    assert!(!print.windows(11).any(|part| part == b"Zwartcamera"));
}
