import { toFailure } from '../runtime/failure.ts';
import { type Shared } from './share.ts';

/** Notices of changes may be lost; this long a change may then go unseen. */
const REFRESH_MS = 5_000;
const SEAL_MS = 1_000;
/** How late the first use of a credential may be seen. */
const KEEP_USES_MS = 5_000;

/** What goes on beside requests and deliveries: learning of changed platforms, sealing the audit chain, credentials in use. */
export interface Upkeep {
  /** Takes over changed platforms and what needs attention. Never throws: the next round tries again. */
  refresh(): Promise<void>;
  stop(): Promise<void>;
}

export function startUpkeep(
  { store, registry, attention, uses, clock, log, onTrouble }: Shared,
  onWork: () => void,
): Upkeep {
  const tell = (thrown: unknown): void => onTrouble(toFailure(thrown));

  async function refresh(): Promise<void> {
    try {
      await registry.refresh();
      await attention.refresh();
    } catch (thrown) {
      tell(thrown);
    }
  }

  const listener = store.listen(
    (channel) => {
      if (channel === 'deliveries') onWork();
      else void refresh();
    },
    () => log.warn('The connection that listens for changes was lost; connecting again.'),
  );
  const refreshing = setInterval(() => void refresh(), REFRESH_MS);
  const keepUses = (): Promise<void> => uses.flush(clock()).catch(tell);
  const keeping = setInterval(() => void keepUses(), KEEP_USES_MS);
  const sealing = setInterval(() => void store.audit.sealNew().catch(tell), SEAL_MS);
  return {
    refresh,
    async stop() {
      clearInterval(refreshing);
      clearInterval(sealing);
      clearInterval(keeping);
      await keepUses();
      await listener.close();
    },
  };
}
