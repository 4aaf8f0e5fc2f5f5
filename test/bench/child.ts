import { fork, type ChildProcess, type ForkOptions } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';

/** The methods that a child process offers its parent. Arguments and answers are copied. */
type Methods = Record<string, (argument: never) => unknown>;

type Argument<Method> = Method extends (argument: infer Given) => unknown ? Given : never;
type Answer<Method> = Method extends (argument: never) => infer Given ? Awaited<Given> : never;

interface Question {
  readonly id: number;
  readonly method: string;
  readonly argument: unknown;
}

interface Reply {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

export interface Child<Offered> {
  readonly pid: number;
  call<Name extends keyof Offered & string>(
    method: Name,
    argument: Argument<Offered[Name]>,
  ): Promise<Answer<Offered[Name]>>;
  stop(): Promise<void>;
}

/**
 * Starts `file` of this folder as a process of its own, its output kept in `logFile`. Its methods are asked by message.
 * `nodeOptions` are for Node itself.
 * `Offered` is to be imported with `import type`: any other import would run the child's program here too.
 */
export function startChild<Offered>(
  file: string,
  logFile: string,
  nodeOptions: readonly string[] = [],
): Child<Offered> {
  const options: ForkOptions = {
    serialization: 'advanced',
    execArgv: [...nodeOptions],
    stdio: ['ignore', openSync(logFile, 'a'), 'inherit', 'ipc'],
  };
  const process = fork(join(import.meta.dirname, file), options);
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;
  process.on('message', ({ id, value, error }: Reply) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(value);
    else asked?.reject(new Error(`${file}: ${error}`));
  });
  process.on('exit', () => waiting.forEach(({ reject }) => reject(new Error(`${file} has ended`))));
  return {
    pid: process.pid ?? 0,
    call(method, argument) {
      const asked = Promise.withResolvers<unknown>();
      waiting.set((lastId += 1), asked);
      process.send({ id: lastId, method, argument } satisfies Question);
      return asked.promise as Promise<never>;
    },
    stop: () => stop(process),
  };
}

async function stop(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const ended = once(process, 'exit');
  process.kill();
  await ended;
}

/** The child's side: answers its parent, and ends when the parent does. */
export function serveParent(methods: Methods): void {
  process.on('message', (question: Question) => void answer(methods, question));
  process.on('disconnect', () => process.exit());
}

async function answer(methods: Methods, { id, method, argument }: Question): Promise<void> {
  const reply = await Promise.resolve()
    .then(() => methods[method]?.(argument as never))
    .then((value): Reply => ({ id, value }))
    .catch((error: unknown): Reply => ({ id, error: error instanceof Error ? (error.stack ?? '') : String(error) }));
  process.send?.(reply);
}
