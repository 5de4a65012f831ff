import { parentPort, workerData } from 'node:worker_threads';
import { attack } from '../../core/disclosure/attack.ts';
import { explain } from '../../core/disclosure/explain.ts';
import { protect } from '../../core/disclosure/protect.ts';
import { roundTable } from '../../core/disclosure/rounding.ts';
import type { DisclosureMessage, DisclosureTask } from './disclosure-messages.ts';
import { loadHighsSolver } from './highs-solver.ts';

// One task for each worker: the solver holds the thread, and its memory is given back when the thread ends.
const task = workerData as DisclosureTask;
const say = (message: DisclosureMessage) => parentPort?.postMessage(message);
const solver = await loadHighsSolver();
const now = () => performance.now();
// Whoever cancels ends the thread.
const cancelled = () => false;
const until = now() + task.certifySeconds * 1000;
const patience = { secondsLeft: () => (until - now()) / 1000, cancelled };
say(work());

function work(): DisclosureMessage {
  switch (task.kind) {
    case 'protect': {
      const { model, improveSeconds, certifySeconds } = task;
      const progress: Parameters<typeof protect>[1]['progress'] = (step) => say({ kind: 'progress', step });
      const result = protect(model, { solver, now, cancelled, progress, improveSeconds, certifySeconds });
      return { kind: 'protected', result };
    }
    case 'explain':
      return { kind: 'explained', result: explain(task.model, task.hidden, { solver, patience }) };
    case 'round':
      return { kind: 'rounded', result: roundTable(task.model, task.base, { solver, patience }) };
    case 'attack':
      return { kind: 'attacked', result: attack(task.publication, { solver, patience }) };
  }
}
