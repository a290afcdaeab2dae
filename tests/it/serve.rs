//! `samen serve`: what is saved is served, whatever happens to the files, and nothing but the site is.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::time::Duration;
use std::{fs, thread};

use crate::disk::{Disk, signal};
use crate::server::{Response, Server};

const SITE: &str = r"
//- content/pages/bread.nl.md
---
title: Brood
---
Brood van gisteren.
//- content/pages/bread.en.md
---
title: Bread
translation: {source: nl, state: reviewed}
---
Bread of yesterday.
//- content/pages/milk.nl.md
---
title: Melk
---
Melk bij [het](bread.md) brood.
//- static/paper.pdf
%PDF-1.7 0123456789
//- static/CNAME
hub.example
";

/// A page as a build writes it: without the script and what it is allowed.
pub fn published(page: &Response) -> String {
    let text = page.text();
    let Some((before, rest)) = text.split_once("<script src=\"/_samen/reload.js\"") else { return text };
    let after = rest.split_once("</script>").unwrap().1;
    format!("{before}{after}").replacen("; script-src 'self'; connect-src 'self'", "", 1)
}

#[test]
fn every_address_answers_with_the_bytes_of_a_build_and_public_stays_as_it_is() {
    let disk = Disk::new(SITE);
    disk.built();
    let public = disk.public();
    let server = Server::of(&disk);
    for (file, bytes) in &public {
        let path = format!("/{}", file.strip_suffix("index.html").unwrap_or(file));
        let response = server.get(&path);
        assert_eq!(response.status, 200, "{path}");
        if file.ends_with(".html") {
            assert_eq!(published(&response), String::from_utf8_lossy(bytes), "{path}");
            assert_eq!(response.text().contains("_samen/reload.js"), !file.contains("oud"), "{path}");
        } else {
            assert_eq!(response.body, *bytes, "{path}");
        }
    }
    disk.edit("content/pages/milk.nl.md", "brood", "ontbijt");
    server.shows("/nl/milk/", " ontbijt.");
    assert_eq!(disk.public(), public);
}

#[test]
fn what_is_saved_renamed_or_deleted_shows_without_a_restart() {
    let disk = Disk::new(SITE);
    let server = Server::of(&disk);
    server.shows("/nl/bread/", "Brood van gisteren.");
    disk.edit("content/pages/bread.nl.md", "gisteren", "vandaag");
    server.shows("/nl/bread/", "Brood van vandaag.");
    // A title shows in other pages too.
    disk.edit("content/pages/milk.nl.md", "title: Melk", "title: Karnemelk");
    server.shows("/nl/bread/", "Karnemelk");
    // As editors do that write beside and rename.
    disk.write("content/pages/.milk.swp", "half");
    disk.write("content/pages/milk.tmp", "---\ntitle: Melk\n---\nVerse melk.\n");
    fs::rename(disk.path("content/pages/milk.tmp"), disk.path("content/pages/milk.nl.md")).unwrap();
    server.shows("/nl/milk/", "Verse melk.");
    fs::rename(disk.path("content/pages/milk.nl.md"), disk.path("content/pages/cheese.nl.md")).unwrap();
    server.shows("/nl/cheese/", "Verse melk.");
    assert_eq!(server.get("/nl/milk/").status, 404);
    disk.remove("content/pages/cheese.nl.md");
    server.until("/nl/cheese/", |response| response.status == 404);
    disk.write("content/pages/deep/er/egg.nl.md", "---\ntitle: Ei\n---\nEen ei.\n");
    server.shows("/nl/deep/er/egg/", "Een ei.");
    disk.edit("content/pages/deep/er/egg.nl.md", "Een ei", "Twee eieren");
    server.shows("/nl/deep/er/egg/", "Twee eieren.");
}

