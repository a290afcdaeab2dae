//! Documents that are no documents, or that should harm whoever reads them: each gives one message, and none a panic.

use std::fmt::Write as _;

use proptest::prelude::*;

use samen::convert;

use crate::archives::{archive, open_with, paragraph, run, word, word_with};
use crate::convert::RULES;
use crate::never_panics::cases;

#[track_caller]
fn refused(name: &str, bytes: &[u8], words: &str) {
    match convert::read(name, bytes, &RULES) {
        Err(refused) => {
            assert!(refused.message.to_string().contains(words), "{}", refused.message);
            assert!(refused.help.is_some_and(|help| help.to_string().len() > 10), "{}", refused.message);
        }
        Ok(found) => panic!("{name} was taken: {found:?}"),
    }
}

#[test]
fn files_that_are_no_documents_say_what_to_do() {
    let old = [&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..], &[0; 600]].concat();
    refused("a.doc", &old, "old form of Word");
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    refused("a.docx", &[&old[..], &name].concat(), "password");
    refused("a.pdf", b"%PDF-1.7", "PDF");
    refused("a.rtf", b"{\\rtf1 x}", "RTF");
    refused("a.docx", b"tekst", "not what its name says");
    refused("a.docx", b"PK\x03\x04 half", "damaged");
    refused("a.xyz", b"tekst", "no document that can be taken");
    refused("a.html", b"<p>caf\xe9</p>", "not UTF-8");
    refused("a.html", b"<meta charset=utf-16><p>caf\xe9</p>", "not UTF-8");
    refused("a.html", b"<meta charset=gbk><p>caf\xff</p>", "not UTF-8");
    refused("a.md", b"charset=latin1 caf\xe9", "not UTF-8");
    refused("a.zip", &archive(&[("a.txt", b"x")]), "no document of a word processor");
    refused("a.docx", &word(""), "no text");
}

#[test]
fn sheets_macros_and_locked_documents_are_refused() {
    let types = |kind: &str| format!("<Types><Override ContentType=\"application/vnd.{kind}\"/></Types>");
    let office = |kind: &str| archive(&[("[Content_Types].xml", types(kind).as_bytes())]);
    refused("a.docx", &office("openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), "a sheet");
    refused("a.docm", &office("ms-word.document.macroEnabled.main+xml"), "macros");
    refused("a.docx", &word_with("<w:p/>", "", &[("word/vbaProject.bin", b"x")]), "macros");
    refused("a.odt", &open_with("", "", &[("Basic/Standard/a.xml", b"x")]), "macros");
    let locked = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    refused("a.odt", &open_with("", "", &[("META-INF/manifest.xml", locked)]), "password");
    let sheet = archive(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"<a/>")]);
    refused("a.ods", &sheet, "a sheet");
}

#[test]
fn archives_that_unfold_without_end_are_refused() {
    let zeros = vec![b' '; 60 << 20];
    refused(
        "a.docx",
        &word_with("<w:p/>", "", &[("word/styles2.xml", &zeros)]).replace_part("styles.xml", &zeros),
        "too large",
    );
    let many: Vec<String> = (0..10_001).map(|number| format!("p{number}")).collect();
    let parts: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    refused("a.docx", &archive(&parts), "more than 10,000 parts");
    for name in ["../a.xml", "/../a", "a/../../b", "C:\\a", "..\\a"] {
        refused("a.docx", &archive(&[(name, b"x")]), "leads out of it");
    }
    refused("a.docx", &archive(&[("a.xml", b"x"), ("a.xml", b"y")]), "two of its parts have one name");
}

/// A document whose styles are these bytes.
trait WithStyles {
    fn replace_part(self, name: &str, bytes: &[u8]) -> Vec<u8>;
}

impl WithStyles for Vec<u8> {
    fn replace_part(self, _: &str, bytes: &[u8]) -> Vec<u8> {
        let types = "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
        archive(&[
            ("[Content_Types].xml", types.as_bytes()),
            ("word/document.xml", b"<a/>"),
            ("word/styles.xml", bytes),
        ])
    }
}

#[test]
fn xml_that_is_too_deep_or_broken_is_refused() {
    refused("a.docx", &word(&format!("{}{}", "<w:sdt>".repeat(80), "</w:sdt>".repeat(80))), "64 deep");
    refused("a.docx", &word("<w:p>"), "not well-formed");
    let entity = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>"),
    ]);
    refused("a.odt", &entity, "not well-formed");
}

#[test]
fn a_document_of_five_thousand_pages_is_refused_in_time() {
    let line = paragraph("", None, &run(&"woorden die een bladzijde vullen ".repeat(15)));
    let mut body = String::new();
    (0..30_000).for_each(|_| body.push_str(&line));
    refused("a.docx", &word(&body), "2 MB");
}

