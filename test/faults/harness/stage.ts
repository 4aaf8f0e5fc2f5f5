import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { platformDocumentFor } from '../../../src/sandbox/platform-document-for.ts';
import { type BadRoad, startBadRoad } from '../../support/bad-road.ts';
import { createWorld, type World } from '../../support/fault-world.ts';
import { type ConnectorProcess } from '../../support/processes.ts';
import { prepareFullDisk } from './make-trouble.ts';
import { scheduleOf, topologies, type Schedule, type Topology } from './schedule.ts';
import { createOwnServer, createPrivateServer, type StageServer } from './stage-server.ts';

/** Where runs take place one after the other: a database, processes, and roads to the systems around them. */
export interface Stage {
  readonly world: World;
  readonly server: StageServer;
  readonly toIcims: BadRoad;
  readonly toCases: BadRoad;
  /** By place; a process that ended is replaced by `restart`. */
  readonly members: ConnectorProcess[];
  readonly topology: Topology;
  /** The place whose process is hit in this run. */
  victimOf(run: number): number;
  scheduleOf(run: number): Schedule;
  /** The file by which the clock of a place's process is put off, in milliseconds. */
  clockFile(place: number): string;
  /** Starts the process of a place again, with the failpoint of the next run in which it is the victim. */
  restart(place: number, after: number): Promise<void>;
  close(): Promise<void>;
}

/** Short, so that a run does not last as long as a lease does in production. */
const LEASE_MS = '2000';
const CLOCK = join(import.meta.dirname, '..', '..', 'support', 'jumping-clock.ts');

/** `chosen` replaces the schedule of a seed. */
export async function openStage(
  topology: Topology,
  seed: number,
  chosen: (run: number, victim: 'main' | 'worker') => Schedule = (run, victim) => scheduleOf(seed + run, victim),
): Promise<Stage> {
  const server = await (topology === 'private' ? createPrivateServer() : createOwnServer());
  const clocks = await mkdtemp(join(tmpdir(), 'connector-clocks-'));
  const clockFile = (place: number): string => join(clocks, String(place));
  const world = await createWorld({ store: server.store });
  const [toIcims, toCases] = await Promise.all([startBadRoad(world.icims.url), startBadRoad(world.receiver.url)]);
  for (const { url } of [toIcims, toCases]) world.allow(url);
  const roles = topologies[topology];
  const members: ConnectorProcess[] = [];
  const victimOf = (run: number): number => run % roles.length;
  const schedule = (run: number): Schedule => chosen(run, roles[victimOf(run)] ?? 'main');
  const start = async (place: number, from: number): Promise<ConnectorProcess> => {
    await writeFile(clockFile(place), '0');
    const { blow } = schedule(nextTurn(place, from, roles.length));
    const environment = {
      DELIVERY_LEASE_MS: LEASE_MS,
      NODE_OPTIONS: `--import ${CLOCK}`,
      CLOCK_FILE: clockFile(place),
      NODE_COMPILE_CACHE: join(tmpdir(), 'connector-compile-cache'),
      ...(blow.kind === 'failpoint' ? { FAILPOINT: `${blow.name}@${blow.passing}` } : {}),
    };
    return roles[place] === 'worker' ? world.startWorker(environment) : world.start(environment);
  };
  members.push(...(await Promise.all(roles.map((_, place) => start(place, 0)))));
  const stage: Stage = {
    ...{ world, server, toIcims, toCases, members, topology, victimOf, scheduleOf: schedule, clockFile },
    async restart(place, after) {
      members[place] = await start(place, after + 1);
    },
    async close() {
      await Promise.all(members.map((member) => member.end('SIGKILL')));
      await Promise.all([toIcims.close(), toCases.close()]);
      await world.close();
      await server.remove();
      await rm(clocks, { recursive: true, force: true });
    },
  };
  await prepareFullDisk(server);
  await serve(stage);
  return stage;
}

/** The first run from `from` on in which the process of this place is the victim. */
function nextTurn(place: number, from: number, places: number): number {
  return from + ((((place - from) % places) + places) % places);
}

async function serve({ world, members, toIcims, toCases }: Stage): Promise<void> {
  const services = members.filter(({ url }) => url !== '');
  const [first] = services;
  if (first === undefined) throw new Error('No service was started');
  const webhook = { type: 'webhook', url: `${toCases.url}/`, secret: world.receiver.secret };
  await world.serve(first, (customerId) => ({
    icims: platformDocumentFor(customerId, { icims: toIcims.url }).icims,
    caseSystem: customerId === '9001' ? { type: 'built-in' } : webhook,
  }));
  await Promise.all(services.map((service) => world.knows(service)));
}
