// The language server that editors check YAML with, as an editor talks to it.
//
//   const server = await LanguageServer.start("rules/schema.json");
//   const diagnostics = await server.open("list.yaml", text);
//   await server.stop();
//
// The schema is read from the disk; nothing is looked up elsewhere.
"use strict";
const childProcess = require("node:child_process");
const path = require("node:path");
const url = require("node:url");
const rpc = require("vscode-jsonrpc/node");

const PROGRAM = require.resolve("yaml-language-server/bin/yaml-language-server");

class LanguageServer {
  static async start(schema) {
    const server = new LanguageServer(schema);
    await server.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        textDocument: {
          hover: { contentFormat: ["plaintext"] },
          completion: { completionItem: { documentationFormat: ["plaintext"] } },
        },
        workspace: { configuration: true },
      },
    });
    await server.connection.sendNotification("initialized", {});
    return server;
  }

  constructor(schema) {
    const settings = {
      yaml: {
        schemas: { [url.pathToFileURL(schema).href]: "*.yaml" },
        schemaStore: { enable: false },
      },
    };
    this.process = childProcess.spawn(process.execPath, [PROGRAM, "--stdio"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.connection = rpc.createMessageConnection(
      new rpc.StreamMessageReader(this.process.stdout),
      new rpc.StreamMessageWriter(this.process.stdin));
    this.waiting = new Map();  // by address, those that wait for diagnostics
    this.ended = new Promise((resolve) => this.process.once("exit", resolve));
    this.connection.onRequest("workspace/configuration", ({ items }) =>
      items.map(({ section }) => settings[section] ?? null));
    this.connection.onRequest("client/registerCapability", () => null);
    this.connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => {
      this.waiting.get(uri)?.(diagnostics);
      this.waiting.delete(uri);
    });
    this.connection.onNotification(() => {});
    this.connection.listen();
  }

  // What an editor would underline in the text.
  async open(file, text) {
    const uri = url.pathToFileURL(path.resolve(file)).href;
    const diagnostics = new Promise((resolve) => this.waiting.set(uri, resolve));
    await this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "yaml", version: 1, text },
    });
    return Promise.race([diagnostics, this.ended.then(() => {
      throw new Error("the language server ended");
    })]);
  }

  ask(method, file, position) {
    const uri = url.pathToFileURL(path.resolve(file)).href;
    return this.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, position });
  }

  async stop() {
    await this.connection.sendRequest("shutdown");
    await this.connection.sendNotification("exit");
    await this.ended;
  }
}

module.exports = { LanguageServer };
