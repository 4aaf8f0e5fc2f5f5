import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type components } from '../../src/contract/generated/admin.ts';
import { anOfferAccepted } from '../support/an-offer-accepted.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { parkHires } from '../support/park-hires.ts';
import { somebody } from '../support/people.ts';
import { queryDatabase } from '../support/query-database.ts';
import { until } from '../support/until.ts';

type Run = components['schemas']['RetryRun'];
type Preview = components['schemas']['RetryPreview'];

let connector: TestConnector;

beforeAll(async () => {
  connector = await startConnector({ platforms: { '9001': {}, '9002': {} } });
});
afterAll(() => connector.close());

const RUNS = '/api/v1/platforms/9001/retry-runs';
const post = (path: string, body?: object) => connector.admin.post(`${RUNS}${path}`, body);
const start = async (wish: object): Promise<Run> => (await post('', wish).expect(201)).body as Run;
const preview = async (wish: object): Promise<Preview> => (await post('/preview', wish).expect(200)).body as Preview;
const read = async ({ id }: Pick<Run, 'id'>): Promise<Run> =>
  (await connector.admin.get(`${RUNS}/${id}`).expect(200)).body as Run;

async function becomes(run: Run, holds: (run: Run) => boolean): Promise<Run> {
  let last = run;
  await until('the run comes to this', async () => holds((last = await read(run))));
  return last;
}

const isSettled = ({ state, counts: { released, delivered, parkedAgain, withdrawn } }: Run): boolean =>
  state !== 'running' && released === delivered + parkedAgain + withdrawn;

/** The hires that a run put back to work, in their order. */
async function retriedBy({ id }: Run): Promise<string[]> {
  const rows = await queryDatabase<{ subject: string }>(
    connector.database,
    `SELECT subject FROM audit WHERE action = 'hire.retried' AND detail ->> 'run' = $1 ORDER BY id`,
    [id],
  );
  return rows.map(({ subject }) => subject);
}

async function parkedOf(reason: string): Promise<string[]> {
  const hires = await connector.admin.hires({ customerId: '9001', state: 'parked', reason });
  return hires.map(({ id }) => id).sort();
}

async function audited({ id }: Run): Promise<object[]> {
  return queryDatabase(
    connector.database,
    `SELECT actor, action, customer_id, detail FROM audit WHERE subject = $1 ORDER BY id`,
    [id],
  );
}

afterEach(async () => {
  const { body } = await connector.admin.get('/api/v1/retry-runs').expect(200);
  for (const { state, id } of (body as { items: Run[] }).items) if (state === 'running') await post(`/${id}/cancel`);
  await queryDatabase(connector.database, `DELETE FROM hires WHERE state = 'parked'`);
});

