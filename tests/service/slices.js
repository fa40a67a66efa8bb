'use strict';

// Checks with JavaScript's own strings that every position of every report points at its quote.
//
//   slices.js SERVER DRAFTS.json    a BatchReviewDraftsRequest in JSON

const assert = require('node:assert');
const fs = require('node:fs');
const {openGate} = require('../../examples/clients/node/gate.js');

async function main() {
  const [server, file] = process.argv.slice(2);
  const gate = openGate({server, deadlineMs: 60_000});
  let checked = 0;
  for (const draft of JSON.parse(fs.readFileSync(file, 'utf8')).drafts) {
    const {report, reason} = await gate.review(draft);
    assert.ok(report, reason);
    for (const {span, quote} of [...report.violations, ...report.dismissals]) {
      const {text} = draft.passages[span.passageIndex];
      const codePoints = Array.from(text).slice(span.codePoint.begin, span.codePoint.end);
      const bytes = Buffer.from(text).subarray(span.utf8.begin, span.utf8.end);
      assert.strictEqual(text.slice(span.utf16.begin, span.utf16.end), quote);
      assert.strictEqual(codePoints.join(''), quote);
      assert.strictEqual(bytes.toString(), quote);
      ++checked;
    }
  }
  gate.close();
  console.log(`checked ${checked}`);
}

main();
