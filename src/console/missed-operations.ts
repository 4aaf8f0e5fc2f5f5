import { reachOf } from '../accounts/rights.ts';
import { type operations } from '../contract/generated/admin.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { Failure } from '../runtime/failure.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type AdminParts } from './admin-parts.ts';
import { show } from './show.ts';
import { noPlatform } from './shown-platform.ts';

type MissedOperations = Pick<operations, 'listMissedHires' | 'openMissedHire'>;

/** Hires of which no event told us, or whose event was refused. */
export function missedOperations(parts: AdminParts): Handlers<MissedOperations, AdminCaller> {
  const { missed, openMissed, isServed, reconcileEverySeconds: everySeconds } = parts;
  return {
    listMissedHires: async ({ query: { limit = 50, ...query }, caller }) => {
      const wish = { ...query, limit, platforms: reachOf(caller.grants, 'hires.read') };
      const [page, rounds] = await Promise.all([missed.listMissed(wish), missed.listRounds(wish)]);
      return { status: 200, body: show({ ...page, rounds, everySeconds }) };
    },
    openMissedHire: async ({ path: { customerId, workflowId }, caller }) => {
      const platform = isServed(customerId);
      if (platform === undefined) throw noPlatform();
      if (!platform.enabled) throw new Failure('invalid', 'CONFLICT', 'The platform is switched off. Enable it first.');
      return { status: 200, body: show(await openMissed({ platform, workflowId, by: caller.name })) };
    },
  };
}
