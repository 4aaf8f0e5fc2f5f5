import { type ChildProcess } from 'node:child_process';
import { open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { removeStaleLock } from './private-postgres-postmaster.ts';
import { type Server } from './private-postgres-server.ts';
import { makeSocketDirectory, PORT, SOCKET_FILE } from './private-postgres-socket.ts';

const MAX_LOG_BYTES = 10_000_000;

/** Durable, reached by the socket only, and no value of a query in the log. */
const SETTINGS = {
  listen_addresses: '',
  port: String(PORT),
  unix_socket_permissions: '0700',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_connections: '100',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_statement: 'none',
  log_checkpoints: 'off',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

/** Starts the server in a session of its own, so that neither Ctrl-C in our terminal nor our death ends it. */
export async function launchPostgres(server: Server, sharedBuffers: string): Promise<ChildProcess> {
  const { account, binaries, data, socketDirectory, logFile } = server;
  await makeSocketDirectory(socketDirectory, account);
  await removeStaleLock(join(data, 'postmaster.pid'), data);
  await removeStaleLock(join(socketDirectory, `${SOCKET_FILE}.lock`), data);
  await putLongLogAside(logFile);
  const quoted = `"${socketDirectory.replaceAll('"', '""')}"`;
  const settings = { ...SETTINGS, unix_socket_directories: quoted, shared_buffers: sharedBuffers };
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = await open(logFile, 'a', 0o600);
  const child = account.start(binaries.postgres, ['-D', data, ...words], log.fd);
  await log.close();
  child.unref();
  return child;
}

async function putLongLogAside(logFile: string): Promise<void> {
  const found = await stat(logFile).catch(() => undefined);
  if (found && found.size > MAX_LOG_BYTES) await rename(logFile, `${logFile}.1`);
}