#[test]
fn many_lists_notes_and_cells_are_read_in_time() {
    let mut body = String::new();
    for level in 0..3_000_u32 {
        body.push_str(&paragraph("", Some((1, level % 9)), &run("punt")));
    }
    let cells = "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>".repeat(70);
    let _ = write!(body, "<w:tbl><w:tr>{cells}</w:tr></w:tbl>");
    body.push_str(&paragraph("", None, &"<w:r><w:footnoteReference w:id=\"1\"/></w:r>".repeat(6_000)));
    let mut long = String::new();
    (0..200_000).for_each(|_| long.push_str("a*_ "));
    body.push_str(&paragraph("", None, &run(&long)));
    let found = convert::read("a.docx", &word(&body), &RULES).unwrap();
    assert!(found.markdown.len() > 100_000);
    let page = format!("{}x{}", "<div><ul><li>".repeat(3_000), "</li></ul></div>".repeat(3_000));
    assert!(convert::read("a.html", page.as_bytes(), &RULES).is_ok());
}

#[test]
fn a_page_whose_elements_never_end_is_refused_before_it_is_parsed() {
    for element in ["<div>", "<div/>", "<p><b>", "<div title='a>b'>", "<font size=1>", "<a href=x>", "<table><tr><td>"]
    {
        refused("a.html", element.repeat(100_000).as_bytes(), "too deep");
    }
    let fine = ["<p>x", "<li>x", "<br/>", "<svg/>", "<img src=a.png>", "<script>'<div>'</script>", "<i>x</i></u>"];
    for part in fine {
        assert!(convert::read("a.html", format!("x{}", part.repeat(9_000)).as_bytes(), &RULES).is_ok(), "{part}");
    }
}

proptest! {
    #![proptest_config(cases(250))]

    #[test]
    fn damaged_archives_end_no_reader(at in any::<prop::sample::Index>(), bytes in proptest::collection::vec(any::<u8>(), 1..12), cut in any::<bool>()) {
        let sound = word(&[paragraph("Kop1", Some((5, 0)), &run("Een")), paragraph("", Some((1, 0)), &run("twee"))].concat());
        let mut damaged = sound;
        let at = at.index(damaged.len());
        if cut {
            damaged.truncate(at);
        } else {
            let end = (at + bytes.len()).min(damaged.len());
            damaged.splice(at..end, bytes);
        }
        let _ = convert::read("a.docx", &damaged, &RULES);
    }

    #[test]
    fn mixed_parts_end_no_reader(parts in proptest::collection::vec(prop::sample::select(PARTS), 0..40)) {
        let body = parts.concat();
        // Most are not well-formed; those that are say anything in any place.
        let _ = convert::read("a.docx", &word(&body), &RULES);
        let _ = convert::read("a.docx", &word(&closed(&parts)), &RULES);
        let _ = convert::read("a.odt", &open_with(&closed(&parts), "", &[]), &RULES);
        let _ = convert::read("a.html", body.replace("w:", "").as_bytes(), &RULES);
    }
}

const PARTS: &[&str] = &[
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>tekst</w:t>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:pPr><w:numPr><w:ilvl w:val=\"8\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr>",
    "<w:pPr><w:pStyle w:val=\"Kop1\"/></w:pPr>",
    "<w:fldChar w:fldCharType=\"begin\"/>",
    "<w:fldChar w:fldCharType=\"separate\"/>",
    "<w:fldChar w:fldCharType=\"end\"/>",
    "<w:instrText>HYPERLINK \\l</w:instrText>",
    "<w:br/>",
    "<w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/>",
    "<w:drawing>",
    "</w:drawing>",
    "<a:blip r:embed=\"n\"/>",
    "<w:txbxContent>",
    "</w:txbxContent>",
    "<w:sdt><w:sdtContent>",
    "</w:sdtContent></w:sdt>",
    "<w:footnoteReference w:id=\"1\"/>",
    "<w:ins>",
    "</w:ins>",
    "<w:tcPr><w:vMerge/><w:gridSpan w:val=\"99999\"/></w:tcPr>",
    "<ul>",
    "</ul>",
    "<li>",
    "</li>",
    "<a href=\"#a\" id=\"b\">",
    "</a>",
    "<table>",
    "</table>",
    "<td rowspan=\"9999\" colspan=\"99\">",
    "</td>",
];

/// The same parts, with every end where it belongs.
fn closed(parts: &[&str]) -> String {
    let mut out = String::new();
    let mut open: Vec<&str> = Vec::new();
    for part in parts {
        let single = part.ends_with("/>") || part.starts_with("<w:t>") || part.matches('<').count() > 1;
        if single {
            out.push_str(part);
        } else if let Some(name) = part.strip_prefix("</") {
            if open.last().is_some_and(|last| format!("{last}>") == name) {
                open.pop();
                out.push_str(part);
            }
        } else if open.len() < 20 {
            open.push(part[1..].split([' ', '>']).next().unwrap_or_default());
            out.push_str(part);
        }
    }
    open.iter().rev().for_each(|name| out.push_str(&format!("</{name}>")));
    out
}
