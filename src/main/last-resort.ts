import type { EventEmitter } from 'node:events';
import type { Log } from '../web/deps.ts';
import { describeError } from '../web/log-error.ts';

/**
 * Waits for an error that nobody caught anywhere: it is told of in the log as other errors are, without what people have
 * written, and the service shall then finish what it has taken and end. Further ones are told of as well.
 */
export function errorNobodyCaught(log: Log, program: Pick<EventEmitter, 'on'> = process): Promise<void> {
  return new Promise((done) => {
    for (const kind of ['uncaughtException', 'unhandledRejection'])
      program.on(kind, (error: unknown) => {
        log.error({ kind, ...describeError(error) }, 'an error that nobody caught; the service stops');
        done();
      });
  });
}
