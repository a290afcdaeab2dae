//! The first request of an editor: where the site is, in which language and units to speak, and what the server can do.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use lsp_server::Connection;
use lsp_types::{
    CodeActionKind, CodeActionOptions, CompletionOptions, DocumentLinkOptions, InitializeResult, RenameOptions,
    SaveOptions, ServerCapabilities, ServerInfo, TextDocumentSyncKind, TextDocumentSyncOptions,
};
use serde_json::Value;

use super::analyst::{Analyst, AnalystMemory, LatestAnalysis};
use super::inbox::{DiskLook, Inbox};
use super::positions::ColumnUnit;
use super::publisher::Publisher;
use super::server::{EditorSkills, LanguageServer};
use super::uris::{SiteRoot, file_of};
use super::{LspSettings, text_in};
use crate::diagnostic::Catalog;
use crate::pipeline::{Request, STACK};

/// Signs that begin something that can be completed.
const TRIGGERS: &[&str] = &[":", " ", "-", "[", ",", "{", "#", ".", "=", "(", "/", "@"];

/// Reads what an editor says of itself, and starts the thread that reads the site.
pub(super) fn start<'c>(
    connection: &'c Connection,
    settings: &LspSettings,
    said: &Value,
) -> (LanguageServer<'c>, InitializeResult) {
    let unit = unit(said);
    let folders = folders(settings, said);
    let site = folders.iter().find_map(|folder| site_of(folder, &settings.request.config));
    let is_there = site.is_some();
    let folder = site.or_else(|| folders.into_iter().next()).unwrap_or_else(|| PathBuf::from("."));
    let catalog = text_in(said, "/initializationOptions/language")
        .and_then(Catalog::of)
        .unwrap_or_else(|| (settings.catalog)(&folder, text_in(said, "/locale")));
    let root = SiteRoot::new(&folder, &settings.request.config);
    let (inbox, latest) = (Arc::new(Inbox::default()), Arc::new(LatestAnalysis::default()));
    if is_there {
        let sender = connection.sender.clone();
        let send = Arc::new(move |message| drop(sender.send(message)));
        let (request, today) = (settings.request.clone(), Arc::clone(&settings.today));
        let analyst = Analyst {
            root: root.clone(),
            request: Box::new(move || Request { clock: today(), ..request.clone() }),
            inbox: Arc::clone(&inbox),
            latest: Arc::clone(&latest),
            publisher: Publisher::new(catalog.clone(), unit, root.clone(), send),
            memory: AnalystMemory::default(),
        };
        inbox.look(DiskLook::Everything);
        // Without a thread nothing is found; answers are empty then, as they are before the first load has ended.
        let _ = std::thread::Builder::new().name("lsp analyst".to_owned()).stack_size(STACK).spawn(|| analyst.run());
    }
    let server = LanguageServer::new(connection, root, catalog, EditorSkills::of(said, unit), is_there);
    (server.with(inbox, latest), result(unit))
}

/// The first unit of columns that the editor offers.
fn unit(said: &Value) -> ColumnUnit {
    let offered = said.pointer("/capabilities/general/positionEncodings").and_then(Value::as_array);
    ColumnUnit::negotiated(offered.into_iter().flatten().filter_map(Value::as_str))
}

/// The folders in which the site may be: that of the flag, else those of the editor, else where the program runs.
fn folders(settings: &LspSettings, said: &Value) -> Vec<PathBuf> {
    if let Some(root) = &settings.root {
        return vec![root.clone()];
    }
    let named = said.get("workspaceFolders").and_then(Value::as_array);
    let mut folders: Vec<&str> = named.into_iter().flatten().filter_map(|folder| text_in(folder, "/uri")).collect();
    folders.extend(text_in(said, "/rootUri"));
    let mut folders: Vec<PathBuf> = folders.into_iter().filter_map(file_of).collect();
    folders.extend(std::env::current_dir());
    folders
}

/// The nearest folder upwards with the settings file of a site.
fn site_of(folder: &Path, config: &str) -> Option<PathBuf> {
    folder.ancestors().find(|folder| folder.join(config).is_file()).map(Path::to_path_buf)
}

/// What the server can do.
fn result(unit: ColumnUnit) -> InitializeResult {
    let sync = TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::Incremental),
        save: Some(SaveOptions { include_text: Some(false) }.into()),
        ..TextDocumentSyncOptions::default()
    };
    let completion = CompletionOptions {
        trigger_characters: Some(TRIGGERS.iter().map(|sign| (*sign).to_owned()).collect()),
        ..CompletionOptions::default()
    };
    let rename = RenameOptions { prepare_provider: Some(true), ..RenameOptions::default() };
    let actions =
        CodeActionOptions { code_action_kinds: Some(vec![CodeActionKind::QuickFix]), ..CodeActionOptions::default() };
    let capabilities = ServerCapabilities {
        position_encoding: Some(unit.kind()),
        text_document_sync: Some(sync.into()),
        completion_provider: Some(completion),
        hover_provider: Some(true.into()),
        definition_provider: Some(true.into()),
        rename_provider: Some(rename.into()),
        code_action_provider: Some(actions.into()),
        document_symbol_provider: Some(true.into()),
        document_link_provider: Some(DocumentLinkOptions::default()),
        ..ServerCapabilities::default()
    };
    let version = Some(env!("CARGO_PKG_VERSION").to_owned());
    InitializeResult { capabilities, server_info: Some(ServerInfo { name: "samen".to_owned(), version }) }
}
