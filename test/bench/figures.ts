/** A goal and how it came out. */
export interface Target {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly goal: number;
  readonly is: 'at least' | 'at most';
}

/** What one part of the benchmark found. */
export interface PartResult {
  readonly targets: readonly Target[];
  /** Further figures, by name. */
  readonly facts: Readonly<Record<string, number | string>>;
  readonly rows?: readonly Readonly<Record<string, number | string>>[];
  /** Counts that do not add up: something was lost or done twice. */
  readonly broken: readonly string[];
}

export function isMet({ value, goal, is }: Target): boolean {
  return is === 'at least' ? value >= goal : value <= goal;
}

export function median(values: readonly number[]): number {
  return percentile(Float64Array.from(values).sort(), 0.5);
}

/** Of values in ascending order; `share` 0.99 answers the smallest value that 99 % do not exceed. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.max(Math.ceil(sorted.length * share) - 1, 0)] ?? 0;
}

/** Two digits behind the point below ten, one below a hundred, else none. */
export function rounded(value: number): number {
  const digits = Math.abs(value) < 10 ? 100 : Math.abs(value) < 100 ? 10 : 1;
  return Math.round(value * digits) / digits;
}
