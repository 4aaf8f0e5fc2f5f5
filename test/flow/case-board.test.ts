import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type components } from '../../src/contract/generated/admin.ts';
import { anOfferAccepted, anOfferRescinded } from '../support/an-offer-accepted.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { somebody } from '../support/people.ts';
import { queryDatabase } from '../support/query-database.ts';

type CaseSummary = components['schemas']['CaseSummary'];
interface Column {
  readonly state: CaseSummary['state'];
  readonly count: number;
  readonly items: readonly CaseSummary[];
  readonly next: string | null;
}

let connector: TestConnector;
/** Ids of hires of platform 9001, in the order in which they were accepted. */
let hires: readonly string[];
/** A hire of platform 9002, which writes nothing back. */
let silent: string;
beforeAll(async () => {
  connector = await startConnector({ platforms: { '9001': {}, '9002': { writeBack: null } } });
  const ours: string[] = [];
  for (let index = 0; index < 5; index += 1) ours.push(await hire('9001'));
  hires = ours;
  silent = await hire('9002');
});
afterAll(() => connector.close());

async function hire(customerId: string): Promise<string> {
  const theirs = connector.theirs(customerId);
  const { body } = await connector.send(anOfferAccepted(theirs, theirs.addCandidate('h1b-new-graduate')));
  await connector.admin.settled(body.reference);
  return String(body.reference);
}
async function board(
  query: Record<string, string | number> = {},
  ask = (path: string) => connector.admin.get(path),
): Promise<readonly Column[]> {
  const { body } = await ask('/api/v1/case-board').query(query).expect(200);
  return (body as { columns: readonly Column[] }).columns;
}
const column = async (state: string, query = {}) => (await board(query)).find((each) => each.state === state);
const move = (id: string, state: string) => connector.admin.post(`/api/v1/hires/${id}/case-state`, { state });

describe('the board of cases', () => {
  it('has a column for each state, the newest first, and leads on to the rest', async () => {
    const columns = await board({ customerId: '9001', limit: 2 });

    expect(columns.map(({ state, count }) => [state, count])).toEqual([
      ['open', 5],
      ['in-progress', 0],
      ['completed', 0],
      ['failed', 0],
      ['withdrawn', 0],
    ]);
    const [open] = columns;
    const rest = await connector.admin.cases({ customerId: '9001', state: 'open', cursor: String(open?.next) });
    expect([...(open?.items ?? []), ...rest].map(({ hireId }) => hireId)).toEqual([...hires].reverse());
  });

  it('shows a case where it was moved to, and that iCIMS was told', async () => {
    const [first = '', second = ''] = hires;
    await move(first, 'in-progress').expect(202);
    await move(second, 'completed').expect(202);
    await connector.admin.settled(second);

    expect((await column('in-progress'))?.items.map(({ hireId }) => hireId)).toEqual([first]);
    expect((await column('completed'))?.items).toMatchObject([{ hireId: second, writeBack: 'done' }]);
    expect((await column('open', { customerId: '9001' }))?.count).toBe(3);
    await move(second, 'in-progress').expect(409);
  });

  it('says of each case how far iCIMS is told', async () => {
    const [, , third = '', fourth = ''] = hires;
    connector.theirs().rights.hide('applicantworkflows.assessmentresults');
    await move(third, 'completed').expect(202);
    await connector.admin.hireIn('parked', third);
    connector.theirs().rights.set([]);
    await queryDatabase(
      connector.database,
      `INSERT INTO deliveries (hire_id, customer_id, run_at) VALUES ($1, '9001', now() + interval '1 hour')
        ON CONFLICT (hire_id) DO UPDATE SET run_at = now() + interval '1 hour'`,
      [fourth],
    );

    const cases = new Map((await connector.admin.cases()).map((one) => [one.hireId, one.writeBack]));

    expect([third, fourth, silent].map((id) => cases.get(id))).toEqual(['stuck', 'pending', 'none']);
  });

  it('shows a withdrawn offer as withdrawn', async () => {
    const theirs = connector.theirs();
    const candidate = theirs.addCandidate('h1b-new-graduate');
    const { body } = await connector.send(anOfferAccepted(theirs, candidate));
    await connector.admin.settled(body.reference);
    await connector.send(anOfferRescinded(theirs, candidate));
    await connector.admin.settled(body.reference);

    expect((await column('withdrawn'))?.items.map(({ hireId }) => hireId)).toEqual([body.reference]);
  });

  it('shows and counts nothing of a foreign platform, and no name', async () => {
    const legal = await somebody(connector, 'legal@example.com', [{ customerId: '9002', role: 'legal' }]);
    const ask = (path: string) => legal.call('get', path);

    const columns = await board({}, ask);
    const asked = await board({ customerId: '9001' }, ask);

    expect(columns.reduce((sum, { count }) => sum + count, 0)).toBe(1);
    expect(columns.flatMap(({ items }) => items).map(({ customerId }) => customerId)).toEqual(['9002']);
    expect(asked.map(({ count, items }) => [count, items.length])).toEqual(columns.map(() => [0, 0]));
    expect(JSON.stringify(await board())).not.toMatch(/Vantalore|"fields"/);
  });
});
