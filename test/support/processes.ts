import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { eventually } from './eventually.ts';

/** A process of the connector, as an operator would start it. */
export interface ConnectorProcess {
  readonly pid: number;
  /** `http://127.0.0.1:port`; empty for a worker. */
  readonly url: string;
  /** Everything it has written so far. */
  output(): string;
  signal(signal: NodeJS.Signals): void;
  /** Resolves when it has ended, by whatever. */
  readonly ended: Promise<unknown>;
  /** Sends the signal and waits for the end. Answers the exit code, null when the signal ended it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/** What a process that ended by itself left. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

type Entry = 'main' | 'worker';
type Environment = Readonly<Record<string, string>>;

const ROOT = join(import.meta.dirname, '..', '..');
const NODE = join(ROOT, 'node_modules', '.bin', 'node');
const READY_WITHIN_MS = 25_000;

const running = new Set<ChildProcess>();

/** Starts the service or a worker on exactly this environment and waits until it says that it is ready. */
export async function startProcess(entry: Entry, environment: Environment): Promise<ConnectorProcess> {
  const { child, stdout, stderr } = launch(entry, environment);
  await eventually(`${entry} is ready`, READY_WITHIN_MS, () => {
    if (hasEnded(child)) throw new Error(`${entry} ended with ${String(child.exitCode)}: ${stderr()}${stdout()}`);
    return readyLine(stdout()) !== undefined;
  });
  const { port } = readyLine(stdout()) ?? {};
  child.once('close', () => {
    if (!child.killed && child.signalCode === null) process.stderr.write(`${entry} has crashed:\n${stderr()}\n`);
  });
  return {
    pid: child.pid ?? 0,
    url: port === undefined ? '' : `http://127.0.0.1:${port}`,
    output: () => stdout() + stderr(),
    signal: (signal) => void child.kill(signal),
    ended: hasEnded(child) ? Promise.resolve() : once(child, 'close'),
    end: (signal) => endOf(child, signal),
  };
}

/** Starts the service or a worker and waits until it ends by itself. */
export async function runToEnd(entry: Entry, environment: Environment): Promise<Ended> {
  const startedAt = performance.now();
  const { child, stdout, stderr } = launch(entry, environment);
  if (!hasEnded(child)) await once(child, 'close');
  return { code: child.exitCode, stdout: stdout(), stderr: stderr(), ms: performance.now() - startedAt };
}

/** Ends what a test left running. */
export async function endProcesses(): Promise<void> {
  await Promise.all([...running].map((child) => endOf(child, 'SIGKILL')));
}

function launch(entry: Entry, environment: Environment) {
  const child = spawn(NODE, [`src/${entry}.ts`], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  return { child, stdout: collect(child.stdout), stderr: collect(child.stderr) };
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: string[] = [];
  stream.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  return () => chunks.join('');
}

function readyLine(stdout: string): { port?: number } | undefined {
  const line = stdout.split('\n').find((each) => /"message":"(Ready|Delivering)\."/.test(each));
  return line === undefined ? undefined : (JSON.parse(line) as { port?: number });
}

async function endOf(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (hasEnded(child)) return child.exitCode;
  const closed = once(child, 'close');
  child.kill(signal);
  await closed;
  return child.exitCode;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
