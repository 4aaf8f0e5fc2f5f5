import { Failure } from './failure.ts';

const NEEDED_NODE = 24;

/** What an entry point starts: something that can be stopped. */
interface Running {
  stop(): Promise<void>;
}

/**
 * Runs an entry point: checks Node, starts, and stops on SIGTERM or SIGINT with exit code 0. Whatever stops the start
 * is one line on standard error and exit code 1.
 */
export async function run(start: () => Promise<Running>): Promise<void> {
  try {
    requireNode(process.version);
    const running = await start();
    let stopping = false;
    const stop = (): void => {
      if (stopping) return;
      stopping = true;
      running.stop().catch(fail);
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

function fail(error: unknown): void {
  const line = error instanceof Failure ? error.message : systemLine(error);
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
  // Whatever is still open must not keep a failed process alive; the line above is flushed first.
  process.stderr.write('', () => process.exit(1));
}

function systemLine(error: unknown): string {
  const { code, port, address } = error as { code?: string; port?: number; address?: string };
  if (code === 'EADDRINUSE') return `${address ?? 'The address'}:${port ?? ''} is in use: set PORT to another one.`;
  return error instanceof Error ? `The start failed: ${error.message}` : 'The start failed.';
}
