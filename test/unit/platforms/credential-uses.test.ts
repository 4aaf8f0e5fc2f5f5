import { describe, expect, it } from '@jest/globals';
import { createCredentialUses, type CredentialUse } from '../../../src/platforms/credential-uses.ts';
import { Failure } from '../../../src/runtime/failure.ts';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 20, 10, 0, seconds));
const use = (seconds: number, secret = '/inbound/basic/0/password'): CredentialUse => ({
  ...{ customerId: '9001', version: 3, secret, at: at(seconds) },
});

/** What was noted, and what reached the store. */
function aGathering() {
  const written: (readonly CredentialUse[])[] = [];
  const road = { isClosed: false };
  const keepUses = (uses: readonly CredentialUse[]): Promise<void> => {
    if (road.isClosed) return Promise.reject(new Failure('unavailable', 'STORE_UNAVAILABLE', 'Away.'));
    return Promise.resolve(void written.push(uses));
  };
  return { written, road, ...createCredentialUses({ keepUses }) };
}

describe('uses of credentials', () => {
  it('are kept at the first flush, and those of a busy minute once, with the newest', async () => {
    const { note, flush, written } = aGathering();
    note(use(0));
    await flush(at(1));
    for (let second = 2; second <= 60; second += 1) {
      note(use(second));
      await flush(at(second));
    }
    expect(written).toEqual([[use(0)]]);

    await flush(at(61));
    await flush(at(200));
    expect(written).toEqual([[use(0)], [use(60)]]);
  });

  it('of one credential do not hold up those of another', async () => {
    const { note, flush, written } = aGathering();
    note(use(0));
    await flush(at(1));
    note(use(2, '/inbound/basic/1/password'));
    await flush(at(5));
    expect(written).toEqual([[use(0)], [use(2, '/inbound/basic/1/password')]]);
  });

  it('wait for a store that is away', async () => {
    const { note, flush, written, road } = aGathering();
    road.isClosed = true;
    note(use(0));
    await expect(flush(at(1))).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    road.isClosed = false;
    await flush(at(2));
    expect(written).toEqual([[use(0)]]);
  });
});
