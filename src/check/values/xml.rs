//! Values of XML: feeds and sitemaps. Knows nothing of a format but the elements and attributes that hold addresses.

use roxmltree::{Document, Node};

use super::{OutputValue, TakeValue, ValueRole, plain_role};
use crate::diagnostic::Message;
use crate::message;
use crate::xml;

/// Gives every text and attribute.
pub(super) fn read(text: &str, take: &mut TakeValue<'_>) -> Result<(), Message> {
    // Before the parser, whose cost grows faster than the file. No feed has more elements than bytes.
    xml::bounds(text, text.len()).map_err(|excess| excess.message)?;
    let document = Document::parse(text).map_err(|error| message!("not-xml", line = error.pos().row))?;
    for node in document.descendants() {
        for attribute in node.attributes() {
            let role = match attribute.name() {
                "href" | "src" | "url" => ValueRole::Link,
                _ => ValueRole::Name,
            };
            take(OutputValue { text: attribute.value(), role });
        }
        if let Some(text) = node.text().filter(|text| node.is_text() && !text.trim().is_empty()) {
            let text = text.trim();
            take(OutputValue { text, role: role_in(node.parent_element(), text) });
        }
    }
    Ok(())
}

/// The role of a text in an element: by the names of Atom (RFC 4287), RSS 2.0 and sitemaps.
fn role_in(element: Option<Node<'_, '_>>, text: &str) -> ValueRole {
    let Some(element) = element else { return ValueRole::Text };
    match element.tag_name().name() {
        // Feed readers show these beside the feed, and ask for them by themselves.
        "icon" | "logo" => ValueRole::Request,
        // An identifier outlives the address that it looks like.
        "id" => ValueRole::Name,
        "guid" if element.attribute("isPermaLink") == Some("false") => ValueRole::Name,
        "guid" | "link" | "loc" | "comments" => ValueRole::Link,
        _ => plain_role(text),
    }
}
