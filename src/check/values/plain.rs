//! Values of plain texts, line by line, and the addresses in them: robots.txt, citations, rules for servers, subtitles.
//! Knows nothing of the formats but which of them are read by machines only.

use super::{OutputValue, TakeValue, ValueRole};
use crate::diagnostic::Message;
use crate::message;
use crate::site::Route;

/// Gives every line, and every address.
pub(super) fn read(text: &str, route: &Route, take: &mut TakeValue<'_>) -> Result<(), Message> {
    if route.0.ends_with(".vtt") && !text.trim_start_matches('\u{FEFF}').starts_with("WEBVTT") {
        return Err(message!("subtitles-start"));
    }
    let words = if is_for_readers(route) { ValueRole::Text } else { ValueRole::Name };
    let address = if is_for_servers(route) { ValueRole::Request } else { ValueRole::Link };
    // A mark of the encoding at the start is no part of the first line.
    for line in text.strip_prefix('\u{FEFF}').unwrap_or(text).lines() {
        take(OutputValue { text: line, role: words });
        addresses(line, &mut |text| take(OutputValue { text, role: address }));
    }
    Ok(())
}

/// Rules on headers: an address in them is one that browsers are told to ask, or may.
pub(super) fn is_for_servers(route: &Route) -> bool {
    let name = route.0.rsplit('/').next().unwrap_or_default();
    matches!(name, "_headers" | ".htaccess" | "Caddyfile") || name.ends_with(".conf")
}

/// Whether people read the words: in the others, braces and colons are part of the format.
fn is_for_readers(route: &Route) -> bool {
    [".txt", ".vtt", ".srt", ".md", ".pdf"].iter().any(|ending| route.0.ends_with(ending))
}

fn addresses(line: &str, take: &mut dyn FnMut(&str)) {
    let mut rest = line;
    while let Some(at) = rest.find("http") {
        rest = &rest[at..];
        let end = rest.find(|c: char| c.is_whitespace() || "\"'<>{}|\\^`".contains(c)).unwrap_or(rest.len());
        let (address, after) = rest.split_at(end);
        if super::is_address(address) {
            take(address.trim_end_matches(['.', ',', ';', ')']));
        }
        rest = after.strip_prefix("http").unwrap_or(after);
    }
}
