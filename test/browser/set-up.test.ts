import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openConsole, type ConsoleBrowser } from '../support/console-browser.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';

const EMAIL = 'olga@example.com';

let connector: TestConnector;
let browser: ConsoleBrowser;

beforeAll(async () => {
  connector = await startConnector({ platforms: {} });
  browser = await openConsole(connector.consoleUrl);
  const invited = { email: EMAIL, operator: true, roles: [] };
  const { body } = await connector.admin.post('/api/v1/invitations', invited).expect(201);
  await browser.comeIn((body as { url: string }).url, EMAIL);
  await browser.page.getByRole('link', { name: 'Platforms' }).click();
}, 60_000);
afterAll(async () => {
  await (browser as ConsoleBrowser | undefined)?.close();
  await connector.close();
});

let stuck = false;

/** Steps build on each other: after one that failed, the others would only wait for what never comes. */
function step(name: string, work: () => Promise<void>): void {
  it(
    name,
    async () => {
      expect(stuck).toBe(false);
      stuck = true;
      await work();
      stuck = false;
    },
    60_000,
  );
}

const press = (name: string | RegExp) => browser.page.getByRole('button', { name }).click();
const stepTitle = (name: string) => browser.page.getByRole('heading', { level: 2, name }).waitFor();

describe('from "Add a platform" to a hire', () => {
  step('a platform is added and its path begins with the privacy policy', async () => {
    const { page, judge, heading } = browser;
    await heading('Platforms').waitFor();
    await judge('platforms-empty');
    await page.getByLabel('Customer ID in iCIMS').fill('9001');
    await page.getByLabel('Name', { exact: true }).fill('Example Health');
    await press('Add and set up');
    await heading('Set up Example Health').waitFor();
    await stepTitle('Privacy policy');
    await page.getByText('What is read from iCIMS').waitFor();
    await judge('setup-policy');
    await press('I have read this and accept it');
    await stepTitle('Connect to iCIMS');
  });

  step('Connect can be clicked once everything is filled in', async () => {
    const { page, judge } = browser;
    const connect = page.getByRole('button', { name: 'Connect', exact: true });
    expect(await connect.isDisabled()).toBe(true);
    const { api } = connector.theirs('9001').credentials;
    await page.getByLabel('Region').selectOption({ label: 'Other addresses' });
    await page.getByLabel('API address').fill(connector.icims.url);
    await page.getByLabel('Token address').fill(`${connector.icims.url}/oauth/token`);
    await page.getByLabel('Client ID').fill(api.oauth2.clientId);
    await page.getByText('To connect, fill in: Client secret.').waitFor();
    await judge('setup-connect');
    await page.locator('input[type="password"]').fill(api.oauth2.clientSecret);
    expect(await connect.isDisabled()).toBe(false);
    await connect.click();
    await stepTitle('Connection test');
    await judge('setup-connection-test');
  });

  step('what is missing is listed where the platform is enabled, and left and resumed the path goes on', async () => {
    const { page, judge } = browser;
    await page.getByRole('link', { name: /12\. Enable/ }).click();
    await page.getByText('Before it can be enabled:').waitFor();
    expect(await page.getByRole('button', { name: 'Enable' }).isDisabled()).toBe(true);
    await judge('setup-enable-missing');
    await page.getByRole('link', { name: 'Platforms' }).click();
    await page.getByRole('link', { name: 'Go on with the set-up of Example Health' }).click();
    await stepTitle('Connection test');
  });

  it('no page has a violation of WCAG 2.2 AA, light or dark, or is wider than a phone', () => {
    expect(browser.faults).toEqual([]);
  });

  it('broke no rule of the Content-Security-Policy, called no other server, and threw nothing', () => {
    expect(browser.broken).toEqual([]);
  });
});
