import { type ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '../runtime/failure.ts';
import { launchPostgres } from './private-postgres-launch.ts';
import { findPostmaster } from './private-postgres-postmaster.ts';
import { enterServer, type Presence } from './private-postgres-presence.ts';
import { lastLogLines, type Server } from './private-postgres-server.ts';

interface JoinOptions {
  readonly sharedBuffers: string;
  readonly log: (line: string) => void;
  /** Aborted when nobody waits for the server any more. */
  readonly leaving: AbortSignal;
}

/** Crash recovery after a burst may take a while. */
const READY_MS = 60_000;
/** For a moment the backends of a killed server hold its memory, or another process starts it too. */
const RELAUNCH_MS = 10_000;
const RELAUNCH_PAUSE_MS = 200;
const POLL_MS = 20;

/**
 * Enters the server that runs on this data directory, and starts one while there is none. Of two processes that do so
 * at once PostgreSQL's own lock lets one server live, and both enter it.
 *
 * @throws Failure with the last lines of the server's log when it does not become ready.
 */
export async function joinServer(server: Server, options: JoinOptions): Promise<Presence> {
  const giveUpAt = Date.now() + READY_MS;
  const launch = createLauncher(server, options);
  let problem: unknown;
  while (Date.now() < giveUpAt && !options.leaving.aborted) {
    const postmaster = await findPostmaster(server.data);
    if (!postmaster) await launch();
    const presence = postmaster && (await enterServer(postmaster).catch((error: unknown) => void (problem = error)));
    if (presence) return presence;
    await delay(POLL_MS);
  }
  throw await notReady(server, problem);
}

/** Launches the server unless the one launched before still lives; gives up when it keeps dying. */
function createLauncher(server: Server, { sharedBuffers, log }: JoinOptions): () => Promise<void> {
  const giveUpAt = Date.now() + RELAUNCH_MS;
  let child: ChildProcess | undefined;
  return async () => {
    if (child && isAlive(child)) return;
    if (child && Date.now() > giveUpAt) throw await notReady(server, undefined);
    if (child) await delay(RELAUNCH_PAUSE_MS);
    if (await findPostmaster(server.data)) return;
    child = await launchPostgres(server, sharedBuffers);
    log(`Started the private PostgreSQL, process ${child.pid ?? 0}, data in ${server.data}.`);
  };
}

function isAlive(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

async function notReady(server: Server, problem: unknown): Promise<Failure> {
  const code = problem instanceof Error && 'code' in problem ? ` (${String(problem.code)})` : '';
  const message = `The private PostgreSQL does not start${code}. Its log ends:\n${await lastLogLines(server)}`;
  return new Failure('unavailable', 'PRIVATE_POSTGRES', message);
}
