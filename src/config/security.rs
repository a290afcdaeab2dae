//! The setting `security`: whom to tell of a weakness, as a `security.txt` (RFC 9116); and the rules for one that a site
//! brings along itself. Knows nothing of where the file lies.

use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span as Duration, Timestamp};

use crate::diagnostic::{Code, Diagnostic, Message, Span};
use crate::lang::Lang;
use crate::message;
use crate::settings::{Located, Settings};
use crate::source::digestible;
use crate::yaml::{Node, Value};

/// What a `security.txt` says.
#[derive(Clone, Debug)]
pub struct SecurityTxt {
    /// Contacts first, by preference, then what else is told.
    pub fields: Vec<SecurityField>,
    /// The first day on which nothing of it may be relied on.
    pub expires: Located<Date>,
    /// Languages in which reports can be read.
    pub languages: Vec<Lang>,
}

digestible!(struct SecurityTxt { fields, expires, languages });

/// A line of it.
#[derive(Clone, Debug)]
pub struct SecurityField {
    /// Its name in the file.
    pub name: &'static str,
    /// An address.
    pub value: Arc<str>,
}

digestible!(struct SecurityField { name, value });

/// The settings with addresses, their names in the file, and the schemes that they may have.
const ADDRESSES: &[(&str, &str, &[&str])] = &[
    ("contact", "Contact", &["mailto:", "https://", "tel:"]),
    ("encryption", "Encryption", &["https://", "openpgp4fpr:", "dns:"]),
    ("acknowledgments", "Acknowledgments", &["https://"]),
    ("policy", "Policy", &["https://"]),
    ("hiring", "Hiring", &["https://"]),
    ("csaf", "CSAF", &["https://"]),
];

/// Reads `security: {contact: …, expires: …}`.
pub(super) fn read(settings: &mut Settings<'_>, languages: &[Lang]) -> Option<SecurityTxt> {
    let node = settings.node("security")?;
    let mut security = Settings::new(node, Code::ConfigInvalid, settings.diagnostics());
    let mut fields = Vec::new();
    for (setting, name, schemes) in ADDRESSES {
        for address in security.strings(setting) {
            match wrong_address(&address.value, schemes) {
                Some(message) => security.wrong(&address.span, message),
                None => fields.push(SecurityField { name, value: address.value }),
            }
        }
    }
    let no_contact = |node: &Node| matches!(&node.value, Value::List(contacts) if contacts.is_empty());
    if security.node("contact").is_none_or(no_contact) {
        let at = security.span();
        security.wrong(&at, message!("security-contact"));
    }
    let expires = security.required("expires").and_then(|text| {
        // A time would be dropped, so it is no date.
        let day = text.value.parse::<Date>().ok().filter(|day| day.to_string() == *text.value);
        if day.is_none() {
            let message = message!("no-date-plain", text = &*text.value);
            security.wrong(&text.span, message);
        }
        Some(Located { value: day?, span: text.span })
    });
    let spoken = spoken(&mut security, languages);
    security.finish();
    Some(SecurityTxt { fields, expires: expires?, languages: spoken })
}

/// The languages that are named, else those of the site.
fn spoken(security: &mut Settings<'_>, languages: &[Lang]) -> Vec<Lang> {
    let named = security.strings("preferred_languages");
    if named.is_empty() {
        return languages.to_vec();
    }
    let mut spoken = Vec::new();
    for tag in named {
        match Lang::parse(&tag.value) {
            Some(lang) => spoken.push(lang),
            None => security.wrong(&tag.span, message!("no-language-code", tag = &*tag.value)),
        }
    }
    spoken
}

fn wrong_address(address: &str, schemes: &[&str]) -> Option<Message> {
    let plain = address.chars().all(|c| c.is_ascii_graphic());
    let known = schemes.iter().any(|scheme| address.len() > scheme.len() && address.starts_with(scheme));
    if plain && known {
        return None;
    }
    let wrong = message!("address-start", address = address, schemes = schemes);
    if schemes.contains(&"mailto:") && address.contains('@') && !address.contains(':') {
        return Some(message!("address-start-mail", said = wrong, address = format!("mailto:{address}")));
    }
    Some(wrong)
}

/// What is to be said of a day on which a `security.txt` ends: that it is past or near, or further away than the year
/// that RFC 9116 (section 2.5.5) recommends.
#[must_use]
pub fn expiry(expires: Date, clock: Date, span: &Span) -> Option<Diagnostic> {
    let day = |ahead: Duration| clock.checked_add(ahead).unwrap_or(Date::MAX);
    let message = if expires <= clock {
        message!("security-ended", day = expires.to_string())
    } else if expires <= day(Duration::new().days(30)) {
        message!("security-ends", day = expires.to_string())
    } else if expires > day(Duration::new().years(1)) {
        message!("security-ends-late", day = expires.to_string())
    } else {
        return None;
    };
    let help = message!("security-ends-help");
    Some(Diagnostic::warning(Code::SecurityExpires, message).at(span.clone()).help(help))
}

/// What is wrong with a `security.txt` that a site brings along.
#[must_use]
pub fn check_file(file: &Arc<str>, text: &str, clock: Date) -> Vec<Diagnostic> {
    let (mut contacts, mut ends, mut at) = (0, Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        match name.trim().to_ascii_lowercase().as_str() {
            "contact" => contacts += 1,
            "expires" => ends.push((value.trim().to_owned(), Span::new(file, at..at + line.trim_end().len()))),
            _ => {}
        }
        at += line.len();
    }
    let mut found = Vec::new();
    if contacts == 0 {
        found.push(wrong(message!("security-no-contact"), Span::start_of(file)));
    }
    match &*ends {
        [] => found.push(wrong(message!("security-no-end"), Span::start_of(file))),
        [(time, span)] => match time.parse::<Timestamp>() {
            Ok(time) => found.extend(expiry(time.to_zoned(TimeZone::UTC).date(), clock, span)),
            Err(_) => found.push(wrong(message!("security-no-time", text = time), span.clone())),
        },
        [_, (_, span), ..] => found.push(wrong(message!("security-two-ends"), span.clone())),
    }
    found
}

fn wrong(message: Message, span: Span) -> Diagnostic {
    let help = message!("security-file-help");
    Diagnostic::error(Code::SecurityTxt, message).at(span).help(help)
}
