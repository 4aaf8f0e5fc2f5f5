import { reachOf } from '../accounts/rights.ts';
import { type components, type operations } from '../contract/generated/admin.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { Failure } from '../runtime/failure.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type OperatorParts } from './admin-parts.ts';
import { type ParkedWish, type RetryRun } from './retry-runs.ts';
import { show } from './show.ts';
import { toTime } from './to-time.ts';

type RetryRunOperations = Pick<
  operations,
  'listRetryRuns' | 'previewRetryRun' | 'startRetryRun' | 'getRetryRun' | 'cancelRetryRun'
>;
export type RetryRunWish = components['schemas']['RetryRunWish'];
export type ShownRetryRun = components['schemas']['RetryRun'];
export type ShownRetryPreview = components['schemas']['RetryPreview'];

const DEFAULT_PER_MINUTE = 60;

/** Many parked hires put back to work at a pace. */
export function retryRunOperations(
  parts: Pick<OperatorParts, 'retryRuns' | 'clock' | 'isServed'>,
): Handlers<RetryRunOperations, AdminCaller> {
  const { retryRuns, clock, isServed } = parts;
  const toShown = (run: RetryRun): ShownRetryRun => {
    const isOff = run.state === 'running' && isServed(run.customerId)?.enabled === false;
    return show({ ...run, ...(isOff ? { waitsFor: 'platform' as const } : {}), secondsLeft: secondsLeft(run) });
  };
  return {
    listRetryRuns: async ({ query: { limit = 50, ...query }, caller }) => {
      const wish = { ...query, limit, platforms: reachOf(caller.grants, 'hires.read') };
      const { items, next } = await retryRuns.list(wish);
      return { status: 200, body: { items: items.map(toShown), next } };
    },
    previewRetryRun: async ({ path: { customerId }, body }) => {
      requireServed(isServed(customerId));
      const fitting = await retryRuns.preview(toParkedWish(customerId, body));
      const lastsSeconds = secondsFor(Math.max(0, fitting.count - 1), body.perMinute);
      return { status: 200, body: show({ ...fitting, lastsSeconds }) };
    },
    startRetryRun: async ({ path: { customerId }, body, caller }) => {
      if (!requireServed(isServed(customerId)).enabled)
        throw new Failure('invalid', 'CONFLICT', 'The platform is switched off and delivers nothing. Enable it first.');
      const { perMinute = DEFAULT_PER_MINUTE } = body;
      const how = { perMinute, actor: caller.name, at: clock() };
      return { status: 201, body: toShown(await retryRuns.start({ ...toParkedWish(customerId, body), ...how })) };
    },
    getRetryRun: async ({ path: { customerId, id } }) => ({
      status: 200,
      body: toShown(await retryRuns.find(customerId, id)),
    }),
    cancelRetryRun: async ({ path, caller }) => ({
      status: 200,
      body: toShown(await retryRuns.cancel({ ...path, actor: caller.name, at: clock() })),
    }),
  };
}

function toParkedWish(customerId: string, { codes, parkedFrom, parkedTo }: RetryRunWish): ParkedWish {
  return {
    customerId,
    codes: codes ?? null,
    parkedFrom: toTime('parkedFrom', parkedFrom) ?? null,
    parkedTo: toTime('parkedTo', parkedTo) ?? null,
  };
}

function secondsLeft({ state, perMinute, counts: { chosen, released, skipped } }: RetryRun): number | null {
  return state === 'running' ? secondsFor(chosen - released - skipped, perMinute) : null;
}

function secondsFor(hires: number, perMinute = DEFAULT_PER_MINUTE): number {
  return Math.ceil((hires * 60) / perMinute);
}

function requireServed<Platform>(platform: Platform | undefined): Platform {
  if (platform === undefined)
    throw new Failure('invalid', 'NOT_FOUND', 'There is no such platform, or it is no longer served.');
  return platform;
}
