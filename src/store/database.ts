import pg from 'pg';
import { Failure, toFailure } from '../runtime/failure.ts';

/** The connection pool and the few ways in which the store uses it. Every method throws `Failure` only. */
export interface Database {
  /** Named statements are prepared once a connection. Runs again as `transaction` does. */
  readonly query: Query;
  /** Runs again, up to three times, when PostgreSQL asks for it (serialization failure, deadlock). */
  readonly transaction: <T>(work: (query: Query) => Promise<T>) => Promise<T>;
  readonly pool: pg.Pool;
  readonly close: () => Promise<void>;
}

export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

export type Query = <Row extends pg.QueryResultRow>(statement: Statement) => Promise<Row[]>;

const MAX_TRIES = 3;

/** PostgreSQL error codes under which the same statement may succeed later (appendix A of its manual). */
const passingCodes = /^(08...|53...|57P0.|57014|25006|40001|40P01|55P03|58...|XX000)$/;
const retryCodes = new Set(['40001', '40P01']);

/**
 * Every statement of ours finds its rows by an index. A prepared one may be planned while its tables are still empty, and
 * would then read them whole for as long as the connection lives: so plans that read whole tables are ruled out.
 */
const PLANNING = '-c jit=off -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off';

/**
 * `connection` is a pg pool configuration: a URL, or host, port, user and database. `planOnce` is for a pool whose named
 * statements are the same all day: each is planned once a connection, whatever its values. Left to itself PostgreSQL
 * plans a statement over arrays anew at every call as long as the arrays are short, which costs as much as running it.
 */
export function createDatabase(
  connection: pg.PoolConfig,
  onIdleError: (error: Failure) => void,
  { planOnce = false } = {},
): Database {
  const pool = new pg.Pool({
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    // A half-open socket never answers: the client gives up a little after the server would have.
    statement_timeout: 10_000,
    query_timeout: 12_000,
    idle_in_transaction_session_timeout: 15_000,
    keepAlive: true,
    application_name: 'immigration-connector',
    options: planOnce ? `${PLANNING} -c plan_cache_mode=force_generic_plan` : PLANNING,
    ...connection,
  });
  pool.on('error', (error) => onIdleError(toStoreFailure(error)));
  // While a client is checked out the pool does not listen; its statement fails too, so nothing is left to be done.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    pool,
    query: (statement) => retrying(() => run(pool, statement)),
    transaction: (work) => retrying(() => inTransaction(pool, work)),
    close: () => pool.end(),
  };
}

/** True when the data of one row made the statement fail (classes 22 and 23), not the server or the connection. */
export function isRowsFault(error: unknown): boolean {
  return (
    error instanceof Failure &&
    error.facts['sqlstateClass'] !== undefined &&
    ['22', '23'].includes(String(error.facts['sqlstateClass']))
  );
}

async function run<Row extends pg.QueryResultRow>(
  client: pg.Pool | pg.PoolClient,
  statement: Statement,
): Promise<Row[]> {
  try {
    const { rows } = await client.query<Row>({ ...statement, values: [...(statement.values ?? [])] });
    return rows;
  } catch (error) {
    throw toStoreFailure(error);
  }
}

function retrying<T>(work: () => Promise<T>, triesLeft = MAX_TRIES): Promise<T> {
  return work().catch((error: unknown) => {
    if (triesLeft <= 1 || !asksForRetry(error)) throw error;
    return retrying(work, triesLeft - 1);
  });
}

async function inTransaction<T>(pool: pg.Pool, work: (query: Query) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw toStoreFailure(error);
  });
  let broken: Error | undefined;
  try {
    await run(client, { text: 'BEGIN' });
    const result = await work((statement) => run(client, statement));
    await run(client, { text: 'COMMIT' });
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((rollback: unknown) => (broken = toStoreFailure(rollback)));
    throw error;
  } finally {
    client.release(broken);
  }
}

function asksForRetry(error: unknown): boolean {
  return error instanceof Failure && retryCodes.has(String(error.facts['sqlstate']));
}

/** PostgreSQL's messages may quote values, so only its code is kept. */
function toStoreFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof TypeError || error instanceof RangeError) return toFailure(error);
  if (!(error instanceof pg.DatabaseError)) return unavailable({});
  const sqlstate = error.code ?? 'unknown';
  const facts = {
    sqlstate,
    sqlstateClass: sqlstate.slice(0, 2),
    ...(error.constraint ? { constraint: error.constraint } : {}),
  };
  if (mayPass(error, sqlstate)) return unavailable(facts);
  return new Failure('defect', 'INTERNAL', `The database refused a statement (SQLSTATE ${sqlstate}).`, { facts });
}

/** A fatal error ends the connection or refuses a new one: no statement of ours is at fault. */
function mayPass({ severity }: pg.DatabaseError, sqlstate: string): boolean {
  return severity === 'FATAL' || passingCodes.test(sqlstate);
}

function unavailable(facts: Record<string, string>): Failure {
  return new Failure(
    'unavailable',
    'STORE_UNAVAILABLE',
    'The database does not answer just now. Try again in a few seconds.',
    {
      facts,
      retryAfterMs: 5_000,
    },
  );
}
