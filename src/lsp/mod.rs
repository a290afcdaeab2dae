//! A language server for editors of a site: messages while somebody types, what may be written at a place, what stands there,
//! renames and fixes. It reads unsaved texts over the files on disk, through the same pipeline as `serve`, and never writes.
//! Knows nothing of pipes but what `wire` makes of them.

mod actions;
mod analyst;
mod asked;
mod completion;
mod cursor;
mod hover;
mod inbox;
mod offer;
mod open_texts;
mod outline;
mod positions;
mod publisher;
mod rename;
mod server;
mod settled;
mod start;
mod subject;
mod uris;
mod wire;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use lsp_server::{Connection, ErrorCode, Message, Response};
use serde_json::Value;

use crate::diagnostic::Catalog;
use crate::pipeline::Request;

use server::LanguageServer;
use wire::EXIT;

pub use wire::{EditorPipes, WireFault, connect};

/// Asked for the folder of a site and for the locale of an editor, the language to speak.
pub type ChooseCatalog = dyn Fn(&Path, Option<&str>) -> Catalog;

/// What a server is started with.
pub struct LspSettings {
    /// The folder of the site, where a flag names it; else the editor does.
    pub root: Option<PathBuf>,
    /// How the site is read.
    pub request: Request,
    /// The day of today.
    pub today: Arc<dyn Fn() -> Date + Send + Sync>,
    /// The language of a site in a folder, where the locale of the editor is this one.
    pub catalog: Box<ChooseCatalog>,
}

/// Answers an editor until it leaves. Gives whether it took its leave as the protocol asks: `shutdown` before `exit`.
#[must_use]
pub fn run(connection: &Connection, settings: &LspSettings) -> bool {
    let Some(mut server) = initialized(connection, settings) else { return false };
    for message in &connection.receiver {
        match message {
            Message::Request(request) => server.request(request),
            Message::Notification(notification) if notification.method == EXIT => break,
            Message::Notification(notification) => server.notification(notification),
            // Answers to what was asked of the editor, which is told and nothing more.
            Message::Response(_) => {}
        }
    }
    server.end()
}

/// Waits until an editor introduces itself, and answers; `None` where it leaves before.
fn initialized<'c>(connection: &'c Connection, settings: &LspSettings) -> Option<LanguageServer<'c>> {
    for message in &connection.receiver {
        match message {
            Message::Request(request) if request.method == "initialize" => {
                let (server, result) = start::start(connection, settings, &request.params);
                let _ = connection.sender.send(Response::new_ok(request.id, result).into());
                return Some(server);
            }
            Message::Request(request) => {
                let words = "the first request must be `initialize`".to_owned();
                let code = ErrorCode::ServerNotInitialized as i32;
                let _ = connection.sender.send(Response::new_err(request.id, code, words).into());
            }
            Message::Notification(notification) if notification.method == EXIT => return None,
            // The protocol says to pass over them.
            Message::Notification(_) | Message::Response(_) => {}
        }
    }
    None
}

/// A text in a value that an editor sent.
fn text_in<'v>(value: &'v Value, pointer: &str) -> Option<&'v str> {
    value.pointer(pointer).and_then(Value::as_str)
}
