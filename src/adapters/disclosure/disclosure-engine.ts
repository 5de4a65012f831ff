import { Worker } from 'node:worker_threads';
import type { DisclosureEngine, DisclosureOptions } from '../../app/disclosure/ports.ts';
import { refuse } from '../../core/shared/result.ts';
import { compiledEntry } from '../process/run-child.ts';
import type { DisclosureMessage, DisclosureTask } from './disclosure-messages.ts';

/** A worker that passes its time by this much is ended. */
const GRACE_SECONDS = 30;

/** Runs each task in a worker thread of its own with HiGHS. A worker that fails, hangs or is cancelled gives a refusal. */
export function createDisclosureEngine(): DisclosureEngine {
  return {
    async protect(model, options) {
      const message = await run({ kind: 'protect', model, ...secondsOf(options) }, options);
      if (message === 'cancelled') return refuse({ kind: 'cancelled' });
      if (message === 'time-out') return refuse({ kind: 'time-out' });
      if ('failed' in message) return refuse({ kind: 'solver-failed', detail: message.failed });
      return message.kind === 'protected' ? message.result : refuse({ kind: 'solver-failed', detail: message.kind });
    },
    async explain(model, hidden, options) {
      const message = await run({ kind: 'explain', model, hidden, ...secondsOf(options) }, options);
      return typeof message === 'object' && 'kind' in message && message.kind === 'explained' ? message.result : null;
    },
    async round(model, base, options) {
      const message = await run({ kind: 'round', model, base, ...secondsOf(options) }, options);
      const isRounded = typeof message === 'object' && 'kind' in message && message.kind === 'rounded';
      return isRounded ? message.result : refuse({ kind: 'time-out' });
    },
    async attack(publication, options) {
      const message = await run({ kind: 'attack', publication, ...secondsOf(options) }, options);
      if (message === 'cancelled' || message === 'time-out') return refuse({ kind: 'time-out' });
      if ('failed' in message) return refuse({ kind: 'solver-failed', detail: message.failed });
      return message.kind === 'attacked' ? message.result : refuse({ kind: 'solver-failed', detail: message.kind });
    },
  };
}

function secondsOf({ improveSeconds, certifySeconds }: DisclosureOptions) {
  return { improveSeconds, certifySeconds };
}

type Ended = Exclude<DisclosureMessage, { kind: 'progress' }> | 'cancelled' | 'time-out' | { readonly failed: string };

function run(task: DisclosureTask, { signal, progress, certifySeconds }: DisclosureOptions): Promise<Ended> {
  return new Promise((settle) => {
    if (signal?.aborted) return settle('cancelled');
    const worker = new Worker(compiledEntry(import.meta.url, './disclosure-worker.ts'), { workerData: task });
    const end = (ended: Ended) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      void worker.terminate();
      settle(ended);
    };
    const cancel = () => end('cancelled');
    const timer = setTimeout(() => end('time-out'), (certifySeconds + GRACE_SECONDS) * 1000);
    signal?.addEventListener('abort', cancel);
    worker.on('message', (message: DisclosureMessage) => {
      if (message.kind === 'progress') progress(message.step);
      else end(message);
    });
    worker.on('error', (error) => end({ failed: error.name }));
    worker.on('exit', (code) => end({ failed: `exit ${code}` }));
  });
}
