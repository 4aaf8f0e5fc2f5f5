import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openOperatorsConsole, type ConsoleBrowser } from '../support/console-browser.ts';
import { anOfferAccepted } from '../support/an-offer-accepted.ts';
import { aPlatform, startConnector, type TestConnector } from '../support/connector.ts';
import { inSteps } from '../support/steps.ts';
import { until } from '../support/until.ts';

let connector: TestConnector;
let browser: ConsoleBrowser;

beforeAll(async () => {
  connector = await startConnector({ platforms: {} });
  browser = await openOperatorsConsole(connector);
  await browser.page.getByRole('link', { name: 'Platforms' }).click();
}, 60_000);
afterAll(async () => {
  await (browser as ConsoleBrowser | undefined)?.close();
  await connector.close();
});

const step = inSteps(60_000);

const press = (name: string | RegExp) => browser.page.getByRole('button', { name }).click();
const stepTitle = (name: string) => browser.page.getByRole('heading', { level: 2, name }).waitFor();

describe('from "Add a platform" to a hire', () => {
  step('a platform is added and its path begins with the privacy policy', async () => {
    const { page, judge, heading } = browser;
    await heading('Platforms').waitFor();
    await judge('platforms-empty');
    await page.getByLabel('Customer ID in iCIMS').fill('9001');
    await page.getByLabel(/^Name/).fill('Example Health');
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

  step('a credential for iCIMS is made, shown once, and its secret changed without a gap', async () => {
    const { page, judge } = browser;
    await page.getByRole('link', { name: /4\. Credentials for iCIMS/ }).click();
    await page.getByText('No credential yet').waitFor();
    await page.getByLabel('Kind').selectOption({ label: 'Basic' });
    await press('Make it');
    await page.getByText('Password, shown this once').waitFor();
    await judge('setup-inbound');
    await press('Make a second one');
    await page.getByRole('button', { name: /Revoke Basic, older/ }).click();
    await page.getByRole('button', { name: /Yes, revoke Basic, older/ }).click();
    await page.getByText('the only one').waitFor();
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

  step(
    'with the rest put by a script, the required fields are chosen and the platform enabled for one category',
    async () => {
      const { page, judge } = browser;
      const { inbound } = aPlatform(connector.icims, '9001');
      await connector.serve('9001', { enabled: false, inbound, name: 'Example Health' });
      await page.goto(`${connector.consoleUrl}/console/platforms/9001/setup?step=required`);
      await stepTitle('Required fields');
      await page.getByText('Also for H-1B', { exact: true }).waitFor();
      await judge('setup-required');
      await press('Save and go on');
      await stepTitle('Write-back');
      await page.getByRole('link', { name: /12\. Enable/ }).click();
      for (const category of ['TN', 'E-3', 'L-1A', 'O-1A', 'H-1B transfer'])
        await page.getByLabel(category, { exact: true }).uncheck();
      await judge('setup-enable');
      await press('Enable');
      await page.getByRole('button', { name: 'Switch off' }).waitFor();
    },
  );

  step('a hire of the category goes through, and its story is shown', async () => {
    const theirs = connector.theirs('9001');
    const answer = await connector.send(anOfferAccepted(theirs, theirs.addCandidate('h1b-new-graduate')));
    await connector.admin.hireIn('delivered', answer.body.reference);
    await browser.page.goto(`${connector.consoleUrl}/console/hires/${answer.body.reference ?? ''}`);
    await browser.page.getByText('Written back to iCIMS').waitFor();
  });

  step('its versions are listed, compared, and gone back to', async () => {
    const { page, judge } = browser;
    await page.goto(`${connector.consoleUrl}/console/platforms/9001/versions`);
    await browser.heading('Versions of platform 9001').waitFor();
    await press('Show the difference');
    await page.getByText('/enabledCategories/0').waitFor();
    await judge('platform-versions');
    await page
      .getByRole('button', { name: /^Go back to \d+$/ })
      .first()
      .click();
    await press(/^Yes, go back to/);
    await until('the roll-out is taken back', async () => {
      const { body } = await connector.admin.get('/api/v1/platforms/9001');
      return !('enabledCategories' in (body as object));
    });
  });

  step('an exported document shows what it would change before it is applied', async () => {
    const { page } = browser;
    const [download] = await Promise.all([page.waitForEvent('download'), press('Export without secrets')]);
    expect(download.suggestedFilename()).toBe('platform-9001.json');
    const { body } = await connector.admin.get('/api/v1/platforms/9001').expect(200);
    const buffer = Buffer.from(JSON.stringify({ ...(body as object), name: 'Example Health, renamed' }));
    await page.locator('input[type="file"]').setInputFiles({ name: 'it.json', mimeType: 'application/json', buffer });
    await page.getByRole('row', { name: /\/name.*renamed/ }).waitFor();
    await press('Apply these changes');
    await page.getByText('Imported.').waitFor();
    expect((await connector.admin.platform('9001')).name).toBe('Example Health, renamed');
  });

  const openStep = async (id: string, title: string): Promise<void> => {
    await browser.page.goto(`${connector.consoleUrl}/console/platforms/9001/setup?step=${id}`);
    await stepTitle(title);
  };

  step('a right that is missing is named by the connection test, and mended', async () => {
    const { page, judge } = browser;
    connector.theirs('9001').rights.hide('people.birthdate');
    await openStep('connection-test', 'Connection test');
    await press('Test the connection');
    await page.getByText('Something is missing').waitFor();
    await page.getByText('Let the API user view birthdate on Person', { exact: false }).waitFor();
    await judge('setup-connection-missing');
    connector.theirs('9001').rights.set([]);
    await press('Test the connection');
    await page.getByText('All is well').waitFor();
  });

  step('statuses, packages and the write-back are chosen from what iCIMS holds', async () => {
    const { page, judge } = browser;
    const { employer } = connector.theirs('9001');
    await openStep('triggers', 'Triggers');
    await page.getByText(employer.statuses.offerAccepted.value, { exact: false }).first().waitFor();
    await judge('setup-triggers');
    await press('Save and go on');
    await stepTitle('Packages');
    await page.getByLabel(`Visa category of ${employer.packages['H-1B'].value}`, { exact: true }).waitFor();
    await judge('setup-packages');
    await press('Save and go on');
    await stepTitle('Field mapping');
    await openStep('write-back', 'Write-back');
    await page.getByLabel('Status when the case is open').waitFor();
    await judge('setup-write-back');
    await press('Save and go on');
    await stepTitle('Case system');
    await press('Send a test message');
    await page.getByText('The case system is ready').waitFor();
    await judge('setup-case-system');
  });

  step('a mapping is tried on a real record, and a dry run says what would happen', async () => {
    const { page, judge } = browser;
    const { workflowId } = connector.theirs('9001').candidate('h1b-new-graduate');
    await openStep('mapping', 'Field mapping');
    await page.getByLabel('Try it on workflow').fill(String(workflowId));
    await press('Preview');
    await page.getByText(/keys tried/).waitFor();
    await page.getByText('On the record: masked', { exact: false }).first().waitFor();
    await judge('setup-mapping');
    await openStep('dry-run', 'Dry run');
    await page.getByLabel('Workflow', { exact: true }).fill(String(workflowId));
    await press('Say what would happen');
    await page.getByText('A case would be opened').waitFor();
    await judge('setup-dry-run');
  });

  it('no page has a violation of WCAG 2.2 AA, light or dark, or is wider than a phone', () => {
    expect(browser.faults).toEqual([]);
  });

  it('broke no rule of the Content-Security-Policy, called no other server, and threw nothing', () => {
    expect(browser.broken).toEqual([]);
  });
});
