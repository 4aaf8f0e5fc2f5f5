import { describe, expect, it } from '@jest/globals';
import { type DeliveryStore } from '../../../src/delivery/delivery-store.ts';
import { Worker, type WorkerParts } from '../../../src/delivery/worker.ts';

/** A worker on an empty queue, and what happened to it, in order. */
function startWorker(isBusy: () => boolean) {
  const happened: string[] = [];
  const looked = Promise.withResolvers<undefined>();
  const store: DeliveryStore = {
    claim: () => {
      happened.push('looked for work');
      looked.resolve(undefined);
      return Promise.resolve([]);
    },
    record: () => Promise.resolve(null),
    extend: () => Promise.resolve([]),
    handBack: () => Promise.resolve(),
  };
  const worker = new Worker({
    store,
    disabledPlatforms: () => [],
    owner: 'one worker',
    onTrouble: () => undefined,
    concurrency: 4,
    pollMs: 1_000,
    leaseMs: 20_000,
    isBusy: () => {
      happened.push('asked');
      return isBusy();
    },
  } as unknown as WorkerParts);
  return { worker, happened, looked: looked.promise };
}

describe('a worker beside screenings', () => {
  it('looks for no work while people wait for their answers', async () => {
    let waiting = 3;
    const { worker, happened, looked } = startWorker(() => waiting-- > 0);

    await looked;
    await worker.stop(0);

    expect(happened.slice(0, 5)).toEqual(['asked', 'asked', 'asked', 'asked', 'looked for work']);
  });

  it('looks for work all the same when they never stop waiting', async () => {
    const { worker, looked } = startWorker(() => true);

    await expect(looked).resolves.toBeUndefined();

    await worker.stop(0);
  });
});
