import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createAdminClient, type AdminClient } from '../../src/sandbox/admin-client.ts';

/** The connector as its users run it: a process of its own. */
export interface ConnectorProcess {
  /** Of the process that was started last: node, or npm before it. */
  readonly pid: number;
  readonly port: number;
  readonly admin: AdminClient;
  /** From the start of the process to the first readiness. */
  readonly readyMs: number;
  metrics(): Promise<string>;
  /** Notes when each read leaves for iCIMS, until asked for the notes: milliseconds since 1970 by `customerId/type/id`. */
  noteReads(): void;
  notedReads(): Promise<ReadonlyMap<string, number>>;
  /** SIGKILL, and at once a new process on the same port. Answers when the old one was gone, in milliseconds since 1970. */
  killAndRestart(): Promise<number>;
  /** Asks it to end and waits; fails unless it ends with 0. */
  stop(): Promise<void>;
}

export interface ConnectorOptions {
  readonly command: readonly [string, ...string[]];
  readonly dataDir: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const ROOT = join(import.meta.dirname, '..', '..');
const ADMIN_TOKEN = 'bench-admin-token-of-at-least-32-characters';
const READY_WITHIN_MS = 60_000;

export async function startConnector(options: ConnectorOptions): Promise<ConnectorProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let { process, readyMs } = await launch(options, port);
  return {
    get pid() {
      return process.pid ?? 0;
    },
    port,
    admin: createAdminClient(url, ADMIN_TOKEN),
    get readyMs() {
      return readyMs;
    },
    metrics: async () =>
      (await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${ADMIN_TOKEN}` } })).text(),
    noteReads: () => process.kill('SIGUSR2'),
    async notedReads() {
      process.kill('SIGUSR2');
      const file = readsFile(options);
      while (!existsSync(file)) await delay(50);
      return new Map(JSON.parse(await readFile(file, 'utf8')) as [string, number][]);
    },
    async killAndRestart() {
      const ended = once(process, 'exit');
      tell(process, 'SIGKILL');
      await ended;
      const goneAt = Date.now();
      ({ process, readyMs } = await launch(options, port));
      return goneAt;
    },
    stop: () => stop(process),
  };
}

function readsFile({ dataDir }: ConnectorOptions): string {
  return join(dataDir, 'reads.json');
}

/** Answers once it is ready. */
async function launch(options: ConnectorOptions, port: number): Promise<{ process: ChildProcess; readyMs: number }> {
  const { command, dataDir, environment = {} } = options;
  const log = openSync(join(dataDir, 'connector.log'), 'a');
  const [program, ...words] = command;
  const startedAt = performance.now();
  const process = spawn(program, words, {
    cwd: ROOT,
    env: {
      ...withoutOurs(),
      ...{ PORT: String(port), DATA_DIR: dataDir, ADMIN_TOKEN, READS_FILE: readsFile(options) },
      ...environment,
    },
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  // Detached, so that npm and its child can be told together; so it must not outlive us either.
  const end = (): void => tell(process, 'SIGTERM');
  globalThis.process.once('exit', end);
  process.once('exit', () => globalThis.process.off('exit', end));
  await untilReady(`http://127.0.0.1:${port}`, process, join(dataDir, 'connector.log'));
  return { process, readyMs: performance.now() - startedAt };
}

/** Variables of the caller's own connector must not reach the one that is measured. */
function withoutOurs(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, LANG } = process.env;
  return Object.fromEntries(Object.entries({ PATH, HOME, TMPDIR, LANG }).filter(([, value]) => value !== undefined));
}

async function untilReady(url: string, process: ChildProcess, logFile: string): Promise<void> {
  const giveUpAt = performance.now() + READY_WITHIN_MS;
  while (performance.now() < giveUpAt && process.exitCode === null) {
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    await delay(10);
  }
  throw new Error(`The connector did not become ready:\n${await readFile(logFile, 'utf8')}`);
}

async function stop(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null) throw new Error(`The connector had ended with ${process.exitCode}`);
  const ended = once(process, 'exit') as Promise<[number | null, string | null]>;
  tell(process, 'SIGTERM');
  const [code, signal] = await ended;
  if (code !== 0 && signal !== 'SIGTERM') throw new Error(`The connector ended with ${code ?? signal ?? ''}`);
}

function tell(process: ChildProcess, signal: NodeJS.Signals): void {
  if (process.pid !== undefined) globalThis.process.kill(-process.pid, signal);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
