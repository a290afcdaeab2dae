//! `samen serve` through whatever happens to files and clocks: after the last change every page is that of a clean build.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use samen::pipeline;

use crate::disk::{Disk, skipped};
use crate::fixture::{Hub, TODAY};
use crate::glossary::TERMS;
use crate::serve::published;
use crate::server::Server;
use crate::sheets;
use crate::translate::{commit, git};

const SITE: &str = "//- content/pages/bread.nl.md
---
title: Brood
---
Brood van gisteren.
//- content/pages/milk.nl.md
---
title: Melk
---
Melk bij [het](bread.md) brood.
";

const BREAD: &str = "content/pages/bread.nl.md";

fn set_modified(path: &Path, time: SystemTime) {
    fs::File::options().append(true).open(path).unwrap().set_modified(time).unwrap();
}

#[test]
fn a_clock_that_was_set_back_hides_no_change() {
    for flags in [&[][..], &["--poll"]] {
        let disk = Disk::new(SITE);
        disk.age();
        let server = Server::with(&disk, flags);
        server.shows("/nl/bread/", "Brood van gisteren.");
        // Each text is as long as the one before, and older by its time; the last comes from the future.
        for (word, days) in [("vandaags", -1), ("morgens.", -400), ("overmorg", -20_000), ("toekomst", 9_000)] {
            let beside = disk.around().join("beside.md");
            fs::write(&beside, format!("---\ntitle: Brood\n---\nBrood van {word}.\n")).unwrap();
            let day = Duration::from_hours(24) * i32::unsigned_abs(days);
            set_modified(&beside, if days < 0 { SystemTime::now() - day } else { SystemTime::now() + day });
            fs::rename(&beside, disk.path(BREAD)).unwrap();
            server.shows("/nl/bread/", &format!("Brood van {word}."));
        }
    }
}

#[test]
fn another_branch_is_the_other_site_and_back_again() {
    let disk = Disk::new(SITE);
    git(&disk, &["init", "-q", "-b", "first"]);
    commit(&disk, "First");
    git(&disk, &["checkout", "-q", "-b", "second"]);
    for number in 0..200 {
        disk.write(&format!("content/pages/leaf-{number}.nl.md"), format!("---\ntitle: Blad {number}\n---\nBlad.\n"));
    }
    disk.remove("content/pages/milk.nl.md");
    disk.edit(BREAD, "van gisteren", "van tak twee");
    disk.edit("themes/mini/templates/base.html", "<body>", "<body>\n<p>Tak twee.</p>");
    disk.edit("samen.yaml", "nl: Proef", "nl: Tweede");
    commit(&disk, "Second");
    let server = Server::of(&disk);
    server.shows("/nl/bread/", "Brood van tak twee.");
    for _ in 0..2 {
        git(&disk, &["checkout", "-q", "first"]);
        server.until("/nl/leaf-199/", |response| response.status == 404 && !response.text().contains("Tak twee."));
        let page = server.shows("/nl/bread/", "Brood van gisteren.").text();
        assert!(page.contains("Proef") && !page.contains("Tak twee."), "{page}");
        server.shows("/nl/milk/", "Melk bij");
        git(&disk, &["checkout", "-q", "second"]);
        server.shows("/nl/leaf-199/", "Tak twee.");
        assert!(server.shows("/nl/bread/", "Brood van tak twee.").text().contains("Tweede"));
        assert_eq!(server.get("/nl/milk/").status, 404);
    }
    // The folder is deleted as a whole, and comes back.
    fs::remove_dir_all(disk.path("content")).unwrap();
    server.until("/_samen/", |response| response.text().contains("nothing to publish"));
    git(&disk, &["checkout", "-q", "--", "."]);
    server.until("/_samen/", |response| response.text().contains("<p>nothing wrong</p>"));
    disk.edit(BREAD, "van tak twee", "van later");
    server.shows("/nl/bread/", "Brood van later.");
}

