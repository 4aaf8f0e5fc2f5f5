import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Event, fingerprintOf, toEvent } from '../../../src/intake/event.ts';
import { findTrigger, isWithdrawnStatus } from '../../../src/intake/trigger.ts';
import { type Trigger } from '../../../src/platforms/platform.ts';

const triggers: Trigger[] = [
  { eventType: 'WorkFlowStatusChangeEvent', newStatus: ['C20500', '20501'], action: 'open-case' },
  { eventType: 'WorkFlowStatusChangeEvent', newStatus: ['C20900'], action: 'withdraw-case' },
];
const body = { customerId: '9001', eventType: 'WorkFlowStatusChangeEvent', systemId: '40211' };

describe('the trigger of an event', () => {
  it.each([
    ['20500', 'open-case'],
    ['C20500', 'open-case'],
    ['D20500', 'open-case'],
    [20500, 'open-case'],
    ['C20501', 'open-case'],
    ['20900', 'withdraw-case'],
    ['2050', undefined],
    ['020500', undefined],
    ['', undefined],
    [null, undefined],
  ])('for status %j is %s', (newStatus, action) => {
    expect(findTrigger({ triggers }, toEvent({ ...body, newStatus }))?.action).toBe(action);
  });

  it('is not that of another event type', () => {
    expect(findTrigger({ triggers }, toEvent({ ...body, eventType: 'Other', newStatus: '20500' }))).toBeUndefined();
  });

  it('tells which statuses withdraw', () => {
    expect([isWithdrawnStatus({ triggers }, 'C20900'), isWithdrawnStatus({ triggers }, '20500')]).toEqual([
      true,
      false,
    ]);
  });
});

describe('the fingerprint of an event', () => {
  const of = (changes: object): string => fingerprintOf(toEvent({ ...body, ...changes })).toString('hex');

  it('is the same for ids as text and as number, and for empty and absent ones', () => {
    expect(of({ systemId: 40211, jobId: '' })).toBe(of({ jobId: null }));
  });

  it('differs with every id, and cannot be kept by moving digits from one to the next', () => {
    expect(of({ jobId: '1', personId: '23' })).not.toBe(of({ jobId: '12', personId: '3' }));
    expect(of({ newStatus: '1' })).not.toBe(of({ oldStatus: '1' }));
    expect(of({ customerId: '9002' })).not.toBe(of({}));
  });

  it('is the same for exactly those notifications that say the same', () => {
    const id = fc.oneof(fc.stringMatching(/^[0-9]{1,3}$/), fc.constant(null));
    const event = fc.record({
      customerId: fc.stringMatching(/^[0-9]{1,2}$/),
      eventType: fc.constantFrom('1', '1:1', '-', 'WorkFlowStatusChangeEvent'),
      systemId: fc.stringMatching(/^[0-9]{1,3}$/),
      jobId: id,
      personId: id,
      oldStatus: id,
      newStatus: id,
    });
    // Half of the pairs differ only in where one id ends and the next begins.
    const pair = fc.oneof(
      fc.tuple(event, event),
      fc.tuple(event, fc.nat(3)).map(([one, by]): [Event, Event] => {
        const ids = `${one.systemId}${one.jobId ?? ''}`;
        return [one, { ...one, systemId: ids.slice(0, by + 1), jobId: ids.slice(by + 1) || null }];
      }),
    );
    fc.assert(
      fc.property(pair, ([one, other]) => {
        expect(fingerprintOf(one).equals(fingerprintOf(other))).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
      { numRuns: 2_000 },
    );
  });
});
