//! Parts of a document as XML, within bounds, and what is common to reading their elements. Knows nothing of what they mean.

use roxmltree::{Document, Node};

use super::archive::PartArchive;
use super::{ConvertFault, refused};
use crate::diagnostic::Message;
use crate::message;
use crate::xml;

/// Bytes of the XML of a text: thousands of pages.
const LARGEST: usize = 32 << 20;

/// Elements of a part: those of the largest text that fits in a page are some hundred thousand.
const MOST_ELEMENTS: usize = 1_500_000;

/// Styles that one may be based on, one after the other; more is a circle.
const LONGEST_CHAIN: usize = 20;

/// The text of a part, where there is one.
pub(super) fn text(archive: &mut PartArchive<'_>, name: &str) -> Result<Option<String>, ConvertFault> {
    let Some(bytes) = archive.part(name)? else { return Ok(None) };
    if bytes.len() > LARGEST {
        let message = message!("convert-text-size", size = bytes.len() >> 20, most = LARGEST >> 20);
        return Err(refused(message, message!("convert-text-size-help")));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Some(text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned))),
        Err(_) => Err(broken(name, message!("not-utf8"))),
    }
}

/// Reads the text of a part.
pub(super) fn parse<'t>(text: &'t str, name: &str) -> Result<Document<'t>, ConvertFault> {
    xml::bounds(text, MOST_ELEMENTS).map_err(|excess| broken(name, excess.message))?;
    Document::parse(text).map_err(|error| broken(name, message!("not-xml", line = error.pos().row)))
}

fn broken(name: &str, what: Message) -> ConvertFault {
    refused(message!("convert-part-unreadable", name = name, what = what), message!("convert-save-other-name-help"))
}

/// The value of an attribute by its name, in whatever namespace.
pub(super) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// The first child with that name, in whatever namespace.
pub(super) fn child<'a, 'input>(node: Node<'a, 'input>, name: &str) -> Option<Node<'a, 'input>> {
    node.children().find(|child| child.is_element() && child.tag_name().name() == name)
}

/// The children that are elements.
pub(super) fn elements<'a, 'input>(node: Node<'a, 'input>) -> impl Iterator<Item = Node<'a, 'input>> {
    node.children().filter(Node::is_element)
}

/// The first element below a node with that name, in whatever namespace.
pub(super) fn inside<'a, 'input>(node: Node<'a, 'input>, name: &str) -> Option<Node<'a, 'input>> {
    node.descendants().find(|child| child.is_element() && child.tag_name().name() == name)
}

/// A style and those that it is based on, the nearest first.
pub(super) fn chain<'s>(
    style: Option<&'s str>,
    based_on: impl Fn(&'s str) -> Option<&'s str>,
) -> impl Iterator<Item = &'s str> {
    std::iter::successors(style, move |own| based_on(own)).take(LONGEST_CHAIN)
}

/// A small whole number.
pub(super) fn number(text: Option<&str>) -> Option<u64> {
    text.and_then(|text| text.trim().parse().ok()).filter(|number| *number < 1_000_000_000)
}
