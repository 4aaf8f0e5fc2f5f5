import { Failure } from './failure.ts';

const NEEDED_NODE = 24;
/** Well before whoever told us to stop loses patience, which is promised to be no earlier than after 15 seconds. */
const STOP_WITHIN_MS = 13_500;

/**
 * Small buffers are slices of a larger one. Node's 64 KiB are in use for so long that they leave V8's young generation, and
 * then all that was ever sliced off, 20 kB a hire, waits for a collection of the whole heap; 8 KiB die young.
 */
const BUFFER_POOL_BYTES = 8 * 1024;

/** What an entry point starts: something that can be stopped. */
interface Running {
  stop(): Promise<void>;
}

/**
 * Runs an entry point: checks Node and settles its buffers, starts, and stops on SIGTERM or SIGINT with exit code 0. Whatever
 * stops the start is one line on standard error and exit code 1, and so is a stop that takes too long.
 */
export async function run(start: () => Promise<Running>): Promise<void> {
  try {
    requireNode(process.version);
    Buffer.poolSize = BUFFER_POOL_BYTES;
    const running = await start();
    let stopping = false;
    const stop = (): void => {
      if (stopping) return;
      stopping = true;
      setTimeout(() => fail(tooSlow), STOP_WITHIN_MS).unref();
      // A call to another system that is still under way must not keep the process alive.
      running.stop().then(() => exit(process.stdout, 0), fail);
    };
    process.once('SIGTERM', stop).once('SIGINT', stop);
  } catch (error) {
    fail(error);
  }
}

function requireNode(version: string): void {
  const major = Number(/^v(\d+)/.exec(version)?.[1]);
  if (major >= NEEDED_NODE) return;
  throw new Failure(
    'rejected',
    'CONFIGURATION',
    `Node ${NEEDED_NODE} or newer is needed, this is ${version}: start with \`npm start\`, which brings its own.`,
  );
}

const tooSlow = new Failure('unavailable', 'STOP', `Not everything could be closed in ${STOP_WITHIN_MS} ms.`);

function fail(error: unknown): void {
  const line = error instanceof Failure ? error.message : systemLine(error);
  process.stderr.write(`${line}\n`);
  exit(process.stderr, 1);
}

/** Ends the process, whatever is still open, once the stream has passed on what was written to it. */
function exit(stream: NodeJS.WriteStream, code: number): void {
  process.exitCode = code;
  stream.write('', () => process.exit(code));
}

function systemLine(error: unknown): string {
  const { code = '', port, address } = error as { code?: string; port?: number; address?: string };
  const wish = listenWishes[code];
  if (wish !== undefined) return `${address ?? 'The address'}:${port ?? ''} ${wish}`;
  return error instanceof Error ? `The start failed: ${error.message}` : 'The start failed.';
}

/** What stops a server from listening. Every other way out has words of its own. */
const listenWishes: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use: set PORT to another one.',
  EACCES: 'may not be taken by this user: set PORT to one above 1023.',
  EADDRNOTAVAIL: 'is no address of this machine: set HOST to one.',
  ENOTFOUND: 'cannot be found: set HOST to a name or address of this machine.',
};
