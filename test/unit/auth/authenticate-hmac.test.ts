import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type SignedRequest } from '../../../src/auth/signed-request.ts';
import { aSignedRequest, CLOCK, directoryOf, EVENT, NOW, sha256, verdict } from './auth-samples.ts';

const directory = directoryOf({ hmac: { user: 'icims-events', key: 'first-key' } });

function withHeader(name: string, change: (value: string) => string, request = aSignedRequest()): SignedRequest {
  return { ...request, headers: { ...request.headers, [name]: change(String(request.headers[name])) } };
}

const rewrite = (change: (value: string) => string): SignedRequest => withHeader('authorization', change);

function authorizationOf(request: SignedRequest): { user: string; names: string; signature: string } {
  const [, user = '', names = '', signature = ''] =
    /user=(.*),signedheaders=(.*),signature=(.*)$/.exec(String(request.headers.authorization)) ?? [];
  return { user, names, signature };
}

describe('an HMAC signature of iCIMS', () => {
  it('lets in a worked example whose every value was computed by hand with openssl', () => {
    const body = Buffer.from('{"a":1}');
    const request: SignedRequest = {
      method: 'POST',
      target: '/icims/v1/events?via=test',
      headers: {
        host: 'connector.example.com',
        'x-icims-date': '2026-03-02T09:30:00Z',
        'x-icims-content-sha256': '015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862',
        authorization:
          'x-icims-v1-hmac-sha256 user=worked,signedheaders=host;x-icims-content-sha256;x-icims-date,signature=8e4b51587618901372e81506cd379b6b16b14d4b9edf3d21220d0b3997f5a6dd',
      },
      wireBody: body,
      inflatedBody: body,
    };

    expect(verdict(request, directoryOf({ hmac: { user: 'worked', key: 'worked-example-key' } }))).toEqual(['9001']);
  });

  it('lets in the shape of the published event sample: plain JSON of 237 bytes, date with +0000', () => {
    const wireBody = Buffer.from(JSON.stringify({ eventType: 'Sample', pad: '' }).padEnd(237, ' '));
    const request = aSignedRequest({ wireBody, date: '2017-10-18T14:53:40+0000' });

    expect(wireBody).toHaveLength(237);
    expect(request.headers['x-icims-content-sha256']).toBe(sha256(wireBody));
    expect(verdict(request, directory, { ...CLOCK, now: new Date('2017-10-18T14:55:00Z') })).toEqual(['9001']);
  });

  it.each([
    '2026-03-02T09:30:00Z',
    '2026-03-02T09:30:00+00:00',
    '2026-03-02T04:30:00-0500',
    '2026-03-02T09:30:00.123Z',
  ])('reads the date %s', (date) => {
    expect(verdict(aSignedRequest({ date }), directory)).toEqual(['9001']);
  });

  it("takes a gzip'd body by the hash of the bytes sent or of the bytes inflated, and by no other", () => {
    const wireBody = gzipSync(EVENT);
    const sent = { wireBody, inflatedBody: EVENT };

    expect(verdict(aSignedRequest({ ...sent, bodyHash: sha256(wireBody) }), directory)).toEqual(['9001']);
    expect(verdict(aSignedRequest({ ...sent, bodyHash: sha256(EVENT) }), directory)).toEqual(['9001']);
    expect(verdict(aSignedRequest({ ...sent, bodyHash: sha256('other') }), directory)).toBe('body-hash');
  });

  it('needs no body hash when there is no body, but a given one must be that of nothing', () => {
    const empty = { wireBody: Buffer.alloc(0), signed: ['host', 'x-icims-date'] };

    expect(verdict(aSignedRequest(empty), directory)).toEqual(['9001']);
    expect(verdict(aSignedRequest({ ...empty, bodyHash: sha256('something') }), directory)).toBe('body-hash');
  });

  it('covers the target as received, query and prefix included', () => {
    const request = aSignedRequest({ target: '/prefix/icims/v1/events?key=a%20b&key=' });

    expect(verdict(request, directory)).toEqual(['9001']);
    expect(verdict({ ...request, target: '/icims/v1/events?key=a%20b&key=' }, directory)).toBe('wrong-signature');
    expect(verdict({ ...request, target: '/prefix/icims/v1/events?key=a+b&key=' }, directory)).toBe('wrong-signature');
  });
});

