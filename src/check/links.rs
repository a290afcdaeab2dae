//! `audit-link`, `audit-third-party` and `audit-referrer`: what an element points at, and whether it may.
//! Knows nothing of how addresses are resolved.

use std::collections::BTreeMap;

use crate::diagnostic::Code;
use crate::site::Route;

use super::address::{self, LinkDestination};
use super::finding::Findings;
use super::reader::{StartTag, shorten};
use super::{AuditContext, PageFacts, RouteLookup, inline};

const BROKEN: Code = Code::AuditLink;
const THIRD_PARTY: Code = Code::AuditThirdParty;

const HELP_BROKEN: &str =
    "mend the template or the text that writes this address; pages of the site are named, not spelled out";
const HELP_OUTSIDE: &str = "addresses of the site start with the path of `base_url`; templates get them from `url`";
const HELP_THIRD_PARTY: &str = "browsers would tell that server who reads this page; put the file into `assets/` or \
                                beside the text, or make it a plain link";
const HELP_REFERRER: &str =
    "add `rel=\"noreferrer\"`, so that the other site does not learn which page its reader came from";

/// Links of pages whose servers browsers ask nothing (WHATWG HTML, section 4.6.7; Dublin Core in HTML, section 3.1.2).
const RELS_AT_REST: &[&str] = &[
    "alternate",
    "author",
    "bookmark",
    "canonical",
    "help",
    "license",
    "me",
    "next",
    "nofollow",
    "noopener",
    "noreferrer",
    "prev",
    "privacy-policy",
    "schema.dcterms",
    "search",
    "self",
    "shortlink",
    "tag",
    "terms-of-service",
    "up",
];

/// What happens with an address.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// Readers follow it if they want.
    Follow,
    /// Browsers fetch it by themselves, or send something there.
    Request,
    /// Machines read it.
    Mention,
}

/// The links of a page that can only be judged when more is known.
#[derive(Default)]
pub(super) struct Links {
    /// Fragments of this page.
    pub(super) own: Vec<String>,
    /// Fragments of others.
    pub(super) across: Vec<(Route, Box<str>)>,
}

/// Judges everything that an element points at.
pub(super) fn element(element: StartTag<'_>, spot: AuditContext<'_>, links: &mut Links, found: &mut Findings) {
    addresses(element, &mut |use_, attribute, address| {
        let what = || element.show(attribute);
        let away = one((address, use_), &what, spot, (links, found));
        if away && use_ == Use::Follow && !keeps_quiet(element) {
            found.error(
                Code::AuditReferrer,
                format!("{} leads to another site and has no `noreferrer`", what()),
                HELP_REFERRER,
            );
        }
    });
}

/// Judges one address and tells whether it leads to another server; `what` says for a message where it stands.
pub(super) fn one(
    (address, use_): (&str, Use),
    what: &dyn Fn() -> String,
    spot: AuditContext<'_>,
    (links, found): (&mut Links, &mut Findings),
) -> bool {
    if use_ == Use::Request && address.trim().is_empty() {
        found.error(BROKEN, format!("{} has an empty address", what()), HELP_BROKEN);
        return false;
    }
    let target = address::resolve(address, spot.route, &spot.audit.base);
    let away = target == LinkDestination::Elsewhere;
    match target {
        LinkDestination::Here { path, fragment } => match spot.audit.standing(&path) {
            RouteLookup::Output(output) => links.add(fragment, &output.route, spot.route),
            RouteLookup::Slash => {
                let detail = format!("{} lacks a slash at its end", what());
                found.error(BROKEN, detail, "servers answer this with a detour; end addresses of pages with `/`");
            }
            RouteLookup::Nothing => {
                found.error(BROKEN, format!("{} leads to nothing on this site", what()), HELP_BROKEN)
            }
        },
        LinkDestination::Outside => found.error(BROKEN, format!("{} leads out of the site", what()), HELP_OUTSIDE),
        LinkDestination::Elsewhere if use_ == Use::Request => {
            found.error(THIRD_PARTY, format!("{} asks another server", what()), HELP_THIRD_PARTY);
        }
        LinkDestination::Script => inline::script_address(&what(), found),
        LinkDestination::Beside | LinkDestination::Elsewhere | LinkDestination::Other => {}
    }
    away
}

impl Links {
    fn add(&mut self, fragment: &str, to: &Route, from: &Route) {
        // What follows `:~:` names words to highlight, not a part of the page.
        let fragment = fragment.split(":~:").next().unwrap_or_default();
        if fragment.is_empty() || fragment.eq_ignore_ascii_case("top") {
            return;
        }
        if to == from {
            self.own.push(fragment.to_owned());
        } else {
            self.across.push((to.clone(), fragment.into()));
        }
    }
}

