import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import type { Log } from '../web/deps.ts';
import { errorNobodyCaught } from './last-resort.ts';

test.each(['uncaughtException', 'unhandledRejection'])('%s is logged without what it quotes', async (kind) => {
  const logged: unknown[] = [];
  const keep = (fields: object, said: string) => void logged.push({ said, ...fields });
  const log: Log = { info: keep, warn: keep, error: keep };
  const program = new EventEmitter();
  const caught = errorNobodyCaught(log, program);
  program.emit(kind, new TypeError('no such thing as "Anna Andersson"'));
  await caught;
  program.emit(kind, 'Anna Andersson');
  const said = 'an error that nobody caught; the service stops';
  expect(logged).toMatchObject([
    { kind, said, error: 'TypeError' },
    { kind, said, error: 'string' },
  ]);
  expect(JSON.stringify(logged)).not.toContain('Andersson');
});
