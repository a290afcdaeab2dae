//! `audit-link`, `audit-third-party` and `audit-referrer`: what an element points at, and whether it may.
//! Knows nothing of how addresses are resolved.

use std::collections::BTreeMap;

use super::super::address::{self, LinkDestination};
use super::super::finding::Findings;
use super::super::reader::{StartTag, shorten};
use super::super::values::{self, OutputValue, ValueRole};
use super::super::{RouteLookup, css};
use super::{AuditContext, AuditRule, PageFacts, inline};
use crate::diagnostic::{Code, Message};
use crate::message;
use crate::site::Route;

const BROKEN: Code = Code::AuditLink;
const THIRD_PARTY: Code = Code::AuditThirdParty;

const HELP_BROKEN: Message = message!("address-broken-help");
const HELP_OUTSIDE: Message = message!("address-outside-help");
const HELP_THIRD_PARTY: Message = message!("address-third-party-help");
const HELP_REFERRER: Message = message!("address-referrer-help");

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
pub(in crate::check) enum AddressUse {
    /// Readers follow it if they want.
    Follow,
    /// Browsers fetch it by themselves, or send something there.
    Request,
    /// Machines read it.
    Mention,
}

/// An address that stands in an output.
#[derive(Clone, Copy)]
pub(in crate::check) struct OutputAddress<'a> {
    /// As written.
    pub(in crate::check) text: &'a str,
    /// What happens with it.
    pub(in crate::check) use_: AddressUse,
    /// Says for a message where it stands.
    pub(in crate::check) shown: &'a dyn Fn() -> String,
}

/// The links of an output while it is read: those that can only be judged when more is known.
#[derive(Default)]
pub(in crate::check) struct LinkRule {
    /// Fragments of this page.
    own: Vec<String>,
    /// Fragments of others.
    across: Vec<(Route, Box<str>)>,
    /// Whether the text that comes next is a style sheet.
    in_style: bool,
    /// What was read of the facts for machines that are open.
    data: Option<String>,
}

impl AuditRule for LinkRule {
    fn start(&mut self, tag: StartTag<'_>, context: AuditContext<'_>, found: &mut Findings) {
        if let Some(style) = tag.get("style") {
            self.css(style, context, found);
        }
        addresses(tag, &mut |use_, attribute, text| {
            let shown = || tag.show(attribute);
            self.tag_address(OutputAddress { text, use_, shown: &shown }, tag, context, found);
        });
        match tag.name() {
            "base" => {
                let help = message!("base-tag-help");
                found.error(BROKEN, message!("base-tag", tag = tag.show("href")), help);
            }
            "style" => self.in_style = true,
            "script" if inline::is_data(tag) => self.data = Some(String::new()),
            _ => {}
        }
    }

    fn end(&mut self, name: &str, context: AuditContext<'_>, found: &mut Findings) {
        self.in_style &= !matches!(name, "style" | "script");
        if let Some(data) = self.data.take_if(|_| name == "script") {
            // What is no JSON is reported by the rule on scripts.
            let _ = values::json(&data, &mut |value| self.value(value, context, found));
        }
    }

    fn text(&mut self, text: &str, context: AuditContext<'_>, found: &mut Findings) {
        if self.in_style {
            self.css(text, context, found);
        }
        if let Some(data) = &mut self.data {
            data.push_str(text);
        }
    }

    fn value(&mut self, value: OutputValue<'_>, context: AuditContext<'_>, found: &mut Findings) {
        let use_ = match value.role {
            ValueRole::Link => AddressUse::Mention,
            ValueRole::Request => AddressUse::Request,
            ValueRole::Text | ValueRole::Name => return,
        };
        let shown = || format!("`{}`", shorten(value.text));
        self.judge(OutputAddress { text: value.text, use_, shown: &shown }, context, found);
    }

    /// Reports fragments of this page that it does not have, and leaves those of others to be looked up there.
    fn finish(&mut self, _: AuditContext<'_>, facts: &mut PageFacts) {
        if let Some(ids) = &facts.ids {
            for fragment in &self.own {
                if !has_id(ids, fragment) {
                    missing_fragment(&format!("#{fragment}"), &mut facts.found);
                }
            }
        }
        self.across.sort_unstable();
        self.across.dedup();
        facts.fragments = std::mem::take(&mut self.across).into();
    }
}

