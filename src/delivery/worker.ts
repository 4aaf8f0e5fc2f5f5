import { setTimeout as delay } from 'node:timers/promises';
import { type Platform } from '../platforms/platform.ts';
import { toFailure, type Failure } from '../runtime/failure.ts';
import { deliver, type DeliveryParts } from './deliver.ts';
import { type Claim, type ClaimWish, type DeliveryStore } from './delivery-store.ts';
import { createPlatformLanes } from './platform-lanes.ts';

export interface WorkerParts extends Omit<DeliveryParts, 'store'> {
  readonly store: DeliveryStore;
  /** The platform as it is now; undefined when it is no longer served. */
  readonly platformOf: (customerId: string) => Platform | undefined;
  /** Platforms that are switched off: their deliveries wait. */
  readonly disabledPlatforms: () => readonly string[];
  /** A new UUID: this worker's name on its leases. */
  readonly owner: string;
  readonly onTrouble: (failure: Failure) => void;
  readonly concurrency: number;
  /** The poll behind the notifications: due retries and the leases of the dead are found by it. */
  readonly pollMs: number;
}

export interface Worker {
  /** There may be work: look now instead of at the next poll. */
  wake(): void;
  /** Deliveries under way. */
  running(): number;
  /** Claims nothing more, lets what runs end within `graceMs`, gives the rest back. */
  stop(graceMs: number): Promise<void>;
}

/** A dead worker's deliveries are taken over when its lease ends. */
const LEASE_MS = 20_000;
const RENEW_EVERY_MS = 5_000;
const TROUBLE_WAIT_MS = 1_000;

/** Starts working off due deliveries. Any number of workers may run, in this process and in others. */
export function startWorker(parts: WorkerParts): Worker {
  const lanes = createPlatformLanes(
    Math.max(Math.floor(parts.concurrency / 4), 1),
    Math.max(Math.floor(parts.concurrency / 4), 1),
  );
  const running = new Map<string, Promise<void>>();
  let stopping = false;
  let wake: () => void = () => undefined;
  let woken = false;

  async function run(claim: Claim): Promise<void> {
    const { customerId } = claim.hire.subject;
    const platform = parts.platformOf(customerId);
    let end: Parameters<typeof lanes.ended>[1] = 'passing-failure';
    try {
      if (platform === undefined) await parts.store.handBack(parts.owner, [claim.hire.subject.id]);
      else end = endOf(await deliver(claim, platform, parts));
    } catch (thrown) {
      parts.onTrouble(toFailure(thrown));
    } finally {
      running.delete(claim.hire.subject.id);
      lanes.ended(customerId, end);
      nudge();
    }
  }

  async function claimMore(): Promise<number> {
    const free = parts.concurrency - running.size;
    if (free <= 0 || stopping) return 0;
    const wish = { owner: parts.owner, limit: free, leaseMs: LEASE_MS };
    const held = [...lanes.full(), ...lanes.failing(), ...parts.disabledPlatforms()];
    const claims = [
      ...(await parts.store.claim({
        ...wish,
        perPlatform: Math.max(Math.floor(parts.concurrency / 4), 1),
        platforms: { except: held },
      })),
    ];
    claims.push(...(await probe({ ...wish, limit: free - claims.length })));
    for (const claim of claims) {
      lanes.started(claim.hire.subject.customerId);
      running.set(claim.hire.subject.id, run(claim));
    }
    return claims.length;
  }

  async function probe(wish: Omit<ClaimWish, 'perPlatform' | 'platforms'>): Promise<readonly Claim[]> {
    const only = lanes.probes().filter((customerId) => !parts.disabledPlatforms().includes(customerId));
    return only.length === 0 || wish.limit <= 0
      ? []
      : parts.store.claim({ ...wish, perPlatform: 1, platforms: { only } });
  }

  async function work(): Promise<void> {
    while (!stopping) {
      woken = false;
      const claimed = await claimMore().catch(async (thrown: unknown) => {
        parts.onTrouble(toFailure(thrown));
        await delay(TROUBLE_WAIT_MS);
        return 0;
      });
      if (claimed === 0 && !woken) await rest();
    }
  }

  async function rest(): Promise<void> {
    const timer = new AbortController();
    const nudged = new Promise<void>((resolve) => (wake = resolve));
    await Promise.race([nudged, delay(parts.pollMs, undefined, { signal: timer.signal }).catch(() => undefined)]);
    timer.abort();
  }

  function nudge(): void {
    woken = true;
    wake();
  }

  const renewal = setInterval(() => {
    const hireIds = [...running.keys()];
    if (hireIds.length > 0)
      parts.store.extend(parts.owner, hireIds, LEASE_MS).catch((thrown: unknown) => parts.onTrouble(toFailure(thrown)));
  }, RENEW_EVERY_MS);
  const loop = work();

  return {
    wake: nudge,
    running: () => running.size,
    async stop(graceMs) {
      stopping = true;
      nudge();
      await loop;
      await Promise.race([Promise.allSettled(running.values()), delay(graceMs, undefined, { ref: false })]);
      clearInterval(renewal);
      await parts.store
        .handBack(parts.owner, [...running.keys()])
        .catch((thrown: unknown) => parts.onTrouble(toFailure(thrown)));
    },
  };
}

function endOf(failure: Failure | null): 'well' | 'passing-failure' | 'parked' {
  if (failure === null) return 'well';
  return failure.kind === 'unavailable' ? 'passing-failure' : 'parked';
}
