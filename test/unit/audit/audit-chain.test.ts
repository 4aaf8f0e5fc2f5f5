import { describe, expect, it } from '@jest/globals';
import { chainHash, CHAIN_START } from '../../../src/audit/audit-chain.ts';
import { type AuditEntry } from '../../../src/audit/audit-entry.ts';

const entry: Omit<AuditEntry, 'hash'> = {
  id: '17',
  at: new Date('2026-11-20T10:00:00Z'),
  actor: 'icims',
  action: 'hire.accepted',
  customerId: '9001',
  subject: '01932f7e-5c1a-7cc0-8000-0123456789ab',
  detail: { event: '1', version: 2 },
};
const hashOf = (changes: Partial<typeof entry> = {}, before = CHAIN_START): string =>
  chainHash(before, { ...entry, ...changes }).toString('hex');

describe('the hash of an audit entry', () => {
  it('is the same whatever order its detail comes back in', () => {
    expect(hashOf({ detail: { version: 2, event: '1' } })).toBe(hashOf());
    expect(hashOf({ detail: { b: { d: 1, c: [1] }, a: 1 } })).toBe(hashOf({ detail: { a: 1, b: { c: [1], d: 1 } } }));
  });

  it.each<[string, Partial<typeof entry>]>([
    ['id', { id: '18' }],
    ['time', { at: new Date('2026-11-20T10:00:00.001Z') }],
    ['actor', { actor: 'delivery' }],
    ['action', { action: 'hire.withdrawn' }],
    ['platform', { customerId: '9002' }],
    ['subject', { subject: null }],
    ['detail', { detail: { event: '1', version: 3 } }],
    ['order within a list', { detail: { event: '1', version: [2] } }],
  ])('changes with its %s', (_what, changes) => {
    expect(hashOf(changes)).not.toBe(hashOf());
  });

  it('changes with the entry before it', () => {
    expect(hashOf({}, Buffer.alloc(32, 1))).not.toBe(hashOf());
  });

  it('cannot be kept by moving text from one part to the next', () => {
    expect(hashOf({ actor: 'ab', customerId: 'c' })).not.toBe(hashOf({ actor: 'a', customerId: 'bc' }));
  });
});
