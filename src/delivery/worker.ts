import { setTimeout as delay } from 'node:timers/promises';
import { type Platform } from '../platforms/platform.ts';
import { toFailure, type Failure } from '../runtime/failure.ts';
import { createGap } from './create-gap.ts';
import { deliver, type DeliveryParts } from './deliver.ts';
import { type Claim, type DeliveryStore } from './delivery-store.ts';
import { createPlatformLanes, type LaneEnd } from './platform-lanes.ts';

export interface WorkerParts extends Omit<DeliveryParts, 'store' | 'isHeld' | 'turn'> {
  readonly store: DeliveryStore;
  /** The platform as it is now; undefined when it is no longer served. */
  readonly platformOf: (customerId: string) => Platform | undefined;
  /** Platforms that are switched off: their deliveries wait. */
  readonly disabledPlatforms: () => readonly string[];
  /** A new UUID: this worker's name on its leases. */
  readonly owner: string;
  readonly onTrouble: (failure: Failure) => void;
  /** Whether more people wait for this process than it serves with ease. */
  readonly isBusy: () => boolean;
  readonly concurrency: number;
  /** The poll behind the notifications: due retries and the leases of the dead are found by it. */
  readonly pollMs: number;
  /** A dead worker's deliveries are taken over when its lease ends. A living one renews it four times as often. */
  readonly leaseMs: number;
}

const TROUBLE_WAIT_MS = 1_000;
/** Under load every hire accepted and every one delivered would ask for a look of its own; one look serves them all. */
const CLAIM_EVERY_MS = 20;
/** So many times a look is put off while people wait. Then comes its turn: a queue that stands still helps nobody. */
const GIVE_WAY_TURNS = 10;
/** Of the deliveries at once, so many may wait for people's commits at the same time. */
const MOST_WAITING = 3 / 4;
const UNKNOWN_PLATFORM_WAIT_MS = 5_000;

/** Works off due deliveries. Any number of workers may run, in this process and in others. */
export class Worker {
  readonly #parts: WorkerParts;
  readonly #perPlatform: number;
  readonly #lanes;
  readonly #turn: () => Promise<void>;
  readonly #running = new Map<Claim, Promise<void>>();
  /** Until when each claim is ours, by our own steady clock; never later than by that of the database. */
  readonly #heldUntil = new Map<Claim, number>();
  readonly #loop: Promise<void>;
  readonly #renewal: NodeJS.Timeout;
  #lookedAt = performance.now();
  #stopping = false;
  #woken = false;
  #endRest: () => void = () => undefined;

  /** Starts at once. */
  constructor(parts: WorkerParts) {
    this.#parts = parts;
    this.#perPlatform = Math.max(Math.floor(parts.concurrency / 4), 1);
    this.#lanes = createPlatformLanes(this.#perPlatform, this.#perPlatform);
    this.#turn = createGap(parts.isBusy, Math.ceil(parts.concurrency * MOST_WAITING));
    this.#renewal = setInterval(() => void this.#renew(), parts.leaseMs / 4);
    this.#loop = this.#work();
  }

  /** There may be work: look now instead of at the next poll. */
  wake(): void {
    this.#woken = true;
    this.#endRest();
  }

  /** How long ago it last looked for work, in milliseconds; a living one does at least at every poll. */
  sinceLookMs(): number {
    return performance.now() - this.#lookedAt;
  }

