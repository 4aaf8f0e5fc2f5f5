import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type components } from '../../src/contract/generated/admin.ts';
import { anOfferAccepted, anOfferRescinded } from '../support/an-offer-accepted.ts';
import { aPlatform, startConnector, type TestConnector } from '../support/connector.ts';
import { somebody } from '../support/people.ts';
import { queryDatabase } from '../support/query-database.ts';
import { until } from '../support/until.ts';

type AuditEntry = components['schemas']['AuditEntry'];
type Chain = components['schemas']['AuditChain'];

let connector: TestConnector;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());

const audit = async (query: Record<string, string> = {}) =>
  (
    await connector.admin
      .get('/api/v1/audit')
      .query({ limit: 200, ...query })
      .expect(200)
  ).body as {
    readonly items: readonly AuditEntry[];
    readonly chain?: Chain;
  };
const search = async (filter: object): Promise<readonly AuditEntry[]> => {
  const { body } = await connector.admin.post('/api/v1/audit/search', { filter, limit: 200 }).expect(200);
  return (body as { items: readonly AuditEntry[] }).items;
};
/** The body as it came, whatever its type. */
const asText: Parameters<ReturnType<typeof connector.admin.get>['parse']>[0] = (answer, done) => {
  const pieces: Buffer[] = [];
  answer.on('data', (piece: Buffer) => pieces.push(piece));
  answer.on('end', () => done(null, Buffer.concat(pieces).toString()));
};
const verify = async (): Promise<Chain | undefined> => (await audit({ verify: 'true' })).chain;
const allSealed = () =>
  until('every entry is sealed', async () => (await audit()).items.every(({ hash }) => hash !== null));
/** Changes the database past its triggers, as its owner could. */
async function tamper(statement: string, values: readonly unknown[]): Promise<void> {
  await queryDatabase(connector.database, 'ALTER TABLE audit DISABLE TRIGGER audit_is_append_only');
  await queryDatabase(connector.database, statement, values);
  await queryDatabase(connector.database, 'ALTER TABLE audit ENABLE TRIGGER audit_is_append_only');
}

