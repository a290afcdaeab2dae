//! `theme.yaml`: what a theme says of itself once, for its templates, the servers and the checks.
//! Knows nothing of templates.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::message;
use crate::settings::{Located, Settings};
use crate::source::Sources;
use crate::yaml;

/// What pages may do where a theme says nothing: show what is on their own site.
const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
                   form-action 'none'; base-uri 'none'";

/// How wide pictures are where a theme says nothing.
const IMAGE_SIZES: &str = "100vw";

/// The settings of a theme.
#[derive(Debug, Default)]
pub(super) struct ThemeSettings {
    /// Style sheets of every page, in order.
    pub(super) css: Vec<Located<Arc<str>>>,
    /// Style sheets that pages ask for where they need them.
    pub(super) css_apart: Vec<Located<Arc<str>>>,
    /// The content security policy of every page.
    pub(super) csp: Arc<str>,
    /// How wide pictures are shown, for `sizes`.
    pub(super) image_sizes: Arc<str>,
    /// Characters that are drawn with fonts of the device.
    pub(super) system_glyphs: BTreeSet<char>,
}

/// Reads the settings of a theme.
pub(super) fn read(sources: &Sources, file: &Arc<str>, diagnostics: &mut Diagnostics) -> ThemeSettings {
    let text = match sources.text(file) {
        Ok(text) => text,
        Err(diagnostic) => {
            diagnostics.push(*diagnostic);
            return ThemeSettings::default();
        }
    };
    let Some(node) = yaml::parse_map(&text, file, diagnostics) else { return ThemeSettings::default() };
    let mut settings = Settings::new(&node, Code::ConfigInvalid, diagnostics);
    let css = settings.strings("css");
    let css_apart = settings.strings("css_apart");
    for informative in ["name", "version", "licence"] {
        settings.string(informative);
    }
    let csp = policy(&mut settings);
    let image_sizes = settings.string("image_sizes").map_or_else(|| Arc::from(IMAGE_SIZES), |sizes| sizes.value);
    let glyphs = settings.strings("system_glyphs");
    let system_glyphs = glyphs.iter().flat_map(|glyphs| glyphs.value.chars()).collect();
    settings.finish();
    ThemeSettings { css, css_apart, csp, image_sizes, system_glyphs }
}

/// The policy on one line; what makes it worthless is refused.
fn policy(settings: &mut Settings<'_>) -> Arc<str> {
    let Some(csp) = settings.string("csp") else { return Arc::from(CSP) };
    if csp.value.contains("unsafe-") {
        let diagnostic = Diagnostic::error(Code::ConfigInvalid, message!("policy-protects-nobody"));
        settings.diagnostics().push(diagnostic.at(csp.span).help(message!("policy-protects-nobody-help")));
    } else if csp.value.contains(['"', '<', '>', '\\', '$', '%', '{', '}']) {
        settings.wrong(&csp.span, message!("policy-signs"));
    }
    Arc::from(csp.value.split_whitespace().collect::<Vec<_>>().join(" "))
}
