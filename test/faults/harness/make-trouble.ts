import { writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { chanceFrom } from '../../support/chance.ts';
import { queryDatabase } from '../../support/query-database.ts';
import { endSessions, freezeSessions, takeAllConnections } from '../../support/sessions.ts';
import { type StageServer } from './stage-server.ts';
import { type Stage } from './stage.ts';
import { type Trouble } from './trouble.ts';

type Ended = () => Promise<unknown>;
type DatabaseTrouble = Extract<Trouble, { kind: 'database' }>;

/** Begins the trouble of a run. What it answers waits until it has passed, and ends what lasts until then. */
export function makeTrouble(stage: Stage, trouble: Trouble, { seed, victim }: { seed: number; victim: number }): Ended {
  switch (trouble.kind) {
    case 'none':
      return () => Promise.resolve();
    case 'road':
      return troubleOnRoad(stage, trouble, seed);
    case 'database':
      return passing(trouble, () => troubleOf[trouble.how](stage.server));
    case 'clock':
      return passing(trouble, async () => {
        await writeFile(stage.clockFile(victim), String(trouble.byMs));
        return () => writeFile(stage.clockFile(victim), '0');
      });
  }
}

function troubleOnRoad(stage: Stage, { to, fate, oneOf }: Extract<Trouble, { kind: 'road' }>, seed: number): Ended {
  const road = to === 'icims' ? stage.toIcims : stage.toCases;
  const chance = chanceFrom(seed * 31 + 7);
  road.decide(() => (chance.between(1, oneOf) === 1 ? fate : 'pass'));
  return async () => {
    await Promise.resolve();
    road.decide(() => 'pass');
  };
}

/** Begins after a while, lasts for a while, and is over when what it answers resolves. */
function passing({ afterMs, lastsMs }: { afterMs: number; lastsMs: number }, begin: () => Promise<Ended>): Ended {
  const over = (async () => {
    await delay(afterMs);
    const end = await begin();
    await delay(lastsMs);
    await end();
  })();
  over.catch(() => undefined); // whoever waits for the end hears of it
  return () => over;
}

const troubleOf = {
  async stop(server) {
    await server.stop();
    return () => server.start();
  },
  async 'end-sessions'({ url }) {
    await endSessions(url, 3);
    return () => Promise.resolve();
  },
  async freeze({ url }) {
    const thaw = await freezeSessions(url);
    return async () => {
      await Promise.resolve();
      thaw();
    };
  },
  connections: ({ url }) => takeAllConnections(url),
  async 'disk-full'(server) {
    await queryDatabase(server, 'CREATE TABLE IF NOT EXISTS disk_is_full ()');
    return () => queryDatabase(server, 'DROP TABLE IF EXISTS disk_is_full');
  },
} as const satisfies Record<DatabaseTrouble['how'], (server: StageServer) => Promise<Ended>>;

const TABLES = ['events', 'hires', 'deliveries', 'attempts', 'cases', 'audit'];

/** Nothing can be added to these tables as long as there is a table `disk_is_full` (SQLSTATE 53100). */
export async function prepareFullDisk(server: StageServer): Promise<void> {
  const triggers = TABLES.map(
    (table) => `CREATE TRIGGER full_disk BEFORE INSERT ON ${table} EXECUTE FUNCTION refuse_when_full();`,
  );
  await queryDatabase(
    server,
    `CREATE FUNCTION refuse_when_full() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF to_regclass('disk_is_full') IS NOT NULL THEN RAISE EXCEPTION 'made by a run' USING ERRCODE = '53100'; END IF;
       RETURN NULL;
     END $$;
     ${triggers.join('\n')}`,
  );
}
