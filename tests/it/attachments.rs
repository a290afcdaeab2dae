//! Which files beside the texts are published: those of a known kind, with the bytes of their kind, and nothing that may
//! be the text of a page.

use samen::diagnostic::Severity;

use crate::fixture::{Hub, hub};

const PAGE: &str = "//- content/pages/a/index.nl.md\n---\ntitle: A\n---\n";

/// What is said of a site with one more file: codes and help, errors only.
fn said(path: &str, bytes: &[u8]) -> Vec<(String, String)> {
    told(&hub(PAGE).with(path, bytes))
}

fn told(hub: &Hub) -> Vec<(String, String)> {
    let found = hub.check();
    let errors = found.items().iter().filter(|item| item.severity == Severity::Error);
    errors
        .map(|item| (item.code.as_str().to_owned(), item.help.as_ref().map(ToString::to_string).unwrap_or_default()))
        .collect()
}

#[track_caller]
fn refused(path: &str, bytes: &[u8], code: &str, help: &str) {
    let said = said(path, bytes);
    assert_eq!(said.len(), 1, "{path} is told once: {said:?}");
    assert!(said[0].0 == code && said[0].1.contains(help), "{path}: {said:?}");
    let name = path.rsplit('/').next().unwrap();
    assert!(!said[0].1.contains(&format!("to `{name}`")), "{path}: the same name is proposed: {said:?}");
}

#[test]
fn only_files_of_a_listed_kind_are_published() {
    for name in ["plan.exe", "notes.txt", "page.html", "brief.doc", "brief.rtf", "data.sqlite", "LICENSE", "a.pdf.asc"]
    {
        refused(&format!("content/pages/a/{name}"), b"words", "file-kind", "move it out of `content/`");
    }
    let listed = hub(PAGE).with("content/pages/a/notes.txt", "words").set("attachments", "[default, txt]");
    assert_eq!(listed.output("files/pages/a/notes.txt"), "words");
    let only = hub(PAGE).with("content/pages/a/a.pdf", "%PDF-1.7").set("attachments", "[txt]");
    assert_eq!(only.codes(), ["file-kind"], "a list without `default` replaces it");
    assert_eq!(said("content/pages/a/PLAN.PDF", b"%PDF-1.7"), []);
}

#[test]
fn a_file_that_is_hidden_with_its_page_needs_no_kind() {
    for line in ["draft: true", "expires: 2026-06-15", "publish: 2026-06-16"] {
        let site = hub(&format!(
            "//- content/pages/a/index.nl.md\n---\ntitle: A\n{line}\n---\n//- content/pages/b.nl.md\n---\ntitle: B\n---\n[x](a/notes.txt)\n"
        ))
        .with("content/pages/a/notes.txt", "words")
        .with("content/pages/a/deep/notes", "words");
        assert_eq!(site.codes(), ["unpublished-target"], "{line}: the link to it is told");
        assert_eq!(site.names().iter().filter(|name| name.contains("notes")).count(), 0, "{line}");
    }
}

#[test]
fn the_list_is_checked() {
    for wrong in ["[.pdf]", "[PDF]", "['*.pdf']", "[md]", "[markdown]", "['']", "['a b']", "[{a: b}]"] {
        assert_eq!(hub(PAGE).set("attachments", wrong).codes(), ["config-invalid"], "{wrong}");
    }
}

#[test]
fn a_link_to_a_refused_file_is_not_told_again() {
    let hub = hub("//- content/pages/a/index.nl.md\n---\ntitle: A\n---\n[x](notes.txt) ![y](foto.png)\n");
    let found = told(&hub.with("content/pages/a/notes.txt", "x").with("content/pages/a/foto.png", ""));
    let codes: Vec<&str> = found.iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!(codes, ["file-content", "file-kind"]);
}

#[test]
fn what_looks_like_a_text_and_is_not_read_as_one_is_an_error() {
    let text = b"---\ntitle: Geheim\nconfidentiality: closed\n---\nWie, wat.\n";
    for (name, right) in [
        ("over.nl.MD", "over.nl.md"),
        ("over.Md", "over.md"),
        ("over.nl.markdown", "over.nl.md"),
        ("over.nl.mdx", "over.nl.md"),
        ("over.nl.md.txt", "over.nl.md"),
        ("over.nl.txt", "over.nl.md"),
        ("over.NL.txt", "over.nl.md"),
        ("over.nl.docx", "over.nl.md"),
        ("over.nl.html", "over.nl.md"),
        ("over.nl", "over.nl.md"),
        ("over.en.md.1", "over-1.en.md"),
        ("Over Ons.txt", "over-ons.txt"),
    ] {
        let code = if name.contains(' ') { "file-name" } else { "text-misnamed" };
        refused(&format!("content/pages/{name}"), text, code, &format!("`{right}`"));
    }
    // With a language in its name, a file that is no running text is one of several for readers.
    assert_eq!(said("content/pages/a/flyer.nl.pdf", b"%PDF-1.7"), []);
    assert_eq!(said("content/pages/a/film.nl.vtt", b"WEBVTT\n"), []);
}

