//! What a link in a text names, before anyone knows whether it exists. Knows nothing of addresses on the site.

use std::ops::Range;
use std::sync::Arc;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use super::place;
use crate::config::{BaseUrl, Config};
use crate::diagnostic::Range32;
use crate::source::digestible;

/// A link of a document to something of this site.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentLink {
    /// What it names.
    pub target: LinkTarget,
    /// Its destination as it is written.
    pub written: Arc<str>,
    /// Where it stands in the file.
    pub range: Range32,
    /// Where its destination stands in the file; empty where that is not sure.
    pub at: Range32,
    /// Whether it is an image.
    pub image: bool,
}

digestible!(struct DocumentLink { target, image } without { written, range, at });

/// What a link names.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkTarget {
    /// An entry or file below `content/`, and an anchor in it.
    Path(Arc<str>, Option<Arc<str>>),
    /// An anchor on the same page.
    Anchor(Arc<str>),
    /// An address of the site, spelled out from its root.
    Address(Arc<str>, Option<Arc<str>>),
}

digestible!(
    enum LinkTarget {
        Path(path, anchor),
        Anchor(anchor),
        Address(address, anchor),
    }
);

/// What may not stand in an address as it is (RFC 3986, section 2).
const NOT_IN_ADDRESSES: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// How a destination is to be treated.
#[derive(Debug, PartialEq)]
pub(super) enum Destination {
    /// Something of this site.
    Internal(LinkTarget),
    /// Another site, a mailbox or a telephone.
    External,
    /// A scheme that is not allowed.
    Unsafe(String),
    /// An address that a browser reads as one of another site, though it does not look so; and how that one is written.
    Disguised(String),
    /// A path that leads out of `content/`.
    Outside,
    /// Nothing.
    Empty,
}

/// Reads the destination of a link in a document of `folder`.
pub(super) fn classify(destination: &str, folder: &str, config: &Config) -> Destination {
    let destination = destination.trim();
    if destination.is_empty() {
        return Destination::Empty;
    }
    if let Some(address) = disguised(destination) {
        return Destination::Disguised(address);
    }
    let own = own_address(destination, &config.base_url);
    if let Some(scheme) = scheme(destination).filter(|_| own.is_none()) {
        return match scheme.as_str() {
            "http" | "https" | "mailto" | "tel" => Destination::External,
            _ => Destination::Unsafe(scheme),
        };
    }
    let decode = |text: &str| -> Arc<str> { Arc::from(&*percent_decode_str(text).decode_utf8_lossy()) };
    let destination = own.as_deref().unwrap_or(destination);
    let (path, fragment) = match destination.split_once('#') {
        Some((path, fragment)) => (path, Some(decode(fragment)).filter(|fragment| !fragment.is_empty())),
        None => (destination, None),
    };
    let path = decode(path.split('?').next().unwrap_or(path));
    if path.is_empty() {
        return match fragment {
            Some(fragment) => Destination::Internal(LinkTarget::Anchor(fragment)),
            None => Destination::Empty,
        };
    }
    if path.starts_with('/') {
        return Destination::Internal(LinkTarget::Address(path, fragment));
    }
    match place::target(folder, &path, config) {
        Some(path) => Destination::Internal(LinkTarget::Path(path, fragment)),
        None => Destination::Outside,
    }
}

/// The server of a full address without `www.`, and the byte at which its name ends.
fn server_of(address: &str) -> Option<(String, usize)> {
    let (scheme, rest) = address.split_once("://").filter(|(scheme, _)| matches!(*scheme, "http" | "https"))?;
    let server = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
    let name = server.to_ascii_lowercase();
    Some((name.strip_prefix("www.").unwrap_or(&name).to_owned(), scheme.len() + 3 + server.len()))
}

/// A full address of this site from its root.
fn own_address(destination: &str, base: &BaseUrl) -> Option<String> {
    let (own, _) = server_of(&base.origin)?;
    let (other, end) = server_of(destination)?;
    let rest = Some(&destination[end..]).filter(|_| own == other)?;
    let inside = rest
        .strip_prefix(base.path.trim_end_matches('/'))
        .filter(|rest| rest.is_empty() || rest.starts_with(['/', '#', '?']))?;
    Some(if inside.starts_with('/') { inside.to_owned() } else { format!("/{inside}") })
}

/// Services whose pages open for those who have an account, or were invited.
const PRIVATE: &[&str] = &[
    "1drv.ms",
    "docs.google.com",
    "drive.google.com",
    "dropbox.com",
    "mail.google.com",
    "notion.so",
    "office.com",
    "onedrive.live.com",
    "outlook.live.com",
    "sharepoint.com",
    "teams.microsoft.com",
    "trello.com",
    "we.tl",
];

