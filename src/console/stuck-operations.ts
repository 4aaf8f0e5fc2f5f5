import { reachOf } from '../accounts/rights.ts';
import { type operations } from '../contract/generated/admin.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type OperatorParts } from './admin-parts.ts';
import { show } from './show.ts';

/** Parked hires by cause. */
export function stuckOperations({
  reading,
}: Pick<OperatorParts, 'reading'>): Handlers<Pick<operations, 'listStuck'>, AdminCaller> {
  return {
    listStuck: async ({ query, caller }) => {
      const platforms = reachOf(caller.grants, 'hires.read');
      return { status: 200, body: { items: show(await reading.listStuck({ ...query, platforms })) } };
    },
  };
}
