import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aMove, anOfferAccepted } from '../support/an-offer-accepted.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';

interface Page {
  readonly items: readonly { readonly id: string }[];
  readonly next: string | null;
}

const HIRES = 7;

let connector: TestConnector;
beforeAll(async () => {
  connector = await startConnector();
  const theirs = connector.theirs();
  const ordered = Array.from({ length: HIRES }, (_one, index) =>
    theirs.addCandidate(index % 2 === 0 ? 'h1b-new-graduate' : 'tn-canada'),
  );
  for (const candidate of ordered) await connector.send(anOfferAccepted(theirs, candidate));
  await connector.send(anOfferAccepted(theirs, theirs.addCandidate('no-birth-date')));
  await connector.send(aMove(theirs, theirs.candidate('e3'), 'interview'));
  await connector.admin.idle();
});
afterAll(() => connector.close());

const page = async (path: string, query: Record<string, string | number>): Promise<Page> =>
  (await connector.admin.get(path).query(query).expect(200)).body as Page;

async function everyPage(path: string, limit: number): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor: string | null | undefined;
  do {
    const { items, next }: Page = await page(path, { limit, ...(cursor ? { cursor } : {}) });
    expect(items.length).toBeLessThanOrEqual(limit);
    ids.push(...items.map(({ id }) => id));
    cursor = next;
  } while (cursor !== null);
  return ids;
}

describe('lists', () => {
  it.each([
    ['/api/v1/hires', HIRES],
    ['/api/v1/cases', HIRES],
    ['/api/v1/events', HIRES + 2],
  ])('%s gives every row once, newest first, whatever the page', async (path, count) => {
    const [inOne, inTwos, inThrees] = [await everyPage(path, 200), await everyPage(path, 2), await everyPage(path, 3)];

    expect(inOne).toHaveLength(count);
    expect(inOne).toEqual([...inOne].sort().reverse());
    expect(inTwos).toEqual(inOne);
    expect(inThrees).toEqual(inOne);
  });

  it('the audit log gives every entry once, oldest first', async () => {
    const { items } = await page('/api/v1/audit', { limit: 200 });
    const paged = await everyPage('/api/v1/audit', 4);

    expect(paged).toEqual(items.map(({ id }) => id));
    expect(items.map(({ id }) => Number(id))).toEqual(
      items.map(({ id }) => Number(id)).sort((one, other) => one - other),
    );
  });

  it('platforms are paged by customer ID', async () => {
    await connector.serve('9002');

    const first = await connector.admin.get('/api/v1/platforms').query({ limit: 1 }).expect(200);
    const second = await connector.admin.get('/api/v1/platforms').query({ limit: 1, cursor: '9001' }).expect(200);

    expect(first.body).toMatchObject({ items: [{ customerId: '9001' }], next: '9001' });
    expect(second.body).toMatchObject({ items: [{ customerId: '9002' }], next: null });
  });

  it('are filtered', async () => {
    const [newest] = await connector.admin.hires();
    const at = String(newest?.acceptedAt);
    const count = async (list: 'hires' | 'events' | 'cases', query: Record<string, string>): Promise<number> =>
      (await connector.admin[list](query)).length;

    expect(await count('hires', { state: 'delivered' })).toBe(HIRES);
    expect(await count('hires', { state: 'parked' })).toBe(0);
    expect(await count('hires', { workflowId: String(newest?.workflowId) })).toBe(1);
    expect(await count('hires', { from: at })).toBe(1);
    expect(await count('hires', { to: at })).toBe(HIRES - 1);
    expect(await count('cases', { state: 'open' })).toBe(HIRES);
    expect(await count('cases', { state: 'withdrawn' })).toBe(0);
    expect(await count('events', { outcome: 'accepted' })).toBe(HIRES);
    expect(await count('events', { outcome: 'refused' })).toBe(1);
    expect(await count('events', { outcome: 'ignored' })).toBe(1);
    expect(await count('events', { eventType: 'OnboardPortalTaskEvent' })).toBe(0);
  });

  it('of hires and cases tell nothing about the person', async () => {
    for (const path of ['/api/v1/hires', '/api/v1/cases', '/api/v1/events']) {
      const { text } = await connector.admin.get(path).expect(200);
      expect(text).not.toMatch(/Vantalore|Beausoleil|candidate\.|"fields"/);
    }
  });
});

describe('a single record', () => {
  it('of a case is found by number and by id, with its history', async () => {
    const [summary] = await connector.admin.cases();
    const byNumber = await connector.admin.get(`/api/v1/cases/${String(summary?.number)}`).expect(200);
    const byId = await connector.admin.get(`/api/v1/cases/${String(summary?.id)}`).expect(200);

    expect(byId.body).toEqual(byNumber.body);
    expect(byId.body).toMatchObject({ history: [{ what: 'opened' }], fields: { person: expect.anything() } });
  });

  it('of a hire names its event, and every attempt in order', async () => {
    const [newest] = await connector.admin.hires();

    const hire = await connector.admin.hire(String(newest?.id));

    expect(hire.attemptLog.map(({ step }) => step)).toEqual(['announce', 'open-case', 'write-back']);
    const { body } = await connector.admin.get(`/api/v1/events/${hire.eventId}`).expect(200);
    expect(body).toMatchObject({ hireId: hire.id, outcome: 'accepted' });
  });

  it('counts how complete the hire is for its category', async () => {
    const [newest] = await connector.admin.hires();

    expect(newest?.completeness.needed).toBe(
      Number(newest?.completeness.present) + Number(newest?.completeness.missing.length),
    );
  });
});
