//! Pictures in fields: each stands in a group beside its words, `{image, alt}`, and each language has its own words.
//! Knows nothing of files.

use std::sync::Arc;

use super::parse::key_span;
use super::{Field, FieldValue, Kind, Type};
use crate::message;
use crate::settings::Settings;
use crate::yaml::Node;

/// The part of a group with the words for its picture.
const ALT: &str = "alt";

/// The words for the picture of a group.
#[must_use]
pub fn alt(parts: &[(Arc<str>, FieldValue)]) -> Option<&Arc<str>> {
    parts.iter().find_map(|(name, value)| match value {
        FieldValue::Text(text) if **name == *ALT => Some(text),
        _ => None,
    })
}

impl Field {
    /// Whether a picture stands in it, at any depth.
    #[must_use]
    pub fn holds_picture(&self) -> bool {
        match &self.kind {
            Kind::Image => true,
            Kind::List(item) => item.holds_picture(),
            Kind::Group(parts) => parts.iter().any(Field::holds_picture),
            _ => false,
        }
    }

    /// Whether every picture in it has its words beside it.
    fn has_words(&self) -> bool {
        match &self.kind {
            Kind::Image => false,
            Kind::List(item) => item.has_words(),
            Kind::Group(parts) => {
                let words = |part: &Field| *part.name == *ALT && part.required && matches!(part.kind, Kind::Text);
                let pictured = parts.iter().any(|part| matches!(part.kind, Kind::Image));
                let rest = parts.iter().filter(|part| !matches!(part.kind, Kind::Image));
                (!pictured || parts.iter().any(words)) && rest.clone().all(Field::has_words)
            }
            _ => true,
        }
    }
}

/// Reports pictures that could be published without words, or with words of another language.
pub(super) fn check(type_: &Type, node: &Node, settings: &mut Settings<'_>) {
    for field in type_.fields.iter().filter(|field| field.holds_picture()) {
        if field.has_words() && field.translated {
            continue;
        }
        let at = key_span(node.get("fields").unwrap_or(node), &field.name);
        settings.wrong(&at, message!("picture-not-in-group"));
    }
}
