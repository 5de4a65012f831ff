import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import type { Pool, PoolClient } from 'pg';
import type { BackupSummary, RestoreRefusal } from '../../../app/maintenance/ports.ts';
import { ok, type Result, refuse } from '../../../core/shared/result.ts';
import { tableNames } from '../schema.ts';
import { connectPatiently } from '../transactions.ts';
import { BACKUP_FORMAT, type BackupEnd, type BackupPart, headOf } from './backup-format.ts';

const BATCH_ROWS = 500;
const BATCH_CHARACTERS = 4_000_000;

/** Carries a refusal out of the reading of lines; the transaction is undone on the way. */
class RefusedBackup extends Error {
  readonly refusal: RestoreRefusal;
  constructor(refusal: RestoreRefusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

/** Puts a backup into an empty database in one transaction. */
export async function readBackup(pool: Pool, file: string): Promise<Result<BackupSummary, RestoreRefusal>> {
  const client = await connectPatiently(pool);
  try {
    await client.query('begin isolation level serializable');
    await client.query('lock table municipality in exclusive mode');
    const { rows } = await client.query('select 1 from municipality limit 1');
    if (rows.length > 0) throw new RefusedBackup({ kind: 'database-not-empty' });
    const summary = await putIn(client, file);
    await client.query('commit');
    client.release();
    return ok(summary);
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (lost: Error) => client.release(lost),
    );
    const refusal = refusalOf(error, file);
    if (refusal === null) throw error;
    return refuse(refusal);
  }
}

function refusalOf(error: unknown, file: string): RestoreRefusal | null {
  if (error instanceof RefusedBackup) return error.refusal;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') return { kind: 'backup-file-missing', file };
  if (code === 'Z_BUF_ERROR') return { kind: 'backup-truncated', file };
  if (code.startsWith('Z_')) return { kind: 'backup-damaged', file };
  // What PostgreSQL will not take was not written by us: values of the wrong kind (22) or against the rules (23).
  return /^2[23]/.test(code) ? { kind: 'backup-damaged', file } : null;
}

async function putIn(client: PoolClient, file: string): Promise<BackupSummary> {
  if (!(await isGzip(file))) throw new RefusedBackup({ kind: 'not-a-backup', file });
  const state = { started: false, rows: new Map<string, number>(), municipalities: new Set<string>() };
  const hash = createHash('sha256');
  let batch: Batch = emptyBatch(null);
  for await (const line of linesOf(file)) {
    if (!state.started) {
      checkHead(line, file);
      state.started = true;
    } else if (line.startsWith('{"end":')) {
      await flush(client, batch);
      return checkEnd(line, hash.digest('hex'), state, file);
    } else if (line.startsWith('{"table":')) {
      await flush(client, batch);
      batch = emptyBatch(await enterPart(client, line, file));
      state.municipalities.add(batch.part?.municipality ?? '');
    } else {
      const table = batch.part?.table ?? '';
      state.rows.set(table, (state.rows.get(table) ?? 0) + 1);
      batch = await add(client, batch, line);
    }
    hash.update(`${line}\n`);
  }
  throw new RefusedBackup({ kind: state.started ? 'backup-truncated' : 'not-a-backup', file });
}

/** Told by its first bytes: a file that is no gzip is none of ours, one that is and cannot be read was harmed. */
async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0).finally(() => handle.close());
  return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
}

interface Batch {
  readonly part: BackupPart | null;
  readonly lines: string[];
  characters: number;
}

function emptyBatch(part: BackupPart | null): Batch {
  return { part, lines: [], characters: 0 };
}

async function add(client: PoolClient, batch: Batch, line: string): Promise<Batch> {
  batch.lines.push(line);
  batch.characters += line.length;
  if (batch.lines.length < BATCH_ROWS && batch.characters < BATCH_CHARACTERS) return batch;
  await flush(client, batch);
  return emptyBatch(batch.part);
}

async function flush(client: PoolClient, { part, lines }: Batch): Promise<void> {
  if (part === null || lines.length === 0) return;
  const { table } = part;
  const columns = await writtenColumns(client, table);
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
    [`[${lines.join(',')}]`],
  );
}

/** The columns of a table that rows are put in with: those that the database works out by itself are left to it. */
async function writtenColumns(client: PoolClient, table: string): Promise<string> {
  const { rows } = await client.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return rows[0]?.columns ?? '';
}

async function enterPart(client: PoolClient, line: string, file: string): Promise<BackupPart> {
  const part = parse<BackupPart>(line, file);
  // The name goes into the statement: only a name of our own may.
  if (!tableNames.some((name) => name === part.table)) throw new RefusedBackup({ kind: 'backup-damaged', file });
  await client.query("select set_config('handlingskraft.municipality', $1, true)", [part.municipality]);
  return part;
}

function checkHead(line: string, file: string): void {
  let head: { format?: unknown; migrations?: unknown };
  try {
    head = JSON.parse(line);
  } catch {
    throw new RefusedBackup({ kind: 'not-a-backup', file });
  }
  if (head?.format !== BACKUP_FORMAT || !Array.isArray(head.migrations))
    throw new RefusedBackup({ kind: 'not-a-backup', file });
  const ours = headOf(new Date(0)).migrations;
  if (JSON.stringify(head.migrations) !== JSON.stringify(ours))
    throw new RefusedBackup({ kind: 'backup-of-other-version', found: String(head.migrations.at(-1)) });
}

function checkEnd(
  line: string,
  sha256: string,
  state: { rows: Map<string, number>; municipalities: Set<string> },
  file: string,
): BackupSummary {
  const end = parse<BackupEnd>(line, file);
  const counted = Object.fromEntries(state.rows);
  const same =
    end.sha256 === sha256 &&
    end.end.municipalities === state.municipalities.size &&
    JSON.stringify(end.end.rows) === JSON.stringify(counted);
  if (!same) throw new RefusedBackup({ kind: 'backup-damaged', file });
  return end.end;
}

function parse<T>(line: string, file: string): T {
  try {
    return JSON.parse(line);
  } catch {
    throw new RefusedBackup({ kind: 'backup-damaged', file });
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unzipped = createGunzip();
  source.on('error', (error) => unzipped.destroy(error)).pipe(unzipped);
  const decoder = new StringDecoder('utf8');
  let pieces: string[] = [];
  for await (const chunk of unzipped) {
    const parts = decoder.write(chunk).split('\n');
    for (const [index, part] of parts.entries()) {
      pieces.push(part);
      if (index === parts.length - 1) break;
      yield pieces.join('');
      pieces = [];
    }
  }
}