#[test]
fn templates_strings_styles_types_and_settings_take_effect_without_a_restart() {
    let disk = Disk::new(SITE);
    let server = Server::of(&disk);
    disk.edit("themes/mini/templates/base.html", "<body>", "<body>\n<p>Nieuw sjabloon.</p>");
    server.shows("/nl/bread/", "Nieuw sjabloon.");
    disk.edit("themes/mini/strings/nl.ftl", "not-found = Niet gevonden", "not-found = Zoek geraakt");
    server.until("/nl/nothing/", |response| response.text().contains("Zoek geraakt"));
    disk.write("assets/mini.css", "body { margin: 7px }");
    let page = server.until("/nl/bread/", |response| {
        let text = response.text();
        let sheet = text.split("href=").find(|part| part.contains("/assets/mini.")).unwrap();
        let sheet = sheet.trim_start_matches('"').split(['"', ' ', '>']).next().unwrap().to_owned();
        server.get(&sheet).text().contains("7px")
    });
    assert_eq!(page.status, 200);
    disk.edit("samen.yaml", "name: {nl: Proef", "name: {nl: Kennisbank");
    server.shows("/nl/bread/", "Kennisbank");
    disk.edit("data/types/page.yaml", "path: \"\"", "path: bladen");
    server.shows("/nl/bladen/bread/", "Brood van gisteren.");
    assert_eq!(server.get("/nl/bread/").status, 404);
}

#[test]
fn a_site_that_starts_with_errors_says_so_and_is_there_when_they_are_mended() {
    let disk = Disk::new(SITE);
    let settings = disk.read("samen.yaml");
    disk.write("samen.yaml", "name: [");
    let server = Server::of(&disk);
    let page = server.get("/nl/bread/");
    assert_eq!(page.status, 503);
    assert!(page.text().contains("samen.yaml:1:") && page.text().contains("_samen/reload.js"), "{}", page.text());
    disk.write("samen.yaml", settings);
    server.shows("/nl/bread/", "Brood van gisteren.");
}

#[test]
fn with_an_error_the_last_good_site_stays_and_a_box_says_what_is_wrong() {
    let disk = Disk::new(SITE);
    disk.edit("samen.yaml", "theme: mini", "theme: mini\neditor: \"edit://{path}:{line}:{column}\"");
    let server = Server::of(&disk);
    let mut events = server.listen("/nl/bread/");
    assert_eq!(events.next(), ("problems".to_owned(), "0".to_owned()));
    disk.edit("content/pages/bread.nl.md", "van gisteren.", "van [morgen](tomorrow.md) & < dan.");
    let (event, data) = events.next();
    assert_eq!(event, "problems");
    assert!(data.starts_with("1/"), "{data}");
    assert!(server.get("/nl/bread/").text().contains("Brood van gisteren."));
    let overlay = server.get("/_samen/overlay").text();
    assert!(overlay.contains("1 error") && overlay.contains("Below is the site as it was before."), "{overlay}");
    let place = format!("href=\"edit://{}:4:", disk.path("content/pages/bread.nl.md").display());
    assert!(overlay.contains(&place) && overlay.contains("bread.nl.md:4:"), "{overlay}");
    // The line of the source is shown as text.
    assert!(overlay.contains("van [morgen](tomorrow.md) &amp; &lt; dan."), "{overlay}");
    assert!(server.hears("the site is shown as it was").contains("error[broken-link]"));
    disk.edit("content/pages/bread.nl.md", "[morgen](tomorrow.md) & < dan.", "morgen.");
    assert_eq!(events.next().0, "reload");
    server.shows("/nl/bread/", "Brood van morgen.");
}

#[test]
fn a_page_that_cannot_be_made_says_why_and_the_others_are_there() {
    let disk = Disk::new(SITE);
    let server = Server::of(&disk);
    disk.edit("themes/mini/templates/page.html", "{% set other", "{{ t(key=\"no-such-text\") }}{% set other");
    let page = server.until("/nl/bread/", |response| response.status == 500);
    assert!(page.text().contains("themes/mini/templates/page.html:"), "{}", page.text());
    assert_eq!(server.get("/nl/").status, 200);
}

#[test]
fn a_page_reloads_when_its_own_bytes_change_and_only_then() {
    let disk = Disk::new(SITE);
    let server = Server::of(&disk);
    let mut bread = server.listen("/nl/bread/");
    let mut milk = server.listen("/nl/milk/");
    assert_eq!(bread.next().0, "problems");
    assert_eq!(milk.next().0, "problems");
    disk.edit("content/pages/bread.nl.md", "gisteren", "vandaag");
    assert_eq!(bread.next().0, "reload");
    disk.write("assets/mini.css", "body { margin: 7px }");
    // The edit of the other page has told this one nothing: the first it hears of is the style sheet.
    let (event, data) = milk.next();
    assert_eq!(event, "styles", "{data}");
    let sheets: Vec<Vec<String>> = serde_json::from_str(&data).unwrap();
    assert_ne!(sheets[0], sheets[1]);
    assert!(server.get(&sheets[1][0]).text().contains("7px"));
    // A page that was loaded before a change and asks after it is told at once.
    let mut late = server.listen("/nl/milk/");
    assert_eq!(late.next().0, "problems");
}

