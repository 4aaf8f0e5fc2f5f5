import type pg from 'pg';
import { type FullStore } from './full-store.ts';

/** A call of the admin API; `body` makes it a POST. */
interface ListRequest {
  readonly path: string;
  readonly body?: object;
}

/** What is asked for in a turn, counted from 0: another platform, day, person or place in the list each time. */
export type ListRequests = Readonly<Record<string, (turn: number) => ListRequest>>;

interface Places {
  /** Keys within the lists, as they are given out as cursors. */
  readonly hires: readonly string[];
  readonly events: readonly string[];
  readonly cases: readonly string[];
  readonly audit: readonly string[];
  readonly workflows: readonly string[];
}

const PLATFORMS = 20;
const FIRST_PLATFORM = 9101;
const DAY_MS = 86_400_000;

/** Every list of the console and each way to narrow it. */
export async function listRequests(store: FullStore): Promise<ListRequests> {
  const places = await placesIn(store.scene.pool);
  return { ...ofHires(places), ...ofNames(store), ...ofEvents(places), ...ofCases(places), ...ofAudit(places) };
}

function ofHires({ hires, workflows }: Places): ListRequests {
  return {
    'hires, first page': () => get('/hires'),
    'hires, deep page': (turn) => get('/hires', { cursor: at(hires, turn) }),
    'hires, frequent state': () => get('/hires', { state: 'delivered' }),
    'hires, rare state': () => get('/hires', { state: 'parked' }),
    'hires, state of none': () => get('/hires', { state: 'opened' }),
    'hires, rare reason': () => get('/hires', { reason: 'CASE_SYSTEM_REFUSED' }),
    'hires, reason of none': () => get('/hires', { reason: 'ICIMS_GONE' }),
    'hires of a platform': (turn) => get('/hires', { customerId: platformOf(turn) }),
    'hires of a platform, deep page': (turn) =>
      get('/hires', { customerId: platformOf(turn), cursor: at(hires, turn) }),
    'hires of a platform, rare state': (turn) => get('/hires', { customerId: platformOf(turn), state: 'parked' }),
    'hires of a platform, rare reason': (turn) =>
      get('/hires', { customerId: platformOf(turn), reason: 'CASE_SYSTEM_REFUSED' }),
    'hires of a day': (turn) => get('/hires', dayOf(turn)),
    'hires of a day, rare state': (turn) => get('/hires', { ...dayOf(turn), state: 'withdrawn' }),
    'hires of a workflow': (turn) => get('/hires', { workflowId: at(workflows, turn) }),
    'hires of a person': (turn) => get('/hires', { personId: String(8_000_000_000 + turn) }),
    'hires of a job': () => get('/hires', { jobId: '1501' }),
    'hires of an unknown job': () => get('/hires', { jobId: '777' }),
    'hire by reference': (turn) => get(`/hires/${at(hires, turn)}`),
  };
}

function ofNames({ customerId, person: { givenName, familyName } }: FullStore): ListRequests {
  return {
    'hires by family name': () => post('/hires/search', { customerId, name: familyName }),
    'hires by whole name': () => post('/hires/search', { customerId, name: `${givenName} ${familyName}` }),
    'hires by unknown name': () => post('/hires/search', { customerId, name: 'Nobodyknown' }),
    'hires by name, rare state': () => post('/hires/search', { customerId, name: familyName, state: 'withdrawn' }),
  };
}

function ofEvents({ events, workflows }: Places): ListRequests {
  return {
    'events, first page': () => get('/events'),
    'events, deep page': (turn) => get('/events', { cursor: at(events, turn) }),
    'events, frequent outcome': () => get('/events', { outcome: 'ignored' }),
    'events, rare outcome': () => get('/events', { outcome: 'refused' }),
    'events, outcome of none': () => get('/events', { outcome: 'failed' }),
    'events of a platform, rare outcome': (turn) =>
      get('/events', { customerId: platformOf(turn), outcome: 'refused' }),
    'events, type of none': () => get('/events', { eventType: 'NoSuchEvent' }),
    'events of a workflow': (turn) => get('/events', { workflowId: at(workflows, turn) }),
    'events of a day': (turn) => get('/events', dayOf(turn)),
  };
}

function ofCases({ cases }: Places): ListRequests {
  return {
    'cases, first page': () => get('/cases'),
    'cases, deep page': (turn) => get('/cases', { cursor: at(cases, turn) }),
    'cases, rare state': () => get('/cases', { state: 'failed' }),
    'cases of a platform': (turn) => get('/cases', { customerId: platformOf(turn) }),
    'cases of a platform, rare state': (turn) => get('/cases', { customerId: platformOf(turn), state: 'failed' }),
    'case board': () => get('/case-board'),
    'case board of a platform': (turn) => get('/case-board', { customerId: platformOf(turn) }),
  };
}

function ofAudit({ audit, hires }: Places): ListRequests {
  const search = (filter: object, cursor?: string): ListRequest => post('/audit/search', { filter, cursor });
  return {
    'audit, first page': () => search({}),
    'audit, deep page': (turn) => search({}, at(audit, turn)),
    'audit of a person': (turn) => search({ actor: `reader${turn % 40}@example.com` }),
    'audit of nobody': () => search({ actor: 'nobody@example.com' }),
    'audit of the deliveries': () => search({ actor: 'delivery' }),
    'audit, frequent action': () => search({ action: 'case.opened' }),
    'audit, rare action': () => search({ action: 'platform.created' }),
    'audit, action of none': () => search({ action: 'erasure.done' }),
    'audit of a person, rare action': () => search({ actor: 'reader1@example.com', action: 'platform.created' }),
    'audit on a hire': (turn) => search({ subject: at(hires, turn) }),
    'audit of a platform': (turn) => search({ customerId: platformOf(turn) }),
    'audit of a day': (turn) => search(dayOf(turn)),
  };
}

function get(path: string, query: Readonly<Record<string, string>> = {}): ListRequest {
  return { path: `/api/v1${path}?${new URLSearchParams(query).toString()}` };
}

function post(path: string, body: object): ListRequest {
  return { path: `/api/v1${path}`, body };
}

function platformOf(turn: number): string {
  return String(FIRST_PLATFORM + (turn % PLATFORMS));
}

/** Within the year that is stored. */
function dayOf(turn: number): { from: string; to: string } {
  const from = Date.now() - (10 + ((turn * 37) % 350)) * DAY_MS;
  return { from: new Date(from).toISOString(), to: new Date(from + DAY_MS).toISOString() };
}

function at(values: readonly string[], turn: number): string {
  const value = values[turn % values.length];
  if (value === undefined) throw new Error('Nothing is stored');
  return value;
}

async function placesIn(pool: pg.Pool): Promise<Places> {
  const within = async (table: string, column = 'id'): Promise<readonly string[]> => {
    const { rows } = await pool.query<{ place: string }>(
      `SELECT unnest(percentile_disc(ARRAY[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) WITHIN GROUP (ORDER BY ${column})) AS place FROM ${table}`,
    );
    return rows.map(({ place }) => place);
  };
  const keys = { hires: await within('hires'), events: await within('events') };
  const others = { cases: await within('cases'), audit: await within('audit') };
  return { ...keys, ...others, workflows: await within('hires', 'workflow_id') };
}
