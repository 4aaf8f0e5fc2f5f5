import { describe, expect, it } from '@jest/globals';
import { toErrorAnswer } from '../../../src/intake/event-answer.ts';
import { Failure, toFailure } from '../../../src/runtime/failure.ts';

const FIXED = 'The immigration connector could not process this request. Please tell your iCIMS administrator.';

describe('what iCIMS is told of a failure', () => {
  it.each([
    ['INTERNAL', new Failure('defect', 'INTERNAL', 'PostgreSQL refused it (SQLSTATE 23503).')],
    ['an unexpected error', toFailure(new TypeError('Canary'))],
    ['a code that is not written for iCIMS', new Failure('rejected', 'CASE_SYSTEM_ACCESS', 'Canary')],
  ])('is one sentence for %s', (_what, failure) => {
    expect(toErrorAnswer(failure, 'r')).toEqual({
      status: 500,
      body: { error: { userMessage: FIXED, debugErrorMessage: 'INTERNAL ref=r' } },
    });
  });

  it('about a body that cannot be read is plain for the recruiter, and in detail for the log of iCIMS', () => {
    const { status, body } = toErrorAnswer(new Failure('invalid', 'INVALID_EVENT', `/a ${'x'.repeat(600)}`), 'r');

    expect(status).toBe(400);
    expect(body).toEqual({
      error: {
        userMessage: 'iCIMS sent an event that the connector cannot read. Please tell your iCIMS administrator.',
        debugErrorMessage: `INVALID_EVENT /a ${'x'.repeat(497)} ref=r`,
      },
    });
  });

  it('when too much comes at once, is to come again', () => {
    const answer = toErrorAnswer(new Failure('unavailable', 'OVERLOADED', 'Full.', { retryAfterMs: 2_000 }), 'r');

    expect(answer).toMatchObject({ status: 503, headers: { 'Retry-After': '2' } });
  });
});
