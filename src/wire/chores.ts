import { rollUpHealth } from '../health/roll-up-health.ts';
import { type Chore } from '../runtime/chores.ts';
import { type Shared } from './share.ts';

/** All work that comes round by itself. */
export function choresOf({ store, clock }: Shared): readonly Chore[] {
  return [
    {
      name: 'roll-up-health',
      everySeconds: 300,
      run: (signal) => rollUpHealth(store.health, clock(), signal),
    },
  ];
}