#[test]
fn a_storm_of_a_thousand_files_ends_with_the_right_pages() {
    let disk = Disk::new(SITE);
    let server = Server::of(&disk);
    for round in ["een", "twee"] {
        for number in 0..1000 {
            let text = format!("---\ntitle: Blad {number}\n---\nTekst {round} van {number}.\n");
            fs::write(disk.path(&format!("content/pages/leaf-{number}.nl.md")), text).unwrap();
        }
    }
    for number in [0, 500, 999] {
        server.shows(&format!("/nl/leaf-{number}/"), &format!("Tekst twee van {number}."));
    }
    for number in 0..1000 {
        disk.remove(&format!("content/pages/leaf-{number}.nl.md"));
    }
    for number in [0, 500, 999] {
        server.until(&format!("/nl/leaf-{number}/"), |response| response.status == 404);
    }
    server.shows("/nl/bread/", "Brood van gisteren.");
}

#[test]
fn the_content_folder_may_vanish_and_come_back() {
    let disk = Disk::new(SITE);
    let server = Server::of(&disk);
    for round in 0..3 {
        fs::rename(disk.path("content"), disk.around().join("away")).unwrap();
        server.until("/_samen/", |response| response.text().contains("nothing to publish"));
        assert!(server.get("/nl/bread/").text().contains("Brood"), "the last good site stays");
        fs::rename(disk.around().join("away"), disk.path("content")).unwrap();
        server.until("/_samen/", |response| response.text().contains("<p>nothing wrong</p>"));
        disk.write("content/pages/bread.nl.md", format!("---\ntitle: Brood\n---\nRonde {round}.\n"));
        server.shows("/nl/bread/", &format!("Ronde {round}."));
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_turns_into_a_link_out_of_the_site_is_told_and_never_served() {
    let disk = Disk::new(SITE);
    // Messages show the line that they are about; that of a secret is none of ours to show.
    fs::write(disk.around().join("secret.md"), "Het wachtwoord.\n").unwrap();
    let server = Server::of(&disk);
    for (file, path) in [("content/pages/bread.nl.md", "/nl/bread/"), ("static/paper.pdf", "/paper.pdf")] {
        let before = disk.read(file);
        disk.remove(file);
        std::os::unix::fs::symlink(disk.around().join("secret.md"), disk.path(file)).unwrap();
        // At once, when nobody has looked yet, and afterwards.
        assert!(!server.get(path).text().contains("wachtwoord"));
        let told = server.until("/_samen/overlay", |response| response.text().contains("leads out of the site"));
        assert!(!told.text().contains("wachtwoord"), "{}", told.text());
        assert!(!server.get(path).text().contains("wachtwoord"));
        disk.remove(file);
        disk.write(file, before);
        server.until("/_samen/overlay", |response| response.text().contains("0 errors"));
    }
}

#[test]
fn no_path_leaves_the_site() {
    let disk = Disk::new(SITE);
    fs::write(disk.around().join("secret"), "wachtwoord").unwrap();
    disk.write(".git/config", "wachtwoord");
    disk.write("public/index.html", "wachtwoord");
    disk.write("content/pages/.hidden", "wachtwoord");
    let server = Server::of(&disk);
    let absolute = disk.around().join("secret").display().to_string();
    let up = ["..", "%2e%2e", "%252e%252e", ".%2e", "..%00", "..%5c..", "....//..", "%c0%ae%c0%ae", "%uff0e%uff0e"];
    let mut paths: Vec<String> = up
        .iter()
        .flat_map(|up| {
            ["secret", ".git/config", "samen.yaml"].into_iter().flat_map(move |file| {
                [
                    format!("/{up}/{file}"),
                    format!("/nl/{up}/{up}/{file}"),
                    format!("/{up}%2f{file}"),
                    format!("//{up}/{file}"),
                ]
            })
        })
        .collect();
    paths.extend(
        [
            "/samen.yaml",
            "/.git/config",
            "/content/pages/bread.nl.md",
            "/data/types/page.yaml",
            "/public/index.html",
            "/themes/mini/theme.yaml",
            "/content/pages/.hidden",
            "/static/paper.pdf",
            "/%00",
            "/paper.pdf%00.html",
            "/_samen/../samen.yaml",
            "/_samen/%2e%2e/samen.yaml",
            "/_samen/serve.rs",
            "/file:///etc/passwd",
        ]
        .map(str::to_owned),
    );
    paths.extend([absolute.clone(), format!("/{absolute}"), absolute.replace('/', "%2f")]);
    for path in paths {
        let response = server.get(&path);
        let text = response.text();
        assert!(matches!(response.status, 0 | 302 | 400 | 404), "{path}: {}", response.status);
        assert!(!text.contains("wachtwoord") && !text.contains("base_url:"), "{path}: {text}");
    }
    assert_eq!(server.get("//evil.example/").header("location"), "");
    assert_eq!(server.get("/nl/bread").header("location"), "/nl/bread/");
}

#[test]
fn only_this_machine_by_its_own_name_and_only_own_pages_are_answered() {
    let disk = Disk::new(SITE);
    let server = Server::of(&disk);
    let port = server.port;
    let host = |host: &str| server.ask_as("GET", "/nl/", &format!("Host: {host}\r\n")).status;
    assert_eq!(host(&format!("127.0.0.1:{port}")), 200);
    assert_eq!(host(&format!("localhost:{port}")), 200);
    assert_eq!(host(&format!("[::1]:{port}")), 200);
    for other in ["evil.example", "127.0.0.1", "127.0.0.1.evil.example", "192.0.2.7", "", "localhost:1", "a@localhost"]
    {
        assert_eq!(host(other), 403, "{other}");
        assert_eq!(
            host(&format!("{other}.:{port}").replace("127.0.0.1.:", "1.1.1.1:").replace("localhost:1.:", "x:")),
            403,
            "{other}"
        );
    }
    let two = format!("Host: localhost:{port}\r\nHost: evil.example\r\n");
    assert!(matches!(server.ask_as("GET", "/nl/", &two).status, 400 | 403));
    assert_eq!(server.ask_as("GET", "/nl/", "").status, 403);
    let absolute = format!("http://evil.example:{port}/nl/");
    assert_eq!(server.ask("GET", &absolute, "").status, 403);
    for path in ["/_samen/changes?page=/&seen=0", "/_samen/overlay", "/_samen/"] {
        for field in
            ["Origin: http://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site", "Origin: https://localhost"]
        {
            assert_eq!(server.ask("GET", path, &format!("{field}\r\n")).status, 403, "{path} {field}");
        }
    }
    assert_eq!(server.ask("GET", "/_samen/", &format!("Origin: http://localhost:{port}\r\n")).status, 200);
    for path in ["/nl/", "/_samen/", "/nothing", "/paper.pdf"] {
        let response = server.ask("GET", path, "Origin: http://evil.example\r\n");
        assert!(!response.head.contains("access-control"), "{}", response.head);
        assert_eq!(response.header("x-content-type-options"), "nosniff");
    }
    assert_eq!(server.ask("POST", "/nl/", "Content-Length: 0\r\n").status, 405);
    assert_eq!(server.ask("OPTIONS", "/nl/", "").header("allow"), "get, head");
}

#[test]
fn a_page_keeps_its_policy_and_gets_no_more_than_the_script_needs() {
    let disk = Disk::new(SITE);
    let page = Server::of(&disk).get("/nl/bread/").text();
    let policy = page.split("content=\"").find(|part| part.contains("default-src")).unwrap().split('"').next().unwrap();
    assert_eq!(
        policy,
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; script-src 'self'; \
         connect-src 'self'"
    );
}

#[test]
fn a_body_comes_whole_in_parts_or_not_at_all() {
    let disk = Disk::new(SITE);
    let server = Server::of(&disk);
    let whole = server.get("/paper.pdf");
    let pdf = String::from_utf8(whole.body.clone()).unwrap();
    assert!(pdf.starts_with("%PDF-1.7 0123456789"));
    assert_eq!((whole.header("content-type"), whole.header("accept-ranges")), ("application/pdf", "bytes"));
    let head = server.ask("HEAD", "/paper.pdf", "");
    assert_eq!((head.status, head.header("content-length"), head.body.len()), (200, &*pdf.len().to_string(), 0));
    let tag = whole.header("etag").to_owned();
    let known = server.ask("GET", "/paper.pdf", &format!("If-None-Match: \"x\", W/{tag}\r\n"));
    assert_eq!((known.status, known.body.len()), (304, 0));
    let part = |range: &str| {
        let response = server.ask("GET", "/paper.pdf", &format!("Range: {range}\r\n"));
        (response.status, response.text(), response.header("content-range").to_owned())
    };
    let length = pdf.len();
    assert_eq!(part("bytes=1-3"), (206, "PDF".to_owned(), format!("bytes 1-3/{length}")));
    assert_eq!(part("bytes=9-"), (206, pdf[9..].to_owned(), format!("bytes 9-{}/{length}", length - 1)));
    assert_eq!(
        part("bytes=-2"),
        (206, pdf[length - 2..].to_owned(), format!("bytes {}-{}/{length}", length - 2, length - 1))
    );
    assert_eq!(part("bytes=5-99999999999999999999999").0, 206);
    assert_eq!(part(&format!("bytes={length}-")), (416, String::new(), format!("bytes */{length}")));
    for odd in ["bytes=3-1", "bytes=a-b", "lines=1-2", "bytes=1-2,4-5", "bytes=-"] {
        assert_eq!(part(odd).0, 200, "{odd}");
    }
    let old = server.ask("GET", "/paper.pdf", "Range: bytes=1-3\r\nIf-Range: \"other\"\r\n");
    assert_eq!((old.status, old.body.len()), (200, length));
    assert_eq!(server.get("/nl/bread/").header("content-type"), "text/html; charset=utf-8");
    assert_eq!(server.get("/nl/feed.xml").header("content-type"), "application/atom+xml");
    assert_eq!(server.get("/CNAME").text().trim(), "hub.example");
}

#[test]
fn what_is_not_there_is_told_in_the_language_of_its_address() {
    let disk = Disk::new(SITE);
    let server = Server::of(&disk);
    for (path, lang) in
        [("/nl/nothing/", "nl"), ("/en/no/thing", "en"), ("/en", ""), ("/xx/nothing", "nl"), ("/enorm", "nl")]
    {
        let response = server.get(path);
        if lang.is_empty() {
            assert_eq!((response.status, response.header("location")), (302, "/en/"));
        } else {
            assert_eq!(response.status, 404, "{path}");
            let page = response.text().replace('"', "");
            assert!(page.contains(&format!("lang={lang}")), "{path}: {page}");
        }
    }
    // When it is written, the page that said it was missing reloads.
    let mut events = server.listen("/nl/later/");
    assert_eq!(events.next().0, "problems");
    disk.write("content/pages/later.nl.md", "---\ntitle: Later\n---\n");
    assert_eq!(events.next().0, "reload");
}

#[test]
fn a_site_below_a_path_drafts_and_pseudo_languages_are_served() {
    let disk = Disk::new(SITE);
    disk.edit("samen.yaml", "base_url: https://hub.example/", "base_url: https://hub.example/sub/path/");
    disk.write("content/pages/idea.nl.md", "---\ntitle: Idee\ndraft: true\n---\n");
    let server = Server::with(&disk, &["--drafts", "--pseudo", "--poll"]);
    assert_eq!(server.get("/").header("location"), "/sub/path/");
    assert_eq!(server.get("/sub/path").header("location"), "/sub/path/");
    assert_eq!(server.get("/nl/bread/").status, 404);
    server.shows("/sub/path/nl/idea/", "Idee");
    assert_eq!(server.get("/sub/path/ar-XB/").status, 200);
    let overview = server.get("/_samen/").text();
    assert!(overview.contains("content/pages/idea.nl.md</code>: a draft"), "{overview}");
    // Without a watcher too a change is seen.
    disk.edit("content/pages/bread.nl.md", "gisteren", "vandaag");
    server.shows("/sub/path/nl/bread/", "Brood van vandaag.");
}

#[test]
fn the_overview_tells_all_that_an_editor_wants_to_know() {
    let disk = Disk::new(SITE);
    disk.edit("content/pages/milk.nl.md", "brood.", "[brood](/nl/bread/).");
    disk.write("content/pages/idea.nl.md", "---\ntitle: Idee <b>\ndraft: true\n---\n");
    let server = Server::of(&disk);
    let overview = server.get("/_samen/").text();
    for words in [
        "<p>1 warning</p>",
        "content/pages/milk.nl.md:4:",
        "is an address in one language",
        "<code>pages/idea</code>: not shown, a draft",
        "<summary>page: 2</summary>",
        "<a href=\"/nl/bread/\"><bdi>Brood</bdi></a>",
        "<th scope=\"row\">en <bdi>English</bdi></th>",
    ] {
        assert!(overview.contains(words), "`{words}` is missing in {overview}");
    }
    disk.edit("content/pages/bread.nl.md", "gisteren", "vandaag");
    server.until("/_samen/", |response| response.text().contains("<li><code>content/pages/bread.nl.md</code></li>"));
    assert!(server.get("/_samen/").text().contains("1 file changed, 1 text read"));
}

#[test]
fn rude_clients_are_let_go_and_everybody_else_is_served() {
    let disk = Disk::new(SITE);
    let server = Server::of(&disk);
    // Random bytes, and requests that are too large.
    let mut state = 12345_u32;
    for _ in 0..50 {
        let noise: Vec<u8> = (0..300)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 24) as u8
            })
            .collect();
        let mut stream = server.connect();
        let _ = stream.write_all(&noise);
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        assert!(answer.is_empty() || answer.starts_with(b"HTTP/1.1 4"), "{}", String::from_utf8_lossy(&answer));
    }
    assert!(matches!(server.get(&format!("/{}", "a".repeat(100_000))).status, 0 | 414 | 431));
    assert!(matches!(server.ask("GET", "/nl/", &format!("X: {}\r\n", "a".repeat(100_000))).status, 0 | 431));
    assert!(matches!(server.ask("GET", "/nl/", &"X: a\r\n".repeat(200)).status, 0 | 431));
    // Clients that say nothing, one that says it a letter at a time, pages that never read what they are told.
    let silent: Vec<_> = (0..500).map(|_| server.connect()).collect();
    let deaf: Vec<_> = (0..20).map(|_| server.listen("/nl/bread/")).collect();
    let mut slow = server.connect();
    for letter in b"GET /nl/ HTTP/1.1\r\nHost: a" {
        let _ = slow.write_all(&[*letter]);
    }
    for round in 0..5 {
        disk.write("content/pages/milk.nl.md", format!("---\ntitle: Melk\n---\nRonde {round}.\n"));
        server.shows("/nl/milk/", &format!("Ronde {round}."));
    }
    drop(deaf);
    // Those that say nothing lose their place, within seconds.
    thread::sleep(Duration::from_secs(6));
    let mut gone = 0;
    for mut stream in silent.into_iter().chain([slow]) {
        stream.set_read_timeout(Some(Duration::from_millis(500))).unwrap();
        let mut answer = Vec::new();
        gone += usize::from(stream.read_to_end(&mut answer).is_ok());
    }
    assert_eq!(gone, 501);
}

