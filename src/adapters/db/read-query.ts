import { type Connection, Query, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg';

/** A statement with its values; without a name the server keeps nothing of it. */
export interface SentStatement {
  readonly name?: string;
  readonly text: string;
  readonly values: unknown[];
}

const OPENING_NAME = 'open_read';
// Gives no row, so that only the statement answers with any. Both settings end with the transaction.
const OPENING = `select where set_config('handlingskraft.municipality', $1, true) is null
  or set_config('transaction_read_only', 'on', true) is null`;

/**
 * One statement in a read-only transaction of its own, in one municipality. What opens the transaction travels in the
 * same message, and the end of the message ends it: one way there and one way back, where "begin" and "commit" as
 * statements of their own cost more than a small read does. After a failure the connection is not to be used again.
 */
export class ReadQuery<R extends QueryResultRow> extends Query<R> {
  constructor(
    municipality: string,
    statement: SentStatement,
    done: (error: Error | null | undefined, result: QueryResult<R>) => void,
  ) {
    // Always as messages of the extended protocol, also without values: a simple query would end what was opened before it.
    super({ ...statement, queryMode: 'extended' } as QueryConfig, (error, results) => {
      // Two statements were run in one message: the answers are those of the opening and of the statement itself.
      const [, answer] = (results ?? []) as unknown as [QueryResult, QueryResult<R>];
      done(error, answer);
    });
    const submitStatement = this.submit.bind(this);
    this.submit = (connection) => {
      connection.stream.cork();
      open(connection, municipality, statement.name !== undefined);
      submitStatement(connection);
      connection.stream.uncork();
    };
  }
}

const opened = new WeakSet<Connection>();

function open(connection: Connection, municipality: string, named: boolean): void {
  const name = named ? OPENING_NAME : '';
  if (!named || !opened.has(connection)) connection.parse({ name, text: OPENING, types: [] }, true);
  if (named) opened.add(connection);
  connection.bind({ statement: name, values: [municipality] }, true);
  connection.execute({}, true);
}
