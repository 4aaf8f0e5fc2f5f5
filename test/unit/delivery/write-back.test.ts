import { describe, expect, it } from '@jest/globals';
import { type Claim } from '../../../src/delivery/delivery-store.ts';
import { writeBack } from '../../../src/delivery/write-back.ts';
import { type Icims } from '../../../src/icims/icims.ts';
import { type Platform, type WriteBack } from '../../../src/platforms/platform.ts';

const target: WriteBack = {
  target: 'applicantworkflows',
  collection: 'assessmentresults',
  fields: { name: 'name', status: 'status', url: 'url' },
  statuses: { sent: 'D1', opened: 'D2', completed: 'D3', failed: 'D4' },
};

function aClaim(claims: number): Claim {
  return {
    claims,
    hire: {
      subject: { id: 'a hire', workflowType: 'applicantworkflows', workflowId: '1', acceptedAt: new Date(0) },
      packageLabel: 'Immigration: H-1B',
      receipt: null,
      writtenStatus: null,
      writeBackEntry: null,
    },
  } as unknown as Claim;
}

/** A collection of entries that are given numbers as iCIMS does: one more for each that is added. */
async function writeInto(entries: string[], claim: Claim, isHeld: () => boolean) {
  const icims = {
    readCollection: () => Promise.resolve([]),
    addEntry: () => Promise.resolve(String(entries.push('an entry'))),
  } as unknown as Icims;
  const wish = { claim, announced: false, isHeld, status: 'sent' } as const;
  const call = { signal: AbortSignal.timeout(1_000), priority: 'background' } as const;
  return writeBack({ platform: {} as Platform, writeBack: target }, wish, { icims, hireUrl: (id) => id }, call);
}

describe('a write-back entry', () => {
  it.each([1, 2])('is added while the lease is held (claim %i)', async (claims) => {
    const entries: string[] = [];

    expect(await writeInto(entries, aClaim(claims), () => true)).toEqual({ entry: '1' });
  });

  it.each([1, 2])('is not added once somebody else may have taken over (claim %i)', async (claims) => {
    const entries: string[] = [];

    await expect(writeInto(entries, aClaim(claims), () => false)).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'LEASE_LOST',
    });
    expect(entries).toEqual([]);
  });
});
