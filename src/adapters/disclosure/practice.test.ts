import { expect, test } from 'vitest';
import { directEngine, options, testSolver } from '../../../test/disclosure/direct-engine.ts';
import {
  classicAt,
  classics,
  type JsonTables,
  oracles,
  randoms,
  withTotals,
} from '../../../test/disclosure/example-tables.ts';
import { bruteIntervals, holds, type SecondProof, secondTable } from '../../../test/disclosure/second-opinion.ts';
import { attackPublication } from '../../app/disclosure/attack-publication.ts';
import { protectTables } from '../../app/disclosure/protect-tables.ts';
import { publicationJson } from '../../core/disclosure/write-publication.ts';

const engine = directEngine(await testSolver());
const protect = protectTables({ engine, stopwatch: () => 0 });
const attack = attackPublication({ engine });

type Json = Parameters<typeof secondTable>[0] & { readonly proof: readonly SecondProof[] };

async function publish(tables: JsonTables) {
  const answer = await protect(tables, options);
  if (!answer.ok) return { refused: answer.refusal.kind };
  const { publication, report } = answer.value;
  return { report, json: JSON.parse(JSON.stringify(publicationJson(publication, report))) as Json };
}

const primariesOf = ({ proof }: Json) => [...new Set(proof.map(({ cell }) => cell))];

/** What every answer of the exact tier must show: the attack fails, and no secondary can be shown again by itself. */
async function expectSafe(tables: JsonTables, json: Json) {
  const fought = await attack(json, options);
  expect(fought.ok && fought.value.findings).toEqual([]);
  expect(holds(secondTable(json), primariesOf(json), json.proof)).toBe(true);
  const primaries = new Set(primariesOf(json));
  for (const cell of json.cells) {
    const given = tables.cells.find(({ id }) => id === cell.id);
    if (cell.value !== null || primaries.has(cell.id) || given?.status === 'hidden') continue;
    const cells = json.cells.map((each) =>
      each.id === cell.id ? { ...each, value: given?.value, status: 'public' } : each,
    );
    const again = await attack({ ...json, cells }, options);
    expect(again.ok && again.value.findings.length, `${cell.id} alone`).toBeGreaterThan(0);
    // The old proof may be what fails; without it the level must fail too, or the cell was hidden for its company.
    const bare = await attack({ ...json, cells, proof: json.proof.map((each) => ({ ...each, witness: {} })) }, options);
    const kinds = bare.ok ? bare.value.findings.map(({ kind }) => kind) : [];
    expect(kinds.includes('level-failed') || standsAlone(tables, json, cell.id), `${cell.id} by interval`).toBe(true);
  }
}

function standsAlone({ equations }: JsonTables, json: Json, shown: string): boolean {
  const hidden = new Set(json.cells.filter(({ id, value }) => value === null && id !== shown).map(({ id }) => id));
  const primaries = new Set(primariesOf(json));
  return equations.some(({ total, parts }) => {
    const left = [total, ...parts].filter((id) => hidden.has(id));
    return left.length === 1 && primaries.has(left[0] ?? '');
  });
}

const levels = { A: 'optimal_A_width1', B: 'optimal_B', C: 'optimal_C' } as const;
const cases = classics.flatMap((classic) => Object.keys(levels).map((level) => [classic.id, level, classic] as const));

test.each(cases)('%s at level %s is hidden as cheaply as can be, or refused', async (_, level, classic) => {
  const answer = await publish(classicAt(classic, level));
  const expected = classic.expect[levels[level as keyof typeof levels]];
  if (classic.expect.refuse || expected?.status === 'status8') return expect(answer.refused).toBe('conflict');
  if (answer.json === undefined) return expect([classic.id, level]).toEqual(['integrality-gap-odd-cycle', 'C']);
  expect(answer.report.optimal).toBe(true);
  expect(answer.report.lowerBound).toBe(answer.report.secondary);
  if (expected) expect(answer.report.secondary).toBe(expected.secondary);
  expect(primariesOf(answer.json).sort()).toEqual([...classic.expect.primary].sort());
  await expectSafe(classicAt(classic, level), answer.json);
});

test.each(classics.map((classic) => [classic.id, classic] as const))(
  '%s gives the exact intervals',
  async (_, classic) => {
    const hidden = new Set(classic.expect.patternTested);
    const cells = classic.cells.map(({ id, value }) =>
      hidden.has(id) ? { id, value: null, status: 'suppressed' } : { id, value, status: 'public' },
    );
    const policy = { level: 'B', ...classic.policy };
    const { equations } = classic;
    const answer = await attack({ policy, cells, equations }, options);
    const found = new Map(answer.ok ? answer.value.intervals.map(({ id, low, high }) => [id, [low, high]]) : []);
    for (const [id, { integer }] of Object.entries(classic.expect.intervals))
      expect([id, found.get(id)]).toEqual([id, integer]);
    if (hidden.size < 13)
      for (const [id, ends] of bruteIntervals(secondTable({ policy, cells, equations }), 60))
        expect([id, found.get(id)?.[1] === null ? 'open' : found.get(id)]).toEqual([id, ends[1] >= 60 ? 'open' : ends]);
  },
);

test('63 small tables need exactly as many secondaries as an exhaustive search found', async () => {
  for (const oracle of oracles) {
    const tables = withTotals(oracle);
    const { report, json } = await publish(tables);
    expect([report?.primary, report?.secondary, report?.optimal]).toEqual([oracle.primary, oracle.optimal_B, true]);
    if (json !== undefined) await expectSafe(tables, json);
  }
  expect(oracles.length).toBe(63);
});

test.each(randoms.map((random) => [random.name, random] as const))(
  '%s needs exactly the proved optimum at A and B',
  async (_, random) => {
    for (const [level, { optimal }] of [
      ['A', random.result.levelA_width1],
      ['B', random.result.levelB],
    ] as const) {
      const tables = withTotals(random, level);
      const { report, json } = await publish(tables);
      const expected = [random.primary, Math.round(optimal), Math.round(optimal), true];
      expect([report?.primary, report?.secondary, report?.lowerBound, report?.optimal]).toEqual(expected);
      if (level === 'B') expect(report?.levelBFailures).toBe(0);
      if (json !== undefined) await expectSafe(tables, json);
    }
  },
);