impl LinkRule {
    /// Judges one address and tells whether it leads to another server.
    pub(in crate::check) fn judge(
        &mut self,
        address: OutputAddress<'_>,
        context: AuditContext<'_>,
        found: &mut Findings,
    ) -> bool {
        let OutputAddress { text, use_, shown } = address;
        if use_ == AddressUse::Request && text.trim().is_empty() {
            found.error(BROKEN, message!("address-empty", tag = shown()), HELP_BROKEN);
            return false;
        }
        let destination = address::resolve(text, context.route, &context.audit.base);
        let away = destination == LinkDestination::Elsewhere;
        match destination {
            LinkDestination::Here { path, fragment } => match context.audit.standing(&path) {
                RouteLookup::Output(output) => self.add(fragment, &output.route, context.route),
                RouteLookup::Slash => {
                    let detail = message!("address-without-slash", tag = shown());
                    found.error(BROKEN, detail, message!("address-without-slash-help"));
                }
                RouteLookup::Nothing => {
                    found.error(BROKEN, message!("address-to-nothing", tag = shown()), HELP_BROKEN);
                }
            },
            LinkDestination::Outside => {
                found.error(BROKEN, message!("address-out-of-site", tag = shown()), HELP_OUTSIDE);
            }
            LinkDestination::Elsewhere if use_ == AddressUse::Request => {
                found.error(THIRD_PARTY, message!("address-asks-server", tag = shown()), HELP_THIRD_PARTY);
            }
            LinkDestination::Script => inline::script_address(&shown(), found),
            LinkDestination::Beside | LinkDestination::Elsewhere | LinkDestination::Other => {}
        }
        away
    }

    fn tag_address(
        &mut self,
        address: OutputAddress<'_>,
        tag: StartTag<'_>,
        context: AuditContext<'_>,
        found: &mut Findings,
    ) {
        let away = self.judge(address, context, found);
        if away && address.use_ == AddressUse::Follow && !keeps_quiet(tag) {
            let detail = message!("address-without-noreferrer", tag = (address.shown)());
            found.error(Code::AuditReferrer, detail, HELP_REFERRER);
        }
    }

    /// Judges every address in a piece of CSS.
    fn css(&mut self, text: &str, context: AuditContext<'_>, found: &mut Findings) {
        css::addresses(text, &mut |address| {
            let shown = || format!("`url({})`", shorten(address));
            self.judge(OutputAddress { text: address, use_: AddressUse::Request, shown: &shown }, context, found);
        });
    }

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

/// Audits a style sheet: every address in it is fetched.
pub(in crate::check) fn style_sheet(text: &str, context: AuditContext<'_>) -> Findings {
    let mut found = Findings::default();
    LinkRule::default().css(text, context, &mut found);
    found
}

/// Reports fragments of other pages that those do not have.
pub(in crate::check) fn across(page: &PageFacts, pages: &BTreeMap<&Route, &PageFacts>, found: &mut Findings) {
    for (route, fragment) in &page.fragments {
        let Some(ids) = pages.get(route).and_then(|target| target.ids.as_deref()) else { continue };
        if !has_id(ids, fragment) {
            missing_fragment(&format!("{route}#{fragment}"), found);
        }
    }
}

/// Whether a fragment, as written or decoded, is among ids between spaces.
fn has_id(ids: &str, fragment: &str) -> bool {
    let decoded = address::decode(fragment);
    ids.split(' ').any(|id| id == fragment || id == decoded)
}

fn missing_fragment(target: &str, found: &mut Findings) {
    let detail = message!("fragment-missing", target = shorten(target));
    found.error(BROKEN, detail, message!("fragment-missing-help"));
}

/// Whether the other site is not told where its reader comes from.
fn keeps_quiet(tag: StartTag<'_>) -> bool {
    let policy = tag.get("referrerpolicy").is_some_and(|policy| policy.eq_ignore_ascii_case("no-referrer"));
    policy || tag.lists("rel", "noreferrer")
}

type TakeAddress<'a> = dyn FnMut(AddressUse, &'static str, &str) + 'a;

