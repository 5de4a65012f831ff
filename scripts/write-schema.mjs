// Writes the published JSON Schema of the open plan format from the schema that imports are checked against.
// Run after `npm run build`; a test fails when the file is out of date.
import { writeFileSync } from 'node:fs';
import { openPlanJsonSchema } from '../dist/app/exchange/open-plan-schema.js';

const file = new URL('../docs/schema/handlingskraft-plan-1.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(openPlanJsonSchema(), null, 2)}\n`);
