import { randomBytes } from 'node:crypto';

const LIFETIME_SECONDS = 86_400;
const THROTTLE_COUNT = 500;
const THROTTLE_WINDOW_MS = 600_000;

/** Access tokens that the platform's login host has issued. */
export class Tokens {
  readonly #now: () => Date;
  readonly #endsAt = new Map<string, number>();
  #issuedAt: number[] = [];

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** A new token, or null when the client asked for more than 500 in ten minutes (iCIMS throttles it then). */
  issue(): { token: string; expiresInSeconds: number } | null {
    const nowMs = this.#now().getTime();
    this.#issuedAt = this.#issuedAt.filter((at) => at > nowMs - THROTTLE_WINDOW_MS);
    if (this.#issuedAt.length >= THROTTLE_COUNT) return null;
    this.#issuedAt.push(nowMs);
    const token = randomBytes(24).toString('base64url');
    this.#endsAt.set(token, nowMs + LIFETIME_SECONDS * 1000);
    return { token, expiresInSeconds: LIFETIME_SECONDS };
  }

  accepts(token: string): boolean {
    return (this.#endsAt.get(token) ?? 0) > this.#now().getTime();
  }

  /** Forgets every token: what a client sees when its secret was changed. */
  revokeAll(): void {
    this.#endsAt.clear();
  }
}