#[test]
fn front_matter_is_found_whatever_a_file_is_called() {
    let text = "---\r\ntitle: Geheim\r\n---\r\n";
    let wide: Vec<u8> = std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let forms = [text.as_bytes().to_vec(), format!("\u{FEFF}\n\n{text}").into_bytes(), wide];
    for bytes in forms {
        for name in ["geheim.pdf", "geheim.csv", "geheim", "geheim.txt", "geheim.json", "geheim.zip", "geheim.jpg"] {
            refused(&format!("content/pages/{name}"), &bytes, "text-misnamed", "`geheim.md`");
        }
        refused("static/geheim.txt", &bytes, "text-misnamed", "move it to `content/`");
    }
}

#[test]
fn copies_do_not_become_pages() {
    let text = b"---\ntitle: Over\n---\n";
    for (name, code, help) in [
        (
            "over.nl - kopie.md",
            "file-name",
            "copy of `over.nl.md`, delete it; a page of its own has a name such as `over-kopie.nl.md`",
        ),
        ("over.nl (1).md", "file-name", "copy of `over.nl.md`"),
        ("over.nl(1).md", "file-name", "copy of `over.nl.md`"),
        ("Copy of over.nl.md", "file-name", "or delete it if it is a copy"),
        ("over.nl.sync-conflict-20260105-101112-ABCDEFG.md", "text-misnamed", "copy of `over.nl.md`"),
        ("over.sync-conflict-20260105-101112-ABCDEFG.md", "text-misnamed", "copy of `over.md`"),
        ("over.nl (conflicted copy 2026-01-05).md", "file-name", "copy of `over.nl.md`"),
        ("over.nl_BACKUP_123.md", "text-misnamed", "copy of `over.nl.md`"),
        ("over_LOCAL_123.md", "text-misnamed", "copy of `over.md`"),
        ("over_REMOTE_123.nl.md", "text-misnamed", "copy of `over.nl.md`"),
        ("over.nl.Conflict.md", "text-misnamed", "copy of `over.nl.md`"),
        ("over.nl-LAPTOP.md", "text-misnamed", "copy of `over.nl.md`"),
        ("over.nl.en.md", "text-misnamed", "`over.nl.md` or `over.en.md`"),
        ("over.english.md", "text-misnamed", "rename it to `over.en.md`"),
        ("over.pt_BR.md", "unknown-language", "known here"),
        ("over.xx.md", "unknown-language", "known here"),
        ("over-en.md", "text-misnamed", "rename it to `over.en.md`"),
        ("over_nl.md", "text-misnamed", "rename it to `over.nl.md`"),
        ("Index.nl.md", "text-misnamed", "rename it to `index.nl.md`"),
        ("_INDEX.nl.md", "text-misnamed", "rename it to `_index.nl.md`"),
    ] {
        refused(&format!("content/pages/{name}"), text, code, help);
    }
    refused("content/pages/mijn map/over.nl.md", text, "file-name", "rename it, for example to `mijn-map`");
}

#[test]
fn a_file_has_the_bytes_of_its_kind() {
    let pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n";
    for path in [
        "content/pages/a/a.pdf",
        "content/pages/a/a.jpg",
        "content/pages/b.nl.md",
        "static/a.pdf",
        "static/logo.png",
        "assets/a.woff2",
        "themes/mini/static/a.bin",
        "data/places.yaml",
    ] {
        refused(path, pointer, "file-pointer", "git lfs pull");
    }
    for path in ["content/pages/a/a.pdf", "content/pages/a/a.csv", "content/pages/a/a.jpg", "static/a.bin"] {
        refused(path, b"", "file-content", "delete it");
    }
    for path in ["content/pages/a/a.pdf", "content/pages/a/a.csv", "content/pages/a/a.zip", "static/a.png"] {
        refused(path, b"<!doctype html><title>Log in</title>", "file-content", "anew");
    }
    refused("content/pages/a/a.docx", b"PK\x05\x06\0\0\0\0", "file-content", "ending of its kind");
}

#[test]
fn the_page_of_a_folder_is_called_by_its_name() {
    let text = b"---\ntitle: A\n---\n";
    refused("content/pages/index.nl.md", text, "type-unknown", "rename it to `_index.nl.md`");
}
