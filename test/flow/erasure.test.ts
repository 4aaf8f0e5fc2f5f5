import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type components } from '../../src/contract/generated/admin.ts';
import { type Candidate } from '../../src/sandbox/seed/seed-platform.ts';
import { allRows } from '../support/all-rows.ts';
import { aMove, anOfferAccepted } from '../support/an-offer-accepted.ts';
import { type CaseReceiver, startCaseReceiver } from '../support/case-receiver.ts';
import { commandLineOn } from '../support/command-line.ts';
import { MASTER_KEY, startConnector, type TestConnector } from '../support/connector.ts';
import { openDataLife } from '../support/open-data-life.ts';
import { somebody } from '../support/people.ts';
import { queryDatabase } from '../support/query-database.ts';

type Erasure = components['schemas']['Erasure'];

let receiver: CaseReceiver;
let connector: TestConnector;
let life: ReturnType<typeof openDataLife>;
beforeAll(async () => {
  receiver = await startCaseReceiver();
  const caseSystem = { type: 'webhook', url: receiver.url, secret: receiver.secret } as const;
  connector = await startConnector({
    insecureHosts: [new URL(receiver.url).host],
    platforms: { '9001': {}, '9002': { caseSystem } },
  });
  life = openDataLife(connector.database);
});
afterAll(async () => {
  await life.close();
  await connector.close();
  await receiver.close();
});

const path = (customerId = '9001') => `/api/v1/platforms/${customerId}/erasures`;
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);

/** Somebody whose order is delivered. */
async function delivered(customerId = '9001'): Promise<{ candidate: Candidate; hireId: string; personId: string }> {
  const theirs = connector.theirs(customerId);
  const candidate = theirs.addCandidate('h1b-new-graduate');
  const { body } = await connector.send(anOfferAccepted(theirs, candidate));
  const hire = await connector.admin.hireIn('delivered', body.reference);
  return { candidate, hireId: hire.id, personId: hire.personId };
}

async function ask(body: object, customerId = '9001', status = 202): Promise<Erasure> {
  const answer = await connector.admin.post(path(customerId), body).expect(status);
  return answer.body as Erasure;
}

async function read({ id, customerId }: Erasure): Promise<Erasure> {
  return (await connector.admin.get(`${path(customerId)}/${id}`).expect(200)).body as Erasure;
}

/** As the service does by itself when the time has come. */
async function finished(erasure: Erasure): Promise<Erasure> {
  await life.erasures.pursue(erasure.id, new Date());
  await life.erasures.pursue(erasure.id, later(5));
  return read(erasure);
}

/** What the service does not write by itself meanwhile. */
const lasting = async (): Promise<string[]> =>
  (await allRows(connector.database)).filter(
    (row) => !/^(audit_seals|chores|health|alerts|notices|secret_ages)/.test(row),
  );

describe('what an erasure would remove', () => {
  it('is counted without changing anything, and is what is removed then', async () => {
    const { candidate, personId } = await delivered('9002');
    const refused = connector.theirs('9002').addCandidate('h1b-new-graduate');
    await connector.send(aMove(connector.theirs('9002'), candidate, 'interview'));
    await connector.send(aMove(connector.theirs('9002'), refused, 'interview'));
    const workflowIds = [String(refused.workflowId)];
    const before = await lasting();

    const { body: preview } = await connector.admin
      .post(`${path('9002')}/preview`, { personId, workflowIds })
      .expect(200);

    expect(preview).toEqual({ hires: 1, openHires: 1, cases: 0, casesElsewhere: 1, events: 3 });
    expect(await lasting()).toEqual(before);
    const done = await erasedBy({ personId, workflowIds, openHires: 'withdraw' });
    expect(done.erased).toEqual({ hires: 1, cases: 0, events: 3 });
    const { body: list } = await connector.admin.get(path('9002')).expect(200);
    expect((list as { items: Erasure[] }).items[0]).toEqual(done);
  });

  it('is nothing of somebody who is not known, and not of another platform', async () => {
    const { personId } = await delivered('9002');
    const none = { hires: 0, openHires: 0, cases: 0, casesElsewhere: 0, events: 0 };

    const answers = [
      await connector.admin.post(`${path('9002')}/preview`, { personId: '1' }),
      await connector.admin.post(`${path('9001')}/preview`, { personId }),
    ];

    expect(answers.map(({ body }) => body as object)).toEqual([none, none]);
  });
});

