import { isMet, type PartResult } from './figures.ts';

/** Goals first, then everything else that was found. */
export function printResult(name: string, { targets, facts, rows = [], broken }: PartResult): void {
  console.log(`\n${name}`);
  for (const target of targets) {
    const { name: what, value, unit, is, goal } = target;
    console.log(`  ${isMet(target) ? 'met   ' : 'missed'} ${what}: ${value} ${unit} (${is} ${goal})`);
  }
  for (const [what, value] of Object.entries(facts)) console.log(`         ${what}: ${value}`);
  if (rows.length > 0) console.table(rows);
  for (const line of broken.slice(0, 20)) console.log(`  BROKEN ${line}`);
}