describe('the form of the Authorization value', () => {
  const { user, names, signature } = authorizationOf(aSignedRequest());

  it.each([
    ['spaces after commas', `user=${user}, signedheaders=${names}, signature=${signature}`],
    ['another order', `signature=${signature},user=${user},signedheaders=${names}`],
    ['quotes', `user="${user}", signedheaders="${names}", signature="${signature}"`],
    ['capitals in keys and names', `User=${user},SignedHeaders=${names.toUpperCase()},Signature=${signature}`],
    [
      'names in another order',
      `user=${user},signedheaders=${names.split(';').reverse().join(';')},signature=${signature}`,
    ],
    [
      'spaces around names',
      `user = ${user} , signedheaders = ${names.replaceAll(';', ' ; ')} , signature = ${signature} `,
    ],
    ['a parameter that iCIMS does not name', `user=${user},signedheaders=${names},signature=${signature},kid=1`],
  ])('may have %s', (_, credentials) => {
    expect(
      verdict(
        rewrite(() => `X-iCIMS-V1-HMAC-SHA256 ${credentials}`),
        directory,
      ),
    ).toEqual(['9001']);
  });

  it.each([
    ['no parameters', ''],
    ['no user', `signedheaders=${names},signature=${signature}`],
    ['an empty user', `user=,signedheaders=${names},signature=${signature}`],
    ['no signedheaders', `user=${user},signature=${signature}`],
    ['a header named twice', `user=${user},signedheaders=${names};host,signature=${signature}`],
    ['an empty header name', `user=${user},signedheaders=${names};,signature=${signature}`],
    ['no signature', `user=${user},signedheaders=${names}`],
    ['an empty signature', `user=${user},signedheaders=${names},signature=`],
    ['a short signature', `user=${user},signedheaders=${names},signature=${signature.slice(1)}`],
    ['a long signature', `user=${user},signedheaders=${names},signature=${signature}0`],
    [
      'a signature in capitals',
      `user=${user},signedheaders=${names},signature=${signature.toUpperCase().padEnd(64, 'A')}`,
    ],
    ['a signature that is no hex', `user=${user},signedheaders=${names},signature=${'z'.repeat(64)}`],
    ['two signatures', `user=${user},signedheaders=${names},signature=${signature},signature=${signature}`],
    ['a hundred signatures', `user=${user},signedheaders=${names}${`,signature=${'0'.repeat(64)}`.repeat(100)}`],
    ['a comma list of nothing', ','.repeat(8000)],
  ])('may not have %s', (_, credentials) => {
    expect(
      verdict(
        rewrite(() => `x-icims-v1-hmac-sha256 ${credentials}`),
        directory,
      ),
    ).toBe('malformed');
  });

  it.each(['x-icims-v1-hmac-sha1', 'x-icims-v1-none', 'x-icims-v2-hmac-sha256', 'constructor', 'hmac', 'none'])(
    'names no other algorithm: %s',
    (scheme) => {
      expect(
        verdict(
          rewrite((value) => value.replace('x-icims-v1-hmac-sha256', scheme)),
          directory,
        ),
      ).toBe('unknown-scheme');
    },
  );
});

describe('an altered request', () => {
  it.each([
    ['whitespace', Buffer.from(EVENT.toString().replace(',', ', '))],
    ['key order', Buffer.from(EVENT.toString().replace(/("customerId":"9001"),("eventType":"\w+")/, '$2,$1'))],
    ['a value', Buffer.from(EVENT.toString().replace('9001', '9002'))],
    ['nothing left of it', Buffer.alloc(0)],
  ])('is refused when its body has other bytes: %s', (_, body) => {
    expect(verdict({ ...aSignedRequest(), wireBody: body, inflatedBody: body }, directory)).toBe('body-hash');
  });

  it.each(['content-type', 'host', 'x-icims-content-sha256'])('is refused when its %s is another', (name) => {
    expect(
      verdict(
        withHeader(name, (value) => `${value} `),
        directory,
      ),
    ).toBe('wrong-signature');
  });

  it('is refused when its date is the same moment in other letters', () => {
    expect(
      verdict(
        withHeader('x-icims-date', () => '2026-03-02T09:30:00Z'),
        directory,
      ),
    ).toBe('wrong-signature');
  });

  it('is refused when its method is another', () => {
    expect(verdict({ ...aSignedRequest(), method: 'PUT' }, directory)).toBe('wrong-signature');
  });

  it.each(['x-absent', 'set-cookie', '__proto__', 'constructor', 'tostring'])(
    'is refused when a signed header is not there as text: %s',
    (name) => {
      const request = rewrite((value) => value.replace('host;', `host;${name};`));

      const sent = { ...request, headers: { ...request.headers, 'set-cookie': ['a=1'] } };

      expect(verdict(sent, directory)).toBe('header-missing');
    },
  );

  it('is refused when the signature leaves out the body, the date, or both', () => {
    expect(verdict(aSignedRequest({ signed: ['host', 'x-icims-date'] }), directory)).toBe('body-not-signed');
    expect(verdict(aSignedRequest({ signed: ['host', 'x-icims-content-sha256'] }), directory)).toBe('date-not-signed');
    expect(verdict(aSignedRequest({ signed: ['host'] }), directory)).toBe('date-not-signed');
  });

  it('is refused after any one character of any signed header changed', () => {
    const names = ['content-type', 'host', 'x-icims-content-sha256', 'x-icims-date'];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(200), fc.integer({ min: 0x21, max: 0x7e }), (name, at, code) => {
        const before = String(aSignedRequest().headers[name]);
        const index = at % before.length;
        const after = `${before.slice(0, index)}${String.fromCharCode(code)}${before.slice(index + 1)}`;
        fc.pre(before !== after);
        expect(
          typeof verdict(
            withHeader(name, () => after),
            directory,
          ),
        ).toBe('string');
      }),
    );
  });
});

