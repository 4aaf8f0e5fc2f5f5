import { describe, expect, it } from '@jest/globals';
import { deliver } from '../../../src/delivery/deliver.ts';
import { type Claim, type StepRecord } from '../../../src/delivery/delivery-store.ts';
import { type Platform } from '../../../src/platforms/platform.ts';
import { Failure } from '../../../src/runtime/failure.ts';

const platform = { customerId: '9001', caseSystem: { type: 'built-in' }, writeBack: null } as Platform;
const claim = {
  owner: 'one worker',
  attempt: 1,
  claims: 1,
  revision: 1,
  firstFailedAt: null,
  hire: {
    subject: { id: 'a hire', customerId: '9001' },
    receipt: null,
    caseSystem: null,
    withdrawRequested: false,
    fieldsRevision: 1,
    caseRevision: 0,
    readFields: () => Promise.resolve({}),
  },
} as unknown as Claim;

describe('a case system whose answer the store cannot hold', () => {
  it('parks the hire instead of being asked again and again', async () => {
    const kept: StepRecord[] = [];
    const store = {
      record: (record: StepRecord) => {
        if (record.change.receipt !== undefined) return Promise.reject(new Failure('defect', 'INTERNAL', 'refused'));
        kept.push(record);
        return Promise.resolve(null);
      },
    };
    const open = () => Promise.resolve({ caseId: 'one', caseUrl: 'https://cases.example.com/one' });
    const outside = { caseSystemOf: () => ({ open }), hireUrl: () => '' } as never;

    await deliver(claim, platform, {
      store,
      outside,
      clock: () => new Date(),
      random: () => 0,
      stepDeadlineMs: 1000,
      watchCalls: () => [],
      turn: () => Promise.resolve(),
      isHeld: () => true,
      observe: () => undefined,
    });

    expect(kept).toMatchObject([
      { outcome: 'failed', code: 'ANSWER_NOT_STORABLE', change: {}, move: { next: 'park' } },
    ]);
  });
});
