import { type ConnectionTestStore, type KeptConnectionTest } from '../console/connection-test-store.ts';
import { type Database } from './database.ts';

const KEEP = `INSERT INTO connection_tests (customer_id, tested_at, tested_by, version, ok, result)
  SELECT $1, $2, $3, $4, $5, $6 WHERE EXISTS (SELECT FROM platforms WHERE customer_id = $1)
  ON CONFLICT (customer_id) DO UPDATE SET tested_at = excluded.tested_at, tested_by = excluded.tested_by,
    version = excluded.version, ok = excluded.ok, result = excluded.result
    WHERE connection_tests.tested_at <= excluded.tested_at`;
const LAST = `SELECT tested_at AS "testedAt", tested_by AS "testedBy", version, ok, result
  FROM connection_tests WHERE customer_id = $1`;

type Row = Pick<KeptConnectionTest, 'testedAt' | 'testedBy' | 'version' | 'ok'> & {
  readonly result: Omit<KeptConnectionTest, 'testedAt' | 'testedBy' | 'version' | 'ok'>;
};

/** The last test of each platform; of two at the same time the later one. */
export function createConnectionTestStore({ query }: Database): ConnectionTestStore {
  return {
    async keepConnectionTest(customerId, { testedAt, testedBy, version, ok, ...result }) {
      await query({ text: KEEP, values: [customerId, testedAt, testedBy, version, ok, JSON.stringify(result)] });
    },
    async lastConnectionTest(customerId) {
      const [row] = await query<Row>({ text: LAST, values: [customerId] });
      if (row === undefined) return undefined;
      const { result, ...about } = row;
      return { ...result, ...about };
    },
  };
}
