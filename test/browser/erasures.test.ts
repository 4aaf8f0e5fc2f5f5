import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anOfferAccepted } from '../support/an-offer-accepted.ts';
import { openOperatorsConsole, type ConsoleBrowser } from '../support/console-browser.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { inSteps } from '../support/steps.ts';

let connector: TestConnector;
let browser: ConsoleBrowser;
let personId: string;

beforeAll(async () => {
  connector = await startConnector();
  const theirs = connector.theirs();
  const { body: answer } = await connector.send(anOfferAccepted(theirs, theirs.addCandidate('h1b-new-graduate')));
  ({ personId } = await connector.admin.hireIn('delivered', answer.reference));
  browser = await openOperatorsConsole(connector);
}, 60_000);
afterAll(async () => {
  await (browser as ConsoleBrowser | undefined)?.close();
  await connector.close();
});

const step = inSteps(60_000);
const button = (name: string | RegExp) => browser.page.getByRole('button', { name });
const text = (words: string | RegExp) => browser.page.getByText(words);

async function ask(id: string): Promise<void> {
  await browser.page.getByLabel('Person ID in iCIMS').fill(id);
  await button('Show what would go').click();
}

describe('erasing a person', () => {
  step('says what to do where nobody was erased yet', async () => {
    const { page, heading, judge } = browser;
    await page.getByRole('link', { name: 'Erasures' }).click();
    await heading('Erasures').waitFor();
    await text('Nobody was erased yet').waitFor();
    await judge('erasures-empty');
  });

  step('says so when nothing is known of the person', async () => {
    await ask('999999');
    await text(/Nothing is known of this person/).waitFor();
  });

  step('shows what would go before anything goes, and wants to be told that it is meant', async () => {
    const { judge } = browser;
    await ask(personId);
    await text('Hires with their fields and attempts: 1').waitFor();
    await text('Cases of the built-in case system: 1').waitFor();
    await text('Nothing was changed yet.').waitFor();
    expect(await button('Erase').isDisabled()).toBe(true);
    await judge('erasures-preview');
    expect(await connector.admin.hires()).toHaveLength(1);
  });

  step('erases by keyboard, and lists the request without a word of whom', async () => {
    const { page, judge } = browser;
    await page.getByLabel(/^Withdraw 1 open hire/).focus();
    await page.keyboard.press('Space');
    await button('Erase').focus();
    await page.keyboard.press('Enter');
    await text(/The request is kept/).waitFor();
    await page.getByRole('cell', { name: /^under way/ }).waitFor();
    await judge('erasures-under-way');
    expect(await page.getByRole('table').innerText()).not.toContain(personId);
    expect(page.url()).not.toContain(personId);
    const { items } = (await connector.admin.get('/api/v1/platforms/9001/erasures')).body as { items: object[] };
    expect(items).toMatchObject([{ customerId: '9001', state: 'under-way' }]);
  });

  it('no page has a violation of WCAG 2.2 AA, light or dark, or is wider than a phone', () => {
    expect(browser.faults).toEqual([]);
  });

  it('broke no rule of the Content-Security-Policy, called no other server, and threw nothing', () => {
    expect(browser.broken).toEqual([]);
  });
});
