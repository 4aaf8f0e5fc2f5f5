import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type components } from '../../src/contract/generated/admin.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { somebody, type SignedIn } from '../support/people.ts';
import { queryDatabase } from '../support/query-database.ts';
import { until } from '../support/until.ts';

type Settings = components['schemas']['AlertSettings'];
type Alert = components['schemas']['Alert'];

const SETTINGS = '/api/v1/platforms/9001/alert-settings';
const SECRET = 'a-secret-of-the-webhook-receiver';

let connector: TestConnector;
let mail: MailServer;
let operator: SignedIn;
let admin: SignedIn;
let foreign: SignedIn;

beforeAll(async () => {
  mail = await startMailServer();
  const environment = { SMTP_URL: mail.url, ALERT_FROM: 'alerts@example.com' };
  connector = await startConnector({ platforms: { '9001': {}, '9002': {} }, environment });
  operator = await somebody(connector, 'olga@example.com');
  admin = await somebody(connector, 'ana@example.com', [{ customerId: '9001', role: 'admin' }]);
  foreign = await somebody(connector, 'ben@example.com', [{ customerId: '9002', role: 'admin' }]);
});
afterAll(async () => {
  await connector.close();
  await mail.close();
});

async function settings(): Promise<Settings> {
  const { body } = await connector.admin.get(SETTINGS).expect(200);
  return body as Settings;
}

async function anAlert(customerId: string, cause: string): Promise<string> {
  const [row] = await queryDatabase<{ id: string }>(
    connector.database,
    `INSERT INTO alerts (id, customer_id, cause, sentence, action, path, since, raised_at, seen_at)
      VALUES (gen_random_uuid(), $1, $2, 's', 'a', '/stuck', now(), now(), now()) RETURNING id`,
    [customerId, cause],
  );
  return row?.id ?? '';
}

