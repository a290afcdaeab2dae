//! `samen serve` with prints: made when somebody asks for them, the same bytes as those of a build.

use std::collections::BTreeMap;
use std::fs;
use std::thread;

use crate::disk::Disk;
use crate::prints::{TWO, kept};
use crate::serve::published;
use crate::server::Server;
use crate::sheets::site;

const PDF: &str = "/en/sheets/a/a-sheet-en.pdf";

/// A site with a sheet in two languages, and a page without a print.
fn sheets() -> Disk {
    Disk::of(&site(&format!("{TWO}//- content/pages/plain.nl.md\n---\ntitle: Gewoon\n---\nZonder afdruk.\n")))
}

#[test]
fn pages_and_files_of_prints_are_those_of_a_build() {
    let disk = sheets();
    disk.built();
    let public = disk.public();
    // Nothing is taken from what the build printed.
    fs::remove_dir_all(disk.path(".samen")).unwrap();
    let server = Server::of(&disk);
    let about: BTreeMap<_, _> =
        public.iter().filter(|(file, _)| file.contains("a-sheet") || file.contains("/a/")).collect();
    assert_eq!(about.len(), 10, "{:?}", about.keys());
    for (file, bytes) in about {
        let response = server.get(&format!("/{}", file.strip_suffix("index.html").unwrap_or(file)));
        assert_eq!(response.status, 200, "{file}");
        if file.ends_with(".html") {
            assert_eq!(published(&response), String::from_utf8_lossy(bytes), "{file}");
            assert!(response.text().contains("-large.pdf"), "the page tells of its prints");
        } else {
            assert!(response.body == *bytes, "{file}");
        }
    }
    assert_eq!(disk.public(), public);
}

#[test]
fn a_print_is_made_for_whoever_asks_and_for_nobody_else() {
    let disk = sheets();
    let server = Server::of(&disk);
    server.shows("/nl/plain/", "Zonder afdruk.");
    assert!(!disk.exists(".samen/prints"), "nobody asked for one");
    assert_eq!(server.get(PDF).header("content-type"), "application/pdf");
    assert_eq!(kept(&disk).len(), 1);
    // A page tells of its own prints in all forms, and of the plain ones of other languages.
    server.shows("/en/sheets/a/", "a-sheet-en-large.pdf");
    let before = kept(&disk);
    assert_eq!(before.len(), 3);
    disk.edit("content/sheets/a.en.md", "there", "everybody");
    server.shows("/en/sheets/a/", "everybody");
    let after = kept(&disk);
    assert_eq!(after.len(), 3, "what an edit replaced is not kept");
    assert_eq!(after.keys().filter(|key| before.contains_key(*key)).count(), 1, "Dutch is not printed again");
}

#[test]
fn a_print_comes_whole_in_parts_or_not_at_all() {
    let disk = sheets();
    let server = Server::of(&disk);
    // The head alone, of what nobody has asked for yet.
    let head = server.ask("HEAD", PDF, "");
    let whole = server.get(PDF);
    let length = whole.body.len();
    assert_eq!((head.status, head.header("content-length"), head.body.len()), (200, &*length.to_string(), 0));
    assert_eq!((head.header("etag"), head.header("accept-ranges")), (whole.header("etag"), "bytes"));
    let part = server.ask("GET", PDF, "Range: bytes=-9\r\n");
    assert_eq!(
        (part.status, part.header("content-range")),
        (206, &*format!("bytes {}-{}/{length}", length - 9, length - 1))
    );
    assert_eq!(part.body, whole.body[length - 9..]);
    let known = server.ask("GET", PDF, &format!("If-None-Match: {}\r\n", whole.header("etag")));
    assert_eq!((known.status, known.body.len()), (304, 0));
    // After an edit the tag is another one.
    disk.edit("content/sheets/a.en.md", "title: Sheet", "title: Leaf");
    server.shows("/en/sheets/a/", "Leaf");
    let changed = server.ask("GET", PDF, &format!("If-None-Match: {}\r\n", whole.header("etag")));
    assert_eq!(changed.status, 200);
    assert_ne!(changed.header("etag"), whole.header("etag"));
}

#[test]
fn what_cannot_be_printed_is_told_on_its_page_and_the_page_is_there() {
    let disk = sheets();
    let server = Server::of(&disk);
    server.shows("/nl/bladen/a/", "a-sheet-nl.pdf");
    let mut events = server.listen("/nl/bladen/a/");
    assert_eq!(events.next(), ("problems".to_owned(), "0".to_owned()));
    // No font of the theme has this character.
    disk.edit("content/sheets/a.nl.md", "Hallo", "Hallo \u{13000}");
    assert_eq!(events.next().0, "reload");
    let page = server.shows("/nl/bladen/a/", "Hallo \u{13000}").text();
    assert!(!page.contains("a-sheet-nl.pdf"), "{page}");
    let mut events = server.listen("/nl/bladen/a/");
    assert!(events.next().1.starts_with("1/"));
    let overlay = server.get("/_samen/overlay/nl/bladen/a/").text();
    assert!(overlay.contains("1 error") && overlay.contains("Egyptian Hieroglyphs"), "{overlay}");
    assert!(overlay.contains("content/sheets/a.nl.md:4:") && overlay.contains("Hallo \u{13000}"), "{overlay}");
    assert!(overlay.contains("without what cannot be printed"), "{overlay}");
    let pdf = server.get("/nl/bladen/a/a-sheet-nl.pdf");
    assert!(pdf.status == 500 && pdf.text().contains("Egyptian Hieroglyphs"), "{} {}", pdf.status, pdf.text());
    assert!(server.get("/_samen/").text().contains("Prints that cannot be made"));
    // Other pages know nothing of it.
    assert!(server.get("/_samen/overlay/nl/plain/").text().contains("0 errors"));
    disk.edit("content/sheets/a.nl.md", " \u{13000}", "");
    assert_eq!(events.next().0, "reload");
    server.shows("/nl/bladen/a/", "a-sheet-nl.pdf");
    assert!(!server.get("/_samen/").text().contains("Prints that cannot be made"));
}

#[test]
fn a_layout_that_changes_prints_again_and_one_with_a_mistake_ends_nothing() {
    let disk = sheets();
    let server = Server::of(&disk);
    let before = server.get(PDF).body;
    disk.edit("themes/mini/flyers/plain.typ", "#content", "Onder de kop.\n#content");
    server.until(PDF, |response| response.status == 200 && response.body != before);
    disk.edit("themes/mini/flyers/plain.typ", "#content", "#let x = 1 + \"a\"\n#content");
    let page = server.until(PDF, |response| response.status == 500).text();
    assert!(page.contains("themes/mini/flyers/plain.typ:") && page.contains("_samen/reload.js"), "{page}");
    server.shows("/nl/plain/", "Zonder afdruk.");
    disk.edit("themes/mini/flyers/plain.typ", "#let x = 1 + \"a\"\n", "");
    server.until(PDF, |response| response.status == 200);
}

#[test]
fn many_who_ask_for_prints_at_once_are_all_answered_and_pages_do_not_wait_for_them() {
    let disk = sheets();
    let server = Server::of(&disk);
    let bodies: Vec<Vec<u8>> = thread::scope(|scope| {
        let asked: Vec<_> = (0..40).map(|_| scope.spawn(|| server.get(PDF).body)).collect();
        server.shows("/nl/plain/", "Zonder afdruk.");
        asked.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert!(bodies[0].starts_with(b"%PDF-1.7") && bodies.iter().all(|body| *body == bodies[0]));
    assert_eq!(kept(&disk).len(), 1);
}