#[test]
fn however_an_editor_writes_the_last_text_is_shown() {
    let disk = Disk::new(SITE);
    let server = Server::of(&disk);
    let text = |word: &str| format!("---\ntitle: Brood\n---\nBrood {word}.\n");
    // The old file is moved away, the new one written, the old one deleted.
    fs::rename(disk.path(BREAD), disk.path(&format!("{BREAD}~"))).unwrap();
    disk.write(BREAD, text("van vim"));
    disk.remove(&format!("{BREAD}~"));
    server.shows("/nl/bread/", "Brood van vim.");
    // The file is emptied and filled in pieces, with a pause in the middle of the front matter.
    let mut file = fs::File::create(disk.path(BREAD)).unwrap();
    file.write_all(b"---\ntitle: [Br").unwrap();
    file.flush().unwrap();
    server.until("/_samen/overlay", |response| response.text().contains("bread.nl.md:"));
    assert!(server.get("/nl/bread/").text().contains("Brood van vim."), "the last good site stays");
    file.write_all(b"ood]\n---\nBro").unwrap();
    drop(file);
    disk.write(BREAD, text("dat langzaam rijst"));
    server.shows("/nl/bread/", "Brood dat langzaam rijst.");
    server.until("/_samen/overlay", |response| response.text().contains("0 errors"));
    // Two writes in one breath: the second counts.
    disk.write(BREAD, text("een"));
    disk.write(BREAD, text("twee"));
    server.shows("/nl/bread/", "Brood twee.");
    // A folder gets another name, with all that is in it.
    disk.write("content/pages/old/deep/egg.nl.md", "---\ntitle: Ei\n---\nEen ei.\n");
    server.shows("/nl/old/deep/egg/", "Een ei.");
    fs::rename(disk.path("content/pages/old"), disk.path("content/pages/new")).unwrap();
    server.shows("/nl/new/deep/egg/", "Een ei.");
    assert_eq!(server.get("/nl/old/deep/egg/").status, 404);
    disk.edit("content/pages/new/deep/egg.nl.md", "Een ei", "Drie eieren");
    server.shows("/nl/new/deep/egg/", "Drie eieren.");
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_told_and_the_last_good_site_stays() {
    use std::os::unix::fs::PermissionsExt;
    let disk = Disk::new(SITE);
    let Some(mut serve) = disk.unprivileged(&["serve", "-p", "0", "--clock", TODAY]) else {
        return skipped("whoever runs this may read everything");
    };
    let server = Server::started(serve.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap());
    let set = |mode| fs::set_permissions(disk.path(BREAD), fs::Permissions::from_mode(mode)).unwrap();
    set(0o000);
    server.until("/_samen/overlay", |response| response.text().contains("cannot be read"));
    assert!(server.get("/nl/bread/").text().contains("Brood van gisteren."));
    set(0o644);
    server.until("/_samen/overlay", |response| response.text().contains("0 errors"));
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_the_last_good_site_stays() {
    let disk = Disk::new(SITE);
    let server = Server::of(&disk);
    let good = disk.read(BREAD);
    let is_told = |words: &str| {
        server.until("/_samen/overlay", |response| response.text().contains(words));
        assert!(server.get("/nl/bread/").text().contains("Brood van gisteren."), "{words}");
        disk.write(BREAD, &good);
        server.until("/_samen/overlay", |response| response.text().contains("0 errors"));
    };
    disk.write(BREAD, b"---\ntitle: Brood\n---\nBrood \xFF\xFE.\n");
    is_told("is not UTF-8");
    // A folder of that name, and then the file again.
    disk.remove(BREAD);
    fs::create_dir(disk.path(BREAD)).unwrap();
    server.until("/_samen/overlay", |response| response.text().contains("bread"));
    fs::remove_dir(disk.path(BREAD)).unwrap();
    disk.write(BREAD, &good);
    server.until("/_samen/overlay", |response| response.text().contains("0 errors"));
    disk.edit(BREAD, "gisteren", "vandaag");
    server.shows("/nl/bread/", "Brood van vandaag.");
}

#[test]
fn five_hundred_who_ask_at_once_and_a_page_that_never_reads_are_served_alike() {
    let disk = Disk::new(SITE);
    let server = Server::of(&disk);
    let expected = server.shows("/nl/bread/", "Brood van gisteren.").body;
    // This page hears of every change and reads nothing.
    let deaf = server.listen("/nl/bread/");
    let request = format!("GET /nl/bread/ HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n", server.port);
    let mut streams: Vec<_> = (0..500).map(|_| server.connect()).collect();
    for stream in &mut streams {
        stream.write_all(request.as_bytes()).unwrap();
    }
    for mut stream in streams {
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        assert!(answer.ends_with(&expected), "{}", String::from_utf8_lossy(&answer));
    }
    for round in 0..30 {
        disk.write(BREAD, format!("---\ntitle: Brood {round}\n---\nRonde {round}.\n"));
        server.shows("/nl/bread/", &format!("Ronde {round}."));
    }
    drop(deaf);
}

/// How many edits the soak has: the dev profile builds the site anew after each.
const ROUNDS: usize = 24;

/// A site that is written by chance, in memory and on disk.
struct Soak {
    site: Hub,
    disk: Disk,
    state: u32,
}

impl Soak {
    fn random(&mut self, below: usize) -> usize {
        self.state = self.state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.state >> 8) as usize % below
    }

    /// Writes in one step, so that no state between two is ever a good site.
    fn write(&mut self, path: &str, text: &str) {
        let (beside, to) = (self.disk.around().join("beside"), self.disk.path(path));
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(&beside, text).unwrap();
        fs::rename(beside, to).unwrap();
        self.site.files.insert(path.to_owned(), text.as_bytes().to_vec());
    }

    fn text(&self, path: &str) -> String {
        String::from_utf8(self.site.files[path].clone()).unwrap()
    }

    /// One edit by chance. A mistake stays until the next edit of that file.
    fn edit(&mut self, round: usize) {
        let pages = ["a", "b", "c", "d"].map(|name| format!("content/pages/{name}.nl.md"));
        let page = pages[self.random(pages.len())].clone();
        let bodies =
            ["- Om hulp.", "Om hulp in een zorgcafé.", "Zie [A](a.md).", "Zie [weg](weg.md).", "## Kop\n\n- Niets."];
        let body = bodies[self.random(bodies.len())];
        match self.random(12) {
            0..=3 => self.write(&page, &format!("---\ntitle: Blad\n---\n{body}\n\n- Ronde {round}.\n")),
            4 => self.write(&page, &format!("---\ntitle: Blad {round}\n---\n{body}\n")),
            5 => self.write(&page, &format!("---\ntitle: Blad\ndraft: true\n---\n{body}\n")),
            6 => self.write(&page, "---\ntitle: [\n---\n"),
            7 => {
                if self.site.files.remove(&page).is_some() {
                    self.disk.remove(&page);
                }
            }
            8 => self.write("themes/mini/assets/mini.css", &format!("body {{ margin: {round}px }}")),
            9 => {
                let old = self.text("themes/mini/strings/nl.ftl");
                let line = old.lines().find(|line| line.starts_with("not-found")).unwrap();
                self.write("themes/mini/strings/nl.ftl", &old.replace(line, &format!("not-found = Weg {round}")));
            }
            10 => self.write("content/sheets/a.nl.md", &format!("---\ntitle: Blad\n---\nVel {round}.\n")),
            _ => {
                let template = self.text("themes/mini/templates/base.html");
                let (before, after) = template.split_once("<body>").unwrap();
                let after = after.split_once("</i>").map_or(after, |(_, after)| after);
                let template = format!("{before}<body><i>{round}</i>{after}");
                self.write("themes/mini/templates/base.html", &template);
            }
        }
    }
}

/// Waits until every output is served, and nothing else of what was before.
#[track_caller]
fn is_served(server: &Server, expected: &BTreeMap<String, Arc<[u8]>>, before: &BTreeMap<String, Arc<[u8]>>) {
    for (file, bytes) in expected {
        let path = format!("/{}", file.strip_suffix("index.html").unwrap_or(file));
        server.until(&path, |response| {
            let same = if file.ends_with(".html") {
                published(response).as_bytes() == &**bytes
            } else {
                *response.body == **bytes
            };
            same && response.status == 200
        });
    }
    for file in before.keys().filter(|file| !expected.contains_key(*file)) {
        server.until(&format!("/{}", file.strip_suffix("index.html").unwrap_or(file)), |it| it.status == 404);
    }
}

#[test]
fn after_any_edits_every_page_is_that_of_a_clean_build() {
    let sheet = "//- content/sheets/a.nl.md\n---\ntitle: Blad\n---\nVel.\n";
    let site = sheets::site(&format!("{TERMS}{sheet}//- content/pages/a.nl.md\n---\ntitle: A\n---\nTekst.\n"));
    let disk = Disk::of(&site);
    let mut soak = Soak { site, disk, state: 2_026 };
    let server = Server::of(&soak.disk);
    let (mut good, mut broken) = (BTreeMap::new(), 0);
    for round in 1..=ROUNDS {
        match pipeline::outputs(&soak.site.sources(), &soak.site.request) {
            Ok((outputs, _)) => {
                is_served(&server, &outputs, &good);
                server.until("/_samen/", |response| response.text().contains("<p>nothing wrong</p>"));
                good = outputs;
            }
            // What was good stays, whatever is wrong now.
            Err(said) => {
                let (errors, _) = said.counts();
                server.until("/_samen/", |response| response.text().contains(&format!("<p>{errors} error")));
                is_served(&server, &good, &good);
                broken += 1;
            }
        }
        soak.edit(round);
    }
    assert!(broken > 0 && broken < ROUNDS - 4, "{broken} of {ROUNDS} states were broken");
}
