import { AxeBuilder } from '@axe-core/playwright';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { type TestConnector } from './connector.ts';
import { codeOf, PASSWORD } from './people.ts';

/** `.ci/install-browser` puts it there; CHROMIUM names another one. */
const executablePath =
  process.env['CHROMIUM'] ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
const shots = process.env['SCREENSHOTS'];

/** A page of the console in a real Chromium, and what was found wrong on the way. */
export interface ConsoleBrowser {
  readonly page: Page;
  /** Violations of WCAG 2.2 AA and pages that are too wide for a phone. */
  readonly faults: readonly string[];
  /** Errors of the page, and calls to other servers. */
  readonly broken: readonly string[];
  readonly heading: (name: string | RegExp) => Locator;
  /** Looks at the page as it is: both colour schemes, and a phone. SCREENSHOTS keeps what it sees. */
  readonly judge: (name: string) => Promise<void>;
  /** Creates the account of an invitation, and is signed in with it. Answers what the authenticator app keeps. */
  comeIn(link: string): Promise<string>;
  close(): Promise<void>;
}

interface ConsoleOptions {
  /** Refusals that the test asks for: the browser tells of them as errors. */
  readonly expected?: RegExp;
  /** How long a page may take for what is waited for. */
  readonly patienceMs?: number;
}

/** Opens a browser in New York for the console at `url`. */
export async function openConsole(
  url: string,
  { expected = /status of 4\d\d/, patienceMs = 8_000 }: ConsoleOptions = {},
): Promise<ConsoleBrowser> {
  if (executablePath === undefined) throw new Error('No Chromium: run .ci/install-browser, or set CHROMIUM.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    timezoneId: 'America/New_York',
    locale: 'en-US',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  const faults: string[] = [];
  return {
    page,
    faults,
    broken: watch(page, url, expected),
    heading: (title) => page.getByRole('heading', { level: 1, name: title }),
    judge: (title) => judge(page, title, faults),
    comeIn: (link) => comeIn(page, link),
    close: () => close(browser),
  };
}

/** Opens a browser in which an operator, olga@example.com, has just come in. */
export async function openOperatorsConsole({
  consoleUrl,
  admin,
}: Pick<TestConnector, 'consoleUrl' | 'admin'>): Promise<ConsoleBrowser> {
  const browser = await openConsole(consoleUrl);
  const invited = { email: 'olga@example.com', operator: true, roles: [] };
  const { body } = await admin.post('/api/v1/invitations', invited).expect(201);
  await browser.comeIn((body as { url: string }).url);
  return browser;
}

async function comeIn(page: Page, link: string): Promise<string> {
  await page.goto(link);
  const secret = await page.locator('pre').first().innerText();
  const totpUri = `otpauth://totp/x?secret=${secret.trim()}`;
  await page.getByLabel('Name').fill('Olga Invented');
  await page.locator('input[type="password"]').fill(PASSWORD);
  await page.getByLabel('Code that the app shows').fill(codeOf(totpUri));
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByRole('heading', { level: 1, name: 'Hires' }).waitFor();
  return totpUri;
}

function watch(page: Page, url: string, expected: RegExp): readonly string[] {
  const broken: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text())) broken.push(message.text());
  });
  page.on('pageerror', (error) => broken.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('blob:')) broken.push(request.url());
  });
  return broken;
}

async function judge(page: Page, name: string, faults: string[]): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await paint(page, scheme);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    faults.push(
      ...violations.map(({ id, nodes }) => `${name}, ${scheme}: ${id}: ${nodes.map(({ html }) => html).join('\n')}`),
    );
    await shoot(page, `${name}-${scheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 360, height: 740 });
  const width = await page.evaluate('document.documentElement.scrollWidth');
  if (Number(width) > 360) faults.push(`${name} is ${String(width)} px wide on a screen of 360`);
  await shoot(page, `${name}-360`);
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** In the other colours, once they have come: the library fades some of them over, and half-way they have no contrast. */
async function paint(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor();
  const faded =
    'document.getAnimations().filter((each) => each instanceof CSSTransition).map(({ finished }) => finished)';
  await page.evaluate(`Promise.allSettled(${faded}).then(() => undefined)`);
}

async function shoot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return;
  await mkdir(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

async function close(browser: Browser): Promise<void> {
  await browser.close();
}
