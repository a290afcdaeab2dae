//! What somebody has to decide on before a page is made public: tracked changes and comments, as Word, `LibreOffice` and Google
//! Docs save them. Knows nothing of how it is told.

use super::tree::{WebChild, WebElement, WebTree};
use crate::convert::left::{CHANGES, COMMENTS};
use crate::diagnostic::Message;

/// Something that is not decided.
pub(super) struct Undecided {
    /// Its kind.
    pub(super) what: Message,
    /// Whether its words belong to the text once it is.
    pub(super) stays: bool,
}

/// What an element is of that.
pub(super) fn of(tree: &WebTree, element: &WebElement) -> Option<Undecided> {
    // Without a time it was not tracked: a text may strike words out.
    let tracked = element.attribute("datetime").is_some();
    match element.name.as_str() {
        "ins" if tracked => Some(Undecided { what: CHANGES, stays: true }),
        "del" if tracked => Some(Undecided { what: CHANGES, stays: false }),
        _ => is_comment(tree, element).then_some(Undecided { what: COMMENTS, stays: false }),
    }
}

/// Whether an element is the mark of a comment in the text, or holds its words.
fn is_comment(tree: &WebTree, element: &WebElement) -> bool {
    let has = |key, part| element.attribute(key).is_some_and(|value| value.contains(part));
    if has("class", "MsoCommentReference") || has("style", "mso-element:comment") {
        return true;
    }
    match element.name.as_str() {
        "a" => element.attribute("href").is_some_and(|address| address.starts_with("#cmnt")),
        // The words of a comment start with the way back to its mark.
        "div" => first(tree, element)
            .and_then(|paragraph| first(tree, paragraph))
            .is_some_and(|link| link.attribute("href").is_some_and(|address| address.starts_with("#cmnt_ref"))),
        _ => false,
    }
}

/// The first element in an element.
fn first<'t>(tree: &'t WebTree, element: &WebElement) -> Option<&'t WebElement> {
    element.children.iter().find_map(|child| match child {
        WebChild::Element(index) => tree.elements.get(*index),
        WebChild::Text(_) => None,
    })
}
