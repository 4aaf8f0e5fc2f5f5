const FARTHEST = 4;

/** The candidate that differs least from a misspelt name, or undefined when none is near. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  const scored = candidates.map((candidate) => ({ candidate, distance: distance(name, candidate) }));
  const best = scored.reduce((least, next) => (next.distance < least.distance ? next : least), {
    candidate: '',
    distance: Math.min(FARTHEST, Math.ceil(name.length / 2)) + 1,
  });
  return best.candidate === '' ? undefined : best.candidate;
}

/** Levenshtein distance, one row at a time. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [at, letter] of Array.from(one).entries()) {
    const next = [at + 1];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (other.charAt(column - 1) === letter ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
