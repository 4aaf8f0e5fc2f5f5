import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '../../runtime/failure.ts';

/** The connector as its users run it: a process of its own, spoken to over HTTP only. */
export interface ConnectorProcess {
  readonly url: string;
  /** Asks it to end, and waits. */
  stop(): Promise<void>;
}

const ROOT = join(import.meta.dirname, '..', '..', '..');
const READY_WITHIN_MS = 60_000;
const POLL_MS = 50;

/** Starts `src/main.ts` on a free port. Throws `unavailable` CONNECTOR_NOT_READY with the last line that it wrote. */
export async function startConnectorProcess(
  environment: Readonly<Record<string, string>>,
  inherited: NodeJS.ProcessEnv,
): Promise<ConnectorProcess> {
  const port = await freePort();
  const { PATH = '', HOME = '/', TMPDIR = '/tmp' } = inherited;
  const child = spawn(process.execPath, [join(ROOT, 'src', 'main.ts')], {
    cwd: ROOT,
    env: { PATH, HOME, TMPDIR, LOG_LEVEL: 'error', ...environment, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lastLine = watchOutput(child);
  const end = (): void => void child.kill('SIGTERM');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, child, lastLine);
  return { url, stop: () => stop(child) };
}

function watchOutput(child: ChildProcess): () => string {
  let last = '';
  const keep = (chunk: Buffer): void => void (last = chunk.toString('utf8').trim().split('\n').at(-1) ?? last);
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => last;
}

async function untilReady(url: string, child: ChildProcess, lastLine: () => string): Promise<void> {
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  while (Date.now() < giveUpAt && child.exitCode === null) {
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    await delay(POLL_MS);
  }
  throw new Failure('unavailable', 'CONNECTOR_NOT_READY', `The connector did not become ready: ${lastLine()}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
