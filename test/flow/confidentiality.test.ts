import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aMove, anOfferAccepted, anOfferRescinded } from '../support/an-offer-accepted.ts';
import { type CaseReceiver, startCaseReceiver } from '../support/case-receiver.ts';
import { ADMIN_TOKEN, aPlatform, MASTER_KEY, startConnector, type TestConnector } from '../support/connector.ts';
import { hurry, queryDatabase } from '../support/query-database.ts';
import { basicHeader } from '../support/send-event.ts';
import { until } from '../support/until.ts';

/** What nobody but the case system may ever read. */
const person = {
  firstname: 'Canaryfirst',
  lastname: 'Canarylast-Ñandú',
  email: 'canary.mail@example.com',
  birthdate: '1901-02-03',
  usssn: '900-55-4321',
};
const secrets = ['simulated-api-', 'simulated-event-', ADMIN_TOKEN, MASTER_KEY, 'canary-password', 'whsec_', 'icc1.'];
const forbidden = [...Object.values(person), 'ANARYLAST', '9005554321', ...secrets];

let receiver: CaseReceiver;
let connector: TestConnector;
beforeAll(async () => {
  receiver = await startCaseReceiver();
  connector = await startConnector({
    environment: { SCREENING_DEADLINE_MS: '3000' },
    insecureHosts: [new URL(receiver.url).host],
  });
  await everythingThatCanHappen();
}, 60_000);
afterAll(async () => {
  await connector.close();
  await receiver.close();
});

const aCanary = () => {
  const candidate = connector.theirs().addCandidate('h1b-new-graduate');
  connector.theirs().overwrite('people', candidate.personId, person);
  return candidate;
};
const order = (changes = {}, candidate = aCanary()) =>
  connector.send(anOfferAccepted(connector.theirs(), candidate, { note: Object.values(person).join(' '), ...changes }));

/** Successes, refusals and failures of every kind, each about somebody who must not be seen. */
async function everythingThatCanHappen(): Promise<void> {
  const theirs = connector.theirs();
  const done = aCanary();
  const { body } = await order({}, done);
  await connector.admin.hireIn('delivered', body.reference);
  await order({}, done);
  await connector.send(aMove(theirs, done, 'interview', { note: person.lastname }));
  await connector.send(anOfferRescinded(theirs, done));
  const incomplete = aCanary();
  theirs.overwrite('people', incomplete.personId, { birthdate: '2999-02-03', startdate: person.usssn });
  await order({}, incomplete);
  await order({ systemId: person.email, [person.lastname]: { a: 1 } });
  await order({ eventType: 'Unknown.Event' });
  for (const kind of ['error-500', 'error-401', 'html', 'wrong-json', 'wrong-shape', 'truncated', 'down'] as const) {
    theirs.faults.set({ kind, on: 'people' });
    await order();
  }
  theirs.faults.set({ kind: 'slow', ms: 4_000, on: 'people' });
  await order();
  theirs.faults.clear();
  await connector.send({}, { authorization: basicHeader(person.email, 'canary-password') });
  await connector.send({}, { authorization: 'Bearer canary-password' });
  await connector.send({}, { bytes: Buffer.from(`{"${person.lastname}": ${person.usssn}}`) });
  await connector.send(anOfferAccepted(theirs, aCanary()), { authentication: 'oauth2' });
  await throughABrokenCaseSystem();
  await connector.admin.get(`/api/v1/hires?cursor=${person.lastname}`);
  await connector.admin.put('/api/v1/platforms/9001', {
    ...aPlatform(connector.icims),
    [person.lastname]: 'canary-password',
  });
}

async function throughABrokenCaseSystem(): Promise<void> {
  const { url, secret } = receiver;
  await connector.serve('9001', { caseSystem: { type: 'webhook', url, secret } });
  const echo = { errors: [{ pointer: `/data/fields/person/${person.lastname}`, detail: JSON.stringify(person) }] };
  for (const answer of [
    { status: 422, body: echo },
    { status: 500, body: echo },
    { status: 201, body: person.lastname },
  ]) {
    receiver.failNext(1, answer);
    const { body } = await order();
    await hurry(connector.database);
    if (answer.status === 422) await connector.admin.hireIn('parked', body.reference);
    else await connector.admin.hire(String(body.reference));
  }
}

function findIn(text: string): readonly string[] {
  const folded = text.toLowerCase();
  return forbidden.filter((word) => folded.includes(word.toLowerCase()));
}

describe('personal data and secrets', () => {
  it('are in no log line', () => {
    expect(connector.logLines().length).toBeGreaterThan(20);
    expect(connector.logLines().filter((line) => findIn(line).length > 0)).toEqual([]);
  });

  it('make no log line longer than a line', () => {
    expect(connector.logLines().filter((line) => line.includes('\n'))).toEqual([]);
  });

  it('are in no metric', async () => {
    expect(findIn((await connector.admin.get('/metrics')).text)).toEqual([]);
  });

  it.each([
    'events',
    'hires',
    'attempts',
    'deliveries',
    'cases',
    'case_history',
    'audit',
    'platforms',
    'data_keys',
    'platform_attention',
  ])('are in no column of %s that can be read', async (table) => {
    const rows = await queryDatabase<{ row: string }>(connector.database, `SELECT ${table}::text AS row FROM ${table}`);

    expect(rows.filter(({ row }) => findIn(row).length > 0)).toEqual([]);
  });

  it.each([
    ['hires', 'fields_sealed'],
    ['cases', 'fields_sealed'],
    ['platforms', 'document_sealed'],
    ['events', 'body_sealed'],
  ])('are sealed in %s.%s', async (table, column) => {
    const rows = await queryDatabase<{ bytes: Buffer | null }>(
      connector.database,
      `SELECT ${column} AS bytes FROM ${table} WHERE ${column} IS NOT NULL`,
    );

    expect(rows.length).toBeGreaterThan(0);
    for (const { bytes } of rows) expect(findIn(String(bytes))).toEqual([]);
  });

  it('are kept of an event only when it was accepted', async () => {
    const rows = await queryDatabase<{ outcome: string }>(
      connector.database,
      'SELECT DISTINCT outcome FROM events WHERE body_sealed IS NOT NULL',
    );

    expect(rows).toEqual([{ outcome: 'accepted' }]);
  });

  it('reach iCIMS only where they came from', () => {
    const workflows = [...connector.theirs().profiles.all('applicantworkflows')];
    const entries = workflows.flatMap((workflow) => connector.theirs().profiles.entries(workflow, 'assessmentresults'));

    expect(entries.length).toBeGreaterThan(0);
    expect(findIn(JSON.stringify(entries))).toEqual([]);
  });

  it('cannot be read when a row is moved to another', async () => {
    const delivered = () => connector.admin.hires({ state: 'delivered' });
    await until('two hires are delivered', async () => (await delivered()).length >= 2);
    const [one, other] = await delivered();
    await queryDatabase(
      connector.database,
      'UPDATE hires SET fields_sealed = (SELECT fields_sealed FROM hires WHERE id = $2) WHERE id = $1',
      [one?.id, other?.id],
    );

    expect(await connector.admin.hire(String(one?.id))).toMatchObject({ fields: null });
  });
});
