import winston from 'winston';
import Transport from 'winston-transport';

/**
 * All that a log line can say. Redaction by construction: there is no key for a name, a body, a header or a URL, and
 * adding one is a decision that shows in a review. `facts` are those of a `Failure`, which never hold personal data.
 */
export interface LogFacts {
  readonly reference?: string;
  readonly customerId?: string;
  readonly hireId?: string;
  readonly caller?: string;
  readonly eventType?: string;
  readonly operation?: string;
  readonly outcome?: string;
  readonly step?: string;
  readonly status?: number;
  readonly code?: string;
  readonly sentence?: string;
  readonly transaction?: string;
  readonly milliseconds?: number;
  readonly count?: number;
  readonly port?: number;
  readonly version?: string;
  readonly facts?: Readonly<Record<string, string | number>>;
  /** Where a defect of ours was thrown: file and line only. */
  readonly stack?: string;
}

export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

/** One JSON line per message on standard output. */
export interface Log {
  error(message: string, facts?: LogFacts): void;
  warn(message: string, facts?: LogFacts): void;
  info(message: string, facts?: LogFacts): void;
  debug(message: string, facts?: LogFacts): void;
}

/** Where a format leaves its line (triple-beam, winston's own symbols). */
const MESSAGE = Symbol.for('message');

/** What JSON leaves as it is and a terminal or viewer obeys: C1 controls, line separators, turns of direction. */
const OBEYED = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

// JSON.stringify escapes line breaks and the other controls, so one message is one line whatever it quotes.
const line = winston.format.printf(({ level, message, ...facts }) =>
  JSON.stringify({ at: new Date().toISOString(), level, message, ...facts }).replace(
    OBEYED,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  ),
);

/**
 * Standard output, written to once a turn of the event loop: a system call for each line costs more than making the line.
 * What the last turn wrote goes out when the process ends; only a killed process loses it.
 */
class Output extends Transport {
  #lines: string[] = [];

  constructor() {
    super();
    process.once('exit', () => this.#flush());
  }

  override log(info: { [MESSAGE]: string }, done: () => void): void {
    if (this.#lines.length === 0) setImmediate(() => this.#flush());
    this.#lines.push(info[MESSAGE], '\n');
    done();
  }

  #flush(): void {
    if (this.#lines.length > 0) process.stdout.write(this.#lines.join(''));
    this.#lines = [];
  }
}

export function createLog(level: LogLevel): Log {
  const logger = winston.createLogger({ level, format: line, transports: [new Output()] });
  const at =
    (lineLevel: LogLevel) =>
    (message: string, facts: LogFacts = {}): void => {
      logger.log({ level: lineLevel, message, ...facts });
    };
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') };
}

/** Where an error was thrown, without its message, which may quote data. */
export function placeOf(error: unknown): string {
  const frames =
    error instanceof Error
      ? (error.stack ?? '').split('\n').filter((frame) => frame.trimStart().startsWith('at '))
      : [];
  return frames
    .slice(0, 3)
    .map((frame) => frame.trim())
    .join(' < ');
}
