import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startConnector } from './connector-process.ts';
import { median, rounded, type PartResult } from './figures.ts';
import { type Options } from './options.ts';

const STARTS = 5;

/** From `npm start` to ready, with a private database that exists and was stopped properly. */
export async function measureStart({ quick, say }: Options): Promise<PartResult> {
  const dataDir = await mkdtemp(join(tmpdir(), 'connector-bench-'));
  const times: number[] = [];
  for (let start = 0; start <= (quick ? 1 : STARTS); start += 1) {
    const connector = await startConnector({ command: ['npm', 'start', '--silent'], dataDir });
    await connector.stop();
    say(`start ${start === 0 ? 'that makes the database' : start}: ready in ${Math.round(connector.readyMs)} ms`);
    times.push(connector.readyMs);
  }
  await rm(dataDir, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
  const [first = 0, ...later] = times;
  const value = rounded(median(later) / 1000);
  return {
    targets: [{ name: 'ready after npm start', unit: 's', value, goal: 3, is: 'at most' }],
    facts: {
      'slowest s': rounded(Math.max(...later) / 1000),
      'first start, makes the database, s': rounded(first / 1000),
    },
    broken: [],
  };
}
