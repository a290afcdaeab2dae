//! What machines read: Atom feeds, sitemaps and robots.txt. Pure functions from the site to text.
//! Knows nothing of templates.

mod atom;
mod sitemap;

pub use atom::atom;
pub use sitemap::{robots, sitemap, sitemap_index};

/// Text with what XML reserves escaped, and without characters that XML 1.0 does not allow (section 2.2).
fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {}
            c => out.push(c),
        }
    }
    out
}
