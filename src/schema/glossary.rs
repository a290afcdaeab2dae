//! Types whose entries explain a word: the first use of it on other pages becomes a link. Knows nothing of texts.

use super::parse::key_span;
use super::{Field, Kind, Type};
use crate::message;
use crate::settings::Settings;
use crate::yaml::Node;

/// The field with other words for the title, such as its plural.
const ALSO: &str = "also";

impl Type {
    /// Other words for the title, where the type has them. Each language has its own: there is nothing to translate.
    #[must_use]
    pub fn also(&self) -> Option<&Field> {
        self.field(ALSO).filter(|_| self.link_first_use)
    }
}

pub(super) fn read(settings: &mut Settings<'_>) -> bool {
    settings.bool("link_first_use", false)
}

/// The other words are a list of texts in each language.
pub(super) fn check(type_: &Type, node: &Node, settings: &mut Settings<'_>) {
    let Some(field) = type_.also() else { return };
    let texts = matches!(&field.kind, Kind::List(item) if matches!(item.kind, Kind::Text));
    if !texts || !field.translated {
        let at = key_span(node.get("fields").unwrap_or(node), ALSO);
        settings.wrong(&at, message!("glossary-also-kind"));
    }
}
