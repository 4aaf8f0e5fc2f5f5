import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { startPrivatePostgres } from '../../src/store/private-postgres.ts';
import { type Candidate } from '../../src/sandbox/seed/seed-platform.ts';
import { anOfferAccepted } from '../support/an-offer-accepted.ts';
import { type CaseReceiver, startCaseReceiver } from '../support/case-receiver.ts';
import { type ConnectorOptions, startConnector, type TestConnector } from '../support/connector.ts';
import { writeBackEntries } from '../support/write-back-entries.ts';

const run = promisify(execFile);

let parent: string;
let receiver: CaseReceiver;
let connector: TestConnector;
const candidates: Candidate[] = [];

/** As the handbook says: with owners and modes, while nothing runs. */
const copy = (from: string, to: string) => run('cp', ['-a', join(parent, from), join(parent, to)]);
const remove = (...names: string[]) =>
  Promise.all(names.map((name) => rm(join(parent, name), { recursive: true, force: true })));

function starting(dataDir: string, environment: Record<string, string> = {}): ConnectorOptions {
  const own = { DATABASE_URL: '', MASTER_KEY: '', DATA_DIR: join(parent, dataDir) };
  return { environment: { ...own, ...environment }, insecureHosts: [new URL(receiver.url).host] };
}

/** What lies in a backup is old: here by an hour. */
async function age(dataDir: string): Promise<void> {
  const server = await startPrivatePostgres({ dataDir: join(parent, dataDir), log: () => undefined });
  const client = new pg.Client(server.connection);
  await client.connect();
  await client.query(`UPDATE deliveries SET created_at = created_at - interval '1 hour'`);
  await client.end();
  await server.stop();
}

/** Two hires are accepted, the directory is copied, and both are delivered after that. */
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'connector-backup-'));
  receiver = await startCaseReceiver();
  const caseSystem = { type: 'webhook', url: receiver.url, secret: receiver.secret } as const;
  connector = await startConnector({
    ...starting('data', { DELIVERY_CONCURRENCY: '0' }),
    platforms: { '9001': { caseSystem } },
  });
  const ids: string[] = [];
  for (let each = 0; each < 2; each += 1) {
    const candidate = connector.theirs().addCandidate('h1b-new-graduate');
    candidates.push(candidate);
    ids.push(String((await connector.send(anOfferAccepted(connector.theirs(), candidate))).body.reference));
  }
  await connector.stop();
  await age('data');
  await copy('data', 'backup');
  connector = await startConnector({ ...starting('data'), on: connector });
  for (const id of ids) await connector.admin.hireIn('delivered', id);
  await connector.stop();
}, 120_000);

afterAll(async () => {
  await connector.close();
  await receiver.close();
  await rm(parent, { recursive: true, force: true });
});

describe('a copy of the data directory, put back', () => {
  it('without its master key stops the start with a sentence, and opens once the key is there', async () => {
    await remove('data');
    await copy('backup', 'data');
    await remove('data/master.key');

    await expect(startConnector({ ...starting('data'), on: connector })).rejects.toMatchObject({
      code: 'MASTER_KEY_CHANGED',
    });

    await remove('data/master.key');
    await copy('backup/master.key', 'data/master.key');
    const restored = await startConnector({ ...starting('data', { DELIVERY_CONCURRENCY: '0' }), on: connector });
    expect(await restored.admin.hires({ state: 'accepted' })).toHaveLength(2);
    await restored.stop();
  });

  it('delivers again what it does not know to be delivered, and neither case nor entry is doubled', async () => {
    await remove('data');
    await copy('backup', 'data');

    connector = await startConnector({ ...starting('data'), on: connector });
    for (const { id } of await connector.admin.hires()) await connector.admin.hireIn('delivered', id);

    expect(receiver.cases().map(({ state }) => state)).toEqual(['open', 'open']);
    for (const candidate of candidates) expect(writeBackEntries(connector.theirs(), candidate)).toHaveLength(1);
    for (const candidate of candidates)
      expect(await connector.send(anOfferAccepted(connector.theirs(), candidate))).toMatchObject({
        code: 'DUPLICATE_REQUEST',
      });
  });
});
