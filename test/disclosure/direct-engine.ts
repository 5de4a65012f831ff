import { loadHighsSolver } from '../../src/adapters/disclosure/highs-solver.ts';
import type { DisclosureEngine, DisclosureOptions } from '../../src/app/disclosure/ports.ts';
import { attack } from '../../src/core/disclosure/attack.ts';
import { protect } from '../../src/core/disclosure/protect.ts';
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
  return {
    protect: async (model, { improveSeconds, certifySeconds, progress }) =>
      protect(model, { solver, now, cancelled: () => false, progress, improveSeconds, certifySeconds }),
    attack: async (publication, { certifySeconds }) => {
      const until = now() + certifySeconds * 1000;
      return attack(publication, {
        solver,
        patience: { secondsLeft: () => (until - now()) / 1000, cancelled: () => false },
      });
    },
  };
}

/** Enough for every table of the tests. */
export const options: DisclosureOptions = {
  improveSeconds: 120,
  certifySeconds: 600,
  signal: null,
  progress: () => undefined,
};
