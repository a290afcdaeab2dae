//! What the foot of every page says of the site: a note, its licence, where its source code lies, who answers for it,
//! and how accessible it is; and the number to call in an emergency. Knows nothing of how that looks.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::lang::Lang;
use crate::message;
use crate::settings::{LocalizedText, Located, Settings};
use crate::source::digestible;
use crate::yaml::Node;

/// What is said of the site on all its pages.
#[derive(Clone, Debug, Default)]
pub struct Foot {
    /// A line of the site's own.
    pub note: LocalizedText,
    /// Where the source code lies, as a full address.
    pub source_code: Option<Arc<str>>,
    /// The pages that are named, of those that law or courtesy asks for.
    pub pages: BTreeMap<FootPage, Located<FootLink>>,
    /// How accessible the site is, as its makers say.
    pub accessibility: Option<AccessibilityStatus>,
    /// The number to call in an emergency, as it is written for readers.
    pub emergency_number: Option<Arc<str>>,
}

digestible!(struct Foot { note, source_code, pages, accessibility, emergency_number });

/// A page that tells something of the site itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FootPage {
    /// Who publishes the site.
    Imprint,
    /// The accessibility statement.
    Accessibility,
    /// What is done with the data of readers.
    Privacy,
    /// How the makers are reached.
    Contact,
}

digestible!(
    enum FootPage {
        Imprint,
        Accessibility,
        Privacy,
        Contact,
    }
);

impl FootPage {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Imprint, Self::Accessibility, Self::Privacy, Self::Contact];

    /// The setting that names it.
    #[must_use]
    pub const fn setting(self) -> &'static str {
        match self {
            Self::Imprint => "imprint",
            Self::Accessibility => "accessibility",
            Self::Privacy => "privacy",
            Self::Contact => "contact",
        }
    }
}

/// Where a link at the foot leads.
#[derive(Clone, Debug, PartialEq)]
pub enum FootLink {
    /// An entry of the site, by its id.
    Entry(Arc<str>),
    /// An address elsewhere.
    Address(Arc<str>),
}

digestible!(
    enum FootLink {
        Entry(id),
        Address(url),
    }
);

/// How accessible a site is, as its makers say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccessibilityStatus {
    /// It meets the requirements.
    Full,
    /// It meets them in part.
    Partial,
    /// It does not meet them.
    None,
    /// Nobody has tested it.
    Untested,
}

digestible!(
    enum AccessibilityStatus {
        Full,
        Partial,
        None,
        Untested,
    }
);

impl AccessibilityStatus {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Full, Self::Partial, Self::None, Self::Untested];

    /// Its word in the settings and at the end of the name of its text.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Partial => "partial",
            Self::None => "none",
            Self::Untested => "untested",
        }
    }
}

/// Reads the settings of the foot.
pub(super) fn read(settings: &mut Settings<'_>, languages: &[Lang]) -> Foot {
    let mut foot = Foot {
        note: settings.texts("footer_note", languages),
        source_code: address(settings, "source_code"),
        emergency_number: emergency_number(settings),
        ..Foot::default()
    };
    for page in [FootPage::Imprint, FootPage::Privacy, FootPage::Contact] {
        let link = settings.string(page.setting()).and_then(|text| link(settings, page.setting(), &text));
        foot.pages.extend(link.map(|link| (page, link)));
    }
    if let Some(node) = settings.node(FootPage::Accessibility.setting()) {
        accessibility(settings, node, &mut foot);
    }
    foot
}

/// Reads `accessibility: {status: untested, statement: pages/accessibility}`.
fn accessibility(settings: &mut Settings<'_>, node: &Node, foot: &mut Foot) {
    let mut inner = Settings::new(node, Code::ConfigInvalid, settings.diagnostics());
    let statement = inner.string("statement").and_then(|text| link(&mut inner, "statement", &text));
    foot.pages.extend(statement.map(|statement| (FootPage::Accessibility, statement)));
    if let Some(word) = inner.string("status") {
        foot.accessibility = AccessibilityStatus::ALL.into_iter().find(|status| status.as_str() == &*word.value);
        if foot.accessibility.is_none() {
            let message = message!("accessibility-status", status = &*word.value);
            let help = message!("accessibility-status-help");
            let known = AccessibilityStatus::ALL.map(AccessibilityStatus::as_str);
            let diagnostic = Diagnostic::error(Code::ConfigInvalid, message).at(word.span).help(help);
            inner.diagnostics().push(diagnostic.suggest(&word.value, known));
        }
    }
    inner.finish();
}

/// A full address of a page.
fn address(settings: &mut Settings<'_>, key: &'static str) -> Option<Arc<str>> {
    let text = settings.string(key)?;
    if is_web_address(&text.value) {
        return Some(text.value);
    }
    let message = message!("full-address-needed", key = key, address = &*text.value);
    settings.wrong(&text.span, message);
    None
}

/// An entry or an address. Whether the entry exists is known when all entries are.
fn link(settings: &mut Settings<'_>, key: &str, text: &Located<Arc<str>>) -> Option<Located<FootLink>> {
    let located = |value| Located { value, span: text.span.clone() };
    let value = &text.value;
    if is_web_address(value) || is_reachable(value) {
        return Some(located(FootLink::Address(Arc::clone(value))));
    }
    let wrong = if value.contains(':') || value.starts_with("www.") {
        message!("foot-address-help")
    } else if value.starts_with('/') || value.ends_with(".md") || value.ends_with('/') || value.is_empty() {
        message!("foot-id-help")
    } else if value.contains('@') {
        message!("yaml-write", text = format!("mailto:{value}"))
    } else {
        return Some(located(FootLink::Entry(Arc::clone(value))));
    };
    let message = message!("foot-link", key = key, target = &**value);
    let diagnostic = Diagnostic::error(Code::ConfigInvalid, message).at(text.span.clone());
    settings.diagnostics().push(diagnostic.help(wrong));
    None
}

fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/')) && is_plain(text)
}

fn is_reachable(text: &str) -> bool {
    let rest = text.strip_prefix("mailto:").filter(|rest| rest.contains('@')).or_else(|| text.strip_prefix("tel:"));
    rest.is_some_and(|rest| !rest.is_empty()) && is_plain(text)
}

/// Whether nothing in an address can end the attribute or the line in which it stands.
fn is_plain(text: &str) -> bool {
    text.chars().all(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '"' | '<' | '>' | '\\'))
}

/// A number that somebody in danger is told to call: digits, and spaces between them.
fn emergency_number(settings: &mut Settings<'_>) -> Option<Arc<str>> {
    /// As many as the longest number has by ITU-T E.164.
    const LONGEST: usize = 15;
    let text = settings.string("emergency_number")?;
    let digits = text.value.chars().filter(char::is_ascii_digit).count();
    let plain = text.value.trim_start_matches('+').chars().all(|c| c.is_ascii_digit() || c == ' ');
    if plain && (2..=LONGEST).contains(&digits) {
        return Some(Arc::from(text.value.trim()));
    }
    let message = message!("emergency-number", text = &*text.value);
    let help = message!("emergency-number-help");
    settings.diagnostics().push(Diagnostic::error(Code::ConfigInvalid, message).at(text.span).help(help));
    None
}
