import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type components } from '../../src/contract/generated/admin.ts';
import { createIcims } from '../../src/icims/create-icims.ts';
import { reconcilePlatform } from '../../src/intake/reconciliation/reconcile-platform.ts';
import { type ReconciliationStore } from '../../src/intake/reconciliation/reconciliation-store.ts';
import { reconcilePlatforms } from '../../src/intake/reconciliation/reconcile-platforms.ts';
import { type Failure } from '../../src/runtime/failure.ts';
import { createHttp } from '../../src/runtime/http.ts';
import { type Candidate } from '../../src/sandbox/seed/seed-platform.ts';
import { type Store } from '../../src/store/open-store.ts';
import { anOfferAccepted } from '../support/an-offer-accepted.ts';
import { MASTER_KEY, startConnector, type TestConnector } from '../support/connector.ts';
import { somebody } from '../support/people.ts';
import { queryDatabase } from '../support/query-database.ts';
import { openStoreBeside } from '../support/store-beside.ts';

type MissedHire = components['schemas']['MissedHire'];
type Opened = components['schemas']['OpenedMissedHire'];

let connector: TestConnector;
let store: Store;
let troubles: Failure[] = [];

beforeAll(async () => {
  connector = await startConnector({ platforms: { '9001': {}, '9002': {} } });
  store = await openStoreBeside(connector.database, MASTER_KEY);
});
afterAll(async () => {
  await store.close();
  await connector.close();
});
beforeEach(async () => {
  troubles = [];
  for (const theirs of [connector.theirs('9001'), connector.theirs('9002')]) theirs.faults.clear();
  await queryDatabase(connector.database, 'DELETE FROM reconciled_workflows');
  await queryDatabase(connector.database, 'DELETE FROM reconciliations');
});

/** What the chore does, at once, with a client of its own as another replica has. */
async function reconcile(
  signal = AbortSignal.timeout(60_000),
  reconciliation: ReconciliationStore = store.reconciliation,
): Promise<void> {
  const clock = (): Date => new Date();
  const insecureHosts = new Set([new URL(connector.icims.url).host]);
  const icims = createIcims({ http: createHttp({ insecureHosts, userAgent: 'test' }), clock });
  const { changed: loaded } = await store.platforms.changedPlatforms(new Map());
  const onTrouble = (failure: Failure) => troubles.push(failure);
  const parts = { store: reconciliation, icims, clock, onTrouble, rest: () => Promise.resolve() };
  await reconcilePlatforms(
    loaded.map(({ platform }) => platform),
    parts,
    signal,
  );
}

/** Moves a candidate as a recruiter does when no event goes out. */
function moveSilently(
  situation: Parameters<TestConnector['icims']['platforms'][0]['addCandidate']>[0] = 'tn-canada',
): Candidate {
  const theirs = connector.theirs();
  const candidate = theirs.addCandidate(situation);
  theirs.overwrite('applicantworkflows', candidate.workflowId, { status: theirs.employer.statuses.offerAccepted });
  return candidate;
}

async function missed(query: Record<string, string | number> = {}): Promise<readonly MissedHire[]> {
  const { body } = await connector.admin
    .get('/api/v1/missed-hires')
    .query({ limit: 200, ...query })
    .expect(200);
  return (body as { items: MissedHire[] }).items;
}
const missedOf = async ({ workflowId }: Candidate): Promise<MissedHire | undefined> =>
  (await missed()).find((each) => each.workflowId === String(workflowId));

async function open({ workflowId }: Candidate): Promise<Opened> {
  const path = `/api/v1/platforms/9001/missed-hires/${workflowId}/open`;
  return (await connector.admin.post(path).expect(200)).body as Opened;
}

