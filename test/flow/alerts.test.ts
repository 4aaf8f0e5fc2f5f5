import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { createMailer } from '../../src/alerts/create-mailer.ts';
import { createWebhookChannel } from '../../src/alerts/create-webhook-channel.ts';
import { defaultSettings, type AlertSettings } from '../../src/alerts/alert-settings.ts';
import { sendDigests } from '../../src/alerts/send-digests.ts';
import { sendNotices } from '../../src/alerts/send-notices.ts';
import { type KnownSituation, watch } from '../../src/alerts/watch.ts';
import { createIds } from '../../src/runtime/create-ids.ts';
import { createHttp } from '../../src/runtime/http.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type LocalServer, startLocalServer } from '../support/local-server.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { queryDatabase } from '../support/query-database.ts';

const SECRET = 'a-secret-of-the-webhook-receiver';
const ANA = 'ana@example.com';
const BEN = 'ben@example.com';
const going = new AbortController().signal;

let database: TestDatabase;
let store: Store;
let mail: MailServer;
let receiver: LocalServer;
let hooks: { headers: Record<string, string>; body: string }[] = [];
let hookStatus = 204;
let now: Date;
let known: KnownSituation;
const troubles: string[] = [];

beforeAll(async () => {
  mail = await startMailServer();
  receiver = await startLocalServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      hooks.push({ headers: request.headers as Record<string, string>, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(hookStatus).end();
    });
  });
});
afterAll(async () => {
  await mail.close();
  await receiver.close();
});

beforeEach(async () => {
  database = await createTestDatabase();
  store = await openStore({
    ...{ databaseUrl: database.url, dataDir: '/nowhere', masterKey: Buffer.alloc(32, 'key') },
    ...{ onTrouble: ({ message }) => troubles.push(message), log: () => undefined },
  });
  mail.mails.length = 0;
  mail.accept(ANA);
  hooks = [];
  hookStatus = 204;
  now = new Date();
  known = {
    ...{ customerId: '9001', attention: [], allowance: { limit: 100, remaining: 90 }, rotating: false },
    expiring: [],
  };
});
afterEach(async () => {
  await store.close();
  await database.drop();
});

const clock = (): Date => now;
const watching = () => ({
  ...{ store: store.alerts, knownSituations: () => Promise.resolve([known]), mail: true },
  ...{ newId: createIds(Date.now), clock, publicUrl: 'https://connector.example.com' },
});
const look = (): Promise<void> => watch(watching(), going);
const digest = (): Promise<void> => sendDigests(watching(), going);
const http = (insecure: boolean) =>
  createHttp({ insecureHosts: new Set(insecure ? [receiver.host] : []), userAgent: 'test' });
const send = ({ guarded = false } = {}): Promise<void> =>
  sendNotices(
    {
      store: store.alerts,
      channels: {
        email: createMailer({ smtpUrl: mail.url, from: 'alerts@example.com' }),
        webhook: createWebhookChannel({ http: http(!guarded), clock }),
      },
      clock,
      onTrouble: ({ message }) => void troubles.push(message),
    },
    going,
  );
const settle = (settings: Partial<AlertSettings>): Promise<void> =>
  store.alerts.keepAlertSettings('9001', { ...defaultSettings, ...settings }, { at: now, actor: 'test' });
const goWrong = (): void => void (known = { ...known, attention: [{ code: 'ICIMS_ACCESS', since: now }] });
const mend = (): void => void (known = { ...known, attention: [] });
const later = (minutes: number): void => void (now = new Date(now.getTime() + minutes * 60_000));
const states = (): Promise<{ state: string; code: string | null; attempts: number }[]> =>
  queryDatabase(database, 'SELECT state, code, attempts FROM notices ORDER BY made_at, key');
const subjects = (): string[] =>
  mail.mails.map(({ text }) => /^Subject: (.*(?:\r\n .*)*)/m.exec(text)?.[1]?.replace(/\r\n /g, ' ') ?? '');

