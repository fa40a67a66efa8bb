'use strict';

// The gate: says whether a draft may be published. Only a complete report with VERDICT_PASS opens
// it; an error, a timeout, a missing part or anything unknown keeps it shut.
//
//   const gate = openGate({server: '127.0.0.1:50051'});
//   const answer = await gate.review({passages: [{name: 'title', format: 'FORMAT_PLAIN', text}]});
//   if (!answer.mayPublish) show(answer.reason, answer.report);

const path = require('node:path');
const grpc = require('@grpc/grpc-js');
const protoLoader = require('@grpc/proto-loader');

const PROTOS = path.join(__dirname, '..', '..', '..', 'proto');
const ATTEMPTS = 3;
const FIRST_PAUSE_MS = 100;
// A report repeats title, message and law for every violation: it can be longer than its draft.
const MAX_REPLY_BYTES = 64 << 20;

const VERDICTS = ['VERDICT_PASS', 'VERDICT_REVIEW', 'VERDICT_BLOCK'];
const SEVERITIES = ['SEVERITY_ADVISE', 'SEVERITY_REVIEW', 'SEVERITY_BLOCK'];
const DIGEST = /^sha256:[0-9a-f]{64}$/;

function loadService(protos) {
  const definition = protoLoader.loadSync('redline/v1/review_service.proto', {
    includeDirs: [protos],
    enums: String, // an enum number that is not known here stays a number, and so is refused
    longs: String,
    defaults: true, // a missing verdict reads as VERDICT_UNSPECIFIED, which is refused
    oneofs: true,
  });
  return grpc.loadPackageDefinition(definition).redline.v1.ReviewService;
}

// What is wrong with a report; empty when it is complete and speaks of this draft.
function flawOf(report, draft) {
  if (!report) return 'the reply holds no report';
  if (!VERDICTS.includes(report.verdict)) return `the verdict is ${report.verdict}`;
  if (report.draftId !== (draft.id ?? '')) return 'the report is about another draft';
  if (!DIGEST.test(report.contentDigest)) return 'the content digest is malformed';
  if (!report.ruleset || !DIGEST.test(report.ruleset.digest)) return 'the ruleset is not named';
  for (const violation of report.violations) {
    if (!SEVERITIES.includes(violation.severity)) return 'a violation has no severity';
    if (report.verdict === 'VERDICT_PASS' && violation.severity !== 'SEVERITY_ADVISE') {
      return 'the verdict is pass in spite of a violation';
    }
    if (wordsOf(violation, draft) !== violation.quote) {
      return 'a violation points at other words than it quotes';
    }
  }
  return '';
}

// The words of a violation, cut out of the draft. JavaScript counts UTF-16 units.
function wordsOf(violation, draft) {
  const span = violation.span;
  const text = draft.passages[span?.passageIndex]?.text;
  return text?.slice(span.utf16?.begin, span.utf16?.end);
}

// Reviews are pure, so a call may be repeated; but only UNAVAILABLE promises to get better.
function mayRetry(error) {
  return error.code === grpc.status.UNAVAILABLE;
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function openGate({server, credentials, deadlineMs = 2000, protos = PROTOS}) {
  const ReviewService = loadService(protos);
  const client = new ReviewService(server, credentials ?? grpc.credentials.createInsecure(), {
    'grpc.max_receive_message_length': MAX_REPLY_BYTES,
    'grpc.enable_retries': 0, // retries are counted here, in one place
    'grpc.initial_reconnect_backoff_ms': FIRST_PAUSE_MS,
  });

  const call = (request, deadline) =>
    new Promise((resolve, reject) => {
      client.reviewDraft(request, {deadline}, (error, reply) => {
        if (error) reject(error);
        else resolve(reply);
      });
    });

  // Never throws and always answers by the deadline.
  async function review(draft, asOf = '') {
    const deadline = Date.now() + deadlineMs; // for all attempts together
    for (let attempt = 1; ; ++attempt) {
      try {
        const {report} = await call({draft, asOf}, deadline);
        const flaw = flawOf(report, draft);
        if (flaw) return {mayPublish: false, reason: `not reviewed: ${flaw}`};
        const mayPublish = report.verdict === 'VERDICT_PASS';
        return {mayPublish, reason: report.verdict, report};
      } catch (error) {
        const wait = FIRST_PAUSE_MS * 2 ** (attempt - 1);
        if (attempt === ATTEMPTS || !mayRetry(error) || Date.now() + wait >= deadline) {
          return {mayPublish: false, reason: `not reviewed: ${error.message}`};
        }
        await pause(wait);
      }
    }
  }

  return {review, close: () => client.close()};
}

module.exports = {openGate, wordsOf};
