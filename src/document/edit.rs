//! Changes to the front matter of a file that leave every other byte as it is: comments, order and quotes are the
//! editor's. Knows nothing of what the values mean.

use std::sync::Arc;

use super::front_matter;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::message;
use crate::yaml::Node;
use crate::yaml::edit::{YamlStep, YamlText, YamlValue};

/// Reads the front matter of a file, to change it.
///
/// # Errors
/// A diagnostic when it cannot be read.
pub fn front_matter(text: &str, file: &Arc<str>) -> Result<YamlText, Box<Diagnostic>> {
    let (yaml, _) = front_matter::split(text, file)?;
    YamlText::part(text, yaml, file)
}

/// Sets values of the map `translation`.
///
/// # Errors
/// A diagnostic when the front matter cannot be read or has no such map.
pub fn set_translation(text: &str, file: &Arc<str>, values: &[(&str, YamlValue)]) -> Result<String, Box<Diagnostic>> {
    let mut front = front_matter(text, file)?;
    if front.root().get("translation").and_then(Node::map).is_none_or(<[_]>::is_empty) {
        let message = message!("no-translation");
        return Err(Box::new(Diagnostic::error(Code::TranslationInvalid, message).at(Span::start_of(file))));
    }
    for (name, value) in values {
        front.set(&[YamlStep::from("translation"), YamlStep::from(*name)], value)?;
    }
    Ok(front.into_text())
}
