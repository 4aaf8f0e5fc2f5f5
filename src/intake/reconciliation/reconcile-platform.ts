import { type CallContext, type Icims } from '../../icims/icims.ts';
import { SEARCH_PAGE } from '../../icims/workflow-search.ts';
import { type Platform } from '../../platforms/platform.ts';
import { Failure } from '../../runtime/failure.ts';
import { openingStatuses } from '../trigger.ts';
import { type ReconciliationStore } from './reconciliation-store.ts';

export interface ReconciliationParts {
  readonly store: ReconciliationStore;
  readonly icims: Pick<Icims, 'searchWorkflows'>;
  readonly clock: () => Date;
}

const CALL_MS = 30_000;
const FIRST_LOOK_BACK_MS = 24 * 3_600_000;
/** No workflow was changed by then: whoever finds one has ignored the date. */
const FAR_FUTURE = new Date('2099-01-01T00:00:00Z');

/**
 * Looks through the workflows that were changed since the last round and are in a status that shall open a case. Calls
 * are background calls: they leave the reserve of the daily allowance alone. Throws what the search throws; what was
 * read is kept, and the next call goes on behind it.
 */
export async function reconcilePlatform(
  platform: Platform,
  parts: ReconciliationParts,
  signal: AbortSignal,
): Promise<void> {
  const statuses = openingStatuses(platform);
  if (statuses.length === 0) return;
  const { store, icims, clock } = parts;
  const { customerId } = platform;
  const call = (): CallContext => ({
    signal: AbortSignal.any([signal, AbortSignal.timeout(CALL_MS)]),
    priority: 'background',
  });
  const now = clock();
  const { since, afterId } = await store.beginRound(customerId, {
    now,
    firstSince: new Date(now.getTime() - FIRST_LOOK_BACK_MS),
  });
  const future = await icims.searchWorkflows(platform, { statuses, updatedSince: FAR_FUTURE, afterId: null }, call());
  if (future.length > 0) throw dateIgnored(customerId);
  let last = afterId;
  for (;;) {
    const ids = await icims.searchWorkflows(platform, { statuses, updatedSince: since, afterId: last }, call());
    await store.keepPage(customerId, ids, clock());
    if (ids.length < SEARCH_PAGE) break;
    last = ids.at(-1) ?? null;
  }
  await store.endRound(customerId);
}

/** A date that iCIMS cannot read matches everything: every old hire would look like one that was missed. */
function dateIgnored(customerId: string): Failure {
  const sentence = `The iCIMS search of platform ${customerId} ignores dates; nothing is listed from it.`;
  return new Failure('rejected', 'ICIMS_DATE_IGNORED', sentence);
}