/// Parts of addresses of such services that everybody can open: forms, and what was published to the web.
const OPEN: &[&str] = &["/forms/", "/pub", "/d/e/"];

/// The server of an address that other people cannot open as a rule.
pub(super) fn private_host(destination: &str) -> Option<&str> {
    let (scheme, rest) = destination.trim().split_once("://")?;
    let server = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
    let path = &rest[server.len()..];
    let name = server.split(':').next().unwrap_or(server).to_ascii_lowercase();
    let of = |known: &str| name.strip_suffix(known).is_some_and(|before| before.is_empty() || before.ends_with('.'));
    let service = PRIVATE.iter().any(|known| of(known)) && !OPEN.iter().any(|part| path.contains(part));
    let local =
        !name.contains('.') || name.ends_with(".local") || name.ends_with(".internal") || is_private_number(&name);
    (matches!(scheme, "http" | "https") && !name.is_empty() && (service || local)).then_some(server)
}

/// Whether a number of a server is one of a network of one's own (RFC 1918, RFC 1122).
fn is_private_number(name: &str) -> bool {
    name.parse::<std::net::Ipv4Addr>().is_ok_and(|number| number.is_private() || number.is_loopback())
}

/// Whether a scheme leads to a file of the computer that a text is written on: `file:`, or a drive such as `C:`.
pub(super) fn is_own_computer(scheme: &str) -> bool {
    scheme == "file" || scheme.len() == 1
}

/// Endings of servers beside those of countries, which have two letters.
const ENDINGS: &[&str] = &["com", "org", "net", "info", "edu", "gov", "int", "app", "dev", "online", "social"];

/// The address that was meant by a destination that is none: without `https://` or `mailto:`, or with a slip in it.
#[must_use]
pub fn meant_address(written: &str) -> Option<String> {
    let quotes = ['"', '\'', '“', '”', '„', '‘', '’', '<', '>', '«', '»'];
    let clean = written.trim().trim_matches(quotes).trim();
    if clean.is_empty() || clean.len() > 2_000 {
        return None;
    }
    if let Some((scheme, rest)) = clean.split_once("//") {
        let scheme = scheme.trim_end_matches(':').to_ascii_lowercase();
        let near =
            ["http", "https"].into_iter().map(|known| (strsim::damerau_levenshtein(known, &scheme), known)).min();
        let near = near.filter(|(slips, _)| *slips <= 1).map(|(_, known)| known);
        if let Some(near) = near.filter(|_| !rest.is_empty()) {
            let right = format!("{near}://{}", rest.trim_start_matches('/'));
            return (right != written).then_some(right);
        }
    }
    let server = &clean[..clean.find(['/', '?', '#', ':']).unwrap_or(clean.len())];
    if let Some((name, host)) = server.split_once('@') {
        let mail = !name.is_empty() && server.len() == clean.len() && is_server(host);
        return mail.then(|| format!("mailto:{clean}"));
    }
    let digits = clean.chars().filter(char::is_ascii_digit).count();
    let number = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | ' ' | '(' | ')' | '.' | '/');
    if digits >= 7 && clean.starts_with(['+', '0', '(']) && clean.chars().all(number) {
        return Some(format!("tel:{}", clean.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>()));
    }
    is_server(server).then(|| format!("https://{clean}"))
}

/// Whether words are the name of a server, such as `www.hub.example` or `hub.eu`.
fn is_server(name: &str) -> bool {
    let labels: Vec<&str> = name.split('.').collect();
    let fits = |label: &&str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    let last = labels.last().copied().unwrap_or_default();
    let known =
        last.len() == 2 && last != "md" && last.chars().all(|c| c.is_ascii_alphabetic()) || ENDINGS.contains(&last);
    labels.len() > 1 && labels.iter().all(fits) && (known || name.starts_with("www."))
}

/// Where the destinations of links in brackets stand in a part of a text.
#[must_use]
pub fn destinations(text: &str) -> Vec<Range<usize>> {
    text.match_indices("](").filter_map(|(at, _)| destination_at(text, at + 2)).collect()
}

/// Where the destinations of link definitions stand, such as `[name]: page.md`.
#[must_use]
pub fn definitions(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        let words = line.trim_start_matches([' ', '>']);
        let behind = words.find("]:").filter(|_| words.starts_with('[')).map(|end| line.len() - words.len() + end + 2);
        found.extend(behind.and_then(|behind| destination_at(text, at + behind)));
        at += line.len();
    }
    found
}

