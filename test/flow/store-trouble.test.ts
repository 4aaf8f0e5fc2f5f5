import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anOfferAccepted } from '../support/an-offer-accepted.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { queryDatabase } from '../support/query-database.ts';

let connector: TestConnector;
beforeAll(async () => {
  connector = await startConnector();
  await queryDatabase(
    connector.database,
    `CREATE SEQUENCE troubles;
     CREATE TABLE trouble (code text, times integer);
     CREATE FUNCTION make_trouble() RETURNS trigger LANGUAGE plpgsql AS $$
     DECLARE wanted trouble%ROWTYPE;
     BEGIN
       SELECT * INTO wanted FROM trouble;
       -- A sequence keeps counting through every rollback.
       IF FOUND AND nextval('troubles') <= wanted.times THEN
         RAISE EXCEPTION 'made by a test' USING ERRCODE = wanted.code;
       END IF;
       RETURN NEW;
     END $$;
     CREATE TRIGGER make_trouble BEFORE INSERT ON hires FOR EACH ROW EXECUTE FUNCTION make_trouble()`,
  );
});
afterAll(() => connector.close());
beforeEach(() => trouble(null));

/** The next inserts of a hire fail with this SQLSTATE. */
async function trouble(code: string | null, times = 1_000): Promise<void> {
  await queryDatabase(connector.database, 'DELETE FROM trouble');
  await queryDatabase(connector.database, `SELECT setval('troubles', 1, false)`);
  if (code !== null) await queryDatabase(connector.database, 'INSERT INTO trouble VALUES ($1, $2)', [code, times]);
}

const anOrder = () => anOfferAccepted(connector.theirs(), connector.theirs().addCandidate('h1b-new-graduate'));

describe('a database that cannot write now', () => {
  it.each([
    ['its disk is full', '53100'],
    ['it is out of connections', '53300'],
    ['it is out of memory', '53200'],
    ['it has become a read-only replica', '25006'],
    ['every try is a serialization failure', '40001'],
    ['every try is a deadlock', '40P01'],
    ['it gave up the statement', '57014'],
    ['it shuts down', '57P01'],
  ])(
    'is answered 503 with Retry-After when %s, and the same event is accepted once that is over',
    async (_what, code) => {
      const event = anOrder();
      const before = await connector.admin.hires();
      await trouble(code);

      const refused = await connector.send(event);

      expect(refused).toMatchObject({ status: 503, code: 'STORE_UNAVAILABLE' });
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect(refused.text).not.toMatch(/made by a test|SQL|postgres/i);
      expect(await connector.admin.hires()).toHaveLength(before.length);
      await trouble(null);
      const accepted = await connector.send(event);
      expect(accepted.status).toBe(200);
      await connector.admin.hireIn('delivered', accepted.body.reference);
    },
  );

  it.each(['40001', '40P01'])('is asked again within the request after one %s, and nobody notices', async (code) => {
    await trouble(code, 1);

    const { status, body } = await connector.send(anOrder());

    expect(status).toBe(200);
    await connector.admin.hireIn('delivered', body.reference);
  });
});
