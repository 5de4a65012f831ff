import { createHash, timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';
import type { ReadGauge } from '../adapters/metrics.ts';
import type { Clock } from '../app/shared/world.ts';
import type { Store } from '../app/store.ts';
import type { Metrics } from '../web/operations/operations-app.ts';

const PATIENCE_MS = 2_000;
const asking = new WeakMap<object, Promise<boolean>>();

/** Whether the database answers within two seconds. Those who ask at the same time share one question, so that asking often costs nothing. */
export function databaseAnswers(pool: Pick<Pool, 'query'>): Promise<boolean> {
  const known = asking.get(pool);
  if (known !== undefined) return known;
  const asked = ask(pool).finally(() => asking.delete(pool));
  asking.set(pool, asked);
  return asked;
}

function ask(pool: Pick<Pool, 'query'>): Promise<boolean> {
  return new Promise((done) => {
    const giveUp = setTimeout(() => done(false), PATIENCE_MS);
    const answer = (answers: boolean) => {
      clearTimeout(giveUp);
      done(answers);
    };
    pool.query('select 1').then(
      () => answer(true),
      () => answer(false),
    );
  });
}

/** Letters that wait for the mail server, and those that could not be sent, in all municipalities together. */
export function outboxGauges({ read }: Pick<Store, 'read'>, clock: Clock): readonly ReadGauge[] {
  const sum = async (which: 'waiting' | 'failed') => {
    const all = await read.listMunicipalities();
    const counts = await Promise.all(all.map(({ code }) => read.countLetters(code, clock.now())));
    return counts.reduce((total, each) => total + each[which], 0);
  };
  return [
    { name: 'outbox_letters_waiting', help: 'Letters that wait to be sent', read: () => sum('waiting') },
    { name: 'outbox_letters_failed', help: 'Letters that could not be sent', read: () => sum('failed') },
  ];
}

/** Figures for whoever shows the token. The hashes are compared, so that the time tells nothing of how much was right. */
export function guardedMetrics(metrics: Pick<Metrics, 'contentType' | 'write'>, token: string): Metrics {
  const right = hash(`Bearer ${token}`);
  return {
    contentType: metrics.contentType,
    write: () => metrics.write(),
    allows: (authorization) => timingSafeEqual(hash(authorization ?? ''), right),
  };
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
