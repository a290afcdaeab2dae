//! Characters of pages and the fonts that a theme declares for them.

use crate::fixture::{Hub, hub};

/// A font that has nothing but the table of its characters, in one format.
fn font(subtable: &[u8]) -> Vec<u8> {
    let offset = 12_u32;
    let cmap = [&[0, 0, 0, 1, 0, 3, 0, 10][..], &offset.to_be_bytes(), subtable].concat();
    let length = u32::try_from(cmap.len()).unwrap();
    let record = [&b"cmap\0\0\0\0"[..], &28_u32.to_be_bytes(), &length.to_be_bytes()].concat();
    [&[0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0][..], &record, &cmap].concat()
}

/// Characters from one to another, by format 12; the first has the glyph `first`.
fn groups(from: char, to: char, first: u32) -> Vec<u8> {
    let numbers = [28, 0, 1, u32::from(from), u32::from(to), first];
    let rest: Vec<u8> = numbers.iter().flat_map(|number| number.to_be_bytes()).collect();
    font(&[&[0, 12, 0, 0][..], &rest].concat())
}

/// Characters from one to another, by format 4.
fn segments(from: char, to: char) -> Vec<u8> {
    let short = |c: char| u16::try_from(u32::from(c)).unwrap();
    let numbers = [4, 32, 0, 4, 0, 0, 0, short(to), 0xFFFF, 0, short(from), 0xFFFF, 1, 1, 0, 0];
    font(&numbers.iter().flat_map(|number| number.to_be_bytes()).collect::<Vec<u8>>())
}

/// A site whose style sheet declares a font, with a text in Dutch.
fn site(face: &str, font: &[u8], text: &str) -> Hub {
    hub(&format!("//- data/types/page.yaml\nfolder: pages\npath: \"\"\nfallback: none\n//- content/pages/a.nl.md\n---\ntitle: A\n---\n{text}\n"))
        .with("themes/mini/assets/mini.css", format!("@font-face {{ font-family: F; src: {face} }}"))
        .with("themes/mini/assets/fonts/f.ttf", font)
}

/// The characters that no font has, each with the language that is named.
fn missing(hub: &Hub) -> Vec<String> {
    let found = hub.check();
    let missing = found.items().iter().filter(|one| one.code == "glyph-missing");
    missing.map(|one| one.message.to_string().split_once("no font of the theme has ").unwrap().1.to_owned()).collect()
}

const FACE: &str = "url(fonts/f.ttf)";

#[test]
fn a_character_that_no_font_has_is_told_with_its_page() {
    let all = groups(' ', '\u{24F}', 1);
    assert_eq!(missing(&site(FACE, &all, "Een café, ž.")), Vec::<String>::new());
    let hub = site(FACE, &all, "Een ☂ en &#x1F600;, en `日`.");
    let expected =
        ["`☂` (U+2602), on pages in `nl`", "`日` (U+65E5), on pages in `nl`", "`😀` (U+1F600), on pages in `nl`"];
    assert_eq!(missing(&hub), expected);
    let found = hub.check();
    assert!(
        found.items().iter().all(|one| one.message.to_string().contains("`/nl/a/`: no font")),
        "{:#?}",
        found.items()
    );
    assert!(!found.has_errors(), "a page can be read all the same");
}

#[test]
fn both_forms_of_the_table_are_read() {
    let (letters, rest) = ("zebra", "☂");
    for font in [groups(' ', '~', 3), segments(' ', '~'), groups(' ', '~', u32::MAX)] {
        let found = missing(&site(FACE, &font, &format!("{letters} {rest}")));
        assert!(found.iter().any(|one| one.starts_with("`☂`")), "{found:?}");
        assert!(!found.iter().any(|one| one.starts_with("`z`")), "{found:?}");
    }
    // The first glyph of a font is the box for what is missing.
    let found = missing(&site(FACE, &groups('a', '~', 0), "a b"));
    assert!(found.iter().any(|one| one.starts_with("`a`")) && !found.iter().any(|one| one.starts_with("`b`")));
}

#[test]
fn a_font_is_used_for_its_range_only() {
    let face = "url(fonts/f.ttf); unicode-range: U+20-7E";
    assert_eq!(missing(&site(face, &groups(' ', '\u{24F}', 1), "é")), ["`é` (U+00E9), on pages in `nl`"]);
}

#[test]
fn a_compressed_font_is_read() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/hub/assets/fonts/noto-sans-cyrillic.woff2");
    let latin = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/hub/assets/fonts/noto-sans-latin.woff2");
    let face = "url(fonts/f.ttf) } @font-face { font-family: F; src: url(fonts/latin.woff2)";
    let hub = site(face, &std::fs::read(file).unwrap(), "Привіт, Київ: № 5, ґ. Ж\u{301} and ሀ")
        .with("themes/mini/assets/fonts/latin.woff2", std::fs::read(latin).unwrap());
    let missing = missing(&hub);
    assert!(missing.contains(&"`ሀ` (U+1200), on pages in `nl`".to_owned()), "{missing:?}");
    assert!(missing.iter().all(|one| !"ПривітКиїґЖ№".contains(one[1..].chars().next().unwrap())), "{missing:?}");
}

#[test]
fn the_theme_may_leave_characters_to_the_device() {
    let hub = site(FACE, &groups(' ', '~', 1), "☂ ☃ é");
    let left = hub.edit("themes/mini/theme.yaml", "css:", "system_glyphs: [\"☂é\"]\ncss:");
    assert_eq!(missing(&left), ["`☃` (U+2603), on pages in `nl`"]);
}

#[test]
fn what_is_not_drawn_on_the_page_needs_no_font() {
    let hub = site(FACE, &groups(' ', '~', 1), "a\u{200B}b\u{200D}c\u{AD}d\u{FE0F} \u{2068}x\u{2069}");
    let hub = hub.edit(
        "themes/mini/templates/page.html",
        "<article>",
        "<script type=\"application/ld+json\">\"☂\"</script><article>",
    );
    // The title of every page has a dash in the mini theme; it stands in the frame of the browser.
    assert_eq!(missing(&hub), Vec::<String>::new());
}

#[test]
fn a_theme_without_fonts_and_a_font_that_cannot_be_read_are_not_judged() {
    assert_eq!(missing(&site("local(Arial)", b"", "☂")), Vec::<String>::new());
    assert_eq!(missing(&hub("//- content/pages/a.nl.md\n---\ntitle: A\n---\n☂\n")), Vec::<String>::new());
    for broken in
        [b"".as_slice(), b"wOF2", b"wOFF\0\0\0\0", &groups(' ', '~', 1)[..60], &[b'w', b'O', b'F', b'2', 255, 255]]
    {
        assert_eq!(missing(&site(FACE, broken, "☂")), Vec::<String>::new());
    }
}
