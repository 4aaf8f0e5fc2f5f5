import { type Readable, type Writable } from 'node:stream';
import { type OperatorParts } from '../console/admin-parts.ts';
import { type AdminCaller } from '../console/admin-caller.ts';

/** The store and what works on it, opened for one command. */
export interface OpenedConnector extends OperatorParts {
  /** Whether the master key came with the environment; otherwise it is the file in `dataDir`. */
  readonly masterKeyGiven: boolean;
  readonly dataDir: string;
  /** Wraps all data keys with this key, in one transaction with the audit entry. Answers how many. */
  rotateMasterKey(newMasterKey: Buffer, by: { readonly at: Date; readonly actor: string }): Promise<number>;
  /** Writes all data to `out` as they are at one moment, and ends it. */
  backup(out: Writable): Promise<{ readonly tables: number; readonly rows: number }>;
  /** Leaves a private PostgreSQL running if others use it. */
  close(): Promise<void>;
}

/** What commands need around them. */
export interface CommandLine {
  readonly input: Readable;
  /** Only what a command was asked for. */
  readonly output: Writable;
  /** Usage errors, and what stopped a command as one line. */
  readonly problems: Writable;
  readonly caller: AdminCaller;
  /** Throws `Failure` when the environment or the database does not let us. */
  open(): Promise<OpenedConnector>;
  /** Fills an empty database with a backup; `madeAt` is when it was made. */
  restore(input: Readable): Promise<{ readonly madeAt: string; readonly tables: number; readonly rows: number }>;
  /** The value of NEW_MASTER_KEY. */
  readonly newMasterKey: string | undefined;
}

/** Opens the connector for one piece of work and closes it whatever becomes of that. */
export async function withConnector(
  commandLine: CommandLine,
  work: (connector: OpenedConnector) => Promise<void>,
): Promise<void> {
  const connector = await commandLine.open();
  try {
    await work(connector);
  } finally {
    await connector.close();
  }
}
