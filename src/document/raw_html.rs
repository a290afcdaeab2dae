//! Raw HTML in Markdown: refused unless allow-listed, then sanitised. The only user of the sanitiser.
//! Knows nothing of Markdown.

use std::collections::HashSet;
use std::fmt;

use crate::config::ALLOWABLE_TAGS;

/// Attributes that an allowed tag may keep.
const ATTRIBUTES: &[&str] = &["lang", "dir", "title"];
/// Tags without an end.
const VOID: &[&str] = &["br", "hr", "wbr"];

/// Sanitises by an allow-list; built once for a site.
pub struct Sanitizer {
    allowed: Vec<String>,
    ammonia: ammonia::Builder<'static>,
}

impl fmt::Debug for Sanitizer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sanitizer").field("allowed", &self.allowed).finish_non_exhaustive()
    }
}

/// One tag of inline HTML.
#[derive(Debug, PartialEq)]
pub(super) enum RawTag {
    /// `<abbr title="…">`, sanitised.
    Open(String, String),
    /// `</abbr>`
    Close(String),
    /// `<br>`, sanitised.
    Alone(String),
}

impl Sanitizer {
    /// Allows these tags.
    #[must_use]
    pub fn new(allowed: &[String]) -> Self {
        let mut ammonia = ammonia::Builder::empty();
        let leaked: HashSet<String> = allowed.iter().cloned().collect();
        ammonia.add_tags(leaked.iter().filter_map(|tag| known_tag(tag)));
        ammonia.add_generic_attributes(ATTRIBUTES.iter().copied());
        ammonia.add_tag_attributes("a", ["href"]);
        ammonia.add_url_schemes(["https", "http", "mailto", "tel"]);
        ammonia.link_rel(Some("noreferrer"));
        Self { allowed: allowed.to_vec(), ammonia }
    }

    /// Names of tags in `html` that are not allowed, in the order they stand.
    pub(super) fn refused(&self, html: &str) -> Vec<String> {
        let mut names: Vec<String> = tag_names(html).filter(|name| !self.allows(name)).collect();
        names.dedup();
        names
    }

    /// Sanitises a block whose tags are all allowed.
    pub(super) fn block(&self, html: &str) -> String {
        self.ammonia.clean(html).to_string()
    }

    /// Sanitises one inline tag that is allowed.
    pub(super) fn inline(&self, html: &str) -> RawTag {
        let name = tag_names(html).next().unwrap_or_default();
        if html.starts_with("</") {
            return RawTag::Close(name);
        }
        let clean = self.ammonia.clean(html).to_string();
        if VOID.contains(&name.as_str()) {
            return RawTag::Alone(clean);
        }
        let end = format!("</{name}>");
        RawTag::Open(name, clean.strip_suffix(&end).unwrap_or(&clean).to_owned())
    }

    fn allows(&self, name: &str) -> bool {
        self.allowed.iter().any(|tag| tag == name) && known_tag(name).is_some()
    }
}

/// The sanitiser wants names that live for ever; these are the tags that may be allow-listed.
fn known_tag(name: &str) -> Option<&'static str> {
    ALLOWABLE_TAGS.iter().copied().find(|known| *known == name)
}

/// Names of all tags, in lower case.
fn tag_names(html: &str) -> impl Iterator<Item = String> + '_ {
    html.match_indices('<').filter_map(|(at, _)| {
        let rest = html[at + 1..].trim_start_matches('/');
        let name: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
        let special = rest.starts_with(['!', '?']);
        if special { Some("!".to_owned()) } else { (!name.is_empty()).then(|| name.to_ascii_lowercase()) }
    })
}

/// Removes `<!-- … -->`; `None` when a comment is not closed.
pub(super) fn without_comments(html: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = html;
    while let Some(at) = rest.find("<!--") {
        out.push_str(&rest[..at]);
        let end = rest[at..].find("-->")?;
        rest = &rest[at + end + 3..];
    }
    out.push_str(rest);
    Some(out)
}
