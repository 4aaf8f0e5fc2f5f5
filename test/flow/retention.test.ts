import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type components } from '../../src/contract/generated/admin.ts';
import { retentionDaysOf } from '../../src/platforms/retention.ts';
import { purge } from '../../src/retention/purge.ts';
import { aMove, anOfferAccepted } from '../support/an-offer-accepted.ts';
import { type CaseReceiver, startCaseReceiver } from '../support/case-receiver.ts';
import { aPlatform, startConnector, type TestConnector } from '../support/connector.ts';
import { openDataLife } from '../support/open-data-life.ts';
import { queryDatabase } from '../support/query-database.ts';
import { until } from '../support/until.ts';

const SHORT = { events: 30, hires: 60, deliveredFields: 90 };

let receiver: CaseReceiver;
let connector: TestConnector;
let life: ReturnType<typeof openDataLife>;
beforeAll(async () => {
  receiver = await startCaseReceiver();
  const caseSystem = { type: 'webhook', url: receiver.url, secret: receiver.secret } as const;
  connector = await startConnector({
    insecureHosts: [new URL(receiver.url).host],
    platforms: { '9001': { retentionDays: SHORT }, '9002': { retentionDays: SHORT, caseSystem } },
  });
  life = openDataLife(connector.database);
});
afterAll(async () => {
  await life.close();
  await connector.close();
  await receiver.close();
});

const daysOn = (days: number) => new Date(Date.now() + days * 86_400_000);
const query = <Row extends object>(text: string, values: readonly unknown[] = []) =>
  queryDatabase<Row & Record<string, unknown>>(connector.database, text, values);

/** The purge as it is that many days from now; how often it rested. */
async function purgeIn(days: number, signal = new AbortController().signal): Promise<number> {
  let rests = 0;
  const parts = {
    store: life.retention,
    platformOf: (customerId: string) => aPlatformOf(customerId),
    clock: () => daysOn(days),
    rest: () => Promise.resolve(void (rests += 1)),
  };
  await purge(parts, signal);
  return rests;
}
const aPlatformOf = (customerId: string) =>
  customerId === '9003'
    ? undefined
    : { ...aPlatform(connector.icims, customerId, { retentionDays: SHORT }), version: 1 };

async function delivered(customerId = '9001'): Promise<string> {
  const theirs = connector.theirs(customerId);
  const { body } = await connector.send(anOfferAccepted(theirs, theirs.addCandidate('h1b-new-graduate')));
  return (await connector.admin.hireIn('delivered', body.reference)).id;
}

async function closed(customerId = '9001'): Promise<string> {
  const id = await delivered(customerId);
  await connector.admin.post(`/api/v1/hires/${id}/case-state`, { state: 'completed' }).expect(202);
  await connector.admin.settled(id);
  return id;
}

const isThere = async (id: string): Promise<boolean> =>
  (await connector.admin.get(`/api/v1/hires/${id}`)).status === 200;