describe('an alert', () => {
  it('is told once when it is raised and once when it is resolved, however often one looks', async () => {
    await settle({ recipients: [ANA, BEN] });
    goWrong();
    await look();
    await look();
    await look();
    await send();
    await send();
    expect(mail.mails.map(({ to }) => to[0]).sort()).toEqual([ANA, BEN]);

    later(1);
    await look();
    mend();
    later(4);
    await look();
    expect(await store.alerts.openAlerts()).toHaveLength(1);
    later(2);
    await look();
    await look();
    await send();

    expect(await store.alerts.openAlerts()).toHaveLength(0);
    expect(subjects().filter((subject) => subject.endsWith('is over'))).toHaveLength(2);
    expect(mail.mails).toHaveLength(4);
  });

  it('is raised by one of two replicas that look at the same moment', async () => {
    await settle({ recipients: [ANA] });
    goWrong();

    await Promise.all([look(), look(), look()]);
    await Promise.all([send(), send(), send()]);

    expect(mail.mails).toHaveLength(1);
  });

  it('says in its mail what is wrong, who must do what, and where to look', async () => {
    await settle({ recipients: [ANA] });
    goWrong();
    await look();
    await send();

    const text = mail.mails[0]?.text.replace(/=\r\n/g, '') ?? '';
    expect(text).toContain('platform 9001: ICIMS_ACCESS');
    expect(text).toContain('needs attention: ICIMS_ACCESS');
    expect(text).toContain('An admin of the platform renews');
    expect(text).toContain('https://connector.example.com/console/platforms');
    expect(text).toMatch(/Auto-Submitted: auto-generated/);
  });

  it('reaches the webhook signed, and under the same id and body when it is sent again', async () => {
    await settle({ webhook: { url: `${receiver.url}/hook`, secret: SECRET } });
    hookStatus = 503;
    goWrong();
    await look();
    await send();
    hookStatus = 204;
    await queryDatabase(database, 'UPDATE notices SET run_at = now()');
    await send();

    const [first, second] = hooks;
    const verified = hooks.map(({ body, headers }) => new Webhook(SECRET, { format: 'raw' }).verify(body, headers));
    expect(verified).toHaveLength(2);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.body).toBe(first?.body);
    expect(JSON.parse(first?.body ?? '')).toMatchObject({
      type: 'alert.raised',
      data: { customerId: '9001', cause: 'ICIMS_ACCESS' },
    });
    expect(await states()).toEqual([{ state: 'sent', code: null, attempts: 2 }]);
  });

  it('never calls a webhook on a private address, and shows the message as failed', async () => {
    await settle({ webhook: { url: `https://${receiver.host}/hook`, secret: SECRET } });
    goWrong();
    await look();
    await send({ guarded: true });

    expect(hooks).toEqual([]);
    expect(await states()).toEqual([{ state: 'failed', code: 'ADDRESS_NOT_ALLOWED', attempts: 1 }]);
  });

  it('is kept for the next attempt when the mail server fails, and given up when it refuses for good', async () => {
    await settle({ recipients: [ANA] });
    mail.refuse(ANA, 451);
    goWrong();
    await look();
    await send();
    await send();
    expect(await states()).toEqual([{ state: 'pending', code: 'MAIL_UNAVAILABLE', attempts: 1 }]);

    mail.refuse(ANA, 550);
    await queryDatabase(database, 'UPDATE notices SET run_at = now()');
    await send();

    expect(await states()).toEqual([{ state: 'failed', code: 'MAIL_REFUSED', attempts: 2 }]);
    expect(troubles.join()).not.toContain(ANA);
  });

  it('is resolved without a word when its platform is served no longer', async () => {
    await settle({ recipients: [ANA] });
    goWrong();
    await look();
    await watch({ ...watching(), knownSituations: () => Promise.resolve([]) }, going);

    expect(await store.alerts.openAlerts()).toEqual([]);
    expect(await states()).toHaveLength(1);
  });

  it('is raised for hires that iCIMS shows and no event told of', async () => {
    await queryDatabase(
      database,
      `INSERT INTO reconciled_workflows (customer_id, workflow_id, first_seen_at, last_seen_at, fired)
        VALUES ('9001', '40212', now(), now(), false), ('9002', '40213', now(), now(), false)`,
    );
    await look();
    const [alert] = await store.alerts.openAlerts();
    expect(alert).toMatchObject({ cause: 'HIRES_MISSED', sentence: expect.stringContaining('shows a hire') });
  });

  it('is raised when no event comes at a time at which events came in both weeks before', async () => {
    const ids = [7, 14].map((days) => createIds(() => now.getTime() - days * 86_400_000 - 3_600_000)());
    for (const id of ids)
      await queryDatabase(
        database,
        `INSERT INTO events (id, customer_id, event_type, outcome, received_at) VALUES ($1, '9001', 'x', 'ignored', now())`,
        [id],
      );
    await look();
    expect((await store.alerts.openAlerts()).map(({ cause }) => cause)).toEqual(['EVENTS_SILENT']);
  });
});

describe('the daily digest', () => {
  const eight = new Date('2026-11-24T08:00:00Z');

  it('goes out once a day, also after a restart, and says that nothing happened', async () => {
    await settle({ recipients: [ANA] });
    now = new Date('2026-11-24T07:59:00Z');
    await digest();
    expect(await states()).toEqual([]);

    now = eight;
    await Promise.all([digest(), digest()]);
    await digest();
    await send();
    expect(mail.mails).toHaveLength(1);
    expect(mail.mails[0]?.text).toContain('Nothing happened: no event came.');

    later(24 * 60);
    await digest();
    await send();
    expect(mail.mails).toHaveLength(2);
  });

  it('counts what came on this platform, and on no other', async () => {
    await settle({ recipients: [ANA] });
    now = eight;
    const newId = createIds(() => now.getTime() - 3_600_000);
    for (const [customerId, outcome, code] of [
      ['9001', 'accepted', null],
      ['9001', 'refused', 'MISSING_FIELDS'],
      ['9002', 'refused', 'UNKNOWN_PACKAGE'],
    ])
      await queryDatabase(
        database,
        `INSERT INTO events (id, customer_id, event_type, outcome, code, received_at) VALUES ($1, $2, 'x', $3, $4, now())`,
        [newId(), customerId, outcome, code],
      );

    await digest();
    await send();

    expect(mail.mails[0]?.text).toContain('1 accepted, 1 refused (MISSING_FIELDS 1), 0 failed');
    expect(mail.mails[0]?.text).not.toContain('UNKNOWN_PACKAGE');
  });
});
