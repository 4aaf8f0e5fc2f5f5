import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { type Locator, type Page } from 'playwright-core';
import { startService, type Service } from '../../src/wire/service.ts';
import { readConfig } from '../../src/runtime/config.ts';
import { anOfferAccepted } from '../support/an-offer-accepted.ts';
import { captureLog } from '../support/capture-log.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { queryDatabase } from '../support/query-database.ts';
import { codeOf, PASSWORD } from '../support/people.ts';
import { openConsole, type ConsoleBrowser } from '../support/console-browser.ts';
import { inSteps } from '../support/steps.ts';
import { until } from '../support/until.ts';

const EMAIL = 'olga@example.com';

let connector: TestConnector;
let service: Service;
let browser: ConsoleBrowser;
let page: Page;
let url: string;
let link = '';
let totpUri = '';

beforeAll(async () => {
  connector = await startConnector({ platforms: { '9001': {}, '9002': {} } });
  // A second replica on the same database, started as the program is: it prints the link for the first operator.
  service = await startService(
    readConfig({
      ...{
        PORT: '0',
        DATABASE_URL: connector.database.url,
        MASTER_KEY: Buffer.alloc(32, 'master-key-of-a-test').toString('base64'),
      },
      ...{ ALLOW_INSECURE_HOSTS: new URL(connector.icims.url).host, DELIVERY_CONCURRENCY: '0' },
    }),
    captureLog(),
    { validateResponses: true, announce: (line) => (link = /http\S+/.exec(line)?.[0] ?? '') },
  );
  url = service.publicUrl;
  browser = await openConsole(url, { expected: /status of 40[13]/, patienceMs: 6_000 });
  ({ page } = browser);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await service.stop();
  await connector.close();
});

const heading = (name: string | RegExp) => browser.heading(name);
const judge = (name: string) => browser.judge(name);

/** The head of a table is a row too. */
const expectCount = (rows: Locator, count: number) =>
  until(`there are ${count} rows`, async () => (await rows.count()) === count);

async function hire(): Promise<string> {
  const theirs = connector.theirs('9001');
  const answer = await connector.send(anOfferAccepted(theirs, theirs.addCandidate('h1b-new-graduate')));
  return answer.body.reference ?? '';
}

const step = inSteps(120_000);

const others = {
  Health: 'health',
  'Missed hires': 'missed',
  Alerts: 'alerts',
  Events: 'events',
  Platforms: 'platforms',
  Erasures: 'erasures',
  People: 'people',
  'API keys': 'api-keys',
  'Audit log': 'audit',
};