describe('what is past its days', () => {
  it('is removed: closed hires with all that is theirs, and events', async () => {
    const id = await closed();
    const theirs = connector.theirs();
    await connector.send(aMove(theirs, theirs.addCandidate('h1b-new-graduate'), 'interview'));

    await purgeIn(59);
    expect(await isThere(id)).toBe(true);
    await purgeIn(61);

    expect(await isThere(id)).toBe(false);
    for (const table of ['hires', 'events']) {
      const text = `SELECT FROM ${table} WHERE customer_id = '9001'`;
      expect(await query(text)).toEqual([]);
    }
    expect(await query('SELECT FROM attempts WHERE hire_id = $1', [id])).toEqual([]);
    expect(await query('SELECT FROM cases WHERE hire_id = $1', [id])).toEqual([]);
    expect(await query('SELECT FROM case_history WHERE case_id NOT IN (SELECT id FROM cases)')).toEqual([]);
  });

  it('is counted in the audit log, without a word of what it was', async () => {
    await closed();
    await query(`DELETE FROM chores`);
    const [before] = await query<{ id: string }>('SELECT coalesce(max(id), 0) AS id FROM audit');

    await purgeIn(61);

    const entries = await query(
      "SELECT actor, customer_id, detail FROM audit WHERE action = 'data.purged' AND id > $1",
      [before?.id],
    );
    expect(entries).toEqual(
      expect.arrayContaining([
        { actor: 'retention', customer_id: '9001', detail: { kind: 'hires', count: 1 } },
        { actor: 'retention', customer_id: '9001', detail: { kind: 'events', count: 1 } },
      ]),
    );
  });

  it('is never a hire that is not finished: neither open, nor parked, nor with its closing still to be told', async () => {
    const open = await delivered();
    const untold = await closed();
    await query('INSERT INTO deliveries (hire_id, customer_id, run_at) VALUES ($1, $2, $3)', [
      untold,
      '9001',
      'infinity',
    ]);

    await purgeIn(3_000);

    expect([await isThere(open), await isThere(untold)]).toEqual([true, true]);
    expect(await query('SELECT FROM events WHERE hire_id = ANY ($1)', [[open, untold]])).toHaveLength(2);
    expect(await connector.admin.hire(open)).toMatchObject({ fields: { person: {} } });
  });

  it('are the fields of a hire whose case another system keeps: the order is still refused as a duplicate', async () => {
    const theirs = connector.theirs('9002');
    const candidate = theirs.addCandidate('h1b-new-graduate');
    const { body } = await connector.send(anOfferAccepted(theirs, candidate));
    const { id } = await connector.admin.hireIn('delivered', body.reference);

    await purgeIn(89);
    expect(await connector.admin.hire(id)).toMatchObject({ fields: { person: {} } });
    await purgeIn(91);

    expect(await connector.admin.hire(id)).toMatchObject({ state: 'delivered', fields: {} });
    expect((await connector.admin.hire(id)).fields).toEqual({});
    expect(await query('SELECT FROM events WHERE hire_id = $1 AND body_sealed IS NOT NULL', [id])).toEqual([]);
    expect(await connector.send(anOfferAccepted(theirs, candidate))).toMatchObject({ code: 'DUPLICATE_REQUEST' });
  });

  it('goes piece by piece, and a purge that is stopped is taken up by the next', async () => {
    const id = await closed();
    await query(
      `INSERT INTO events (id, customer_id, event_type, outcome, received_at)
       SELECT gen_random_uuid(), '9003', 'Test', 'ignored', now() - interval '3 years' FROM generate_series(1, 650)`,
    );
    const stop = new AbortController();
    stop.abort();

    expect(await purgeIn(61, stop.signal)).toBe(0);
    expect(await isThere(id)).toBe(true);
    // Between the pieces of one platform, and after each of two at least.
    expect(await purgeIn(61)).toBeGreaterThanOrEqual(3 + 2);

    expect(await isThere(id)).toBe(false);
    expect(await query("SELECT FROM events WHERE customer_id = '9003'")).toEqual([]);
  });

  it('is that a workflow was withdrawn, as long ago as events may be kept, also where nothing else is left', async () => {
    await query(
      `INSERT INTO withdrawals (customer_id, workflow_id, at)
       SELECT '9003', n::text, now() - make_interval(days => CASE WHEN n % 2 = 0 THEN 380 ELSE 400 END)
       FROM generate_series(1, 700) AS n`,
    );
    const left = () => query("SELECT FROM withdrawals WHERE customer_id = '9003'");

    await purgeIn(0);
    expect(await left()).toHaveLength(350);
    await purgeIn(15);
    expect(await left()).toHaveLength(350);
    await purgeIn(17);

    expect(await left()).toEqual([]);
  });

  it('waits for nobody, and nobody waits for it', async () => {
    const locked = await closed();
    const free = await closed();
    const release = await holding('SELECT FROM hires WHERE id = $1 FOR UPDATE', [locked]);

    await purgeIn(61);
    const during = [await isThere(locked), await isThere(free)];
    await release();
    await purgeIn(61);

    expect(during).toEqual([true, false]);
    expect(await isThere(locked)).toBe(false);
  });

  it('is removed while events come in, and none of them is held up', async () => {
    for (let each = 0; each < 3; each += 1) await closed();
    const theirs = connector.theirs();
    const orders = Array.from({ length: 10 }, () => theirs.addCandidate('h1b-new-graduate'));

    const [, ...answers] = await Promise.all([
      purgeIn(61),
      ...orders.map((candidate) => connector.send(anOfferAccepted(theirs, candidate))),
    ]);

    expect(answers.map(({ status }) => status)).toEqual(orders.map(() => 200));
  });
});

