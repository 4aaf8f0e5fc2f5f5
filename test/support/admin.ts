import request, { type Test } from 'supertest';
import { type components } from '../../src/contract/generated/admin.ts';
import { until } from './until.ts';

type Hire = components['schemas']['Hire'];
type HireStory = components['schemas']['HireStory'];
type ShownEvent = components['schemas']['Event'];
type CaseSummary = components['schemas']['CaseSummary'];
type Case = components['schemas']['Case'];
type PlatformSummary = components['schemas']['PlatformSummary'];
type HireState = Hire['state'];

/** The admin API, called as an operator does, and what tests look up with it most. */
export interface Admin {
  get(path: string): Test;
  put(path: string, body: object): Test;
  post(path: string, body?: object): Test;
  delete(path: string): Test;
  hires(query?: Readonly<Record<string, string>>): Promise<readonly Hire[]>;
  hire(id: string): Promise<HireStory>;
  cases(query?: Readonly<Record<string, string>>): Promise<readonly CaseSummary[]>;
  caseOf(hireId: string): Promise<Case>;
  events(query?: Readonly<Record<string, string>>): Promise<readonly ShownEvent[]>;
  platform(customerId: string): Promise<PlatformSummary>;
  /** Waits until the hire is in the state, and answers it. */
  hireIn(state: HireState, id: string | undefined): Promise<HireStory>;
  /** Waits until nothing is left to be delivered for the hire, and answers it. */
  settled(id: string | undefined): Promise<HireStory>;
  /** Waits until nothing is left to be delivered at all. */
  idle(): Promise<void>;
}

export function adminOf(url: string, token: string): Admin {
  const signedIn = (test: Test): Test => test.set('authorization', `Bearer ${token}`);
  const get = (path: string): Test => signedIn(request(url).get(path));
  async function list<Item>(path: string, query: Readonly<Record<string, string>> = {}): Promise<readonly Item[]> {
    const { body } = await get(path)
      .query({ limit: 200, ...query })
      .expect(200);
    return (body as { items: readonly Item[] }).items;
  }
  async function one<Thing>(path: string): Promise<Thing> {
    const { body } = await get(path).expect(200);
    return body as Thing;
  }
  const hire = (id: string): Promise<HireStory> => one(`/api/v1/hires/${id}`);
  async function waitFor(id: string | undefined, what: string, holds: (story: HireStory) => boolean) {
    if (id === undefined) throw new Error('The event was not accepted');
    let last = await hire(id);
    await until(`hire is ${what}`, async () => holds((last = await hire(id)))).catch((error: unknown) => {
      throw new Error(`${String(error)}; it is ${last.state}: ${JSON.stringify(last.reason ?? last.attemptLog)}`);
    });
    return last;
  }
  const hires: Admin['hires'] = (query) => list('/api/v1/hires', query);
  return {
    get,
    put: (path, body) => signedIn(request(url).put(path)).send(body),
    post: (path, body) =>
      body === undefined ? signedIn(request(url).post(path)) : signedIn(request(url).post(path)).send(body),
    delete: (path) => signedIn(request(url).delete(path)),
    hires,
    hire,
    cases: (query) => list('/api/v1/cases', query),
    caseOf: async (hireId) => one(`/api/v1/cases/${(await hire(hireId)).caseId ?? 'none'}`),
    events: (query) => list('/api/v1/events', query),
    async platform(customerId) {
      const platforms = await list<PlatformSummary>('/api/v1/platforms');
      const found = platforms.find((platform) => platform.customerId === customerId);
      if (found === undefined) throw new Error(`Platform ${customerId} is not listed`);
      return found;
    },
    hireIn: (state, id) => waitFor(id, state, (story) => story.state === state),
    settled: (id) => waitFor(id, 'settled', (story) => story.nextAttemptAt === null),
    idle: () =>
      until('nothing is left to be delivered', async () =>
        (await hires()).every(({ nextAttemptAt }) => nextAttemptAt === null),
      ),
  };
}
