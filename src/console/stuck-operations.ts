import { may, reachOf } from '../accounts/rights.ts';
import { type operations } from '../contract/generated/admin.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { Failure } from '../runtime/failure.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type OperatorParts } from './admin-parts.ts';
import { show } from './show.ts';

type StuckOperations = Pick<operations, 'listStuck' | 'releaseStuck'>;

/** So many at once: the other side is not flooded, and whoever clicked can stop. */
const BATCH = 25;

/** Parked hires by cause. */
export function stuckOperations(parts: OperatorParts): Handlers<StuckOperations, AdminCaller> {
  return {
    listStuck: async ({ query, caller }) => {
      const platforms = reachOf(caller.grants, 'hires.read');
      return { status: 200, body: { items: show(await parts.reading.listStuck({ ...query, platforms })) } };
    },
    releaseStuck: async ({ body: { customerId, code, cursor }, caller }) => {
      const known = may(caller.grants, 'hires.retry', customerId) && parts.isServed(customerId) !== undefined;
      if (!known) throw new Failure('invalid', 'NOT_FOUND', 'There is no such platform, or it is no longer served.');
      const wish = { customerId, state: 'parked', reason: code, cursor, limit: BATCH } as const;
      const { items, next } = await parts.reading.listHires(wish);
      const released = await Promise.all(
        items.map(({ id }) => parts.control.releaseParked({ id, reasons: [code], actor: caller.name })),
      );
      return { status: 200, body: { released: released.flat().length, next } };
    },
  };
}
