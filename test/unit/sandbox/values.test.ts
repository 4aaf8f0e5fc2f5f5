import { describe, expect, it } from '@jest/globals';
import { hmacSignature, sha256 } from '../../../src/sandbox/hmac.ts';
import { DailyAllowance } from '../../../src/sandbox/platform/allowance.ts';
import { parseDate, toDateTime } from '../../../src/sandbox/platform/field.ts';
import { html } from '../../../src/sandbox/recruiter/html.ts';

describe('iCIMS dates', () => {
  it.each([
    ['2031-05-03T14:07:00Z', '2031-05-03 02:07 PM'],
    ['2031-05-03T00:00:59Z', '2031-05-03 12:00 AM'],
    ['2031-05-03T12:30:00Z', '2031-05-03 12:30 PM'],
  ])('writes %s as %s, and reads it back to the minute', (iso, text) => {
    expect(toDateTime(new Date(iso))).toBe(text);
    expect(parseDate(text)?.startMs).toBe(Date.parse(`${iso.slice(0, 16)}:00Z`));
  });

  it.each(['2031-02-29', '2031-13-01', '03/05/2031', '2031-05-03T14:07:00Z', '2031-05-03 14:07', ''])(
    'reads %j as no date',
    (text) => expect(parseDate(text)).toBeNull(),
  );
});

describe('the daily allowance', () => {
  it('ends at midnight UTC and begins anew', () => {
    let now = new Date('2031-05-20T23:59:50Z');
    const allowance = new DailyAllowance(2, () => now);
    const first = [allowance.take(), allowance.take(), allowance.take()];
    expect(allowance.resetsInSeconds()).toBe(10);
    now = new Date('2031-05-21T00:00:00Z');
    expect([...first, allowance.take()]).toEqual([true, true, false, true]);
  });
});

describe('the HMAC signature', () => {
  const parts = {
    method: 'get',
    path: '/customers/9001/people/1',
    query: '',
    headers: { host: 'api.icims.com', 'x-icims-date': '2031-05-20T12:00:00Z' },
  };

  it('is 64 lower-case hexadecimal characters', () => {
    expect(hmacSignature(parts, 'key')).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['method', { ...parts, method: 'POST' }],
    ['path', { ...parts, path: '/customers/9001/people/2' }],
    ['query', { ...parts, query: 'fields=email' }],
    ['header', { ...parts, headers: { ...parts.headers, host: 'api-eu.icims.com' } }],
    ['set of headers', { ...parts, headers: { ...parts.headers, 'content-type': 'application/json' } }],
  ])('changes with the %s', (_what, changed) => {
    expect(hmacSignature(changed, 'key')).not.toBe(hmacSignature(parts, 'key'));
  });

  it('hashes an empty body as the hash of nothing', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});

it('escapes every value that is not HTML itself', () => {
  const name = `<img src=x onerror="alert('&')">`;
  expect(html`<p title="${name}">${[html`<b>${name}</b>`]}</p>`.html).not.toMatch(/<img|onerror="/);
});
