//! The thread that talks to an editor: keeps its open texts, hands them to the thread that reads the site, and answers at once
//! from what was read last. Knows nothing of how the site is read.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::{
    CodeActionParams, CompletionParams, DefinitionParams, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams, DocumentLinkParams,
    DocumentSymbolParams, HoverParams, MessageType, Notification as _, PrepareRenameParams, PrepareRenamePlaceholder,
    RenameParams, ShowMessageNotification, ShowMessageParams, TextDocumentPositionParams,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::analyst::{Analysis, LatestAnalysis};
use super::asked::AskedText;
use super::inbox::{DiskLook, Inbox, UnsavedText};
use super::open_texts::{OpenText, OpenTexts};
use super::positions::{ColumnUnit, EditorLines};
use super::rename::RenameOrder;
use super::uris::SiteRoot;
use super::{actions, completion, hover, outline};
use crate::diagnostic::{Catalog, Message as Words};
use crate::message;

/// What an editor can do, as far as it matters here.
#[derive(Clone, Copy, Debug)]
pub(super) struct EditorSkills {
    unit: ColumnUnit,
    /// Whether it renames files with an edit.
    renames_files: bool,
    /// Whether it tells of files that change on disk when it is asked to.
    watches: bool,
}

impl EditorSkills {
    /// Reads what the editor says of itself.
    pub(super) fn of(said: &Value, unit: ColumnUnit) -> Self {
        let edits = said.pointer("/capabilities/workspace/workspaceEdit");
        let has = |name: &str| edits.and_then(|edits| edits.get(name));
        let renames = has("resourceOperations").and_then(Value::as_array);
        let renames = renames.is_some_and(|known| known.iter().any(|one| one.as_str() == Some("rename")));
        let documents = has("documentChanges").and_then(Value::as_bool) == Some(true);
        let watches = said.pointer("/capabilities/workspace/didChangeWatchedFiles/dynamicRegistration");
        Self { unit, renames_files: renames && documents, watches: watches.and_then(Value::as_bool) == Some(true) }
    }
}

/// A server for one editor.
pub(super) struct LanguageServer<'c> {
    connection: &'c Connection,
    root: SiteRoot,
    catalog: Catalog,
    skills: EditorSkills,
    /// Whether there is a site at all.
    is_there: bool,
    open: OpenTexts,
    inbox: Arc<Inbox>,
    latest: Arc<LatestAnalysis>,
    /// Whether the editor said that it will leave.
    is_leaving: bool,
}

impl<'c> LanguageServer<'c> {
    /// A server that has read nothing yet.
    pub(super) fn new(
        connection: &'c Connection,
        root: SiteRoot,
        catalog: Catalog,
        skills: EditorSkills,
        is_there: bool,
    ) -> Self {
        Self {
            connection,
            root,
            catalog,
            skills,
            is_there,
            open: OpenTexts::default(),
            inbox: Arc::default(),
            latest: Arc::default(),
            is_leaving: false,
        }
    }

    /// The same, beside a thread that reads the site.
    pub(super) fn with(self, inbox: Arc<Inbox>, latest: Arc<LatestAnalysis>) -> Self {
        Self { inbox, latest, ..self }
    }

    /// Ends the other thread, and says whether the editor took its leave in the order of the protocol.
    pub(super) fn end(&self) -> bool {
        self.inbox.end();
        self.is_leaving
    }

    /// Answers a request. A mistake of the program itself in one answer ends nothing.
    pub(super) fn request(&mut self, request: Request) {
        let id = request.id.clone();
        let answer = catch_unwind(AssertUnwindSafe(|| self.answer(request)));
        match answer {
            Ok(Some(response)) => self.send(response.into()),
            // The other thread answers.
            Ok(None) => {}
            Err(_) => {
                let words = message!("editor-answer-failed").text(&self.catalog);
                self.send(Response::new_err(id, ErrorCode::InternalError as i32, words).into());
            }
        }
    }