/** Withdrawn where it is told, and then gone. */
async function erasedBy(wish: object): Promise<Erasure> {
  const erasure = await ask(wish, '9002');
  await connector.admin.idle();
  return finished(erasure);
}

describe('erasing a person', () => {
  it('leaves nothing of the person in any table, and everything of others', async () => {
    const other = await delivered();
    const { candidate, hireId, personId } = await delivered();
    await connector.send(aMove(connector.theirs(), candidate, 'interview'));
    await connector.admin.post(`/api/v1/hires/${hireId}/case-state`, { state: 'completed' }).expect(202);
    await connector.admin.settled(hireId);
    const { caseId } = await connector.admin.hire(hireId);
    const words = [candidate.workflowId, personId].map((id) => new RegExp(`[(,"]${id}[),"]`));
    const before = await allRows(connector.database);
    expect(before.filter((row) => words.some((word) => word.test(row))).length).toBeGreaterThan(2);

    const done = await finished(await ask({ personId }));

    expect(done).toMatchObject({ state: 'done', erased: { hires: 1, cases: 1 }, waiting: 0, askElsewhere: [] });
    expect(done.erased.events).toBeGreaterThan(1);
    const rows = await allRows(connector.database);
    expect(rows.filter((row) => words.some((word) => word.test(row)))).toEqual([]);
    const named = rows.filter((row) => row.includes(hireId) || row.includes(String(caseId)));
    expect(named.filter((row) => !row.startsWith('audit '))).toEqual([]);
    expect(await connector.admin.hire(other.hireId)).toMatchObject({ state: 'delivered' });
    await connector.admin.get(`/api/v1/hires/${hireId}`).expect(404);
  });

  it('is in the audit log without a word about whom', async () => {
    const { hireId, personId } = await delivered();
    const { id } = await finished(await ask({ personId, openHires: 'withdraw' }));
    await connector.admin.settled(hireId).catch(() => undefined);
    await life.erasures.pursue(id, later(5));

    const { body } = await connector.admin.get('/api/v1/audit').query({ limit: 200 }).expect(200);
    const told = (body as { items: { subject: string; action: string }[] }).items.filter(
      ({ subject }) => subject === id,
    );

    expect(told.map(({ action }) => action)).toEqual(['erasure.requested', 'erasure.done']);
    expect(JSON.stringify(told)).not.toContain(`"${personId}"`);
  });

  it('is refused while there is an open hire, unless it is to be withdrawn', async () => {
    const { hireId, personId } = await delivered();

    const refused = await connector.admin.post(path(), { personId });

    expect(refused).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
    expect(await connector.admin.hire(hireId)).toMatchObject({ state: 'delivered' });
  });

  it('withdraws an open hire first: the case system is told, and what it keeps is to be asked for there', async () => {
    const { hireId, personId } = await delivered('9002');
    const { caseId, caseUrl } = await connector.admin.hire(hireId);

    const asked = await ask({ personId, openHires: 'withdraw' }, '9002');
    await connector.admin.settled(hireId);
    const done = await finished(asked);

    expect(done).toMatchObject({ state: 'done', askElsewhere: [{ caseId, caseUrl, withdrawn: true }] });
    expect(receiver.cases().find((one) => one.hireId === hireId)).toMatchObject({ state: 'withdrawn' });
    expect(
      (await allRows(connector.database)).filter(
        (row) => /^(hires|attempts|events) /.test(row) && row.includes(hireId),
      ),
    ).toEqual([]);
  });

  it('waits for a case system that is down, and after a week no longer', async () => {
    const { hireId, personId } = await delivered('9002');
    receiver.failAlways({ status: 503 });

    const asked = await ask({ personId, openHires: 'withdraw' }, '9002');
    const waiting = await finished(asked);
    await life.erasures.pursue(asked.id, later(8 * 24 * 60));
    receiver.failAlways(null);

    expect(waiting).toMatchObject({ state: 'under-way', waiting: 1, erased: { hires: 0 } });
    expect(await read(asked)).toMatchObject({ state: 'done', waiting: 0, askElsewhere: [{ withdrawn: false }] });
    await connector.admin.get(`/api/v1/hires/${hireId}`).expect(404);
  });

  it('asked for twice is one request, and a later one says when it was done before', async () => {
    const { hireId, personId } = await delivered();
    const first = await ask({ personId, openHires: 'withdraw' });
    const second = await ask({ personId });
    await connector.admin.settled(hireId);
    const { doneAt } = await finished(first);

    expect(second.id).toBe(first.id);
    expect(await ask({ personId })).toMatchObject({ state: 'under-way', erased: { hires: 0 }, erasedBefore: doneAt });
  });

  it('done twice over, as after a kill between two steps, comes to the same', async () => {
    const { hireId, personId } = await delivered();
    const asked = await ask({ personId, openHires: 'withdraw' });
    await connector.admin.settled(hireId);
    await life.erasures.pursue(asked.id, new Date());
    const once = await read(asked);
    // As if the process had died before it counted the pass.
    await queryDatabase(connector.database, 'UPDATE erasures SET passes = 0 WHERE id = $1', [asked.id]);
    await Promise.all([life.erasures.pursue(asked.id, later(5)), life.erasures.pursue(asked.id, later(5))]);
    await life.erasures.pursue(asked.id, later(6));

    expect(await read(asked)).toMatchObject({ state: 'done', erased: once.erased });
  });

  it('leaves an order that comes after it alone', async () => {
    const { candidate, hireId, personId } = await delivered();
    const asked = await ask({ personId, openHires: 'withdraw' });
    await connector.admin.settled(hireId);
    await life.erasures.pursue(asked.id, new Date());

    const again = await connector.send(anOfferAccepted(connector.theirs(), candidate));
    const next = await connector.admin.hireIn('delivered', again.body.reference);
    await finished(asked);

    expect(await read(asked)).toMatchObject({ state: 'done', erased: { hires: 1 } });
    expect(await connector.admin.hire(next.id)).toMatchObject({ state: 'delivered', personId });
  });

  it('finds what was received before the request and accepted only after its first pass', async () => {
    const { hireId, personId } = await delivered();
    const gone = await delivered();
    const asked = await ask({ personId: gone.personId, openHires: 'withdraw' });
    await connector.admin.settled(gone.hireId);
    await life.erasures.pursue(asked.id, new Date());
    // A hire that was under way becomes that person's: accepted after the request, by an event from before it.
    await queryDatabase(connector.database, `UPDATE hires SET person_id = $1, accepted_at = $2 WHERE id = $3`, [
      gone.personId,
      later(0.5),
      hireId,
    ]);
    await life.erasures.pursue(asked.id, later(1));
    await connector.admin.settled(hireId);
    await life.erasures.pursue(asked.id, later(5));

    expect(await read(asked)).toMatchObject({ state: 'done', erased: { hires: 2 } });
    expect(personId).not.toBe(gone.personId);
  });

  it('erases events of refused orders by their workflow', async () => {
    const theirs = connector.theirs();
    const candidate = theirs.addCandidate('h1b-new-graduate');
    theirs.overwrite('people', candidate.personId, { lastname: '' });
    await connector.send(anOfferAccepted(theirs, candidate));

    const done = await finished(
      await ask({ personId: String(candidate.personId), workflowIds: [String(candidate.workflowId)] }),
    );

    expect(done).toMatchObject({ state: 'done', erased: { hires: 0, events: 1 } });
  });

  it('of another platform touches nothing, and cannot be looked at from there', async () => {
    const { hireId, personId } = await delivered();
    const asked = await ask({ personId, openHires: 'withdraw' }, '9002');
    await finished(asked);

    expect(await connector.admin.hire(hireId)).toMatchObject({ state: 'delivered' });
    await connector.admin.get(`${path('9001')}/${asked.id}`).expect(404);
    const admin = await somebody(connector, 'admin.of.9001@example.com', [{ customerId: '9001', role: 'admin' }]);
    await admin.call('post', path('9002'), { personId }).expect(404);
    const hr = await somebody(connector, 'hr.of.9001@example.com', [{ customerId: '9001', role: 'hr' }]);
    await hr.call('post', path('9001'), { personId }).expect(403);
  });

  it('can be asked for on the command line', async () => {
    const { hireId, personId } = await delivered();
    await connector.admin.post(`/api/v1/hires/${hireId}/case-state`, { state: 'failed' }).expect(202);
    await connector.admin.settled(hireId);
    const environment = { DATABASE_URL: connector.database.url, MASTER_KEY };

    const done = await commandLineOn(environment, ['erase', '--customer', '9001', '--person', personId, '--json']);

    expect(done).toMatchObject({ code: 0, problems: '' });
    expect(JSON.parse(done.output)).toMatchObject({ state: 'under-way', erased: { hires: 1, cases: 1 } });
  });
});
