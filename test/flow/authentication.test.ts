import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { credentialsOf } from '../../src/sandbox/seed/employer.ts';
import { aMove, anOfferAccepted } from '../support/an-offer-accepted.ts';
import { aPlatform, startConnector, type TestConnector } from '../support/connector.ts';
import { type Answer, type Authentication, basicHeader, sendEvent, type Sending } from '../support/send-event.ts';

let connector: TestConnector;
beforeAll(async () => {
  connector = await startConnector({ platforms: { '9001': {}, '9002': {} } });
});
afterAll(() => connector.close());

const HOUR_MS = 60 * 60_000;
const schemes: readonly Authentication[] = ['basic', 'hmac', 'oauth2'];
/** An event that needs no iCIMS call, so that only the credential decides. */
const anEvent = (customerId = '9001') => {
  const theirs = connector.theirs(customerId);
  return aMove(theirs, theirs.candidate('h1b-new-graduate'), 'interview');
};
/** The body without the reference, which is the request's own. */
const withoutReference = ({ text }: Answer): string => text.replace(/ref=[0-9a-f-]{36}/, 'ref=…');

describe('an event without a valid credential', () => {
  const { basic } = credentialsOf('9001').events;
  const strangers: readonly (readonly [string, Sending])[] = [
    ['no credential', { authorization: null }],
    ['a wrong password', { authorization: basicHeader(basic.username, 'wrong') }],
    ['an unknown user', { authorization: basicHeader('nobody', basic.password) }],
    ['an unknown scheme', { authorization: 'Digest username="x"' }],
    ['a token of somebody', { authorization: 'Bearer icc1.e30.c2ln' }],
    ['base64 that is none', { authorization: 'Basic ***' }],
    ['a signature of yesterday', { authentication: 'hmac', at: new Date(Date.now() - 24 * HOUR_MS) }],
    ['a signature of tomorrow', { authentication: 'hmac', at: new Date(Date.now() + 24 * HOUR_MS) }],
    [
      'a signed body that was altered by a space',
      { authentication: 'hmac', gzip: false, tampered: Buffer.from('{ }') },
    ],
    [
      'a signed header that was altered',
      { authentication: 'hmac', headers: { 'x-icims-date': '2031-01-01T00:00:00+0000' } },
    ],
    ['no signed body hash', { authentication: 'hmac', headers: { 'x-icims-content-sha256': '' } }],
  ];

  it.each(strangers)('%s is refused like every other stranger', async (_what, sending) => {
    const [answer, plain] = [
      await connector.send(anEvent(), sending),
      await connector.send(anEvent(), { authorization: null }),
    ];

    expect(answer).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(withoutReference(answer)).toBe(withoutReference(plain));
    expect(answer.headers['www-authenticate']).toBe(plain.headers['www-authenticate']);
    expect(await connector.admin.hires()).toEqual([]);
  });

  it('is refused before anything is said about its body', async () => {
    const answer = await connector.send({}, { authorization: null, bytes: Buffer.from('this is no JSON') });

    expect(answer.status).toBe(401);
  });

  it('is not kept as an event: a stranger fills no table', async () => {
    const before = (await connector.admin.events()).length;

    await connector.send(anEvent(), { authorization: null });

    expect(await connector.admin.events()).toHaveLength(before);
  });
});

describe('a credential of one platform', () => {
  it.each(schemes)('by %s cannot speak for another, and is answered like a stranger', async (authentication) => {
    const theirsOf9001 = connector.theirs('9001').credentials.events;
    const other = await sendEvent(
      anEvent('9002'),
      { url: connector.url, credentials: theirsOf9001 },
      { authentication },
    );
    const stranger = await connector.send(anEvent('9002'), { authorization: null });

    expect(other.status).toBe(401);
    expect(withoutReference(other)).toBe(withoutReference(stranger));
    expect(await connector.admin.events({ customerId: '9002', outcome: 'ignored' })).toEqual([]);
  });

  it.each(schemes)('by %s speaks for its own', async (authentication) => {
    expect(await connector.send(anEvent('9001'), { authentication })).toMatchObject({ status: 200 });
  });

  it.each(['9003', '1', '999999999999999999'])('is refused for customer %s, who is not served', async (customerId) => {
    const answer = await connector.send({ ...anEvent(), customerId });

    expect(answer.status).toBe(401);
  });

  it('that two platforms share speaks for both, and for no third', async () => {
    const { inbound } = aPlatform(connector.icims, '9001');
    const shared = { basic: { username: 'shared', password: 'shared-password' } };
    await connector.serve('9001', { inbound: { ...inbound, ...shared } });
    await connector.serve('9002', { inbound: shared });
    const authorization = basicHeader('shared', 'shared-password');

    const answers = [
      await connector.send(anEvent('9001'), { authorization }),
      await connector.send(anEvent('9002'), { authorization }),
      await connector.send({ ...anEvent('9001'), customerId: '9003' }, { authorization }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 401]);
    await connector.serve('9001');
    await connector.serve('9002');
  });
});

describe('while a secret is being changed', () => {
  it('both values are accepted, and afterwards only the new one', async () => {
    const old = { username: 'rotating', password: 'old-password' };
    const next = { username: 'rotating', password: 'new-password' };
    const tryBoth = async (): Promise<number[]> => {
      const answers = [old, next].map(({ username, password }) =>
        connector.send(anEvent(), { authorization: basicHeader(username, password) }),
      );
      return (await Promise.all(answers)).map(({ status }) => status);
    };

    await connector.serve('9001', { inbound: { basic: [old, next] } });
    expect(await tryBoth()).toEqual([200, 200]);
    await connector.serve('9001', { inbound: { basic: next } });
    expect(await tryBoth()).toEqual([401, 200]);
    await connector.serve('9001');
  });

  it('a signature that comes again within its time falls to the rule of duplicates', async () => {
    const theirs = connector.theirs();
    const event = anOfferAccepted(theirs, theirs.addCandidate('h1b-new-graduate'));
    const at = new Date();

    const first = await connector.send(event, { authentication: 'hmac', at });
    const replayed = await connector.send(event, { authentication: 'hmac', at });

    expect(first.status).toBe(200);
    expect(replayed).toMatchObject({ status: 400, code: 'DUPLICATE_REQUEST' });
  });
});

describe('a platform that sends faster than it may', () => {
  it('is told to wait, and another is not', async () => {
    const slow = await startConnector({
      platforms: { '9001': {}, '9002': {} },
      environment: { PLATFORM_EVENTS_PER_SECOND: '1' },
    });
    try {
      const event = aMove(slow.theirs(), slow.theirs().candidate('h1b-new-graduate'), 'interview');
      const flood = await Promise.all(Array.from({ length: 30 }, () => slow.send(event)));

      const refused = flood.filter(({ status }) => status === 429);
      expect(refused.length).toBeGreaterThan(10);
      expect(refused[0]).toMatchObject({
        code: 'TOO_MANY',
        headers: { 'retry-after': expect.stringMatching(/^[1-9]/) },
      });
      const theirs = slow.theirs('9002');
      const other = await slow.send(aMove(theirs, theirs.candidate('h1b-new-graduate'), 'interview'));
      expect(other.status).toBe(200);
    } finally {
      await slow.close();
    }
  });
});