it('a secret that nears a year of use raises an alert that names it, and not its value', async () => {
  const place = '/caseSystem/secret';
  await queryDatabase(
    connector.database,
    `INSERT INTO secret_ages (customer_id, secret, since) VALUES ('9001', $1, now() - interval '352 days')`,
    [place],
  );
  // As if the minute until the next look had passed.
  await queryDatabase(connector.database, `UPDATE chores SET due_at = now() WHERE name = 'alerts'`);
  const found = async (): Promise<Alert | undefined> => {
    const { body } = await connector.admin.get('/api/v1/alerts?customerId=9001&state=open').expect(200);
    return (body as { items: Alert[] }).items.find(({ cause }) => cause === 'SECRET_EXPIRING');
  };
  await until('there is an alert', async () => (await found()) !== undefined);

  expect((await found())?.sentence).toMatch(
    /in use for a year, or will have been within 14 days: \/caseSystem\/secret \(/,
  );
  await queryDatabase(connector.database, `DELETE FROM secret_ages WHERE secret = $1`, [place]);
  await queryDatabase(connector.database, `DELETE FROM alerts WHERE cause = 'SECRET_EXPIRING'`);
});

describe('the settings of alerts', () => {
  it('are the defaults until somebody changes them, and keep the secret to themselves', async () => {
    const before = await settings();
    expect(before).toMatchObject({ recipients: [], operators: true, webhook: null });

    const webhook = { url: 'https://hooks.example.com/a', secret: SECRET };
    const put = await connector.admin
      .put(SETTINGS, { ...before, recipients: ['Ana@Example.com'], webhook })
      .expect(200);
    expect(put.body).toMatchObject({ recipients: ['ana@example.com'], webhook: { secret: '***' } });

    const shown = await settings();
    await connector.admin.put(SETTINGS, { ...shown, operators: false }).expect(200);
    expect(JSON.stringify(await settings())).not.toContain(SECRET);
    const [row] = await queryDatabase<{ sealed: string }>(
      connector.database,
      `SELECT encode(settings_sealed, 'escape') AS sealed FROM alert_settings WHERE customer_id = '9001'`,
    );
    expect(row?.sealed).not.toContain('ana@example.com');
  });

  it.each<[string, (given: Settings) => object]>([
    ['/webhook/url', (given) => ({ ...given, webhook: { url: 'https://10.0.0.8/a', secret: SECRET } })],
    ['/webhook/secret', (given) => ({ ...given, webhook: { url: 'https://other.example.com/a', secret: '***' } })],
    ['/digest/zone', (given) => ({ ...given, digest: { ...given.digest, zone: 'Mars/Olympus' } })],
    ['/digest/at', (given) => ({ ...given, digest: { ...given.digest, at: '25:00' } })],
    ['/recipients', (given) => ({ ...given, recipients: ['a@example.com\r\nBcc: b@example.com'] })],
    ['/thresholds', (given) => ({ ...given, thresholds: { ...given.thresholds, silentHours: 0 } })],
  ])('are refused with the place of the fault: %s', async (place, change) => {
    const answer = await connector.admin.put(SETTINGS, change(await settings())).expect(400);

    expect(JSON.stringify(answer.body)).toContain(place);
  });

  it('are for the people of the platform, and there are none for a platform that is not there', async () => {
    await foreign.call('get', SETTINGS).expect(404);
    await foreign.call('put', SETTINGS, await settings()).expect(404);
    await foreign.call('post', `${SETTINGS}/test`).expect(404);
    await admin.call('get', SETTINGS).expect(200);
    await connector.admin.get('/api/v1/platforms/777/alert-settings').expect(404);
    await connector.admin.put('/api/v1/platforms/777/alert-settings', await settings()).expect(404);
  });
});

describe('the test button', () => {
  it('sends a mail to everybody who is told, and the list says what became of it', async () => {
    const given = await settings();
    await admin
      .call('put', SETTINGS, { ...given, recipients: ['ana@example.com'], operators: true, webhook: null })
      .expect(200);
    const { body } = await admin.call('post', `${SETTINGS}/test`).expect(202);
    expect(body).toEqual({ messages: 2 });

    await until('both mails came', () => mail.mails.filter(({ text }) => text.includes('a test')).length === 2);
    await until('the list says so', async () => {
      const seen = await admin.call('get', '/api/v1/notices?customerId=9001');
      return (seen.body as { items: { state: string; kind: string }[] }).items
        .filter(({ kind }) => kind === 'test')
        .every(({ state }) => state === 'sent');
    });
    const theirs = await admin.call('get', '/api/v1/notices').expect(200);
    expect(JSON.stringify(theirs.body)).not.toContain('olga@example.com');
    const others = await foreign.call('get', '/api/v1/notices').expect(200);
    expect((others.body as { items: unknown[] }).items).toEqual([]);
    expect(connector.logLines().join('\n')).not.toContain('ana@example.com');
  });
});

describe('alerts', () => {
  it('are seen and acknowledged by the people of their platform, those of the service by operators', async () => {
    const mine = await anAlert('9001', 'EVENTS_SILENT');
    const service = await anAlert('', 'AUDIT_BROKEN');
    const seenBy = async (who: SignedIn): Promise<string[]> => {
      const { body } = await who.call('get', '/api/v1/alerts?state=open').expect(200);
      return (body as { items: Alert[] }).items.map(({ id }) => id).filter((id) => [mine, service].includes(id));
    };
    expect((await seenBy(operator)).sort()).toEqual([mine, service].sort());
    expect(await seenBy(admin)).toEqual([mine]);
    expect(await seenBy(foreign)).toEqual([]);

    await foreign.call('post', `/api/v1/alerts/${mine}/acknowledge`).expect(404);
    await admin.call('post', `/api/v1/alerts/${service}/acknowledge`).expect(404);
    await admin.call('post', `/api/v1/alerts/${mine}/acknowledge`).expect(200);
    const again = await operator.call('post', `/api/v1/alerts/${mine}/acknowledge`).expect(200);

    expect((again.body as Alert).acknowledgedBy).toBe('ana@example.com');
  });

  it('go with their settings when the platform is deleted', async () => {
    await connector.admin.put('/api/v1/platforms/9002/alert-settings', await settings()).expect(200);
    await connector.admin.delete('/api/v1/platforms/9002').expect(204);

    const left = await queryDatabase(connector.database, `SELECT 1 FROM alert_settings WHERE customer_id = '9002'`);
    expect(left).toEqual([]);
  });
});
