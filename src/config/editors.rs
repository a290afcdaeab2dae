//! `editors`: the language in which the program speaks to those who write a site. Knows no message of that language.

use crate::diagnostic::{Catalog, Code, Diagnostic};
use crate::message;
use crate::settings::Settings;

/// The key in the settings.
const KEY: &str = "editors";

/// Checks `editors: nl`: a language that has messages.
pub(super) fn check(settings: &mut Settings<'_>) {
    let Some(tag) = settings.string(KEY) else { return };
    if Catalog::of(&tag.value).is_none() {
        let known = Catalog::languages();
        let diagnostic = Diagnostic::error(Code::UnknownLanguage, message!("editors-unknown", tag = &*tag.value));
        settings.diagnostics().push(diagnostic.at(tag.span).help(message!("known-here", names = known.as_slice())));
    }
}

/// The language that a settings file names, if it can be seen at a glance: a file with mistakes speaks it too. What YAML makes of
/// the line is checked later.
#[must_use]
pub fn named_in(text: &str) -> Option<String> {
    let value = text.lines().find_map(|line| line.strip_prefix(KEY)?.trim_start().strip_prefix(':'))?;
    let value = value.split(" #").next().unwrap_or(value);
    let value = value.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’'));
    (!value.is_empty()).then(|| value.to_owned())
}