    fn answer(&mut self, request: Request) -> Option<Response> {
        let Request { id, method, params } = request;
        if self.is_leaving {
            let words = "the server was shut down".to_owned();
            return Some(Response::new_err(id, ErrorCode::InvalidRequest as i32, words));
        }
        Some(match method.as_str() {
            "shutdown" => {
                self.is_leaving = true;
                Response::new_ok(id, Value::Null)
            }
            "initialize" => {
                let words = "the server was initialized already".to_owned();
                Response::new_err(id, ErrorCode::InvalidRequest as i32, words)
            }
            "textDocument/codeAction" => with(id, params, |params: CodeActionParams| {
                self.ask(&params.text_document.uri.0, |asked| actions::actions(asked, params.range, &params.context))
            }),
            "textDocument/completion" => with(id, params, |params: CompletionParams| {
                self.ask_at(&params.text_document_position_params, completion::completion)
            }),
            "textDocument/hover" => {
                with(id, params, |params: HoverParams| self.ask_at(&params.text_document_position_params, hover::hover))
            }
            "textDocument/definition" => with(id, params, |params: DefinitionParams| {
                self.ask_at(&params.text_document_position_params, hover::definition)
            }),
            "textDocument/documentSymbol" => with(id, params, |params: DocumentSymbolParams| {
                self.open.get(&params.text_document.uri.0).map(|open| outline::outline(&open.lines))
            }),
            "textDocument/documentLink" => {
                with(id, params, |params: DocumentLinkParams| self.ask(&params.text_document.uri.0, hover::links))
            }
            "textDocument/prepareRename" => with(id, params, |params: PrepareRenameParams| {
                self.ask_at(&params.text_document_position_params, renamed)
            }),
            "textDocument/rename" => return self.rename(id, params),
            _ => {
                let words = format!("`{}` is not known here", shortened(&method));
                Response::new_err(id, ErrorCode::MethodNotFound as i32, words)
            }
        })
    }

