import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { administer } from './database.ts';

const OF_CLIENTS = "FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";

/** Ends all sessions of a server so many times, a moment apart. */
export async function endSessions(url: string, times: number): Promise<void> {
  for (let round = 0; round < times; round += 1) {
    await administer(url, (client) => client.query(`SELECT pg_terminate_backend(pid) ${OF_CLIENTS}`));
    await delay(20);
  }
}

/**
 * Freezes the sessions of a server of this machine: connections stay open and nobody answers. The postmaster still takes
 * new ones. Answers what lets them go on.
 */
export async function freezeSessions(url: string): Promise<() => void> {
  const pids: number[] = [];
  await administer(url, async (client) => {
    const { rows } = await client.query<{ pid: number }>(`SELECT pid ${OF_CLIENTS}`);
    pids.push(...rows.map(({ pid }) => pid));
  });
  for (const pid of pids) signal(pid, 'SIGSTOP');
  return () => {
    for (const pid of pids.splice(0)) signal(pid, 'SIGCONT');
  };
}

/** Takes every connection that the server still has, and answers what gives them back. */
export async function takeAllConnections(url: string): Promise<() => Promise<unknown>> {
  const taken: pg.Client[] = [];
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      taken.push(client);
    } catch {
      return () => Promise.allSettled(taken.map((each) => each.end()));
    }
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended meanwhile.
  }
}
