//! Packets of texts for translators (XLIFF): what goes out, what comes in, and what is refused.

use std::sync::Arc;

use samen::document::tree::{Tree, TreeNode};
use samen::document::units::{self, Unit, UnitToken, normal};
use samen::pipeline;

use crate::disk::{Disk, Run};
use crate::fixture::{SETTINGS, TODAY, hub};
use crate::hub::loaded as the_hub;

const SITE: &str = r#"
//- data/types/meeting.yaml
folder: meetings
path: {nl: bijeenkomsten, en: meetings}
label: Meeting
plural: Meetings
fields:
  room: {kind: text}
  place: {kind: text, translated: true}
outcomes:
  owner: {kind: text}
//- content/meetings/kick-off.nl.md
---
title: Aftrap # een woord uit de sport
room: B12
place: "Utrecht: de Dom"
---
Zie [de **hele** kaart](@/) en `code` op 1 * 2.

::: details title="Let op"
Bel 112.
:::

## Acties {.actions}

- [ ] Kaart maken {#a1 owner=anna}
"#;

fn site() -> Disk {
    Disk::new(&format!("{SETTINGS}{SITE}"))
}

fn translate(disk: &Disk, args: &[&str]) -> Run {
    disk.run(&[&["translate", "--clock", TODAY], args].concat())
}

/// What a program for translators does: a translation behind every source, made from it.
fn translated(xliff: &str, change: impl Fn(&str) -> String) -> String {
    let mut out = String::new();
    for line in xliff.lines() {
        out.push_str(line);
        out.push('\n');
        if let Some(source) = line.strip_prefix("<source>").and_then(|line| line.strip_suffix("</source>")) {
            out.push_str(&format!("<target>{}</target>\n", change(source)));
        }
    }
    out
}

/// Words in capitals, marks as they are.
fn loud(source: &str) -> String {
    let mut tag = false;
    let one = |c: char| {
        tag = (tag || c == '<') && c != '>';
        if tag { c } else { c.to_ascii_uppercase() }
    };
    source.chars().map(one).collect()
}

#[test]
fn a_packet_holds_the_words_and_marks_what_must_stay() {
    let disk = site();
    let run = translate(&disk, &["meetings/kick-off", "ar", "--export", "-"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert!(lines[1].contains("version=\"2.1\" srcLang=\"nl\" trgLang=\"ar\""), "{}", lines[1]);
    assert!(lines[2].contains("original=\"content/meetings/kick-off.nl.md\" samen:hash=\""), "{}", lines[2]);
    let sources: Vec<&str> = lines.iter().filter_map(|line| line.strip_prefix("<source>")).collect();
    let link = "<pc id=\"1\" type=\"link\" canDelete=\"no\" dataRefStart=\"d1\" dataRefEnd=\"e1\">";
    let bold = "<pc id=\"2\" type=\"fmt\" subType=\"xlf:b\" canDelete=\"yes\" dataRefStart=\"d2\" dataRefEnd=\"e2\">";
    let code = "<ph id=\"3\" canDelete=\"no\" dataRef=\"d3\" disp=\"`code`\"/>";
    let id = "<ph id=\"1\" canDelete=\"no\" dataRef=\"d1\" disp=\" {#a1}\"/>";
    assert_eq!(
        sources,
        [
            "Aftrap</source>".to_owned(),
            "Utrecht: de Dom</source>".to_owned(),
            format!("Zie {link}de {bold}hele</pc> kaart</pc> en {code} op 1 * 2.</source>"),
            "Let op</source>".to_owned(),
            "Bel 112.</source>".to_owned(),
            "Acties</source>".to_owned(),
            format!("Kaart maken{id}</source>"),
        ]
    );
    assert!(run.stdout.contains("<data id=\"e1\">](@/)</data>"), "{}", run.stdout);
}

#[test]
fn what_comes_back_is_a_draft_of_the_translation() {
    let disk = site();
    translate(&disk, &["meetings/kick-off", "ar", "--export", "../ar.xlf"]);
    let file = disk.around().join("ar.xlf");
    let xliff = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, translated(&xliff, loud)).unwrap();
    let run = translate(&disk, &["--import", "../ar.xlf"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, "content/meetings/kick-off.ar.md\n"), "{}", run.stderr);
    let text = disk.read("content/meetings/kick-off.ar.md");
    let hash = text.split_once("hash: \"").unwrap().1.split_once('"').unwrap().0.to_owned();
    assert_eq!(
        text,
        format!(
            "---\ntitle: AFTRAP\nplace: \"UTRECHT: DE DOM\"\n\
             translation: {{source: nl, hash: \"{hash}\", state: draft}}\n---\n\
             ZIE [DE **HELE** KAART](@/) EN `code` OP 1 \\* 2.\n\n::: details title=\"LET OP\"\nBEL 112.\n:::\n\n\
             ## ACTIES {{.actions}}\n\n- [ ] KAART MAKEN {{#a1}}\n"
        )
    );
    let check = disk.run(&["check", "--strict"]);
    assert_eq!(check.code, 0, "{}", check.stderr);
    assert!(disk.run(&["status"]).stdout.contains("draft"));
}

#[test]
pub fn a_packet_that_is_half_done_is_kept_and_not_published() {
    let disk = site();
    let xliff = translate(&disk, &["meetings/kick-off", "ar", "--export", "-"]).stdout;
    let half = translated(&xliff, |source| if source == "Acties" { String::new() } else { loud(source) });
    disk.write("ar.xlf", half);
    let run = translate(&disk, &["--import", "ar.xlf"]);
    assert!(run.code == 0 && run.stderr.contains("1 texts are not translated yet"), "{}", run.stderr);
    let text = disk.read("content/meetings/kick-off.ar.md");
    assert!(text.contains("draft: true #") && text.contains("## Acties {.actions}") && text.contains("BEL 112."));
    // The next packet has what is done already.
    let again = translate(&disk, &["ar", "--export", "-"]).stdout;
    assert!(again.contains("<target>AFTRAP</target>") && again.contains("samen:replaces="), "{again}");
}

#[test]
fn a_translation_that_changed_meanwhile_is_not_lost() {
    let disk = site();
    let xliff = translate(&disk, &["meetings/kick-off", "ar", "--export", "-"]).stdout;
    disk.write("ar.xlf", translated(&xliff, loud));
    let mine = "---\ntitle: Mine\naliases: [/ar/oud/]\ntranslation: {source: nl}\n---\nText\n";
    disk.write("content/meetings/kick-off.ar.md", mine);
    let run = translate(&disk, &["--import", "ar.xlf"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("has changed since these texts went out"), "{}", run.stderr);
    assert!(run.stderr.contains("ar.xlf:3:") && run.stderr.contains("nothing was written"), "{}", run.stderr);
    assert_eq!(disk.read("content/meetings/kick-off.ar.md"), mine);
    let run = translate(&disk, &["--import", "ar.xlf", "--replace"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let text = disk.read("content/meetings/kick-off.ar.md");
    assert!(text.contains("aliases: [/ar/oud/]") && text.contains("title: AFTRAP"), "{text}");
}

#[test]
fn a_source_that_changed_meanwhile_is_found_in_git() {
    let disk = site();
    crate::translate::git(&disk, &["init", "-q"]);
    crate::translate::commit(&disk, "First");
    let xliff = translate(&disk, &["meetings/kick-off", "ar", "--export", "-"]).stdout;
    disk.write("ar.xlf", translated(&xliff, loud));
    disk.edit("content/meetings/kick-off.nl.md", "Bel 112.", "Bel direct 112.");
    let run = translate(&disk, &["--import", "ar.xlf"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(disk.read("content/meetings/kick-off.ar.md").contains("BEL 112."));
    assert!(disk.run(&["status"]).stdout.contains("outdated"), "it says what its source said then");
}

#[test]
fn a_packet_that_does_not_fit_is_refused_whole_with_every_place() {
    let disk = site();
    let xliff = translated(&translate(&disk, &["meetings/kick-off", "ar", "--export", "-"]).stdout, loud);
    let id = xliff.split_once("<unit id=\"").unwrap().1.split_once('"').unwrap().0;
    let code = "<ph id=\"3\" canDelete=\"no\" dataRef=\"d3\" disp=\"`code`\"/> OP";
    let cases: &[(&str, &str, &[&str])] = &[
        (id, "u0000000000000000", &["exchange-invalid", "has no text `u0000000000000000`"]),
        (code, "OP", &["exchange-placeholder", "lacks the mark `3`, which is ``code``"]),
        (code, &format!("{code}{code}"), &["exchange-placeholder", "stands twice"]),
        (code, "<ph id=\"9\"/> OP", &["exchange-placeholder", "has no mark `9`", "`2` `**…**`"]),
        (code, "<x/>", &["exchange-invalid", "`<x>` is not a part of a text"]),
        ("AFTRAP", "AF<sc id=\"1\"/>TRAP", &["exchange-placeholder", "the source has no marks"]),
        (
            "KAART MAKEN<ph id=\"1\" canDelete=\"no\" dataRef=\"d1\" disp=\" {#a1}\"/>",
            "<ph id=\"1\"/> KAART",
            &["exchange-placeholder", "the very end"],
        ),
        ("AFTRAP", "AF&#x202E;TRAP", &["bidi-hidden", "U+202E", "kick-off.ar.md:2:11"]),
        ("trgLang=\"ar\"", "trgLang=\"arx\"", &["unknown-language", "ar.xlf:2:"]),
        ("kick-off.nl.md", "kick-of.nl.md", &["exchange-invalid", "did you mean"]),
        ("</xliff>", "", &["exchange-invalid", "this is not well-formed XML"]),
        ("document:2.0", "document:1.2", &["exchange-invalid", "this is XLIFF 1, not XLIFF 2"]),
    ];
    for (from, to, said) in cases {
        assert!(xliff.contains(from), "{from}");
        // The last place is that of the translation.
        let at = if from.starts_with("<ph") { xliff.rfind(from) } else { xliff.find(from) }.unwrap();
        disk.write("ar.xlf", format!("{}{to}{}", &xliff[..at], &xliff[at + from.len()..]));
        let run = translate(&disk, &["--import", "ar.xlf"]);
        assert_eq!(run.code, 1, "{from} -> {to}: {}", run.stderr);
        for words in *said {
            assert!(run.stderr.contains(words), "{from} -> {to} should say {words}:\n{}", run.stderr);
        }
        assert!(run.stderr.contains("-->"), "a place: {}", run.stderr);
        assert!(!disk.exists("content/meetings/kick-off.ar.md"));
    }
}

#[test]
fn a_bomb_of_entities_is_refused_unread() {
    let disk = site();
    let mut bomb = String::from("<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">");
    for n in 0..20 {
        bomb.push_str(&format!("<!ENTITY b{n} \"{}\">", "&a;".repeat(10)));
    }
    bomb.push_str("]>\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" trgLang=\"ar\">&b19;</xliff>\n");
    disk.write("bomb.xlf", bomb);
    let run = translate(&disk, &["--import", "bomb.xlf"]);
    assert!(run.code == 1 && run.stderr.contains("bomb.xlf:2:1") && run.stderr.contains("DOCTYPE"), "{}", run.stderr);
    disk.write("deep.xlf", "<pc id=\"1\">".repeat(100_000));
    assert_eq!(translate(&disk, &["--import", "deep.xlf"]).code, 1);
    assert_eq!(translate(&disk, &["--import", "none.xlf"]).code, 3);
    assert_eq!(translate(&disk, &["--import", "none.xlf", "ar"]).code, 2);
    assert_eq!(translate(&disk, &["ar"]).code, 2);
}

/// Text that Markdown would read as markup if it stood in another place.
#[test]
fn words_that_look_like_markup_stay_words() {
    let words = "1. a * b_c_ [d](e) `f` <g> # h ~~i~~ &amp; {#j} ::: k | l ! \\ - + = > \"m\"";
    let disk = site();
    let xliff = translate(&disk, &["meetings/kick-off", "ar", "--export", "-"]).stdout;
    let escaped = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    disk.write("ar.xlf", translated(&xliff, |source| source.replace("Bel 112.", &escaped)));
    let run = translate(&disk, &["--import", "ar.xlf"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    disk.built();
    let page = disk.read("public/ar/bijeenkomsten/kick-off/index.html");
    let shown = page.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").replace("&quot;", "\"");
    assert!(shown.contains(words), "{page}");
}

#[test]
fn every_text_of_the_hub_rewritten_with_its_own_words_makes_the_same_page() {
    let (loaded, sources) = the_hub();
    let rules = loaded.rules();
    let mut texts = 0;
    for entry in &loaded.rendering.site.entries {
        for doc in entry.docs.values().filter(|doc| !doc.file.is_empty()) {
            let text = sources.text(&doc.file).unwrap();
            let mut own = |unit: &Unit| {
                texts += 1;
                Some(normal(unit, unit.tokens.clone()))
            };
            let rewritten = units::rewrite(&text, &doc.file, &entry.type_, &mut own).unwrap();
            let (before, _) = rules.read(&doc.file, &text);
            let (after, said) = rules.read(&doc.file, &rewritten);
            assert!(said.is_empty(), "{}: {said:#?}\n{rewritten}", doc.file);
            let (before, after) = (before.unwrap(), after.unwrap());
            assert_eq!(shape(&before.body.tree), shape(&after.body.tree), "{}", doc.file);
            assert_eq!(before.meta.title(), after.meta.title());
            let fields =
                |document: &samen::document::Document| one_space(&format!("{:?}", document.meta.source_fields()));
            assert_eq!(fields(&before), fields(&after), "{}", doc.file);
        }
    }
    assert!(texts > 100, "{texts}");
}

/// A text with all that is in it, but where its lines end.
fn shape(tree: &Tree) -> String {
    let one = |node: TreeNode<'_>| match node {
        TreeNode::Open(element, _, attributes) => format!("<{element:?} {:?}>", attributes.collect::<Vec<_>>()),
        TreeNode::Text(words, _) => words.to_owned(),
        TreeNode::Close(element, _) => format!("</{element:?}>"),
        TreeNode::Slot(slot) => format!("{slot:?}"),
        TreeNode::OpenComponent(component) => format!("<{} {:?}>", component.name, component.arguments),
        TreeNode::CloseComponent(component) => format!("</{}>", component.name),
    };
    one_space(&tree.nodes().map(one).collect::<String>())
}

fn one_space(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Markdown in all its forms survives a translator who changes nothing.
#[test]
fn markdown_of_every_kind_comes_back_as_it_went() {
    let text = "---\ntitle: A\n---\nEen \\* ster, `code \\`, [verwijzing][b] en <https://hub.example/>.\nMet *nadruk*, \
                **kracht**, ~~weg~~  \nen een harde regel[^1].\n\n> [!NOTE]\n> Citaat met een [link](https://a.example/ \"titel\").\n\n\
                | a | b \\| c |\n|---|---|\n| **d** | `e` |\n\nBegrip\n: Uitleg\n\n1. een\n   - twee\n\n     drie\n2. vier\n\n```\n\
                niet vertalen\n```\n\n![plaat](plaat.svg)\n\n## Kop *met* nadruk {#kop}\n\n[b]: https://b.example/\n[^1]: Een noot.\n";
    let hub = hub(&format!("//- content/pages/a.nl.md\n{text}"))
        .with("content/pages/plaat.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    let sources = hub.sources();
    let loaded = pipeline::load(&sources, &hub.request).loaded.unwrap();
    let entry = loaded.rendering.site.find("pages/a").unwrap();
    let file: Arc<str> = Arc::clone(&entry.source.file);
    let mut seen = Vec::new();
    let mut own = |unit: &Unit| {
        let words = |token: &UnitToken| if let UnitToken::Text(text) = token { text.clone() } else { "·".to_owned() };
        seen.push(unit.tokens.iter().map(words).collect::<String>());
        Some(normal(unit, unit.tokens.clone()))
    };
    let rewritten = units::rewrite(text, &file, &entry.type_, &mut own).unwrap();
    assert_eq!(
        seen,
        [
            "A",
            "Een * ster, ·, ·verwijzing· en ·. Met ·nadruk·, ·kracht·, ·weg··en een harde regel·.",
            "Citaat met een ·link·.",
            "a",
            "b | c",
            "·d·",
            "·",
            "Begrip",
            "Uitleg",
            "een",
            "twee",
            "drie",
            "vier",
            "·plaat·",
            "Kop ·met· nadruk",
            "Een noot.",
        ]
    );
    let tree = |text: &str| shape(&loaded.rules().read(&file, text).0.unwrap().body.tree);
    assert_eq!(tree(text), tree(&rewritten), "{rewritten}");
}