describe('the audit log', () => {
  it('tells the whole story of a platform and a hire: who did what, when, to what', async () => {
    const candidate = connector.theirs().addCandidate('h1b-new-graduate');
    const answer = await connector.send(anOfferAccepted(connector.theirs(), candidate));
    const id = String(answer.body.reference);
    await connector.admin.hireIn('delivered', id);
    await connector.send(anOfferRescinded(connector.theirs(), candidate));
    await connector.admin.settled(id);
    const { inbound } = aPlatform(connector.icims);
    await connector.serve('9001', { inbound: { ...inbound, basic: { username: 'new', password: 'new-password' } } });

    const { items } = await audit();

    const told = items.filter(({ subject, action }) => subject === id && action !== 'hire.read');
    expect(told.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
      'icims hire.accepted',
      'delivery case.opened',
      'icims hire.withdrawn',
      'delivery case.withdrawn',
    ]);
    const platform = items.filter(({ subject, action }) => subject === '9001' && action.startsWith('platform.'));
    expect(platform.map(({ action }) => action)).toEqual(['platform.created', 'platform.changed']);
    expect(platform.at(-1)).toMatchObject({
      actor: 'admin-token',
      detail: { secrets: ['/inbound/basic/password'], version: 2 },
    });
    expect(items.some(({ action }) => action === 'hire.read')).toBe(true);
    expect(JSON.stringify(items)).not.toMatch(/Vantalore|new-password|simulated-/);
  });

  it('notes a retry and a reported state with the hire they were for', async () => {
    const candidate = connector.theirs().addCandidate('h1b-new-graduate');
    connector.theirs().rights.hide('applicantworkflows.assessmentresults');
    const { body } = await connector.send(anOfferAccepted(connector.theirs(), candidate), { authentication: 'hmac' });
    const id = String(body.reference);
    await connector.admin.hireIn('parked', id);
    connector.theirs().rights.set([]);
    await connector.admin.post(`/api/v1/hires/${id}/retry`).expect(202);
    await connector.admin.hireIn('delivered', id);
    await connector.admin.post(`/api/v1/hires/${id}/case-state`, { state: 'completed' }).expect(202);

    const told = (await audit()).items.filter(({ subject }) => subject === id).map(({ action }) => action);

    expect(told).toEqual(expect.arrayContaining(['hire.retried', 'case.state-reported']));
  });

  it('is narrowed to who did what to whom, and when, newest first', async () => {
    const candidate = connector.theirs().addCandidate('h1b-new-graduate');
    const { body } = await connector.send(anOfferAccepted(connector.theirs(), candidate), { authentication: 'hmac' });
    const id = String(body.reference);
    await connector.admin.hireIn('delivered', id);
    const person = await somebody(connector, 'ana@example.com', [{ customerId: '9001', role: 'hr' }]);
    await person.call('get', `/api/v1/hires/${id}`).expect(200);

    const ofHire = await search({ subject: id });
    const byAna = await search({ subject: id, actor: 'ana@example.com' });
    const opened = await search({ subject: id, action: 'case.opened' });
    const at = String(opened[0]?.at);

    expect(ofHire.map(({ action }) => action).reverse()).toEqual(
      expect.arrayContaining(['hire.accepted', 'case.opened']),
    );
    expect(ofHire.map(({ id }) => Number(id))).toEqual(
      ofHire.map(({ id }) => Number(id)).sort((one, other) => other - one),
    );
    expect(byAna.map(({ action }) => action)).toEqual(['hire.read']);
    expect(opened).toHaveLength(1);
    expect(await search({ subject: id, action: 'case.opened', from: at })).toHaveLength(1);
    expect(await search({ subject: id, action: 'case.opened', to: at })).toEqual([]);
    expect(await search({ subject: id, customerId: '9001' })).toEqual(ofHire);
    expect((await audit({ subject: id, action: 'case.opened' })).items).toEqual(opened);
  });

  it('goes on at the next page, whatever the filter', async () => {
    const whole = await search({ action: 'hire.read' });
    const { body } = await connector.admin
      .post('/api/v1/audit/search', { filter: { action: 'hire.read' }, limit: 1 })
      .expect(200);
    const { items, next } = body as { items: AuditEntry[]; next: string };

    const rest = await connector.admin
      .post('/api/v1/audit/search', { filter: { action: 'hire.read' }, cursor: next })
      .expect(200);

    expect([...items, ...(rest.body as { items: AuditEntry[] }).items]).toEqual(whole);
  });

  it.each([
    [{ action: 'hire.stolen' }, '/filter/action'],
    [{ from: '2026-02-30T00:00:00Z' }, 'from'],
    [{ subject: "'; --" }, '/filter/subject'],
  ])('refuses the filter %j, and says where it is wrong', async (filter, pointer) => {
    const { body } = await connector.admin.post('/api/v1/audit/search', { filter }).expect(400);

    expect((body as { errors: { pointer: string }[] }).errors[0]?.pointer).toBe(pointer);
  });
});