describe('the date of a signature', () => {
  const at = (offsetMs: number): string => new Date(NOW.getTime() + offsetMs).toISOString();

  it.each([-15 * 60_000, 0, 15 * 60_000])('may be %d ms off', (offsetMs) => {
    expect(verdict(aSignedRequest({ date: at(offsetMs) }), directory)).toEqual(['9001']);
  });

  it.each([-15 * 60_000 - 1, 15 * 60_000 + 1, -86_400_000, 86_400_000])('may not be %d ms off', (offsetMs) => {
    expect(verdict(aSignedRequest({ date: at(offsetMs) }), directory)).toBe('stale-date');
  });

  it('turns a replay away once the window is over, and its width is a setting', () => {
    const request = aSignedRequest();
    const later = new Date(NOW.getTime() + 61_000);

    expect(verdict(request, directory, { now: later, skewMs: 900_000 })).toEqual(['9001']);
    expect(verdict(request, directory, { now: later, skewMs: 60_000 })).toBe('stale-date');
  });

  it.each([
    '',
    '1772443800000',
    '1772443800',
    'Mon, 02 Mar 2026 09:30:00 GMT',
    '2026-03-02T09:30:00',
    '2026-03-02 09:30:00Z',
    '20260302T093000Z',
    '2026-13-02T09:30:00Z',
    '2026-03-02T09:30:00+99:99',
    '2026-03-02T09:30:00Z, 2026-03-02T09:30:00Z',
    '９'.repeat(4),
  ])('may not be "%s"', (date) => {
    expect(verdict(aSignedRequest({ date }), directory)).toBe('unusable-date');
  });
});

describe('the key of a signature', () => {
  const two = directoryOf({
    hmac: [
      { user: 'icims-events', key: 'first-key' },
      { user: 'icims-events', key: 'second-key' },
    ],
  });

  it('may be either of two while it is being changed, and the old one ends with its removal', () => {
    const after = directoryOf({ hmac: { user: 'icims-events', key: 'second-key' } });

    expect(verdict(aSignedRequest({ key: 'first-key' }), two)).toEqual(['9001']);
    expect(verdict(aSignedRequest({ key: 'second-key' }), two)).toEqual(['9001']);
    expect(verdict(aSignedRequest({ key: 'first-key' }), after)).toBe('wrong-signature');
  });

  it('tells platforms with the same user apart', () => {
    const several = directoryOf(
      { hmac: { user: 'icims-events', key: 'first-key' } },
      { hmac: { user: 'icims-events', key: 'second-key' } },
    );

    expect(verdict(aSignedRequest({ key: 'first-key' }), several)).toEqual(['9001']);
    expect(verdict(aSignedRequest({ key: 'second-key' }), several)).toEqual(['9002']);
    expect(verdict(aSignedRequest({ key: 'third-key' }), several)).toBe('wrong-signature');
  });

  it('does not open the door of another user or scheme', () => {
    const others = directoryOf(
      { hmac: { user: 'other', key: 'first-key' } },
      { basic: { username: 'icims-events', password: 'first-key' } },
      { oauth2: { clientId: 'icims-events', clientSecret: 'first-key' } },
    );

    expect(verdict(aSignedRequest(), others)).toBe('unknown-name');
  });

  it('may have a user in any script, sent as UTF-8', () => {
    const user = 'Événements 山田';
    const onTheWire = Buffer.from(user).toString('latin1');

    expect(verdict(aSignedRequest({ user: onTheWire }), directoryOf({ hmac: { user, key: 'first-key' } }))).toEqual([
      '9001',
    ]);
  });
});