describe('reconciliation', () => {
  it('finds a hire of which no event came, and not one whose event came', async () => {
    const silent = moveSilently();
    const told = moveSilently();
    await connector.send(anOfferAccepted(connector.theirs(), told));

    await reconcile();

    expect(await missedOf(silent)).toMatchObject({ customerId: '9001', why: 'no-event', code: null, eventId: null });
    expect(await missedOf(told)).toBeUndefined();
  });

  it('says with which code the event was refused or failed', async () => {
    const refused = moveSilently('no-birth-date');
    await connector.send(anOfferAccepted(connector.theirs(), refused));
    const failed = moveSilently();
    connector.theirs().faults.set({ kind: 'error-500' });
    await connector.send(anOfferAccepted(connector.theirs(), failed));
    connector.theirs().faults.clear();

    await reconcile();

    expect(await missedOf(refused)).toMatchObject({ why: 'refused', code: 'MISSING_FIELDS' });
    expect(await missedOf(failed)).toMatchObject({ why: 'failed', code: 'ICIMS_UNAVAILABLE' });
  });

  it('drops a finding by itself once the event comes after all', async () => {
    const late = moveSilently();
    await reconcile();
    expect(await missedOf(late)).toBeDefined();

    await connector.send(anOfferAccepted(connector.theirs(), late));

    expect(await missedOf(late)).toBeUndefined();
  });

  it('counts for the firing rate what was seen, and what no event opened', async () => {
    const silent = moveSilently();
    const told = moveSilently();
    await connector.send(anOfferAccepted(connector.theirs(), told));
    await reconcile();
    await open(silent);

    const { body } = await connector.admin.get('/api/v1/platforms/9001/health').expect(200);

    const { firing } = body as components['schemas']['PlatformHealth'];
    expect(firing.seen).toBe((await queryDatabase(connector.database, 'SELECT FROM reconciled_workflows')).length);
    expect(firing.missed).toBe(1 + (await missed()).length);
    expect(firing.rate).toBeCloseTo((firing.seen - firing.missed) / firing.seen, 6);
  });
});

describe('opening a missed hire', () => {
  it('screens it, delivers it, and is marked on the event and in the audit log', async () => {
    const silent = moveSilently();
    await reconcile();

    const opened = await open(silent);

    expect(opened).toMatchObject({ outcome: 'accepted', code: null });
    const hire = await connector.admin.hireIn('delivered', opened.hireId ?? undefined);
    const event = (await connector.admin.get(`/api/v1/events/${hire.eventId}`).expect(200)).body as { madeBy: string };
    expect(event.madeBy).toBe('admin-token');
    const audit = await queryDatabase(
      connector.database,
      'SELECT actor, detail FROM audit WHERE subject = $1 AND action = $2',
      [hire.id, 'hire.accepted'],
    );
    expect(audit).toEqual([{ actor: 'admin-token', detail: { event: hire.eventId, madeBy: 'reconciliation' } }]);
    expect(await missedOf(silent)).toBeUndefined();
  });

  it('makes one hire of it, however many open it at once', async () => {
    const silent = moveSilently();
    await reconcile();
    const path = `/api/v1/platforms/9001/missed-hires/${silent.workflowId}/open`;

    const answers = await Promise.all([1, 2, 3].map(() => connector.admin.post(path)));

    const accepted = answers.filter(({ body }) => (body as Opened).outcome === 'accepted');
    expect(accepted).toHaveLength(1);
    expect(await connector.admin.hires({ workflowId: String(silent.workflowId) })).toHaveLength(1);
  });

  it('is refused as the event would have been, and says so in the list', async () => {
    const incomplete = moveSilently('no-birth-date');
    await reconcile();

    const answer = await open(incomplete);

    expect(answer).toMatchObject({ outcome: 'refused', code: 'MISSING_FIELDS', hireId: null });
    expect(answer.sentence).toMatch(/birth/i);
    expect(await missedOf(incomplete)).toMatchObject({ why: 'refused', code: 'MISSING_FIELDS' });
  });

  it('opens nothing for a candidate who has moved on, or was never missed', async () => {
    const theirs = connector.theirs();
    const silent = moveSilently();
    await reconcile();
    theirs.overwrite('applicantworkflows', silent.workflowId, { status: theirs.employer.statuses.interview });
    const path = `/api/v1/platforms/9001/missed-hires/${silent.workflowId}/open`;

    await connector.admin.post(path).expect(409);
    expect(await missedOf(silent)).toBeUndefined();
    await connector.admin.post(path).expect(404);
    expect(await connector.admin.hires({ workflowId: String(silent.workflowId) })).toHaveLength(0);
  });

  it('is not for those who may see no hire of the platform', async () => {
    const silent = moveSilently();
    await reconcile();
    const stranger = await somebody(connector, 'mobility@example.com', [{ customerId: '9002', role: 'mobility' }]);

    const { body } = await stranger.call('get', '/api/v1/missed-hires').expect(200);

    expect(JSON.stringify(body)).not.toContain('9001');
    await stranger.call('post', `/api/v1/platforms/9001/missed-hires/${silent.workflowId}/open`).expect(404);
    expect(await missedOf(silent)).toBeDefined();
  });
});

