//! Drawings (SVG): written anew with what is known to draw, and refused with what runs, sends or fetches. Metadata,
//! comments and what drawing programs keep for themselves are left out. What was written is read again, and has to hold
//! nothing else. Knows nothing of where drawings are shown.

mod allowed;
mod style;

use std::fmt::Write as _;

use roxmltree::{Attribute, Document, Node};

use crate::diagnostic::Message;
use crate::message;
use crate::xml::{self, escape};

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Elements of the largest drawing: a detailed map. A browser needs seconds for more.
const MOST: usize = 100_000;

/// Elements that run something or hold another kind of document, in whatever namespace.
const REFUSED: &[&str] = &["script", "foreignObject", "handler", "listener", "iframe", "audio", "video", "image"];

/// Attributes that lead to something, or change where others lead.
const LEADING: &[&str] = &["src", "ping", "base", "action", "formaction", "data", "archive", "codebase", "srcset"];

/// A drawing that is fit to be published.
pub(super) struct CleanDrawing {
    pub(super) text: String,
    /// Its size, where it says one; otherwise zero.
    pub(super) size: (u32, u32),
}

/// Reads a drawing.
pub(super) fn read_drawing(text: &str) -> Result<CleanDrawing, Message> {
    // Before the parser, whose cost grows faster than the file.
    xml::bounds(text, MOST).map_err(|excess| excess.message)?;
    let document = Document::parse(text).map_err(|error| message!("not-xml", line = error.pos().row))?;
    let root = document.root_element();
    if !root.has_tag_name((SVG, "svg")) {
        return Err(message!("drawing-no-svg"));
    }
    let mut out = String::with_capacity(text.len());
    element(root, &mut out)?;
    out.push('\n');
    verify(&out)?;
    Ok(CleanDrawing { text: out, size: size(root) })
}

/// Reads what was written, with rules of its own: a mistake in the writer is an error here, and nothing gets out.
fn verify(written: &str) -> Result<(), Message> {
    let document = Document::parse(written).map_err(|error| message!("drawing-not-anew", line = error.pos().row))?;
    for node in document.descendants() {
        let name = node.tag_name();
        let wrong = || Err(message!("drawing-risk-at", name = name.name()));
        if node.is_comment() || node.is_pi() {
            return wrong();
        }
        if node.is_element() && (name.namespace() != Some(SVG) || !allowed::is_element(name.name())) {
            return wrong();
        }
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value().to_ascii_lowercase());
            let kept = name == "href" || name == "style" || allowed::is_attribute(name);
            if !kept || name.starts_with("on") || (name == "href" && !value.starts_with('#')) || fetches(&value) {
                return wrong();
            }
        }
        if name.name() == "style" && (node.children().any(|child| child.is_element()) || fetches(&all_text(node))) {
            return wrong();
        }
    }
    Ok(())
}

/// Whether a text holds words of CSS that fetch something, wherever they stand.
fn fetches(text: &str) -> bool {
    const WORDS: &[&str] = &["@import", "@font-face", "image-set", "expression(", "javascript:"];
    let lower = text.to_ascii_lowercase();
    let outside = |rest: &str| !rest.trim_start().trim_start_matches(['"', '\'']).trim_start().starts_with('#');
    WORDS.iter().any(|word| lower.contains(word)) || lower.split("url(").skip(1).any(outside)
}