describe('from the first start to a case', () => {
  step('the printed link makes the first operator', async () => {
    await page.goto(link);
    await heading('Create your account').waitFor();
    await judge('invitation');
    const secret = await page.locator('pre').first().innerText();
    totpUri = `otpauth://totp/x?secret=${secret.trim()}`;
    await page.getByLabel('E-mail address').fill(EMAIL);
    await page.getByLabel('Name').fill('Olga Invented');
    await page.locator('input[type="password"]').fill(PASSWORD);
    await page.getByLabel('Code that the app shows').fill(codeOf(totpUri));
    await page.getByRole('button', { name: 'Create account' }).click();

    await heading('Keep these recovery codes').waitFor();
    await judge('recovery-codes');
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await heading('Hires').waitFor();
    await page.getByText('No hire here').waitFor();
    await judge('hires-empty');
  });

  step('signs out, and in again with the second factor', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await heading('Sign in').waitFor();
    await judge('sign-in');
    await page.getByLabel('E-mail address').fill(EMAIL);
    await page.locator('input[type="password"]').fill('not the password');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('is not right').waitFor();
    await page.locator('input[type="password"]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await heading('Second factor').waitFor();
    await page.getByLabel(/Code of the authenticator/).fill(codeOf(totpUri));
    await page.keyboard.press('Enter');
    await heading('Hires').waitFor();
  });

  step('shows a hire that went through, with masked data that is revealed one by one', async () => {
    const id = await hire();
    await connector.admin.hireIn('delivered', id);
    await page.goto(`${url}/console/hires/${id}`);
    await heading(/Hire of workflow/).waitFor();
    await page.getByText('Written back to iCIMS').waitFor();
    await judge('hire');
    const button = page.getByRole('button', { name: 'Reveal person.date_of_birth', exact: true });
    const row = page.getByRole('table', { name: 'Data' }).getByRole('row', { name: /person\.date_of_birth/ });
    await page.getByRole('cell', { name: 'person.birthdate' }).first().waitFor();
    expect(await row.innerText()).toContain('•••');
    await button.click();
    await row.getByText(/^\d{4}-\d{2}-\d{2}$/).waitFor();
    await page.goto(`${url}/console/hires`);
    await page.getByRole('link', { name: /Workflow/ }).waitFor();
    await judge('hires');
    await page.getByLabel('Find by').selectOption('name');
    await page.getByLabel('On platform').fill('9001');
    await page.getByLabel("Person's name", { exact: true }).fill('vantalore');
    await page.keyboard.press('Enter');
    await page.getByText(/Vantalore/).waitFor();
    await judge('hires-by-name');
  });

  step('shows its case, and tells iCIMS when it is completed', async () => {
    await page.getByRole('link', { name: 'Cases' }).click();
    await page.getByRole('link', { name: /IMM-/ }).click();
    await heading(/Case IMM-/).waitFor();
    await page.getByText('iCIMS: up to date').waitFor();
    await page.getByLabel('State of Resume').selectOption('received');
    await page.getByText('document-received resume').waitFor();
    await judge('case');
    await page.goto(`${url}/console/cases/board`);
    await page.getByRole('region', { name: 'open' }).getByRole('link', { name: /IMM-/ }).waitFor();
    await judge('case-board');
    await page.getByLabel(/^Move IMM-/).selectOption('in-progress');
    await page.getByRole('button', { name: 'Move', exact: true }).press('Enter');
    await page
      .getByRole('status')
      .getByText(/is in-progress now/)
      .waitFor();
    await page.getByRole('region', { name: 'in-progress' }).getByRole('link', { name: /IMM-/ }).click();
    await page.getByRole('button', { name: 'Mark completed' }).click();
    await page.getByText('completed', { exact: true }).first().waitFor();
    await connector.admin.idle();
    const [first] = await connector.admin.hires();
    expect(
      (await connector.admin.hire(first?.id ?? '')).attemptLog.filter(({ step }) => step === 'write-back'),
    ).toHaveLength(2);
    await page.goto(`${url}/console/cases`);
    await page.getByRole('link', { name: /IMM-/ }).waitFor();
    await judge('cases');
  });

  step('releases what is parked, all of a cause, and shows that it went on', async () => {
    connector.theirs().rights.hide('applicantworkflows.assessmentresults');
    const parked = [await hire(), await hire()];
    for (const id of parked) await connector.admin.hireIn('parked', id);
    await page.getByRole('link', { name: 'Stuck work' }).click();
    await heading('Stuck work').waitFor();
    await page.getByText(/^2 parked on platform 9001/).waitFor();
    await page.getByRole('button', { name: 'Show the hires' }).click();
    await judge('stuck');
    await page.goto(`${url}/console/hires/${parked[0] ?? ''}`);
    await page
      .getByRole('alert')
      .getByText(/Parked/)
      .waitFor();
    await judge('hire-parked');
    await page.getByRole('link', { name: 'Stuck work' }).click();
    connector.theirs().rights.set([]);
    await page.getByRole('button', { name: 'Retry all 2' }).click();
    await page.getByText('Nothing is stuck').waitFor({ timeout: 15_000 });
    for (const id of parked) await connector.admin.hireIn('delivered', id);
  });

  step('sets who is told of alerts, and sends a test', async () => {
    await page.goto(`${url}/console/alerts`);
    await page.getByRole('link', { name: 'Who is told, and from when on' }).click();
    await heading('Alert settings').waitFor();
    await page.getByRole('combobox', { name: 'Addresses' }).fill('ana@example.com');
    await page.keyboard.press('Enter');
    await page.getByLabel('Send to a webhook too').check();
    await judge('alert-settings');
    await page.getByLabel('Send to a webhook too').uncheck();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved; it holds').waitFor();
    await page.getByRole('button', { name: 'Send a test' }).click();
    await page.getByText('Nobody can be told').waitFor();
  });

  step('shows an open alert, and who is on it', async () => {
    const now = new Date();
    const finding = {
      cause: 'EVENTS_SILENT',
      sentence: 'No event came for 24 hours.',
      action: 'An admin looks into iCIMS.',
    };
    await queryDatabase(
      connector.database,
      `INSERT INTO alerts (id, customer_id, cause, sentence, action, path, since, raised_at, seen_at)
        VALUES (gen_random_uuid(), '9001', $1, $2, $3, '/events', $4, $4, $4)`,
      [finding.cause, finding.sentence, finding.action, now],
    );
    await page.getByRole('link', { name: 'Alerts' }).first().click();
    await page.getByRole('heading', { name: /EVENTS_SILENT/ }).waitFor();
    await judge('alerts-open');
    await page.getByRole('button', { name: /^I am on it: EVENTS_SILENT/ }).click();
    await page.getByText(`${EMAIL} is on it`).waitFor();
  });

  for (const [name, file] of Object.entries(others)) {
    step(`the page ${name} opens`, async () => {
      await page.getByRole('link', { name, exact: true }).click();
      await heading(name).waitFor();
      await page.waitForLoadState('networkidle');
      await judge(file);
    });
  }

  step('the health of a platform says what the last connection test found', async () => {
    await page.goto(`${url}/console/health?customerId=9001`);
    await page.getByText('The connection was never tested.').waitFor();
    await connector.admin.post('/api/v1/platforms/9001/connection-test', {}).expect(200);
    await page.reload();
    await page.getByText(/by admin-token, with version \d+ of the platform document/).waitFor();
    await judge('health-platform');
    await page.getByRole('link', { name: 'Audit log', exact: true }).click();
    await heading('Audit log').waitFor();
  });

  step('narrows the audit log to one person and back, with the keyboard', async () => {
    const rows = page.getByRole('table', { name: 'Audit entries, newest first' }).getByRole('row');
    await page.getByLabel('Who').fill(EMAIL.toUpperCase());
    await page.getByLabel('Did what').selectOption('field.revealed');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Clear' }).waitFor();
    await expectCount(rows, 2);
    expect(page.url()).not.toContain('olga');
    await judge('audit-filtered');
    await page.getByLabel('Who').fill('nobody@example.com');
    await page.keyboard.press('Enter');
    await page.getByText('No entry fits').waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('button', { name: 'platform.created' }).first().click();
    await expectCount(rows, 3);
    await page.getByRole('button', { name: 'Clear' }).click();
  });

  step('verifies and exports the audit log, and each export is in it once', async () => {
    await page.getByRole('button', { name: 'Verify the chain' }).click();
    await page.getByText(/Intact: \d+ entries/).waitFor();
    for (const format of ['CSV', 'JSON']) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: `Export ${format}` }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`audit.${format.toLowerCase()}`);
      const saved = await readFile(await download.path(), 'utf8');
      expect(saved).toContain('field.revealed');
      if (format === 'JSON') expect(JSON.parse(saved)).toContainEqual(expect.objectContaining({ actor: EMAIL }));
    }
    const { body } = await connector.admin
      .post('/api/v1/audit/search', { filter: { action: 'audit.exported' } })
      .expect(200);
    const { items } = body as { items: { detail: object }[] };
    expect(items.map(({ detail }) => detail)).toMatchObject([{ format: 'json' }, { format: 'csv' }]);
  });

  it('no page has a violation of WCAG 2.2 AA, light or dark, or is wider than a phone', () => {
    expect(browser.faults).toEqual([]);
  });

  it('broke no rule of the Content-Security-Policy, called no other server, and threw nothing', () => {
    expect(browser.broken).toEqual([]);
  });
});