/// The destination that starts behind a place: in `<…>`, else up to white space or a bracket that it did not open.
fn destination_at(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at..)?;
    let start = at + rest.len() - rest.trim_start_matches([' ', '\n']).len();
    let rest = &text[start..];
    if let Some(inside) = rest.strip_prefix('<') {
        return inside.find(['>', '\n']).map(|end| start + 1..start + 1 + end);
    }
    let (mut depth, mut before) = (0_usize, ' ');
    for (offset, c) in rest.char_indices() {
        match c {
            _ if before == '\\' => {}
            '(' => depth += 1,
            ')' if depth == 0 => return Some(start..start + offset),
            ')' => depth -= 1,
            c if c.is_whitespace() => return Some(start..start + offset),
            _ => {}
        }
        before = c;
    }
    Some(start..text.len())
}

/// A document that may move to another folder, while its links are written anew.
#[derive(Clone, Copy, Debug)]
pub struct LinkWriter<'a> {
    /// The folder of the document, below `content/`.
    pub from: &'a str,
    /// The folder that it will be in.
    pub to: &'a str,
    /// The settings.
    pub config: &'a Config,
}

impl LinkWriter<'_> {
    /// A destination as it is written once things have other names; `None` where it stays as it is. `renamed` gives the new
    /// path of an entry or file below `content/`, and the new address of one that is spelled out.
    pub fn written(&self, destination: &str, renamed: impl Fn(&LinkTarget) -> Option<String>) -> Option<String> {
        let plain = unescaped(destination);
        let Destination::Internal(target) = classify(&plain, self.from, self.config) else { return None };
        let new = renamed(&target);
        let (path, rest) = plain.split_at(plain.find(['#', '?']).unwrap_or(plain.len()));
        let old = match &target {
            LinkTarget::Path(old, _) => old,
            LinkTarget::Address(..) => return new.map(|new| format!("{new}{rest}")),
            LinkTarget::Anchor(_) => return None,
        };
        let stays = self.from == self.to || path.trim_start().starts_with("@/");
        if new.is_none() && stays {
            return None;
        }
        let whole = place::resolved(self.from, &percent_decode_str(path.trim()).decode_utf8_lossy())?;
        // Behind the name of an entry stand its language and ending, behind that of a folder its page.
        let ending = whole.get(old.len()..)?;
        let whole = format!("{}{ending}", new.as_deref().unwrap_or(old));
        let written = if path.starts_with("@/") { format!("@/{whole}") } else { relative(self.to, &whole) };
        let written = format!("{written}{rest}");
        (written != plain).then_some(written)
    }
}

/// The way from a folder to a path; both are below `content/`.
fn relative(folder: &str, path: &str) -> String {
    let from: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let to: Vec<&str> = path.split('/').collect();
    let most = from.len().min(to.len() - 1);
    let shared = from.iter().zip(&to).take(most).take_while(|(a, b)| a == b).count();
    let up = "../".repeat(from.len() - shared);
    format!("{up}{}", to[shared..].join("/"))
}

/// A destination without the signs that keep Markdown from reading it as something else.
fn unescaped(destination: &str) -> String {
    let mut out = String::with_capacity(destination.len());
    let mut chars = destination.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\\' || !chars.peek().is_some_and(char::is_ascii_punctuation) {
            out.push(c);
        }
    }
    out
}

/// What a browser makes of an address that hides where it leads (WHATWG URL): it drops tabs and line breaks, takes `\` for
/// `/`, needs no scheme, and takes what stands before `@` for the name of a user.
pub(super) fn disguised(destination: &str) -> Option<String> {
    let slash = |c: char| matches!(c, '/' | '\\');
    let clean: String = destination.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let clean = clean.trim_matches(|c: char| c <= ' ');
    let scheme = scheme(clean).filter(|scheme| matches!(scheme.as_str(), "http" | "https"));
    let rest = match &scheme {
        Some(_) => clean.split_once(':').map_or(clean, |(_, rest)| rest),
        None if clean.starts_with(slash) && clean[1..].starts_with(slash) => clean,
        None => return None,
    };
    let address = rest.trim_start_matches(slash);
    let server = address.split(|c: char| slash(c) || matches!(c, '?' | '#')).next().unwrap_or_default();
    let host = server.rsplit('@').next().unwrap_or_default();
    let plain = scheme.is_some()
        && clean.len() == destination.trim().len()
        && rest.strip_prefix("//") == Some(address)
        && !host.is_empty()
        && host.len() == server.len()
        && !address[server.len()..].starts_with('\\');
    (!plain).then(|| format!("{}://{host}{}", scheme.as_deref().unwrap_or("https"), &address[server.len()..]))
}

