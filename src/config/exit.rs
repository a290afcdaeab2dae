//! The way out: a link that leaves the site at once, for readers who are not alone. Knows nothing of how it looks.

use std::sync::Arc;

use super::BaseUrl;
use crate::diagnostic::{Code, Diagnostic};
use crate::message;
use crate::settings::{Located, Settings};
use crate::source::digestible;
use crate::yaml::Node;

/// Where the way out leads, and which pages have it.
#[derive(Clone, Debug)]
pub struct Exit {
    /// An address on another site, with `https`.
    pub target: Arc<str>,
    /// The pages that have it.
    pub scope: ExitScope,
}

digestible!(struct Exit { target, scope });

/// Pages with a way out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitScope {
    /// Every page.
    All,
    /// Those with `sensitive: true`.
    Sensitive,
}

digestible!(
    enum ExitScope {
        All,
        Sensitive,
    }
);

/// Sites that greet people by name, show what they looked at, or cover the page with a question on cookies. Only those that
/// people use in many countries: a list for each would never be whole.
const PERSONAL: &[&str] = &[
    "amazon",
    "bing",
    "facebook",
    "google",
    "instagram",
    "linkedin",
    "msn",
    "netflix",
    "tiktok",
    "twitter",
    "whatsapp",
    "x",
    "yahoo",
    "youtube",
];

/// Reads `exit: {target: …, scope: all}`. Without it there is no way out, and nothing promises one.
pub(super) fn read(settings: &mut Settings<'_>, node: Option<&Node>, base: Option<&BaseUrl>) -> Option<Exit> {
    let mut exit = Settings::new(node?, Code::ConfigInvalid, settings.diagnostics());
    let target = exit.required("target");
    let scope = exit.string("scope");
    let scope = match scope.as_ref().map(|scope| &*scope.value) {
        None | Some("all") => Some(ExitScope::All),
        Some("sensitive") => Some(ExitScope::Sensitive),
        Some("off") => None,
        Some(other) => {
            let at = scope.as_ref().map_or_else(|| exit.span(), |scope| scope.span.clone());
            exit.wrong(&at, message!("exit-scope", scope = other));
            None
        }
    };
    if let Some(target) = &target {
        check(target, base, &mut exit);
    }
    exit.finish();
    Some(Exit { target: target?.value, scope: scope? })
}

fn check(target: &Located<Arc<str>>, base: Option<&BaseUrl>, exit: &mut Settings<'_>) {
    let Some(host) = target.value.strip_prefix("https://").map(|rest| rest.split('/').next().unwrap_or_default())
    else {
        exit.wrong(&target.span, message!("exit-no-https", address = &*target.value));
        return;
    };
    if base.is_some_and(|base| base.origin.ends_with(&format!("//{host}"))) {
        exit.wrong(&target.span, message!("exit-own-site"));
        return;
    }
    let parts: Vec<&str> = host.split('.').collect();
    let name = parts.len().checked_sub(2).map_or(host, |at| parts[at]);
    if PERSONAL.contains(&name) || !host.contains('.') {
        let message = message!("exit-personal", host = host);
        let help = message!("exit-personal-help");
        exit.diagnostics().push(Diagnostic::warning(Code::ExitTarget, message).at(target.span.clone()).help(help));
    }
}
