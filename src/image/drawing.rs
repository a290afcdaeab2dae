//! Drawings (SVG): written anew with what draws, and refused with what runs, sends or fetches. Metadata, comments and
//! what drawing programs keep for themselves are left out. Knows nothing of where drawings are shown.

use std::fmt::Write as _;

use roxmltree::{Document, Node};

use crate::xml::escape;

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Elements that run something or hold another kind of document.
const REFUSED: &[&str] = &["script", "foreignObject", "handler", "listener", "iframe", "audio", "video", "image"];

/// Words of CSS that fetch something, or hide that they do.
const FETCHING: &[&str] = &["@import", "image-set", "src(", "expression(", "javascript:", "\\"];

/// A drawing that is fit to be published.
pub(super) struct CleanDrawing {
    pub(super) text: String,
    /// Its size, where it says one; otherwise zero.
    pub(super) size: (u32, u32),
}

/// Reads a drawing.
pub(super) fn read_drawing(text: &str) -> Result<CleanDrawing, String> {
    let document = Document::parse(text).map_err(|error| format!("it is not well-formed XML: {error}"))?;
    let root = document.root_element();
    if !root.has_tag_name((SVG, "svg")) {
        return Err("its first element is not `svg` of the SVG namespace".to_owned());
    }
    let mut out = String::with_capacity(text.len());
    element(root, &mut out)?;
    out.push('\n');
    Ok(CleanDrawing { text: out, size: size(root) })
}

fn element(node: Node<'_, '_>, out: &mut String) -> Result<(), String> {
    let name = node.tag_name().name();
    if REFUSED.iter().any(|refused| refused.eq_ignore_ascii_case(name)) {
        return Err(format!("it holds `<{name}>`"));
    }
    if node.tag_name().namespace() != Some(SVG) || name == "metadata" {
        return Ok(());
    }
    let _ = write!(out, "<{name}");
    if node.parent().is_none_or(|parent| parent.is_root()) {
        let _ = write!(out, " xmlns=\"{SVG}\" xmlns:xlink=\"{XLINK}\"");
    }
    for attribute in node.attributes() {
        let (name, value) = (attribute.name(), attribute.value());
        let prefix = match attribute.namespace() {
            None => "",
            Some(XLINK) if name == "href" => "xlink:",
            Some(XML) => "xml:",
            Some(_) => continue,
        };
        check(name, value)?;
        let _ = write!(out, " {prefix}{name}=\"{}\"", escape(value));
    }
    out.push('>');
    for child in node.children() {
        if child.is_element() {
            element(child, out)?;
        } else if let Some(text) = child.text().filter(|_| child.is_text()) {
            if name == "style" {
                styles(text)?;
            }
            out.push_str(&escape(text));
        }
    }
    let _ = write!(out, "</{name}>");
    Ok(())
}

fn check(name: &str, value: &str) -> Result<(), String> {
    let lower = name.to_ascii_lowercase();
    if lower.starts_with("on") {
        return Err(format!("it holds a script in the attribute `{name}`"));
    }
    if lower == "href" && !value.trim_start().starts_with('#') {
        return Err("it refers to something outside itself".to_owned());
    }
    if lower == "attributename" && value.to_ascii_lowercase().contains("href") {
        return Err("it changes where its links lead".to_owned());
    }
    styles(value)
}

/// A style, or a value that may be one, names only parts of the drawing itself.
fn styles(text: &str) -> Result<(), String> {
    let lower = text.to_ascii_lowercase();
    if let Some(word) = FETCHING.iter().find(|word| lower.contains(**word)) {
        return Err(format!("it holds `{word}` in a style"));
    }
    let outside = |rest: &str| !rest.trim_start().trim_start_matches(['"', '\'']).trim_start().starts_with('#');
    if lower.split("url(").skip(1).any(outside) {
        return Err("a style of it refers to something outside itself".to_owned());
    }
    Ok(())
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
