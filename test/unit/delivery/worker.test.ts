import { describe, expect, it } from '@jest/globals';
import { type DeliveryStore } from '../../../src/delivery/delivery-store.ts';
import { checkWorker } from '../../../src/delivery/check-worker.ts';
import { Worker, type WorkerParts } from '../../../src/delivery/worker.ts';
import { until } from '../../support/until.ts';

/** A worker on an empty queue, and what happened to it, in order. */
function startWorker(isBusy: () => boolean, claim: DeliveryStore['claim'] = () => Promise.resolve([])) {
  const happened: string[] = [];
  const looked = Promise.withResolvers<undefined>();
  const store: DeliveryStore = {
    claim: (wish) => {
      happened.push('looked for work');
      looked.resolve(undefined);
      return claim(wish);
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

describe('a worker that stands still', () => {
  it('is known by the time since its last look', async () => {
    let end: (claims: readonly never[]) => void = () => undefined;
    const { worker, looked } = startWorker(
      () => false,
      () => new Promise((resolve) => (end = resolve)),
    );
    await looked;

    const soon = worker.sinceLookMs();
    await until('it has not looked for a while', () => worker.sinceLookMs() > soon + 100);
    end([]);

    await worker.stop(0);
  });

  it('makes liveness fail after 90 seconds, with a sentence, and not before', () => {
    expect(() => checkWorker(89_999)).not.toThrow();
    expect(() => checkWorker(95_000)).toThrow('No look for deliveries in 95 seconds.');
  });
});
