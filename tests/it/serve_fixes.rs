//! Fixes in the pages of `samen serve`: offered where nobody else can ask for them, and made for nobody else.

use crate::disk::Disk;
use crate::server::{Response, Server};

const FILE: &str = "content/pages/a.nl.md";
const WRONG: &str = "---\ntitle: A\n---\n# Eén\n\nover\u{202e}leg\n";

fn site() -> Disk {
    Disk::new(&format!("//- {FILE}\n{WRONG}"))
}

/// What stands in a page between two texts, each time.
fn between<'t>(text: &'t str, before: &str, after: &str) -> Vec<&'t str> {
    text.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect()
}

struct Form {
    addresses: Vec<String>,
    token: String,
}

/// The forms of the overview.
fn form(server: &Server) -> Form {
    let page = server.get("/_samen/").text();
    let addresses = between(&page, "<form method=\"post\" action=\"", "\"").into_iter().map(str::to_owned).collect();
    let token = between(&page, "name=\"token\" value=\"", "\"").first().map(|token| (*token).to_owned());
    Form { addresses, token: token.unwrap_or_default() }
}

fn post(server: &Server, address: &str, fields: &str, body: &str) -> Response {
    let port = server.port;
    let request = format!(
        "POST {address} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{fields}Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    let answer = String::from_utf8(server.raw(request.as_bytes())).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    Response { status, head: head.to_lowercase(), body: body.as_bytes().to_vec() }
}

/// As a browser sends the form of a page.
fn own(server: &Server) -> String {
    let port = server.port;
    format!(
        "Origin: http://127.0.0.1:{port}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    )
}

#[test]
fn a_button_mends_what_its_page_shows_and_nothing_else() {
    let disk = site();
    let server = Server::of(&disk);
    let page = server.get("/_samen/").text();
    assert!(page.contains("<del>- # Eén</del>\n<ins>+ ## Eén</ins>"), "{page}");
    assert!(page.contains("mend it: write `##`"), "{page}");
    let Form { addresses, token } = form(&server);
    assert_eq!((addresses.len(), token.len()), (2, 64), "{page}");
    let heading = page.split("<form").skip(1).find(|part| part.contains("write `##`</bdi>")).unwrap();
    let address = between(heading, "action=\"", "\"")[0];
    let answer = post(&server, address, &own(&server), &format!("token={token}"));
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert!(answer.text().contains("Mended: write `##`") && answer.text().contains(FILE), "{}", answer.text());
    assert_eq!(disk.read(FILE), WRONG.replace("# Eén", "## Eén"));
    // The page is old now: its buttons mend nothing.
    for address in &addresses {
        server.until("/_samen/", |page| !page.text().contains(address.as_str()));
        let answer = post(&server, address, &own(&server), &format!("token={token}"));
        assert_eq!(answer.status, 409, "{}", answer.text());
    }
    assert_eq!(disk.read(FILE), WRONG.replace("# Eén", "## Eén"));
}

#[test]
fn the_box_over_a_page_leads_to_the_button() {
    let disk = site();
    let server = Server::of(&disk);
    let overlay = server.get("/_samen/overlay/nl/a/").text();
    assert!(!overlay.contains("<form") && !overlay.contains("token"), "{overlay}");
    let address = between(&overlay, "<a href=\"/_samen/fix/", "\"");
    let page = server.get(&format!("/_samen/fix/{}", address[0]));
    assert!(page.header("content-security-policy").contains("frame-ancestors 'none'"));
    assert!(page.header("content-security-policy").contains("form-action 'self'"));
    assert_eq!(between(&page.text(), "<form method=\"post\" action=\"/_samen/fix/", "\""), address);
    assert_eq!(server.get("/_samen/fix/0123456789abcdef0123456789abcdef").status, 404);
    assert_eq!(server.get("/_samen/fix/../../etc").status, 404);
}

#[test]
fn nobody_else_can_ask_for_a_fix() {
    let disk = site();
    let server = Server::of(&disk);
    let Form { addresses, token } = form(&server);
    let (address, body, own) = (&addresses[0], format!("token={token}"), own(&server));
    let form = "Content-Type: application/x-www-form-urlencoded\r\n";
    let port = server.port;
    for (why, fields, body, status) in [
        ("another site", own.replace("127.0.0.1", "evil.example"), body.clone(), 403),
        ("no origin at all", form.to_owned(), body.clone(), 403),
        ("an origin that is hidden", format!("Origin: null\r\n{form}"), body.clone(), 403),
        ("another port", own.replace(&port.to_string(), "1"), body.clone(), 403),
        ("a page of another site", own.replace("same-origin", "cross-site"), body.clone(), 403),
        ("a neighbour", own.replace("same-origin", "same-site"), body.clone(), 403),
        ("typed by somebody", own.replace("same-origin", "none"), body.clone(), 403),
        (
            "what a script of another site may send",
            own.replace("application/x-www-form-urlencoded", "text/plain"),
            body.clone(),
            403,
        ),
        ("no token", own.clone(), String::new(), 403),
        ("a wrong token", own.clone(), format!("token={}", "0".repeat(64)), 403),
        ("a part of the token", own.clone(), body[..40].to_owned(), 403),
        ("more than the token", own.clone(), format!("{body}&x=1"), 403),
        ("a long form", own.clone(), format!("{body}{}", " ".repeat(5000)), 413),
    ] {
        let answer = post(&server, address, &fields, &body);
        assert_eq!(answer.status, status, "{why}: {}", answer.text());
        assert_eq!(disk.read(FILE), WRONG, "{why}");
    }
    let rebound = format!(
        "POST {address} HTTP/1.1\r\nHost: evil.example:{port}\r\n{own}Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    assert!(server.raw(rebound.as_bytes()).starts_with(b"HTTP/1.1 403"));
    for (path, status) in [
        ("/_samen/fix/0123456789abcdef0123456789abcdef", 409),
        ("/_samen/fix/x", 409),
        ("/_samen/", 405),
        ("/nl/a/", 405),
    ] {
        assert_eq!(post(&server, path, &own, &body).status, status, "{path}");
    }
    for method in ["PUT", "DELETE", "PATCH"] {
        assert_eq!(server.ask(method, address, "").status, 405, "{method}");
    }
    assert_eq!(disk.read(FILE), WRONG);
    // Of another run.
    assert_ne!(form_token(&Server::of(&disk)), token);
}

fn form_token(server: &Server) -> String {
    form(server).token
}

#[test]
fn a_server_that_others_reach_offers_nothing_that_writes() {
    let disk = site();
    let server = Server::with(&disk, &["-i", "0.0.0.0"]);
    let page = server.get("/_samen/").text();
    assert!(page.contains("starts its headings at the second level") && !page.contains("<form"), "{page}");
    assert_eq!(post(&server, "/_samen/fix/0123456789abcdef0123456789abcdef", &own(&server), "token=").status, 405);
}

#[test]
fn a_file_that_was_saved_meanwhile_is_not_changed() {
    let disk = site();
    let server = Server::of(&disk);
    let Form { addresses, token } = form(&server);
    // Saved a moment ago, and not seen by the server yet or just now: either way the page is old.
    disk.write(FILE, WRONG.replace("over", "onder"));
    for address in addresses {
        assert_eq!(post(&server, &address, &own(&server), &format!("token={token}")).status, 409);
    }
    assert_eq!(disk.read(FILE), WRONG.replace("over", "onder"));
}
