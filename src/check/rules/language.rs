//! `audit-language`: every page says its language and direction, and they are those it is made for.
//! Knows nothing of the rest of the page.

use super::super::Output;
use super::super::finding::Findings;
use super::super::reader::StartTag;
use super::{AuditContext, AuditRule, PageFacts};
use crate::diagnostic::{Code, Message};
use crate::message;

const LANGUAGE: Code = Code::AuditLanguage;

const HELP: Message = message!("page-language-help");

/// Whether the page said its language at all.
#[derive(Default)]
pub(super) struct LanguageRule {
    has_html: bool,
}

impl AuditRule for LanguageRule {
    fn start(&mut self, tag: StartTag<'_>, context: AuditContext<'_>, found: &mut Findings) {
        if tag.name() == "html" {
            self.has_html = true;
            html(tag, context, found);
        }
    }

    fn finish(&mut self, _: AuditContext<'_>, facts: &mut PageFacts) {
        if !self.has_html {
            facts.found.error(LANGUAGE, message!("page-without-html"), HELP);
        }
    }
}

/// Judges the `<html>` of a page.
fn html(tag: StartTag<'_>, context: AuditContext<'_>, found: &mut Findings) {
    let Some(named) = tag.get("lang").filter(|named| !named.trim().is_empty()) else {
        found.error(LANGUAGE, message!("html-without-lang"), HELP);
        return;
    };
    let made_for = context.audit.outputs.get(&context.route.0).and_then(|Output { lang, .. }| lang.as_ref());
    let known = context.audit.languages.iter().find(|(lang, _)| lang.as_str().eq_ignore_ascii_case(named));
    match (known, made_for) {
        (None, _) => found.error(LANGUAGE, message!("tag-no-language", tag = tag.show("lang")), HELP),
        (Some((lang, _)), Some(expected)) if lang != expected => {
            found.error(LANGUAGE, message!("page-other-language", tag = tag.show("lang"), lang = expected), HELP);
        }
        _ => {}
    }
    match (tag.get("dir"), known) {
        (None, _) => found.error(LANGUAGE, message!("html-without-dir"), HELP),
        (Some(dir), Some((lang, direction))) if !dir.eq_ignore_ascii_case(direction.as_str()) => {
            let detail =
                message!("page-other-direction", tag = tag.show("dir"), lang = lang, direction = direction.as_str());
            found.error(LANGUAGE, detail, HELP);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{NOTHING, audit, codes, sound};

    #[test]
    fn a_page_says_its_language_and_direction() {
        let html = |tag: &str| sound("").replace("<html lang=\"nl\" dir=\"ltr\">", tag);
        let found = |path: &str, tag: &str| codes(&audit(path, &html(tag)));
        assert_eq!(found("ar/", "<html lang=\"ar\" dir=\"rtl\">"), NOTHING);
        assert_eq!(found("404.html", "<html lang=\"en\" dir=\"ltr\">"), NOTHING);
        for wrong in [
            "<html dir=ltr>",
            "<html lang=\"\" dir=ltr>",
            "<html lang=nl>",
            "<html lang=nl dir=rtl>",
            "<html lang=en dir=ltr>",
            "<html lang=de dir=ltr>",
        ] {
            assert_eq!(found("nl/a/", wrong), ["audit-language"], "{wrong}");
        }
        assert_eq!(codes(&audit("nl/a/", "<title>x</title><h1>x</h1>")), ["audit-language"]);
    }
}
