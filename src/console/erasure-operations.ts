import { type operations } from '../contract/generated/admin.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { Failure } from '../runtime/failure.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type OperatorParts } from './admin-parts.ts';
import { show } from './show.ts';

type ErasureOperations = Pick<operations, 'requestErasure' | 'getErasure' | 'listErasures' | 'previewErasure'>;

/** Erasing a person of a platform. */
export function erasureOperations(
  parts: Pick<OperatorParts, 'erasures' | 'clock' | 'isServed'>,
): Handlers<ErasureOperations, AdminCaller> {
  return {
    requestErasure: async ({ path: { customerId }, body, caller }) => {
      const { personId, workflowIds = [], openHires = 'refuse' } = body;
      if (parts.isServed(customerId) === undefined) throw notFound('platform');
      const wish = { customerId, personId, workflowIds, openHires, actor: caller.name, at: parts.clock() };
      return { status: 202, body: show(await parts.erasures.request(wish)) };
    },
    previewErasure: async ({ path: { customerId }, body: { personId, workflowIds = [] } }) => {
      if (parts.isServed(customerId) === undefined) throw notFound('platform');
      return { status: 200, body: await parts.erasures.preview({ customerId, personId, workflowIds }) };
    },
    listErasures: async ({ path: { customerId } }) => {
      if (parts.isServed(customerId) === undefined) throw notFound('platform');
      return { status: 200, body: show({ items: await parts.erasures.newest(customerId) }) };
    },
    getErasure: async ({ path: { customerId, id } }) => {
      const erasure = await parts.erasures.find(customerId, id);
      if (erasure === undefined) throw notFound('erasure');
      return { status: 200, body: show(erasure) };
    },
  };
}

function notFound(what: string): Failure {
  return new Failure('invalid', 'NOT_FOUND', `There is no such ${what}.`);
}
