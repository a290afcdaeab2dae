//! `audit-language`: every page says its language and direction, and they are those it is made for.
//! Knows nothing of the rest of the page.

use super::finding::Findings;
use super::reader::StartTag;
use super::{AuditContext, Output};
use crate::diagnostic::Code;

const LANGUAGE: Code = Code::AuditLanguage;

const HELP: &str =
    "screen readers choose their voice by it; write `<html lang=\"{{ lang.tag }}\" dir=\"{{ lang.dir }}\">`";

/// Judges the `<html>` of a page.
pub(super) fn html(element: StartTag<'_>, spot: AuditContext<'_>, found: &mut Findings) {
    let Some(tag) = element.get("lang").filter(|tag| !tag.trim().is_empty()) else {
        found.error(LANGUAGE, "`<html>` has no `lang`", HELP);
        return;
    };
    let made_for = spot.audit.outputs.get(&spot.route.0).and_then(|Output { lang, .. }| lang.as_ref());
    let known = spot.audit.languages.iter().find(|(lang, _)| lang.as_str().eq_ignore_ascii_case(tag));
    match (known, made_for) {
        (None, _) => found.error(LANGUAGE, format!("{} is not a language of the site", element.show("lang")), HELP),
        (Some((lang, _)), Some(expected)) if lang != expected => {
            found.error(LANGUAGE, format!("{} stands on a page in `{expected}`", element.show("lang")), HELP);
        }
        _ => {}
    }
    match (element.get("dir"), known) {
        (None, _) => found.error(LANGUAGE, "`<html>` has no `dir`", HELP),
        (Some(dir), Some((lang, direction))) if !dir.eq_ignore_ascii_case(direction.as_str()) => {
            let detail =
                format!("{} does not fit `{lang}`, which is written `{}`", element.show("dir"), direction.as_str());
            found.error(LANGUAGE, detail, HELP);
        }
        _ => {}
    }
}

/// Reports a page that has no `<html>` to say it with.
pub(super) fn missing(found: &mut Findings) {
    found.error(LANGUAGE, "the page has no `<html>`, and so no language", HELP);
}
