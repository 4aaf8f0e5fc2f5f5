/** An event of a platform that this secret of its document let in. */
export interface CredentialUse {
  readonly customerId: string;
  /** Of the platform document; the pointer means nothing in another one. */
  readonly version: number;
  /** JSON pointer to the secret. */
  readonly secret: string;
  readonly at: Date;
}

/** Each method throws `Failure` STORE_UNAVAILABLE. */
export interface CredentialUseStore {
  /** Keeps the newest use of each secret; those of a document that was changed meanwhile are dropped. */
  keepUses(uses: readonly CredentialUse[]): Promise<void>;
  /** When each secret of the platform let an event in last, by its JSON pointer. */
  lastUses(customerId: string): Promise<ReadonlyMap<string, Date>>;
}

/** What events tell of credentials, gathered so that no event waits for it. */
export interface CredentialUses {
  readonly note: (use: CredentialUse) => void;
  /** Keeps what was noted, of each secret once a minute at most. */
  readonly flush: (now: Date) => Promise<void>;
}

const WRITE_EVERY_MS = 60_000;

export function createCredentialUses(store: Pick<CredentialUseStore, 'keepUses'>): CredentialUses {
  const noted = new Map<string, CredentialUse>();
  const writtenAtMs = new Map<string, number>();
  return {
    note: (use) => void noted.set(`${use.customerId} ${use.secret}`, use),
    async flush(now) {
      const isDue = (key: string): boolean => now.getTime() - (writtenAtMs.get(key) ?? -Infinity) >= WRITE_EVERY_MS;
      const due = [...noted].filter(([key]) => isDue(key));
      if (due.length === 0) return;
      await store.keepUses(due.map(([, use]) => use));
      for (const [key, use] of due) {
        writtenAtMs.set(key, now.getTime());
        if (noted.get(key) === use) noted.delete(key);
      }
    },
  };
}
