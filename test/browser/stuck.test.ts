import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openOperatorsConsole, type ConsoleBrowser } from '../support/console-browser.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { parkHires } from '../support/park-hires.ts';
import { inSteps } from '../support/steps.ts';

let connector: TestConnector;
let browser: ConsoleBrowser;

beforeAll(async () => {
  connector = await startConnector({ platforms: { '9001': {}, '9002': {} } });
  browser = await openOperatorsConsole(connector);
}, 60_000);
afterAll(async () => {
  await (browser as ConsoleBrowser | undefined)?.close();
  await connector.close();
});

const step = inSteps(60_000);
const button = (name: string | RegExp) => browser.page.getByRole('button', { name });
const text = (words: string | RegExp) => browser.page.getByText(words);

describe('stuck work', () => {
  step('says what to do where there is nothing', async () => {
    const { page, heading, judge } = browser;
    await page.getByRole('link', { name: 'Stuck work' }).click();
    await heading('Stuck work').waitFor();
    await text('Nothing is stuck').waitFor();
    await text(/None yet\. When many hires/).waitFor();
    await judge('stuck-empty');
  });

  step('shows what a retry of a span of time would do, before it does anything', async () => {
    const { page, judge } = browser;
    // 09:00 in New York, where the browser is.
    await parkHires(connector.database, { count: 12, parkedAt: new Date('2026-11-20T14:00:00Z') });
    await parkHires(connector.database, { count: 3, parkedAt: new Date('2026-11-20T16:00:00Z') });
    await parkHires(connector.database, { count: 2, code: 'ICIMS_ACCESS', customerId: '9002' });
    await page.reload();
    await text(/^15 parked on platform 9001/).waitFor();

    await page.getByLabel('CASE_SYSTEM_ACCESS', { exact: true }).check();
    await page.getByLabel('Parked from').fill('2026-11-20T08:30');
    await page.getByLabel('Parked before').fill('2026-11-20T10:00');
    await page.getByLabel('Hires a minute').fill('30');
    await button('Show what fits').click();

    await text(/^12 hires would be put back to work, 30 a minute: the last after less than a minute/).waitFor();
    await text('The first 10 to go:').waitFor();
    await judge('stuck-preview');
    expect(await connector.admin.hires({ state: 'parked' })).toHaveLength(17);
  });

  step('puts them back to work at that pace, and shows how it goes', async () => {
    const { page, judge } = browser;
    await button('Start: 12 hires').click();
    await text('Retry of 12 hires on platform 9001').waitFor();
    await page.locator('#retries-under-way:focus').waitFor();
    await text(/^[1-5] of 12 put back to work: [1-5] delivered/).waitFor();
    await judge('stuck-running');
  });

  step('is cancelled when one says so twice, by keyboard', async () => {
    const { page, judge } = browser;
    await button('Cancel the run').focus();
    await page.keyboard.press('Enter');
    await text(/What was not put back to work yet stays parked/).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('cell', { name: /^cancelled: \d+ delivered, \d+ left parked$/ }).waitFor();
    await judge('stuck-cancelled');
  });

  step('retries all of a cause at once', async () => {
    await button('Retry all 2').click();
    await page9002().waitFor();
    await browser.page.getByRole('cell', { name: 'finished: 2 delivered' }).waitFor();
  });

  it('no page has a violation of WCAG 2.2 AA, light or dark, or is wider than a phone', () => {
    expect(browser.faults).toEqual([]);
  });

  it('broke no rule of the Content-Security-Policy, called no other server, and threw nothing', () => {
    expect(browser.broken).toEqual([]);
  });
});

const page9002 = () => browser.page.getByRole('heading', { name: 'Retry of 2 hires on platform 9002' });
