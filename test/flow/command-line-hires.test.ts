import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type HireStory } from '../../src/console/reading-store.ts';
import { anOfferAccepted } from '../support/an-offer-accepted.ts';
import { commandLineOn, type Done } from '../support/command-line.ts';
import { aPlatform, MASTER_KEY, startConnector, type TestConnector } from '../support/connector.ts';
import { queryDatabase } from '../support/query-database.ts';
import { until } from '../support/until.ts';

let connector: TestConnector;

beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());

function run(words: readonly string[], input?: string): Promise<Done> {
  const ALLOW_INSECURE_HOSTS = new URL(connector.icims.url).host;
  return commandLineOn({ DATABASE_URL: connector.database.url, MASTER_KEY, ALLOW_INSECURE_HOSTS }, words, input);
}

async function deliver(): Promise<string> {
  const candidate = connector.theirs().addCandidate('h1b-new-graduate');
  const { body } = await connector.send(anOfferAccepted(connector.theirs(), candidate));
  const { id } = await connector.admin.hireIn('delivered', body.reference);
  return id;
}

/** As if an operator had to act before the delivery can go on. */
async function park(id: string, code: string): Promise<void> {
  await queryDatabase(
    connector.database,
    `UPDATE hires SET state = 'parked', reason_code = $2, reason_sentence = 'Something is in the way.' WHERE id = $1`,
    [id, code],
  );
}

async function readersOf(id: string): Promise<string[]> {
  const rows = await queryDatabase<{ actor: string }>(
    connector.database,
    `SELECT actor FROM audit WHERE action = 'hire.read' AND subject = $1 AND actor LIKE 'cli:%'`,
    [id],
  );
  return rows.map(({ actor }) => actor);
}

