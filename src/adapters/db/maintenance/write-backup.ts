import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, link, open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Pool, PoolClient } from 'pg';
import type { BackupRefusal, BackupSummary } from '../../../app/maintenance/ports.ts';
import { ok, type Result, refuse } from '../../../core/shared/result.ts';
import { tableNames } from '../schema.ts';
import { connectPatiently } from '../transactions.ts';
import { type BackupEnd, type BackupPart, headOf } from './backup-format.ts';

/** Tables whose rows can be as large as a file: fetched one at a time. */
const heavyTables: ReadonlySet<string> = new Set(['source_file', 'import_draft', 'word_export', 'edited_file']);
const ROWS_AT_A_TIME = 500;

/** Writes a backup beside its place and links it there when it is whole and on the disk. */
export async function writeBackup(pool: Pool, file: string, now: Date): Promise<Result<BackupSummary, BackupRefusal>> {
  if (existsSync(file)) return refuse({ kind: 'backup-file-exists', file });
  const unfinished = `${file}.${process.pid}.unfinished`;
  try {
    // Whole rows of people's accounts: for nobody else's eyes.
    const handle = await open(unfinished, 'wx', 0o600);
    const summary = await fill(pool, handle, now).finally(() => handle.close());
    // A link, unlike a renaming, never takes the place of a file that somebody has put there meanwhile.
    await link(unfinished, file);
    return ok(summary);
  } catch (error) {
    const refusal = refusalOf(error, file);
    if (refusal === null) throw error;
    return refuse(refusal);
  } finally {
    await rm(unfinished, { force: true });
  }
}

function refusalOf(error: unknown, file: string): BackupRefusal | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EEXIST') return { kind: 'backup-file-exists', file };
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return { kind: 'backup-disk-full', file };
  return ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR'].includes(code)
    ? { kind: 'backup-file-denied', file }
    : null;
}

async function fill(pool: Pool, handle: FileHandle, now: Date): Promise<BackupSummary> {
  const client = await connectPatiently(pool);
  try {
    await client.query('begin isolation level repeatable read read only');
    const summary: { municipalities: number; rows: Record<string, number> } = { municipalities: 0, rows: {} };
    const lines = Readable.from(linesOf(client, summary, now));
    await pipeline(lines, createGzip(), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) await handle.appendFile(chunk);
    });
    await handle.sync();
    await client.query('commit');
    client.release();
    return summary;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function* linesOf(
  client: PoolClient,
  summary: { municipalities: number; rows: Record<string, number> },
  now: Date,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const lineOf = (value: string): string => {
    const line = `${value}\n`;
    hash.update(line);
    return line;
  };
  yield lineOf(JSON.stringify(headOf(now)));
  const { rows } = await client.query<{ municipality: string }>(
    'select municipality from municipality order by municipality',
  );
  for (const { municipality } of rows) {
    summary.municipalities += 1;
    await client.query("select set_config('handlingskraft.municipality', $1, true)", [municipality]);
    for (const table of tableNames) {
      const part: BackupPart = { table, municipality };
      yield lineOf(JSON.stringify(part));
      for await (const row of rowsOf(client, table, municipality)) {
        summary.rows[table] = (summary.rows[table] ?? 0) + 1;
        yield lineOf(row);
      }
    }
  }
  const end: BackupEnd = { end: summary, sha256: hash.digest('hex') };
  yield `${JSON.stringify(end)}\n`;
}

async function* rowsOf(client: PoolClient, table: string, municipality: string): AsyncGenerator<string> {
  const count = heavyTables.has(table) ? 1 : ROWS_AT_A_TIME;
  await client.query(
    `declare rows no scroll cursor for select row_to_json(t)::text as row from ${table} t where t.municipality = '${municipality}'`,
  );
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${count} from rows`);
    for (const { row } of rows) yield row;
    if (rows.length < count) break;
  }
  await client.query('close rows');
}
