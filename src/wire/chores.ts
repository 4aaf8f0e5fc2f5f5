import { setTimeout as delay } from 'node:timers/promises';
import { sendDigests } from '../alerts/send-digests.ts';
import { sendNotices } from '../alerts/send-notices.ts';
import { watch } from '../alerts/watch.ts';
import { pursueRetryRuns } from '../delivery/pursue-retry-runs.ts';
import { STEP_EVERY_SECONDS } from '../delivery/retry-pace.ts';
import { rollUpHealth } from '../health/roll-up-health.ts';
import { reconcilePlatforms } from '../intake/reconciliation/reconcile-platforms.ts';
import { purge } from '../retention/purge.ts';
import { pursueErasures } from '../retention/pursue-erasures.ts';
import { type Chore } from '../runtime/chores.ts';
import { sendParts, watchParts } from './alert-parts.ts';
import { type Shared } from './share.ts';

const PURGE_EVERY_SECONDS = 6 * 3600;
const ERASE_EVERY_SECONDS = 30;
const REST_MS = 50;
/** Thousands of platforms are then a matter of minutes still. */
const RECONCILE_REST_MS = 100;

/** All work that comes round by itself. */
export function choresOf(shared: Shared): readonly Chore[] {
  const { store, clock } = shared;
  return [
    {
      name: 'roll-up-health',
      everySeconds: 300,
      run: (signal) => rollUpHealth(store.health, clock(), signal),
    },
    ...alertChores(shared),
    retryRunsOf(shared),
    retentionOf(shared),
    {
      name: 'erasures',
      everySeconds: ERASE_EVERY_SECONDS,
      run: (signal) => pursueErasures(store.erasures, clock, signal),
    },
    reconciliationOf(shared),
  ];
}

function retryRunsOf({ store, registry, clock }: Shared): Chore {
  const parts = { steps: store.retryRuns, clock, platformOf: (customerId: string) => registry.get(customerId) };
  return { name: 'retry-runs', everySeconds: STEP_EVERY_SECONDS, run: (signal) => pursueRetryRuns(parts, signal) };
}

function retentionOf({ store, registry, clock }: Shared): Chore {
  const parts = {
    store: store.retention,
    platformOf: (customerId: string) => registry.get(customerId),
    clock,
    rest: () => delay(REST_MS),
  };
  return { name: 'retention', everySeconds: PURGE_EVERY_SECONDS, run: (signal) => purge(parts, signal) };
}

function reconciliationOf({ config, store, icims, registry, clock, onTrouble }: Shared): Chore {
  const rest = (signal: AbortSignal): Promise<void> =>
    delay(RECONCILE_REST_MS, undefined, { signal }).catch(() => undefined);
  const parts = { store: store.reconciliation, icims, clock, onTrouble, rest };
  const everySeconds = config.reconcileEverySeconds;
  return { name: 'reconcile', everySeconds, run: (signal) => reconcilePlatforms(registry.list(), parts, signal) };
}

function alertChores(shared: Shared): readonly Chore[] {
  const { store, clock } = shared;
  const [watching, sending] = [watchParts(shared), sendParts(shared)];
  return [
    { name: 'alerts', everySeconds: 60, run: (signal) => watch(watching, signal) },
    { name: 'digests', everySeconds: 300, run: (signal) => sendDigests(watching, signal) },
    { name: 'notices', everySeconds: 5, run: (signal) => sendNotices(sending, signal) },
    {
      name: 'audit-check',
      everySeconds: 3_600,
      run: async () => store.alerts.keepAuditCheck(await store.audit.verify(), clock()),
    },
  ];
}