fn element(node: Node<'_, '_>, out: &mut String) -> Result<(), Message> {
    let name = node.tag_name().name();
    if REFUSED.iter().any(|refused| refused.eq_ignore_ascii_case(name)) {
        return Err(message!("drawing-holds-element", name = name));
    }
    if node.tag_name().namespace() != Some(SVG) || name == "metadata" {
        return Ok(());
    }
    if !allowed::is_element(name) {
        return Err(message!("drawing-unknown-element", name = name));
    }
    let _ = write!(out, "<{name}");
    if node.parent().is_none_or(|parent| parent.is_root()) {
        let _ = write!(out, " xmlns=\"{SVG}\" xmlns:xlink=\"{XLINK}\"");
    }
    for attribute in node.attributes() {
        if let Some((name, value)) = kept(attribute)? {
            let _ = write!(out, " {name}=\"{}\"", escape(&value));
        }
    }
    out.push('>');
    if name == "style" {
        // All of it at once: what stands apart in the file is one text to a browser.
        if node.children().any(|child| child.is_element()) {
            return Err(message!("drawing-element-in-style"));
        }
        out.push_str(&escape(&style::sheet(&all_text(node))?));
    } else {
        for child in node.children() {
            if child.is_element() {
                element(child, out)?;
            } else if let Some(text) = child.text().filter(|_| child.is_text()) {
                out.push_str(&escape(text));
            }
        }
    }
    let _ = write!(out, "</{name}>");
    Ok(())
}

fn all_text(node: Node<'_, '_>) -> String {
    node.children().filter(|child| child.is_text()).filter_map(|child| child.text()).collect()
}

/// An attribute as it is published; `None` for one that draws nothing.
fn kept(attribute: Attribute<'_, '_>) -> Result<Option<(String, String)>, Message> {
    let (name, value) = (attribute.name(), attribute.value());
    let lower = name.to_ascii_lowercase();
    if lower.starts_with("on") {
        return Err(message!("drawing-script", name = name));
    }
    // What programs write for themselves, or scripts of pages.
    if lower.starts_with("data-") || !matches!(attribute.namespace(), None | Some(XML | XLINK)) {
        return Ok(None);
    }
    if lower == "href" || LEADING.contains(&lower.as_str()) {
        if lower != "href" || !value.trim_start().starts_with('#') {
            return Err(message!("drawing-refers-outside"));
        }
        return Ok(match attribute.namespace() {
            None => Some(("href".to_owned(), value.trim().to_owned())),
            Some(XLINK) => Some(("xlink:href".to_owned(), value.trim().to_owned())),
            Some(_) => None,
        });
    }
    let name = match attribute.namespace() {
        None => name.to_owned(),
        Some(XML) if matches!(name, "lang" | "space") => format!("xml:{name}"),
        Some(_) => return Ok(None),
    };
    if name == "style" {
        return Ok(Some((name, style::attribute(value)?)));
    }
    if lower == "attributename" {
        let target = value.trim();
        if target == "style" || !allowed::is_attribute(target) {
            return Err(message!("drawing-changes-links"));
        }
    }
    if name.starts_with("xml:") || is_text(&name) {
        return Ok(Some((name, value.to_owned())));
    }
    // Of all others, also of those that are left out: a value that fetches is meant to.
    style::value(value)?;
    Ok(allowed::is_attribute(&name).then(|| (name, value.to_owned())))
}

/// Attributes that people read or that name something; no browser takes them for a style.
fn is_text(name: &str) -> bool {
    matches!(name, "id" | "class" | "lang" | "role") || name.starts_with("aria-")
}

/// Width and height in pixels, or those of the view box.
fn size(root: Node<'_, '_>) -> (u32, u32) {
    let declared = || Some((pixels(root.attribute("width")?)?, pixels(root.attribute("height")?)?));
    declared().or_else(|| view_box(root)).unwrap_or_default()
}

fn view_box(root: Node<'_, '_>) -> Option<(u32, u32)> {
    let numbers: Vec<&str> = root.attribute("viewBox")?.split([' ', ',']).filter(|part| !part.is_empty()).collect();
    match numbers[..] {
        [_, _, width, height] => Some((pixels(width)?, pixels(height)?)),
        _ => None,
    }
}

/// A length in whole pixels; `None` for one in other units, and for one that no page can show.
fn pixels(text: &str) -> Option<u32> {
    let number: f64 = text.trim().trim_end_matches("px").parse().ok()?;
    // The cast saturates; what is left is a size that a page may have.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rounded and within range")]
    (1.0..=100_000.0).contains(&number).then(|| number.round() as u32)
}
