import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { openPlanJsonSchema } from './open-plan-schema.ts';

test('the published schema is the one that imports are checked against (node scripts/write-schema.mjs renews it)', () => {
  const published = resolve(import.meta.dirname, '../../../docs/schema/handlingskraft-plan-1.schema.json');
  expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(openPlanJsonSchema());
});
