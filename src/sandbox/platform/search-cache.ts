/** Results of searches, kept for a while and shared between users (iCIMS "Search API", staleness). */
export class SearchCache {
  readonly #now: () => Date;
  readonly #results = new Map<string, { readonly at: number; readonly ids: readonly number[] }>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** The ids of this query, at most so many minutes old. */
  get(query: string, stalenessMinutes: number, find: () => readonly number[]): readonly number[] {
    const nowMs = this.#now().getTime();
    const known = this.#results.get(query);
    if (known !== undefined && stalenessMinutes > 0 && nowMs - known.at <= stalenessMinutes * 60_000) return known.ids;
    const ids = find();
    if (this.#results.size >= 100) this.#results.clear();
    this.#results.set(query, { at: nowMs, ids });
    return ids;
  }
}
