import { setTimeout as delay } from 'node:timers/promises';
import { rollUpHealth } from '../health/roll-up-health.ts';
import { reconcilePlatforms } from '../intake/reconciliation/reconcile-platforms.ts';
import { purge } from '../retention/purge.ts';
import { pursueErasures } from '../retention/pursue-erasures.ts';
import { type Chore } from '../runtime/chores.ts';
import { type Shared } from './share.ts';

const PURGE_EVERY_SECONDS = 6 * 3600;
const ERASE_EVERY_SECONDS = 30;
const REST_MS = 50;

/** All work that comes round by itself. */
export function choresOf(shared: Shared): readonly Chore[] {
  const { store, clock } = shared;
  return [
    {
      name: 'roll-up-health',
      everySeconds: 300,
      run: (signal) => rollUpHealth(store.health, clock(), signal),
    },
    retentionOf(shared),
    {
      name: 'erasures',
      everySeconds: ERASE_EVERY_SECONDS,
      run: (signal) => pursueErasures(store.erasures, clock, signal),
    },
    reconciliationOf(shared),
  ];
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
  const parts = { store: store.reconciliation, icims, clock, onTrouble };
  const everySeconds = config.reconcileEverySeconds;
  return { name: 'reconcile', everySeconds, run: (signal) => reconcilePlatforms(registry.list(), parts, signal) };
}
