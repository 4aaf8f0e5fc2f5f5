import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { authenticateEvent } from '../../../src/auth/authenticate-event.ts';
import { type SignedRequest } from '../../../src/auth/signed-request.ts';
import { Failure } from '../../../src/runtime/failure.ts';
import { aRequest, aSignedRequest, basic, CLOCK, directoryOf, verdict } from './auth-samples.ts';

const directory = directoryOf({
  basic: { username: 'icims', password: 'canary-password' },
  hmac: { user: 'icims-events', key: 'first-key' },
  oauth2: { clientId: 'icims-client', clientSecret: 'canary-client-secret' },
});

function failureOf(request: SignedRequest): Failure {
  try {
    authenticateEvent(request, directory, CLOCK);
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown;
  }
  throw new Error('The request was not turned away by a Failure.');
}

const refused = [
  aRequest(undefined),
  aRequest('Digest username="icims"'),
  aRequest(basic('canary-unknown-name', 'canary-sent-password')),
  aRequest(basic('icims', 'canary-sent-password')),
  aRequest('Bearer icc1.canary.token'),
  aSignedRequest({ key: 'other-key' }),
  aSignedRequest({ date: '2020-01-01T00:00:00Z' }),
  aSignedRequest({ user: 'canary-unknown-name' }),
];

describe('an event without a valid credential', () => {
  it('is turned away in the same words for every cause', () => {
    const answers = refused
      .map(failureOf)
      .map(({ kind, code, message, userMessage }) => ({ kind, code, message, userMessage }));

    expect(answers).toEqual(refused.map(() => answers[0]));
    expect(answers[0]).toMatchObject({ kind: 'unauthenticated', code: 'UNAUTHENTICATED' });
  });

  it('tells the operator the cause, and of names only those that are configured', () => {
    expect(refused.map((request) => failureOf(request).facts)).toEqual([
      { cause: 'no-credential' },
      { cause: 'unknown-scheme' },
      { cause: 'unknown-name' },
      { cause: 'wrong-secret', name: 'icims' },
      { cause: 'malformed' },
      { cause: 'wrong-signature', name: 'icims-events' },
      { cause: 'stale-date' },
      { cause: 'unknown-name' },
    ]);
  });

  it('leaves nothing of what it sent or what we hold in the failure', () => {
    const written = refused.map(failureOf).map((failure) => `${JSON.stringify(failure)}${failure.message}`);

    expect(written.join()).not.toMatch(/canary/);
  });
});

describe('the Authorization header', () => {
  const authorization = basic('icims', 'canary-password');

  it('must be the only one', () => {
    const rawHeaders = ['Host', 'authorization', 'AUTHORIZATION', authorization];

    expect(verdict({ ...aRequest(authorization), rawHeaders }, directory)).toEqual(['9001']);
    expect(
      verdict({ ...aRequest(authorization), rawHeaders: [...rawHeaders, 'authorization', authorization] }, directory),
    ).toBe('several-credentials');
  });

  it.each(['Basic', 'Bearer', 'x-icims-v1-hmac-sha256'])('must be under 8 KiB with %s', (scheme) => {
    expect(verdict(aRequest(`${scheme} ${'A'.repeat(8192)}`), directory)).toBe('malformed');
  });

  it('tells by which scheme and under which name the caller came', () => {
    expect(authenticateEvent(aRequest(authorization), directory, CLOCK)).toMatchObject({
      scheme: 'basic',
      name: 'icims',
    });
    expect(authenticateEvent(aSignedRequest(), directory, CLOCK)).toMatchObject({
      scheme: 'hmac',
      name: 'icims-events',
    });
  });

  it('throws nothing but a Failure, whatever it holds', () => {
    const part = fc.oneof(
      fc.constantFrom('user=', 'signedheaders=', 'signature=', ',', ';', '"', 'host', 'icc1.', '.'),
      fc.string(),
    );
    const credentials = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.base64String(),
      fc.array(part).map((parts) => parts.join('')),
    );
    const scheme = fc.constantFrom('Basic ', 'Bearer ', 'Bearer icc1.', 'x-icims-v1-hmac-sha256 ', '');
    fc.assert(
      fc.property(scheme, credentials, (name, value) => {
        expect(failureOf(aRequest(`${name}${value}`)).code).toBe('UNAUTHENTICATED');
      }),
      { numRuns: 2000 },
    );
  });

  it('throws nothing but a Failure, whatever the other headers, the target and the method hold', () => {
    const headers = fc.dictionary(
      fc.constantFrom('host', 'content-type', 'x-icims-date', 'x-icims-content-sha256'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(headers, fc.string({ unit: 'binary' }), fc.string(), (changed, target, method) => {
        const request = aSignedRequest();
        const sent = { ...request, method, target, headers: { ...request.headers, ...changed } };

        expect(failureOf(sent).code).toBe('UNAUTHENTICATED');
      }),
      { numRuns: 1000 },
    );
  });

  it('takes no longer for hostile text than a reader of 8 KiB needs', () => {
    const hostile = [
      'a'.repeat(8100),
      ' '.repeat(8100),
      ' ='.repeat(4000),
      ';'.repeat(8100),
      `user=${'"'.repeat(8000)}`,
    ];
    const startedAt = performance.now();
    for (const text of hostile) {
      verdict(aRequest(`x-icims-v1-hmac-sha256 ${text}x`), directory);
      verdict(aRequest(`Basic ${text}!`), directory);
      verdict(aRequest(`Bearer ${text}!`), directory);
    }

    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});
