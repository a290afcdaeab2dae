//! How a place in a file is opened in the editor of whoever works on the site. Knows nothing of where it is shown.

use std::sync::Arc;

use crate::message;
use crate::settings::Settings;

/// Schemes that run something instead of opening it.
const REFUSED: &[&str] = &["javascript", "data", "vbscript", "blob"];

/// The address of an editor, such as `vscode://file/{path}:{line}:{column}`.
pub(super) fn read(settings: &mut Settings<'_>) -> Option<Arc<str>> {
    let editor = settings.string("editor")?;
    let scheme = editor.value.split_once(':').map_or("", |(scheme, _)| scheme).to_ascii_lowercase();
    let named = scheme.starts_with(|c: char| c.is_ascii_lowercase())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    let plain = editor.value.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\'));
    if !named || !plain || REFUSED.contains(&&*scheme) || !editor.value.contains("{path}") {
        settings.wrong(&editor.span, message!("editor-address", example = "vscode://file/{path}:{line}:{column}"));
        return None;
    }
    Some(editor.value)
}
