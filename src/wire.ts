import { v7 as uuidv7 } from 'uuid';
import { createApp } from './app.ts';
import { authenticateAdmin } from './auth/admin-token.ts';
import { createCredentialDirectory, type CredentialDirectory } from './auth/credential-directory.ts';
import { createCaseSystems } from './cases/case-systems.ts';
import { startWorker, type Worker } from './delivery/worker.ts';
import { createIcims } from './icims/create-icims.ts';
import { createCallerRate } from './intake/caller-rate.ts';
import { type EventResult } from './intake/event-answer.ts';
import { createInFlight } from './intake/in-flight.ts';
import { createLocationCache } from './intake/location-cache.ts';
import { createAttentionBoard } from './platforms/attention-board.ts';
import { createPlatformRegistry, type PlatformRegistry } from './platforms/platform-registry.ts';
import { type Config } from './runtime/config.ts';
import { Failure, toFailure } from './runtime/failure.ts';
import { createHttp } from './runtime/http.ts';
import { type Log } from './runtime/log.ts';
import { loadMasterKey } from './runtime/master-key.ts';
import { createMetrics } from './runtime/metrics.ts';
import { createObservers } from './observers.ts';
import { openStore, type Store } from './store/open-store.ts';

/** Notices of changes may be lost; this long a change may then go unseen. */
const REFRESH_MS = 5_000;
const SEAL_MS = 1_000;
const POLL_MS = 1_000;
/** Finishing within 15 seconds of SIGTERM leaves some for closing connections. */
const WORKER_GRACE_MS = 10_000;

/** The parts of a running connector that its entry points use. */
export interface Connector {
  readonly store: Store;
  readonly registry: PlatformRegistry;
  /** The HTTP face. `publicUrl` is known only when the port is, so it is asked for when links are made. */
  readonly app: ReturnType<typeof createApp>;
  /** From now on not ready, claims nothing more; resolves when what was under way has ended or was handed back. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

export interface WireOptions {
  readonly config: Config;
  readonly log: Log;
  readonly publicUrl: () => string;
  /** Hold our answers to the contract too; for tests. */
  readonly validateResponses?: boolean;
  readonly clock?: () => Date;
}

/** Joins all folders. Opens the store, learns the platforms, starts the worker. */
export async function wire({
  config,
  log,
  publicUrl,
  validateResponses = false,
  clock = () => new Date(),
}: WireOptions): Promise<Connector> {
  const masterKey = await loadMasterKey({
    masterKey: config.masterKey,
    dataDir: config.dataDir,
    databaseUrlSet: config.databaseUrl !== undefined,
  });
  const onTrouble = (failure: Failure): void => log.warn(failure.message, { code: failure.code, facts: failure.facts });
  const store = await openStore({ ...config, masterKey, onTrouble, log: (line) => log.info(line) });
  const registry = createPlatformRegistry(store.platforms);
  await registry.refresh();
  const attention = createAttentionBoard(store.platforms, (thrown) => onTrouble(toFailure(thrown)));
  const metrics = createMetrics();
  const observe = createObservers({ log, metrics, attention, clock });
  const http = createHttp({ insecureHosts: config.insecureHosts, userAgent: 'icims-immigration-connector' });
  const icims = createIcims({ http, clock, observe: observe.icimsCall, onWarning: observe.icimsWarning });
  const state = { draining: false };

  const worker = startConfiguredWorker();
  const listener = store.listen(
    (channel) => (channel === 'deliveries' ? worker?.wake() : void refresh()),
    () => log.warn('The connection that listens for changes was lost; connecting again.'),
  );
  const timers = [setInterval(() => void refresh(), REFRESH_MS), setInterval(() => void sealAudit(), SEAL_MS)];
  await refresh();

  const app = createApp(partnerParts(), adminParts());
  return { store, registry, app, drain, close };

  async function refresh(): Promise<void> {
    try {
      await registry.refresh();
      await attention.refresh(registry.list().map(({ customerId }) => customerId));
    } catch (thrown) {
      onTrouble(toFailure(thrown));
    }
  }

  async function sealAudit(): Promise<void> {
    await store.audit.sealNew().catch((thrown: unknown) => onTrouble(toFailure(thrown)));
  }

  function startConfiguredWorker(): Worker | undefined {
    if (config.deliveryConcurrency === 0) return undefined;
    return startWorker({
      store: store.deliveries,
      outside: {
        caseSystemOf: createCaseSystems({
          http,
          clock,
          cases: store.cases,
          get publicUrl() {
            return publicUrl();
          },
        }),
        icims,
        hireUrl: (hireId) => `${publicUrl()}/console/hires/${hireId}`,
      },
      platformOf: (customerId) => registry.get(customerId),
      disabledPlatforms: () =>
        registry
          .list()
          .filter(({ enabled }) => !enabled)
          .map(({ customerId }) => customerId),
      clock,
      random: Math.random,
      owner: uuidv7(),
      stepDeadlineMs: 15_000,
      concurrency: config.deliveryConcurrency,
      pollMs: POLL_MS,
      observe: observe.step,
      onTrouble,
    });
  }

  function partnerParts() {
    return {
      store: store.intake,
      icims,
      clock,
      newId: () => uuidv7(),
      validateResponses,
      locations: createLocationCache(),
      platformOf: (customerId: string) => registry.get(customerId),
      deadlineMs: config.screeningDeadlineMs,
      inFlight: createInFlight<EventResult>(),
      onAccepted: () => worker?.wake(),
      observe: observe.event,
      directory: createDirectoryView(registry),
      hmacSkewMs: config.hmacSkewMs,
      rate: createCallerRate(config.platformEventsPerSecond),
      onAnswer: observe.answer,
    };
  }

  function adminParts() {
    return {
      platforms: store.platforms,
      onPlatformsChanged: () => registry.refresh(),
      reading: store.reading,
      control: store.control,
      audit: store.audit,
      icims,
      clock,
      newId: () => uuidv7(),
      validateResponses,
      adminToken: config.adminToken,
      authenticate: (authorization: string | undefined) => authenticateAdmin(authorization, config.adminToken),
      isServed: (customerId: string) => registry.get(customerId),
      metrics: () =>
        observe.scrape(
          store.figures,
          registry
            .list()
            .map((platform) => ({ customerId: platform.customerId, allowance: icims.allowanceOf(platform) })),
        ),
      checkReady: async () => {
        if (state.draining) throw new Failure('unavailable', 'SHUTTING_DOWN', 'This process is shutting down.');
        await store.ping();
      },
      onFailure: observe.adminFailure,
    };
  }

  async function drain(): Promise<void> {
    state.draining = true;
    await worker?.stop(WORKER_GRACE_MS);
  }

  async function close(): Promise<void> {
    for (const timer of timers) clearInterval(timer);
    await listener.close();
    await store.close();
  }
}

/** The credentials of all platforms, indexed anew when any platform changed. */
function createDirectoryView(registry: PlatformRegistry): () => CredentialDirectory {
  let list = registry.list();
  let directory = createCredentialDirectory(list);
  return () => {
    if (registry.list() !== list) {
      list = registry.list();
      directory = createCredentialDirectory(list);
    }
    return directory;
  };
}
