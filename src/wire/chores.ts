import { type Chore } from '../runtime/chores.ts';

/** All work that comes round by itself. */
export function choresOf(): readonly Chore[] {
  return [];
}
