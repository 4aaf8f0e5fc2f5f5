import { measureRate, rowOfRate, type RateResult } from './arrive.ts';
import { rounded, type PartResult } from './figures.ts';
import { type Options } from './options.ts';
import { type Scene } from './scene.ts';

const RATES = [50, 100, 250, 500];
/** Each a quarter more than the one before. */
const PROBES = [80, 100, 125, 160, 200, 250, 310, 390, 490, 610, 760];
const PROBE_SECONDS = 10;
const SUSTAINED_SECONDS = 120;
const WANTED_P99_MS = 50;

/** Acceptance and time to case at several arrival rates, and the highest rate that this machine sustains. */
export async function measureRates(scene: Scene, { seconds, quick, say }: Options): Promise<PartResult> {
  const run = async (perSecond: number, length: number): Promise<RateResult> => {
    const result = await measureRate(scene, perSecond, length);
    const told = `p99 ${rounded(result.p99)} ms, drained in ${rounded(result.drainSeconds)} s`;
    say(`${perSecond} a second for ${length} s: ${told}`);
    return result;
  };
  const lengths = quick
    ? { probe: seconds, sustained: seconds }
    : { probe: PROBE_SECONDS, sustained: SUSTAINED_SECONDS };
  await run(50, 5);
  const rates: RateResult[] = [];
  for (const perSecond of RATES) rates.push(await run(perSecond, seconds));
  const probes = await climb((perSecond) => run(perSecond, lengths.probe));
  const long = await sustain(probes, (perSecond) => run(perSecond, lengths.sustained));
  const facts = { 'seconds of each rate': seconds, 'sustained for s': lengths.sustained };
  return toResult({ rates, others: [...probes, ...long], sustained: long.find(keepsUp), facts });
}

interface Found {
  readonly rates: readonly RateResult[];
  readonly others: readonly RateResult[];
  readonly sustained: RateResult | undefined;
  readonly facts: Readonly<Record<string, number>>;
}

function toResult({ rates, others, sustained, facts }: Found): PartResult {
  const all = [...rates, ...others];
  const quickEnough = all.filter(({ p99 }) => p99 <= WANTED_P99_MS).map(({ perSecond }) => perSecond);
  const value = rounded(rates.at(-1)?.p99 ?? NaN);
  return {
    targets: [{ name: 'accept at 500 a second, p99', value, goal: WANTED_P99_MS, unit: 'ms', is: 'at most' }],
    facts: {
      ...facts,
      'highest rate with p99 of at most 50 ms': Math.max(0, ...quickEnough),
      'highest rate sustained, a second': sustained?.perSecond ?? 'none',
      'its p99, ms': rounded(sustained?.p99 ?? NaN),
    },
    rows: rates.map((rate) => rowOfRate(`${rate.perSecond} a second`, rate)),
    broken: all.flatMap(({ broken }) => broken),
  };
}

/** Sustained: answered as fast as they come, within a second, and next to nothing left over at the end. */
function keepsUp({ perSecond, answeredPerSecond, p99, drainSeconds }: RateResult): boolean {
  return answeredPerSecond > perSecond * 0.97 && p99 < 1_000 && drainSeconds < 3;
}

/** Ever higher rates until one is too much. */
async function climb(run: (perSecond: number) => Promise<RateResult>): Promise<RateResult[]> {
  const done: RateResult[] = [];
  for (const perSecond of PROBES) {
    const result = await run(perSecond);
    done.push(result);
    if (!keepsUp(result)) break;
  }
  return done;
}

/** From the highest of the rates that kept up downwards, until one does so for the long run too: that is the last. */
async function sustain(
  probes: readonly RateResult[],
  run: (perSecond: number) => Promise<RateResult>,
): Promise<RateResult[]> {
  const done: RateResult[] = [];
  for (const { perSecond } of probes.filter(keepsUp).toReversed()) {
    const result = await run(perSecond);
    done.push(result);
    if (keepsUp(result)) break;
  }
  return done;
}
