// Says what is wrong with the SARIF log on the standard input by the schema of SARIF 2.1.0.
// Exit code: 0 nothing, 1 something. Needs what ./setup installs.
'use strict';
const Ajv = require('ajv');
const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

const ajv = new Ajv({ schemaId: 'id', allErrors: true, unknownFormats: [] });
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
const valid = ajv.compile(schema);
if (!valid(JSON.parse(require('fs').readFileSync(0, 'utf8')))) {
  for (const error of valid.errors) console.log(`${error.dataPath}: ${error.message}`);
  process.exit(1);
}
