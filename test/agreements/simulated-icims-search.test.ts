import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type SimulatedPlatform } from '../../src/sandbox/simulated-platform.ts';
import { startSimulatedIcims, type SimulatedIcims } from '../../src/sandbox/start-simulated-icims.ts';
import { askSimulated } from '../support/ask-simulated.ts';

let now: Date;
let simulated: SimulatedIcims;
let platform: SimulatedPlatform;

beforeAll(async () => {
  now = new Date('2031-05-20T12:00:00Z');
  simulated = await startSimulatedIcims({ now: () => now });
  platform = simulated.platform('9001');
});
afterAll(() => simulated.close());
beforeEach(() => {
  now = new Date(now.getTime() + 86_400_000);
});

const search = async (type: string, query: unknown, staleness = 0) =>
  askSimulated(platform, `/search/${type}?staleness=${staleness}`, { method: 'POST', json: query });
const idsIn = (json: unknown): number[] =>
  (json as { searchResults: { id: number }[] }).searchResults.map(({ id }) => id);
const found = async (type: string, ...filters: unknown[]) => idsIn((await search(type, { filters })).json);
const all = (): number[] => [...platform.profiles.all('people')].map(({ id }) => id);

describe('search', () => {
  it('answers ids and addresses only', async () => {
    const { personId } = platform.candidate('tn-canada');
    const { json } = await search('people', { filters: [{ name: 'person.id', value: [String(personId)] }] });
    expect(json).toEqual({ searchResults: [{ id: personId, self: `${platform.url}/people/${personId}` }] });
  });

  it('takes the query in the address too', async () => {
    const query = encodeURIComponent(JSON.stringify({ filters: [{ name: 'person.lastname', value: ['beausoleil'] }] }));
    const { json } = await askSimulated(platform, `/search/people?searchJson=${query}`);
    expect(idsIn(json)).toEqual([platform.candidate('tn-canada').personId]);
  });

  it('reads several values as "one of them", and an unknown node as nobody', async () => {
    const { workflowId } = platform.addCandidate('tn-mexico');
    await askSimulated(platform, `/applicantworkflows/${workflowId}`, {
      method: 'PATCH',
      json: { status: { id: 'C20500' } },
    });
    const status = (...value: string[]) => found('applicantworkflows', { name: 'applicantworkflow.status', value });

    expect(await status('C20500')).toEqual([workflowId]);
    expect(await status('C20500', 'C20480')).toContain(workflowId);
    expect((await status('C20500', 'C20480')).length).toBeGreaterThan(10);
    expect(await status('C99999')).toEqual([]);
  });

  it('matches everything when a date is badly formatted', async () => {
    const updated = (value: string) => found('people', { name: 'person.updateddate', operator: '>=', value: [value] });
    expect(await updated('2099-01-01')).toEqual([]);
    expect(await updated('01/01/2099')).toEqual(all());
  });

  it.each([
    ['from', { operator: '>=', value: ['2031-08-02'] }, true],
    ['after', { operator: '>', value: ['2031-08-02'] }, false],
    ['until', { operator: '<=', value: ['2031-08-02'] }, true],
    ['between', { value: ['2031-08-01'], secondaryValue: ['2031-08-02'] }, true],
    ['between two others', { value: ['2031-08-03'], secondaryValue: ['2031-08-09'] }, false],
    ['to the minute', { operator: '<', value: ['2031-08-02 12:00 AM'] }, false],
  ])('compares dates: %s', async (_what, filter, isFound) => {
    const { personId } = platform.addCandidate('o1a');
    platform.overwrite('people', personId, { startdate: '2031-08-02' });
    expect((await found('people', { name: 'person.startdate', ...filter })).includes(personId)).toBe(isFound);
  });

  it('joins groups by & and |, nested ones too', async () => {
    const one = platform.candidate('e3').personId;
    const other = platform.candidate('l1a').personId;
    const id = (value: number) => ({ name: 'person.id', value: [String(value)] });
    const { json } = await search('people', {
      operator: '|',
      filters: [id(one)],
      children: [{ operator: '&', filters: [id(other), { name: 'person.lastname', value: ['fjord'] }] }],
    });
    expect(idsIn(json)).toEqual([one, other]);
  });

  it.each([
    ['no filter', { filters: [] }, 'No filter given'],
    ['an unknown attribute', { filters: [{ name: 'person.shoe', value: ['1'] }] }, 'Filter attribute unrecognized'],
    ['a filter without value', { filters: [{ name: 'person.id' }] }, 'Filter is invalid or hidden'],
    [
      'an operator out of place',
      { filters: [{ name: 'person.folder', value: ['D1'], operator: '<' }] },
      'Filter operator is invalid in this context',
    ],
    [
      'an unknown group operator',
      { operator: '^', filters: [{ name: 'person.id', value: ['1'] }] },
      'Group operator invalid',
    ],
  ])('rejects the whole query for %s, codes as text', async (_what, query, message) => {
    const { status, json } = await search('people', query);
    expect({ status, json }).toEqual({ status: 400, json: { errors: [{ errorMessage: message, errorCode: '5' }] } });
  });

  it('answers at most 1,000 in ascending order, and the rest behind the last id', async () => {
    for (let count = 0; count < 1_010; count += 1) platform.addCandidate('h1b-new-graduate');
    const first = await found('people', { name: 'person.id', value: ['0'], operator: '>' });
    const rest = await found('people', { name: 'person.id', value: [String(first.at(-1))], operator: '>' });
    expect(first).toHaveLength(1_000);
    expect([...first, ...rest]).toEqual(all());
  });

  it('answers from a cache for 15 minutes unless told that nothing may be stale', async () => {
    const query = { filters: [{ name: 'applicantworkflow.status', value: ['C20950'] }] };
    const count = async (staleness: number) =>
      idsIn((await search('applicantworkflows', query, staleness)).json).length;
    const before = await count(15);
    const { workflowId } = platform.addCandidate('e3');
    platform.overwrite('applicantworkflows', workflowId, { status: platform.employer.statuses.hired });

    expect(await count(15)).toBe(before);
    expect(await count(0)).toBe(before + 1);
    now = new Date(now.getTime() + 16 * 60_000);
    expect(await count(15)).toBe(before + 1);
  });
});