/// The address of another site as it is published.
pub(super) fn encoded(destination: &str) -> String {
    utf8_percent_encode(destination, NOT_IN_ADDRESSES).to_string()
}

/// The scheme of an absolute address (RFC 3986, section 3.1), in lower case. White space and control characters inside
/// it are left out, as browsers do.
fn scheme(destination: &str) -> Option<String> {
    let clean: String = destination.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let (scheme, _) = clean.split_once(':')?;
    let mut chars = scheme.chars();
    let first = chars.next()?;
    let fits = first.is_ascii_alphabetic() && chars.all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    fits.then(|| scheme.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{definitions, destinations, disguised, meant_address, private_host, relative};

    #[test]
    fn destinations_are_found_as_markdown_reads_them() {
        let text = "[a](b.md) ![c](<d e.md> \"t\") [f](g_(h).md 'x') [[i](j)](k) [l]( m.md)";
        let found: Vec<&str> = destinations(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["b.md", "d e.md", "g_(h).md", "j", "k", "m.md"]);
        let text = "[a]: b.md\n> [c d]: <e.md> \"t\"\nno [f]: g\n";
        let found: Vec<&str> = definitions(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["b.md", "e.md"]);
    }

    #[test]
    fn an_address_that_is_none_is_known_by_its_form() {
        for (written, meant) in [
            ("docs.google.com/document/d/1", "https://docs.google.com/document/d/1"),
            ("www.hub.example", "https://www.hub.example"),
            ("hub.nl", "https://hub.nl"),
            ("hub.nl/over-ons", "https://hub.nl/over-ons"),
            ("hub.org?x=1", "https://hub.org?x=1"),
            ("info@hub.nl", "mailto:info@hub.nl"),
            ("http//hub.nl", "http://hub.nl"),
            ("htps://hub.nl", "https://hub.nl"),
            ("“https://hub.nl”", "https://hub.nl"),
            ("030-1234567", "tel:0301234567"),
            ("+31 30 123 45 67", "tel:+31301234567"),
        ] {
            assert_eq!(meant_address(written).as_deref(), Some(meant), "{written}");
        }
        for written in ["b.md", "@/a/b", "a/b", "rapport.pdf", "a.b", "2026-11-20", "", "groep.png", "@hub.nl/x"] {
            assert_eq!(meant_address(written), None, "{written}");
        }
    }

    #[test]
    fn places_that_others_cannot_open_are_known() {
        for address in [
            "https://docs.google.com/document/d/1/edit",
            "https://x.sharepoint.com/:w:/r/a.docx",
            "http://localhost:3000/x",
            "http://intranet/x",
            "https://192.168.1.1/",
            "https://nas.local/x",
        ] {
            assert!(private_host(address).is_some(), "{address}");
        }
        for address in [
            "https://hub.example/",
            "https://docs.google.com/forms/d/1",
            "mailto:a@b.example",
            "https://notsharepoint.com",
        ] {
            assert_eq!(private_host(address), None, "{address}");
        }
    }

    #[test]
    fn a_way_leads_from_a_folder_to_a_path() {
        for (folder, path, way) in [
            ("a", "a/b.md", "b.md"),
            ("a/b", "a/c.md", "../c.md"),
            ("", "a/c.md", "a/c.md"),
            ("a/b", "c", "../../c"),
            ("a/b", "a/b", "../b"),
        ] {
            assert_eq!(relative(folder, path), way);
        }
    }

    #[test]
    fn an_address_leads_where_it_looks() {
        for (address, meant) in [
            ("//evil.example", "https://evil.example"),
            ("/\\evil.example/a", "https://evil.example/a"),
            ("\\\\evil.example", "https://evil.example"),
            ("/\t/evil.example", "https://evil.example"),
            ("///evil.example", "https://evil.example"),
            ("https:evil.example", "https://evil.example"),
            ("https:/evil.example", "https://evil.example"),
            ("http:\\\\evil.example", "http://evil.example"),
            ("ht\ntps://evil.example", "https://evil.example"),
            ("https://good.example@evil.example/x", "https://evil.example/x"),
            ("https://good.example\\@evil.example", "https://good.example\\@evil.example"),
            ("https://", "https://"),
        ] {
            assert_eq!(disguised(address).as_deref(), Some(meant), "{address:?}");
        }
        for address in
            ["https://a.example/b@c", "http://a.example", "/nl/a/", "b.md", "mailto:a@b.example", "@/a.md", "#a"]
        {
            assert_eq!(disguised(address), None, "{address}");
        }
    }
}
