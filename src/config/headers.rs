//! The settings `headers` and `hsts`: for which servers rules on headers are written, and how strict they are.
//! Knows nothing of the rules.

use crate::diagnostic::{Code, Diagnostic};
use crate::message;
use crate::settings::Settings;
use crate::source::digestible;

/// A server that can be told which headers to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WebServer {
    /// Netlify and Cloudflare Pages, which read the same file.
    Netlify,
    /// nginx.
    Nginx,
    /// Caddy.
    Caddy,
    /// Apache.
    Apache,
}

digestible!(
    enum WebServer {
        Netlify,
        Nginx,
        Caddy,
        Apache,
    }
);

impl WebServer {
    const ALL: [Self; 4] = [Self::Netlify, Self::Nginx, Self::Caddy, Self::Apache];

    /// Its name in the settings.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Netlify => "netlify",
            Self::Nginx => "nginx",
            Self::Caddy => "caddy",
            Self::Apache => "apache",
        }
    }
}

/// The servers that are named, each once.
pub(super) fn read(settings: &mut Settings<'_>) -> Vec<WebServer> {
    let mut servers = Vec::new();
    for name in settings.strings("headers") {
        match WebServer::ALL.into_iter().find(|server| server.name() == &*name.value) {
            Some(server) if servers.contains(&server) => {}
            Some(server) => servers.push(server),
            None => {
                let message = message!("server-unknown", name = &*name.value);
                let diagnostic = Diagnostic::error(Code::ConfigInvalid, message).at(name.span);
                settings.diagnostics().push(diagnostic.suggest(&name.value, WebServer::ALL.map(WebServer::name)));
            }
        }
    }
    servers
}
