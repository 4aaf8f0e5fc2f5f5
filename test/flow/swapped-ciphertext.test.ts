import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anOfferAccepted } from '../support/an-offer-accepted.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { queryDatabase } from '../support/query-database.ts';

let connector: TestConnector;
const hireOf: Record<string, string> = {};
beforeAll(async () => {
  connector = await startConnector({ platforms: { '9001': {}, '9002': {} } });
  for (const customerId of ['9001', '9002']) {
    const theirs = connector.theirs(customerId);
    const { body } = await connector.send(anOfferAccepted(theirs, theirs.addCandidate('h1b-new-graduate')));
    hireOf[customerId] = (await connector.admin.hireIn('delivered', body.reference)).id;
  }
});
afterAll(() => connector.close());

const sql = (statement: string, ...values: unknown[]) => queryDatabase(connector.database, statement, values);
const fieldsOf = async (customerId: string) => (await connector.admin.hire(String(hireOf[customerId]))).fields;

/** Does something to the stored bytes, looks, and puts all back as it was. */
async function whileSwapped<T>(table: string, column: string, swap: () => Promise<unknown>, look: () => Promise<T>) {
  await sql(`CREATE TABLE kept AS SELECT * FROM ${table}`);
  try {
    await swap();
    return await look();
  } finally {
    await sql(`UPDATE ${table} SET ${column} = kept.${column} FROM kept WHERE kept.id = ${table}.id`);
    await sql('DROP TABLE kept');
  }
}

describe('a stored ciphertext', () => {
  it('of one platform cannot be read as that of another', async () => {
    const swap = () =>
      sql(
        `UPDATE hires SET fields_sealed = (SELECT kept.fields_sealed FROM kept WHERE kept.id <> hires.id LIMIT 1)
         WHERE customer_id = '9001'`,
      );

    expect(await whileSwapped('hires', 'fields_sealed', swap, () => fieldsOf('9001'))).toBeNull();

    expect(await fieldsOf('9001')).toMatchObject({ person: expect.anything() });
  });

  it('stays unreadable when the row is handed to another platform as a whole', async () => {
    const swap = () => sql(`UPDATE hires SET customer_id = '9002' WHERE id = $1`, hireOf['9001']);

    expect(await whileSwapped('hires', 'customer_id', swap, () => fieldsOf('9001'))).toBeNull();
  });

  it('of one column cannot be read in another', async () => {
    const swap = () =>
      sql(
        `UPDATE hires SET fields_sealed = (SELECT cases.fields_sealed FROM cases WHERE cases.hire_id = hires.id)
         WHERE customer_id = '9001'`,
      );

    expect(await whileSwapped('hires', 'fields_sealed', swap, () => fieldsOf('9001'))).toBeNull();
  });

  it('of a case cannot be read as that of another case, and the answer tells nothing of it', async () => {
    const { caseId } = await connector.admin.hire(String(hireOf['9001']));
    const swap = () =>
      sql(`UPDATE cases SET fields_sealed = (SELECT kept.fields_sealed FROM kept WHERE kept.id <> cases.id LIMIT 1)`);

    const { status, text } = await whileSwapped('cases', 'fields_sealed', swap, async () =>
      connector.admin.get(`/api/v1/cases/${String(caseId)}`),
    );

    expect([status, (JSON.parse(text) as { fields: unknown }).fields]).toEqual([200, null]);
    expect(text).not.toMatch(/family_name|sealed|decrypt|aes/i);
  });

  it.each([
    ['the nonce', 5],
    ['the ciphertext', 20],
    ['the key version', 4],
    ['the format', 0],
  ])('with one bit flipped in %s is not read', async (_what, at) => {
    const swap = () =>
      sql(
        `UPDATE hires SET fields_sealed = set_byte(fields_sealed, $1, get_byte(fields_sealed, $1) # 1) WHERE id = $2`,
        at,
        hireOf['9001'],
      );

    expect(await whileSwapped('hires', 'fields_sealed', swap, () => fieldsOf('9001'))).toBeNull();
  });

  it('with one bit flipped in its tag, or cut short, is not read', async () => {
    for (const change of [
      'set_byte(fields_sealed, length(fields_sealed) - 1, get_byte(fields_sealed, length(fields_sealed) - 1) # 1)',
      'substr(fields_sealed, 1, length(fields_sealed) - 1)',
      `''::bytea`,
    ]) {
      const swap = () => sql(`UPDATE hires SET fields_sealed = ${change} WHERE id = $1`, hireOf['9001']);

      expect(await whileSwapped('hires', 'fields_sealed', swap, () => fieldsOf('9001'))).toBeNull();
    }
  });
});

describe('the data keys of two platforms, exchanged', () => {
  it('open nothing after a restart, and a right start finds all as it was', async () => {
    const exchange = () =>
      sql(
        `UPDATE data_keys SET wrapped = other.wrapped FROM data_keys other
         WHERE other.customer_id <> data_keys.customer_id`,
      );
    await exchange();
    await connector.stop();

    const broken = await startConnector({ on: connector });
    const answer = await broken.admin.get(`/api/v1/hires/${String(hireOf['9001'])}`);
    expect(answer).toMatchObject({ status: 500, body: { code: 'INTERNAL' } });
    expect(answer.text).not.toMatch(/family_name|wrapped|data_key/);
    await broken.stop();
    await exchange();
    connector = await startConnector({ on: connector });

    expect(await fieldsOf('9001')).toMatchObject({ person: expect.anything() });
  });
});
