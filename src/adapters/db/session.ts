import {
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import type { QueryResult, QueryResultRow } from 'pg';
import { assert } from '../../core/shared/result.ts';
import type { SentStatement } from './read-query.ts';
import type { Schema } from './schema.ts';

/** Builds queries and runs none: every query runs in a session, so that none can run without its municipality. */
export const query = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** A statement written out, with its parameters; `T` is what a row looks like. */
export interface WrittenStatement<T> {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  /** Only for the compiler: a statement is told apart by its rows. */
  readonly row?: T;
}

/** A statement written out by hand, for what a query builder says less clearly. */
export function written<T>(sql: string, parameters: readonly unknown[]): WrittenStatement<T> {
  return { sql, parameters };
}

export type Statement<T> = Compilable<T> | WrittenStatement<T>;

/** Told of every statement that reads or writes rows; what opens and closes a transaction travels along and is not told. */
export type OnQuery = (text: string) => void;

/** How sessions run their statements. */
export interface SessionSettings {
  readonly onQuery?: OnQuery | undefined;
  /**
   * True to let the server keep each statement prepared under a name, which halves the cost of a page. Only where nothing
   * stands between: poolers in transaction mode (PgBouncer before 1.21) lose names. Source: spec/storage.md.
   */
  readonly namedStatements: boolean;
  /** Most statements in one session; left out for any number. */
  readonly mostStatements?: number;
}

/** One transaction in one municipality. */
export interface Session {
  readonly municipality: string;
  all<T>(statement: Statement<T>): Promise<T[]>;
  first<T>(statement: Statement<T>): Promise<T | null>;
  /** Runs a statement that writes; gives the number of rows that it touched. */
  write(statement: Statement<unknown>): Promise<number>;
  /** Runs a statement that writes and gives rows back. */
  writeReturning<T>(statement: Statement<T>): Promise<T[]>;
  /** Rows written so far, events left out. */
  writtenRows(): number;
}

/** Sends a statement within the session's transaction. */
export type Send = <R extends QueryResultRow>(statement: SentStatement) => Promise<QueryResult<R>>;

/** A session that sends its statements in a transaction. */
export function createSession(send: Send, municipality: string, settings: SessionSettings): Session {
  let rows = 0;
  let statements = 0;
  async function run<T>(statement: Statement<T>): Promise<QueryResult<QueryResultRow & T>> {
    const { sql, parameters } = 'compile' in statement ? statement.compile() : statement;
    statements += 1;
    assert(statements <= (settings.mostStatements ?? statements), 'a read of one statement sends another');
    settings.onQuery?.(sql);
    const values = [...parameters];
    if (!settings.namedStatements) return send({ text: sql, values });
    return send({ name: statementName(sql), text: sql, values });
  }
  async function write<T>(statement: Statement<T>): Promise<QueryResult<QueryResultRow & T>> {
    const result = await run(statement);
    rows += result.rowCount ?? 0;
    return result;
  }
  return {
    municipality,
    all: async (statement) => (await run(statement)).rows,
    first: async (statement) => (await run(statement)).rows[0] ?? null,
    write: async (statement) => (await write(statement)).rowCount ?? 0,
    writeReturning: async (statement) => (await write(statement)).rows,
    writtenRows: () => rows,
  };
}

const names = new Map<string, string>();
const MOST_NAMES = 500;

/** One name for one text. Texts are written in the program, so they are few; past 500 the rest goes unnamed (""). */
function statementName(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= MOST_NAMES) return '';
  const name = `s${names.size}`;
  names.set(sql, name);
  return name;
}

/** The words that open a transaction in one municipality, in one message: the setting ends with the transaction. */
export function openingWords(municipality: string): string {
  assert(/^[0-9]{4}$/.test(municipality), 'a municipality is four digits');
  return `begin; select set_config('handlingskraft.municipality', '${municipality}', true)`;
}
