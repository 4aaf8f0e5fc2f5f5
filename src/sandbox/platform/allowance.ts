/** The daily call allowance of one platform; its window ends at 00:00 UTC. */
export class DailyAllowance {
  limit: number;
  readonly #now: () => Date;
  #day = 0;
  #used = 0;

  constructor(limit: number, now: () => Date) {
    this.limit = limit;
    this.#now = now;
  }

  get used(): number {
    return this.#used;
  }

  /** Sets how much of today's allowance is gone. */
  use(count: number): void {
    this.#day = dayOf(this.#now());
    this.#used = count;
  }

  /** Counts one call. False when it went over the limit. */
  take(): boolean {
    const day = dayOf(this.#now());
    if (day !== this.#day) this.use(0);
    this.#used += 1;
    return this.#used <= this.limit;
  }

  remaining(): number {
    return Math.max(0, this.limit - this.#used);
  }

  /** Seconds until midnight UTC. */
  resetsInSeconds(): number {
    return 86_400 - (Math.floor(this.#now().getTime() / 1000) % 86_400);
  }
}

function dayOf(at: Date): number {
  return Math.floor(at.getTime() / 86_400_000);
}
