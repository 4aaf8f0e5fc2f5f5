import { may } from '../accounts/rights.ts';
import { type operations } from '../contract/generated/admin.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { tokensOf } from '../hires/name-tokens.ts';
import { Failure } from '../runtime/failure.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type OperatorParts } from './admin-parts.ts';
import { visible, forbidden, requireReach } from './authorize.ts';
import { maskTrace, readsUnmasked, revealRight, valuesAt } from './mask-fields.ts';
import { noteRead, shownTo } from './note-read.ts';
import { show } from './show.ts';
import { toWish } from './to-wish.ts';

type ReadingOperations = Pick<
  operations,
  'listEvents' | 'getEvent' | 'listHires' | 'searchHires' | 'getHire' | 'revealField'
>;

/** Lists and single records. Reading somebody's fields is audited. */
export function readingOperations(parts: OperatorParts): Handlers<ReadingOperations, AdminCaller> {
  const { reading } = parts;
  return {
    listEvents: async ({ query: { eventType, outcome, workflowId, ...query }, caller }) => ({
      status: 200,
      body: show(await reading.listEvents({ ...toWish(query, caller, 'events.read'), eventType, outcome, workflowId })),
    }),
    getEvent: async ({ path, caller }) => ({
      status: 200,
      body: show(visible(await reading.getEvent(path.id), { caller, right: 'events.read', name: 'event' })),
    }),
    listHires: async ({ query: { state, reason, workflowId, personId, jobId, ...query }, caller }) => {
      const wish = { ...toWish(query, caller, 'hires.read'), state, reason, workflowId, personId, jobId };
      return { status: 200, body: show(await reading.listHires(wish)) };
    },
    searchHires: async ({ body, caller }) => ({ status: 200, body: await searchHires({ ...body, caller }, parts) }),
    getHire: async ({ path, caller }) => ({ status: 200, body: await readHire(path.id, caller, parts) }),
    revealField: async ({ path, body: { key }, caller }) => ({
      status: 200,
      body: await revealField({ id: path.id, key, caller }, parts),
    }),
  };
}

type HireSearch = operations['searchHires']['requestBody']['content']['application/json'];

async function searchHires(
  { name, caller, limit = 50, ...wish }: HireSearch & { caller: AdminCaller },
  parts: OperatorParts,
) {
  const { customerId } = wish;
  requireReach(caller, 'hires.read', customerId);
  const page = await parts.reading.searchHires({ ...wish, limit, words: tokensOf(name) });
  await noteRead(parts, { caller, action: 'hires.searched', customerId, subject: null });
  return show(page);
}

async function readHire(id: string, caller: AdminCaller, parts: OperatorParts) {
  const hire = visible(await parts.reading.getHire(id), { caller, right: 'hires.read', name: 'hire' });
  await noteRead(parts, { caller, action: 'hire.read', customerId: hire.customerId, subject: hire.id });
  const isMasked = !readsUnmasked(caller.grants, caller.session !== undefined);
  const { trace, ...story } = shownTo(caller, hire);
  return show({ ...story, trace: trace !== null && isMasked ? maskTrace(trace) : trace });
}

async function revealField(
  { id, key, caller }: { id: string; key: string; caller: AdminCaller },
  parts: OperatorParts,
) {
  const hire = visible(await parts.reading.getHire(id), { caller, right: 'hires.read', name: 'hire' });
  const right = revealRight(key);
  if (right === undefined) throw new Failure('invalid', 'INVALID_REQUEST', 'This field is not masked.');
  if (!may(caller.grants, right, hire.customerId)) throw forbidden('Your role may not see this field.');
  const { customerId } = hire;
  const entry = { action: 'field.revealed', customerId, subject: id, detail: { key } } as const;
  await parts.audit.write({ at: parts.clock(), actor: caller.name, ...entry });
  const read = hire.trace?.steps.find((step) => step.key === key)?.read ?? [];
  return { key, values: hire.fields === null ? [] : valuesAt(hire.fields, key), read: [...read] };
}
