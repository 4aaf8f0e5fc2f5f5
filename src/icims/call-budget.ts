import { type Platform } from '../platforms/platform.ts';
import { Failure } from '../runtime/failure.ts';
import { headerValue, type HttpHeaders } from '../runtime/http-answer.ts';
import { type Allowance, type CallContext } from './icims.ts';

/** Watches each platform's daily allowance of API calls, which iCIMS counts anew at 00:00 UTC. */
export interface CallBudget {
  /**
   * Counts one call that is about to be made. Throws `Failure` unavailable ICIMS_ALLOWANCE_USED, with the time until
   * the window ends: for a background call when only the reserve is left, for an interactive one when iCIMS said that
   * nothing is left.
   */
  take(platform: Platform, priority: CallContext['priority']): void;
  /** Remembers what iCIMS said in the `X-RateLimit-*` headers of an answer. */
  note(customerId: string, headers: HttpHeaders): void;
  allowanceOf(platform: Platform): Allowance;
}

interface Day {
  readonly number: number;
  /** Calls made by this process since 00:00 UTC. */
  made: number;
  told: Told | null;
}

interface Told {
  readonly limit: number | null;
  remaining: number;
  /** When iCIMS said so, or when a call was last let through to ask again. */
  askedAtMs: number;
}

const DAY_MS = 86_400_000;
const RESERVE_SHARE = 0.2;
/** A platform that ran dry may have bought more calls: one call in this time finds out. */
const ASK_AGAIN_MS = 15 * 60_000;

export function createCallBudget(clock: () => Date): CallBudget {
  const days = new Map<string, Day>();

  function today(customerId: string): Day {
    const number = Math.floor(clock().getTime() / DAY_MS);
    const known = days.get(customerId);
    if (known?.number === number) return known;
    const day: Day = { number, made: 0, told: null };
    days.set(customerId, day);
    return day;
  }

  function allowanceOf(platform: Platform): Allowance {
    const day = today(platform.customerId);
    const limit = day.told?.limit ?? platform.icims.dailyCallLimit;
    const remaining = day.told?.remaining ?? platform.icims.dailyCallLimit - day.made;
    const resetsInSeconds = Math.ceil((DAY_MS - (clock().getTime() % DAY_MS)) / 1000);
    return { limit, remaining: Math.max(0, remaining), resetsInSeconds };
  }

  function take(platform: Platform, priority: CallContext['priority']): void {
    const day = today(platform.customerId);
    const allowance = allowanceOf(platform);
    if (isUsedUp(allowance, day.told, priority) && !mayAskAgain(day.told, clock().getTime())) {
      throw allowanceUsed(platform.customerId, allowance);
    }
    day.made += 1;
    if (day.told !== null) day.told.remaining -= 1;
  }

  function note(customerId: string, headers: HttpHeaders): void {
    const remaining = count(headerValue(headers, 'x-ratelimit-remaining'));
    if (remaining === null) return;
    const limit = count(headerValue(headers, 'x-ratelimit-limit'));
    today(customerId).told = { limit, remaining, askedAtMs: clock().getTime() };
  }

  return { take, note, allowanceOf };
}

function isUsedUp({ limit, remaining }: Allowance, told: Told | null, priority: CallContext['priority']): boolean {
  if (priority === 'background') return remaining <= limit * RESERVE_SHARE;
  return told !== null && told.remaining <= 0;
}

function mayAskAgain(told: Told | null, nowMs: number): boolean {
  if (told === null || nowMs - told.askedAtMs < ASK_AGAIN_MS) return false;
  told.askedAtMs = nowMs;
  return true;
}

function allowanceUsed(customerId: string, { limit, remaining, resetsInSeconds }: Allowance): Failure {
  const message = `Platform ${customerId} has ${remaining} of its ${limit} daily iCIMS calls left; they begin anew at 00:00 UTC.`;
  return new Failure('unavailable', 'ICIMS_ALLOWANCE_USED', message, {
    userMessage: 'The daily number of iCIMS calls is used up. Please try again tomorrow, or ask your administrator.',
    retryAfterMs: resetsInSeconds * 1000,
    facts: { customerId, limit, remaining },
  });
}

function count(text: string | undefined): number | null {
  return text !== undefined && /^[0-9]{1,12}$/.test(text) ? Number(text) : null;
}
