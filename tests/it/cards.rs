//! Pictures that other sites show with a link to a page.

use crate::fixture::Hub;
use crate::prints::TWO;
use crate::sheets::site;

/// A layout of twice as many points as it has to have pixels, and sheets that have pictures of their own.
const CARD: &str = "//- templates/flyers/card.typ
#import \"lib.typ\": *
#show: style
#set page(width: 600pt, height: 315pt)
#text(size: 30pt, if data.home { data.site } else { data.title })
";

fn cards(fixture: &str) -> Hub {
    site(&format!("{TWO}{CARD}{fixture}"))
        .edit("samen.yaml", "theme: mini", "theme: mini\ncards: card")
        .edit("data/types/sheet.yaml", "template: sheet.html", "template: sheet.html\ncard: true")
        .edit(
            "themes/mini/templates/base.html",
            "<meta charset=\"utf-8\">",
            "<meta charset=\"utf-8\">{% if page?.card %}<meta name=\"card\" content=\"{{ page.card.url }} {{ page.card.title }}\">{% endif %}",
        )
}

/// The picture and the title that a page names.
fn told(site: &Hub, page: &str) -> Option<String> {
    let html = site.output(page);
    let start = html.find("<meta content=\"https://hub.example/")? + "<meta content=\"https://hub.example/".len();
    let end = html[start..].find('"')?;
    html[start..start + end].to_owned().into()
}

#[test]
fn an_entry_has_a_picture_of_its_own_and_other_pages_that_of_the_site() {
    let site = cards("//- content/pages/b.nl.md\n---\ntitle: B\n---\n");
    let outputs = site.outputs();
    for file in ["nl/card.png", "en/card.png", "nl/bladen/a/card.png", "en/sheets/a/card.png"] {
        let png = &outputs[file];
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n", "{file}");
        assert_eq!(png[16..24], [0, 0, 0x04, 0xb0, 0, 0, 0x02, 0x76], "{file} is not 1200 by 630 pixels");
    }
    assert_ne!(outputs["nl/card.png"], outputs["nl/bladen/a/card.png"]);
    assert_eq!(told(&site, "nl/bladen/a/index.html").as_deref(), Some("nl/bladen/a/card.png Blad"));
    assert_eq!(told(&site, "nl/b/index.html").as_deref(), Some("nl/card.png B"));
    assert_eq!(told(&site, "nl/bladen/index.html").as_deref(), Some("nl/card.png Sheets"));
    assert!(!site.names().iter().any(|name| name.starts_with("nl/b/card") || name.starts_with("nl/bladen/card")));
}

#[test]
fn a_page_that_should_not_draw_attention_shows_the_picture_and_the_name_of_the_site() {
    let site = cards("").edit("content/sheets/a.nl.md", "title: Blad", "title: Blad\nsensitive: true");
    assert_eq!(told(&site, "nl/bladen/a/index.html").as_deref(), Some("nl/card.png Proef"));
    assert_eq!(told(&site, "en/sheets/a/index.html").as_deref(), Some("en/card.png Trial"));
    assert!(!site.names().iter().any(|name| name == "nl/bladen/a/card.png" || name == "en/sheets/a/card.png"));
}

#[test]
fn without_the_setting_there_are_no_pictures() {
    let site = cards("").edit("samen.yaml", "\ncards: card", "");
    assert!(!site.names().iter().any(|name| name.ends_with("card.png")));
    assert_eq!(told(&site, "nl/bladen/a/index.html"), None);
}

#[test]
fn a_borrowed_text_has_the_picture_of_the_site_in_the_language_of_the_reader() {
    let site = cards("//- content/sheets/b.nl.md\n---\ntitle: Alleen hier\n---\n");
    assert_eq!(told(&site, "en/sheets/b/index.html").as_deref(), Some("en/card.png Alleen hier"));
}

#[test]
fn a_picture_has_one_page_and_its_layout_exists() {
    let two = cards("").edit("templates/flyers/card.typ", "#set page(", "#pagebreak(weak: false)\n#set page(");
    let found = two.check();
    let said: Vec<String> = found.items().iter().map(|item| item.message.to_string()).collect();
    assert!(
        said.iter().any(|said| said == "the layout `card` makes 2 pages of what has to be one picture"),
        "{said:?}"
    );
    let missing = cards("").edit("samen.yaml", "cards: card", "cards: crad");
    let found = missing.check();
    let item = found.items().iter().find(|item| item.code == "flyer-layout").expect("it is told");
    assert_eq!(item.message.to_string(), "the theme has no layout `crad`");
    assert_eq!(item.at.as_ref().map(|at| &*at.file), Some("samen.yaml"));
    assert_eq!(item.help.as_ref().map(ToString::to_string).as_deref(), Some("did you mean `card`?"));
}

#[test]
fn a_missing_home_page_is_told_and_its_picture_adds_nothing() {
    let site = cards("").without("content/_index.nl.md").without("content/_index.en.md");
    assert_eq!(site.codes(), ["empty-site"]);
}