    /// Asks about a text that is open, as soon as the site was read once; `None` otherwise.
    fn ask<T>(&self, uri: &str, question: impl FnOnce(&AskedText<'_>) -> T) -> Option<T> {
        let open = self.open.get(uri)?;
        let analysis: Arc<Analysis> = self.latest.get()?;
        let (root, catalog, unit) = (&self.root, &self.catalog, self.skills.unit);
        Some(question(&AskedText { open, analysis: &analysis, catalog, root, unit }))
    }

    /// Asks about a place in a text, by its byte.
    fn ask_at<T>(
        &self,
        at: &TextDocumentPositionParams,
        question: impl FnOnce(&AskedText<'_>, usize) -> Option<T>,
    ) -> Option<T> {
        self.ask(&at.text_document.uri.0, |asked| question(asked, asked.open.lines.offset(at.position)))?
    }

    /// Hands a rename to the thread that reads the site; answers itself where there is nothing to rename.
    fn rename(&self, id: RequestId, params: Value) -> Option<Response> {
        let params: RenameParams = match read(params) {
            Ok(params) => params,
            Err(response) => return Some(response(id)),
        };
        let named = self.ask_at(&params.text_document_position_params, hover::named_entry);
        let Some((_, entry)) = named else {
            let words = message!("editor-nothing-to-rename").text(&self.catalog);
            return Some(Response::new_err(id, ErrorCode::RequestFailed as i32, words));
        };
        let order = RenameOrder { id, entry, name: params.new_name, renames_files: self.skills.renames_files };
        let order = self.inbox.rename(order).err()?;
        let words = message!("editor-busy").text(&self.catalog);
        Some(Response::new_err(order.id, ErrorCode::RequestFailed as i32, words))
    }

    /// Takes notice of something. What is not known, or not of the form that the protocol gives it, is passed over.
    pub(super) fn notification(&mut self, notification: Notification) {
        let Notification { method, params } = notification;
        match method.as_str() {
            "initialized" => self.greet(),
            "textDocument/didOpen" => taken(params, |params: DidOpenTextDocumentParams| {
                let document = params.text_document;
                let path = self.root.path_of(&document.uri.0);
                let lines = EditorLines::new(&document.text, self.skills.unit);
                let text = OpenText { uri: document.uri.0, path, version: document.version, lines };
                self.hand_over(&text);
                self.open.open(text);
            }),
            "textDocument/didChange" => taken(params, |params: DidChangeTextDocumentParams| {
                let document = params.text_document;
                let uri = document.text_document_identifier.uri.0;
                let changed = self.open.change(&uri, document.version, params.content_changes, self.skills.unit);
                if let Some(text) = changed.cloned() {
                    self.hand_over(&text);
                }
            }),
            "textDocument/didClose" => taken(params, |params: DidCloseTextDocumentParams| {
                let closed = self.open.close(&params.text_document.uri.0);
                if let Some(path) = closed.and_then(|text| text.path) {
                    self.inbox.closed(&path);
                }
            }),
            "textDocument/didSave" => taken(params, |params: DidSaveTextDocumentParams| {
                // An editor that watches tells of other files by itself.
                if self.skills.watches {
                    self.look(&[params.text_document.uri.0]);
                } else {
                    self.inbox.look(DiskLook::Everything);
                }
            }),
            "workspace/didChangeWatchedFiles" => taken(params, |params: DidChangeWatchedFilesParams| {
                self.look(&params.changes.into_iter().map(|change| change.uri.0).collect::<Vec<_>>());
            }),
            _ => {}
        }
    }

    /// What is to be said when the editor is ready: that there is no site, or else which files are to be watched.
    fn greet(&self) {
        if !self.is_there {
            let folder = self.root.folder().display().to_string();
            return self.show(MessageType::Error, &message!("editor-no-site-in", folder = folder));
        }
        if self.skills.watches {
            let watchers = json!([{ "globPattern": "**/*" }]);
            let registration = json!({
                "id": "files",
                "method": "workspace/didChangeWatchedFiles",
                "registerOptions": { "watchers": watchers },
            });
            let params = json!({ "registrations": [registration] });
            let id = RequestId::from("watch".to_owned());
            self.send(Request::new(id, "client/registerCapability".to_owned(), params).into());
        }
    }

    /// Hands a text of the site over to the thread that reads it.
    fn hand_over(&self, text: &OpenText) {
        let Some(path) = &text.path else { return };
        let unsaved = UnsavedText { uri: text.uri.clone(), version: text.version, text: Arc::clone(text.lines.text()) };
        self.inbox.text(path, unsaved);
    }

    /// Asks for a look at files of the site that may have changed on disk.
    fn look(&self, uris: &[String]) {
        let files: BTreeSet<String> =
            uris.iter().filter_map(|uri| self.root.path_of(uri)).map(|it| it.to_string()).collect();
        if !files.is_empty() {
            self.inbox.look(DiskLook::Files(files));
        }
    }

    fn show(&self, kind: MessageType, words: &Words) {
        let params = ShowMessageParams { kind, message: words.text(&self.catalog) };
        let method = ShowMessageNotification::METHOD.as_str().to_owned();
        self.send(Notification::new(method, params).into());
    }

    /// An editor that is gone is told nothing; the loop ends by itself then.
    fn send(&self, message: Message) {
        let _ = self.connection.sender.send(message);
    }
}

/// What a rename would replace, and the name that is there now.
fn renamed(asked: &AskedText<'_>, at: usize) -> Option<PrepareRenamePlaceholder> {
    let (spot, entry) = hover::named_entry(asked, at)?;
    let name = entry.rsplit('/').next().filter(|name| !name.is_empty())?.to_owned();
    Some(PrepareRenamePlaceholder { range: asked.open.lines.range(spot.word), placeholder: name })
}

/// The parameters of a request, or the answer that they are of another form.
fn read<P: DeserializeOwned>(params: Value) -> Result<P, impl FnOnce(RequestId) -> Response> {
    serde_json::from_value(params).map_err(|_| {
        |id| Response::new_err(id, ErrorCode::InvalidParams as i32, "the parameters are not of this request".to_owned())
    })
}

/// Answers a request by its parameters.
fn with<P: DeserializeOwned, R: Serialize>(id: RequestId, params: Value, answer: impl FnOnce(P) -> R) -> Response {
    match read(params) {
        Ok(params) => Response::new_ok(id, answer(params)),
        Err(response) => response(id),
    }
}

/// Takes the parameters of a notification, if they have its form.
fn taken<P: DeserializeOwned>(params: Value, take: impl FnOnce(P)) {
    if let Ok(params) = serde_json::from_value(params) {
        take(params);
    }
}

/// The start of a name that an editor sent.
fn shortened(name: &str) -> String {
    name.chars().take(80).collect()
}
