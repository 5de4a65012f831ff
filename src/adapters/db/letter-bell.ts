import { setTimeout as wait } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';

const AGAIN_AFTER_MS = 5000;

/**
 * Calls `ring` with the municipality each time a letter has been put in an outbox, by this process or another. It is a help
 * and no promise: a call can be missed while the connection is away, and before a pooler that does not pass notices on.
 */
export function listenForLetters(pool: Pool, ring: (municipality: string) => void): { close(): Promise<void> } {
  const closing = new AbortController();
  const ended = keepListening(pool, ring, closing.signal);
  return {
    close: () => {
      closing.abort();
      return ended;
    },
  };
}

async function keepListening(pool: Pool, ring: (municipality: string) => void, closing: AbortSignal): Promise<void> {
  while (!closing.aborted) {
    await listenOnce(pool, ring, closing).catch(() => undefined);
    await wait(AGAIN_AFTER_MS, undefined, { signal: closing }).catch(() => undefined);
  }
}

/** Listens until the connection is lost or the signal says to close. */
async function listenOnce(pool: Pool, ring: (municipality: string) => void, closing: AbortSignal): Promise<void> {
  const client = await pool.connect();
  const over = endOf(client, closing);
  try {
    client.on('notification', ({ payload }) => payload !== undefined && ring(payload));
    await client.query('listen handlingskraft_letter');
    await over;
  } finally {
    // It goes on listening if it is lent to somebody else, so it is not given back.
    client.release(true);
  }
}

function endOf(client: PoolClient, closing: AbortSignal): Promise<void> {
  return new Promise((done) => {
    client.once('error', () => done());
    client.once('end', () => done());
    closing.addEventListener('abort', () => done(), { once: true });
    if (closing.aborted) done();
  });
}
