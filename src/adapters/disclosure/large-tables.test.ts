import { expect, test } from 'vitest';
import { directEngine, options, testSolver } from '../../../test/disclosure/direct-engine.ts';
import { chance, crossTable } from '../../../test/disclosure/example-tables.ts';
import { holds, secondTable } from '../../../test/disclosure/second-opinion.ts';
import { attackPublication } from '../../app/disclosure/attack-publication.ts';
import { protectTables } from '../../app/disclosure/protect-tables.ts';
import { publicationJson } from '../../core/disclosure/write-publication.ts';

const engine = directEngine(await testSolver());
const protect = protectTables({ engine, stopwatch: () => 0 });

test.each([
  [[12, 8, 3], 'B'],
  [[12, 8, 3], 'A'],
  [[30, 20], 'B'],
])('a table of %j that is too large to be solved as a whole is safe all the same at level %s', async (sizes, level) => {
  const tables = crossTable(sizes, chance(sizes.length), level);
  const once = { ...options, improveSeconds: 0 };
  const answer = await protect(tables, once);
  if (!answer.ok) throw new Error(answer.refusal.kind);
  const { publication, report } = answer.value;
  const json = JSON.parse(JSON.stringify(publicationJson(publication, report)));
  const primaries = publication.proof.map(({ cell }) => cell);
  expect(primaries.length).toBeGreaterThan(40);
  expect(report.secondary).toBeLessThan(primaries.length);
  if (publication.proofBase === null) expect(holds(secondTable(json), primaries, json.proof)).toBe(true);
  const fought = await attackPublication({ engine })(json, options);
  expect(fought.ok && fought.value.findings).toEqual([]);
  const again = await protect(tables, once);
  expect(again.ok && again.value.publication).toEqual(publication);
});
