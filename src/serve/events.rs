//! What an open page is told: to reload when its own bytes have changed, to swap style sheets, to show what is wrong.
//! Knows nothing of connections.

use super::answer::{answer, styles};
use super::dev_server::Snapshot;

/// Bytes of the longest path that is kept for an open page: longer than any of a site, and bounded because it stays.
const LONGEST_PATH: usize = 4096;

/// An open page, as far as the server knows it.
#[derive(Debug)]
pub(super) struct Client {
    /// Its path, as the browser sends it.
    page: String,
    /// How it was when it was loaded.
    seen: String,
    styles: Option<Vec<String>>,
    problems: Option<String>,
}

impl Client {
    /// A page that has just asked. `query` are `page` and `seen` of the reload script.
    pub(super) fn new(query: &str) -> Option<Self> {
        let page = parameter(query, "page").filter(|page| page.starts_with('/') && page.len() < LONGEST_PATH)?;
        Some(Self { page, seen: parameter(query, "seen")?, styles: None, problems: None })
    }

    /// The path of the page.
    pub(super) fn page(&self) -> &str {
        &self.page
    }

    /// What the page does not know yet, in the form of the standard (HTML, section 9.2).
    pub(super) fn news(&mut self, snapshot: &Snapshot) -> String {
        let now = answer(snapshot, &self.page);
        if now.seen.to_string() != self.seen {
            return "event: reload\ndata: 1\n\n".to_owned();
        }
        let mut out = String::new();
        let styles = snapshot.live.as_deref().map(styles).unwrap_or_default();
        if let Some(old) = self.styles.replace(styles.clone()).filter(|old| *old != styles) {
            let data = serde_json::json!([old, styles]);
            out.push_str(&format!("event: styles\ndata: {data}\n\n"));
        }
        let errors = snapshot.diagnostics.counts().0 + now.diagnostics.len();
        let problems = if errors == 0 { "0".to_owned() } else { format!("{errors}/{}", snapshot.version) };
        if self.problems.as_ref() != Some(&problems) {
            out.push_str(&format!("event: problems\ndata: {problems}\n\n"));
            self.problems = Some(problems);
        }
        out
    }
}

/// The value of a parameter, as `application/x-www-form-urlencoded` writes it.
fn parameter(query: &str, name: &str) -> Option<String> {
    let found = query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))?;
    let spaced = found.replace('+', " ");
    percent_encoding::percent_decode_str(&spaced).decode_utf8().ok().map(|text| text.into_owned())
}
