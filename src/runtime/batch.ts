/** How a group that failed goes on. */
export interface BatchRules {
  /** Largest group of one flush. */
  readonly maxItems?: number;
  /** Whether one bad item can have failed its group, so that each deserves a try of its own. */
  readonly isItemsFault: (error: unknown) => boolean;
  /** For what nobody waits for: the first of a group gives others `ms` to come along, unless `enough` are there sooner. */
  readonly gather?: Gather;
}

interface Gather {
  readonly ms: number;
  readonly enough: number;
}

const NO_GATHERING: Gather = { ms: 0, enough: 1 };

/**
 * Group commit: callers that arrive while one flush is under way share the next one. One flush at a time, and no timer
 * unless the group is to `gather`, so a lone caller waits for nothing and a crowd pays one round trip for all. `flush`
 * answers in the order of its items.
 */
export function batch<Item, Answer>(
  flush: (items: readonly Item[]) => Promise<readonly Answer[]>,
  { maxItems = 200, isItemsFault, gather = NO_GATHERING }: BatchRules,
): (item: Item) => Promise<Answer> {
  let waiting: Waiting<Item, Answer>[] = [];
  let flushing = false;
  const company = createCompany(gather);

  async function flushGroup(group: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await flush(group.map(({ item }) => item));
      group.forEach(({ resolve }, index) => resolve(answers[index] as Answer));
    } catch (error) {
      await settleFailed(group, error);
    }
  }

  async function settleFailed(group: readonly Waiting<Item, Answer>[], error: unknown): Promise<void> {
    const together = group.length === 1 || !isItemsFault(error);
    if (together) group.forEach(({ reject }) => reject(error));
    else for (const one of group) await flushGroup([one]);
  }

  async function drain(): Promise<void> {
    flushing = true;
    while (waiting.length > 0) {
      if (waiting.length < company.enough) await company.come();
      const group = waiting.slice(0, maxItems);
      waiting = waiting.slice(maxItems);
      await flushGroup(group);
    }
    flushing = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (waiting.length >= company.enough) company.areThere();
      if (!flushing) void drain();
    });
}

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
}

/** The wait of one group for its company: for `ms`, or until told that `enough` are there. */
function createCompany({ ms, enough }: Gather) {
  let endWait: () => void = () => undefined;
  return {
    enough,
    areThere: () => endWait(),
    come: () =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        endWait = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}
