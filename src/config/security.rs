//! The setting `security`: whom to tell of a weakness, as a `security.txt` (RFC 9116); and the rules for one that a site
//! brings along itself. Knows nothing of where the file lies.

use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span as Duration, Timestamp};

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::lang::Lang;
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
        security.wrong(&at, "`contact` is missing: whom to tell, such as `mailto:security@hub.example`");
    }
    let expires = security.required("expires").and_then(|text| {
        // A time would be dropped, so it is no date.
        let day = text.value.parse::<Date>().ok().filter(|day| day.to_string() == *text.value);
        if day.is_none() {
            let message = format!("`{}` is not a date such as 2027-06-30", text.value);
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
            None => security.wrong(&tag.span, format!("`{}` is not the code of a language", tag.value)),
        }
    }
    spoken
}

fn wrong_address(address: &str, schemes: &[&str]) -> Option<String> {
    let plain = address.chars().all(|c| c.is_ascii_graphic());
    let known = schemes.iter().any(|scheme| address.len() > scheme.len() && address.starts_with(scheme));
    if plain && known {
        return None;
    }
    let meant = if schemes.contains(&"mailto:") && address.contains('@') && !address.contains(':') {
        format!(": write `mailto:{address}`")
    } else {
        String::new()
    };
    Some(format!("`{address}` does not start with `{}`{meant}", schemes.join("`, `")))
}

/// What is to be said of a day on which a `security.txt` ends: that it is past or near, or further away than the year
/// that RFC 9116 (section 2.5.5) recommends.
#[must_use]
pub fn expiry(expires: Date, clock: Date, span: &Span) -> Option<Diagnostic> {
    let day = |ahead: Duration| clock.checked_add(ahead).unwrap_or(Date::MAX);
    let message = if expires <= clock {
        format!("this `security.txt` has ended on {expires}: nobody may rely on it any more")
    } else if expires <= day(Duration::new().days(30)) {
        format!("this `security.txt` ends on {expires}; then nobody may rely on it any more")
    } else if expires > day(Duration::new().years(1)) {
        format!("this `security.txt` ends on {expires}, which is more than a year away")
    } else {
        return None;
    };
    let help = "look whether all that it says is still true, then write a day within the next year";
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
        found.push(wrong("this file lacks a line `Contact: mailto:…`".to_owned(), Span::start_of(file)));
    }
    match &*ends {
        [] => found.push(wrong("this file lacks a line `Expires: …`".to_owned(), Span::start_of(file))),
        [(time, span)] => match time.parse::<Timestamp>() {
            Ok(time) => found.extend(expiry(time.to_zoned(TimeZone::UTC).date(), clock, span)),
            Err(_) => found.push(wrong(format!("`{time}` is not a time such as 2027-06-30T00:00:00Z"), span.clone())),
        },
        [_, (_, span), ..] => found.push(wrong("this file ends twice".to_owned(), span.clone())),
    }
    found
}

fn wrong(message: String, span: Span) -> Diagnostic {
    let help = "see RFC 9116; or delete this file and set `security` in `samen.yaml`";
    Diagnostic::error(Code::SecurityTxt, message).at(span).help(help)
}