describe('beside a running service', () => {
  it('shows a hire without a word about the person, and writes nothing down', async () => {
    const id = await deliver();

    const { code, output } = await run(['hire', 'show', id, '--json']);

    const story = JSON.parse(output) as HireStory;
    expect({ code, id: story.id, state: story.state }).toEqual({ code: 0, id, state: 'delivered' });
    expect(story.attemptLog).toMatchObject([{ step: 'announce' }, { step: 'open-case' }, { step: 'write-back' }]);
    expect(story).not.toHaveProperty('fields');
    expect(await readersOf(id)).toEqual([]);
  });

  it('shows the person to who asks for the fields, and writes down who did', async () => {
    const id = await deliver();

    const { output } = await run(['hire', 'show', id, '--fields']);

    expect(output).toMatch(/^person +\{.*"family_name":"Vantalore"/m);
    expect(await readersOf(id)).toEqual(['cli:tester']);
  });

  it('lists the parked ones, and retries one of them', async () => {
    const id = await deliver();
    await park(id, 'CASE_SYSTEM_REFUSED');

    expect((await run(['hire', 'list', '--reason', 'CASE_SYSTEM_REFUSED'])).output).toContain(id);
    expect(await run(['hire', 'retry', id])).toMatchObject({ code: 0, problems: '' });

    await connector.admin.hireIn('delivered', id);
  });

  it('releases all that are parked with one code, and no others', async () => {
    const [one, two, other] = [await deliver(), await deliver(), await deliver()];
    await park(one, 'ICIMS_REFUSED');
    await park(two, 'ICIMS_REFUSED');
    await park(other, 'ICIMS_OTHER');

    const retry = ['retry', '--customer', '9001', '--reason', 'ICIMS_REFUSED', '--per-minute', '3000'];
    const shown = await run([...retry, '--preview', '--json']);
    const nothing = await run(['retry', '--customer', '9001', '--reason', 'SOMETHING_ELSE']);
    const done = await run([...retry, '--json']);

    const { count, sample } = JSON.parse(shown.output) as { count: number; sample: { id: string }[] };
    expect({ count, ids: sample.map(({ id }) => id).sort() }).toEqual({ count: 2, ids: [one, two].sort() });
    expect(nothing).toMatchObject({ code: 1, problems: expect.stringContaining('Nothing is parked that fits') });
    const { id } = JSON.parse(done.output) as { id: string };
    for (const each of [one, two]) await connector.admin.hireIn('delivered', each);
    expect((await connector.admin.hire(other)).state).toBe('parked');
    await until('the run is over', async () =>
      /^state +finished$/m.test((await run(['retry-run', 'show', id, '--customer', '9001'])).output),
    );
    expect((await run(['retry-run', 'list'])).output).toMatch(new RegExp(`${id} +9001 +finished +2 +2 `));
    expect(await run(['retry-run', 'cancel', id, '--customer', '9001'])).toMatchObject({
      code: 1,
      problems: 'This run is finished; there is nothing to cancel.\n',
    });
  });

  it('retries what was parked in a span of time, and can be cancelled', async () => {
    const [one, two] = [await deliver(), await deliver()];
    for (const id of [one, two]) await park(id, 'ICIMS_REFUSED');
    const at = `UPDATE hires SET parked_at = $2 WHERE id = $1`;
    await queryDatabase(connector.database, at, [one, '2026-11-20T09:00:00Z']);
    await queryDatabase(connector.database, at, [two, '2026-11-20T11:00:00Z']);
    const from = ['retry', '--customer', '9001', '--from', '2026-11-20T10:00:00Z', '--to', '2026-11-20T12:00:00Z'];

    expect((await run([...from, '--preview'])).output).toMatch(new RegExp(`^count +1$[^]*${two}`, 'm'));
    const started = JSON.parse((await run([...from, '--json'])).output) as { id: string };
    await connector.admin.hireIn('delivered', two);
    expect((await connector.admin.hire(one)).state).toBe('parked');
    await until('the run is over', async () =>
      (await run(['retry-run', 'show', started.id, '--customer', '9001'])).output.includes('finished'),
    );

    await park(two, 'ICIMS_REFUSED');
    const slow = ['retry', '--customer', '9001', '--per-minute', '1', '--json'];
    const next = JSON.parse((await run(slow)).output) as { id: string };
    const cancelled = await run(['retry-run', 'cancel', next.id, '--customer', '9001', '--json']);
    expect(JSON.parse(cancelled.output)).toMatchObject({ state: 'cancelled', endedBy: 'cli:tester' });
  });

  it('says what a pace and a time look like', async () => {
    for (const wrong of [
      ['--per-minute', '0'],
      ['--per-minute', '3001'],
      ['--from', 'yesterday'],
    ])
      expect(await run(['retry', '--customer', '9001', ...wrong])).toMatchObject({ code: 2, output: '' });
    expect(await run(['retry', '--reason', 'ICIMS_REFUSED'])).toMatchObject({ code: 2 });
  });

  it('leaves what a deleted platform left behind where it is', async () => {
    const { icims } = connector;
    await connector.serve('9002');
    const candidate = connector.theirs('9002').addCandidate('h1b-new-graduate');
    const { body } = await connector.send(anOfferAccepted(icims.platform('9002'), candidate));
    await connector.admin.hireIn('delivered', body.reference);
    await park(body.reference ?? '', 'PLATFORM_DELETED');
    await run(['platform', 'delete', '9002', '--yes']);

    const done = await run(['retry', '--customer', '9002', '--reason', 'PLATFORM_DELETED']);

    expect(done).toMatchObject({ code: 1, problems: 'There is no such platform, or it is no longer served.\n' });
    expect((await connector.admin.hire(body.reference ?? '')).state).toBe('parked');
  });

  it('pages through events, and shows one', async () => {
    await deliver();
    await deliver();

    const first = JSON.parse((await run(['event', 'list', '--limit', '1', '--json'])).output) as Page;
    const second = JSON.parse(
      (await run(['event', 'list', '--limit', '1', '--cursor', first.next ?? '', '--json'])).output,
    ) as Page;

    const [newest, older] = [first.items[0]?.id ?? '', second.items[0]?.id ?? ''];
    expect(newest > older).toBe(true);
    expect((await run(['event', 'show', older])).output).toMatch(/^outcome +accepted$/m);
  });

  it('has a changed platform served at once', async () => {
    const before = aPlatform(connector.icims);
    const candidate = connector.theirs().addCandidate('h1b-new-graduate');

    const triggers = [{ eventType: 'WorkFlowStatusChangeEvent', newStatus: ['C1'], action: 'open-case' }];
    await run(['platform', 'import', '-'], JSON.stringify({ ...before, triggers }));

    await until('the event starts nothing', async () => {
      const { body } = await connector.send(anOfferAccepted(connector.theirs(), candidate));
      return body.status === 'ignored';
    });
    await run(['platform', 'import', '-'], JSON.stringify(before));
  });

  it.each([
    ['hire', 'show'],
    ['hire', 'retry'],
    ['event', 'show'],
  ])('%s %s says that there is no such one', async (...words) => {
    const done = await run([...words, '0198c0de-0000-7000-8000-000000000000']);

    expect(done).toMatchObject({ code: 1, output: '', problems: `There is no such ${words[0]}.\n` });
  });
});

interface Page {
  readonly items: readonly { readonly id: string }[];
  readonly next: string | null;
}
