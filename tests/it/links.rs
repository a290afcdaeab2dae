//! Links of the file system: where they may lead, and that a file which is swapped for another is never read.

use std::fs;
use std::os::unix::fs::symlink;
use std::sync::Arc;

use samen::diagnostic::Diagnostics;
use samen::source::{Known, Sources};

use crate::disk::{Disk, skipped};

const SITE: &str = "//- content/pages/a/index.nl.md
---
title: A
---
[plan](plan.pdf)
//- content/pages/a/plan.pdf
%PDF-1.4 plan
//- content/pages/dicht/index.nl.md
---
title: Dicht
draft: true
---
zqvgeheim
//- content/pages/dicht/plan.pdf
%PDF-1.4 zqvgeheim
//- static/paper.pdf
%PDF-1.4 paper
//- static/shared/paper.pdf
%PDF-1.4 shared
//- data/x.yaml
zqvgeheim
";

/// A site with places that no site publishes.
fn site() -> Disk {
    let site = Disk::new(SITE);
    for hidden in [".git/config", ".env", ".samen/pictures/x", "notes/x.pdf", "static/.old/x.pdf"] {
        site.write(hidden, "zqvgeheim");
    }
    site
}

#[test]
fn a_link_to_a_hidden_place_is_refused_by_where_it_really_leads() {
    for (link, to) in [
        ("content/x", "../.git"),
        ("content/pages/a/x", "../../../.git"),
        ("content/pages/a/config.pdf", "../../../.git/config"),
        ("content/env.pdf", "../.env"),
        ("content/x", "../.samen"),
        ("static/x", "../.samen/pictures"),
        ("static/x", ".old"),
        ("static/x.pdf", "../static/.old/x.pdf"),
        ("static/x", ".."),
        ("static/x", "../notes"),
        ("static/notes.pdf", "../notes/x.pdf"),
        ("static/x.yaml", "../data/x.yaml"),
        ("content/x.pdf", "../data/x.yaml"),
        ("content/x", "pages/dicht"),
        ("content/pages/a/x.pdf", "../dicht/plan.pdf"),
        ("content/pages/b.nl.md", "dicht/index.nl.md"),
        ("static/x.pdf", "../content/pages/dicht/plan.pdf"),
        ("static/x", "../content"),
        ("data/own", "../content/pages/dicht"),
        ("assets", "content/pages/dicht"),
    ] {
        let site = site();
        symlink(to, site.path(link)).unwrap();
        let run = site.build();
        assert_eq!(run.code, 1, "{link} -> {to}: {}", run.stderr);
        assert!(run.stderr.contains("error[file-unreadable]: this link leads "), "{link} -> {to}: {}", run.stderr);
        assert!(run.stderr.contains(link), "{link} -> {to}: {}", run.stderr);
        assert!(!run.stderr.contains("zqvgeheim") && site.public().is_empty(), "{link} -> {to}: {}", run.stderr);
    }
}

#[test]
fn a_folder_of_the_site_that_is_a_link_to_nowhere_is_told() {
    let site = site();
    fs::remove_dir_all(site.path("static")).unwrap();
    symlink("nowhere", site.path("static")).unwrap();
    let run = site.build();
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("--> static"), "{}", run.stderr);
}

#[test]
fn links_on_the_way_to_a_hidden_place_count_together() {
    let site = site();
    // Each looks as if it stayed in the folder of public files.
    symlink("../.git", site.path("static/shared/b")).unwrap();
    symlink("shared/b/config", site.path("static/a.pdf")).unwrap();
    let run = site.build();
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("static/a.pdf") && run.stderr.contains("static/shared/b"), "{}", run.stderr);
    assert!(site.public().is_empty());
}

#[test]
fn a_link_to_what_is_public_anyway_is_followed() {
    let site = site();
    symlink("../../../static/paper.pdf", site.path("content/pages/a/paper.pdf")).unwrap();
    symlink("shared", site.path("static/again")).unwrap();
    site.edit("content/pages/a/index.nl.md", "[plan](plan.pdf)", "[plan](plan.pdf) [paper](paper.pdf)");
    site.built();
    assert_eq!(site.read("public/again/paper.pdf"), site.read("static/shared/paper.pdf"));
    let papers = site.public().into_values().filter(|bytes| bytes.starts_with(b"%PDF-1.4 paper")).count();
    assert!(papers >= 2, "in static/ and beside the page");
}

