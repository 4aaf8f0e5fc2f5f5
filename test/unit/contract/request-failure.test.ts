import { describe, expect, it } from '@jest/globals';
import { toRequestFailure } from '../../../src/contract/request-failure.ts';
import { Failure } from '../../../src/runtime/failure.ts';

describe('what the framework throws', () => {
  it('tells every fault to the caller, and only their places to the log', () => {
    const failure = toRequestFailure(
      {
        status: 400,
        errors: [
          { path: '/body/systemId', message: 'must match pattern' },
          { path: '/body/Canary', message: 'must NOT have additional properties' },
          { path: '/body/required/Canary/0', message: 'must be string' },
        ],
      },
      'INVALID_EVENT',
    );

    expect(failure).toMatchObject({ kind: 'invalid', code: 'INVALID_EVENT' });
    expect(failure.userMessage).toContain('/systemId must match pattern; /Canary must NOT');
    expect(failure.message).toBe('The request has 3 faults, in /systemId, /…, /required.');
  });

  it('names fifty faults of thousands', () => {
    const errors = Array.from({ length: 10_000 }, (_one, at) => ({
      path: `/body/links/${at}`,
      message: 'must be object',
    }));
    const failure = toRequestFailure({ status: 400, errors }, 'INVALID_EVENT');

    expect(failure).toHaveProperty('faults.length', 50);
    expect(failure.message).toBe('The request has 50 faults or more, in /links.');
  });

  it.each([
    [404, 'NOT_FOUND'],
    [405, 'NOT_FOUND'],
    [413, 'TOO_LARGE'],
    [415, 'UNSUPPORTED_MEDIA'],
    [400, 'INVALID_EVENT'],
  ])('with status %i is %s', (status, code) => {
    expect(toRequestFailure({ status, message: 'Canary' }, 'INVALID_EVENT')).toMatchObject({ code });
  });

  it.each([[{ status: 500, message: 'Canary' }], [new TypeError('Canary')], ['Canary'], [null]])(
    '%j is a defect, unquoted',
    (thrown) => {
      const failure = toRequestFailure(thrown, 'INVALID_EVENT');

      expect(failure.kind).toBe('defect');
      expect(failure.message).not.toContain('Canary');
    },
  );

  it('passes a failure of ours as it is', () => {
    const ours = new Failure('unavailable', 'STORE_UNAVAILABLE', 'Away.');

    expect(toRequestFailure(ours, 'INVALID_EVENT')).toBe(ours);
  });
});
