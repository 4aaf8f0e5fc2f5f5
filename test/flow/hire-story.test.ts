import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type components } from '../../src/contract/generated/admin.ts';
import { anOfferAccepted } from '../support/an-offer-accepted.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { somebody, type SignedIn } from '../support/people.ts';
import { queryDatabase } from '../support/query-database.ts';

type Story = components['schemas']['HireStory'];
type Found = components['schemas']['FoundHire'];

let connector: TestConnector;
let id: string;
let legal: SignedIn;
let stranger: SignedIn;
beforeAll(async () => {
  connector = await startConnector({ platforms: { '9001': {}, '9002': {} } });
  const theirs = connector.theirs();
  const { body } = await connector.send(anOfferAccepted(theirs, theirs.addCandidate('h1b-new-graduate')));
  id = (await connector.admin.hireIn('delivered', body.reference)).id;
  legal = await somebody(connector, 'legal@example.com', [{ customerId: '9001', role: 'legal' }]);
  stranger = await somebody(connector, 'stranger@example.com', [{ customerId: '9002', role: 'legal' }]);
}, 60_000);
afterAll(() => connector.close());

const storyFor = async (person: SignedIn): Promise<Story> =>
  (await person.call('get', `/api/v1/hires/${id}`).expect(200)).body as Story;
const stepOf = ({ trace }: Story, key: string) => trace?.steps.find((step) => step.key === key);

describe('the story of a hire', () => {
  it('says what was read from iCIMS, and what each field was made of', async () => {
    const { trace, personId, jobId } = await storyFor(legal);

    expect(trace?.reads.map(({ profile, id: of }) => [profile, of])).toEqual(
      expect.arrayContaining([
        ['people', personId],
        ['jobs', jobId],
      ]),
    );
    expect(trace?.reads.find(({ profile }) => profile === 'people')?.fields).toContain('lastname');
    expect(stepOf(await storyFor(legal), 'person.family_name')).toEqual({
      ...{ key: 'person.family_name', from: 'person.lastname', outcome: 'mapped', byTable: false },
      read: ['Vantalore'],
    });
  });

  it('masks what was read for a field that is masked, until it is revealed', async () => {
    const masked = stepOf(await storyFor(legal), 'person.date_of_birth');
    const revealed = await legal
      .call('post', `/api/v1/hires/${id}/reveal`, { key: 'person.date_of_birth' })
      .expect(200);

    expect(masked?.read).toEqual(['•••']);
    const { values, read } = revealed.body as { values: string[]; read: string[] };
    expect(values[0]).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(read).toHaveLength(1);
    expect(read).not.toEqual(['•••']);
  });

  it('shows every call of an attempt, without query, body or credential', async () => {
    const { attemptLog } = await storyFor(legal);
    const written = attemptLog.find(({ step }) => step === 'write-back');

    expect(written?.calls).not.toHaveLength(0);
    expect(written?.calls).toContainEqual(
      expect.objectContaining({
        status: expect.any(Number),
        path: expect.stringMatching(/^\/[^?]*applicantworkflows\//),
      }),
    );
    expect(Object.keys(written?.calls[0] ?? {}).sort()).toEqual(['host', 'method', 'milliseconds', 'path', 'status']);
  });

  it('of a hire from before traces were kept says that there is none', async () => {
    const theirs = connector.theirs();
    const { body } = await connector.send(anOfferAccepted(theirs, theirs.addCandidate('tn-canada')));
    const { reference } = body as { reference: string };
    await queryDatabase(connector.database, `UPDATE hires SET trace_sealed = NULL WHERE id = '${reference}'`);

    expect((await connector.admin.hire(reference)).trace).toBeNull();
  });
});

describe('search by name', () => {
  const search = (person: SignedIn, body: object) => person.call('post', '/api/v1/hires/search', body);

  it.each(['Vantalore', 'VANTALORE', ' vántalore '])('finds %p whatever its case and accents', async (name) => {
    const { body } = await search(legal, { customerId: '9001', name }).expect(200);

    const { items } = body as { items: Found[] };
    expect(items.map((hire) => hire.id)).toContain(id);
    expect(items.find((hire) => hire.id === id)?.personName).toContain('Vantalore');
  });

  it('wants every word of the name', async () => {
    const { body } = await search(legal, { customerId: '9001', name: 'Vantalore Somebody-Else' }).expect(200);

    expect(body).toEqual({ items: [], next: null });
  });

  it('gives every hire once, whatever the page', async () => {
    const theirs = connector.theirs();
    const sent = await connector.send(anOfferAccepted(theirs, theirs.addCandidate('h1b-new-graduate')));
    await connector.admin.hireIn('delivered', sent.body.reference);
    const wish = { customerId: '9001', name: 'Vantalore' };
    const all = (await search(legal, wish).expect(200)).body as { items: Found[] };
    const first = (await search(legal, { ...wish, limit: 1 }).expect(200)).body as { items: Found[]; next: string };
    const rest = (await search(legal, { ...wish, cursor: first.next }).expect(200)).body as { items: Found[] };

    expect(all.items.length).toBeGreaterThan(1);
    expect([...first.items, ...rest.items]).toEqual(all.items);
  });

  it('does not know the platform of others, nor finds its people on another', async () => {
    await search(stranger, { customerId: '9001', name: 'Vantalore' }).expect(404);
    const { body } = await search(stranger, { customerId: '9002', name: 'Vantalore' }).expect(200);

    expect((body as { items: Found[] }).items).toEqual([]);
  });

  it('is audited without the name, which stands in the clear nowhere in the database', async () => {
    await search(legal, { customerId: '9001', name: 'Vantalore' }).expect(200);
    const { body } = await connector.admin.get('/api/v1/audit?limit=200').expect(200);

    expect((body as { items: { action: string }[] }).items.map(({ action }) => action)).toContain('hires.searched');
    expect(JSON.stringify(body)).not.toMatch(/vantalore/i);
    expect(connector.logLines().join('\n')).not.toMatch(/vantalore/i);
  });
});

describe('lists', () => {
  it('find a hire by each id that iCIMS has for it, and its events by the workflow', async () => {
    const hire = await connector.admin.hire(id);
    const byId = async (query: Record<string, string>) => (await connector.admin.hires(query)).map((found) => found.id);

    expect(await byId({ personId: hire.personId })).toContain(id);
    expect(await byId({ jobId: hire.jobId ?? '' })).toContain(id);
    expect(await byId({ personId: '1' })).toEqual([]);
    expect((await connector.admin.events({ workflowId: hire.workflowId })).map((event) => event.hireId)).toContain(id);
    expect(await connector.admin.events({ workflowId: '1' })).toEqual([]);
  });
});
