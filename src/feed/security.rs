//! `security.txt` (RFC 9116): whom to tell of a weakness of the site. A pure function to text.

use std::fmt::Write as _;

use crate::config::SecurityTxt;
use crate::lang::Lang;
use crate::site::{Site, route};

/// The file; empty where the site has none.
#[must_use]
pub fn security_txt(site: &Site) -> String {
    let Some(security) = &site.config.security else { return String::new() };
    let SecurityTxt { fields, expires, languages } = security;
    let mut out = String::new();
    for field in fields {
        let _ = writeln!(out, "{}: {}", field.name, field.value);
    }
    let _ = writeln!(out, "Expires: {}T00:00:00Z", expires.value);
    if !languages.is_empty() {
        let languages: Vec<&str> = languages.iter().map(Lang::as_str).collect();
        let _ = writeln!(out, "Preferred-Languages: {}", languages.join(", "));
    }
    let canonical = route::security_txt().permalink(&site.config.base_url);
    // An address without encryption proves nothing, and may not stand here (section 2.5.2).
    if canonical.starts_with("https://") {
        let _ = writeln!(out, "Canonical: {canonical}");
    }
    out
}
