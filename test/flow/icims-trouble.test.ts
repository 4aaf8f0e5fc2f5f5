import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type FaultKind } from '../../src/sandbox/platform/faults.ts';
import { anOfferAccepted } from '../support/an-offer-accepted.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { until } from '../support/until.ts';

let connector: TestConnector;
beforeAll(async () => {
  connector = await startConnector({ environment: { SCREENING_DEADLINE_MS: '1000' } });
});
afterAll(() => connector.close());
afterEach(async () => {
  connector.theirs().faults.clear();
  connector.theirs().rights.set([]);
  // A write-back that succeeds late would clear what the next test looks for.
  await connector.admin.idle();
});

const anEvent = () => anOfferAccepted(connector.theirs(), connector.theirs().addCandidate('h1b-new-graduate'));
const newestEvent = async () => (await connector.admin.events())[0];
const attention = async () => (await connector.admin.platform('9001')).attention;

describe('while iCIMS cannot serve', () => {
  it.each<FaultKind>(['down', 'too-many', 'error-500', 'error-503', 'html', 'wrong-json', 'wrong-shape', 'truncated'])(
    'by %s, the answer is 503 with Retry-After, and the same event is accepted later',
    async (kind) => {
      const event = anEvent();
      connector.theirs().faults.set({ kind, on: 'people' });

      const refused = await connector.send(event);

      expect(refused).toMatchObject({ status: 503, code: 'ICIMS_UNAVAILABLE' });
      expect(refused.headers['retry-after']).toMatch(/^[1-9][0-9]*$/);
      expect(await newestEvent()).toMatchObject({ outcome: 'failed', code: 'ICIMS_UNAVAILABLE', hireId: null });
      connector.theirs().faults.clear();
      const accepted = await connector.send(event);
      await connector.admin.hireIn('delivered', accepted.body.reference);
    },
  );

  it('hands on how long iCIMS asks to wait', async () => {
    connector.theirs().faults.set({ kind: 'too-many', on: 'jobs', retryAfterSeconds: 42 });

    expect((await connector.send(anEvent())).headers['retry-after']).toBe('42');
  });

  it.each(['people', 'jobs', 'companies', 'applicantworkflows', 'token'])(
    'answers in time when %s is slower than the deadline',
    async (on) => {
      const event = anEvent();
      await connector.serve('9001');
      if (on === 'token') connector.theirs().tokens.revokeAll();
      connector.theirs().faults.set({ kind: 'slow', ms: 2_500, on });

      const refused = await connector.send(event);

      expect(refused).toMatchObject({ status: 503, code: 'ICIMS_UNAVAILABLE' });
      connector.theirs().faults.clear();
      await until('the same event is accepted', async () => (await connector.send(event)).status === 200);
    },
  );

  it('fifty at once of one event are all told to come again, and one of fifty is accepted then', async () => {
    const event = anEvent();
    connector.theirs().faults.set({ kind: 'error-503' });
    const sendAll = () => Promise.all(Array.from({ length: 50 }, () => connector.send(event)));

    const refused = await sendAll();
    connector.theirs().faults.clear();
    const answers = await sendAll();

    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([503]));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe('while iCIMS refuses us', () => {
  it('the answer is 500, the platform needs attention, and the next success clears it', async () => {
    const event = anEvent();
    connector.theirs().faults.set({ kind: 'error-401', on: 'people' });

    const refused = await connector.send(event);

    expect(refused).toMatchObject({ status: 500, code: 'ICIMS_ACCESS' });
    expect(refused.body.error?.userMessage).toMatch(/iCIMS administrator/);
    await until('attention is asked for', async () => (await attention()).length > 0);
    expect(await attention()).toMatchObject([{ code: 'ICIMS_ACCESS', sentence: expect.stringContaining('401') }]);
    connector.theirs().faults.clear();
    await connector.send(event);
    await until('attention is no longer asked for', async () => (await attention()).length === 0);
  });

  it('asks for attention when it refuses the credential itself', async () => {
    const { icims } = (await connector.admin.get('/api/v1/platforms/9001')).body;
    await connector.serve('9001', { icims: { ...icims, auth: { ...icims.auth, clientSecret: 'changed over there' } } });

    const refused = await connector.send(anEvent());

    expect(refused).toMatchObject({ status: 500, code: 'ICIMS_ACCESS' });
    await until('attention is asked for', async () => (await attention()).length > 0);
    await connector.serve('9001');
    expect(await attention()).toEqual([]);
    expect((await connector.send(anEvent())).status).toBe(200);
  });

  it('asks for attention again when the mended credential is refused at once', async () => {
    const { icims } = (await connector.admin.get('/api/v1/platforms/9001')).body;
    const wrong = (clientSecret: string) => ({ icims: { ...icims, auth: { ...icims.auth, clientSecret } } });
    await connector.serve('9001', wrong('wrong once'));
    await connector.send(anEvent());
    await until('attention is asked for', async () => (await attention()).length > 0);
    await connector.serve('9001', wrong('wrong again'));

    await connector.send(anEvent());

    await until('attention is asked for again', async () => (await attention()).length > 0);
    await connector.serve('9001');
  });

  it.each(['people', 'jobs', 'applicantworkflows'])(
    'as 404 for %s, both readings are told to the operator',
    async (type) => {
      const event = anEvent();
      connector.theirs().rights.hide(type);

      const refused = await connector.send(event);

      expect(refused).toMatchObject({ status: 500, code: 'ICIMS_ACCESS' });
      const kept = await newestEvent();
      expect(kept).toMatchObject({ outcome: 'failed', code: 'ICIMS_ACCESS' });
      expect(kept?.reason).toMatch(/iCIMS has no .+, or the API user has no right to see it/);
      connector.theirs().rights.set([]);
      expect((await connector.send(event)).status).toBe(200);
    },
  );

  it('says which field it hides when it hides the person of the workflow', async () => {
    const event = anOfferAccepted(connector.theirs(), connector.theirs().addCandidate('h1b-new-graduate'), {
      personId: undefined,
      links: undefined,
    });
    connector.theirs().rights.hide('applicantworkflows.associatedprofile');

    expect(await connector.send(event)).toMatchObject({ status: 500, code: 'ICIMS_ACCESS' });
    expect((await newestEvent())?.reason).toContain('associatedprofile');
  });

  it('takes a hidden required field for an empty one, since iCIMS drops it without a word', async () => {
    connector.theirs().rights.hide('people.birthdate');

    const answer = await connector.send(anEvent());

    expect(answer).toMatchObject({ status: 400, code: 'MISSING_FIELDS' });
    expect(answer.body.error?.userMessage).toContain('{{person.birthdate}}');
  });
});

describe('when the daily allowance is used up', () => {
  it('asks the recruiter to come again, and accepts once there are calls left', async () => {
    const event = anEvent();
    connector.theirs().allowance.use(connector.theirs().allowance.limit);

    const refused = await connector.send(event);

    expect(refused).toMatchObject({ status: 503, code: 'ICIMS_UNAVAILABLE' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    connector.theirs().allowance.use(0);
  });
});
