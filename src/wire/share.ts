import { createIcims } from '../icims/create-icims.ts';
import { createAttentionBoard } from '../platforms/attention-board.ts';
import { createCredentialUses } from '../platforms/credential-uses.ts';
import { createPlatformRegistry } from '../platforms/platform-registry.ts';
import { createCallNotes } from '../runtime/call-notes.ts';
import { type Config } from '../runtime/config.ts';
import { toFailure, type Failure } from '../runtime/failure.ts';
import { createHttp } from '../runtime/http.ts';
import { type Log } from '../runtime/log.ts';
import { createMetrics } from '../runtime/metrics.ts';
import { createUnderWay } from '../runtime/under-way.ts';
import { createObservers } from './observers.ts';
import { openConfiguredStore } from './open-configured-store.ts';
import { withFailpoints } from './with-failpoints.ts';

export interface WireOptions {
  readonly config: Config;
  readonly log: Log;
  /** Base of links that leave the system, without a trailing slash. */
  readonly publicUrl: string;
  /** Hold our answers to the contract too; for tests. */
  readonly validateResponses?: boolean;
  readonly clock?: () => Date;
  /** Told the link for the first operator: it is a secret, so it goes to the terminal and not into the log. */
  readonly announce?: (line: string) => void;
}

/** Everything that the parts of a connector share. */
export type Shared = Awaited<ReturnType<typeof share>>;

/** Opens the store and makes, once for the process, what several parts use. */
export async function share({
  config,
  log,
  publicUrl,
  validateResponses = false,
  clock = () => new Date(),
}: WireOptions) {
  const onTrouble = ({ message, code, facts }: Failure): void => log.warn(message, { code, facts });
  const store = await openConfiguredStore(config, { onTrouble, log: (line) => log.info(line) });
  const registry = createPlatformRegistry(store.platforms);
  const attention = createAttentionBoard(store.platforms, (thrown) => onTrouble(toFailure(thrown)));
  const observe = createObservers({ log, metrics: createMetrics(), attention, clock });
  const { http, watch: watchCalls } = createCallNotes(
    createHttp({ insecureHosts: config.insecureHosts, userAgent: 'icims-immigration-connector' }),
  );
  const icims = createIcims({ http, clock, observe: observe.icimsCall, onWarning: observe.icimsWarning });
  return {
    config,
    log,
    publicUrl,
    validateResponses,
    clock,
    onTrouble,
    ...withFailpoints({ store, icims }, config.failpoint),
    registry,
    attention,
    observe,
    http,
    watchCalls,
    commits: createUnderWay(),
    uses: createCredentialUses(store.credentialUses),
  };
}
