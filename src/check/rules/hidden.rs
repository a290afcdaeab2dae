//! `audit-hidden`: no output holds characters that nobody sees and that turn, hide or break a text. Knows nothing of
//! which characters those are beyond control characters; see `lang`.

use super::super::finding::Findings;
use super::super::reader::{StartTag, shorten};
use super::super::values::OutputValue;
use super::{AuditContext, AuditRule};
use crate::diagnostic::{Code, Message, Severity};
use crate::lang::{self, Hidden};
use crate::message;

const HELP: Message = message!("hidden-sign-help");

/// The rule; it remembers nothing.
pub(super) struct HiddenRule;

impl AuditRule for HiddenRule {
    fn start(&mut self, tag: StartTag<'_>, _: AuditContext<'_>, found: &mut Findings) {
        for (_, value) in tag.attributes() {
            judge(value, true, Severity::Error, found);
        }
    }

    fn text(&mut self, text: &str, _: AuditContext<'_>, found: &mut Findings) {
        // An isolate may be closed in the next piece of a text.
        judge(text, false, Severity::Error, found);
    }

    fn value(&mut self, value: OutputValue<'_>, _: AuditContext<'_>, found: &mut Findings) {
        judge(value.text, true, Severity::Error, found);
    }
}

/// Looks at a value of a file that somebody else made; whoever publishes it can only ask for another one.
pub(in crate::check) fn copied(value: OutputValue<'_>, found: &mut Findings) {
    judge(value.text, true, Severity::Warning, found);
}

fn judge(text: &str, whole: bool, severity: Severity, found: &mut Findings) {
    for (place, hidden) in lang::hidden(text) {
        let does = match hidden {
            Hidden::Turns => message!("sign-turns"),
            // The separators of lines and paragraphs are spaces to browsers, and fine in JSON.
            Hidden::Invisible if text[place.clone()].starts_with(['\u{2028}', '\u{2029}']) => continue,
            Hidden::Invisible => message!("sign-shows-nothing"),
            Hidden::NoText => message!("sign-no-text"),
            Hidden::Unbalanced if whole => message!("sign-unbalanced"),
            // The source is warned of what is no danger; a font may need it.
            Hidden::Unbalanced | Hidden::Presentation | Hidden::Unknown | Hidden::InName => continue,
        };
        if let Some(c) = text[place].chars().next() {
            let detail = message!(
                "hidden-sign-in-text",
                text = shorten(text.trim()),
                code = format!("{:04X}", u32::from(c)),
                does = does
            );
            match severity {
                Severity::Error => found.error(Code::AuditHidden, detail, HELP),
                Severity::Warning => found.warning(Code::AuditHidden, detail, HELP),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{NOTHING, audit, body, codes, sound};

    #[test]
    fn characters_that_nobody_sees_are_told_wherever_they_stand() {
        for (path, text) in [
            ("nl/a/", sound("<p>a\u{202E}b</p>")),
            ("nl/a/", sound("<p title=\"a\u{202E}b\">x</p>")),
            ("nl/a/", sound("<p>a&#x202E;b</p>")),
            ("nl/a/", sound("<p>a\u{8}b</p>")),
            ("nl/a/", sound("<p title=\"\u{2066}a\">x</p>")),
            ("assets/hub.css", "a{content:\"\u{202E}\"}".to_owned()),
            ("assets/hub.js", "// \u{2067}a\n".to_owned()),
            ("nl/data.json", "{\"a\": \"\\u202e\"}".to_owned()),
            ("nl/data.json", "{\"a\": \"\\u0007\"}".to_owned()),
            ("nl/data.json", "{\"a\u{202E}\": 1}".to_owned()),
            ("nl/data.csv", "a\r\n\u{2069}\r\n".to_owned()),
            ("nl/calendar.ics", "BEGIN:VCALENDAR\r\nNAME:a\u{202E}\r\nEND:VCALENDAR\r\n".to_owned()),
            ("nl/feed.xml", "<feed><title>a\u{E0041}</title></feed>".to_owned()),
            ("robots.txt", "Allow: /\u{202E}\n".to_owned()),
            ("_headers", "/*\n  X-A: \u{85}\n".to_owned()),
        ] {
            assert_eq!(codes(&audit(path, &text)), ["audit-hidden"], "{path}: {text:?}");
        }
    }

    #[test]
    fn what_languages_are_written_with_is_fine() {
        assert_eq!(body("<p>\u{2066}0800-0188\u{2069} می\u{200C}خواهم\u{200F}</p>"), NOTHING);
        assert_eq!(body("<p>\u{2068}<b>a</b>\u{2069}</p>"), NOTHING);
        assert_eq!(codes(&audit("nl/data.csv", "\u{FEFF}a\tb\r\nc\r\n")), NOTHING);
    }
}
