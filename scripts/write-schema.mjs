// Writes the published JSON Schemas: the open plan format, from the schema that imports are checked against, and the
// comparison of two plans. Run after `npm run build`; a test fails when a file is out of date.
import { writeFileSync } from 'node:fs';
import { comparisonJsonSchema } from '../dist/app/exchange/comparison-schema.js';
import { openPlanJsonSchema } from '../dist/app/exchange/open-plan-schema.js';

const schemas = {
  'handlingskraft-plan-1': openPlanJsonSchema(),
  'handlingskraft-comparison-1': comparisonJsonSchema(),
};
for (const [name, schema] of Object.entries(schemas)) {
  const file = new URL(`../docs/schema/${name}.schema.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
}
