import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** What processes tell each other through the database. A notice may be lost: whoever listens also looks now and then. */
export type Channel = 'deliveries' | 'platforms';

export interface Listener {
  close(): Promise<void>;
}

const RECONNECT_MS = 500;

/** Calls `onNotice` for every notice, and for both channels after each (re)connection, since some may have been missed. */
export function listen(
  connection: pg.ClientConfig,
  onNotice: (channel: Channel) => void,
  onTrouble: () => void,
): Listener {
  let closed = false;
  let client: pg.Client | undefined;

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ ...connection, keepAlive: true, application_name: 'immigration-connector listener' });
    // A server that goes down says so and then hangs up: two errors of one connection.
    const gone = new Promise<void>((resolve) => fresh.once('end', resolve).on('error', () => resolve()));
    fresh.on('notification', ({ channel }) => onNotice(channel as Channel));
    await fresh.connect();
    client = fresh;
    await fresh.query('LISTEN deliveries; LISTEN platforms');
    onNotice('platforms');
    onNotice('deliveries');
    await gone;
  }

  async function stayConnected(): Promise<void> {
    while (!closed) {
      await connect().catch(() => undefined);
      if (!isClosed()) {
        onTrouble();
        await delay(RECONNECT_MS, undefined, { ref: false });
      }
    }
  }
  const isClosed = (): boolean => closed;

  void stayConnected();
  return {
    async close() {
      closed = true;
      await client?.end().catch(() => undefined);
    },
  };
}
