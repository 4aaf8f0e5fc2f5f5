import { appendFileSync } from 'node:fs';
import { type Ledger } from '../../support/ledger.ts';
import { type RunResult } from './run-once.ts';

export type Told = (RunResult & { readonly topology: string }) | { readonly seed: number; readonly broken: string };

/** Whether a run found nothing wrong. */
export function isClean(told: Told): boolean {
  return 'ledger' in told && findings(told.ledger).length === 0;
}

export function tell(told: Told, out: string | undefined): void {
  if (out !== undefined) appendFileSync(out, `${JSON.stringify(told)}\n`);
  process.stdout.write(`${lineOf(told)}\n`);
}

/** Sums of all runs, as docs/reliability.md shows them. */
export function summaryOf(all: readonly Told[]): string {
  const ran = all.filter((told) => 'ledger' in told);
  const count = (key: keyof Ledger): number => ran.reduce((sum, { ledger }) => sum + ledger[key].length, 0);
  const times = ran.map(({ recoveryMs }) => recoveryMs).sort((one, other) => one - other);
  const at = (part: number): string => `${Math.round(times[Math.floor((times.length - 1) * part)] ?? 0)} ms`;
  const dirty = all.filter((told) => !isClean(told)).map(({ seed }) => seed);
  return [
    `runs ${all.length}, ${ran.filter(({ trouble }) => trouble !== '').length} of them amid other trouble, struck where the schedule wanted it ${ran.filter(({ hit }) => hit).length}`,
    `lost ${count('lost')}, doubled ${count('doubled')}, unfinished ${count('unfinished')}, ` +
      `wrong ${count('wrong')}, leaks ${count('leaks')}, runs that could not be judged ${all.length - ran.length}`,
    `from the blow until all work was done, restart included: median ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}`,
    `seeds of runs that found something: ${dirty.length === 0 ? 'none' : dirty.join(', ')}`,
  ].join('\n');
}

function lineOf(told: Told): string {
  if ('broken' in told) return `seed ${told.seed}: could not be judged: ${told.broken}`;
  const { seed, topology, blow, trouble, hit, ledger, recoveryMs } = told;
  const meanwhile = trouble === '' ? '' : `, meanwhile ${trouble}`;
  const struck = `${blow}${hit ? '' : ' (not reached)'}${meanwhile}`;
  const what = `seed ${seed}: ${topology}, ${struck}, ${Math.round(recoveryMs)} ms`;
  return [what, ...findings(ledger)].join('\n    ');
}

function findings(ledger: Ledger): string[] {
  return Object.entries(ledger).flatMap(([kind, sentences]) =>
    (sentences as readonly string[]).map((sentence) => `${kind}: ${sentence}`),
  );
}
