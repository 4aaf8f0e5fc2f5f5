import { describe, expect, it } from '@jest/globals';
import { createAccessTokens } from '../../../src/icims/access-tokens.ts';
import { type IssuedToken } from '../../../src/icims/request-token.ts';
import { Failure } from '../../../src/runtime/failure.ts';
import { anOAuth2 } from '../../support/an-icims-platform.ts';

const auth = anOAuth2('https://login.icims.com/oauth/token');
const signal = new AbortController().signal;
const HOUR = 3_600_000;

interface Asked {
  readonly customerId: string;
  readonly give: (token: string, lifeMs?: number) => void;
  readonly fail: (failure: Failure) => void;
}

function theTokens() {
  let nowMs = Date.parse('2031-05-20T00:00:00.000Z');
  const asked: Asked[] = [];
  const tokens = createAccessTokens({
    clock: () => new Date(nowMs),
    request: (customerId) => {
      const { promise, resolve, reject } = Promise.withResolvers<IssuedToken>();
      asked.push({ customerId, give: (token, lifeMs = 24 * HOUR) => resolve({ token, lifeMs }), fail: reject });
      return promise;
    },
  });
  return {
    tokens,
    asked,
    pass: (ms: number) => (nowMs += ms),
    get: (customer = '9001') => tokens.tokenFor(customer, auth, signal),
  };
}

const flush = () => new Promise((resolve) => setImmediate(resolve));
const down = new Failure('unavailable', 'ICIMS_UNAVAILABLE', 'The iCIMS token endpoint answered 503.');
const refused = new Failure('unauthenticated', 'ICIMS_ACCESS', 'The iCIMS token endpoint refused the client (401).');

describe('access tokens', () => {
  it('are asked for once by many calls at once, and kept', async () => {
    const { asked, get, pass } = theTokens();
    const waiting = Array.from({ length: 20 }, () => get());
    asked[0]?.give('one');
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['one']));

    pass(19 * HOUR);
    expect(await get()).toBe('one');
    expect(asked).toHaveLength(1);
  });

  it('are kept apart by platform and by secret', async () => {
    const { tokens, asked, get } = theTokens();
    const calls = [get('9001'), get('9002'), tokens.tokenFor('9001', { ...auth, clientSecret: 'changed' }, signal)];
    ['a', 'b', 'c'].forEach((token, index) => asked[index]?.give(token));
    expect(await Promise.all(calls)).toEqual(['a', 'b', 'c']);
  });

  it('are renewed once in the background at four fifths of their life, while the old one serves', async () => {
    const { asked, get, pass } = theTokens();
    const first = get();
    asked[0]?.give('one');
    await first;

    pass(0.8 * 24 * HOUR);
    expect(await Promise.all([get(), get(), get()])).toEqual(['one', 'one', 'one']);
    expect(asked).toHaveLength(2);
    asked[1]?.give('two');
    await flush();
    expect(await get()).toBe('two');
  });

  it('serve to their end when they cannot be renewed, and not beyond', async () => {
    const { asked, get, pass } = theTokens();
    const first = get();
    asked[0]?.give('one');
    await first;
    pass(0.9 * 24 * HOUR);
    await get();
    asked[1]?.fail(down);
    await flush();
    expect(await get()).toBe('one');

    pass(0.1 * 24 * HOUR);
    const late = get();
    asked[2]?.fail(refused);
    await expect(late).rejects.toBe(refused);
  });

  it('are replaced once when a call was refused, by many calls at once', async () => {
    const { tokens, asked, get } = theTokens();
    const first = get();
    asked[0]?.give('one');
    await first;

    const renewals = Array.from({ length: 20 }, () => tokens.tokenAfter('one', '9001', auth, signal));
    const meanwhile = get();
    asked[1]?.give('two');

    expect(new Set(await Promise.all([...renewals, meanwhile]))).toEqual(new Set(['two']));
    expect(await tokens.tokenAfter('one', '9001', auth, signal)).toBe('two');
    expect(asked).toHaveLength(2);
  });

  it('are not asked for again and again when the newest is refused too', async () => {
    const { tokens, asked, get, pass } = theTokens();
    const first = get();
    asked[0]?.give('one');
    await first;
    tokens.noteRefused('9001', auth);

    expect(await tokens.tokenAfter('one', '9001', auth, signal)).toBeNull();
    pass(10_000);
    const later = tokens.tokenAfter('one', '9001', auth, signal);
    asked[1]?.give('two');
    expect(await later).toBe('two');
  });

  it.each([
    [down, 1_000],
    [refused, 10_000],
  ])('are not asked for again right after "%s"', async (failure, pauseMs) => {
    const { asked, get, pass } = theTokens();
    const first = get();
    asked[0]?.fail(failure);
    await expect(first).rejects.toBe(failure);

    pass(pauseMs - 1);
    await expect(get()).rejects.toBe(failure);
    expect(asked).toHaveLength(1);

    pass(1);
    const second = get();
    asked[1]?.give('one');
    expect(await second).toBe('one');
  });

  it('let each call wait only as long as it may', async () => {
    const { tokens, asked, get } = theTokens();
    const impatient = new AbortController();
    const short = tokens.tokenFor('9001', auth, impatient.signal);
    const long = get();
    impatient.abort();
    await expect(short).rejects.toMatchObject({ kind: 'unavailable', code: 'ICIMS_UNAVAILABLE' });

    asked[0]?.give('one');
    expect(await long).toBe('one');
  });
});
