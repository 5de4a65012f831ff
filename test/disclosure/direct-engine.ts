import { loadHighsSolver } from '../../src/adapters/disclosure/highs-solver.ts';
import type { DisclosureEngine, DisclosureOptions } from '../../src/app/disclosure/ports.ts';
import { attack } from '../../src/core/disclosure/attack.ts';
import { explain } from '../../src/core/disclosure/explain.ts';
import { protect } from '../../src/core/disclosure/protect.ts';
import { roundTable } from '../../src/core/disclosure/rounding.ts';
import type { LinearSolver } from '../../src/core/disclosure/solver.ts';

let loaded: Promise<LinearSolver> | null = null;

/** HiGHS in this thread, loaded once. */
export function testSolver(): Promise<LinearSolver> {
  loaded ??= loadHighsSolver();
  return loaded;
}

/** The engine in this thread, with any solver: for many small tables, where a worker for each would cost more than the work. */
export function directEngine(solver: LinearSolver): DisclosureEngine {
  const now = () => performance.now();
  const until = (seconds: number) => {
    const end = now() + seconds * 1000;
    return { secondsLeft: () => (end - now()) / 1000, cancelled: () => false };
  };
  return {
    protect: async (model, { improveSeconds, certifySeconds, progress }) =>
      protect(model, { solver, now, cancelled: () => false, progress, improveSeconds, certifySeconds }),
    explain: async (model, hidden, { certifySeconds }) =>
      explain(model, hidden, { solver, patience: until(certifySeconds) }),
    round: async (model, base, { certifySeconds }) =>
      roundTable(model, base, { solver, patience: until(certifySeconds) }),
    attack: async (publication, { certifySeconds }) => attack(publication, { solver, patience: until(certifySeconds) }),
  };
}

/** Enough for every table of the tests. */
export const options: DisclosureOptions = {
  improveSeconds: 120,
  certifySeconds: 600,
  signal: null,
  progress: () => undefined,
};
