//! `audit-duplicate-alternates`: pages that name each other as translations do so both ways, one per language.
//! Search engines drop groups that do not. Knows nothing of other links.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Message};
use crate::lang::Lang;
use crate::message;
use crate::site::Route;

use super::super::RouteLookup;
use super::super::address::{self, LinkDestination};
use super::super::finding::Findings;
use super::super::reader::StartTag;
use super::{AuditContext, AuditRule, PageFacts};

const ALTERNATES: Code = Code::AuditDuplicateAlternates;

const HELP: Message = message!("alternates-help");

/// A language, or `x-default`, and the page for it.
pub(in crate::check) type AlternateLink = (Option<Lang>, Route);

/// What a page names as its translations, while it is read.
#[derive(Default)]
pub(super) struct AlternatesRule {
    links: Vec<AlternateLink>,
}

impl AuditRule for AlternatesRule {
    fn start(&mut self, tag: StartTag<'_>, context: AuditContext<'_>, found: &mut Findings) {
        let (Some(hreflang), Some(address)) = (tag.get("hreflang"), tag.get("href")) else { return };
        if tag.name() != "link" || !tag.lists("rel", "alternate") {
            return;
        }
        let destination = address::resolve(address, context.route, &context.audit.base);
        let LinkDestination::Here { path, .. } = destination else { return };
        let RouteLookup::Output(output) = context.audit.standing(&path) else {
            found.error(ALTERNATES, message!("alternate-to-nothing", tag = tag.show("href")), HELP);
            return;
        };
        let lang = if hreflang.eq_ignore_ascii_case("x-default") {
            None
        } else if let Some(lang) = context.audit.language(hreflang) {
            Some(lang.clone())
        } else {
            found.error(ALTERNATES, message!("tag-no-language", tag = tag.show("hreflang")), HELP);
            return;
        };
        if let (Some(named), Some(made_for)) = (&lang, &output.lang)
            && named != made_for
        {
            let detail = message!("alternate-wrong-language", page = &output.route, named = named, made_for = made_for);
            found.error(ALTERNATES, detail, HELP);
        }
        let twice = self.links.iter().any(|(known, route)| *known == lang && *route != output.route);
        if twice {
            found.error(ALTERNATES, message!("alternate-twice", lang = name(lang.as_ref())), HELP);
        }
        self.links.push((lang, output.route.clone()));
    }

    fn finish(&mut self, _: AuditContext<'_>, facts: &mut PageFacts) {
        facts.alternates = std::mem::take(&mut self.links).into();
    }
}

/// Reports pages that a page names and that do not name it.
pub(in crate::check) fn across(page: &PageFacts, pages: &BTreeMap<&Route, &PageFacts>, found: &mut Findings) {
    for (lang, route) in page.alternates.iter().filter(|(_, route)| *route != page.route) {
        let Some(other) = pages.get(route) else { continue };
        if !other.alternates.iter().any(|(_, back)| *back == page.route) {
            let lang = name(lang.as_ref());
            let detail = message!("alternate-not-back", page = route, lang = lang);
            found.error(ALTERNATES, detail, HELP);
        }
    }
}

fn name(lang: Option<&Lang>) -> &str {
    lang.map_or("x-default", Lang::as_str)
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{NOTHING, audit_all, codes, page_with};

    #[test]
    fn translations_name_each_other() {
        let names = |pairs: &[(&str, &str)]| {
            let link = |(tag, path): &(&str, &str)| {
                format!("<link rel=alternate hreflang={tag} href=https://hub.example/{path}>")
            };
            page_with(&pairs.iter().map(link).collect::<String>(), "")
        };
        let arabic = |html: &str| html.replace("lang=\"nl\" dir=\"ltr\"", "lang=\"ar\" dir=\"rtl\"");
        let both = names(&[("nl", "nl/"), ("ar", "ar/"), ("x-default", "nl/")]);
        let found = |nl: &str, ar: &str| codes(&audit_all(&[("nl/", nl), ("ar/", &arabic(ar))]));
        assert_eq!(found(&both, &both), NOTHING);
        assert_eq!(found(&both, &names(&[])), ["audit-duplicate-alternates"]);
        assert_eq!(found(&names(&[("nl", "nl/"), ("ar", "ar/gone/")]), &names(&[])), ["audit-duplicate-alternates"]);
        assert_eq!(found(&names(&[("nl", "nl/"), ("nl", "nl/a/")]), &names(&[])), ["audit-duplicate-alternates"]);
        assert_eq!(found(&names(&[("en", "nl/")]), &names(&[])), ["audit-duplicate-alternates"]);
        assert_eq!(found(&names(&[("de", "nl/")]), &names(&[])), ["audit-duplicate-alternates"]);
    }
}
