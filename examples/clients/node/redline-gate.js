#!/usr/bin/env node
'use strict';

// A pre-publish gate for a build or a CMS hook:
//
//   redline-gate.js --server 127.0.0.1:50051 --channel wechat body.txt draft.json
//
// A .json file is a whole Draft; any other file is the plain text of one. Exit code: 0 only when
// every draft passes; 1 when one must be looked at or changed; 2 when one was not reviewed.

const fs = require('node:fs');
const {parseArgs} = require('node:util');
const grpc = require('@grpc/grpc-js');
const {openGate, wordsOf} = require('./gate.js');

const EXIT_PASS = 0;
const EXIT_HELD = 1;
const EXIT_NOT_REVIEWED = 2;

const HELP = `Usage: redline-gate.js [options] FILE...

  --server HOST:PORT   where Redline listens (127.0.0.1:50051)
  --channel NAME       where the text will appear: wechat, sms ...
  --product NAME       what it sells: wealth, fund, loan ...
  --deadline-ms N      for one draft, retries included (2000)
  --tls-ca FILE        certificate authority of the server (PEM); without it there is no TLS

Example: redline-gate.js --channel wechat body.txt
`;

function readOptions() {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {
      server: {type: 'string', default: '127.0.0.1:50051'},
      channel: {type: 'string', default: ''},
      product: {type: 'string', default: ''},
      'deadline-ms': {type: 'string', default: '2000'},
      'tls-ca': {type: 'string'},
      help: {type: 'boolean', default: false},
    },
  });
  const deadlineMs = Number(values['deadline-ms']);
  if (!Number.isInteger(deadlineMs) || deadlineMs <= 0) {
    throw new Error('--deadline-ms is a whole number of milliseconds');
  }
  if (!values.help && positionals.length === 0) throw new Error('no file given; see --help');
  return {...values, deadlineMs, files: positionals};
}

// Bytes that are not UTF-8 are an error here, not a row of question marks.
function readText(file) {
  return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(fs.readFileSync(file));
}

function readDraft(file, {channel, product}) {
  const text = readText(file);
  if (file.endsWith('.json')) return {id: file, ...JSON.parse(text)};
  return {id: file, channel, product, passages: [{name: 'body', format: 'FORMAT_PLAIN', text}]};
}

// Control characters in a draft must not steer the terminal that shows it.
const shown = (text) => JSON.stringify(text).slice(1, -1);

function show(draft, {reason, report}) {
  console.log(`${shown(draft.id ?? '')}: ${shown(reason)}`);
  for (const violation of report?.violations ?? []) {
    const {passage, start} = violation.span;
    const severity = violation.severity.replace('SEVERITY_', '').toLowerCase();
    const words = shown(wordsOf(violation, draft));
    console.log(`  ${shown(passage)}:${start.line}:${start.column} ${severity} 「${words}」`);
    console.log(`    ${violation.ruleId}: ${violation.message.zh || violation.message.en}`);
    const suggestion = violation.suggestion?.zh || violation.suggestion?.en;
    if (suggestion) console.log(`    -> ${suggestion}`);
  }
}

async function main() {
  const options = readOptions();
  if (options.help) {
    process.stdout.write(HELP);
    return EXIT_PASS;
  }
  const drafts = options.files.map((file) => readDraft(file, options));
  const ca = options['tls-ca'];
  const gate = openGate({
    server: options.server,
    deadlineMs: options.deadlineMs,
    credentials: ca ? grpc.credentials.createSsl(fs.readFileSync(ca)) : undefined,
  });
  let exit = EXIT_PASS;
  for (const draft of drafts) {
    const answer = await gate.review(draft);
    show(draft, answer);
    if (!answer.report) exit = EXIT_NOT_REVIEWED;
    else if (!answer.mayPublish) exit = Math.max(exit, EXIT_HELD);
  }
  gate.close();
  return exit;
}

process.exitCode = EXIT_NOT_REVIEWED; // whatever stops the program before the end is no pass
main().then(
  (exit) => {
    process.exitCode = exit;
  },
  (error) => {
    console.error(`redline-gate: not reviewed, do not publish: ${error.message}`);
  },
);
