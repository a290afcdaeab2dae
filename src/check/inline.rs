//! `audit-inline` and `audit-tracking`: scripts and styles in pages, which the content security policy forbids, and
//! whatever follows readers around. Knows nothing of addresses.

use super::finding::Findings;
use super::reader::{StartTag, shorten};
use crate::diagnostic::Code;

const INLINE: Code = Code::AuditInline;
const TRACKING: Code = Code::AuditTracking;

const HELP_STYLE: &str =
    "the content security policy keeps browsers from using it; give the element a class and style that in `assets/`";
const HELP_SCRIPT: &str =
    "the content security policy keeps browsers from running it; put scripts into files of `assets/`";

/// Judges an attribute that any element may have.
pub(super) fn attribute(name: &str, value: &str, element: StartTag<'_>, found: &mut Findings) {
    match name {
        "style" => found.error(INLINE, format!("{} has a style of its own", element.show("style")), HELP_STYLE),
        "target" if value.trim().eq_ignore_ascii_case("_blank") => {
            let detail = format!("{} opens a new window", element.show("href"));
            found.error(TRACKING, detail, "leave out `target`: readers choose for themselves, and can go back");
        }
        "ping" => {
            let detail = format!("{} reports who follows it", element.show("ping"));
            found.error(TRACKING, detail, "leave out `ping`");
        }
        _ if is_handler(name) => handler(name, element, found),
        _ => {}
    }
}

/// Whether an attribute holds a script.
pub(super) fn is_handler(name: &str) -> bool {
    name.strip_prefix("on")
        .is_some_and(|event| !event.is_empty() && event.bytes().all(|byte| byte.is_ascii_lowercase()))
}

/// Reports a script in an attribute.
pub(super) fn handler(name: &str, element: StartTag<'_>, found: &mut Findings) {
    found.error(INLINE, format!("{} is a script in an attribute", element.show(name)), HELP_SCRIPT);
}

/// Judges elements that hold scripts and styles, and links to what would stay on the reader's device.
pub(super) fn element(element: StartTag<'_>, found: &mut Findings) {
    match element.name() {
        "style" => found.error(INLINE, "a `<style>` stands in the page", HELP_STYLE),
        "script" if element.get("src").is_none() && element.get("href").is_none() && !is_data(element) => {
            found.error(INLINE, "a `<script>` without `src` stands in the page", HELP_SCRIPT);
        }
        "meta" if is_policy(element) && element.get("content").is_some_and(|policy| policy.contains("'unsafe-")) => {
            let detail = format!("{} allows scripts or styles of anybody", element.show("http-equiv"));
            found.error(INLINE, detail, "write `{{ site.csp }}` there, the policy that `theme.yaml` declares");
        }
        "link" if element.lists("rel", "manifest") => {
            let detail = format!("{} offers to install the site", element.show("href"));
            found.error(TRACKING, detail, "leave the manifest out: an icon on a telephone shows what its owner reads");
        }
        _ => {}
    }
}

/// Whether it declares what browsers may do on the page.
fn is_policy(element: StartTag<'_>) -> bool {
    element.get("http-equiv").is_some_and(|name| name.eq_ignore_ascii_case("content-security-policy"))
}

/// Whether text in a script that has an address is a mistake: it is never run.
pub(super) fn text_beside_address(text: &str, found: &mut Findings) {
    let detail = format!("a `<script>` with `src` also holds text: `{}`", shorten(text.trim()));
    found.error(INLINE, detail, HELP_SCRIPT);
}

/// Reports an address that is a script.
pub(super) fn script_address(what: &str, found: &mut Findings) {
    found.error(INLINE, format!("{what} is a script in an address"), HELP_SCRIPT);
}

/// Whether a `<script>` holds facts for machines: the one type that browsers never run and that search engines read.
pub(super) fn is_data(element: StartTag<'_>) -> bool {
    let typed = element.name() == "script" && element.get("type") == Some("application/ld+json");
    typed && element.get("src").is_none() && !element.foreign
}

/// Reports facts for machines that no machine can read.
pub(super) fn data(text: &str, found: &mut Findings) {
    if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(text) {
        let detail = format!("a `<script>` of `application/ld+json` is not JSON: {error}");
        found.error(INLINE, detail, "write `{{ page.json_ld }}` between its tags and nothing else");
    }
}
