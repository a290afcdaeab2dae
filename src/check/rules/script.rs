//! `audit-tracking` and `audit-third-party` in scripts: nothing stays on the reader's device, nothing is told to
//! others. Looks for words, and so finds what is written plainly; a site's own scripts are. Knows nothing of pages.

use super::super::finding::Findings;
use super::super::reader::shorten;
use crate::diagnostic::{Code, Message};
use crate::message;

/// What keeps or tells something about readers.
const WORDS: &[(&str, Message)] = &[
    ("localStorage", message!("script-keeps")),
    ("sessionStorage", message!("script-keeps")),
    ("indexedDB", message!("script-keeps")),
    ("cookieStore", message!("script-keeps")),
    ("document.cookie", message!("script-keeps")),
    ("caches.open", message!("script-keeps")),
    ("navigator.storage", message!("script-keeps")),
    ("serviceWorker", message!("script-stays")),
    ("sendBeacon", message!("script-reports")),
    ("geolocation", message!("script-asks-place")),
    ("Notification", message!("script-disturbs")),
];

/// What is called with the address of a request.
const CALLS: &[&str] =
    &["fetch(", "import(", "import", "from", "importScripts(", "sendBeacon(", "Worker(", "WebSocket(", "EventSource("];

/// What makes a request when an address is assigned to it.
const PROPERTIES: &[&str] = &["src", "href", "action"];

/// Audits a script.
pub(in crate::check) fn read(text: &str) -> Findings {
    let mut found = Findings::default();
    for (word, does) in WORDS.iter().filter(|(word, _)| has_word(text, word)) {
        let help = message!("script-tracks-help");
        found.error(Code::AuditTracking, message!("script-tracks", word = word, does = does), help);
    }
    for (at, _) in text.match_indices("//") {
        if let Some(address) = requested(text, at) {
            let help = message!("script-asks-help");
            found.error(Code::AuditThirdParty, message!("script-asks", address = shorten(address)), help);
        }
    }
    found
}

/// Whether a word stands in a script by itself, and not as part of a longer name.
fn has_word(text: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
    text.match_indices(word).any(|(at, _)| !text[..at].ends_with(part) && !text[at + word.len()..].starts_with(part))
}

/// The address around the `//` at `at`, if it is written as a text that a request is made with.
fn requested(text: &str, at: usize) -> Option<&str> {
    let (before, after) = text.split_at(at);
    let scheme = ["https:", "http:", "wss:", "ws:", ""].into_iter().find(|scheme| before.ends_with(scheme))?;
    let start = before.len() - scheme.len();
    let quote = before[..start].chars().next_back().filter(|quote| matches!(quote, '"' | '\'' | '`'))?;
    let code = before[..start - 1].trim_end();
    let asks = match code.strip_suffix('=') {
        Some(name) => ends_with_one_of(name.trim_end(), PROPERTIES),
        None => ends_with_one_of(code, CALLS),
    };
    let end = after.find([quote, '\n']).unwrap_or(after.len());
    asks.then(|| &text[start..at + end])
}

fn ends_with_one_of(code: &str, names: &[&str]) -> bool {
    let apart = |rest: &str| !rest.ends_with(|c: char| c.is_alphanumeric());
    names.iter().any(|name| code.strip_suffix(name).is_some_and(apart))
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{NOTHING, audit, codes};

    #[test]
    fn scripts_keep_nothing_and_tell_nobody() {
        let found = |script: &str| codes(&audit("assets/hub.js", script));
        assert_eq!(
            found("const NS = 'http://www.w3.org/2000/svg'; // https://x.example/\nmyCaches.opened(localStorages);"),
            NOTHING
        );
        assert_eq!(found("window.localStorage.x = 1"), ["audit-tracking"]);
        assert_eq!(found("navigator.serviceWorker.register('/a.js')"), ["audit-tracking"]);
        assert_eq!(found("fetch('https://x.example/a')"), ["audit-third-party"]);
        assert_eq!(found("import { a } from \"//x.example/a.js\""), ["audit-third-party"]);
        assert_eq!(found("img.src = `https://x.example/${a}`"), ["audit-third-party"]);
    }
}
