//! Old addresses: made of patterns, written as aliases, and found again from links. Knows nothing of addresses on this site.

use jiff::civil::Date;
use percent_encoding::percent_decode_str;

use super::foreign::{AddressFacts, ForeignSite, join};
use super::{Generator, docusaurus, hugo, jekyll, mkdocs};

/// Bytes of the longest address that is kept.
const LONGEST: usize = 600;

/// The address of a path: a folder, or a file with `.html`.
pub(super) fn path_of(path: &str, is_file: bool) -> String {
    let path = path.trim_matches('/');
    match (path.is_empty(), is_file) {
        (true, _) => "/".to_owned(),
        (false, true) => format!("/{path}.html"),
        (false, false) => format!("/{path}/"),
    }
}

/// A pattern with its `:words` filled in; none where one of them is not known.
pub(super) fn pattern(pattern: &str, value: impl Fn(&str) -> Option<String>) -> Option<String> {
    let mut out = String::new();
    let mut rest = pattern;
    while let Some(at) = rest.find(':') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        out.push_str(&value(&rest[..end])?);
        rest = &rest[end..];
        // `:sections[1:]` and the like are parts of lists.
        if rest.starts_with('[') {
            return None;
        }
    }
    out.push_str(rest);
    Some(out)
}

/// A word of a pattern that stands for a part of a day.
pub(super) fn dated(word: &str, day: Date) -> Option<String> {
    let form = match word {
        "year" => "%Y",
        "short_year" => "%y",
        "month" => "%m",
        "monthname" | "long_month" => "%B",
        "short_month" => "%b",
        "day" => "%d",
        "i_month" => return Some(day.month().to_string()),
        "i_day" => return Some(day.day().to_string()),
        "y_day" | "yearday" => "%j",
        "week" => "%V",
        _ => return None,
    };
    Some(day.strftime(form).to_string().to_lowercase())
}

/// The address that a text had, without that of its server.
pub(super) fn of(
    generator: Generator,
    facts: &AddressFacts<'_>,
    site: &ForeignSite,
    tag: Option<&str>,
) -> Option<String> {
    let own = match generator {
        Generator::Hugo => hugo::address(facts, site)?,
        Generator::Jekyll => jekyll::address(facts, site)?,
        Generator::Docusaurus => docusaurus::address(facts, site),
        Generator::Mkdocs => mkdocs::address(facts, site),
        Generator::Folder => return None,
    };
    let own = if generator == Generator::Hugo { own.to_lowercase().replace(' ', "-") } else { own };
    let is_default = tag.is_none() || tag == site.default_tag.as_deref();
    // Jekyll knows no languages: a folder of one is a part of the path like any other.
    let named = generator == Generator::Jekyll && facts.text.tag.is_none() && site.languages.is_empty();
    let has_prefix = (!is_default || site.addresses.prefix_default) && !named;
    let tag = tag.filter(|_| has_prefix).map(str::to_lowercase).unwrap_or_default();
    let is_page = own.ends_with('/');
    let path = join(&tag, own.trim_matches('/'));
    Some(match (path.is_empty(), is_page || !own.contains('.')) {
        (true, _) => "/".to_owned(),
        (false, true) => format!("/{path}/"),
        (false, false) => format!("/{path}"),
    })
}

/// An address as this site can keep it: from the root, without server, query and anchor.
pub(super) fn alias(address: &str, site: &ForeignSite) -> Option<String> {
    let path = below_origin(address.trim(), site)?;
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = percent_decode_str(path).decode_utf8().ok()?.into_owned();
    if !path.starts_with('/') || path.len() > LONGEST {
        return None;
    }
    let is_page = path.ends_with('/') || !path.rsplit('/').next().unwrap_or_default().contains('.');
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let bad = |part: &&str| part.starts_with('.') || part.chars().any(|c| c.is_control() || matches!(c, '\\' | '"'));
    // The address of the whole site leads to its first page anyway.
    if parts.is_empty() || parts.iter().any(bad) {
        return None;
    }
    Some(format!("/{}{}", parts.join("/"), if is_page { "/" } else { "" }))
}

/// An address without the server of the old site; none for one of another site.
pub(super) fn below_origin<'a>(address: &'a str, site: &ForeignSite) -> Option<&'a str> {
    let Some((_, rest)) = address.split_once("://") else {
        return (!address.starts_with("//")).then_some(address);
    };
    let of = |origin: &'_ str| origin.split_once("://").map(|(_, host)| host.trim_start_matches("www.").to_owned());
    let host = site.origin.as_deref().and_then(of)?;
    let own = rest.trim_start_matches("www.");
    let path = own.strip_prefix(host.as_str())?;
    match path.chars().next() {
        None => Some("/"),
        Some('/') => Some(path),
        _ => None,
    }
}

/// What all forms of an address have in common: without slashes at the ends, `index.html`, `.html` and case.
pub(super) fn folded(path: &str) -> String {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = percent_decode_str(path).decode_utf8_lossy().to_lowercase();
    let path = path.trim_matches('/');
    let path = path.strip_suffix("index.html").unwrap_or(path);
    let path = path.strip_suffix(".html").or_else(|| path.strip_suffix(".htm")).unwrap_or(path);
    path.trim_matches('/').to_owned()
}
