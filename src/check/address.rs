//! Where the addresses in an output lead: to this site, to another, to a program. Resolves them as browsers do
//! (WHATWG URL), as far as addresses of web sites go. Knows nothing of what stands there.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::config::BaseUrl;
use crate::site::Route;

/// Where an address leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LinkDestination<'v> {
    /// To a path from the root of this site, decoded, and a part of what stands there, as written.
    Here {
        /// Without a slash in front, like a route.
        path: Cow<'v, str>,
        /// Without `#`; may be empty.
        fragment: &'v str,
    },
    /// To this server, but not below the path of this site, and meant for the site.
    Outside,
    /// To this server, spelled out in full.
    Beside,
    /// To another server.
    Elsewhere,
    /// To a script in the address itself.
    Script,
    /// To a program such as the one for mail, or to data in the address itself.
    Other,
}

/// Resolves an address that stands in the output at `from`.
pub(super) fn resolve<'v>(address: &'v str, from: &'v Route, base: &BaseUrl) -> LinkDestination<'v> {
    let address = address.trim_matches(|c: char| c <= ' ');
    if let Some(scheme) = scheme(address) {
        return absolute(address, &scheme, base);
    }
    if names_server(address) {
        return LinkDestination::Elsewhere;
    }
    let (path, fragment) = path_and_fragment(address);
    if path.starts_with("//") {
        let own = base.origin.split_once(':').map_or("", |(_, host)| host);
        return on_server(path, own, fragment, base).unwrap_or(LinkDestination::Elsewhere);
    }
    if path.is_empty() {
        return LinkDestination::Here { path: Cow::Borrowed(&from.0), fragment };
    }
    if path.starts_with('/') {
        return below(path, fragment, base).unwrap_or(LinkDestination::Outside);
    }
    let folder = from.0.rfind('/').map_or("", |at| &from.0[..at]);
    match join(folder, path) {
        Some(path) => LinkDestination::Here { path: Cow::Owned(decode(&path).into_owned()), fragment },
        None => LinkDestination::Outside,
    }
}

/// Whether browsers read two slashes at the start where there are none: they drop tabs and line breaks, and take `\` for
/// `/`.
fn names_server(address: &str) -> bool {
    let clean = |c: &char| !matches!(c, '\t' | '\n' | '\r');
    let start: Vec<char> = address.chars().filter(clean).take(2).collect();
    start.len() == 2 && start.iter().all(|c| matches!(c, '/' | '\\')) && !address.starts_with("//")
}

fn path_and_fragment(address: &str) -> (&str, &str) {
    let (address, fragment) = address.split_once('#').unwrap_or((address, ""));
    (address.split_once('?').map_or(address, |(path, _)| path), fragment)
}

/// The scheme in lower case, without the characters that browsers take out of addresses.
fn scheme(address: &str) -> Option<String> {
    let (scheme, _) = address.split_once(':')?;
    let scheme: String = scheme.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    (scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(fits))
        .then(|| scheme.to_ascii_lowercase())
}

fn absolute<'v>(address: &'v str, scheme: &str, base: &BaseUrl) -> LinkDestination<'v> {
    match scheme {
        "javascript" | "vbscript" => LinkDestination::Script,
        "http" | "https" => {
            let (address, fragment) = path_and_fragment(address);
            on_server(address, &base.origin, fragment, base).unwrap_or(LinkDestination::Elsewhere)
        }
        "ws" | "wss" | "ftp" | "file" => LinkDestination::Elsewhere,
        _ => LinkDestination::Other,
    }
}

/// The target of an address that names a server, if it is `own`.
fn on_server<'v>(address: &'v str, own: &str, fragment: &'v str, base: &BaseUrl) -> Option<LinkDestination<'v>> {
    let start = address.get(..own.len())?;
    let path = &address[own.len()..];
    if !start.eq_ignore_ascii_case(own) || !(path.is_empty() || path.starts_with('/')) {
        return None;
    }
    let path = if path.is_empty() { "/" } else { path };
    Some(below(path, fragment, base).unwrap_or(LinkDestination::Beside))
}

/// The target of a path from the root of the server, if it lies on this site.
fn below<'v>(path: &'v str, fragment: &'v str, base: &BaseUrl) -> Option<LinkDestination<'v>> {
    let inner = match path.strip_prefix(base.path.as_str()) {
        Some(inner) => inner,
        None if base.path.strip_suffix('/') == Some(path) => "",
        None => return None,
    };
    let path = if inner.starts_with('.') || inner.contains("/.") {
        Cow::Owned(decode(&join("", inner)?).into_owned())
    } else {
        decode(inner)
    };
    Some(LinkDestination::Here { path, fragment })
}

/// A path from a folder; `None` when it leads out of the site.
fn join(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let mut page = false;
    for part in path.split('/') {
        page = matches!(part, "" | "." | "..");
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    let mut joined = parts.join("/");
    if page && !joined.is_empty() {
        joined.push('/');
    }
    Some(joined)
}

/// Text without percent escapes.
pub(super) fn decode(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8_lossy()
}
