import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { toCanonicalRequest, toSignature, toStringToSign } from '../../../src/auth/hmac-canonical.ts';
import { sha256 } from './auth-samples.ts';

const HEADERS = new Map([
  ['x-icims-date', '2017-10-18T14:53:40+0000'],
  ['host', 'connector.example.com'],
]);

describe('what a signature is made over', () => {
  it('is method, path, query, sorted headers, an empty line and the sorted names', () => {
    const canonical = toCanonicalRequest({ method: 'post', target: '/a/b?x=1&y=%20', headers: HEADERS });

    expect(canonical).toBe(
      'POST\n/a/b\nx=1&y=%20\nhost:connector.example.com\nx-icims-date:2017-10-18T14:53:40+0000\n\nhost;x-icims-date',
    );
  });

  it.each([
    { target: '/a', path: '/a', query: '' },
    { target: '/a?', path: '/a', query: '' },
    { target: '/a?b?c', path: '/a', query: 'b?c' },
    { target: '/a%2Fb//c', path: '/a%2Fb//c', query: '' },
    { target: '', path: '', query: '' },
  ])('takes path and query of "$target" as received', ({ target, path, query }) => {
    const lines = toCanonicalRequest({ method: 'POST', target, headers: HEADERS }).split('\n');

    expect(lines.slice(1, 3)).toEqual([path, query]);
  });

  it('sorts by name also where one name begins another', () => {
    const headers = new Map([
      ['x-a-b', '1'],
      ['x-a', '2'],
    ]);

    expect(toCanonicalRequest({ method: 'GET', target: '/', headers })).toBe('GET\n/\n\nx-a:2\nx-a-b:1\n\nx-a;x-a-b');
  });

  it('signs scheme, literal date and the hash of the canonical request', () => {
    expect(toStringToSign('2017-10-18T14:53:40+0000', 'canonical')).toBe(
      `x-icims-v1-hmac-sha256\n2017-10-18T14:53:40+0000\n${sha256('canonical')}`,
    );
  });

  it('hashes header bytes, not a re-encoding of them', () => {
    expect(toStringToSign('d', 'x:\u00e9')).toContain(sha256(Buffer.from([0x78, 0x3a, 0xe9])));
  });

  it('gives the HMAC-SHA256 of RFC 4231, test case 2', () => {
    expect(toSignature('what do ya want for nothing?', createSecretKey('Jefe', 'utf8'))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });
});
