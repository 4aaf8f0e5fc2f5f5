import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type PlatformField } from '../../src/hires/platform-fields.ts';
import { anOfferAccepted } from '../support/an-offer-accepted.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';

let connector: TestConnector;
beforeAll(async () => {
  connector = await startConnector({ platforms: { '9001': {}, '9002': {} } });
});
afterAll(() => connector.close());

const path = (customerId: string): string => `/api/v1/platforms/${customerId}/fields`;
const fieldsOf = async (customerId: string): Promise<readonly PlatformField[]> => {
  const { body } = await connector.admin.get(path(customerId)).expect(200);
  return (body as { items: PlatformField[] }).items;
};
const named = (fields: readonly PlatformField[]): readonly string[] =>
  fields.map(({ profile, field }) => `${profile}.${field}`);

describe('the fields of a platform', () => {
  it('are those that a hire is really read from and written to', async () => {
    const theirs = connector.theirs();
    theirs.calls.reset();
    const { body } = await connector.send(anOfferAccepted(theirs, theirs.addCandidate('h1b-new-graduate')));
    await connector.admin.hireIn('delivered', body.reference);

    const calls = theirs.calls.list().filter(({ area }) => !['token', 'search'].includes(area));
    const read = calls.flatMap(({ area, fieldsRead }) => fieldsRead.map((field) => `${area}.${field}`));
    const written = calls.flatMap(({ area, fieldsWritten }) => fieldsWritten.map((field) => `${area}.${field}`));

    const fields = await fieldsOf('9001');
    expect(named(fields.filter(({ access }) => access === 'read')).toSorted()).toEqual(
      [...new Set(read)].filter((each) => !isCollectionOf(each, written)).toSorted(),
    );
    expect(named(fields.filter(({ access }) => access === 'read-write')).toSorted()).toEqual(
      [...new Set(written)].toSorted(),
    );
  });

  it('say what each is for', async () => {
    expect(await fieldsOf('9001')).toEqual(
      expect.arrayContaining([
        { profile: 'people', field: 'birthdate', access: 'read', why: ['person.date_of_birth'] },
        { profile: 'jobs', field: 'assessmenttype', access: 'read', why: ['package'] },
      ]),
    );
  });

  it('are its own: another platform has others of its own, and neither hears of those', async () => {
    const [ours, theirs] = [named(await fieldsOf('9001')), named(await fieldsOf('9002'))];

    const custom = (fields: readonly string[]) => fields.filter((field) => /\.field\d/.test(field));
    expect(custom(ours)).not.toHaveLength(0);
    expect(custom(theirs)).not.toHaveLength(0);
    expect(custom(ours).filter((field) => custom(theirs).includes(field))).toEqual([]);
  });

  it('are not told of a platform that is not served, nor to somebody without the token', async () => {
    await connector.admin.get(path('9003')).expect(404);

    const { body } = await request(connector.url).get(path('9001')).expect(401);
    expect(body).not.toHaveProperty('items');
  });

  it('are told anew when the platform document changes, and only of that platform', async () => {
    const before = await fieldsOf('9002');
    await connector.serve('9001', { writeBack: null });

    expect((await fieldsOf('9001')).filter(({ access }) => access === 'read-write')).toEqual([]);
    expect(await fieldsOf('9002')).toEqual(before);
  });
});

/** The write-back looks at the whole collection that it writes into. */
function isCollectionOf(field: string, written: readonly string[]): boolean {
  return written.some((each) => each.startsWith(`${field}.`));
}
