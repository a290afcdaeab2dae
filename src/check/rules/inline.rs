//! `audit-inline`: scripts and styles in pages, which the content security policy forbids, and facts for machines that
//! no machine can read. Knows nothing of addresses.

use super::super::finding::Findings;
use super::super::reader::{StartTag, shorten};
use super::{AuditContext, AuditRule, PageFacts};
use crate::diagnostic::{Code, Message};
use crate::message;

const INLINE: Code = Code::AuditInline;

const HELP_STYLE: Message = message!("style-inline-help");
const HELP_SCRIPT: Message = message!("script-inline-help");

/// The scripts of a page while it is read.
#[derive(Default)]
pub(super) struct InlineRule {
    /// What the text that comes next belongs to.
    inside: ScriptKind,
    /// What was read of the facts for machines that are open.
    data: String,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum ScriptKind {
    #[default]
    None,
    /// It has an address, and should have no text.
    Addressed,
    /// Facts for machines.
    Data,
}

impl AuditRule for InlineRule {
    fn start(&mut self, tag: StartTag<'_>, _: AuditContext<'_>, found: &mut Findings) {
        for (name, _) in tag.attributes() {
            attribute(name, tag, found);
        }
        element(tag, found);
        match tag.name() {
            "script" if tag.get("src").is_some() => self.inside = ScriptKind::Addressed,
            "script" if is_data(tag) => self.inside = ScriptKind::Data,
            _ => {}
        }
    }

    fn end(&mut self, name: &str, _: AuditContext<'_>, found: &mut Findings) {
        if matches!(name, "style" | "script") {
            self.end_of_data(found);
            self.inside = ScriptKind::None;
        }
    }

    fn text(&mut self, text: &str, _: AuditContext<'_>, found: &mut Findings) {
        match self.inside {
            ScriptKind::Addressed if !text.trim().is_empty() => {
                let detail = message!("script-with-text", text = shorten(text.trim()));
                found.error(INLINE, detail, HELP_SCRIPT);
            }
            ScriptKind::Data => self.data.push_str(text),
            _ => {}
        }
    }

    fn finish(&mut self, _: AuditContext<'_>, facts: &mut PageFacts) {
        self.end_of_data(&mut facts.found);
    }
}

impl InlineRule {
    /// Reports facts for machines that no machine can read.
    fn end_of_data(&mut self, found: &mut Findings) {
        if self.inside != ScriptKind::Data {
            return;
        }
        let data = std::mem::take(&mut self.data);
        if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(&data) {
            let detail = message!("json-ld-broken", line = error.line());
            found.error(INLINE, detail, message!("json-ld-help"));
        }
    }
}

fn attribute(name: &str, tag: StartTag<'_>, found: &mut Findings) {
    if name == "style" {
        found.error(INLINE, message!("tag-with-style", tag = tag.show("style")), HELP_STYLE);
    } else if is_handler(name) {
        handler(name, tag, found);
    }
}

/// Whether an attribute holds a script.
pub(super) fn is_handler(name: &str) -> bool {
    name.strip_prefix("on")
        .is_some_and(|event| !event.is_empty() && event.bytes().all(|byte| byte.is_ascii_lowercase()))
}

/// Reports a script in an attribute.
pub(super) fn handler(name: &str, tag: StartTag<'_>, found: &mut Findings) {
    found.error(INLINE, message!("tag-with-handler", tag = tag.show(name)), HELP_SCRIPT);
}

/// Judges elements that hold scripts and styles.
pub(super) fn element(tag: StartTag<'_>, found: &mut Findings) {
    match tag.name() {
        "style" => found.error(INLINE, message!("style-on-page"), HELP_STYLE),
        "script" if tag.get("src").is_none() && tag.get("href").is_none() && !is_data(tag) => {
            found.error(INLINE, message!("script-on-page"), HELP_SCRIPT);
        }
        "meta" if is_policy(tag) && tag.get("content").is_some_and(|policy| policy.contains("'unsafe-")) => {
            let detail = message!("policy-unsafe", tag = tag.show("http-equiv"));
            found.error(INLINE, detail, message!("policy-unsafe-help"));
        }
        _ => {}
    }
}

/// Whether it declares what browsers may do on the page.
fn is_policy(tag: StartTag<'_>) -> bool {
    tag.get("http-equiv").is_some_and(|name| name.eq_ignore_ascii_case("content-security-policy"))
}

/// Reports an address that is a script.
pub(super) fn script_address(what: &str, found: &mut Findings) {
    found.error(INLINE, message!("script-in-address", what = what), HELP_SCRIPT);
}

/// Whether a `<script>` holds facts for machines: the one type that browsers never run and that search engines read.
pub(super) fn is_data(tag: StartTag<'_>) -> bool {
    let typed = tag.name() == "script" && tag.get("type") == Some("application/ld+json");
    typed && tag.get("src").is_none() && !tag.foreign
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{NOTHING, audit, body, codes, head, sound};

    #[test]
    fn pages_hold_no_scripts_and_styles() {
        for inline in [
            "<style>a{}</style>",
            "<p style=\"color:red\">x</p>",
            "<script>alert(1)</script>",
            "<script src=\"/assets/hub.js\">more()</script>",
            "<p onclick=\"x()\">x</p>",
            "<svg onload=\"x()\"></svg>",
            "<a href=\"javascript:x()\">x</a>",
            "<a href=\" java\nscript:x()\">x</a>",
        ] {
            assert_eq!(body(inline), ["audit-inline"], "{inline}");
        }
        assert_eq!(body("<style>a{background:url(https://x.example/)}</style>"), ["audit-inline", "audit-third-party"]);
        assert_eq!(body("<script src=\"/assets/hub.js\"> </script>"), NOTHING);
    }

    #[test]
    fn facts_for_machines_are_one_type_and_json() {
        let data = |type_: &str, text: &str| head(&format!("<script type=\"{type_}\">{text}</script>"));
        for fine in ["{\"a\": \"</p> {{\"}", " [1, \"\\u003c\"]\n", "{\"é\":\n\"\u{2028}\u{1F600}\"}"] {
            assert_eq!(data("application/ld+json", fine), NOTHING, "{fine}");
        }
        for broken in ["", "{", "{\"a\": 1,}", "alert(1)", "{} {}", "{\"a\": \"</script><p>x</p>"] {
            assert_eq!(data("application/ld+json", broken), ["audit-inline"], "{broken}");
        }
        for other in ["application/json", "application/LD+JSON", "text/javascript", "module", "importmap", ""] {
            assert_eq!(data(other, "{}"), ["audit-inline"], "{other}");
        }
        let open = format!("{}<script type=\"application/ld+json\">{{\"a\":", sound(""));
        assert_eq!(codes(&audit("nl/a/", &open)), ["audit-inline"]);
        assert_eq!(head("<script type=\"application/ld+json\" src=\"/assets/hub.js\">{}</script>"), ["audit-inline"]);
        assert_eq!(body("<svg><script type=\"application/ld+json\">{}</script></svg>"), ["audit-inline"]);
    }
}