describe('trouble of iCIMS', () => {
  const seen = async (): Promise<number> =>
    (await queryDatabase(connector.database, `SELECT FROM reconciled_workflows WHERE customer_id = '9001'`)).length;
  const roundOf = async (): Promise<Record<string, unknown> | undefined> =>
    (
      await queryDatabase<Record<string, unknown>>(
        connector.database,
        `SELECT * FROM reconciliations WHERE customer_id = '9001'`,
      )
    )[0];

  it('holds up no other platform, is told, and the round goes on later', async () => {
    const silent = moveSilently();
    connector.theirs().faults.set({ kind: 'too-many', on: 'search' });

    await reconcile();

    expect(troubles.map(({ code }) => code)).toEqual(['ICIMS_UNAVAILABLE']);
    expect(await roundOf()).toMatchObject({ failure: 'ICIMS_UNAVAILABLE', ended_at: null });
    const { body } = await connector.admin.get('/api/v1/missed-hires').expect(200);
    const { rounds } = body as { rounds: { customerId: string; endedAt: string | null; failure: string | null }[] };
    expect(rounds[0]).toEqual({ customerId: '9001', endedAt: null, failure: 'ICIMS_UNAVAILABLE' });
    expect(body).toMatchObject({ everySeconds: 3_600 });
    expect(rounds[1]).toMatchObject({ customerId: '9002', failure: null });
    connector.theirs().faults.clear();
    await reconcile();
    expect(await missedOf(silent)).toBeDefined();
    expect(await roundOf()).toMatchObject({ failure: null, began_at: null });
  });

  it('goes on behind the last page that was kept, when it breaks off in the middle of 2,500', async () => {
    for (let count = 0; count < 2_500; count += 1) moveSilently();
    const stop = new AbortController();
    const kept = store.reconciliation.keepPage.bind(store.reconciliation);
    const dying = { ...store.reconciliation, keepPage: keepAndStop };
    async function keepAndStop(...page: Parameters<typeof kept>): Promise<void> {
      await kept(...page);
      // The other platform has nothing to find, and may be done first.
      if (page[0] === '9001') stop.abort();
    }

    await reconcile(stop.signal, dying);
    const [atBreak, round] = [await seen(), await roundOf()];
    await reconcile();

    expect(atBreak).toBe(1_000);
    expect(round).toMatchObject({ ended_at: null, after_id: expect.any(String) });
    expect(await seen()).toBeGreaterThanOrEqual(2_500);
    expect(await roundOf()).toMatchObject({ after_id: null, began_at: null, failure: null });
  }, 60_000);

  it('leaves the reserve of the daily allowance to recruiters', async () => {
    const { allowance, calls } = connector.theirs();
    allowance.use(allowance.limit - 10);
    await reconcile();
    const before = calls.list().length;

    await reconcile();

    expect(troubles.at(-1)?.code).toBe('ICIMS_ALLOWANCE_USED');
    expect(calls.list().length - before).toBeLessThanOrEqual(2);
    expect(await roundOf()).toMatchObject({ failure: 'ICIMS_ALLOWANCE_USED' });
    allowance.use(0);
  });

  it('lists nothing from a search that ignores dates', async () => {
    const silent = moveSilently();
    connector.theirs().overwrite('applicantworkflows', silent.workflowId, {});
    const clock = (): Date => new Date();
    const [first] = (await store.platforms.changedPlatforms(new Map())).changed;
    const all = { searchWorkflows: () => Promise.resolve([String(silent.workflowId)]) };
    const parts = { store: store.reconciliation, icims: all, clock };

    if (first === undefined) throw new Error('No platform');
    await expect(reconcilePlatform(first.platform, parts, AbortSignal.timeout(5_000))).rejects.toThrow(/ignores dates/);

    expect(await missedOf(silent)).toBeUndefined();
  });
});
