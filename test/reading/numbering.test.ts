import { expect, test } from 'vitest';
import { toBlocks } from '../../src/core/exchange/plan-blocks.ts';
import { detectPattern, type NumberedKind, noNumbers, numberedKinds } from '../../src/core/plan/numbering.ts';
import { readCase } from '../lint/read-case.ts';

/** The blocks of a read plan as an outline with its given numbers, areas in order and what stands in each after it. */
async function outlineOf(name: string) {
  let id = 0;
  const { plan } = await readCase(name);
  const { blocks } = toBlocks(plan, () => String(++id));
  const areas = blocks.filter((block) => block.kind === 'area');
  return areas.flatMap((area, areaIndex) =>
    [area, ...blocks.filter((block) => block.parentId === area.id)]
      .filter((block) => numberedKinds.some((kind) => kind === block.kind))
      .map((block) => ({ kind: block.kind as NumberedKind, id: block.id, areaIndex, label: block.label })),
  );
}

test.each([
  ['uppsala-2025-2028.txt', { area: '{n}', measure: '{area}.{n}' }],
  ['other-plans/03_goteborg_rasism_2026-2028.txt', {}],
  ['other-plans/05_goteborg_civil-beredskap_2024-2027.txt', {}],
  ['other-plans/08_goteborg_nyrekrytering_2023-2026.txt', { area: '{n}', measure: '{area}:{n}' }],
])('the numbers of %s follow one pattern', async (name, pattern) => {
  const found = detectPattern(await outlineOf(name));
  expect(found?.pattern).toEqual({ ...noNumbers, ...pattern });
});
