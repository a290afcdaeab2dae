//! `audit-duplicate-alternates`: pages that name each other as translations do so both ways, one per language.
//! Search engines drop groups that do not. Knows nothing of other links.

use std::collections::BTreeMap;

use crate::diagnostic::Code;
use crate::lang::Lang;
use crate::site::Route;

use super::address::{self, LinkDestination};
use super::finding::Findings;
use super::reader::StartTag;
use super::{AuditContext, PageFacts, RouteLookup};

const ALTERNATES: Code = Code::AuditDuplicateAlternates;

const HELP: &str = "write the alternates from `page.alternates`, on every page of the group alike";

/// A language, or `x-default`, and the page for it.
pub(super) type AlternateLink = (Option<Lang>, Route);

/// Takes a start tag, if it names a translation.
pub(super) fn element(
    element: StartTag<'_>,
    spot: AuditContext<'_>,
    alternates: &mut Vec<AlternateLink>,
    found: &mut Findings,
) {
    let (Some(tag), Some(address)) = (element.get("hreflang"), element.get("href")) else { return };
    if element.name() != "link" || !element.lists("rel", "alternate") {
        return;
    }
    let LinkDestination::Here { path, .. } = address::resolve(address, spot.route, &spot.audit.base) else { return };
    let RouteLookup::Output(output) = spot.audit.standing(&path) else {
        found.error(ALTERNATES, format!("{} leads to nothing on this site", element.show("href")), HELP);
        return;
    };
    let lang = if tag.eq_ignore_ascii_case("x-default") {
        None
    } else if let Some((lang, _)) =
        spot.audit.languages.iter().find(|(lang, _)| lang.as_str().eq_ignore_ascii_case(tag))
    {
        Some(lang.clone())
    } else {
        found.error(ALTERNATES, format!("{} is not a language of the site", element.show("hreflang")), HELP);
        return;
    };
    if let (Some(named), Some(made_for)) = (&lang, &output.lang)
        && named != made_for
    {
        found.error(
            ALTERNATES,
            format!("`{}` is named as the page in `{named}`, and is in `{made_for}`", output.route),
            HELP,
        );
    }
    let twice = alternates.iter().any(|(known, route)| *known == lang && *route != output.route);
    if twice {
        found.error(ALTERNATES, format!("two pages are named for `{}`", name(lang.as_ref())), HELP);
    }
    alternates.push((lang, output.route.clone()));
}

/// Reports pages that a page names and that do not name it.
pub(super) fn across(page: &PageFacts, pages: &BTreeMap<&Route, &PageFacts>, found: &mut Findings) {
    for (lang, route) in page.alternates.iter().filter(|(_, route)| *route != page.route) {
        let Some(other) = pages.get(route) else { continue };
        if !other.alternates.iter().any(|(_, back)| *back == page.route) {
            let lang = name(lang.as_ref());
            let detail = format!("`{route}` is named as the page for `{lang}`, and does not name this one");
            found.error(ALTERNATES, detail, HELP);
        }
    }
}

fn name(lang: Option<&Lang>) -> &str {
    lang.map_or("x-default", Lang::as_str)
}