/** Holds what the statement locks until it is released. */
async function holding(text: string, values: readonly unknown[]): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: connector.database.url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('BEGIN');
  await client.query(text, [...values]);
  return () => client.end();
}

describe('the audit log past its days', () => {
  type Chain = components['schemas']['AuditChain'];
  const chainOf = async (): Promise<Chain> => {
    const answer = await connector.admin.get('/api/v1/audit').query({ verify: 'true' }).expect(200);
    return (answer.body as { chain: Chain }).chain;
  };
  const sealed = () =>
    until('all is sealed', async () => {
      await life.audit.sealNew();
      const missing = 'SELECT FROM audit WHERE NOT EXISTS (SELECT FROM audit_seals WHERE audit_id = audit.id) LIMIT 1';
      return (await query(missing)).length === 0;
    });
  const oldEntries = (count: number) =>
    query(
      `INSERT INTO audit (at, actor, action, customer_id, subject)
       SELECT now() - interval '3 years', 'icims', 'hire.accepted', '9001', n::text FROM generate_series(1, $1::integer) AS n`,
      [count],
    );

  const what = { action: 'platform.changed', customerId: '9001', subject: '9001', detail: {} } as const;
  const CHANGE = { actor: 'somebody', ...what };

  /** Without what the purges above wrote with the clock of another day. */
  async function emptyLog(): Promise<void> {
    // The lock keeps the service from sealing meanwhile, which takes the tables the other way round.
    await query('BEGIN; SELECT pg_advisory_xact_lock(7216002); TRUNCATE audit, audit_seals; COMMIT');
  }

  it('is cut off at its oldest end only, and the rest is still a whole chain', async () => {
    await connector.admin.idle();
    await emptyLog();
    await life.audit.write({ at: daysOn(-1), ...CHANGE });
    await oldEntries(3);
    await sealed();
    // A younger one comes first in the chain, so nothing may go yet.
    await purgeIn(0);
    expect(await chainOf()).toMatchObject({ intact: true, sealed: 4, purged: 0 });

    await emptyLog();
    await oldEntries(1_200);
    await life.audit.write({ at: daysOn(-1), ...CHANGE });
    await sealed();
    await purgeIn(0);
    await sealed();

    const chain = await chainOf();
    expect(chain).toMatchObject({ intact: true, sealed: 4, purged: 1_200, brokenAt: null });
    expect(await query("SELECT FROM audit WHERE at < now() - interval '2 years'")).toEqual([]);
    expect(await query("SELECT detail->'count' AS count FROM audit WHERE action = 'audit.purged'")).toEqual([
      { count: 500 },
      { count: 500 },
      { count: 200 },
    ]);
  });

  it('is noticed when somebody else cut it', async () => {
    await query(
      'UPDATE audit_anchor SET position = position + 1, hash = (SELECT hash FROM audit_seals ORDER BY position LIMIT 1)',
    );

    expect(await chainOf()).toMatchObject({ intact: false });
  });

  it('is refused by the database itself to whoever removes entries of the last year', async () => {
    const remove = `BEGIN; SET LOCAL connector.purge = 'on'; DELETE FROM audit; COMMIT`;

    await expect(query(remove)).rejects.toThrow('audit entries are never changed');
    await expect(query('DELETE FROM audit')).rejects.toThrow('audit entries are never changed');
  });
});

describe('how long a platform keeps its data', () => {
  it('is thirteen months for all that the document does not say', () => {
    expect(retentionDaysOf({ retentionDays: { events: 30 } })).toEqual({
      events: 30,
      hires: 396,
      deliveredFields: 396,
      audit: 396,
    });
  });

  it.each([
    ['events', 29],
    ['hires', 29],
    ['deliveredFields', 29],
    ['audit', 364],
    ['hires', 3_654],
    ['hires', 30.5],
  ])('is refused when %s is %d days', async (kind, days) => {
    const document = aPlatform(connector.icims, '9001', { retentionDays: { [kind]: days } });

    const answer = await connector.admin.put('/api/v1/platforms/9001', document);

    expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } });
  });
});
