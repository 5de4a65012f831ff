import { expect, test } from 'vitest';
import { directEngine, options, testSolver } from '../../../test/disclosure/direct-engine.ts';
import { chance, smallTable, withTotals } from '../../../test/disclosure/example-tables.ts';
import { holds, secondTable } from '../../../test/disclosure/second-opinion.ts';
import { protectTables } from '../../app/disclosure/protect-tables.ts';
import type { LinearSolver, SolverAnswer } from '../../core/disclosure/solver.ts';
import { publicationJson } from '../../core/disclosure/write-publication.ts';

const honest = await testSolver();
const short = { ...options, improveSeconds: 2, certifySeconds: 5 };

function answering(answer: (columns: number, honestly: () => SolverAnswer) => SolverAnswer): LinearSolver {
  return {
    open(problem, kind) {
      const inside = honest.open(problem, kind);
      return { ...inside, solve: (how) => answer(problem.costs.length, () => inside.solve(how)) };
    },
  };
}

const protectBy = (solver: LinearSolver) => protectTables({ engine: directEngine(solver), stopwatch: () => 0 });
const table = withTotals({ R: 3, C: 3, k: 5, zeros: 'published', inner: [12, 3, 9, 20, 8, 1, 7, 15, 30] });

/** Whether what was released, if anything was, is safe by a reading of the rules that knows nothing of the engine. */
async function isSafe(solver: LinearSolver, json: unknown): Promise<'refused' | 'safe' | 'leaks'> {
  const answer = await protectBy(solver)(json, short);
  if (!answer.ok) return 'refused';
  const { publication, report } = answer.value;
  const written = JSON.parse(JSON.stringify(publicationJson(publication, report)));
  const primaries = publication.proof.map(({ cell }) => cell);
  return holds(secondTable(written), primaries, written.proof) ? 'safe' : 'leaks';
}

test.each([
  [
    'throws',
    () => {
      throw new Error('secret source');
    },
  ],
  [
    'throws something that is no error',
    () => {
      throw 'words';
    },
  ],
  [
    'says that all is well and gives nothing',
    () => ({ status: 'optimal', values: [], reduced: [], prices: [], objective: 0, bound: 0 }),
  ],
  [
    'gives no numbers',
    (count: number) => ({
      status: 'optimal',
      values: Array(count).fill(Number.NaN),
      reduced: Array(count).fill(Number.NaN),
      objective: Number.NaN,
      bound: Number.NaN,
    }),
  ],
  [
    'never ends',
    (count: number) => ({
      status: 'stopped',
      values: Array(count).fill(0),
      reduced: [],
      prices: [],
      objective: 0,
      bound: 0,
    }),
  ],
  [
    'says that nothing can be done',
    () => ({ status: 'infeasible', values: [], reduced: [], prices: [], objective: 0, bound: 0 }),
  ],
  [
    'gives the same half to all',
    (count: number) => ({
      status: 'optimal',
      values: Array(count).fill(0.5),
      reduced: Array(count).fill(0),
      objective: -99,
      bound: -99,
    }),
  ],
] as [string, (count: number) => SolverAnswer][])('a solver that %s leads to a refusal', async (_, lie) => {
  const answer = await protectBy(answering(lie))(table, short);
  expect(answer.ok).toBe(false);
  if (!answer.ok) expect(JSON.stringify(answer.refusal)).not.toContain('undefined');
});

test('of a thousand solvers that answer by chance none gets anything released', async () => {
  const outcomes = { refused: 0, safe: 0, leaks: 0 };
  for (let seed = 1; seed <= 1000; seed += 1) {
    const next = chance(seed);
    const statuses = ['optimal', 'optimal', 'optimal', 'infeasible', 'unbounded', 'stopped'] as const;
    const solver = answering((count) => {
      const numbers = () => Array.from({ length: count }, () => next(9) - 4);
      const status = statuses[next(statuses.length)] ?? 'optimal';
      return {
        status,
        values: numbers(),
        reduced: numbers(),
        prices: [],
        objective: next(20) - 10,
        bound: next(20) - 10,
      };
    });
    outcomes[await isSafe(solver, table)] += 1;
  }
  expect(outcomes).toEqual({ refused: 1000, safe: 0, leaks: 0 });
});

test('a solver that lies now and then never gets a release that leaks', async () => {
  const outcomes = { refused: 0, safe: 0, leaks: 0 };
  for (let seed = 1; seed <= 300; seed += 1) {
    const next = chance(seed);
    const solver = answering((_, honestly) => {
      const answer = honestly();
      if (next(2) > 0) return answer;
      const values = Array.from(answer.values, (value) => value + next(3) - 1);
      return next(2) === 0 ? { ...answer, values } : { ...answer, status: 'optimal', objective: -100, bound: 0 };
    });
    outcomes[await isSafe(solver, smallTable(next, 'ABC'[next(3)] ?? 'B'))] += 1;
  }
  expect(outcomes.leaks).toBe(0);
  expect(outcomes.safe).toBeGreaterThan(20);
});
