import { describe, expect, it } from '@jest/globals';
import { type LookupAddress } from 'node:dns';
import { type LookupFunction } from 'node:net';
import { checkUrl, guardLookup, isPublicAddress } from '../../../src/runtime/http-guard.ts';

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '104.16.0.1', '2606:4700::1111', '2a00:1450:4001::1'])('takes %s as public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.1',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:8.8.8.8',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:2::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    '5f00::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '',
    'localhost',
    '127.1',
  ])('refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('checkUrl', () => {
  const named = new Set(['127.0.0.1:8080', 'icims.test:443', '[::1]:9000']);

  it.each([
    'http://api.icims.com/customers/9001',
    'http://127.0.0.1:8081/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://127.0.0.1./',
    'https://①②⑦.0.0.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://10.0.0.1:8443/',
    'https://[::1]/',
    'https://[::ffff:169.254.169.254]/',
    'https://[64:ff9b::a00:1]/',
    'https://[fd00::1]:443/',
    'https://user@api.icims.com/',
    'https://api.icims.com:x@127.0.0.1:8080/',
    'http://user:secret@127.0.0.1:8080/',
    'file:///etc/passwd',
    'gopher://127.0.0.1:8080/',
    'data:application/json,{}',
    '//api.icims.com/',
    '/customers/9001',
    'not a url',
    '',
  ])('refuses %s', (url) => {
    expect(() => checkUrl(url, named)).toThrow(
      expect.objectContaining({ kind: 'rejected', code: 'ADDRESS_NOT_ALLOWED' }),
    );
  });

  it.each([
    ['https://api.icims.com/customers/9001', false],
    ['https://8.8.8.8:8443/', false],
    ['http://127.0.0.1:8080/x', true],
    ['https://icims.test/x', true],
    ['http://[::1]:9000/', true],
  ])('allows %s (insecure: %p)', (url, insecure) => {
    expect(checkUrl(url, named).insecure).toBe(insecure);
  });

  it('names nothing of the address that it refuses', () => {
    const secretive = 'http://operator:hunter2@internal.example.com/?token=s3cret';
    expect(() => checkUrl(secretive, named)).not.toThrow(/operator|hunter2|internal|s3cret/);
  });
});

describe('guardLookup', () => {
  interface Outcome {
    readonly code: string | null;
    readonly answer: string | readonly LookupAddress[];
  }

  function lookUp(answers: readonly LookupAddress[], all: boolean): Promise<Outcome> {
    const resolver: LookupFunction = (_hostname, _options, callback) => callback(null, [...answers]);
    return new Promise((resolve) => {
      guardLookup(resolver)('icims.test', { all }, (error, answer) => resolve({ code: error?.code ?? null, answer }));
    });
  }

  const publicOne = { address: '8.8.8.8', family: 4 };
  const privateOne = { address: '10.0.0.1', family: 4 };
  const loopback = { address: '::1', family: 6 };

  it('hands on the answers that it checked, and only those', async () => {
    expect(await lookUp([publicOne], true)).toEqual({ code: null, answer: [publicOne] });
    expect(await lookUp([publicOne], false)).toEqual({ code: null, answer: '8.8.8.8' });
  });

  it.each([[[privateOne]], [[publicOne, privateOne]], [[loopback, publicOne]], [[]]])(
    'refuses a name that leads to %j',
    async (answers) => {
      expect((await lookUp(answers, true)).code).toBe('ADDRESS_NOT_ALLOWED');
      expect((await lookUp(answers, false)).code).toBe('ADDRESS_NOT_ALLOWED');
    },
  );

  it('passes on that a name is unknown', async () => {
    const unknown = Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
    const outcome = await new Promise((resolve) => {
      guardLookup((_hostname, _options, callback) => callback(unknown, []))('icims.test', { all: true }, resolve);
    });
    expect(outcome).toBe(unknown);
  });
});
