import { describe, expect, it } from '@jest/globals';
import { toIcimsFailure, toIcimsUnavailable } from '../../../src/icims/to-icims-failure.ts';
import { Failure } from '../../../src/runtime/failure.ts';
import { type HttpHeaders } from '../../../src/runtime/http-answer.ts';

const now = new Date('2031-05-20T23:00:00.000Z');
const name = { customerId: '9001', operation: 'readProfile', target: 'people/7301', priority: 'interactive' } as const;
const background = { ...name, priority: 'background' } as const;
const answer = (status: number, headers: HttpHeaders = {}) => ({ status, headers, body: undefined });

describe('toIcimsFailure', () => {
  it.each([
    [400, 'rejected', 'ICIMS_REFUSED'],
    [401, 'unauthenticated', 'ICIMS_ACCESS'],
    [403, 'unauthenticated', 'ICIMS_ACCESS'],
    [404, 'rejected', 'ICIMS_NOT_FOUND'],
    [409, 'rejected', 'ICIMS_REFUSED'],
    [302, 'unavailable', 'ICIMS_UNAVAILABLE'],
    [408, 'unavailable', 'ICIMS_UNAVAILABLE'],
    [429, 'unavailable', 'ICIMS_UNAVAILABLE'],
    [500, 'unavailable', 'ICIMS_UNAVAILABLE'],
    [503, 'unavailable', 'ICIMS_UNAVAILABLE'],
  ])('takes %d as %s %s', (status, kind, code) => {
    expect(toIcimsFailure(name, answer(status), now)).toMatchObject({ kind, code });
  });

  it('tells both readings of a 404', () => {
    const { message } = toIcimsFailure(name, answer(404, { 'x-error': '3:denied' }), now);
    expect(message).toMatch(/no people\/7301, or the API user has no right/);
  });

  it('names codes, fields and the transaction, and no values', () => {
    const headers = { 'x-error': '1:birthdate:1994-03-09 is wrong', 'x-transaction': 'abc-1' };
    const failure = toIcimsFailure(name, answer(400, headers), now);
    expect(failure.message).toBe('iCIMS refused readProfile of people/7301 (400, error 1 on birthdate).');
    expect(failure.facts).toEqual({
      customerId: '9001',
      operation: 'readProfile',
      target: 'people/7301',
      status: 400,
      errors: '1 on birthdate',
      transaction: 'abc-1',
    });
  });

  it.each<[HttpHeaders, number | undefined, number | undefined]>([
    [{ 'retry-after': '30' }, 30_000, 30_000],
    [{ 'retry-after': '99999' }, 900_000, 99_999_000],
    [{ 'retry-after': 'soon' }, undefined, undefined],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '3600' }, 900_000, 3_600_000],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '60', 'retry-after': '5' }, 5_000, 5_000],
    [{ 'x-ratelimit-remaining': '3', 'x-ratelimit-reset': '3600' }, undefined, undefined],
    [{}, undefined, undefined],
  ])('with %j waits %p ms for a recruiter and %p ms in the background', (headers, interactive, inBackground) => {
    expect(toIcimsFailure(name, answer(429, headers), now).retryAfterMs).toBe(interactive);
    expect(toIcimsFailure(background, answer(429, headers), now).retryAfterMs).toBe(inBackground);
  });
});

describe('toIcimsUnavailable', () => {
  it('gives a call without answer the code of the port and keeps what is known', () => {
    const slow = new Failure('unavailable', 'UPSTREAM_TOO_SLOW', 'api.icims.com did not answer in time.', {
      facts: { host: 'api.icims.com' },
      retryAfterMs: 7_000,
    });
    const failure = toIcimsUnavailable(name, slow);
    expect(failure).toMatchObject({ kind: 'unavailable', code: 'ICIMS_UNAVAILABLE', retryAfterMs: 7_000 });
    expect(failure.message).toBe('iCIMS could not serve readProfile (api.icims.com did not answer in time).');
    expect(failure.facts).toMatchObject({ host: 'api.icims.com', target: 'people/7301' });
  });

  it('leaves a refused address as it is', () => {
    const refused = new Failure('rejected', 'ADDRESS_NOT_ALLOWED', 'The address may not be called.');
    expect(toIcimsUnavailable(name, refused)).toBe(refused);
  });
});