/// Reports fragments of this page that it does not have. `has` tells its ids.
pub(super) fn own_fragments(links: &Links, has: impl Fn(&str) -> bool, found: &mut Findings) {
    for fragment in &links.own {
        if !has(fragment) && !has(&address::decode(fragment)) {
            missing_fragment(&format!("#{fragment}"), found);
        }
    }
}

/// Reports fragments of other pages that those do not have.
pub(super) fn across(page: &PageFacts, pages: &BTreeMap<&Route, &PageFacts>, found: &mut Findings) {
    for (route, fragment) in &page.fragments {
        let Some(ids) = pages.get(route).and_then(|target| target.ids.as_deref()) else { continue };
        let has = |wanted: &str| ids.split(' ').any(|id| id == wanted);
        if !has(fragment) && !has(&address::decode(fragment)) {
            missing_fragment(&format!("{route}#{fragment}"), found);
        }
    }
}

fn missing_fragment(target: &str, found: &mut Findings) {
    let detail = format!("a link leads to `{}`, and nothing there has that id", shorten(target));
    found.error(BROKEN, detail, "give the heading or part that `id`, or link to one that is there");
}

/// Whether the other site is not told where its reader comes from.
fn keeps_quiet(element: StartTag<'_>) -> bool {
    let policy = element.get("referrerpolicy").is_some_and(|policy| policy.eq_ignore_ascii_case("no-referrer"));
    policy || element.lists("rel", "noreferrer")
}

type Take<'a> = dyn FnMut(Use, &'static str, &str) + 'a;

/// Every address of an element, but those of other languages, which have their own rules.
fn addresses(element: StartTag<'_>, take: &mut Take<'_>) {
    let mut request = |attribute: &'static str| {
        if let Some(address) = element.get(attribute) {
            take(Use::Request, attribute, address);
        }
    };
    match element.name() {
        "a" | "area" => {
            for attribute in ["href", "xlink:href"] {
                if let Some(address) = element.get(attribute) {
                    take(Use::Follow, attribute, address);
                }
            }
        }
        "link" => link(element, take),
        "img" | "source" => {
            request("src");
            candidates(element, "srcset", take);
        }
        "script" | "iframe" | "frame" | "embed" | "audio" | "track" | "input" => request("src"),
        "video" => ["src", "poster"].into_iter().for_each(request),
        "object" => request("data"),
        "form" => request("action"),
        "button" => request("formaction"),
        "body" => request("background"),
        "meta" => refresh(element, take),
        // `image`, `use`, gradients, filters and whatever else a drawing may take from a file.
        _ if element.foreign => ["href", "xlink:href"].into_iter().for_each(request),
        _ => {}
    }
}

fn link(element: StartTag<'_>, take: &mut Take<'_>) {
    candidates(element, "imagesrcset", take);
    let rel = element.get("rel").unwrap_or_default().to_ascii_lowercase();
    let at_rest = rel.split_ascii_whitespace().all(|rel| RELS_AT_REST.contains(&rel));
    let other_language = at_rest && element.lists("rel", "alternate") && element.get("hreflang").is_some();
    if let Some(address) = element.get("href").filter(|_| !other_language) {
        take(if at_rest { Use::Mention } else { Use::Request }, "href", address);
    }
}

/// The images that a browser may choose from (WHATWG HTML, section 4.8.4.2).
fn candidates(element: StartTag<'_>, attribute: &'static str, take: &mut Take<'_>) {
    let separates = |c: char| c == ',' || c.is_ascii_whitespace();
    let mut rest = element.get(attribute).unwrap_or_default().trim_start_matches(separates);
    while !rest.is_empty() {
        let end = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
        let (address, after) = rest.split_at(end);
        let bare = address.trim_end_matches(',');
        take(Use::Request, attribute, bare);
        let descriptor =
            if bare.len() < address.len() { after } else { after.split_once(',').map_or("", |(_, next)| next) };
        rest = descriptor.trim_start_matches(separates);
    }
}

/// Where a page sends its readers by itself.
fn refresh(element: StartTag<'_>, take: &mut Take<'_>) {
    if !element.get("http-equiv").is_some_and(|name| name.eq_ignore_ascii_case("refresh")) {
        return;
    }
    let content = element.get("content").unwrap_or_default();
    let Some((_, rest)) = content.split_once([';', ',']) else { return };
    let rest = rest.trim_start();
    let named = rest.get(..3).is_some_and(|name| name.eq_ignore_ascii_case("url"));
    let address = if named { rest[3..].trim_start().strip_prefix('=').unwrap_or(rest) } else { rest };
    take(Use::Request, "content", address.trim().trim_matches(['"', '\'']));
}
