// Loaded into the connector ahead of its own code: between two SIGUSR2 it notes when each read leaves for iCIMS, and then
// writes the notes to the file that READS_FILE names. At all other times it does nothing.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { renameSync, writeFileSync } from 'node:fs';

/** undici tells of a request when it hands its head to the socket. */
const CHANNEL = 'undici:client:sendHeaders';

/** By `customerId/type/id`, in milliseconds since 1970. */
let leftAt: Map<string, number> | undefined;

process.on('SIGUSR2', () => {
  if (leftAt === undefined) begin();
  else end(leftAt);
});

function begin(): void {
  leftAt = new Map();
  subscribe(CHANNEL, note);
}

function end(notes: ReadonlyMap<string, number>): void {
  unsubscribe(CHANNEL, note);
  leftAt = undefined;
  const file = process.env['READS_FILE'] ?? '';
  writeFileSync(`${file}.new`, JSON.stringify([...notes]));
  renameSync(`${file}.new`, file);
}

function note(message: unknown): void {
  const { request } = message as { request: { method: string; path: string } };
  const profile = /^\/customers\/([^?]+)/.exec(request.path)?.[1];
  if (request.method !== 'GET' || profile === undefined || leftAt?.has(profile) !== false) return;
  leftAt.set(profile, performance.timeOrigin + performance.now());
}
