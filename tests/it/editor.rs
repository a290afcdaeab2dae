//! An editor for tests of the language server: speaks the protocol to a server in this process, in JSON, and keeps what it was
//! told.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use lsp_server::{Connection, Message, Notification, Request, RequestId, Response};
use samen::diagnostic::Catalog;
use samen::lsp::{self, LspSettings};
use serde_json::{Value, json};

use crate::disk::Disk;
use crate::fixture::Hub;

/// How long a test waits for what must come.
const PATIENCE: Duration = Duration::from_secs(20);

/// An editor with a site open.
pub struct Editor {
    connection: Connection,
    server: Option<JoinHandle<bool>>,
    root: String,
    next: i32,
    /// The last that was told of each file.
    told: BTreeMap<String, Value>,
    /// Everything else that the server said by itself, in its order.
    pub said: Vec<(String, Value)>,
    versions: BTreeMap<String, i32>,
}

/// What most editors say of themselves.
pub fn introduction(disk: &Disk) -> Value {
    json!({
        "processId": null,
        "rootUri": format!("file://{}", disk.path("").display()).trim_end_matches('/'),
        "initializationOptions": { "language": "en" },
        "capabilities": {
            "workspace": { "workspaceEdit": { "documentChanges": true, "resourceOperations": ["create", "rename", "delete"] } },
        },
    })
}

impl Editor {
    /// An editor that was answered, for a site on disk.
    pub fn of(disk: &Disk, hub: &Hub) -> Self {
        Self::with(disk, hub, introduction(disk)).0
    }

    /// The same with other words about itself, and the answer to them.
    pub fn with(disk: &Disk, hub: &Hub, introduction: Value) -> (Self, Value) {
        let mut editor = Self::silent(disk, hub);
        let result = editor.ask("initialize", introduction).unwrap();
        editor.tell("initialized", json!({}));
        (editor, result)
    }

    /// An editor that has said nothing yet.
    pub fn silent(disk: &Disk, hub: &Hub) -> Self {
        let (server, connection) = Connection::memory();
        let request = hub.request.clone();
        let today = request.clock;
        let server = thread::Builder::new().stack_size(samen::pipeline::STACK).spawn(move || {
            let catalog = |_: &std::path::Path, locale: Option<&str>| {
                locale.and_then(Catalog::of).unwrap_or_else(Catalog::english)
            };
            let settings =
                LspSettings { root: None, request, today: Arc::new(move || today), catalog: Box::new(catalog) };
            lsp::run(&server, &settings)
        });
        Self {
            connection,
            server: Some(server.unwrap()),
            root: disk.path("").display().to_string().trim_end_matches('/').to_owned(),
            next: 0,
            told: BTreeMap::new(),
            said: Vec::new(),
            versions: BTreeMap::new(),
        }
    }

    pub fn uri(&self, path: &str) -> String {
        format!("file://{}/{path}", self.root)
    }

    pub fn tell(&mut self, method: &str, params: Value) {
        let notification = Notification { method: method.to_owned(), params };
        self.connection.sender.send(notification.into()).unwrap();
    }

    /// Asks, and waits for the answer; the message of the error where there is one.
    pub fn ask(&mut self, method: &str, params: Value) -> Result<Value, String> {
        self.next += 1;
        let id = RequestId::from(self.next);
        let request = Request { id: id.clone(), method: method.to_owned(), params };
        self.connection.sender.send(request.into()).unwrap();
        let until = Instant::now() + PATIENCE;
        loop {
            match self.hear(until).unwrap_or_else(|| panic!("no answer to {method}")) {
                Message::Response(Response { id: of, response_result }) if of == id => {
                    return response_result.map_err(|error| error.message);
                }
                _ => {}
            }
        }
    }

    fn hear(&mut self, until: Instant) -> Option<Message> {
        let message = self.connection.receiver.recv_deadline(until).ok()?;
        if let Message::Notification(Notification { method, params }) = &message {
            if method == "textDocument/publishDiagnostics" {
                let uri = params["uri"].as_str().unwrap().to_owned();
                self.told.insert(uri, params.clone());
            } else {
                self.said.push((method.clone(), params.clone()));
            }
        }
        if let Message::Request(Request { method, params, .. }) = &message {
            self.said.push((method.clone(), params.clone()));
        }
        Some(message)
    }

    pub fn open(&mut self, path: &str, text: &str) {
        let uri = self.uri(path);
        self.versions.insert(path.to_owned(), 1);
        let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
    }

    /// Replaces the whole text.
    pub fn change(&mut self, path: &str, text: &str) -> i32 {
        self.edit(path, json!([{ "text": text }]))
    }

    /// Makes changes as the protocol writes them.
    #[allow(clippy::needless_pass_by_value, reason = "calls write the changes in place")]
    pub fn edit(&mut self, path: &str, changes: Value) -> i32 {
        let version = self.versions[path] + 1;
        self.versions.insert(path.to_owned(), version);
        let document = json!({ "uri": self.uri(path), "version": version });
        self.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
        version
    }

    pub fn close(&mut self, path: &str) {
        let uri = self.uri(path);
        self.tell("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    }

    /// What is told of a file, once it is as expected.
    #[track_caller]
    pub fn waits_for(&mut self, path: &str, fits: impl Fn(&Value) -> bool) -> Vec<Value> {
        let uri = self.uri(path);
        let until = Instant::now() + PATIENCE;
        loop {
            if let Some(told) = self.told.get(&uri).filter(|told| fits(told)) {
                return told["diagnostics"].as_array().unwrap().clone();
            }
            assert!(
                self.hear(until).is_some(),
                "{path} is told only: {:#}",
                self.told.get(&uri).unwrap_or(&Value::Null)
            );
        }
    }

    /// What is told of a version of an open text, as `line:column-line:column code: words`, once `line` is among it.
    #[track_caller]
    pub fn finds(&mut self, path: &str, line: &str) -> Vec<String> {
        let shown = |told: &Value| shown(told).iter().any(|one| one == line);
        let found = self.waits_for(path, shown);
        found.iter().map(one).collect()
    }

    /// Waits until nothing is told of a file any more.
    #[track_caller]
    pub fn finds_nothing(&mut self, path: &str) {
        self.waits_for(path, |told| told["diagnostics"].as_array().is_some_and(Vec::is_empty));
    }

    /// Asks about a place, counted from 0.
    pub fn at(&self, path: &str, line: u32, character: u32) -> Value {
        json!({ "textDocument": { "uri": self.uri(path) }, "position": { "line": line, "character": character } })
    }

    /// Takes its leave as the protocol asks, and gives what the server made of it.
    pub fn leaves(mut self) -> bool {
        self.ask("shutdown", Value::Null).unwrap();
        self.tell("exit", Value::Null);
        self.server.take().unwrap().join().unwrap()
    }

    /// Is gone without a word.
    pub fn vanishes(mut self) -> bool {
        let server = self.server.take().unwrap();
        drop(self);
        server.join().unwrap()
    }
}

/// What was told of a file, in lines.
pub fn shown(told: &Value) -> Vec<String> {
    told["diagnostics"].as_array().unwrap().iter().map(one).collect()
}

fn one(item: &Value) -> String {
    let place = |at: &Value| format!("{}:{}", at["line"], at["character"]);
    let range = &item["range"];
    let words = item["message"].as_str().unwrap().lines().next().unwrap_or_default().to_owned();
    format!("{}-{} {}: {words}", place(&range["start"]), place(&range["end"]), item["code"].as_str().unwrap())
}
