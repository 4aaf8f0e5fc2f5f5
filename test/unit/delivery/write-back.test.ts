import { describe, expect, it } from '@jest/globals';
import { type Claim, type WriteBackStatus } from '../../../src/delivery/delivery-store.ts';
import { writeBack } from '../../../src/delivery/write-back.ts';
import { type Icims } from '../../../src/icims/icims.ts';
import { type Platform, type WriteBack } from '../../../src/platforms/platform.ts';
import { toFailure } from '../../../src/runtime/failure.ts';

type Entry = Awaited<ReturnType<Icims['readCollection']>>[number];

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

/** What was asked of iCIMS for one wish; `there` is the entry that it has already. */
async function write(
  claim: Claim,
  { status = 'sent', there, isHeld = true }: { status?: WriteBackStatus; there?: Entry; isHeld?: boolean },
) {
  const asked: string[] = [];
  const icims = {
    readCollection: () => Promise.resolve(there === undefined ? [] : [there]),
    addEntry: () => Promise.resolve(String(asked.push('add'))),
    changeEntry: (_platform: Platform, { entry }: { entry: string }) => Promise.resolve(asked.push(`change ${entry}`)),
  } as unknown as Icims;
  const wish = { claim, announced: false, isHeld: () => isHeld, status };
  const call = { signal: AbortSignal.timeout(1_000), priority: 'background' } as const;
  const parts = { icims, hireUrl: (id: string) => id };
  const outcome = writeBack({ platform: {} as Platform, writeBack: target }, wish, parts, call);
  return { outcome: await outcome.catch(toFailure), asked };
}

const ours: Entry = { entry: '7', values: { url: 'https://connector.example.com/hires/a hire' } };

describe('a write-back entry', () => {
  it.each([1, 2])('is added while the lease is held (claim %i)', async (claims) => {
    expect(await write(aClaim(claims), {})).toEqual({ outcome: { entry: '1' }, asked: ['add'] });
  });

  it('that is there is changed, not added', async () => {
    const { outcome, asked } = await write(aClaim(2), { status: 'opened', there: ours });

    expect({ outcome, asked }).toEqual({ outcome: { entry: '7' }, asked: ['change 7'] });
  });

  it('that is there is left as it is by an announcement, which could take back what a successor wrote', async () => {
    expect(await write(aClaim(2), { there: ours })).toEqual({ outcome: { entry: '7' }, asked: [] });
  });

  it.each([
    { claims: 1, there: undefined },
    { claims: 2, there: undefined },
    { claims: 2, there: ours },
  ])('is not written once somebody else may have taken over %j', async ({ claims, there }) => {
    const { outcome, asked } = await write(aClaim(claims), {
      status: 'opened',
      isHeld: false,
      ...(there && { there }),
    });

    expect(outcome).toMatchObject({ kind: 'unavailable', code: 'LEASE_LOST' });
    expect(asked).toEqual([]);
  });
});
