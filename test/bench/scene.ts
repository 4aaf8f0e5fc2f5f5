import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type Platform } from '../../src/platforms/platform.ts';
import { enablePlatform } from '../../src/sandbox/enable-platform.ts';
import { migrate } from '../../src/store/migrate.ts';
import {
  startPrivatePostgres,
  type PrivateConnection,
  type PrivatePostgres,
} from '../../src/store/private-postgres.ts';
import { startChild, type Child } from './child.ts';
import { startConnector, type ConnectorProcess } from './connector-process.ts';
import { type Application, type EventRequests } from './event-requests.ts';
import type { Floor } from './floor-process.ts';
import { type Layer } from './layer-names.ts';
import type { LoadGenerator } from './load-process.ts';
import type { Outside } from './outside-process.ts';

/** Everything that takes part, each in a process of its own, on one private PostgreSQL. */
export interface Scene {
  readonly connector: ConnectorProcess;
  readonly outside: Child<Outside>;
  readonly load: Child<LoadGenerator>;
  readonly setup: Setup;
  /** Ports of the floor and of the layers above it. */
  readonly floor: Readonly<Record<Layer, number>>;
  readonly floorPid: number;
  readonly postgresPid: number;
  /** Of the connector's own database. */
  readonly pool: pg.Pool;
  stop(): Promise<void>;
}

type Setup = Awaited<ReturnType<Outside['setup']>>;

/** A rate that no caller of the benchmark reaches: what is measured is the service, not its limit. */
const NO_LIMIT = '100000';
const DRAIN_WITHIN_MS = 180_000;

/** With all simulated platforms enabled, or only the first ones. */
export async function openScene(command: readonly [string, ...string[]], platforms?: number): Promise<Scene> {
  const dataDir = await mkdtemp(join(tmpdir(), 'connector-bench-'));
  const postgres = await startPrivatePostgres({ dataDir, log: () => undefined });
  try {
    const scene = await openOn(postgres, dataDir, command);
    await putPlatforms(scene, 0, platforms);
    return scene;
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function openOn(
  postgres: PrivatePostgres,
  dataDir: string,
  command: readonly [string, ...string[]],
): Promise<Scene> {
  const log = join(dataDir, 'bench.log');
  // Collecting a large heap would stall the simulated iCIMS, and that is not what is measured.
  const outside = startChild<Outside>('outside-process.ts', log, ['--initial-heap-size=4096']);
  const load = startChild<LoadGenerator>('load-process.ts', log);
  const floor = startChild<Floor>('floor-process.ts', log);
  const setup = await outside.call('setup', undefined);
  const hosts = [setup.icimsUrl, setup.caseSystemUrl].map((url) => new URL(url).host).join(',');
  const environment = { ALLOW_INSECURE_HOSTS: hosts, PLATFORM_EVENTS_PER_SECOND: NO_LIMIT };
  const [node, ...words] = command;
  const watched = [node, `--import=${join(import.meta.dirname, 'note-reads.ts')}`, ...words] as const;
  const connector = await startConnector({ command: watched, dataDir, environment });
  const pool = new pg.Pool({ ...postgres.connection, max: 2 });
  return {
    connector,
    outside,
    load,
    setup,
    floor: await startFloor(floor, pool, { connection: postgres.connection, setup }),
    floorPid: floor.pid,
    postgresPid: Number.parseInt(await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10),
    pool,
    async stop() {
      await Promise.all([outside.stop(), load.stop(), floor.stop()]);
      await pool.end();
      await connector.stop();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
    },
  };
}

/** Stores platform documents, of all or from one place to another: to the connector they are new, and nothing is cached. */
export async function putPlatforms(
  { connector, setup }: Pick<Scene, 'connector' | 'setup'>,
  from = 0,
  to?: number,
): Promise<void> {
  for (const document of setup.documents.slice(from, to)) await enablePlatform(connector.admin, document);
}

/** Requests for these applications to the connector, as iCIMS would send them: Basic, plain, trigger status. */
export function eventsFor(
  { connector, setup }: Pick<Scene, 'connector' | 'setup'>,
  applications: readonly Application[],
  how: Partial<EventRequests> = {},
): EventRequests {
  return {
    port: connector.port,
    path: '/icims/v1/events',
    icimsUrl: setup.icimsUrl,
    applications,
    newStatus: setup.trigger,
    authentication: 'basic',
    gzip: false,
    ...how,
  };
}

/** Waits until nothing is left to deliver. Answers how long that took, in seconds. */
export async function untilDelivered({ pool }: Pick<Scene, 'pool'>): Promise<number> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < DRAIN_WITHIN_MS) {
    const { rowCount } = await pool.query(`SELECT FROM deliveries WHERE run_at < 'infinity' LIMIT 1`);
    if (rowCount === 0) return (performance.now() - startedAt) / 1000;
    await delay(100);
  }
  throw new Error('Deliveries were left over after three minutes');
}

/** The floor keeps its events in a database of its own on the same server. */
async function startFloor(
  floor: Child<Floor>,
  pool: pg.Pool,
  { connection, setup }: { connection: PrivateConnection; setup: Setup },
): Promise<Record<Layer, number>> {
  await pool.query('CREATE DATABASE floor');
  const own = { ...connection, database: 'floor' };
  const floorPool = new pg.Pool(own);
  await migrate(floorPool);
  await floorPool.end();
  const platforms = setup.documents.map((document) => ({ ...document, version: 1 }) as unknown as Platform);
  return floor.call('serve', { connection: own, platforms });
}
