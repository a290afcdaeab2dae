// Starts `samen lsp` for the site that is open, and ends it again. Everything else is the work of the server.
"use strict";

const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = async function activate() {
  const settings = workspace.getConfiguration("samen");
  const server = { command: settings.get("path"), args: ["lsp"] };
  const language = settings.get("language");
  client = new LanguageClient("samen", "samen", server, {
    documentSelector: [
      { scheme: "file", language: "markdown" },
      { scheme: "file", language: "yaml" },
    ],
    initializationOptions: language ? { language } : {},
  });
  await client.start();
};

exports.deactivate = function deactivate() {
  return client && client.stop();
};