/// Every address of an element, but those of other languages, which have their own rules.
fn addresses(tag: StartTag<'_>, take: &mut TakeAddress<'_>) {
    let mut request = |attribute: &'static str| attribute_address(tag, AddressUse::Request, attribute, take);
    match tag.name() {
        "a" | "area" => {
            for attribute in ["href", "xlink:href"] {
                attribute_address(tag, AddressUse::Follow, attribute, take);
            }
        }
        "link" => link(tag, take),
        "img" | "source" => {
            request("src");
            candidates(tag, "srcset", take);
        }
        "script" | "iframe" | "frame" | "embed" | "audio" | "track" | "input" => request("src"),
        "video" => ["src", "poster"].into_iter().for_each(request),
        "object" => request("data"),
        "form" => request("action"),
        "button" => request("formaction"),
        "body" => request("background"),
        "meta" => refresh(tag, take),
        // `image`, `use`, gradients, filters and whatever else a drawing may take from a file.
        _ if tag.foreign => ["href", "xlink:href"].into_iter().for_each(request),
        _ => {}
    }
}

fn attribute_address(tag: StartTag<'_>, use_: AddressUse, attribute: &'static str, take: &mut TakeAddress<'_>) {
    if let Some(address) = tag.get(attribute) {
        take(use_, attribute, address);
    }
}

fn link(tag: StartTag<'_>, take: &mut TakeAddress<'_>) {
    candidates(tag, "imagesrcset", take);
    let rel = tag.get("rel").unwrap_or_default().to_ascii_lowercase();
    let at_rest = rel.split_ascii_whitespace().all(|rel| RELS_AT_REST.contains(&rel));
    let other_language = at_rest && tag.lists("rel", "alternate") && tag.get("hreflang").is_some();
    if let Some(address) = tag.get("href").filter(|_| !other_language) {
        take(if at_rest { AddressUse::Mention } else { AddressUse::Request }, "href", address);
    }
}

/// The images that a browser may choose from (WHATWG HTML, section 4.8.4.2).
fn candidates(tag: StartTag<'_>, attribute: &'static str, take: &mut TakeAddress<'_>) {
    let separates = |c: char| c == ',' || c.is_ascii_whitespace();
    let mut rest = tag.get(attribute).unwrap_or_default().trim_start_matches(separates);
    while !rest.is_empty() {
        let end = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
        let (address, after) = rest.split_at(end);
        let bare = address.trim_end_matches(',');
        take(AddressUse::Request, attribute, bare);
        let descriptor =
            if bare.len() < address.len() { after } else { after.split_once(',').map_or("", |(_, next)| next) };
        rest = descriptor.trim_start_matches(separates);
    }
}

