import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type components } from '../../src/contract/generated/admin.ts';
import { anOfferAccepted } from '../support/an-offer-accepted.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { openDataLife } from '../support/open-data-life.ts';
import { somebody, type SignedIn } from '../support/people.ts';
import { queryDatabase } from '../support/query-database.ts';

type Case = components['schemas']['Case'];

let connector: TestConnector;
let hr: SignedIn;
beforeAll(async () => {
  connector = await startConnector({ platforms: { '9001': {}, '9002': {} } });
  hr = await somebody(connector, 'hr@example.com', [{ customerId: '9001', role: 'hr' }]);
});
afterAll(() => connector.close());

async function aCase(customerId = '9001', situation: 'h1b-new-graduate' | 'tn-canada' = 'h1b-new-graduate') {
  const theirs = connector.theirs(customerId);
  const { body } = await connector.send(anOfferAccepted(theirs, theirs.addCandidate(situation)));
  await connector.admin.settled(body.reference);
  return connector.admin.caseOf(String(body.reference));
}
const mark = (who: SignedIn, { number }: Case, document: string, state: string) =>
  who.call('put', `/api/v1/cases/${number}/documents/${document}`, { state });
const read = async ({ number }: Case) =>
  (await connector.admin.get(`/api/v1/cases/${number}`).expect(200)).body as Case;
const stateOf = ({ documents }: Case, id: string) => documents.find((document) => document.id === id)?.state;

describe('documents of a case', () => {
  it('are all to come when it opens, and are those of its category', async () => {
    const [ofH1b, ofTn] = [await aCase(), await aCase('9001', 'tn-canada')];

    expect(new Set(ofH1b.documents.map(({ state }) => state))).toEqual(new Set(['to-come']));
    expect(ofH1b.documents.map(({ id }) => id)).toEqual(expect.arrayContaining(['passport', 'degree', 'offer-letter']));
    expect(ofTn.documents.map(({ id }) => id)).not.toContain('pay-records');
  });

  it('are marked by HR, with who and when in the case, its history and the audit log', async () => {
    const theCase = await aCase();

    await mark(hr, theCase, 'passport', 'received').expect(200);
    const { body } = await mark(hr, theCase, 'degree-evaluation', 'not-needed').expect(200);

    const after = await read(theCase);
    expect((body as { items: unknown }).items).toEqual(after.documents);
    expect(after.documents.find(({ id }) => id === 'passport')).toMatchObject({
      state: 'received',
      changedBy: 'hr@example.com',
      changedAt: expect.stringMatching(/Z$/),
    });
    expect(after.history.map(({ what, about, by }) => [what, ...about, by])).toEqual([
      ['opened', null],
      ['document-received', 'passport', 'hr@example.com'],
      ['document-not-needed', 'degree-evaluation', 'hr@example.com'],
    ]);
    const filter = { action: 'case.document-marked', subject: theCase.id };
    const audit = await connector.admin.post('/api/v1/audit/search', { filter }).expect(200);
    expect((audit.body as { items: { actor: string; detail: object }[] }).items).toMatchObject([
      { actor: 'hr@example.com', detail: { document: 'degree-evaluation', state: 'not-needed' } },
      { actor: 'hr@example.com', detail: { document: 'passport', state: 'received' } },
    ]);
  });

  it('leave one line however often the same is said, and can be taken back', async () => {
    const theCase = await aCase();
    for (const state of ['to-come', 'received', 'received', 'to-come'])
      await mark(hr, theCase, 'resume', state).expect(200);

    const after = await read(theCase);

    expect(after.history.map(({ what }) => what)).toEqual(['opened', 'document-received', 'document-to-come']);
    expect(stateOf(after, 'resume')).toBe('to-come');
  });

  it('that the case does not ask for are not there, whatever is said of them', async () => {
    const theCase = await aCase();

    await mark(hr, theCase, 'treaty-ownership', 'received').expect(404);
    await mark(hr, theCase, 'i-9', 'received').expect(404);
    await mark(hr, theCase, 'passport', 'lost').expect(400);
  });

  it('stay as they are once the case has ended', async () => {
    const theCase = await aCase();
    await connector.admin.post(`/api/v1/hires/${theCase.hireId}/case-state`, { state: 'completed' }).expect(202);

    await mark(hr, theCase, 'passport', 'received').expect(409);

    const after = await read(theCase);
    expect(stateOf(after, 'passport')).toBe('to-come');
    expect(after.history.at(-1)).toMatchObject({ what: 'completed', by: 'admin-token' });
  });

  it('are out of reach for a foreign platform, and for who may only read', async () => {
    const [ours, theirs] = [await aCase(), await aCase('9002')];
    const auditor = await somebody(connector, 'auditor@example.com', [{ customerId: '9001', role: 'auditor' }]);

    await mark(hr, theirs, 'passport', 'received').expect(404);
    await mark(auditor, ours, 'passport', 'received').expect(403);

    expect(stateOf(await read(theirs), 'passport')).toBe('to-come');
  });

  it('go with the case when the person is erased', async () => {
    const theCase = await aCase();
    await mark(hr, theCase, 'passport', 'received').expect(200);
    const { personId } = await connector.admin.hire(theCase.hireId);

    const { body } = await connector.admin
      .post('/api/v1/platforms/9001/erasures', { personId, openHires: 'withdraw' })
      .expect(202);
    await connector.admin.settled(theCase.hireId);
    const life = openDataLife(connector.database);
    const { id } = body as { id: string };
    for (const minutes of [0, 5]) await life.erasures.pursue(id, new Date(Date.now() + minutes * 60_000));
    await life.close();

    const left = 'SELECT FROM case_documents WHERE case_id = $1';
    expect(await queryDatabase(connector.database, left, [theCase.id])).toEqual([]);
  });
});
