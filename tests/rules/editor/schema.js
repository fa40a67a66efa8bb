#!/usr/bin/env node
// rules/schema.json in the hands of the language server that editors use: good lists are not
// complained of, bad ones at the lines where the reader (tests/rules/bad/*.want) finds them wrong,
// and every key is explained. Needs what setup beside this file installs.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { LanguageServer } = require("./language_server.js");

const LISTS = path.join(__dirname, "..");
const SCHEMA = path.join(LISTS, "../../rules/schema.json");

// Bad lists with an error that no editor shows, for `redline lint` to find. An entry that is not
// needed any more fails.
const BEYOND_THE_SCHEMA = {
  "what stands elsewhere decides": [
    "aliases-written-is-exception", "category-declared-twice", "category-not-declared",
    "context-of-defaults-unknown", "context-twice",
    "context-unknown", "day-not-in-calendar", "id-twice", "law-misspelt", "law-twice",
    "law-unknown", "phrase-is-its-own-exception", "phrases-empty", "replaced-by-itself",
    "replaced-by-of-active", "replaced-by-unknown", "sentence-in-flags-and-passes",
    "until-before-from", "word-file-missing", "words-are-their-own-exception",
    "words-reference-twice", "words-twice", "words-unknown",
  ],
  "only the reader of numbers knows": [
    "numbers-any-and-bound", "numbers-bound-is-a-range", "numbers-bound-too-large",
    "numbers-bound-too-precise", "numbers-bound-without-unit", "numbers-contradictory",
    "numbers-different-kinds", "numbers-two-lower-bounds",
  ],
  "YAML reads something else there without a word": [
    "comma-splits-text-in-braces", "comment-behind-text-one-blank", "comment-glued-to-text",
    "comment-in-brackets", "comment-line-in-brackets", "control-character-by-escape",
    "full-width-colon-in-braces", "full-width-comma-in-brackets",
    "no-blank-behind-colon-in-braces", "text-goes-on-in-next-line", "words-without-braces",
  ],
  "YAML knows it and lists do not": [
    "directive", "end-mark-missing", "merge-key", "merge-key-in-braces", "scope-any-and-more",
    "tag", "text-over-several-lines", "text-with-question-mark-in-brackets",
  ],
  "a bound of the reader": ["line-too-long", "text-too-long", "too-many-keys-on-a-line"],
};
// Bad lists that an editor does complain of, at another line.
const TOLD_ELSEWHERE = [
  "bracket-not-closed", "bracket-not-closed-at-end", "only-a-comment", "quote-not-closed",
  "quote-not-closed-in-brackets", "second-document", "several-errors-in-one-file",
];

let failures = 0;
function fail(message) {
  failures += 1;
  console.log(message);
}

function listsIn(folder) {
  return fs.readdirSync(path.join(LISTS, folder)).filter((name) => name.endsWith(".yaml"));
}

function open(server, folder, name) {
  const file = path.join(LISTS, folder, name);
  return server.open(file, fs.readFileSync(file, "utf8"));
}

// The lines (from 0) at which the reader finds errors in the list itself.
function wrongLines(name) {
  const want = fs.readFileSync(path.join(LISTS, "bad", name.replace(".yaml", ".want")), "utf8");
  return want.split("\n").filter((line) => line.startsWith(name + ":"))
    .map((line) => Number(line.split(":")[1]) - 1)
    .filter((line) => line >= 0);  // some errors are about the file as a whole
}

async function checkBad(server, name) {
  const diagnostics = await open(server, "bad", name);
  const seen = (line) => diagnostics.some(
    ({ range }) => range.start.line <= line && line <= range.end.line);
  const unseen = wrongLines(name).filter((line) => !seen(line));
  const id = name.replace(".yaml", "");
  const beyond = Object.values(BEYOND_THE_SCHEMA).flat().includes(id);
  const elsewhere = TOLD_ELSEWHERE.includes(id);
  if (unseen.length === 0) {
    if (beyond || elsewhere) fail(`${name}: an editor shows it now: take it from the exceptions`);
  } else if (elsewhere && diagnostics.length === 0) {
    fail(`${name}: an editor shows nothing`);
  } else if (!beyond && !elsewhere) {
    fail(`${name}: an editor shows nothing at line ${unseen[0] + 1}`);
  }
}

