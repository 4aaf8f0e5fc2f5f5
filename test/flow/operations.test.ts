import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { aMove, anOfferAccepted } from '../support/an-offer-accepted.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';

let connector: TestConnector;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());

const get = (path: string) => request(connector.url).get(path);

/** The value of one sample of the Prometheus text. */
async function sample(name: string): Promise<number> {
  const { text } = await get('/metrics').expect(200);
  const line = text.split('\n').find((each) => each.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1) ?? 0);
}

describe('health', () => {
  it('is alive and ready while all is well', async () => {
    expect((await get('/health/live').expect(200)).body).toEqual({ status: 'ok' });
    expect((await get('/health/ready').expect(200)).body).toEqual({ status: 'ok' });
  });
});

describe('metrics', () => {
  it('count what became of events, calls and deliveries', async () => {
    const theirs = connector.theirs();
    const candidate = theirs.addCandidate('h1b-new-graduate');
    const { body } = await connector.send(anOfferAccepted(theirs, candidate));
    await connector.admin.hireIn('delivered', body.reference);
    await connector.send(anOfferAccepted(theirs, candidate));
    await connector.send(anOfferAccepted(theirs, theirs.addCandidate('no-birth-date')));
    await connector.send(aMove(theirs, candidate, 'interview'));

    expect(await sample('events_total{outcome="accepted",code=""}')).toBe(1);
    expect(await sample('events_total{outcome="duplicate",code=""}')).toBe(1);
    expect(await sample('events_total{outcome="ignored",code=""}')).toBe(1);
    expect(await sample('events_total{outcome="failed",code="MISSING_FIELDS"}')).toBe(1);
    expect(await sample('icims_calls_total{operation="token",status="200"}')).toBe(1);
    expect(await sample('delivery_steps_total{step="open-case",outcome="done"}')).toBe(1);
    expect(await sample('case_open_seconds_count')).toBe(1);
    expect(await sample('screening_seconds_count{outcome="200"}')).toBe(2);
    expect(await sample('delivery_queue_depth')).toBe(0);
    expect(await sample('hires_parked')).toBe(0);
    expect(await sample('icims_allowance_remaining{customer_id="9001"}')).toBeGreaterThan(9_000);
  });

  it('show what is parked and how much waits', async () => {
    connector.theirs().rights.hide('applicantworkflows.assessmentresults');
    const { body } = await connector.send(
      anOfferAccepted(connector.theirs(), connector.theirs().addCandidate('h1b-new-graduate')),
    );
    await connector.admin.hireIn('parked', body.reference);

    expect(await sample('hires_parked')).toBe(1);
    expect(await sample('delivery_queue_depth')).toBe(0);
  });

  it('take no label from a stranger', async () => {
    await connector.send({ customerId: '77777', eventType: 'x' }, { authorization: 'Basic bm9ib2R5Om5vYm9keQ==' });

    expect((await get('/metrics')).text).not.toMatch(/77777|nobody/);
  });
});

describe('the documentation', () => {
  it('is a page of its own, held by a strict policy', async () => {
    const page = await get('/docs/').expect(200);

    expect(page.headers['content-type']).toMatch(/^text\/html/);
    expect(page.headers['content-security-policy']).toMatch(/default-src 'none'.*script-src 'self';/);
    expect(page.headers['content-security-policy']).toMatch(/frame-ancestors 'none'/);
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    expect(page.text).not.toMatch(/<script>|onload=|https?:\/\//);
  });

  it.each(['partner', 'admin', 'cases-webhook', 'icims'])('serves the contract %s as it is', async (name) => {
    const answer = await get(`/docs/${name}.yaml`).buffer(true).expect(200);

    expect(answer.headers['content-type']).toMatch(/yaml/);
    expect(answer.text).toMatch(/^openapi: 3\.1/);
  });

  it('loads everything from here', async () => {
    const page = await get('/docs/');
    const assets = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => String(path));

    expect(assets.length).toBeGreaterThan(3);
    for (const path of assets) await get(path).expect(200);
  });
});

describe('every answer', () => {
  it.each(['/docs/', '/health/live', '/nothing', '/api/v1/hires'])(
    'of %s says nothing of what it is made with',
    async (path) => {
      const { headers, text } = await get(path);

      expect(headers['x-powered-by']).toBeUndefined();
      expect(text).not.toMatch(/node_modules|express\b/i);
    },
  );

  it('to an unknown path is problem details with a reference', async () => {
    const answer = await get('/nothing').expect(404);

    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({ code: 'NOT_FOUND', reference: expect.any(String) });
  });
});
