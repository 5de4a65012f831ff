import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseError, type Pool, type PoolClient, type QueryResult, type QueryResultRow } from 'pg';
import { ReadQuery, type SentStatement } from './read-query.ts';
import { createSession, openingWords, type Send, type Session, type SessionSettings } from './session.ts';

const CONNECT_PATIENCE_MS = 15_000;
const CONNECT_PAUSE_MS = 50;
const ATTEMPTS = 4;

/**
 * Runs `work`, which is one statement at most, in a read-only transaction of its own; tried again once when the connection
 * is lost.
 */
export async function inRead<T>(
  pool: Pool,
  municipality: string,
  settings: SessionSettings,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  try {
    return await readOnce(pool, municipality, settings, work);
  } catch (error) {
    if (!isConnectionLoss(error)) throw error;
    return readOnce(pool, municipality, settings, work);
  }
}

function readOnce<T>(
  pool: Pool,
  municipality: string,
  settings: SessionSettings,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const send: Send = async <R extends QueryResultRow>(statement: SentStatement) => {
    const client = await connectPatiently(pool);
    return new Promise<QueryResult<R>>((done, fail) => {
      const query = new ReadQuery<R>(municipality, statement, (error, result) => {
        client.release(error ?? undefined);
        if (error) fail(error);
        else done(result);
      });
      client.query(query);
    });
  };
  return work(createSession(send, municipality, { ...settings, mostStatements: 1 }));
}

/**
 * Runs `work` in one transaction. It is run again when the database says that it was rolled back for the sake of
 * another (deadlock, serialisation), or when the connection was lost before the commit was sent: in both cases nothing
 * of it is left. A commit whose answer never came is not tried again, since it may have been done.
 */
export async function inChange<T>(
  pool: Pool,
  municipality: string,
  settings: SessionSettings,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const progress = { committing: false };
    try {
      return await changeOnce(pool, municipality, settings, work, progress);
    } catch (error) {
      const undone = isUndoneForAnother(error) || (isConnectionLoss(error) && !progress.committing);
      if (!undone || attempt === ATTEMPTS) throw error;
      await wait(CONNECT_PAUSE_MS * attempt * Math.random());
    }
  }
}

/** As `inChange`, for work that reaches outside the database: it is never run twice. */
export function inSingleChange<T>(
  pool: Pool,
  municipality: string,
  settings: SessionSettings,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  return changeOnce(pool, municipality, settings, work, { committing: false });
}

async function changeOnce<T>(
  pool: Pool,
  municipality: string,
  settings: SessionSettings,
  work: (session: Session) => Promise<T>,
  progress: { committing: boolean },
): Promise<T> {
  const opening = openingWords(municipality);
  const client = await connectPatiently(pool);
  // A connection that is lost between two statements says so here, and nowhere else until the next one fails.
  client.on('error', ignore);
  try {
    const opened = client.query(opening);
    opened.catch(() => undefined);
    const value = await work(createSession((statement) => client.query(statement), municipality, settings));
    await opened;
    progress.committing = true;
    const { command } = await client.query('commit');
    // PostgreSQL answers a commit of a failed transaction by rolling it back, without an error.
    if (command !== 'COMMIT') throw new Error('A statement of this change failed and was not noticed: all is undone');
    client.release();
    return value;
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (lost: Error) => client.release(lost),
    );
    throw error;
  } finally {
    client.off('error', ignore);
  }
}

const ignore = (): void => undefined;

/** A connection; waits while the database is starting, since nothing has been sent that could be done twice. */
export async function connectPatiently(pool: Pool): Promise<PoolClient> {
  const deadline = Date.now() + CONNECT_PATIENCE_MS;
  for (;;) {
    try {
      return await pool.connect();
    } catch (error) {
      if (!isConnectionLoss(error) || Date.now() > deadline) throw error;
      await wait(CONNECT_PAUSE_MS);
    }
  }
}

const lostCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
]);

/** Whether an error means that the connection is gone or cannot be had yet. */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string') return lostCodes.has(error.code);
  return /^Connection terminated|not queryable|Client was closed/.test(error.message);
}

function isUndoneForAnother(error: unknown): boolean {
  return error instanceof DatabaseError && (error.code === '40001' || error.code === '40P01');
}