/// Where a page sends its readers by itself.
fn refresh(tag: StartTag<'_>, take: &mut TakeAddress<'_>) {
    if !tag.get("http-equiv").is_some_and(|name| name.eq_ignore_ascii_case("refresh")) {
        return;
    }
    let content = tag.get("content").unwrap_or_default();
    let Some((_, rest)) = content.split_once([';', ',']) else { return };
    let rest = rest.trim_start();
    let named = rest.get(..3).is_some_and(|name| name.eq_ignore_ascii_case("url"));
    let address = if named { rest[3..].trim_start().strip_prefix('=').unwrap_or(rest) } else { rest };
    take(AddressUse::Request, "content", address.trim().trim_matches(['"', '\'']));
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{NOTHING, OUTPUTS, audit, audit_all, body, codes, head, route, site, sound};

    #[test]
    fn links_on_the_site_lead_to_outputs() {
        for fine in [
            "/nl/",
            "/nl/a/",
            "",
            "#",
            "#main",
            "#TOP",
            "../b/",
            "./",
            "/",
            "/404.html",
            "/nl/index.html",
            "/nl/%C3%A9%20f/",
            "/nl/é f/",
            "/files/a/b%20c.pdf#page=2",
            "?q=1",
            "/nl/b/?q=1#x:~:text=y",
            "https://hub.example/nl/b/",
            "HTTPS://HUB.EXAMPLE",
            "//hub.example/nl/",
            "mailto:a@b.example",
            "tel:112",
            "/nl/./b/../a/",
            "../../assets/hub.css",
        ] {
            assert_eq!(body(&format!("<a href=\"{fine}\">x</a>")), NOTHING, "{fine}");
        }
        for broken in
            ["/nl/c/", "/nl/a", "c/", "../../../x/", "/en/a/", "https://hub.example/x", "#nowhere", "/nl/%ff/", "{%"]
        {
            assert!(body(&format!("<a href=\"{broken}\">x</a>")).contains(&"audit-link"), "{broken}");
        }
    }

    #[test]
    fn a_missing_slash_is_told_apart() {
        let found = audit("nl/a/", &sound("<a href=\"/nl/b\">x</a>"));
        assert!(found[0].message.to_string().contains("lacks a slash"), "{}", found[0].message);
    }

    #[test]
    fn links_respect_the_path_of_the_site() {
        let audit = site("https://example.org/hub/", OUTPUTS);
        let found = |html: &str| codes(&audit.finish(vec![audit.page(&route("nl/a/"), sound(html).as_bytes())]));
        assert_eq!(found("<a href=\"/hub/nl/b/\">x</a><a href=\"/hub\">x</a><a href=../b/>x</a>"), NOTHING);
        assert_eq!(
            found("<a href=\"https://example.org/hub/nl/\">x</a><a href=\"https://example.org/about/\">x</a>"),
            NOTHING
        );
        assert_eq!(found("<a href=\"/nl/b/\">x</a>"), ["audit-link"]);
        assert_eq!(found("<a href=\"https://example.org.evil.example/hub/nl/\">x</a>"), ["audit-referrer"]);
    }

    #[test]
    fn images_styles_and_downloads_exist_too() {
        assert_eq!(
            body("<img src=\"/assets/mark.svg\" alt=\"\" srcset=\"/assets/mark.svg 1x, /assets/mark.svg 2x\">"),
            NOTHING
        );
        assert_eq!(body("<img src=\"/assets/mark.png\" alt=\"\">"), ["audit-link"]);
        assert_eq!(body("<img src=\"\" alt=\"\">"), ["audit-link"]);
        assert_eq!(body("<img srcset=\"/assets/mark.svg 1x,/assets/other.svg 2x\" alt=\"\">"), ["audit-link"]);
        assert_eq!(head("<link rel=stylesheet href=/assets/hub.css>"), NOTHING);
        assert_eq!(head("<link rel=stylesheet href=/assets/gone.css>"), ["audit-link"]);
        assert_eq!(head("<link rel=canonical href=https://hub.example/nl/gone/>"), ["audit-link"]);
    }

    #[test]
    fn a_base_element_is_refused() {
        assert_eq!(head("<base href=\"/nl/\">"), ["audit-link"]);
    }

    #[test]
    fn fragments_of_other_pages_exist_there() {
        let target = sound("<h2 id=\"één\">x</h2>");
        for (link, expected) in
            [("één", NOTHING), ("%C3%A9%C3%A9n", NOTHING), ("main", NOTHING), ("twee", &["audit-link"])]
        {
            let from = sound(&format!("<a href=\"/nl/b/#{link}\">x</a>"));
            assert_eq!(codes(&audit_all(&[("nl/a/", &from), ("nl/b/", &target)])), expected, "{link}");
        }
    }

    #[test]
    fn other_servers_are_not_asked() {
        for request in [
            "<img src=\"https://x.example/a.png\" alt=\"\">",
            "<img srcset=\"/assets/mark.svg 1x, //x.example/a.png 2x\" alt=\"\">",
            "<video poster=\"//x.example/a\"></video>",
            "<audio src=\"https://x.example/a\"></audio>",
            "<video><source src=\"https://x.example/a\"></video>",
            "<object data=\"https://x.example/a\"></object>",
            "<iframe src=\"https://x.example/\"></iframe>",
            "<embed src=\"https://x.example/\">",
            "<form action=\"https://x.example/\"></form>",
            "<form><button formaction=\"https://x.example/\">x</button></form>",
            "<script src=\"https://x.example/a.js\"></script>",
            "<svg><image href=\"https://x.example/a\"/></svg>",
            "<svg><use xlink:href=\"https://x.example/a#b\"/></svg>",
            "<noscript><img src=\"https://x.example/pixel\" alt=\"\"></noscript>",
        ] {
            assert_eq!(body(request), ["audit-third-party"], "{request}");
        }
        for rel in
            ["stylesheet", "preload", "icon", "preconnect", "dns-prefetch", "modulepreload", "alternate stylesheet"]
        {
            assert_eq!(
                head(&format!("<link rel=\"{rel}\" href=\"https://x.example/a\">")),
                ["audit-third-party"],
                "{rel}"
            );
        }
        assert_eq!(
            head("<meta http-equiv=\"Refresh\" content=\"0; URL='https://x.example/'\">"),
            ["audit-third-party"]
        );
    }

    #[test]
    fn plain_links_to_other_servers_are_fine() {
        assert_eq!(body("<a href=\"https://x.example/\" rel=\"noopener noreferrer\">x</a>"), NOTHING);
        assert_eq!(
            head(
                "<link rel=\"canonical\" href=\"https://x.example/\"><link rel=\"license\" href=\"https://x.example/\">"
            ),
            NOTHING
        );
        assert_eq!(head("<link rel=\"alternate\" hreflang=\"de\" href=\"https://x.example/de/\">"), NOTHING);
        assert_eq!(head("<meta http-equiv=\"refresh\" content=\"0; url=/nl/\">"), NOTHING);
        assert_eq!(body("<img src=\"data:image/gif;base64,R0lG\" alt=\"\">"), NOTHING);
    }

    #[test]
    fn links_to_other_servers_do_not_tell_where_readers_come_from() {
        assert_eq!(body("<a href=\"https://x.example/\">x</a>"), ["audit-referrer"]);
        assert_eq!(body("<a href=\"//x.example/\" rel=\"noopener\">x</a>"), ["audit-referrer"]);
        assert_eq!(body("<a href=\"https://x.example/\" referrerpolicy=\"no-referrer\">x</a>"), NOTHING);
    }

    #[test]
    fn style_sheets_ask_nobody_else() {
        let found = |css: &str| codes(&audit("assets/hub.css", css));
        assert_eq!(
            found("a{background:url(mark.svg)}b{mask:url( \"/assets/mark.svg\" )}c{fill:url(#x)}d{x:url(data:a)}"),
            NOTHING
        );
        assert_eq!(
            found("@namespace svg url(http://www.w3.org/2000/svg);@namespace \"http://www.w3.org/1999/xhtml\";"),
            NOTHING
        );
        assert_eq!(found("/* url(https://x.example/a) */ a{content:\"url(https://x.example/a)\"}"), NOTHING);
        assert_eq!(found("a{background:image-set(\"mark.svg\" type(\"image/svg+xml\"))}"), NOTHING);
        assert_eq!(found("@import \"https://x.example/a.css\";"), ["audit-third-party"]);
        assert_eq!(found("@import url(//x.example/a.css);"), ["audit-third-party"]);
        assert_eq!(found("@font-face{src:URL('https://x.example/a.woff2')}"), ["audit-third-party"]);
        assert_eq!(found("a{background:image-set(\"https://x.example/a\" 1x)}"), ["audit-third-party"]);
        assert_eq!(found("a{background:url(gone.png)}"), ["audit-link"]);
        assert_eq!(found("/*/ a */ @import /**/ 'https://x.example/';"), ["audit-third-party"]);
        assert_eq!(found("/* a */ @namespace url(https://x.example/);"), NOTHING);
        for broken in ["a{content:\"", "url(", "a{b:'\\", "/*", "é(\\é\"é"] {
            found(broken);
        }
    }

    #[test]
    fn feeds_and_sitemaps_name_what_is_there() {
        let found = |xml: &str| codes(&audit("nl/feed.xml", xml));
        assert_eq!(
            found(
                "<?xml version=\"1.0\"?><feed><title>a</title><link rel=\"self\" href=\"https://hub.example/nl/feed.xml\"/></feed>"
            ),
            NOTHING
        );
        assert_eq!(
            found(
                "<urlset xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"><url><loc>https://hub.example/nl/a/</loc>\
                 <xhtml:link href=\"https://hub.example/nl/\"/></url></urlset>"
            ),
            NOTHING
        );
        assert_eq!(found("<urlset><url><loc>https://hub.example/nl/gone/</loc></url></urlset>"), ["audit-link"]);
        assert_eq!(
            found("<entry><title>a</title><link href=\"https://hub.example/nl/gone/\"/></entry>"),
            ["audit-link"]
        );
    }

    #[test]
    fn links_in_data_lead_to_what_is_there() {
        let found = |path: &str, text: &str| codes(&audit_all(&[(path, text), ("nl/a/", &sound(""))]));
        let json =
            |url: &str| format!("{{\"items\": [{{\"id\": \"https://hub.example/gone/\", \"url\": \"{url}\"}}]}}");
        assert_eq!(found("nl/data.json", &json("https://hub.example/nl/a/#main")), NOTHING);
        assert_eq!(found("nl/data.json", &json("https://x.example/")), NOTHING);
        assert_eq!(found("nl/data.json", &json("https://hub.example/nl/gone/")), ["audit-link"]);
        assert_eq!(found("nl/data.json", &json("https://hub.example/nl/a/#gone")), ["audit-link"]);
        assert_eq!(found("nl/data.csv", "id,url\r\na,https://hub.example/nl/a/\r\n"), NOTHING);
        assert_eq!(found("nl/data.csv", "id,url\r\na,https://hub.example/nl/gone/\r\n"), ["audit-link"]);
        let calendar =
            |url: &str| format!("BEGIN:VCALENDAR\r\nURL:https://hub.exa\r\n mple/nl/{url}/\r\nEND:VCALENDAR\r\n");
        assert_eq!(found("nl/calendar.ics", &calendar("a")), NOTHING);
        assert_eq!(found("nl/calendar.ics", &calendar("gone")), ["audit-link"]);
        let rss = |url: &str| {
            format!("<rss><channel><item><link>https://hub.example/nl/{url}/</link></item></channel></rss>")
        };
        assert_eq!(found("nl/rss.xml", &rss("a")), NOTHING);
        assert_eq!(found("nl/rss.xml", &rss("gone")), ["audit-link"]);
        assert_eq!(found("robots.txt", "Sitemap: https://hub.example/gone.xml\n"), ["audit-link"]);
        assert_eq!(found("nl/cite.ris", "UR  - https://hub.example/nl/gone/\r\n"), ["audit-link"]);
    }

    #[test]
    fn links_in_facts_for_machines_lead_to_what_is_there() {
        let data = |key: &str| {
            head(&format!(
                "<script type=\"application/ld+json\">{{\"{key}\": \"https://hub.example/nl/gone/\"}}</script>"
            ))
        };
        assert_eq!(data("url"), ["audit-link"]);
        assert_eq!(data("image"), ["audit-link"]);
        assert_eq!(data("@id"), NOTHING);
    }

    #[test]
    fn rules_for_servers_and_feeds_ask_nobody_else() {
        let found = |path: &str, text: &str| codes(&audit(path, text));
        let policy = |host: &str| format!("/*\n  Content-Security-Policy: default-src 'self'; report-uri {host}\n");
        assert_eq!(found("_headers", &policy("https://x.example/csp")), ["audit-third-party"]);
        assert_eq!(found("server/nginx.conf", "add_header Report-To \"https://x.example/\";\n"), ["audit-third-party"]);
        assert_eq!(found("_headers", "/*\n  X-Frame-Options: DENY\n"), NOTHING);
        assert_eq!(found("nl/feed.xml", "<feed><icon>https://x.example/a.png</icon></feed>"), ["audit-third-party"]);
        assert_eq!(
            found("assets/mark.svg", "<svg><style>a{fill:url(//x.example/a)}</style></svg>"),
            ["audit-third-party"]
        );
    }
}
