import { type PlatformStore } from './platform-store.ts';

/**
 * What is wrong with platforms, raised once and cleared by the first success, so that neither a storm of failures nor a
 * stream of successes writes to the store each time.
 */
export interface AttentionBoard {
  raise(customerId: string, code: string, sentence: string): void;
  clear(customerId: string, code: string): void;
  /** Learns what other processes raised, and what was raised before a restart. */
  refresh(): Promise<void>;
}

type Store = Pick<PlatformStore, 'raiseAttention' | 'clearAttention' | 'allAttention'>;

/** Writing is a side matter: when it fails, `onTrouble` is told and the next failure or success tries again. */
export function createAttentionBoard(store: Store, onTrouble: (thrown: unknown) => void): AttentionBoard {
  let raised = new Set<string>();
  const keyOf = (customerId: string, code: string): string => `${customerId} ${code}`;

  return {
    raise(customerId, code, sentence) {
      const key = keyOf(customerId, code);
      if (raised.has(key)) return;
      raised.add(key);
      store.raiseAttention(customerId, { code, sentence }).catch((thrown: unknown) => {
        raised.delete(key);
        onTrouble(thrown);
      });
    },
    clear(customerId, code) {
      if (!raised.delete(keyOf(customerId, code))) return;
      store.clearAttention(customerId, [code]).catch(onTrouble);
    },
    async refresh() {
      const known = await store.allAttention();
      raised = new Set(known.map(({ customerId, code }) => keyOf(customerId, code)));
    },
  };
}
