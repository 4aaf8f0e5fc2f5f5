import { toCsv } from '../audit/audit-csv.ts';
import { type AuditEntry } from '../audit/audit-entry.ts';
import { type operations } from '../contract/generated/admin.ts';
import { RequestFailure } from '../contract/request-failure.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { Failure } from '../runtime/failure.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type OperatorParts } from './admin-parts.ts';
import { type PageWish } from './reading-store.ts';
import { show } from './show.ts';

type ReadingOperations = Pick<
  operations,
  'listEvents' | 'getEvent' | 'listHires' | 'getHire' | 'listCases' | 'getCase' | 'listAudit'
>;

interface PageQuery {
  limit?: number;
  cursor?: string;
  customerId?: string;
  from?: string;
  to?: string;
}

function toWish({ limit, cursor, customerId, from, to }: PageQuery): PageWish {
  return { limit: limit ?? 50, cursor, customerId, from: toTime('from', from), to: toTime('to', to) };
}

/** The contract sees to the form; a thirteenth month or a 30 February has it too. */
function toTime(parameter: 'from' | 'to', text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number);
  const time = new Date(text);
  const isDay = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  if (isDay && time.getUTCFullYear() >= 1 && time.getUTCFullYear() <= 9999) return time;
  const problem = 'must be a time that exists, such as 2026-11-20T10:00:00Z';
  throw new RequestFailure('INVALID_REQUEST', `${parameter} ${problem}.`, [{ pointer: parameter, problem }]);
}

/** Lists and single records. Reading somebody's fields is audited. */
export function readingOperations(parts: OperatorParts): Handlers<ReadingOperations, AdminCaller> {
  const { reading } = parts;
  return {
    listEvents: async ({ query }) => ({
      status: 200,
      body: show(await reading.listEvents({ ...toWish(query), eventType: query.eventType, outcome: query.outcome })),
    }),
    getEvent: async ({ path }) => ({ status: 200, body: show(found(await reading.getEvent(path.id), 'event')) }),
    listHires: async ({ query: { state, workflowId, reason, ...query } }) => ({
      status: 200,
      body: show(await reading.listHires({ ...toWish(query), state, workflowId, reason })),
    }),
    getHire: async ({ path, caller }) => {
      const hire = found(await reading.getHire(path.id), 'hire');
      await noteRead(parts, { caller, action: 'hire.read', customerId: hire.customerId, subject: hire.id });
      return { status: 200, body: show(hire) };
    },
    listCases: async ({ query }) => ({
      status: 200,
      body: show(await reading.listCases({ ...toWish(query), state: query.state })),
    }),
    getCase: async ({ path, caller }) => {
      const found_ = found(await reading.getCase(path.id), 'case');
      await noteRead(parts, { caller, action: 'case.read', customerId: found_.customerId, subject: found_.id });
      return { status: 200, body: show(found_) };
    },
    listAudit: ({ query, header, caller }) => listAudit({ query, accept: header('Accept'), caller }, parts),
  };
}

function found<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing !== undefined) return thing;
  throw new Failure('invalid', 'NOT_FOUND', `There is no such ${name}.`);
}

interface ReadNote {
  readonly caller: AdminCaller;
  readonly action: 'hire.read' | 'case.read' | 'audit.exported';
  readonly customerId: string | null;
  readonly subject: string | null;
}

function noteRead({ audit, clock }: OperatorParts, { caller, action, customerId, subject }: ReadNote): Promise<void> {
  return audit.write({ at: clock(), actor: caller.name, action, customerId, subject, detail: {} });
}

type AuditAnswer = Awaited<ReturnType<Handlers<ReadingOperations, AdminCaller>['listAudit']>>;

async function listAudit(
  {
    query,
    accept,
    caller,
  }: {
    query: NonNullable<operations['listAudit']['parameters']['query']>;
    accept: string | undefined;
    caller: AdminCaller;
  },
  parts: OperatorParts,
): Promise<AuditAnswer> {
  const page = await parts.reading.listAudit(toWish(query));
  if (accept?.startsWith('text/csv') === true) {
    await noteRead(parts, { caller, action: 'audit.exported', customerId: query.customerId ?? null, subject: null });
    const headers = {
      'Content-Type': 'text/csv; charset=utf-8',
      ...(page.next === null ? {} : { 'X-Next-Cursor': page.next }),
    };
    return { status: 200, body: toCsv(page.items), headers };
  }
  const chain = query.verify === true ? { chain: await parts.audit.verify() } : {};
  return { status: 200, body: { items: page.items.map(toShownEntry), next: page.next, ...chain } };
}

function toShownEntry(entry: AuditEntry) {
  return { ...show(entry), detail: { ...entry.detail } };
}