function check(what, holds) {
  if (!holds) fail(what);
}

// Editors get Markdown, in which some characters are escaped.
function plain(text) {
  return typeof text === "string" ? text.replace(/\\(.)|&nbsp;/g, (_, c) => c ?? " ") : "";
}

// [key, description] of every key of a map; a key without a description fails.
function keysOf(schema, map) {
  return Object.entries(map.properties ?? {}).map(([key, value]) => {
    const definition = (value.$ref ?? "").replace("#/definitions/", "");
    const description = value.description ?? schema.definitions[definition]?.description;
    check(`schema.json: ${key} has no description`, description !== undefined);
    return [key, description ?? ""];
  });
}

// The same of every map in `part` of the schema.
function allKeysOf(schema, part) {
  if (part === null || typeof part !== "object") return [];
  return [...keysOf(schema, part),
    ...Object.values(part).flatMap((inner) => allKeysOf(schema, inner))];
}

// What an editor shows when the mouse rests on each key of a list: "key description…".
async function hovers(server, folder, name) {
  const file = path.join(LISTS, folder, name);
  const shown = [];
  for (const [line, text] of fs.readFileSync(file, "utf8").split("\n").entries()) {
    if (text.trimStart().startsWith("#")) continue;
    for (const match of text.matchAll(/(?<=^|[ {,])[a-z_]+(?=: |:$)/g)) {
      const hover = await server.ask("hover", file, { line, character: match.index + 1 });
      shown.push(match[0] + " " + plain(hover?.contents?.value));
    }
  }
  return shown;
}

async function checkCompletion(server, keys) {
  const file = path.join(LISTS, "good", "unfinished.yaml");  // not on the disk
  await server.open(file, "pack: x\nversion: 2026-11-24\nrules:\n  - id: x\n    \n...\n");
  const completion = await server.ask("completion", file, { line: 4, character: 4 });
  const offered = new Map(completion.items.map((item) =>
    [item.label, plain(item.documentation?.value ?? item.documentation)]));
  for (const [key, description] of keys) {
    if (key === "id") continue;  // stands there already
    check(`completion of ${key}: ${offered.get(key)}`, offered.get(key)?.includes(description));
  }
}

async function main() {
  const schema = JSON.parse(fs.readFileSync(SCHEMA, "utf8"));
  const server = await LanguageServer.start(SCHEMA);
  for (const name of listsIn("good")) {
    const diagnostics = await open(server, "good", name);
    for (const { range, message } of diagnostics) {
      fail(`${name}:${range.start.line + 1}: ${message}`);
    }
  }
  const bad = listsIn("bad");
  await Promise.all(bad.map((name) => checkBad(server, name)));  // the server waits before each
  for (const id of [...Object.values(BEYOND_THE_SCHEMA).flat(), ...TOLD_ELSEWHERE]) {
    check(`${id}: there is no such list: take it from the exceptions`, bad.includes(id + ".yaml"));
  }
  const keys = allKeysOf(schema, schema);
  const shown = [];
  for (const name of listsIn("good")) shown.push(...await hovers(server, "good", name));
  for (const [key, description] of keys) {
    check(`hover of ${key}: ${description}`,
      shown.some((text) => text.startsWith(key + " ") && text.includes(description)));
  }
  await checkCompletion(server, keysOf(schema, schema.definitions.rule));
  await server.stop();
  console.log(failures === 0 ? `${bad.length} bad lists, ${keys.length} keys: as they should be` :
    `${failures} failed`);
  process.exitCode = failures === 0 ? 0 : 1;
}

main();