describe('a retry run', () => {
  it('releases what its preview showed, and nothing else; the preview itself releases and keeps nothing', async () => {
    const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour));
    const before = await parkHires(connector.database, { count: 2, parkedAt: at(8) });
    const fitting = await parkHires(connector.database, { count: 12, parkedAt: at(9) });
    await parkHires(connector.database, { count: 2, parkedAt: at(9), code: 'ICIMS_ACCESS' });
    await parkHires(connector.database, { count: 2, parkedAt: at(9), customerId: '9002' });
    const after = await parkHires(connector.database, { count: 2, parkedAt: at(10) });
    const wish = {
      codes: ['CASE_SYSTEM_ACCESS'],
      parkedFrom: at(9).toISOString(),
      parkedTo: at(10).toISOString(),
      perMinute: 3_000,
    };

    const shown = await preview(wish);
    expect(await connector.admin.get('/api/v1/retry-runs').expect(200)).toMatchObject({ body: { items: [] } });
    const run = await start(wish);
    const done = await becomes(run, isSettled);

    expect(shown).toMatchObject({
      count: 12,
      causes: [{ code: 'CASE_SYSTEM_ACCESS', sentence: 'Something is in the way.', count: 12 }],
      oldestAt: '2026-11-20T09:00:00.001Z',
      newestAt: '2026-11-20T09:00:00.012Z',
      lastsSeconds: 1,
    });
    expect(shown.sample.map(({ id }) => id)).toEqual(fitting.slice(0, 10));
    expect((await retriedBy(run)).sort()).toEqual([...fitting].sort());
    expect(done).toMatchObject({
      state: 'finished',
      endedBy: null,
      secondsLeft: null,
      counts: { chosen: 12, released: 12, skipped: 0, delivered: 12, parkedAgain: 0, withdrawn: 0 },
    });
    expect(await parkedOf('CASE_SYSTEM_ACCESS')).toEqual([...before, ...after].sort());
    expect(await audited(run)).toMatchObject([
      {
        actor: 'admin-token',
        action: 'retry-run.started',
        customer_id: '9001',
        detail: { chosen: 12, perMinute: 3_000 },
      },
      { actor: 'delivery', action: 'retry-run.finished', detail: { released: 12, skipped: 0 } },
    ]);
  });

  it('cancelled in the middle leaves the rest parked, and says who did it', async () => {
    const ids = await parkHires(connector.database, { count: 5 });
    const run = await start({ perMinute: 1 });
    await becomes(run, ({ counts }) => counts.released === 1);

    const { body } = await post(`/${run.id}/cancel`).expect(200);

    expect(body).toMatchObject({ state: 'cancelled', endedBy: 'admin-token', counts: { chosen: 5, released: 1 } });
    expect((await post(`/${run.id}/cancel`).expect(409)).text).toContain('This run is cancelled');
    expect(await parkedOf('CASE_SYSTEM_ACCESS')).toEqual(ids.slice(1).sort());
    expect(await becomes(run, isSettled)).toMatchObject({ counts: { delivered: 1 } });
    expect(await audited(run)).toMatchObject([
      { action: 'retry-run.started' },
      { action: 'retry-run.cancelled', actor: 'admin-token', detail: { released: 1, skipped: 0, leftParked: 4 } },
    ]);
    // The next run takes up what was left.
    expect(await preview({})).toMatchObject({ count: 4 });
  });

  it('tells of hires that park again, and does not take them up a second time', async () => {
    connector.theirs().rights.hide('applicantworkflows.assessmentresults');
    const answer = await connector.send(
      anOfferAccepted(connector.theirs(), connector.theirs().addCandidate('h1b-new-graduate')),
    );
    const { reason } = await connector.admin.hireIn('parked', answer.body.reference);
    const run = await start({ codes: [reason?.code], perMinute: 3_000 });

    expect(await becomes(run, isSettled)).toMatchObject({ counts: { chosen: 1, released: 1, parkedAgain: 1 } });
    expect(await retriedBy(run)).toEqual([answer.body.reference]);

    connector.theirs().rights.set([]);
    await becomes(await start({ perMinute: 3_000 }), isSettled);
    await connector.admin.hireIn('delivered', answer.body.reference);
  });

  it('waits while its platform is switched off, and goes on afterwards', async () => {
    await parkHires(connector.database, { count: 3 });
    const run = await start({ perMinute: 1 });
    await becomes(run, ({ counts }) => counts.released === 1);

    await connector.serve('9001', { enabled: false });
    expect(await read(run)).toMatchObject({ state: 'running', waitsFor: 'platform' });
    expect((await post('', {}).expect(409)).text).toContain('switched off');
    await connector.serve('9001');

    expect(await read(run)).toMatchObject({ state: 'running', waitsFor: null });
  });

  it('is refused a second time, for nothing, and for times that do not exist, with what to do', async () => {
    expect((await post('', {}).expect(409)).text).toContain('Nothing is parked that fits');
    await parkHires(connector.database, { count: 3 });
    await start({ perMinute: 1 });

    expect((await post('', {}).expect(409)).text).toContain('has a retry run already');
    expect((await post('', { parkedFrom: '2026-02-30T00:00:00Z' }).expect(400)).text).toContain('parkedFrom');
    await post('', { perMinute: 0 }).expect(400);
    await post('', { perMinute: 3_001 }).expect(400);
    await post('', { codes: [] }).expect(400);
    await connector.admin.post('/api/v1/platforms/424242/retry-runs', {}).expect(404);
  });

  it('is seen and touched by people of its platform only', async () => {
    await parkHires(connector.database, { count: 3 });
    const run = await start({ perMinute: 1 });
    const there = await somebody(connector, 'hr@example.com', [{ customerId: '9002', role: 'hr' }]);
    const finance = await somebody(connector, 'finance@example.com', [{ customerId: '9001', role: 'finance' }]);

    for (const customerId of ['9001', '9002']) {
      await there.call('get', `/api/v1/platforms/${customerId}/retry-runs/${run.id}`).expect(404);
      await there.call('post', `/api/v1/platforms/${customerId}/retry-runs/${run.id}/cancel`).expect(404);
    }
    expect((await there.call('get', '/api/v1/retry-runs').expect(200)).body).toEqual({ items: [], next: null });
    await finance.call('get', `${RUNS}/${run.id}`).expect(200);
    await finance.call('post', `${RUNS}/${run.id}/cancel`).expect(403);
    await finance.call('post', `${RUNS}/preview`, {}).expect(403);
    expect((await read(run)).state).toBe('running');
  });
});