  /** Claims nothing more, lets what runs end within `graceMs`, gives the rest back. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping = true;
    this.wake();
    await this.#loop;
    const grace = new AbortController();
    const timeUp = delay(graceMs, undefined, { signal: grace.signal }).catch(() => undefined);
    await Promise.race([Promise.allSettled(this.#running.values()), timeUp]);
    grace.abort();
    clearInterval(this.#renewal);
    const { store, owner } = this.#parts;
    await store.handBack(owner, this.#hireIds(), 0).catch((thrown: unknown) => this.#tell(thrown));
  }

  async #work(): Promise<void> {
    while (!this.#stopping) {
      await this.#giveWay();
      const paced = delay(CLAIM_EVERY_MS);
      this.#woken = false;
      this.#lookedAt = performance.now();
      const claimed = await this.#claimMore().catch(async (thrown: unknown) => {
        this.#tell(thrown);
        await delay(TROUBLE_WAIT_MS);
        return 0;
      });
      if (claimed === 0) await this.#rest();
      await paced;
    }
  }

  /** A recruiter waits for a screening; for a delivery nobody does. */
  async #giveWay(): Promise<void> {
    const mayWait = (turn: number): boolean => turn < GIVE_WAY_TURNS && !this.#stopping && this.#parts.isBusy();
    for (let turn = 0; mayWait(turn); turn += 1) await delay(CLAIM_EVERY_MS);
  }

  /** Until the next poll, or until woken; not at all when woken since the last look. */
  async #rest(): Promise<void> {
    const timer = new AbortController();
    const woken = new Promise<void>((resolve) => (this.#endRest = resolve));
    if (this.#woken) return;
    await Promise.race([woken, delay(this.#parts.pollMs, undefined, { signal: timer.signal }).catch(() => undefined)]);
    timer.abort();
  }

  async #claimMore(): Promise<number> {
    const free = this.#parts.concurrency - this.#running.size;
    if (free <= 0) return 0;
    const askedAt = performance.now();
    const claims = await this.#claimHealthy(free);
    const probes = await this.#claimProbes(free - claims.length);
    for (const claim of [...claims, ...probes]) {
      this.#giveUp(claim.hire.subject.id);
      this.#heldUntil.set(claim, askedAt + this.#parts.leaseMs);
      this.#lanes.started(claim.hire.subject.customerId);
      this.#running.set(claim, this.#run(claim));
    }
    return claims.length + probes.length;
  }

  #claimHealthy(limit: number): Promise<readonly Claim[]> {
    const { store, owner, disabledPlatforms, leaseMs } = this.#parts;
    const except = [...this.#lanes.full(), ...this.#lanes.failing(), ...disabledPlatforms()];
    return store.claim({ owner, limit, leaseMs, perPlatform: this.#perPlatform, platforms: { except } });
  }

  async #claimProbes(limit: number): Promise<readonly Claim[]> {
    const { store, owner, disabledPlatforms, leaseMs } = this.#parts;
    const only = this.#lanes.probes().filter((customerId) => !disabledPlatforms().includes(customerId));
    if (only.length === 0 || limit <= 0) return [];
    return store.claim({ owner, limit, leaseMs, perPlatform: 1, platforms: { only } });
  }

  async #run(claim: Claim): Promise<void> {
    const { customerId } = claim.hire.subject;
    let end: LaneEnd = 'passing-failure';
    try {
      end = await this.#deliver(claim);
    } catch (thrown) {
      this.#tell(thrown);
    } finally {
      this.#running.delete(claim);
      this.#heldUntil.delete(claim);
      this.#lanes.ended(customerId, end);
      this.wake();
    }
  }

  async #deliver(claim: Claim): Promise<LaneEnd> {
    const { platformOf, store, owner } = this.#parts;
    const { id, customerId } = claim.hire.subject;
    const platform = platformOf(customerId);
    if (platform === undefined) {
      // Not learned of yet, or deleted at the moment of acceptance; a deletion takes all other deliveries with it.
      await store.handBack(owner, [id], UNKNOWN_PLATFORM_WAIT_MS);
      return 'passing-failure';
    }
    const isHeld = (): boolean => this.#isHeld(claim);
    const failure = await deliver(claim, platform, { ...this.#parts, turn: this.#turn, isHeld });
    if (failure === null) return 'well';
    return failure.kind === 'unavailable' ? 'passing-failure' : 'parked';
  }

  /** An older claim of ours on the same hire is over when we get a new one: its lease had run out. */
  #giveUp(hireId: string): void {
    for (const older of this.#heldUntil.keys()) if (older.hire.subject.id === hireId) this.#heldUntil.delete(older);
  }

  /** A quarter of the lease is left for a call to arrive before somebody else may look. */
  #isHeld(claim: Claim): boolean {
    return performance.now() + this.#parts.leaseMs / 4 < (this.#heldUntil.get(claim) ?? 0);
  }

  async #renew(): Promise<void> {
    const { store, owner, leaseMs } = this.#parts;
    const claims = [...this.#running.keys()];
    if (claims.length === 0) return;
    const askedAt = performance.now();
    const extended = store.extend(owner, this.#hireIds(), leaseMs);
    const held = new Set(await extended.catch((thrown: unknown) => (this.#tell(thrown), [])));
    const ours = claims.filter((claim) => held.has(claim.hire.subject.id) && this.#heldUntil.has(claim));
    for (const claim of ours) this.#heldUntil.set(claim, askedAt + leaseMs);
  }

  #hireIds(): string[] {
    return [...this.#running.keys()].map(({ hire }) => hire.subject.id);
  }

  #tell(thrown: unknown): void {
    this.#parts.onTrouble(toFailure(thrown));
  }
}
