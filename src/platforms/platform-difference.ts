import { changedSecrets, maskSecrets } from './platform-secrets.ts';
import { type PlatformDocument } from './platform.ts';

/** One place in which two documents differ. Secrets read `***`. */
export interface Difference {
  readonly pointer: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly before: unknown;
  readonly after: unknown;
}

/** What becomes different, by JSON pointer; a document that is new differs in everything. */
export function platformDifference(before: PlatformDocument | undefined, after: PlatformDocument): Difference[] {
  const left = before === undefined ? new Map<string, unknown>() : leavesOf(maskSecrets(before));
  const right = leavesOf(maskSecrets(after));
  const secrets = new Set(changedSecrets(before, after));
  const pointers = [...new Set([...left.keys(), ...right.keys()])];
  return pointers.flatMap((pointer): Difference[] => {
    const sides = { before: left.get(pointer), after: right.get(pointer) };
    if (!left.has(pointer)) return [{ pointer, change: 'added', ...sides }];
    if (!right.has(pointer)) return [{ pointer, change: 'removed', ...sides }];
    const same = sides.before === sides.after && !secrets.has(pointer);
    return same ? [] : [{ pointer, change: 'changed', ...sides }];
  });
}

/** Every value that holds no others, by its JSON pointer (RFC 6901). An empty list or object counts as its text. */
function leavesOf(value: unknown, pointer = '', leaves = new Map<string, unknown>()): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) return leaves.set(pointer, value);
  const entries = Object.entries(value);
  if (entries.length === 0) return leaves.set(pointer, JSON.stringify(value));
  for (const [key, inner] of entries) leavesOf(inner, `${pointer}/${escape(key)}`, leaves);
  return leaves;
}

function escape(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
