import { createHmac, createSecretKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { issueToken } from '../../../src/auth/issue-token.ts';
import { toToken, toTokenKey } from '../../../src/auth/token-format.ts';
import { aRequest, CLOCK, directoryOf, NOW, verdict } from './auth-samples.ts';

const FIRST = { clientId: 'icims-client', clientSecret: 'first-secret' };
const SECOND = { clientId: 'icims-client', clientSecret: 'second-secret' };
const directory = directoryOf({ oauth2: FIRST });
const NOW_SECONDS = NOW.getTime() / 1000;

function grantedTo(client: typeof FIRST, holder = directory): string {
  const body = { grant_type: 'client_credentials', client_id: client.clientId, client_secret: client.clientSecret };
  const answer = issueToken({ authorization: undefined, body }, holder, NOW);
  if ('error' in answer) throw new Error(answer.error_description);
  return answer.access_token;
}

function verdictOn(token: string, holder = directory, secondsLater = 0): string | string[] {
  return verdict(aRequest(`Bearer ${token}`), holder, { ...CLOCK, now: new Date(NOW.getTime() + secondsLater * 1000) });
}

function forged(payload: object, secret = FIRST.clientSecret): string {
  return toToken({ i: FIRST.clientId, k: '', e: NOW_SECONDS + 60, n: 'n', ...payload }, toTokenKey(secret).key);
}

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('an access token', () => {
  it('lets its platform in until its 24 hours are over', () => {
    const token = grantedTo(FIRST);

    expect(verdictOn(token)).toEqual(['9001']);
    expect(verdictOn(token, directory, 86_399)).toEqual(['9001']);
    expect(verdictOn(token, directory, 86_400)).toBe('expired-token');
  });

  it('survives a restart: another directory of the same platforms knows it', () => {
    expect(verdictOn(grantedTo(FIRST), directoryOf({ oauth2: FIRST }))).toEqual(['9001']);
  });

  it('works for both secrets while one is being changed, and ends the moment its own is removed', () => {
    const changing = directoryOf({ oauth2: [FIRST, SECOND] });
    const old = grantedTo(FIRST, changing);

    expect(verdictOn(old, changing)).toEqual(['9001']);
    expect(verdictOn(grantedTo(SECOND, changing), changing)).toEqual(['9001']);
    expect(verdictOn(old, directoryOf({ oauth2: SECOND }))).toBe('wrong-signature');
    expect(verdictOn(old, directoryOf({}))).toBe('unknown-name');
  });

  it('speaks for the platforms that hold its secret now, and for no other of the same client id', () => {
    const sandboxAndProduction = directoryOf({ oauth2: FIRST }, { oauth2: SECOND }, { oauth2: FIRST });

    expect(verdictOn(grantedTo(FIRST, sandboxAndProduction), sandboxAndProduction)).toEqual(['9001', '9003']);
    expect(verdictOn(grantedTo(SECOND, sandboxAndProduction), sandboxAndProduction)).toEqual(['9002']);
    expect(verdictOn(grantedTo(FIRST), directoryOf({}, { oauth2: FIRST }))).toEqual(['9002']);
  });

  it('is never the same twice and holds neither secret nor customer id', () => {
    const token = grantedTo(FIRST);
    const [, payload = ''] = token.split('.');

    expect(grantedTo(FIRST)).not.toBe(token);
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual({
      i: 'icims-client',
      k: expect.any(String),
      e: NOW_SECONDS + 86_400,
      n: expect.any(String),
    });
    expect(token).not.toContain(FIRST.clientSecret);
  });

  it('may belong to a client id of 500 characters in any script', () => {
    const client = { clientId: '山'.repeat(500), clientSecret: '秘密' };
    const holder = directoryOf({ oauth2: client });

    expect(verdictOn(grantedTo(client, holder), holder)).toEqual(['9001']);
  });
});

describe('a forged token', () => {
  const [format = '', payload = '', signature = ''] = grantedTo(FIRST).split('.');
  const claims = { i: FIRST.clientId, k: 'any', e: NOW_SECONDS + 60, n: 'n' };
  const jwt = (header: object, key?: string): string => {
    const signed = `${base64url(header)}.${base64url({ ...claims, sub: FIRST.clientId, exp: claims.e })}`;
    return `${signed}.${key === undefined ? '' : createHmac('sha256', key).update(signed).digest('base64url')}`;
  };

  it.each([
    ['without a signature', `${format}.${payload}`, 'malformed'],
    ['with an empty signature', `${format}.${payload}.`, 'malformed'],
    ['with another format', `icc2.${payload}.${signature}`, 'malformed'],
    ['with a part too many', `${format}.${payload}.${signature}.${signature}`, 'malformed'],
    ['as a JWT with alg none', jwt({ alg: 'none' }), 'malformed'],
    ['as a JWT with HS256 under the client secret', jwt({ alg: 'HS256', kid: '1' }, FIRST.clientSecret), 'malformed'],
    ['with a payload that is no JSON', `${format}.${Buffer.from('{').toString('base64url')}.${signature}`, 'malformed'],
    ['with a payload that is no object', `${format}.${base64url(null)}.${signature}`, 'malformed'],
    [
      'with a payload that names an algorithm',
      `${format}.${base64url({ ...claims, alg: 'none' })}.${signature}`,
      'malformed',
    ],
    ['with an end that is text', `${format}.${base64url({ ...claims, e: '99999999999' })}.${signature}`, 'malformed'],
    ['with a short signature', `${format}.${payload}.${signature.slice(1)}`, 'wrong-signature'],
    ['with padding behind the signature', `${format}.${payload}.${signature}=`, 'wrong-signature'],
    ['with another payload', `${format}.${base64url(claims)}.${signature}`, 'wrong-signature'],
    ['for another client', `${format}.${base64url({ ...claims, i: 'nobody' })}.${signature}`, 'unknown-name'],
    ['signed with the secret itself', toToken(claims, createSecretKey(FIRST.clientSecret, 'utf8')), 'wrong-signature'],
    ['signed with the key of another secret', forged({}, 'second-secret'), 'wrong-signature'],
    [
      'with a life longer than we give',
      forged({ k: toTokenKey(FIRST.clientSecret).fingerprint, e: NOW_SECONDS + 90_000 }),
      'expired-token',
    ],
  ])('%s is refused', (_, token, cause) => {
    expect(verdictOn(token)).toBe(cause);
  });

  it('with any one character changed is refused', () => {
    const token = grantedTo(FIRST);
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.integer({ min: 0x21, max: 0x7e }), (at, code) => {
        const changed = `${token.slice(0, at)}${String.fromCharCode(code)}${token.slice(at + 1)}`;
        fc.pre(changed !== token);
        expect(typeof verdictOn(changed)).toBe('string');
      }),
    );
  });
});
