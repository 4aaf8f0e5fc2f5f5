import type pg from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import { type Options } from './options.ts';
import { eventsFor, openScene, untilDelivered, type Scene } from './scene.ts';
import { storeCompanions } from './store-companions.ts';
import { storeHires } from './store-hires.ts';

/** A running connector of many hires. */
export interface FullStore {
  readonly scene: Scene;
  /** The platform whose newest hires came through the connector, all of one person's name. */
  readonly customerId: string;
  readonly person: { readonly givenName: string; readonly familyName: string };
}

const REAL_HIRES = 60;
const QUIET_LOOKS = 20;

/** Starts a connector, brings a page of real hires through it, and stores the rest. The caller stops the scene. */
export async function openFullStore({ command, listed, say }: Options): Promise<FullStore> {
  const scene = await openScene(command);
  try {
    const [customerId = ''] = scene.setup.documents.map((document) => document.customerId);
    say(`storing ${listed} hires with their events, cases and audit entries`);
    await storeHires(scene.pool, 0, listed);
    await storeCompanions(scene.pool, { customerId, tokens: await acceptHires(scene) });
    await untilQuiet(scene.pool);
    return { scene, customerId, person: { givenName: 'Anaya', familyName: 'Vantalore' } };
  } catch (error) {
    await scene.stop();
    throw error;
  }
}

/** On the first platform. Answers the marks of the words of their name. */
async function acceptHires(scene: Scene): Promise<readonly Buffer[]> {
  const situations = ['h1b-new-graduate'] as const;
  const wanted = { count: REAL_HIRES, situations, platforms: 1 };
  const requests = eventsFor(scene, await scene.outside.call('addApplications', wanted));
  await scene.load.call('closed', { requests, connections: 4, seconds: 60, again: false });
  await untilDelivered(scene);
  const { rows } = await scene.pool.query<{ token: Buffer }>('SELECT DISTINCT token FROM hire_names');
  return rows.map(({ token }) => token);
}

/** Until the connector's own work on what is new to it, such as its figures of health, is done. */
async function untilQuiet(pool: pg.Pool): Promise<void> {
  for (let quiet = 0; quiet < QUIET_LOOKS; quiet += 1) {
    await delay(250);
    const { rowCount } = await pool.query(
      `SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND state <> 'idle' AND pid <> pg_backend_pid()`,
    );
    if (rowCount !== 0) quiet = -1;
  }
}
