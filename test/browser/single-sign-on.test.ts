import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { openConsole, type ConsoleBrowser } from '../support/console-browser.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { startIdentityProvider, type IdentityProvider } from '../support/identity-provider.ts';
import { startLocalServer } from '../support/local-server.ts';
import { codeOf, PASSWORD } from '../support/people.ts';
import { inSteps } from '../support/steps.ts';

let connector: TestConnector;
let provider: IdentityProvider;
let browser: ConsoleBrowser;
let page: Page;
let url: string;
let totpUri: string;
/** What the provider's own pages ask for: a font of others, an icon that it does not have. */
const theirs: string[] = [];

beforeAll(async () => {
  const port = await aFreePort();
  url = `http://localhost:${port}`;
  provider = await startIdentityProvider(`${url}/console/sign-on`);
  connector = await startConnector({
    platforms: { '9001': {} },
    insecureHosts: [provider.host],
    environment: { PORT: port },
  });
  const { body } = await connector.admin.post('/api/v1/invitations', {
    ...{ email: 'olga@example.com', operator: true, roles: [] },
  });
  browser = await openConsole(url, { expected: /status of 40[013]/ });
  ({ page } = browser);
  totpUri = await browser.comeIn((body as { url: string }).url);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await connector.close();
  await provider.close();
});

/** Provider and connector have to know each other's address before they start. */
async function aFreePort(): Promise<string> {
  const server = await startLocalServer(() => undefined);
  await server.close();
  return new URL(server.url).port;
}

const step = inSteps(60_000);
const press = (name: string | RegExp) => page.getByRole('button', { name }).click();

describe('single sign-on in a browser', () => {
  step('an operator connects the provider of a customer', async () => {
    await page.getByRole('link', { name: 'Single sign-on' }).click();
    await page.getByText('No provider is connected').waitFor();
    await page.getByText(`${url}/console/sign-on`).waitFor();
    await browser.judge('sign-on-empty');
    await page.getByLabel('Name of the customer').fill('Acme Invented');
    await page.getByLabel('Issuer').fill(provider.issuer);
    await page.getByLabel('Client id').fill(provider.clientId);
    await page.locator('input[type="password"]').fill(provider.clientSecret);
    await page.getByLabel('Domains of its e-mail addresses').fill('acme.example.com');
    await page.getByRole('combobox', { name: 'Platforms that it opens' }).press('ArrowDown');
    await page.getByRole('option', { name: /9001/ }).click();
    await page.getByLabel('Who comes in').selectOption('hr');
    await press('Connect');

    await page.getByText('Speaks for acme.example.com.').waitFor();
  });

  step('tests it, and replaces its secret', async () => {
    await press('Test Acme Invented');
    await page.getByText('The provider answers and has 1 key.').waitFor();
    await browser.judge('sign-on-connections');
    await press('Replace the secret of Acme Invented');
    await page
      .getByRole('region', { name: 'Acme Invented' })
      .locator('input[type="password"]')
      .fill(provider.clientSecret);
    await press('Keep it');
    await page.getByRole('button', { name: 'Keep it' }).waitFor({ state: 'detached' });
  });

  step('changes the password of the own account, which goes on with the next change', async () => {
    await page.getByRole('link', { name: 'olga@example.com' }).click();
    await page.getByText('Only here.').waitFor();
    await page.getByLabel(/^Present password/).fill(PASSWORD);
    await page.getByLabel(/^New password/).fill('Password2026!');
    await page.getByLabel('Code of the authenticator app').fill(codeOf(totpUri));
    await press('Change password');
    await page.getByText(/first to be guessed/).waitFor();
    await browser.judge('account');
    await page.getByLabel(/^New password/).fill('nine slow kettles beyond the hedge');
    await press('Change password');
    await page.getByText('Your password was changed.').waitFor();
    await press('Sign out');
    await browser.heading('Sign in').waitFor();
  });

  step(
    'a person of the customer signs in on the provider’s own pages, and comes to where they wanted to go',
    async () => {
      await page.goto(`${url}/console/events`);
      await press('Use single sign-on');
      await browser.judge('sign-on');
      const ours = browser.broken.length;
      await page.getByLabel('E-mail address at your company').fill('ana@acme.example.com');
      await press('Continue');
      await page.waitForURL((at) => at.href.startsWith(provider.url));
      await page.getByPlaceholder('and password').fill('anything');
      await press('Sign-in');
      await press('Continue');

      await browser.heading('Events').waitFor();
      theirs.push(...browser.broken.slice(ours));
      expect(page.url()).toBe(`${url}/console/events`);
      await page.getByRole('link', { name: 'ana@acme.example.com' }).click();
      await page.getByText(/single sign-on of Acme Invented: change your password at your company/).waitFor();
      expect(await page.getByLabel('Present password').count()).toBe(0);
      await press('Sign out');
    },
  );

  step('a way back that nobody began says what to do', async () => {
    await page.goto(`${url}/console/sign-on?code=x&state=y`);
    await page.getByText(/Begin again on the sign-in page/).waitFor();
    await browser.judge('sign-on-refused');
    expect(page.url()).toBe(`${url}/console/sign-on`);
    await page.getByRole('link', { name: 'To the sign-in page' }).click();
    await browser.heading('Sign in').waitFor();
  });

  it('found nothing that is not accessible, and calls nobody but on the provider’s pages', () => {
    expect(browser.faults).toEqual([]);
    expect(browser.broken.filter((each) => !theirs.includes(each))).toEqual([]);
  });
});
