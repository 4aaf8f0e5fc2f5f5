import { type Chance } from '../../support/chance.ts';
import { type OddAnswer, oddAnswers } from '../../support/odd-answers.ts';

/** What goes wrong around the processes while they work, besides the blow; each for a while. */
export type Trouble =
  | { readonly kind: 'none' }
  /** One call in `oneOf` to this system meets this. */
  | {
      readonly kind: 'road';
      readonly to: 'icims' | 'cases';
      readonly fate: OddAnswer | 'lose-answer' | 'silent' | 'drip';
      readonly oneOf: number;
    }
  /** PostgreSQL is stopped at once and started again, loses its sessions, freezes, is out of connections, or full. */
  | {
      readonly kind: 'database';
      readonly how: 'stop' | 'end-sessions' | 'freeze' | 'connections' | 'disk-full';
      readonly afterMs: number;
      readonly lastsMs: number;
    }
  /** The victim's clock jumps and comes back. */
  | { readonly kind: 'clock'; readonly byMs: number; readonly afterMs: number; readonly lastsMs: number };

const fates = [...(Object.keys(oddAnswers) as OddAnswer[]), 'lose-answer', 'lose-answer', 'silent', 'drip'] as const;
const databaseWays = ['stop', 'end-sessions', 'freeze', 'connections', 'disk-full'] as const;
/** Less than the signatures' 15 minutes: beyond them an event is rightly refused. */
const MAX_JUMP_MS = 10 * 60_000;

/** In two of three runs something goes wrong besides. */
export function toTrouble(chance: Chance): Trouble {
  const lot = chance.between(1, 100);
  const pick = <T>(list: readonly T[]): T => list[chance.between(0, list.length - 1)] as T;
  const when = { afterMs: chance.between(0, 300), lastsMs: chance.between(100, 900) };
  if (lot <= 34) return { kind: 'none' };
  if (lot <= 49) return { kind: 'road', to: 'icims', fate: pick(fates), oneOf: chance.between(2, 5) };
  if (lot <= 64) return { kind: 'road', to: 'cases', fate: pick(fates), oneOf: chance.between(1, 3) };
  if (lot <= 90) return { kind: 'database', how: pick(databaseWays), ...when };
  return { kind: 'clock', byMs: chance.between(-MAX_JUMP_MS, MAX_JUMP_MS), ...when };
}

/** In words, for a list of runs; empty for none. */
export function describeTrouble(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'none':
      return '';
    case 'road':
      return `${trouble.fate} from ${trouble.to}`;
    case 'database':
      return `database ${trouble.how}`;
    case 'clock':
      return `clock by ${Math.round(trouble.byMs / 1000)} s`;
  }
}
