import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { revisedPlans } from '../../../test/comparison/made-up-plans.ts';
import { goldPlan } from '../../../test/gold-plan.ts';
import { comparePlans } from '../../core/comparison/compare-plans.ts';
import { comparisonFile } from '../../core/comparison/comparison-file.ts';
import { contentOfOpenPlan } from '../../core/comparison/open-plan-content.ts';
import { comparisonJsonSchema, comparisonSchema } from './comparison-schema.ts';

test('the published schema is the one here (node scripts/write-schema.mjs renews it)', () => {
  const published = resolve(import.meta.dirname, '../../../docs/schema/handlingskraft-comparison-1.schema.json');
  expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(comparisonJsonSchema());
});

const others = revisedPlans.map(({ name, before, after }) => [name, before, after] as const);

test.each([
  ...others,
  ['the plan of the case against another', goldPlan(), revisedPlans[0]?.after ?? goldPlan()] as const,
])('%s: the comparison follows the schema', (_name, before, after) => {
  const file = comparisonFile(comparePlans(contentOfOpenPlan(before, 'before'), contentOfOpenPlan(after, 'after')));
  expect(comparisonSchema.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
  expect(file.changes.length).toBeGreaterThan(0);
});