#[test]
fn a_port_that_somebody_named_and_that_is_taken_is_an_error_of_the_environment() {
    let disk = Disk::new(SITE);
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let run = disk.run(&["serve", "-p", &port]);
    assert_eq!(run.code, 3, "{}", run.stderr);
    assert!(run.stderr.contains(&port) && run.stderr.contains("serve-refused"), "{}", run.stderr);
    // The default port is taken now, by us or by somebody else: the next free one is used, and that is said.
    let default = TcpListener::bind(("127.0.0.1", samen::serve::PORT));
    let server = Server::start(&disk, &["serve"]);
    assert_ne!(server.port, samen::serve::PORT);
    assert!(server.hears("shows the site").contains("port 4242 is taken"));
    drop(default);
}

#[cfg(unix)]
#[test]
fn a_wish_to_stop_ends_it_at_once() {
    let disk = Disk::new(SITE);
    let mut server = Server::of(&disk);
    let _open = server.listen("/nl/bread/");
    signal(server.child(), "INT");
    assert_eq!(server.ends(), Some(130));
}

#[test]
fn on_the_network_it_warns_and_answers_to_addresses_but_not_to_names() {
    let disk = Disk::new(SITE);
    let server = Server::with(&disk, &["-i", "0.0.0.0"]);
    assert!(server.hears("stop it when you are done").contains("everybody on this network"));
    let port = server.port;
    let host = |host: &str| server.ask_as("GET", "/nl/", &format!("Host: {host}:{port}\r\n")).status;
    assert_eq!((host("192.0.2.7"), host("evil.example")), (200, 403));
    // What leads on names no host, so that it works for everybody.
    let from_afar = |path: &str| server.ask_as("GET", path, &format!("Host: 192.0.2.7:{port}\r\n"));
    assert_eq!(from_afar("/nl/bread").header("location"), "/nl/bread/");
    let page = from_afar("/nl/bread/").text().replace('"', "");
    assert!(page.contains("href=/nl/milk/") && page.contains("href=/assets/mini."), "{page}");
    assert!(!page.contains("127.0.0.1") && !page.contains("localhost"), "{page}");
}

