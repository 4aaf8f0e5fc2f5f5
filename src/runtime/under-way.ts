/** Counts pieces of work that are under way at the same time. */
export interface UnderWay {
  /** Does a piece of work and counts it until it ends, well or not. */
  during<T>(work: () => Promise<T>): Promise<T>;
  readonly count: number;
}

export function createUnderWay(): UnderWay {
  let count = 0;
  return {
    async during(work) {
      count += 1;
      try {
        return await work();
      } finally {
        count -= 1;
      }
    },
    get count() {
      return count;
    },
  };
}