fn listed(site: &Disk) -> Sources {
    let mut found = Diagnostics::default();
    let sources = Sources::disk(&site.path(""), "samen.yaml", &Known::new(), &mut found);
    assert!(!found.has_errors(), "{found:?}");
    sources
}

/// What reading a file says, in each of the ways in which files are read.
fn read(sources: &Sources, path: &str) -> Vec<Result<Vec<u8>, String>> {
    let path: Arc<str> = Arc::from(path);
    let copied = sources.reader(&path).map_err(|wrong| wrong.message.to_string()).and_then(|mut from| {
        let mut bytes = Vec::new();
        std::io::copy(&mut from, &mut bytes).map_err(|error| error.to_string())?;
        Ok(bytes)
    });
    vec![
        sources.bytes(&path).map(|bytes| bytes.to_vec()).map_err(|wrong| wrong.message.to_string()),
        sources.text(&path).map(|text| text.as_bytes().to_vec()).map_err(|wrong| wrong.message.to_string()),
        copied,
    ]
}

#[test]
fn a_file_that_is_swapped_for_a_link_after_it_was_listed_is_not_read() {
    let site = site();
    fs::write(site.around().join("passwd"), "zqvgeheim").unwrap();
    for to in ["../../passwd", "../.env", "../content/pages/dicht/plan.pdf", "shared/paper.pdf", "/etc/passwd"] {
        let sources = listed(&site);
        let before = site.read("static/paper.pdf");
        site.remove("static/paper.pdf");
        symlink(to, site.path("static/paper.pdf")).unwrap();
        for said in read(&sources, "static/paper.pdf") {
            let why = said.expect_err(to);
            assert!(why.contains("leads") || why.contains("changed"), "{to}: {why}");
        }
        assert!(!sources.shown("static/paper.pdf").unwrap_or_default().contains("zqvgeheim"), "{to}");
        site.remove("static/paper.pdf");
        site.write("static/paper.pdf", before);
    }
}

#[test]
fn a_closed_folder_that_is_moved_to_the_place_of_an_open_one_is_not_read() {
    let site = site();
    let sources = listed(&site);
    fs::rename(site.path("content/pages/a"), site.around().join("away")).unwrap();
    fs::rename(site.path("content/pages/dicht"), site.path("content/pages/a")).unwrap();
    for file in ["content/pages/a/plan.pdf", "content/pages/a/index.nl.md"] {
        for said in read(&sources, file) {
            assert_eq!(said.map_err(|why| why.contains("was changed while the site was read")), Err(true), "{file}");
        }
    }
    // A folder on the way that becomes a link is the same.
    fs::rename(site.path("content/pages/a"), site.path("content/pages/dicht")).unwrap();
    symlink("dicht", site.path("content/pages/a")).unwrap();
    for said in read(&sources, "content/pages/a/plan.pdf") {
        assert_eq!(said.map_err(|why| why.contains("leads into `content/`")), Err(true));
    }
}

#[test]
fn a_pipe_that_takes_the_place_of_a_file_is_not_waited_for() {
    let site = site();
    let sources = listed(&site);
    site.remove("static/paper.pdf");
    let made = std::process::Command::new("mkfifo").arg(site.path("static/paper.pdf")).status();
    if !made.is_ok_and(|status| status.success()) {
        return skipped("a pipe needs `mkfifo`");
    }
    for said in read(&sources, "static/paper.pdf") {
        assert_eq!(said.map_err(|why| why.contains("a pipe, a socket or a device")), Err(true));
    }
}

#[test]
fn a_large_text_is_refused_before_it_is_read() {
    // A file with a hole costs no disk; read whole, it would take all memory.
    for file in ["samen.yaml", "content/pages/a/index.nl.md", "data/terms/x.yaml", "templates/page.html"] {
        let site = site();
        site.write("data/terms/x.yaml", "");
        let text = fs::File::options().write(true).create(true).truncate(false).open(site.path(file));
        let text = text.or_else(|_| {
            site.write(file, "");
            fs::File::options().write(true).open(site.path(file))
        });
        text.unwrap().set_len(1 << 30).unwrap();
        let run = site.run(&["check"]);
        assert_eq!(run.code, 1, "{file}: {}", run.stderr);
        assert!(run.stderr.contains("error[text-too-large]: this file has 1024 MB"), "{file}: {}", run.stderr);
    }
}