#[cfg(target_os = "linux")]
#[test]
fn the_browser_is_opened_at_the_address_that_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let disk = Disk::new(SITE);
    let opener = disk.around().join("bin/xdg-open");
    fs::create_dir(disk.around().join("bin")).unwrap();
    fs::write(&opener, "#!/bin/sh\necho \"$1\" > \"$OPENED.new\" && mv \"$OPENED.new\" \"$OPENED\"\n").unwrap();
    fs::set_permissions(&opener, fs::Permissions::from_mode(0o755)).unwrap();
    let noted = disk.around().join("noted");
    let path = format!("{}:/usr/bin:/bin", disk.around().join("bin").display());
    let mut command = disk.command(&["serve", "-p", "0", "-O"]);
    command.env("PATH", path).env("OPENED", &noted).stderr(std::process::Stdio::piped());
    let server = Server::started(command.spawn().unwrap());
    let started = std::time::Instant::now();
    while !noted.exists() && started.elapsed() < crate::server::PATIENCE {
        thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(fs::read_to_string(noted).unwrap(), format!("http://127.0.0.1:{}/\n", server.port));
}

#[cfg(unix)]
#[test]
fn a_large_file_is_sent_in_pieces_and_never_another_in_its_place() {
    let disk = Disk::new(SITE);
    let film: Vec<u8> = (0..3_000_000_u32).flat_map(|at| at.to_le_bytes()).collect();
    disk.write("static/film.mp4", [b"\0\0\0\x18ftypmp42".as_slice(), &film].concat());
    // Larger than what may be held whole: a file with a hole costs no disk.
    disk.write("static/long.mp4", b"\0\0\0\x18ftypmp42");
    fs::File::options().write(true).open(disk.path("static/long.mp4")).unwrap().set_len(140 << 20).unwrap();
    let server = Server::of(&disk);
    let whole = server.get("/film.mp4");
    assert!(whole.status == 200 && whole.body == fs::read(disk.path("static/film.mp4")).unwrap());
    let part = server.ask("GET", "/film.mp4", "Range: bytes=300000-900000\r\n");
    assert!(part.status == 206 && part.body == whole.body[300_000..=900_000]);
    let head = server.ask("HEAD", "/film.mp4", "");
    assert_eq!((head.header("content-length"), head.header("etag")), ("12000012", whole.header("etag")));
    let last = server.ask("GET", "/long.mp4", "Range: bytes=-5\r\n");
    assert_eq!((last.status, last.body), (206, vec![0; 5]));
    // The server has not looked again yet, or has, and knows the file no more: no byte of the other is sent.
    fs::write(disk.around().join("secret"), vec![b'z'; 12_000_012]).unwrap();
    disk.remove("static/film.mp4");
    std::os::unix::fs::symlink(disk.around().join("secret"), disk.path("static/film.mp4")).unwrap();
    assert!(!server.get("/film.mp4").body.windows(4).any(|four| four == b"zzzz"));
}
