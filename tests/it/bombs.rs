//! Small files that would cost much: each is told in a message at its place, or read in a time that grows with its size.
//! No test measures time; each would end the program, or last for minutes, without its bound.

use crate::fixture::hub;

/// A page of this text beside a whole site.
fn page(markdown: &str) -> String {
    format!("//- content/pages/a.nl.md\n---\ntitle: A\n---\n{markdown}")
}

#[test]
fn thirty_thousand_equal_headings_have_ids_of_their_own() {
    // 120 kB; the number of each heading was searched from the start: 67 seconds.
    let hub = hub(&page(&"## a\n".repeat(30_000)));
    let html = hub.body("nl/a/index.html");
    assert!(html.contains("id=\"a-30000\"") && !html.contains("id=\"a-30001\""));
}
