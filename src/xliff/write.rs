//! Texts to XLIFF. Knows nothing of how they come back.

use std::fmt::Write as _;

use super::{OURS, OutgoingDocument, Packet, XLIFF};
use crate::document::units::{Placeholder, PlaceholderKind, Unit, UnitToken};
use crate::xml::{allowed, escape};

/// The XLIFF document of a packet.
#[must_use]
pub fn write(packet: &Packet) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(
        out,
        "<xliff xmlns=\"{XLIFF}\" xmlns:samen=\"{OURS}\" version=\"2.1\" srcLang=\"{}\" trgLang=\"{}\">",
        packet.source, packet.target
    );
    for (index, part) in packet.parts.iter().enumerate() {
        file(part, index + 1, &mut out);
    }
    out.push_str("</xliff>\n");
    out
}

fn file(part: &OutgoingDocument, number: usize, out: &mut String) {
    let replaces = part.replaces.map_or_else(String::new, |hash| format!(" samen:replaces=\"{hash}\""));
    let original = escape(&part.original);
    let _ = writeln!(out, "<file id=\"f{number}\" original=\"{original}\" samen:hash=\"{}\"{replaces}>", part.hash);
    for (unit, target) in &part.units {
        let _ = writeln!(out, "<unit id=\"{}\" name=\"{}\">", unit.id, escape(&unit.name));
        original_data(&unit.held, out);
        let state = if target.is_some() { "translated" } else { "initial" };
        let _ = writeln!(out, "<segment id=\"s1\" state=\"{state}\">");
        let _ = writeln!(out, "<source>{}</source>", inline(unit, &unit.tokens));
        if let Some(target) = target {
            let _ = writeln!(out, "<target>{}</target>", inline(unit, target));
        }
        out.push_str("</segment>\n</unit>\n");
    }
    out.push_str("</file>\n");
}

/// What must stay as it is, for programs that show it.
fn original_data(held: &[Placeholder], out: &mut String) {
    if held.is_empty() {
        return;
    }
    out.push_str("<originalData>\n");
    for (index, held) in held.iter().enumerate() {
        let number = index + 1;
        let _ = writeln!(out, "<data id=\"d{number}\">{}</data>", characters(&held.open));
        if !held.close.is_empty() {
            let _ = writeln!(out, "<data id=\"e{number}\">{}</data>", characters(&held.close));
        }
    }
    out.push_str("</originalData>\n");
}

fn inline(unit: &Unit, tokens: &[UnitToken]) -> String {
    let mut out = String::new();
    for token in tokens {
        match token {
            UnitToken::Text(text) => out.push_str(&characters(text)),
            UnitToken::Placeholder(index) => {
                let number = index + 1;
                let shown = escape(&unit.held[*index].open);
                let (_, optional) = kind(unit.held[*index].what);
                let _ = write!(
                    out,
                    "<ph id=\"{number}\" canDelete=\"{optional}\" dataRef=\"d{number}\" disp=\"{shown}\"/>"
                );
            }
            UnitToken::Open(index) => {
                let number = index + 1;
                let (kind, optional) = kind(unit.held[*index].what);
                let _ = write!(
                    out,
                    "<pc id=\"{number}\"{kind} canDelete=\"{optional}\" dataRefStart=\"d{number}\" \
                     dataRefEnd=\"e{number}\">"
                );
            }
            UnitToken::Close(_) => out.push_str("</pc>"),
        }
    }
    out
}

/// The kinds of XLIFF (section 4.7.2 of its specification), and whether a translator may leave the thing out.
fn kind(what: PlaceholderKind) -> (&'static str, &'static str) {
    let kind = match what {
        PlaceholderKind::Bold => " type=\"fmt\" subType=\"xlf:b\"",
        PlaceholderKind::Italic => " type=\"fmt\" subType=\"xlf:i\"",
        PlaceholderKind::Struck => " type=\"fmt\"",
        PlaceholderKind::Link => " type=\"link\"",
        PlaceholderKind::Image => " type=\"image\"",
        PlaceholderKind::Id | PlaceholderKind::Count | PlaceholderKind::Other => "",
    };
    (kind, if what.optional() { "yes" } else { "no" })
}

/// Text; a character that XML does not allow is named by its number (section 4.2.3.1 of XLIFF).
fn characters(text: &str) -> String {
    if text.chars().all(allowed) {
        return escape(text);
    }
    let one = |c: char| {
        if allowed(c) { escape(c.encode_utf8(&mut [0; 4])) } else { format!("<cp hex=\"{:04X}\"/>", u32::from(c)) }
    };
    text.chars().map(one).collect()
}
