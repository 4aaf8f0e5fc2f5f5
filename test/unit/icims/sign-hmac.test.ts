import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { signHmac } from '../../../src/icims/sign-hmac.ts';

const auth = { type: 'hmac', user: 'connector', key: 'example-shared-key' } as const;
const now = new Date('2031-05-20T14:30:00.123Z');

function signatureOf(lines: readonly string[]): string {
  const digest = createHash('sha256').update(lines.join('\n')).digest('hex');
  const toSign = `x-icims-v1-hmac-sha256\n2031-05-20T14:30:00Z\n${digest}`;
  return createHmac('sha256', 'example-shared-key').update(toSign).digest('hex');
}

describe('signHmac', () => {
  it('signs host and date of a request without a body', () => {
    const url = 'https://api.icims.com/customers/9001/people/7301?fields=email,lastname';
    const signature = signatureOf([
      'GET',
      '/customers/9001/people/7301',
      'fields=email,lastname',
      'host:api.icims.com',
      'x-icims-date:2031-05-20T14:30:00Z',
      '',
      'host;x-icims-date',
    ]);
    expect(signHmac(auth, { method: 'GET', url }, now)).toEqual({
      'x-icims-date': '2031-05-20T14:30:00Z',
      authorization: `x-icims-v1-hmac-sha256 user=connector,signedheaders=host;x-icims-date,signature=${signature}`,
    });
  });

  it('signs type and digest of a body too, and a host with its port', () => {
    const body = Buffer.from('{"assessmentname":{"value":"Zoë"}}');
    const digest = createHash('sha256').update(body).digest('hex');
    const signature = signatureOf([
      'POST',
      '/customers/9001/people/7301/fields/x',
      '',
      'content-type:application/json',
      'host:127.0.0.1:8080',
      `x-icims-content-sha256:${digest}`,
      'x-icims-date:2031-05-20T14:30:00Z',
      '',
      'content-type;host;x-icims-content-sha256;x-icims-date',
    ]);
    const url = 'http://127.0.0.1:8080/customers/9001/people/7301/fields/x';
    expect(signHmac(auth, { method: 'POST', url, body }, now)).toMatchObject({
      'content-type': 'application/json',
      'x-icims-content-sha256': digest,
      authorization: expect.stringMatching(new RegExp(`signature=${signature}$`)),
    });
  });
});
