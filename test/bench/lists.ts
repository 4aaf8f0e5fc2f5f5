import { percentile, rounded, type PartResult } from './figures.ts';
import { openFullStore } from './full-store.ts';
import { listRequests } from './list-requests.ts';
import { type Options } from './options.ts';

const TURNS = 100;
const WARM_UP = 3;
/** What feels like at once, with the way to a browser and its drawing still to come. */
const GOAL_MS = 150;

/** How long the admin API takes for a page of every list, narrowed in every way, one call at a time. */
export async function measureLists(options: Options): Promise<PartResult> {
  const store = await openFullStore(options);
  try {
    const { admin } = store.scene.connector;
    const rows = [];
    for (const [list, requestOf] of Object.entries(await listRequests(store))) {
      const ask = async (turn: number): Promise<number> => {
        const { path, body } = requestOf(turn);
        const startedAt = performance.now();
        await (body === undefined ? admin.get(path) : admin.post(path, body));
        return performance.now() - startedAt;
      };
      const times = await inTurn(ask, options.quick ? 10 : TURNS);
      options.say(`lists: ${list}`);
      rows.push({ list, ...times });
    }
    return toResult(rows, options.listed);
  } finally {
    await store.scene.stop();
  }
}

type Times = Readonly<Record<'p50 ms' | 'p95 ms' | 'p99 ms', number>>;

async function inTurn(ask: (turn: number) => Promise<number>, turns: number): Promise<Times> {
  for (let turn = 0; turn < WARM_UP; turn += 1) await ask(turn);
  const times = new Float64Array(turns);
  for (let turn = 0; turn < turns; turn += 1) times[turn] = await ask(turn);
  times.sort();
  const share = (of: number): number => rounded(percentile(times, of));
  return { 'p50 ms': share(0.5), 'p95 ms': share(0.95), 'p99 ms': share(0.99) };
}

function toResult(rows: readonly ({ readonly list: string } & Times)[], hires: number): PartResult {
  const [slowest] = rows.toSorted((one, other) => other['p95 ms'] - one['p95 ms']);
  if (slowest === undefined) throw new Error('No list was asked for');
  return {
    targets: [
      {
        name: `slowest list page at ${hires.toLocaleString('en')} hires, p95`,
        unit: 'ms',
        value: slowest['p95 ms'],
        goal: GOAL_MS,
        is: 'at most',
      },
    ],
    facts: { 'slowest list': slowest.list, 'stored hires': hires },
    rows,
    broken: [],
  };
}
