import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { openPlanJsonSchema } from './open-plan-schema.ts';

test('the published schema is the one that imports are checked against', async () => {
  const published = resolve(import.meta.dirname, '../../../docs/schema/handlingskraft-plan-1.schema.json');
  await expect(`${JSON.stringify(openPlanJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(published);
});
