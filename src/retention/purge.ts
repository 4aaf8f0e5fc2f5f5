import { retentionDaysOf, type RetentionDays } from '../platforms/retention.ts';
import { type Platform } from '../platforms/platform.ts';
import { purgedKinds, type PurgedKind, type RetentionStore } from './retention-store.ts';

export interface PurgeParts {
  readonly store: RetentionStore;
  readonly platformOf: (customerId: string) => Platform | undefined;
  readonly clock: () => Date;
  /** Between two pieces and after each platform, so that live traffic has the database to itself most of the time. */
  readonly rest: () => Promise<void>;
}

const DAY_MS = 86_400_000;

/** Which of the platform's days hold for it. That a workflow was withdrawn is what is left of an event. */
const daysFor = {
  hires: 'hires',
  deliveredFields: 'deliveredFields',
  events: 'events',
  withdrawals: 'events',
} as const satisfies Record<PurgedKind, keyof RetentionDays>;

/** Removes what is past its days, platform by platform, in small pieces. Cut off at any piece, the next round goes on. */
export async function purge(parts: PurgeParts, signal: AbortSignal): Promise<void> {
  for (const customerId of await parts.store.platformsWithData()) {
    if (signal.aborted) return;
    for (const kind of purgedKinds) await purgeKind({ kind, customerId }, parts, signal);
    await parts.rest();
  }
  await purgeAudit(parts, signal);
}

async function purgeKind(
  what: { readonly kind: PurgedKind; readonly customerId: string },
  { store, platformOf, clock, rest }: PurgeParts,
  signal: AbortSignal,
): Promise<void> {
  const at = clock();
  const before = daysBefore(at, retentionDaysOf(platformOf(what.customerId))[daysFor[what.kind]]);
  let after: string | null = null;
  while (!signal.aborted) {
    after = await store.purge({ ...what, before, after, at });
    if (after === null) return;
    await rest();
  }
}

async function purgeAudit({ store, platformOf, clock, rest }: PurgeParts, signal: AbortSignal): Promise<void> {
  const at = clock();
  const beforeOf = (customerId: string | null): Date =>
    daysBefore(at, retentionDaysOf(customerId === null ? undefined : platformOf(customerId)).audit);
  while (!signal.aborted && (await store.purgeAudit({ beforeOf, at }))) await rest();
}

function daysBefore(at: Date, days: number): Date {
  return new Date(at.getTime() - days * DAY_MS);
}
