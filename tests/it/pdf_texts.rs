//! Files in PDF beside pages: they are found by their words, no file breaks the program, and what is closed stays closed.

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::write::ZlibEncoder;
use proptest::prelude::*;
use samen::pdf::{PdfText, text_of};

use crate::fixture::Hub;
use crate::search::{index, site, urls};

const PAGE: &str = "//- content/pages/a/index.nl.md\n---\ntitle: Bladen\n---\n[blad](blad.pdf)\n";
const FILE: &str = "content/pages/a/blad.pdf";
const ADDRESS: &str = "/files/pages/a/blad.pdf";

/// A PDF file of these objects, the first of which is its catalogue.
fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (object, number) in objects.iter().zip(1..) {
        writeln!(table, "{:010} 00000 n ", out.len()).unwrap();
        out.extend(format!("{number} 0 obj\n").as_bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let end = format!("{table}trailer\n<</Size {} /Root 1 0 R>>\nstartxref\n{}\n%%EOF\n", objects.len() + 1, out.len());
    out.extend(end.as_bytes());
    out
}

fn stream(entries: &str, bytes: &[u8]) -> Vec<u8> {
    [format!("<<{entries} /Length {}>>stream\n", bytes.len()).as_bytes(), bytes, b"\nendstream"].concat()
}

/// A file of one page with that content, and more objects from number five.
fn page(content: Vec<u8>, resources: &str, more: &[Vec<u8>]) -> Vec<u8> {
    let page = format!(
        "<</Type/Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources <</Font <</F <</Type/Font /Subtype/Type1 /BaseFont/Helvetica>>>> {resources}>>>>"
    );
    let first =
        [b"<</Type/Catalog /Pages 2 0 R>>".to_vec(), b"<</Type/Pages /Kids [3 0 R] /Count 1>>".to_vec(), page.into()];
    file(&[&first[..], &[content], more].concat())
}

/// A page with lines of text.
pub fn sheet(lines: &[&str]) -> Vec<u8> {
    let lines = lines.iter().map(|line| format!("({line}) Tj 0 -14 Td "));
    page(stream("", format!("BT /F 12 Tf 72 700 Td {}ET", lines.collect::<String>()).as_bytes()), "", &[])
}

fn folded(bytes: &[u8]) -> Vec<u8> {
    let mut folder = ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    folder.write_all(bytes).unwrap();
    folder.finish().unwrap()
}

fn text(bytes: &[u8]) -> String {
    match text_of(bytes) {
        PdfText::Text(text) => text.to_string(),
        other => format!("{other:?}"),
    }
}

fn beside(pdf: Vec<u8>) -> Hub {
    site(PAGE).with(FILE, pdf)
}

#[test]
fn a_file_is_found_by_its_words_in_every_language_of_its_page() {
    let hub = beside(sheet(&["Richtlijn voor tolken,", "over zonnebloemen"])).with(
        "content/pages/a/index.en.md",
        "---\ntitle: Sheets\ntranslation: {source: nl, state: reviewed}\n---\n[sheet](blad.pdf)\n",
    );
    assert_eq!(urls(&hub, "nl", "zonnebloemen"), [ADDRESS]);
    assert_eq!(urls(&hub, "en", "zonnebloemen"), [ADDRESS]);
    let shown = r#""title":"blad.pdf","in":"Bladen","text":"Richtlijn voor tolken, over zonnebloemen""#;
    assert!(index(&hub).values().any(|file| file.contains(shown)), "{:?}", index(&hub));
    assert_eq!(hub.codes(), [""; 0]);
}

#[test]
fn a_changed_file_changes_the_index_and_no_page() {
    let folder = tempfile::tempdir().unwrap();
    let hub = beside(sheet(&["rozenbloem"]));
    let build = |hub: &Hub| {
        hub.write(folder.path());
        let output = samen::output::OutputDir::open(folder.path(), &folder.path().join("public")).unwrap();
        let watch = samen::pipeline::RunControl::default();
        samen::pipeline::build(folder.path(), &output, &hub.request, &watch).unwrap().rendered
    };
    build(&hub);
    let other = beside(sheet(&["korenbloem"]));
    assert_eq!(other.files[FILE].len(), hub.files[FILE].len(), "pages tell the size of a file");
    let kept = || std::fs::read_dir(folder.path().join(".samen/papers")).unwrap().count();
    assert_eq!(kept(), 1);
    let own = hub.names().iter().filter(|name| name.starts_with("search/nl/")).count();
    assert_eq!(build(&other), 1 + own, "the file itself and the index of its language");
    assert_eq!(kept(), 1, "the text of the old file is forgotten");
}

#[test]
fn of_a_meeting_that_is_not_public_no_word_is_read() {
    for (level, found) in [("public", true), ("summary", false), ("closed", false)] {
        let meeting = format!(
            "//- content/meetings/m/index.nl.md\n---\ntitle: M\nconfidentiality: {level}\n---\n[verslag](verslag.pdf)\n"
        );
        let hub = site(&meeting).with("content/meetings/m/verslag.pdf", sheet(&["getuigenverklaring"]));
        let all: String = index(&hub).into_values().collect();
        assert_eq!(all.contains("getuigenverklaring"), found, "{level}");
        let folder = tempfile::tempdir().unwrap();
        hub.write(folder.path());
        let output = samen::output::OutputDir::open(folder.path(), &folder.path().join("public")).unwrap();
        samen::pipeline::build(folder.path(), &output, &hub.request, &samen::pipeline::RunControl::default()).unwrap();
        assert_eq!(folder.path().join(".samen/papers").exists(), found, "what is not published is not kept: {level}");
    }
}

#[test]
fn a_broken_file_is_told_and_found_by_its_name_and_a_locked_one_is_no_mistake() {
    for broken in [&b"%PDF-1.7"[..], &sheet(&["x"])[..40]] {
        let hub = beside(broken.to_vec());
        assert_eq!(hub.codes(), ["pdf-unreadable"], "{broken:?}");
        assert!(urls(&hub, "nl", "blad").contains(&ADDRESS.to_owned()));
    }
    let locked = beside([sheet(&["geheim"]), b"<</Encrypt 9 0 R>>".to_vec()].concat());
    assert_eq!(locked.codes(), [""; 0]);
    assert!(urls(&locked, "nl", "blad").contains(&ADDRESS.to_owned()));
    assert_eq!(urls(&locked, "nl", "geheim"), [""; 0]);
    let unsearched = crate::fixture::hub(PAGE).with(FILE, "%PDF-1.7");
    assert_eq!(unsearched.codes(), [""; 0], "without a page to search no file is read");
}

#[test]
fn folded_and_nested_content_is_read() {
    let content = folded(b"BT /F 12 Tf 72 700 Td (gevouwen) Tj ET /X Do");
    let form = stream("/Type/XObject /Subtype/Form /BBox [0 0 600 800]", b"BT /F 12 Tf 72 500 Td (ingebed) Tj ET");
    let pdf = page(stream("/Filter/FlateDecode", &content), "/XObject <</X 5 0 R>>", &[form]);
    assert_eq!(text(&pdf), "gevouwen\ningebed");
}

#[test]
fn a_file_that_unfolds_without_end_ends() {
    // Without bounds this test would never end: the parts alone unfold to ten to the thirtieth.
    // Much of nothing in little.
    let bomb = folded(&vec![b' '; 65 << 20]);
    assert_eq!(text_of(&page(stream("/Filter/FlateDecode", &bomb), "", &[])), PdfText::Closed);
    // A part that uses the next one ten times, thirty levels deep.
    let forms: Vec<Vec<u8>> = (6..36)
        .map(|next| {
            let entries =
                format!("/Type/XObject /Subtype/Form /BBox [0 0 9 9] /Resources <</XObject <</X {next} 0 R>>>>");
            stream(&entries, "/X Do ".repeat(10).as_bytes())
        })
        .collect();
    let pdf = page(stream("", b"BT /F 12 Tf 72 700 Td (eerst) Tj ET /X Do"), "/XObject <</X 5 0 R>>", &forms);
    assert_eq!(text(&pdf), "eerst", "what was read before stays");
    // Parts that use themselves, and states within states.
    let own =
        stream("/Type/XObject /Subtype/Form /BBox [0 0 9 9] /Resources <</XObject <</X 5 0 R>>>>", b"/X Do /X Do");
    assert_eq!(text(&page(stream("", b"/X Do"), "/XObject <</X 5 0 R>>", &[own])), "");
    for deep in [&b"q "[..], b"(("] {
        assert_eq!(text(&page(stream("", &deep.repeat(200_000)), "", &[deep.repeat(200_000)])), "");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_break_the_reader(
        cut in 0_usize..700,
        changes in prop::collection::vec((0_usize..700, any::<u8>()), 0..12),
        tail in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let mut bytes = sheet(&["Een blad met woorden", "en nog een regel"]);
        bytes.truncate(cut.max(20));
        for (at, byte) in changes {
            if let Some(place) = bytes.get_mut(at) {
                *place = byte;
            }
        }
        bytes.extend(tail);
        let read = text_of(&bytes);
        prop_assert!(read.text().len() < bytes.len() + 1000, "{read:?}");
    }

    #[test]
    fn no_noise_breaks_the_reader(noise in prop::collection::vec(any::<u8>(), 0..900)) {
        let read = text_of(&[b"%PDF-1.4\n".to_vec(), noise].concat());
        prop_assert!(read.text().len() < 3000, "{read:?}");
    }
}

/// The first two objects: a catalogue and a tree of pages that starts with these objects.
fn tree(kids: &str, more: &[Vec<u8>]) -> Vec<u8> {
    let first = [b"<</Type/Catalog /Pages 2 0 R>>".to_vec(), format!("<</Type/Pages /Kids {kids}>>").into_bytes()];
    file(&[&first[..], more].concat())
}

/// Objects from number three, each the parent of the next.
fn levels(count: usize, kids: impl Fn(usize) -> String) -> Vec<Vec<u8>> {
    (4..count + 4).map(|next| format!("<</Type/Pages /Kids {}>>", kids(next)).into_bytes()).collect()
}

#[test]
fn a_tree_of_pages_that_is_deep_or_has_no_end_stays_closed() {
    let closed = |pdf: &[u8]| assert_eq!(text_of(pdf), PdfText::Closed);
    // 0.4 to 0.8 MB; the settings of each page were copied for each level above it: 2.5 GB, and an end of the program.
    for count in [100, 5_000, 10_000] {
        closed(&tree("[3 0 R]", &levels(count, |next| format!("[{next} 0 R]"))));
    }
    // Not deep, but each level has twice as many pages as that above.
    closed(&tree("[3 0 R 3 0 R]", &levels(30, |next| format!("[{next} 0 R {next} 0 R]"))));
    closed(&tree("[2 0 R]", &[]));
    closed(&tree("[3 0 R]", &[b"<</Type/Pages /K#69ds 4 0 R>>".to_vec(), b"[3 0 R]".to_vec()]));
    closed(&tree(&"[<</Type/Pages /Kids ".repeat(60), &[]));
    // Wide trees of a book are read.
    let pages: String = (0..3_000).map(|_| "<</Type/Page>>").collect();
    assert_eq!(text_of(&tree(&format!("[{pages}]"), &[])), PdfText::Text("".into()));
    // The same in a stream that holds objects: 3 to 60 are in it.
    let inner = levels(60, |next| format!("[{next} 0 R]"));
    let mut places = String::new();
    let mut at = 0;
    for (object, number) in inner.iter().zip(3..) {
        write!(places, "{number} {at} ").unwrap();
        at += object.len() + 1;
    }
    let bytes = [places.as_bytes(), &inner.join(&b" "[..])].concat();
    let held = stream(&format!("/Type/ObjStm /N 60 /First {} /Filter/FlateDecode", places.len()), &folded(&bytes));
    closed(&tree("[3 0 R]", &[b"null".to_vec(), held]));
}

#[test]
fn what_a_page_is_drawn_with_may_not_lead_round_or_nest_without_end() {
    let closed = |resources: &str, more: &[&str]| {
        let more: Vec<Vec<u8>> = more.iter().map(|object| object.as_bytes().to_vec()).collect();
        assert_eq!(text_of(&page(stream("", b"/C cs 0 sc"), resources, &more)), PdfText::Closed, "{resources}");
    };
    closed("/ColorSpace<</C 5 0 R>>", &["[/Indexed 5 0 R 1 (ab)]"]);
    closed("/ColorSpace<</C [/Separation /X /DeviceRGB 5 0 R]>>", &["<</FunctionType 3 /Functions [5 0 R]>>"]);
    let nested = format!("/ColorSpace<</C {}>>", "[/Indexed ".repeat(100_000));
    closed(&nested, &[]);
    // 0.1 to 2 MB of brackets, bare and folded.
    for part in ["[", "<</A ", "[<</A[1]/B"] {
        let deep = part.repeat(200_000);
        assert_eq!(text_of(&page(stream("", deep.as_bytes()), "", &[])), PdfText::Closed);
        let folded = folded(deep.as_bytes());
        assert_eq!(text_of(&page(stream("/Filter/FlateDecode", &folded), "", &[])), PdfText::Closed);
        assert_eq!(text_of(format!("%PDF-1.7\n{deep}").as_bytes()), PdfText::Closed);
    }
    // Folded twice, it could unfold to a million times its size.
    let twice = folded(&folded(&vec![b' '; 1_000_000]));
    assert_eq!(text_of(&page(stream("/Filter[/FlateDecode/FlateDecode]", &twice), "", &[])), PdfText::Closed);
    let old = stream("/Filter/LZWDecode", b"\x80\x0b\x60\x50");
    assert_eq!(text_of(&page(old, "", &[])), PdfText::Closed);
}
