//! Rules on headers for servers, from one policy: the same that pages declare, and what only a server can say.
//! Pure functions to text; knows nothing of where the files go.

use std::fmt::Write as _;

use crate::config::{Config, WebServer};

/// What a page may ask of a device: nothing.
const PERMISSIONS: &str = "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), \
                           gyroscope=(), microphone=(), midi=(), payment=(), usb=()";

/// Two years, as lists of such sites ask.
const HSTS: &str = "max-age=63072000";

/// For files whose names change with their content.
const FOREVER: &str = "public, max-age=31536000, immutable";

/// For all others: ask whether there is something new.
const ASK: &str = "no-cache";

/// The rules for a server, for pages that declare `csp`.
#[must_use]
pub fn rules(config: &Config, csp: &str, server: WebServer) -> String {
    let headers = headers(config, csp);
    let base = &config.base_url.path;
    match server {
        WebServer::Netlify => netlify(&headers, base),
        WebServer::Nginx => nginx(&headers, base),
        WebServer::Caddy => caddy(&headers, base),
        WebServer::Apache => apache(&headers, base),
    }
}

type HeaderRule = (&'static str, String);

/// The headers of every answer.
fn headers(config: &Config, csp: &str) -> Vec<HeaderRule> {
    let mut headers = vec![
        ("Content-Security-Policy", format!("{csp}; frame-ancestors 'none'")),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Permissions-Policy", PERMISSIONS.to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("X-Frame-Options", "DENY".to_owned()),
    ];
    if config.hsts {
        headers.push(("Strict-Transport-Security", HSTS.to_owned()));
    }
    headers
}

/// A regular expression for the paths of files whose names change with their content.
fn forever(base: &str) -> String {
    format!("^{}(assets/|files/.*\\.(jpg|png|webp)$)", literal(base))
}

/// Text as a regular expression for itself.
fn literal(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_');
    text.chars().map(|c| if plain(c) { c.to_string() } else { format!("\\{c}") }).collect()
}

/// The file `_headers`. Only files that never change get a rule on caching: both servers ask for a newer version where
/// there is none, and they join the values where two rules match.
fn netlify(headers: &[HeaderRule], base: &str) -> String {
    let mut out =
        format!("# Made by samen. Netlify and Cloudflare Pages read this file and do not serve it.\n{base}*\n");
    for (name, value) in headers {
        let _ = writeln!(out, "  {name}: {value}");
    }
    let _ = write!(out, "{base}assets/*\n  Cache-Control: {FOREVER}\n");
    out
}

/// A block with headers of its own inherits none, so that each repeats them all.
fn nginx(headers: &[HeaderRule], base: &str) -> String {
    let all = |indent: &str| -> String {
        headers.iter().map(|(name, value)| format!("{indent}add_header {name} \"{value}\" always;\n")).collect()
    };
    format!(
        "# Made by samen. Name this file in the `server` block of the site: include …/server/nginx.conf;\n\
         {}add_header Cache-Control \"{ASK}\" always;\n\
         location ~ \"{}\" {{\n{}    add_header Cache-Control \"{FOREVER}\";\n}}\n\
         location ^~ {base}server/ {{\n    return 404;\n}}\n",
        all(""),
        forever(base),
        all("    "),
    )
}

/// A header with `?` is a default, which does not replace what a narrower rule says. What is not there is not kept.
fn caddy(headers: &[HeaderRule], base: &str) -> String {
    let all: String = headers.iter().map(|(name, value)| format!("\t{name} \"{value}\"\n")).collect();
    format!(
        "# Made by samen. Name this file in the block of the site: import …/server/Caddyfile\n\
         header {{\n{all}\t?Cache-Control \"{ASK}\"\n}}\n\
         @samen_forever {{\n\tfile\n\tpath_regexp {}\n}}\n\
         header @samen_forever Cache-Control \"{FOREVER}\"\n\
         @samen_server path {base}server/*\n\
         respond @samen_server 404\n",
        forever(base),
    )
}

fn apache(headers: &[HeaderRule], base: &str) -> String {
    let all: String = headers.iter().map(|(name, value)| format!("Header always set {name} \"{value}\"\n")).collect();
    format!(
        "# Made by samen. Apache reads this file where `AllowOverride` has `FileInfo`, and does not serve it.\n\
         {all}Header set Cache-Control \"{ASK}\"\n\
         <If \"%{{REQUEST_URI}} =~ m#{}#\">\n    Header set Cache-Control \"{FOREVER}\"\n</If>\n\
         RedirectMatch 404 ^{}server/\n",
        forever(base),
        literal(base),
    )
}