describe('an export of the audit log', () => {
  const exported = async (format: 'csv' | 'json', filter: object = {}) =>
    connector.admin.post('/api/v1/audit/export', { format, filter }).buffer().parse(asText).expect(200);
  const noted = () => search({ action: 'audit.exported' });

  it('is CSV that no spreadsheet takes for formulas', async () => {
    await queryDatabase(
      connector.database,
      `INSERT INTO audit (at, actor, action, subject) VALUES (now(), '=cmd|calc', 'hire.read', '@SUM(1,"2")')`,
    );

    const answer = await exported('csv');

    expect(answer.headers['content-type']).toMatch(/^text\/csv/);
    const [head, ...rows] = String(answer.body).split('\r\n');
    expect(head).toBe('id,at,actor,action,customerId,subject,detail,hash');
    const row = rows.find((line) => line.includes('cmd'));
    expect(row).toContain(`'=cmd|calc`);
    expect(row).toContain(`"'@SUM(1,""2"")"`);
  });

  it('holds what the filter lets through, oldest first, and is one entry that says what and how many', async () => {
    await queryDatabase(
      connector.database,
      `INSERT INTO audit (at, actor, action) SELECT now(), 'a-robot', 'hire.read' FROM generate_series(1, 2300)`,
    );
    const before = await noted();

    const answer = await exported('json', { actor: 'a-robot' });

    const entries = JSON.parse(String(answer.body)) as AuditEntry[];
    expect(entries).toHaveLength(2_300);
    expect(entries.map(({ id }) => Number(id))).toEqual(
      entries.map(({ id }) => Number(id)).sort((one, other) => one - other),
    );
    expect(answer.headers['x-total-count']).toBe('2300');
    const after = await noted();
    expect(after).toHaveLength(before.length + 1);
    expect(after[0]).toMatchObject({
      actor: 'admin-token',
      detail: { format: 'json', count: 2_300, filter: { actor: 'a-robot' } },
    });
  });

  it('without an entry is a file without entries', async () => {
    const filter = { to: '2020-01-01T00:00:00Z' };

    expect(JSON.parse(String((await exported('json', filter)).body))).toEqual([]);
    expect((await exported('csv', filter)).body).toBe('id,at,actor,action,customerId,subject,detail,hash\r\n');
  });

  it('never reaches a foreign platform, nor leaves an entry there', async () => {
    await connector.serve('9002');
    const auditor = await somebody(connector, 'auditor@example.com', [{ customerId: '9001', role: 'auditor' }]);
    const ask = (path: string, body: object) => auditor.call('post', `/api/v1/audit/${path}`, body);

    await ask('search', { filter: { customerId: '9002' } }).expect(404);
    await ask('export', { format: 'json', filter: { customerId: '9002' } }).expect(404);
    const all = await ask('export', { format: 'json' }).expect(200);

    expect(new Set((all.body as AuditEntry[]).map(({ customerId }) => customerId))).toEqual(new Set(['9001']));
    expect(await search({ customerId: '9002', action: 'audit.exported' })).toEqual([]);
    expect((await noted())[0]).toMatchObject({ actor: 'auditor@example.com', customerId: '9001' });
  });
});

describe('the chain of the audit log', () => {
  it('is intact as long as nobody changes it, and cannot be changed by the way', async () => {
    await allSealed();

    const chain = await verify();

    expect(chain).toMatchObject({ intact: true, brokenAt: null });
    expect(chain?.sealed).toBeGreaterThan(5);
    for (const statement of [`UPDATE audit SET actor = 'nobody'`, 'DELETE FROM audit', 'DELETE FROM audit_seals'])
      await expect(queryDatabase(connector.database, statement)).rejects.toThrow(/never changed/);
  });

  it('says which entry was edited', async () => {
    const { items } = await audit();
    const edited = items[2];

    await tamper(`UPDATE audit SET actor = 'somebody else' WHERE id = $1`, [edited?.id]);

    expect(await verify()).toMatchObject({ intact: false, sealed: 2, brokenAt: edited?.id });
    await tamper('UPDATE audit SET actor = $2 WHERE id = $1', [edited?.id, edited?.actor]);
    expect(await verify()).toMatchObject({ intact: true });
  });

  it.each(['at', 'action', 'customer_id', 'subject', 'detail'])('covers %s', async (column) => {
    const [first] = (await audit()).items;
    const values: Readonly<Record<string, string>> = { at: `at + interval '1 second'`, detail: `'{"version":9}'` };
    await queryDatabase(connector.database, 'CREATE TABLE IF NOT EXISTS kept AS SELECT * FROM audit');

    await tamper(`UPDATE audit SET ${column} = ${values[column] ?? `'other'`} WHERE id = $1`, [first?.id]);

    expect(await verify()).toMatchObject({ intact: false, brokenAt: first?.id });
    await tamper(`UPDATE audit SET ${column} = kept.${column} FROM kept WHERE kept.id = audit.id AND audit.id = $1`, [
      first?.id,
    ]);
  });

  it('says which entry is gone', async () => {
    const removed = (await audit()).items[3];

    await tamper('DELETE FROM audit WHERE id = $1', [removed?.id]);

    expect(await verify()).toMatchObject({ intact: false, sealed: 3, brokenAt: removed?.id });
  });
});
